"""Dossiers as an officer gives them: intake requests, and the JSON of the `receive` command."""

from __future__ import annotations

from datetime import datetime
from random import Random
from typing import Any, Final

from sync.acts.requests import IntakeRequest
from sync.model.dossier import Paper, Person
from sync.model.limit import Limit, Unit
from sync.model.moment import VIETNAM, iso_minute
from sync.model.procedure import Procedure
from sync.synthetic.due import DUE_REASON, plain_due
from sync.synthetic.places import Commune, sample_commune
from sync.synthetic.visits import Visit, one_visit

RECEIVED: Final = datetime(2026, 11, 23, 9, 15, tzinfo=VIETNAM)
"""The moment of reception where the caller names none."""


def intake_request(
    random: Random, procedure: Procedure, *, commune: Commune | None = None, received: datetime = RECEIVED
) -> IntakeRequest:
    """One dossier for a procedure, brought to the desk at `received`; free of mistakes."""
    visit = one_visit(random.random, commune or sample_commune(), procedure, received.date())
    known = procedure.limit_for(visit.case, "desk")
    return IntakeRequest(
        procedure=procedure.code,
        applicant=visit.applicant,
        case=visit.case,
        owner=visit.owner,
        representative=visit.representative,
        papers=visit.papers,
        return_by=visit.return_by,
        note=visit.note,
        subject=visit.subject,
        sets=visit.sets,
        pages=visit.pages,
        copies=visit.copies,
        exemption=visit.exemption,
        amounts=usual_amounts(visit),
        due_at=None if known else plain_due(received, Limit(15, Unit.DAY)),
        due_reason="" if known else DUE_REASON,
    )


def intake_json(
    random: Random, procedure: Procedure, *, commune: Commune | None = None, received: datetime = RECEIVED
) -> dict[str, Any]:
    """The same as the `receive` command takes it: a JSON object without empty fields."""
    return request_json(intake_request(random, procedure, commune=commune, received=received))


def request_json(request: IntakeRequest) -> dict[str, Any]:
    """A request of `intake_request` as JSON; `amounts` as an object, fee name -> dong."""
    out: dict[str, Any] = {"procedure": request.procedure}
    for role in ("applicant", "owner", "representative"):
        someone: Person | None = getattr(request, role)
        if someone is not None:
            out[role] = _person_json(someone)
    for name in ("case", "note", "subject", "exemption", "pages", "copies", "due_reason"):
        value = getattr(request, name)
        if value:
            out[name] = value
    out["papers"] = [_paper_json(paper) for paper in request.papers or ()]
    out["return_by"] = request.return_by
    if request.sets != 1:
        out["sets"] = request.sets
    if request.amounts:
        out["fee_amounts"] = dict(request.amounts)
    if request.due_at:
        out["due_at"] = iso_minute(request.due_at)
    return out


_USUAL: Final = (5_000, 8_000, 10_000, 15_000, 30_000, 75_000)


def usual_amounts(visit: Visit) -> tuple[tuple[str, int], ...]:
    """What an officer types for the fees whose amount the province sets."""
    rules = visit.procedure.fees
    manual = (rule.name for rule in rules if rule.method == "manual" and not rule.optional)
    return tuple((name, _USUAL[len(name) % len(_USUAL)]) for name in dict.fromkeys(manual))


def _person_json(someone: Person) -> dict[str, Any]:
    names = ("full_name", "id_number", "gender", "address", "phone", "email")
    out: dict[str, Any] = {name: value for name in names if (value := getattr(someone, name))}
    if someone.date_of_birth:
        out["date_of_birth"] = someone.date_of_birth.isoformat()
    if someone.id_number and someone.id_kind != "citizen_card":
        out["id_kind"] = someone.id_kind
    if someone.kind != "person":
        out["kind"] = someone.kind
    return out


def _paper_json(paper: Paper) -> dict[str, Any]:
    counts = {name: getattr(paper, name) for name in ("originals", "certified_copies", "copies")}
    return {"name": paper.name, **{name: count for name, count in counts.items() if count}}
