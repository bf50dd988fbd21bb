"""What became of a unit, out of what the center told of it: names, places in the tree, mergers, splits."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select

from sync.center.store import tables
from sync.center.store.opening import Center
from sync.center.store.rows import CenterRows
from sync.model import kinds
from sync.model.bodies import Unreadable, unpack
from sync.model.entry import trusted_entry
from sync.model.units import KnownUnit, unit_in


@dataclass(frozen=True, slots=True)
class Turn:
    """One line of a unit's history."""

    at: datetime | None
    words: str


def told_units(center: Center, rows: CenterRows) -> list[KnownUnit]:
    """Everything that was told of units, in the order it was told."""
    t = tables.entries.c
    found: list[tuple[str, int, KnownUnit]] = []
    for row, _journal in rows.journals(center.channel):
        query = select(t.seq, t.envelope, t.body).where(
            t.journal == row, t.kind == kinds.UNIT, t.dossier.is_(None)
        )
        for seq, envelope, body in rows.connection.execute(query):
            entry = trusted_entry(bytes(envelope), None if body is None else bytes(body))
            try:
                unit = unit_in(unpack(entry.text or b""))
            except Unreadable:
                continue  # of a newer program: nothing here can say what it means
            found.append((unit.since.isoformat() if unit.since else "", int(seq), unit))
    return [unit for _at, _seq, unit in sorted(found, key=lambda one: one[:2])]


def history_of(told: Iterable[KnownUnit], code: str) -> list[Turn]:
    """What became of the unit, the latest first."""
    latest: dict[str, KnownUnit] = {}
    turns: list[Turn] = []
    for unit in told:
        before = latest.get(unit.code)
        if unit.code == code:
            turns += [Turn(unit.since, words) for words in _changes(before, unit, latest)]
        else:
            turns += [Turn(unit.since, words) for words in _of_others(before, unit, code)]
        latest[unit.code] = unit
    return turns[::-1]


def _named(code: str, latest: dict[str, KnownUnit]) -> str:
    return f"{latest[code].name} ({code})" if code in latest else code


def _changes(before: KnownUnit | None, now: KnownUnit, latest: dict[str, KnownUnit]) -> list[str]:
    words = []
    if before is None:
        place = f", trực thuộc {_named(now.parent, latest)}" if now.parent else ""
        words.append(f"Có trong cây đơn vị với tên “{now.name}”{place}.")
    elif before.name != now.name:
        words.append(f"Đổi tên “{before.name}” thành “{now.name}”.")
    if now.origin:
        words.append(f"Nhận phần tách ra từ {_named(now.origin, latest)}.")
    if before is not None and before.parent != now.parent:
        to = _named(now.parent, latest) if now.parent else "trung tâm"
        words.append(f"Chuyển sang trực thuộc {to}.")
    if now.successor and (before is None or before.successor != now.successor):
        words.append(f"Sáp nhập vào {_named(now.successor, latest)}; hồ sơ, mã và phiếu cũ dùng tiếp ở đó.")
    return words


def _of_others(before: KnownUnit | None, now: KnownUnit, code: str) -> list[str]:
    words = []
    if now.origin == code:
        words.append(f"Tách một phần cho {now.name} ({now.code}).")
    if now.successor == code and (before is None or before.successor != code):
        words.append(f"Tiếp nhận {now.name} ({now.code}) sáp nhập vào.")
    return words
