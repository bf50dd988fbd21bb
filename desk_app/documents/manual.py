"""The manual: chapters in `resources/manual`, one per page, read by the window and set as a PDF.

Other languages have a folder of their own there, with the same chapters (``en/02-f2.md``).

A chapter is ``NN-key-name.md``: a title (``# …``), headings (``## …``), paragraphs, points (``- …``), steps
(``1. …``), advice (``> …``) and rows of keys (``F9 | what it does``). There is no other mark-up, and no HTML.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from sync.typeset.column import Strip, paginated
from sync.typeset.fonts import fonts
from sync.typeset.pdf import write_pdf
from sync.typeset.sheet import MM, Item, Part, Rule, Sheet
from sync.typeset.text import printable
from sync.typeset.type_block import TypeBlock

if TYPE_CHECKING:
    from sync.typeset.fonts import Style

Kind = Literal["heading", "text", "point", "step", "advice", "key"]

_WIDTH, _HEIGHT, _SIDE, _TOP, _FOOT = 210 * MM, 297 * MM, 25 * MM, 20 * MM, 24 * MM
_COLUMN: Final = _WIDTH - 2 * _SIDE
_ROOM: Final = _HEIGHT - _TOP - _FOOT
_SIZE, _LEADING = 12.0, 1.4
_KEYS: Final = 34 * MM
_STEP: Final = re.compile(r"(\d+\.) (.+)")


@dataclass(frozen=True, slots=True)
class Front:
    """The words of the title page."""

    title: str
    subtitle: str
    contents: str


VIETNAMESE: Final = "vi"
FRONTS: Final = {
    VIETNAMESE: Front(
        "Hướng dẫn sử dụng Một cửa", "Dành cho cán bộ tiếp nhận hồ sơ ở Bộ phận Một cửa", "Mục lục"
    ),
    "en": Front("Manual of Một cửa", "For the officers of a one-stop counter", "Contents"),
}
"""The languages the manual is written in."""


@dataclass(frozen=True, slots=True)
class Block:
    """A piece of a chapter; `mark` is a step's number or a row's keys."""

    kind: Kind
    text: str
    mark: str = ""


@dataclass(frozen=True, slots=True)
class Chapter:
    """`key`: the page it belongs to (``F2``), or a word of its own (``bat-dau``)."""

    key: str
    title: str
    blocks: tuple[Block, ...]


def chapter(name: str, text: str) -> Chapter:
    """A chapter from its text; `name` is ``f2`` or a word. Raises `ValueError` for one without a title."""
    title, blocks, open_text = "", list[Block](), False
    for line in map(str.strip, text.splitlines()):
        if not line:
            open_text = False
        elif line.startswith("# "):
            title = line[2:]
        elif open_text and not re.match(r"#|- |> |\d+\. |.+ \| ", line):
            blocks[-1] = Block(blocks[-1].kind, f"{blocks[-1].text} {line}", blocks[-1].mark)
        else:
            blocks.append(_block(line))
            open_text = blocks[-1].kind not in ("heading", "key")
    if not title:
        raise ValueError(f"a chapter without a title: {name}")
    key = name.upper() if re.fullmatch(r"f\d+", name) else name
    return Chapter(key, title, tuple(blocks))


def _block(line: str) -> Block:
    if line.startswith("## "):
        return Block("heading", line[3:])
    if line.startswith("- "):
        return Block("point", line[2:], "–")
    if line.startswith("> "):
        return Block("advice", line[2:])
    step = _STEP.fullmatch(line)
    if step:
        return Block("step", step[2], step[1])
    keys, bar, words = line.partition(" | ")
    return Block("key", words, keys) if bar else Block("text", line)


# ------------------------------------------------------------------------------------------------- as a PDF


def manual_pdf(chapters: tuple[Chapter, ...], front: Front) -> bytes:
    """The manual on A4: a title page with the contents, each chapter from a new page, pages numbered."""
    block = TypeBlock(fonts(), _SIZE, _LEADING, _COLUMN)
    pages: list[list[Item]] = []
    first: list[tuple[str, int]] = []
    for one in chapters:
        first.append((one.title, len(pages) + 2))
        strips = [*block.sized(1.6).paragraph([("bold", one.title)]), *_strips(block, one.blocks)]
        pages += paginated(strips, _ROOM, _ROOM, left=_SIDE, tops=(_TOP, _TOP))
    sheets = [_sheet(_front(block, front, first), block, "", 0)]
    sheets += [_sheet(items, block, front.title, number) for number, items in enumerate(pages, 2)]
    return write_pdf(sheets, title=front.title, subject=front.subtitle)


def chapter_pdf(one: Chapter, subject: str) -> bytes:
    """One chapter alone on A4, without a title page; `subject` is what it is of."""
    block = TypeBlock(fonts(), _SIZE, _LEADING, _COLUMN)
    strips = [*block.sized(1.4).paragraph([("bold", on_paper(one.title))]), *_strips(block, one.blocks)]
    pages = paginated(strips, _ROOM, _ROOM, left=_SIDE, tops=(_TOP, _TOP))
    sheets = [_sheet(items, block, on_paper(subject), number) for number, items in enumerate(pages, 1)]
    return write_pdf(sheets, title=one.title, subject=subject)


def on_paper(text: str) -> str:
    """The words as they are printed: the serif has no tick."""
    return printable(text.replace("dấu ✓", "dấu tích").replace("✓", "(dấu tích)"))


def _strips(block: TypeBlock, blocks: tuple[Block, ...]) -> list[Strip]:
    strips: list[Strip] = []
    after_heading = True
    for one in blocks:
        text = on_paper(one.text)
        if one.kind == "heading":
            made = block.sized(1.15).paragraph([("bold", text)], space=1.2)
        elif one.kind == "key":
            made = _key_row(block, on_paper(one.mark), text)
        elif one.kind in ("point", "step"):
            made = block.hanging([("regular", one.mark)], [("regular", text)], space=0.25)
        elif one.kind == "advice":
            made = block.paragraph([("italic", text)], space=0.45)
        else:
            made = block.paragraph([("regular", text)], space=0.45)
        if after_heading and made:
            head = made[0]
            made[0] = Strip(head.height, head.items, head.space, True, head.running, head.closing)
        strips += made
        after_heading = one.kind == "heading"
    return strips


def _key_row(block: TypeBlock, keys: str, text: str) -> list[Strip]:
    """The keys in bold on the left, what they do on the right, on as many lines as either needs."""
    left = block.narrowed(_KEYS - 3 * MM).lines([("bold", keys)])
    right = block.narrowed(_COLUMN - _KEYS).lines([("regular", text)])
    baseline, items = 0.78 * block.leading, list[Item]()
    for column, x in ((left, 0.0), (right, _KEYS)):
        for at, line in enumerate(column):
            items += line.at(x, at * block.leading + baseline)
    return [Strip(max(len(left), len(right)) * block.leading, tuple(items), 0.25 * _SIZE)]


def _front(block: TypeBlock, front: Front, chapters: list[tuple[str, int]]) -> list[Item]:
    top, items = _TOP + 30 * MM, list[Item]()
    lines: tuple[tuple[str, Style, float], ...] = (
        (front.title, "bold", 2.2),
        (front.subtitle, "regular", 1.1),
    )
    for text, style, scale in lines:
        items += block.sized(scale).placed([(style, text)], _SIDE, top)
        top += 1.6 * scale * _SIZE
    top += 20 * MM
    items += block.sized(1.15).placed([("bold", front.contents)], _SIDE, top)
    for title, page in chapters:
        top += 1.9 * _SIZE
        items += block.placed([("regular", printable(title))], _SIDE, top)
        items += block.placed([("regular", str(page))], _WIDTH - _SIDE, top, anchor=1)
        items.append(Rule(_SIDE, top + 0.45 * _SIZE, _WIDTH - _SIDE, top + 0.45 * _SIZE, 0.3))
    return items


def _sheet(items: list[Item], block: TypeBlock, title: str, number: int) -> Sheet:
    foot: list[Item] = []
    if number:
        small = block.sized(0.8)
        foot += small.placed([("regular", title)], _SIDE, _HEIGHT - 14 * MM)
        foot += small.placed([("regular", str(number))], _WIDTH - _SIDE, _HEIGHT - 14 * MM, anchor=1)
    return Sheet(_WIDTH, _HEIGHT, (Part((*items, *foot)),))
