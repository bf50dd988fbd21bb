"""A column that flows over pages: strips are stacked, and pages broken only where a strip permits."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from sync.typeset.sheet import Rule, moved

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sync.typeset.sheet import Item
    from sync.typeset.wrap import Line

BASELINE: Final = 0.78
"""Where a line's baseline lies, as a share of the leading from its top."""


@dataclass(frozen=True, slots=True)
class Strip:
    """An unbreakable band of the column; items lie relative to its top left corner.

    `space` above it is dropped at the top of a page. `glued`: no page break before it. `running`
    are strips repeated at the top of a page that begins with this one (a table's head). `closing`
    is drawn at the bottom edge when the page ends after it (a table cut in two).
    """

    height: float
    items: tuple[Item, ...] = ()
    space: float = 0
    glued: bool = False
    running: tuple[Strip, ...] = ()
    closing: tuple[Item, ...] = ()


def height(strips: Sequence[Strip]) -> float:
    """The height of the strips on one page, in points."""
    return sum(strip.height for strip in strips) + sum(strip.space for strip in strips[1:])


def paragraph(lines: Sequence[Line], leading: float, *, space: float = 0, glued: bool = False) -> list[Strip]:
    """Lines as strips with no single line left behind or carried over."""
    strips = []
    for number, line in enumerate(lines):
        items = tuple(line.at(0, BASELINE * leading))
        kept = number == 1 or number == len(lines) - 1 if number else glued
        strips.append(Strip(leading, items, 0 if number else space, kept))
    return strips


def paginated(
    strips: Sequence[Strip],
    first: float,
    further: float,
    *,
    left: float = 0,
    tops: tuple[float, float] = (0, 0),
) -> list[list[Item]]:
    """The items of each page; the column is `first` high on the first page, then `further`.

    Its left edge is `left`, its top `tops[0]` on the first page and `tops[1]` on the others.

    A run of glued strips higher than the lower of both is broken all the same, so nothing is ever cut off
    unless a single strip is higher than a page.
    """
    pages: list[list[Item]] = []
    page: list[Item] = []
    top, y, room, last = tops[0], 0.0, first, None
    for together in _chunks(strips, min(first, further)):
        chunk = together
        needed = chunk[0].space + height(chunk) if page else height(chunk)
        if page and y + needed > room + 0.01:
            if last is not None:
                page.extend(moved(item, left, top + y) for item in last.closing)
            pages.append(page)
            page, top, y, room = [], tops[1], 0.0, further
            chunk = [*together[0].running, *together]
        for strip in chunk:
            y += strip.space if page else 0.0
            page.extend(moved(item, left, top + y) for item in strip.items)
            y += strip.height
        last = chunk[-1]
    return [*pages, page]


def _chunks(strips: Sequence[Strip], room: float) -> list[list[Strip]]:
    chunks: list[list[Strip]] = []
    for strip in strips:
        if strip.glued and chunks and height(chunks[-1]) + strip.space + strip.height <= room:
            chunks[-1].append(strip)
        else:
            chunks.append([strip])
    return chunks


def rule(x1: float, x2: float, y: float, thickness: float) -> Rule:
    """A horizontal rule."""
    return Rule(x1, y, x2, y, thickness)
