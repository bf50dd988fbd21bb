"""What a public screen may say of a dossier: the end of its number and a masked name."""

from __future__ import annotations

import unicodedata
from typing import Final

_SHOWN_DIGITS: Final = 4
_MOST_INITIALS: Final = 4
_MASK: Final = "***"


def masked_number(number: str) -> str:
    """``•••0042``: the last four characters."""
    return f"•••{number[-_SHOWN_DIGITS:]}"


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
