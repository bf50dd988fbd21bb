"""The fold: all admitted entries of one dossier, in one channel, become its state.

A function of the set of entries (and their writers' roles, which their certificates fix) and of
nothing else: no clock, calendar or catalogue. It is total: what cannot be read or may not be true
is flagged and the rest goes on. See `fold` for the order and for pairs that contradict each other.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence, Set
from datetime import date as day_type
from datetime import datetime, time

from sync.model import kinds
from sync.model.act_bodies import returned_in
from sync.model.bodies import Unreadable, intake_in, moment, number, officer_in, skeleton_in, text, unpack
from sync.model.carried import Proofs, Unpacked, unpacked
from sync.model.dossier import Dossier, Event, Officer, Returned
from sync.model.entry import AFTER_BYTES, MUST_UNDERSTAND, Entry
from sync.model.flag_words import PAPERS_MISSING
from sync.model.fold_acts import ACT_STEPS, Undoings
from sync.model.fold_scans import SCAN_STEPS
from sync.model.fold_state import CONFLICT_RANK, State, Step
from sync.model.fold_work import WORK_STEPS, against_work
from sync.model.moment import VIETNAM
from sync.model.recalled import recalled, turns
from sync.model.status import CLOCK_ENDED, PERMITTED, Status

TAKEN_BACK = "hoàn tác"
"""Stands in the words of an event that was taken back, or could not be."""
FOLD_VERSION = 6
"""Stands with every projection; a higher one refolds."""

_S = Status
_DECIDED = {_S.DONE, _S.RETURNED}
"""Against a withdrawal in the other unit, neither seen by the other, a decision holds: it has a number."""
_NOBODY = Officer("", "")
NOTHING_PROVED = Proofs()
"""Every carried entry stands on its carrier's word."""


def _received(state: State, entry: Entry, body: dict[str, object], _role: str) -> tuple[str, bool]:
    intake = intake_in(body)
    skeleton = state.intake if state.rebuilt else None
    if state.intake is not None and skeleton is None:
        state.flags.add("conflict")
        return f"Tiếp nhận lần nữa với mã {intake.number}", False
    if skeleton is None or state.due_at == skeleton.due_at:
        state.due_at = intake.due_at
    if state.decided_by is not None and state.decided_by.kind == kinds.REBUILT:
        state.decided_by = entry  # as if the skeleton had never been needed
    state.intake, state.rebuilt = intake, None
    state.names(intake.for_unit)
    if state.status is _S.REGISTERED:
        state.status, state.decided_by, state.status_since = _S.RECEIVED, entry, intake.received_at
    return f"Tiếp nhận hồ sơ, hẹn trả {intake.due_at:%H:%M %d/%m/%Y}", True


def _imported(state: State, entry: Entry, body: dict[str, object], _role: str) -> tuple[str, bool]:
    """As a reception, of another office: told once more by a center that was restored it changes nothing."""
    intake = intake_in({**body, "at": body.get("received"), "by": body.get("received_by")})
    words = f"Nhận từ nơi khác ({text(body, 'from', None)}), hẹn trả {intake.due_at:%H:%M %d/%m/%Y}"
    if state.intake is not None:
        if intake != state.intake:
            state.flags.add("conflict")
        return words, False
    state.intake, state.due_at = intake, intake.due_at
    state.names(intake.for_unit)
    if state.status is _S.REGISTERED:
        state.status, state.decided_by, state.status_since = _S.RECEIVED, entry, intake.received_at
    return words, True


def _status(state: State, entry: Entry, body: dict[str, object], role: str) -> tuple[str, bool]:
    try:
        to = Status(text(body, "to", None))
    except ValueError as error:
        raise Unreadable("to: not a status") from error
    # everything is read before anything is changed: an unreadable entry has no effect at all
    reason, result = text(body, "reason"), text(body, "result")
    at, asked = moment(body, "at"), number(body, "amount", 0)
    due = moment(body, "due") if body.get("due") else None
    step_due = moment(body, "step_due") if body.get("step_due") else None
    out = returned_in(body) if to is _S.RETURNED else None
    words = to.label + (f" – {reason}" if reason else "") + _to_whom(out)
    if not _may_move(state, entry, to):
        return words, False
    _against_annulment(state, to)
    against_work(state, entry, to)
    state.enter(to, entry, at, role, step_due)
    state.reason, state.result = reason, result or state.result
    state.returned = out
    state.demanded, state.settled = (asked, 0) if to is _S.FEE_DUE else (0, 0)
    if due is not None:
        state.due_at = due
        words += f", hẹn trả {due:%H:%M %d/%m/%Y}"
    return words, True


def _to_whom(out: Returned | None) -> str:
    if out is None or out.collector is None:
        return ""
    return f" cho {out.collector.full_name}" + (" (mất phiếu)" if out.slip == "lost" else "")


def _may_move(state: State, entry: Entry, to: Status) -> bool:
    """Whether a move has an effect: permitted where it was made, or the stronger of two unseen ones."""
    if state.annulled_by is not None and state.saw(entry, state.annulled_by):
        state.flags.add("not-permitted")
        return False
    last, now = state.decided_by, state.status
    if last is None or state.saw(entry, last):
        if to not in PERMITTED[now]:
            state.flags.add("not-permitted")
            return False
        return True
    if to is now:
        if to is _S.RETURNED:
            state.flags.add("conflict")  # given out twice: at most one of the two collectors has the result
        return False
    if to not in PERMITTED[now]:
        if now not in PERMITTED[to]:
            state.flags.add("conflict")
            if state.apart(entry, last):
                withdrawn = _S.WITHDRAWN in (to, now) and {to, now} & _DECIDED
                state.flags.add("decided-while-withdrawn" if withdrawn else "units-disagree")
        if now in PERMITTED[to] or CONFLICT_RANK[to] < CONFLICT_RANK[now]:
            return False
    return True


def _against_annulment(state: State, to: Status) -> None:
    """A move that had not seen the annulment: what the citizen has in hand wins, else the annulment holds."""
    if state.annulled_by is None:
        return
    if to in CLOCK_ENDED:
        state.flags.add("conflict")
    if to is _S.RETURNED:
        state.annulled = state.annulled_by = None


def _apology(state: State, entry: Entry, body: dict[str, object], _role: str) -> tuple[str, bool]:
    before, due = moment(body, "before"), moment(body, "due")
    words = f"Xin lỗi và hẹn lại ngày trả: {due:%H:%M %d/%m/%Y} – {text(body, 'reason')}"
    if state.annulled_by is not None and state.closed_for(entry):
        return words, False
    if state.renewed is not None:
        state.flags.add("conflict")  # once in a dossier's life: the first in order stands
        return words, False
    state.renewed, state.due_at = (before, due), due
    return words, True


def _corrected(state: State, entry: Entry, body: dict[str, object], _role: str) -> tuple[str, bool]:
    intake = intake_in({**body, "at": body.get("received"), "by": body.get("received_by")})
    issue = number(body, "issue")
    words = f"Đính chính, cấp lại phiếu lần {issue}: {text(body, 'reason')}"
    last = state.changed_by.get(entry.kind)
    if state.intake is None or intake.number != state.intake.number:
        state.flags.add("not-permitted")
        return words, False
    if state.annulled_by is not None and state.closed_for(entry):
        return words, False
    if last is not None and not state.saw(entry, last):
        state.flags.add("conflict")  # two desks corrected the same slip unseen: the first in order stands
        return words, False
    moved = intake.due_at != state.intake.due_at
    state.intake, state.issue, state.rebuilt = intake, max(issue, state.issue), None
    state.names(intake.for_unit)
    state.changed_by[entry.kind] = entry
    if moved and state.renewed is None:
        state.due_at = intake.due_at
    return words, True


def _rebuilt(state: State, entry: Entry, body: dict[str, object], _role: str) -> tuple[str, bool]:
    """A skeleton only where nothing better is known; of several slips the latest one's."""
    unit = entry.journal.channel.partition(":")[2]
    intake, issue = skeleton_in(body, entry.dossier, unit)
    words = "Dựng lại từ phiếu" + (f" cấp lại lần {issue}" if issue else "")
    if state.intake is not None:
        newer = state.rebuilt is not None and (issue, intake.due_at) > (state.issue, state.intake.due_at)
        if not newer:
            state.issue = max(state.issue, issue)  # slips before this one are void all the same
            return f"{words}; đã có dữ liệu của hồ sơ", False
        if intake.number != state.intake.number:
            state.flags.add("conflict")
    if state.intake is None or state.due_at == state.intake.due_at:
        state.due_at = intake.due_at
    state.intake, state.issue, state.rebuilt = intake, issue, entry
    if state.status is _S.REGISTERED:
        state.status, state.decided_by, state.status_since = _S.RECEIVED, entry, intake.received_at
    return f"{words}, hẹn trả {intake.due_at:%H:%M %d/%m/%Y}", True


STEPS: dict[str, Step] = {
    kinds.RECEIVED: _received,
    kinds.IMPORTED: _imported,
    kinds.STATUS: _status,
    kinds.APOLOGY: _apology,
    kinds.CORRECTED: _corrected,
    kinds.REBUILT: _rebuilt,
    **ACT_STEPS,
    **WORK_STEPS,
    **SCAN_STEPS,
    kinds.RECALLED: recalled,
}
_WITH_DETAILS = frozenset(STEPS) - {
    kinds.RECEIVED,
    kinds.IMPORTED,
    kinds.CORRECTED,
    kinds.REBUILT,
    kinds.RECALLED,
    *SCAN_STEPS,
}
"""A scan's key is nobody's history."""


def _when(entry: Entry, body: Mapping[str, object]) -> datetime:
    try:
        return moment(body, "at")
    except Unreadable:
        return datetime.combine(day_type.fromordinal(entry.day), time(0), VIETNAM)


def _kept_only(state: State, entry: Entry, role: str | None) -> str:
    """The sentence of an entry that is kept without being read; empty for one that is to be read."""
    kind = kinds.KINDS.get(entry.kind)
    if entry.text is None:
        state.flags.add("purged")
        return "Nội dung đã được xóa theo quy định"
    if kind is None or (entry.kind not in STEPS and entry.kind != kinds.CARRIED):
        if entry.flags & MUST_UNDERSTAND:
            state.flags.add("newer-program")
        return "Việc do phiên bản phần mềm mới hơn ghi"
    if role not in kind.roles:
        state.flags.add("role")
        return "Việc do nơi không có quyền ghi, không có hiệu lực"
    return ""


def _step(
    state: State, entry: Entry, body: dict[str, object], role: str, undoings: Undoings
) -> tuple[str, bool]:
    """The entry's step, unless it was taken back; and the word of an undoing that takes nothing back."""
    step = STEPS[entry.kind]
    if entry.digest in undoings.taken:
        sentence, _effective = step(state.aside(), entry, body, role)
        return f"{sentence} (đã {TAKEN_BACK})", False
    sentence, effective = step(state, entry, body, role)
    if entry.digest in undoings.failed:
        state.flags.add(undoings.failed[entry.digest])
        return f"{sentence}: không {TAKEN_BACK} được", False
    return sentence, effective


def _apply(state: State, entry: Entry, role: str | None, undoings: Undoings, *, carried: bool) -> None:
    body: dict[str, object] = {}
    officer, effective = _NOBODY, False
    try:
        sentence = _kept_only(state, entry, role)
        if not sentence:
            body = unpack(entry.text or b"")
            officer = officer_in(body)
            moment(body, "at")  # an act of nobody knows when is unreadable, whatever its kind
            sentence, effective = _step(state, entry, body, role or "", undoings)
    except Unreadable:
        state.flags.add("unreadable")
        sentence = "Nội dung không đọc được"
    state.events.append(
        Event(
            at=_when(entry, body),
            act=entry.kind,
            officer=officer,
            unit=entry.journal.channel.partition(":")[2],
            node=entry.journal.node.hex(),
            text=sentence,
            entry=entry.digest.hex(),
            effective=effective,
            details={k: v for k, v in body.items() if k not in ("at", "by")}
            if entry.kind in _WITH_DETAILS
            else {},
            carried=carried,
        )
    )


def _home(ordered: Sequence[Entry]) -> str:
    """The channel a dossier lives in: that of its reception, of its rebuilding, else of its first entry."""
    for kind in (kinds.RECEIVED, kinds.IMPORTED, kinds.REBUILT):
        for entry in ordered:
            if entry.kind == kind:
                return entry.journal.channel
    return ordered[0].journal.channel if ordered else ""


def stands(dossier: Dossier) -> bool:
    """Whether anything counts of it: a dossier of which all was taken back is none."""
    return any(event.act != kinds.RECALLED for event in dossier.history)


def fold(
    dossier: bytes, entries: Iterable[Entry], roles: Mapping[bytes, str], proofs: Proofs = NOTHING_PROVED
) -> Dossier:
    """The dossier of its entries; `roles` gives each writer's role by node id, `proofs` what is known of the
    seals of carried entries.

    Order: height, node id, incarnation, seq, digest. Two entries neither of which reaches the
    other through `after` are concurrent; where both cannot be true `CONFLICT_RANK` says which
    holds (equal: the first in order), and the dossier is flagged ``conflict``. What an ``undone``
    entry takes back is left out as if it had not been written (`Undoings`), but for its line. What was
    carried here from another channel counts as its writer wrote it, once (`sync.model.carried`), unless the
    center took it back (`sync.model.recalled`) or it is not genuine.
    """
    made = unpacked(entries, roles, proofs.refused)
    roles = made.roles(roles)
    ordered = sorted(made.entries, key=lambda entry: entry.order)
    state = State(home=_home(ordered or made.kept or made.forged))
    seen: set[bytes] = set()
    for entry in ordered:
        reach: set[bytes] = set(entry.after)
        for one in entry.after:
            reach |= state.reach.get(one, frozenset())
        seen.update(entry.after)
        state.reach[entry.digest[:AFTER_BYTES]] = frozenset(reach)
    undoings = Undoings(state, ordered, roles)
    for entry in ordered:
        carried = entry.digest in made.found and entry.digest not in proofs.proved
        _apply(state, entry, roles.get(entry.journal.node), undoings, carried=carried)
    if any(turn % 2 for turn in turns(ordered, roles).values()):
        state.flags.add("recalled")
    _kept_carriers(state, made, roles)
    return _finished(dossier, state, ordered, seen)


def _kept_carriers(state: State, made: Unpacked, roles: Mapping[bytes, str]) -> None:
    """The lines of ``carried`` entries that carry nothing: of a role that may not, purged, unreadable, or of
    an original that its writer never sealed so."""
    forged = {entry.digest for entry in made.forged}
    for entry in sorted((*made.kept, *made.forged), key=lambda one: one.order):
        role = roles.get(entry.journal.node)
        sentence = _kept_only(state, entry, role)
        if not sentence and entry.digest in forged:
            state.flags.add("not-genuine")
            sentence = "Nội dung chuyển đến không khớp con dấu của nơi ghi, không được tính"
        elif not sentence:
            state.flags.add("unreadable")
            sentence = "Nội dung không đọc được"
        state.events.append(
            Event(
                at=_when(entry, {}),
                act=entry.kind,
                officer=_NOBODY,
                unit=entry.journal.channel.partition(":")[2],
                node=entry.journal.node.hex(),
                text=sentence,
                entry=entry.digest.hex(),
                effective=False,
            )
        )


def _finished(dossier: bytes, state: State, ordered: Sequence[Entry], seen: Set[bytes]) -> Dossier:
    if state.intake is None:
        state.flags.add("no-intake")
    if state.rebuilt is not None:
        state.flags.add("rebuilt")
    if state.work.missing and state.ended_at is None:
        state.flags.add(PAPERS_MISSING)
    return Dossier(
        id=dossier,
        unit=state.home.partition(":")[2],
        status=state.status,
        intake=state.intake,
        number=state.intake.number if state.intake else "",
        due_at=state.due_at,
        history=tuple(state.events),
        flags=tuple(sorted(state.flags)),
        result=state.result,
        reason=state.reason,
        ended_at=state.annulled.at if state.annulled else state.ended_at,
        issue=state.issue,
        renewed=state.renewed,
        status_since=state.status_since,
        holder=state.holder,
        place=state.place,
        payments=tuple(paid for _entry, paid in state.payments),
        demanded=state.demanded,
        arrived=state.arrived,
        ready_at=state.ready_at,
        returned=state.returned,
        annulled=state.annulled,
        tips=tuple(e.digest for e in ordered if e.digest[:AFTER_BYTES] not in seen),
        height=ordered[-1].height if ordered else 0,
        scans=tuple(state.scans.values()),
        detached=tuple(state.detached),
        sent_to=tuple(state.sent_to),
        away=state.away,
        work=state.work,
    )
