"""Rows for the audit log, page by page behind a key: entries, accesses, log-ins and print jobs.

Entries go by the day they were written on and, within a day, in the order in which this desk got them: no
clock orders them. The desk's own rows go by the time noted in them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from desk_app.store.driver import Connection

JOURNAL, ACCESS, LOGIN, PRINT = "journal", "access", "login", "print"
SOURCES: Final = (JOURNAL, ACCESS, LOGIN, PRINT)
Key = tuple[str, int]
"""(day or time in ISO 8601, row id): behind it the next page begins."""

_COLUMNS: Final = {
    ACCESS: ("access_log", "at", "officer, name, what, about", "about"),
    LOGIN: ("login_tries", "at", "account, what, seconds", ""),
    PRINT: ("print_jobs", "created_at", "number, form, copy, reprint, state, officer_name", "number"),
}
_DAY: Final = "substr(e.envelope, 3, 4)"
_FIRST, _LAST = date.min, date.max


@dataclass(frozen=True, slots=True)
class Span:
    """Which rows: `first` to `last` (days, both included), of one dossier's `number` (its ids in
    `dossiers`; empty number: all), the newest first or the oldest."""

    first: date | None = None
    last: date | None = None
    number: str = ""
    dossiers: tuple[bytes, ...] = ()
    newest: bool = True


@dataclass(frozen=True, slots=True)
class Raw:
    """A row as it is stored; `values` are the source's columns."""

    source: str
    key: Key
    values: Sequence[Any]


def rows_behind(connection: Connection, source: str, span: Span, key: Key | None, most: int) -> list[Raw]:
    """Up to `most` rows of a source behind `key` (None: from the beginning), in the span's order."""
    if source == JOURNAL:
        return _entries(connection, span, key, most)
    return _own(connection, source, span, key, most)


def each(connection: Connection, source: str, span: Span, key: Key | None, most: int) -> Iterator[Raw]:
    """Every row of a source behind `key`, read `most` at a time."""
    while True:
        rows = rows_behind(connection, source, span, key, most)
        yield from rows
        if len(rows) < most:
            return
        key = rows[-1].key


def _entries(connection: Connection, span: Span, key: Key | None, most: int) -> list[Raw]:
    first, last = span.first or _FIRST, span.last or _LAST
    tests, values = [f"{_DAY} BETWEEN ? AND ?"], [_packed(first), _packed(last)]
    more: list[Any] = list(values)
    if span.number:
        tests.append(f"e.dossier IN ({','.join('?' * len(span.dossiers))})")
        more += span.dossiers
    way, than = ("DESC", "<") if span.newest else ("ASC", ">")
    if key is not None:
        tests.append(f"({_DAY}, e.id) {than} (?, ?)")
        more += [_packed(date.fromisoformat(key[0])), key[1]]
    query = (
        f"SELECT e.id, {_DAY}, j.node, j.channel, e.seq, e.envelope, e.body FROM entries e"
        f" JOIN journals j ON j.id = e.journal WHERE {' AND '.join(tests)}"
        f" ORDER BY {_DAY} {way}, e.id {way} LIMIT ?"
    )
    return [
        Raw(JOURNAL, (date.fromordinal(int.from_bytes(day, "big")).isoformat(), identity), rest)
        for identity, day, *rest in connection.execute(query, (*more, most))
    ]


def _own(connection: Connection, source: str, span: Span, key: Key | None, most: int) -> list[Raw]:
    table, at, columns, about = _COLUMNS[source]
    if span.number and not about:
        return []
    tests, values = ["1"], list[Any]()
    if span.first:
        tests.append(f"{at} >= ?")
        values.append(span.first.isoformat())
    if span.last:
        tests.append(f"{at} < ?")
        values.append(span.last.isoformat() + "U")  # behind the T of every time of that day
    if span.number:
        tests.append(f"{about} = ?")
        values.append(span.number)
    way, than = ("DESC", "<") if span.newest else ("ASC", ">")
    if key is not None:
        tests.append(f"({at}, id) {than} (?, ?)")
        values += key
    query = (
        f"SELECT id, {at}, {columns} FROM {table} WHERE {' AND '.join(tests)}"
        f" ORDER BY {at} {way}, id {way} LIMIT ?"
    )
    return [
        Raw(source, (when, identity), rest)
        for identity, when, *rest in connection.execute(query, (*values, most))
    ]


def dossiers_of(connection: Connection, number: str) -> tuple[bytes, ...]:
    """The ids under which a number is known here; one more where units or a mistake gave it twice."""
    found = connection.execute("SELECT DISTINCT dossier FROM dossiers WHERE number = ?", (number,))
    return tuple(bytes(one) for (one,) in found)


def numbers_of(connection: Connection, dossiers: Sequence[bytes]) -> dict[bytes, str]:
    """The numbers of some dossiers; one that does not stand is left out."""
    marks = ",".join("?" * len(dossiers))
    query = f"SELECT dossier, number FROM dossiers WHERE dossier IN ({marks})"
    return {bytes(one): str(number) for one, number in connection.execute(query, tuple(dossiers))}


def _packed(day: date) -> bytes:
    return day.toordinal().to_bytes(4, "big")
