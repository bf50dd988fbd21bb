"""Thermal roll printers by ESC/POS, as raster images: their Vietnamese text modes differ, dots do not.

Only five commands are sent (initialise, raster band, feed, cut, status), all in every printer of the kind;
a library of the whole command set would bring more packages than this module has functions.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from typing import Final, Protocol

from desk_app.devices.driver import (
    NOT_DRAWN,
    Answer,
    Look,
    Sheet,
    broken_off,
    doubtful,
    failed,
    gone,
    reason_words,
)
from desk_app.devices.raster import GreyPage, grey_pages
from desk_app.domain.print_job import JobState

ROLL_DPI: Final = 203
DOTS_80MM: Final = 576
BAND_ROWS: Final = 128
"""Rows a band: small enough for the buffer of a cheap printer."""
_INITIALISE: Final = b"\x1b@"
_CUT: Final = b"\x1dVB\x40"  # feed to the knife and 64 motion units more, then cut
_WHITE: Final = 128
_BITS: Final = bytes(ord("1") if grey < _WHITE else ord("0") for grey in range(256))
STATUS_SECONDS: Final = 1.0
DONE_SECONDS: Final = 20.0

_ASK_OFFLINE: Final = b"\x10\x04\x02"
_ASK_PAPER: Final = b"\x10\x04\x04"
_ASK_WHEN_DONE: Final = b"\x1dr\x01"
_COVER_OPEN, _PAPER_END, _END_WHEN_DONE = 0x04, 0x60, 0x0C


class TooWide(ValueError):
    """A page with ink beyond the roll's edge."""


class Wire(Protocol):
    """A connection to a printer. Every method raises `OSError` for a connection that is gone."""

    def write(self, raw: bytes) -> None:
        """Sends all of it."""

    def read(self, seconds: float) -> bytes:
        """What the printer says within the time, one byte or more; empty for silence."""

    def close(self) -> None:
        """Ends it; what was written is still delivered."""


def escpos_bytes(pages: list[GreyPage], dots: int) -> bytes:
    """Pages as a thermal printer takes them, cut after each. `dots` across the roll, a multiple of 8.

    A page is laid in the middle; its own white margins beyond the roll are left off. Raises `TooWide`.
    """
    out = bytearray(_INITIALISE)
    for page in pages:
        rows = [_on_roll(page.row(at), dots) for at in range(page.height)]
        while rows and not any(rows[-1]):
            rows.pop()
        for at in range(0, len(rows), BAND_ROWS):
            band = rows[at : at + BAND_ROWS]
            out += b"\x1dv0\0" + (dots // 8).to_bytes(2, "little") + len(band).to_bytes(2, "little")
            out += b"".join(band)
        out += _CUT
    return bytes(out)


def _on_roll(row: bytes, dots: int) -> bytes:
    """A row of grey dots as bits, the leftmost highest."""
    bits = row.translate(_BITS)
    spare = len(bits) - dots
    if spare > 0:
        left = spare // 2
        if b"1" in bits[:left] or b"1" in bits[left + dots :]:
            raise TooWide("ink beyond the roll")
        bits = bits[left : left + dots]
    else:
        bits = bits.rjust(len(bits) + (-spare) // 2, b"0").ljust(dots, b"0")
    return int(bits, 2).to_bytes(dots // 8, "big")


class EscPosPrinter:
    """A `Driver` for one thermal printer; `connect` opens a wire to it and raises `OSError`.

    A printer that answers its status confirms the paper; of a silent one nothing is claimed.
    """

    def __init__(
        self, name: str, connect: Callable[[], Wire], *, dots: int = DOTS_80MM, dpi: int = ROLL_DPI
    ) -> None:
        self._name, self._connect = name, connect
        self._dots, self._dpi = dots - dots % 8, dpi

    def send(self, sheet: Sheet) -> Answer:
        """Prints and cuts every page."""
        try:
            raw = escpos_bytes(list(grey_pages(sheet.pdf, self._dpi)), self._dots)
        except TooWide:
            return failed(
                "Mẫu giấy này rộng hơn cuộn giấy của máy in nhiệt.", "Chọn mẫu cho cuộn hoặc máy khác"
            )
        except ValueError:
            return Answer(JobState.FAILED, NOT_DRAWN)
        try:
            wire = self._connect()
        except OSError:
            return gone(self._name)
        try:
            return self._print(wire, raw)
        finally:
            with suppress(OSError):
                wire.close()

    def _print(self, wire: Wire, raw: bytes) -> Answer:
        try:
            answers, trouble = _status(wire)
        except OSError:
            return gone(self._name)
        if trouble:
            return failed(trouble.split(".")[0] + ".", "Nạp giấy, đóng nắp máy in")
        try:
            wire.write(raw)
            if not answers:
                return Answer(JobState.TAKEN)
            wire.write(_ASK_WHEN_DONE)
            done = wire.read(DONE_SECONDS)
        except OSError:
            return broken_off(self._name)
        if not done:
            return doubtful("Máy in nhiệt nhận lệnh nhưng không báo đã in xong.")
        if done[-1] & _END_WHEN_DONE == _END_WHEN_DONE:
            return doubtful("Máy in nhiệt hết giấy khi đang in.")
        return Answer(JobState.PRINTED)

    def ask(self, ticket: str) -> Answer:
        """No thermal printer remembers a job."""
        return doubtful(f"Máy in “{self._name}” không nhớ lệnh in.")

    def cancel(self, ticket: str) -> None:
        """Nothing to take back."""

    def look(self) -> Look:
        """How the printer stands."""
        try:
            wire = self._connect()
        except OSError:
            return Look(False, f"Không nối được máy in “{self._name}”.", self._name)
        try:
            _, trouble = _status(wire)
        except OSError:
            return Look(False, f"Không nối được máy in “{self._name}”.", self._name)
        finally:
            with suppress(OSError):
                wire.close()
        return Look(not trouble, trouble, self._name)


def _status(wire: Wire) -> tuple[bool, str]:
    """Whether the printer answers, and what troubles it."""
    wire.write(_ASK_PAPER)
    paper = wire.read(STATUS_SECONDS)
    if not paper:
        return False, ""
    if paper[-1] & _PAPER_END:
        return True, reason_words(["media-empty"], stopped=True)
    wire.write(_ASK_OFFLINE)
    offline = wire.read(STATUS_SECONDS)
    if offline and offline[-1] & _COVER_OPEN:
        return True, reason_words(["cover-open"], stopped=True)
    return True, ""
