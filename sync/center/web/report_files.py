"""A report taken away as a file."""

from __future__ import annotations

from typing import Final

from starlette.responses import Response

from sync.center.staff.record import record
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows
from sync.center.web.visit import Visit
from sync.reports.exports import csv_of, paper_of, xlsx_of
from sync.reports.report import Report

_XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def taken_away(visit: Visit, report: Report, query: str, name: str, otherwise: type[CenterError]) -> Response:
    """The report as CSV, XLSX or PDF, as the address says (“dang”); that it was taken away is recorded.

    `query` is what was asked for, `name` the file's without its ending. Raises `otherwise` for another form.
    """
    kind, center = visit.query.get("dang", "csv"), visit.center
    if kind == "xlsx":
        body, media = xlsx_of(report, visit.now), _XLSX
    elif kind == "pdf":
        body, media = paper_of(report, center.title, f"{visit.now:%H:%M %d/%m/%Y}"), "application/pdf"
    elif kind == "csv":
        body, media = csv_of(report), "text/csv; charset=utf-8"
    else:
        raise otherwise
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        record(center, rows, visit.member.id, visit.member.login, "report-exported", f"{query} {kind}")
    headers = {"Content-Disposition": f'attachment; filename="{name}.{kind}"'}
    return Response(body, media_type=media, headers=headers)
