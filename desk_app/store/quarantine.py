"""What a revoked node wrote beyond its bounds, in the desk's database: kept, and counted nowhere."""

from __future__ import annotations

from collections.abc import Sequence

from desk_app.store.driver import Connection
from sync.identity.seals import Seal
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

    def quarantine(self, row: int, entries: Sequence[Entry], seals: Sequence[Seal]) -> None:
        """Keeps entries and seals apart; those that counted here are taken out."""
        write = self.connection.executemany
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

    def unquarantine(self, row: int, digests: Sequence[bytes]) -> None:
        """Drops what is to count now."""
        self.connection.executemany(
            "DELETE FROM quarantine WHERE journal = ? AND digest = ?", [(row, one) for one in digests]
        )

    def quarantined_bytes(self, node: bytes) -> int:
        """Bytes kept apart of all journals of a node."""
        found = self.connection.execute(
            "SELECT coalesce(sum(length(q.envelope) + coalesce(length(q.body), 0)), 0)"
            " FROM quarantine q JOIN journals j ON j.id = q.journal WHERE j.node = ?",
            (node,),
        ).fetchone()
        return int(found[0])
