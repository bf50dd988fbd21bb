"""PWG Raster and URF: what a printer unpacks is, dot for dot, the page that was drawn."""

from __future__ import annotations

import random
import struct
from collections.abc import Iterator

import pytest
from PIL import Image

from desk_app.devices.pwg_raster import pwg_raster, urf
from desk_app.devices.raster import GreyPage, grey_pages
from tests.devices.sheets import NUMBER, both, codes_on, page


def unpacked(raw: bytes, at: int, width: int, height: int) -> tuple[bytes, int]:
    """The dots of a page whose rows begin at `at`, and where they end (PWG 5102.4, 4.4)."""
    rows: list[bytes] = []
    while len(rows) < height:
        times = raw[at] + 1
        at += 1
        row = b""
        while len(row) < width:
            code = raw[at]
            at += 1
            if code < 128:
                row += raw[at : at + 1] * (code + 1)
                at += 1
            else:
                assert code != 128
                row += raw[at : at + 257 - code]
                at += 257 - code
        assert len(row) == width
        rows += [row] * times
    assert len(rows) == height
    return b"".join(rows), at


def pwg_pages(raw: bytes) -> Iterator[GreyPage]:
    """The pages of a PWG Raster stream."""
    assert raw[:4] == b"RaS2"
    at = 4
    while at < len(raw):
        header = raw[at : at + 1796]

        def number(offset: int, header: bytes = header) -> int:
            return int(struct.unpack_from(">I", header, offset)[0])

        assert header[:10] == b"PwgRaster\0"
        assert (number(384), number(388), number(396), number(400), number(420)) == (8, 8, 0, 18, 1)
        width, height = number(372), number(376)
        assert number(392) == width
        dots, at = unpacked(raw, at + 1796, width, height)
        yield GreyPage(width, height, number(276), dots)


def urf_pages(raw: bytes) -> Iterator[GreyPage]:
    """The pages of a URF stream."""
    assert raw[:8] == b"UNIRAST\0"
    (count,) = struct.unpack_from(">I", raw, 8)
    at = 12
    for _ in range(count):
        assert raw[at : at + 2] == b"\x08\x00"
        width, height, dpi = struct.unpack_from(">3I", raw, at + 12)
        dots, at = unpacked(raw, at + 32, width, height)
        yield GreyPage(width, height, dpi, dots)
    assert at == len(raw)


def noise(width: int, height: int) -> GreyPage:
    chance = random.Random(7)
    rows: list[bytes] = []
    while len(rows) < height:
        row = b"".join(
            bytes([chance.choice((0, 255, chance.randrange(256)))]) * chance.choice((1, 1, 2, 130, 300))
            for _ in range(width)
        )[:width]
        rows += [row] * chance.choice((1, 1, 2, 300))
    return GreyPage(width, height, 300, b"".join(rows[:height]))


@pytest.mark.parametrize(("write", "read"), [(pwg_raster, pwg_pages), (urf, urf_pages)])
def test_any_page_is_unpacked_as_it_was(write, read) -> None:  # type: ignore[no-untyped-def]
    pages = [noise(517, 700), noise(1, 1), GreyPage(3, 600, 300, b"\0\1\2" * 600)]
    assert list(read(write(pages))) == pages


@pytest.mark.parametrize("dpi", [300, 600])
def test_a_drawn_page_carries_its_codes_to_the_printer(dpi: int) -> None:
    [drawn] = pwg_pages(pwg_raster(list(grey_pages(page(), dpi))))
    assert (drawn.dpi, drawn.width) == (dpi, round(148 / 25.4 * dpi) + 1)
    assert codes_on(Image.frombytes("L", (drawn.width, drawn.height), drawn.dots)) == both(NUMBER)
