"""The audit log as a file: CSV for a spreadsheet, PDF to print and sign. What leaves is noted first."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, Final

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import AUDIT
from desk_app.operations.access_log import EXPORTED, note_access
from desk_app.operations.audit_log import AuditRow, Filters, audit_lines
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from sync.model.moment import iso_minute

if TYPE_CHECKING:
    from datetime import datetime

HEADS: Final = ("Giờ Việt Nam", "Giờ UTC", "Ai", "Máy", "Hồ sơ, đối tượng", "Việc", "Trước → sau", "Nơi ghi")
MOST: Final[Mapping[str, int]] = {"csv": 100_000, "pdf": 2_000}
"""Lines in one file; more are asked for by narrower days."""
_A4: Final = (841.89, 595.28)
_EDGE: Final = 34.0
_SHARES: Final = (0.10, 0.0, 0.13, 0.12, 0.16, 0.30, 0.19, 0.0)


@needs(AUDIT)
def audit_file(desk: Desk, filters: Filters, ending: str, most: int | None = None) -> bytes:
    """The lines of the filters as ``csv`` or ``pdf``, up to `most`. Raises `DeskError` for another ending."""
    if ending not in MOST:
        raise DeskError(f"Không ghi được nhật ký thành tệp “{ending[:10]}”.", "Chọn csv hoặc pdf.")
    note_access(desk, None, EXPORTED, f"nhật ký.{ending}")
    rows = audit_lines(desk, filters, min(most or MOST[ending], MOST[ending]))
    if ending == "csv":
        return _csv(rows)
    return _paper(rows, desk.settings.unit_name, desk.clock(), _narrowed(filters))


def _cells(row: AuditRow) -> tuple[str, ...]:
    local = f"{row.at:%H:%M %d/%m/%Y}" if row.at else f"{row.day:%d/%m/%Y}"
    utc = row.utc.isoformat(timespec="minutes") if row.utc else ""
    changes = "; ".join(one.words for one in row.changes)
    return local, utc, row.who, row.machine, row.subject, row.words, changes, row.place


def _csv(rows: Iterable[AuditRow]) -> bytes:
    from sync.reports.exports import harmless

    text = io.StringIO()
    file = csv.writer(text, delimiter=";", lineterminator="\r\n")
    file.writerow(HEADS)
    for row in rows:
        file.writerow([harmless(one) for one in _cells(row)])
    return b"\xef\xbb\xbf" + text.getvalue().encode()


def _narrowed(filters: Filters) -> str:
    said = (
        (f"từ {filters.first:%d/%m/%Y}" if filters.first else ""),
        (f"đến {filters.last:%d/%m/%Y}" if filters.last else ""),
        (f"người làm: {filters.officer}" if filters.officer else ""),
        (f"hồ sơ {filters.number}" if filters.number else ""),
    )
    return ", ".join(one for one in said if one) or "Toàn bộ"


def _paper(rows: Iterable[AuditRow], office: str, now: datetime, narrowed: str) -> bytes:
    """A4, lying; heads on every page, who made it and when at the foot."""
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import LongTable, Paragraph, SimpleDocTemplate, Spacer

    from sync.typeset.fonts import fonts
    from sync.typeset.pdf import writing

    with writing:
        file, names = io.BytesIO(), fonts().names

        def style(font: str, size: float) -> Any:
            return ParagraphStyle(
                "one", fontName=font, bulletFontName=font, fontSize=size, leading=size * 1.25
            )

        small, bold, head = style(names["regular"], 8), style(names["bold"], 8), style(names["bold"], 14)
        shown = [at for at, share in enumerate(_SHARES) if share]
        table = [[Paragraph(HEADS[at], bold) for at in shown]]
        for row in rows:
            cells = _cells(row)
            table.append([Paragraph(_escaped(cells[at]), small) for at in shown])
        room = _A4[0] - 2 * _EDGE
        grid = LongTable(table, colWidths=[_SHARES[at] * room for at in shown], repeatRows=1)
        grid.setStyle(_grid(names["regular"]))
        story = [
            Paragraph("NHẬT KÝ", head),
            Paragraph(_escaped(f"{narrowed}; {len(table) - 1} dòng."), style(names["regular"], 10)),
            Spacer(1, 8),
            grid,
        ]

        def foot(canvas: Any, document: Any) -> None:
            canvas.setFont(names["regular"], 9)
            canvas.drawString(_EDGE, 20, f"{office} – lập lúc {now:%H:%M %d/%m/%Y}")
            canvas.drawRightString(_A4[0] - _EDGE, 20, f"Trang {document.page}")

        template = SimpleDocTemplate(
            file, pagesize=_A4, leftMargin=_EDGE, rightMargin=_EDGE, topMargin=_EDGE, bottomMargin=_EDGE,
            title="Nhật ký", author=office, invariant=1, initialFontName=names["regular"],
        )  # fmt: skip
        template.build(story, onFirstPage=foot, onLaterPages=foot)
        return file.getvalue()


def _grid(font: str) -> list[Any]:
    from reportlab.lib.colors import HexColor

    whole = ((0, 0), (-1, -1))
    return [
        ("FONT", *whole, font, 8),
        ("VALIGN", *whole, "TOP"),
        ("GRID", *whole, 0.5, HexColor("#8B97A5")),
        ("TOPPADDING", *whole, 1),
        ("BOTTOMPADDING", *whole, 2),
        ("LEFTPADDING", *whole, 3),
        ("RIGHTPADDING", *whole, 3),
    ]


def _escaped(text: str) -> str:
    from sync.typeset.text import printable

    clean: Callable[[str], str] = printable
    return clean(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def as_value(row: AuditRow) -> dict[str, Any]:
    """A line as plain values."""
    return {
        "day": row.day.isoformat(),
        "at": iso_minute(row.at) if row.at else None,
        "utc": row.utc.isoformat(timespec="minutes") if row.utc else None,
        "who": row.who,
        "machine": row.machine,
        "subject": row.subject,
        "act": row.act,
        "words": row.words,
        "changes": [{"what": one.what, "before": one.before, "after": one.after} for one in row.changes],
        "source": row.source,
        "place": row.place,
    }
