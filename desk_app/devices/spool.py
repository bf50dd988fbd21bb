"""The spooler: takes a job from the queue through its driver to the printer's answer, every step durable.

One process of a data folder spools at a time; a job found `sent` under that lock without a ticket belongs to
a process that died, and is in doubt. Waiting between questions is the caller's.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Final

from filelock import FileLock, Timeout

from desk_app.devices.choosing import OpenDriver, open_driver
from desk_app.devices.driver import NOT_DRAWN, PAPER_SAFE, Answer, Sheet, doubtful
from desk_app.domain.mistakes import DeskError
from desk_app.domain.print_job import (
    OPEN,
    JobState,
    Offer,
    PrintJob,
    Step,
    StepRefused,
    after_crash,
    offer_of,
)
from desk_app.operations.desk import Desk
from desk_app.operations.outcome import NOTHING, Changes, Outcome
from desk_app.operations.printing import PrinterChoice, advance, document_of, jobs, one_job

LOCK_NAME: Final = "print.lock"
LOCK_SECONDS: Final = 90.0
LOST: Final = timedelta(seconds=45)
"""A printer that does not answer for so long leaves its job in doubt."""
CLOSED_BEFORE: Final = (
    f"Chương trình đóng trước khi in, chưa có giấy nào ra. {PAPER_SAFE} Bấm “In lại” nếu cần."
)
CLOSED_WITHIN: Final = doubtful("Chương trình hoặc máy tắt giữa lúc in.").said
TAKING_BACK: Final = "Đã bảo máy in bỏ lệnh này; đang chờ máy in trả lời."
OUR_FAULT: Final = doubtful("Chương trình gặp lỗi khi đang in.").said
_CHANGES: Final = Changes(printing=True)
_ENDS: Final = {
    JobState.SENT: Step.ACCEPT,
    JobState.TAKEN: Step.TAKE,
    JobState.PRINTED: Step.PRINT,
    JobState.FAILED: Step.FAIL,
    JobState.DOUBTFUL: Step.DOUBT,
}
_log = logging.getLogger(__name__)


class Spooler:
    """Spools the jobs of one desk. Called from one thread."""

    def __init__(
        self,
        desk: Desk,
        open_driver: OpenDriver = open_driver,
        document: Callable[[Desk, PrintJob], bytes] = document_of,
    ) -> None:
        self._desk, self._open, self._document = desk, open_driver, document
        self._lock = FileLock(str(desk.paths.data / LOCK_NAME), timeout=LOCK_SECONDS, thread_local=False)
        self._silent: dict[int, datetime] = {}

    @contextmanager
    def alone(self) -> Iterator[None]:
        """No other process spools meanwhile. Raises `DeskError` when one holds on too long."""
        try:
            with self._lock:
                yield
        except Timeout as error:
            raise DeskError(
                "Một chương trình khác của quầy đang in quá lâu.", "Chờ một phút rồi in lại."
            ) from error

    def print(self, job: int) -> Outcome[PrintJob]:
        """Prints a waiting job: rendered, sent, the printer's first answer. Any other job stays as it is."""
        with self.alone():
            found = one_job(self._desk, job)
            if found.state is not JobState.WAITING:
                return Outcome(found)
            return Outcome(self._through(found), _CHANGES)

    def _through(self, job: PrintJob) -> PrintJob:
        try:
            pdf = self._document(self._desk, job)
            driver = self._open(job.printer, job.tray)
        except DeskError as trouble:
            return self._step(job, Step.FAIL, trouble.sentence)
        except Exception as bug:
            _log.error("a document of form %s was not made: %s", job.form, type(bug).__name__)
            return self._step(job, Step.FAIL, NOT_DRAWN)
        job = self._step(job, Step.RENDER)
        job = self._step(job, Step.SEND)
        try:
            answer = driver.send(Sheet(pdf, job.number, job.tray, job.id))
        except Exception as bug:
            _log.error("a driver failed: %s", type(bug).__name__)
            return self._step(job, Step.DOUBT, OUR_FAULT)
        return self._answered(job, answer)

    def ask(self, job: int, *, patient: bool = True) -> Outcome[PrintJob]:
        """Asks the printer once what became of a job it accepted.

        A printer that stays silent leaves a doubt: after `LOST`, or at once when not `patient`.
        """
        with self.alone():
            found = one_job(self._desk, job)
            if found.state is not JobState.SENT or not found.ticket:
                return Outcome(found)
            try:
                answer = self._open(found.printer, found.tray).ask(found.ticket)
            except DeskError as trouble:
                answer = Answer(JobState.SENT, trouble.sentence, found.ticket, reached=False)
            if answer.reached:
                self._silent.pop(job, None)
            elif not patient or self._desk.clock() - self._silent.setdefault(job, self._desk.clock()) > LOST:
                answer = doubtful("Máy in đã nhận lệnh rồi không trả lời nữa.")
            if answer.state is JobState.SENT and answer.said == found.said:
                return Outcome(found)
            return Outcome(self._answered(found, answer), _CHANGES)

    def ask_all(self, *, patient: bool = True) -> Outcome[int]:
        """Asks after every job a printer still holds; how many are still held."""
        changes, held = NOTHING, 0
        for job in jobs(self._desk, unsettled=True):
            if job.state is JobState.SENT and job.ticket:
                outcome = self.ask(job.id, patient=patient)
                changes |= outcome.changes
                held += outcome.value.state is JobState.SENT
        return Outcome(held, changes)

    def recover(self, *, opening: bool = False, up_to: int | None = None) -> Outcome[int]:
        """Settles what processes that died left; how many jobs. `opening`: at the window's start.

        `up_to` is the last job that can have been left: what this process asked for since is only waiting.
        Nothing is printed by itself: what is left is offered again.
        """
        settled = 0
        with self.alone():
            for job in jobs(self._desk, unsettled=True):
                step = after_crash(job, opening=opening)
                if step is not None and (up_to is None or job.id <= up_to):
                    said = CLOSED_WITHIN if step is Step.DOUBT else CLOSED_BEFORE
                    self._step(job, step, said)
                    settled += 1
        return Outcome(settled, _CHANGES if settled else NOTHING)

    def again(self, job: int, choice: PrinterChoice | None = None) -> Outcome[PrintJob]:
        """Prints a failed or doubtful job once more, on the same or another printer."""
        with self.alone():
            if offer_of(one_job(self._desk, job)) is not Offer.NOTHING:
                advance(self._desk, job, Step.AGAIN, choice=choice)
            return self.print(job)

    def settle(self, job: int, *, printed: bool) -> Outcome[PrintJob]:
        """The officer decides: the paper is there (`printed`), or it is not wanted any more.

        A job a printer still holds is taken back there; it is settled by the printer's answer, now or later.
        """
        with self.alone():
            found = one_job(self._desk, job)
            if found.state is JobState.SENT and found.ticket and not printed:
                driver = self._open(found.printer, found.tray)
                driver.cancel(found.ticket)
                answer = driver.ask(found.ticket)
                if answer.state is JobState.SENT:
                    answer = Answer(JobState.SENT, TAKING_BACK, found.ticket)
                found = self._answered(found, answer)
            if found.state in OPEN and found.state is not JobState.SENT:
                found = self._step(found, Step.PRINT if printed else Step.GIVE_UP)
            return Outcome(found, _CHANGES)

    def _answered(self, job: PrintJob, answer: Answer) -> PrintJob:
        return self._step(job, _ENDS[answer.state], answer.said, answer.ticket)

    def _step(self, job: PrintJob, step: Step, said: str = "", ticket: str = "") -> PrintJob:
        try:
            return advance(self._desk, job.id, step, said=said, ticket=ticket).value
        except StepRefused:
            return one_job(self._desk, job.id)
