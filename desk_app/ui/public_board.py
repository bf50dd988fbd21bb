"""Words laid out for the public screen: wrapped, never clipped, in as many pages as they need.

Sizes are for a screen 1080 high and grow and shrink with it; `unit` is that factor.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QTextLayout, QTextOption

from desk_app.ui.style import FAMILY

LEAST_SIZE: Final = 38.0
"""The smallest type: 1/28 of the height, so that letters on a 43-inch screen are read from 5 m."""
_BETWEEN_BLOCKS: Final = 26.0
_BETWEEN_COLUMNS: Final = 48.0
_SHRUNK: Final = 0.9


@dataclass(frozen=True, slots=True)
class Line:
    """A line of words before it is wrapped; `role` names a colour token."""

    text: str
    size: float = 44.0
    bold: bool = False
    role: str = "text"


@dataclass(frozen=True, slots=True)
class Block:
    """Lines that stay together on one page."""

    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A region of the screen: its title and blocks, side by side in `columns`."""

    title: str
    blocks: tuple[Block, ...]
    columns: int = 1


@dataclass(frozen=True, slots=True, eq=False)
class Placed:
    """Words in their place: laid out for `rect`, which holds all of them."""

    rect: QRectF
    words: QTextLayout
    line: Line

    def natural_width(self) -> float:
        """How wide the widest laid line is."""
        lines = [self.words.lineAt(at) for at in range(self.words.lineCount())]
        return max((line.naturalTextWidth() for line in lines), default=0.0)


@dataclass(frozen=True, slots=True, eq=False)
class Page:
    """One page of a section: what is placed on it, and which of how many it is (from 1)."""

    title: str
    placed: tuple[Placed, ...]
    number: int = 1
    of: int = 1

    @property
    def text(self) -> str:
        """The page as it is read aloud."""
        return "\n".join([self.title, *(one.line.text for one in self.placed)])


def laid(line: Line, width: float, unit: float, *, centred: bool = False) -> tuple[QTextLayout, float]:
    """The words wrapped to a width, and their height. A word longer than the width is broken within."""
    font = QFont(FAMILY)
    font.setPixelSize(max(1, round(line.size * unit)))
    font.setWeight(QFont.Weight.Bold if line.bold else QFont.Weight.Normal)
    words = QTextLayout(line.text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    if centred:
        option.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    words.setTextOption(option)
    words.beginLayout()
    height = 0.0
    while True:
        one = words.createLine()
        if not one.isValid():
            break
        one.setLineWidth(width)
        one.setPosition(QPointF(0.0, height))
        height += one.height()
    words.endLayout()
    return words, height


def one_line(line: Line, width: float, unit: float) -> Line:
    """The same words small enough to stand on one line of that width (a number in very large type)."""
    while line.size > LEAST_SIZE and laid(line, width, unit)[0].lineCount() > 1:
        line = replace(line, size=line.size * _SHRUNK)
    return line


def pages_of(section: Section, room: QRectF, unit: float) -> list[Page]:
    """The section in as many pages as it needs; none when it has nothing to show."""
    gap = _BETWEEN_COLUMNS * unit
    width = (room.width() - gap * (section.columns - 1)) / section.columns
    pages: list[list[Placed]] = []
    top = room.bottom()
    for row in _rows(section):
        cells = [_fitted(block, width, room.height(), unit) for block in row]
        height = max(height for _, height in cells)
        if not pages or top + height > room.bottom() + 0.5:
            pages.append([])
            top = room.top()
        for column, (words, _) in enumerate(cells):
            pages[-1] += _put(words, room.left() + column * (width + gap), top, width)
        top += height + _BETWEEN_BLOCKS * unit
    return [
        Page(section.title, tuple(placed), number, len(pages)) for number, placed in enumerate(pages, start=1)
    ]


_Words = list[tuple[Line, QTextLayout, float]]


def _rows(section: Section) -> Iterator[Sequence[Block]]:
    for first in range(0, len(section.blocks), section.columns):
        yield section.blocks[first : first + section.columns]


def _fitted(block: Block, width: float, most: float, unit: float) -> tuple[_Words, float]:
    """A block's words and height; one that is higher than a whole page is set smaller until it fits."""
    while True:
        words = [(line, *laid(line, width, unit)) for line in block.lines]
        height = sum(one for _, _, one in words)
        if height <= most or unit < 0.05:
            return words, height
        unit *= _SHRUNK


def _put(words: _Words, left: float, top: float, width: float) -> Iterator[Placed]:
    for line, layout, height in words:
        yield Placed(QRectF(left, top, width, height), layout, line)
        top += height


def in_turn(short: Sequence[Page], long: Sequence[Page], together: int = 3) -> list[Page]:
    """The order pages are shown in: a long section in pieces, with the short ones before each piece, so that
    nobody waits through the whole of it for a result.
    """
    if not long:
        return list(short)
    order: list[Page] = []
    for first in range(0, len(long), together):
        order += [*short, *long[first : first + together]]
    return order
