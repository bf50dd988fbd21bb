"""Until when a step is to be done, and what to warn of before it is too late.

A step's "8 giờ" is the name of a working day (Time e of the project's decisions), so whole days of a
limit are counted as working days and only what is left as time inside sessions. No step outlasts the
dossier's own due time while that is still to come. The apology's last moment: NĐ 61/2018 Điều 19.9, one
working day before.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sync.model.calendar import Calendar, CalendarEnds
from sync.model.dossier import Dossier
from sync.model.due import due_at, one_working_day_before
from sync.model.limit import Limit, Unit
from sync.model.moment import iso_minute, to_minute
from sync.model.process import HOURS_A_DAY, Step
from sync.model.status import CLOCK_ENDED, Status
from sync.model.words import moment_on_screen

STEP_LATE, STEP_SOON = "step-late", "step-soon"
LATE, APOLOGISE, APOLOGY_LATE = "late", "apologise", "apology-late"
UNASSIGNED, UNANSWERED = "unassigned", "unanswered"
SOON_HOURS = 4


def step_due(at: datetime, step: Step, until: datetime | None, calendar: Calendar) -> datetime | None:
    """When a step begun at `at` is to be done; None: with the dossier, whose due time is `until`.

    Also None where the calendar does not reach that far: then the dossier's own due time counts.
    """
    hours = step.hours
    if not hours:
        return None
    at = to_minute(at)
    days, rest = divmod(hours, HOURS_A_DAY)
    try:
        due = due_at(at, Limit(days, Unit.WORKING_DAY), calendar) if days else at
        due = due_at(due, Limit(rest, Unit.HOUR), calendar) if rest else due
    except CalendarEnds:
        return None
    return until if until is not None and at < until < due else due


def resumed_due(dossier: Dossier, now: datetime, until: datetime | None, calendar: Calendar) -> str:
    """Until when the step that waited for the citizen is to be done, counted anew, as a body says it; empty
    for a dossier that is at no step, or whose step ends with the dossier."""
    step = dossier.work.current
    due = step_due(now, step, until, calendar) if step is not None else None
    return iso_minute(due) if due is not None else ""


@dataclass(frozen=True, slots=True)
class StepWarning:
    """What to see to: `kind` a constant here, by when (`at`), and the sentence; the gravest first."""

    kind: str
    at: datetime
    sentence: str


def step_warnings(
    dossier: Dossier, calendar: Calendar, now: datetime, soon_hours: int = SOON_HOURS
) -> tuple[StepWarning, ...]:
    """What an open dossier is late with, or about to be. `soon_hours` are working hours before a step's end.

    Nothing is late while the citizen is waited for: the clock stands.
    """
    if dossier.annulled or dossier.status in CLOCK_ENDED:
        return ()
    if dossier.status in (Status.SUPPLEMENT, Status.FEE_DUE) or dossier.due_at is None:
        return _unanswered(dossier, now)
    return (*_of_dossier(dossier, dossier.due_at, calendar, now), *_of_step(dossier, calendar, now,
    soon_hours), *_unanswered(dossier, now))  # fmt: skip


def _of_dossier(
    dossier: Dossier, due: datetime, calendar: Calendar, now: datetime
) -> tuple[StepWarning, ...]:
    if now > due:
        again = "; đã hẹn lại một lần" if dossier.renewed else "; gửi văn bản xin lỗi và hẹn lại"
        return (StepWarning(LATE, due, f"Quá hạn trả kết quả từ {moment_on_screen(due)}{again}."),)
    if dossier.renewed is not None:
        return ()
    try:
        last = one_working_day_before(due, calendar)
    except CalendarEnds:
        return ()
    if now > last:
        words = f"Hẹn trả {moment_on_screen(due)}; đã qua lúc phải xin lỗi trước một ngày làm việc."
        return (StepWarning(APOLOGY_LATE, last, words),)
    if _hours_before(last, now, calendar, HOURS_A_DAY):
        said = moment_on_screen(last)
        words = f"Nếu không kịp hạn {moment_on_screen(due)}, xin lỗi và hẹn lại trước {said}."
        return (StepWarning(APOLOGISE, last, words),)
    return ()


def _of_step(dossier: Dossier, calendar: Calendar, now: datetime, soon: int) -> tuple[StepWarning, ...]:
    work = dossier.work
    found = []
    if work.due is not None and work.step:
        if now > work.due:
            words = f"Bước {work.step_name} quá hạn từ {moment_on_screen(work.due)}."
            found.append(StepWarning(STEP_LATE, work.due, words))
        elif _hours_before(work.due, now, calendar, soon):
            words = f"Bước {work.step_name} đến hạn {moment_on_screen(work.due)}."
            found.append(StepWarning(STEP_SOON, work.due, words))
    if work.step and work.officer is None and work.since is not None:
        words = f"Bước {work.step_name} chưa phân công ai từ {moment_on_screen(work.since)}."
        found.append(StepWarning(UNASSIGNED, work.since, words))
    return tuple(found)


def _unanswered(dossier: Dossier, now: datetime) -> tuple[StepWarning, ...]:
    return tuple(
        StepWarning(
            UNANSWERED,
            one.due,
            f"{one.office} chưa trả lời, hạn {moment_on_screen(one.due)}; im lặng không phải đồng ý.",
        )
        for one in dossier.work.unanswered
        if one.due is not None and now > one.due
    )


def _hours_before(end: datetime, now: datetime, calendar: Calendar, hours: int) -> bool:
    """Whether no more than that many working hours are left until `end`."""
    try:
        return due_at(now, Limit(max(hours, 1), Unit.HOUR), calendar) >= end
    except CalendarEnds:
        return False
