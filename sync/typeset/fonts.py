"""The shipped serif: registered with reportlab once, at first use, and measured with a cache.

Liberation Serif 2.1.5 (SIL OFL 1.1, `resources/fonts/OFL-Liberation.txt`) has the metrics of Times
New Roman and every Vietnamese letter. Importing this module loads neither reportlab nor a font.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING, Final, Literal

from sync.resources import resource_path

if TYPE_CHECKING:
    from collections.abc import Mapping

Style = Literal["regular", "bold", "italic", "bold_italic"]
STYLES: Final[tuple[Style, ...]] = ("regular", "bold", "italic", "bold_italic")

ASCENT: Final = 0.891
DESCENT: Final = 0.216
"""Of the shipped serif, in em; Vietnamese capitals with two marks reach at most 0.92 above the baseline."""

_WORDS_REMEMBERED: Final = 4_000
_registering = threading.Lock()


@dataclass(frozen=True, slots=True)
class Typeface:
    """Four TrueType files that make one family, in the order of `STYLES`."""

    name: str
    files: tuple[Path, Path, Path, Path]


SERIF: Final = Typeface(
    "LiberationSerif",
    (
        resource_path("fonts", "LiberationSerif-Regular.ttf"),
        resource_path("fonts", "LiberationSerif-Bold.ttf"),
        resource_path("fonts", "LiberationSerif-Italic.ttf"),
        resource_path("fonts", "LiberationSerif-BoldItalic.ttf"),
    ),
)


class Fonts:
    """A typeface as reportlab knows it. `covered` are the characters every style has a glyph for."""

    def __init__(self, names: Mapping[Style, str], advances: Mapping[Style, Mapping[int, float]]) -> None:
        self.names = names
        self.covered = frozenset(chr(code) for code in set.intersection(*map(set, advances.values())))
        self._advances = advances
        self._words: dict[tuple[Style, str], float] = {}

    def width(self, style: Style, text: str, size: float) -> float:
        """The advance of `text` in points at `size` points; characters without a glyph count 0."""
        key = (style, text)
        width = self._words.get(key)
        if width is None:
            advances = self._advances[style]
            width = sum(advances.get(ord(character), 0.0) for character in text) / 1000
            if len(self._words) >= _WORDS_REMEMBERED:
                self._words.clear()
            self._words[key] = width
        return width * size


def fonts(typeface: Typeface = SERIF) -> Fonts:
    """The loaded fonts of `typeface`, read at the first call. Raises `OSError` when a file is missing."""
    with _registering:
        return _load(typeface)


@lru_cache(maxsize=4)
def _load(typeface: Typeface) -> Fonts:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    names: dict[Style, str] = {}
    advances: dict[Style, Mapping[int, float]] = {}
    for style, path in zip(STYLES, typeface.files, strict=True):
        name = f"{typeface.name}-{style} {path}"
        try:
            font = TTFont(name, str(path), asciiReadable=False, shapable=False)
        except TTFError as error:
            raise OSError(f"{path}: {error}") from error
        pdfmetrics.registerFont(font)
        names[style] = name
        known = font.face.charToGlyph
        advances[style] = {code: font.face.charWidths[code] for code in known if code in font.face.charWidths}
    return Fonts(names, advances)
