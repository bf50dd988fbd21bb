"""The table of queue tickets: the rows of `tickets` as `Ticket` values."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import astuple, fields
from datetime import date, datetime

from desk_app.domain.queue import Ticket, TicketState
from desk_app.store.driver import Connection
from desk_app.store.rows import SqliteRows
from sync.journal.ledger import Ledger

_NAMES = tuple(one.name for one in fields(Ticket))
_COLUMNS = ", ".join(_NAMES)


class QueueTable:
    """Reads and writes on one connection; writes belong inside a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def next_serial(self, day: date, letter: str) -> int:
        """The next serial of a day and letter, from 1; tickets are never deleted, so none comes twice."""
        query = "SELECT coalesce(max(serial), 0) + 1 FROM tickets WHERE day = ? AND letter = ?"
        return int(self._connection.execute(query, (day.isoformat(), letter)).fetchone()[0])

    def add(self, ticket: Ticket) -> int:
        """Adds a ticket under the next id, which it returns; its own id is not looked at."""
        marks = ", ".join("?" * (len(_NAMES) - 1))
        columns = ", ".join(_NAMES[1:])
        made = self._connection.execute(f"INSERT INTO tickets ({columns}) VALUES ({marks})", _values(ticket))
        return int(made.lastrowid)

    def save(self, ticket: Ticket) -> None:
        """Writes a ticket over itself."""
        sets = ", ".join(f"{name} = ?" for name in _NAMES[1:])
        self._connection.execute(f"UPDATE tickets SET {sets} WHERE id = ?", (*_values(ticket), ticket.id))

    def of_turn(self, day: date, letter: str, serial: int) -> Ticket | None:
        """The ticket of a day with a number."""
        found = self._rows("day = ? AND letter = ? AND serial = ?", day.isoformat(), letter, serial)
        return found[0] if found else None

    def of_day(self, day: date) -> list[Ticket]:
        """All tickets of a day, as they were taken."""
        return self._rows("day = ?", day.isoformat())

    def in_states(self, day: date, states: Collection[TicketState]) -> list[Ticket]:
        """The tickets of a day in some states, as they were taken."""
        marks = ", ".join("?" * len(states))
        return self._rows(f"day = ? AND state IN ({marks})", day.isoformat(), *map(str, states))

    def _rows(self, test: str, *values: object) -> list[Ticket]:
        query = f"SELECT {_COLUMNS} FROM tickets WHERE {test} ORDER BY id"
        return [_ticket(row) for row in self._connection.execute(query, values)]


def queue_table_of(ledger: Ledger) -> QueueTable:
    """The table in the transaction of a ledger of this store."""
    rows = ledger.rows
    if not isinstance(rows, SqliteRows):
        raise TypeError("not a ledger of the desk's store")
    return QueueTable(rows.connection)


def _values(ticket: Ticket) -> list[object]:
    return [_plain(value) for value in astuple(ticket)][1:]


def _plain(value: object) -> object:
    if isinstance(value, date):  # a datetime, too
        return value.isoformat()
    return str(value) if isinstance(value, TicketState) else value


def _ticket(row: tuple[object, ...]) -> Ticket:
    values = dict(zip(_NAMES, row, strict=True))
    values["state"] = TicketState(str(values["state"]))
    values["day"] = date.fromisoformat(str(values["day"]))
    for name in ("taken_at", "since", "called_at"):
        values[name] = datetime.fromisoformat(str(values[name])) if values[name] else None
    return Ticket(**values)  # type: ignore[arg-type]
