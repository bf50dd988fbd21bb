"""`motcua retention`: what is past its term, terms the unit sets, the purge with its report."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.cli.test_commands import MAU, cli, desk, written

__all__ = ["cli", "desk"]
Run = Callable[..., tuple[int, Any, str]]


def test_the_report_names_each_rule_with_its_law(desk: Run) -> None:
    code, value, err = desk("retention", "report", "--json")
    assert (code, err) == (0, "")
    rules = {one["code"]: one for one in value["rules"]}
    assert (rules["authenticated-signature"]["years"], rules["authenticated-signature"]["fixed"]) == (2, True)
    assert rules["civil-status"]["years"] is None
    assert all(one["law"] for one in value["rules"])
    assert (value["due"], value["refusals"], value["copies"]) == ([], [], [])


def test_a_unit_sets_a_term_of_its_own_and_takes_it_back(desk: Run) -> None:
    assert desk("retention", "set", "general", "10", "--json")[1] == {"code": "general", "years": 10}
    assert desk("retention", "set", "general", "keep", "--json")[1] == {"code": "general", "years": None}
    code, value, _ = desk("retention", "set", "civil-status", "5", "--json")
    assert code == 1
    assert "luật định" in value["error"]


def test_nothing_is_purged_without_yes_and_nothing_that_is_not_past_its_term(
    desk: Run, tmp_path: Path
) -> None:
    assert desk("receive", written(tmp_path, MAU), "--json")[0] == 0
    code, value, _ = desk("retention", "purge", "--reason", "QĐ 1", "--json")
    assert code == 1
    assert "Chưa hủy gì" in value["error"]
    code, value, _ = desk("retention", "purge", "--reason", "QĐ 1", "--yes", "--json")
    assert code == 1
    assert "Không có hồ sơ nào" in value["error"]
