"""The blocks of a form's body as strips of a column."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from desk_app.documents.form_layout import (
    Beside,
    Code,
    Divider,
    Dots,
    Line,
    Listing,
    Passage,
    Signatures,
    Table,
)
from desk_app.documents.values import numbered_rows
from sync.typeset.codes import DOT, QUIET_QR, code128, qr, qr_side
from sync.typeset.column import BASELINE, Strip, height, rule
from sync.typeset.sheet import MM, Rule, moved
from sync.typeset.table import Grid, GridColumn, GridStyle

if TYPE_CHECKING:
    from collections.abc import Iterable

    from desk_app.documents.form_layout import Block, Column, Measures, Signer
    from desk_app.documents.values import Values
    from sync.typeset.sheet import Item
    from sync.typeset.type_block import TypeBlock
    from sync.typeset.wrap import Run

_FRAME = 0.8
_DOTTED = 0.7
_ANCHORS = {"left": 0.0, "centre": 0.5, "right": 1.0}
_NAME_LINES = 6
"""Lines of a name under a signature; it stands whole further up."""
_QR_EDGE_MM = 2.5
"""How far the white zone of a code may reach into each margin of a roll."""


@dataclass(frozen=True, slots=True)
class Setting:
    """A body being set: its values, the paper's measures and the type of the column.

    `tables` remembers what tables became, by block and size: nothing in them depends on the count of pages.
    """

    values: Values
    measures: Measures
    block: TypeBlock
    tables: dict[tuple[int, float], list[Strip]]

    def narrowed(self, width: float) -> Setting:
        """The same in a column of another width."""
        return replace(self, block=self.block.narrowed(width))

    def space(self, given: float) -> float:
        """Em above a block; below 0 means the paper's usual space between paragraphs."""
        return given if given >= 0 else self.measures.spaces.paragraph


def strips_of(blocks: Iterable[Block], setting: Setting) -> list[Strip]:
    """All blocks that are printed on this paper and have something to say, under each other."""
    medium = "roll" if setting.measures.roll else "page"
    strips: list[Strip] = []
    for one in blocks:
        if one.on in {"", medium} and (not one.when or setting.values.texts[one.when].strip()):
            strips += _strips(one, setting)
    return strips


def _strips(one: Block, setting: Setting) -> list[Strip]:
    if isinstance(one, Line):
        strips = _line(one, setting)
        return [replace(strip, glued=True) for strip in strips] if one.glued else strips
    if isinstance(one, Passage):
        return _passage(one, setting)
    if isinstance(one, Listing):
        return _listing(one, setting)
    if isinstance(one, Table):
        key = (id(one), setting.block.size)
        if key not in setting.tables:
            setting.tables[key] = _table(one, setting)
        return setting.tables[key]
    if isinstance(one, Beside):
        return _beside(one, setting)
    if isinstance(one, Signatures):
        return _signatures(one, setting)
    return _code(one, setting) if isinstance(one, Code) else _ruled(one, setting)


# --------------------------------------------------------------------------------------------- lines and text


def _line(line: Line, setting: Setting) -> list[Strip]:
    said = setting.values.said
    label, strong, value = said(line.label), said(line.strong), said(line.value)
    space, block = setting.space(line.space), setting.block
    if not strong and not value:
        if line.fill:
            return _filled(line, label, setting)
        if not line.keep:
            return []
    if line.framed:
        return [_framed(label, strong or value, setting, space)]
    runs: list[Run] = [(line.label_style, label)] if label else []
    for style, text in (("bold", strong), ("regular", value)):
        if text:
            runs.append((style, f" {text}" if runs else text))  # type: ignore[arg-type]
    return block.paragraph(runs, space=space)


def _filled(line: Line, label: str, setting: Setting) -> list[Strip]:
    """The label and dots from its end to the margin."""
    block = setting.block
    strips = block.paragraph([(line.label_style, label)], space=setting.space(line.space))
    last = strips[-1]
    end = max(
        (item.box[2] for item in last.items if not isinstance(item, Rule) and hasattr(item, "box")),
        default=0.0,
    )
    y = (BASELINE + 0.05) * block.leading
    dots = Rule(end + 0.4 * block.size, y, block.width, y, _DOTTED, _DOTTED)
    return [*strips[:-1], replace(last, items=(*last.items, dots))]


def _framed(label: str, strong: str, setting: Setting, space: float) -> Strip:
    """What the citizen looks for: larger and in a box."""
    block = setting.block
    pad = 0.4 * block.size
    inner = block.narrowed(block.width - 2 * pad)
    items, y = inner.stacked([("bold", label)], pad, 0.6 * pad, anchor=0)
    value = inner.sized(setting.measures.sizes.due)
    if not setting.measures.roll:
        value = value.fitted([("bold", strong)])
    said, bottom = value.stacked([("bold", strong)], block.width / 2, y)
    items += said
    bottom += 0.8 * pad
    for y in (0.0, bottom):
        items.append(rule(0, block.width, y, _FRAME))
    for x in (0.0, block.width):
        items.append(Rule(x, 0, x, bottom, _FRAME))
    return Strip(bottom, tuple(items), space=space * block.size)


def _passage(passage: Passage, setting: Setting) -> list[Strip]:
    said = setting.values.sentences(passage.sentences)
    if not said:
        return []
    label = setting.values.said(passage.label)
    runs: list[Run] = [("bold", label)] if label else []
    runs.append((passage.style, f" {said}" if label else said))
    block = setting.block.sized(passage.type)
    if passage.one_line:
        block = block.fitted(runs)
    space = setting.space(passage.space) * setting.block.size
    anchor = _ANCHORS[passage.align]
    if not anchor:
        strips = block.paragraph(runs, space=space / block.size)
    else:
        strips = []
        for number, line in enumerate(block.balanced(runs)):
            items = tuple(line.at((block.width - line.width) * anchor, BASELINE * block.leading))
            strips.append(Strip(block.leading, items, 0 if number else space, glued=bool(number)))
    return [replace(strip, glued=True) for strip in strips] if passage.glued else strips


def _listing(listing: Listing, setting: Setting) -> list[Strip]:
    values, block = setting.values, setting.block
    strips: list[Strip] = []
    for row in values.tables[listing.rows]:
        mark: list[Run] = [("regular", values.cell(listing.mark, row))]
        text: list[Run] = [("regular", values.cell(listing.item, row))]
        strips += block.hanging(mark, text, space=setting.measures.spaces.paragraph)
    if not strips and listing.none:
        strips = block.paragraph([("regular", values.said(listing.none))], space=setting.space(-1))
    if strips:
        strips[0] = replace(strips[0], glued=True)
    return strips


def _ruled(one: Dots | Divider, setting: Setting) -> list[Strip]:
    block = setting.block
    if isinstance(one, Divider):
        across = Rule(0, 0, block.width, 0, 0.6, 3 if one.dashed else 0)
        return [Strip(0.6, (across,), space=setting.space(one.space) * block.size)]
    y = (BASELINE + 0.05) * block.leading
    dots = Rule(0, y, block.width, y, _DOTTED, _DOTTED)
    return [
        Strip(block.leading, (dots,), space=0.35 * block.size, glued=number == 0)
        for number in range(one.lines)
    ]


# ----------------------------------------------------------------------------------------------------- tables


def _table(table: Table, setting: Setting) -> list[Strip]:
    style = setting.measures.table
    block = setting.block.sized(table.type or style.type)
    columns = _columns(table.columns.values(), setting.block.width, style.widen)
    shape = GridStyle(style.rule_pt, style.padding_em * setting.block.size, table.row_mm * MM)
    given = numbered_rows(table.lines) if table.lines else setting.values.tables.get(table.rows, ())
    rows = [
        tuple(setting.values.cell(column.cell, row) for column in table.columns.values()) for row in given
    ]
    space = setting.space(table.space) * block.size
    return Grid(columns, block, shape).strips(rows, space=space, none=table.none, numbered=table.numbered)


def _columns(columns: Iterable[Column], width: float, widen: float) -> list[GridColumn]:
    given = list(columns)
    unit = MM * widen
    fixed = sum(column.mm * unit for column in given if not column.share)
    shares = sum(column.share for column in given) or 1.0
    return [
        GridColumn(
            column.head,
            (width - fixed) * column.share / shares if column.share else column.mm * unit,
            column.group,
            _ANCHORS[column.align],
            column.wrap,
            column.style,
            column.type,
            column.signers,
        )
        for column in given
    ]


# ------------------------------------------------------------------------------------------------ signatures


def _signatures(block: Signatures, setting: Setting) -> list[Strip]:
    """The signatures as one strip that is never alone on a page; on a roll one below the other."""
    if setting.measures.roll:
        return [
            _signing([signer], setting) for signer in block.columns if setting.values.sentences(signer.title)
        ]
    return [_signing(block.columns, setting)]


def _signing(signers: Iterable[Signer], setting: Setting) -> Strip:
    given, block, spaces = list(signers), setting.block, setting.measures.spaces
    part = block.width / len(given)
    column = block.narrowed(part - 12 if len(given) > 1 else part)
    items: list[Item] = []
    names: list[tuple[list[Item], float]] = []
    under = listed = 0.0
    for number, signer in enumerate(given):
        middle = (number + 0.5) * part
        if signer.lines:
            recipients, bottom = _recipients(signer, setting, column, number * part)
            items += recipients
            listed = max(listed, bottom)
            continue
        y = 0.0
        for line in filter(None, map(setting.values.said, signer.title)):
            heading, y = column.stacked([("bold", line)], middle, y)
            items += heading
        hint = setting.values.said(signer.hint)
        if hint:
            instruction, y = column.sized(setting.measures.sizes.small).stacked([("italic", hint)], middle, y)
            items += instruction
        name = setting.values.said(signer.name)
        names.append(column.stacked([("bold", name)], middle, 0, most=_NAME_LINES) if name else ([], 0.0))
        under = max(under, y)
    tall = under + spaces.signing_mm * MM + max((bottom for _, bottom in names), default=0.0)
    for signed, bottom in names:
        items += [moved(item, 0, tall - bottom) for item in signed]
    return Strip(max(tall, listed), tuple(items), space=spaces.over_signatures_mm * MM, glued=True)


def _recipients(signer: Signer, setting: Setting, column: TypeBlock, x: float) -> tuple[list[Item], float]:
    """ "Nơi nhận": a heading and a small list, flush left."""
    small = column.sized(setting.measures.sizes.small)
    items: list[Item] = []
    y = 0.0
    for title in filter(None, map(setting.values.said, signer.title)):
        said, y = small.stacked([("bold_italic", title)], x, y, anchor=0)
        items += said
    for line in filter(None, map(setting.values.said, signer.lines)):
        said, y = small.stacked([("regular", line)], x, y, anchor=0)
        items += said
    return items, y


# ----------------------------------------------------------------------------------------------------- codes


def _code(code: Code, setting: Setting) -> list[Strip]:
    values, codes, block = setting.values, setting.measures.codes, setting.block
    space = setting.space(code.space) * block.size
    if code.code == "qr":
        symbol = _symbol(values.qr, setting)
        if symbol is None:
            return []
        side, dots = symbol
        drawn = qr(values.qr, left=(block.width - side) / 2, top=0, dots=dots, level=codes.qr_level)
        return [Strip(side, (drawn,), space=space)]
    if code.code == "pay":
        return _pay(setting, space)
    text = values.number if code.code == "number" else values.lookup
    reach, tall = _QR_EDGE_MM * MM, codes.bar_height_mm[0] * MM
    try:
        bars = code128(text, left=-reach, right=block.width + reach, top=0, height=tall, dots=codes.bar_dots)
    except ValueError:
        bars = None
    if bars is None:
        return []
    if code.code == "number":
        return [Strip(tall, (bars,), space=space)]
    digits, bottom = block.stacked([("bold", values.texts["lookup"])], block.width / 2, tall + 1)
    return [Strip(bottom, (bars, *digits), space=space)]


def _symbol(digits: str, setting: Setting) -> tuple[float, int] | None:
    """Side and module width of the largest QR that fits the column and a little of its margins."""
    codes = setting.measures.codes
    if digits:
        for dots in codes.qr_dots:
            side = qr_side(digits, dots=dots, level=codes.qr_level)
            if side <= setting.block.width + 2 * _QR_EDGE_MM * MM:
                return side, dots
    return None


def _pay(setting: Setting, space: float) -> list[Strip]:
    """The code of a bank transfer under its words; not on papers too small for it (`pay_dots` 0)."""
    values, dots, block = setting.values, setting.measures.codes.pay_dots, setting.block
    if not values.pay or not dots:
        return []
    words, top = block.stacked([("regular", values.texts["pay_words"])], block.width / 2, 0)
    side = qr_side(values.pay, dots=dots, level="L")
    drawn = qr(values.pay, left=(block.width - side) / 2, top=top, dots=dots, level="L")
    return [Strip(top + side, (*words, drawn), space=space)]


def _beside(group: Beside, setting: Setting) -> list[Strip]:
    """Numbered lines and the framed day to come back, with the QR on their right.

    The QR's dark part ends at the column's right edge, its quiet zone in the margin; lines that no
    longer fit beside it run over the whole width below.
    """
    lines = list(group.lines.values())
    if not setting.values.qr or setting.measures.roll:
        return [strip for line in lines for strip in _line(line, setting)]
    codes, block, digits = setting.measures.codes, setting.block, setting.values.qr
    dots = codes.qr_dots[0]
    side = qr_side(digits, dots=dots, level=codes.qr_level)
    left = block.width - side + QUIET_QR * dots * DOT
    narrow = setting.narrowed(left)
    items: list[Item] = [qr(digits, left=left, top=0, dots=dots, level=codes.qr_level)]
    framed = next((at for at, line in enumerate(lines) if line.framed), -1)
    across = [_line(line, setting) for line in lines]
    first = _first_beside(across[: max(framed, 0)], side)
    above = [strip for strips in across[:first] for strip in strips]
    below: list[Strip] = []
    y = 0.0
    for at, line in enumerate(lines[first:], first):
        beside = [] if below else _line(line, narrow)
        if below or (at > framed and y + height(beside) > side + height(across[at])):
            below += across[at]
            continue
        for strip in beside:
            y += strip.space
            items += [moved(item, 0, y) for item in strip.items]
            y += strip.height
    return [*above, Strip(max(y, side), tuple(items)), *below]


def _first_beside(across: list[list[Strip]], side: float) -> int:
    """How many lines stand above the QR over the whole width: up to the last too long for its side."""
    long = [at for at, strips in enumerate(across) if height(strips) > side / 3]
    return long[-1] + 1 if long else 0
