"""Finding dossiers and people, and looking at one."""

from __future__ import annotations

from dataclasses import dataclass, replace

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import READ
from desk_app.operations.access_log import SHOWN, note_access
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.receipts import acknowledged_dossiers
from desk_app.store import search
from desk_app.store.figures import among
from desk_app.store.listing import Filters, filtered
from desk_app.store.search import DossierRow
from sync.model.dossier import Dossier, Person

__all__ = ["DossierRow", "DossierView", "Filters", "find", "find_household", "find_people", "locate", "show"]
_PAGE = 500


@dataclass(frozen=True, slots=True)
class DossierView:
    """A dossier with its history, and whether the enrolling center's latest receipt covers all of it."""

    dossier: Dossier
    acknowledged: bool


@needs(READ)
def find(
    desk: Desk, text: str, limit: int = 50, before: int | None = None, filters: Filters | None = None
) -> list[DossierRow]:
    """Dossiers that match every word and the filters, newest first; empty: everything.

    `before` pages (a row's `row`).
    """
    with desk.reading() as ledger:
        if filters is None or filters == Filters():
            rows = search.find_rows(desk.store.reader(), text, limit, before)
        elif any(search.split_query(text)):
            rows = _narrowed(desk, text, filters, limit, before)
        else:
            rows = filtered(desk.store.reader(), filters, desk.clock(), limit, before)
        covered = acknowledged_dossiers(desk, ledger, [row.id for row in rows])
    return [replace(row, acknowledged=row.id in covered) for row in rows]


def _narrowed(desk: Desk, text: str, filters: Filters, limit: int, before: int | None) -> list[DossierRow]:
    """What the words find, page by page, as far as the filters let it through."""
    found: list[DossierRow] = []
    now = desk.clock()
    while len(found) < limit:
        some = search.find_rows(desk.store.reader(), text, _PAGE, before)
        let = [row for row in some if filters.allows(row, now)]
        if filters.behind is not None and let:
            counted = among(desk.store.reader(), [row.row for row in let], filters.behind, now)
            let = [row for row in let if row.row in counted]
        found += let
        if len(some) < _PAGE:
            break
        before = some[-1].row
    return found[:limit]


@needs(READ)
def locate(desk: Desk, wanted: str | bytes) -> tuple[str, bytes]:
    """Channel and id of the dossier with that number or id. Raises `DeskError` for none, or several."""
    connection = desk.store.reader()
    if isinstance(wanted, bytes):
        one = search.row_of(connection, wanted)
        rows = [one] if one else []
    else:
        rows = search.rows_by_number(connection, wanted)
    if not rows:
        shown = wanted.hex() if isinstance(wanted, bytes) else wanted[:60]
        raise DeskError(
            f"Không có hồ sơ mã “{shown}” ở quầy này.", "Kiểm tra lại mã, hoặc đồng bộ rồi tìm lại."
        )
    if len(rows) > 1:
        raise DeskError(
            f"Có {len(rows)} hồ sơ cùng mã “{rows[0].number}”.",
            "Quét mã QR trên phiếu để chọn đúng hồ sơ, rồi đính chính số của một hồ sơ.",
        )
    return rows[0].channel, rows[0].id


@needs(READ)
def show(desk: Desk, wanted: str | bytes) -> DossierView:
    """One dossier by its number or id. Raises `DeskError` when there is none, or several bear the number."""
    with desk.reading() as ledger:
        channel, dossier_id = locate(desk, wanted)
        dossier = ledger.dossier(channel, dossier_id)
        if dossier is None:
            raise DeskError("Hồ sơ có trong danh sách nhưng không có trong sổ gốc.", "Chạy “motcua verify”.")
        covered = acknowledged_dossiers(desk, ledger, [dossier.id])
    note_access(desk, None, SHOWN, dossier.number)
    return DossierView(dossier, dossier.id in covered)


@needs(READ)
def find_people(desk: Desk, text: str, limit: int = 8) -> list[Person]:
    """Returning applicants by identity number, phone or name, the latest first, with their last data."""
    if len(text.strip()) < 2:
        return []
    with desk.reading():
        return search.find_persons(desk.store.reader(), text, limit)


@needs(READ)
def find_household(desk: Desk, person: Person, limit: int = 6) -> list[Person]:
    """Who else came from the person's home, by address or phone, the latest first; none for no name."""
    if not person.full_name:
        return []
    with desk.reading():
        return search.find_household(desk.store.reader(), person, limit)
