"""The smaller registers of one transaction: nodes, leases, notes, and runs waiting behind gaps."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from sqlalchemy import Connection, delete, func, insert, select, update

from sync.center.store import tables
from sync.center.store.dialect import hold_name, insert_into, write_many
from sync.identity.keys import PublicKeys
from sync.journal.port import NodeRecord, Place
from sync.model.number import Lease

MAX_PARKED_BYTES = 4 * 1024 * 1024
"""What one node may keep waiting behind gaps."""


_SUMS = "sums:"
_OF_NO_CHANNEL = ("ways:", "receipts:", "bounds:", "apart:", "proof-news", "commits:")
"""Notes that are read to be written anew and that the lock of no channel covers."""


class _Roles(Mapping[bytes, str]):
    """Roles looked up as they are asked for: a province has ten thousand nodes, a fold names three."""

    def __init__(self, rows: RegisterRows) -> None:
        self._rows = rows

    def __getitem__(self, node: bytes) -> str:
        record = self._rows.node(node)
        if record is None:
            raise KeyError(node)
        return record.role

    def __iter__(self) -> Iterator[bytes]:
        return iter([node for (node,) in self._rows.connection.execute(select(tables.nodes.c.node))])

    def __len__(self) -> int:
        return int(self._rows.connection.scalar(select(func.count()).select_from(tables.nodes)) or 0)


class RegisterRows:
    """`Rows`, the part that is not journals. `beside`: other transactions write at the same time."""

    def __init__(self, connection: Connection, *, beside: bool = False) -> None:
        self.connection = connection
        self._beside = beside
        self._held: set[str] = set()
        self.changed = False
        self._nodes: dict[bytes, NodeRecord | None] = {}
        self._sums: dict[str, bytes | None] = {}

    def execute(self, statement: Any, rows: Any = None) -> None:
        """Runs a statement that writes."""
        self._write(statement, rows)

    def _write(self, statement: Any, rows: Any = None) -> None:
        self.changed = True
        if isinstance(rows, list) and len(rows) > 1:
            write_many(self.connection, statement, rows)
        else:
            self.connection.execute(statement, rows)

    # -- gaps ---------------------------------------------------------------------------------------

    def park(self, row: int, node: bytes, first: Place, raw: bytes) -> bool:
        t = tables.parked.c
        here = (t.journal == row) & (t.prev == first.prev) & (t.digest == first.digest)
        waiting = self.connection.scalar(select(func.coalesce(func.sum(t.size), 0)).where(t.node == node))
        kept = self.connection.scalar(select(t.size).where(here))
        if int(waiting or 0) - int(kept or 0) + len(raw) > MAX_PARKED_BYTES:
            return False
        values = {"size": len(raw), "raw": raw}
        if kept is None:
            place = {"journal": row, "prev": first.prev, "digest": first.digest, "node": node}
            self._write(insert(tables.parked), {**place, **values})
        elif int(kept) < len(raw):
            self._write(update(tables.parked).where(here).values(values))
        return True

    def parked(self, row: int) -> Sequence[tuple[bytes, bytes]]:
        t = tables.parked.c
        rows = self.connection.execute(
            select(t.prev, t.raw).where(t.journal == row).order_by(t.prev, t.digest)
        )
        return [(bytes(prev), bytes(raw)) for prev, raw in rows]

    def unpark(self, row: int, prev: bytes) -> None:
        t = tables.parked.c
        self._write(delete(tables.parked).where(t.journal == row, t.prev == prev))

    # -- nodes, leases, notes -------------------------------------------------------------------------

    def node(self, node: bytes) -> NodeRecord | None:
        if node not in self._nodes:
            row = self.connection.execute(
                select(tables.nodes).where(tables.nodes.c.node == node)
            ).one_or_none()
            self._nodes[node] = node_record(row) if row is not None else None
        return self._nodes[node]

    def save_node(self, record: NodeRecord) -> None:
        values = {
            "sign": record.keys.sign,
            "seal": record.keys.seal,
            "role": record.role,
            "unit": record.unit,
            "desk": record.desk,
            "reads": " ".join(record.reads),
            "writes": " ".join(record.writes),
            "certificate": record.certificate,
        }
        add = insert_into(self.connection, tables.nodes).values(node=record.node, **values)
        self._write(add.on_conflict_do_update(index_elements=["node"], set_=values))
        self._nodes[record.node] = record

    def roles(self) -> Mapping[bytes, str]:
        return _Roles(self)

    def save_lease(self, channel: str, lease: Lease) -> None:
        add = insert_into(self.connection, tables.leases).on_conflict_do_nothing()
        self._write(
            add,
            {
                "channel": channel,
                "identifier": lease.identifier,
                "first": lease.first,
                "last": lease.last,
                "node": lease.node,
                "incarnation": lease.incarnation,
                "since": lease.since.isoformat(),
            },
        )

    def leases(self, channel: str) -> Sequence[Lease]:
        t = tables.leases.c
        columns = (t.identifier, t.first, t.last, t.node, t.incarnation, t.since)
        rows = self.connection.execute(select(*columns).where(t.channel == channel).order_by(t.id))
        return [
            Lease(name, int(first), int(last), bytes(node), bytes(incarnation), date.fromisoformat(since))
            for name, first, last, node, incarnation, since in rows
        ]

    def note(self, key: str) -> bytes | None:
        if key in self._sums:
            return self._sums[key]
        if self._beside and key.startswith(_OF_NO_CHANNEL) and key not in self._held:
            hold_name(self.connection, key)
            self._held.add(key)
        value = self.connection.scalar(select(tables.notes.c.value).where(tables.notes.c.key == key))
        found = None if value is None else bytes(value)
        if key.startswith(_SUMS):  # read and written several times in each transaction that admits
            self._sums[key] = found
        return found

    def put_note(self, key: str, value: bytes | None) -> None:
        if key.startswith(_SUMS):
            self._sums[key] = value
        if value is None:
            self._write(delete(tables.notes).where(tables.notes.c.key == key))
            return
        add = insert_into(self.connection, tables.notes).values(key=key, value=value)
        self._write(add.on_conflict_do_update(index_elements=["key"], set_={"value": value}))

    def notes(self, prefix: str) -> Iterable[tuple[str, bytes]]:
        t = tables.notes.c
        within = select(t.key, t.value).where(t.key >= prefix, t.key < prefix + "\U0010ffff")
        return [(key, bytes(value)) for key, value in self.connection.execute(within.order_by(t.key))]


def node_record(row: Any) -> NodeRecord:
    """A row of `nodes` as a record."""
    return NodeRecord(
        PublicKeys(bytes(row.sign), bytes(row.seal)),
        row.role,
        row.unit,
        int(row.desk),
        tuple(row.reads.split()),
        tuple(row.writes.split()),
        bytes(row.certificate),
    )
