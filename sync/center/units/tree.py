"""The tree of units below the center."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import select

from sync.center.store import tables
from sync.center.store.dialect import insert_into
from sync.center.store.opening import Center
from sync.center.store.rows import CenterRows
from sync.center.store.trouble import CenterError
from sync.journal.ledger import Ledger
from sync.model.number import is_unit
from sync.model.text import TextRefused, nfc_line


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its identifier, its name, and the identifier it stands under (empty: the center itself)."""

    code: str
    name: str
    parent: str = ""


def center_rows(ledger: Ledger) -> CenterRows:
    """The rows of a center's own transaction, with its tables beyond the journals."""
    rows = ledger.rows
    assert isinstance(rows, CenterRows)
    return rows


def units(center: Center) -> list[Unit]:
    """Every unit, by code."""
    with center.store.snapshot() as ledger:
        return read_units(center_rows(ledger))


def read_units(rows: CenterRows) -> list[Unit]:
    """Every unit as one transaction sees them, by code."""
    t = tables.units.c
    found = rows.connection.execute(select(t.code, t.name, t.parent).order_by(t.code)).all()
    return [Unit(code, name, parent) for code, name, parent in found]


def add_unit(center: Center, code: str, name: str, parent: str | None = None) -> Unit:
    """Adds a unit; one that is there already is renamed, and moved when `parent` is given.

    Raises `CenterError` for a wrong code, an unknown parent or a circle.
    """
    with center.store.transaction() as ledger:
        return put_unit(center_rows(ledger), code, name, parent)


def put_unit(rows: CenterRows, code: str, name: str, parent: str | None = None) -> Unit:
    """`add_unit` inside an open transaction."""
    code = checked_code(code)
    known = {unit.code: unit for unit in read_units(rows)}
    try:
        name = nfc_line(name)
    except TextRefused as error:
        raise CenterError(error.title, error.advice) from error
    before = known.get(code)
    above = checked_code(parent) if parent else (before.parent if before and parent is None else "")
    if above and above not in known:
        raise CenterError(f"Chưa có đơn vị cấp trên {above}.", "Hãy thêm đơn vị cấp trên trước.")
    at = above
    while at:
        if at == code:
            raise CenterError(
                f"Đơn vị {code} không thể đứng dưới chính nó.", "Hãy chọn đơn vị cấp trên khác."
            )
        at = known[at].parent
    unit = Unit(code, name or code, above)
    add = insert_into(rows.connection, tables.units).values(code=code, name=unit.name, parent=above)
    rows.execute(
        add.on_conflict_do_update(index_elements=["code"], set_={"name": unit.name, "parent": above})
    )
    return unit


def checked_code(code: str) -> str:
    """A unit identifier as it is kept. Raises `CenterError`."""
    code = "".join(code.split()).upper()
    if not is_unit(code):
        raise CenterError(
            f"“{code}” không phải mã định danh của đơn vị.", "Ví dụ mã đúng: H26.16.05, 000.00.06.H56."
        )
    return code
