"""No lost typing, ever: the draft is there after closing, and after the power went."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt

from desk_app.operations.desk import open_desk
from desk_app.operations.drafts import load_drafts
from tests.ui.steps import CARD, NINE_FIFTEEN, Counter, press, scan, type_in

TYPE_AND_WAIT_FOR_DEATH = """
import sys
from pathlib import Path
from PySide6.QtCore import QTimer
from desk_app.main import Running
from desk_app.ui.style import dressed_application
from tests.ui.steps import NINE_FIFTEEN, scan, type_in, focus
app = dressed_application([])
running = Running(Path(sys.argv[1]), clock=lambda: NINE_FIFTEEN, online=lambda: False)
running.window.show()
running.window.activateWindow()

def work():
    if running.session is None or not running.window.page("F2").form.procedure.search.hasFocus():
        QTimer.singleShot(20, work)
        return
    form = running.window.page("F2").form
    for code in ("1.001193", "2.000815"):
        form.procedure.put(running.desk.catalogue.get(code))
        form.several.another()
    form.several.open(1)
    form.fee.pages.setValue(7)
    form.note.setFocus()
    type_in("Hẹn chiều mai lấy")
    form.applicant.search.setFocus()
    type_in("Nguyễn Văn Dở Dang")
    watch()

def watch():
    if "tự lưu" in running.window.page("F2").saved.text():
        print("saved", flush=True)
    QTimer.singleShot(20, watch)

def give_up():
    print("gave up", running.session, running.window.stack.currentWidget(), app.focusWidget(), flush=True)
    app.exit(1)

QTimer.singleShot(0, work)
QTimer.singleShot(120_000, give_up)
app.exec()
"""


def fill(counter: Counter) -> None:
    type_in("dkks")
    counter.until(lambda: counter.intake.form.procedure.search.open)
    press(Qt.Key.Key_Return)
    scan(CARD)
    form = counter.intake.form
    form.owner_differs.setChecked(True)
    type_in("Lê Hoàng")
    press(Qt.Key.Key_Return)
    form.papers.add.click()
    type_in("Giấy cam đoan")
    form.return_by.put("post")
    form.note.setPlainText("Trả cho chị gái")


def test_everything_typed_is_there_after_closing(office: Path, opened: Callable[..., Counter]) -> None:
    first = opened(office).ready()
    fill(first)
    before = first.intake.form.draft()
    first.close()
    second = opened(office)
    second.until(lambda: second.running.session is not None)
    second.until(lambda: not second.intake.form.untouched)
    assert second.intake.form.draft() == before
    assert "bản nháp" in second.intake.saved.text()
    form = second.intake.form
    assert form.applicant.person().full_name == "Nguyễn Văn Mẫu"
    assert form.owner.person().full_name == "Lê Hoàng"
    assert form.papers.papers()[-1].name == "Giấy cam đoan"
    press(Qt.Key.Key_F9)
    second.until(lambda: second.printed)


def test_the_draft_saves_itself_and_says_when(counter: Counter) -> None:
    fill(counter)
    counter.until(lambda: counter.intake.saved.text() == "Nháp · tự lưu 09:15")
    assert counter.running.desk is not None
    [(_, draft)] = load_drafts(counter.running.desk)
    assert draft["note"] == "Trả cho chị gái"


def test_a_received_dossier_leaves_no_draft(counter: Counter) -> None:
    fill(counter)
    counter.until(lambda: "tự lưu" in counter.intake.saved.text())
    press(Qt.Key.Key_F9)
    counter.until(lambda: counter.printed)
    assert counter.running.desk is not None
    assert load_drafts(counter.running.desk) == []


def test_an_emptied_page_leaves_no_draft(counter: Counter) -> None:
    scan(CARD)
    counter.until(lambda: "tự lưu" in counter.intake.saved.text())
    counter.intake.form.clear()
    assert counter.running.desk is not None
    desk = counter.running.desk
    counter.until(lambda: load_drafts(desk) == [])


def test_the_draft_survives_the_power_going(office: Path, opened: Callable[..., Counter]) -> None:
    process = subprocess.Popen(
        [sys.executable, "-c", TYPE_AND_WAIT_FOR_DEATH, str(office)],
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).resolve().parents[2],
    )
    assert process.stdout is not None
    try:
        assert process.stdout.readline() == "saved\n"
    finally:
        process.kill()  # SIGKILL: nothing gets to tidy up
        process.wait()
        process.stdout.close()
    second = opened(office)
    second.until(lambda: second.running.session is not None)
    second.until(lambda: not second.intake.form.untouched)
    assert second.intake.form.note.toPlainText() == "Hẹn chiều mai lấy"
    form = second.intake.form
    assert form.applicant.person().full_name == "Nguyễn Văn Dở Dang"
    assert [one.procedure.code for one in form.matters.matters] == ["1.001193"]
    assert form.procedure.procedure is not None
    assert (form.procedure.procedure.code, form.fee.pages.value()) == ("2.000815", 7)
    second.intake.receive()
    second.until(lambda: len(second.printed) == 3)


def test_the_draft_lies_encrypted(office: Path, opened: Callable[..., Counter]) -> None:
    first = opened(office).ready()
    scan(CARD)
    first.until(lambda: "tự lưu" in first.intake.saved.text())
    first.close()
    for path in office.rglob("*"):
        if path.is_file():
            assert "Nguyễn Văn Mẫu".encode() not in path.read_bytes()
            assert b"990099000001" not in path.read_bytes()
    desk = open_desk(office, lambda: NINE_FIFTEEN)
    assert len(load_drafts(desk)) == 1
    desk.close()
