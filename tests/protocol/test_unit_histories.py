"""Random histories between units keep every promise, and a planted mistake breaks one."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings
from hypothesis.stateful import run_state_machine_as_test

import sync.journal.carriage
import sync.model.fold
from sync.model.bodies import Unreadable
from sync.model.carried import Unpacked
from tests.protocol import sequences
from tests.protocol.sequences import QUICK, tell
from tests.protocol.units_machine import Between
from tests.system.processes import twice

pytestmark = pytest.mark.skipif(twice(), reason="the run with Qt tells them; there is no Qt in them")
SEARCH = settings(sequences.SEARCH, max_examples=200, stateful_step_count=25)


def test_a_dossier_is_the_same_in_every_unit_that_has_it() -> None:
    tell("units", Between)


@pytest.mark.proof
def test_a_dossier_is_the_same_in_every_unit_in_many_long_histories() -> None:
    examples = int(os.environ.get("MOTCUA_HISTORIES", "2000"))
    long = settings(QUICK, max_examples=examples, stateful_step_count=60, derandomize=False)
    run_state_machine_as_test(Between, settings=long)


def test_forgetting_what_waits_at_a_crash_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.journal.ledger.note_travelling", lambda *_: None)
    with pytest.raises((AssertionError, ExceptionGroup, Unreadable)):
        run_state_machine_as_test(Between, settings=SEARCH)


def test_carrying_only_outwards_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    real = sync.journal.carriage._carry_one

    def outwards(own: object, dossier: bytes, ways: list[str], day: int) -> None:
        real(own, dossier, ways[:1] if len(ways) == 1 else ways[1:], day)  # type: ignore[arg-type]

    monkeypatch.setattr("sync.journal.carriage._carry_one", outwards)
    with pytest.raises((AssertionError, ExceptionGroup, Unreadable)):
        run_state_machine_as_test(Between, settings=SEARCH)


def test_counting_carriers_as_entries_of_their_own_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sync.model.fold, "unpacked", lambda entries, *_: Unpacked(list(entries)))
    with pytest.raises((AssertionError, ExceptionGroup, Unreadable)):
        run_state_machine_as_test(Between, settings=SEARCH)
