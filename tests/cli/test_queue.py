"""`motcua queue`: the queue from the command line, one JSON value each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.cli.test_commands import cli, desk
from tests.cli.test_forms import said

__all__ = ["cli", "desk"]
Run = Callable[..., tuple[int, Any, str]]


def test_a_turn_is_taken_called_served_and_listed(desk: Run) -> None:
    code, value, err = desk("queue", "take", "--json")
    assert (code, value["turn"], value["ahead"], value["state"], err) == (0, "A001", 0, "waiting", "")
    assert desk("queue", "take", "--priority", "Người khuyết tật", "--json")[1]["ahead"] == 0
    called = desk("queue", "next", "--json")[1]
    assert (called["turn"], called["counter"], called["calls"]) == ("A002", 1, 1)
    for what, state in (("again", "called"), ("miss", "missed")):
        assert desk("queue", "mark", what, "--json")[1]["state"] == state
    assert desk("queue", "call", "a002", "--json")[1]["state"] == "called"
    for what, state in (("serve", "serving"), ("finish", "served")):
        assert desk("queue", "mark", what, "--json")[1]["state"] == state
    listed = desk("queue", "list", "--json")[1]
    assert [(one["turn"], one["state"]) for one in listed] == [("A001", "waiting"), ("A002", "served")]
    assert desk("queue", "list")[1].splitlines()[0] == "A001  Đang chờ"


def test_a_ticket_is_printed_on_a_roll(desk: Run, tmp_path: Path) -> None:
    out = tmp_path / "out"
    out.mkdir()
    value = desk("queue", "take", "--printer", f"file:{out}", "--json")[1]
    assert value["print"] == "printed"
    [paper] = out.glob("*.pdf")
    assert "A001" in said(paper)


def test_what_cannot_be_done_is_one_sentence(desk: Run) -> None:
    code, value, err = desk("queue", "next", "--json")
    assert (code, value["error"]) == (1, "Không còn ai đang chờ. Khi có người lấy số, bấm gọi tiếp.")
    assert err.strip() == value["error"]
    assert desk("queue", "pause", "--json")[1] == {"paused": True}
    assert desk("queue", "next", "--json")[0] == 1
    assert desk("queue", "pause", "--open", "--json")[1] == {"paused": False}
    assert desk("queue", "transfer", "9", "--json")[0] == 1
    assert desk("queue", "mark", "dance", "--json")[0] == 2
