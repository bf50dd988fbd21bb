"""`motcua center unit`: one group for the tree of units; what it was called before still works."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from tests.cli.test_commands import cli

__all__ = ["cli"]
Run = Callable[..., tuple[int, Any, str]]
OLD, NEW = "H99.99.001", "H99.99.002"


def test_units_are_added_listed_and_merged_in_one_group(cli: Run) -> None:
    added = cli("center", "unit", "add", OLD, "--name", "UBND xã Ví Dụ", "--json")
    assert added == (0, {"code": OLD, "name": "UBND xã Ví Dụ", "parent": ""}, "")
    assert cli("center", "unit", "add", NEW, "--name", "UBND xã Minh An")[0] == 0
    code, merged, _ = cli("center", "unit", "merge", OLD, "--into", NEW, "--json")
    assert (code, merged["code"], merged["merged"]) == (0, NEW, [OLD])
    listed = cli("center", "unit", "list", "--json")[1]
    assert [(one["code"], one["into"]) for one in listed] == [(OLD, NEW), (NEW, "")]
    assert f"(đã sáp nhập vào {NEW})" in cli("center", "unit", "list")[1]


def test_the_name_the_group_had_before_works_and_is_not_offered(cli: Run) -> None:
    assert cli("center", "units", "add", OLD, "--name", "UBND xã Ví Dụ")[0] == 0
    assert cli("center", "units", "list", "--json") == cli("center", "unit", "list", "--json")
    offered = [line.split()[0] for line in cli("center", "--help")[1].splitlines() if line.startswith("  ")]
    assert ("unit" in offered, "units" in offered) == (True, False)


def test_a_unit_that_is_not_there_is_named_with_where_to_look(cli: Run) -> None:
    assert cli("center", "unit", "add", NEW, "--name", "UBND xã Minh An")[0] == 0
    code, _, said = cli("center", "unit", "merge", OLD, "--into", NEW)
    assert (code, "motcua center unit list" in said) == (1, True)


def test_a_unit_is_renamed_split_and_tells_its_history(cli: Run) -> None:
    assert cli("center", "unit", "add", OLD, "--name", "UBND xã Ví Dụ")[0] == 0
    assert cli("center", "unit", "rename", OLD, "UBND phường Ví Dụ")[0] == 0
    code, done, _ = cli("center", "unit", "split", OLD, "--into", f"{NEW}=UBND xã Minh An", "--json")
    assert (code, done) == (0, {"code": OLD, "parts": [NEW], "into": "", "recertified": 0})
    words = [one["words"] for one in cli("center", "unit", "history", OLD, "--json")[1]]
    assert words == [
        f"Tách một phần cho UBND xã Minh An ({NEW}).",
        "Đổi tên “UBND xã Ví Dụ” thành “UBND phường Ví Dụ”.",
        "Có trong cây đơn vị với tên “UBND xã Ví Dụ”.",
    ]
    assert "Minh An" in cli("center", "unit", "history", OLD)[1]
    code, _, said = cli("center", "unit", "rename", "H99.99.777", "Xã")
    assert (code, "Chưa có đơn vị H99.99.777" in said) == (1, True)


def test_a_part_takes_the_register_over_by_command(cli: Run) -> None:
    assert cli("center", "unit", "add", OLD, "--name", "UBND xã Ví Dụ")[0] == 0
    split = ("center", "unit", "split", OLD, "--into", f"{NEW}=UBND xã Minh An")
    assert cli(*split, "--keeper", NEW)[0] == 0
    assert {one["code"]: one["into"] for one in cli("center", "unit", "list", "--json")[1]} == {
        OLD: NEW,
        NEW: "",
    }
    code, _, said = cli(*split)
    assert (code, "đã sáp nhập vào" in said) == (1, True)
