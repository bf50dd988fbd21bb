"""Pages of dots as printers without a PDF interpreter take them: PWG Raster (PWG 5102.4) and URF.

Both pack a row as runs: a count byte n below 128 and one dot stand for n + 1 dots of it; above 128, 257 - n
dots follow as they are. Equal rows are sent once, with how often.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterator, Sequence
from typing import Final

from desk_app.devices.raster import GreyPage

_RUN: Final = re.compile(rb"(.)\1{0,127}", re.DOTALL)
_SGRAY: Final = 18
_PWG_HEADER: Final = 1796


def pwg_raster(pages: Sequence[GreyPage]) -> bytes:
    """A PWG Raster stream of 8-bit grey pages."""
    out = [b"RaS2"]
    for page in pages:
        out += [_pwg_header(page, len(pages)), *_rows(page)]
    return b"".join(out)


def urf(pages: Sequence[GreyPage]) -> bytes:
    """A URF stream of 8-bit grey pages."""
    out = [b"UNIRAST\0", struct.pack(">I", len(pages))]
    for page in pages:
        # bits a dot, colour space (0: grey), one side, normal quality; reserved; size; resolution; reserved
        out.append(struct.pack(">4B2I3I2I", 8, 0, 1, 4, 0, 0, page.width, page.height, page.dpi, 0, 0))
        out += _rows(page)
    return b"".join(out)


def _pwg_header(page: GreyPage, count: int) -> bytes:
    header = bytearray(_PWG_HEADER)

    def put(at: int, *values: int) -> None:
        struct.pack_into(f">{len(values)}I", header, at, *values)

    header[0:9] = b"PwgRaster"
    put(276, page.dpi, page.dpi)
    put(340, 1)  # copies
    points = round(page.width * 72 / page.dpi), round(page.height * 72 / page.dpi)
    put(352, *points)
    put(372, page.width, page.height)
    put(384, 8, 8, page.width)  # bits a colour, bits a dot, bytes a row
    put(400, _SGRAY)
    put(420, 1)  # colours
    put(452, count, 1, 1, 0, 0, page.width, page.height, 0xFFFFFF)  # pages, both feeds, image box, white
    return bytes(header)


def _rows(page: GreyPage) -> Iterator[bytes]:
    at = 0
    while at < page.height:
        row, last = page.row(at), at + 1
        while last < page.height and last - at < 256 and page.row(last) == row:
            last += 1
        yield bytes((last - at - 1,)) + _packed(row)
        at = last


def _packed(row: bytes) -> bytes:
    out = bytearray()
    single = bytearray()

    def flush() -> None:
        if len(single) == 1:
            out.extend((0, single[0]))
        elif single:
            out.append(257 - len(single))
            out.extend(single)
        single.clear()

    for run in _RUN.finditer(row):
        length = run.end() - run.start()
        if length == 1:
            single += run.group()
            if len(single) == 128:
                flush()
        else:
            flush()
            out.extend((length - 1, row[run.start()]))
    flush()
    return bytes(out)
