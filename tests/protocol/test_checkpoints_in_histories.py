"""Desks that start from a checkpoint, in random histories; and planted mistakes that must be seen."""

from __future__ import annotations

import os
from unittest.mock import patch

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


RARE = {"older_runs_are_not_checked_against_the_heads", "half_histories_are_folded"}
"""Mistakes that only some hundreds of long histories show: minutes, so `make proof` looks for them."""


@pytest.mark.parametrize(
    "mistake", [pytest.param(one, marks=[pytest.mark.proof] * (one in RARE)) for one in sorted(PLANTED)]
)
def test_a_mistake_with_checkpoints_is_caught(mistake: str) -> None:
    with small(), planted(mistake), pytest.raises((AssertionError, ExceptionGroup)):
        run_state_machine_as_test(Beginnings, settings=settings(SEARCH, max_examples=2000))


def a_bound_between_two_seals() -> None:
    """A center put back forgets a revocation, takes a longer run of that desk in, and hears of it again.

    The bound then falls where the center has no seal: it must get the one that others have, or could give
    the entry to nobody.
    """
    machine = Beginnings()
    machine.start(count=2)
    machine.a_new_desk_begins(begins=2, budget=600)
    machine.restore_desk(pick=0, which=5, noticed=True, online=True)
    machine.revoke(pick=0, back=0)
    machine.drain(pick=1)
    machine.restore_center(which=1, noticed=False)
    machine.teardown()


def test_what_ends_at_a_bound_without_a_seal_is_given_to_all_the_same() -> None:
    with small():
        a_bound_between_two_seals()
        with (
            patch("sync.protocol.serving.seals_lacking", lambda *_: {}),
            pytest.raises(AssertionError, match="D lost 1"),
        ):
            a_bound_between_two_seals()
