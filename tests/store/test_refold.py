"""Rows an older program's fold wrote are brought up to date, in steps, without hiding a restore."""

from __future__ import annotations

from pathlib import Path

from desk_app.operations.checking import verify
from desk_app.operations.desk import refold_step
from desk_app.operations.find import find
from desk_app.operations.receive import receive
from tests.offices import MAU, OFFICER, new_desk, reopened, request
from tests.store.older import as_of_schema


def test_a_desk_of_the_schema_before_shows_telephone_numbers_after_its_start(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    receive(desk, [request() for _ in range(3)], OFFICER)
    as_of_schema(desk, 2)
    desk.close()
    with reopened(tmp_path) as again:
        assert {row.phone for row in find(again, "")} == {MAU.phone}
        assert not refold_step(again, 10)
        assert verify(again)["problems"] == []


def test_refolding_goes_on_where_it_was_cut(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    receive(desk, [request() for _ in range(3)], OFFICER)
    with desk.store.transaction(marked=False) as ledger:
        ledger.rows.put_note("refolded", None)
        ledger.rows.connection.execute("UPDATE dossiers SET phone = 'old'")  # type: ignore[attr-defined]
    assert refold_step(desk, 2)
    assert [row.phone for row in find(desk, "")] == ["old", MAU.phone, MAU.phone]
    assert not refold_step(desk, 2)
    assert {row.phone for row in find(desk, "")} == {MAU.phone}
    desk.close()
