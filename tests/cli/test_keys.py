"""`motcua key`: locked with a password, opened by it, by the sheet, and put under a new key."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desk_app.cli.commands import motcua, run
from desk_app.operations.founding import read_identity
from desk_app.operations.key_files import KeyPlace
from desk_app.paths import DeskPaths
from tests.offices import new_desk

PASSWORD = "mot cau rat de nho"


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A desk's folder, for commands that nobody sits at."""
    new_desk(tmp_path / "desk").close()
    monkeypatch.delenv("MOTCUA_PASSWORD", raising=False)
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    return tmp_path / "desk"


def said(capsys: pytest.CaptureFixture[str], *words: str, code: int = 0) -> Any:
    """What a command says in JSON."""
    assert run(motcua, [*words, "--json"]) == code
    return json.loads(capsys.readouterr().out)


def test_a_desk_is_locked_with_a_password_and_opened_by_it(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    where, paper = ("--data", str(data)), tmp_path / "to.pdf"
    assert said(capsys, "key", "status", *where)["mode"] == "auto"
    monkeypatch.setenv("MOTCUA_PASSWORD", PASSWORD)
    assert "Chưa in tờ khôi phục" in said(capsys, "key", "lock", *where, code=1)["error"]
    code = said(capsys, "key", "sheet", "-o", str(paper), *where)["code"]
    assert paper.read_bytes().startswith(b"%PDF-")
    assert said(capsys, "key", "lock", *where)["mode"] == "password"
    found = said(capsys, "key", "status", *where)
    assert found == {
        "mode": "password",
        "officers": ["Cán bộ tiếp nhận"],
        "sheet": True,
        "key_on_disk": False,
        "damaged": "",
    }
    assert said(capsys, "find", *where) == []
    assert said(capsys, "key", "rotate", *where)["sheet"] is True
    monkeypatch.setenv("MOTCUA_PASSWORD", "khong phai mat khau")
    assert "không mở được dữ liệu" in said(capsys, "find", *where, code=1)["error"]
    monkeypatch.delenv("MOTCUA_PASSWORD")
    for command in ("sync", "find", "verify"):
        refused = said(capsys, command, *where, code=1)["error"]
        assert refused.startswith("Dữ liệu của quầy khóa bằng mật khẩu nên lệnh này không tự mở được.")
    assert said(capsys, "key", "unlock", "--code", code, *where)["mode"] == "auto"
    assert said(capsys, "find", *where) == []


def test_the_key_of_an_open_window_comes_to_a_backup_over_a_pipe(
    data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    place, where = tmp_path / "stick", ("--data", str(data))
    place.mkdir()
    monkeypatch.setenv("MOTCUA_PASSWORD", PASSWORD)
    said(capsys, "backup", "--to", str(place), "--remember", *where)
    said(capsys, "key", "sheet", "-o", str(tmp_path / "to.pdf"), *where)
    held = KeyPlace(read_identity(DeskPaths(data))).unattended()
    assert held is not None
    said(capsys, "key", "lock", *where)
    monkeypatch.delenv("MOTCUA_PASSWORD")
    assert run(motcua, ["backup", "--behind", *where]) == 1
    monkeypatch.setattr("sys.stdin.readline", lambda: held.hex() + "\n", raising=False)
    assert run(motcua, ["backup", "--behind", "--key-in", *where]) == 0
    copies = list(place.rglob("copy.json"))
    assert len(copies) == 2
