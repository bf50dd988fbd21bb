"""`motcua backup` and `motcua restore`."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desk_app.cli.commands import motcua, run

Run = Callable[..., tuple[int, Any, str]]


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*words: object) -> tuple[int, Any, str]:
        code = run(motcua, [str(word) for word in words])
        out, err = capsys.readouterr()
        return code, json.loads(out) if "--json" in words and code == 0 else out, err

    return call


def test_a_desk_goes_through_a_backup_and_a_lost_folder(cli: Run, tmp_path: Path) -> None:
    data, place = tmp_path / "desk", tmp_path / "volume"
    place.mkdir()
    assert cli("setup", "--data", data, "--unit", "H99.99.001", "--name", "Xã Ví Dụ")[0] == 0
    code, _, err = cli("backup", "--data", data)
    assert (code, "Chưa chọn nơi sao lưu" in err) == (1, True)
    code, made, _ = cli("backup", "--data", data, "--to", place, "--remember", "--json")
    assert (code, made[0]["dossiers"], made[0]["scans_missing"]) == (0, 0, [])
    code, out, _ = cli("backup", "--data", data)
    assert (code, "Đã sao lưu và kiểm tra" in out) == (0, True)
    code, copies, _ = cli("backup", "--data", data, "--list", "--json")
    assert (code, len(copies)) == (0, 2)
    code, printed, _ = cli("backup", "--data", data, "--code", "--json")
    assert (code, len(printed["code"].replace("-", ""))) == (0, 40)

    code, out, _ = cli("restore", "--data", data, place)
    assert (code, "được giữ ở" in out, "--desk N" in out) == (0, True, True)
    assert len([one for one in tmp_path.iterdir() if one.name.startswith("desk.truoc-")]) == 1
    shutil.rmtree(data)
    code, restored, _ = cli("restore", "--data", data, copies[0]["folder"], "--json")
    assert (code, restored["aside"], restored["passed"]) == (0, None, 0)
    code, proved, _ = cli("verify", "--data", data, "--json")
    assert (code, proved["ok"]) == (0, True)


def test_what_is_no_backup_is_said_in_one_sentence(cli: Run, tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    for source in (tmp_path / "none", tmp_path / "x"):
        code, out, err = cli("restore", "--data", tmp_path / "desk", source)
        assert (code, err.strip().count("\n"), "Traceback" in out + err) == (1, 0, False)
        assert not (tmp_path / "desk").exists()
