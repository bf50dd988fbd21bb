"""Code 128 and QR as rectangles, snapped to the dots of a 203 dpi printer.

203 dpi is the coarsest printer met at a desk, so it decides: a bar or module of a whole number of
its dots is printed true there. At 300 dpi and above every edge is at most half a (smaller) dot off,
which no decoder minds at these sizes: 3 dots of 203 dpi are 0.375 mm or 4.43 dots of 300 dpi.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import groupby
from math import isqrt
from typing import TYPE_CHECKING, Final, cast

from sync.typeset.sheet import Bars

if TYPE_CHECKING:
    from typing_extensions import Buffer

DOT: Final = 72 / 203
"""A dot of a 203 dpi printer, in points."""

QUIET_128: Final = 10
QUIET_QR: Final = 4
"""Modules that must stay white on each side."""

_FINE: Final = 100
"""Parts of a dot that Code 128 bars are measured in."""

_SHRINK: Final = 8
"""Hundredths of a dot cut from both sides of a bar (0.01 mm): a renderer that paints every dot a shape
touches would else widen bars whose edge lies exactly between two dots."""


_REMEMBERED: Final = 8
"""Codes: a paper's are asked for some times while it is set, then never again; a QR code is 40 KiB."""


def snapped(length: float) -> float:
    """The nearest whole number of printer dots, in points."""
    return round(length / DOT) * DOT


_DARK: Final = re.compile(b"\\x00+")


@lru_cache(maxsize=_REMEMBERED)
def code128_runs(text: str) -> tuple[int, ...]:
    """Widths of bar, space, bar … bar in modules, without quiet zones.

    Raises `ValueError` for characters Code 128 has not or an empty text.
    """
    from barcode.codex import Code128
    from barcode.errors import BarcodeError

    if not text:
        raise ValueError("Code 128 of an empty text")
    try:
        modules = Code128(text).build()[0]
    except BarcodeError as error:
        raise ValueError(f"not for Code 128: {text!r}") from error
    return tuple(len(tuple(run)) for _, run in groupby(modules))


def code128(
    text: str, *, left: float, right: float, top: float, height: float, dots: tuple[int, ...]
) -> Bars | None:
    """Bars of `text` centred between `left` and `right`, quiet zones inside them, at a whole dot.

    `dots` are permitted module widths in printer dots, the best first; None when none fits.
    """
    runs = code128_runs(text)
    modules = sum(runs)
    for count in dots:
        module = count * DOT
        if (modules + 2 * QUIET_128) * module > right - left:
            continue
        quiet = QUIET_128 * module
        width = modules * module + 2 * quiet
        x = QUIET_128 * count * _FINE
        tall = round(height / DOT * _FINE)
        rectangles = []
        for index, run in enumerate(runs):
            if index % 2 == 0:
                rectangles.append((x + _SHRINK, 0, run * count * _FINE - 2 * _SHRINK, tall))
            x += run * count * _FINE
        start = snapped((left + right - width) / 2)
        return Bars(start, top, width, height, DOT / _FINE, tuple(rectangles))
    return None


@lru_cache(maxsize=_REMEMBERED)
def qr_rows(text: str, level: str) -> tuple[bytes, ...]:
    """The symbol's rows without quiet zone, one octet a module, 0 for dark.

    `level` is L, M, Q or H. Raises `ValueError` when the text is too long for a QR code.
    """
    import zxingcpp

    symbol = zxingcpp.create_barcode(text, zxingcpp.BarcodeFormat.QRCode, ec_level=level)
    octets = memoryview(cast("Buffer", symbol.to_image(scale=1, add_quiet_zones=False))).tobytes()
    side = isqrt(len(octets))
    return tuple(octets[row * side : (row + 1) * side] for row in range(side))


def qr(text: str, *, left: float, top: float, dots: int, level: str) -> Bars:
    """A QR code whose quiet zone begins at (`left`, `top`), modules `dots` printer dots wide.

    Dark modules are merged into as few rectangles as a greedy sweep finds.
    """
    side = qr_side(text, dots=dots, level=level)
    return Bars(left, top, side, side, dots * DOT, _qr_rectangles(text, level))


def qr_side(text: str, *, dots: int, level: str) -> float:
    """Width and height of `qr`, quiet zones included, in points."""
    return (len(qr_rows(text, level)) + 2 * QUIET_QR) * dots * DOT


@lru_cache(maxsize=_REMEMBERED)
def _qr_rectangles(text: str, level: str) -> tuple[tuple[int, int, int, int], ...]:
    return tuple(
        (x + QUIET_QR, y + QUIET_QR, width, height) for x, y, width, height in merged(qr_rows(text, level))
    )


def merged(rows: tuple[bytes, ...]) -> list[tuple[int, int, int, int]]:
    """Dark areas as (column, row, columns, rows): runs of a row, joined with equal runs below."""
    found: list[tuple[int, int, int, int]] = []
    growing: dict[tuple[int, int], int] = {}
    for number, row in enumerate(rows):
        runs = set(_dark_runs(row))
        for run in [run for run in growing if run not in runs]:
            first = growing.pop(run)
            found.append((run[0], first, run[1], number - first))
        for run in runs:
            growing.setdefault(run, number)
    found.extend((run[0], first, run[1], len(rows) - first) for run, first in growing.items())
    return sorted(found, key=lambda area: (area[1], area[0]))


def _dark_runs(row: bytes) -> list[tuple[int, int]]:
    return [(run.start(), run.end() - run.start()) for run in _DARK.finditer(row)]
