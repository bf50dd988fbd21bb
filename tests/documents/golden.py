"""Golden papers as values: sizes of pages and where each piece of text stands. Run to write them anew."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pypdfium2

from desk_app.documents.forms import FORMS, form_pdf, form_sets_of
from desk_app.documents.samples import OFFICE
from tests.documents.slips import SLIPS, slip

FOLDER = Path(__file__).parent.parent / "data" / "golden"
GOLDEN = ("everyday", "old-style-number", "new-style-number", "another-applicant")

Pages = list[dict[str, Any]]


def values(pdf: bytes) -> Pages:
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


def sample_papers(name: str) -> dict[str, Pages]:
    """A form's sample in every set and on every paper, under "set paper"."""
    form = FORMS[name]
    return {
        f"{form_set} {paper}": values(form_pdf(name, form.sample(), OFFICE, form_set=form_set, paper=paper))
        for form_set in form_sets_of(name)
        for paper in form.papers
    }


def _write(name: str, papers: Mapping[str, Pages]) -> None:
    parts = []
    for key, pages in papers.items():
        lines = ",\n".join(json.dumps(page, ensure_ascii=False) for page in pages)
        parts.append(f'"{key}": [\n{lines}\n]')
    (FOLDER / f"{name}.json").write_text("{\n" + ",\n".join(parts) + "\n}\n", encoding="utf-8")


def kept(name: str) -> dict[str, Pages]:
    """What a golden file holds."""
    found: dict[str, Pages] = json.loads((FOLDER / f"{name}.json").read_text(encoding="utf-8"))
    return found


def write() -> None:
    """Writes the golden files; look at the papers before keeping them."""
    for name in GOLDEN:
        _write(f"slip-{name}", {"a5": values(slip(SLIPS[name]))})
    for name in FORMS:
        _write(f"form-{name}", sample_papers(name))


if __name__ == "__main__":
    write()
