"""Faults of every kind between real desks and a real center, kills of all: nothing lost or twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.system.faults.proxy import FAULTS
from tests.system.faults.siege import Broken, Siege, besieged, besieged_commune
from tests.system.processes import motcua, posix_only, twice

pytestmark = [
    pytest.mark.skipif(not posix_only(), reason="killing a process as a power cut does needs POSIX"),
    pytest.mark.skipif(twice(), reason="the run with Qt tells it; these processes use none"),
]
PORTALS = ("portal", "portal_in_disguise", "bad_gateway")


def siege(at: Siege, turns: int) -> None:
    for turn in range(turns):
        at.turn(kill_center=turn % 2 == 1)


@pytest.mark.parametrize(
    ("seed", "turns"), [(1, 3), *(pytest.param(seed, 40, marks=pytest.mark.proof) for seed in (2, 3, 4, 5))]
)
def test_nothing_is_lost_and_nothing_comes_twice_under_faults_and_kills(
    tmp_path: Path, seed: int, turns: int
) -> None:
    with besieged(tmp_path, seed) as at:
        siege(at, turns)
        at.peace()
        received = sum(len(desk.told.received) for desk in at.desks)
        assert received >= turns * len(at.desks)
        assert len(at.proxy.done) > min(8, turns), at.proxy.done
        print(
            f"\n{received} dossiers, {sum(len(desk.told.scans) for desk in at.desks)} scans,"
            f" {sum(at.proxy.done.values())} faults of {len(at.proxy.done)} kinds,"
            f" {at.desk_kills} desk kills, {at.center_kills} center kills"
        )


@pytest.mark.proof
@pytest.mark.parametrize("turns", [2, 20])
def test_two_desks_and_a_hub_with_the_line_down_and_the_hub_killed(tmp_path: Path, turns: int) -> None:
    with besieged_commune(tmp_path, 21) as at:
        assert at.lan is not None
        for turn in range(turns):
            at.turn(kill_hub=turn % 2 == 0)
            assert at.at_center() == [], "the line was down"
            assert not any(desk.told.acknowledged for desk in at.desks), "a hub's word is not the center's"
        seen = [{row["number"] for row in motcua(desk.data, "find")} for desk in at.desks]
        assert seen[0] & set(at.desks[1].told.received), "desks see each other without the center"
        at.peace()
        assert at.hub_kills
        assert at.lan.done


@pytest.mark.parametrize(
    ("seed", "storms"), [(31, 1), *(pytest.param(seed, 20, marks=pytest.mark.proof) for seed in (32, 33))]
)
def test_desks_hub_and_center_killed_at_random_on_bad_lines_lose_no_dossier_and_no_scan(
    tmp_path: Path, seed: int, storms: int
) -> None:
    """Entries and scans by hub and by line at once; whoever holds them last may lose the power."""
    with besieged_commune(tmp_path, seed, share=0.25, out=0.35, kinds=()) as at:
        assert at.lan is not None
        for _storm in range(storms):
            at.storm()
        at.peace()
        assert (at.hub_kills, at.center_kills) == (storms, storms)
        received = sum(len(desk.told.received) for desk in at.desks)
        scans = sum(len(desk.told.scans) for desk in at.desks)
        assert received
        assert scans
        print(
            f"\n{received} dossiers, {scans} scans, {sum((at.proxy.done + at.lan.done).values())} faults of"
            f" {len(at.proxy.done + at.lan.done)} kinds, {at.desk_kills} desk, {at.hub_kills} hub and"
            f" {at.center_kills} center kills"
        )


@pytest.mark.parametrize("kind", [pytest.param(kind, marks=pytest.mark.proof) for kind in FAULTS])
def test_a_line_that_has_one_fault_again_and_again_costs_nothing_but_time(tmp_path: Path, kind: str) -> None:
    with besieged(tmp_path, 7, desks=1, share=0.7, kinds=(kind,)) as at:
        siege(at, 4)
        at.peace()
        assert at.proxy.done[kind]


def test_a_desk_that_trusts_any_200_is_found_out(tmp_path: Path) -> None:
    """The planted mistake: were the reckoning blind, it would let this desk pass."""
    plant = ("--trusting",)
    with (
        besieged(tmp_path, 1, desks=1, share=1.0, kinds=PORTALS, words=plant) as at,
        pytest.raises(Broken, match="acknowledged, not held"),
    ):
        siege(at, 3)
