"""Tables of days, fees, wording and notices: what they would change, row by row, and the same out again."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import date

import pytest

from sync.catalogue.catalogue import load_shipped
from sync.catalogue.form_texts import check_wording, form_names, published_parts, texts_of
from sync.catalogue.other_tables import kind_of
from sync.catalogue.other_tables import other_difference as difference_of
from sync.catalogue.published import check_changes
from sync.catalogue.releases import Change
from sync.catalogue.sheets_out import sheet_of
from sync.catalogue.table_reading import CALENDAR, COLUMNS, FEES, NOTICES, WORDING, Standing
from sync.model.calendar import Calendar
from sync.model.strict import FieldError
from sync.resources import read_resource

CODE = "2.000815"
DAYS = Calendar.from_table(json.loads(read_resource("calendars", "vietnam.json")))


def no_mistake(_occasion: str, _part: str, text: str) -> str:
    return "" if text != "sai" else "Sai."


def standing(**wording: Mapping[str, object]) -> Standing:
    return Standing(load_shipped(), DAYS, {"ready": {"sms": "Xong", "mail": "a\n\nb"}}, wording, no_mistake)


def sheet(kind: str, *rows: str) -> bytes:
    return "\n".join([";".join(COLUMNS[kind]), *rows]).encode()


def changed(kind: str, *rows: str, stands: Standing | None = None) -> tuple[Change, ...]:
    found = difference_of(kind, sheet(kind, *rows), stands or standing())
    assert found.problems == ()
    return found.changes


def problem(kind: str, row: str) -> str:
    found = difference_of(kind, sheet(kind, row), standing())
    assert found.changes == ()
    [one] = found.problems
    assert one.row == 2
    return one.text


@pytest.mark.parametrize("kind", COLUMNS)
def test_a_table_as_it_came_out_changes_nothing(kind: str) -> None:
    raw = sheet_of(kind, standing(), 2026)
    assert kind_of(raw) == kind
    found = difference_of(kind, raw, standing())
    assert (found.changes, found.problems) == ((), ())
    assert found.unchanged > 0


def test_a_table_of_procedures_is_none_of_them() -> None:
    assert kind_of("Mã thủ tục;Tên thủ tục;Thời hạn\n1.004873;x;1 ngày".encode()) == ""
    assert kind_of(b"") == ""
    assert kind_of(b"PK\x03\x04 no workbook") == ""


def test_swap_days_and_a_year_that_became_certain() -> None:
    found = changed(
        CALENDAR,
        "28/11/2026;Làm bù;Làm bù ngày 30/11;1/TB;07:30-11:30",
        "30/11/2026;Nghỉ;Nghỉ hoán đổi;1/TB;",
        "02/09/2026;Thường;;;",
        "2027;Chính thức;;;",
        "2031;Dự kiến;;;",
    )
    assert {one.key: (one.kind, dict(one.fields)) for one in found} == {
        "2026-11-28": (
            "new",
            {"kind": "work", "name": "Làm bù ngày 30/11", "notice": "1/TB", "sessions": [["07:30", "11:30"]]},
        ),
        "2026-11-30": ("new", {"kind": "rest", "name": "Nghỉ hoán đổi", "notice": "1/TB"}),
        "2026-09-02": ("abolished", {"kind": "plain"}),
        "year:2027": ("amended", {"status": "official"}),
        "year:2031": ("new", {"status": "predicted"}),
    }
    check_changes(load_shipped(), DAYS, {}, found)


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("31/02/2026;Nghỉ;x;;", "không phải ngày"),
        ("28/11/2026;Lễ;x;;", "phải là"),
        ("28/11/2026;Nghỉ;;;", "không được để trống"),
        ("28/11/2026;Làm việc;x;;sáng", "viết như"),
        ("28/11/2026;Làm việc;x;;11:30-07:30", "không chồng nhau"),
        ("28/11/2026;Làm việc;x;;25:00-26:00", "giờ phải"),
        ("2040;Dự kiến;;;", "liên tục"),
        ("2027;Nghỉ;;;", "Chính thức"),
    ],
)
def test_a_day_that_is_none_is_told_with_its_row(row: str, why: str) -> None:
    assert why in problem(CALENDAR, row)


def test_a_fee_changes_within_the_schedule_of_its_procedure() -> None:
    known = load_shipped().get(CODE)
    assert known is not None
    first = known.fees[0]
    [one] = changed(
        FEES, f"{CODE};{first.name};3.000 đồng;;;người nghèo;NQ 1", f"{CODE};Bản thêm;500;bản;phí;;NQ 1"
    )
    assert (one.table, one.key, one.kind) == ("fees", CODE, "amended")
    rules = {rule["name"]: rule for rule in one.fields["fees"]}
    assert set(rules) == {rule.name for rule in known.fees} | {"Bản thêm"}
    assert (rules[first.name]["amount"], rules[first.name]["method"]) == (3000, first.method)
    assert rules[first.name]["cap"] == first.cap, "what a table has no column for stays"
    assert rules[first.name]["exempt"] == ["người nghèo"]
    check_changes(load_shipped(), DAYS, {}, (one,))
    [gone] = changed(FEES, f"{CODE};{first.name};bỏ;;;;")
    assert first.name not in [rule["name"] for rule in gone.fields["fees"]]


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("9.999999;Phí;1;;;;", "không có thủ tục"),
        (f"{CODE};;1;;;;", "Khoản thu"),
        (f"{CODE};Phí;nhiều;;;;", "số tiền"),
        (f"{CODE};Phí;1;tháng;;;", "không hiểu"),
        (f"{CODE};Phí;999999999999999;;;;", "số tiền"),
    ],
)
def test_a_fee_that_cannot_be_reckoned_is_told_with_its_row(row: str, why: str) -> None:
    found = difference_of(FEES, sheet(FEES, row), standing())
    assert found.changes == ()
    [one] = found.problems
    assert why in f"{one.field} {one.text}"


def test_wording_is_sentences_in_the_places_of_a_form() -> None:
    [one] = changed(WORDING, 'rating;body.regards.sentences;"Xã cảm ơn!\nHẹn gặp lại."')
    assert dict(one.fields) == {"body.regards.sentences": ["Xã cảm ơn!", "Hẹn gặp lại."]}
    assert published_parts({"rating": one.fields}) == {
        ("", "rating"): {"body": {"regards": {"sentences": ["Xã cảm ơn!", "Hẹn gặp lại."]}}}
    }
    stands = standing(rating={"body.regards.sentences": ["Xã cảm ơn!"]})
    [back] = changed(WORDING, "rating;body.regards.sentences;", stands=stands)
    assert dict(back.fields) == {"body.regards.sentences": None}
    assert back.kind == "abolished"


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("phieu;body.regards.sentences;x", "không có biểu mẫu"),
        ("tt-99/rating;body.regards.sentences;x", "không có biểu mẫu"),
        ("rating;body.regards.kind;line", "không có chỗ sửa"),
        ("rating;papers.a5.page.width_mm;1", "không có chỗ sửa"),
        ("rating;body.regards.sentences;{ho_ten} cảm ơn", "không có trường"),
        ("slip;body.papers.columns.name.head;{number}", "không có"),
        (f"rating;body.regards.sentences;{'x' * 1001}", "dài nhất"),
    ],
)
def test_wording_that_no_form_could_be_printed_with_is_told(row: str, why: str) -> None:
    assert why in problem(WORDING, row)


def test_what_a_release_says_of_no_form_is_left_out_by_whoever_reads_it() -> None:
    records: dict[str, dict[str, object]] = {
        "rating": {"body.regards.sentences": "no list", "head.title": ["PHIẾU"]},
        "unknown": {"a": "b"},
    }
    assert published_parts(records) == {("", "rating"): {"head": {"title": ["PHIẾU"]}}}


@pytest.mark.parametrize("key", ["slip", "tt-01-2018/slip", "common", "handover"])
def test_every_shipped_text_may_be_published_as_it_is(key: str) -> None:
    assert texts_of(key)
    for path, text in texts_of(key).items():
        check_wording(key, {path: list(text) if isinstance(text, tuple) else text})


def test_liens_stay_as_many() -> None:
    assert "slip" in form_names()
    with pytest.raises(FieldError, match="đủ 2 liên"):
        check_wording("slip", {"copies": ["Liên 1"]})


def test_notices_are_asked_of_the_center_and_keep_their_lines() -> None:
    [one] = changed(NOTICES, 'ready;mail;"Kính gửi,\n\nxong rồi"', "ready;sms;Xong")
    assert dict(one.fields) == {"mail": "Kính gửi,\n\nxong rồi"}
    assert problem(NOTICES, "ready;sms;sai").startswith("Sai;")


def test_a_place_told_twice_counts_once() -> None:
    rows = ("ready;sms;một", "ready;sms;hai")
    found = difference_of(NOTICES, sheet(NOTICES, *rows), standing())
    assert [dict(one.fields) for one in found.changes] == [{"sms": "một"}]
    assert [(one.row, one.text) for one in found.problems] == [(3, "đã có ở dòng trước; bỏ qua dòng này")]


def test_a_day_of_a_new_year_is_known_with_the_year_of_the_same_release() -> None:
    from sync.catalogue.published import calendar_over
    from sync.catalogue.releases import Release, sign_release
    from sync.identity.keys import NodeKeys

    changes = (
        Change("calendar", "2031-01-02", "new", {"kind": "rest", "name": "Nghỉ", "notice": ""}),
        Change("calendar", "year:2031", "new", {"status": "predicted"}),
    )
    day = date(2026, 11, 23)
    release = Release(1, bytes(32), "1/TB", day, day, day, changes)
    known = calendar_over(DAYS, [sign_release(release, NodeKeys(bytes(range(64))))], day)
    assert not known.is_working(date(2031, 1, 2))
    assert known.is_working(date(2031, 1, 3))
