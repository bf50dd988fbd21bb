"""Rows put straight into a center's database, raw copies of its rows, and projections made anew."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import islice
from random import Random
from typing import Any

from sqlalchemy import Connection, select, update

from sync.center.store import tables
from sync.center.store.changes import begin_anew
from sync.center.store.opening import Center
from sync.center.store.projection import projected
from sync.center.store.recounting import wrong_sums
from sync.center.store.tally import Sums, add_row, put_sums
from sync.center.units.tree import center_rows
from sync.center.work.refolding import refold_some
from sync.journal.own import Draft, OwnJournals
from sync.model.dossier import Intake
from sync.model.entry import DOSSIER_BYTES
from sync.model.moment import day_of
from tests.bench import samples
from tests.bench.country import Session
from tests.bench.country_center import now, unit_code

START = date(2018, 1, 2)
_TIMES = ("received_at", "due_at", "ended_at", "finished_at", "step_since", "act_by")
_AT_ONCE = 20_000
SUMS_AT_ONCE = 200_000
"""By unit, procedure and month there are millions of them."""
_OPEN_DAYS, _OPEN_NEW, _OPEN_OLD = 10, 0.7, 0.003
"""Of the last days' dossiers most are open; of older ones a few still."""
_FLAGGED = 0.002
_CACHE = "PRAGMA cache_size = -800000"
"""For the building only: indexes of random digests outgrow the center's own cache."""
Row = dict[str, Any]


def pattern_intakes(count: int) -> tuple[Intake, ...]:
    """The receptions that `count` stored rows are made after."""
    return samples.dossiers(min(2000, max(50, count // 20)), 5)


def patterns(intakes: Sequence[Intake]) -> tuple[list[Row], list[Row]]:
    """Rows as the fold makes them of dossiers whose life is over, and of such whose life has begun."""
    session = Session(0, 1)
    whole: list[Row] = []
    begun: list[Row] = []
    with session.store.transaction() as ledger:
        own = OwnJournals(ledger, session.keys, Random(1).randbytes)
        for at, intake in enumerate(intakes):
            bodies = samples.bodies_of(intake)
            some = (bodies, whole), (bodies[: 1 + at % max(1, len(bodies) - 1)], begun)
            for n, (said, found) in enumerate(some):
                name = (2 * at + n).to_bytes(DOSSIER_BYTES, "big")
                drafts = [Draft(kind, body, name) for kind, body in said]
                written = own.append(session.channel, drafts, day_of(intake.received_at).toordinal())
                found += [projected(session.channel, one) for one in written.dossiers]
    return whole, begun


def rows(count: int, units: int, until: date, seed: int = 1) -> Iterator[Row]:
    """`count` dossiers of `units` communes in even days from `START` to the day before `until`."""
    whole, begun = patterns(pattern_intakes(count))
    chance, last = Random(seed), until - timedelta(days=1)
    days = (last - START).days + 1
    for at in range(count):
        on = START + timedelta(days=at * days // count)
        recent = (last - on).days < _OPEN_DAYS
        pattern = chance.choice(begun if chance.random() < (_OPEN_NEW if recent else _OPEN_OLD) else whole)
        unit = unit_code(at % units)
        # apart from what desks number
        number = f"{unit}-{on:%y%m%d}-{7000 + at // units % 3000:04d}"
        shift = on.toordinal() - date.fromisoformat(pattern["received_at"][:10]).toordinal()
        moved = {name: _moved(pattern[name], shift) for name in _TIMES}
        search = number.lower() + pattern["search"][len(pattern["number"]) :]
        yield {
            **pattern,
            **moved,
            "channel": f"unit:{unit}",
            "id": chance.randbytes(DOSSIER_BYTES),
            "number": number,
            "unit": unit,
            "at_unit": unit,
            "search": search,
            "flags": "conflict" if chance.random() < _FLAGGED else "",
        }


def _moved(moment: str, days: int) -> str:
    if not moment:
        return ""
    return date.fromordinal(date.fromisoformat(moment[:10]).toordinal() + days).isoformat() + moment[10:]


def store_rows(center: Center, count: int, units: int) -> float:
    """Puts `count` dossiers into the database, with their sums and changes; indexes come after the rows, as
    restoring does it. Gives the seconds."""
    began = time.perf_counter()
    while refold_some(center):
        pass
    source = rows(count, units, day_of(now()))
    flow: Sums = {}
    backlog: Sums = {}
    with center.store.engines.writer.begin() as connection:
        indexes = indexes_of(connection)
        for name in indexes:
            connection.exec_driver_sql(f"DROP INDEX {name}")
    before = gc.get_threshold()
    gc.set_threshold(1_000_000, 20, 20)
    try:
        while some := list(islice(source, _AT_ONCE)):
            with center.store.engines.writer.begin() as connection:
                if center.store.engines.is_sqlite:
                    connection.exec_driver_sql(_CACHE)
                copy_rows(connection, "dossiers", some)
            for one in some:
                add_row(flow, backlog, one)
            if len(flow) > SUMS_AT_ONCE:
                _put_sums(center, flow, backlog)
    finally:
        gc.set_threshold(*before)
    for statement in indexes.values():
        with center.store.engines.writer.begin() as connection:
            connection.exec_driver_sql(statement)
    _put_sums(center, flow, backlog)
    with center.store.transaction() as ledger:
        begin_anew(center_rows(ledger).connection)
    if not center.store.engines.is_sqlite:
        with center.store.engines.writer.connect() as connection:
            # what PostgreSQL does by itself within minutes
            connection.execution_options(isolation_level="AUTOCOMMIT").exec_driver_sql("VACUUM ANALYZE")
    return time.perf_counter() - began


def _put_sums(center: Center, flow: Sums, backlog: Sums) -> None:
    """Adds the sums to those that are stored; they begin anew."""
    with center.store.transaction() as ledger:
        put_sums(center_rows(ledger), tables.flow_sums, flow)
        put_sums(center_rows(ledger), tables.backlog_sums, backlog)
    flow.clear()
    backlog.clear()


def indexes_of(connection: Connection) -> dict[str, str]:
    """Statements of the indexes of table `dossiers` by name, but for its key's."""
    if connection.dialect.name == "sqlite":
        query = (
            "SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = 'dossiers' AND sql > ''"
        )
    else:
        query = """SELECT indexname, indexdef FROM pg_indexes WHERE tablename = 'dossiers'
            AND indexname NOT IN (SELECT conname FROM pg_constraint)"""
    return {str(name): str(told) for name, told in connection.exec_driver_sql(query)}


def copy_rows(connection: Connection, table: str, some: Sequence[Row]) -> None:
    """The quickest way a database has: COPY, or executemany."""
    names = list(some[0])
    if connection.dialect.name == "sqlite":
        told = f"INSERT INTO {table} ({', '.join(names)}) VALUES ({', '.join('?' * len(names))})"
        connection.exec_driver_sql(told, [tuple(one.values()) for one in some])
        return
    cursor: Any = connection.connection.cursor()
    with cursor.copy(f"COPY {table} ({', '.join(names)}) FROM STDIN") as copy:
        for one in some:
            copy.write_row(tuple(one.values()))


def raw_copy(center: Center) -> tuple[int, float]:
    """Copies the rows of entries and dossiers into bare tables, without indexes, in one commit: (entries,
    seconds)."""
    found: dict[str, list[Row]] = {}
    with center.store.engines.reader.connect() as connection:
        for table in (tables.entries, tables.dossiers):
            found[table.name] = [dict(one._mapping) for one in connection.execute(select(table))]
    writer = center.store.engines.writer
    with writer.begin() as connection:
        for name in found:
            connection.exec_driver_sql(f"CREATE TABLE bare_{name} AS SELECT * FROM {name} WHERE 1 = 0")
    began = time.perf_counter()
    with writer.begin() as connection:
        for name, some in found.items():
            copy_rows(connection, f"bare_{name}", some)
    seconds = time.perf_counter() - began
    with writer.begin() as connection:
        for name in found:
            connection.exec_driver_sql(f"DROP TABLE bare_{name}")
    return len(found["entries"]), seconds


def rebuilt(center: Center) -> tuple[int, float]:
    """Makes every projection anew from its journals, as after an update of the fold: (dossiers, seconds).

    Fails when a row is not as it was before, or the sums are not those of a recount.
    """
    t = tables.dossiers
    before = _projections(center)
    with center.store.transaction() as ledger:
        center_rows(ledger).execute(update(t).values(fold_version=0, status="received", search=""))
        ledger.rows.put_note("refolded", None)
    began = time.perf_counter()
    while refold_some(center):
        pass
    seconds = time.perf_counter() - began
    assert _projections(center) == before, "projections made anew differ"
    with center.store.snapshot() as ledger:
        wrong = wrong_sums(center_rows(ledger))
    assert not wrong, wrong
    return len(before), seconds


def _projections(center: Center) -> list[Any]:
    t = tables.dossiers
    with center.store.engines.reader.connect() as connection:
        return [tuple(one) for one in connection.execute(select(t).order_by(t.c.channel, t.c.id))]
