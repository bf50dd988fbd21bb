"""A form composed: the head once, the body in the first size that fits, then every liên on its paper."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from desk_app.documents.blocks import Setting, strips_of
from desk_app.documents.head import Marks, head_of
from sync.typeset.column import height, paginated
from sync.typeset.layout import filled
from sync.typeset.sheet import MM, Part, Rule, Sheet, Stamp, beside, joined, moved
from sync.typeset.type_block import TypeBlock

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desk_app.documents.form_layout import Block, FormLayout
    from desk_app.documents.head import Head
    from desk_app.documents.values import Values
    from sync.typeset.column import Strip
    from sync.typeset.fonts import Fonts
    from sync.typeset.sheet import Item

TWO_UP: Final = "2xa5"
_A4_LONG_MM: Final = 297.0
_CUT_DASH: Final = 4.0
_SAMPLE_GREY: Final = 0.88


def composed(
    layout: FormLayout, values: Values, paper: str, marks: Marks, copies: tuple[str, ...], faces: Fonts
) -> list[Sheet]:
    """The sheets of a form on `paper`; on two-up sheets pairs of liên, or one liên twice, side by side."""
    measured = "a5" if paper == TWO_UP else paper
    made = _Composition(layout, measured, values, marks, faces).copies(copies or ("",))
    if paper == TWO_UP:
        return _two_up(made)
    return [sheet for copy in made for sheet in copy]


def _two_up(copies: list[list[Sheet]]) -> list[Sheet]:
    """Two A5 pages on each A4 sheet in landscape, a dashed line to cut along between them."""
    half = _A4_LONG_MM * MM / 2
    sheets = []
    for number in range(0, len(copies), 2):
        left = copies[number]
        right = copies[number + 1] if number + 1 < len(copies) else left
        for one, other in zip(left, right, strict=True):
            tall = one.height
            cut = Part((Rule(half, 3 * MM, half, tall - 3 * MM, 0.5, _CUT_DASH),))
            margin = (half - one.width) / 2
            parts = (
                *(beside(part, margin) for part in one.parts),
                cut,
                *(beside(part, half + margin) for part in other.parts),
            )
            sheets.append(Sheet(2 * half, tall, parts))
    return sheets


class _Composition:
    """One form on one paper."""

    def __init__(self, layout: FormLayout, paper: str, values: Values, marks: Marks, faces: Fonts) -> None:
        self._layout = layout
        self._values = values
        self._marks = marks
        self._faces = faces
        self._measures = layout.papers[paper]
        self._tables: dict[tuple[int, float], list[Strip]] = {}
        self._set: dict[float, list[Strip]] = {}
        page = self._measures.page
        self._left = page.left_mm * MM
        self._top = page.top_mm * MM
        self._page_width = page.width_mm * MM
        self._width = (page.width_mm - page.left_mm - page.right_mm) * MM
        self._room = (page.height_mm - page.top_mm - page.bottom_mm) * MM

    def copies(self, names: tuple[str, ...]) -> list[list[Sheet]]:
        """The sheets of each liên."""
        top, pages, bottoms = self._headed(named=any(names))
        if self._layout.foot.counted:
            self._values = replace(self._values, texts={**self._values.texts, "pages": str(len(pages))})
            self._set.clear()
            pages, bottoms = self._pages(top.height)
        shared = [
            Part((*(self._stamp(tall) if index else top.after_copy), *joined(page)))
            for index, (page, tall) in enumerate(zip(pages, bottoms, strict=True))
        ]
        before = Part((*self._stamp(bottoms[0]), *top.before_copy))
        cover = self._cover()
        made = []
        for name in names:
            sheets = list(cover)
            for index, part in enumerate(shared):
                parts = [part] if index else [before, Part(top.copy_line(name)), part]
                if (len(pages) > 1 or self._layout.foot.always) and not self._measures.roll:
                    parts.append(Part(self._foot(name, index + 1, len(pages))))
                sheets.append(Sheet(self._page_width, bottoms[index], tuple(parts)))
            made.append(sheets)
        return made

    # ---------------------------------------------------------------------------------------------- pages

    def _headed(self, *, named: bool) -> tuple[Head, list[list[Item]], list[float]]:
        """The head and the pages below it, the strip as high as costs no page more than the lowest would."""
        heights = self._measures.codes.bar_height_mm
        if not self._layout.head.strip or not self._values.number or self._measures.roll:
            heights = heights[:1]
        made = []
        for strip_mm in heights:
            top = head_of(
                self._layout, self._measures, self._values, self._marks, self._faces,
                named=named, strip_mm=strip_mm,
            )  # fmt: skip
            made.append((top, *self._pages(top.height)))
            if len(made[-1][1]) == 1:
                break
        return min(made, key=lambda one: len(one[1]))

    def _pages(self, used: float) -> tuple[list[list[Item]], list[float]]:
        """Items and height of each page: the largest size that puts all on one page, else several pages."""
        sizes = self._measures.sizes
        if self._measures.roll:
            strips = self._strips(sizes.body_pt[0])
            y = self._top + used
            room = height(strips)
            pages = paginated(strips, room, room, left=self._left, tops=(y, y))
            return pages, [y + room + self._measures.page.bottom_mm * MM]
        room = further = self._room
        foot = 1.6 * sizes.flowing_pt
        room -= used + (foot if self._layout.foot.always else 0.0)
        found = self._fitting(room)
        if found is None:
            size = sizes.flowing_pt
            found = self._strips(size)
            room, further = self._room - used - foot, self._room - foot
        tops = (self._top + used, self._top)
        pages = paginated(found, room, further, left=self._left, tops=tops)
        return pages, [self._measures.page.height_mm * MM] * len(pages)

    def _fitting(self, room: float) -> list[Strip] | None:
        """The strips in the largest size in which they are at most `room` high.

        Height falls a little faster than size, so the second guess is nearly always next to the answer.
        """
        sizes = self._measures.sizes.body_pt

        def fits(index: int) -> bool:
            return height(self._strips(sizes[index])) <= room

        largest = self._strips(sizes[0])
        if fits(0):
            return self._airy(largest, room - height(largest))
        if height(largest) > 2 * room * sizes[0] / sizes[-1]:
            return None
        wanted = sizes[0] * room / height(largest)
        index = next((number for number, size in enumerate(sizes) if size <= wanted), len(sizes) - 1)
        while index > 0 and fits(index - 1):
            index -= 1
        while index < len(sizes) and not fits(index):
            index += 1
        if index == len(sizes):
            return None
        found = self._strips(sizes[index])
        return self._airy(found, room - height(found))

    def _airy(self, strips: list[Strip], left: float) -> list[Strip]:
        """The strips with the room that is left on the page shared among the spaces between them."""
        spaced = sum(1 for strip in strips[1:] if strip.space)
        more = min(left / spaced, self._measures.spaces.most_air_pt) if spaced else 0.0
        return [replace(strip, space=strip.space + more) if strip.space else strip for strip in strips]

    def _strips(self, size: float) -> list[Strip]:
        """The body set in that size; remembered, for several heads may be tried over it."""
        if size not in self._set:
            self._set[size] = self._set_in(size, self._layout.body.values())
        return self._set[size]

    def _set_in(self, size: float, blocks: Iterable[Block]) -> list[Strip]:
        block = TypeBlock(self._faces, size, self._measures.sizes.leading, self._width)
        return strips_of(blocks, Setting(self._values, self._measures, block, self._tables))

    def _cover(self) -> list[Sheet]:
        """The cover, a little above the middle of its page; none unless the values ask for one."""
        when = self._layout.cover_when
        if not when or not self._values.texts[when]:
            return []
        strips = self._set_in(self._measures.sizes.body_pt[0], self._layout.cover.values())
        y = max(self._top, self._top + (self._room - height(strips)) * 0.4)
        (items,) = paginated(strips, height(strips), self._room, left=self._left, tops=(y, y))
        page = self._measures.page
        tall = page.height_mm * MM
        x, y, inset = page.left_mm * MM, self._top, page.right_mm * MM
        frame = [
            *(Rule(x, at, self._page_width - inset, at, 1.2) for at in (y, y + self._room)),
            *(Rule(at, y, at, y + self._room, 1.2) for at in (x, self._page_width - inset)),
        ]
        return [Sheet(self._page_width, tall, (Part((*self._stamp(tall), *items, *frame)),))]

    def _foot(self, copy: str, page: int, pages: int) -> tuple[Item, ...]:
        """What the paper is and its liên on the left, the page's number on the right."""
        size = self._measures.sizes.flowing_pt * 0.9
        block = TypeBlock(self._faces, size, self._measures.sizes.leading, self._width)
        y = self._top + self._room - 0.25 * size
        said = filled(self._layout.foot.page, page=str(page), pages=str(pages))
        left = self._values.said(self._layout.foot.left)
        right = block.placed([("regular", said)], self._left + self._width, y, anchor=1.0)
        if not left:
            return tuple(right)
        named = f" – {copy}" if copy else ""
        narrow = block.narrowed(self._width - block.advance([("regular", said)]) - size)
        narrow = narrow.fitted([("bold", left), ("regular", named)])
        return (*narrow.placed([("bold", left), ("regular", named)], self._left, y), *right)

    def _stamp(self, tall: float) -> tuple[Item, ...]:
        """ "MẪU" across the page; on a roll again and again."""
        if not self._marks.sample:
            return ()
        size = min(self._page_width, tall) * 0.36
        middle = self._page_width / 2
        stamp = Stamp(middle, tall * 0.55, size, self._layout.head.sample, 45, _SAMPLE_GREY)
        if not self._measures.roll or tall < 2.4 * self._page_width:
            return (stamp,)
        times = int(tall / self._page_width / 1.2)
        return tuple(moved(stamp, 0, tall * ((at + 0.5) / times - 0.55)) for at in range(times))
