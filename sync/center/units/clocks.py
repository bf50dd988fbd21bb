"""Clocks of desks: how far each is off, by the exchange that told both. Nothing is refused by it."""

from __future__ import annotations

from datetime import timedelta
from typing import Any, Final

from sqlalchemy import select

from sync.center.store import tables
from sync.center.store.opening import Center
from sync.center.store.register import node_record
from sync.center.store.rows import CenterRows
from sync.center.units.tree import center_rows
from sync.model import kinds

WRONG: Final = timedelta(minutes=10)
"""A clock further off than this is reported: dates on slips are by it."""
_STEADY = timedelta(minutes=2)
"""A change smaller than this is the line's doing and not written down."""


def _note(node: bytes) -> str:
    return f"clock-error:{node.hex()}"


def note_clock(rows: CenterRows, node: bytes, theirs: int, ours: int) -> None:
    """Notes how far a node's clock is off; both in seconds since 1970 (`theirs` 0: it did not say)."""
    if not theirs:
        return
    found, kept = theirs - ours, clock_error(rows, node)
    wrong = abs(found) > WRONG.total_seconds()
    if wrong and abs(found - kept) > _STEADY.total_seconds():
        rows.put_note(_note(node), str(found).encode())
    elif kept and not wrong:
        rows.put_note(_note(node), None)


def clock_error(rows: CenterRows, node: bytes) -> int:
    """Seconds a node's clock was ahead at its last exchange (negative: behind); 0 while it is right."""
    raw = rows.note(_note(node))
    return int(raw) if raw else 0


def desks(center: Center) -> list[dict[str, Any]]:
    """Every node below, by unit and desk: ``{"unit", "desk", "role", "node", "heard_at", "clock_error"}``.

    `heard_at` is the minute of the last exchange by the center's clock, empty before the first.
    """
    t, c = tables.nodes, tables.contacts.c
    with center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        found = rows.connection.execute(
            select(t).where(t.c.role != kinds.CENTER).order_by(t.c.unit, t.c.desk, t.c.node)
        )
        records = [node_record(row) for row in found.all()]
        heard = {bytes(node): at for node, at in rows.connection.execute(select(c.node, c.at)).all()}
        return [
            {
                "unit": one.unit,
                "desk": one.desk,
                "role": one.role,
                "node": one.node.hex(),
                "heard_at": heard.get(one.node, ""),
                "clock_error": clock_error(rows, one.node),
            }
            for one in records
        ]
