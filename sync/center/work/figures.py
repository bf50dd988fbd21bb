"""Figures of a time read from the sums of `sync.center.store.tally`: never from the dossiers behind them.

The one exception is what falls due today: whether it is late changes by the minute, so today's open dossiers
are looked at, along the index of due times.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, Table, func, select, text

from sync.center.store import tables
from sync.center.store.tally import LONGEST, year_in
from sync.center.work.inbox import IS_OPEN
from sync.center.work.listing import AT_HOME
from sync.center.work.scope import Scope
from sync.model.moment import VIETNAM, day_of, iso_minute
from sync.reports.asking import aged
from sync.reports.facts import RUNNING
from sync.reports.figures import Backlog, Flow, Satisfaction
from sync.reports.periods import Period, month_of, named, year_of

_D = tables.dossiers.c
_MEASURES = ("received", "online", "early", "on_time", "late", "undated", "without_result")
_WHOLE = re.compile(r"20\d\d(-(0[1-9]|1[0-2]))?")
_BETWEEN = "|"
"""Between an officer's unit and name: two of one name in two units are two people."""


def _shortened(column: Any) -> Any:
    return func.substr(column, 1, LONGEST)


_OF_DOSSIER: dict[str, Any] = {
    "unit": _D.unit,
    "field": _shortened(_D.field),
    "procedure": _shortened(_D.procedure),
    "officer": _D.unit + _BETWEEN + _shortened(func.coalesce(func.nullif(_D.assignee_name, ""), _D.officer)),
    "step": _shortened(_D.step_name),
}
"""What the sums of pending dossiers are named by, of the rows themselves."""
KINDS = ("unit", "field", "procedure", "officer", "step")


def period_of(code: str, today: date) -> Period:
    """``hom-nay``, ``2026-11``, ``2026``; this month for anything else."""
    if code == "hom-nay":
        return Period(today, today, code, f"ngày {today:%d/%m/%Y}")
    if _WHOLE.fullmatch(code):  # sums by field are kept by whole months and years
        return named(code) or month_of(today)
    return month_of(today)


def periods(today: date) -> list[Period]:
    """What a page offers: today, the last twelve months, the last three years."""
    months = [month_of(today)]
    while len(months) < 12:
        months.append(month_of(months[-1].first - timedelta(days=1)))
    return [period_of("hom-nay", today), *months, *(year_of(today.year - back) for back in range(3))]


def officer_in(code: str) -> tuple[str, str]:
    """Unit and name of a figure by officer."""
    unit, _, name = code.partition(_BETWEEN)
    return unit, name


def _named_by(table: Table, kind: str) -> Any:
    if kind == "unit":
        return table.c.unit
    return table.c.unit + _BETWEEN + table.c.name if kind == "officer" else table.c.name


def _mine(table: Table, scope: Scope) -> list[Any]:
    return [table.c.unit.in_(sorted(scope))] if scope is not None else []


def flows(connection: Connection, kind: str, scope: Scope, period: Period) -> list[Flow]:
    """What was received and ended in the time by `kind`: ``unit``, ``field``, ``procedure``, ``officer``.

    All but units are kept by months (fields by half months): of a day, its month's are given.
    """
    t = tables.flow_sums
    first, last = period.first, period.last
    if kind != "unit" and period.one_day:
        month = month_of(period.first)
        first, last = month.first, month.last
    stored = kind
    if kind == "procedure" and year_in(first.toordinal()) == first.toordinal() and period.is_long:
        stored, last = "procedure-year", first
    by = _named_by(t, kind).label("code")
    sums = [func.sum(t.c[name]) for name in _MEASURES]
    query = select(by, *sums).where(
        t.c.kind == stored, t.c.day >= first.toordinal(), t.c.day <= last.toordinal(), *_mine(t, scope)
    )
    return [_flow(row) for row in connection.execute(query.group_by(text("code")).order_by(text("code")))]


def flows_by_day(connection: Connection, scope: Scope, period: Period) -> list[Flow]:
    """One for each day of the time that anything happened on, in order; `code` is the day's ordinal."""
    t = tables.flow_sums
    sums = [func.sum(t.c[name]) for name in _MEASURES]
    first, last = period.first.toordinal(), period.last.toordinal()
    query = select(t.c.day, *sums).where(
        t.c.kind == "unit", t.c.day >= first, t.c.day <= last, *_mine(t, scope)
    )
    return [_flow(row) for row in connection.execute(query.group_by(t.c.day).order_by(t.c.day))]


def _flow(row: Sequence[Any]) -> Flow:
    code, *numbers = row
    return Flow(str(code), *(int(one) for one in numbers))


def backlog(connection: Connection, kind: str, scope: Scope, now: datetime) -> list[Backlog]:
    """What is pending at this minute by `kind`, one of `KINDS`."""
    t, today = tables.backlog_sums, day_of(now).toordinal()
    by = _named_by(t, kind).label("code")
    mine = _mine(t, scope)
    all_of = select(by, func.sum(t.c.running), func.sum(t.c.waiting)).where(t.c.kind == kind, *mine)
    late_of = select(by, func.sum(t.c.running)).where(t.c.kind == kind, t.c.day < today, *mine)
    late = {str(code): int(count) for code, count in connection.execute(late_of.group_by(text("code")))}
    for code, count in _late_today(connection, kind, scope, now):
        late[code] = late.get(code, 0) + count
    found = connection.execute(all_of.group_by(text("code")).order_by(text("code")))
    return [
        Backlog(str(code), int(running), late.get(str(code), 0), int(waiting))
        for code, running, waiting in found
    ]


def _late_today(connection: Connection, kind: str, scope: Scope, now: datetime) -> Iterable[tuple[str, int]]:
    midnight = iso_minute(datetime.combine(day_of(now), time(), VIETNAM))
    by = _OF_DOSSIER[kind].label("code")
    query = (
        select(by, func.count())
        .where(AT_HOME, IS_OPEN, _D.due_at >= midnight, _D.due_at < iso_minute(now), _D.counted > 0)
        .where((_D.status + "").in_(sorted(RUNNING)), *_mine(tables.dossiers, scope))
        .group_by(text("code"))
    )
    return [(str(code), int(count)) for code, count in connection.execute(query)]


def ages(connection: Connection, scope: Scope, now: datetime) -> list[Backlog]:
    """What is pending by the days since it was received, as `AGES` says, the youngest first."""
    t, today = tables.backlog_sums, day_of(now).toordinal()
    query = select(t.c.day, func.sum(t.c.running), func.sum(t.c.waiting)).where(
        t.c.kind == "age", *_mine(t, scope)
    )
    found = connection.execute(query.group_by(t.c.day))
    return aged({int(day): (int(running), int(waiting)) for day, running, waiting in found}, today)


def satisfaction(connection: Connection, by: str, scope: Scope, period: Period) -> list[Satisfaction]:
    """What citizens said in the time by ``field`` or ``unit``."""
    t = tables.rating_sums
    of = t.c[by]
    levels = [func.sum(t.c[f"level_{level}"]) for level in (1, 2, 3, 4, 5)]
    query = select(of, *levels).where(
        t.c.day >= period.first.toordinal(), t.c.day <= period.last.toordinal(), *_mine(t, scope)
    )
    found: list[Satisfaction] = []
    for code, *counts in connection.execute(query.group_by(of).order_by(of)):
        first, second, third, fourth, fifth = map(int, counts)
        found.append(Satisfaction(str(code), (first, second, third, fourth, fifth)))
    return found


LATE_ENDED, LATE_NOW, PENDING = "da-qua-han", "dang-qua-han", "chua-xong"
RECEIVED, ONLINE, DIRECT = "tiep-nhan", "truc-tuyen", "truc-tiep"
"""Received in the time, of these online, and not online: of units alone, whose index has them in order."""
ENDED, EARLY, ON_TIME = "da-xong", "truoc-han", "dung-han"
"""Ended in the time; of these before the day, and on it."""
OF_A_UNIT = (RECEIVED, ONLINE, DIRECT, ENDED, EARLY, ON_TIME)
"""Lists that an index has in order within one unit, and nothing has for many."""
OF_A_TIME = (LATE_ENDED, *OF_A_UNIT)
"""Of a time; the others are of now."""
SIZE = 50


@dataclass(frozen=True, slots=True)
class Behind:
    """Which dossiers are behind a figure: those of `which` (and `code` of `kind`), of the time if ended."""

    which: str
    kind: str
    code: str


def dossiers_behind(
    connection: Connection, wanted: Behind, scope: Scope, period: Period, now: datetime, after: str = ""
) -> list[dict[str, Any]]:
    """The dossiers a figure counts, `SIZE` + 1 of them at most, in the order of their reception, end or due
    time from `after` (``<moment>~<id in hex>``) on."""
    received = wanted.which in (RECEIVED, ONLINE, DIRECT)
    ended = wanted.which in (LATE_ENDED, ENDED, EARLY, ON_TIME)
    at = _D.received_at if received else _D.finished_at if ended else _D.due_at
    query = select(
        at.label("at"), _D.id, _D.number, _D.unit, _D.owner, _D.procedure_name, _D.status, _D.received_at,
        _D.due_at, _D.finished_at,
    )  # fmt: skip
    if wanted.which in OF_A_TIME:
        begin, end = (
            iso_minute(datetime.combine(day, time(), VIETNAM))
            for day in (period.first, period.last + timedelta(days=1))
        )
        query = query.where(at >= begin, at < end)
    by, conditions = _conditions(wanted, at, now)
    query = query.where(*conditions, by == wanted.code)
    if scope is not None and len(scope) == 1:
        query = query.where(_D.unit == min(scope))
    elif scope is not None:
        query = query.where((_D.unit + "").in_(sorted(scope)))
    moment, _, name = after.partition("~")
    if re.fullmatch("[0-9a-f]{32}", name):
        one = bytes.fromhex(name)
        query = query.where(at >= moment, (at > moment) | (_D.id > one))
    rows = connection.execute(query.order_by(at, _D.id).limit(SIZE + 1))
    return [{**row._mapping, "id": bytes(row.id).hex()} for row in rows]


def _conditions(wanted: Behind, at: Any, now: datetime) -> tuple[Any, list[Any]]:
    """What a list is told by, and which dossiers are in it; words of partial indexes stand as they are."""
    which, by = wanted.which, _OF_DOSSIER[wanted.kind]
    if wanted.kind == "officer" and which in OF_A_TIME:
        by = _D.unit + _BETWEEN + _shortened(_D.officer)  # a time's figures are of who received
    if which in (RECEIVED, ONLINE, DIRECT):
        way = [] if which == RECEIVED else [(_D.way == "online") == (which == ONLINE)]
        return by, [AT_HOME, _D.counted > 0, *way]
    if which == LATE_ENDED:
        return by, [text("dossiers.counted > 0 AND dossiers.outcome = 'late'")]
    if which in OF_A_TIME:
        outcome = {EARLY: ["early"], ON_TIME: ["on_time"]}.get(which)
        only = [_D.outcome.in_(outcome)] if outcome else []
        return by, [text("dossiers.counted > 0 AND dossiers.outcome <> ''"), *only]
    here = [AT_HOME, IS_OPEN, _D.counted > 0]
    if which == LATE_NOW:
        return by, [*here, (_D.status + "").in_(sorted(RUNNING)), at > "", at < iso_minute(now)]
    return by, [*here, (_D.status + "") != "done"]


@dataclass(frozen=True, slots=True)
class Kept:
    """The sums as a source of reports (`sync.reports.asking.Source`)."""

    connection: Connection
    scope: Scope
    now: datetime

    def told(self, of: str, period: Period) -> Period:
        """All but units are kept by whole months."""
        return month_of(period.first) if of != "unit" and period.one_day else period

    def flows(self, of: str, period: Period) -> list[Flow]:
        """As `flows`."""
        return flows(self.connection, of, self.scope, period)

    def flows_by_day(self, period: Period) -> list[Flow]:
        """As `flows_by_day`."""
        return flows_by_day(self.connection, self.scope, period)

    def backlog(self, of: str) -> list[Backlog]:
        """As `backlog`."""
        return backlog(self.connection, of, self.scope, self.now)

    def ages(self) -> list[Backlog]:
        """As `ages`."""
        return ages(self.connection, self.scope, self.now)

    def satisfaction(self, of: str, period: Period) -> list[Satisfaction]:
        """As `satisfaction`."""
        return satisfaction(self.connection, of, self.scope, period)
