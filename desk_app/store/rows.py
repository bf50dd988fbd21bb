"""`Rows` over the desk's database: hand-written SQL on the paths that are walked at every intake."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from desk_app.store.driver import Connection
from desk_app.store.loans import SqliteLoans
from desk_app.store.projections import drop_dossiers, save_dossiers
from desk_app.store.purging import PurgeRows
from sync.identity.keys import PublicKeys
from sync.identity.seals import Seal
from sync.journal.memory import MAX_PARKED_BYTES
from sync.journal.port import NodeRecord, Place
from sync.journal.sums import Folded, Sum, sum_of
from sync.model import kinds
from sync.model.dossier import Dossier
from sync.model.entry import DOSSIER_BYTES, Entry, JournalId, Tip, trusted_entry
from sync.model.heads import Heads
from sync.model.number import Lease

_CHUNK = 500
UNIT_KINDS = frozenset(
    {
        kinds.ACCOUNT,
        kinds.MESSAGE,
        kinds.RATING,
        kinds.READ,
        kinds.REFUSED,
        kinds.RELEASE,
        kinds.SETTING,
        kinds.SHIFT,
        kinds.SUBJECT_ANSWER,
        kinds.SUBJECT_REQUEST,
        kinds.UNIT,
    }
)
"""Entries about no dossier that are looked for by kind and day."""


class SqliteRows(PurgeRows):
    """The primitives of one transaction on one connection."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    @property
    def loans(self) -> SqliteLoans:
        """What a checkpoint lent ahead of the journals."""
        return SqliteLoans(self.connection)

    @property
    def recent(self) -> None:
        """A desk answers nobody, so it makes no checkpoints."""

    def lock(self, channel: str) -> None:
        """Nothing to do: BEGIN IMMEDIATE made this the database's one writer."""

    def channels(self) -> Sequence[str]:
        return [row[0] for row in self.connection.execute("SELECT DISTINCT channel FROM journals ORDER BY 1")]

    def journals(self, channel: str) -> Sequence[tuple[int, JournalId]]:
        query = "SELECT id, node, incarnation FROM journals WHERE channel = ? ORDER BY id"
        rows = self.connection.execute(query, (channel,))
        return [(row, JournalId(node, channel, incarnation)) for row, node, incarnation in rows]

    def journal_row(self, journal: JournalId, *, create: bool) -> int | None:
        found = self.connection.execute(
            "SELECT id FROM journals WHERE channel = ? AND node = ? AND incarnation = ?",
            (journal.channel, journal.node, journal.incarnation),
        ).fetchone()
        if found:
            return int(found[0])
        if not create:
            return None
        made = self.connection.execute(
            "INSERT INTO journals (node, channel, incarnation) VALUES (?, ?, ?)",
            (journal.node, journal.channel, journal.incarnation),
        )
        return int(made.lastrowid)

    def heads(self, channel: str) -> Heads:
        heads: dict[JournalId, set[Tip]] = {}
        for node, incarnation, seq, digest in self.connection.execute(
            "SELECT j.node, j.incarnation, t.seq, t.digest FROM journals j JOIN tips t ON t.journal = j.id"
            " WHERE j.channel = ?",
            (channel,),
        ):
            heads.setdefault(JournalId(node, channel, incarnation), set()).add(Tip(seq, digest))
        return {journal: frozenset(tips) for journal, tips in heads.items()}

    def tips(self, row: int) -> frozenset[Tip]:
        rows = self.connection.execute("SELECT seq, digest FROM tips WHERE journal = ?", (row,))
        return frozenset(Tip(seq, digest) for seq, digest in rows)

    def set_tips(self, row: int, tips: frozenset[Tip]) -> None:
        self.connection.execute("DELETE FROM tips WHERE journal = ?", (row,))
        self.connection.executemany(
            "INSERT INTO tips (journal, seq, digest) VALUES (?, ?, ?)", [(row, *tip) for tip in tips]
        )

    def seqs(self, row: int, digests: Sequence[bytes]) -> Mapping[bytes, int]:
        found: dict[bytes, int] = {}
        for some in _chunks(digests):
            marks = ",".join("?" * len(some))
            found.update(
                self.connection.execute(
                    f"SELECT digest, seq FROM entries WHERE digest IN ({marks}) AND journal = ?",
                    (*some, row),
                ).fetchall()
            )
        return found

    def index(self, row: int) -> Sequence[Place]:
        query = (  # bytes 43 to 74 of an envelope name the entry before; bodies are not read
            "SELECT seq, digest, substr(envelope, 43, 32) FROM entries WHERE journal = ? ORDER BY seq, digest"
        )
        return [Place(*one) for one in self.connection.execute(query, (row,))]

    def entries_after(self, row: int, seq: int) -> Iterator[Entry]:
        cursor = self.connection.execute(
            "SELECT envelope, body FROM entries WHERE journal = ? AND seq > ? ORDER BY seq, digest",
            (row, seq),
        )
        return (trusted_entry(envelope, body) for envelope, body in cursor)

    def dossiers_after(self, row: int, seq: int) -> set[bytes]:
        # One row: each row of its own waits for Python's lock, and the window for it, thousands of times.
        (joined,) = self.connection.execute(
            "SELECT group_concat(hex(dossier), '') FROM (SELECT DISTINCT dossier"
            " FROM entries INDEXED BY entries_by_seq WHERE journal = ? AND seq > ? AND dossier IS NOT NULL)",
            (row, seq),
        ).fetchone()
        ids = bytes.fromhex(joined or "")
        return {ids[at : at + DOSSIER_BYTES] for at in range(0, len(ids), DOSSIER_BYTES)}

    def entries(self, row: int, digests: Sequence[bytes]) -> Mapping[bytes, Entry]:
        found: dict[bytes, Entry] = {}
        for some in _chunks(digests):
            marks = ",".join("?" * len(some))
            for envelope, body in self.connection.execute(
                f"SELECT envelope, body FROM entries WHERE digest IN ({marks}) AND journal = ?",
                (*some, row),
            ):
                entry = trusted_entry(envelope, body)
                found[entry.digest] = entry
        return found

    def seals(self, row: int, after: int, upto: int) -> Sequence[Seal]:
        rows = self.connection.execute(
            "SELECT seq, digest, signature FROM seals WHERE journal = ? AND seq > ? AND seq <= ?"
            " ORDER BY seq, digest",
            (row, after, upto),
        )
        return [Seal(Tip(seq, digest), signature) for seq, digest, signature in rows]

    def insert_entries(self, row: int, entries: Sequence[Entry]) -> None:
        self.connection.executemany(
            "INSERT INTO entries (journal, seq, digest, dossier, envelope, body) VALUES (?, ?, ?, ?, ?, ?)",
            [(row, e.seq, e.digest, e.dossier or None, e.envelope, e.body) for e in entries],
        )
        for entry in entries:
            if entry.kind in UNIT_KINDS and not entry.dossier:
                self.connection.execute(
                    "INSERT INTO unit_entries (kind, day, entry)"
                    " SELECT ?, ?, id FROM entries WHERE digest = ? AND journal = ?",
                    (entry.kind, entry.day, entry.digest, row),
                )

    def unit_entries(self, channel: str, kind: str, first: int, last: int) -> Sequence[Entry]:
        """The unit's entries of a kind that are about no dossier, of days (ordinals) from first to last."""
        query = (
            "SELECT envelope, body FROM unit_bodies"
            " WHERE kind = ? AND day BETWEEN ? AND ? AND channel = ? ORDER BY day, entry"
        )
        rows = self.connection.execute(query, (kind, first, last, channel)).fetchall()
        query = (
            "SELECT envelope, body FROM lent_bodies WHERE kind = ? AND day BETWEEN ? AND ?"
            " AND channel = ? ORDER BY day, digest"
        )
        rows += self.connection.execute(query, (kind, first, last, channel)).fetchall()
        return [trusted_entry(envelope, body) for envelope, body in rows]

    def written_on(self, channel: str, node: bytes, days: Iterable[int]) -> Sequence[Entry]:
        """What a node wrote in a channel on those days (ordinals), each day's in the order it came."""
        query = (  # bytes 3 to 6 of an envelope are its day
            "SELECT e.envelope, e.body FROM entries e JOIN journals j ON j.id = e.journal"
            " WHERE substr(e.envelope, 3, 4) = ? AND j.channel = ? AND j.node = ? ORDER BY e.id"
        )
        found: list[Entry] = []
        for day in days:
            rows = self.connection.execute(query, (day.to_bytes(4, "big"), channel, node))
            found += [trusted_entry(envelope, body) for envelope, body in rows]
        return found

    def insert_seals(self, row: int, seals: Sequence[Seal]) -> None:
        self.connection.executemany(
            "INSERT OR IGNORE INTO seals (journal, seq, digest, signature) VALUES (?, ?, ?, ?)",
            [(row, seal.tip.seq, seal.tip.digest, seal.signature) for seal in seals],
        )

    def dossier_entries(self, channel: str, dossiers: Sequence[bytes]) -> Mapping[bytes, Sequence[Entry]]:
        found: dict[bytes, list[Entry]] = {}
        for some in _chunks(dossiers):
            marks = ",".join("?" * len(some))
            for dossier, envelope, body in self.connection.execute(
                f"SELECT dossier, envelope, body FROM entries WHERE dossier IN ({marks}) UNION ALL"
                f" SELECT dossier, envelope, body FROM lent WHERE dossier IN ({marks})",
                (*some, *some),
            ):
                entry = trusted_entry(envelope, body)
                if entry.journal.channel == channel:
                    found.setdefault(dossier, []).append(entry)
        return found

    def save_dossiers(self, channel: str, dossiers: Sequence[Dossier]) -> None:
        save_dossiers(self.connection, channel, dossiers)

    def drop_dossiers(self, channel: str, dossiers: Sequence[bytes]) -> None:
        drop_dossiers(self.connection, channel, dossiers)

    def day_sums(self, channel: str, days: Sequence[int] | None) -> Mapping[int, Sum]:
        query = "SELECT day, count, total FROM day_sums WHERE channel = ?"
        rows: list[tuple[int, int, bytes]] = []
        if days is None:
            rows = self.connection.execute(query, (channel,)).fetchall()
        else:
            for day in days:
                rows += self.connection.execute(f"{query} AND day = ?", (channel, day)).fetchall()
        return {day: sum_of(count, total) for day, count, total in rows}

    def put_day_sums(self, channel: str, sums: Mapping[int, Sum]) -> None:
        self.connection.executemany(
            "INSERT OR REPLACE INTO day_sums (channel, day, count, total) VALUES (?, ?, ?, ?)",
            [(channel, day, one.count, one.raw) for day, one in sums.items() if one.count],
        )
        self.connection.executemany(
            "DELETE FROM day_sums WHERE channel = ? AND day = ?",
            [(channel, day) for day, one in sums.items() if not one.count],
        )

    def digests_of(self, channel: str, days: Sequence[int] | None) -> Iterable[tuple[int, bytes]]:
        query = (  # bytes 3 to 6 of an envelope are its day; the index entries_by_day holds all of this
            "SELECT substr(e.envelope, 3, 4), e.digest FROM journals j JOIN entries e ON e.journal = j.id"
            " WHERE j.channel = ?"
        )
        rows: list[tuple[bytes, bytes]] = []
        if days is None:
            rows = self.connection.execute(query, (channel,)).fetchall()
        for day in days or ():
            one = (channel, day.to_bytes(4, "big"))
            rows += self.connection.execute(f"{query} AND substr(e.envelope, 3, 4) = ?", one).fetchall()
        return [(int.from_bytes(day, "big"), digest) for day, digest in rows]

    def folded(self, channel: str, dossiers: Sequence[bytes] | None) -> Iterable[Folded]:
        query = "SELECT dossier, number, status, due_at, fold_version FROM dossiers WHERE channel = ?"
        rows: list[tuple[bytes, str, str, int, int]] = []
        if dossiers is None:
            rows = self.connection.execute(query, (channel,)).fetchall()
        for some in _chunks(dossiers or ()):
            marks = ",".join("?" * len(some))
            found = self.connection.execute(f"{query} AND dossier IN ({marks})", (channel, *some))
            rows += found.fetchall()
        return [Folded(*row) for row in rows]

    def park(self, row: int, node: bytes, first: Place, raw: bytes) -> bool:
        query = "SELECT coalesce(sum(length(raw)), 0) FROM parked WHERE node = ?"
        waiting = int(self.connection.execute(query, (node,)).fetchone()[0])
        if waiting + len(raw) > MAX_PARKED_BYTES:
            return False
        self.connection.execute(
            "INSERT INTO parked (journal, prev, first, node, raw) VALUES (?, ?, ?, ?, ?)"
            " ON CONFLICT DO UPDATE SET raw = excluded.raw WHERE length(excluded.raw) > length(parked.raw)",
            (row, first.prev, first.digest, node, raw),
        )
        return True

    def parked(self, row: int) -> Sequence[tuple[bytes, bytes]]:
        rows = self.connection.execute("SELECT prev, raw FROM parked WHERE journal = ?", (row,))
        return [(prev, raw) for prev, raw in rows]

    def unpark(self, row: int, prev: bytes) -> None:
        self.connection.execute("DELETE FROM parked WHERE journal = ? AND prev = ?", (row, prev))

    def node(self, node: bytes) -> NodeRecord | None:
        found = self.connection.execute(
            "SELECT sign, seal, role, unit, desk, reads, writes, certificate FROM nodes WHERE node = ?",
            (node,),
        ).fetchone()
        if found is None:
            return None
        sign, seal, role, unit, desk, reads, writes, certificate = found
        return NodeRecord(
            PublicKeys(sign, seal),
            role,
            unit,
            desk,
            tuple(json.loads(reads)),
            tuple(json.loads(writes)),
            certificate,
        )

    def save_node(self, record: NodeRecord) -> None:
        self.connection.execute(
            "INSERT OR REPLACE INTO nodes (node, sign, seal, role, unit, desk, reads, writes, certificate)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                record.node,
                record.keys.sign,
                record.keys.seal,
                record.role,
                record.unit,
                record.desk,
                json.dumps(record.reads),
                json.dumps(record.writes),
                record.certificate,
            ),
        )

    def roles(self) -> Mapping[bytes, str]:
        return dict(self.connection.execute("SELECT node, role FROM nodes").fetchall())

    def save_lease(self, channel: str, lease: Lease) -> None:
        self.connection.execute(
            "INSERT OR IGNORE INTO leases (channel, identifier, first, last, node, incarnation, since)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            (
                channel,
                lease.identifier,
                lease.first,
                lease.last,
                lease.node,
                lease.incarnation,
                lease.since.isoformat(),
            ),
        )

    def leases(self, channel: str) -> Sequence[Lease]:
        return [
            Lease(identifier, first, last, node, incarnation, date.fromisoformat(since))
            for identifier, first, last, node, incarnation, since in self.connection.execute(
                "SELECT identifier, first, last, node, incarnation, since FROM leases WHERE channel = ?"
                " ORDER BY id",
                (channel,),
            )
        ]

    def notes(self, prefix: str) -> Iterable[tuple[str, bytes]]:
        upper = prefix[:-1] + chr(ord(prefix[-1]) + 1) if prefix else chr(0x10FFFF)
        rows = self.connection.execute(
            "SELECT key, value FROM notes WHERE key >= ? AND key < ? ORDER BY key", (prefix, upper)
        )
        return [(key, value) for key, value in rows]


def _chunks(items: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    for at in range(0, len(items), _CHUNK):
        yield items[at : at + _CHUNK]
