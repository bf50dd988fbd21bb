"""A page to try a printer with: the letters Vietnamese needs, a code, and a frame to show what is cut off."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from sync.typeset.codes import code128
from sync.typeset.pdf import write_pdf
from sync.typeset.sheet import MM, Part, Rule, Sheet
from sync.typeset.wrap import wrap

if TYPE_CHECKING:
    from sync.typeset.fonts import Style
    from sync.typeset.sheet import Item

TITLE: Final = "Trang in thử"
LETTERS: Final = "Ế Ỷ Ỗ Ặ Ự ẵ ỹ ợ ằ ễ đ Đ – Nguyễn Thị Ỷ, 0123456789"
HOW: Final = (
    "Chữ phải rõ và đủ dấu, khung quanh trang phải đủ bốn cạnh, mã vạch phải quét được. "
    "Trang này không thuộc hồ sơ nào."
)
CODE: Final = "0123456789"
_PAPERS: Final = {
    "a5": (148 * MM, 210 * MM, 10 * MM),
    "80mm": (80 * MM, 80 * MM, 6 * MM),
    "58mm": (58 * MM, 100 * MM, 6.5 * MM),
}
"""Width, height and margin; a roll prints 72 or 48 mm of its width."""


def try_page_pdf(printer: str, roll: str | None = None) -> bytes:
    """One page for a printer, which it names: A5, or as wide as the roll (``80mm``, ``58mm``)."""
    width, height, margin = _PAPERS[roll or "a5"]
    top, items = margin + 3 * MM, _frame(width, height, margin)
    lines: tuple[tuple[str, Style, float], ...] = (
        (TITLE, "bold", 16),
        (printer, "regular", 10),
        (LETTERS, "regular", 11),
        (HOW, "regular", 9),
    )
    inside = margin + 2 * MM
    for text, style, size in lines:
        for line in wrap([(style, text)], size, width - 2 * inside):
            items += line.at(inside, top + size)
            top += 1.25 * size
        top += 1.5 * MM
    bars = code128(CODE, left=inside, right=width - inside, top=top, height=10 * MM, dots=(3, 2))
    if bars is not None:
        items.append(bars)
    return write_pdf([Sheet(width, height, (Part(tuple(items)),))], title=TITLE)


def _frame(width: float, height: float, margin: float) -> list[Item]:
    left, top, right, bottom = margin, margin, width - margin, height - margin
    return [
        Rule(left, top, right, top, 1),
        Rule(right, top, right, bottom, 1),
        Rule(left, bottom, right, bottom, 1),
        Rule(left, top, left, bottom, 1),
    ]
