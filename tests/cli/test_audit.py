"""The audit log by command: lines, filters, files without formulas."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2

from tests.cli.test_commands import MAU, cli, desk, written

__all__ = ["cli", "desk"]
Run = Callable[..., tuple[int, Any, str]]


def received(run: Run, folder: Path, *more: str) -> str:
    value = {"procedure": "1.004873", "applicant": MAU["applicant"]}
    code, made, _err = run("receive", written(folder, value), "--json", *more)
    assert code == 0
    return str((made[0] if isinstance(made, list) else made)["number"])


def test_the_log_is_listed_narrowed_and_sorted(desk: Run, tmp_path: Path) -> None:
    number = received(desk, tmp_path)
    code, rows, _ = desk("audit", "--json")
    assert code == 0
    assert [one["act"] for one in rows] == ["received", "journal"]
    assert (rows[0]["subject"], rows[0]["source"]) == (number, "journal")
    assert rows[0]["utc"].endswith("+00:00")
    assert {one["what"] for one in rows[0]["changes"]} >= {"Trạng thái", "Hạn trả"}
    assert [one["act"] for one in desk("audit", "--sort", "oldest", "--limit", "1", "--json")[1]] == [
        "journal"
    ]
    assert [one["subject"] for one in desk("audit", "--number", number, "--json")[1]] == [number]
    assert desk("audit", "--by", "khong ai", "--json")[1] == []
    code, _, err = desk("audit", "--from", "2026-12-02", "--to", "2026-12-01")
    assert code == 1
    assert "Ngày đầu sau ngày cuối" in err


def test_its_files_hold_the_lines_and_no_formula(desk: Run, tmp_path: Path) -> None:
    desk("officers", "--add", "=HYPERLINK(1)")
    number = received(desk, tmp_path, "--officer", "=HYPERLINK(1)")
    table, paper = tmp_path / "log.csv", tmp_path / "log.pdf"
    assert desk("audit", "-o", str(table))[0] == 0
    rows = list(csv.reader(io.StringIO(table.read_bytes().decode("utf-8-sig")), delimiter=";"))
    assert rows[0][0] == "Giờ Việt Nam"
    assert (rows[1][2], rows[1][4]) == ("'=HYPERLINK(1)", number)
    assert not any(cell.startswith(("=", "+", "-", "@")) for row in rows for cell in row)
    assert desk("audit", "-o", str(paper))[0] == 0
    text = pypdfium2.PdfDocument(paper.read_bytes())[0].get_textpage().get_text_range()
    assert "NHẬT KÝ" in text
    assert "2 dòng" in text
    code, _, err = desk("audit", "-o", str(tmp_path / "log.exe"))
    assert code == 1
    assert ".pdf hoặc .csv" in err


def test_a_closing_sheet_is_printed_and_held_against_the_journal(desk: Run, tmp_path: Path) -> None:
    received(desk, tmp_path)
    paper = tmp_path / "sheet.pdf"
    code, made, _ = desk("closing-sheet", "-o", str(paper), "--json")
    assert (code, made["entries"], made["problems"]) == (0, 2, [])
    code, seen, _ = desk("verify", "--sheet", str(paper), "--json")
    assert (code, [one["state"] for one in seen["heads"]]) == (0, ["same"])
    received(desk, tmp_path)
    code, seen, _ = desk("verify", "--sheet", made["heads"][0], "--json")
    assert (code, [one["state"] for one in seen["heads"]]) == (0, ["older"])
    code, _, err = desk("verify", "--sheet", "không phải phiếu")
    assert code == 1
    assert "quét mã QR" in err
