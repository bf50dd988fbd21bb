"""The head of Mẫu 01: agency and motto, the number with its Code 128 strip, the title and the liên line."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from desk_app.documents.type_block import TypeBlock
from sync.typeset.codes import code128
from sync.typeset.column import BASELINE, rule
from sync.typeset.fonts import fonts
from sync.typeset.layout import filled
from sync.typeset.sheet import MM

if TYPE_CHECKING:
    from desk_app.documents.slip_layout import SlipLayout
    from desk_app.documents.slip_words import SlipWords
    from sync.typeset.fonts import Style
    from sync.typeset.sheet import Item

_LEFT_SHARE = 0.45
_GUTTER_MM = 2.0
_TIGHTEST = 0.84
"""A line of the letterhead is made this much smaller to stay one line, but not more."""
_EDGE_MM = 4.0
"""What printers leave white at the edge of the sheet; the strip may reach to it beyond the margins."""


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
        return tuple(self.block.placed([("italic", f"({copy})")], self.copy_x, self.copy_y, anchor=0.5))


def head(words: SlipWords, number: str, layout: SlipLayout, *, reissue: int, sample: bool) -> Head:
    """The head of page 1; further pages have none."""
    page, sizes, spaces = layout.page, layout.sizes, layout.spaces
    left, top = page.left_mm * MM, page.top_mm * MM
    width = (page.width_mm - page.left_mm - page.right_mm) * MM
    items, y = _letterhead(words, layout, left, top, width)
    y += spaces.under_header_mm * MM
    if sample:  # TT 01/2018/TT-VPCP, Điều 5.2: bold capitals of 16 points
        mark = TypeBlock(fonts(), 16, 1, width)
        items += mark.placed([("bold", layout.wording.sample)], left, y + sizes.number_pt)
    strip, y = _strip(words, number, layout, y)
    items += strip
    y += spaces.under_strip_mm * MM
    middle = left + width / 2
    for line in layout.wording.title:
        title = TypeBlock(fonts(), sizes.title_pt, sizes.leading, width).fitted([("bold", line)])
        items += title.placed([("bold", line)], middle, y + BASELINE * title.leading, anchor=0.5)
        y += title.leading
    block = TypeBlock(fonts(), sizes.copy_pt, sizes.leading, width)
    copy_y = y + BASELINE * block.leading
    y += block.leading
    after: list[Item] = []
    if reissue > 0:
        said = filled(layout.wording.reissue, n=str(reissue))
        after, y = block.stacked([("bold", f"({said})")], middle, y)
    y += spaces.under_title_mm * MM
    return Head(tuple(items), tuple(after), y - top, block, middle, copy_y)


def _letterhead(
    words: SlipWords, layout: SlipLayout, left: float, top: float, width: float
) -> tuple[list[Item], float]:
    """Agency on the left, motto, place and date on the right; and the bottom of both."""
    sizes, gutter = layout.sizes, _GUTTER_MM * MM
    right_width = width * (1 - _LEFT_SHARE)
    motto = TypeBlock(fonts(), sizes.header_pt, sizes.leading, right_width)
    motto = motto.fitted([("bold", layout.wording.motto[0])])
    block = motto.narrowed(width * _LEFT_SHARE - gutter)
    items: list[Item] = []
    middle, y = left + block.width / 2, top
    for number, line in enumerate(words.left_head):
        style: Style = "regular" if number == 0 and len(words.left_head) > 2 else "bold"
        fit = block.width / max(block.advance([(style, line)]), 1.0)
        set_in = block.sized(min(1.0, fit)) if fit >= _TIGHTEST else block
        lines, y = set_in.stacked([(style, line)], middle, y)
        items += lines
    third = block.width / 6
    items.append(rule(middle - third, middle + third, y + 1.6, 0.6))
    left_bottom = y + 1.6
    middle, y = left + width - right_width / 2, top
    for line in layout.wording.motto:
        lines, y = motto.narrowed(right_width).stacked([("bold", line)], middle, y)
        items += lines
    half = motto.advance([("bold", layout.wording.motto[1])]) / 2
    items.append(rule(middle - half, middle + half, y + 1.0, 0.6))
    lines, y = motto.narrowed(right_width).stacked([("italic", words.place_and_date)], middle, y + 3)
    items += lines
    for line in layout.wording.register:
        lines, y = motto.narrowed(right_width).stacked([("regular", line)], middle, y)
        items += lines
    return items, max(y, left_bottom)


def _strip(words: SlipWords, number: str, layout: SlipLayout, y: float) -> tuple[list[Item], float]:
    """The number in bold over its Code 128; one too long for the paper goes without bars (the QR has it)."""
    page, sizes = layout.page, layout.sizes
    width = (page.width_mm - page.left_mm - page.right_mm) * MM
    middle = (page.left_mm * MM) + width / 2
    block = TypeBlock(fonts(), sizes.number_pt, sizes.leading, width)
    items, y = block.stacked([("bold", words.number)], middle, y)
    try:
        bars = code128(
            number,
            left=_EDGE_MM * MM,
            right=(page.width_mm - _EDGE_MM) * MM,
            top=y + 1.5,
            height=layout.codes.bar_height_mm * MM,
            dots=layout.codes.bar_dots,
        )
    except ValueError:
        bars = None
    if bars is None:
        return items, y
    return [*items, bars], y + 1.5 + layout.codes.bar_height_mm * MM
