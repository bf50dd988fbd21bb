"""Figures as values: what was received and ended in a time, what is pending now, what citizens said.

Whoever keeps sums (the center) or counts rows (a desk) makes these values; tables, pictures and exports are
made of them alone, so that the same numbers stand everywhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, fields, replace
from datetime import date

LEVEL_WORDS = ("Rất không hài lòng", "Không hài lòng", "Bình thường", "Hài lòng", "Rất hài lòng")
"""Levels 1 to 5 of a rating."""


@dataclass(frozen=True, slots=True)
class Flow:
    """Dossiers of one unit, field, officer, day…: numbers of dossiers.

    `received` in the time, of these `online`; ended in the time before the day they were due (`early`), in
    time, late, or without a due time; of all that ended `without_result` were refused, stopped or withdrawn.
    """

    code: str
    received: int = 0
    online: int = 0
    early: int = 0
    on_time: int = 0
    late: int = 0
    undated: int = 0
    without_result: int = 0

    @property
    def ended(self) -> int:
        """All that ended in the time."""
        return self.early + self.on_time + self.late + self.undated

    @property
    def in_time(self) -> int:
        """Ended not later than due."""
        return self.early + self.on_time

    @property
    def rate(self) -> float | None:
        """Per cent in time of those that ended with a due time; None where there is none."""
        return per_cent(self.in_time, self.in_time + self.late)


@dataclass(frozen=True, slots=True)
class Backlog:
    """What is not settled: `running` with the limit running, of these `late`; `waiting` for the citizen."""

    code: str
    running: int = 0
    late: int = 0
    waiting: int = 0

    @property
    def pending(self) -> int:
        """All that is not settled."""
        return self.running + self.waiting


@dataclass(frozen=True, slots=True)
class Satisfaction:
    """Ratings by level, 1 (very dissatisfied) to 5 (very satisfied)."""

    code: str
    levels: tuple[int, int, int, int, int] = (0, 0, 0, 0, 0)

    @property
    def count(self) -> int:
        """All ratings."""
        return sum(self.levels)

    @property
    def rate(self) -> float | None:
        """Per cent satisfied or very satisfied (as SIPAS reckons); None without ratings."""
        return per_cent(self.levels[3] + self.levels[4], self.count)


def per_cent(part: int, whole: int) -> float | None:
    """A share in per cent; None of nothing."""
    return 100 * part / whole if whole else None


def flow_total(flows: Iterable[Flow]) -> Flow:
    """The sum of all."""
    names = [one.name for one in fields(Flow) if one.name != "code"]
    some = list(flows)
    return Flow("", **{name: sum(getattr(one, name) for one in some) for name in names})


def by_month(days: Iterable[Flow]) -> list[Flow]:
    """Flows by day (`code`: the ordinal) summed by month: `code` is ``2026-11``; months of which nothing is
    known are left out."""
    months: dict[str, list[Flow]] = {}
    for one in days:
        months.setdefault(f"{date.fromordinal(int(one.code)):%Y-%m}", []).append(one)
    return [replace(flow_total(some), code=month) for month, some in months.items()]


def backlog_total(some: Iterable[Backlog]) -> Backlog:
    """The sum of all."""
    total = Backlog("")
    for one in some:
        total = replace(
            total,
            running=total.running + one.running,
            late=total.late + one.late,
            waiting=total.waiting + one.waiting,
        )
    return total


def satisfaction_total(some: Iterable[Satisfaction]) -> Satisfaction:
    """The sum of all."""
    found = list(some)
    first, second, third, fourth, fifth = (sum(one.levels[at] for one in found) for at in range(5))
    return Satisfaction("", (first, second, third, fourth, fifth))


def worst_first(flows: Sequence[Flow]) -> list[Flow]:
    """By share in time, the lowest first; of equal ones the larger; those with nothing to say last."""
    return sorted(flows, key=lambda one: (one.rate is None, one.rate or 0.0, -one.ended, one.code))
