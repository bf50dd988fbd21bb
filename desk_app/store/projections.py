"""The tables screens read, written in the transaction of the entry and rebuildable from the journals."""

from __future__ import annotations

import json
from collections.abc import Sequence
from datetime import datetime
from zlib import crc32

from desk_app.store.driver import Connection
from desk_app.store.scan_rows import save_scans
from sync.model.bodies import person_out
from sync.model.dossier import Dossier, Intake, Person
from sync.model.fold import FOLD_VERSION
from sync.model.lookup_code import lookup_key
from sync.model.text import fold, tokens
from sync.model.whereabouts import whereabouts
from sync.reports.facts import facts_of

COLUMNS = (
    "dossier, channel, unit, number, status, procedure, procedure_name, owner, received_at, due_at, officer,"
    " desk, flags, ended_at, person, search, lookup, fold_version, field, phone, holder, place, status_since,"
    " ready_at, returned_at, returned_way, renewed, fee, paid, result, annulled,"
    " away_state, away_name, away_at, counted, way, outcome, officer_name, assignee_name, step_name"
)
_NAMES = [name.strip() for name in COLUMNS.split(",")]
_KEPT = 2
"""The first columns name the dossier and never change."""
_INSERT = f"INSERT INTO dossiers (id, {COLUMNS}) VALUES ({', '.join('?' * (len(_NAMES) + 1))})"
_UPDATE = f"UPDATE dossiers SET {', '.join(f'{name} = ?' for name in _NAMES[_KEPT:])} WHERE id = ?"
_PAYMENT = (
    "INSERT OR REPLACE INTO payments (dossier, channel, entry, at, amount, way, node, received_by)"
    " VALUES (?, ?, ?, ?, ?, ?, ?, ?)"
)
MOST_DONG = 2**53
"""More than any fee: a hostile body may hold an integer that no column does."""
_PERSON = (
    "INSERT INTO people (key, content, seen_at, seen_in) VALUES (?, ?, ?, ?)"
    " ON CONFLICT (key) DO UPDATE SET content = excluded.content, seen_at = excluded.seen_at,"
    " seen_in = excluded.seen_in"
    " WHERE (excluded.seen_at, excluded.seen_in) > (people.seen_at, people.seen_in)"
)
_HOME = "INSERT OR IGNORE INTO homes (home, key) VALUES (?, ?)"
_LEAST_OF_AN_ADDRESS = 3
"""Fewer words name a commune or a province, not a home."""


def minutes(moment: datetime | None) -> int | None:
    """Whole minutes since 1970, how the store keeps times that rules cut to the minute."""
    return None if moment is None else int(moment.timestamp() // 60)


def person_key(person: Person) -> str:
    """What makes two applicants the same to the desk: the identity number, else name, birth and phone."""
    if person.id_number:
        return person.id_number
    return f"{fold(person.full_name)}|{person.date_of_birth or ''}|{person.phone}"


def homes_of(person: Person) -> list[str]:
    """What people of one household have in common: the phone, and the address without its marks."""
    phone = "".join(char for char in person.phone if char.isdigit())
    words = tokens(person.address)
    homes = [f"phone {phone}"] if len(phone) >= 9 else []
    if len(words) > _LEAST_OF_AN_ADDRESS:
        homes.append(f"at {' '.join(words)}")
    return homes


def search_texts(dossier: Dossier) -> tuple[str, str]:
    """The folded words, and the exact codes whose fragments are found."""
    intake = dossier.intake
    if intake is None:
        return "", dossier.number
    people = [intake.owner, intake.applicant, intake.representative]
    names = {one.full_name for one in people if one}
    words = dict.fromkeys(fold(" ".join((*sorted(names), intake.procedure.name, intake.subject))).split())
    codes = [dossier.number, intake.number, intake.portal_number]
    for one in people:
        if one:
            codes += [one.id_number, one.phone]
    return " ".join(words), " ".join(dict.fromkeys(code for code in codes if code))


def _row(channel: str, dossier: Dossier, search: int) -> tuple[object, ...]:
    intake: Intake | None = dossier.intake
    away, facts = whereabouts(dossier), facts_of(dossier)
    return (
        dossier.id,
        channel,
        dossier.unit,
        dossier.number,
        str(dossier.status),
        intake.procedure.code if intake else "",
        intake.procedure.name if intake else "",
        intake.owner.full_name if intake else "",
        minutes(intake.received_at) if intake else 0,
        minutes(dossier.due_at) or 0,
        intake.officer.id if intake else "",
        intake.desk if intake else 0,
        " ".join(dossier.flags),
        minutes(dossier.ended_at),
        person_key(intake.applicant) if intake and dossier.purged is None else "",
        search,
        lookup_key(dossier.id),
        FOLD_VERSION,
        intake.procedure.field if intake else "",
        phone_of(intake),
        dossier.holder,
        dossier.place,
        minutes(dossier.status_since),
        minutes(dossier.ready_at),
        minutes(dossier.returned.at) if dossier.returned else None,
        _way(dossier),
        int(dossier.renewed is not None),
        max(0, min(intake.fee, MOST_DONG)) if intake else 0,
        dossier.paid,
        dossier.result,
        int(dossier.annulled is not None),
        away.state if away else "",
        away.name if away else "",
        minutes(away.since) if away else None,
        int(
            facts.counts and channel == f"unit:{dossier.unit}"
        ),  # where it was received, not where it was sent
        facts.way,
        facts.outcome.value,
        intake.officer.name if intake else "",
        dossier.work.officer.name if dossier.work.officer else "",
        dossier.work.step_name,
    )


def phone_of(intake: Intake | None) -> str:
    """The telephone number to call about a dossier: the applicant's, else the representative's or owner's."""
    if intake is None:
        return ""
    people = (intake.applicant, intake.representative, intake.owner)
    return next((one.phone for one in people if one and one.phone), "")


def _way(dossier: Dossier) -> str:
    """How the result went out: the relation of the collector, ``self`` where nothing was said."""
    if dossier.returned is None:
        return ""
    return dossier.returned.relation or "self"


_NONE = (0, 0, 0)


def save_dossiers(connection: Connection, channel: str, dossiers: Sequence[Dossier]) -> None:
    """Writes the rows, search words and people of folded dossiers over what stood there."""
    held: dict[bytes, tuple[int, int, int]] = {}
    for at in range(0, len(dossiers), 500):
        some = [one.id for one in dossiers[at : at + 500]]
        marks = ",".join("?" * len(some))
        query = f"SELECT dossier, id, search, paid FROM dossiers WHERE dossier IN ({marks}) AND channel = ?"
        held.update({d: (i, s, p) for d, i, s, p in connection.execute(query, (*some, channel))})
    free = int(connection.execute("SELECT coalesce(max(id), 0) + 1 FROM dossiers").fetchone()[0])
    inserts, updates, words, fragments, stale, people, homes = [], [], [], [], [], [], []
    _save_payments(connection, channel, [d for d in dossiers if d.payments or held.get(d.id, _NONE)[2]])
    for dossier in dossiers:
        names, codes = search_texts(dossier)
        search = crc32(f"{names}\0{codes}".encode())
        row = _row(channel, dossier, search)
        before = held.get(dossier.id)
        if before is None:
            rowid, free = free, free + 1
            inserts.append((rowid, *row))
        else:
            rowid = before[0]
            updates.append((*row[_KEPT:], rowid))
        if before is None or before[1] != search:
            if before is not None:
                stale.append((rowid,))
            words.append((rowid, names))
            fragments.append((rowid, codes))
        # a skeleton, and what was purged, name nobody to be offered again
        if dossier.intake and "rebuilt" not in dossier.flags and dossier.purged is None:
            applicant = dossier.intake.applicant
            content = json.dumps(person_out(applicant), ensure_ascii=False, separators=(",", ":"))
            people.append((person_key(applicant), content, minutes(dossier.intake.received_at), dossier.id))
            homes += [(home, person_key(applicant)) for home in homes_of(applicant)]
    connection.executemany(_INSERT, inserts)
    connection.executemany(_UPDATE, updates)
    for table, rows in (("names", words), ("fragments", fragments)):
        connection.executemany(f"DELETE FROM {table} WHERE rowid = ?", stale)
        connection.executemany(f"INSERT INTO {table} (rowid, text) VALUES (?, ?)", rows)
    connection.executemany(_PERSON, people)
    connection.executemany(_HOME, homes)
    save_scans(connection, channel, dossiers)


def drop_dossiers(connection: Connection, channel: str, dossiers: Sequence[bytes]) -> None:
    """Removes all that is shown of dossiers of which no entry counts any more.

    Of the people only those go who were last seen in such a dossier: nobody is offered again from it.
    """
    for dossier in dossiers:
        named = (dossier, channel)
        found = connection.execute("SELECT id FROM dossiers WHERE dossier = ? AND channel = ?", named)
        for (row,) in found.fetchall():
            for table in ("names", "fragments"):
                connection.execute(f"DELETE FROM {table} WHERE rowid = ?", (row,))
        for table in ("dossiers", "payments", "scans"):
            connection.execute(f"DELETE FROM {table} WHERE dossier = ? AND channel = ?", named)
        connection.execute(
            "DELETE FROM homes WHERE key IN (SELECT key FROM people WHERE seen_in = ?)", (dossier,)
        )
        connection.execute("DELETE FROM people WHERE seen_in = ?", (dossier,))


def _save_payments(connection: Connection, channel: str, dossiers: Sequence[Dossier]) -> None:
    """The payments of dossiers that have some, or had some before one was taken back."""
    if not dossiers:
        return
    connection.executemany(
        "DELETE FROM payments WHERE dossier = ? AND channel = ?", [(one.id, channel) for one in dossiers]
    )
    connection.executemany(
        _PAYMENT,
        [
            (
                one.id,
                channel,
                bytes.fromhex(paid.entry),
                minutes(paid.at),
                paid.amount,
                paid.way,
                bytes.fromhex(paid.node),
                paid.received_by,
            )
            for one in dossiers
            for paid in one.payments
        ],
    )
