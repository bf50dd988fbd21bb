"""A page as a display list: what lies where, in points from the top left corner, y downwards."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from sync.typeset.fonts import ASCENT, DESCENT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from sync.typeset.fonts import Style

MM: Final = 72 / 25.4
"""Points in a millimetre."""


@dataclass(frozen=True, slots=True)
class Text:
    """One run on a baseline at `y`, `width` as measured."""

    x: float
    y: float
    style: Style
    size: float
    text: str
    width: float

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom of the line box."""
        return (self.x, self.y - ASCENT * self.size, self.x + self.width, self.y + DESCENT * self.size)


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight horizontal or vertical line; `dash` > 0: dashes that long with gaps as long."""

    x1: float
    y1: float
    x2: float
    y2: float
    thickness: float
    dash: float = 0


@dataclass(frozen=True, slots=True)
class Bars:
    """A code: its dark rectangles and the area it must keep for itself, quiet zones included.

    The area begins at (x, y); `rectangles` are (x, y, width, height) from there in whole `unit`s.
    """

    x: float
    y: float
    width: float
    height: float
    unit: float
    rectangles: tuple[tuple[int, int, int, int], ...]

    @property
    def box(self) -> tuple[float, float, float, float]:
        """Left, top, right, bottom."""
        return (self.x, self.y, self.x + self.width, self.y + self.height)


@dataclass(frozen=True, slots=True)
class Stamp:
    """Large light letters across the page, centred on (x, y), under everything drawn after it."""

    x: float
    y: float
    size: float
    text: str
    degrees: float
    grey: float


Item = Text | Rule | Bars | Stamp


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """Things drawn together. The same `Part` on several sheets is written once and referred to."""

    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: its size in points and its parts, in reading order."""

    width: float
    height: float
    parts: tuple[Part, ...]

    @property
    def items(self) -> tuple[Item, ...]:
        """Everything on the page, in reading order."""
        return tuple(item for part in self.parts for item in part.items)


def moved(item: Item, dx: float, dy: float) -> Item:
    """The same thing elsewhere."""
    if isinstance(item, Text):
        return Text(item.x + dx, item.y + dy, item.style, item.size, item.text, item.width)
    if isinstance(item, Rule):
        return Rule(item.x1 + dx, item.y1 + dy, item.x2 + dx, item.y2 + dy, item.thickness, item.dash)
    return replace(item, x=item.x + dx, y=item.y + dy)


def beside(part: Part, dx: float) -> Part:
    """The same things `dx` points further right."""
    return Part(tuple(moved(item, dx, 0) for item in part.items))


def joined(items: Iterable[Item]) -> tuple[Item, ...]:
    """The same picture with vertical rules that continue each other made one (they end the list)."""
    kept: list[Item] = []
    columns: dict[tuple[float, float], list[Rule]] = {}
    for item in items:
        if isinstance(item, Rule) and item.x1 == item.x2 and not item.dash:
            rules = columns.setdefault((item.x1, item.thickness), [])
            if rules and abs(rules[-1].y2 - item.y1) < 0.01:
                rules[-1] = replace(rules[-1], y2=item.y2)
            else:
                rules.append(item)
        else:
            kept.append(item)
    return (*kept, *(rule for rules in columns.values() for rule in rules))
