"""Deleting bodies for good in the desk's database: `Rows.purge`, and what the search index leaves behind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from desk_app.store.driver import Connection
from desk_app.store.quarantine import QuarantineRows
from sync.model.entry import PERSONAL, Entry, trusted_entry

_CHUNK = 400
SWEEP = "purge-sweep"
"""Note: something was purged whose words may still lie in the search index and the log of the database."""
PURGES = "purge-count"
"""Note: how often something was purged here; a mirror that knows another number still has the bodies."""
_PERSONAL = "substr(envelope, 2, 1) IN (x'02', x'03')"
"""Byte 2 of an envelope holds its flags."""
_LENT = f"UPDATE lent SET body = NULL WHERE {_PERSONAL} AND"
_OF_CHANNEL = "journal IN (SELECT id FROM journals WHERE channel = ?)"


class PurgeRows(QuarantineRows):
    """`Rows`, the part that deletes."""

    def purge(self, channel: str, dossiers: Sequence[bytes], digests: Sequence[bytes]) -> set[bytes]:
        """Deletes the personal bodies of these dossiers and entries, and who is offered again from them."""
        write = self.connection.execute
        touched: set[bytes] = set()
        for marks, some in _chunks(dossiers):
            where = f"dossier IN ({marks})"
            write(
                f"UPDATE entries SET body = NULL WHERE {where} AND {_PERSONAL} AND {_OF_CHANNEL}",
                (*some, channel),
            )
            write(
                f"UPDATE lent SET body = NULL WHERE {where} AND {_PERSONAL} AND channel = ?", (*some, channel)
            )
            write(f"DELETE FROM scans WHERE {where} AND channel = ?", (*some, channel))
            write(f"DELETE FROM print_jobs WHERE {where}", some)
            keys = f"SELECT key FROM people WHERE seen_in IN ({marks})"
            write(f"DELETE FROM homes WHERE key IN ({keys})", some)
            write(f"DELETE FROM people WHERE seen_in IN ({marks})", some)
        for dossier in dossiers:
            write("DELETE FROM drafts WHERE instr(content, ?) > 0", (dossier.hex(),))
        for marks, some in _chunks(digests):
            where = f"digest IN ({marks})"
            found = write(
                f"SELECT dossier FROM entries WHERE {where} AND dossier IS NOT NULL AND {_OF_CHANNEL}",
                (*some, channel),
            )
            touched.update(bytes(one) for (one,) in found)
            write(
                f"UPDATE entries SET body = NULL WHERE {where} AND {_PERSONAL} AND {_OF_CHANNEL}",
                (*some, channel),
            )
            write(
                f"UPDATE lent SET body = NULL WHERE {where} AND {_PERSONAL} AND channel = ?", (*some, channel)
            )
            write(f"DELETE FROM scans WHERE entry IN ({marks}) AND channel = ?", (*some, channel))
        self._purge_apart(channel, frozenset(dossiers), frozenset(digests))
        self.put_note(SWEEP, b"1")
        self.put_note(PURGES, str(int(self.note(PURGES) or b"0") + 1).encode())
        return touched

    def _purge_apart(self, channel: str, dossiers: frozenset[bytes], digests: frozenset[bytes]) -> None:
        rows = self.connection.execute(
            f"SELECT journal, seq, digest, envelope FROM quarantine WHERE body IS NOT NULL AND {_PERSONAL}"
            f" AND {_OF_CHANNEL}",
            (channel,),
        ).fetchall()
        for journal, seq, digest, envelope in rows:
            if digest in digests or trusted_entry(envelope, None).dossier in dossiers:
                self.connection.execute(
                    "UPDATE quarantine SET body = NULL WHERE journal = ? AND seq = ? AND digest = ?",
                    (journal, seq, digest),
                )

    def give_body(self, row: int, entry: Entry) -> None:
        """Puts back the body of an entry that is held without it."""
        self.connection.execute(
            "UPDATE entries SET body = ? WHERE digest = ? AND journal = ?", (entry.body, entry.digest, row)
        )


assert PERSONAL == 2


def _chunks(items: Sequence[bytes]) -> Iterator[tuple[str, Sequence[bytes]]]:
    for at in range(0, len(items), _CHUNK):
        some = items[at : at + _CHUNK]
        yield ",".join("?" * len(some)), some


def sweep_index(connection: Connection) -> None:
    """Merges the search index, so that no word of a deleted row is left in it; inside a transaction.

    An index without content cannot delete words at once: it only marks their rows (FTS5, 4.4.3).
    """
    for table in ("names", "fragments"):
        connection.execute(f"INSERT INTO {table} ({table}) VALUES ('optimize')")
