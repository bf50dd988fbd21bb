"""What a screen that others look at may say: the end of a number, a masked name, a masked identity number."""

from __future__ import annotations

import unicodedata
from typing import Final

_SHOWN_DIGITS: Final = 4
_MOST_INITIALS: Final = 4
_MASK: Final = "***"
_LONG_IDENTITY: Final = 10


def masked_number(number: str) -> str:
    """``•••0042``: the last four characters."""
    return f"•••{number[-_SHOWN_DIGITS:]}"


def masked_identity(number: str) -> str:
    """``037200001890`` -> ``0372•••••890``; of a shorter one three characters, or none."""
    shown = 4 if len(number) >= _LONG_IDENTITY else 0
    last = 3 if len(number) > _SHOWN_DIGITS + 1 else 0
    return number[:shown] + "•" * (len(number) - shown - last) + number[len(number) - last :]


def masked_name(name: str) -> str:
    """``Nguyễn Văn Mẫu`` -> ``N. V. M***``: initials, the last word masked; ``***`` where there is no letter.

    Of a long name (an agency's) only the first two and the last two initials are shown.
    """
    words = unicodedata.normalize("NFC", name).split()
    initials = [first.upper() for word in words if (first := next(filter(str.isalpha, word), ""))]
    if not initials:
        return _MASK
    if len(initials) > _MOST_INITIALS:
        initials = [*initials[:2], "…", *initials[-2:]]
    *before, last = initials
    return " ".join([*(one if one == "…" else f"{one}." for one in before), f"{last}{_MASK}"])
