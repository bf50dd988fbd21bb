"""One center for the country: 3,321 communes with three desks each, all of them exchanging."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.bench.country import Round, country, exchanged, sessions
from tests.bench.figures import Goal, Row
from tests.bench.registry import Run, bench

COMMUNES = 3_321
EACH = 3
NEEDED = 1000 / 35
"""Milliseconds an exchange may take for a desk every five minutes: 35 exchanges a second."""


def _rounds(folder: Path, units: int, url: str) -> dict[str, Round]:
    with country(folder, units, url) as (address, pid):
        desks = sessions(units)
        for place, desk in enumerate(desks):
            desk.receive(place, EACH)
        found = {"cold": exchanged(address, pid, desks, EACH * len(desks))}
        for place, desk in enumerate(desks):
            desk.receive(place + 7, 1)
        found["one new dossier"] = exchanged(address, pid, desks, len(desks))
        found["nothing new here"] = exchanged(address, pid, desks, 0)
        return found


def _rows(database: str, found: dict[str, Round]) -> Iterator[Row]:
    for phase, one in found.items():
        rate = one.exchanges / one.seconds
        note = (
            f"{rate:,.0f} exchanges/s, {one.entries / one.seconds:,.0f} entries/s, center's CPU"
            f" {one.cpu / one.exchanges * 1e3:.1f} ms each, {one.memory:.0f} MiB; desks share the machine"
        )
        name = f"country on {database}, {one.exchanges:,} desks, {phase}"
        yield Row(
            f"{name}: an exchange", "ms", one.seconds / one.exchanges * 1e3, goal=Goal(NEEDED), note=note
        )
        yield Row(f"{name}: p95 of an answer", "ms", one.p95 * 1e3, goal=Goal(500))


@bench("country on SQLite", slow=True)
def on_sqlite(run: Run) -> Iterator[Row]:
    """An encrypted file."""
    yield from _rows("SQLite", _rounds(run.scratch / "center", COMMUNES, ""))


@bench("country on PostgreSQL", slow=True)
def on_postgres(run: Run) -> Iterator[Row]:
    """A server of this run's own, without fsync to the disk's platter as the tests have it."""
    from tests.center.databases import postgres_cluster

    with postgres_cluster() as url:
        yield from _rows("PostgreSQL", _rounds(run.scratch / "center", COMMUNES, url))
