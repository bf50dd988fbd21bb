"""What lay on a stolen machine: the dossiers it held up to its last contact, for the report within 72 hours.

Names are shortened: whoever tells the people concerned opens their dossiers for it, which is recorded.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from sqlalchemy import ColumnElement, func, select

from sync.center.store import tables
from sync.center.store.opening import Center
from sync.center.store.rows import CenterRows
from sync.center.units.revoking import find_node
from sync.center.units.tree import center_rows
from sync.journal.port import NodeRecord
from sync.model.moment import VIETNAM, iso_minute


@dataclass(frozen=True, slots=True)
class Held:
    """A dossier on the machine. `people` are shortened names, `papers` what was handed in, `scans` how many
    pictures lay beside it; `received_at` and `status` as the center knows them now."""

    number: str
    procedure: str
    people: tuple[str, ...]
    papers: tuple[str, ...]
    scans: int
    received_at: str
    status: str


@dataclass(frozen=True, slots=True)
class Exposed:
    """The machine, its last contact (ISO 8601; empty: never heard), how many dossiers and scans it held
    then; `since` where only those received from that day on are counted."""

    node: bytes
    unit: str
    desk: int
    heard_at: str
    since: str
    dossiers: int
    scans: int


def exposed(center: Center, named: str, days: int | None = None) -> Exposed:
    """How much lay on a machine (`units.revoking.find_node` says how it is named). Raises `CenterError`."""
    with center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        record = find_node(rows, named)
        heard = _heard(rows, record.node)
        since = _since(heard, days)
        if not heard:
            return Exposed(record.node, record.unit, record.desk, "", "", 0, 0)
        d, s = tables.dossiers.c, tables.scans.c
        where = _where(record, heard, since)
        count = rows.connection.scalar(select(func.count()).select_from(tables.dossiers).where(*where))
        joined = (s.channel == d.channel) & (s.dossier == d.id)
        scans = rows.connection.scalar(
            select(func.count()).select_from(tables.scans).join(tables.dossiers, joined).where(*where)
        )
        return Exposed(record.node, record.unit, record.desk, heard, since, int(count or 0), int(scans or 0))


def held(center: Center, found: Exposed, most: int | None = None) -> Iterator[Held]:
    """The dossiers of `exposed`, the newest first; `most`: no more than so many."""
    if not found.heard_at:
        return
    d = tables.dossiers.c
    with center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        record = find_node(rows, found.node.hex())
        query = (
            select(d.channel, d.id, d.number, d.status, d.procedure_name, d.received_at)
            .where(*_where(record, found.heard_at, found.since))
            .order_by(d.received_at.desc(), d.number.desc(), d.id)
        )
        s = tables.scans.c
        counted = select(s.channel, s.dossier, func.count()).where(s.channel.in_(record.reads))
        scans = {
            (channel, bytes(dossier)): int(count)
            for channel, dossier, count in rows.connection.execute(counted.group_by(s.channel, s.dossier))
        }
        for row in rows.connection.execute(query if most is None else query.limit(most)).all():
            intake = None
            dossier = ledger.dossier(row.channel, bytes(row.id))
            if dossier is not None:
                intake = dossier.intake
            people = dict.fromkeys((intake.owner.full_name, intake.applicant.full_name) if intake else ())
            papers = [one.name for one in intake.papers] if intake else []
            yield Held(
                row.number,
                row.procedure_name,
                tuple(shortened(one) for one in people if one),
                tuple(dict.fromkeys(papers)),
                scans.get((row.channel, bytes(row.id)), 0),
                row.received_at,
                row.status,
            )


def shortened(name: str) -> str:
    """``N. T. Đào``: enough to find a dossier by, too little to find a person by."""
    *before, last = name.split() or [""]
    return " ".join([*(f"{one[0]}." for one in before), last])


def _heard(rows: CenterRows, node: bytes) -> str:
    c = tables.contacts.c
    return str(rows.connection.scalar(select(c.at).where(c.node == node)) or "")


def _since(heard: str, days: int | None) -> str:
    if not heard or days is None:
        return ""
    return iso_minute(datetime.fromisoformat(heard).astimezone(VIETNAM) - timedelta(days=days))


def _where(record: NodeRecord, heard: str, since: str) -> tuple[ColumnElement[bool], ...]:
    d = tables.dossiers.c
    where = [d.channel.in_(record.reads), d.received_at <= heard]
    if since:
        where.append(d.received_at >= since)
    return tuple(where)
