"""The sums of `sync.center.store.tally` counted anew from what they are sums of: to prove, or to begin."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Table, delete, select

from sync.center.store import tables
from sync.center.store.rows import CenterRows
from sync.center.store.tally import COUNTED, Sums, add_rating, add_row, put_sums
from sync.model import kinds
from sync.model.entry import trusted_entry

_NOTE = "ratings-counted"
_AT_ONCE = 1000


def recounted(rows: CenterRows) -> dict[str, Sums]:
    """Every sum, by table, as the rows of dossiers and the entries of ratings give it."""
    flow: Sums = {}
    backlog: Sums = {}
    query = select(*COUNTED).where(tables.dossiers.c.counted > 0)
    with rows.connection.execute(query.execution_options(yield_per=_AT_ONCE)) as found:
        for row in found:
            add_row(flow, backlog, dict(row._mapping))
    sums = {"flow_sums": flow, "backlog_sums": backlog, "rating_sums": recounted_ratings(rows)}
    return {name: {key: line for key, line in some.items() if any(line)} for name, some in sums.items()}


def recounted_ratings(rows: CenterRows) -> Sums:
    """The sums of ratings as the entries give them."""
    sums: Sums = {}
    t, roles = tables.entries.c, rows.roles()
    for channel in rows.channels():
        for row, journal in rows.journals(channel):
            if roles.get(journal.node) != kinds.DESK:
                continue
            said = select(t.envelope, t.body).where(
                t.journal == row, t.kind == kinds.RATING, t.dossier.is_(None)
            )
            for envelope, body in rows.connection.execute(said):
                add_rating(sums, trusted_entry(bytes(envelope), None if body is None else bytes(body)))
    return sums


def stored_sums(rows: CenterRows, table: Table) -> Sums:
    """What a table of sums holds, by key."""
    width = len(table.primary_key.columns)
    found: dict[Any, list[int]] = {}
    for row in rows.connection.execute(select(table)):
        found[tuple(row[:width])] = [int(one) for one in row[width:]]
    return found


def wrong_sums(rows: CenterRows) -> list[str]:
    """A sentence for each table whose sums differ from a recount."""
    if rows.note(_NOTE) is None:
        return []  # of an older program: they are being counted in the background
    problems = []
    for name, anew in recounted(rows).items():
        held = stored_sums(rows, tables.METADATA.tables[name])
        wrong = sum(anew.get(key) != held.get(key) for key in anew.keys() | held.keys())
        problems += [f"{name}: {wrong} sums differ from a recount"] if wrong else []
    return problems


def count_ratings_once(rows: CenterRows) -> None:
    """Counts the ratings an older program left; to be called where nobody else writes."""
    if rows.note(_NOTE) is not None:
        return
    rows.execute(delete(tables.rating_sums))
    put_sums(rows, tables.rating_sums, recounted_ratings(rows))
    rows.put_note(_NOTE, b"1")
