"""A report as a file: CSV, XLSX, and a PDF with the picture. The same numbers as on the page, never more.

A name that a spreadsheet would take for a formula is written behind an apostrophe (CSV) or as text (XLSX).
"""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING, Any, Final

from sync.reports.pictures import WIDTH, drawing_of
from sync.reports.report import Cell, Line, Report, cell_words, floored
from sync.typeset.fonts import fonts
from sync.typeset.pdf import writing

if TYPE_CHECKING:
    from datetime import datetime

_DANGEROUS: Final = ("=", "+", "-", "@", "\t", "\r")
_A4: Final = (841.89, 595.28)
_EDGE: Final = 40.0


def csv_of(report: Report) -> bytes:
    """Semicolons between, a byte order mark before: a Vietnamese Excel opens it as a table.

    Shares are numbers with a comma, without the sign.
    """
    text = io.StringIO()
    rows = csv.writer(text, delimiter=";", lineterminator="\r\n")
    rows.writerow(report.heads)
    for line in _lines(report):
        rows.writerow([harmless(line.name), *map(_plain, line.cells)])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def xlsx_of(report: Report, made: datetime) -> bytes:
    """A workbook of one sheet: title, time, heads, lines, sum. `made` is said in its properties."""
    import openpyxl
    from openpyxl.styles import Font

    book = openpyxl.Workbook()
    book.properties.created = book.properties.modified = made.replace(tzinfo=None)
    book.properties.title = report.title
    sheet: Any = book.active
    sheet.title = "Báo cáo"
    bold = Font(bold=True)
    for text in (report.title, report.period, ""):
        sheet.append([text])
    sheet.append(list(report.heads))
    for line in _lines(report):
        sheet.append([line.name, *(floored(one) if isinstance(one, float) else one for one in line.cells)])
        first = sheet.cell(sheet.max_row, 1)
        first.data_type = "s"  # a name beginning with "=" is no formula
    for row in (1, 4, *((sheet.max_row,) if report.total else ())):
        for cell in sheet[row]:
            cell.font = bold
    sheet.column_dimensions["A"].width = 44
    for at in range(len(report.heads) - 1):
        sheet.column_dimensions[chr(ord("B") + at)].width = 16
    sheet.freeze_panes = "B5"
    file = io.BytesIO()
    book.save(file)
    return file.getvalue()


def paper_of(report: Report, office: str, made: str) -> bytes:
    """A4, lying: title, picture, table with its heads on every page; `office` and `made` at the foot."""
    from reportlab.platypus import Paragraph, SimpleDocTemplate, Spacer

    with writing:
        file, names = io.BytesIO(), fonts().names
        room = _A4[0] - 2 * _EDGE
        drawing: Any = drawing_of(report)
        tallest = _A4[1] - 2 * _EDGE - 90
        scale = min(room / WIDTH, tallest / drawing.height, 1.0)
        drawing.scale(scale, scale)
        drawing.width, drawing.height = drawing.width * scale, drawing.height * scale
        head, plain = _style(names["bold"], 14), _style(names["regular"], 10)
        story: list[Any] = [
            Paragraph(_escaped(report.title), head),
            Paragraph(_escaped(report.period[:1].upper() + report.period[1:]), plain),
            Spacer(1, 8),
            drawing,
            Spacer(1, 10),
            _table(report, room),
            Spacer(1, 6),
            Paragraph(_escaped(report.note), plain),
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
            title=report.title,
            author=office,
            invariant=1,
            initialFontName=names["regular"],
        )
        template.build(story, onFirstPage=foot, onLaterPages=foot)
        return file.getvalue()


def _table(report: Report, room: float) -> Any:
    from reportlab.lib.colors import HexColor
    from reportlab.platypus import LongTable, Paragraph

    names = fonts().names
    plain, bold = _style(names["regular"], 9.5), _style(names["bold"], 9.5)
    numbers = _style(names["bold"], 9.5, right=True)
    rows: list[list[Any]] = [
        [Paragraph(_escaped(one), numbers if at else bold) for at, one in enumerate(report.heads)]
    ]
    for line in _lines(report):
        words = Paragraph(_escaped(line.name), bold if line is report.total else plain)
        rows.append([words, *map(cell_words, line.cells)])
    first = room * 0.34
    other = (room - first) / max(len(report.heads) - 1, 1)
    table = LongTable(rows, colWidths=[first, *[other] * (len(report.heads) - 1)], repeatRows=1)
    commands: list[Any] = [
        ("FONT", (0, 0), (-1, -1), names["regular"], 9.5),
        ("ALIGN", (1, 0), (-1, -1), "RIGHT"),
        ("VALIGN", (0, 0), (-1, -1), "MIDDLE"),
        ("GRID", (0, 0), (-1, -1), 0.5, HexColor("#8B97A5")),
        ("TOPPADDING", (0, 0), (-1, -1), 2),
        ("BOTTOMPADDING", (0, 0), (-1, -1), 3),
    ]
    if report.total:
        commands.append(("FONT", (0, -1), (-1, -1), names["bold"], 9.5))
    table.setStyle(commands)
    return table


def _style(font: str, size: float, *, right: bool = False) -> Any:
    from reportlab.lib.enums import TA_LEFT, TA_RIGHT
    from reportlab.lib.styles import ParagraphStyle

    return ParagraphStyle(
        "one",
        fontName=font,
        bulletFontName=font,
        fontSize=size,
        leading=size * 1.25,
        alignment=TA_RIGHT if right else TA_LEFT,
    )


def _lines(report: Report) -> list[Line]:
    return [*report.lines, *([report.total] if report.total else [])]


def _plain(cell: Cell) -> str:
    if cell is None:
        return ""
    return f"{floored(cell):.1f}".replace(".", ",") if isinstance(cell, float) else str(cell)


def harmless(text: str) -> str:
    """The text as no spreadsheet takes for a formula (OWASP, CSV injection)."""
    return f"'{text}" if text.startswith(_DANGEROUS) else text


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
