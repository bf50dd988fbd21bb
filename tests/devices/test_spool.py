"""The spooler: every step durable, whatever dies when, and no paper twice that nobody asked for."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from desk_app.devices.driver import Answer, Look, Sheet, failed
from desk_app.devices.pictures import read_codes
from desk_app.devices.spool import LOST, Spooler
from desk_app.domain.mistakes import DeskError
from desk_app.domain.print_job import JobState, Offer, PrintJob, offer_of
from desk_app.domain.scans import read_scan
from desk_app.operations import printing
from desk_app.operations.desk import Desk
from desk_app.operations.find import show
from desk_app.operations.printing import enqueue, jobs, offer_again, one_job
from desk_app.operations.receive import receive
from sync.model.moment import day_of
from tests.devices.rolls import RollPrinter
from tests.devices.sheets import page
from tests.offices import OFFICER, MovedClock, new_desk, reopened, request


class PowerCut(BaseException):
    """The process is gone: nothing after this line happened."""


class FakeDriver:
    """A printer that counts its papers and does what the test says, in this order."""

    def __init__(self) -> None:
        self.papers: list[Sheet] = []
        self.before: Callable[[], object] = lambda: None
        self.after: Callable[[], object] = lambda: None
        self.first = Answer(JobState.PRINTED)
        self.answers: list[Answer] = []
        self.cancelled: list[str] = []

    def send(self, sheet: Sheet) -> Answer:
        self.before()
        if self.first.state not in (JobState.FAILED, JobState.SENT):
            self.papers.append(sheet)
        self.after()
        return self.first

    def ask(self, ticket: str) -> Answer:
        return self.answers.pop(0)

    def cancel(self, ticket: str) -> None:
        self.cancelled.append(ticket)

    def look(self) -> Look:
        return Look(True)


@pytest.fixture
def clock() -> MovedClock:
    return MovedClock()


@pytest.fixture
def desk(tmp_path: Path, clock: MovedClock) -> Iterator[Desk]:
    opened = new_desk(tmp_path / "desk", clock)
    yield opened
    opened.close()


@pytest.fixture
def driver() -> FakeDriver:
    return FakeDriver()


@pytest.fixture
def spooler(desk: Desk, driver: FakeDriver) -> Spooler:
    return Spooler(desk, lambda address, tray: driver)


def queued(desk: Desk) -> PrintJob:
    """A received dossier's slip, waiting."""
    [received] = receive(desk, [request()], OFFICER).value
    return enqueue(desk, "slip", OFFICER, show(desk, received.number).dossier).value


def power_cut() -> None:
    raise PowerCut


def cut_at_step(monkeypatch: pytest.MonkeyPatch, steps: int) -> None:
    """The power goes instead of the n-th durable step of the spooler."""
    done = [0]
    real = printing.advance

    def advance(*arguments: object, **named: object) -> object:
        done[0] += 1
        if done[0] > steps:
            raise PowerCut
        return real(*arguments, **named)  # type: ignore[arg-type]

    monkeypatch.setattr("desk_app.devices.spool.advance", advance)


def test_a_job_is_printed_once_and_said_to_be(desk: Desk, spooler: Spooler, driver: FakeDriver) -> None:
    job = queued(desk)
    done = spooler.print(job.id)
    assert (done.value.state, done.value.attempts, done.changes.printing) == (JobState.PRINTED, 1, True)
    assert spooler.print(job.id).value == done.value, "a job that is done is not printed again"
    [sheet] = driver.papers
    assert (sheet.title, sheet.job, sheet.pdf[:4]) == (job.number, job.id, b"%PDF")


@pytest.mark.parametrize(
    ("where", "left"),
    [
        ("before rendering", (0, JobState.FAILED, Offer.PRINT)),
        ("rendering", (0, JobState.FAILED, Offer.PRINT)),
        ("before sending is durable", (0, JobState.FAILED, Offer.PRINT)),
        ("before the first byte", (0, JobState.DOUBTFUL, Offer.LOOK_FIRST)),
        ("after the last byte", (1, JobState.DOUBTFUL, Offer.LOOK_FIRST)),
        ("before the answer is durable", (1, JobState.DOUBTFUL, Offer.LOOK_FIRST)),
    ],
)
def test_a_power_cut_leaves_what_can_be_known(
    tmp_path: Path,
    desk: Desk,
    spooler: Spooler,
    driver: FakeDriver,
    monkeypatch: pytest.MonkeyPatch,
    where: str,
    left: tuple[int, JobState, Offer],
) -> None:
    papers, state, offer = left
    job = queued(desk)
    steps = {"before rendering": 0, "before sending is durable": 1, "before the answer is durable": 2}
    with monkeypatch.context() as cut:
        if where in steps:
            cut_at_step(cut, steps[where])
        elif where == "rendering":
            cut.setattr(spooler, "_document", lambda *_: power_cut())
        elif where == "before the first byte":
            driver.before = power_cut
        else:
            driver.after = power_cut
        with pytest.raises(PowerCut):
            spooler.print(job.id)
    desk.close()
    with reopened(tmp_path / "desk") as again:
        after = Spooler(again, lambda address, tray: driver)
        assert after.recover(opening=True).value == 1
        [found] = jobs(again)
        assert (found.state, offer_of(found), len(driver.papers)) == (state, offer, papers)
        assert [one.id for one in offer_again(again)] == [job.id]
        assert "an toàn" in found.said
        assert after.recover(opening=True).value == 0, "nothing is printed by itself"
        driver.before = driver.after = lambda: None
        assert after.again(job.id).value.state is JobState.PRINTED
        assert driver.papers[-1].job == job.id
        assert len(driver.papers) == papers + 1
        assert one_job(again, job.id).reprint == (1 if offer is Offer.LOOK_FIRST else 0)


def test_a_job_the_printer_holds_survives_a_restart_and_is_asked_after(
    tmp_path: Path, desk: Desk, spooler: Spooler, driver: FakeDriver
) -> None:
    driver.first = Answer(JobState.SENT, "Máy in hết giấy. Nạp giấy; máy sẽ tự in tiếp.", "17")
    held = spooler.print(queued(desk).id).value
    assert (held.state, held.ticket, held.said[:15]) == (JobState.SENT, "17", "Máy in hết giấy")
    desk.close()
    with reopened(tmp_path / "desk") as again:
        after = Spooler(again, lambda address, tray: driver)
        assert after.recover(opening=True).value == 0
        driver.answers = [Answer(JobState.SENT, held.said, "17"), Answer(JobState.PRINTED)]
        assert after.ask_all(patient=False).value == 1
        assert after.ask_all(patient=False).value == 0
        assert one_job(again, held.id).state is JobState.PRINTED


def test_a_printer_that_stays_silent_leaves_a_doubt_but_not_at_once(
    desk: Desk, spooler: Spooler, driver: FakeDriver, clock: MovedClock
) -> None:
    driver.first = Answer(JobState.SENT, ticket="17")
    job = spooler.print(queued(desk).id).value
    silent = Answer(JobState.SENT, "Chưa nối lại được máy in.", "17", reached=False)
    driver.answers = [silent] * 3
    assert spooler.ask(job.id).value.said == "Chưa nối lại được máy in."
    clock.now += LOST / 2
    assert spooler.ask(job.id).value.state is JobState.SENT
    clock.now += LOST / 2 + timedelta(seconds=1)
    doubtful = spooler.ask(job.id).value
    assert (doubtful.state, offer_of(doubtful)) == (JobState.DOUBTFUL, Offer.LOOK_FIRST)


def test_a_printer_that_comes_back_is_believed(
    desk: Desk, spooler: Spooler, driver: FakeDriver, clock: MovedClock
) -> None:
    driver.first = Answer(JobState.SENT, ticket="17")
    job = spooler.print(queued(desk).id).value
    silent = Answer(JobState.SENT, "Chưa nối lại được máy in.", "17", reached=False)
    driver.answers = [silent, Answer(JobState.SENT, "", "17"), silent, Answer(JobState.PRINTED)]
    for _ in range(4):
        last = spooler.ask(job.id).value
        clock.now += LOST * 0.8
    assert last.state is JobState.PRINTED


def test_a_document_that_cannot_be_made_leaves_the_dossier_and_a_sentence(
    desk: Desk, driver: FakeDriver
) -> None:
    def trouble(_desk: Desk, _job: PrintJob) -> bytes:
        raise DeskError("Mẫu phiếu hỏng.", "Dùng lại mẫu gốc.")

    job = Spooler(desk, lambda a, t: driver, trouble).print(queued(desk).id).value
    assert (job.state, job.said) == (JobState.FAILED, "Mẫu phiếu hỏng. Dùng lại mẫu gốc.")
    assert show(desk, job.number).dossier.number == job.number
    assert not driver.papers


@pytest.mark.expects_log
def test_our_own_bugs_never_lose_a_job(desk: Desk, spooler: Spooler, driver: FakeDriver) -> None:
    def bug(_desk: Desk, _job: PrintJob) -> bytes:
        raise ZeroDivisionError

    job = Spooler(desk, lambda a, t: driver, bug).print(queued(desk).id).value
    assert (job.state, "Không vẽ được" in job.said) == (JobState.FAILED, True)
    driver.before = lambda: 1 // 0
    job = spooler.print(queued(desk).id).value
    assert job.state is JobState.DOUBTFUL


def test_the_officer_who_finds_the_paper_ends_the_doubt(
    desk: Desk, spooler: Spooler, driver: FakeDriver
) -> None:
    driver.first = Answer(JobState.DOUBTFUL, "Mất liên lạc.")
    job = spooler.print(queued(desk).id).value
    assert spooler.settle(job.id, printed=True).value.state is JobState.PRINTED
    assert offer_again(desk) == []
    driver.first = failed("Máy in hết giấy.", "Nạp giấy")
    job = spooler.print(queued(desk).id).value
    assert spooler.settle(job.id, printed=False).value.state is JobState.GIVEN_UP


def test_a_held_job_is_taken_back_at_the_printer_first(
    desk: Desk, spooler: Spooler, driver: FakeDriver
) -> None:
    driver.first = Answer(JobState.SENT, "Máy in hết giấy.", "17")
    job = spooler.print(queued(desk).id).value
    driver.answers = [Answer(JobState.SENT, "Máy in hết giấy.", "17")]
    still = spooler.settle(job.id, printed=False).value
    assert (still.state, still.ticket, "Đã bảo máy in bỏ" in still.said) == (JobState.SENT, "17", True)
    driver.answers = [failed("Lệnh in bị hủy ở máy in.", "Xem máy in")]
    assert spooler.settle(job.id, printed=False).value.state is JobState.GIVEN_UP
    assert driver.cancelled == ["17", "17"]


def test_two_presses_print_one_paper(desk: Desk, spooler: Spooler, driver: FakeDriver) -> None:
    driver.first = failed("Máy in hết giấy.", "Nạp giấy")
    job = spooler.print(queued(desk).id).value
    driver.first = Answer(JobState.PRINTED)
    assert spooler.again(job.id).value == spooler.again(job.id).value
    assert len(driver.papers) == 1


def test_another_process_that_prints_is_waited_for_and_not_doubted(
    tmp_path: Path, desk: Desk, driver: FakeDriver
) -> None:
    sending, go_on = threading.Event(), threading.Event()
    job = queued(desk)

    def hang() -> None:
        sending.set()
        assert go_on.wait(60)

    driver.before = hang
    first = threading.Thread(target=Spooler(desk, lambda a, t: driver).print, args=(job.id,))
    first.start()
    assert sending.wait(60)
    with reopened(tmp_path / "desk") as other:
        settled: list[int] = []
        second = threading.Thread(target=lambda: settled.append(Spooler(other).recover().value))
        second.start()
        assert not settled
        go_on.set()
        first.join(20)
        second.join(20)
        assert settled == [0]
        assert one_job(other, job.id).state is JobState.PRINTED


def test_the_way_from_the_queue_to_a_real_wire(desk: Desk) -> None:
    roll = RollPrinter()
    choice = printing.PrinterChoice(roll.address)
    [received] = receive(desk, [request()], OFFICER).value
    dossier = show(desk, received.number).dossier
    job = enqueue(desk, "slip", OFFICER, dossier, choice=choice).value
    sheet = Spooler(desk, document=lambda _desk, _job: page("261123000107", width=120))
    wide = sheet.print(job.id).value
    assert (wide.state, "rộng hơn cuộn giấy" in wide.said) == (JobState.FAILED, True)
    assert Spooler(desk).again(job.id).value.state is JobState.PRINTED
    assert len(roll.papers) == 2
    for paper in roll.papers:
        kinds = {read_scan(text, day_of(desk.clock())).kind for text in read_codes(paper.convert("L"))}
        assert kinds == {"slip", "lookup"}
    roll.close()
