"""`motcua account`, and what accounts change for every other command."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.cli.test_commands import MAU, cli, desk, written
from tests.operations.staff import OWN, PASSWORD, quick_passwords

__all__ = ["cli", "desk"]
Run = Callable[..., tuple[int, Any, str]]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    quick_passwords(monkeypatch)
    for name in ("MOTCUA_OFFICER", "MOTCUA_PASSWORD", "MOTCUA_NEW_PASSWORD"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def unit(desk: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """A desk whose unit has its first administrator, named by no variable."""
    monkeypatch.setenv("MOTCUA_NEW_PASSWORD", PASSWORD)
    code, value, _ = desk("account", "first", "quan", "--name", "Trần Thị Quản", "--json")
    assert (code, value["login"], value["roles"]) == (0, "quan", ["reception", "administrator"])
    monkeypatch.delenv("MOTCUA_NEW_PASSWORD")
    return desk


@pytest.fixture
def quan(unit: Run, monkeypatch: pytest.MonkeyPatch) -> Run:
    """The same with the administrator's password in the variable."""
    monkeypatch.setenv("MOTCUA_PASSWORD", PASSWORD)
    monkeypatch.setenv("MOTCUA_OFFICER", "quan")
    return unit


def test_without_accounts_nobody_is_asked(desk: Run, tmp_path: Path) -> None:
    assert desk("account", "list", "--json")[:2] == (0, [])
    assert desk("receive", written(tmp_path, MAU), "--officer", "1", "--json")[0] == 0
    code, value, _ = desk("account", "add", "thu", "--name", "Thử", "--role", "reception", "--json")
    assert code == 1
    assert "motcua account first" in value["error"]


def test_with_accounts_a_command_without_a_name_is_refused_in_words(unit: Run, tmp_path: Path) -> None:
    for words in (["receive", written(tmp_path, MAU)], ["find"], ["account", "list"]):
        code, value, err = unit(*words, "--json")
        assert (code, "Chưa có ai đăng nhập" in value["error"]) == (1, True), words
        assert "MOTCUA_PASSWORD" in err


def test_a_name_without_a_password_is_told_where_to_write_it(unit: Run) -> None:
    code, value, _ = unit("--officer", "quan", "find", "--json")
    assert code == 1
    assert "MOTCUA_PASSWORD" in value["error"]


def test_a_wrong_password_is_refused_with_exit_code_1(unit: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("MOTCUA_PASSWORD", "không đúng đâu")
    code, value, _ = unit("account", "list", "--officer", "quan", "--json")
    assert (code, value["error"].startswith("Tên đăng nhập hoặc mật khẩu không đúng.")) == (1, True)


def test_the_one_who_logs_in_receives_in_their_own_name(quan: Run, tmp_path: Path) -> None:
    code, value, _ = quan("receive", written(tmp_path, MAU), "--json")
    assert code == 0
    shown = quan("show", value["number"], "--json")[1]
    assert {one["officer"] for one in shown["history"]} == {"Trần Thị Quản"}


def test_accounts_are_added_changed_and_ended(quan: Run) -> None:
    code, value, _ = quan(
        "account", "add", "thu", "--name", "Lê Văn Thử", "--role", "processing", "--role", "records", "--json"
    )
    assert (code, value["roles"], value["must_change"]) == (0, ["processing", "records"], True)
    assert len(value["temporary_password"]) == 14
    assert quan("account", "change", "thu", "--role", "leader", "--json")[1]["roles"] == ["leader"]
    assert quan("account", "change", "thu", "--inactive", "--json")[1]["active"] is False
    found = {one["login"]: one for one in quan("account", "list", "--json")[1]}
    assert set(found["thu"]) == {
        *("id", "login", "name", "roles", "active", "has_password", "must_change", "wait")
    }
    assert "ĐÃ NGỪNG" in quan("account", "list")[1]
    assert [set(one) for one in quan("officers", "--json")[1]] == [{"id", "name"}] * 2


def test_a_temporary_password_is_changed_before_anything_else(
    quan: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    given = quan("account", "add", "thu", "--name", "Thử", "--role", "reception", "--json")[1]
    monkeypatch.setenv("MOTCUA_OFFICER", "thu")
    monkeypatch.setenv("MOTCUA_PASSWORD", given["temporary_password"])
    code, value, _ = quan("receive", written(tmp_path, MAU), "--json")
    assert (code, "motcua account password" in value["error"]) == (1, True)
    monkeypatch.setenv("MOTCUA_NEW_PASSWORD", OWN)
    assert quan("account", "password", "--json")[1]["must_change"] is False
    monkeypatch.setenv("MOTCUA_PASSWORD", OWN)
    assert quan("receive", written(tmp_path, MAU), "--json")[0] == 0
    code, value, _ = quan("account", "list", "--json")
    assert code == 0
    code, value, _ = quan("account", "change", "quan", "--inactive", "--json")
    assert (code, "quản lý tài khoản" in value["error"]) == (1, True)


def test_a_forgotten_password_is_set_by_the_administrator_and_a_wait_ended(
    quan: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    quan("account", "add", "thu", "--name", "Thử", "--role", "reception")
    monkeypatch.setenv("MOTCUA_OFFICER", "thu")
    monkeypatch.setenv("MOTCUA_PASSWORD", "quên mất rồi")
    said = [quan("account", "list", "--json")[1]["error"] for _time in range(5)]
    assert ["Thử lại sau" in one for one in said] == [False, False, False, False, True]
    monkeypatch.setenv("MOTCUA_OFFICER", "quan")
    monkeypatch.setenv("MOTCUA_PASSWORD", PASSWORD)
    waiting = {one["login"]: one["wait"] for one in quan("account", "list", "--json")[1]}
    assert 0 < waiting["thu"] <= 30
    assert quan("account", "unlock", "thu")[0] == 0
    given = quan("account", "password", "thu", "--json")[1]["temporary_password"]
    monkeypatch.setenv("MOTCUA_OFFICER", "thu")
    monkeypatch.setenv("MOTCUA_PASSWORD", given)
    assert "phải đổi" in quan("account", "list", "--json")[1]["error"]


def test_a_second_first_administrator_is_refused_before_a_password_is_asked(unit: Run) -> None:
    code, value, _ = unit("account", "first", "sau", "--name", "Kẻ đến sau", "--json")
    assert (code, "đã có tài khoản" in value["error"]) == (1, True)


def test_a_desk_alone_is_told_who_helps_instead_of_the_center(unit: Run) -> None:
    code, value, _ = unit("account", "ask", "quan", "--json")
    assert (code, "chưa nối với trung tâm" in value["error"]) == (1, True)
