"""A ruled table as strips of a column: rows may be parted between pages, the head is repeated."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from sync.typeset.column import BASELINE, Strip, rule
from sync.typeset.sheet import Rule, moved

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sync.typeset.fonts import Style
    from sync.typeset.sheet import Item
    from sync.typeset.type_block import TypeBlock
    from sync.typeset.wrap import Run

_INSET = 0.3
"""White left and right of wrapped text, in em."""
_NARROWEST = 0.75
"""A word wider than its column is set this much smaller before it is cut."""
_SIGNING_LINES = 2
"""Empty lines under signers at least, whatever else makes the row high."""
_WHOLE = 12
"""A row of this many lines that has a least height is not parted."""
_SHORTEST_PARTED = 4
"""Lines of a row that may be parted, two on each side."""


@dataclass(frozen=True, slots=True)
class GridColumn:
    """One column: `width` in points; `group` an upper head shared with neighbours of the same group.

    `anchor` 0, 0.5 or 1: text at the left, in the middle, at the right. `wrap`: several lines, else one line
    made smaller to fit. `scale`: how much larger its type is. `signers`: titles side by side under the text.
    """

    head: str
    width: float
    group: str = ""
    anchor: float = 0.5
    wrap: bool = False
    style: Style = "regular"
    scale: float = 1
    signers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GridStyle:
    """Thickness of rules, padding over and under text, least height of a row: all in points."""

    rule: float
    padding: float
    least: float = 0


class Grid:
    """A table of `columns` in the type of `block`."""

    def __init__(self, columns: Sequence[GridColumn], block: TypeBlock, style: GridStyle) -> None:
        self._columns = columns
        self._block = block
        self._style = style
        self._edges = [0.0]
        for column in columns:
            self._edges.append(self._edges[-1] + column.width)

    def strips(
        self, rows: Sequence[tuple[str, ...]], *, space: float, none: str = "", numbered: bool = False
    ) -> list[Strip]:
        """Head and rows, `space` points above; `none` stands in the first wrapped column of an empty table.

        `numbered` adds a line (1), (2), … under the head.
        """
        head = self._head(space, numbered=numbered)
        strips = [head]
        if not rows and none:
            first = next((at for at, column in enumerate(self._columns) if column.wrap), 0)
            rows = [tuple(none if at == first else "" for at in range(len(self._columns)))]
        for number, cells in enumerate(rows):
            strips += self._row(cells, head, glued=number == 0)
        return strips

    def _middle(self, at: int) -> float:
        return (self._edges[at] + self._edges[at + 1]) / 2

    def _uprights(self, top: float, bottom: float, edges: Sequence[float] | None = None) -> list[Item]:
        return [Rule(x, top, x, bottom, self._style.rule) for x in (self._edges if edges is None else edges)]

    def _across(self, y: float, first: int = 0, last: int = -1) -> Rule:
        return rule(self._edges[first], self._edges[last], y, self._style.rule)

    # ---------------------------------------------------------------------------------------------- head

    def _head(self, space: float, *, numbered: bool) -> Strip:
        pad, block = self._style.padding, self._block
        groups = self._groups()
        below = 0.0
        if groups:
            below = 2 * pad + max(self._headed(name, 0, ends)[1] for name, ends in groups)
        cells = [self._headed(column.head, 0, (at, at + 1)) for at, column in enumerate(self._columns)]
        tops = [below if column.group else 0.0 for column in self._columns]
        bottom = max(top + tall + 2 * pad for top, (_, tall) in zip(tops, cells, strict=True))
        items: list[Item] = [self._across(0), self._across(bottom)]
        shown: set[int] = set()
        for at, (cell, tall) in enumerate(cells):
            for name, ends in groups:
                if ends[0] == at:
                    named, deep = self._headed(name, 0, ends)
                    items += [moved(item, 0, (below - deep) / 2) for item in named]
                    items.append(self._across(below, *ends))
                    shown.update(range(ends[0] + 1, ends[1]))
            items += [moved(item, 0, (tops[at] + bottom - tall) / 2) for item in cell]
        edges = self._edges
        items += self._uprights(0, bottom, [x for at, x in enumerate(edges) if at not in shown])
        items += self._uprights(below, bottom, [edges[at] for at in sorted(shown)])
        if numbered:
            tall = block.leading + pad
            small = block.sized(0.9)
            for at in range(len(self._columns)):
                items += small.placed(
                    [("italic", f"({at + 1})")],
                    self._middle(at),
                    bottom + pad / 2 + BASELINE * block.leading,
                    anchor=0.5,
                )
            items += [*self._uprights(bottom, bottom + tall), self._across(bottom + tall)]
            bottom += tall
        return Strip(bottom, tuple(items), space=space, glued=True)

    def _groups(self) -> list[tuple[str, tuple[int, int]]]:
        found = []
        for name, members in groupby(enumerate(self._columns), key=lambda pair: pair[1].group):
            places = [at for at, _ in members]
            if name:
                found.append((name, (places[0], places[-1] + 1)))
        return found

    def _headed(self, text: str, top: float, ends: tuple[int, int]) -> tuple[list[Item], float]:
        left, right = self._edges[ends[0]], self._edges[ends[1]]
        inner = self._block.narrowed(right - left - 2 * self._style.padding)
        return inner.unbroken([("bold", text)], _NARROWEST).stacked([("bold", text)], (left + right) / 2, top)

    # ---------------------------------------------------------------------------------------------- rows

    def _row(self, cells: tuple[str, ...], head: Strip, *, glued: bool) -> list[Strip]:
        """A short row whole, cell after cell as it is read; a long one line by line, to be parted."""
        columns = [self._lines(at, text) for at, text in enumerate(cells)]
        count = max(len(lines) for lines in columns)
        if count <= (_WHOLE if self._style.least else _SHORTEST_PARTED - 1):
            return [self._whole_row(columns, count, head, glued=glued)]
        block, pad = self._block, self._style.padding
        gap = Strip(pad, tuple(self._uprights(0, pad)))
        strips = []
        for number in range(count):
            last = number == count - 1
            over = pad if number == 0 else 0.0
            tall = over + block.leading + (pad if last else 0.0)
            items: list[Item] = []
            for lines in columns:
                if number < len(lines):
                    items += [moved(item, 0, over) for item in lines[number]]
            items += self._uprights(0, tall)
            if last:
                items.append(self._across(tall))
            tied = glued if number == 0 else number in {1, count - 1}
            running = (head, gap) if number else (head,)
            closing = () if last else (self._across(0),)
            strips.append(Strip(tall, tuple(items), glued=tied, running=running, closing=closing))
        return strips

    def _whole_row(
        self, columns: Sequence[list[list[Item]]], count: int, head: Strip, *, glued: bool
    ) -> Strip:
        block, pad = self._block, self._style.padding
        tall = max(count * block.leading + 2 * pad, self._style.least)
        items: list[Item] = []
        for lines in columns:
            for number, line in enumerate(lines):
                items += [moved(item, 0, pad + number * block.leading) for item in line]
        items += [*self._uprights(0, tall), self._across(tall)]
        return Strip(tall, tuple(items), glued=glued, running=(head,))

    def _lines(self, at: int, text: str) -> list[list[Item]]:
        """A cell's lines, each in the row's coordinates with its top at 0."""
        column = self._columns[at]
        inset = _INSET * self._block.size
        left, right = self._edges[at], self._edges[at + 1]
        x = left + inset + (right - left - 2 * inset) * column.anchor
        baseline = BASELINE * self._block.leading
        runs: list[Run] = [(column.style, text)]
        found: list[list[Item]] = []
        if not column.wrap:
            cell = self._block.sized(column.scale).narrowed(right - left - 2).fitted(runs)
            lower = 0.3 * self._block.size * (column.scale - 1)
            found.append(cell.placed(runs, x, baseline + lower, anchor=column.anchor))
        elif text:
            cell = self._block.narrowed(right - left - 2 * inset).unbroken(runs, _NARROWEST)
            for line in cell.lines(runs):
                found.append(list(line.at(x - line.width * column.anchor, baseline)))
        if column.signers:
            found.append(self._signed(column.signers, left, right, baseline))
            found += [[]] * _SIGNING_LINES
        return found or [[]]

    def _signed(self, titles: tuple[str, ...], left: float, right: float, baseline: float) -> list[Item]:
        part = (right - left) / len(titles)
        inner = self._block.narrowed(part - 4)
        items: list[Item] = []
        for number, title in enumerate(titles):
            runs: list[Run] = [("italic" if title.startswith("(") else "bold", title)]
            items += inner.fitted(runs).placed(runs, left + (number + 0.5) * part, baseline, anchor=0.5)
        return items
