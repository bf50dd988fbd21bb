"""Splits: parts of a unit become units of their own, or go to units that are there.

The register of the old unit stays whole, for a number and a slip belong to one book: either the old unit
stands and keeps it, or one of the parts takes it over (as in a merger) and the old unit is at an end. Open
dossiers of the other parts are forwarded to them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from sync.center.store.opening import Center
from sync.center.store.trouble import CenterError
from sync.center.units.merging import go_on_in
from sync.center.units.tree import Unit, center_rows, checked_code, read_units, save_unit
from sync.model.text import TextRefused, nfc_line


@dataclass(frozen=True, slots=True)
class Split:
    """The old unit as it is now, its parts, and how many nodes of the keeper were certified anew."""

    old: Unit
    parts: tuple[Unit, ...]
    nodes: int


def split_unit(center: Center, old: str, parts: Mapping[str, str], keeper: str = "") -> Split:
    """Splits a unit into parts (name by code; an empty name: a unit that is there); durable when it returns.

    New ones stand where the old one stands. `keeper` is the part that takes over the register (empty: the
    old unit stands and keeps it). Raises `CenterError`: unknown or ended units, no part, a name missing.
    """
    code, keeper = checked_code(old), checked_code(keeper) if keeper else ""
    wanted = {checked_code(part): name for part, name in parts.items()}
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        rows.lock(center.channel)
        known = {unit.code: unit for unit in read_units(rows)}
        _check(known, code, wanted, keeper)
        for part, name in wanted.items():
            before = known.get(part) or Unit(part, part, known[code].parent)
            save_unit(center, ledger, replace(before, name=_name(name) or before.name), origin=code)
        nodes = go_on_in(center, ledger, [code], keeper) if keeper else 0
        now = {unit.code: unit for unit in read_units(rows)}
        return Split(now[code], tuple(now[part] for part in wanted), nodes)


def _name(name: str) -> str:
    try:
        return nfc_line(name)
    except TextRefused as error:
        raise CenterError(error.title, error.advice) from error


def _check(known: Mapping[str, Unit], code: str, wanted: Mapping[str, str], keeper: str) -> None:
    if code not in known:
        raise CenterError(f"Chưa có đơn vị {code}.", "Xem lại mã bằng “motcua center unit list”.")
    if known[code].successor:
        raise CenterError(
            f"Đơn vị {code} đã sáp nhập vào {known[code].successor}.", "Tách đơn vị còn hoạt động."
        )
    if not wanted:
        raise CenterError("Chưa ghi đơn vị được tách ra.", "Ghi mã và tên của ít nhất một đơn vị.")
    if code in wanted:
        raise CenterError(
            f"Đơn vị {code} là đơn vị bị tách.", "Phần còn lại giữ mã cũ; chỉ ghi các đơn vị được tách ra."
        )
    for part, name in wanted.items():
        if part not in known and not name.strip():
            raise CenterError(f"Chưa có đơn vị {part}.", "Ghi tên của đơn vị mới.")
        if part in known and known[part].successor:
            raise CenterError(
                f"Đơn vị {part} đã sáp nhập vào {known[part].successor}.", "Chọn đơn vị còn hoạt động."
            )
        _no_circle(known, code, part)
    if keeper and keeper not in wanted:
        raise CenterError(
            f"{keeper} không phải là đơn vị được tách ra.", "Chọn một trong các đơn vị được tách ra giữ sổ."
        )


def _no_circle(known: Mapping[str, Unit], code: str, part: str) -> None:
    at = known[code].parent
    while at:
        if at == part:
            raise CenterError(f"Đơn vị {part} là cấp trên của {code}.", "Chọn đơn vị khác.")
        at = known[at].parent
