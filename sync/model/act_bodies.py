"""Bodies of the counter's acts, read tolerantly like those in `sync.model.bodies`.

Each reader raises `Unreadable` for what the fold could not use; unknown fields are ignored.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from sync.model.bodies import Unreadable, moment, number, officer_in, person_in, procedure_in, text
from sync.model.dossier import (
    PAYMENT_WAYS,
    RELATIONS,
    SIGNATURES,
    SLIPS_SEEN,
    Annulled,
    Arrived,
    Officer,
    Payment,
    Person,
    ProcedureRef,
    Returned,
)

MAX_AMOUNT = 10**12
"""Dong in one payment: beyond any fee, and a million of them still fit a database's integer."""
MAX_LINES = 100
SHORTEST_NAME = 16
"""Hex digits of a digest that name an entry, at least: 8 bytes, as in `after`."""
LEVELS = (1, 2, 3, 4, 5)
_HEX = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Rating:
    """A citizen's rating: five levels (5 best) with reasons, of a field (and procedure), a desk and a day."""

    day: date
    desk: int
    field: str
    level: int
    procedure: str = ""
    reasons: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Shift:
    """Cash at the end of a shift, in dong: what the entries say must be there, and what was counted."""

    at: datetime
    by: Officer
    desk: int
    begin: datetime
    end: datetime
    expected: int
    counted: int
    note: str = ""


@dataclass(frozen=True, slots=True)
class Refused:
    """A refusal at reception (Mẫu 03): no dossier and no number, so it has a name (`id`) of its own."""

    id: str
    at: datetime
    by: Officer
    desk: int
    procedure: ProcedureRef
    applicant: Person
    reasons: tuple[str, ...]
    subject: str = ""
    form_set: str = ""


@dataclass(frozen=True, slots=True)
class SharedSetting:
    """A setting of the unit; `height` orders its versions: 1 + the greatest its writer had seen."""

    key: str
    value: Any
    height: int
    by: Officer


def texts(body: Mapping[str, Any], name: str) -> tuple[str, ...]:
    """A short list of texts, empty when absent."""
    raw = body.get(name, [])
    if not isinstance(raw, list) or len(raw) > MAX_LINES or not all(isinstance(one, str) for one in raw):
        raise Unreadable(f"{name}: not a list of texts")
    return tuple(raw)


def one_of(body: Mapping[str, Any], name: str, allowed: tuple[str, ...], *, required: bool = False) -> str:
    """One of some words; empty when absent and not required."""
    value = text(body, name, None if required else "")
    if (value or required) and value not in allowed:
        raise Unreadable(f"{name}: not a known word")
    return value


def amount(body: Mapping[str, Any], name: str, default: int | None = None) -> int:
    """An amount in dong, up to `MAX_AMOUNT`."""
    value = number(body, name, default)
    if value > MAX_AMOUNT:
        raise Unreadable(f"{name}: not an amount")
    return value


def day(body: Mapping[str, Any], name: str) -> date | None:
    """A date, None when absent."""
    value = text(body, name)
    try:
        return date.fromisoformat(value) if value else None
    except ValueError as error:
        raise Unreadable(f"{name}: not a date") from error


def payment_in(body: Mapping[str, Any], entry: str, node: str) -> Payment:
    """The payment of a ``payment`` body; an amount of zero is none."""
    paid = amount(body, "amount")
    if paid == 0:
        raise Unreadable("amount: nothing was paid")
    return Payment(
        at=moment(body, "at"),
        amount=paid,
        way=one_of(body, "way", PAYMENT_WAYS, required=True),
        payer=text(body, "payer"),
        lines=texts(body, "lines"),
        proof=text(body, "proof"),
        received_by=text(body, "received_by"),
        entry=entry,
        node=node,
    )


def arrived_in(body: Mapping[str, Any]) -> Arrived:
    """The result of an ``arrived`` body."""
    return Arrived(
        at=moment(body, "at"),
        number=text(body, "number"),
        date=day(body, "date"),
        source=text(body, "from"),
        note=text(body, "note"),
    )


def returned_in(body: Mapping[str, Any]) -> Returned:
    """What a ``status`` body that moves to *returned* says of the returning; older ones say nothing."""
    raw = body.get("collector")
    return Returned(
        at=moment(body, "at"),
        collector=None if raw is None else person_in(raw, "collector"),
        relation=one_of(body, "relation", RELATIONS),
        checked=text(body, "checked"),
        authority=text(body, "authority"),
        slip=one_of(body, "slip", SLIPS_SEEN),
        reason=text(body, "reason"),
        signed=one_of(body, "signed", SIGNATURES),
        originals_back=number(body, "originals_back", 0),
        post_code=text(body, "post_code"),
    )


def annulled_in(body: Mapping[str, Any]) -> Annulled:
    """The reason of an ``annulled`` body, required."""
    reason = text(body, "reason", None)
    if not reason:
        raise Unreadable("reason: empty")
    return Annulled(moment(body, "at"), reason, text(body, "instead_of"))


def undone_name(body: Mapping[str, Any]) -> str:
    """The hex digits by which an ``undone`` body names the entry it takes back."""
    name = text(body, "entry", None)
    if not SHORTEST_NAME <= len(name) <= 64 or not _HEX.issuperset(name) or not text(body, "reason", None):
        raise Unreadable("entry or reason: not given")
    return name


def rating_in(body: Mapping[str, Any]) -> Rating:
    """The rating of a ``rating`` body. A time of day, an officer or a dossier in it is not read at all."""
    when, level = day(body, "day"), number(body, "level")
    if when is None or level not in LEVELS:
        raise Unreadable("day or level: not given")
    field = text(body, "field", None)
    return Rating(when, number(body, "desk"), field, level, text(body, "procedure"), texts(body, "reasons"))


def shift_in(body: Mapping[str, Any]) -> Shift:
    """The count of a ``shift`` body."""
    return Shift(
        at=moment(body, "at"),
        by=officer_in(body),
        desk=number(body, "desk"),
        begin=moment(body, "from"),
        end=moment(body, "to"),
        expected=number(body, "expected", 0),
        counted=number(body, "counted", 0),
        note=text(body, "note"),
    )


def refused_in(body: Mapping[str, Any]) -> Refused:
    """The refusal of a ``refused`` body; one without a name or a reason is none."""
    name, reasons = text(body, "id", None), texts(body, "reasons")
    if not name or not reasons:
        raise Unreadable("id or reasons: not given")
    return Refused(
        id=name,
        at=moment(body, "at"),
        by=officer_in(body),
        desk=number(body, "desk"),
        procedure=procedure_in(body),
        applicant=person_in(body.get("applicant"), "applicant"),
        reasons=reasons,
        subject=text(body, "subject"),
        form_set=text(body, "form_set"),
    )


def setting_in(body: Mapping[str, Any]) -> SharedSetting:
    """The setting of a ``setting`` body; an absent value is none."""
    key = text(body, "key", None)
    if not key:
        raise Unreadable("key: empty")
    return SharedSetting(key, body.get("value"), number(body, "height"), officer_in(body))
