"""What a revoked node wrote beyond its bounds, in the desk's database: kept, and counted nowhere."""

from __future__ import annotations

from collections.abc import Sequence

from desk_app.store.driver import Connection
from sync.identity.seals import Seal
from sync.journal.apart import bytes_apart, keep_bytes_apart
from sync.model.entry import Entry, Tip, trusted_entry


def count_quarantined(connection: Connection) -> list[tuple[bytes, int]]:
    """(node, entries kept apart) of every node of which there are some."""
    found = connection.execute(
        "SELECT j.node, count(*) FROM quarantine q JOIN journals j ON j.id = q.journal"
        " GROUP BY j.node ORDER BY j.node"
    )
    return [(bytes(node), int(count)) for node, count in found]


class QuarantineRows:
    """`Rows`, the part that is set apart."""

    connection: Connection

    def note(self, key: str) -> bytes | None:
        """A value of the protocol's own small memory."""
        found = self.connection.execute("SELECT value FROM notes WHERE key = ?", (key,)).fetchone()
        return bytes(found[0]) if found else None

    def put_note(self, key: str, value: bytes | None) -> None:
        """Sets a note, or removes it."""
        if value is None:
            self.connection.execute("DELETE FROM notes WHERE key = ?", (key,))
        else:
            self.connection.execute("INSERT OR REPLACE INTO notes (key, value) VALUES (?, ?)", (key, value))

    def quarantine(self, row: int, entries: Sequence[Entry], seals: Sequence[Seal]) -> None:
        """Keeps entries and seals apart; those that counted here are taken out."""
        write = self.connection.executemany
        if entries:
            there = self.quarantined_among(row, [one.tip for one in entries])
            fresh = {one.tip: len(one.envelope) + len(one.body or b"") for one in entries}
            more = sum(size for place, size in fresh.items() if place not in there)
            node = entries[0].journal.node
            keep_bytes_apart(self, node, self.quarantined_bytes(node) + more)
        write(
            "INSERT OR IGNORE INTO quarantine (journal, seq, digest, envelope, body) VALUES (?, ?, ?, ?, ?)",
            [(row, one.seq, one.digest, one.envelope, one.body) for one in entries],
        )
        here = [(row, one.digest) for one in entries]
        entry = "SELECT id FROM entries WHERE journal = ? AND digest = ?"
        write(f"DELETE FROM unit_entries WHERE entry = ({entry})", here)
        write("DELETE FROM entries WHERE journal = ? AND digest = ?", here)
        write(
            "UPDATE quarantine SET signature = coalesce(signature, ?)"
            " WHERE journal = ? AND seq = ? AND digest = ?",
            [(one.signature, row, *one.tip) for one in seals],
        )
        write(
            "DELETE FROM seals WHERE journal = ? AND seq = ? AND digest = ?",
            [(row, *one.tip) for one in seals],
        )

    def quarantined(self, row: int) -> Sequence[tuple[Entry, Seal | None]]:
        """What is kept apart of a journal, by seq and digest."""
        rows = self.connection.execute(
            "SELECT envelope, body, signature FROM quarantine WHERE journal = ? ORDER BY seq, digest", (row,)
        )
        found = [(trusted_entry(envelope, body), signature) for envelope, body, signature in rows]
        return [
            (one, Seal(Tip(one.seq, one.digest), signature) if signature is not None else None)
            for one, signature in found
        ]

    def quarantined_among(self, row: int, places: Sequence[Tip]) -> frozenset[Tip]:
        """Those of the places that are kept apart of a journal."""
        return frozenset(place for place, _size in self._sizes(row, places))

    def _sizes(self, row: int, places: Sequence[Tip]) -> list[tuple[Tip, int]]:
        query = (
            "SELECT length(envelope) + coalesce(length(body), 0) FROM quarantine"
            " WHERE journal = ? AND seq = ? AND digest = ?"
        )
        found = [(one, self.connection.execute(query, (row, *one)).fetchone()) for one in places]
        return [(one, int(size[0])) for one, size in found if size is not None]

    def quarantined_span(self, row: int) -> tuple[int, int]:
        """The lowest and the highest seq that is kept apart of a journal; 0, 0 for none."""
        query = (  # two look-ups at the ends of the key; both in one query would read all of it
            "SELECT (SELECT min(seq) FROM quarantine WHERE journal = ?1),"
            " (SELECT max(seq) FROM quarantine WHERE journal = ?1)"
        )
        lowest, highest = self.connection.execute(query, (row,)).fetchone()
        return int(lowest or 0), int(highest or 0)

    def unquarantine(self, row: int, places: Sequence[Tip]) -> None:
        """Drops what is to count now."""
        there = self._sizes(row, places)
        if not there:
            return
        query = "SELECT node FROM journals WHERE id = ?"
        node = bytes(self.connection.execute(query, (row,)).fetchone()[0])
        keep_bytes_apart(self, node, self.quarantined_bytes(node) - sum(size for _one, size in there))
        self.connection.executemany(
            "DELETE FROM quarantine WHERE journal = ? AND seq = ? AND digest = ?",
            [(row, *one) for one, _size in there],
        )

    def quarantined_bytes(self, node: bytes) -> int:
        """Bytes kept apart of all journals of a node."""
        kept = bytes_apart(self, node)
        if kept is not None:
            return kept
        found = self.connection.execute(
            "SELECT coalesce(sum(length(q.envelope) + coalesce(length(q.body), 0)), 0)"
            " FROM quarantine q JOIN journals j ON j.id = q.journal WHERE j.node = ?",
            (node,),
        ).fetchone()
        return int(found[0])
