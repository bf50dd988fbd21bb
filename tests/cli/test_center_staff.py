"""`motcua center staff` and the link that the first start prints."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desk_app.cli.center import _serving, open_center
from desk_app.cli.commands import motcua, run
from sync.center.staff.links import link_of, make_first
from sync.center.units.invitations import remember_address

Run = Callable[..., tuple[int, Any, str]]
ADDRESS = "http://127.0.0.1:8443"


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on a center of the test's own."""
    monkeypatch.setenv("MOTCUA_DATA", str(tmp_path / "center"))
    with open_center(tmp_path / "center", create=True) as center:
        remember_address(center, ADDRESS)

    def call(*words: str) -> tuple[int, Any, str]:
        code = run(motcua, ["center", "staff", *words])
        out, err = capsys.readouterr()
        return code, json.loads(out) if "--json" in words else out, err

    return call


def test_an_account_is_added_listed_and_given_a_link(cli: Run, tmp_path: Path) -> None:
    words = ("add", "chi.huong", "--name", "Lê Thị Hương", "--role", "specialist", "--role", "leader")
    code, value, _ = cli(*words, "--json")
    assert code == 0
    assert value["roles"] == ["specialist", "leader"]
    assert value["link"].startswith(ADDRESS + "/lien-ket/")
    with open_center(tmp_path / "center") as center:
        link = link_of(center, value["link"].rpartition("/")[2])
    assert link.member is not None
    code, value, _ = cli("list", "--json")
    assert [(one["login"], one["has_password"], one["active"]) for one in value] == [
        ("chi.huong", False, True)
    ]
    code, text, _ = cli("list")
    assert "Lê Thị Hương" in text
    assert cli(*words)[0] == 1, "the name is taken"


@pytest.mark.expects_log
def test_a_lost_password_is_reset_at_the_machine(cli: Run) -> None:
    cli("add", "chi.huong", "--name", "Lê Thị Hương", "--role", "administrator")
    code, value, _ = cli("reset", "chi.huong", "--json")
    assert (code, value["login"]) == (0, "chi.huong")
    code, text, _ = cli("reset", "chi.huong")
    assert ADDRESS + "/lien-ket/" in text
    code, _, err = cli("reset", "khong.co")
    assert code == 1
    assert "Không có tài khoản" in err


@pytest.mark.parametrize(
    "words",
    [
        ("add", "chi.huong", "--name", "Hương"),
        ("add", "chi.huong", "--name", "Hương", "--role", "emperor"),
    ],
)
def test_wrong_use_is_told_as_such(cli: Run, words: tuple[str, ...]) -> None:
    assert cli(*words)[0] == 2


def test_the_first_start_prints_a_link_until_there_is_an_administrator(
    cli: Run, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_center(tmp_path / "center") as center:
        _serving(center, ADDRESS, True)
        link = json.loads(capsys.readouterr().out)["first_administrator"]
        assert link.startswith(ADDRESS + "/lien-ket/")
        _serving(center, ADDRESS, False)
        assert "Chưa có quản trị viên" in capsys.readouterr().out
        make_first(center, link.rpartition("/")[2], "quan.tri", "Quản Trị", "mưa rơi trên mái ngói")
        _serving(center, ADDRESS, True)
        assert json.loads(capsys.readouterr().out) == {"address": ADDRESS}
