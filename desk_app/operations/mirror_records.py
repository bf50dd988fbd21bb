"""What a mirror's records say: where a segment begins, who the desk is, and runs of its journals."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Final

import msgspec

from desk_app.store.driver import Connection
from desk_app.store.rows import SqliteRows
from sync.identity.seals import Seal
from sync.model.entry import Entry, JournalId, Tip, decode_entry

Heads = dict[JournalId, frozenset[Tip]]
"""How far journals are mirrored."""
TABLES: Final = {
    "nodes": "node, sign, seal, role, unit, desk, reads, writes, certificate",
    "leases": "id, channel, identifier, first, last, node, incarnation, since",
    "settings": "key, value",
    "officers": "id, name, position, retired",
}
"""The small tables a desk cannot work without, in the columns that are mirrored."""
NOTES: Final = ("own-node", "node-secret", "own-channel", "clock", "certificate")
"""Who the desk is; every other note follows from entries or from the next exchange."""
_MOST_VALUE: Final = 64 * 1024
"""A longer setting is no office's answer but a table that comes again with the center's releases."""
_Tip = tuple[int, bytes]


class Begin(msgspec.Struct, tag="begin", array_like=True, frozen=True):
    """First in a segment: how many records the one before has, and how far the journals were mirrored."""

    before: int
    heads: list[tuple[bytes, str, bytes, list[_Tip]]]


class DeskRecord(msgspec.Struct, tag="desk", array_like=True, frozen=True):
    """Who the desk is and how its office is set up, as rows of its tables; its secret is among the notes."""

    notes: dict[str, bytes]
    tables: dict[str, list[list[Any]]]


class Run(msgspec.Struct, tag="run", array_like=True, frozen=True):
    """Entries of one journal with their seals; `tips`: where the journal is mirrored up to behind them."""

    node: bytes
    channel: str
    incarnation: bytes
    entries: list[tuple[bytes, bytes | None]]
    seals: list[tuple[int, bytes, bytes]]
    tips: list[_Tip]

    @property
    def journal(self) -> JournalId:
        """Whose entries these are."""
        return JournalId(self.node, self.channel, self.incarnation)

    def read(self) -> tuple[list[Entry], list[Seal]]:
        """Entries and seals. Raises `EntryRefused`."""
        return (
            [decode_entry(envelope, body) for envelope, body in self.entries],
            [Seal(Tip(seq, digest), signature) for seq, digest, signature in self.seals],
        )


Record = Begin | DeskRecord | Run


def pack(record: Record) -> bytes:
    """A record as it is sealed."""
    return msgspec.msgpack.encode(record)


def unpack(raw: bytes) -> Record:
    """The inverse of `pack`. Raises `ValueError`."""
    found: Record = msgspec.msgpack.decode(raw, type=Record)
    return found


def begin_record(before: int, heads: Heads) -> Begin:
    """The first record of a segment."""
    return Begin(
        before,
        [
            (one.node, one.channel, one.incarnation, [(tip.seq, tip.digest) for tip in sorted(tips)])
            for one, tips in sorted(heads.items())
        ],
    )


def heads_in(record: Begin) -> Heads:
    """How far the journals were mirrored when a segment began."""
    return {
        JournalId(node, channel, incarnation): frozenset(Tip(*tip) for tip in tips)
        for node, channel, incarnation, tips in record.heads
    }


def run_record(
    journal: JournalId, entries: Iterable[Entry], seals: Iterable[Seal], tips: Iterable[Tip]
) -> Run:
    """The record of some entries."""
    return Run(
        *journal,
        [(entry.envelope, entry.body) for entry in entries],
        [(one.tip.seq, one.tip.digest, one.signature) for one in seals],
        [(tip.seq, tip.digest) for tip in sorted(tips)],
    )


def read_desk(connection: Connection) -> DeskRecord:
    """Who the desk of a store is, in the caller's transaction."""
    rows = SqliteRows(connection)
    own = dict(rows.notes("own:"))
    known = {name: rows.note(name) for name in NOTES}
    tables: dict[str, list[list[Any]]] = {}
    for table, names in TABLES.items():
        found = connection.execute(f"SELECT {names} FROM {table} ORDER BY 1").fetchall()
        tables[table] = [list(row) for row in found if _is_small(row)]
    return DeskRecord({**{name: value for name, value in known.items() if value}, **own}, tables)


def write_desk(record: DeskRecord, connection: Connection) -> None:
    """Puts who the desk is into a new store, in the caller's transaction. Raises `ValueError` for a record
    that names other tables or columns."""
    for table, rows in record.tables.items():
        names = TABLES.get(table)
        if names is None:
            raise ValueError("mirror: another table")
        marks = ", ".join("?" * len(names.split(", ")))
        if any(len(row) != marks.count("?") for row in rows):
            raise ValueError("mirror: other columns")
        connection.executemany(f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({marks})", rows)
    _put_notes(record.notes, SqliteRows(connection))


def _put_notes(notes: Mapping[str, bytes], rows: SqliteRows) -> None:
    for name, value in notes.items():
        if name in NOTES or name.startswith("own:"):
            rows.put_note(name, value)


def _is_small(row: Sequence[object]) -> bool:
    return all(not isinstance(one, str) or len(one) <= _MOST_VALUE for one in row)
