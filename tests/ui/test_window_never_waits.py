"""Neither the network nor the disk ever holds the window up, and what the center says comes in by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desk_app.domain.intake import IntakeRequest
from desk_app.operations.desk import open_desk
from desk_app.operations.officers import officers
from desk_app.operations.receive import receive
from desk_app.ui.start_pages import NotePage
from sync.center.work.deciding import decide
from sync.center.work.listing import dossiers
from sync.model.dossier import Person
from tests.ui.centers import WiredCenter
from tests.ui.steps import BIRTH, CARD, NINE_FIFTEEN, Counter, press, scan, type_in


@pytest.fixture
def center(tmp_path: Path, office: Path) -> Iterator[WiredCenter]:
    made = WiredCenter(tmp_path / "center")
    made.adopt(office)
    yield made
    made.close()


def receive_one(counter: Counter) -> str:
    scan(CARD)
    type_in("dkks")
    counter.until(lambda: counter.intake.form.procedure.search.open)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F9)
    counter.until(lambda: counter.printed)
    return counter.printed[0][0]


def test_an_intake_goes_on_while_the_center_hangs(
    office: Path, center: WiredCenter, opened: Callable[..., Counter]
) -> None:
    """The center answers only when it is released, which it is not: whoever waits for it stands still."""
    center.hanging = True
    counter = opened(office, post=center.post).ready()
    counter.until(center.asked.is_set)
    counter.until(lambda: counter.window.status.sync.text() == "Đang đồng bộ…")
    receive_one(counter)
    assert counter.window.status.sync.text() == "Đang đồng bộ…"
    counter.close()
    assert center.waiting, "closing does not wait for the network either"


def test_offline_is_calm_and_the_button_sends_when_the_wire_is_back(
    office: Path, center: WiredCenter, opened: Callable[..., Counter]
) -> None:
    center.cut = True
    counter = opened(office, post=center.post).ready()
    number = receive_one(counter)
    said = counter.window.status.sync
    counter.until(lambda: said.text().startswith("Ngoại tuyến – 1 hồ sơ chờ gửi, lần cuối"))
    center.cut = False
    press(Qt.Key.Key_F8)
    page = counter.window.page("F8")
    press(Qt.Key.Key_Space)
    counter.until(lambda: "đã nhận 1/1 hồ sơ, lúc 09:15" in said.text())
    assert "đã nhận 1/1 hồ sơ" in page.state.text()  # type: ignore[attr-defined]
    assert [row["number"] for row in dossiers(center.center)] == [number]


def test_a_new_dossier_is_sent_by_itself_and_a_decision_comes_back(
    office: Path, center: WiredCenter, opened: Callable[..., Counter]
) -> None:
    counter = opened(office, post=center.post).ready()
    number = receive_one(counter)
    counter.until(lambda: "đã nhận 1/1" in counter.window.status.sync.text())
    press(Qt.Key.Key_F3)
    counter.until(lambda: counter.finding.rows.rowCount() == 1)
    counter.until(lambda: counter.finding.rows.index(0, 6).data() == "✓ Đã nhận")
    press(Qt.Key.Key_Return)
    counter.until(counter.finding.dossier.isVisible)
    decide(center.center, number, "processing", "Giao công chức tư pháp")
    assert counter.running.worker is not None
    counter.running.worker.request()
    counter.until(lambda: counter.finding.dossier.state.text().startswith("Đang xử lý"))


def test_a_stand_alone_desk_says_that_no_center_is_connected(counter: Counter) -> None:
    counter.until(lambda: counter.window.status.sync.text() == "Chưa kết nối trung tâm")


def test_a_second_window_on_the_same_folder_says_so(office: Path, opened: Callable[..., Counter]) -> None:
    opened(office).ready()
    second = opened(office)
    assert "đang mở" in said_alone(second).title.text()
    assert not second.window.rail.buttons["F2"].isEnabled()


def said_alone(counter: Counter) -> NotePage:
    counter.until(lambda: len(counter.window.findChildren(NotePage)) == 2)
    page = counter.window.stack.currentWidget()
    assert isinstance(page, NotePage)
    counter.until(page.retry.isVisible)
    return page


def test_a_folder_that_lost_its_desk_says_what_to_do(office: Path, opened: Callable[..., Counter]) -> None:
    (office / "desk.json").unlink()
    assert "bản sao lưu" in said_alone(opened(office)).advice.text()


def test_what_another_process_received_is_found_here(office: Path, counter: Counter) -> None:
    other = open_desk(office, lambda: NINE_FIFTEEN)
    receive(other, [IntakeRequest(BIRTH, Person("Người Kia"))], officers(other)[0])
    other.close()
    press(Qt.Key.Key_F3)
    counter.until(lambda: counter.finding.rows.rowCount() == 1)
