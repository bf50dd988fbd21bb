"""`motcua center catalogue`: compare, publish, sign on another machine, list, take back."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from desk_app.cli.center import open_center
from desk_app.cli.commands import motcua, run
from tests.offices import new_desk

Run = Callable[..., tuple[int, Any, str]]
CODE = "1.004873"
TABLE = f"code\tname\tt_direct\n{CODE}\tTên mới\t9 ngày làm việc\n9.000001\tThủ tục thử\t3 ngày\n"


@pytest.fixture
def cli(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Run:
    """Runs a command on a center of the test's own."""
    monkeypatch.setenv("MOTCUA_DATA", str(tmp_path / "center"))
    monkeypatch.setenv("MOTCUA_KEYS", str(tmp_path / "keys"))
    open_center(tmp_path / "center", create=True).close()
    (tmp_path / "table.tsv").write_text(TABLE, "utf-8")

    def call(*words: object) -> tuple[int, Any, str]:
        code = run(motcua, ["center", "catalogue", *map(str, words)])
        out, err = capsys.readouterr()
        return code, json.loads(out) if "--json" in words and out else out, err

    return call


def test_the_difference_is_shown_before_it_is_published_and_nothing_is_left_after(
    cli: Run, tmp_path: Path
) -> None:
    table = tmp_path / "table.tsv"
    code, found, _ = cli("diff", table, "--json")
    assert (code, found["new"], found["amended"]) == (0, 1, 1)
    [amended] = [one for one in found["changes"] if one["kind"] == "amended"]
    assert amended["fields"]["limit"][1] == "9 ngày làm việc"
    code, words, _ = cli("diff", table)
    assert words.startswith("Mới 1, sửa đổi 1, thay thế 0, bãi bỏ 0, giữ nguyên 0.")
    assert "Thời hạn: 3 ngày làm việc → 9 ngày làm việc" in words
    assert cli("publish", table, "--decision", "858/QĐ-BTP")[0] == 0
    assert cli("diff", table, "--json")[1]["changes"] == []
    code, words, error = cli("publish", table, "--decision", "858/QĐ-BTP")
    assert code != 0
    assert "Không có thay đổi" in error


def test_a_release_is_signed_on_a_machine_that_has_no_center(
    cli: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    key, draft, signed = (tmp_path / name for name in ("publishing.key", "draft.mcd", "signed.mcr"))
    code, drafted, _ = cli(
        "publish", tmp_path / "table.tsv", "--decision", "858/QĐ-BTP", "--draft", draft, "--json"
    )
    assert (code, drafted["sequence"]) == (0, 1)
    assert cli("releases", "--json")[1]["releases"] == []
    monkeypatch.setenv("MOTCUA_DATA", str(tmp_path / "elsewhere"))
    made = cli("key", key, "--json")[1]
    monkeypatch.setenv("MOTCUA_PUBLISHING", made["code"])
    code, words, _ = cli("sign", draft, "--key", key, "-o", signed)
    assert "858/QĐ-BTP" in words
    assert not (tmp_path / "elsewhere").exists()
    monkeypatch.setenv("MOTCUA_DATA", str(tmp_path / "center"))
    assert cli("publish", signed)[0] == 0
    listed = cli("releases", "--json")[1]
    assert listed["publisher"] == made["publisher"]
    assert [one["sequence"] for one in listed["releases"]] == [1]
    code, _, error = cli("rollback", 1, "--decision", "2/QĐ")
    assert code != 0
    assert "không nằm trên máy này" in error
    assert cli("rollback", 1, "--decision", "2/QĐ", "--key", key)[0] == 0
    code, words, _ = cli("releases")
    assert "thu hồi bản 1" in words


def test_calendar_fees_and_notices_are_published_from_a_file_of_changes(cli: Run, tmp_path: Path) -> None:
    path = tmp_path / "changes.json"
    path.write_text(
        '{"calendar": {"2026-11-28": {"kind": "work", "name": "Làm bù", "notice": "1/TB"}}}', "utf-8"
    )
    assert cli("publish", path, "--decision", "1/QĐ")[0] == 0
    path.write_text('{"calendar": {"2026-11-28": {"kind": "party"}}}', "utf-8")
    code, _, error = cli("publish", path, "--decision", "2/QĐ")
    assert code != 0
    assert "2026-11-28" in error


def test_a_table_of_the_days_comes_out_is_compared_and_published(cli: Run, tmp_path: Path) -> None:
    path = tmp_path / "days.csv"
    assert cli("table", "calendar", "-o", path)[0] == 0
    path.write_bytes(path.read_bytes() + "28/11/2026,Làm bù,Làm bù ngày 30/11,1/TB,\r\n".encode())
    code, words, _ = cli("diff", path)
    assert code == 0
    assert "Mới 2026-11-28" in words
    assert "Loại ngày: – → Làm việc" in words
    assert cli("publish", path, "--decision", "1/TB")[0] == 0


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"{not json", b"MCREL1\x00\x01" + bytes(200)])
def test_a_file_that_is_nothing_is_refused_in_words(cli: Run, tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "file"
    path.write_bytes(content)
    code, _, error = cli("publish", path, "--decision", "1/QĐ")
    assert code != 0
    assert "Traceback" not in error
    assert cli("releases", "--json")[1]["releases"] == []


def test_a_desk_says_which_release_it_works_by(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("MOTCUA_KEYS", str(tmp_path / "keys"))
    new_desk(tmp_path / "desk").close()
    assert run(motcua, ["catalogue", "status", "--data", str(tmp_path / "desk"), "--json"]) == 0
    value = json.loads(capsys.readouterr().out)
    assert (value["sequence"], value["publisher"], value["expired"], value["ending"]) == (0, "", False, [])
    assert run(motcua, ["catalogue", "status", "--data", str(tmp_path / "desk")]) == 0
    assert capsys.readouterr().out.startswith("Danh mục ")
