"""Where a printer is, as one line of text that is remembered and typed.

``NAME`` or empty: the system's printer of that name, or its default one. ``ipp://host[:631]/path`` and
``ipps://``: a network printer or a CUPS queue. ``escpos://host[:9100]``, ``escpos-usb://vvvv:pppp``,
``escpos-raw://NAME`` (a Windows queue): a thermal printer, with ``?dots=384`` for a 58 mm roll.
``file:FOLDER``: PDF files.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Final
from urllib.parse import parse_qs, urlsplit

from desk_app.domain.mistakes import DeskError

SYSTEM: Final = "system"
PORTS: Final = {"ipp": 631, "ipps": 631, "escpos": 9100}
ROLL_DOTS: Final = {"80mm": 576, "58mm": 384}
"""Printable dots across a roll at 203 dpi."""
_OPTIONS: Final = {"dots": range(64, 2049), "dpi": range(100, 1201)}
_USB: Final = re.compile(r"([0-9a-fA-F]{4}):([0-9a-fA-F]{4})")
_LONGEST: Final = 500


@dataclass(frozen=True, slots=True)
class PrinterAddress:
    """An address taken apart. `name`: the system's printer, the queue, the folder, or `vvvv:pppp` of USB."""

    kind: str
    name: str = ""
    host: str = ""
    port: int = 0
    path: str = ""
    options: dict[str, int] = field(default_factory=dict)


def parse_address(text: str) -> PrinterAddress:
    """Takes an address apart. Raises `DeskError` for one that is not of the kinds above."""
    text = text.strip()
    if len(text) > _LONGEST or any(ord(letter) < 32 for letter in text):
        raise _wrong(text)
    if text.startswith("file:"):
        return PrinterAddress("file", _not_empty(text.removeprefix("file:"), text))
    scheme, mark, rest = text.partition("://")
    if not mark:
        return PrinterAddress(SYSTEM, text)
    if scheme in PORTS:
        return _network(scheme, text)
    if scheme in ("escpos-usb", "escpos-raw"):
        name, _, query = rest.partition("?")
        if scheme == "escpos-usb" and not _USB.fullmatch(name):
            raise _wrong(text)
        return PrinterAddress(scheme, _not_empty(name, text), options=_options(query, text))
    raise _wrong(text)


def _network(scheme: str, text: str) -> PrinterAddress:
    try:
        parts = urlsplit(text)
        port = parts.port or PORTS[scheme]
    except ValueError as error:
        raise _wrong(text) from error
    if not parts.hostname or parts.username or re.search(r"\s", text):
        raise _wrong(text)
    return PrinterAddress(scheme, "", parts.hostname, port, parts.path or "/", _options(parts.query, text))


def _options(query: str, text: str) -> dict[str, int]:
    found: dict[str, int] = {}
    for key, values in parse_qs(query, keep_blank_values=True).items():
        if key not in _OPTIONS or not values[-1].isascii() or not values[-1].isdigit():
            raise _wrong(text)
        found[key] = int(values[-1])
        if found[key] not in _OPTIONS[key]:
            raise _wrong(text)
    return found


def _not_empty(name: str, text: str) -> str:
    if not name.strip():
        raise _wrong(text)
    return name


def _wrong(text: str) -> DeskError:
    return DeskError(
        f"Địa chỉ máy in “{text[:60]}” không đúng kiểu.",
        "Dùng tên máy in của hệ thống, ipp://máy/đường-dẫn, escpos://máy:9100, escpos-usb://vvvv:pppp, "
        "escpos-raw://tên hoặc file:thư-mục.",
    )
