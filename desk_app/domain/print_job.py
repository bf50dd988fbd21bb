"""A print job's life, as pure functions: what may happen to it, what a crash leaves, what is offered again.

``waiting → rendered → sent → printed | taken | failed | doubtful``, and from failed or doubtful again to
waiting, or given up. `sent` is durable before the first byte leaves the desk, so a crash after it can only
leave a doubt, never a second paper that nobody asked for.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from typing import Final


class JobState(StrEnum):
    """Where a job stands. `taken`: handed to a printer that gives no further word; it may have printed."""

    WAITING = "waiting"
    RENDERED = "rendered"
    SENT = "sent"
    TAKEN = "taken"
    PRINTED = "printed"
    FAILED = "failed"
    DOUBTFUL = "doubtful"
    GIVEN_UP = "given-up"

    @property
    def label(self) -> str:
        """The state in the officer's words."""
        return _LABELS[self]


_LABELS: Final[Mapping[JobState, str]] = {
    JobState.WAITING: "Chờ in",
    JobState.RENDERED: "Sắp gửi máy in",
    JobState.SENT: "Máy in đang xử lý",
    JobState.TAKEN: "Đã gửi máy in, máy không báo lại",
    JobState.PRINTED: "Đã in",
    JobState.FAILED: "Chưa in được",
    JobState.DOUBTFUL: "Chưa rõ giấy đã ra hay chưa",
    JobState.GIVEN_UP: "Thôi không in",
}
OPEN: Final = frozenset(
    {JobState.WAITING, JobState.RENDERED, JobState.SENT, JobState.FAILED, JobState.DOUBTFUL}
)
"""States something is still to happen in."""
MAY_BE_OUT: Final = frozenset({JobState.TAKEN, JobState.PRINTED, JobState.DOUBTFUL})
"""States in which paper may lie in the tray."""


class Step(StrEnum):
    """What happens to a job. `accept`: the printer has it under a ticket and will still answer."""

    RENDER = "render"
    SEND = "send"
    ACCEPT = "accept"
    TAKE = "take"
    PRINT = "print"
    FAIL = "fail"
    DOUBT = "doubt"
    AGAIN = "again"
    GIVE_UP = "give-up"


_S = JobState
_STEPS: Final[Mapping[Step, tuple[frozenset[JobState], JobState]]] = {
    Step.RENDER: (frozenset({_S.WAITING}), _S.RENDERED),
    Step.SEND: (frozenset({_S.RENDERED}), _S.SENT),
    Step.ACCEPT: (frozenset({_S.SENT}), _S.SENT),
    Step.TAKE: (frozenset({_S.SENT}), _S.TAKEN),
    # from doubtful: the officer looked, and the paper lies there
    Step.PRINT: (frozenset({_S.SENT, _S.DOUBTFUL}), _S.PRINTED),
    Step.FAIL: (frozenset({_S.WAITING, _S.RENDERED, _S.SENT}), _S.FAILED),
    Step.DOUBT: (frozenset({_S.SENT}), _S.DOUBTFUL),
    Step.AGAIN: (frozenset({_S.FAILED, _S.DOUBTFUL}), _S.WAITING),
    Step.GIVE_UP: (frozenset({_S.WAITING, _S.RENDERED, _S.FAILED, _S.DOUBTFUL}), _S.GIVEN_UP),
}


class StepRefused(ValueError):
    """A step that may not happen in the job's state: our bug, or another process was quicker."""


@dataclass(frozen=True, slots=True)
class PrintJob:
    """One demand for paper. `number` names it to people: the dossier's number, or a list's title.

    `dossier` is empty for paper of no one dossier. `issue` is the document's own (a corrected slip is another
    issue). `reprint` n > 0 is printed as "bản in lại lần n". `out`: some attempt may have put paper out.
    `ticket` is the printer's name for the job; `said` what happened and what to do, empty when all is well.
    """

    id: int
    dossier: bytes
    number: str
    form: str
    printer: str
    created_at: datetime
    changed_at: datetime
    copy: str = ""
    issue: int = 0
    tray: str = ""
    state: JobState = JobState.WAITING
    reprint: int = 0
    attempts: int = 0
    out: bool = False
    ticket: str = ""
    said: str = ""
    officer: str = ""
    officer_name: str = ""


def advanced(job: PrintJob, step: Step, at: datetime, *, said: str = "", ticket: str = "") -> PrintJob:
    """The job after a step. Raises `StepRefused` when the step may not happen in its state."""
    allowed, state = _STEPS[step]
    if job.state not in allowed:
        raise StepRefused(f"{step} of a job that is {job.state}")
    return replace(
        job,
        state=state,
        changed_at=at,
        said=said,
        ticket=ticket or (job.ticket if state in (_S.SENT, _S.DOUBTFUL) else ""),
        attempts=job.attempts + (step is Step.SEND),
        out=job.out or state in MAY_BE_OUT,
    )


def again(job: PrintJob, at: datetime, reprint: int, printer: str, tray: str) -> PrintJob:
    """A failed or doubtful job asked for once more, under the reprint number the queue gives it."""
    waiting = advanced(job, Step.AGAIN, at)
    return replace(waiting, reprint=reprint, printer=printer, tray=tray, ticket="")


def after_crash(job: PrintJob, *, opening: bool) -> Step | None:
    """The step that settles a job whose process is gone; None when it stands as it should.

    `opening`: no process that could still have jobs of its own in hand is alive. A sent job with a ticket is
    asked after at the printer; without one nobody can know.
    """
    if job.state is _S.SENT and not job.ticket:
        return Step.DOUBT
    if opening and job.state in (_S.WAITING, _S.RENDERED):
        return Step.FAIL
    return None


class Offer(StrEnum):
    """What is offered for a job: nothing; printing, for no paper came out; a look into the tray first."""

    NOTHING = "nothing"
    PRINT = "print"
    LOOK_FIRST = "look-first"


def offer_of(job: PrintJob) -> Offer:
    """What the officer is offered now."""
    if job.state is _S.DOUBTFUL:
        return Offer.LOOK_FIRST
    return Offer.PRINT if job.state is _S.FAILED else Offer.NOTHING
