"""What statutory tables say, read from the sums: backwards from what is pending now.

What was pending at the end of a time is what is pending now, less what came in since, and what has ended
since; so no history of pending ones is kept, and every line keeps the sums of the form.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import Any

from sqlalchemy import Connection, func, select, text

from sync.center.store import tables
from sync.center.store.tally import LONGEST
from sync.center.work import figures
from sync.center.work.scope import Scope
from sync.model.moment import VIETNAM, day_of, iso_minute
from sync.reports.figures import Flow, Satisfaction
from sync.reports.statutory import Settled, settled_of
from sync.reports.terms import Term

_D = tables.dossiers.c
_MEASURES = ("received", "online", "early", "on_time", "late", "undated", "without_result")
_DESK = " / quầy "


@dataclass(frozen=True, slots=True)
class Reported:
    """Lines of a time by unit or field, and by code how many ended without a due time."""

    lines: tuple[Settled, ...]
    undated: dict[str, int]


def reported(connection: Connection, by: str, scope: Scope, term: Term, now: datetime) -> Reported:
    """Biểu II.06 of a time by ``unit`` or ``field``, by code."""
    within = _flows(connection, by, scope, term.first, term.last)
    after = _flows(connection, by, scope, term.last + timedelta(days=1), date.max)
    pending = {one.code: one for one in figures.backlog(connection, by, scope, now)}
    if term.last >= day_of(now):
        overdue = {code: one.late for code, one in pending.items()}
    else:
        overdue = _overdue_at(connection, by, scope, term.last)
    lines = []
    for code in sorted(within.keys() | after.keys() | pending.keys()):
        left = pending[code].pending if code in pending else 0
        empty = Flow(code)
        lines.append(
            settled_of(code, within.get(code, empty), after.get(code, empty), left, overdue.get(code, 0))
        )
    return Reported(tuple(lines), {code: one.undated for code, one in within.items()})


def _flows(connection: Connection, by: str, scope: Scope, first: date, last: date) -> dict[str, Flow]:
    t = tables.flow_sums
    of = (t.c.unit if by == "unit" else t.c.name).label("code")
    sums = [func.sum(t.c[name]) for name in _MEASURES]
    query = select(of, *sums).where(
        t.c.kind == by, t.c.day >= first.toordinal(), t.c.day <= last.toordinal(), *_mine(t, scope)
    )
    found = connection.execute(query.group_by(text("code")))
    return {str(code): Flow(str(code), *(int(one) for one in sums)) for code, *sums in found}


def _overdue_at(connection: Connection, by: str, scope: Scope, last: date) -> dict[str, int]:
    """How many were overdue at the end of a past day: those still open, and those that ended late since."""
    t = tables.backlog_sums
    of = (t.c.unit if by == "unit" else t.c.name).label("code")
    still = select(of, func.sum(t.c.running)).where(
        t.c.kind == by, t.c.day <= last.toordinal(), *_mine(t, scope)
    )
    end = iso_minute(datetime.combine(last + timedelta(days=1), time(), VIETNAM))
    of_dossier = (_D.unit if by == "unit" else func.substr(_D.field, 1, LONGEST)).label("code")
    since = select(of_dossier, func.count()).where(
        text("dossiers.counted > 0 AND dossiers.outcome = 'late'"),
        _D.finished_at >= end,
        _D.due_at > "",
        _D.due_at < end,
        *_mine(tables.dossiers, scope),
    )
    sums: dict[str, int] = {}
    for query in (still, since):
        for code, count in connection.execute(query.group_by(text("code"))):
            sums[str(code)] = sums.get(str(code), 0) + int(count)
    return sums


def satisfaction_by_desk(connection: Connection, scope: Scope, first: date, last: date) -> list[Satisfaction]:
    """What citizens said at each desk; `code` is the unit's with the desk's number behind it."""
    t = tables.rating_sums
    levels = [func.sum(t.c[f"level_{level}"]) for level in (1, 2, 3, 4, 5)]
    query = select(t.c.unit, t.c.desk, *levels).where(
        t.c.day >= first.toordinal(), t.c.day <= last.toordinal(), *_mine(t, scope)
    )
    order = (t.c.unit, t.c.desk)
    found: list[Satisfaction] = []
    for unit, desk, *counts in connection.execute(query.group_by(*order).order_by(*order)):
        first_level, second, third, fourth, fifth = map(int, counts)
        found.append(Satisfaction(f"{unit}{_DESK}{desk}", (first_level, second, third, fourth, fifth)))
    return found


def desk_in(code: str) -> tuple[str, str]:
    """Unit and desk of a figure by desk."""
    unit, _, desk = code.partition(_DESK)
    return unit, desk


def satisfaction_by_unit(
    connection: Connection, scope: Scope, first: date, last: date
) -> dict[str, Satisfaction]:
    """What citizens said in each unit."""
    sums: dict[str, list[int]] = {}
    for one in satisfaction_by_desk(connection, scope, first, last):
        line = sums.setdefault(desk_in(one.code)[0], [0] * 5)
        for at, count in enumerate(one.levels):
            line[at] += count
    return {code: Satisfaction(code, (a, b, c, d, e)) for code, (a, b, c, d, e) in sums.items()}


def _mine(table: Any, scope: Scope) -> Iterable[Any]:
    return [table.c.unit.in_(sorted(scope))] if scope is not None else []
