"""People's own data by commands: the register, the copy a person is given, the text for technicians."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pypdfium2

from tests.cli.test_commands import MAU, cli, desk, written

__all__ = ["cli", "desk"]
Run = Callable[..., tuple[int, Any, str]]
OTHER = {
    "procedure": "1.004873",
    "applicant": {"full_name": "Lê Thị Khác", "id_number": "001099000077", "phone": "0987000077"},
    "representative": None,
}


def received(run: Run, folder: Path, *values: dict[str, Any]) -> None:
    """Receives some dossiers."""
    clean = [{name: value for name, value in one.items() if value is not None} for one in values]
    assert run("receive", written(folder, clean), "--json")[0] == 0


def test_a_request_has_two_working_days_and_is_answered_once(desk: Run) -> None:
    code, value, err = desk(
        "person", "ask", "access", "--name", "Nguyễn Văn Mẫu", "--id-number", "001099000011", "--json"
    )
    assert (code, err) == (0, "")
    assert value["id"].startswith("DL-")
    assert value["due"] == value["answer_by"]
    until = (date.fromisoformat(value["answer_by"][:10]) + timedelta(days=5)).isoformat()
    code, later, _ = desk(
        "person",
        "answer",
        value["id"],
        "extended",
        "--text",
        "Chờ lưu trữ",
        "--until",
        until,
        "--json",
    )
    assert (code, later["due"][:10]) == (0, until)
    code, wrong, _ = desk(
        "person", "answer", value["id"], "extended", "--text", "Nữa", "--until", until, "--json"
    )
    assert (code, [one["field"] for one in wrong["fields"]]) == (1, ["outcome"])
    code, wrong, _ = desk("person", "answer", value["id"], "refused", "--json")
    assert (code, [one["field"] for one in wrong["fields"]]) == (1, ["text"])
    assert desk("person", "answer", value["id"], "granted", "--json")[0] == 0
    code, _, err = desk("person", "answer", value["id"], "granted")
    assert code == 1
    assert "đã được trả lời" in err
    [held] = desk("person", "register", "--json")[1]
    assert (held["answer"], held["due"]) == ("granted", None)


def test_an_unknown_wish_or_request_is_named(desk: Run) -> None:
    code, value, _ = desk("person", "ask", "everything", "--name", "A", "--json")
    assert (code, [one["field"] for one in value["fields"]]) == (1, ["wish"])
    assert "Không có yêu cầu" in desk("person", "answer", "DL-AAAAAAAA", "granted")[2]


def test_a_person_is_given_all_of_their_own_data_and_nobody_elses(desk: Run, tmp_path: Path) -> None:
    mine = {**MAU, "applicant": {"full_name": "Nguyễn Văn Mẫu", "id_number": "001099000011"}}
    for_me = {
        **OTHER,
        "owner": {"full_name": "Nguyễn Văn Mẫu", "id_number": "001099000011"},
        "representation": "relative",
    }
    received(desk, tmp_path, mine, OTHER, for_me)
    desk("person", "ask", "access", "--name", "Nguyễn Văn Mẫu", "--id-number", "001099000011")
    copy = tmp_path / "copy.json"
    code, value, err = desk("person", "copy", "--id-number", "001099000011", "-o", copy, "--json")
    assert (code, err, value["dossiers"], value["requests"]) == (0, "", 2, 1)
    text = copy.read_text("utf-8")
    held = json.loads(text)
    assert {role for one in held["dossiers"] for role in one["as"]} == {"owner", "applicant"}
    assert "Lê Thị Khác" not in text
    assert "0987000077" not in text
    assert held["purposes"]

    paper = tmp_path / "copy.pdf"
    assert desk("person", "copy", "--id-number", "001099000011", "-o", paper)[0] == 0
    pages = pypdfium2.PdfDocument(paper)
    words = "".join(page.get_textpage().get_text_range() for page in pages)
    assert "Bản sao dữ liệu cá nhân" in words
    assert "Nguyễn Văn Mẫu" in words
    assert "Lê Thị Khác" not in words


def test_a_name_alone_is_too_little_to_give_data_away(desk: Run, tmp_path: Path) -> None:
    code, _, err = desk("person", "copy", "--name", "Nguyễn Văn Mẫu", "-o", tmp_path / "copy.pdf")
    assert code == 1
    assert "cùng ngày sinh" in err
    assert not (tmp_path / "copy.pdf").exists()
    assert desk("person", "copy", "--id-number", "1", "-o", tmp_path / "copy.exe")[0] == 1


def test_the_support_text_has_counts_and_no_people(desk: Run, tmp_path: Path) -> None:
    received(desk, tmp_path, MAU, OTHER)
    desk("person", "ask", "access", "--name", "Phạm Văn Hỏi", "--phone", "0911222333")
    output = tmp_path / "support.txt"
    code, value, err = desk("support", "-o", output, "--json")
    assert (code, err) == (0, "")
    text = output.read_text("utf-8")
    assert value["text"] == text
    assert "số dòng dossiers: 2" in text
    for canary in ("Mẫu", "Khác", "Hỏi", "001099000077", "0987000077", "0911222333", "-0001", "Trần Thị"):
        assert canary not in text, canary
