"""`motcua center key`: shown once, listed without its secret, revoked."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desk_app.cli.center import open_center
from desk_app.cli.center_keys import SCOPES
from desk_app.cli.commands import motcua, run
from sync.center.staff.keys import KeyScope, key_of

Run = Callable[..., tuple[int, Any, str]]


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on a center of the test's own."""
    monkeypatch.setenv("MOTCUA_DATA", str(tmp_path / "center"))
    open_center(tmp_path / "center", create=True).close()

    def call(*words: str) -> tuple[int, Any, str]:
        code = run(motcua, ["center", "key", *words])
        out, err = capsys.readouterr()
        return code, json.loads(out) if "--json" in words else out, err

    return call


def test_a_key_is_shown_once_listed_and_revoked(cli: Run, tmp_path: Path) -> None:
    code, made, _ = cli(
        "add", "cong-tinh", "--scope", "dossiers", "--scope", "people", "--days", "30", "--json"
    )
    assert code == 0
    assert made["scopes"] == ["dossiers", "people"]
    with open_center(tmp_path / "center") as center:
        found = key_of(center, made["key"])
        assert found is not None
        assert found.name == "cong-tinh"
    assert made["key"] not in cli("list")[1]
    [one] = cli("list", "--json")[1]
    assert {**one, "key": made["key"]} == made
    assert one["active"]
    assert cli("revoke", str(one["id"]), "--json")[1]["active"] is False
    assert "không còn dùng được" in cli("list")[1]


@pytest.mark.parametrize(
    "words",
    [
        ("add", "X", "--scope", "export"),
        ("add", "cong-tinh", "--scope", "people"),
        ("add", "cong-tinh", "--scope", "export", "--unit", "H99.99.777"),
        ("revoke", "7"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(cli: Run, words: tuple[str, ...]) -> None:
    code, _, err = cli(*words)
    assert code == 1
    assert err.strip()
    assert "Traceback" not in err
    assert cli("list", "--json")[1] == []


def test_the_command_offers_every_scope() -> None:
    assert tuple(KeyScope) == SCOPES
