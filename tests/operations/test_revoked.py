"""A revoked desk says so in words, keeps its data, numbers no more, and can still fill a stick."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.find import find
from desk_app.operations.receive import receive
from desk_app.operations.sticks import export_stick
from desk_app.operations.synchronise import sync_state
from desk_app.store.rebuild import projection_differences
from sync.center.units.revoking import quarantine, revoke
from tests.offices import OFFICER, UNIT, request
from tests.operations.communes import Commune


def test_a_revoked_desk_says_so_and_keeps_what_it_has(tmp_path: Path) -> None:
    commune = Commune(tmp_path)
    lost, other = commune.desks
    [before] = commune.received(lost)
    commune.sync(lost)
    revoke(commune.center, f"{UNIT}/1", "Lê Văn Quản", "máy bị mất")
    [late] = commune.received(lost)
    report = commune.sync(lost)
    assert "đã thu hồi quầy này" in report.problem
    assert "thu hồi" in sync_state(lost).problem
    with pytest.raises(DeskError, match="thu hồi"):
        receive(lost, [request()], OFFICER)
    assert find(lost, late)
    commune.sync(other)
    assert find(other, before)
    assert not find(other, late)
    assert [one.numbers for one in quarantine(commune.center)] == [(late,)]
    exported = export_stick(lost, tmp_path).value
    assert exported.entries
    commune.close()


def test_a_desk_that_had_admitted_it_takes_it_out_of_every_list(tmp_path: Path) -> None:
    commune = Commune(tmp_path)
    lost, other = commune.desks
    with commune.center.store.snapshot() as ledger:
        [journal] = [one for one in ledger.heads(f"unit:{UNIT}") if one.node == lost.keys.node]
    [stolen] = commune.received(lost)
    commune.sync(lost)
    commune.sync(other)
    assert find(other, stolen)
    revoke(commune.center, f"{UNIT}/1", "Lê Văn Quản", "máy bị mất", last={journal.incarnation.hex(): 0})
    commune.sync(other)
    assert not find(other, stolen)
    with other.store.snapshot() as ledger:
        assert projection_differences(other.store.reader(), ledger)[1] == []
        row = ledger.rows.journal_row(journal, create=False)
        assert row is not None
        assert len(ledger.rows.quarantined(row)) >= 2
    commune.close()
