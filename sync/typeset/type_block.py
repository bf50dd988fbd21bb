"""Setting lines and paragraphs of one size into a column: the small steps every form is made of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sync.typeset.column import BASELINE, paragraph
from sync.typeset.wrap import advance, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from sync.typeset.column import Strip
    from sync.typeset.fonts import Fonts
    from sync.typeset.sheet import Item
    from sync.typeset.wrap import Line, Run


_A_LITTLE_MORE = 1.0001
"""So that what was fitted is not found too wide by rounding."""


class TypeBlock:
    """Type of `size` points on lines `leading` em apart in a column `width` points wide."""

    def __init__(self, faces: Fonts, size: float, leading: float, width: float) -> None:
        self.faces = faces
        self.size = size
        self.leading = leading * size
        self.width = width
        self._line_spacing = leading

    def sized(self, scale: float) -> TypeBlock:
        """The same column in type `scale` times as large."""
        return TypeBlock(self.faces, self.size * scale, self._line_spacing, self.width)

    def narrowed(self, width: float) -> TypeBlock:
        """The same type in a column of another width."""
        return TypeBlock(self.faces, self.size, self._line_spacing, width)

    def fitted(self, runs: Sequence[Run]) -> TypeBlock:
        """This type, or smaller type in which `runs` fit one line of the column."""
        advance = self.advance(runs)
        return self.sized(self.width / advance) if advance > self.width else self

    def unbroken(self, runs: Sequence[Run], tightest: float) -> TypeBlock:
        """This type, or smaller type (at least `tightest` as large) in which no word need be cut."""
        widest = max(
            (self.advance([(style, word)]) for style, text in runs for word in text.split()), default=0.0
        )
        if widest <= self.width:
            return self
        return self.sized(max(self.width / (widest * _A_LITTLE_MORE), tightest))

    def hanging(self, mark: Sequence[Run], runs: Sequence[Run], *, space: float = 0) -> list[Strip]:
        """`runs` after `mark`, further lines beginning where the first one's text began."""
        marked = any(text for _, text in mark)
        indent = self.advance(mark) + self.faces.width("regular", " ", self.size) if marked else 0.0
        together = [*mark, ("regular", " "), *runs] if marked else runs
        lines = wrap(together, self.size, self.width, indent=indent, faces=self.faces)
        return paragraph(lines, self.leading, space=space * self.size)

    def advance(self, runs: Sequence[Run]) -> float:
        """The width of `runs` on one line."""
        return advance(runs, self.size, self.faces)

    def lines(self, runs: Sequence[Run], *, indent: float = 0) -> list[Line]:
        """`runs` broken into lines of the column."""
        return wrap(runs, self.size, self.width, indent=indent, faces=self.faces)

    def paragraph(self, runs: Sequence[Run], *, space: float = 0, glued: bool = False) -> list[Strip]:
        """`runs` as strips of the column, set flush left, `space` em above."""
        return paragraph(self.lines(runs), self.leading, space=space * self.size, glued=glued)

    def placed(self, runs: Sequence[Run], x: float, y: float, *, anchor: float = 0) -> list[Item]:
        """`runs` on one line with baseline `y`; `anchor` 0, 0.5 or 1: their left, middle or right at `x`."""
        level = [(style, text.replace("\n", " ")) for style, text in runs]
        line, *_ = wrap(level, self.size, float("inf"), faces=self.faces)
        return list(line.at(x - anchor * line.width, y))

    def stacked(
        self, runs: Sequence[Run], x: float, y: float, *, anchor: float = 0.5, most: int = 1000
    ) -> tuple[list[Item], float]:
        """`runs` broken in the column, lines anchored at `x`, the first one's top at `y`; and the bottom.

        Lines that are not flush left are made about equally long. After `most` lines the rest is left out.
        """
        items: list[Item] = []
        lines = self.balanced(runs) if anchor else self.lines(runs)
        if len(lines) > most:
            lines = [*self.lines(runs)[: most - 1], *self.lines([(runs[-1][0], "…")])]
        for line in lines:
            items += line.at(x - anchor * line.width, y + BASELINE * self.leading)
            y += self.leading
        return items, y

    def balanced(self, runs: Sequence[Run]) -> list[Line]:
        """The lines of the narrowest column that needs no more of them."""
        lines = self.lines(runs)
        if len(lines) == 1:
            return lines
        low, high = self.width / 2, self.width
        while high - low > self.size / 2:
            middle = (low + high) / 2
            tried = self.narrowed(middle).lines(runs)
            if len(tried) > len(lines):
                low = middle
            else:
                lines, high = tried, middle
        return lines
