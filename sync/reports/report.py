"""A report: a table with its words, and the picture that shows what the table says.

The picture never says anything the table does not, so that whoever cannot see it misses nothing.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

Cell = int | float | None
"""A number of dossiers, a share in per cent (float), or nothing to be said."""
MOST_BARS = 24
"""Lines of a picture; the table has all."""


class Points(float):
    """Points of an index: a number, no share."""


GOOD, BAD, NEUTRAL, OTHER = range(4)
"""Looks of a series; each has its own grey and hatching."""


@dataclass(frozen=True, slots=True)
class Line:
    """A row of a table. `code` is what a link to the dossiers behind it is made of; empty: none."""

    name: str
    cells: tuple[Cell, ...]
    code: str = ""


@dataclass(frozen=True, slots=True)
class Series:
    """Numbers of a picture, one for each name along its axis, in one of its looks: `GOOD`, `BAD`…"""

    name: str
    values: tuple[Cell, ...]
    look: int = 0


@dataclass(frozen=True, slots=True)
class Picture:
    """What is drawn: `names` along the axis, `series` beside (or, `stacked`, upon) each other.

    `lying`: bars from left to right, for long names; else columns in the order of time. `marks` are words
    after each bar. `full`: the length of a whole bar, as 100 for per cent; None: the greatest there is.
    """

    names: tuple[str, ...]
    series: tuple[Series, ...]
    lying: bool = True
    stacked: bool = False
    marks: tuple[str, ...] = ()
    full: float | None = None
    more: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """A title, the time it is of in words, the heads of the table (the first is of the names), its lines,
    the line of the sum (None where sums say nothing), the picture, and how the numbers are to be read."""

    title: str
    period: str
    heads: tuple[str, ...]
    lines: tuple[Line, ...]
    total: Line | None
    picture: Picture
    note: str = ""

    @property
    def alternative(self) -> str:
        """What a screen reader says in place of the picture."""
        return f"Biểu đồ: {self.title}, {self.period}. Số liệu đầy đủ ở bảng ngay sau."


def cell_words(cell: Cell) -> str:
    """A cell as people read it: ``1.234``, ``98,5 %``, ``1,7`` points, a dash."""
    if cell is None:
        return "–"
    if isinstance(cell, Points):
        return f"{cell:.1f}".replace(".", ",")
    if isinstance(cell, float):
        return f"{floored(cell):.1f} %".replace(".", ",")
    return f"{cell:,}".replace(",", ".")


def floored(share: float) -> float:
    """To one decimal, never up to 100 what is below it."""
    return min(round(share, 1), 99.9) if share < 100 else 100.0


def shown(names: Sequence[str], most: int = MOST_BARS) -> tuple[tuple[str, ...], int]:
    """The names that fit into a picture, and how many do not."""
    return tuple(names[:most]), max(len(names) - most, 0)
