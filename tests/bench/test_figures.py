"""The table says what was measured, and a goal is met only when it is."""

from __future__ import annotations

import json

from tests.bench.figures import Goal, Row, markdown, shown
from tests.bench.timing import compare, percentile


def test_a_plain_goal_is_met_up_to_its_figure() -> None:
    assert Row("x", "ms", 12.0, goal=Goal(12)).met is True
    assert Row("x", "ms", 12.1, goal=Goal(12)).met is False
    assert Row("x", "ms", 12.0, goal=Goal(12, less=True)).met is False


def test_a_goal_against_the_floor_or_a_peer_uses_this_runs_figure() -> None:
    row = Row("x", "ms", 2.9, floor=1.0, peers={"Anki": 3.0, "PouchDB": "no node"}, goal=Goal(3, "floor"))
    assert row.met is True
    assert row.ratio == 2.9
    assert Row("x", "ms", 3.0, peers=row.peers, goal=Goal(1, "Anki", less=True)).met is False
    assert Row("x", "ms", 0.1, peers=row.peers, goal=Goal(1, "PouchDB")).met is None


def test_what_was_not_measured_is_neither_met_nor_missed() -> None:
    assert Row("x", "ms", None, goal=Goal(1)).met is None
    assert Row("x", "ms", 1.0).met is None
    assert Row("x", "ms", 1.0, goal=Goal(3, "floor")).met is None


def test_the_report_has_facts_rows_reasons_and_notes() -> None:
    rows = [
        Row("a | b", "ms", 1234.5, 10.0, "disk", {"Anki": "no network"}, Goal(3, "floor"), note="once"),
        Row("c", "B", None),
    ]
    text = markdown(rows, {"Python": "3.11"})
    assert "* Python: 3.11" in text
    assert "1 234" in text
    assert "Anki: no network" in text
    assert "≤ 3 × floor" in text
    assert "| NO " in text
    assert "* a | b: once" in text
    lines = [line for line in text.splitlines() if line.startswith("|")]
    assert len({line.count("|") for line in lines}) == 1
    assert json.loads(json.dumps([row.plain() for row in rows]))[0]["met"] is False


def test_figures_have_three_digits() -> None:
    assert [shown(one) for one in (0.012345, 1.2345, 99.94, 123456.0, None)] == [
        "0.0123",
        "1.23",
        "99.9",
        "123 456",
        "–",
    ]


def test_percentiles_are_of_what_was_taken() -> None:
    taken = [float(one) for one in range(1, 101)]
    assert percentile(taken, 50) == 50
    assert percentile(taken, 95) == 95
    assert percentile([7.0], 95) == 7.0


def test_candidates_are_run_in_turn_and_warmed_up_first() -> None:
    calls: list[str] = []
    found = compare(
        {"a": lambda: calls.append("a"), "b": lambda: calls.append("b")}, rounds=4, loops=3, warm=1
    )
    assert len(found["a"].seconds) == len(found["b"].seconds) == 4
    assert calls.count("a") == calls.count("b") == 3 * 5
    assert "".join(calls[-12:]) in {"aaabbbbbbaaa", "bbbaaaaaabbb"}
