"""The sums that figures are read from, kept in the transaction that changes a dossier's row.

A sum changes by (new row - old row), so it never has to be counted again, and what a page costs grows with
its days and units, not with the dossiers behind them. Every sum is one unit's: writers in different channels
never wait for each other's rows.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Protocol

from sqlalchemy import Connection, Table, delete, select

from sync.center.store import tables
from sync.center.store.dialect import insert_into
from sync.center.store.projection import storable
from sync.model import kinds
from sync.model.act_bodies import Rating, rating_in
from sync.model.bodies import Unreadable, unpack
from sync.model.entry import Entry
from sync.reports.facts import RUNNING, WAITING, WITHOUT_RESULT

_CHUNK = 500
LONGEST = 200
"""Characters of a name in a key: an index takes a few thousand bytes, and bodies may be hostile."""
_D = tables.dossiers.c
COUNTED = (
    _D.id, _D.unit, _D.status, _D.procedure, _D.received_at, _D.due_at, _D.finished_at, _D.officer,
    _D.step_name, _D.assignee_name, _D.field, _D.way, _D.outcome, _D.counted,
)  # fmt: skip
"""The columns that sums are made of."""
BY_HALVES = 2
"""From this version of the facts on (column `counted`) fields are kept by half months."""
NEVER = date.max.toordinal()
"""The day of what has no due time."""

Key = tuple[str, int, str, str]
Sums = dict[Any, list[int]]


class Writes(Protocol):
    """A transaction's rows."""

    connection: Connection
    changed: bool

    def execute(self, statement: Any, rows: Any = None) -> None:
        """Runs a statement that writes."""

    def roles(self) -> Mapping[bytes, str]:
        """Roles by node."""


def day_in(moment: str) -> int:
    """The day's ordinal of an ISO 8601 moment in Vietnamese time; `NEVER` for none."""
    return date.fromisoformat(moment[:10]).toordinal() if moment else NEVER


def month_in(day: int) -> int:
    """The ordinal of the first day of a day's month."""
    return date.fromordinal(day).replace(day=1).toordinal()


def half_in(day: int) -> int:
    """The ordinal of the 1st or the 15th, whichever a day follows: statutory times are cut at the 15th."""
    on = date.fromordinal(day)
    return on.replace(day=15 if on.day >= 15 else 1).toordinal()


def year_in(day: int) -> int:
    """The ordinal of the first day of a day's year."""
    return date.fromordinal(day).replace(month=1, day=1).toordinal()


def _flow_keys(row: Mapping[str, Any], day: int) -> tuple[Key, ...]:
    unit, month = row["unit"], month_in(day)
    return (
        ("unit", day, unit, ""),
        ("field", half_in(day) if row["counted"] >= BY_HALVES else month, unit, row["field"][:LONGEST]),
        ("procedure", month, unit, row["procedure"][:LONGEST]),
        ("procedure-year", year_in(day), unit, row["procedure"][:LONGEST]),
        ("officer", month, unit, row["officer"][:LONGEST]),
    )


def _backlog_keys(row: Mapping[str, Any]) -> tuple[Key, ...]:
    unit, due = row["unit"], day_in(row["due_at"])
    return (
        ("age", day_in(row["received_at"]), unit, ""),
        ("unit", due, unit, ""),
        ("field", due, unit, row["field"][:LONGEST]),
        ("procedure", due, unit, row["procedure"][:LONGEST]),
        ("officer", due, unit, (row["assignee_name"] or row["officer"])[:LONGEST]),
        ("step", due, unit, row["step_name"][:LONGEST]),
    )


_OUTCOMES = {"early": 2, "on_time": 3, "late": 4, "undated": 5}
_FLOW_WIDTH, _BACKLOG_WIDTH = 7, 2


def add_row(flow: Sums, backlog: Sums, row: Mapping[str, Any], sign: int = 1) -> None:
    """Adds (or takes away) what a row of `dossiers` counts, in the order of the tables' columns."""
    if row["counted"] <= 0:
        return
    for key in _flow_keys(row, day_in(row["received_at"])):
        line = flow.setdefault(key, [0] * _FLOW_WIDTH)
        line[0] += sign
        line[1] += sign * (row["way"] == "online")
    if row["outcome"]:
        for key in _flow_keys(row, day_in(row["finished_at"])):
            line = flow.setdefault(key, [0] * _FLOW_WIDTH)
            line[_OUTCOMES[row["outcome"]]] += sign
            line[6] += sign * (row["status"] in WITHOUT_RESULT)
    elif row["status"] in RUNNING or row["status"] in WAITING:
        for key in _backlog_keys(row):
            line = backlog.setdefault(key, [0] * _BACKLOG_WIDTH)
            line[0 if row["status"] in RUNNING else 1] += sign


def tally_rows(rows: Writes, channel: str, fresh: Sequence[Mapping[str, Any]], gone: Sequence[bytes]) -> None:
    """Moves the sums from what is stored of these dossiers to `fresh` (of one id the last counts), and to
    nothing for `gone`; to be called before the rows themselves are written."""
    new = {bytes(row["id"]): row for row in fresh}
    ids = [*new, *(one for one in gone if one not in new)]
    flow: Sums = {}
    backlog: Sums = {}
    for at in range(0, len(ids), _CHUNK):
        some = ids[at : at + _CHUNK]
        stored = select(*COUNTED).where(_D.channel == channel, _D.id.in_(some))
        for row in rows.connection.execute(stored):
            add_row(flow, backlog, dict(row._mapping), -1)
    for one in new.values():
        add_row(flow, backlog, one)
    put_sums(rows, tables.flow_sums, flow)
    put_sums(rows, tables.backlog_sums, backlog)


_ADDINGS: dict[tuple[str, str], tuple[str, Sequence[str] | None]] = {}


def _adding(connection: Connection, table: Table) -> tuple[str, Sequence[str] | None]:
    """The statement that adds lines to a table of sums, and the order of its values (None: by name).

    Compiled once for each database: that takes longer than the writing.
    """
    known = _ADDINGS.get((connection.dialect.name, table.name))
    if known is None:
        keys = [one.name for one in table.primary_key.columns]
        add = insert_into(connection, table)
        summed = {one.name: one + add.excluded[one.name] for one in table.c if not one.primary_key}
        add = add.on_conflict_do_update(index_elements=keys, set_=summed)
        compiled = add.compile(dialect=connection.dialect, column_keys=[one.name for one in table.c])
        known = _ADDINGS[(connection.dialect.name, table.name)] = (compiled.string, compiled.positiontup)
    return known


def put_sums(rows: Writes, table: Table, sums: Sums) -> None:
    """Adds to sums by key, in the order of keys (so that no two writers wait for each other in a ring); a
    line of which nothing is left goes."""
    changes = {key: line for key, line in sums.items() if any(line)}
    if not changes:
        return
    keys = [one.name for one in table.primary_key.columns]
    measures = [one.name for one in table.c if not one.primary_key]
    statement, order = _adding(rows.connection, table)
    values = [dict(zip((*keys, *measures), (*key, *changes[key]), strict=True)) for key in sorted(changes)]
    rows.changed = True
    if order is None:
        rows.connection.exec_driver_sql(statement, values)
    else:
        rows.connection.exec_driver_sql(statement, [tuple(one[name] for name in order) for one in values])
    for key in sorted(key for key, line in changes.items() if min(line) < 0):
        here = [table.c[name] == value for name, value in zip(keys, key, strict=True)]
        rows.execute(delete(table).where(*here, *(table.c[name] == 0 for name in measures)))


def tally_ratings(rows: Writes, entries: Iterable[Entry], sign: int = 1) -> None:
    """Adds the ratings among entries that are new here, or takes away those of entries that go."""
    sums: Sums = {}
    for entry in entries:
        if entry.kind == kinds.RATING and rows.roles().get(entry.journal.node) == kinds.DESK:
            add_rating(sums, entry, sign)
    put_sums(rows, tables.rating_sums, sums)


def add_rating(sums: Sums, entry: Entry, sign: int = 1) -> None:
    """Adds the rating an entry says, of the unit whose channel it is in; an unreadable one counts nothing."""
    rating, unit = rating_of(entry), entry.journal.channel.removeprefix("unit:")
    if rating is not None and entry.journal.channel != unit:
        key = (rating.day.toordinal(), unit, storable(rating.field)[:LONGEST], rating.desk)
        sums.setdefault(key, [0] * 5)[rating.level - 1] += sign


def rating_of(entry: Entry) -> Rating | None:
    """The rating of an entry; None where there is none to be read."""
    if entry.kind != kinds.RATING or entry.text is None:
        return None
    try:
        return rating_in(unpack(entry.text))
    except Unreadable:
        return None
