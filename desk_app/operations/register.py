"""The register (Mẫu 06 of TT 01/2018, 07 of TT 03/2025): a year's bound book, or the extract of a month."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import TYPE_CHECKING, Final

from desk_app.documents import contents
from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import EXPORT
from desk_app.operations.access_log import EXPORTED, note_access
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.find import show
from desk_app.operations.units import own_units
from desk_app.store import search
from sync.model import kinds
from sync.model.moment import day_of
from sync.model.status import Status

if TYPE_CHECKING:
    from desk_app.store.search import DossierRow
    from sync.model.dossier import Dossier, Intake

_SPAN: Final = re.compile(r"(20\d\d)(?:-(0[1-9]|1[0-2]))?")
_WAYS: Final = {"desk": "Tại quầy", "post": "Bưu chính", "online": "Trực tuyến"}
_QUIET: Final = (Status.RECEIVED, Status.RETURNED)
"""Statuses the other columns say already."""


@needs(EXPORT)
def register_of(desk: Desk, of: str | bytes | None = None) -> contents.Register:
    """The book of a year ("2026"; this year's by default), or what a month ("2026-11") holds; for a
    dossier's number or id the book of the year it was received in.

    A year that is over is closed on its last day, with how many pages and dossiers the book has; the book
    of a year that still runs has no closing line yet. Numbers run from 1 without a gap in the order of
    reception. Raises `DeskError` for what is none of these, or lies ahead.
    """
    today = day_of(desk.clock())
    year, month = _span(desk, of or f"{today.year}")
    first, last = _days(year, month)
    if first > today:
        raise DeskError("Chưa tới thời gian đó nên chưa có sổ.", "Chọn năm hoặc tháng đã có hồ sơ.")
    closed = last if not month and last <= today else None
    note_access(desk, None, EXPORTED, f"register: {first.isoformat()} – {min(last, today).isoformat()}")
    rows = _rows(desk, first, min(last, today))
    return contents.Register(
        rows, year, first, min(last, today), closed or today, bound=not month, closed=closed
    )


def _span(desk: Desk, of: str | bytes) -> tuple[int, int]:
    """Year and month (0: the whole year)."""
    given = _SPAN.fullmatch(of.strip()) if isinstance(of, str) else None
    if given is not None:
        return int(given[1]), int(given[2] or 0)
    try:
        dossier = show(desk, of).dossier
    except DeskError as error:
        raise DeskError(
            error.title, "Sổ theo dõi: ghi năm (2026), tháng (2026-11) hoặc mã của một hồ sơ trong sổ."
        ) from error
    if dossier.intake is None:
        raise DeskError("Hồ sơ này chưa có lần tiếp nhận nào nên không ở trong sổ.")
    return day_of(dossier.intake.received_at).year, 0


def _days(year: int, month: int) -> tuple[date, date]:
    """The first and the last day of the month, of the whole year for month 0."""
    if not month:
        return date(year, 1, 1), date(year, 12, 31)
    following = date(year + month // 12, month % 12 + 1, 1)
    return date(year, month, 1), following - timedelta(days=1)


def _rows(desk: Desk, first: date, last: date) -> tuple[contents.RegisterRow, ...]:
    rows: list[contents.RegisterRow] = []
    ours = own_units(desk)
    with desk.reading() as ledger:
        for row in search.rows_of_days(desk.store.reader(), first, last):
            if row.unit not in ours:
                continue  # received by another unit and sent here: it stands in that unit's book
            dossier = ledger.dossier(row.channel, row.id)
            if dossier is not None and dossier.intake is not None:
                rows.append(_row(len(rows) + 1, row, dossier, dossier.intake))
    return tuple(rows)


def _row(order: int, row: DossierRow, dossier: Dossier, intake: Intake) -> contents.RegisterRow:
    handed = next((one for one in dossier.history if one.effective and one.act == kinds.HANDOVER), None)
    return contents.RegisterRow(
        order,
        row.number,
        row.procedure_name,
        row.owner,
        day_of(row.received_at),
        day_of(row.due_at),
        sets=intake.sets,
        address=intake.owner.address,
        phone=intake.owner.phone,
        resolver=str(handed.details.get("to", "")) if handed else "",
        forwarded=day_of(handed.at) if handed else None,
        result_received=_result_day(dossier),
        returned=_given_out(dossier),
        return_way=_WAYS.get(intake.return_by, ""),
        note=_note(dossier),
    )


def _result_day(dossier: Dossier) -> date | None:
    """When the result came to the desk; where nobody said so, when the matter ended with one."""
    known = dossier.ready_at or dossier.ended_at
    return day_of(known) if known and dossier.status in (Status.DONE, Status.RETURNED) else None


def _given_out(dossier: Dossier) -> date | None:
    """The day the result was given out."""
    if dossier.status is not Status.RETURNED:
        return None
    known = dossier.returned.at if dossier.returned else dossier.status_since
    return day_of(known) if known else None


def _note(dossier: Dossier) -> str:
    plain = dossier.status in _QUIET and dossier.annulled is None
    return "" if plain else dossier.label
