"""The record of what staff did: looked through by account, kind of act and day, and taken away as a file."""

from __future__ import annotations

from datetime import date
from urllib.parse import urlencode

from starlette.responses import Response

from sync.center.staff.record import ACTS, GROUPS, PAGE, Sought, lines, record
from sync.center.units.tree import center_rows
from sync.center.web.door import Page
from sync.center.web.visit import Visit
from sync.reports.lists import WordList, csv_of_list

LOG = "/nhat-ky"
MOST = 100_000
"""Lines of a file."""


def _sought(visit: Visit) -> tuple[Sought, str]:
    """What the address asks for, and the same as an address says it."""
    query = visit.query
    group = query.get("nhom", "")
    days = [_day(query.get(name, "")) for name in ("tu", "den")]
    login = query.get("ai", "").strip().lower()[:60]
    sought = Sought(login, group if group in GROUPS else "", *days)
    told = {"ai": login, "nhom": sought.group, "tu": sought.since, "den": sought.until}
    return sought, urlencode({name: value for name, value in told.items() if value})


def _day(text: str) -> str:
    try:
        return date.fromisoformat(text[:10]).isoformat() if text else ""
    except ValueError:
        return ""


def log_page(visit: Visit) -> Response:
    """What staff did, the newest first."""
    before = visit.query.get("truoc", "")
    number = int(before) if before.isascii() and before.isdigit() and len(before) < 16 else None
    sought, asked = _sought(visit)
    found = lines(visit.center, before=number, sought=sought)
    groups = [(name, words) for name, (words, _acts) in GROUPS.items()]
    return visit.show(
        "log.html", lines=found, sought=sought, asked=asked, acts=ACTS, groups=groups, full=len(found) == PAGE
    )


def file_page(visit: Visit) -> Response:
    """The lines asked for as CSV; that they were taken away is a line itself."""
    sought, asked = _sought(visit)
    found = lines(visit.center, sought=sought, most=MOST)
    with visit.center.store.transaction() as ledger:
        what = f"{asked or 'tất cả'} – {len(found)} dòng"
        record(visit.center, center_rows(ledger), visit.member.id, visit.member.login, "log-exported", what)
    rows = [(str(one.id), one.at, one.login or "(tại máy chủ)", one.words, one.what) for one in found]
    heads = (("Số", 1.0), ("Lúc", 2.0), ("Tài khoản", 2.0), ("Việc", 3.0), ("Đối với", 4.0))
    headers = {"Content-Disposition": 'attachment; filename="nhat-ky.csv"'}
    body = csv_of_list(WordList("Nhật ký", "", heads, rows))
    return Response(body, media_type="text/csv; charset=utf-8", headers=headers)


PAGES = (
    Page("log", LOG, log_page),
    Page("log-file", LOG + "/tep", file_page),
)
