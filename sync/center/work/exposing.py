"""The list of what lay on a stolen machine, as people take it away for the report within 72 hours."""

from __future__ import annotations

from datetime import datetime

from sync.center.staff.accounts import Member
from sync.center.staff.record import record
from sync.center.store.opening import Center
from sync.center.units.exposed import Exposed, Held, held
from sync.center.units.tree import center_rows
from sync.model.moment import VIETNAM
from sync.model.status import Status
from sync.reports.lists import WordList

HEADS = (
    *(("Mã hồ sơ", 16.0), ("Thủ tục", 24.0), ("Người (viết tắt)", 14.0), ("Giấy tờ đã nộp", 26.0)),
    *(("Bản chụp", 6.0), ("Tiếp nhận", 9.0), ("Trạng thái", 9.0)),
)


def listed_words(found: Exposed, some: list[Held]) -> WordList:
    """The list with its heads and what it is of."""
    since = f", tiếp nhận từ {_moment(found.since)}" if found.since else ""
    heard = _moment(found.heard_at) if found.heard_at else "chưa có"
    return WordList(
        f"Hồ sơ trên máy quầy {found.desk} của {found.unit}",
        f"Mã máy {found.node.hex()}. Liên lạc cuối: {heard}{since}."
        f" {found.dossiers} hồ sơ, {found.scans} bản chụp.",
        HEADS,
        [_row(one) for one in some],
        "Dữ liệu trên máy được mã hóa; danh sách nêu những gì máy giữ đến lần liên lạc cuối với trung tâm.",
    )


def _row(one: Held) -> tuple[str, ...]:
    try:
        status = Status(one.status).label
    except ValueError:
        status = one.status
    people, papers = "; ".join(one.people), "; ".join(one.papers)
    return one.number, one.procedure, people, papers, str(one.scans), _moment(one.received_at), status


def take(center: Center, found: Exposed, act: str, by: Member | None, most: int | None = None) -> list[Held]:
    """The dossiers; that somebody looked (`act` ``exposed-read``) or took them away is recorded."""
    some = list(held(center, found, most))
    with center.store.transaction() as ledger:
        what = f"{found.unit}/{found.desk} {found.node.hex()[:8]} – {found.dossiers} hồ sơ"
        record(center, center_rows(ledger), by.id if by else 0, by.login if by else "", act, what)
    return some


def _moment(text: str) -> str:
    try:
        at = datetime.fromisoformat(text)
    except ValueError:
        return text
    at = at.astimezone(VIETNAM) if at.tzinfo else at
    return f"{at:%H:%M %d/%m/%Y}"
