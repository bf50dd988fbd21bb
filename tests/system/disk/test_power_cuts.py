"""The power goes at any moment: what was said to be received is there once, and no slip without its dossier.

The long form cuts for `MOTCUA_POWER_SECONDS` seconds (180), one officer's day after the other.
"""

from __future__ import annotations

import os
import time
from collections import Counter
from pathlib import Path

import pytest

from tests.system.disk.power import PowerCuts
from tests.system.processes import posix_only, twice

pytestmark = [
    pytest.mark.skipif(twice(), reason="the run with Qt tells it; these processes use none"),
    pytest.mark.skipif(not posix_only(), reason="the shim needs Linux"),
]
SECONDS = float(os.environ.get("MOTCUA_POWER_SECONDS", "180"))


def test_after_a_power_cut_everything_said_to_be_received_is_there_once(tmp_path: Path) -> None:
    cuts = PowerCuts(tmp_path / "desk", seed=2, dossiers=3).play(every=40)
    assert cuts.faults == []
    assert len(cuts.said.numbers) == 3
    assert cuts.opened >= 40


def test_a_sync_that_failed_once_costs_no_later_dossier(tmp_path: Path) -> None:
    cuts = PowerCuts(tmp_path / "desk", seed=4, dossiers=6, failing=True)
    cuts.play(every=150, models=("nothing", "all"))
    assert cuts.faults == []
    assert len(cuts.said.numbers) + cuts.refused >= 6


@pytest.mark.parametrize("planted", ["normal", "said-early", "slip-early"])
def test_a_planted_mistake_is_found_by_the_power_cuts(tmp_path: Path, planted: str) -> None:
    cuts = PowerCuts(tmp_path / "desk", seed=6, dossiers=2, planted=planted)
    assert cuts.play(every=25, models=("nothing", "all")).faults


@pytest.mark.parametrize("planted", ["keeps-connection", "keeps-log"])
def test_what_a_failed_sync_leaves_behind_is_found(tmp_path: Path, planted: str) -> None:
    faults: list[str] = []
    for seed in range(40, 46):
        cuts = PowerCuts(tmp_path / str(seed), seed=seed, dossiers=8, planted=planted, failing=True)
        faults += cuts.play(every=10_000, models=("nothing",)).faults
        if faults:
            break
    assert faults


@pytest.mark.proof
@pytest.mark.parametrize("failing", [False, True])
def test_long_power_cuts(tmp_path: Path, failing: bool) -> None:
    until, tried, opened, seed, faults = time.monotonic() + SECONDS, Counter[str](), 0, 100, list[str]()
    while time.monotonic() < until and not faults:
        cuts = PowerCuts(tmp_path / str(seed), seed=seed, failing=failing).play(until=until)
        tried += cuts.tried
        opened += cuts.opened
        faults += cuts.faults
        seed += 1
    print(f"\n{tried.total()} images ({dict(tried)}), {opened} different ones opened, {seed - 100} days")
    assert faults == []
