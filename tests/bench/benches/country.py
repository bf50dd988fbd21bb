"""One center for the country: 3,321 communes with three desks each, all of them exchanging."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from tests.bench.country import Round, country, exchanged, sessions
from tests.bench.figures import Goal, Row
from tests.bench.registry import Run, bench

COMMUNES = int(os.environ.get("MOTCUA_BENCH_COMMUNES", "3321"))
"""The country's; fewer where there is less time."""
EACH = 3
A_SECOND = 35
"""Exchanges: every desk of the country every five minutes."""
PACED = f"coming {A_SECOND} a second"


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
        some = desks[: 20 * A_SECOND]
        for place, desk in enumerate(some):
            desk.receive(place + 9, 1)
        found[PACED] = exchanged(address, pid, some, len(some), A_SECOND)
        return found


def _rows(database: str, found: dict[str, Round]) -> Iterator[Row]:
    for phase, one in found.items():
        rate = one.exchanges / one.seconds
        note = (
            f"{rate:,.0f} exchanges/s, {one.entries / one.seconds:,.0f} entries/s, center's CPU"
            f" {one.cpu / one.exchanges * 1e3:.1f} ms each, {one.memory:.0f} MiB; desks share the machine"
        )
        name = f"country on {database}, {one.exchanges:,} desks, {phase}"
        if phase != PACED:
            each = one.seconds / one.exchanges * 1e3
            yield Row(f"{name}: an exchange", "ms", each, goal=Goal(1e3 / A_SECOND), note=note)
        goal = Goal(500) if phase == PACED else None
        yield Row(f"{name}: p95 of an answer", "ms", one.p95 * 1e3, goal=goal, note=note)


@bench("country on SQLite", slow=True)
def on_sqlite(run: Run) -> Iterator[Row]:
    """An encrypted file."""
    yield from _rows("SQLite", _rounds(run.scratch / "center", COMMUNES, ""))


@bench("country on PostgreSQL", slow=True)
def on_postgres(run: Run) -> Iterator[Row]:
    """A server of this run's own, without fsync, as the tests have it."""
    from tests.center.databases import postgres_cluster

    with postgres_cluster() as url:
        yield from _rows("PostgreSQL", _rounds(run.scratch / "center", COMMUNES, url))
