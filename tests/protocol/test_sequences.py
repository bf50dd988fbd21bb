"""The numbers of random sequences add up to what was promised, and each kind is told by some test."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from hypothesis.stateful import RuleBasedStateMachine

from tests.protocol import sequences
from tests.protocol.sequences import LEAST, RUNS, Run, tell

TESTS = Path(__file__).resolve().parents[1]


def test_at_least_two_thousand_sequences_are_told() -> None:
    assert sum(run.count for runs in RUNS.values() for run in runs) >= LEAST == 2_000
    assert all(run.steps >= 5 for runs in RUNS.values() for run in runs)


def test_each_kind_is_told_in_exactly_one_test() -> None:
    told = [
        kind
        for path in sorted(TESTS.rglob("test_*.py"))
        if path != Path(__file__)
        and "from tests.protocol.sequences import" in (text := path.read_text("utf-8"))
        for kind in re.findall(r'\btell\(\s*"(\w+)"', text)
    ]
    assert sorted(told) == sorted(RUNS)


def test_the_page_names_the_numbers_that_are_told() -> None:
    said = sequences.__doc__ or ""
    numbers = [(int(count), int(steps)) for count, steps in re.findall(r"(\d+) of (\d+)", said)]
    assert numbers == [(run.count, run.steps) for runs in RUNS.values() for run in runs]


def test_sequences_that_end_early_are_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(RUNS, "forks", (Run(5, 5),))
    monkeypatch.setattr(sequences, "run_state_machine_as_test", lambda *_machine, **_how: None)
    with pytest.raises(AssertionError, match="0 of 5 sequences were told"):
        tell("forks", RuleBasedStateMachine)
