"""`motcua form`: every form, from a real dossier's journal or as a sample."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pypdfium2
import pytest

from desk_app.documents.forms import FORMS
from sync.typeset import installed
from sync.typeset.fonts import SERIF
from tests.cli.test_commands import MAU, cli, desk, written

__all__ = ["cli", "desk"]
Run = Callable[..., tuple[int, Any, str]]


def said(pdf: Path) -> str:
    """The text of a PDF, on one line."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)
    finally:
        document.close()


@pytest.mark.parametrize("name", list(FORMS))
@pytest.mark.parametrize("form_set", ["TT 01/2018", "TT 03/2025"])
def test_every_form_has_a_sample_in_every_set_on_every_paper(
    desk: Run, tmp_path: Path, name: str, form_set: str
) -> None:
    for paper in FORMS[name].papers:
        out = tmp_path / f"{paper}.pdf"
        code, _, err = desk("form", name, "--set", form_set, "--paper", paper, "--sample", "-o", str(out))
        assert (code, err) == (0, "")
        assert "MẪU" in said(out).upper()


def act(desk: Run, tmp_path: Path, number: str, name: str, given: object) -> None:
    """Does an act through the command line."""
    path = tmp_path / "act.json"
    path.write_text(json.dumps(given, ensure_ascii=False), "utf-8")
    code, _, err = desk("act", number, name, "--data-json", str(path))
    assert code == 0, err


def test_the_forms_say_what_the_journal_says(desk: Run, tmp_path: Path) -> None:
    number = desk("receive", written(tmp_path, MAU), "--json")[1]["number"]
    out = tmp_path / "form.pdf"

    def form(name: str) -> str:
        code, _, err = desk("form", name, number, "-o", str(out))
        assert code == 0, err
        return said(out)

    assert "chưa có việc" in desk("form", "apology", number, "-o", str(out))[2]
    act(desk, tmp_path, number, "handover", {"to": "Công chức tư pháp", "receiver": "Lê Thị Hai"})
    assert "Công chức tư pháp" in form("control-sheet")
    assert "Công chức tư pháp" in form("handover")
    act(desk, tmp_path, number, "apology", {"reason": "Chờ xác minh của xã khác", "days": 2})
    assert "Chờ xác minh của xã khác" in form("apology")
    act(desk, tmp_path, number, "supplement", {"items": ["Bản án ly hôn"], "reason": "Thiếu"})
    assert "Bản án ly hôn" in form("supplement")
    act(desk, tmp_path, number, "supplemented", {})
    act(desk, tmp_path, number, "refuse", {"reasons": ["Không thuộc thẩm quyền"]})
    assert "Không thuộc thẩm quyền" in form("refusal")
    assert number in form("receipt")
    assert number in form("label")
    assert number in form("register").replace(" ", "")  # a narrow column breaks it at its hyphens
    other = desk("receive", written(tmp_path, MAU), "--json")[1]["number"]
    basis = "Điều 18 Nghị định số 118/2025/NĐ-CP"
    act(desk, tmp_path, other, "stop", {"reason": "Công dân đổi ý", "by_request": True, "basis": basis})
    code, _, err = desk("form", "stopping", other, "-o", str(out))
    assert code == 0, err
    assert "Công dân đổi ý" in said(out)
    assert f"Căn cứ: {basis}" in said(out)


def test_several_numbers_make_one_hand_over_list(desk: Run, tmp_path: Path) -> None:
    numbers = [desk("receive", written(tmp_path, MAU), "--json")[1]["number"] for _ in range(3)]
    out = tmp_path / "form.pdf"
    assert "chưa có việc bàn giao" in desk("form", "handover", *numbers, "-o", str(out))[2]
    for number in numbers:
        act(desk, tmp_path, number, "handover", {"to": "Công chức tư pháp"})
    code, value, err = desk("form", "handover", *numbers[:2], "-o", str(out), "--json")
    assert (code, err, value["numbers"]) == (0, "", numbers[:2])
    text = said(out).replace(" ", "")
    assert [number in text for number in numbers] == [True, True, False]
    assert desk("form", "slip", *numbers, "-o", str(out))[0] == 2


def test_a_field_an_act_does_not_have_is_refused_with_those_it_has(desk: Run, tmp_path: Path) -> None:
    number = desk("receive", written(tmp_path, MAU), "--json")[1]["number"]
    path = tmp_path / "act.json"

    def refused(name: str, given: object) -> str:
        path.write_text(json.dumps(given, ensure_ascii=False), "utf-8")
        code, _, err = desk("act", number, name, "--data-json", str(path))
        assert code == 1
        assert len(err.splitlines()) == 1
        return str(err)

    said_of = refused("handover", {"to": "Tư pháp", "recever": "Lê Thị Hai"})
    assert "không có trường “recever”; các trường có thể ghi: to, receiver, note, begins." in said_of
    assert "“aplicant”" in refused("reissue", {"reason": "x", "changes": {"aplicant": {"full_name": "A"}}})
    assert "“name”" in refused("reissue", {"reason": "x", "changes": {"payer": {"name": "A"}}})
    assert "“count”" in refused(
        "reissue", {"reason": "x", "changes": {"papers": [{"name": "A", "count": 1}]}}
    )
    assert len(desk("show", number, "--json")[1]["history"]) == 1


def test_a_slip_after_an_apology_says_the_new_time(desk: Run, tmp_path: Path) -> None:
    received = desk("receive", written(tmp_path, MAU), "--json")[1]
    act(desk, tmp_path, received["number"], "apology", {"reason": "Chậm", "days": 5})
    due = desk("show", received["number"], "--json")[1]["due_at"]
    assert due > received["due_at"]
    out = tmp_path / "slip.pdf"
    desk("slip", received["number"], "-o", str(out))
    assert f"ngày {due[8:10]} tháng" in said(out)


def test_a_queue_ticket_counts_from_one_each_day(desk: Run, tmp_path: Path) -> None:
    out = tmp_path / "t.pdf"
    for turn in ("001", "002"):
        assert desk("form", "ticket", "-o", str(out))[0] == 0
        assert turn in said(out)


def test_cash_is_confirmed_only_where_there_is_a_fee(desk: Run, tmp_path: Path) -> None:
    out = tmp_path / "c.pdf"
    free = desk("receive", written(tmp_path, {**MAU, "procedure": "1.001193"}), "--json")[1]["number"]
    assert desk("form", "cash", free, "-o", str(out))[0] == 1
    paid = {**MAU, "procedure": "2.000815", "pages": 3, "copies": 2}
    number = desk("receive", written(tmp_path, paid), "--json")[1]["number"]
    assert desk("form", "cash", number, "-o", str(out))[0] == 0
    assert "Mười nghìn đồng" in said(out)


def test_wrong_wording_of_a_commune_is_named_and_the_shipped_form_still_prints(
    desk: Run, tmp_path: Path
) -> None:
    folder = tmp_path / "desk" / "forms"
    folder.mkdir()
    (folder / "slip.json").write_text('{"body": 7}', "utf-8")
    number = desk("receive", written(tmp_path, MAU), "--json")[1]["number"]
    out = tmp_path / "s.pdf"
    code, _, err = desk("form", "slip", number, "-o", str(out))
    assert code == 0
    assert "slip.json" in err
    assert number in said(out)


@pytest.mark.parametrize(
    "words",
    [
        ("form", "khong-co"),
        ("form", "slip"),
        ("form", "slip", "H99.99.001-261123-9999"),
        ("form", "register", "--paper", "a5"),
    ],
)
def test_what_cannot_be_printed_is_said_in_one_sentence(
    desk: Run, tmp_path: Path, words: tuple[str, ...]
) -> None:
    code, _, err = desk(*words, "-o", str(tmp_path / "x.pdf"))
    assert code == 1
    assert len(err.strip().splitlines()) == 1


def test_the_typeface_is_chosen_by_name(desk: Run, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(installed, "font_folders", lambda: (tmp_path / "fonts",))
    installed.look_again()
    assert desk("typeface")[:2] == (0, "Giấy tờ in bằng phông có sẵn của chương trình.\n")
    code, told, _ = desk("typeface", "times", "--json")
    assert (code, told["typeface"], told["used"]) == (0, "times", "shipped")
    assert "chưa cài phông Times New Roman" in told["problem"]
    (tmp_path / "fonts").mkdir()
    for path, name in zip(SERIF.files, ("times", "timesbd", "timesi", "timesbi"), strict=True):
        shutil.copyfile(path, tmp_path / "fonts" / f"{name}.ttf")
    installed.look_again()
    told = desk("typeface", "--json")[1]
    assert (told["used"], told["problem"], told["file"]) == (
        "times",
        "",
        str(tmp_path / "fonts" / "times.ttf"),
    )
    assert desk("form", "slip", "--sample", "-o", str(tmp_path / "slip.pdf"))[0] == 0
    assert desk("typeface", "arial")[0] == 2
    assert desk("typeface", "shipped", "--json")[1]["used"] == "shipped"
    installed.look_again()


def test_a_corrected_procedure_takes_the_pages_and_copies_its_fee_needs(desk: Run, tmp_path: Path) -> None:
    number = desk("receive", written(tmp_path, MAU), "--json")[1]["number"]
    changes = {"procedure": "2.000815", "pages": 5, "copies": 3}
    act(desk, tmp_path, number, "reissue", {"reason": "Chọn nhầm thủ tục", "changes": changes})
    shown = desk("show", number, "--json")[1]
    assert (shown["procedure"], shown["fee"]) == ("2.000815", 21_000)
