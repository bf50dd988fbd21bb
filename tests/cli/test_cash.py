"""`motcua shift` and the papers of the day, one JSON value each."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.cli.test_commands import MAU, cli, desk, written
from tests.cli.test_forms import act, said

__all__ = ["cli", "desk"]
Run = Callable[..., tuple[int, Any, str]]


def test_a_shift_is_looked_at_and_closed(desk: Run, tmp_path: Path) -> None:
    code, value, err = desk("shift", "--json")
    assert (code, value["expected"], value["counted"], value["lines"], err) == (0, 0, None, [], "")
    code, value, _ = desk("shift", "--counted", "5000", "--json")
    assert code == 1
    assert "lệch" in value["error"]
    code, value, _ = desk("shift", "--counted", "5000", "--note", "Tiền lẻ đầu ca", "--json")
    assert (code, value["counted"], value["difference"]) == (0, 5000, 5000)
    paper = tmp_path / "shift.pdf"
    assert desk("form", "shift", "-o", paper, "--json")[0] == 0
    text = said(paper)
    assert "PHIẾU KẾT CA THU TIỀN" in text
    assert "Tiền lẻ đầu ca" in text


def test_what_each_officer_did_is_counted_undoings_and_annulments_too(desk: Run, tmp_path: Path) -> None:
    numbers = [desk("receive", written(tmp_path, MAU), "--json")[1]["number"] for _ in range(2)]
    act(desk, tmp_path, numbers[0], "handover", {"to": "Tư pháp"})
    act(desk, tmp_path, numbers[0], "undo", {"reason": "Bấm nhầm"})
    act(desk, tmp_path, numbers[1], "annul", {"reason": "Nhập trùng"})
    [one] = desk("shift", "--json")[1]["officers"]
    assert (one["acts"], one["received"], one["undone"], one["annulled"]) == (5, 2, 1, 1)
    assert (one["returned"], one["corrected"]) == (0, 0)
    assert "tiếp nhận 2" in desk("shift")[1]
    assert desk("shift", "--counted", "0", "--json")[0] == 0
    paper = tmp_path / "shift.pdf"
    assert desk("form", "shift", "-o", paper, "--json")[0] == 0
    assert "hoàn tác 1, hủy tiếp nhận 1 (cộng 5 việc đã ghi)" in said(paper)


def test_a_paper_of_a_shift_needs_a_closed_one(desk: Run, tmp_path: Path) -> None:
    code, value, _ = desk("form", "shift", "-o", tmp_path / "shift.pdf", "--json")
    assert code == 1
    assert "chưa kết ca" in value["error"]
    assert desk("form", "day", "-o", tmp_path / "day.pdf", "--json")[0] == 0
    assert "DANH SÁCH VIỆC TRONG NGÀY" in said(tmp_path / "day.pdf")
