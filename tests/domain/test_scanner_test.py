"""The self-test names what is wrong with a scanner's set-up, and finds nothing wrong with a right one."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.citizen_card import CardRefused, parse_card
from desk_app.domain.scanner_test import TEST_CODES, judge
from tests.domain.test_garbled_scans import TODAY
from tests.domain.typing_methods import typed

CODES = {code.name: code.text for code in TEST_CODES}
AZERTY = str.maketrans("1234567890-.AQaqWZwzMm|", "&é\"'(-è_çà):QAqaZWzw?,µ")
VIETNAMESE = str.maketrans("1234567890", "ăâêô\u0300\u0309\u0303\u0301\u0323đ")


@pytest.mark.parametrize("text", CODES.values(), ids=CODES)
@pytest.mark.parametrize("end", ["\r", "\n", "\r\n", "\t"])
def test_a_scanner_that_types_right_gets_no_advice(text: str, end: str) -> None:
    assert judge(text, text + end) == ()
    assert judge(text, unicodedata.normalize("NFD", text) + end) == ()


@pytest.mark.parametrize(
    ("code", "got", "said"),
    [
        ("digits", "", "Chưa nhận được gì"),
        ("digits", "\r", "Chưa nhận được gì"),
        ("digits", CODES["digits"], "Enter"),
        ("digits", "]C0" + CODES["digits"] + "\r", "AIM"),
        ("digits", "\x02" + CODES["digits"] + "\r", "<02>"),
        ("number", "A" + CODES["number"] + "\r", "Prefix"),
        ("number", CODES["number"] + "#\r", "Suffix"),
        ("letters", CODES["letters"].swapcase() + "\r", "Caps Lock"),
        ("letters", CODES["letters"].upper() + "\r", "Case conversion"),
        ("digits", CODES["digits"].translate(AZERTY) + "\r", "AZERTY"),
        ("number", CODES["number"].translate(AZERTY) + "\r", "AZERTY"),
        ("digits", CODES["digits"].translate(VIETNAMESE) + "\r", "Tiếng Việt của Windows"),
        ("letters", CODES["letters"].translate(str.maketrans("zyZY-", "yzYZß")) + "\r", "QWERTZ"),
        ("card", CODES["card"].replace("|", "~") + "\r", "UK"),
        ("letters", typed(CODES["letters"], "telex")[0] + "\r", "Telex"),
        ("letters", typed(CODES["letters"], "vni")[0] + "\r", "VNI"),
        ("number", typed(CODES["number"], "vni")[0] + "\r", "VNI"),
        ("card", typed(CODES["card"], "vni")[0] + "\r", "VNI"),
        ("card", CODES["card"].encode("ascii", "replace").decode() + "\r", "mất dấu"),
        ("card", CODES["card"].replace("ễ", "e").replace("ị", "i") + "\r", "mất dấu"),
        ("long", CODES["long"][:200] + CODES["long"][203:] + "\r", "mất ký tự"),
        ("digits", CODES["number"] + "\r", "khác hẳn"),
    ],
)
def test_each_fault_is_named_with_its_remedy(code: str, got: str, said: str) -> None:
    [advice] = judge(CODES[code], got)
    assert said in advice
    assert advice.endswith(".")


def test_two_faults_are_both_named() -> None:
    advice = judge(CODES["digits"], "]C1" + CODES["digits"])
    assert len(advice) == 2
    assert judge(CODES["digits"], CODES["digits"], ended=False) == ()


@given(st.sampled_from(sorted(CODES)), st.text(max_size=60))
def test_any_text_gets_advice_or_is_right(code: str, got: str) -> None:
    advice = judge(CODES[code], got)
    right = unicodedata.normalize("NFC", got).rstrip("\r\n\t") == CODES[code] and got[-1:] in "\r\n\t"
    assert (advice == ()) == right
    assert all(one.endswith(".") and one.isprintable() for one in advice)


def test_the_sheets_card_is_read_as_a_card() -> None:
    try:
        card = parse_card(CODES["card"], TODAY)
    except CardRefused as refused:
        pytest.fail(refused.title)
    assert card.full_name == "Nguyễn Thị Ỷ Ỗ Đặng Mẫu"
