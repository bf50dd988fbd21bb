"""What people ask of the office about their own data, and what they were answered.

Bodies are read tolerantly like those in `sync.model.act_bodies`; each reader raises `Unreadable`.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sync.model.bodies import Unreadable, moment, number, officer_in, person_in, text
from sync.model.dossier import Officer, Person

WISHES: Final = ("access", "correct", "annotate", "restrict", "object", "withdraw", "erase")
OUTCOMES: Final = ("granted", "partly", "refused", "extended")
"""How a request was answered; `extended`: later, by `until`, once."""


@dataclass(frozen=True, slots=True)
class SubjectRequest:
    """A wish of a person about their own data: answered by `answer_by`, done by `done_by` (both included)."""

    id: str
    at: datetime
    by: Officer
    desk: int
    wish: str
    person: Person
    text: str
    answer_by: datetime
    done_by: date


@dataclass(frozen=True, slots=True)
class SubjectAnswer:
    """What became of the request `id`."""

    id: str
    at: datetime
    by: Officer
    outcome: str
    text: str
    until: date | None = None


def request_in(body: Mapping[str, Any]) -> SubjectRequest:
    """The request of a ``subjectrequest`` body."""
    name, wish = text(body, "id", None), text(body, "wish", None)
    if not name or wish not in WISHES:
        raise Unreadable("id or wish: not known")
    return SubjectRequest(
        name,
        moment(body, "at"),
        officer_in(body),
        number(body, "desk"),
        wish,
        person_in(body.get("person"), "person"),
        text(body, "text"),
        moment(body, "answer_by"),
        _day(body, "done_by"),
    )


def answer_in(body: Mapping[str, Any]) -> SubjectAnswer:
    """The answer of a ``subjectanswer`` body."""
    name, outcome = text(body, "id", None), text(body, "outcome", None)
    if not name or outcome not in OUTCOMES:
        raise Unreadable("id or outcome: not known")
    until = _day(body, "until") if body.get("until") else None
    return SubjectAnswer(name, moment(body, "at"), officer_in(body), outcome, text(body, "text"), until)


def _day(body: Mapping[str, Any], name: str) -> date:
    try:
        return date.fromisoformat(text(body, name, None))
    except ValueError as error:
        raise Unreadable(f"{name}: no date") from error
