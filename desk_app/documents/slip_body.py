"""The body of Mẫu 01 as strips of a column: lines, table of papers, appointment with the QR, signatures."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from sync.typeset.codes import DOT, QUIET_QR, qr, qr_side
from sync.typeset.column import BASELINE, Strip, height, rule
from sync.typeset.sheet import MM, Rule, moved

if TYPE_CHECKING:
    from desk_app.documents.slip_layout import SlipLayout
    from desk_app.documents.slip_words import Labelled, SlipWords
    from desk_app.documents.type_block import TypeBlock
    from sync.typeset.fonts import Style
    from sync.typeset.sheet import Item
    from sync.typeset.wrap import Run

_FRAME = 0.8
_NAME_LINES = 6
"""Lines of a name under a signature; it stands whole further up."""


def body(words: SlipWords, layout: SlipLayout, block: TypeBlock, qr_digits: str) -> list[Strip]:
    """Everything between the title and the signatures."""
    spaces, wording = layout.spaces, layout.wording
    strips: list[Strip] = []
    for line in words.particulars:
        strips += block.paragraph(_runs(line), space=spaces.paragraph)
    strips += block.paragraph([("bold", wording.papers)], space=spaces.section)
    strips += _Table(layout, block).strips(words.papers)
    strips += _appointment(words, layout, block, qr_digits)
    if words.officer_note:
        note: list[Run] = [("bold", wording.officer_note), ("regular", f" {words.officer_note}")]
        strips += block.paragraph(note, space=spaces.paragraph)
    return strips


def signatures(words: SlipWords, layout: SlipLayout, block: TypeBlock) -> list[Strip]:
    """Both signatures and the standing note: never parted, never alone on a page."""
    column = block.narrowed(block.width / 2 - 6)
    hint = column.sized(layout.sizes.small)
    items: list[Item] = []
    names: list[tuple[list[Item], float]] = []
    under = 0.0
    for title, signer, middle in (
        (layout.wording.left_signature, words.signers[0], block.width / 4),
        (layout.wording.right_signature, words.signers[1], block.width * 3 / 4),
    ):
        heading, y = column.stacked([("bold", title[0])], middle, 0)
        instruction, y = hint.stacked([("italic", title[1])], middle, y)
        items += [*heading, *instruction]
        names.append(column.stacked([("bold", signer)], middle, 0, most=_NAME_LINES))
        under = max(under, y)
    tall = under + layout.spaces.signing_mm * MM + max(bottom for _, bottom in names)
    for name, bottom in names:
        items += [moved(item, 0, tall - bottom) for item in name]
    signing = Strip(tall, tuple(items), space=layout.spaces.over_signatures_mm * MM, glued=True)
    if not words.note:
        return [signing]
    note: list[Run] = [("bold", layout.wording.note), ("italic", f" {words.note}")]
    lines = block.sized(layout.sizes.small).paragraph(note, space=0.5)
    return [signing, *(replace(line, glued=True) for line in lines)]


def _appointment(words: SlipWords, layout: SlipLayout, block: TypeBlock, qr_digits: str) -> list[Strip]:
    """Numbered lines and the framed day to come back, with the QR on their right.

    The QR's dark part ends at the column's right edge, its quiet zone in the margin; lines that no
    longer fit beside it run over the whole width below.
    """
    spaces, codes = layout.spaces, layout.codes
    side = qr_side(qr_digits, dots=codes.qr_dots, level=codes.qr_level)
    symbol = qr(qr_digits, left=0, top=0, dots=codes.qr_dots, level=codes.qr_level)
    quiet = QUIET_QR * codes.qr_dots * DOT
    narrow = block.narrowed(block.width - side + quiet)
    items: list[Item] = [moved(symbol, block.width - side + quiet, 0)]
    above, times = _above(words, layout, block, side)
    below: list[Strip] = []
    y = 0.0
    for line in (*times, words.due, *words.closing):
        space = spaces.section if line in {words.times[0], words.due, words.closing[0]} else spaces.paragraph
        beside = _numbered(line, words, layout, narrow, space)
        across = _numbered(line, words, layout, block, space)
        if below or (line in words.closing and y + height(beside) > side + height(across)):
            below += across
            continue
        for strip in beside:
            y += strip.space
            items += [moved(item, 0, y) for item in strip.items]
            y += strip.height
    return [*above, Strip(max(y, side), tuple(items)), *below]


def _above(
    words: SlipWords, layout: SlipLayout, block: TypeBlock, side: float
) -> tuple[list[Strip], tuple[Labelled, ...]]:
    """Lines before the appointment too long to stand beside the QR, over the whole width; and the others."""
    strips: list[Strip] = []
    rest = words.times
    for index, line in enumerate(words.times):
        if height(_numbered(line, words, layout, block, 0)) > side / 3:
            for before in words.times[len(words.times) - len(rest) : index + 1]:
                strips += _numbered(before, words, layout, block, layout.spaces.section)
            rest = words.times[index + 1 :]
    return strips, rest


def _numbered(
    line: Labelled, words: SlipWords, layout: SlipLayout, block: TypeBlock, space: float
) -> list[Strip]:
    if line is words.due:
        return [_due(line, layout, block)]
    return block.paragraph(_runs(line, "bold"), space=space)


def _runs(line: Labelled, label: Style = "regular") -> list[Run]:
    runs: list[Run] = [(label, line.label)]
    if line.strong:
        runs.append(("bold", f" {line.strong}"))
    if line.value:
        runs.append(("regular", f" {line.value}"))
    return runs


def _due(due: Labelled, layout: SlipLayout, block: TypeBlock) -> Strip:
    """The day to come back, larger and framed: what the citizen looks for."""
    pad = 0.4 * block.size
    inner = block.narrowed(block.width - 2 * pad)
    items, y = inner.stacked([("bold", due.label)], pad, 0.6 * pad, anchor=0)
    value = inner.sized(layout.sizes.due).fitted([("bold", due.strong)])
    said, bottom = value.stacked([("bold", due.strong)], block.width / 2, y)
    items += said
    bottom += 0.8 * pad
    for y in (0.0, bottom):
        items.append(rule(0, block.width, y, _FRAME))
    for x in (0.0, block.width):
        items.append(Rule(x, 0, x, bottom, _FRAME))
    return Strip(bottom, tuple(items), space=layout.spaces.section * block.size)


class _Table:
    """The table of papers; a row may be parted between pages, and the head is repeated."""

    def __init__(self, layout: SlipLayout, block: TypeBlock) -> None:
        self._block = block.sized(layout.table.type)
        self._wording = layout.wording
        self._rule = layout.table.rule_pt
        self._pad = layout.table.padding_em * block.size
        widths = [millimetres * MM for millimetres in layout.table.columns_mm]
        widths[1] = block.width - sum(widths) + widths[1]
        self._edges = [0.0]
        for width in widths:
            self._edges.append(self._edges[-1] + width)

    def strips(self, papers: tuple[tuple[str, str, str, str], ...]) -> list[Strip]:
        head = self._head()
        strips = [head]
        if not papers:
            papers = ((self._wording.no_papers, "", "", ""),)
        for order, paper in enumerate(papers, 1):
            strips += self._row((str(order) if paper[1] else "", *paper), head, glued=order == 1)
        return strips

    def _uprights(self, top: float, bottom: float, edges: list[float] | None = None) -> list[Item]:
        return [Rule(x, top, x, bottom, self._rule) for x in (self._edges if edges is None else edges)]

    def _across(self, y: float, first: int = 0) -> Rule:
        return rule(self._edges[first], self._edges[-1], y, self._rule)

    def _head(self) -> Strip:
        words, pad = self._wording.papers_head, self._pad
        block = self._block
        below = block.leading + 2 * pad
        cells = [
            block.narrowed(self._edges[column + 1] - self._edges[column] - 2 * pad).stacked(
                [("bold", text)], (self._edges[column] + self._edges[column + 1]) / 2, below + pad
            )
            for column, text in ((2, words.originals), (3, words.certified_copies), (4, words.copies))
        ]
        bottom = max(end for _, end in cells) + pad
        middle = (self._edges[2] + self._edges[5]) / 2
        items: list[Item] = [self._across(0), self._across(below, 2), self._across(bottom)]
        items += block.stacked([("bold", words.count)], middle, pad)[0]
        for cell, end in cells:
            items += [moved(item, 0, (bottom - pad - end) / 2) for item in cell]
        for column, text in ((0, words.order), (1, words.name)):
            x = (self._edges[column] + self._edges[column + 1]) / 2
            items += block.stacked([("bold", text)], x, (bottom - block.leading) / 2)[0]
        items += self._uprights(0, bottom, [*self._edges[:3], self._edges[5]])
        items += self._uprights(below, bottom, self._edges[3:5])
        return Strip(bottom, tuple(items), space=0.2 * self._block.size, glued=True)

    def _row(self, cells: tuple[str, ...], head: Strip, *, glued: bool) -> list[Strip]:
        block, pad = self._block, self._pad
        baseline = BASELINE * block.leading
        lines = block.narrowed(self._edges[2] - self._edges[1] - 2 * 0.3 * block.size).lines(
            [("regular", cells[1])]
        )
        strips = []
        gap = Strip(pad, tuple(self._uprights(0, pad)))
        for number, line in enumerate(lines):
            over = pad if number == 0 else 0.0
            tall = over + block.leading + (pad if number == len(lines) - 1 else 0.0)
            at = self._edges[1] + 0.3 * block.size
            items: list[Item] = [*line.at(at, over + baseline)]
            if number == 0:
                for column in (0, 2, 3, 4):
                    left, right = self._edges[column], self._edges[column + 1]
                    cell = block.narrowed(right - left - 2).fitted([("regular", cells[column])])
                    x = (left + right) / 2
                    items += cell.placed([("regular", cells[column])], x, over + baseline, anchor=0.5)
            items += self._uprights(0, tall)
            if number == len(lines) - 1:
                items.append(self._across(tall))
            kept = glued if number == 0 else number in {1, len(lines) - 1}
            closing = () if number == len(lines) - 1 else (self._across(0),)
            running = (head, gap) if number else (head,)
            strips.append(Strip(tall, tuple(items), glued=kept, running=running, closing=closing))
        return strips
