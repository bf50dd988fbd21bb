"""The nodes a center knows: version, last contact, how much of them is here, and which were revoked."""

from __future__ import annotations

from datetime import date
from typing import Any

from sqlalchemy import select

from sync.center.store import tables
from sync.center.store.opening import Center
from sync.center.store.rows import CenterRows
from sync.center.units.restored import nodes_of
from sync.center.units.revoking import kept_readable
from sync.center.units.tree import center_rows, checked_code, read_units
from sync.identity.certificates import read_certificate
from sync.identity.keys import NotGenuine
from sync.journal.bounds import Bounds
from sync.journal.ledger import Ledger
from sync.journal.port import NodeRecord
from sync.model.moment import iso_minute
from sync.protocol.receipts import own_journals


def nodes(center: Center, unit: str | None = None) -> list[dict[str, Any]]:
    """Every node of a unit, or of all, by unit and desk; nothing in it is personal but who revoked and why.

    `entries` count here, `quarantined` do not; `two_machines`: one of its journals has grown on two sides.
    """
    with center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        codes = [checked_code(unit)] if unit else [one.code for one in read_units(rows)]
        records = [record for code in codes for record in nodes_of(rows, code)]
        contacts = {
            bytes(node): str(at)
            for node, at in rows.connection.execute(select(tables.contacts.c.node, tables.contacts.c.at))
        }
        return [_said(ledger, rows, one, contacts.get(one.node, "")) for one in sorted(records, key=_place)]


def _place(record: NodeRecord) -> tuple[str, int, bytes]:
    return record.unit, record.desk, record.node


def _said(ledger: Ledger, rows: CenterRows, record: NodeRecord, contact: str) -> dict[str, Any]:
    journals: list[dict[str, Any]] = []
    quarantined = 0
    for row, journal in own_journals(ledger, record.node):
        tips = rows.tips(row)
        journals.append(
            {
                "channel": journal.channel,
                "incarnation": journal.incarnation.hex(),
                "last": max((tip.seq for tip in tips), default=0),
                "branches": len(tips),
            }
        )
        quarantined += len(rows.quarantined(row))
    bounds = ledger.bounds(record.node)
    return {
        "node": record.node.hex(),
        "unit": record.unit,
        "desk": record.desk,
        "role": record.role,
        "version": (rows.note(f"program-of:{record.node.hex()}") or b"").decode("utf-8", "replace"),
        "last_contact": contact,
        "certified": _issued(record),
        "entries": sum(one["last"] for one in journals),
        "quarantined": quarantined,
        "two_machines": any(one["branches"] > 1 for one in journals),
        "journals": journals,
        "revoked": _revoked(rows, record, bounds) if bounds is not None else None,
    }


def _issued(record: NodeRecord) -> str:
    try:
        return read_certificate(record.certificate, None).issued_at
    except NotGenuine:
        return ""


def _revoked(rows: CenterRows, record: NodeRecord, bounds: Bounds) -> dict[str, Any]:
    first = min(bounds.revoked, key=lambda one: one.at)
    named: list[date | None] = [one.ranges_from for one in bounds.revoked]
    dates = [one for one in named if one is not None]
    return {
        "at": iso_minute(first.at),
        "by": first.by,
        "reason": first.reason,
        "ranges_from": max(dates).isoformat() if len(dates) == len(named) else None,
        "admitted": len(bounds.admitted),
        "successor": next((one.successor.hex() for one in bounds.revoked if one.successor), ""),
        "dossiers": kept_readable(rows, record.node),
    }
