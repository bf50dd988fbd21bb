"""Random histories of desks and a center keep every promise, and a planted mistake breaks one."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.protocol.machine import Histories
from tests.protocol.planted import PLANTED, planted
from tests.protocol.sequences import QUICK, SEARCH, tell
from tests.protocol.world import CHANNEL, World
from tests.system.processes import twice

RARE = {"leases_right_after_a_restore", "quarantined_entries_stay_below"}
"""Caught in long searches; here histories written by hand show that the machine sees them."""

pytestmark = pytest.mark.skipif(twice(), reason="the run with Qt tells them; there is no Qt in them")


def test_every_promise_holds_in_random_histories() -> None:
    tell("forks", Histories)


@pytest.mark.proof
def test_every_promise_holds_in_many_long_histories() -> None:
    examples = int(os.environ.get("MOTCUA_HISTORIES", "3000"))
    long = settings(QUICK, max_examples=examples, stateful_step_count=80, derandomize=False)
    run_state_machine_as_test(Histories, settings=long)


@pytest.mark.parametrize("mistake", sorted(PLANTED.keys() - RARE))
def test_a_planted_mistake_is_caught(mistake: str) -> None:
    with planted(mistake), pytest.raises((AssertionError, ExceptionGroup)):
        run_state_machine_as_test(Histories, settings=SEARCH)


def leases_after_a_restore() -> None:
    """A range is leased, the center forgets it and leases again before it has heard."""
    machine = Histories()
    machine.start(2)
    machine.restore_desk(pick=0, which=0, noticed=True, online=True)
    machine.restore_center(which=0, noticed=True)
    machine.restore_desk(pick=1, which=0, noticed=True, online=True)
    machine.teardown()


def test_a_restored_center_leases_only_after_it_has_heard_all() -> None:
    leases_after_a_restore()
    with planted("leases_right_after_a_restore"), pytest.raises(AssertionError, match="number doubled"):
        leases_after_a_restore()


def only_another_desk_has_it() -> None:
    """A revoked desk's entry reaches a colleague, who knows of the revocation; then the desk loses it."""
    machine = Histories()
    machine.start(2)
    machine.revoke(0, back=0)
    machine.drain(1)
    machine.receive(0, crash=False)
    machine.handed_from_desk_to_desk(0, 1)
    machine.restore_desk(pick=0, which=0, noticed=True, online=False)
    machine.teardown()


def test_what_only_another_desk_has_of_a_revoked_one_comes_up() -> None:
    only_another_desk_has_it()
    with (
        planted("quarantined_entries_stay_below"),
        pytest.raises(AssertionError, match="not all at the center"),
    ):
        only_another_desk_has_it()


def test_a_late_answer_does_not_bring_an_old_receipt_back() -> None:
    """Asked, restored behind everybody's back, asked again; then the first answer comes home."""
    world = World(1)
    [desk] = world.desks
    old = world.center.store.copied()
    desk.receive()
    desk.drain(world.center)
    late = desk.ask()
    answer = world.center.answer(late.sealed)
    world.center.store = old
    desk.exchange(world.center)
    assert desk.pending == 2
    desk.hear(late, answer)
    assert desk.pending == 2
    world.heal()
    assert desk.pending == 0
    assert world.equal()
    assert desk.current(CHANNEL) is not None
