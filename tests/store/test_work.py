"""What a piece of a journal costs does not grow with what is here: counted in the database's own steps."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from desk_app.operations.desk import Desk
from desk_app.store.tables import connection_of
from sync.journal.ledger import Ledger
from sync.journal.segments import Segment
from sync.journal.sums import recount
from sync.model import kinds
from tests.journal.quarantine_contract import bound, orders
from tests.journal.sample import CENTER, CHANNEL, DESK, JOURNAL, RECORD, run, sealed
from tests.offices import new_desk

PIECE = 16
ENTRIES = 40 * PIECE


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk that also knows of another unit's."""
    opened = new_desk(tmp_path)
    opened.store.trusted[CENTER.node] = CENTER.public
    with opened.writing() as ledger:
        ledger.rows.save_node(RECORD)
        recount(ledger.rows, CHANNEL)
    yield opened
    opened.close()


@contextmanager
def steps_of(ledger: Ledger) -> Iterator[list[int]]:
    """How many instructions SQLite's machine carries out in the block."""
    counted = [0]

    def one() -> int:
        counted[0] += 1
        return 0

    connection = connection_of(ledger)
    connection.set_progress_handler(one, 1)
    try:
        yield counted
    finally:
        connection.set_progress_handler(None, 1)


def admitted(desk: Desk, segment: Segment) -> int:
    """Takes a piece in; how many steps that took."""
    with desk.writing() as ledger, steps_of(ledger) as steps:
        ledger.admit(segment)
    return steps[0]


@pytest.mark.parametrize("counting", [0, 7 * PIECE, ENTRIES])
def test_a_long_revoked_journal_costs_the_same_for_each_piece(desk: Desk, counting: int) -> None:
    """Where none of it counts, where most is in quarantine, and where all of it counts."""
    entries = run(ENTRIES)
    tips = [entries[counting - 1].tip] if counting else []
    with desk.writing() as ledger:
        ledger.admit(orders(kinds.REVOCATION, bound(*tips)))
    steps = [
        admitted(desk, sealed(entries[at : at + PIECE], range(PIECE))) for at in range(0, ENTRIES, PIECE)
    ]
    assert steps[-1] < 1.25 * steps[9], steps
    with desk.reading() as ledger:
        row = ledger.rows.journal_row(JOURNAL, create=False)
        assert row is not None
        assert len(ledger.rows.quarantined(row)) == ENTRIES - counting
        size = sum(len(one.envelope) + len(one.body or b"") for one in entries[counting:])
        assert ledger.rows.quarantined_bytes(DESK.node) == size
