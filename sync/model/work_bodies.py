"""Bodies of the acts by which a dossier is worked on, read tolerantly like those in `sync.model.bodies`.

Each reader raises `Unreadable` for what the fold could not use; unknown fields are ignored, and so is a
kind of step or a role that a newer program invented: a step's code, name and order are enough to go by.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sync.model.act_bodies import SHORTEST_NAME, day, one_of, texts
from sync.model.bodies import Unreadable, moment, number, officer_in, officer_out, text
from sync.model.dossier import Officer
from sync.model.entry import Entry
from sync.model.moment import iso_minute
from sync.model.process import MOST_STEPS, Process, Step
from sync.model.work import CAPACITIES, OPINIONS, OUTCOMES, Approval, Consultation, Proposal, Sealing

_PROCESS_ROW = 6
_HEX = frozenset("0123456789abcdef")


@dataclass(frozen=True, slots=True)
class Onward:
    """Where an act takes the dossier: the step (empty: it stays), whose hands (None: nobody's yet),
    until when, and the process it goes by from now on (None: as before)."""

    step: str = ""
    name: str = ""
    office: str = ""
    officer: Officer | None = None
    due: datetime | None = None
    process: Process | None = None


@dataclass(frozen=True, slots=True)
class Delivery:
    """Papers counted in: from whom, by which list, what came and what did not."""

    source: str
    papers: tuple[str, ...]
    missing: tuple[str, ...]
    listed: str
    note: str


def process_out(process: Process) -> dict[str, Any]:
    """A process as an entry freezes it."""
    return {
        "unit": process.unit,
        "rule": process.supplement,
        "basis": process.basis,
        "steps": [[s.code, s.kind, s.name, s.role, s.office, s.limit] for s in process.steps],
    }


def process_in(raw: object) -> Process:
    """The inverse of `process_out`."""
    if not isinstance(raw, dict):
        raise Unreadable("process: not an object")
    rows = raw.get("steps")
    if not isinstance(rows, list) or not 1 <= len(rows) <= MOST_STEPS:
        raise Unreadable("process: no steps")
    steps: dict[str, Step] = {}
    for row in rows:
        if not isinstance(row, list) or len(row) < _PROCESS_ROW or not all(isinstance(p, str) for p in row):
            raise Unreadable("process: not a step")
        steps.setdefault(row[0], Step(*row[:_PROCESS_ROW]))
    return Process(tuple(steps.values()), text(raw, "unit"), text(raw, "rule"), text(raw, "basis"))


def onward_out(onward: Onward) -> dict[str, Any]:
    """Where an act takes the dossier, as its body says it."""
    return {
        "step": onward.step,
        "step_name": onward.name,
        "office": onward.office,
        "to": officer_out(onward.officer) if onward.officer else None,
        "step_due": iso_minute(onward.due) if onward.due else None,
        "process": process_out(onward.process) if onward.process else None,
    }


def onward_in(body: Mapping[str, Any]) -> Onward:
    """The inverse of `onward_out`."""
    raw = body.get("to")
    return Onward(
        text(body, "step"),
        text(body, "step_name") or text(body, "step"),
        text(body, "office"),
        officer_in({"by": raw}) if raw is not None else None,
        moment(body, "step_due") if body.get("step_due") else None,
        process_in(body["process"]) if body.get("process") else None,
    )


def delivery_in(body: Mapping[str, Any]) -> Delivery:
    """The papers of a ``delivered`` body."""
    return Delivery(
        text(body, "from"),
        texts(body, "papers"),
        texts(body, "missing"),
        text(body, "list"),
        text(body, "note"),
    )


def proposal_in(body: Mapping[str, Any], entry: Entry) -> Proposal:
    """The proposal of an ``appraised`` body."""
    outcome = one_of(body, "outcome", OUTCOMES, required=True)
    return Proposal(entry.digest.hex(), moment(body, "at"), officer_in(body), outcome, text(body, "text"))


def consultation_in(body: Mapping[str, Any], entry: Entry) -> Consultation:
    """What a ``consulted`` body asks."""
    office = text(body, "office", None)
    if not office:
        raise Unreadable("office: empty")
    return Consultation(
        entry.digest.hex(),
        office,
        text(body, "unit"),
        text(body, "question"),
        moment(body, "at"),
        officer_in(body),
        moment(body, "due") if body.get("due") else None,
    )


def answered_name(body: Mapping[str, Any]) -> str:
    """The hex digits by which an ``answered`` body names the question; its opinion is of `OPINIONS`."""
    name = text(body, "entry", None)
    if not SHORTEST_NAME <= len(name) <= 64 or not _HEX.issuperset(name):
        raise Unreadable("entry: not given")
    one_of(body, "opinion", OPINIONS, required=True)
    return name


def approval_in(body: Mapping[str, Any], entry: Entry) -> Approval:
    """The signature of an ``approved`` body; without a signer whoever recorded it signed."""
    by = officer_in(body)
    return Approval(
        entry.digest.hex(),
        moment(body, "at"),
        by,
        text(body, "signer") or by.name,
        text(body, "title"),
        one_of(body, "capacity", CAPACITIES),
        text(body, "instead_of"),
        text(body, "basis"),
        one_of(body, "outcome", OUTCOMES),
        text(body, "number"),
        day(body, "date"),
    )


def sealing_in(body: Mapping[str, Any], entry: Entry) -> Sealing:
    """The seal of a ``sealed`` body."""
    return Sealing(
        entry.digest.hex(),
        moment(body, "at"),
        officer_in(body),
        text(body, "number"),
        day(body, "date"),
        number(body, "copies", 1),
    )
