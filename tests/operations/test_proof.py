"""A row that a disk lost, at the desk or at the center, is noticed at equal heads and comes back alone."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import text

from desk_app.operations.checking import verify
from desk_app.operations.receipts import sync_state
from sync.center.work.checking import verify as verify_center
from tests.operations.communes import Commune


@pytest.fixture
def commune(tmp_path: Path) -> Iterator[Commune]:
    """Three days of dossiers that everybody holds."""
    commune = Commune(tmp_path)
    for _day in range(3):
        for desk in commune.desks:
            commune.received(desk, 3)
        commune.forward(days=1)
    for _round in range(2):
        for desk in commune.desks:
            commune.sync(desk)
    yield commune
    commune.close()


def hours(commune: Commune, count: int) -> list[str]:
    """Time goes on; what the exchanges of the first desk found."""
    found: list[str] = []
    for _ in range(count):
        commune.forward(hours=1)
        found += commune.sync(commune.desks[0]).proofs
    return found


@pytest.mark.parametrize("day", [0, 1, 2])
def test_a_row_lost_behind_the_desks_back_comes_back(commune: Commune, day: int) -> None:
    [desk, _other] = commune.desks
    with desk.store.transaction() as ledger:
        connection = ledger.rows.connection  # type: ignore[attr-defined]
        days = "SELECT DISTINCT substr(envelope, 3, 4) FROM entries WHERE dossier IS NOT NULL ORDER BY 1"
        wanted = connection.execute(days).fetchall()[day][0]
        connection.execute("DROP TRIGGER entries_stay")
        gone = "DELETE FROM entries WHERE id = (SELECT e.id FROM entries e WHERE substr(envelope, 3, 4) = ?"
        gone += " AND dossier IS NOT NULL AND e.digest NOT IN (SELECT digest FROM tips) LIMIT 1)"
        assert connection.execute(gone, (wanted,)).rowcount == 1
    assert not verify(desk)["ok"]
    [said] = hours(commune, 8)
    assert said.startswith(f"Ngày {23 + day}/11/2026: máy này mất 1 ghi nhận, đã lấy lại đủ từ trung tâm.")
    assert sync_state(desk).proof == said
    assert verify(desk)["ok"]
    assert hours(commune, 6) == []


def test_a_row_lost_behind_the_centers_back_is_brought_again(commune: Commune) -> None:
    with commune.center.store.transaction() as ledger:
        connection = ledger.rows.connection  # type: ignore[attr-defined]
        gone = text(
            "DELETE FROM entries WHERE id IN (SELECT e.id FROM entries e WHERE dossier IS NOT NULL"
            " AND NOT EXISTS (SELECT 1 FROM tips t WHERE t.digest = e.digest) ORDER BY id LIMIT 2)"
        )
        assert connection.execute(gone).rowcount == 2
    assert not verify_center(commune.center)["ok"]
    said = hours(commune, 10)
    assert [one.split(".")[0] for one in said] == [
        "Ngày 23/11/2026: trung tâm mất 2 ghi nhận, máy này đã gửi bù"
    ]
    assert verify_center(commune.center)["ok"]


def test_what_both_hold_is_said_to_nobody(commune: Commune) -> None:
    assert hours(commune, 5) == []
    assert sync_state(commune.desks[0]).proof == ""
