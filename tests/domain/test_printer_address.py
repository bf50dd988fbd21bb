"""A printer's address: one line, taken apart or refused in words."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.mistakes import DeskError
from desk_app.domain.printer_address import PrinterAddress, parse_address


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", PrinterAddress("system")),
        ("HP LaserJet tầng 2", PrinterAddress("system", "HP LaserJet tầng 2")),
        ("\\\\MAY-CHU\\Canon", PrinterAddress("system", "\\\\MAY-CHU\\Canon")),
        ("ipp://may-in/ipp/print", PrinterAddress("ipp", "", "may-in", 631, "/ipp/print")),
        ("ipps://[::1]:8631/ipp/print", PrinterAddress("ipps", "", "::1", 8631, "/ipp/print")),
        ("escpos://192.0.2.7", PrinterAddress("escpos", "", "192.0.2.7", 9100, "/")),
        (
            "escpos-usb://04B8:0e15?dots=384",
            PrinterAddress("escpos-usb", "04B8:0e15", options={"dots": 384}),
        ),
        ("escpos-raw://POS-58", PrinterAddress("escpos-raw", "POS-58")),
        ("file:/tmp/in", PrinterAddress("file", "/tmp/in")),
    ],
)
def test_every_kind_is_taken_apart(text: str, found: PrinterAddress) -> None:
    assert parse_address(text) == found


@pytest.mark.parametrize(
    "text",
    [
        *("http://may-in/", "ipp://", "ipp://may-in:99999/", "ipp://ai:mật@may-in/", "ipp://may in/"),
        *("escpos://h:9100?dots=9", "escpos://h?speed=3", "escpos-usb://epson", "file:", "a\nb", "x" * 501),
    ],
)
def test_anything_else_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(DeskError, match="không đúng kiểu"):
        parse_address(text)


@given(st.text(max_size=60))
def test_no_text_is_a_crash(text: str) -> None:
    with suppress(DeskError):
        assert parse_address(text).kind
