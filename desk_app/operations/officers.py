"""The officers of a desk."""

from __future__ import annotations

from desk_app.domain.mistakes import DeskError
from desk_app.operations.desk import Desk
from desk_app.operations.outcome import Changes, Outcome
from desk_app.store.tables import tables_of
from sync.model.dossier import Officer
from sync.model.text import TextRefused, nfc_line

MAX_NAME = 120


def officers(desk: Desk) -> list[Officer]:
    """The officers, in the order they were added."""
    return desk.tables.officers()


def add_officer(desk: Desk, name: str) -> Outcome[Officer]:
    """A new officer. Raises `DeskError` for an empty or doubled name."""
    try:
        line = nfc_line(name)
    except TextRefused as error:
        raise DeskError(error.title, error.advice) from error
    if not line or len(line) > MAX_NAME:
        raise DeskError("Tên cán bộ phải có từ 1 đến 120 ký tự.")
    with desk.writing() as ledger:
        tables = tables_of(ledger)
        if line in (held.name for held in tables.officers()):
            raise DeskError(f"Đã có cán bộ tên “{line}”.", "Thêm chữ đệm hoặc chức danh để phân biệt.")
        officer = tables.add_officer(line)
    return Outcome(officer, Changes(settings=True))
