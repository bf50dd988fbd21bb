"""Bodies of entries: compact JSON, written once and read tolerantly.

Reading ignores unknown fields (a newer program may have written them) and raises `Unreadable` for
anything the fold could not use: the fold then flags the dossier and goes on.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import fields
from datetime import date, datetime
from typing import Any, NoReturn

from sync.model.dossier import FeeLine, Intake, Officer, Paper, Person, ProcedureRef, Shown
from sync.model.moment import iso_minute, parse_moment
from sync.model.slip_code import SlipCodeError, decode


class Unreadable(ValueError):
    """A body that is not what its kind says; the text names the field, never its value."""


def _no_constant(_text: str) -> NoReturn:
    raise Unreadable("number: not finite")


_DECODER = json.JSONDecoder(parse_constant=_no_constant)
"""Fed with decoded text: `json.loads` of bytes would let a lone surrogate (ED A0 80) through."""


def pack(body: Mapping[str, Any]) -> bytes:
    """A body's bytes. Empty texts, Nones and empty lists are left out to keep it small."""
    slim = {key: value for key, value in body.items() if value not in ("", None, [], {})}
    return json.dumps(slim, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def unpack(raw: bytes) -> dict[str, Any]:
    """A body's fields. Raises `Unreadable` unless it is one JSON object of sound text."""
    try:
        body = _DECODER.decode(raw.decode("utf-8"))
        if b"\\u" in raw:
            json.dumps(body, ensure_ascii=False).encode("utf-8")  # a lone surrogate ends here
    except (ValueError, RecursionError) as error:
        raise Unreadable("body: not JSON") from error
    if not isinstance(body, dict):
        raise Unreadable("body: not an object")
    return body


def text(body: Mapping[str, Any], name: str, default: str | None = "") -> str:
    """The text field `name`; required when `default` is None."""
    value = body.get(name, default)
    if not isinstance(value, str):
        raise Unreadable(f"{name}: not text")
    return value


def number(body: Mapping[str, Any], name: str, default: int | None = None) -> int:
    """The whole number `name`; required when `default` is None."""
    value = body.get(name, default)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value < 2**53:
        raise Unreadable(f"{name}: not a whole number")
    return value


def moment(body: Mapping[str, Any], name: str) -> datetime:
    """The moment `name`, required."""
    try:
        return parse_moment(text(body, name, None))
    except ValueError as error:
        raise Unreadable(f"{name}: not a time") from error


def officer_out(officer: Officer) -> list[str]:
    """An officer as a body holds one."""
    return [officer.id, officer.name]


def officer_in(body: Mapping[str, Any]) -> Officer:
    """The officer who acted, required in every entry of a person."""
    raw = body.get("by")
    if not isinstance(raw, list) or len(raw) != 2 or not all(isinstance(part, str) for part in raw):
        raise Unreadable("by: not an officer")
    return Officer(raw[0], raw[1])


_PERSON_TEXTS = ("full_name", "id_number", "id_kind", "gender", "address", "phone", "email", "commune")


def person_out(person: Person | None) -> dict[str, Any] | None:
    """A person as a body holds one."""
    if person is None:
        return None
    out = {name: value for name in _PERSON_TEXTS if (value := getattr(person, name))}
    if person.kind != "person":
        out["kind"] = person.kind
    if person.date_of_birth:
        out["date_of_birth"] = person.date_of_birth.isoformat()
    return out


def person_in(raw: object, name: str) -> Person:
    """The inverse of `person_out`."""
    if not isinstance(raw, dict):
        raise Unreadable(f"{name}: not a person")
    born = text(raw, "date_of_birth")
    try:
        birth = date.fromisoformat(born) if born else None
    except ValueError as error:
        raise Unreadable(f"{name}: not a date") from error
    texts = {key: text(raw, key) for key in _PERSON_TEXTS}
    return Person(**texts, kind=text(raw, "kind", "person"), date_of_birth=birth)


def _maybe_person(body: Mapping[str, Any], name: str) -> Person | None:
    raw = body.get(name)
    return None if raw is None else person_in(raw, name)


_REF_FIELDS = tuple(one.name for one in fields(ProcedureRef))


def procedure_out(ref: ProcedureRef) -> dict[str, str]:
    """A procedure as a body holds one."""
    return {name: value for name in _REF_FIELDS if (value := getattr(ref, name))}


def procedure_in(body: Mapping[str, Any]) -> ProcedureRef:
    """The procedure of a body. Raises `Unreadable`."""
    raw = body.get("procedure")
    if not isinstance(raw, dict):
        raise Unreadable("procedure: not an object")
    return ProcedureRef(**{name: text(raw, name) for name in _REF_FIELDS})


def intake_out(intake: Intake) -> bytes:
    """The body of a ``received`` entry."""
    return pack(intake_fields(intake))


def intake_fields(intake: Intake) -> dict[str, Any]:
    """The fields of a body that freezes an intake; the owner is left out when the applicant is the owner."""
    return {
        "at": iso_minute(intake.received_at),
        "by": officer_out(intake.officer),
        "desk": intake.desk,
        "unit": intake.unit,
        "number": intake.number,
        "due": iso_minute(intake.due_at),
        "procedure": procedure_out(intake.procedure),
        "applicant": person_out(intake.applicant),
        "owner": None if intake.owner == intake.applicant else person_out(intake.owner),
        "representative": person_out(intake.representative),
        "payer": person_out(intake.payer),
        "collector": person_out(intake.collector),
        "papers": [[p.name, p.originals, p.certified_copies, p.copies] for p in intake.papers],
        "fees": [[f.name, f.amount, f.kind] for f in intake.fees],
        "fee_exemption": intake.fee_exemption,
        "fees_open": list(intake.fees_open),
        "sets": intake.sets if intake.sets != 1 else None,
        "subject": intake.subject,
        "return_by": intake.return_by if intake.return_by != "desk" else None,
        "return_to": intake.return_to,
        "channel": intake.channel if intake.channel != "desk" else None,
        "portal_number": intake.portal_number,
        "portal_at": iso_minute(intake.portal_at) if intake.portal_at else None,
        "limit": intake.limit,
        "due_reason": intake.due_reason,
        "policy": intake.policy,
        "calendar": intake.calendar,
        "form_set": intake.form_set,
        "note": intake.note,
        "representation": intake.representation,
        "shown": [[one.role, one.paper] for one in intake.shown],
        "for": [intake.for_unit, intake.for_unit_name] if intake.for_unit else None,
    }


UNKNOWN_PERSON = Person("Chưa rõ (dựng lại từ phiếu)")
"""Stands for the people of a rebuilt dossier until its own entries or a correction name them."""


def skeleton_in(body: Mapping[str, Any], dossier: bytes, unit: str) -> tuple[Intake, int]:
    """The intake that a ``rebuilt`` body gives, and the issue of the slip. Raises `Unreadable`.

    Number, procedure and times are the signed digits' own; the body adds what the catalogue said of the
    procedure when the slip was scanned. A slip holds no people, so `UNKNOWN_PERSON` stands in.
    """
    try:
        slip, _signature = decode(text(body, "digits", None))
    except SlipCodeError as error:
        raise Unreadable("digits: not a slip's code") from error
    if slip.dossier != dossier:
        raise Unreadable("digits: of another dossier")
    name = text(body, "name") or slip.procedure
    ref = ProcedureRef(slip.procedure, name, text(body, "field"), version=text(body, "version"))
    intake = Intake(
        number=slip.number,
        received_at=slip.received_at,
        due_at=slip.due_at,
        procedure=ref,
        owner=UNKNOWN_PERSON,
        applicant=UNKNOWN_PERSON,
        officer=Officer("", "Chưa rõ"),
        desk=0,
        unit=unit,
        limit=text(body, "limit"),
        due_reason=text(body, "due_reason"),
        form_set=text(body, "form_set"),
    )
    return intake, slip.issue


def intake_in(body: Mapping[str, Any]) -> Intake:
    """The inverse of `intake_out`. Raises `Unreadable`."""
    procedure = procedure_in(body)
    applicant = person_in(body.get("applicant"), "applicant")
    owner = _maybe_person(body, "owner") or applicant
    of = body.get("for") or ["", ""]
    if not isinstance(of, list) or len(of) != 2 or not all(isinstance(part, str) for part in of):
        raise Unreadable("for: not a unit")
    try:
        papers = tuple(Paper(str(n), int(o), int(c), int(p)) for n, o, c, p in body.get("papers", ()))
        fees = tuple(FeeLine(str(n), int(a), str(k)) for n, a, k in body.get("fees", ()))
        fees_open = tuple(str(name) for name in body.get("fees_open", ()))
        shown = tuple(Shown(str(role), str(paper)) for role, paper in body.get("shown", ()))
    except (TypeError, ValueError, OverflowError) as error:
        raise Unreadable("papers, fees or shown: not a list of rows") from error
    return Intake(
        number=text(body, "number", None),
        received_at=moment(body, "at"),
        due_at=moment(body, "due"),
        procedure=procedure,
        owner=owner,
        applicant=applicant,
        officer=officer_in(body),
        desk=number(body, "desk"),
        unit=text(body, "unit", None),
        representative=_maybe_person(body, "representative"),
        payer=_maybe_person(body, "payer"),
        collector=_maybe_person(body, "collector"),
        papers=papers,
        fees=fees,
        fee_exemption=text(body, "fee_exemption"),
        fees_open=fees_open,
        sets=number(body, "sets", 1),
        subject=text(body, "subject"),
        return_by=text(body, "return_by", "desk"),
        return_to=text(body, "return_to"),
        channel=text(body, "channel", "desk"),
        portal_number=text(body, "portal_number"),
        portal_at=moment(body, "portal_at") if body.get("portal_at") else None,
        limit=text(body, "limit"),
        due_reason=text(body, "due_reason"),
        policy=text(body, "policy", "P1"),
        calendar=text(body, "calendar"),
        form_set=text(body, "form_set"),
        note=text(body, "note"),
        representation=text(body, "representation"),
        shown=shown,
        for_unit=of[0],
        for_unit_name=of[1],
    )
