"""Numbers of dossiers by field, procedure, officer, step and day, counted along two covering indexes.

A desk keeps no sums: its indexes hold all that is counted, so that a month of a million dossiers is a few
thousand entries read in one stretch. What a figure counts and the list behind it come of the same conditions.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from desk_app.store.driver import Connection
from sync.model.moment import VIETNAM, day_of
from sync.reports.asking import AGES, OLDER, aged
from sync.reports.facts import RUNNING, WITHOUT_RESULT
from sync.reports.figures import Backlog, Flow

RECEIVED, ONLINE, ENDED = "received", "online", "ended"
EARLY, ON_TIME, LATE, WITHOUT = "early", "on_time", "late", "without"
PENDING, RUNNING_ALL, RUNNING_IN_TIME, LATE_NOW, WAITING_NOW = (
    "pending",
    "running",
    "in-time",
    "late-now",
    "waiting",
)
"""What a figure counts: of the time those received and those that ended, of now those that are pending."""
_DAY_ZERO: Final = date(1970, 1, 1).toordinal()
_OFFSET: Final = 7 * 60
"""Minutes by which Vietnam is ahead of the clock that minutes are counted in."""
_FLOW_BY: Final = {"field": "d.field", "procedure": "d.procedure", "officer": "d.officer_name"}
_BACKLOG_BY: Final = {
    **_FLOW_BY,
    "officer": "coalesce(nullif(d.assignee_name, ''), d.officer_name)",
    "step": "d.step_name",
}


def _in(words: Collection[str]) -> str:
    """Statuses as a list of SQL; they are words of ours."""
    return f"({', '.join(repr(str(one)) for one in sorted(words))})"


_RUNS: Final = f"d.status IN {_in(RUNNING)}"
_EMPTY: Final = f"d.status IN {_in(WITHOUT_RESULT)}"
_COUNTED: Final = "d.counted = 1"
_ENDED: Final = f"{_COUNTED} AND d.outcome <> ''"
_PENDING: Final = f"{_COUNTED} AND d.outcome = ''"
_LATE: Final = f"{_RUNS} AND d.due_at > 0 AND d.due_at < ?"


def _day(column: str) -> str:
    return f"((d.{column} + {_OFFSET}) / 1440 + {_DAY_ZERO})"


def _minute(day: date) -> int:
    """The first minute of a day, as the store counts them."""
    return int(datetime(day.year, day.month, day.day, tzinfo=VIETNAM).timestamp() // 60)


def _now(now: datetime) -> int:
    return int(now.timestamp() // 60)


def _units(units: Collection[str]) -> tuple[str, tuple[str, ...]]:
    return f"d.unit IN ({', '.join('?' * len(units))})", tuple(sorted(units))


def flows(connection: Connection, of: str, units: Collection[str], first: date, last: date) -> list[Flow]:
    """What the units received and what ended from `first` to `last`, by ``field``, ``procedure``, ``officer``
    or ``day`` (`code` is its ordinal then), in the order of their codes."""
    mine, names = _units(units)
    span = (_minute(first), _minute(last) + 24 * 60 - 1)
    lines: dict[str, dict[str, int]] = {}
    by = _FLOW_BY.get(of) or _day("received_at")
    query = (
        f"SELECT {by}, count(*), sum(d.way = 'online') FROM dossiers d INDEXED BY dossiers_counted_received"
        f" WHERE {_COUNTED} AND d.received_at BETWEEN ? AND ? AND {mine} GROUP BY 1"
    )
    for code, received, online in connection.execute(query, (*span, *names)):
        lines[str(code)] = {"received": received, "online": online}
    by = _FLOW_BY.get(of) or _day("ended_at")
    query = (
        f"SELECT {by}, d.outcome, count(*), sum({_EMPTY}) FROM dossiers d"
        f" INDEXED BY dossiers_counted_ended WHERE {_ENDED} AND d.ended_at BETWEEN ? AND ? AND {mine}"
        " GROUP BY 1, 2"
    )
    for code, outcome, count, empty in connection.execute(query, (*span, *names)):
        line = lines.setdefault(str(code), {})
        line[outcome] = count
        line["without_result"] = line.get("without_result", 0) + empty
    return [Flow(code, **numbers) for code, numbers in sorted(lines.items())]


def backlog(connection: Connection, of: str, units: Collection[str], now: datetime) -> list[Backlog]:
    """What is pending of the units' dossiers by ``field``, ``procedure``, ``officer``, ``step``."""
    mine, names = _units(units)
    query = (
        f"SELECT {_BACKLOG_BY[of]}, sum({_RUNS}), sum({_LATE}), sum(NOT {_RUNS}) FROM dossiers d"
        f" INDEXED BY dossiers_counted_pending WHERE {_PENDING} AND {mine} GROUP BY 1 ORDER BY 1"
    )
    return [Backlog(*row) for row in connection.execute(query, (_now(now), *names))]


def ages(connection: Connection, units: Collection[str], now: datetime) -> list[Backlog]:
    """What is pending by how long ago it was received."""
    mine, names = _units(units)
    query = (
        f"SELECT {_day('received_at')}, sum({_RUNS}), sum(NOT {_RUNS}) FROM dossiers d"
        f" INDEXED BY dossiers_counted_pending WHERE {_PENDING} AND {mine} GROUP BY 1"
    )
    days = {day: (running, waiting) for day, running, waiting in connection.execute(query, names)}
    return aged(days, day_of(now).toordinal())


@dataclass(frozen=True, slots=True)
class Behind:
    """The dossiers that one figure counts: those of `which`, of `code` by `of` (empty: of all), from `first`
    to `last` where it is of a time. `units` are those whose figure it is."""

    which: str
    units: frozenset[str]
    of: str = ""
    code: str = ""
    first: date = date.min
    last: date = date.max

    def tests(self, now: datetime) -> tuple[str, tuple[object, ...]]:
        """The condition in SQL on the table ``d``, and its values."""
        mine, names = _units(self.units)
        found: list[str] = [mine]
        values: list[object] = [*names]
        timed = self.which in _TIMED
        if timed:
            column, condition = _TIMED[self.which]
            found += [condition, f"d.{column} BETWEEN ? AND ?"]
            values += [_minute(self.first), _minute(self.last) + 24 * 60 - 1]
        else:
            found += [_PENDING, _NOW_OF[self.which]]
            values += [_now(now)] if self.which in (RUNNING_IN_TIME, LATE_NOW) else []
        if self.of == "age":
            low, high = _ages(self.code, day_of(now).toordinal())
            found.append(f"{_day('received_at')} BETWEEN ? AND ?")
            values += [low, high]
        elif self.of:
            found.append(f"{(_FLOW_BY if timed else _BACKLOG_BY)[self.of]} = ?")
            values.append(self.code)
        return " AND ".join(found), tuple(values)


def _ages(word: str, today: int) -> tuple[int, int]:
    """The first and the last day on which those of an age were received."""
    least = 0
    for most, name in AGES:
        if name == word:
            return today - most + 1, (today - least if least else _DAY_ZERO + 10**6)
        least = most
    assert word == OLDER
    return 0, today - least


_TIMED: Final = {
    RECEIVED: ("received_at", _COUNTED),
    ONLINE: ("received_at", f"{_COUNTED} AND d.way = 'online'"),
    ENDED: ("ended_at", _ENDED),
    EARLY: ("ended_at", f"{_ENDED} AND d.outcome = 'early'"),
    ON_TIME: ("ended_at", f"{_ENDED} AND d.outcome = 'on_time'"),
    LATE: ("ended_at", f"{_ENDED} AND d.outcome = 'late'"),
    WITHOUT: ("ended_at", f"{_ENDED} AND {_EMPTY}"),
}
_NOW_OF: Final = {
    PENDING: "1",
    RUNNING_ALL: _RUNS,
    RUNNING_IN_TIME: f"{_RUNS} AND NOT (d.due_at > 0 AND d.due_at < ?)",
    LATE_NOW: _LATE,
    WAITING_NOW: f"NOT {_RUNS}",
}


def among(connection: Connection, rows: Sequence[int], behind: Behind, now: datetime) -> set[int]:
    """Which of these rows a figure counts."""
    tests, values = behind.tests(now)
    marks = ", ".join("?" * len(rows))
    query = f"SELECT d.id FROM dossiers d WHERE d.id IN ({marks}) AND {tests}"
    return {int(row) for (row,) in connection.execute(query, (*rows, *values))}
