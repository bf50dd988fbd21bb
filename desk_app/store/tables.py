"""The desk's own small tables: settings, officers, drafts, issued numbers, imported procedures."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

from desk_app.store.driver import Connection
from desk_app.store.rows import SqliteRows
from sync.journal.ledger import Ledger
from sync.model.dossier import Officer
from sync.model.number import MAX_SERIAL, OVERFLOW

_LATEST_DOSSIERS = 10_000
"""So many say which procedures are common here."""
_MONTH_MINUTES = 30 * 24 * 60
_MONTHS = 12
"""Older receptions all weigh the same: least."""


class DeskTables:
    """Reads and writes on one connection; writes belong inside a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def settings(self) -> dict[str, Any]:
        """All settings, JSON decoded."""
        return {
            key: json.loads(value)
            for key, value in self._connection.execute("SELECT key, value FROM settings")
        }

    def put_setting(self, key: str, value: object) -> None:
        """Sets one."""
        self._connection.execute(
            "INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)",
            (key, json.dumps(value, ensure_ascii=False)),
        )

    def officers(self) -> list[Officer]:
        """The officers who work here, in the order they were added."""
        rows = self._connection.execute("SELECT id, name FROM officers WHERE NOT retired ORDER BY position")
        return [Officer(identity, name) for identity, name in rows]

    def add_officer(self, name: str) -> Officer:
        """Adds one under the next free id."""
        query = "SELECT coalesce(max(position), 0) + 1 FROM officers"
        position = int(self._connection.execute(query).fetchone()[0])
        self._connection.execute(
            "INSERT INTO officers (id, name, position) VALUES (?, ?, ?)", (str(position), name, position)
        )
        return Officer(str(position), name)

    def rename_officer(self, identity: str, name: str) -> None:
        """Another name from now on; what was done keeps the name it was done under."""
        self._connection.execute("UPDATE officers SET name = ? WHERE id = ?", (name, identity))

    def retire_officer(self, identity: str) -> None:
        """Offers an officer no more; the id is never given again."""
        self._connection.execute("UPDATE officers SET retired = 1 WHERE id = ?", (identity,))

    def save_draft(self, key: str, content: str, saved_at: str, owner: str = "") -> None:
        """Keeps a draft over what stood under the key for the same `owner` (empty: the desk's)."""
        self._connection.execute(
            "INSERT OR REPLACE INTO drafts (key, owner, content, saved_at) VALUES (?, ?, ?, ?)",
            (key, owner, content, saved_at),
        )

    def drop_draft(self, key: str, owner: str = "") -> None:
        """Forgets one: the owner's or the desk's of that key, never another officer's."""
        self._connection.execute("DELETE FROM drafts WHERE key = ? AND owner IN ('', ?)", (key, owner))

    def drafts(self, owner: str = "") -> list[tuple[str, str, str]]:
        """(key, content, saved at) of an owner's and of the desk's, the oldest first; never another's."""
        return list(
            self._connection.execute(
                "SELECT key, content, saved_at FROM drafts WHERE owner IN ('', ?) ORDER BY saved_at, key",
                (owner,),
            )
        )

    def last_serial(self, identifier: str, day: date, first: int, last: int) -> int | None:
        """The highest serial issued that day in a range, with the rounds of a day that ran over."""
        found: int | None = None
        for base in range(0, MAX_SERIAL + 1, OVERFLOW):
            query = (
                "SELECT max(serial) FROM issued WHERE identifier = ? AND day = ? AND serial BETWEEN ? AND ?"
            )
            row = self._connection.execute(query, (identifier, day.isoformat(), base + first, base + last))
            (highest,) = row.fetchone()
            if highest is None:
                break
            found = int(highest)
            if found < base + last:
                break
        return found

    def issue(self, identifier: str, day: date, serial: int, dossier: bytes) -> None:
        """Records a number as issued for ever; the primary key refuses a second time."""
        self._connection.execute(
            "INSERT INTO issued (identifier, day, serial, dossier) VALUES (?, ?, ?, ?)",
            (identifier, day.isoformat(), serial, dossier),
        )

    def number_is_known(self, number: str) -> bool:
        """Whether any dossier here, of whatever origin, bears the number."""
        query = "SELECT 1 FROM dossiers WHERE number = ? LIMIT 1"
        return self._connection.execute(query, (number,)).fetchone() is not None

    def setting(self, key: str) -> Any:
        """One setting; None when it is not set."""
        row = self._connection.execute("SELECT value FROM settings WHERE key = ?", (key,)).fetchone()
        return json.loads(row[0]) if row else None

    def usage(self, desk: int | None = None) -> dict[str, int]:
        """How common each procedure is here, among the latest dossiers: a reception weighs half of one a
        month later, and eight times as much when it was this `desk`'s own.

        Asked at every start and after every reception, so that the whole history is not read for it, and no
        clock is asked: age is counted from the latest reception.
        """
        query = (
            "SELECT procedure, sum((1 << max(0, ? - (latest.at - received_at) / ?)) * iif(desk = ?, 8, 1))"
            " FROM dossiers, (SELECT max(received_at) AS at, max(id) AS id FROM dossiers"
            " WHERE id > (SELECT max(id) FROM dossiers) - ?) AS latest"
            " WHERE dossiers.id > latest.id - ? AND procedure <> '' GROUP BY +procedure"
        )
        values = (_MONTHS, _MONTH_MINUTES, desk, _LATEST_DOSSIERS, _LATEST_DOSSIERS)
        return dict(self._connection.execute(query, values).fetchall())


def rows_of(ledger: Ledger) -> SqliteRows:
    """The rows under a ledger of this store."""
    rows = ledger.rows
    if not isinstance(rows, SqliteRows):
        raise TypeError("not a ledger of the desk's store")
    return rows


def connection_of(ledger: Ledger) -> Connection:
    """The connection under a ledger of this store."""
    return rows_of(ledger).connection


def tables_of(ledger: Ledger) -> DeskTables:
    """The tables in the transaction of a ledger of this store."""
    return DeskTables(rows_of(ledger).connection)
