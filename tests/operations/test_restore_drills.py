"""Restore drills by random histories; a restore that goes on with the old journal is caught by them."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk_app.operations import restoring
from desk_app.operations.desk import Desk
from desk_app.operations.restoring import Restored, restore
from desk_app.store.store import _own_tip
from sync.journal.marks import MarkState
from tests.operations.drills import Drill


def _all_hold(root: Path, seeds: range) -> None:
    faults, restores, truncated = [], 0, 0
    for seed in seeds:
        drill = Drill(root / str(seed), seed).run()
        faults += drill.faults
        restores += drill.restores
        truncated += drill.truncated
    assert faults == []
    assert restores >= len(seeds)
    assert truncated


def test_no_restored_desk_loses_what_the_center_had_or_gives_a_number_twice(tmp_path: Path) -> None:
    _all_hold(tmp_path, range(6))


@pytest.mark.proof
def test_two_hundred_restore_drills_hold(tmp_path: Path) -> None:
    _all_hold(tmp_path, range(1000, 1200))


def test_the_drill_catches_a_restore_that_goes_on_with_the_old_journal(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def go_on(desk: Desk) -> bool:
        """Believes the copy: the marks are made to fit it."""
        with desk.store.snapshot() as ledger:
            tip = _own_tip(ledger)
        assert tip is not None
        desk.store.marks.write(*tip)
        assert desk.store.mark_state() is MarkState.OK
        return True

    def planted(*given: object) -> Restored:
        with monkeypatch.context() as bug:
            bug.setattr(restoring, "begin_anew", go_on)
            bug.setattr(restoring, "forbid_old_journals", lambda *_given: None)
            return restore(*given)  # type: ignore[arg-type]

    faults = [fault for seed in range(2) for fault in Drill(tmp_path / str(seed), seed, planted).run().faults]
    assert any("given twice" in one for one in faults)


def test_the_drill_catches_a_restore_that_proves_no_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(restoring, "_first_good", lambda copies, keys: (copies[0], keys.own, 0))
    met = (drill for seed in range(4) if (drill := Drill(tmp_path / str(seed), seed).run()).truncated)
    assert next(met).faults
