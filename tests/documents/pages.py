"""Looking at printed pages: their text, their codes, and whether anything lies over anything else."""

from __future__ import annotations

from itertools import combinations
from typing import Any

import pypdfium2
import zxingcpp

from sync.typeset.sheet import MM, Bars, Rule, Sheet, Text


def pages(pdf: bytes) -> list[str]:
    """The text of each page as a viewer copies it."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page.get_textpage().get_text_range().replace("\r\n", "\n") for page in document]
    finally:
        document.close()


def said(pdf: bytes) -> str:
    """All text with every run of blanks as one space."""
    return " ".join(" ".join(pages(pdf)).split())


def read_codes(pdf: bytes, dpi: int, **rendering: Any) -> dict[str, set[str]]:
    """What a decoder reads from the pages rendered at `dpi`, by kind of code."""
    document = pypdfium2.PdfDocument(pdf)
    found: dict[str, set[str]] = {}
    try:
        for page in document:
            picture = page.render(scale=dpi / 72, grayscale=True, **rendering).to_pil()
            for code in zxingcpp.read_barcodes(picture):
                found.setdefault(code.format.name, set()).add(code.text)
    finally:
        document.close()
    return found


def within(sheet: Sheet, edge_mm: float = 4) -> None:
    """Every text lies on the sheet, `edge_mm` from its sides (half that from the ends of a roll)."""
    edge = edge_mm * MM - 0.5
    for item in sheet.items:
        if isinstance(item, Text):
            left, top, right, bottom = item.box
            assert left >= edge, item.text
            assert right <= sheet.width - edge, item.text
            assert top >= edge / 2, item.text
            assert bottom <= sheet.height - edge / 2, item.text


def meet(one: tuple[float, ...], other: tuple[float, ...], slack: float = 0.05) -> bool:
    """Whether two boxes overlap."""
    return (
        one[0] < other[2] - slack
        and other[0] < one[2] - slack
        and one[1] < other[3] - slack
        and other[1] < one[3] - slack
    )


def over_each_other(sheet: Sheet) -> list[tuple[Any, Any]]:
    """Pairs of texts, codes and solid rules that lie over each other."""
    texts = [item for item in sheet.items if isinstance(item, Text) and item.text.strip()]
    codes = [item for item in sheet.items if isinstance(item, Bars)]
    rules = [item for item in sheet.items if isinstance(item, Rule)]
    found: list[tuple[Any, Any]] = [(a, b) for a, b in combinations(texts, 2) if meet(a.box, b.box)]
    found += [(a.text, b.box) for a in texts for b in codes if meet(a.box, b.box)]
    found += [(a.box, b.box) for a, b in combinations(codes, 2) if meet(a.box, b.box)]
    found += [
        (text.text, rule)
        for text in texts
        for rule in rules
        if not rule.dash and meet(text.box, (rule.x1 - 0.1, rule.y1 - 0.1, rule.x2 + 0.1, rule.y2 + 0.1))
    ]
    return found


def whole(sheets: list[Sheet], edge_mm: float = 4) -> None:
    """Nothing is cut and nothing is printed over anything else."""
    for sheet in sheets:
        within(sheet, edge_mm)
        assert over_each_other(sheet) == []
