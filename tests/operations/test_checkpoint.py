"""A new desk of a commune with years behind it: at work after a few messages, whole in the end."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from unittest.mock import patch

import pytest

from desk_app.operations.checking import verify
from desk_app.operations.desk import Desk
from desk_app.operations.receipts import complete_words, sync_state
from desk_app.operations.receive import receive
from desk_app.operations.synchronise import synchronise
from desk_app.store.rebuild import projection_differences
from sync.center.units.revoking import revoke
from sync.journal.filling import filling_of
from sync.protocol import limits
from tests.offices import OFFICER, UNIT, request
from tests.operations import trials
from tests.operations.communes import Commune
from tests.operations.histories import history, write

CHANNEL = f"unit:{UNIT}"


@contextmanager
def filled(root: Path, dossiers: int) -> Iterator[tuple[Commune, Desk, int]]:
    """A commune with a history, a new desk that has just begun to work, and how many entries there are."""
    commune = Commune(root, count=1)
    entries = write(commune.center, commune.desks[0], history(dossiers, commune.clock.now))
    with patch("desk_app.operations.scan_sync.FILL_ROUNDS", 1):
        desk = commune.enrolled(3)
        commune.desks.append(desk)
        for _turn in range(400):
            synchronise(desk, commune.post)
            if trials.is_lent(desk):
                break
    yield commune, desk, entries
    commune.close()


def test_a_new_desk_of_a_busy_commune_works_at_once_and_is_whole_later(tmp_path: Path) -> None:
    with filled(tmp_path, 2_000) as (commune, desk, _entries):
        state = sync_state(desk)
        assert state.complete_since is not None
        assert complete_words(state.complete_since).startswith("Đủ hồ sơ từ ngày ")
        assert 0 < state.total < 2_000
        assert verify(desk)["ok"]
        for _turn in range(60):
            report = commune.sync(desk)
            if report.complete_since is None:
                break
        assert report.complete_since is None
        commune.sync(desk)
        assert sync_state(desk).total == 2_000
        assert sync_state(desk).complete_since is None
        with desk.reading() as ledger:
            assert filling_of(ledger.rows, CHANNEL) is None
        assert verify(desk)["ok"]
        commune.sync(commune.desks[0])
        commune.sync(desk)
        commune.sync(commune.desks[0])
        assert len(commune.roots()) == 1


@pytest.mark.parametrize("share", [0.3, 0.95])
def test_a_desk_revoked_while_another_is_filled_up_counts_as_at_the_center(
    tmp_path: Path, share: float
) -> None:
    """Once far below what is here of its journal, once within it: in the desk's own database."""
    with (
        patch.object(limits, "CHECKPOINT_FROM", 100),
        patch.object(limits, "FILL_BUDGET", 40_000),
        filled(tmp_path, 400) as (commune, desk, entries),
    ):
        lost = commune.desks[0].keys.node
        with patch("desk_app.operations.scan_sync.FILL_ROUNDS", 1):
            for _turn in range(2):
                commune.sync(desk)
        with desk.reading() as ledger:
            filling = filling_of(ledger.rows, CHANNEL)
        assert filling is not None
        [place] = [one for one in filling.below if one.incarnation == b"longyear"]
        last = {b"longyear".hex(): round(entries * share)}
        assert (last[b"longyear".hex()] > place.seq) == (share > 0.5)
        revoke(commune.center, f"{UNIT}/1", "Lê Văn Quản", "máy bị mất", last=last)
        with patch("desk_app.operations.scan_sync.FILL_ROUNDS", 1):
            commune.sync(desk)
        assert verify(desk)["ok"]
        with desk.store.snapshot() as ledger:
            assert ledger.bounds(lost) is not None
            assert projection_differences(desk.store.reader(), ledger)[1] == []
        for _turn in range(60):
            commune.sync(desk)
        with desk.store.snapshot() as ledger, commune.center.store.snapshot() as held:
            assert filling_of(ledger.rows, CHANNEL) is None
            assert ledger.heads(CHANNEL) == held.heads(CHANNEL)
            assert set(ledger.rows.digests_of(CHANNEL, None)) == set(held.rows.digests_of(CHANNEL, None))
            assert {*ledger.rows.folded(CHANNEL, None)} == {*held.rows.folded(CHANNEL, None)}
            assert projection_differences(desk.store.reader(), ledger)[1] == []
        assert verify(desk)["ok"]


@pytest.mark.proof
def test_five_years_of_a_busy_commune(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Over HTTP at 256 kbit/s, 600 ms and 5 % loss; the figures are printed, a minute is the goal."""
    count = int(os.environ.get("MOTCUA_FILLING", "200000"))
    rounds = int(os.environ.get("MOTCUA_FILLING_ROUNDS", "1000000"))
    with trials.office(tmp_path, count) as office:
        desk, began = office.new_desk()
        say(capsys, f"{count:,} dossiers, {office.entries:,} entries. At work after: {began}")
        assert receive(desk, [request()], OFFICER).value[0].number
        assert 0 < sync_state(desk).total < count
        history = office.history(desk, rounds)
        say(capsys, f"History: {history}")
        assert rounds < 1_000_000 or (sync_state(desk).complete_since is None and verify(desk)["ok"])
        desk.close()


def say(capsys: pytest.CaptureFixture[str], words: str) -> None:
    with capsys.disabled():
        sys.stdout.write(f"\n{words}\n")
