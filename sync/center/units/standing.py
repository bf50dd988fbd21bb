"""How every machine below the center stands, read in a handful of queries however many there are."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import Select, func, select

from sync.center.store import tables
from sync.center.store.opening import Center
from sync.center.store.register import node_record
from sync.center.store.rows import CenterRows
from sync.center.store.scans import HELD
from sync.center.store.trouble import CenterError
from sync.center.units.conditions import NOTHING, Told, all_told, newest
from sync.center.units.tree import center_rows
from sync.identity.certificates import read_certificate
from sync.identity.keys import NotGenuine
from sync.journal.bounds import Bounds, bounds_of
from sync.journal.port import NodeRecord
from sync.model import kinds
from sync.model.moment import VIETNAM
from sync.model.number import Lease

SILENT = timedelta(days=3)
"""A machine not heard of for longer is pointed out: a weekend with its Friday evening is shorter."""
_PROGRAM, _CLOCK, _BOUNDS = "program-of:", "clock-error:", "bounds:"


@dataclass(frozen=True, slots=True)
class Machine:
    """A node: where it stands, its program, when it was heard last (empty: never), how far its clock is off
    (seconds), how many entries of it are here, whether a journal of it grew on two sides, whether some of its
    entries are kept apart, whether it was revoked, and what it said of itself."""

    node: bytes
    unit: str
    desk: int
    role: str
    version: str
    heard_at: str
    clock_error: int
    entries: int
    forked: bool
    apart: int
    revoked: bool
    told: Told = NOTHING

    @property
    def release(self) -> int:
        """The newest release of the catalogue it goes by, as far as it said."""
        return self.told.release

    def silent(self, now: datetime) -> bool:
        """Whether it should have been heard of since."""
        if self.revoked:
            return False
        return not self.heard_at or now - datetime.fromisoformat(self.heard_at).astimezone(VIETNAM) > SILENT

    def needs_care(self, now: datetime) -> bool:
        """Whether somebody should look after it."""
        if self.forked or self.apart:
            return True
        said = self.clock_error or self.told.full or self.told.late(now)
        return bool(said and not self.revoked) or self.silent(now)


@dataclass(frozen=True, slots=True)
class Scans:
    """Scans of a unit's dossiers that have not come yet, and when the dossier of the oldest was received."""

    behind: int
    oldest: str


@dataclass(frozen=True, slots=True)
class Book:
    """A journal of a machine: channel and incarnation (hex), its last entry here, how many ends it has."""

    channel: str
    incarnation: str
    last: int
    ends: int


@dataclass(frozen=True, slots=True)
class Invited:
    """An invitation that nobody has used yet; the code itself is not known here."""

    code_hash: bytes
    role: str
    desk: int
    issued_at: str
    expires_at: str


def machines(center: Center, units: Collection[str] | None = None) -> list[Machine]:
    """Every machine (of some units), by unit and desk."""
    with center.store.snapshot() as ledger:
        return read_machines(center_rows(ledger), units)


def read_machines(rows: CenterRows, units: Collection[str] | None = None) -> list[Machine]:
    """`machines` inside an open transaction."""
    n, connection = tables.nodes, rows.connection
    query = select(n).where(n.c.role != kinds.CENTER).order_by(n.c.unit, n.c.desk, n.c.node)
    if units is not None:
        query = query.where(n.c.unit.in_(sorted(units)))
    records = [node_record(row) for row in connection.execute(query)]
    c = tables.contacts.c
    heard = {bytes(node): str(at) for node, at in connection.execute(select(c.node, c.at))}
    programs, clocks = dict(rows.notes(_PROGRAM)), dict(rows.notes(_CLOCK))
    bounded = {key for key, _raw in rows.notes(_BOUNDS)}
    written = {
        bytes(node): (int(last), bool(ends > journals))
        for node, last, ends, journals in connection.execute(_written())
    }
    apart = {bytes(node): int(count) for node, count in connection.execute(_apart())}
    said = all_told(rows)
    found = []
    for one in records:
        name, told = one.node.hex(), said.get(one.node, NOTHING)
        last, forked = written.get(one.node, (0, False))
        found.append(
            Machine(
                one.node,
                one.unit,
                one.desk,
                one.role,
                programs.get(_PROGRAM + name, b"").decode("utf-8", "replace"),
                newest(heard.get(one.node, ""), told),
                int(clocks.get(_CLOCK + name, b"0") or 0),
                last,
                forked,
                apart.get(one.node, 0),
                _BOUNDS + name in bounded and bounds_of(rows, one.node) is not None,
                told,
            )
        )
    return found


def _written() -> Select[Any]:
    """(node, entries, ends, journals): more ends than journals is a fork."""
    j, t = tables.journals.c, tables.tips.c
    each = (
        select(j.node, func.max(t.seq).label("last"), func.count().label("ends"))
        .join_from(tables.journals, tables.tips, t.journal == j.id)
        .group_by(j.node, j.id)
        .subquery()
    )
    return select(each.c.node, func.sum(each.c.last), func.sum(each.c.ends), func.count()).group_by(
        each.c.node
    )


def _apart() -> Select[Any]:
    q, j = tables.quarantine.c, tables.journals.c
    return (
        select(j.node, func.count())
        .join_from(tables.quarantine, tables.journals, q.journal == j.id)
        .group_by(j.node)
    )


@dataclass(frozen=True, slots=True)
class Opened:
    """One machine with all that is known of it."""

    machine: Machine
    record: NodeRecord
    certified_at: str
    books: list[Book]
    leases: list[Lease]
    bounds: Bounds | None


def open_machine(center: Center, node: bytes) -> Opened:
    """One machine by its id. Raises `CenterError`."""
    with center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        record = rows.node(node)
        if record is None or record.role == kinds.CENTER:
            raise CenterError("Không có máy này.", "Xem lại danh sách máy quầy.")
        [machine] = [one for one in read_machines(rows, [record.unit]) if one.node == node]
        j, c, t = tables.journals.c, tables.channels.c, tables.tips.c
        query = (
            select(c.name, j.incarnation, func.max(t.seq), func.count())
            .join_from(tables.journals, tables.channels, j.channel == c.id)
            .join(tables.tips, t.journal == j.id)
            .where(j.node == node)
            .group_by(c.name, j.incarnation, j.id)
            .order_by(c.name, j.id)
        )
        books = [
            Book(str(name), bytes(incarnation).hex(), int(last), int(ends))
            for name, incarnation, last, ends in rows.connection.execute(query)
        ]
        leases = [one for one in rows.leases(f"unit:{record.unit}") if one.node == node]
        return Opened(machine, record, _certified(record), books, leases, bounds_of(rows, node))


def _certified(record: NodeRecord) -> str:
    try:
        return read_certificate(record.certificate, None).issued_at if record.certificate else ""
    except NotGenuine:
        return ""


def scans_behind(center: Center, unit: str) -> Scans:
    """Scans that a unit's entries name and that are not here."""
    s, f, d = tables.scans.c, tables.scan_files.c, tables.dossiers.c
    channel = f"unit:{unit}"
    query = (
        select(func.count(), func.min(d.received_at))
        .select_from(tables.scans)
        .outerjoin(tables.scan_files, (f.channel == s.channel) & (f.name == s.name) & (f.state == HELD))
        .outerjoin(tables.dossiers, (d.channel == s.channel) & (d.id == s.dossier))
        .where(s.channel == channel, f.name.is_(None))
    )
    with center.store.snapshot() as ledger:
        count, oldest = center_rows(ledger).connection.execute(query).one()
    return Scans(int(count), str(oldest or ""))


def invitations(center: Center, unit: str) -> list[Invited]:
    """A unit's invitations that can still be used, the next to expire first."""
    t = tables.invitations.c
    now = center.clock()
    query = (
        select(t.code_hash, t.role, t.desk, t.issued_at, t.expires_at)
        .where(t.unit == unit, t.node.is_(None))
        .order_by(t.expires_at)
    )
    with center.store.snapshot() as ledger:
        found = [
            Invited(bytes(code), str(role), int(desk), str(issued), str(expires))
            for code, role, desk, issued, expires in center_rows(ledger).connection.execute(query)
        ]
    return [one for one in found if datetime.fromisoformat(one.expires_at) >= now]


def withdraw(rows: CenterRows, unit: str, code_hash: bytes) -> None:
    """Takes an unused invitation back. Raises `CenterError` when it was used or is not there."""
    t = tables.invitations
    where = (t.c.code_hash == code_hash, t.c.unit == unit, t.c.node.is_(None))
    if rows.connection.scalar(select(t.c.unit).where(*where)) is None:
        raise CenterError("Thư mời này đã dùng hoặc không còn.", "Xem lại trang của đơn vị.")
    rows.execute(t.delete().where(*where))
