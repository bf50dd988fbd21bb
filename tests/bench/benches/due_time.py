"""The due time of a dossier, computed at every keystroke of the intake page."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Iterator
from datetime import datetime, timedelta
from itertools import cycle

import holidays

from sync.model.due import due, due_at
from sync.model.limit import Limit, Unit
from tests.bench import samples
from tests.bench.figures import Goal, Row
from tests.bench.registry import Run, bench
from tests.bench.timing import compare


@bench("due time")
def due_time(run: Run) -> Iterator[Row]:
    """Ours over real limits; the floor looks up the n-th working day only; the peer knows no office hours."""
    calendar = samples.calendar()
    cases = [(one.received_at, Limit.parse(one.limit)) for one in samples.dossiers(2_000) if one.limit]
    days = calendar.timetable.days
    vietnam = holidays.country_holidays("VN", years=range(2025, 2029))

    def over(work: Callable[[datetime, Limit], object]) -> Callable[[], object]:
        turn = cycle(cases)
        return lambda: work(*next(turn))

    def nth_working_day(received: datetime, limit: Limit) -> int:
        return days[bisect_left(days, received.toordinal()) + limit.amount]

    def by_package(received: datetime, limit: Limit) -> datetime:
        day, left = received, limit.amount if limit.unit is not Unit.SAME_DAY else 0
        while left:
            day += timedelta(days=1)
            left -= vietnam.is_working_day(day.date())
        return day

    found = compare(
        {
            "ours": over(lambda received, limit: due_at(received, limit, calendar)),
            "explained": over(lambda received, limit: due(received, limit, calendar)),
            "floor": over(nth_working_day),
            "holidays": over(by_package),
        },
        run.rounds(30, 8),
        loops=len(cases),
    )
    micro = {name: sample.median * 1e6 for name, sample in found.items()}
    for name, what, goal in (
        ("ours", "due time", Goal(2)),
        ("explained", "due time with its explanation", None),
    ):
        yield Row(
            what,
            "µs",
            micro[name],
            micro["floor"],
            "bisect in a list of working days",
            {"holidays": micro["holidays"]},
            goal,
        )
