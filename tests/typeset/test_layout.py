"""Layouts as data: what is wrong is refused with file, field and reason, and nothing shipped is wrong."""

from __future__ import annotations

import json
from typing import Any

import pytest

from desk_app.documents.form_layout import FormLayout
from desk_app.documents.forms import FORMS, form_layout, form_sets_of, names_of
from sync.typeset.layout import (
    COMMON,
    LayoutError,
    checked,
    filled,
    form_sets,
    holes_of,
    laid_over,
    read_layout,
    set_folder,
    shipped,
)


def changed(path: str, value: Any) -> dict[str, Any]:
    """The shipped slip with one field replaced; `...` takes it away."""
    table = json.loads(json.dumps(laid_over(shipped("TT 01/2018", COMMON), shipped("TT 01/2018", "slip"))))
    *above, last = path.split(".")
    inside = table
    for name in above:
        inside = inside[name]
    if value is ...:
        del inside[last]
    else:
        inside[last] = value
    assert isinstance(table, dict)
    return table


def read(table: dict[str, Any], file: str) -> FormLayout:
    return checked(FormLayout, table, file, names_of("slip"))


def test_every_shipped_set_can_be_read() -> None:
    assert form_sets(COMMON) == ("tt-01-2018", "tt-03-2025")
    assert form_layout("slip", "TT 01/2018").terms.reception_title == "Bộ phận Tiếp nhận và Trả kết quả"
    assert form_layout("slip", "TT 03/2025").terms.reception_title == "Trung tâm Phục vụ hành chính công"
    assert form_layout("slip") is form_layout("slip", "TT 03/2025")


@pytest.mark.parametrize("name", FORMS)
def test_every_form_is_in_every_set_that_knows_it(name: str) -> None:
    expected = ("tt-03-2025",) if name == "stopping" else ("tt-01-2018", "tt-03-2025")
    assert form_sets_of(name) == expected
    for paper in FORMS[name].papers:
        measured = "a5" if paper == "2xa5" else paper
        assert all(measured in form_layout(name, form_set).papers for form_set in expected)


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        ("papers.a5.page.width_mm", "148", "phải là số"),
        ("papers.a5.page.width_mm", True, "phải là số"),
        ("papers.a5.page.width_mm", 5, "phải từ 40 đến 420"),
        ("papers.a5.page.width_mm", float("nan"), "phải từ 40 đến 420"),
        ("papers.a5.page.left_mm", ..., "còn thiếu"),
        ("papers.a5.page.middle_mm", 3, "không có mục này"),
        ("papers.a5.page", [], "phải là một đối tượng JSON"),
        ("papers.a5.sizes.body_pt", [], "phải là một danh sách không rỗng"),
        ("papers.a5.codes.qr_dots", [6.5], "phải là số nguyên"),
        ("papers.a5.codes.qr_level", "X", "phải là một trong: L, M, Q, H"),
        ("head.motto_lines", ["một"], "phải có đúng 2 phần tử"),
        ("head.dossier", "Mã {name}", "không có giá trị cho {name} ở đây"),
        ("head.dossier", "Mã {number", "thừa hoặc thiếu dấu ngoặc nhọn"),
        ("head.dossier", "Mã {number.__class__}", "không có giá trị cho {number.__class__} ở đây"),
        ("head.motto_lines", ["một", 2], "phải là chữ"),
        ("head.strip", 1, "phải là true hoặc false"),
        ("head.letterhead_when", "không", None),
        ("body.owner.kind", "dòng", None),
        ("body.owner.kind", ..., None),
        ("body.owner", "dòng", "phải là một đối tượng JSON"),
        ("body.owner.label", "{papers}", "không có giá trị cho {papers} ở đây"),
        ("body.owner.on", "giấy", "phải là một trong: , page, roll"),
        ("body.papers.rows", "giấy", "phải là một trong: papers"),
        ("body.papers.columns.name.cell", "{tên}", "không có giá trị cho {tên} ở đây"),
        ("body.owner.extra", "x", "không có mục này"),
    ],
)
def test_a_mistake_is_named_with_file_field_and_reason(path: str, value: Any, reason: str | None) -> None:
    with pytest.raises(LayoutError) as caught:
        read(changed(path, value), "local/slip.json")
    assert caught.value.file == "local/slip.json"
    assert caught.value.field.startswith(path)
    assert reason is None or caught.value.reason == reason


def test_a_mistake_inside_a_list_is_named_with_its_place() -> None:
    with pytest.raises(LayoutError, match=r"x\.json: papers\.a5\.sizes\.body_pt\[1\]: phải từ 6 đến 18"):
        read(changed("papers.a5.sizes.body_pt", [11, 3]), "x.json")


@pytest.mark.parametrize("octets", [b"", b"[]", b"{", b"\xff", b"[" * 100_000])
def test_what_is_no_layout_is_refused(octets: bytes) -> None:
    with pytest.raises(LayoutError):
        read_layout(FormLayout, octets, "x.json")


def test_a_set_lies_over_the_one_it_extends_and_null_takes_away() -> None:
    over = {"a": {"x": None, "y": 2}, "b": 3}
    assert laid_over({"a": {"x": 1, "y": 1, "z": 1}, "c": 4}, over) == {"a": {"y": 2, "z": 1}, "b": 3, "c": 4}


def test_a_set_that_extends_nothing_known_or_itself_is_refused() -> None:
    for base in ("TT 09/2099", "../../etc", 3, ""):
        with pytest.raises(LayoutError):
            read_layout(FormLayout, json.dumps({"extends": base}).encode(), "slip.json")


def test_values_are_never_read_as_templates() -> None:
    assert filled("{a} và {b}", a="{b}", b="x") == "{b} và x"
    assert holes_of("{a} và {b}") == ("a", "b")
    assert set_folder("TT 03/2025") == "tt-03-2025"
    assert set_folder("../../x") == "x"
