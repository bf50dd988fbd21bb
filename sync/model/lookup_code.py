"""The look-up code of a dossier: 12 decimal digits that no keyboard layout or input method can change.

Ten digits are the dossier id modulo 10^10, two are check digits after ISO 7064 MOD 97-10. Because 97 is
prime and neither 10 nor any difference of two digits (nor 9 = 10 - 1, 99 = 100 - 1, 11 = 10 + 1 times
such a difference) is a multiple of it, every single wrong digit, every swap of two neighbours or of digits
two apart, and every twin error ("11" for "22") is caught; of all other errors one in 97 passes.

The code finds, it does not prove: several dossiers may share one (among a million, about fifty
pairs do), then the officer chooses, or the QR tells them apart.
"""

from __future__ import annotations

import re
from typing import Final

DIGITS: Final = 12
"""Digits of a code, the two check digits included."""

_KEYS: Final = 10**10
_MODULUS: Final = 97
_ID_SIZE: Final = 16
_SEPARATORS: Final = str.maketrans("", "", " -.\u00a0")
_CODE: Final = re.compile(r"[0-9]{12}")


class LookupCodeError(ValueError):
    """The text is not a look-up code: not twelve digits, or the check digits contradict them."""


def lookup_key(dossier: bytes) -> int:
    """The number below 10^10 under which a dossier id (16 octets) is found. Raises `ValueError`."""
    if len(dossier) != _ID_SIZE:
        raise ValueError("a dossier id has 16 octets")
    return int.from_bytes(dossier) % _KEYS


def lookup_code(dossier: bytes) -> str:
    """The 12 digits printed for a dossier id (16 octets). Raises `ValueError` for another length."""
    key = lookup_key(dossier)
    check = _MODULUS + 1 - key * 100 % _MODULUS
    return f"{key:010d}{check:02d}"


def read_lookup_code(text: str) -> int:
    """The `lookup_key` of a scanned or typed code; spaces, dots and hyphens between digits are ignored.

    Raises `LookupCodeError` for anything that is not a code with true check digits.
    """
    code = text.translate(_SEPARATORS) if len(text) <= 4 * DIGITS else text
    if not _CODE.fullmatch(code):
        raise LookupCodeError("a look-up code has twelve digits")
    check = int(code[-2:])
    if int(code) % _MODULUS != 1 or not 2 <= check <= _MODULUS + 1:
        raise LookupCodeError("the check digits of the look-up code are wrong")
    return int(code[:-2])


def grouped(code: str) -> str:
    """A code as people read it: ``1234 5678 9012``."""
    return " ".join(code[start : start + 4] for start in range(0, len(code), 4))
