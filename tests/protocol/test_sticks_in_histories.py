"""The same state whether by line, by stick or by both at once, in any order and any repetition."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.protocol.sequences import QUICK, SEARCH, tell
from tests.protocol.stick_machine import PLANTED, SIZES, StickHistories, planted
from tests.system.processes import twice

pytestmark = pytest.mark.skipif(twice(), reason="the run with Qt tells them; there is no Qt in them")
RARE = {"every_answer_is_the_latest"}
"""Caught in long searches; below a history written by hand shows that the machine sees it."""


def test_every_promise_holds_with_sticks_in_pockets() -> None:
    tell("sticks", StickHistories)


@pytest.mark.proof
def test_every_promise_holds_with_sticks_in_many_long_histories() -> None:
    examples = int(os.environ.get("MOTCUA_HISTORIES", "3000"))
    long = settings(QUICK, max_examples=examples, stateful_step_count=80, derandomize=False)
    run_state_machine_as_test(StickHistories, settings=long)


@pytest.mark.parametrize("mistake", sorted(PLANTED.keys() - RARE))
def test_a_mistake_with_sticks_is_caught(mistake: str) -> None:
    with planted(mistake), pytest.raises((AssertionError, ExceptionGroup)):
        run_state_machine_as_test(StickHistories, settings=SEARCH)


def a_stick_from_the_drawer() -> None:
    """A center is put back and heard again; then an answer from before turns up."""
    machine = StickHistories()
    machine.start(2)
    machine.carry("line")
    for _ in range(3):
        machine.receive(0, crash=False)
        machine.export(0, most=SIZES[-1], crash=False)
        machine.center_takes(len(machine.sticks) - 1, crash=0, most=SIZES[-1])
    machine.desk_takes(0, len(machine.sticks) - 1, crash=0)
    assert machine.desks[0].pending == 0
    machine.restore_center(which=0, noticed=False)
    machine.exchange(0, budget=600, fault="", at=1)
    machine.acknowledged_is_held()
    machine.desk_takes(0, len(machine.sticks) - 1, crash=0)
    machine.acknowledged_is_held()
    machine.teardown()


def test_an_old_answer_from_a_drawer_does_not_bring_an_old_receipt_back() -> None:
    a_stick_from_the_drawer()
    with planted("every_answer_is_the_latest"), pytest.raises(AssertionError, match="does not hold it"):
        a_stick_from_the_drawer()
