"""Desks that start from a checkpoint, in random histories; and planted mistakes that must be seen."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

from tests.protocol.checkpoint_machine import PLANTED, Beginnings, planted, small
from tests.protocol.sequences import QUICK, SEARCH, tell
from tests.system.processes import twice

pytestmark = pytest.mark.skipif(twice(), reason="the run with Qt tells them; there is no Qt in them")


def test_every_promise_holds_with_desks_that_begin_from_a_checkpoint() -> None:
    tell("checkpoints", Beginnings, small)


@pytest.mark.proof
def test_every_promise_holds_in_many_histories_with_checkpoints() -> None:
    examples = int(os.environ.get("MOTCUA_HISTORIES", "3000"))
    with small():
        run_state_machine_as_test(
            Beginnings,
            settings=settings(QUICK, max_examples=examples, stateful_step_count=80, derandomize=False),
        )


@pytest.mark.parametrize("mistake", sorted(PLANTED))
def test_a_mistake_with_checkpoints_is_caught(mistake: str) -> None:
    with small(), planted(mistake), pytest.raises((AssertionError, ExceptionGroup)):
        run_state_machine_as_test(Beginnings, settings=settings(SEARCH, max_examples=2000))
