"""Text at the door of the printer: composed, without controls, with a box for what has no picture."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.typeset.fonts import SERIF, STYLES, fonts
from sync.typeset.text import BOX, clean, printable, unprintable


def test_the_shipped_serif_has_every_vietnamese_letter_in_every_style() -> None:
    letters = {chr(code) for code in range(0x1EA0, 0x1EFA)} | set("ăĂâÂđĐêÊôÔơƠưƯĩĨũŨ–—…“”‘’₫□")
    letters |= {chr(code) for code in range(0x20, 0x7F)} | {chr(code) for code in range(0xC0, 0x100)}
    letters |= set("\u0300\u0301\u0303\u0309\u0323\u0302\u0306\u031b")
    assert letters <= fonts().covered
    assert len(SERIF.files) == len(STYLES)


def test_the_serif_has_the_widths_of_times_new_roman() -> None:
    faces = fonts()
    # Advances of Times New Roman in thousandths of an em, from the PDF standard's Times-Roman and Times-Bold.
    assert [round(faces.width("regular", letter, 1000)) for letter in "aHm1 "] == [444, 722, 778, 500, 250]
    assert [round(faces.width("bold", letter, 1000)) for letter in "aHm1 "] == [500, 778, 833, 500, 250]


def test_every_format_character_and_nothing_else_is_dropped() -> None:
    for code in range(sys.maxunicode + 1):
        character = chr(code)
        if unicodedata.category(character) == "Cf":
            assert clean(character) == "", hex(code)
    assert clean("👩\u200d👩️") == "👩👩"


@pytest.mark.parametrize(
    ("typed", "printed"),
    [
        ("Nguye\u0302\u0303n", "Nguyễn"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("a \t  b", "a b"),
        ("a\u00a0b", "a\u00a0b"),
        ("\u202egnuv\u202c", "gnuv"),
        ("chữ\x00ẩn\x1b[0m", f"chữ{BOX}ẩn{BOX}[0m"),
        ("王 😀", f"{BOX} {BOX}"),
        ("\ud800", BOX),
    ],
)
def test_text_is_made_fit_to_print(typed: str, printed: str) -> None:
    assert printable(typed) == printed


@given(st.text())
def test_printable_text_is_composed_shown_by_every_style_and_stays_as_it_is(text: str) -> None:
    shown = printable(text)
    assert unicodedata.is_normalized("NFC", shown)
    assert set(shown) <= fonts().covered | {"\n"}
    assert printable(shown) == shown
    assert (BOX in shown.replace(BOX, "", text.count(BOX))) == bool(unprintable(text))
