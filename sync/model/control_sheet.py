"""The control sheet of a dossier (Mẫu 06 of TT 03/2025, Mẫu 05 of TT 01/2018) as a value, from its
history alone.

It writes itself: each time the dossier goes from one pair of hands to another is a row, with what became
of the giver's own limit. The desk prints it, the center shows it.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from sync.model import kinds
from sync.model.dossier import Dossier, Event
from sync.model.status import CLOCK_ENDED, Status
from sync.model.work import Run

EARLY, ON_TIME, LATE = "early", "on-time", "late"
RESULT_WORDS: Final[Mapping[str, str]] = {
    EARLY: "Trước hạn",
    ON_TIME: "Đúng hạn",
    LATE: "Quá hạn",
    "": "",
}
RECEPTION: Final = "Bộ phận tiếp nhận và trả kết quả"
_DOINGS = {
    kinds.DELIVERED: "",
    kinds.ASSIGNED: "",
    kinds.APPRAISED: "Đã thẩm định",
    kinds.APPROVED: "Đã phê duyệt",
    kinds.REWORKED: "Trả lại để làm lại",
    kinds.SEALED: "Đã đóng dấu",
}


@dataclass(frozen=True, slots=True)
class ControlRow:
    """From whose hands into whose, when; `result` (a constant here, or empty) of the giver's own limit,
    the whole dossier's in the row that ends it; `note` what was done or said."""

    giver: str
    taker: str
    at: datetime
    result: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class ControlRows:
    """The rows in order; who works on the matter (empty: the unit that received it), and who was asked."""

    rows: tuple[ControlRow, ...]
    resolver: str = ""
    partners: str = ""


def kept(ended: datetime, due: datetime | None) -> str:
    """Whether something was done before, on or after the time it was promised for, by the minute."""
    if due is None:
        return ""
    return EARLY if ended < due else ON_TIME if ended == due else LATE


def control_sheet(
    dossier: Dossier, name_of_unit: Callable[[str], str] = str, reception: str = RECEPTION
) -> ControlRows:
    """The sheet of a dossier. `name_of_unit` tells a unit by its code."""
    rows: list[ControlRow] = []
    giver, ended = reception, {(run.until, run.ended_by): run for run in dossier.work.runs if run.until}
    for event in dossier.history:
        if not event.effective:
            continue
        taker = _taker(event, name_of_unit, reception)
        if not taker or taker == giver:
            continue
        result = _of_step(ended.get((event.at, event.act)))
        rows.append(ControlRow(giver, taker, event.at, result, _note(event)))
        giver = taker
    if rows and dossier.ended_at is not None and dossier.status in CLOCK_ENDED:
        rows[-1] = replace(rows[-1], result=kept(dossier.ended_at, dossier.due_at))
    asked = dict.fromkeys(one.office for one in dossier.work.consultations)
    return ControlRows(tuple(rows), _resolver(dossier), ", ".join(asked))


def _of_step(run: Run | None) -> str:
    return kept(run.until, run.due) if run is not None and run.until is not None else ""


def _resolver(dossier: Dossier) -> str:
    """The other unit that works on it, or the first office of this one that did."""
    if dossier.away is not None:
        return dossier.away.name
    return next((run.office for run in dossier.work.runs if run.office), "")


def _taker(event: Event, name_of_unit: Callable[[str], str], reception: str) -> str:
    """Into whose hands the dossier went with this; empty where it stayed."""
    said = event.details
    if event.act == kinds.HANDOVER:
        return _text(said, "to")
    if event.act == kinds.FORWARDED:
        return _text(said, "name") or (name_of_unit(_text(said, "to")) if said.get("to") else "Cấp trên")
    if event.act == kinds.ACCEPTED:
        return _text(said, "name")
    if event.act in _DOINGS:
        return _hands(said)
    if event.act == kinds.ARRIVED or said.get("to") == Status.RETURNED:
        return reception
    return ""


def _hands(said: Mapping[str, object]) -> str:
    """The person and office an act hands on to, or at least the step."""
    whom, office = said.get("to"), _text(said, "office")
    name = str(whom[1]) if isinstance(whom, list) and len(whom) == 2 else ""
    return ", ".join(part for part in (name, office) if part) or _text(said, "step_name")


def _note(event: Event) -> str:
    said = event.details
    missing = said.get("missing")
    lacks = f"Thiếu: {', '.join(map(str, missing))}" if isinstance(missing, list) and missing else ""
    doing = _DOINGS.get(event.act, "")
    words = [doing, lacks, _text(said, "note") or (_text(said, "reason") if doing else "")]
    return "; ".join(word for word in words if word)


def _text(said: Mapping[str, object], name: str) -> str:
    value = said.get(name)
    return value if isinstance(value, str) else ""
