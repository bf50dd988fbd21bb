"""Rows put straight into a center's database are such as its own writing leaves there."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from sqlalchemy import func, select

from sync.center.store import tables
from sync.center.store.api_tables import dossier_changes
from sync.center.store.opening import Center
from sync.center.store.recounting import wrong_sums
from sync.center.units.tree import center_rows
from sync.center.work.inbox import Filters, page
from sync.center.work.refolding import is_counting
from tests.bench import center_rows as center_rows_made
from tests.bench.center_place import Place, settle
from tests.bench.center_rows import indexes_of, raw_copy, rebuilt, store_rows
from tests.bench.country_center import unit_code

COUNT, UNITS = 400, 2


@pytest.fixture
def center(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Center]:
    monkeypatch.setenv("MOTCUA_KEYS", str(tmp_path / "keys"))
    monkeypatch.setenv("MOTCUA_STATE", str(tmp_path / "state"))
    with Place(tmp_path / "center", "").open() as center:
        settle(center, UNITS)
        yield center


def _names(center: Center) -> set[str]:
    with center.store.engines.reader.connect() as connection:
        return set(indexes_of(connection))


def test_stored_rows_are_counted_listed_and_found(center: Center, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(center_rows_made, "_AT_ONCE", 90)
    monkeypatch.setattr(center_rows_made, "SUMS_AT_ONCE", 100)
    before = _names(center)
    store_rows(center, COUNT, UNITS)
    assert _names(center) == before != set()
    with center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        assert wrong_sums(rows) == []
        assert not is_counting(rows)
        assert rows.connection.scalar(select(func.count()).select_from(tables.dossiers)) == COUNT
        assert rows.connection.scalar(select(func.count()).select_from(dossier_changes)) == COUNT
    newest = page(center, Filters(), None).rows
    assert len(newest) == 50
    number = newest[0]["number"]
    assert [one["number"] for one in page(center, Filters(words=number), None).rows] == [number]
    assert {one["unit"] for one in page(center, Filters(unit=unit_code(1)), None).rows} == {unit_code(1)}


def test_making_projections_anew_fails_for_a_row_that_is_not_its_journals(center: Center) -> None:
    store_rows(center, 50, UNITS)
    with pytest.raises(AssertionError, match="differ"):
        rebuilt(center)


def test_a_raw_copy_leaves_nothing_behind(center: Center) -> None:
    store_rows(center, 50, UNITS)
    entries, seconds = raw_copy(center)
    assert entries > 0
    assert seconds > 0
    with center.store.engines.reader.connect() as connection:
        query = "SELECT count(*) FROM sqlite_master WHERE name LIKE 'bare%'"
        assert connection.exec_driver_sql(query).scalar() == 0
