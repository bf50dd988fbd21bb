"""What a scan is, told from its content: a citizen card, a dossier number, a slip's or a look-up code.

Keyboard scanners type, so a Vietnamese input method or another keyboard layout may have changed what
arrives (`domain/06` 6.4). Each known change is undone in turn; the scan is repaired when exactly one reading
is valid, and refused in one sentence otherwise. Nothing scanned is ever opened, followed or half accepted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Literal

from desk_app.domain.citizen_card import CardRefused, CitizenCard, looks_like_card, parse_card
from sync.model.lookup_code import DIGITS, LookupCodeError, read_lookup_code
from sync.model.number import NumberRefused, parse_number
from sync.model.slip_code import SlipCodeError, SlipRecord, decode

ScanKind = Literal["citizen_card", "number", "slip", "lookup"]

LONGEST = 4096
LONGEST_NUMBER = 64
_GROUPS = 2
SHORTEST_SLIP = 200
"""Fewer digits than any slip's code, more than any other number an officer types."""

# What the keys of a scanner's US keyboard give on another layout.
_AZERTY = str.maketrans("&é\"'(-è_çà):AQZW", "1234567890-.QAWZ")
_QWERTZ = str.maketrans("ßYZ", "-ZY")
# The layout "Vietnamese" of Windows has letters and marks on the digit keys, each arriving by itself.
# Letters that already carry a tone came from an input method, and are not undone.
_VIETNAMESE = str.maketrans("ăâêô\u0300\u0309\u0303\u0301\u0323đ", "1234567890")
_CHANGEABLE = re.compile("[ADEIOUWY]")
_ENDS = "".join(map(chr, range(0x20))) + "\x7f\ufeff "
_NUMBER_SHAPE = re.compile(r".{3,45}[-)=].{6,12}[-)=].{3,14}", re.DOTALL)


class ScanRefused(ValueError):
    """A scan that is none of ours, or garbled beyond doubt; `title` is the sentence for the officer."""

    def __init__(self, title: str) -> None:
        super().__init__(title)
        self.title = title


@dataclass(frozen=True, slots=True)
class Scan:
    """One recognised scan. `number` is the dossier's for ``number`` and ``slip``, `lookup` a code's key.

    `slip` is the decoded record, whose signature has not been checked; `repaired` whether a layout or
    input method had changed what was typed.
    """

    kind: ScanKind
    card: CitizenCard | None = None
    number: str = ""
    slip: SlipRecord | None = None
    digits: str = ""
    lookup: int = 0
    repaired: bool = False


def looks_like_scan(text: str) -> bool:
    """Whether a fast burst of keys is meant for `read_scan` and not for the field it was typed into.

    Right or garbled codes of ours and citizen cards; links and other data of foreign codes are too, since
    no officer types them. Words and plain numbers are not.
    """
    clean = text.strip(_ENDS)
    if looks_like_card(clean) or "://" in clean[:24] or clean[:1] in {"{", "["}:
        return True
    return _ours(clean) is not None or (len(clean) >= SHORTEST_SLIP and " " not in clean)


def read_scan(text: str, today: date, *, corrected: bool = False) -> Scan:
    """What was scanned. Raises `ScanRefused` with one sentence for the officer.

    `corrected`: while the text was typed, keys were taken back and others put in their place. Only an input
    method does that, and no word of a citizen card can be trusted then, nor a number with a letter that
    such a method changes (VNI makes "A1" of "A11"). Digits alone are out of its reach.
    """
    if len(text) > LONGEST:
        raise ScanRefused("Mã quét quá dài, không phải mã của hồ sơ hay thẻ căn cước.")
    clean = text.strip(_ENDS)
    if not clean:
        raise ScanRefused("Chưa đọc được gì, mời quét lại.")
    if looks_like_card(clean):
        if corrected:
            raise ScanRefused("Bộ gõ tiếng Việt đã sửa chữ trên mã thẻ; tắt bộ gõ (chọn EN) rồi quét lại.")
        return _card(clean, today)
    found = _ours(clean)
    if found and corrected and found.kind == "number" and _CHANGEABLE.search(found.number):
        raise ScanRefused("Bộ gõ tiếng Việt đã sửa mã vừa quét; tắt bộ gõ (chọn EN) rồi quét lại.")
    if found:
        return found
    if "://" in clean[:24] or clean[:1] in {"{", "["}:
        raise ScanRefused("Mã vừa quét không phải của hồ sơ hay thẻ căn cước, chương trình không mở.")
    if _NUMBER_SHAPE.fullmatch(clean) or len(clean) >= SHORTEST_SLIP:
        raise ScanRefused("Mã vừa quét bị sai lệch; tắt bộ gõ tiếng Việt (chọn EN) rồi quét lại.")
    if corrected:
        raise ScanRefused("Bộ gõ tiếng Việt đã sửa mã vừa quét; tắt bộ gõ (chọn EN) rồi quét lại.")
    try:
        return Scan("citizen_card", card=parse_card(clean, today), repaired=True)
    except CardRefused as refused:
        known = refused.title if refused.layout else "Không nhận ra mã vừa quét; mời quét lại hoặc gõ tay."
        raise ScanRefused(known) from None


def _card(clean: str, today: date) -> Scan:
    try:
        return Scan("citizen_card", card=parse_card(clean, today))
    except CardRefused as refused:
        raise ScanRefused(refused.title) from None


def _ours(clean: str) -> Scan | None:
    """A dossier number or a slip's code; None when it is neither, or might be two."""
    scans = [scan for reading in _readings(clean) if (scan := _code(reading, clean))]
    if scans and not scans[0].repaired:
        return scans[0]
    return scans[0] if len({(scan.kind, scan.number, scan.digits) for scan in scans}) == 1 else None


def _code(reading: str, clean: str) -> Scan | None:
    repaired = reading != clean
    if DIGITS <= len(reading) <= DIGITS + _GROUPS:
        try:
            return Scan("lookup", digits=reading, lookup=read_lookup_code(reading), repaired=repaired)
        except LookupCodeError:
            pass
    if len(reading) <= LONGEST_NUMBER:
        try:
            return Scan("number", number=str(parse_number(reading)), repaired=repaired)
        except NumberRefused:
            return None
    try:
        record, _ = decode(reading)
    except SlipCodeError:
        return None
    return Scan("slip", number=record.number, slip=record, digits=reading, repaired=repaired)


def _readings(clean: str) -> Iterator[str]:
    """Every text a code of ours may have been before another keyboard layout changed it.

    What Telex or VNI made of typed letters is not undone: they lose keys, so it could have been several.
    """
    for text in (clean, clean.translate(_AZERTY), clean.translate(_QWERTZ), clean.translate(_VIETNAMESE)):
        yield text
        yield text.upper()
