"""Entries that a checkpoint lent ahead of their journals, in the desk's database."""

from __future__ import annotations

from collections.abc import Sequence

from desk_app.store.driver import Connection
from sync.model.entry import Entry, trusted_entry

_CHUNK = 500


class SqliteLoans:
    """`sync.journal.port.Loans` on one connection."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def lend(self, channel: str, entries: Sequence[Entry]) -> list[Entry]:
        held = "SELECT 1 FROM entries e JOIN journals j ON j.id = e.journal"
        fresh: list[Entry] = []
        for one in entries:
            made = self.connection.execute(
                "INSERT OR IGNORE INTO lent (digest, channel, node, dossier, kind, day, envelope, body)"
                f" SELECT ?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8"
                f" WHERE NOT EXISTS ({held} WHERE e.digest = ?1 AND j.channel = ?2)",
                (
                    one.digest,
                    channel,
                    one.journal.node,
                    one.dossier or None,
                    one.kind,
                    one.day,
                    one.envelope,
                    one.body,
                ),
            )
            if made.rowcount > 0:
                fresh.append(one)
        return fresh

    def repaid(self, channel: str, digests: Sequence[bytes]) -> None:
        for start in range(0, len(digests), _CHUNK):
            some = digests[start : start + _CHUNK]
            marks = ",".join("?" * len(some))
            self.connection.execute(
                f"DELETE FROM lent WHERE digest IN ({marks}) AND channel = ?", (*some, channel)
            )

    def lent(self, channel: str, most: int) -> Sequence[Entry]:
        rows = self.connection.execute(
            "SELECT envelope, body FROM lent WHERE channel = ? LIMIT ?", (channel, most)
        )
        return [trusted_entry(envelope, body) for envelope, body in rows]

    def lent_of(self, channel: str, node: bytes) -> Sequence[Entry]:
        rows = self.connection.execute(
            "SELECT envelope, body FROM lent WHERE node = ? AND channel = ?", (node, channel)
        )
        return [trusted_entry(envelope, body) for envelope, body in rows]
