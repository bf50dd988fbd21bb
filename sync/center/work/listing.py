"""Lists of dossiers for the staff."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Text, func, literal_column, select
from sqlalchemy.sql import Select

from sync.center.store import tables
from sync.center.store.opening import Center
from sync.center.units.tree import center_rows
from sync.model.text import fold as folded

_SHOWN = (
    "number",
    "status",
    "unit",
    "applicant",
    "owner",
    "procedure",
    "procedure_name",
    "received_at",
    "due_at",
    "ended_at",
    "officer",
    "desk",
)
_UNIT = literal_column("'unit:'", Text())
AT_HOME = tables.dossiers.c.channel == _UNIT + tables.dossiers.c.unit
"""Not what was carried into another unit's channel: a dossier is listed once, where it was received.
A literal, not a bound value: only so do databases see that the indexes of such rows will do."""
DOUBLE = "duplicate-number"
"""Flag: another dossier bears the same number; the slip's QR tells them apart."""
FORMER = "former-unit"
"""Flag: received under the identifier of a unit merged by then: its desk is not enrolled anew yet."""


def listed() -> Select[Any]:
    """The columns of a list; `twins`: how many dossiers bear the number; `merged_at`: of its unit."""
    t, twin = tables.dossiers.c, tables.dossiers.alias()
    twins = (
        select(func.count())
        .select_from(twin)
        .where(twin.c.number == t.number, t.number != "", twin.c.channel == _UNIT + twin.c.unit)
        .scalar_subquery()
        .label("twins")
    )
    u = tables.units.c
    merged = select(u.merged_at).where(u.code == t.unit).scalar_subquery().label("merged_at")
    return select(*(t[name] for name in _SHOWN), t.flags, t.id, t.counted, twins, merged)


def shown(row: Any) -> dict[str, Any]:
    """A row of `listed` as the command line and pages take it; `flags` is a list, `id` hex; `annulled`."""
    item: dict[str, Any] = {name: getattr(row, name) for name in _SHOWN}
    flags = row.flags.split()
    if row.twins > 1:
        flags.append(DOUBLE)
    if row.merged_at and row.received_at >= row.merged_at:
        flags.append(FORMER)
    item["flags"] = flags
    item["annulled"] = row.counted == 0 and bool(row.ended_at)
    item["id"] = bytes(row.id).hex()
    return item


def dossiers(center: Center, text: str = "", limit: int | None = None) -> list[dict[str, Any]]:
    """Dossiers in which every word of `text` occurs (number, names, procedure), newest first.

    Words are compared without diacritics. Each item: number, status, unit, applicant, owner,
    procedure, procedure_name, received_at, due_at, ended_at (ISO 8601 to the minute), officer,
    desk, flags, id.
    """
    t = tables.dossiers.c
    query = listed().where(AT_HOME).order_by(t.received_at.desc(), t.number.desc(), t.id)
    for word in folded(text).split():
        query = query.where(t.search.contains(word, autoescape=True))
    if limit is not None:
        query = query.limit(max(limit, 0))
    with center.store.snapshot() as ledger:
        return [shown(row) for row in center_rows(ledger).connection.execute(query).all()]
