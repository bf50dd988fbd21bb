"""What is taken as a scan, by its content alone, and what is kept of it."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from typing import Any

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image

from sync.attachments import converting
from sync.attachments.converting import Quality, prepare, preview
from sync.attachments.limits import MAX_PAGES, MAX_SOURCE
from sync.attachments.pdf_pages import look_at
from sync.attachments.trouble import ScanRefused
from tests.attachments.papers import jpeg, page, small_jpeg, written

USUAL = Quality()


def sizes(pdf: bytes) -> list[tuple[int, int]]:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [(round(one.get_size()[0]), round(one.get_size()[1])) for one in document]
    finally:
        document.close()


def pictures(pdf: bytes) -> list[Any]:
    """The JPEGs inside, as pictures."""
    found = []
    for part in pdf.split(b"/Filter /DCTDecode")[1:]:
        start = part.index(b"stream\n") + 7
        found.append(Image.open(BytesIO(part[start : part.index(b"\nendstream")])))
    return found


@pytest.mark.parametrize("kind", ["JPEG", "PNG", "TIFF"])
def test_a_picture_becomes_a_pdf_of_its_paper_s_size(kind: str) -> None:
    made = prepare(written(page(size=(2480, 3508)), kind, dpi=(300, 300)), USUAL)
    assert (made.pages, sizes(made.pdf)) == (1, [(595, 842)])
    [picture] = pictures(made.pdf)
    assert picture.size == (1240, 1754), "150 dots an inch of A4"


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16", "F", "YCbCr"])
def test_every_kind_of_picture_a_scanner_writes_is_taken(mode: str) -> None:
    grey = page(size=(200, 300)).convert("L")
    image = grey.convert("I").convert(mode) if mode == "I;16" else page(size=(200, 300)).convert(mode)
    made = prepare(written(image, "TIFF"), USUAL)
    [drawn] = preview(made.pdf, 72, 0, 1)
    assert Image.open(BytesIO(drawn)).convert("L").histogram()[:120] != [0] * 120, "the marks are still there"


def test_the_pages_of_a_tiff_stay_together_in_order() -> None:
    pages = [page(seed, (300, 420)) for seed in range(3)]
    made = prepare(written(pages[0], "TIFF", save_all=True, append_images=pages[1:]), USUAL)
    assert made.pages == len(sizes(made.pdf)) == 3


def test_the_same_file_always_gives_the_same_bytes() -> None:
    source = jpeg()
    assert prepare(source, USUAL).pdf == prepare(source, USUAL).pdf
    assert prepare(source, USUAL).pdf != prepare(source, Quality(100, 40)).pdf


def test_a_stamp_keeps_its_colour_and_a_grey_page_costs_no_colour() -> None:
    assert pictures(prepare(written(page(colour=True), "PNG"), USUAL).pdf)[0].mode == "RGB"
    assert pictures(prepare(written(page(), "PNG"), USUAL).pdf)[0].mode == "L"


def test_a_photo_lying_on_its_side_is_turned_upright() -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    made = prepare(written(page(size=(400, 300)), "JPEG", exif=exif), USUAL)
    [(wide, high)] = sizes(made.pdf)
    assert high > wide


def test_a_large_pdf_is_drawn_anew_and_a_small_one_kept() -> None:
    heavy = prepare(
        written(page(size=(2480, 3508), colour=True), "JPEG", quality=95, dpi=(300, 300)), Quality(300, 95)
    )
    drawn = prepare(heavy.pdf, USUAL)
    assert (drawn.verbatim, drawn.pages) == (False, 1)
    assert len(drawn.pdf) < len(heavy.pdf)
    kept = prepare(drawn.pdf, USUAL)
    assert kept.verbatim or len(kept.pdf) <= len(drawn.pdf)


def test_a_pdf_that_acts_by_itself_is_drawn_anew() -> None:
    made = prepare(small_jpeg(), USUAL)
    acting = made.pdf.replace(b"/Type /Catalog", b"/Type /Catalog /OpenAction 3 0 R")
    assert b"/OpenAction" not in prepare(acting, USUAL).pdf


def test_a_signed_pdf_keeps_every_byte(monkeypatch: pytest.MonkeyPatch) -> None:
    signed = prepare(small_jpeg(), USUAL).pdf
    facts = look_at(signed)
    monkeypatch.setattr(converting, "look_at", lambda _pdf: type(facts)(1, signed=True, active=True))
    assert prepare(signed, USUAL) == converting.Prepared(signed, 1, verbatim=True)


def bomb(width: int, height: int) -> bytes:
    """A PNG that says it is enormous."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return (
            struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
        )

    head = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
    )


REFUSED = {
    "nothing": b"",
    "a program": b"MZ" + bytes(100),
    "a web page": b"<html><body>dang nhap</body></html>",
    "a picture of another kind": b"GIF89a" + bytes(100),
    "a truncated picture": jpeg()[:2000],
    "a PDF that is none": b"%PDF-1.7\nnothing here",
    "a bomb of dots": bomb(60_000, 60_000),
    "a very wide picture": bomb(2_000_000_000, 1),
    "a dot": written(page(size=(4, 4)), "PNG"),
}


@pytest.mark.parametrize("what", sorted(REFUSED))
def test_what_is_no_scan_is_refused_in_words(what: str) -> None:
    with pytest.raises(ScanRefused) as refused:
        prepare(REFUSED[what], USUAL)
    assert refused.value.title.endswith(".")
    assert refused.value.advice


def test_too_many_bytes_and_too_many_pages_are_refused() -> None:
    with pytest.raises(ScanRefused, match="MB"):
        prepare(bytes(MAX_SOURCE + 1), USUAL)
    dot = Image.new("1", (20, 20))
    with pytest.raises(ScanRefused, match="trang"):
        prepare(written(dot, "TIFF", save_all=True, append_images=[dot] * MAX_PAGES), USUAL)


@given(
    st.binary(max_size=300),
    st.sampled_from([b"%PDF-1.4\n", b"\xff\xd8\xff\xe0", b"\x89PNG\r\n\x1a\n", b"II*\x00"]),
)
def test_rubbish_behind_a_right_beginning_is_refused_and_never_more(rubbish: bytes, start: bytes) -> None:
    with pytest.raises(ScanRefused):
        prepare(start + rubbish, USUAL)


@given(st.integers(20, 2000), st.integers(0, 255))
def test_a_damaged_scan_is_refused_or_still_a_pdf(place: int, value: int) -> None:
    source = bytearray(small_jpeg())
    source[place % len(source)] = value
    try:
        made = prepare(bytes(source), USUAL)
    except ScanRefused:
        return
    assert made.pdf.startswith(b"%PDF-")
