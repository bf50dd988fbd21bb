"""Retention at a center: what is past its term by unit, and its purge at every machine, on both databases."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from desk_app.operations.retention import purge_due as purge_at_desk
from sync.center.store import tables
from sync.center.store.api_tables import dossier_changes
from sync.center.store.dialect import Engines
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows
from sync.center.work.checking import verify
from sync.center.work.retention import lines_of, purge_due, standing
from sync.journal.carriage import carry
from sync.journal.own import OwnJournals
from sync.model.dossier import Officer
from tests.offices import OFFICER
from tests.operations.two_units import A, B, TwoUnits, state

BY = Officer("9", "Lê Văn Lưu")
WHY = "Quyết định 15/QĐ-UBND"
CODE = "authenticated-signature"


@pytest.fixture(params=["sqlite", "postgresql"])
def two(tmp_path: Path, request: pytest.FixtureRequest) -> Iterator[TwoUnits]:
    engines: Engines | None = None
    if request.param == "postgresql":
        engines = request.getfixturevalue("on_postgres")
    made = TwoUnits(tmp_path, engines)
    yield made
    made.close()


def sent_and_ended(two: TwoUnits) -> str:
    """A dossier of A that B has a copy of, withdrawn; kept two years."""
    from dataclasses import replace

    from desk_app.operations.receive import receive
    from tests.offices import request as asked

    number = receive(two.desk_a, [replace(asked(procedure="2.000884"), for_unit=B)], OFFICER).value[0].number
    two.sync()
    two.act(two.desk_a, number, "withdraw", reason="Công dân xin rút")
    two.sync()
    return number


def rows_of(two: TwoUnits, table: Any, dossier: bytes) -> list[Any]:
    """The rows of a table about a dossier."""
    with two.center.store.snapshot() as ledger:
        column = table.c.dossier if "dossier" in table.c else table.c.id
        return list(center_rows(ledger).connection.execute(select(table).where(column == dossier)))


def nobody_has_a_body(two: TwoUnits, dossier: bytes) -> None:
    for store, channels in (
        (two.center.store, (A, B)),
        (two.desk_a.store, (A,)),
        (two.desk_b.store, (B,)),
    ):
        with store.snapshot() as ledger:
            for unit in channels:
                held = ledger.rows.dossier_entries(f"unit:{unit}", [dossier])[dossier]
                assert held
                assert all(entry.body is None for entry in held)
                folded = ledger.dossier(f"unit:{unit}", dossier)
                assert folded is not None
                assert folded.purged is not None


def test_the_center_purges_at_home_and_where_it_carried(two: TwoUnits) -> None:
    number = sent_and_ended(two)
    dossier = state(two.desk_a, number).id
    assert standing(two.center) == []
    two.clock.forward(days=3 * 366)
    [line] = lines_of(standing(two.center))
    assert (line["unit"], line["rule"], line["due"]) == (A, CODE, 1)
    before = rows_of(two, dossier_changes, dossier)[0].turn
    done = purge_due(two.center, BY, WHY, expected=1)
    assert done.count == 1
    two.sync()
    nobody_has_a_body(two, dossier)
    assert all("purged" in row.flags for row in rows_of(two, tables.dossiers, dossier))
    assert all("mau" not in row.search for row in rows_of(two, tables.dossiers, dossier))
    assert rows_of(two, dossier_changes, dossier)[0].turn > before, "other systems are told"
    assert standing(two.center) == []
    assert verify(two.center)["problems"] == []
    with two.center.store.transaction() as ledger:  # and nothing of it is carried again
        own = OwnJournals(ledger, two.center.keys, two.center.entropy)
        count = len(ledger.rows.dossier_entries(f"unit:{B}", [dossier])[dossier])
        carry(own, two.desk_a.today(), lambda _unit: True, [dossier])
        assert len(ledger.rows.dossier_entries(f"unit:{B}", [dossier])[dossier]) == count


def test_what_a_desk_purges_goes_at_the_center_and_in_the_other_unit(two: TwoUnits) -> None:
    number = sent_and_ended(two)
    dossier = state(two.desk_a, number).id
    two.clock.forward(days=3 * 366)
    purge_at_desk(two.desk_a, OFFICER, WHY, date_confirmed=True)
    two.sync()
    nobody_has_a_body(two, dossier)
    assert verify(two.center)["problems"] == []


def test_figures_count_a_purged_dossier_as_before(two: TwoUnits) -> None:
    sent_and_ended(two)
    two.clock.forward(days=3 * 366)

    def sums() -> list[Any]:
        with two.center.store.snapshot() as ledger:
            return sorted(map(tuple, center_rows(ledger).connection.execute(select(tables.flow_sums))))

    before = sums()
    purge_due(two.center, BY, WHY)
    assert sums() == before


def test_nothing_is_purged_that_whoever_decided_had_not_seen(two: TwoUnits) -> None:
    sent_and_ended(two)
    two.clock.forward(days=3 * 366)
    with pytest.raises(CenterError, match="không còn là 2"):
        purge_due(two.center, BY, WHY, expected=2)
    with pytest.raises(CenterError, match="căn cứ"):
        purge_due(two.center, BY, "")
    with pytest.raises(CenterError, match="Không có hồ sơ"):
        purge_due(two.center, BY, WHY, units=[B])
    assert len(standing(two.center)) == 1
