"""Printing from the window: asked here, queued durably, spooled in the printer's lane, told in one line."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal

from desk_app.background.lanes import Lanes
from desk_app.devices.driver import Answer, Driver, Look, Sheet, of_no_dossier
from desk_app.domain.mistakes import DeskError
from desk_app.domain.print_job import JobState, Offer, PrintJob, offer_of
from desk_app.operations.outcome import Changes, Outcome
from desk_app.ui.print_words import queue_words
from desk_app.ui.tongue import tr

if TYPE_CHECKING:
    from desk_app.devices.spool import Spooler
    from desk_app.domain.queue import Ticket
    from desk_app.operations.desk import Desk
    from desk_app.operations.printing import PrinterChoice
    from sync.model.dossier import Officer

Print = Callable[[bytes, str], str]
"""PDF and title -> the printer's name; raises `DeskError`."""
ASK_MILLISECONDS: Final = 2_000
"""How often a printer that holds a job is asked after it."""


class CalledPrinter:
    """A `Driver` around a function that prints: what a window is given instead of the system's printers."""

    def __init__(self, print_page: Print) -> None:
        self._print = print_page

    def send(self, sheet: Sheet) -> Answer:
        """Prints by the function."""
        try:
            self._print(sheet.pdf, sheet.title)
        except DeskError as trouble:
            return Answer(JobState.FAILED, trouble.sentence)
        return Answer(JobState.TAKEN)

    def ask(self, ticket: str) -> Answer:
        """Nothing is ever left open."""
        return Answer(JobState.TAKEN)

    def cancel(self, ticket: str) -> None:
        """Nothing to take back."""

    def look(self) -> Look:
        """Always there."""
        return Look(True)


class Paper(QObject):
    """`told` carries the state of the print queue in words and whether it needs a look.

    `print_page` stands in for every printer there is.
    """

    told = Signal(str, bool)

    def __init__(self, desk: Desk, lanes: Lanes, officer: Officer, print_page: Print | None = None) -> None:
        super().__init__(lanes)
        self._desk, self._lanes, self._officer = desk, lanes, officer
        self._print_page = print_page
        self._over = False
        self._made: Spooler | None = None
        self._printer = ""
        self._last = 0
        self.troubled = b""
        """The dossier whose print wants a look; empty when none does."""
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(ASK_MILLISECONDS)
        self._again.timeout.connect(self._ask)
        lanes.changed.connect(self._changed)

    def end(self) -> None:
        """The officer left: nothing more is told, nothing more is asked."""
        self._over = True
        self._again.stop()
        self._lanes.changed.disconnect(self._changed)

    def _spooler(self) -> Spooler:
        """Made in the printer's lane, where everything of it runs."""
        if self._made is None:
            from desk_app.devices.choosing import open_driver
            from desk_app.devices.spool import Spooler

            stand_in: Driver | None = CalledPrinter(self._print_page) if self._print_page else None
            self._made = Spooler(self._desk, (lambda _a, _t: stand_in) if stand_in else open_driver)
        return self._made

    # ------------------------------------------------------------------------------------------- the queue

    def look(self, *, opening: bool = False) -> None:
        """Finds the printer and tells how the queue stands; `opening` settles what a crash left.

        What is printed from now on was not left, though the printer's lane may be slow to look. So the last
        job before it is asked for in the lane in which jobs are written.
        """
        if not opening:
            self._look(None)
            return
        desk = self._desk

        def last() -> Outcome[int]:
            from desk_app.operations.printing import jobs

            return Outcome(max((job.id for job in jobs(desk, unsettled=True)), default=0))

        self._lanes.write(last, self._look, self._trouble)

    def _look(self, last: int | None) -> None:
        opening = last is not None

        def job() -> Outcome[str]:
            changes = self._spooler().recover(opening=opening, up_to=last).changes
            if opening:
                changes |= self._spooler().ask_all(patient=False).changes
            from desk_app.devices.printing import printer_names

            return Outcome(next(iter(printer_names()), ""), changes)

        def found(name: str) -> None:
            self._printer = name
            self._tell()

        self._lanes.printer(job, found, self._trouble)

    def print_slip(self, dossier: bytes, number: str) -> None:
        """Prints the slip of a dossier (its id) that is already durable; each call asks for one paper."""
        self.print_form("slip", dossier)

    def print_form(self, form: str, dossier: bytes) -> None:
        """Prints one of a dossier's papers."""
        desk, officer = self._desk, self._officer

        def queue() -> Outcome[PrintJob]:
            from desk_app.operations.find import show
            from desk_app.operations.printing import enqueue

            return enqueue(desk, form, officer, show(desk, dossier).dossier)

        self._lanes.write(queue, self._spool, self._trouble)

    def _spool(self, job: PrintJob) -> None:
        self._run(job.id, lambda spooler: spooler.print(job.id))

    def print_ticket(self, ticket: Ticket) -> None:
        """Prints a queue ticket that was taken; printed once more it is the same turn."""
        desk, officer = self._desk, self._officer

        def queue() -> Outcome[PrintJob]:
            from desk_app.operations.tickets import enqueue_ticket

            return enqueue_ticket(desk, ticket, officer)

        self._lanes.write(queue, self._spool, self._trouble)

    def print_refusal(self, name: str) -> None:
        """Prints Mẫu 03 of a refusal at reception; once more it is marked as a reprint."""
        desk, officer = self._desk, self._officer

        def queue() -> Outcome[PrintJob]:
            from desk_app.operations.printing import REFUSAL, enqueue

            return enqueue(desk, REFUSAL, officer, title=name)

        self._lanes.write(queue, self._spool, self._trouble)

    def again(self, job: int) -> None:
        """Prints a failed or doubtful job once more."""
        self._run(job, lambda spooler: spooler.again(job))

    def settle(self, job: int, printed: bool) -> None:
        """The officer says that the paper is there, or that it is not wanted."""
        self._run(job, lambda spooler: spooler.settle(job, printed=printed))

    def _run(self, job: int, ask: Callable[[Spooler], Outcome[PrintJob]]) -> None:
        self._last = job
        self._lanes.printer(lambda: ask(self._spooler()), None, self._trouble)

    def _ask(self) -> None:
        def asked(held: int) -> None:
            if held and not self._over:
                self._again.start()

        self._lanes.printer(lambda: self._spooler().ask_all(), asked, self._trouble, topic="ask-printers")

    # -------------------------------------------------------------------------------------------- telling

    def _changed(self, changes: Changes) -> None:
        if changes.printing:
            self._tell()

    def _tell(self) -> None:
        desk, last = self._desk, self._last

        def read() -> tuple[list[PrintJob], PrintJob | None]:
            from desk_app.operations.printing import jobs, one_job

            return jobs(desk, unsettled=True), one_job(desk, last) if last else None

        self._lanes.read(read, self._say, self._trouble, topic="print-queue")

    def _say(self, found: tuple[list[PrintJob], PrintJob | None]) -> None:
        unsettled, last = found
        wanting = [job for job in unsettled if offer_of(job) is not Offer.NOTHING or job.said]
        self.troubled = wanting[-1].dossier if wanting else b""
        self.told.emit(*queue_words(unsettled, last, self._printer))
        if any(job.state is JobState.SENT and job.ticket for job in unsettled) and not self._over:
            self._again.start()

    def _trouble(self, trouble: DeskError) -> None:
        self.told.emit(trouble.title.rstrip("."), True)

    # ------------------------------------------------------------------------------------------ as a file

    def save_slip(self, dossier: bytes, path: str, then: Callable[[str], None]) -> None:
        """Writes a dossier's slip as a PDF file where the officer wants it; `then` gets one sentence."""
        desk = self._desk
        self.save_made(lambda: _slip(desk, dossier), path, then, tr("phiếu"))

    def save_made(self, make: Callable[[], bytes], path: str, then: Callable[[str], None], what: str) -> None:
        """Writes the PDF, or another file, that `make` gives; `what` it is in words."""
        is_pdf = path.lower().endswith(".pdf")

        def job() -> str:
            pdf = make()
            try:
                with open(path, "wb") as file:
                    file.write(pdf)
            except OSError:
                return tr("Chưa lưu được tệp; chọn thư mục khác rồi lưu lại.")
            return (tr("Đã lưu {0} thành tệp PDF.") if is_pdf else tr("Đã lưu {0}.")).format(what)

        self._lanes.paper(job, then, lambda trouble: then(trouble.sentence))

    def try_out(
        self, choice: PrinterChoice, make: Callable[[], bytes], title: str, then: Callable[[str, bool], None]
    ) -> None:
        """Prints a page that belongs to no dossier on a printer, past the queue.

        `then` gets what came of it in words, and whether all is well.
        """
        stand_in = CalledPrinter(self._print_page) if self._print_page else None

        def job() -> Outcome[Answer]:
            from desk_app.devices.choosing import open_driver

            pdf = make()
            driver = stand_in or open_driver(choice.printer, choice.tray)
            return Outcome(driver.send(Sheet(pdf, title, choice.tray)))

        def sent(answer: Answer) -> None:
            good = answer.state not in (JobState.FAILED, JobState.DOUBTFUL)
            then(tr("Đã gửi trang thử ✓ Xem giấy ở máy in.") if good else of_no_dossier(answer.said), good)

        self._lanes.printer(job, sent, lambda trouble: then(trouble.sentence, False))

    def print_made(self, make: Callable[[], bytes], title: str, what: str) -> None:
        """Prints a PDF that belongs to no dossier (a sample) on the default printer, past the queue."""
        print_page = self._print_page or _on_default
        self.told.emit(tr("Đang in {0}…").format(what), False)

        def sent(_printer: str) -> None:
            self.told.emit(tr("Đã gửi in {0} ✓").format(what), False)

        self._lanes.paper(lambda: print_page(make(), title), sent, self._trouble)


def _on_default(pdf: bytes, title: str) -> str:
    from desk_app.devices.printing import print_pdf

    return print_pdf(pdf, title=title)


def _slip(desk: Desk, dossier: bytes) -> bytes:
    from desk_app.operations.find import show
    from desk_app.operations.slips import slip_pdf_of

    return slip_pdf_of(desk, show(desk, dossier).dossier)
