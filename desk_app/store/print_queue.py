"""The table of print jobs: the rows of `print_jobs` as `PrintJob` values."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import astuple, fields
from datetime import datetime

from desk_app.domain.print_job import JobState, PrintJob
from desk_app.store.driver import Connection
from desk_app.store.rows import SqliteRows
from sync.journal.ledger import Ledger

_NAMES = tuple(one.name for one in fields(PrintJob))
_COLUMNS = ", ".join(_NAMES)
_SAME = "dossier = ? AND number = ? AND form = ? AND copy = ? AND issue = ?"


class PrintQueue:
    """Reads and writes on one connection; writes belong inside a transaction."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def add(self, job: PrintJob) -> int:
        """Adds a job under the next id, which it returns; the job's own id is not looked at."""
        marks = ", ".join("?" * (len(_NAMES) - 1))
        columns = ", ".join(_NAMES[1:])
        made = self._connection.execute(
            f"INSERT INTO print_jobs ({columns}) VALUES ({marks})", _values(job)[1:]
        )
        return int(made.lastrowid)

    def save(self, job: PrintJob) -> None:
        """Writes a job over itself."""
        sets = ", ".join(f"{name} = ?" for name in _NAMES[1:])
        self._connection.execute(f"UPDATE print_jobs SET {sets} WHERE id = ?", (*_values(job)[1:], job.id))

    def get(self, job: int) -> PrintJob | None:
        """One job."""
        query = f"SELECT {_COLUMNS} FROM print_jobs WHERE id = ?"
        row = self._connection.execute(query, (job,)).fetchone()
        return _job(row) if row else None

    def of_dossier(self, dossier: bytes) -> list[PrintJob]:
        """A dossier's jobs, the newest first."""
        query = f"SELECT {_COLUMNS} FROM print_jobs WHERE dossier = ? ORDER BY id DESC"
        return [_job(row) for row in self._connection.execute(query, (dossier,))]

    def in_states(self, states: Collection[JobState]) -> list[PrintJob]:
        """The jobs in some states, the oldest first."""
        marks = ", ".join("?" * len(states))
        query = f"SELECT {_COLUMNS} FROM print_jobs WHERE state IN ({marks}) ORDER BY id"
        return [_job(row) for row in self._connection.execute(query, [str(one) for one in states])]

    def latest(self, limit: int) -> list[PrintJob]:
        """The newest jobs first."""
        query = f"SELECT {_COLUMNS} FROM print_jobs ORDER BY id DESC LIMIT ?"
        return [_job(row) for row in self._connection.execute(query, (limit,))]

    def offered(self, job: PrintJob) -> list[PrintJob]:
        """The failed and doubtful jobs for the same document."""
        query = f"SELECT {_COLUMNS} FROM print_jobs WHERE {_SAME} AND state IN ('failed', 'doubtful')"
        return [_job(row) for row in self._connection.execute(query, _document(job))]

    def next_reprint(self, job: PrintJob) -> int:
        """The reprint number of the next paper of this document: 0 while none can be out."""
        query = f"SELECT max(reprint) + 1 FROM print_jobs WHERE {_SAME} AND out = 1"
        return int(self._connection.execute(query, _document(job)).fetchone()[0] or 0)


def print_queue_of(ledger: Ledger) -> PrintQueue:
    """The queue in the transaction of a ledger of this store."""
    rows = ledger.rows
    if not isinstance(rows, SqliteRows):
        raise TypeError("not a ledger of the desk's store")
    return PrintQueue(rows.connection)


def _document(job: PrintJob) -> tuple[object, ...]:
    return job.dossier, job.number, job.form, job.copy, job.issue


def _values(job: PrintJob) -> list[object]:
    return [_plain(value) for value in astuple(job)]


def _plain(value: object) -> object:
    if isinstance(value, datetime):
        return value.isoformat()
    if isinstance(value, JobState):
        return str(value)
    return int(value) if isinstance(value, bool) else value


def _job(row: tuple[object, ...]) -> PrintJob:
    values = dict(zip(_NAMES, row, strict=True))
    values["state"] = JobState(str(values["state"]))
    values["out"] = bool(values["out"])
    for name in ("created_at", "changed_at"):
        values[name] = datetime.fromisoformat(str(values[name]))
    return PrintJob(**values)  # type: ignore[arg-type]
