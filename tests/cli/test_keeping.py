"""`motcua center backup`, `verify`, `restore`, `recovery`, and where the database is named."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desk_app.cli.commands import motcua, run
from sync.center.store.opening import Storage

Run = Callable[..., tuple[int, Any, str]]
UNIT = "H99.99.001"


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("MOTCUA_KEYS", str(tmp_path / "keys"))
    monkeypatch.setenv("MOTCUA_STATE", str(tmp_path / "state"))

    def call(*words: object) -> tuple[int, Any, str]:
        code = run(motcua, [str(word) for word in words])
        out, err = capsys.readouterr()
        return code, json.loads(out) if "--json" in words else out, err

    return call


def test_a_center_goes_through_a_backup_and_a_burnt_down_machine(cli: Run, tmp_path: Path) -> None:
    center, backups, envelope = tmp_path / "center", tmp_path / "backups", tmp_path / "keys.mckeys"
    at = ("--data", center, "center")
    assert cli(*at, "unit", "add", UNIT, "--name", "Xã Ví Dụ")[0] == 0
    code, done, _ = cli(*at, "backup", backups, "--json")
    assert (code, done["dossiers"], done["scans_missing"], done["removed"]) == (0, 0, 0, 0)
    assert done["entries"] > 0
    code, out, _ = cli(*at, "backup", backups, "--keep", 1)
    assert code == 0
    assert "Đã sao lưu và kiểm tra" in out
    assert len(list(backups.glob("*.mcbk"))) == 1
    code, proved, _ = cli(*at, "verify", "--backup", backups, "--json")
    assert (code, proved["ok"], proved["entries"]) == (0, True, done["entries"])
    code, drilled, _ = cli(*at, "verify", "--backup", backups, "--drill", "--json")
    assert (code, drilled["ok"], drilled["problems"]) == (0, True, [])
    code, made, _ = cli(*at, "recovery", "make", envelope, "--json")
    assert code == 0

    shutil.rmtree(center)
    shutil.rmtree(tmp_path / "keys")
    shutil.rmtree(tmp_path / "state")
    new = ("--data", tmp_path / "new", "center")
    code, _, err = cli(*new, "restore", backups)
    assert code == 1
    assert "không có khóa để mở bản sao lưu" in err
    assert cli(*new, "recovery", "open", envelope, "--code", "sai")[0] == 1
    assert cli(*new, "recovery", "open", envelope, "--code", made["code"])[0] == 0
    code, out, _ = cli(*new, "restore", backups)
    assert code == 0
    assert "Đã khôi phục" in out
    assert "Không chạy trung tâm cũ nữa" in out
    code, units, _ = cli(*new, "unit", "list", "--json")
    assert [one["code"] for one in units] == [UNIT]
    assert cli(*new, "waive", UNIT, "--by", "Nguyễn Văn Trị")[0] == 0
    code, _, err = cli(*new, "restore", backups)
    assert code == 1
    assert "không trống" in err


def test_wrong_backups_are_said_in_one_sentence(cli: Run, tmp_path: Path) -> None:
    at = ("--data", tmp_path / "center", "center")
    (tmp_path / "x.mcbk").write_bytes(b"no")
    for words in (("--backup", tmp_path / "x.mcbk"), ("--backup", tmp_path), ("--backup", tmp_path / "none")):
        code, out, err = cli(*at, "verify", *words)
        assert code == 1
        assert err.strip().count("\n") == 0
        assert "Traceback" not in out + err
    assert cli(*at, "verify", "--drill")[0] == 2


def test_the_option_names_the_database_before_the_environment(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Storage] = []

    def opening(*_: Any, storage: Storage, **_others: Any) -> Any:
        asked.append(storage)
        raise OSError("nothing is opened here")

    monkeypatch.setattr("sync.center.store.opening.open_center", opening)
    at = ("--data", tmp_path / "center", "center")
    monkeypatch.setenv("MOTCUA_DATABASE", "postgresql://env/one")
    assert cli(*at, "dossiers")[0] == 1
    assert cli(*at, "--database", "postgresql://group/two", "dossiers")[0] == 1
    assert cli(*at, "backup", "--database", "postgresql://option/three", tmp_path / "b")[0] == 1
    monkeypatch.delenv("MOTCUA_DATABASE")
    assert cli(*at, "dossiers")[0] == 1
    assert [one.database for one in asked] == [
        "postgresql://env/one",
        "postgresql://group/two",
        "postgresql://option/three",
        "",
    ]


def test_a_hub_keeps_its_own_database(cli: Run, tmp_path: Path) -> None:
    words = ("serve", "--upstream", "x", "--database", "postgresql://host/db")
    assert cli("--data", tmp_path / "hub", "center", *words)[0] == 2
