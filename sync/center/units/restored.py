"""What a restored center must wait for: it leases and invites only where it has heard every node again.

It may have given ranges of numbers and issued invitations that it no longer remembers; the desks hold
the entries. Until each node of a unit that it knows has exchanged since, or an administrator waives
that by name, it gives nothing in that unit.
"""

from __future__ import annotations

from datetime import datetime

from sqlalchemy import select

from sync.center.store import tables
from sync.center.store.dialect import insert_into
from sync.center.store.opening import ERA, Center, era
from sync.center.store.register import node_record
from sync.center.store.rows import CenterRows
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows, checked_code
from sync.journal.bounds import bounds_of
from sync.journal.port import NodeRecord
from sync.model import kinds
from sync.model.moment import iso_minute


def nodes_of(rows: CenterRows, unit: str) -> list[NodeRecord]:
    """The nodes of a unit that this center knows, centers left out."""
    t = tables.nodes
    found = rows.connection.execute(
        select(t).where(t.c.unit == unit, t.c.role != kinds.CENTER).order_by(t.c.node)
    )
    return [node_record(row) for row in found.all()]


def active_nodes_of(rows: CenterRows, unit: str) -> list[NodeRecord]:
    """`nodes_of` without the revoked."""
    return [one for one in nodes_of(rows, unit) if bounds_of(rows, one.node) is None]


def not_heard(rows: CenterRows, unit: str) -> list[NodeRecord]:
    """The unit's nodes that have not exchanged since the last restore; empty when nothing waits for them."""
    now = era(rows.note(ERA))
    if now == 0 or rows.note(f"waived:{now}:{unit}") is not None:
        return []
    t = tables.contacts.c
    heard = {bytes(node) for (node,) in rows.connection.execute(select(t.node).where(t.era >= now)).all()}
    return [record for record in active_nodes_of(rows, unit) if record.node not in heard]


def check_heard(rows: CenterRows, unit: str) -> None:
    """Raises `CenterError` while a restored center may not lease or invite in the unit."""
    missing = not_heard(rows, unit)
    if missing:
        desks = ", ".join(str(record.desk) for record in missing)
        raise CenterError(
            f"Trung tâm vừa được khôi phục, chưa nghe lại đủ các máy của đơn vị {unit} (quầy {desks}).",
            "Hãy để các máy đó đồng bộ xong, hoặc người quản trị xác nhận bỏ qua đích danh.",
        )


def waive(center: Center, unit: str, by: str) -> None:
    """An administrator, by name, lets a restored center lease and invite in a unit without hearing all."""
    if not by.strip():
        raise CenterError("Thiếu tên người xác nhận.", "Hãy ghi họ tên người quản trị chịu trách nhiệm.")
    unit = checked_code(unit)
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        rows.put_note(f"waived:{era(rows.note(ERA))}:{unit}", by.strip().encode())


def note_contact(rows: CenterRows, node: bytes, now: datetime, *, whole: bool) -> None:
    """A node has exchanged. `whole`: neither side had more to give or ask, so it has been heard out.

    The minute of contact is enough; an exchange of nothing within the same minute writes nothing.
    """
    t = tables.contacts.c
    kept = rows.connection.execute(select(t.at, t.era).where(t.node == node)).one_or_none()
    count = era(rows.note(ERA))
    heard = count if whole else (int(kept.era) if kept else -1)
    values = {"at": iso_minute(now), "era": heard}
    if kept is not None and (kept.at, int(kept.era)) == (values["at"], heard):
        return
    add = insert_into(rows.connection, tables.contacts).values(node=node, **values)
    rows.execute(add.on_conflict_do_update(index_elements=["node"], set_=values))
