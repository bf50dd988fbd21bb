"""A list of words as a file: CSV, and a PDF of as many lines as one reads on paper."""

from __future__ import annotations

import csv
import io
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from sync.reports.exports import _escaped, _style, harmless
from sync.typeset.fonts import fonts
from sync.typeset.pdf import writing

MOST: Final = 2000
"""Lines of a PDF; the CSV has all."""
_A4: Final = (841.89, 595.28)
_EDGE: Final = 40.0


@dataclass(frozen=True, slots=True)
class WordList:
    """A title, what is said before and after the table, its heads with shares of the width, its rows."""

    title: str
    before: str
    heads: tuple[tuple[str, float], ...]
    rows: Sequence[Sequence[str]]
    after: str = ""


def csv_of_list(told: WordList) -> bytes:
    """Semicolons between, a byte order mark before; what a spreadsheet would reckon stands behind an
    apostrophe."""
    text = io.StringIO()
    rows = csv.writer(text, delimiter=";", lineterminator="\r\n")
    rows.writerow([head for head, _share in told.heads])
    for row in told.rows:
        rows.writerow([harmless(one) for one in row])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def paper_of_list(told: WordList, office: str, made: str) -> bytes:
    """A4, lying, heads on every page; `office` and `made` at the foot."""
    from reportlab.lib.colors import HexColor
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, Spacer

    with writing:
        file, names = io.BytesIO(), fonts().names
        plain, bold, small = (
            _style(names["regular"], 10),
            _style(names["bold"], 9),
            _style(names["regular"], 9),
        )
        room = _A4[0] - 2 * _EDGE
        whole = sum(share for _head, share in told.heads)
        cells: list[list[Any]] = [[Paragraph(_escaped(head), bold) for head, _share in told.heads]]
        cells += [[Paragraph(_escaped(one), small) for one in row] for row in told.rows[:MOST]]
        table = LongTable(cells, colWidths=[room * one / whole for _head, one in told.heads], repeatRows=1)
        table.setStyle(
            [
                ("GRID", (0, 0), (-1, -1), 0.5, HexColor("#8B97A5")),
                ("VALIGN", (0, 0), (-1, -1), "TOP"),
                ("BACKGROUND", (0, 0), (-1, 0), HexColor("#EEF2F6")),
            ]
        )
        left = len(told.rows) - MOST
        more = f" Còn {left} dòng nữa ở tệp CSV." if left > 0 else ""
        story = [
            Paragraph(_escaped(told.title), _style(names["bold"], 14)),
            Paragraph(_escaped(told.before), plain),
            Spacer(1, 8),
            table,
            Spacer(1, 6),
            Paragraph(_escaped(told.after + more), plain),
        ]

        def foot(canvas: Any, document: Any) -> None:
            canvas.setFont(names["regular"], 9)
            canvas.drawString(_EDGE, 22, f"{office} – lập lúc {made}")
            canvas.drawRightString(_A4[0] - _EDGE, 22, f"Trang {document.page}")

        template = SimpleDocTemplate(
            file,
            pagesize=_A4,
            leftMargin=_EDGE,
            rightMargin=_EDGE,
            topMargin=_EDGE,
            bottomMargin=_EDGE,
            title=told.title,
            author=office,
            invariant=1,
            initialFontName=names["regular"],
        )
        template.build(story, onFirstPage=foot, onLaterPages=foot)
        return file.getvalue()
