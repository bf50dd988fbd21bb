"""Due times: when a dossier's result is promised, why, and how a supplement moves it.

The rules are those of the project's decisions, section Time, cited here by their letters; they rest on
BLDS 2015 Đ.147-148 (the day of the event is not counted, a last day off moves to the next working
day) and on the one-stop decree (15:00 rule, supplement, apology).
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from datetime import date, datetime, time
from typing import Literal

from sync.model.calendar import Calendar
from sync.model.counting import DEFAULT_CUTOFF, POLICIES, Policy, count, due_at
from sync.model.explanation import explain, make_up_words, rest_words, tentative_words
from sync.model.limit import Limit
from sync.model.moment import to_minute
from sync.model.timetable import fit
from sync.model.words import moment_in_text, short_date

__all__ = [
    "DEFAULT_CUTOFF",
    "POLICIES",
    "Due",
    "Policy",
    "SupplementRule",
    "due",
    "due_after_supplement",
    "due_at",
    "one_working_day_before",
    "working_days_after",
    "working_days_before",
    "working_days_between",
]

SupplementRule = Literal["RESTART", "EXTEND"]
"""RESTART counts anew from completion; EXTEND adds the working days waited (Time g)."""


@dataclass(frozen=True, slots=True)
class Due:
    """A due time in +07:00, told in Vietnamese.

    `counted_from` is the moment the limit ran from (the reception, moved into a session and past a
    cut-off). `tentative`: a day or year it rests on has no official notice ("dự kiến").
    """

    at: datetime
    explanation: str
    counted_from: datetime
    tentative: bool


def due(
    received: datetime,
    limit: Limit,
    calendar: Calendar,
    policy: Policy = "P1",
    cutoff: time | None = None,
) -> Due:
    """When the result of a dossier received at `received` (with an offset) is due, and why (Time a-f).

    `cutoff` is P2's (15:00 when None) and ignored by P1 and P3; a same-day limit has the calendar's
    own. Raises `CalendarEnds` when a day outside the calendar's years is needed, and `ValueError` for
    a time without an offset or an unknown policy.
    """
    course = count(received, limit, calendar, policy, cutoff)
    explanation = explain(course, calendar)
    return Due(course.at, explanation.text, course.counted_from, explanation.tentative)


def due_after_supplement(
    due_before: datetime,
    requested: datetime,
    completed: datetime,
    limit: Limit,
    calendar: Calendar,
    policy: Policy = "P1",
    cutoff: time | None = None,
    rule: SupplementRule = "RESTART",
) -> Due:
    """The due time after a supplement asked for at `requested` was complete at `completed` (Time g).

    RESTART counts the whole limit from `completed`; EXTEND moves `due_before` by as many working days
    as there are d with request < d <= completion. Raises as `due`, and `ValueError` when the
    completion precedes the request.
    """
    due_before, requested, completed = to_minute(due_before), to_minute(requested), to_minute(completed)
    if completed < requested:
        raise ValueError("the supplement was complete before it was asked for")
    if rule == "RESTART":
        anew = due(completed, limit, calendar, policy, cutoff)
        told = f"Tính lại từ đầu kể từ khi bổ sung đủ hồ sơ. {anew.explanation}"
        return Due(anew.at, told, anew.counted_from, anew.tentative)
    if rule != "EXTEND":
        raise ValueError(f"unknown supplement rule: {rule!r}")
    return _extended(due_before, requested.date(), completed.date(), calendar)


def working_days_after(day: date, number: int, calendar: Calendar) -> date:
    """The `number`-th (>= 1) working day after `day`. Raises `CalendarEnds` beyond the known years."""
    days = _known_days(day, number, calendar)
    index = bisect_right(days, day.toordinal()) + number - 1
    if index >= len(days):
        raise calendar.ends(calendar.last_year + 1)
    return date.fromordinal(days[index])


def working_days_before(day: date, number: int, calendar: Calendar) -> date:
    """The `number`-th (>= 1) working day before `day`. Raises `CalendarEnds` before the known years."""
    days = _known_days(day, number, calendar)
    index = bisect_left(days, day.toordinal()) - number
    if index < 0:
        raise calendar.ends(calendar.first_year - 1)
    return date.fromordinal(days[index])


def working_days_between(after: date, until: date, calendar: Calendar) -> int:
    """How many working days d there are with after < d <= until. Raises `CalendarEnds`."""
    days = _known_days(after, 1, calendar)
    _known_days(until, 1, calendar)
    return max(0, bisect_right(days, until.toordinal()) - bisect_right(days, after.toordinal()))


def one_working_day_before(moment: datetime, calendar: Calendar) -> datetime:
    """The latest moment for an apology: the working day before, same clock time fitted to that day.

    (Đ.19.9 of the one-stop decree: "1 day before expiry" is one working day, Time g.)
    """
    moment = to_minute(moment)
    return _at_clock_of(moment, working_days_before(moment.date(), 1, calendar), calendar)


def _known_days(day: date, number: int, calendar: Calendar) -> list[int]:
    if number < 1:
        raise ValueError(f"a count of {number} working days")
    if not calendar.first_year <= day.year <= calendar.last_year:
        raise calendar.ends(day.year)
    return calendar.timetable.days


def _at_clock_of(moment: datetime, day: date, calendar: Calendar) -> datetime:
    """The clock time of `moment` on a working day, fitted to its sessions (Time d)."""
    table = calendar.timetable
    index = table.index_from(day.toordinal())
    return table.moment(index, fit(table.shifts[index], moment.hour * 60 + moment.minute))


def _extended(due_before: datetime, requested: date, completed: date, calendar: Calendar) -> Due:
    waited = working_days_between(requested, completed, calendar)
    if waited == 0:
        told = "Bổ sung đủ hồ sơ không qua ngày làm việc nào nên giữ nguyên hạn trả"
        at, moved = due_before, ""
    else:
        day = working_days_after(due_before.date(), waited, calendar)
        at = _at_clock_of(due_before, day, calendar)
        told = (
            f"Chờ bổ sung {waited} ngày làm việc, sau ngày {short_date(requested)} đến hết ngày "
            f"{short_date(completed)}{_exclusions(calendar, requested, completed)}. "
            f"Cộng {waited} ngày làm việc vào hạn trả cũ {moment_in_text(due_before)}"
        )
        moved = _exclusions(calendar, due_before.date(), day)
    doubt = tentative_words(calendar, [(requested, completed), (due_before.date(), at.date())])
    text = f"{told}{moved}. Hẹn trả kết quả: {moment_in_text(at)}." + (f" {doubt}" if doubt else "")
    return Due(at, text, due_before, bool(doubt))


def _exclusions(calendar: Calendar, after: date, before: date) -> str:
    rests, extra = rest_words(calendar, after, before), make_up_words(calendar, after, before)
    return (f", trừ {rests}" if rests else "") + (f", tính cả {extra}" if extra else "")
