"""`motcua bundle` and `motcua center bundle`: JSON shapes, sentences, exit codes."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desk_app.cli.commands import motcua, run
from tests.operations.communes import Commune

Run = Callable[..., tuple[int, Any, str]]


@pytest.fixture
def commune(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Commune:
    """A commune whose folders the commands may open: center and desks are closed."""
    commune = Commune(tmp_path)
    commune.received(commune.desks[0], 2)
    monkeypatch.setattr("desk_app.cli.frame.clock", commune.clock)
    monkeypatch.setattr("desk_app.cli.center.clock", commune.clock)
    monkeypatch.setattr("desk_app.cli.center.keys_folder", lambda: tmp_path / "keys")
    monkeypatch.setattr(
        "desk_app.cli.center.mark_folders", lambda: (tmp_path / "marks-1", tmp_path / "marks-2")
    )
    commune.close()
    return commune


@pytest.fixture
def cli(capsys: pytest.CaptureFixture[str]) -> Run:
    def call(*words: object) -> tuple[int, Any, str]:
        code = run(motcua, [str(word) for word in words])
        out, err = capsys.readouterr()
        return code, json.loads(out) if "--json" in words else out, err

    return call


def test_a_trip_by_command_line(cli: Run, commune: Commune, tmp_path: Path) -> None:
    desk, other, center = (tmp_path / name for name in ("desk-1", "desk-2", "center"))
    code, out, _ = cli("--data", desk, "bundle", "export", "--to", tmp_path, "--json")
    assert (code, out["entries"], out["dossiers"], out["more"]) == (0, 2, 2, False)
    path = out["path"]
    assert Path(path).stat().st_size == out["size"]
    code, facts, _ = cli("--data", other, "bundle", "show", path, "--json")
    assert code == 0
    wanted = {"from": "desk", "unit": "H99.99.001", "desk": 1, "entries": 2, "dossiers": 2, "news": True}
    assert {name: facts[name] for name in wanted} == wanted
    code, facts, _ = cli("--data", center, "center", "bundle", "show", path, "--json")
    assert (code, facts["from"], facts["desk"], facts["news"]) == (0, "desk", 1, True)
    code, visit, _ = cli("--data", center, "center", "bundle", "import", path, "--reply", tmp_path, "--json")
    assert (code, visit["received"], visit["dossiers"], visit["refused"]) == (0, 2, 2, [])
    code, taken, _ = cli("--data", desk, "bundle", "import", visit["reply"], "--json")
    assert (code, taken["acknowledged"], taken["pending"]) == (0, 2, 0)
    code, words, _ = cli("--data", other, "bundle", "import", path)
    assert code == 0
    assert "Đã nhập 2 ghi nhận mới của 2 hồ sơ" in words
    code, words, _ = cli("--data", desk, "bundle", "export", "--to", tmp_path)
    assert (code, "Có thể rút thẻ nhớ" in words) == (0, True)
    code, words, _ = cli("--data", center, "center", "bundle", "show", path)
    assert (code, "Trung tâm đã có đủ" in words) == (0, True)


def test_a_new_desk_takes_its_units_history_by_command_line(
    cli: Run, commune: Commune, tmp_path: Path
) -> None:
    center, desk = tmp_path / "center", tmp_path / "desk-2"
    code, out, _ = cli(
        "--data", center, "center", "bundle", "history", "H99.99.001", "--to", tmp_path, "--json"
    )
    assert (code, out["machines"]) == (0, 2)
    path = out["path"]
    assert Path(path).name.startswith("motcua-lich-su-H99.99.001-")
    code, facts, _ = cli("--data", desk, "bundle", "show", path, "--json")
    assert (code, facts["history"], facts["from"]) == (0, True, "center")
    code, words, _ = cli("--data", desk, "bundle", "show", path)
    assert (code, words.startswith("Gói lịch sử của trung tâm")) == (0, True)
    code, words, _ = cli("--data", center, "center", "bundle", "show", path)
    assert (code, "trung tâm cho đơn vị H99.99.001" in words) == (0, True)
    code, taken, _ = cli("--data", desk, "bundle", "import", path, "--json")
    assert (code, taken["refused"]) == (0, 0)
    code, words, _ = cli("--data", center, "center", "bundle", "history", "H99.99.001", "--to", tmp_path)
    assert (code, "Có thể rút thẻ nhớ" in words) == (0, True)
    code, _words, said = cli("--data", center, "center", "bundle", "history", "H99.99", "--to", tmp_path)
    assert (code, "chưa có máy nào ghi danh" in said) == (1, True)


def test_a_hostile_file_is_one_sentence_and_exit_one(cli: Run, commune: Commune, tmp_path: Path) -> None:
    path = tmp_path / "x.mcb"
    path.write_bytes(b"PK\x03\x04")
    for words in (
        ("--data", tmp_path / "desk-1", "bundle", "import", path),
        ("--data", tmp_path / "desk-1", "bundle", "show", path),
        ("--data", tmp_path / "center", "center", "bundle", "import", path, "--reply", tmp_path),
    ):
        code, answer, err = cli(*words, "--json")
        assert code == 1
        assert answer["error"].startswith("Tệp này không phải gói dữ liệu Một cửa.")
        assert err.strip() == answer["error"]
