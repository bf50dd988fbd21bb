"""Text at the door, and the forms that search works on."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.model.text import TextRefused, fold, initials, nfc_line, tokens

_VOWELS = "aăâeêioôơuưy"
_TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
LETTERS = "".join(
    form
    for vowel in _VOWELS
    for tone in _TONES
    for low in [unicodedata.normalize("NFC", vowel + tone)]
    for form in (low, low.upper())
) + ("bcdđghklmnpqrstvxBCDĐGHKLMNPQRSTVX")
vietnamese = st.text(alphabet=LETTERS + " ,.-()0123456789", max_size=60)


def test_every_vietnamese_letter_folds_to_one_ascii_letter() -> None:
    assert len(LETTERS) == len(set(LETTERS)) == 2 * 12 * 6 + 2 * 17
    for letter in LETTERS:
        base = unicodedata.normalize("NFD", letter)[0].lower().replace("đ", "d")
        assert fold(letter) == base
        assert fold(letter).isascii()
        assert len(fold(letter)) == 1


def test_folding_reads_as_typed_without_diacritics() -> None:
    assert fold("ĐĂNG KÝ Khai sinh, Nguyễn Thị Thủy") == "dang ky khai sinh, nguyen thi thuy"
    assert fold("Ðặng") == "dang"  # U+00D0, from old conversions


@given(vietnamese)
def test_folding_is_the_same_for_both_unicode_forms(text: str) -> None:
    composed, decomposed = unicodedata.normalize("NFC", text), unicodedata.normalize("NFD", text)
    assert fold(composed) == fold(decomposed) == fold(fold(composed))
    assert fold(text).isascii()
    assert nfc_line(composed) == nfc_line(decomposed)
    assert initials(composed) == initials(decomposed)


@given(vietnamese)
def test_folding_drops_exactly_the_marks(text: str) -> None:
    marked = unicodedata.normalize("NFD", text.lower())
    plain = "".join(c for c in marked if not unicodedata.combining(c)).replace("đ", "d")
    assert fold(text) == plain


@given(st.text(max_size=80))
def test_any_text_becomes_one_clean_line_or_is_refused(text: str) -> None:
    try:
        line = nfc_line(text)
    except TextRefused:
        return
    assert nfc_line(line) == line
    assert unicodedata.is_normalized("NFC", line)
    assert " ".join(line.split()) == line
    line.encode()


@pytest.mark.parametrize("bad", ["a\x00b", "a\ud800b", "\udc80", "a\x1b[31m", "a\x7f", "a\ufffe", "\x9b"])
def test_control_characters_and_lone_surrogates_are_refused(bad: str) -> None:
    with pytest.raises(TextRefused) as refused:
        nfc_line(bad)
    assert refused.value.title == str(refused.value)
    assert refused.value.advice


def test_invisible_characters_vanish_and_whitespace_collapses() -> None:
    assert nfc_line("  Nguyễn\u00a0 Văn\r\n\tMẫu\u2028") == "Nguyễn Văn Mẫu"
    assert nfc_line("\ufeffTrần\u200b Thị\u202e Thử\u2066") == "Trần Thị Thử"
    assert nfc_line("") == nfc_line(" \n ") == ""


def test_markup_and_formulas_are_plain_text() -> None:
    assert nfc_line("<b>&amp;</b> =1+1") == "<b>&amp;</b> =1+1"


def test_initials_and_tokens() -> None:
    assert initials("Đăng ký khai sinh") == "dkks"
    assert initials("Thay đổi, cải chính (hộ tịch)") == "tdccht"
    assert tokens("Hộ kinh doanh (HKD) – mẫu 01") == ["ho", "kinh", "doanh", "hkd", "mau", "01"]
    assert tokens("_ – !") == []
    assert initials("") == ""
