"""A calendar laid out for counting: sorted working days with their office minutes.

Counting n working days is then one bisect and one index (a microsecond), not a walk over dates.
"""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from datetime import date, datetime, timedelta

from sync.model.moment import VIETNAM

Shift = tuple[tuple[int, int], ...]
"""A day's office sessions in order, as (opening, closing) minutes since midnight, both ends inside."""

_MINUTES = tuple(timedelta(minutes=minute) for minute in range(24 * 60))


def fit(shift: Shift, minute: int) -> int:
    """A clock time outside the day's sessions becomes its next opening, else its closing (Time d)."""
    for opening, closing in shift:
        if minute < opening:
            return opening
        if minute <= closing:
            return minute
    return shift[-1][1]


class Timetable:
    """Working days in order; an index past the last one is `IndexError` (the calendar ends there).

    `days` are proleptic ordinals, `shifts[i]` the sessions of ``days[i]``, `first` the ordinal of the
    first known day and `last` of the last one (working or not).
    """

    __slots__ = ("_midnights", "_worked", "days", "first", "last", "same_day_cutoff", "shifts")

    def __init__(self, first: date, last: date, shifts: Iterable[tuple[int, Shift]], cutoff: int) -> None:
        self.first = first.toordinal()
        self.last = last.toordinal()
        self.same_day_cutoff = cutoff
        self.days: list[int] = []
        self.shifts: list[Shift] = []
        self._midnights: list[datetime] = []
        # Office minutes before each working day, and after the last one: hours become one bisect too.
        self._worked = [0]
        worked = 0
        midnight = datetime(first.year, first.month, first.day, tzinfo=VIETNAM)
        for ordinal, shift in shifts:
            self.days.append(ordinal)
            self.shifts.append(shift)
            self._midnights.append(midnight + timedelta(days=ordinal - self.first))
            for opening, closing in shift:
                worked += closing - opening
            self._worked.append(worked)

    def index_from(self, ordinal: int) -> int:
        """The index of the first working day on or after `ordinal` (``len(days)`` when there is none)."""
        return bisect_left(self.days, ordinal)

    def admit(self, ordinal: int, minute: int) -> tuple[int, int]:
        """Where a reception counts from: (index, minute), moved to the next opening when outside (Time a).

        The index may be ``len(days)`` (with any minute) when nothing opens any more.
        """
        days = self.days
        index = bisect_left(days, ordinal)
        if index < len(days) and days[index] == ordinal:
            for opening, closing in self.shifts[index]:
                if minute < opening:
                    return index, opening
                if minute <= closing:
                    return index, minute
            index += 1
        return (index, self.shifts[index][0][0]) if index < len(days) else (index, 0)

    def elapse(self, index: int, minute: int, minutes: int) -> tuple[int, int]:
        """Where `minutes` (>= 1) of office time after a reception end; at a closing they stay (Time e)."""
        target = self._worked[index] + minutes
        for opening, closing in self.shifts[index]:
            target += max(0, min(minute, closing) - opening)
        index = bisect_left(self._worked, target) - 1
        left = target - self._worked[index]
        for opening, closing in self.shifts[index]:
            if left <= closing - opening:
                return index, opening + left
            left -= closing - opening
        raise IndexError(index)

    def moment(self, index: int, minute: int) -> datetime:
        """That minute of that working day, in +07:00."""
        return self._midnights[index] + _MINUTES[minute]
