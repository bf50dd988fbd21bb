"""Finding dossiers and people: exact number, folded words, fragments of codes; never a scan.

Lists are ordered by row or by an index, newest first, and paged by key; no OFFSET, no ranking.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from desk_app.store.driver import Connection
from desk_app.store.projections import homes_of, person_key
from sync.model.bodies import person_in
from sync.model.dossier import ANNULLED_LABEL, PURGED_LABEL, Person
from sync.model.moment import VIETNAM
from sync.model.purge import PURGED_FLAG
from sync.model.status import Status
from sync.model.text import fold
from sync.model.whereabouts import Whereabouts

MAX_TEXT, MAX_WORDS = 200, 8
_TELLING = 7
"""So many characters at a code's end (one more where it is not all digits) leave a handful of a million."""
_LOOKED_AT = 100
"""The latest dossiers among which returning applicants are looked for."""
COLUMNS = (
    "d.id, d.dossier, d.channel, d.number, d.status, d.unit, d.procedure, d.procedure_name, d.owner,"
    " d.received_at, d.due_at, d.flags, d.ended_at, d.phone, d.holder, d.place, d.status_since, d.ready_at,"
    " d.returned_at, d.returned_way, d.renewed, d.fee, d.paid, d.result, d.annulled, d.field, d.officer,"
    " d.away_state, d.away_name, d.away_at"
)

NOT_TWICE = (
    "NOT (d.channel <> 'unit:' || d.unit AND EXISTS (SELECT 1 FROM dossiers home"
    " WHERE home.dossier = d.dossier AND home.channel = 'unit:' || d.unit))"
)
"""Not what was carried into another unit's channel, where this desk reads the dossier's own channel too (two
units that had sent it to and fro were merged)."""


@dataclass(frozen=True, slots=True)
class DossierRow:
    """A dossier as lists show it. `row` pages the list; `acknowledged`: the center holds all of it.

    `phone` is the one to call; `holder` and `place` say where the papers are; `ready_at` since when the
    result lies at the desk, `returned_at` and `returned_way` (a relation of the collector) how it went; `fee`
    and `paid` in dong; `officer` is the receiving officer's id; `away` says where it is while another unit is
    concerned with it.
    """

    row: int
    id: bytes
    channel: str
    number: str
    status: Status
    unit: str
    procedure: str
    procedure_name: str
    owner: str
    received_at: datetime
    due_at: datetime
    flags: tuple[str, ...]
    acknowledged: bool = False
    ended_at: datetime | None = None
    phone: str = ""
    holder: str = ""
    place: str = ""
    status_since: datetime | None = None
    ready_at: datetime | None = None
    returned_at: datetime | None = None
    returned_way: str = ""
    renewed: bool = False
    fee: int = 0
    paid: int = 0
    result: str = ""
    annulled: bool = False
    field: str = ""
    officer: str = ""
    away: Whereabouts | None = None

    @property
    def label(self) -> str:
        """The state in Vietnamese."""
        if PURGED_FLAG in self.flags:
            return PURGED_LABEL
        return ANNULLED_LABEL if self.annulled else self.status.label


def from_minutes(minutes: int) -> datetime:
    """The moment of whole minutes since 1970, in +07:00."""
    return datetime.fromtimestamp(minutes * 60, UTC).astimezone(VIETNAM)


def find_rows(connection: Connection, text: str, limit: int, before: int | None = None) -> list[DossierRow]:
    """Dossiers that match every word of `text`, newest first; `before` is the last page's last `row`."""
    words, codes = split_query(text)
    below = 2**62 if before is None else before
    if not words and not codes:
        query = f"SELECT {COLUMNS} FROM dossiers d WHERE d.id < ? AND {NOT_TWICE} ORDER BY d.id DESC LIMIT ?"
        return _rows(connection, query, (below, limit))
    exact = text.strip().upper()
    query = (
        f"SELECT {COLUMNS} FROM dossiers d WHERE d.number = ? AND d.id < ? AND {NOT_TWICE}"
        " ORDER BY d.id DESC LIMIT ?"
    )
    found = _rows(connection, query, (exact, below, limit))
    if found:
        return found
    tests, values = _matches(words, codes)
    query = f"SELECT {COLUMNS} FROM dossiers d WHERE d.id IN ({tests}) ORDER BY d.id DESC"
    found = []
    while len(found) < limit:
        some = _rows(connection, query, (*values, below, limit))
        found += [
            row
            for row in some
            if _bears(connection, row.id, row.number, codes) and not _twice(connection, row)
        ]
        if len(some) < limit:
            break
        below = some[-1].row
    return found[:limit]


def _matches(words: Sequence[str], codes: Sequence[str]) -> tuple[str, tuple[object, ...]]:
    """The rowids that may match, newest first and no more than asked; the callers add (below, limit) and look
    with `_bears` at what of a long code is not asked here.

    The beginnings of codes are common to a whole commune: going through a million places of theirs would cost
    more than all the rest, and the ends alone leave a handful.
    """
    match = " AND ".join(f'"{word}" *' for word in words)
    pieces = " AND ".join(f'"{_end(code)}"' for code in codes)
    order = "AND rowid < ? ORDER BY rowid DESC LIMIT ?"
    if not codes:
        return f"SELECT rowid FROM names WHERE names MATCH ? {order}", (match,)
    if not words:
        return f"SELECT rowid FROM fragments WHERE fragments MATCH ? {order}", (pieces,)
    both = "rowid IN (SELECT rowid FROM fragments WHERE fragments MATCH ?)"
    return f"SELECT rowid FROM names WHERE names MATCH ? AND {both} {order}", (match, pieces)


def _end(code: str) -> str:
    return code[-_TELLING:] if code.isdigit() else code[-_TELLING - 1 :]


def _twice(connection: Connection, row: DossierRow) -> bool:
    """Whether the row is one that `NOT_TWICE` leaves out."""
    home = f"unit:{row.unit}"
    if row.channel == home:
        return False
    query = "SELECT 1 FROM dossiers WHERE dossier = ? AND channel = ?"
    return connection.execute(query, (row.id, home)).fetchone() is not None


def _bears(connection: Connection, dossier: bytes, number: str, codes: Sequence[str]) -> bool:
    """Whether a dossier whose codes have the ends of `codes` has them whole: in its number or in an entry."""
    rest = [code for code in codes if _end(code) != code and code not in number.lower()]
    if not rest:
        return True
    query = "SELECT body FROM entries WHERE dossier = ?1 UNION ALL SELECT body FROM lent WHERE dossier = ?1"
    bodies = connection.execute(query, (dossier,)).fetchall()
    said = b" ".join(body or b"" for (body,) in bodies).lower()
    return all(code.encode("ascii") in said for code in rest)


def split_query(text: str) -> tuple[list[str], list[str]]:
    """Folded words, and pieces of codes (with a digit, at least 3 characters); others are left out."""
    words: list[str] = []
    codes: list[str] = []
    for part in fold(text[:MAX_TEXT]).split():
        if any(char.isdigit() for char in part):
            code = "".join(char for char in part if char.isascii() and (char.isalnum() or char in ".-"))
            if len(code) >= 3:
                codes.append(code)
                continue
        words += [
            "".join(char for char in piece if char.isalnum()) for piece in part.replace("-", " ").split()
        ]
    return [word for word in words if word][:MAX_WORDS], codes[:MAX_WORDS]


def rows_by_number(connection: Connection, number: str) -> list[DossierRow]:
    """Every dossier that bears the number; more than one is a doubled number, and all are shown."""
    query = f"SELECT {COLUMNS} FROM dossiers d WHERE d.number = ? AND {NOT_TWICE} ORDER BY d.id"
    return _rows(connection, query, (number.strip().upper(),))


def row_of(connection: Connection, dossier: bytes) -> DossierRow | None:
    """The row of a dossier id."""
    query = f"SELECT {COLUMNS} FROM dossiers d WHERE d.dossier = ? AND {NOT_TWICE} ORDER BY d.id LIMIT 1"
    return next(iter(_rows(connection, query, (dossier,))), None)


def open_rows(connection: Connection) -> list[DossierRow]:
    """Every dossier whose time still runs, by due time."""
    query = f"SELECT {COLUMNS} FROM dossiers d WHERE d.ended_at IS NULL ORDER BY d.due_at"
    return _rows(connection, query, ())


def ready_rows(connection: Connection, limit: int) -> list[DossierRow]:
    """Dossiers whose result is there and not yet collected, the newest results first."""
    where = "d.status = 'done' AND d.annulled = 0 AND d.ready_at IS NOT NULL"
    query = f"SELECT {COLUMNS} FROM dossiers d WHERE {where} ORDER BY d.ready_at DESC LIMIT ?"
    return _rows(connection, query, (limit,))


def rows_of_days(connection: Connection, first: date, last: date) -> list[DossierRow]:
    """Dossiers received from `first` to `last`, in the order of reception."""
    begin = datetime.combine(first, time(0), VIETNAM).timestamp() // 60
    end = datetime.combine(last, time(23, 59), VIETNAM).timestamp() // 60
    query = (
        f"SELECT {COLUMNS} FROM dossiers d WHERE d.received_at BETWEEN ? AND ? ORDER BY d.received_at, d.id"
    )
    return _rows(connection, query, (begin, end))


def rows_by_lookup(connection: Connection, key: int) -> list[DossierRow]:
    """Dossiers whose look-up code has this key (`sync.model.lookup_code`)."""
    query = f"SELECT {COLUMNS} FROM dossiers d WHERE d.lookup = ? ORDER BY d.id"
    return _rows(connection, query, (key,))


def count_dossiers(connection: Connection) -> int:
    """How many dossiers the desk holds: rows are numbered from 1 without gaps and never deleted."""
    return int(connection.execute("SELECT coalesce(max(id), 0) FROM dossiers").fetchone()[0])


def find_persons(connection: Connection, text: str, limit: int) -> list[Person]:
    """Applicants seen before, by number, phone or name, the latest first."""
    words, codes = split_query(text)
    if not words and not codes:
        return []
    tests, values = _matches(words, codes)
    found = connection.execute(
        f"SELECT dossier, number, person FROM dossiers WHERE id IN ({tests}) ORDER BY id DESC",
        (*values, 2**62, _LOOKED_AT),
    ).fetchall()
    keys = dict.fromkeys(
        person for dossier, number, person in found if _bears(connection, dossier, number, codes)
    )
    query = "SELECT content FROM people WHERE key = ?"
    rows = [connection.execute(query, (key,)).fetchone() for key in list(keys)[:limit]]
    return [person_in(json.loads(row[0]), "applicant") for row in rows if row is not None]


def rows_of_matter(
    connection: Connection, procedure: str, text: str, since: datetime, limit: int
) -> list[DossierRow]:
    """The newest dossiers of a procedure that match every word of `text` and are not over, or were received
    since then."""
    words, codes = split_query(text)
    if not words and not codes:
        return []
    tests, values = _matches(words, codes)
    query = (
        f"SELECT {COLUMNS} FROM dossiers d WHERE d.id IN ({tests}) AND d.procedure = ?"
        " AND (d.ended_at IS NULL OR d.received_at >= ?) ORDER BY d.id DESC LIMIT ?"
    )
    found = _rows(connection, query, (*values, 2**62, _LOOKED_AT, procedure, since.timestamp() // 60, limit))
    return [row for row in found if _bears(connection, row.id, row.number, codes)]


def rows_received_with(connection: Connection, dossier: bytes) -> list[DossierRow]:
    """The dossiers handed in together with one: by the same applicant to the same officer in the same minute,
    in the order of their numbers.
    """
    query = (
        f"SELECT {COLUMNS} FROM dossiers d, (SELECT person, received_at, officer, desk, channel"
        " FROM dossiers WHERE dossier = ? LIMIT 1) AS one"
        " WHERE d.received_at = one.received_at AND d.person = one.person AND d.officer = one.officer"
        " AND d.desk = one.desk AND d.channel = one.channel ORDER BY d.number, d.id"
    )
    return _rows(connection, query, (dossier,))


def find_household(connection: Connection, person: Person, limit: int) -> list[Person]:
    """Applicants seen at the person's address or with the same phone, the latest first; not the person."""
    homes = homes_of(person)
    marks = ",".join("?" * len(homes))
    query = (
        "SELECT content FROM people WHERE key IN (SELECT key FROM homes WHERE home IN ("
        f"{marks}) AND key <> ? LIMIT {_LOOKED_AT}) ORDER BY seen_at DESC LIMIT ?"
    )
    rows = connection.execute(query, (*homes, person_key(person), limit)).fetchall()
    return [person_in(json.loads(content), "applicant") for (content,) in rows]


def ready_matching(connection: Connection, text: str, limit: int) -> list[DossierRow]:
    """Finished and not yet returned dossiers that match every word, those that waited longest first.

    Goes through what waits to be collected and asks each whether it matches, not through every namesake.
    """
    words, codes = split_query(text)
    tests = ["d.status = 'done'", "d.annulled = 0"]
    values: list[object] = []
    for table, matched in (
        ("names", " AND ".join(f'"{word}" *' for word in words)),
        ("fragments", " AND ".join(f'"{_end(code)}"' for code in codes)),
    ):
        if matched:
            tests.append(f"EXISTS (SELECT 1 FROM {table} WHERE {table} MATCH ? AND rowid = d.id)")
            values.append(matched)
    query = f"SELECT {COLUMNS} FROM dossiers d WHERE {' AND '.join(tests)} ORDER BY d.ready_at, d.id LIMIT ?"
    found = _rows(connection, query, (*values, limit))
    return [row for row in found if _bears(connection, row.id, row.number, codes)]


def ready_of_applicant(connection: Connection, dossier: bytes, limit: int) -> list[DossierRow]:
    """The other dossiers of the same applicant whose result lies here to be collected."""
    query = (
        f"SELECT {COLUMNS} FROM dossiers d, (SELECT person FROM dossiers WHERE dossier = ? LIMIT 1) AS one"
        " WHERE d.status = 'done' AND d.annulled = 0 AND d.ready_at IS NOT NULL"
        " AND d.person = one.person AND d.dossier <> ? ORDER BY d.ready_at, d.id LIMIT ?"
    )
    return _rows(connection, query, (dossier, dossier, limit))


def _rows(connection: Connection, query: str, values: Sequence[object]) -> list[DossierRow]:
    return [row_from(columns) for columns in connection.execute(query, values)]


def row_from(columns: Sequence[Any]) -> DossierRow:
    """The row of what `COLUMNS` selects, in that order."""
    row, dossier, channel, number, status, unit, procedure, name, owner, received, due, flags, *rest = columns
    ended, phone, holder, place, since, ready, returned, way, renewed, fee, paid, result, annulled, *last = (
        rest
    )
    field, officer, where, unit_named, away_at = last
    away = Whereabouts(where, unit_named, from_minutes(away_at)) if where else None
    return DossierRow(
        row, dossier, channel, number, Status(status), unit, procedure, name, owner,
        from_minutes(received), from_minutes(due), tuple(flags.split()), False, _moment(ended), phone,
        holder, place, _moment(since), _moment(ready), _moment(returned), way, bool(renewed), fee, paid,
        result, bool(annulled), field, officer, away,
    )  # fmt: skip


def _moment(minutes: int | None) -> datetime | None:
    return None if minutes is None else from_minutes(minutes)
