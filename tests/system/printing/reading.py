"""Reading what a printer was given: PWG Raster unpacked without the desk's own code, and the codes on it."""

from __future__ import annotations

import struct

import zxingcpp
from PIL import Image


def pwg_pictures(raw: bytes) -> list[Image.Image]:
    """The pages of a PWG Raster stream of 8-bit grey (PWG 5102.4)."""
    assert raw[:4] == b"RaS2"
    pictures, at = [], 4
    while at < len(raw):
        width, height = struct.unpack_from(">2I", raw, at + 372)
        at += 1796
        rows: list[bytes] = []
        while len(rows) < height:
            times, at = raw[at] + 1, at + 1
            row = b""
            while len(row) < width:
                code, at = raw[at], at + 1
                count = 1 if code < 128 else 257 - code
                row += raw[at : at + count] * (code + 1 if code < 128 else 1)
                at += count
            rows += [row] * times
        pictures.append(Image.frombytes("L", (width, height), b"".join(rows)))
    return pictures


def codes_on(picture: Image.Image) -> dict[str, str]:
    """Every code on a picture, by kind."""
    return {code.format.name: code.text for code in zxingcpp.read_barcodes(picture)}
