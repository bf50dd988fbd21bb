"""Golden slips as values: sizes of pages and where each piece of text stands. Run to write them anew."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pypdfium2

from tests.documents.slips import SLIPS, slip

FOLDER = Path(__file__).parent.parent / "data" / "golden"
GOLDEN = ("everyday", "old-style-number", "new-style-number", "another-applicant")


def values(pdf: bytes) -> list[dict[str, Any]]:
    """Each page as its size in points and its texts with left and bottom in points, in reading order."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        return [page_values(page) for page in document]
    finally:
        document.close()


def page_values(page: Any) -> dict[str, Any]:
    """One page."""
    text = page.get_textpage()
    texts = []
    for number in range(text.count_rects()):
        left, bottom, right, top = text.get_rect(number)
        said = text.get_text_bounded(left, bottom, right, top).strip()
        texts.append([said, round(left, 1), round(bottom, 1)])
    return {"size": [round(side, 2) for side in page.get_size()], "texts": texts}


def write() -> None:
    """Writes the golden files; look at the slips before keeping them."""
    for name in GOLDEN:
        lines = ",\n".join(json.dumps(page, ensure_ascii=False) for page in values(slip(SLIPS[name])))
        (FOLDER / f"slip-{name}.json").write_text(f"[\n{lines}\n]\n", encoding="utf-8")


if __name__ == "__main__":
    write()
