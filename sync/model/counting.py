"""The count from a reception to its due time (decisions, Time a to f), without a word about it.

`steps` is the one computation; `due_at` takes its end, `sync.model.explanation` tells its course.
"""

from __future__ import annotations

from calendar import isleap
from dataclasses import dataclass
from datetime import MAXYEAR, date, datetime, time
from typing import Literal

from sync.model.calendar import Calendar, minute_of
from sync.model.limit import Limit, Unit
from sync.model.moment import VIETNAM
from sync.model.timetable import Timetable, fit

Policy = Literal["P1", "P2", "P3"]
"""P1: as received. P2: after a cut-off, from the next working day. P3: due at closing (Time b)."""
POLICIES: tuple[Policy, ...] = ("P1", "P2", "P3")
DEFAULT_CUTOFF = time(15)
"""P2's cut-off where the commune has set none."""

_MONTH_ENDS = (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_DEFAULT_CUTOFF_MINUTE = minute_of(DEFAULT_CUTOFF)
# Looking a member up in its enum costs as much as a bisect: the fast path has them at hand.
_SAME_DAY, _HOUR, _WORKING_DAY = Unit.SAME_DAY, Unit.HOUR, Unit.WORKING_DAY
_DAY, _YEAR = Unit.DAY, Unit.YEAR


@dataclass(frozen=True, slots=True)
class Count:
    """The course of one count, all times in +07:00 to the minute.

    `received` as handed in, `admitted` after moving it into a session (Time a), `counted_from` after
    the cut-off of P2 or of a same-day limit, `nominal` the day the limit itself ends on (later moved
    off rest days), `clock` the time of day it would have, `at` the due time.
    """

    limit: Limit
    policy: Policy
    cutoff: time
    received: datetime
    admitted: datetime
    counted_from: datetime
    nominal: date
    clock: time
    at: datetime


def due_at(
    received: datetime,
    limit: Limit,
    calendar: Calendar,
    policy: Policy = "P1",
    cutoff: time | None = None,
) -> datetime:
    """The due time alone, in +07:00: the fast path (about a microsecond); arguments as for `due`."""
    table = calendar.timetable
    if received.tzinfo is not VIETNAM:
        received = _vietnamese(received, calendar)
    try:
        course = steps(
            table,
            received.toordinal(),
            received.hour * 60 + received.minute,
            limit,
            policy,
            _DEFAULT_CUTOFF_MINUTE if cutoff is None else cutoff.hour * 60 + cutoff.minute,
        )
        return table.moment(course[6], course[7])
    except IndexError:
        raise calendar.ends(_unknown_year(received, calendar)) from None


def count(received: datetime, limit: Limit, calendar: Calendar, policy: Policy, cutoff: time | None) -> Count:
    """The whole course of the count, for the explanation; arguments as for `due`."""
    table = calendar.timetable
    received = _vietnamese(received, calendar).replace(second=0, microsecond=0, fold=0)
    cutoff = DEFAULT_CUTOFF if cutoff is None else cutoff
    minute = received.hour * 60 + received.minute
    try:
        start, at, first, begin, nominal, clock, end, due = steps(
            table, received.toordinal(), minute, limit, policy, minute_of(cutoff)
        )
        return Count(
            limit=limit,
            policy=policy,
            cutoff=calendar.same_day_cutoff if limit.unit is Unit.SAME_DAY else cutoff,
            received=received,
            admitted=table.moment(start, at),
            counted_from=table.moment(first, begin),
            nominal=date.fromordinal(nominal),
            clock=time(*divmod(clock, 60)),
            at=table.moment(end, due),
        )
    except IndexError:
        raise calendar.ends(_unknown_year(received, calendar)) from None


def steps(
    table: Timetable, ordinal: int, minute: int, limit: Limit, policy: Policy, cutoff: int
) -> tuple[int, int, int, int, int, int, int, int]:
    """The count in working-day indexes and minutes of the day (a bare tuple, for speed).

    Answers (admitted index, minute, counted-from index, minute, nominal ordinal, clock minute, due
    index, minute). Raises `IndexError` where the calendar ends and `ValueError` for no policy.
    """
    if policy not in POLICIES:
        raise ValueError(f"unknown counting policy: {policy!r}")
    if ordinal < table.first:
        raise IndexError(ordinal)
    start, at = table.admit(ordinal, minute)
    shifts, days = table.shifts, table.days
    unit = limit.unit
    first, begin = start, at
    if unit is _SAME_DAY:
        if at > table.same_day_cutoff:
            first += 1
            begin = shifts[first][0][0]
        closing = shifts[first][-1][1]
        return start, at, first, begin, days[first], closing, first, closing
    if unit is _HOUR:
        end, clock = table.elapse(start, at, 60 * limit.amount)
        due = shifts[end][-1][1] if policy == "P3" else clock
        return start, at, start, at, days[end], clock, end, due
    if policy == "P2" and at > cutoff:
        first += 1
        begin = shifts[first][0][0]
    if unit is _WORKING_DAY:
        end = first + limit.amount
        nominal = days[end]
    else:
        nominal = _later(days[first], limit)
        end = table.index_from(nominal)
    due = shifts[end][-1][1] if policy == "P3" else fit(shifts[end], begin)
    return start, at, first, begin, nominal, begin, end, due


def _later(ordinal: int, limit: Limit) -> int:
    """The day that many calendar days, months or years on; a month's end is clamped (Time c)."""
    if limit.unit is _DAY:
        return ordinal + limit.amount
    day = date.fromordinal(ordinal)
    months = limit.amount * 12 if limit.unit is _YEAR else limit.amount
    years, month = divmod(day.month - 1 + months, 12)
    year = day.year + years
    if year > MAXYEAR:
        raise IndexError(year)
    end = 29 if month == 1 and isleap(year) else _MONTH_ENDS[month]
    return date(year, month + 1, min(day.day, end)).toordinal()


def _vietnamese(moment: datetime, calendar: Calendar) -> datetime:
    if moment.tzinfo is None:
        raise ValueError("a time without an offset: hand in +07:00")
    try:
        return moment.astimezone(VIETNAM)
    except OverflowError:
        raise calendar.ends(moment.year) from None


def _unknown_year(received: datetime, calendar: Calendar) -> int:
    """The year that was missing: that of a reception before or after the calendar, else the next one."""
    known = calendar.first_year <= received.year <= calendar.last_year
    return calendar.last_year + 1 if known else received.year
