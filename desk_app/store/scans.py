"""The desk's table of scans' files: which are named, and how each stands with the center."""

from __future__ import annotations

from dataclasses import dataclass

from desk_app.store.driver import Connection
from desk_app.store.rows import SqliteRows
from sync.journal.ledger import Ledger

_OPEN = "t.care = 1 AND (t.held_under = x'' OR t.held_under < ? OR t.held_under > ?)"
"""Not confirmed, by the index of those this desk cares for."""


@dataclass(frozen=True, slots=True)
class NamedFile:
    """A file that a dossier of the channel names; `own`: this desk attached it."""

    channel: str
    name: bytes
    length: int
    own: bool
    url: str = ""


@dataclass(frozen=True, slots=True)
class FileState:
    """How a file stands: `held_under`, the incarnation of the center that last said it holds it (empty: none
    did), whether somebody here `wanted` it, and what is wrong with it in words. `at_hub`: the hub has it,
    since `at_hub_since` minutes since 1970.
    """

    held_under: bytes = b""
    wanted: bool = False
    problem: str = ""
    at_hub: bytes = b""
    at_hub_since: int = 0


class ScanTables:
    """Reads and writes on one connection; writes belong inside a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def same_content(self, channel: str, plain: bytes) -> tuple[bytes, bytes] | None:
        """(dossier, entry) of a scan of the channel with that plain digest, the first one."""
        query = "SELECT dossier, entry FROM scans WHERE channel = ? AND plain = ? ORDER BY entry LIMIT 1"
        row = self._connection.execute(query, (channel, plain)).fetchone()
        return (row[0], row[1]) if row else None

    def is_named(self, name: bytes) -> bool:
        """Whether any dossier names the file."""
        row = self._connection.execute("SELECT 1 FROM scans WHERE name = ? LIMIT 1", (name,)).fetchone()
        return row is not None

    def unconfirmed(self, node: bytes, incarnation: bytes) -> list[NamedFile]:
        """Files of this desk's, or fetched here, that the center has not confirmed under `incarnation`, the
        smallest first.
        """
        query = (
            "SELECT min(s.channel), s.name, s.length, max(s.node = ?), t.url"
            " FROM scan_states t JOIN scans s ON s.name = t.name"
            f" WHERE {_OPEN} GROUP BY s.name ORDER BY s.length, s.name"
        )
        rows = self._connection.execute(query, (node, incarnation, incarnation))
        return [NamedFile(channel, name, length, bool(own), url) for channel, name, length, own, url in rows]

    def not_at_hub(self, node: bytes, incarnation: bytes, hub: bytes) -> list[NamedFile]:
        """Those of the unconfirmed files that the hub, as `hub` (empty: any), has not said to have."""
        query = (
            "SELECT min(s.channel), s.name, s.length, max(s.node = ?)"
            " FROM scan_states t JOIN scans s ON s.name = t.name"
            f" WHERE {_OPEN} AND (t.at_hub = x'' OR (? <> x'' AND t.at_hub <> ?))"
            " GROUP BY s.name ORDER BY s.length, s.name"
        )
        rows = self._connection.execute(query, (node, incarnation, incarnation, hub, hub))
        return [NamedFile(channel, name, length, bool(own)) for channel, name, length, own in rows]

    def count_unconfirmed(self, node: bytes, incarnation: bytes) -> int:
        """How many files that this desk attached the center has not confirmed under `incarnation`."""
        query = (
            "SELECT count(DISTINCT s.name) FROM scan_states t JOIN scans s ON s.name = t.name"
            f" WHERE {_OPEN} AND s.node = ?"
        )
        return int(self._connection.execute(query, (incarnation, incarnation, node)).fetchone()[0])

    def oldest_unconfirmed(self, node: bytes, incarnation: bytes) -> int:
        """The day (ordinal) of the oldest entry that names a file `count_unconfirmed` counts; 0 for none."""
        query = (
            "SELECT min(substr(e.envelope, 3, 4)) FROM scan_states t JOIN scans s ON s.name = t.name"
            f" JOIN entries e ON e.digest = s.entry WHERE {_OPEN} AND s.node = ?"
        )
        day = self._connection.execute(query, (incarnation, incarnation, node)).fetchone()[0]
        return int.from_bytes(day, "big") if day else 0

    def wanted(self) -> list[NamedFile]:
        """Files that somebody here asked for, the smallest first."""
        query = (
            "SELECT min(s.channel), s.name, s.length FROM scans s JOIN scan_states t ON t.name = s.name"
            " WHERE t.wanted = 1 GROUP BY s.name ORDER BY s.length, s.name"
        )
        return [
            NamedFile(channel, name, length, False)
            for channel, name, length in self._connection.execute(query)
        ]

    def all_files(self, node: bytes) -> list[NamedFile]:
        """Every file that is named, with whether this desk attached it."""
        query = "SELECT min(channel), name, length, max(node = ?) FROM scans GROUP BY name ORDER BY name"
        rows = self._connection.execute(query, (node,))
        return [NamedFile(channel, name, length, bool(own)) for channel, name, length, own in rows]

    def state(self, name: bytes) -> FileState:
        """How one file stands."""
        query = "SELECT held_under, wanted, problem, at_hub, at_hub_since FROM scan_states WHERE name = ?"
        row = self._connection.execute(query, (name,)).fetchone()
        return FileState(row[0], bool(row[1]), row[2], row[3], row[4]) if row else FileState()

    def named_file(self, name: bytes) -> NamedFile | None:
        """The file as some dossier names it."""
        query = "SELECT min(channel), length FROM scans WHERE name = ? GROUP BY name"
        row = self._connection.execute(query, (name,)).fetchone()
        return NamedFile(row[0], name, row[1], False) if row else None

    def put_held(self, name: bytes, incarnation: bytes) -> None:
        """The center said that it holds the file (empty: that it does not)."""
        self._change(name, "held_under", incarnation)

    def put_at_hub(self, name: bytes, incarnation: bytes, minutes: int) -> None:
        """The hub said, as `incarnation`, that it has the file (empty: that it does not)."""
        query = (
            "UPDATE scan_states SET at_hub_since = CASE WHEN at_hub = ?1 THEN at_hub_since ELSE ?2 END,"
            " at_hub = ?1 WHERE name = ?3"
        )
        self._connection.execute(query, (incarnation, minutes, name))

    def count_at_hub(self, node: bytes, incarnation: bytes) -> int:
        """How many files that this desk attached are at a hub, the center's word still to come."""
        query = (
            "SELECT count(DISTINCT s.name) FROM scan_states t JOIN scans s ON s.name = t.name"
            f" WHERE {_OPEN} AND s.node = ? AND t.at_hub <> x''"
        )
        return int(self._connection.execute(query, (incarnation, incarnation, node)).fetchone()[0])

    def put_wanted(self, name: bytes, wanted: bool) -> None:
        """Somebody here wants the file, or has it now."""
        self._change(name, "wanted", int(wanted))

    def put_fetched(self, name: bytes) -> None:
        """The file was fetched: this desk could bring it to a center that lost it."""
        self._change(name, "care", 1)

    def put_url(self, name: bytes, url: str) -> None:
        """Where its upload goes on."""
        self._change(name, "url", url)

    def put_problem(self, name: bytes, problem: str) -> None:
        """What is wrong with the file here (empty: nothing)."""
        self._change(name, "problem", problem)

    def _change(self, name: bytes, column: str, value: object) -> None:
        self._connection.execute(f"UPDATE scan_states SET {column} = ? WHERE name = ?", (value, name))


def scan_tables_of(ledger: Ledger) -> ScanTables:
    """The tables in the transaction of a ledger of this store."""
    rows = ledger.rows
    if not isinstance(rows, SqliteRows):
        raise TypeError("not a ledger of the desk's store")
    return ScanTables(rows.connection)
