"""The tree of units below the center, told to everything below it in the channel all of them read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import select

from sync.center.store import tables
from sync.center.store.dialect import insert_into
from sync.center.store.opening import Center
from sync.center.store.rows import CenterRows
from sync.center.store.trouble import CenterError
from sync.journal.ledger import Ledger
from sync.journal.own import Draft, OwnJournals
from sync.journal.travelling import unit_is_known
from sync.model import kinds
from sync.model.moment import day_of, iso_minute
from sync.model.number import is_unit
from sync.model.text import TextRefused, nfc_line
from sync.model.units import KnownUnit, unit_out

_TOLD = "units-told"
"""Note: every unit was told of; those of an older center are told when it is next served."""


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit: its identifier, its name, the identifier it stands under (empty: the center itself), and the
    unit it was merged into (empty: it stands)."""

    code: str
    name: str
    parent: str = ""
    successor: str = ""


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
    found = rows.connection.execute(select(t.code, t.name, t.parent, t.successor).order_by(t.code)).all()
    return [Unit(code, name, parent, successor) for code, name, parent, successor in found]


def add_unit(center: Center, code: str, name: str, parent: str | None = None) -> Unit:
    """Adds a unit; one that is there already is renamed, and moved when `parent` is given.

    Raises `CenterError` for a wrong code, an unknown parent or a circle.
    """
    with center.store.transaction() as ledger:
        return put_unit(center, ledger, code, name, parent)


def put_unit(center: Center, ledger: Ledger, code: str, name: str, parent: str | None = None) -> Unit:
    """`add_unit` inside an open transaction."""
    rows = center_rows(ledger)
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
    unit = replace(before or Unit(code, code), name=name or code, parent=above)
    if unit != before:
        save_unit(center, ledger, unit)
    return unit


def save_unit(center: Center, ledger: Ledger, unit: Unit, origin: str = "") -> None:
    """Keeps a unit as it now is and tells of it (and of what it was split from, if it was just now); what
    was sent to it before it was known is carried on."""
    rows = center_rows(ledger)
    values = {"name": unit.name, "parent": unit.parent, "successor": unit.successor}
    before = {one.code: one for one in read_units(rows)}.get(unit.code)
    if unit.successor and (before is None or before.successor != unit.successor):
        values["merged_at"] = iso_minute(center.clock())
    add = insert_into(rows.connection, tables.units).values(code=unit.code, **values)
    rows.execute(add.on_conflict_do_update(index_elements=["code"], set_=values))
    if center.upstream is None:
        unit_is_known(rows, unit.code)
        tell(center, ledger, [unit], origin)


def tell(center: Center, ledger: Ledger, changed: Iterable[Unit], origin: str = "") -> None:
    """Writes units into the channel that everything below reads."""
    now = center.clock()
    drafts = [
        Draft(
            kinds.UNIT,
            unit_out(KnownUnit(one.code, one.name, one.parent, one.successor, origin=origin), now),
            personal=False,
        )
        for one in changed
    ]
    if drafts:
        own = OwnJournals(ledger, center.keys, center.entropy)
        own.append(center.channel, drafts, day_of(now).toordinal())
    if ledger.rows.note(_TOLD) is None:
        ledger.rows.put_note(_TOLD, b"1")


def tell_all(center: Center) -> None:
    """Tells of every unit that this center had before it told of any."""
    if center.upstream is not None:
        return
    with center.store.transaction() as ledger:
        if ledger.rows.note(_TOLD) is None:
            tell(center, ledger, read_units(center_rows(ledger)))


def channels_of(rows: CenterRows, unit: str) -> list[str]:
    """The channels of a unit: its own, and those of the units that were merged into it, however long ago."""
    before = {one.code: one.successor for one in read_units(rows) if one.successor}
    found = [unit]
    for code in found:
        found += sorted(old for old, into in before.items() if into == code and old not in found)
    return [f"unit:{code}" for code in found]


def reads_and_writes(
    center: Center, channels: Sequence[str], unit: str, role: str
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """What a node of a unit reads and writes; `channels` are the unit's own and its predecessors'."""
    hub = role == kinds.HUB
    reads = (*channels, center.channel, *((f"audit:{unit}",) if hub else ()))
    return reads, () if hub else (*channels, f"audit:{unit}")


def checked_code(code: str) -> str:
    """A unit identifier as it is kept. Raises `CenterError`."""
    code = "".join(code.split()).upper()
    if not is_unit(code):
        raise CenterError(
            f"“{code}” không phải mã định danh của đơn vị.", "Ví dụ mã đúng: H26.16.05, 000.00.06.H56."
        )
    return code
