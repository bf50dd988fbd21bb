"""Tables of logging in at this desk: what was tried, who must wait, and who read or took what away."""

from __future__ import annotations

from dataclasses import dataclass

from desk_app.store.driver import Connection

_MOST_STRANGERS = 500
"""Names that are nobody's are counted like accounts, so that waiting tells nothing; the oldest are let go."""


@dataclass(frozen=True, slots=True)
class Waiting:
    """A log-in name's wrong tries in a row, and the seconds it still had to wait when the machine had run for
    `ticks` seconds."""

    failures: int
    seconds: float
    ticks: float


class LoginTables:
    """Reads and writes on one connection; writes belong inside a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def waiting(self, name: bytes) -> Waiting:
        """What is held of a name (a digest of it)."""
        query = "SELECT failures, seconds, ticks FROM login_waits WHERE name = ?"
        row = self._connection.execute(query, (name,)).fetchone()
        return Waiting(*row) if row else Waiting(0, 0.0, 0.0)

    def wait(self, name: bytes, waiting: Waiting, *, known: bool) -> None:
        """Notes a name's waiting; `known`: it is an account's, and no number of strangers pushes it out."""
        write = self._connection.execute
        write("DELETE FROM login_waits WHERE name = ?", (name,))
        write(
            "INSERT INTO login_waits (name, failures, seconds, ticks, known) VALUES (?, ?, ?, ?, ?)",
            (name, waiting.failures, waiting.seconds, waiting.ticks, known),
        )
        write(
            "DELETE FROM login_waits WHERE NOT known AND id <= (SELECT max(id) FROM login_waits) - ?",
            (_MOST_STRANGERS,),
        )

    def free(self, name: bytes) -> None:
        """Forgets a name's wrong tries."""
        self._connection.execute("DELETE FROM login_waits WHERE name = ?", (name,))

    def note_try(self, at: str, account: str, what: str, seconds: int) -> None:
        """A log-in that was tried: `account` its id, or empty for a name that is nobody's (it may be a
        password typed in the wrong field, so the name is not kept)."""
        self._connection.execute(
            "INSERT INTO login_tries (at, account, what, seconds) VALUES (?, ?, ?, ?)",
            (at, account, what, seconds),
        )

    def tries(self, after: int = 0, most: int = 1000) -> list[tuple[int, str, str, str, int]]:
        """(id, at, account, what, seconds to wait) behind an id, the oldest first."""
        query = "SELECT id, at, account, what, seconds FROM login_tries WHERE id > ? ORDER BY id LIMIT ?"
        return list(self._connection.execute(query, (after, most)))

    def note_access(self, rows: list[tuple[str, str, str, str, str]]) -> None:
        """What was read or taken away: (at, officer's id, officer's name, what, about)."""
        self._connection.executemany(
            "INSERT INTO access_log (at, officer, name, what, about) VALUES (?, ?, ?, ?, ?)", rows
        )

    def accesses(self, after: int = 0, most: int = 1000) -> list[tuple[int, str, str, str, str, str]]:
        """(id, at, officer's id, name, what, about) behind an id, the oldest first."""
        query = "SELECT id, at, officer, name, what, about FROM access_log WHERE id > ? ORDER BY id LIMIT ?"
        return list(self._connection.execute(query, (after, most)))
