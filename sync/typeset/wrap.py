"""Breaks styled text into lines: at spaces, and inside a word only when it is wider than a line."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from functools import lru_cache
from typing import TYPE_CHECKING, Final, NamedTuple

from sync.typeset.fonts import fonts
from sync.typeset.sheet import Text
from sync.typeset.text import printable

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from sync.typeset.fonts import Fonts, Style

Run = tuple["Style", str]
"""Words in one style; runs follow each other without a break unless one has a space."""

_SPLIT = re.compile(r"( +|\n)")

_REMEMBERED: Final = 512
"""Paragraphs: those of a few forms. A day's own, half a KiB each, are never asked for again."""


class _Word(NamedTuple):
    """What is not broken, in em: its pieces and width, the space before it, how many lines end before it."""

    pieces: tuple[tuple[Style, str, float], ...]
    width: float
    space: Style | None
    blank: float
    ended: int


@dataclass(frozen=True, slots=True)
class Line:
    """One line in `size` points: pieces as (x, style, text, width) from its left edge, and its width."""

    pieces: tuple[tuple[float, Style, str, float], ...]
    width: float
    size: float

    def at(self, x: float, y: float) -> list[Text]:
        """The line with its left edge at `x` and its baseline at `y`."""
        return [Text(x + dx, y, style, self.size, text, width) for dx, style, text, width in self.pieces]


def wrap(
    runs: Sequence[Run], size: float, width: float, *, indent: float = 0, faces: Fonts | None = None
) -> list[Line]:
    r"""`runs` as lines at most `width` points wide; never empty. What people typed is made `printable` here.

    `indent` is where every line but the first begins. ``\n`` ends a line. A word wider than a
    line is cut between characters, never before a combining mark. No line is wider than `width`
    unless a single character is.
    """
    return list(_wrapped(tuple(runs), size, width, indent, faces or fonts()))


@lru_cache(maxsize=_REMEMBERED)
def _wrapped(
    runs: tuple[Run, ...], size: float, width: float, indent: float, faces: Fonts
) -> tuple[Line, ...]:
    """Most of a form says the same on every paper, and much is set more than once to find the size."""
    return tuple(_Breaking(size, width, indent, faces).lines(_words(runs, faces)))


def advance(runs: Sequence[Run], size: float, faces: Fonts | None = None) -> float:
    """The width of `runs` on one line, in points; line ends count as nothing."""
    return size * sum(
        word.width + (word.blank if index else 0)
        for index, word in enumerate(_words(tuple(runs), faces or fonts()))
    )


@lru_cache(maxsize=_REMEMBERED)
def _words(runs: tuple[Run, ...], faces: Fonts) -> tuple[_Word, ...]:
    words: list[_Word] = []
    pieces: list[tuple[Style, str, float]] = []
    space: Style | None = None
    ended = 0

    def close() -> None:
        width = sum(em for _, _, em in pieces)
        blank = faces.width(space, " ", 1) if space else 0.0
        words.append(_Word(tuple(pieces), width, space, blank, ended))
        pieces.clear()

    for style, text in runs:
        for part in filter(None, _SPLIT.split(printable(text, faces))):
            if part != "\n" and part[0] != " ":
                pieces.append((style, part, faces.width(style, part, 1)))
                continue
            if pieces:
                close()
                ended = 0
            space = None if part == "\n" or ended else style
            ended += part == "\n"
    if pieces or ended:
        close()
    return tuple(words)


class _Breaking:
    """The lines of one paragraph as they fill."""

    def __init__(self, size: float, width: float, indent: float, faces: Fonts) -> None:
        self._size = size
        self._width = width
        self._indent = indent
        self._faces = faces
        self._done: list[Line] = []
        self._line: list[tuple[float, Style, str, float]] = []
        self._at = 0.0

    def lines(self, words: tuple[_Word, ...]) -> list[Line]:
        for word in words:
            for _ in range(word.ended):
                self._end()
            self._add(word)
        if self._line or not self._done:
            self._end()
        return self._done

    def _add(self, word: _Word) -> None:
        size, advance = self._size, word.width * self._size
        if self._line:
            blank = word.blank * size
            if self._at + blank + advance > self._width:
                self._end()
            elif word.space:
                self._put(word.space, " ", blank)
        if self._at + advance > self._width:
            for style, cluster in _clusters(word):
                advance = self._faces.width(style, cluster, size)
                if self._line and self._at + advance > self._width:
                    self._end()
                self._put(style, cluster, advance)
            return
        for style, text, em in word.pieces:
            self._put(style, text, em * size)

    def _put(self, style: Style, text: str, advance: float) -> None:
        line = self._line
        if line and line[-1][1] == style:
            x, _, before, taken = line[-1]
            line[-1] = (x, style, before + text, taken + advance)
        else:
            line.append((self._at, style, text, advance))
        self._at += advance

    def _end(self) -> None:
        self._done.append(Line(tuple(self._line), self._at if self._line else 0.0, self._size))
        self._line = []
        self._at = self._indent


def _clusters(word: _Word) -> Iterator[tuple[Style, str]]:
    """The word's characters with the marks that combine with each."""
    for style, text, _ in word.pieces:
        cluster = ""
        for character in text:
            if cluster and not unicodedata.combining(character):
                yield style, cluster
                cluster = ""
            cluster += character
        if cluster:
            yield style, cluster
