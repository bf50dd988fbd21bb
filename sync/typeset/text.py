"""What people typed, made fit to print: composed (NFC), no controls, a box for what has no glyph."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from sync.typeset.fonts import fonts

if TYPE_CHECKING:
    from sync.typeset.fonts import Fonts

BOX: Final = "\N{WHITE SQUARE}"
NBSP: Final = "\N{NO-BREAK SPACE}"

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_SPACES = re.compile(f"[^\\S\n{NBSP}]+")
_PICTURELESS = re.compile(
    "[\u00ad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064"
    "\u2066-\u206f\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3"
    "\U0001d173-\U0001d17a\U000e0001\U000e0020-\U000e007f\U000e0100-\U000e01ef]"
)
"""Unicode's format characters (category Cf) and variation selectors."""


def clean(text: str) -> str:
    r"""`text` in NFC with ``\n`` for every line end and one space for every run of other blanks.

    Format characters (joiners, direction overrides, soft hyphens, variation selectors) are
    dropped: they have no picture of their own and can make a text read as another.
    """
    text = _SPACES.sub(" ", _LINE_ENDS.sub("\n", _PICTURELESS.sub("", text)))
    return unicodedata.normalize("NFC", text)


def printable(text: str, faces: Fonts | None = None) -> str:
    r"""`clean` text with `BOX` for each character (controls too, ``\n`` not) the fonts cannot show."""
    text = clean(text)
    covered = (faces or fonts()).covered
    if covered.issuperset(text.replace("\n", "")):
        return text
    return "".join(character if character == "\n" or character in covered else BOX for character in text)


def unprintable(text: str, faces: Fonts | None = None) -> tuple[str, ...]:
    """The characters of `text` that will be printed as a box, each once, in order of appearance."""
    covered = (faces or fonts()).covered
    return tuple(dict.fromkeys(c for c in clean(text) if c != "\n" and c not in covered))
