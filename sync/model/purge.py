"""The purge: a person in charge lets what must not be kept any longer be deleted, for good and everywhere.

A ``purge`` entry names dossiers, or single entries (a refusal at reception), with the rule and the decision
behind it. Their bodies are deleted at every node; envelopes stay, so chains, seals, heads and sums stand.
What stays of a dossier stands in the purge itself (`Remains`): its number, which stays used, and what figures
count. Nobody is named there but the officer who received it.

Sources: Luật Lưu trữ 33/2024/QH15 (hủy tài liệu hết thời hạn lưu trữ), Luật Bảo vệ dữ liệu cá nhân
91/2025/QH15 (xóa, hủy khi hết mục đích hoặc hết thời hạn).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from sync.model import kinds
from sync.model.bodies import Unreadable, moment, number, officer_in, officer_out, pack, text, unpack
from sync.model.dossier import (
    Annulled,
    Dossier,
    Event,
    FeeLine,
    Intake,
    Officer,
    Payment,
    Person,
    ProcedureRef,
    Purged,
    Returned,
)
from sync.model.entry import AFTER_BYTES, DIGEST_BYTES, DOSSIER_BYTES, Entry
from sync.model.moment import iso_minute
from sync.model.status import Status

MAX_TEXT_BYTES = 14_000
"""Of one purge entry: with its envelope it stays below the limit of entries."""
NOBODY_LEFT = Person("Đã hủy theo thời hạn bảo quản")
"""Stands for the people of a purged dossier."""
PURGED_FLAG = "purged"


@dataclass(frozen=True, slots=True)
class Remains:
    """What stays of a purged dossier. `procedure` holds code, name and field; `payments` sums and days only.

    `outcome` is how it ended against its due time, as figures count it (`sync.reports.facts`).
    """

    number: str
    unit: str
    procedure: ProcedureRef
    received_at: datetime
    due_at: datetime
    status: Status
    officer: Officer
    desk: int = 0
    channel: str = "desk"
    outcome: str = ""
    ended_at: datetime | None = None
    returned_at: datetime | None = None
    relation: str = ""
    fee: int = 0
    annulled: bool = False
    payments: tuple[Payment, ...] = ()


@dataclass(frozen=True, slots=True)
class Purge:
    """The body of a ``purge`` entry: who decided it when, by which rule (its code, and the law it rests on),
    by which decision, and what it names. None for a dossier of which nothing was known to whoever wrote it.
    """

    at: datetime
    by: Officer
    rule: str
    law: str
    reason: str
    dossiers: Mapping[bytes, Remains | None] = field(default_factory=dict)
    entries: tuple[bytes, ...] = ()


def purge_bodies(purge: Purge) -> Iterator[bytes]:
    """The purge as the bodies of as many entries as it needs; without salt, for nothing in it is personal."""
    rows = [[one.hex(), _remains_out(left)] for one, left in sorted(purge.dossiers.items())]
    names = [one.hex() for one in sorted(set(purge.entries))]
    head = _head_out(purge.at, purge.by, purge.rule, purge.law, purge.reason)
    some: list[Any] = []
    size = 0
    for row in rows:
        length = len(pack({"row": row}))
        if some and size + length > MAX_TEXT_BYTES - len(pack(head)):
            yield pack({**head, "dossiers": some})
            some, size = [], 0
        some.append(row)
        size += length
    if some:
        yield pack({**head, "dossiers": some})
    step = (MAX_TEXT_BYTES - len(pack(head))) // (2 * DIGEST_BYTES + 3)
    for at in range(0, len(names), step):
        yield pack({**head, "entries": names[at : at + step]})


def _head_out(at: datetime, by: Officer, rule: str, law: str, reason: str) -> dict[str, Any]:
    return {"at": iso_minute(at), "by": officer_out(by), "rule": rule, "law": law, "reason": reason}


def read_purge(raw: bytes) -> Purge:
    """What the body of a ``purge`` entry says. Raises `Unreadable`."""
    body = unpack(raw)
    named, entries = body.get("dossiers", []), body.get("entries", [])
    if not isinstance(named, list) or not isinstance(entries, list) or not (named or entries):
        raise Unreadable("dossiers, entries: nothing is named")
    dossiers: dict[bytes, Remains | None] = {}
    for row in named:
        if not isinstance(row, list) or len(row) != 2:
            raise Unreadable("dossiers: not an id and what is left")
        dossiers[_name(row[0], DOSSIER_BYTES)] = None if row[1] is None else _remains_in(row[1])
    return Purge(
        moment(body, "at"),
        officer_in(body),
        text(body, "rule"),
        text(body, "law"),
        text(body, "reason"),
        dossiers,
        tuple(_name(one, DIGEST_BYTES) for one in entries),
    )


def _name(raw: object, size: int) -> bytes:
    try:
        name = bytes.fromhex(raw) if isinstance(raw, str) and len(raw) == 2 * size else b""
    except ValueError:
        name = b""
    if len(name) != size:
        raise Unreadable("name: not one")
    return name


def _remains_out(left: Remains | None) -> dict[str, Any] | None:
    if left is None:
        return None
    ref = left.procedure
    out: dict[str, Any] = {
        "number": left.number,
        "unit": left.unit,
        "procedure": [ref.code, ref.name, ref.field],
        "received": iso_minute(left.received_at),
        "due": iso_minute(left.due_at),
        "status": str(left.status),
        "officer": officer_out(left.officer),
        "desk": left.desk or None,
        "channel": left.channel if left.channel != "desk" else None,
        "outcome": left.outcome,
        "ended": iso_minute(left.ended_at) if left.ended_at else None,
        "returned": iso_minute(left.returned_at) if left.returned_at else None,
        "relation": left.relation,
        "fee": left.fee or None,
        "annulled": left.annulled or None,
        "payments": [
            [one.entry, one.node, iso_minute(one.at), one.amount, one.way, one.received_by]
            for one in left.payments
        ],
    }
    return {key: value for key, value in out.items() if value not in ("", None, [])}


def _remains_in(raw: object) -> Remains:
    if not isinstance(raw, dict):
        raise Unreadable("remains: not an object")
    ref, paid = raw.get("procedure"), raw.get("payments", [])
    if not isinstance(ref, list) or len(ref) != 3 or not all(isinstance(part, str) for part in ref):
        raise Unreadable("remains: procedure")
    if not isinstance(paid, list):
        raise Unreadable("remains: payments")
    try:
        status = Status(text(raw, "status", None))
    except ValueError as error:
        raise Unreadable("remains: status") from error
    return Remains(
        number=text(raw, "number"),
        unit=text(raw, "unit"),
        procedure=ProcedureRef(*ref),
        received_at=moment(raw, "received"),
        due_at=moment(raw, "due"),
        status=status,
        officer=officer_in({"by": raw.get("officer")}),
        desk=number(raw, "desk", 0),
        channel=text(raw, "channel", "desk"),
        outcome=text(raw, "outcome"),
        ended_at=moment(raw, "ended") if raw.get("ended") else None,
        returned_at=moment(raw, "returned") if raw.get("returned") else None,
        relation=text(raw, "relation"),
        fee=number(raw, "fee", 0),
        annulled=raw.get("annulled") is True,
        payments=tuple(_payment_in(one) for one in paid),
    )


def _payment_in(raw: object) -> Payment:
    if not isinstance(raw, list) or len(raw) != 6:
        raise Unreadable("remains: payment")
    row = dict(zip(("entry", "node", "at", "amount", "way", "by"), raw, strict=True))
    return Payment(
        moment(row, "at"),
        number(row, "amount"),
        text(row, "way"),
        received_by=text(row, "by"),
        entry=_name(row["entry"], DIGEST_BYTES).hex(),
        node=_name(row["node"], 16).hex(),
    )


def remains_of(dossier: Dossier, outcome: str) -> Remains | None:
    """What is to stay of a dossier; None for one of which no reception is known."""
    intake = dossier.intake
    if intake is None or dossier.due_at is None:
        return None
    ref = intake.procedure
    return Remains(
        number=dossier.number,
        unit=dossier.unit,
        procedure=ProcedureRef(ref.code, ref.name, ref.field),
        received_at=intake.received_at,
        due_at=dossier.due_at,
        status=dossier.status,
        officer=intake.officer,
        desk=intake.desk,
        channel=intake.channel,
        outcome=outcome,
        ended_at=dossier.ended_at,
        returned_at=dossier.returned.at if dossier.returned else None,
        relation=dossier.returned.relation if dossier.returned else "",
        fee=intake.fee,
        annulled=dossier.annulled is not None,
        payments=tuple(
            Payment(one.at, one.amount, one.way, received_by=one.received_by, entry=one.entry, node=one.node)
            for one in dossier.payments
        ),
    )


# -- what a store keeps of a purged dossier ------------------------------------------------------------


def kept_of(purge: Purge, dossier: bytes) -> bytes:
    """What a store keeps of one dossier of a purge: one text, the same wherever it was heard."""
    head = _head_out(purge.at, purge.by, purge.rule, purge.law, purge.reason)
    return pack({**head, "remains": _remains_out(purge.dossiers.get(dossier))})


def purge_kept(raw: bytes, dossier: bytes) -> Purge:
    """The purge of one dossier as a store keeps it."""
    body = unpack(raw)
    left = body.get("remains")
    return Purge(
        moment(body, "at"),
        officer_in(body),
        text(body, "rule"),
        text(body, "law"),
        text(body, "reason"),
        {dossier: None if left is None else _remains_in(left)},
    )


def purged_dossier(dossier: bytes, raw: bytes, home: str, entries: Iterable[Entry]) -> Dossier:
    """The fold of a purged dossier: what `kept_of` kept, whatever is written about it later. `home` is the
    unit to be taken where the purge names none."""
    purge = purge_kept(raw, dossier)
    left = purge.dossiers[dossier]
    some: Sequence[Entry] = sorted(entries, key=lambda one: one.order)
    seen = {one for entry in some for one in entry.after}
    bare = Dossier(
        id=dossier,
        unit=home,
        status=Status.REGISTERED,
        intake=None,
        number="",
        due_at=None,
        history=(_line(purge, left.unit if left else home),),
        flags=(PURGED_FLAG,) if left else ("no-intake", PURGED_FLAG),
        tips=tuple(one.digest for one in some if one.digest[:AFTER_BYTES] not in seen),
        height=some[-1].height if some else 0,
        purged=Purged(purge.at, purge.by, purge.rule, purge.law, purge.reason, left.outcome if left else ""),
    )
    return bare if left is None else replace(bare, **_shown(left))


def _shown(left: Remains) -> dict[str, Any]:
    intake = Intake(
        number=left.number,
        received_at=left.received_at,
        due_at=left.due_at,
        procedure=left.procedure,
        owner=NOBODY_LEFT,
        applicant=NOBODY_LEFT,
        officer=left.officer,
        desk=left.desk,
        unit=left.unit,
        channel=left.channel,
        fees=(FeeLine("Phí, lệ phí", left.fee),) if left.fee else (),
    )
    return {
        "unit": left.unit,
        "status": left.status,
        "intake": intake,
        "number": left.number,
        "due_at": left.due_at,
        "ended_at": left.ended_at,
        "returned": Returned(left.returned_at, relation=left.relation) if left.returned_at else None,
        "annulled": Annulled(left.ended_at or left.received_at, "") if left.annulled else None,
        "payments": left.payments,
    }


def _line(purge: Purge, unit: str) -> Event:
    return Event(
        at=purge.at,
        act=kinds.PURGE,
        officer=purge.by,
        unit=unit,
        node="",
        text=purge_sentence(purge.at, purge.reason),
        entry="",
    )


def purge_sentence(at: datetime, reason: str) -> str:
    """What people are told of a purged dossier."""
    by = f" theo {reason}" if reason else ""
    return f"Hồ sơ đã được hủy khi hết thời hạn bảo quản ngày {at:%d/%m/%Y}{by}"
