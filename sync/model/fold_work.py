"""The fold's steps for the work on a dossier: who has it at which step, what was proposed, signed and sealed.

An act says itself where it takes the dossier and until when; the fold only believes it or not. Of two
that had not seen each other the one nearer to the result holds (`WORK_RANK`), of equals the first in
order; both are kept and flagged. Everything a step needs is read before anything is changed.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from sync.model import flag_words as flags
from sync.model import kinds
from sync.model.bodies import Unreadable, moment, officer_in, text
from sync.model.dossier import Officer
from sync.model.entry import Entry
from sync.model.fold_state import State, Step
from sync.model.fold_words import (
    answered_words,
    appraised_words,
    approved_words,
    assigned_words,
    consulted_words,
    delivered_words,
    onward_words,
    sealed_words,
)
from sync.model.status import FINAL, Status
from sync.model.work import Run
from sync.model.work_bodies import (
    Onward,
    answered_name,
    approval_in,
    consultation_in,
    delivery_in,
    onward_in,
    proposal_in,
    sealing_in,
)

_S = Status
WORK_RANK: Mapping[str, int] = {
    kinds.DELIVERED: 0,
    kinds.ASSIGNED: 1,
    kinds.APPRAISED: 2,
    kinds.REWORKED: 3,
    kinds.APPROVED: 4,
    kinds.SEALED: 5,
}
"""Of two acts of which neither had seen the other, the higher holds: it is nearer to the result."""
_TWICE = {kinds.ASSIGNED: flags.ASSIGNED_TWICE, kinds.APPROVED: flags.APPROVED_TWICE}
_JUDGING = (kinds.APPRAISED, kinds.APPROVED, kinds.REWORKED, kinds.SEALED)
_SIGNED = (kinds.APPROVED, kinds.SEALED)


def _may_work(state: State, entry: Entry) -> bool:
    """Whether an act has an effect: not after the end, not while the citizen is waited for, and of two
    that did not see each other only the one that holds."""
    if state.closed_for(entry):
        against = state.annulled_by or state.decided_by
        if entry.kind in _SIGNED and against is not None and not state.saw(entry, against):
            state.flags.add(flags.SIGNED_TOO_LATE)
        return False
    if state.status in (_S.SUPPLEMENT, _S.FEE_DUE) and entry.kind in _JUDGING:
        asked = state.decided_by
        if asked is not None and state.saw(entry, asked):
            state.flags.add("not-permitted")
            return False
        state.flags.add(flags.WORKED_MEANWHILE)
    last = state.worked_by
    if last is None or state.saw(entry, last):
        return True
    if last.kind == entry.kind == kinds.DELIVERED:
        return True  # both counted: what either of them found is there
    state.flags |= {"conflict", _TWICE.get(entry.kind, flags.WORKED_TWICE) if last.kind == entry.kind else ""}
    if last.kind != entry.kind:
        state.flags.add(flags.WORK_CROSSED)
    state.flags.discard("")
    return WORK_RANK[entry.kind] > WORK_RANK[last.kind]


def against_work(state: State, entry: Entry, to: Status) -> None:
    """Flags a move whose writer had not seen that somebody judged the dossier meanwhile; the move holds."""
    last = state.worked_by
    if last is None or state.saw(entry, last):
        return
    if to in (_S.SUPPLEMENT, _S.FEE_DUE) and last.kind in _JUDGING:
        state.flags.add(flags.WORKED_MEANWHILE)
    elif to in FINAL and to is not _S.RETURNED and last.kind in _SIGNED:
        state.flags |= {"conflict", flags.SIGNED_TOO_LATE}


def _go(state: State, entry: Entry, onward: Onward, at: datetime, role: str) -> None:
    """The dossier is where the act says from now on; the processing begins with the first one."""
    state.worked_by = entry
    work = state.work
    if onward.process is not None:
        work = replace(work, process=onward.process)
    if onward.step or onward.officer is not None:
        name = onward.name if onward.step else work.step_name
        run = Run(onward.step or work.step, name, onward.office, onward.officer, at, onward.due)
        waiting = state.status in (_S.SUPPLEMENT, _S.FEE_DUE)
        work = work.begin(run, entry.kind)
        work = work.pause(at, entry.kind) if waiting else work
    state.work = work
    if state.status is _S.RECEIVED:
        state.enter(_S.PROCESSING, entry, at, role)


def delivered(state: State, entry: Entry, body: dict[str, object], role: str) -> tuple[str, bool]:
    """The papers were counted in. What is missing is flagged until a later count finds it."""
    said, onward, at = delivery_in(body), onward_in(body), moment(body, "at")
    words = delivered_words(said)
    last = state.worked_by
    if not _may_work(state, entry):
        return words, False
    apart = last is not None and last.kind == kinds.DELIVERED and not state.saw(entry, last)
    missing = said.missing
    if apart:
        missing = tuple(one for one in state.work.missing if one in said.missing)
    else:
        _go(state, entry, onward, at, role)
        state.holder, state.place = _hands(onward, officer_in(body)), ""
    state.work = replace(state.work, missing=missing)
    return words + onward_words(onward), True


def _hands(onward: Onward, by: Officer) -> str:
    name = onward.officer.name if onward.officer else by.name
    return f"{name}, {onward.office}" if onward.office else name


def _worked(state: State, entry: Entry, onward: Onward, at: datetime, role: str, **changes: Any) -> bool:
    """Changes the work and goes on to who is next; False, and nothing changed, where it may not be done."""
    if not _may_work(state, entry):
        return False
    state.work = replace(state.work, **changes)
    _go(state, entry, onward, at, role)
    return True


def assigned(state: State, entry: Entry, body: dict[str, object], role: str) -> tuple[str, bool]:
    """One person is responsible from now on: the first, or another one with the reason."""
    onward, at = onward_in(body), moment(body, "at")
    if onward.officer is None:
        raise Unreadable("to: nobody")
    words = assigned_words(onward, text(body, "why"), text(body, "note"))
    return words, _worked(state, entry, onward, at, role)


def appraised(state: State, entry: Entry, body: dict[str, object], role: str) -> tuple[str, bool]:
    """The proposal stands from now on, and the dossier goes to who decides."""
    proposal, onward, at = proposal_in(body, entry), onward_in(body), moment(body, "at")
    words = appraised_words(proposal) + onward_words(onward)
    return words, _worked(state, entry, onward, at, role, proposal=proposal)


def consulted(state: State, entry: Entry, body: dict[str, object], _role: str) -> tuple[str, bool]:
    """Another office was asked; any number may be asked at once, and the dossier stays where it is."""
    asked = consultation_in(body, entry)
    if state.closed_for(entry):
        return consulted_words(asked), False
    state.work = replace(state.work, consultations=(*state.work.consultations, asked))
    return consulted_words(asked), True


def answered(state: State, entry: Entry, body: dict[str, object], _role: str) -> tuple[str, bool]:
    """The answer to one question that its writer had seen; of two the first in order stands."""
    name, at, by = answered_name(body), moment(body, "at"), officer_in(body)
    opinion, said, number = text(body, "opinion"), text(body, "text"), text(body, "number")
    found = [one for one in state.work.consultations if one.entry.startswith(name)]
    if len(found) != 1:
        state.flags.add("not-permitted")
        return answered_words("", opinion, said), False
    [asked] = found
    words = answered_words(asked.office, opinion, said)
    if asked.answered_at is not None:
        state.flags.add(flags.ANSWERED_TWICE)
        return words, False
    answer = replace(asked, opinion=opinion, answer=said, number=number, answered_at=at, answered_by=by)
    rest = tuple(answer if one is asked else one for one in state.work.consultations)
    state.work = replace(state.work, consultations=rest)
    return words, True


def approved(state: State, entry: Entry, body: dict[str, object], role: str) -> tuple[str, bool]:
    """What was proposed is signed."""
    approval, onward, at = approval_in(body, entry), onward_in(body), moment(body, "at")
    words = approved_words(approval, text(body, "note")) + onward_words(onward)
    return words, _worked(state, entry, onward, at, role, approval=approval)


def reworked(state: State, entry: Entry, body: dict[str, object], role: str) -> tuple[str, bool]:
    """Back to an earlier step; what was signed or sealed until then counts no more."""
    onward, at, reason = onward_in(body), moment(body, "at"), text(body, "reason", None)
    if not reason:
        raise Unreadable("reason: empty")
    words = f"Trả lại để làm lại – {reason}{onward_words(onward)}"
    return words, _worked(state, entry, onward, at, role, approval=None, sealing=None)


def sealed(state: State, entry: Entry, body: dict[str, object], role: str) -> tuple[str, bool]:
    """The result is under seal; that it is finished is said by a status of its own."""
    sealing, onward, at = sealing_in(body, entry), onward_in(body), moment(body, "at")
    words = sealed_words(sealing) + onward_words(onward)
    return words, _worked(state, entry, onward, at, role, sealing=sealing)


WORK_STEPS: Mapping[str, Step] = {
    kinds.DELIVERED: delivered,
    kinds.ASSIGNED: assigned,
    kinds.APPRAISED: appraised,
    kinds.CONSULTED: consulted,
    kinds.ANSWERED: answered,
    kinds.APPROVED: approved,
    kinds.REWORKED: reworked,
    kinds.SEALED: sealed,
}
