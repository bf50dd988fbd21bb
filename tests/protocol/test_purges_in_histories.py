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


def test_what_is_purged_is_gone_everywhere_and_stays_gone() -> None:
    tell("purges", PurgeHistories)


@pytest.mark.proof
def test_what_is_purged_is_gone_in_many_long_histories() -> None:
    examples = int(os.environ.get("MOTCUA_HISTORIES", "3000"))
    long = settings(QUICK, max_examples=examples, stateful_step_count=80, derandomize=False)
    run_state_machine_as_test(PurgeHistories, settings=long)


@pytest.mark.parametrize("mistake", sorted(PLANTED))
def test_a_mistake_with_purges_is_caught(mistake: str) -> None:
    with planted(mistake), pytest.raises((AssertionError, ExceptionGroup)):
        run_state_machine_as_test(PurgeHistories, settings=SEARCH)
