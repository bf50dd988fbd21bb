"""What a checkpoint costs a center follows from what is in it, not from the years behind: in steps."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path
from unittest.mock import patch

from sync.center.units.tree import center_rows
from sync.journal.ledger import Ledger
from sync.model.entry import Entry
from sync.model.moment import day_of
from tests.center.places import Place
from tests.journal.sample import JOURNAL, RECORD, run, sealed
from tests.operations.communes import Commune
from tests.operations.histories import history, write

CHANNEL = "unit:H99.99.001"


@contextmanager
def steps_of(ledger: Ledger) -> Iterator[list[int]]:
    """How many instructions SQLite's machine carries out in the block."""
    counted = [0]

    def one() -> int:
        counted[0] += 1
        return 0

    raw = center_rows(ledger).connection.connection.dbapi_connection
    assert raw is not None
    raw.set_progress_handler(one, 1)
    try:
        yield counted
    finally:
        raw.set_progress_handler(None, 1)


def taken(root: Path, dossiers: int) -> tuple[int, int]:
    """Steps and dossiers of a checkpoint of a commune with so many dossiers behind it, six a day."""
    commune = Commune(root, count=1)
    with patch("tests.operations.histories.PER_DAY", 6):
        write(commune.center, commune.desks[0], history(dossiers, commune.clock.now))
    since = day_of(commune.clock.now - timedelta(days=14)).toordinal()
    with commune.center.store.snapshot() as ledger:
        recent = ledger.rows.recent
        assert recent is not None
        with steps_of(ledger) as steps:
            found = [*recent.dossiers(CHANNEL, since)]
            control = [*recent.control(CHANNEL, since)]
    assert len(control) > 2
    commune.close()
    return steps[0], len(found)


def test_a_piece_of_a_long_journal_costs_a_center_no_more_than_the_first_ones(tmp_path: Path) -> None:
    """Sixteen entries of four dossiers at a time, each time four others."""
    last: Entry | None = None
    spent: list[int] = []
    with Place(tmp_path).open() as center:
        with center.store.transaction() as ledger:
            ledger.rows.save_node(RECORD)
        for piece in range(40):
            entries: list[Entry] = []
            for number in range(4):
                entries += run(4, last, dossier=(4 * piece + number).to_bytes(16, "big"))
                last = entries[-1]
            with center.store.transaction() as ledger, steps_of(ledger) as steps:
                ledger.admit(sealed(entries))
                row = ledger.rows.journal_row(JOURNAL, create=False)
                assert row is not None
                assert len(ledger.rows.entries(row, [one.digest for one in entries])) == 16
                assert not ledger.admit(sealed(entries)).new
            spent.append(steps[0])
    assert spent[-1] < 1.25 * spent[4], spent


def test_years_behind_a_commune_do_not_make_its_checkpoint_dearer(tmp_path: Path) -> None:
    few, first = taken(tmp_path / "months", 150)
    many, second = taken(tmp_path / "years", 750)
    assert min(first, second) > 20
    assert many / second < 1.5 * few / first
