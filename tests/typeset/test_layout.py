"""Layouts as data: what is wrong is refused with file, field and reason, and nothing shipped is wrong."""

from __future__ import annotations

import json
from typing import Any

import pytest

from desk_app.documents.slip_layout import SlipLayout, slip_layout
from sync.resources import read_resource
from sync.typeset.layout import LayoutError, filled, form_sets, holes_of, read_layout, set_folder


def changed(path: str, value: Any) -> bytes:
    """The shipped layout with one field replaced; `...` takes it away."""
    table = json.loads(read_resource("forms", "tt-01-2018", "slip.json"))
    *above, last = path.split(".")
    inside = table
    for name in above:
        inside = inside[name]
    if value is ...:
        del inside[last]
    else:
        inside[last] = value
    return json.dumps(table).encode()


def test_every_shipped_set_can_be_read() -> None:
    assert form_sets("slip") == ("tt-01-2018", "tt-03-2025")
    assert slip_layout("TT 01/2018").wording.reception_title == "Bộ phận Tiếp nhận và Trả kết quả"
    assert slip_layout("TT 03/2025").wording.reception_title == "Trung tâm Phục vụ hành chính công"
    assert slip_layout("") is slip_layout("TT 03/2025")


@pytest.mark.parametrize(
    ("path", "value", "reason"),
    [
        ("page.width_mm", "148", "a number is expected"),
        ("page.width_mm", True, "a number is expected"),
        ("page.width_mm", 5, "must be from 100 to 420"),
        ("page.width_mm", float("nan"), "must be from 100 to 420"),
        ("page.left_mm", ..., "is missing"),
        ("page.middle_mm", 3, "unknown field"),
        ("page", [], "an object is expected"),
        ("sizes.body_pt", [], "a list that is not empty is expected"),
        ("codes.qr_dots", 6.5, "a whole number is expected"),
        ("codes.qr_level", "X", "must be one of L, M, Q, H"),
        ("table.columns_mm", [1, 2], "5 elements are expected"),
        ("wording.number", "Mã {name}", "{name} has no value here"),
        ("wording.number", "Mã {number", "a brace without its other"),
        ("wording.number", "Mã {number.__class__}", "{number.__class__} has no value here"),
        ("wording.motto", ["một", 2], "a text is expected"),
    ],
)
def test_a_mistake_is_named_with_file_field_and_reason(path: str, value: Any, reason: str) -> None:
    with pytest.raises(LayoutError) as caught:
        read_layout(SlipLayout, changed(path, value), "local/slip.json")
    assert caught.value.file == "local/slip.json"
    assert caught.value.field.startswith(path)
    assert caught.value.reason == reason


def test_a_mistake_inside_a_list_is_named_with_its_place() -> None:
    with pytest.raises(LayoutError, match=r"x\.json: sizes\.body_pt\[1\]: must be from 7 to 16"):
        read_layout(SlipLayout, changed("sizes.body_pt", [11, 3]), "x.json")


@pytest.mark.parametrize("octets", [b"", b"[]", b"{", b"\xff", b"[" * 100_000])
def test_what_is_no_layout_is_refused(octets: bytes) -> None:
    with pytest.raises(LayoutError):
        read_layout(SlipLayout, octets, "x.json")


def test_local_wording_lies_over_a_shipped_set() -> None:
    local = {"extends": "TT 03/2025", "wording": {"sample": "BẢN MẪU"}}
    layout = read_layout(SlipLayout, json.dumps(local).encode(), "slip.json")
    assert layout.wording.sample == "BẢN MẪU"
    assert layout.page == slip_layout("TT 03/2025").page


def test_a_set_that_extends_nothing_known_or_itself_is_refused() -> None:
    for base in ("TT 09/2099", "../../etc", 3, ""):
        with pytest.raises(LayoutError):
            read_layout(SlipLayout, json.dumps({"extends": base}).encode(), "slip.json")


def test_values_are_never_read_as_templates() -> None:
    assert filled("{a} và {b}", a="{b}", b="x") == "{b} và x"
    assert holes_of("{a} và {b}") == ("a", "b")
    assert set_folder("TT 03/2025") == "tt-03-2025"
    assert set_folder("../../x") == "x"
