"""Purges in random histories: bodies are gone everywhere, chains, seals, heads and sums stand."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.protocol.purge_machine import PLANTED, PurgeHistories, planted
from tests.protocol.sequences import QUICK, SEARCH, tell
from tests.system.processes import twice

pytestmark = pytest.mark.skipif(twice(), reason="the run with Qt tells them; there is no Qt in them")

RARE = {"a_cut_body_is_believed_purged", "waiting_runs_keep_their_bodies"}
"""Caught in long searches; below histories written by hand show that the machine sees them."""


def test_what_is_purged_is_gone_everywhere_and_stays_gone() -> None:
    tell("purges", PurgeHistories)


@pytest.mark.proof
def test_what_is_purged_is_gone_in_many_long_histories() -> None:
    examples = int(os.environ.get("MOTCUA_HISTORIES", "3000"))
    long = settings(QUICK, max_examples=examples, stateful_step_count=80, derandomize=False)
    run_state_machine_as_test(PurgeHistories, settings=long)


@pytest.mark.parametrize("mistake", sorted(PLANTED.keys() - RARE))
def test_a_mistake_with_purges_is_caught(mistake: str) -> None:
    with planted(mistake), pytest.raises((AssertionError, ExceptionGroup)):
        run_state_machine_as_test(PurgeHistories, settings=SEARCH)


def begun() -> PurgeHistories:
    machine = PurgeHistories()
    machine.start(2)
    machine.carry("line")
    machine.receive(0, crash=False)
    return machine


def a_relay_cuts() -> None:
    """A stick brings a desk's dossier to another without its body, before anything was purged."""
    machine = begun()
    machine.a_relay_cuts_bodies_off(0, 1)
    machine.teardown()


def test_a_body_that_a_relay_cut_off_comes_back() -> None:
    a_relay_cuts()
    with planted("a_cut_body_is_believed_purged"), pytest.raises(AssertionError):
        a_relay_cuts()


def a_run_waits_while_its_dossier_is_purged() -> None:
    """The second of two acts reaches the center before the first; then the term is over."""
    machine = begun()
    machine.drain(0)
    machine.act(0, 0, "processing")
    machine.act(0, 0, "done")
    machine.piece_comes_another_way(0, skip=1)
    machine.purge_at_the_center(0)
    machine.nobody_keeps_what_it_knows_purged()
    machine.teardown()


def test_what_waits_behind_a_gap_is_purged_too() -> None:
    a_run_waits_while_its_dossier_is_purged()
    with planted("waiting_runs_keep_their_bodies"), pytest.raises(AssertionError, match="keeps 1 bodies"):
        a_run_waits_while_its_dossier_is_purged()
