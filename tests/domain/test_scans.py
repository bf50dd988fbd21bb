"""A scan is told by its content, repaired where only one reading is possible, else refused in a sentence."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.scans import ScanRefused, looks_like_scan, read_scan
from sync.model.moment import VIETNAM
from sync.model.slip_code import SlipRecord, encode

TODAY = date(2026, 11, 23)
CARD = "990099000001||Nguyễn Văn Mẫu|01021999|Nam|Thôn 1, Xã Ví Dụ, Huyện Mẫu, Tỉnh Thử Nghiệm|15062021"
OLD, NEW = "000.00.06.H56-261123-0042", "H15.50.05.13-261123-10001"
RECORD = SlipRecord(
    dossier=bytes(range(16)),
    number=OLD,
    procedure="1.001193",
    received_at=datetime(2026, 11, 23, 9, 15, tzinfo=VIETNAM),
    due_at=datetime(2026, 11, 23, 17, 0, tzinfo=VIETNAM),
    node=bytes(range(16, 32)),
    issue=0,
    head=b"headhead",
)
SLIP = encode(RECORD, bytes(range(64)))
AZERTY = str.maketrans("1234567890-.QAWZ", "&é\"'(-è_çà):AQZW")
VIETNAMESE = str.maketrans("1234567890", "ăâêô\u0300\u0309\u0303\u0301\u0323đ")


def test_each_code_is_known_by_its_content() -> None:
    card = read_scan(CARD + "\r", TODAY)
    assert card.kind == "citizen_card"
    assert card.card is not None
    assert card.card.full_name == "Nguyễn Văn Mẫu"
    for number in (OLD, NEW):
        assert (read_scan(number, TODAY).kind, read_scan(number, TODAY).number) == ("number", number)
    slip = read_scan(SLIP, TODAY)
    assert (slip.kind, slip.number, slip.slip, slip.digits) == ("slip", OLD, RECORD, SLIP)
    assert not any(scan.repaired for scan in (card, slip))


@pytest.mark.parametrize("layout", [AZERTY, VIETNAMESE])
@pytest.mark.parametrize("code", [OLD, NEW, SLIP])
def test_a_wrong_keyboard_layout_is_undone(code: str, layout: dict[int, str]) -> None:
    typed = code.translate(layout)
    scan = read_scan(typed, TODAY)
    assert (scan.number, scan.repaired) == (OLD if code == SLIP else code, True)
    assert looks_like_scan(typed)


def test_caps_lock_does_not_matter_to_a_number() -> None:
    assert read_scan(OLD.lower(), TODAY).number == OLD


@pytest.mark.parametrize(
    "typed", ["000.00.Đ6.H56-261123-0042", "000.00.Á.H56-261123-0042", "H15.Ẹ-261123-042"]
)
def test_what_an_input_method_swallowed_is_refused_with_advice(typed: str) -> None:
    with pytest.raises(ScanRefused) as refused:
        read_scan(typed, TODAY)
    assert "bộ gõ" in refused.value.title


@pytest.mark.parametrize(
    "text", ["", "\x00", "https://example.invalid/a", '{"a": 1}', "[1]", "x" * 5000, "1" * 340, CARD[:40]]
)
def test_foreign_and_broken_codes_are_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(ScanRefused) as refused:
        read_scan(text, TODAY)
    assert refused.value.title.count(".") == 1


@pytest.mark.parametrize(
    "typed",
    ["Nguyễn Văn Mẫu", "dkks", "0912345678", "990099000001", "Thôn 1, Xã Ví Dụ", "01/02/1999", "a@b.vn", ""],
)
def test_typed_words_and_numbers_are_no_scans(typed: str) -> None:
    assert not looks_like_scan(typed)


@pytest.mark.parametrize("text", [CARD, OLD, NEW, SLIP, CARD[:60], "https://example.invalid"])
def test_what_a_scanner_sends_is_a_scan(text: str) -> None:
    assert looks_like_scan(text)


@given(st.text(max_size=500))
def test_any_text_is_a_scan_or_a_sentence(text: str) -> None:
    looks_like_scan(text)
    try:
        read_scan(text, TODAY)
    except ScanRefused as refused:
        said = refused.title
    else:
        said = "."
    assert said.endswith(".")


@given(st.integers(0, len(OLD) - 1), st.characters())
def test_a_damaged_number_is_another_number_or_refused(place: int, character: str) -> None:
    damaged = OLD[:place] + character + OLD[place + 1 :]
    try:
        scan = read_scan(damaged, TODAY)
    except ScanRefused:
        return
    assert scan.kind == "number"


@given(st.integers(0, len(SLIP) - 1), st.sampled_from("0123456789x "))
def test_a_damaged_slip_code_is_never_another_number_unsigned(place: int, character: str) -> None:
    damaged = SLIP[:place] + character + SLIP[place + 1 :]
    try:
        scan = read_scan(damaged, TODAY)
    except ScanRefused:
        return
    assert scan.kind == "slip"
    assert scan.digits == damaged.strip()
