"""The head of a form: agency and motto, the number with its Code 128 strip, the title and the liên line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from sync.typeset.codes import code128
from sync.typeset.column import BASELINE, rule
from sync.typeset.fonts import ASCENT
from sync.typeset.layout import filled, holes_of
from sync.typeset.sheet import MM
from sync.typeset.type_block import TypeBlock

if TYPE_CHECKING:
    from desk_app.documents.form_layout import FormLayout, Measures
    from desk_app.documents.values import Values
    from sync.typeset.fonts import Fonts, Style
    from sync.typeset.sheet import Item

_LEFT_SHARE = 0.45
_GUTTER_MM = 2.0
_TIGHTEST = 0.84
"""A line of the letterhead is made this much smaller to stay one line, but not more."""
_EDGE_MM = 4.0
"""What printers leave white at the edge of the sheet; the strip may reach to it beyond the margins."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What a print says about itself: `sample`, the n-th `reissue` (a new paper), the n-th `reprint`."""

    sample: bool = False
    reissue: int = 0
    reprint: int = 0


@dataclass(frozen=True, slots=True)
class Head:
    """The head's items in page coordinates, parted where the liên line stands; its height."""

    before_copy: tuple[Item, ...]
    after_copy: tuple[Item, ...]
    height: float
    block: TypeBlock
    copy_x: float
    copy_y: float

    def copy_line(self, copy: str) -> tuple[Item, ...]:
        """The line that names this liên."""
        if not copy:
            return ()
        return tuple(self.block.placed([("italic", f"({copy})")], self.copy_x, self.copy_y, anchor=0.5))


def head_of(
    layout: FormLayout,
    measures: Measures,
    values: Values,
    marks: Marks,
    faces: Fonts,
    *,
    named: bool,
    strip_mm: float,
) -> Head:
    """The head of page 1; further pages have none. `named`: there is a line for the liên. `strip_mm`: how
    high the bars of the number are.
    """
    return _Heading(layout, measures, values, faces, strip_mm * MM).made(marks, named=named)


class _Heading:
    """One head as it grows downwards."""

    def __init__(
        self, layout: FormLayout, measures: Measures, values: Values, faces: Fonts, strip_height: float
    ) -> None:
        page = measures.page
        self._layout = layout.head
        self._measures = measures
        self._values = values
        self._faces = faces
        self._strip_height = strip_height
        self._left = page.left_mm * MM
        self._width = (page.width_mm - page.left_mm - page.right_mm) * MM
        self._middle = self._left + self._width / 2
        self._items: list[Item] = []
        self._y = page.top_mm * MM

    def made(self, marks: Marks, *, named: bool) -> Head:
        sizes, spaces, layout = self._measures.sizes, self._measures.spaces, self._layout
        top = self._y
        when = layout.letterhead_when
        if layout.letterhead and (not when or self._values.texts[when]):
            if self._measures.roll:
                self._roll_letterhead()
            else:
                self._letterhead()
            self._y += spaces.under_header_mm * MM
        if marks.sample:
            self._sample_mark()
        self._strip()
        for line in filter(None, map(self._values.said, layout.title)):
            self._title(line)
        for line in filter(None, map(self._values.said, layout.small)):
            self._stacked("italic", line, self._type(sizes.copy_pt))
        block = self._type(sizes.copy_pt)
        copy_y = self._y + BASELINE * block.leading
        before = tuple(self._items)
        self._items = []
        if named:
            self._y += block.leading
        for template, number in ((layout.reissue, marks.reissue), (layout.reprint, marks.reprint)):
            if number > 0:
                self._stacked("bold", f"({filled(template, n=str(number))})", block)
        self._y += spaces.under_title_mm * MM
        return Head(before, tuple(self._items), self._y - top, block, self._middle, copy_y)

    def _sample_mark(self) -> None:
        """The word on the left, beside the number if any (TT 01/2018/TT-VPCP, Điều 5.2: 16 points)."""
        mark, beside = self._type(16), self._type(self._measures.sizes.number_pt)
        y = self._y + ASCENT * mark.size
        self._items += mark.placed([("bold", self._layout.sample)], self._left, y)
        if self._layout.strip and self._numbered() and not self._measures.roll:
            self._y = y - BASELINE * beside.leading
        else:
            self._y += mark.leading

    def _numbered(self) -> str:
        return self._values.said(self._layout.dossier)

    def _type(self, size: float) -> TypeBlock:
        return TypeBlock(self._faces, size, self._measures.sizes.leading, self._width)

    def _stacked(self, style: Style, text: str, block: TypeBlock) -> None:
        items, self._y = block.stacked([(style, text)], self._middle, self._y)
        self._items += items

    def _title(self, line: str) -> None:
        size = self._measures.sizes.title_pt
        title = self._type(size)
        if not self._measures.roll:
            title = title.fitted([("bold", line)])
        self._stacked("bold", line, title)

    def _left_lines(self) -> list[tuple[Style, str]]:
        """The agency's lines; the one above it in regular type (NĐ 30/2020/NĐ-CP), the others bold."""
        lines: list[tuple[Style, str]] = []
        for template in self._layout.left:
            said = self._values.said(template)
            if said:
                style: Style = "regular" if "upstream" in holes_of(template) else "bold"
                lines.append((style, said.upper() if self._layout.capitals else said))
        return lines

    def _date_line(self) -> str:
        return self._values.first((self._layout.place_and_date, self._layout.date_alone))

    def _own_number(self) -> str:
        return self._values.first(self._layout.number)

    def _letterhead(self) -> None:
        """Agency on the left, motto, place and date on the right."""
        if not self._layout.motto:
            self._centred_agency()
            return
        sizes, gutter = self._measures.sizes, _GUTTER_MM * MM
        left, top, width = self._left, self._y, self._width
        right_width = width * (1 - _LEFT_SHARE)
        motto = TypeBlock(self._faces, sizes.header_pt, sizes.leading, right_width)
        motto = motto.fitted([("bold", self._layout.motto_lines[0])])
        left_bottom = self._agency(motto.narrowed(width * _LEFT_SHARE - gutter), left, top)
        middle, y = left + width - right_width / 2, top
        right = motto.narrowed(right_width)
        for line in self._layout.motto_lines:
            lines, y = right.stacked([("bold", line)], middle, y)
            self._items += lines
        half = motto.advance([("bold", self._layout.motto_lines[1])]) / 2
        self._items.append(rule(middle - half, middle + half, y + 1.0, 0.6))
        y += 3
        said = self._date_line()
        if said:
            lines, y = right.stacked([("italic", said)], middle, y)
            self._items += lines
        for line in filter(None, map(self._values.said, self._layout.right)):
            lines, y = right.stacked([("regular", line)], middle, y)
            self._items += lines
        self._y = max(y, left_bottom)

    def _agency(self, block: TypeBlock, left: float, y: float) -> float:
        """The agency's lines with a rule below and the paper's own number; the bottom of all."""
        middle = left + block.width / 2
        for style, line in self._left_lines():
            fit = block.width / max(block.advance([(style, line)]), 1.0)
            set_in = block.sized(min(1.0, fit)) if fit >= _TIGHTEST else block
            lines, y = set_in.stacked([(style, line)], middle, y)
            self._items += lines
        third = block.width / 6
        self._items.append(rule(middle - third, middle + third, y + 1.6, 0.6))
        y += 1.6
        own_number = self._own_number()
        if own_number:
            lines, y = block.stacked([("regular", own_number)], middle, y + 2.4)
            self._items += lines
        return y

    def _centred_agency(self) -> None:
        block = self._type(self._measures.sizes.header_pt)
        for style, line in self._left_lines():
            self._stacked(style, line, block)

    def _roll_letterhead(self) -> None:
        """On a roll: motto, agency, place and date under each other."""
        block = self._type(self._measures.sizes.header_pt)
        official = self._layout.motto and self._layout.roll_motto
        if official:
            for line in self._layout.motto_lines:
                self._stacked("bold", line, block)
            half = block.advance([("bold", self._layout.motto_lines[1])]) / 2
            self._items.append(rule(self._middle - half, self._middle + half, self._y + 1.0, 0.7))
            self._y += 4
        for style, line in self._left_lines():
            self._stacked(style, line, block)
        if official:
            for line in filter(None, (self._own_number(), self._date_line())):
                self._stacked("italic", line, block)

    def _strip(self) -> None:
        """The number in bold over its Code 128; one too long for the paper goes without bars."""
        said = self._numbered()
        if not self._layout.strip or not said:
            return
        page, spaces, codes = self._measures.page, self._measures.spaces, self._measures.codes
        block = self._type(self._measures.sizes.number_pt)
        self._stacked("bold", said, block)
        if self._measures.roll:
            self._y += spaces.under_strip_mm * MM
            return
        try:
            bars = code128(
                self._values.number,
                left=_EDGE_MM * MM,
                right=(page.width_mm - _EDGE_MM) * MM,
                top=self._y + 1.5,
                height=self._strip_height,
                dots=codes.bar_dots,
            )
        except ValueError:
            bars = None
        if bars is not None:
            self._items.append(bars)
            self._y += 1.5 + self._strip_height
        self._y += spaces.under_strip_mm * MM
