"""The window and the print queue: said in words, kept over a crash, offered again where the dossier is."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton

from desk_app.devices.driver import Answer, Look, Sheet
from desk_app.domain.mistakes import DeskError
from desk_app.domain.print_job import JobState, PrintJob, Step
from desk_app.operations.desk import Desk, open_desk
from desk_app.operations.find import show
from desk_app.operations.officers import officers
from desk_app.operations.outcome import Outcome
from desk_app.operations.printing import advance, enqueue, jobs
from desk_app.operations.receive import receive
from desk_app.ui.dossier_page import DossierPage
from desk_app.ui.parts import Words
from desk_app.ui.print_words import job_words, queue_words
from sync.acts.requests import IntakeRequest
from sync.model.dossier import Person
from tests.ui.results import desk_of
from tests.ui.steps import BIRTH, NINE_FIFTEEN, Counter, press

JOB = PrintJob(1, b"d", "000.01.06.H99-261123-0042", "slip", "", NINE_FIFTEEN, NINE_FIFTEEN)


class HeldPrinter:
    """A printer that holds every job until the test lets it out."""

    def __init__(self) -> None:
        self.said = "Máy in hết giấy. Nạp giấy; máy sẽ tự in tiếp."
        self.done = False

    def send(self, sheet: Sheet) -> Answer:
        return Answer(JobState.SENT, self.said, "7")

    def ask(self, ticket: str) -> Answer:
        return Answer(JobState.PRINTED) if self.done else Answer(JobState.SENT, self.said, ticket)

    def cancel(self, ticket: str) -> None:
        self.said = ""

    def look(self) -> Look:
        return Look(True)


def received(desk: Desk) -> str:
    return receive(desk, [IntakeRequest(BIRTH, Person("Trần Thị Thử"))], officers(desk)[0]).value[0].number


@pytest.fixture
def number(office: Path) -> str:
    """A dossier that was received before the window opened."""
    desk = open_desk(office, lambda: NINE_FIFTEEN)
    try:
        return received(desk)
    finally:
        desk.close()


def opened_page(counter: Counter, number: str) -> DossierPage:
    press(Qt.Key.Key_F3)
    counter.finding.open_dossier(number)
    counter.until(counter.finding.dossier.isVisible)
    return counter.finding.dossier


def words_of(page: DossierPage) -> str:
    return " ".join(label.text() for label in page.printed.findChildren(Words) if not label.isHidden())


def offer(page: DossierPage, text: str) -> QPushButton:
    [button] = [one for one in page.printed.offers if one.text() == text]
    return button


def test_a_failed_print_is_said_on_the_dossier_and_offered_again(counter: Counter, number: str) -> None:
    def trouble(_pdf: bytes, _title: str) -> None:
        raise DeskError("Máy in hết giấy.", "Nạp giấy rồi in lại.")

    page = opened_page(counter, number)
    counter.until(lambda: "Chưa in giấy nào" in words_of(page))
    counter.printing = trouble
    page.reprint.click()
    counter.until(lambda: "Nạp giấy rồi in lại." in words_of(page))
    status = counter.window.status.printer
    counter.until(lambda: status.text() == "! Máy in hết giấy · 1 giấy cần xem")
    assert not counter.printed
    counter.printing = lambda pdf, title: None
    offer(page, "In lại giấy này").click()
    counter.until(lambda: counter.printed)
    counter.until(lambda: status.text() == f"Đã gửi in {number[-11:]} ✓")
    counter.until(lambda: page.printed.offers == [])
    assert "bản in lại" not in words_of(page), "the first paper that came out is no reprint"
    page.reprint.click()
    counter.until(lambda: "Phiếu hẹn, bản in lại lần 1: đã gửi máy in" in words_of(page))


def test_what_is_printed_before_the_printer_was_found_is_not_taken_for_a_crashs_rest(
    counter: Counter, number: str
) -> None:
    """On a slow machine the first F9 comes before the window looked for broken prints."""
    session, desk = counter.running.session, desk_of(counter)
    assert session is not None
    go_on = Event()
    counter.running.lanes.printer(lambda: Outcome(go_on.wait()))
    session.counter.paper.look(opening=True)
    session.counter.paper.print_slip(show(desk, number).dossier.id, number)
    counter.until(lambda: jobs(desk, unsettled=True))
    go_on.set()
    counter.until(lambda: counter.printed)


def test_the_status_line_leads_to_the_dossier_whose_paper_wants_a_look(counter: Counter, number: str) -> None:
    def trouble(_pdf: bytes, _title: str) -> None:
        raise DeskError("Máy in kẹt giấy.")

    counter.printing = trouble
    session = counter.running.session
    assert session is not None
    desk = counter.running.desk
    assert desk is not None
    session.counter.paper.print_slip(show(desk, number).dossier.id, number)
    counter.until(lambda: "Máy in kẹt giấy" in counter.window.status.printer.text())
    counter.qtbot.mouseClick(counter.window.status.printer, Qt.MouseButton.LeftButton)
    counter.until(counter.finding.dossier.isVisible)
    counter.until(lambda: counter.finding.dossier.title.text() == number)


@pytest.mark.parametrize(
    ("steps", "said", "offered"),
    [
        ((), "Chương trình đóng trước khi in", {"In lại giấy này", "Thôi không in"}),
        (
            (Step.RENDER, Step.SEND),
            "tắt giữa lúc in",
            {"Giấy đã ra đủ", "In lại giấy này", "Thôi không in"},
        ),
    ],
)
def test_what_a_crash_left_is_offered_when_the_window_opens_and_never_printed_by_itself(
    office: Path,
    number: str,
    opened: Callable[..., Counter],
    steps: tuple[Step, ...],
    said: str,
    offered: set[str],
) -> None:
    desk = open_desk(office, lambda: NINE_FIFTEEN)
    job = enqueue(desk, "slip", officers(desk)[0], show(desk, number).dossier).value
    for step in steps:
        advance(desk, job.id, step)
    desk.close()
    counter = opened(office).ready()
    counter.until(lambda: "1 giấy cần xem" in counter.window.status.printer.text())
    page = opened_page(counter, number)
    counter.until(lambda: said in words_of(page))
    assert {button.text() for button in page.printed.offers} == offered
    assert not counter.printed
    sure = "Giấy đã ra đủ" if "Giấy đã ra đủ" in offered else "Thôi không in"
    offer(page, sure).click()
    counter.until(lambda: page.printed.offers == [])
    counter.until(lambda: "cần xem" not in counter.window.status.printer.text())
    assert not counter.printed


def test_a_job_the_printer_holds_is_followed_until_it_comes_out(
    counter: Counter, number: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    printer = HeldPrinter()
    monkeypatch.setattr("desk_app.devices.choosing.open_driver", lambda address, tray: printer)
    desk, session = counter.running.desk, counter.running.session
    assert desk is not None
    assert session is not None
    paper = session.counter.paper
    monkeypatch.setattr(paper, "_print_page", None)
    monkeypatch.setattr(paper, "_made", None)
    paper._again.setInterval(20)
    told: list[tuple[str, bool]] = []
    paper.told.connect(lambda words, look: told.append((words, look)))
    paper.print_slip(show(desk, number).dossier.id, number)
    counter.until(lambda: ("Máy in hết giấy · 1 giấy chờ ở máy in", True) in told)
    page = opened_page(counter, number)
    counter.until(lambda: [button.text() for button in page.printed.offers] == ["Hủy lệnh in"])
    assert "Nạp giấy; máy sẽ tự in tiếp." in words_of(page)
    printer.done = True
    counter.until(lambda: told[-1] == (f"Đã in {number[-11:]} ✓", False))
    assert [job.state for job in jobs(desk)] == [JobState.PRINTED]


def test_the_queue_is_said_in_words() -> None:
    def at(state: JobState, said: str = "") -> PrintJob:
        return PrintJob(1, b"d", JOB.number, "slip", "", NINE_FIFTEEN, NINE_FIFTEEN, state=state, said=said)

    failed = at(JobState.FAILED, "Máy in hết giấy. Nạp giấy.")
    assert queue_words([], None, "HP") == ("Máy in: HP ✓", False)
    assert queue_words([], None, "")[0].startswith("Chưa có máy in")
    assert queue_words([at(JobState.WAITING)], None, "HP") == ("Đang in 261123-0042…", False)
    assert queue_words([at(JobState.SENT)] * 3, None, "HP") == ("Đang in 3 giấy…", False)
    assert queue_words([failed] * 2, None, "HP") == ("Máy in hết giấy · 2 giấy cần xem", True)
    assert queue_words([], at(JobState.PRINTED), "HP") == ("Đã in 261123-0042 ✓", False)


def test_a_job_is_told_with_its_copy_reprint_and_printer() -> None:
    job = PrintJob(
        1, b"d", JOB.number, "slip", "ipp://laser/", NINE_FIFTEEN, NINE_FIFTEEN, copy="Liên 2", reprint=2,
        state=JobState.DOUBTFUL, said="Mất liên lạc. Xem khay giấy.",
    )  # fmt: skip
    first, second = job_words(job).split("\n")
    assert first == "Phiếu hẹn (Liên 2), bản in lại lần 2: chưa rõ giấy đã ra hay chưa · ipp://laser/"
    assert second == job.said
