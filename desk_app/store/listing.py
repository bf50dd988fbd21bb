"""Lists of dossiers that stand in the order of an index: what is due, waiting, ready; and filters."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time

from desk_app.store.driver import Connection
from desk_app.store.figures import Behind
from desk_app.store.projections import minutes
from desk_app.store.search import COLUMNS, NOT_TWICE, DossierRow, row_from
from sync.model.moment import VIETNAM, day_of
from sync.model.status import Status
from sync.model.whereabouts import SENT

RUNNING = "d.ended_at IS NULL AND d.status IN ('received', 'processing')"
"""Dossiers whose clock runs: it stands while a supplement or a payment is waited for."""


@dataclass(frozen=True, slots=True)
class Filters:
    """What a list is narrowed to; what is empty narrows nothing.

    `statuses` are any of; `officer` is the receiving officer's id, `field` the procedure's field; `due_from`
    and `due_to` are days, both included; `received_from` and `received_to` likewise. `overdue`: the clock
    runs and the due time is before the moment asked at. `annulled`: None for both. `behind`: those alone that
    a figure of the reports counts.
    """

    statuses: frozenset[Status] = frozenset()
    procedure: str = ""
    officer: str = ""
    field: str = ""
    due_from: date | None = None
    due_to: date | None = None
    received_from: date | None = None
    received_to: date | None = None
    overdue: bool = False
    annulled: bool | None = None
    behind: Behind | None = None

    def tests(self, now: datetime) -> tuple[str, tuple[object, ...]]:
        """The condition in SQL on the table ``d``, and its values; empty when nothing is narrowed."""
        found: list[str] = []
        values: list[object] = []
        if self.statuses:
            found.append(f"d.status IN ({','.join('?' * len(self.statuses))})")
            values += sorted(str(one) for one in self.statuses)
        for column, value in (
            ("procedure", self.procedure),
            ("officer", self.officer),
            ("field", self.field),
        ):
            if value:
                found.append(f"d.{column} = ?")
                values.append(value)
        for column, first, last in (
            ("due_at", self.due_from, self.due_to),
            ("received_at", self.received_from, self.received_to),
        ):
            if first:
                found.append(f"d.{column} >= ?")
                values.append(day_start(first))
            if last:
                found.append(f"d.{column} <= ?")
                values.append(day_start(last) + 24 * 60 - 1)
        if self.overdue:
            found.append(f"{RUNNING} AND d.due_at < ?")
            values.append(minutes(now))
        if self.annulled is not None:
            found.append(f"d.annulled = {int(self.annulled)}")
        if self.behind is not None:
            test, held = self.behind.tests(now)
            found.append(test)
            values += held
        return " AND ".join(found), tuple(values)

    def allows(self, row: DossierRow, now: datetime) -> bool:
        """The same condition on a row that was read, but for `behind`: a row does not say that."""
        running = row.ended_at is None and row.status in (Status.RECEIVED, Status.PROCESSING)
        return (
            (not self.statuses or row.status in self.statuses)
            and self.procedure in ("", row.procedure)
            and self.officer in ("", row.officer)
            and self.field in ("", row.field)
            and _within(row.due_at, self.due_from, self.due_to)
            and _within(row.received_at, self.received_from, self.received_to)
            and (not self.overdue or (running and row.due_at < now))
            and self.annulled in (None, row.annulled)
        )


def _within(moment: datetime, first: date | None, last: date | None) -> bool:
    day = day_of(moment)
    return (first is None or day >= first) and (last is None or day <= last)


def day_start(day: date) -> int:
    """The first minute of a day, as the store counts them."""
    return minutes(datetime.combine(day, time(0), VIETNAM)) or 0


def due_between(
    connection: Connection, first: int | None, last: int, limit: int
) -> tuple[int, list[DossierRow]]:
    """How many dossiers with a running clock are due from minute `first` to before `last`; the first ones."""
    where = f"{RUNNING} AND d.due_at < ?" + ("" if first is None else " AND d.due_at >= ?")
    values = (last,) if first is None else (last, first)
    return _counted(connection, where, values, "d.due_at", limit)


def waiting(connection: Connection, status: Status, limit: int) -> tuple[int, list[DossierRow]]:
    """Dossiers that wait for the citizen (`SUPPLEMENT`, `FEE_DUE`), the longest first."""
    where = f"d.status = '{status}' AND d.status IN ('supplement', 'fee_due') AND d.annulled = 0"
    return _counted(connection, where, (), "d.status_since", limit)


def done(connection: Connection, limit: int, *, here: bool) -> tuple[int, list[DossierRow]]:
    """Finished and not yet returned: with the result here, ready to be collected, or still on its way."""
    where = f"d.status = 'done' AND d.annulled = 0 AND d.ready_at IS {'NOT NULL' if here else 'NULL'}"
    return _counted(connection, where, (), "d.ready_at, d.ended_at", limit)


def sent_on(connection: Connection, limit: int) -> list[DossierRow]:
    """Open dossiers that one unit has sent to another and that are not accepted there yet, by due time."""
    where = f"d.ended_at IS NULL AND d.away_state = '{SENT}' AND {NOT_TWICE}"
    query = f"SELECT {COLUMNS} FROM dossiers d WHERE {where} ORDER BY d.due_at LIMIT ?"
    return [row_from(one) for one in connection.execute(query, (limit,))]


def rows_of_ids(connection: Connection, dossiers: Sequence[bytes]) -> dict[bytes, DossierRow]:
    """The rows of dossier ids."""
    marks = ",".join("?" * len(dossiers))
    query = f"SELECT {COLUMNS} FROM dossiers d WHERE d.dossier IN ({marks})"
    return {row.id: row for row in map(row_from, connection.execute(query, tuple(dossiers)))}


def filtered(
    connection: Connection, filters: Filters, now: datetime, limit: int, before: int | None
) -> list[DossierRow]:
    """Dossiers under the filters alone, newest first; `before` pages (a row's `row`)."""
    tests, values = filters.tests(now)
    below = 2**62 if before is None else before
    where = f"{tests} AND d.id < ? AND {NOT_TWICE}" if tests else f"d.id < ? AND {NOT_TWICE}"
    query = f"SELECT {COLUMNS} FROM dossiers d WHERE {where} ORDER BY d.id DESC LIMIT ?"
    return [row_from(one) for one in connection.execute(query, (*values, below, limit))]


def _counted(
    connection: Connection, where: str, values: tuple[object, ...], order: str, limit: int
) -> tuple[int, list[DossierRow]]:
    where = f"{where} AND {NOT_TWICE}"
    count = int(connection.execute(f"SELECT count(*) FROM dossiers d WHERE {where}", values).fetchone()[0])
    query = f"SELECT {COLUMNS} FROM dossiers d WHERE {where} ORDER BY {order} LIMIT ?"
    rows = connection.execute(query, (*values, limit)) if count else ()
    return count, [row_from(one) for one in rows]
