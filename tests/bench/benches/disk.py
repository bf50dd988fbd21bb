"""The durable commit of an intake beside what the disk itself takes."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Callable, Iterator
from datetime import datetime
from itertools import cycle
from pathlib import Path
from random import Random
from unittest.mock import patch

from desk_app.domain.mistakes import DeskError
from desk_app.operations import receive as receiving
from desk_app.operations.desk import Desk
from desk_app.operations.receive import receive
from sync.acts.requests import IntakeRequest
from sync.synthetic.requests import intake_request
from tests.bench.figures import Goal, Row
from tests.bench.registry import Run, bench
from tests.bench.stored import NOW, own_places, stored_count, stored_desk
from tests.bench.timing import compare

ENTRY_BYTES = 1_200
"""About what an entry, its seal and its rows add: envelope 230, body 930."""


def append_and_fsync(folder: Path) -> Callable[[], object]:
    """The floor: a record appended to a file and on the platter."""
    handle = os.open(folder / "log", os.O_RDWR | os.O_CREAT | os.O_APPEND, 0o600)
    record = os.urandom(ENTRY_BYTES)

    def work() -> None:
        os.write(handle, record)
        os.fsync(handle)

    return work


def plain_sqlite(folder: Path) -> Callable[[], object]:
    """One row in one transaction of an unencrypted SQLite, synchronous=FULL."""
    connection = sqlite3.connect(folder / "plain.db", isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("CREATE TABLE entries (id INTEGER PRIMARY KEY, body BLOB)")
    record = os.urandom(ENTRY_BYTES)
    return lambda: connection.execute("INSERT INTO entries (body) VALUES (?)", (record,))


def requests_for(desk: Desk, count: int) -> list[IntakeRequest]:
    """Requests as citizens bring them, for the commonest procedures."""
    random = Random(41)
    chosen = [
        desk.catalogue.get(code) for code in ("2.000815", "2.000884", "1.001193", "1.004873", "2.000635")
    ]
    turn = cycle([one for one in chosen if one is not None])
    return [intake_request(random, next(turn), received=NOW) for _ in range(count)]


@bench("commit")
def commit(run: Run) -> Iterator[Row]:
    """From the officer's F9 to "on the platter": without the slip's PDF, then with it."""
    count = stored_count(run)
    rounds = run.rounds(300, 60)
    with own_places(run):
        desk = stored_desk(run, count)
        try:
            yield from _commits(run, desk, count, rounds)
        finally:
            desk.close()


def _commits(run: Run, desk: Desk, count: int, rounds: int) -> Iterator[Row]:
    officer = desk.tables.officers()[0]
    turn = cycle(requests_for(desk, 200))
    confirmed = _confirm_the_date(desk, next(turn))

    def f9() -> object:
        return receive(desk, [next(turn)], officer)

    def without_slip() -> object:
        with patch.object(receiving, "write_slip", lambda _desk, _dossier: Path("none.pdf")):
            return receive(desk, [next(turn)], officer)

    found = compare(
        {
            "ours": without_slip,
            "slip": f9,
            "floor": append_and_fsync(run.scratch),
            "sqlite": plain_sqlite(run.scratch),
        },
        rounds,
    )
    milli = {name: sample.median * 1e3 for name, sample in found.items()}
    yield Row(
        f"commit of an intake, {count:,} stored",
        "ms",
        milli["ours"],
        milli["floor"],
        "append + fsync",
        {"plain SQLite, one row": milli["sqlite"]},
        Goal(3, "floor"),
        p95=found["ours"].p95 * 1e3,
        note=f"request checked, number, entry, seal, fold, projections, search words, marks; {confirmed}",
    )
    yield Row(
        "F9 to the slip's PDF on disk",
        "ms",
        found["slip"].p95 * 1e3,
        milli["floor"],
        "append + fsync",
        goal=Goal(30),
        note=f"p95; median {milli['slip']:.1f} ms",
    )


def _confirm_the_date(desk: Desk, request: IntakeRequest) -> str:
    """The stored dossiers end some days before the measurement's clock: one reception confirms the date."""
    officer = desk.tables.officers()[0]
    began: datetime = desk.clock()
    try:
        receive(desk, [request], officer)
    except DeskError:
        receive(desk, [request], officer, date_confirmed=True)
    return f"clock at {began:%d/%m/%Y}"
