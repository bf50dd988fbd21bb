"""Staff in an archive: accounts and the record come back; sessions and links do not."""

from __future__ import annotations

from pathlib import Path

from sync.center.backups.saving import tables_in
from sync.center.units.tree import center_rows
from tests.center.places import Place

KEPT = {"staff", "staff_log"}
FORGOTTEN = {"staff_sessions", "staff_links", "tries"}


def test_accounts_are_kept_and_whatever_lets_somebody_in_is_not(tmp_path: Path) -> None:
    with Place(tmp_path).open() as center, center.store.snapshot() as ledger:
        found = set(tables_in(center_rows(ledger).connection))
    assert found >= KEPT
    assert not found & FORGOTTEN
