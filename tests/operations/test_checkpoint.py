"""A new desk of a commune with years behind it: at work after a few messages, whole in the end."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from time import perf_counter
from typing import Any
from unittest.mock import patch

import pytest

from desk_app.operations.checking import verify
from desk_app.operations.desk import Desk
from desk_app.operations.receipts import complete_words, sync_state
from desk_app.operations.synchronise import synchronise
from desk_app.store.rebuild import projection_differences
from sync.center.units.revoking import revoke
from sync.journal.filling import filling_of
from sync.protocol import limits
from tests.offices import UNIT
from tests.operations.communes import Commune
from tests.operations.histories import history, write

CHANNEL = f"unit:{UNIT}"
LINE = 64_000 / 8
"""Bytes a second of the slow line."""


@contextmanager
def filled(root: Path, dossiers: int) -> Iterator[tuple[Commune, Desk, dict[str, float]]]:
    """A commune with a history, a new desk that has just begun to work, and what that took."""
    commune = Commune(root, count=1)
    entries = write(commune.center, commune.desks[0], history(dossiers, commune.clock.now))
    carried: list[int] = []
    post = commune.post

    def counted(path: str, body: bytes) -> bytes:
        answer = post(path, body)
        carried.append(len(body) + len(answer))
        return answer

    commune.post = counted  # type: ignore[method-assign]
    began = perf_counter()
    with patch("desk_app.operations.scan_sync.FILL_ROUNDS", 1):
        desk = commune.enrolled(3)
        commune.desks.append(desk)
        for _turn in range(400):
            synchronise(desk, counted)
            if is_lent(desk):
                break
    spent = perf_counter() - began
    bytes_ = sum(carried)
    yield (
        commune,
        desk,
        {"entries": entries, "messages": len(carried), "bytes": bytes_, "cpu": spent, "line": bytes_ / LINE},
    )
    commune.close()


def is_lent(desk: Desk) -> bool:
    with desk.reading() as ledger:
        filling = filling_of(ledger.rows, CHANNEL)
    return filling is not None and filling.lent


def test_a_new_desk_of_a_busy_commune_works_at_once_and_is_whole_later(tmp_path: Path) -> None:
    with filled(tmp_path, 2_000) as (commune, desk, _took):
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
        filled(tmp_path, 400) as (commune, desk, took),
    ):
        lost = commune.desks[0].keys.node
        with patch("desk_app.operations.scan_sync.FILL_ROUNDS", 1):
            for _turn in range(2):
                commune.sync(desk)
        with desk.reading() as ledger:
            filling = filling_of(ledger.rows, CHANNEL)
        assert filling is not None
        [place] = [one for one in filling.below if one.incarnation == b"longyear"]
        last = {b"longyear".hex(): round(took["entries"] * share)}
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
    """The figures are printed; a minute on 64 kbit/s is the goal."""
    count = int(os.environ.get("MOTCUA_FILLING", "200000"))
    with filled(tmp_path, count) as (commune, desk, took):
        lasted: list[float] = []
        transaction = desk.store.transaction

        @contextmanager
        def timed(**how: Any) -> Iterator[Any]:
            with transaction(**how) as ledger:
                began = perf_counter()
                yield ledger
                lasted.append(perf_counter() - began)

        rounds = int(os.environ.get("MOTCUA_FILLING_ROUNDS", "1000000"))
        with patch.object(desk.store, "transaction", timed):
            for _turn in range(rounds):
                if commune.sync(desk).complete_since is None:
                    break
        lasted.sort()
        with capsys.disabled():
            middle, longest = lasted[len(lasted) // 2], lasted[-1]
            sys.stdout.write(
                f"{took} {len(lasted)} transactions, median {middle:.4f} s, {longest:.4f} s at most\n"
            )
        assert rounds < 1_000_000 or sync_state(desk).total == count
