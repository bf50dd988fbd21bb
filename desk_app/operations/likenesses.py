"""The same matter twice: dossiers of the same person and procedure that are open or just received."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from desk_app.domain.rights import READ, RECEIVE
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.store import search
from sync.acts.receive import id_kind_of
from sync.acts.requests import IntakeRequest
from sync.model.dossier import Dossier, Person
from sync.model.moment import day_of
from sync.model.status import Status
from sync.model.text import fold

WITHIN_DAYS = 30
"""A matter settled longer ago is a new one."""
_LOOKED_AT = 8
_MOST = 3
_OVER = frozenset({Status.RETURNED, Status.REFUSED, Status.WITHDRAWN, Status.STOPPED})


@dataclass(frozen=True, slots=True)
class Likeness:
    """A dossier that may be the one being typed."""

    dossier: bytes
    number: str
    received_at: datetime
    status: Status


@needs(RECEIVE, READ)
def likenesses(desk: Desk, request: IntakeRequest) -> tuple[Likeness, ...]:
    """At most three, the newest first: same procedure, applicant or owner the same person by identity number,
    by phone, or by name and birth date; still open, or received within `WITHIN_DAYS`.

    Of a procedure that is settled on the spot only today's count: a citizen comes back with more copies.
    """
    procedure = desk.catalogue.get(request.procedure)
    if procedure is None:
        return ()
    now = desk.clock()
    since = now - timedelta(days=WITHIN_DAYS)
    people = [one for one in (request.owner, request.applicant) if one is not None]
    found: dict[bytes, Likeness] = {}
    with desk.reading() as ledger:
        connection = desk.store.reader()
        for person in people:
            for text in _told_by(person):
                for row in search.rows_of_matter(connection, procedure.code, text, since, _LOOKED_AT):
                    if row.id in found:
                        continue
                    dossier = ledger.dossier(row.channel, row.id)
                    if dossier is None or not _same(dossier, person):
                        continue
                    today = day_of(row.received_at) == day_of(now)
                    if row.status in _OVER and procedure.on_the_spot and not today:
                        continue
                    found[row.id] = Likeness(row.id, row.number, row.received_at, row.status)
    newest = sorted(found.values(), key=lambda one: (one.received_at, one.number), reverse=True)
    return tuple(newest[:_MOST])


def _told_by(person: Person) -> list[str]:
    """What the person is searched by, the surest first."""
    texts = [text for text in (person.id_number.strip(), person.phone.strip()) if len(text) >= 6]
    if person.full_name.strip() and person.date_of_birth is not None:
        texts.append(person.full_name)
    return texts


def _same(dossier: Dossier, person: Person) -> bool:
    intake = dossier.intake
    if intake is None:
        return False
    return any(same_person(one, person) for one in (intake.owner, intake.applicant))


def same_person(one: Person, other: Person) -> bool:
    """Two different numbers of one sort are two people; else number, phone, or name and birth date."""
    if one.id_number and one.id_number == other.id_number:
        return True
    kinds = {kind for kind in map(_kind, (one, other)) if kind}
    if one.id_number and other.id_number and len(kinds) == 1:
        return False
    if one.phone and _digits(one.phone) == _digits(other.phone):
        return True
    born = one.date_of_birth
    return born is not None and born == other.date_of_birth and fold(one.full_name) == fold(other.full_name)


def _kind(person: Person) -> str:
    return person.id_kind or id_kind_of(person.id_number)


def _digits(text: str) -> str:
    return "".join(char for char in text if char.isdigit())
