"""What the fold knows of the work on a dossier: which step, in whose hands, until when, and what was said."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import TYPE_CHECKING

from sync.model.process import RETURN, Process, Step
from sync.model.status import FINAL, Status

if TYPE_CHECKING:
    from sync.model.dossier import Officer

OUTCOMES = ("grant", "refuse", "supplement", "stop")
"""What an appraisal proposes."""
OPINIONS = ("agree", "disagree", "other")
CAPACITIES = ("", "KT.", "TUQ.", "TL.")
"""How one signs: in one's own right, as a deputy for the head (ký thay), by delegation (thừa ủy quyền),
by order (thừa lệnh). NĐ 30/2020 Điều 13."""
REASONS = ("", "rights", "absence", "transfer", "load")
"""Why another person gets a dossier: rights withdrawn, absent, moved to another post, too much on one
desk."""


@dataclass(frozen=True, slots=True)
class Run:
    """A time in which a step lay in one pair of hands. `due` None: the dossier's due time, or its clock
    stands; `until` None: still so; `ended_by` the kind of the entry that ended it."""

    step: str
    name: str
    office: str
    officer: Officer | None
    since: datetime
    due: datetime | None = None
    until: datetime | None = None
    ended_by: str = ""

    @property
    def late(self) -> bool:
        """Whether it ended after its own limit."""
        return self.until is not None and self.due is not None and self.until > self.due


@dataclass(frozen=True, slots=True)
class Consultation:
    """An opinion asked of another office, by the digest of its entry in hex. Silence is not consent: without
    `answered_at` nothing was said."""

    entry: str
    office: str
    unit: str
    question: str
    asked_at: datetime
    asked_by: Officer
    due: datetime | None = None
    opinion: str = ""
    answer: str = ""
    number: str = ""
    answered_at: datetime | None = None
    answered_by: Officer | None = None


@dataclass(frozen=True, slots=True)
class Proposal:
    """What an appraisal proposes: one of `OUTCOMES`, in words."""

    entry: str
    at: datetime
    by: Officer
    outcome: str
    words: str = ""


@dataclass(frozen=True, slots=True)
class Approval:
    """A signature. `by` is who recorded it, `signer` who signed with which title; `capacity` of `CAPACITIES`,
    `instead_of` for whom, `basis` the paper that allows it. `number` and `dated` are the decision's."""

    entry: str
    at: datetime
    by: Officer
    signer: str
    title: str = ""
    capacity: str = ""
    instead_of: str = ""
    basis: str = ""
    outcome: str = ""
    number: str = ""
    dated: date | None = None


@dataclass(frozen=True, slots=True)
class Sealing:
    """The result under seal: its number and day in the records office's book, and how many copies."""

    entry: str
    at: datetime
    by: Officer
    number: str = ""
    dated: date | None = None
    copies: int = 1


@dataclass(frozen=True, slots=True)
class Work:
    """The work on a dossier so far; all empty for one nobody has worked on by steps.

    `process` is the order it goes by, as frozen when the work began; `step` the code of the step it is
    at (empty: none), `step_name` its name, `officer` who has it (None: nobody yet) in `office`, since
    when, and until when (`due` None: the dossier's own due time). `runs` are the times spent, the last
    one without an end while it lasts. `missing` are papers that were on the list and did not come.
    """

    process: Process | None = None
    step: str = ""
    step_name: str = ""
    office: str = ""
    officer: Officer | None = None
    since: datetime | None = None
    due: datetime | None = None
    paused: bool = False
    runs: tuple[Run, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    missing: tuple[str, ...] = ()
    proposal: Proposal | None = None
    approval: Approval | None = None
    sealing: Sealing | None = None

    @property
    def current(self) -> Step | None:
        """The step it is at, as the process has it."""
        return self.process.step(self.step) if self.process is not None else None

    @property
    def unanswered(self) -> tuple[Consultation, ...]:
        """Opinions asked for that have not come."""
        return tuple(one for one in self.consultations if one.answered_at is None)

    def begin(self, run: Run, ended_by: str) -> Work:
        """The work in a new pair of hands, or at a new step; what ran until now ends there."""
        ended = self.end(run.since, ended_by)
        return replace(
            ended,
            step=run.step,
            step_name=run.name,
            office=run.office,
            officer=run.officer,
            since=run.since,
            due=run.due,
            paused=False,
            runs=(*ended.runs, run),
        )

    def end(self, at: datetime, ended_by: str) -> Work:
        """Nobody has it any more; it is still at its step."""
        runs = self.runs
        if runs and runs[-1].until is None:
            runs = (*runs[:-1], replace(runs[-1], until=at, ended_by=ended_by))
        return replace(self, officer=None, office="", since=None, due=None, runs=runs)

    def pause(self, at: datetime, ended_by: str) -> Work:
        """The clock stands while the citizen is waited for; step and officer stay."""
        stopped = self.end(at, ended_by)
        return replace(stopped, officer=self.officer, office=self.office, since=at, paused=True)


def after_move(
    work: Work, was: Status, to: Status, at: datetime, kind: str, due: datetime | None = None
) -> Work:
    """The work after the dossier went from one status to another: it pauses, goes on, is to be returned, or
    is over."""
    if work.process is None and not work.runs:
        return work
    if to in FINAL:
        return replace(work.end(at, kind), step="", step_name="", paused=False)
    if to is Status.DONE:
        last = work.process.first(RETURN) if work.process is not None else None
        if last is None or work.step == last.code:
            return work
        return work.begin(Run(last.code, last.name, last.office, None, at), kind)
    if to in (Status.SUPPLEMENT, Status.FEE_DUE):
        return work if work.paused else work.pause(at, kind)
    if work.paused:
        run = Run(work.step, work.step_name, work.office, work.officer, at, due)
        return work.begin(run, kind)
    if was is Status.DONE and to is Status.PROCESSING and work.process is not None:
        return _again(work, at, kind, due)
    return work


def _again(work: Work, at: datetime, kind: str, due: datetime | None) -> Work:
    """A finished result goes back to who worked on it first."""
    assert work.process is not None
    ends = (work.process.steps[0].code, work.process.steps[-1].code)
    before = next((one for one in work.runs if one.step not in ends), None)
    if before is None:
        step = work.process.steps[min(1, len(work.process.steps) - 1)]
        return work.begin(Run(step.code, step.name, step.office, None, at, due), kind)
    run = Run(before.step, before.name, before.office, before.officer, at, due)
    return replace(work.begin(run, kind), approval=None, sealing=None)


NO_WORK = Work()
"""Nobody has worked on it."""
