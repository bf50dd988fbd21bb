"""A commune's own wording: laid over the shipped forms, refused with file, field and reason."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desk_app.documents.forms import FORMS, form_pdf
from desk_app.documents.local import local_wording, read_local
from desk_app.documents.samples import OFFICE, SAMPLES
from tests.documents.pages import said

REGARDS = {"body": {"regards": {"sentences": ["Xã Ví Dụ cảm ơn Ông/Bà!"]}}}


def written(folder: Path, **files: Any) -> Path:
    for name, value in files.items():
        path = folder / name.replace("__", "/")
        path.parent.mkdir(exist_ok=True, parents=True)
        text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
        path.with_suffix(".json").write_text(text, encoding="utf-8")
    return folder


def test_local_words_replace_the_shipped_ones_and_nothing_else(tmp_path: Path) -> None:
    local, wrong = read_local(written(tmp_path, rating=REGARDS))
    assert wrong == ()
    text = said(form_pdf("rating", SAMPLES["rating"], OFFICE, local=local))
    assert "Xã Ví Dụ cảm ơn Ông/Bà!" in text
    assert "Trân trọng" not in text
    assert text.count("□") == 37
    assert form_pdf("cash", SAMPLES["cash"], OFFICE, local=local) == form_pdf("cash", SAMPLES["cash"], OFFICE)


def test_null_takes_a_line_away_and_a_new_one_is_added(tmp_path: Path) -> None:
    line = {"kind": "text", "sentences": ["Trụ sở: {office_address}."]}
    local, wrong = read_local(written(tmp_path, cash={"body": {"words": None, "seat": line}}))
    assert wrong == ()
    text = said(form_pdf("cash", SAMPLES["cash"], OFFICE, local=local))
    assert "Viết bằng chữ" not in text
    assert "Trụ sở: Thôn Trung, xã Ví Dụ." in text


def test_wording_of_one_set_leaves_the_other_alone(tmp_path: Path) -> None:
    local, wrong = read_local(written(tmp_path, **{"tt-01-2018__rating": REGARDS}))
    assert wrong == ()
    old = form_pdf("rating", SAMPLES["rating"], OFFICE, form_set="TT 01/2018", local=local)
    new = form_pdf("rating", SAMPLES["rating"], OFFICE, form_set="TT 03/2025", local=local)
    assert "Xã Ví Dụ cảm ơn" in said(old)
    assert "Xã Ví Dụ cảm ơn" not in said(new)


def test_common_wording_reaches_every_form(tmp_path: Path) -> None:
    local, wrong = read_local(written(tmp_path, common={"head": {"sample": "BẢN THỬ"}}))
    assert wrong == ()
    for name in FORMS:
        assert "BẢN THỬ" in said(form_pdf(name, SAMPLES[name], OFFICE, sample=True, local=local))


@pytest.mark.parametrize(
    ("value", "field", "reason"),
    [
        (
            {"body": {"total": {"label": "Tổng {sum}"}}},
            "body.total.label",
            "không có giá trị cho {sum} ở đây",
        ),
        ({"body": {"totals": {"label": "x"}}}, "body.totals.kind", "phải là một trong: line, text"),
        ({"papers": {"a5": {"page": {"left_mm": 900}}}}, "papers.a5.page.left_mm", "phải từ 3 đến 40"),
        ({"titel": "x"}, "titel", "không có mục này"),
        ({"title_of_file": None}, "title_of_file", "còn thiếu"),
        ("{", "", "không đọc được JSON"),
        ("[]", "", "phải là một đối tượng JSON"),
    ],
)
def test_a_mistake_is_named_and_the_shipped_form_keeps_working(
    tmp_path: Path, value: Any, field: str, reason: str
) -> None:
    local, (wrong,) = read_local(written(tmp_path, cash=value, rating=REGARDS))
    assert (wrong.file, wrong.field) == ("cash.json", field)
    assert wrong.reason.startswith(reason)
    assert form_pdf("cash", SAMPLES["cash"], OFFICE, local=local) == form_pdf("cash", SAMPLES["cash"], OFFICE)
    assert "Xã Ví Dụ cảm ơn" in said(form_pdf("rating", SAMPLES["rating"], OFFICE, local=local))


def test_unknown_forms_and_sets_are_named(tmp_path: Path) -> None:
    _, wrong = read_local(written(tmp_path, biên_lai={}, **{"tt-99-2099__cash": {}}))
    assert {error.file for error in wrong} == {"biên_lai.json", "tt-99-2099/cash.json"}


def test_a_mistake_in_the_common_file_is_found_before_any_form_is_printed() -> None:
    local, (wrong,) = local_wording({("", "common"): {"terms": {"sets": "{n} bộ"}}})
    assert (wrong.file, wrong.field) == ("common.json", "terms.sets")
    assert form_pdf("slip", SAMPLES["slip"], OFFICE, local=local)


def test_an_empty_or_missing_folder_is_no_wording(tmp_path: Path) -> None:
    for folder in (tmp_path, tmp_path / "none"):
        local, wrong = read_local(folder)
        assert wrong == ()
        assert local.parts == {}
