"""Taking a dossier that another system received: once per message, checked, as an entry, and recorded."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from typing import Any

from sqlalchemy import Row, insert, select

from sync.acts.importing import Sender, bring
from sync.acts.mistakes import Mistake
from sync.center.exchange.carrying import carry_waiting
from sync.center.publishing.in_force import catalogue_of
from sync.center.staff.record import record
from sync.center.store import tables
from sync.center.store.api_tables import api_imports
from sync.center.store.opening import Center
from sync.center.store.rows import CenterRows
from sync.center.units.tree import center_rows, read_units
from sync.center.work.listing import AT_HOME
from sync.center.work.scope import scope_of
from sync.journal.own import Draft, OwnJournals
from sync.model.dossier import Officer
from sync.model.entry import EntryRefused
from sync.model.moment import day_of, iso_minute


@dataclass(frozen=True, slots=True)
class Told:
    """A message: the system that sends it, its id there, the unit of ours, the dossier in national fields.

    `seer` is the unit that the system may send to, with those below it; empty: all.
    """

    system: str
    message: str
    unit: str
    dossier: object
    seer: str = ""

    @property
    def digest(self) -> bytes:
        """Of what the message says: a repetition has the same."""
        said = json.dumps([self.unit, self.dossier], sort_keys=True, ensure_ascii=True)
        return sha256(b"motcua import\x00" + said.encode()).digest()

    @property
    def name(self) -> bytes:
        """The dossier's id: the same message told to a restored center is the same dossier."""
        said = json.dumps([self.system, self.message])
        return sha256(b"motcua imported dossier\x00" + said.encode()).digest()[:16]


@dataclass(frozen=True, slots=True)
class Brought:
    """What a message became; `fresh`: just now, else it was a repetition."""

    message: str
    unit: str
    dossier: bytes
    number: str
    at: str
    fresh: bool = False


class ImportRefused(Exception):
    """The message cannot become a dossier; `mistakes` by field."""

    def __init__(self, *mistakes: Mistake) -> None:
        super().__init__(mistakes[0].message)
        self.mistakes = mistakes


class ImportConflict(Exception):
    """The message's id, or the dossier's number, stands for something else already; `field` says which."""

    def __init__(self, field: str, sentence: str) -> None:
        super().__init__(sentence)
        self.field = field


def take_in(center: Center, told: Told) -> Brought:
    """The dossier of a message, durable when it returns. Raises `ImportRefused`, `ImportConflict`."""
    now = center.clock()
    by = Officer(f"api:{told.system}", told.system)
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        rows.lock(center.channel)  # of two messages about one number, one comes second
        before = _found(rows, told.system, told.message)
        if before is not None:
            return _again(before, told)
        units = {one.code: one for one in read_units(rows)}
        scope = scope_of(rows, told.seer)
        if told.unit not in units or (scope is not None and told.unit not in scope):
            raise ImportRefused(Mistake("unit", "Không có đơn vị này trong phạm vi của khóa."))
        if units[told.unit].successor:
            into = units[told.unit].successor
            raise ImportRefused(Mistake("unit", f"Đơn vị này đã sáp nhập vào {into}."))
        sender = Sender(told.system, told.message, told.unit, units.keys())
        made = bring(told.dossier, sender, catalogue_of(center, ledger).get, officer=by, now=now)
        if isinstance(made, tuple):
            raise ImportRefused(*made)
        move, number = made.move, made.number
        t = tables.dossiers.c
        same = select(t.id).where(AT_HOME, t.number == number, t.id != told.name).limit(1)
        if rows.connection.scalar(same) is not None or _numbered(rows, number):
            raise ImportConflict("dossier.MaHoSo", f"Hồ sơ mã {number} đã có ở trung tâm.")
        try:
            own = OwnJournals(ledger, center.keys, center.entropy)
            day = day_of(now).toordinal()
            own.append(f"unit:{told.unit}", [Draft(move.kind, move.body, told.name)], day)
        except EntryRefused:
            raise ImportRefused(Mistake("dossier", "Nội dung dài quá mức lưu được.")) from None
        done = Brought(told.message, told.unit, told.name, number, iso_minute(now), fresh=True)
        _keep(rows, told, done)
        record(center, rows, 0, by.id, "api-imported", f"{number} – {told.message}")
    carry_waiting(center)
    center.stirred()
    return done


def brought(center: Center, system: str, message: str) -> Brought | None:
    """What a message of a system became; None where it never came."""
    with center.store.snapshot() as ledger:
        row = _found(center_rows(ledger), system, message)
    return None if row is None else _brought(row)


def _again(row: Row[Any], told: Told) -> Brought:
    if bytes(row.digest) != told.digest:
        raise ImportConflict("id", "Mã thông điệp này đã dùng cho nội dung khác; chưa có gì được ghi.")
    return _brought(row)


def _brought(row: Row[Any]) -> Brought:
    return Brought(row.message, row.unit, bytes(row.dossier), row.number, row.at)


def _found(rows: CenterRows, system: str, message: str) -> Row[Any] | None:
    c = api_imports.c
    query = select(api_imports).where(c.system == system, c.message == message)
    return rows.connection.execute(query).one_or_none()


def _numbered(rows: CenterRows, number: str) -> bool:
    c = api_imports.c
    return rows.connection.scalar(select(c.message).where(c.number == number)) is not None


def _keep(rows: CenterRows, told: Told, done: Brought) -> None:
    values = {
        "system": told.system,
        "message": told.message,
        "digest": told.digest,
        "unit": told.unit,
        "dossier": told.name,
        "number": done.number,
        "at": done.at,
    }
    rows.execute(insert(api_imports), values)
