"""The fold: all admitted entries of one dossier, in one channel, become its state.

A function of the set of entries (and their writers' roles, which their certificates fix) and of
nothing else: no clock, calendar or catalogue. It is total: what cannot be read or may not be true
is flagged and the rest goes on. See `fold` for the order and for pairs that contradict each other.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date as day_type
from datetime import datetime, time

from sync.model import kinds
from sync.model.bodies import Unreadable, intake_in, moment, number, officer_in, skeleton_in, text, unpack
from sync.model.dossier import Dossier, Event, Intake, Officer
from sync.model.entry import AFTER_BYTES, MUST_UNDERSTAND, Entry
from sync.model.moment import VIETNAM
from sync.model.status import CLOCK_ENDED, PERMITTED, Status

FOLD_VERSION = 1
"""Stands with every projection; a higher one refolds."""

_S = Status
CONFLICT_RANK: dict[Status, int] = {
    _S.RETURNED: 9,  # the citizen has it in hand: no other word can be true against that
    _S.DONE: 8,
    _S.REFUSED: 7,
    _S.WITHDRAWN: 6,
    _S.STOPPED: 5,
    _S.FEE_DUE: 4,
    _S.SUPPLEMENT: 3,
    _S.PROCESSING: 2,
    _S.RECEIVED: 1,
    _S.REGISTERED: 0,
}
"""Of two concurrent moves that cannot both be true, the higher holds, whatever the heights."""

_NOBODY = Officer("", "")


@dataclass(slots=True)
class _State:
    """What the fold carries from entry to entry."""

    intake: Intake | None = None
    status: Status = _S.REGISTERED
    decided_by: Entry | None = None
    result: str = ""
    reason: str = ""
    ended_at: datetime | None = None
    due_at: datetime | None = None
    issue: int = 0
    rebuilt: Entry | None = None
    renewed: tuple[datetime, datetime] | None = None
    changed_by: dict[str, Entry] = field(default_factory=dict)
    flags: set[str] = field(default_factory=set)
    events: list[Event] = field(default_factory=list)
    reach: dict[bytes, frozenset[bytes]] = field(default_factory=dict)

    def saw(self, later: Entry, earlier: Entry) -> bool:
        """Whether `later`'s writer had seen `earlier` (directly or through others)."""
        return earlier.digest[:AFTER_BYTES] in self.reach[later.digest[:AFTER_BYTES]]


Step = Callable[[_State, Entry, dict[str, object]], tuple[str, bool]]
"""Applies one entry; returns the history sentence and whether it had an effect."""


def _received(state: _State, entry: Entry, body: dict[str, object]) -> tuple[str, bool]:
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
    if state.status is _S.REGISTERED:
        state.status, state.decided_by = _S.RECEIVED, entry
    return f"Tiếp nhận hồ sơ, hẹn trả {intake.due_at:%H:%M %d/%m/%Y}", True


def _status(state: _State, entry: Entry, body: dict[str, object]) -> tuple[str, bool]:
    try:
        to = Status(text(body, "to", None))
    except ValueError as error:
        raise Unreadable("to: not a status") from error
    reason, result = text(body, "reason"), text(body, "result")
    # everything is read before anything is changed: an unreadable entry has no effect at all
    at = moment(body, "at")
    due = moment(body, "due") if body.get("due") else None
    words = to.label + (f" – {reason}" if reason else "")
    last, now = state.decided_by, state.status
    if last is not None and not state.saw(entry, last):
        if to is now:
            return words, False
        if to not in PERMITTED[now]:
            if now not in PERMITTED[to]:
                state.flags.add("conflict")
            if now in PERMITTED[to] or CONFLICT_RANK[to] < CONFLICT_RANK[now]:
                return words, False
    elif to not in PERMITTED[now]:
        state.flags.add("not-permitted")
        return words, False
    state.status, state.decided_by = to, entry
    state.reason, state.result = reason, result or state.result
    state.ended_at = at if to in CLOCK_ENDED else None
    if due is not None:
        state.due_at = due
        words += f", hẹn trả {due:%H:%M %d/%m/%Y}"
    return words, True


def _apology(state: _State, _entry: Entry, body: dict[str, object]) -> tuple[str, bool]:
    before, due = moment(body, "before"), moment(body, "due")
    words = f"Xin lỗi và hẹn lại ngày trả: {due:%H:%M %d/%m/%Y} – {text(body, 'reason')}"
    if state.renewed is not None:
        state.flags.add("conflict")  # once in a dossier's life: the first in order stands
        return words, False
    state.renewed, state.due_at = (before, due), due
    return words, True


def _handover(_state: _State, _entry: Entry, body: dict[str, object]) -> tuple[str, bool]:
    receiver = text(body, "receiver")
    return f"Bàn giao hồ sơ cho {text(body, 'to', None)}" + (f" ({receiver})" if receiver else ""), True


def _corrected(state: _State, entry: Entry, body: dict[str, object]) -> tuple[str, bool]:
    intake = intake_in({**body, "at": body.get("received"), "by": body.get("received_by")})
    issue = number(body, "issue")
    words = f"Đính chính, cấp lại phiếu lần {issue}: {text(body, 'reason')}"
    last = state.changed_by.get(entry.kind)
    if state.intake is None or intake.number != state.intake.number:
        state.flags.add("not-permitted")
        return words, False
    if last is not None and not state.saw(entry, last):
        state.flags.add("conflict")  # two desks corrected the same slip unseen: the first in order stands
        return words, False
    moved = intake.due_at != state.intake.due_at
    state.intake, state.issue, state.rebuilt = intake, max(issue, state.issue), None
    state.changed_by[entry.kind] = entry
    if moved and state.renewed is None:
        state.due_at = intake.due_at
    return words, True


def _rebuilt(state: _State, entry: Entry, body: dict[str, object]) -> tuple[str, bool]:
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
        state.status, state.decided_by = _S.RECEIVED, entry
    return f"{words}, hẹn trả {intake.due_at:%H:%M %d/%m/%Y}", True


STEPS: dict[str, Step] = {
    kinds.RECEIVED: _received,
    kinds.STATUS: _status,
    kinds.APOLOGY: _apology,
    kinds.HANDOVER: _handover,
    kinds.CORRECTED: _corrected,
    kinds.REBUILT: _rebuilt,
}
_WITH_DETAILS = frozenset({kinds.STATUS, kinds.APOLOGY, kinds.HANDOVER})


def _when(entry: Entry, body: Mapping[str, object]) -> datetime:
    try:
        return moment(body, "at")
    except Unreadable:
        return datetime.combine(day_type.fromordinal(entry.day), time(0), VIETNAM)


def _apply(state: _State, entry: Entry, role: str | None, unit: str) -> None:
    body: dict[str, object] = {}
    officer, sentence, effective = _NOBODY, "", False
    kind = kinds.KINDS.get(entry.kind)
    try:
        if entry.text is None:
            state.flags.add("purged")
            sentence = "Nội dung đã được xóa theo quy định"
        elif kind is None or entry.kind not in STEPS:
            if entry.flags & MUST_UNDERSTAND:
                state.flags.add("newer-program")
            sentence = "Việc do phiên bản phần mềm mới hơn ghi"
        elif role not in kind.roles:
            state.flags.add("role")
            sentence = "Việc do nơi không có quyền ghi, không có hiệu lực"
        else:
            body = unpack(entry.text)
            officer = officer_in(body)
            moment(body, "at")  # an act of nobody knows when is unreadable, whatever its kind
            sentence, effective = STEPS[entry.kind](state, entry, body)
    except Unreadable:
        state.flags.add("unreadable")
        sentence = "Nội dung không đọc được"
    state.events.append(
        Event(
            at=_when(entry, body),
            act=entry.kind,
            officer=officer,
            unit=unit,
            node=entry.journal.node.hex(),
            text=sentence,
            entry=entry.digest.hex(),
            effective=effective,
            details={k: v for k, v in body.items() if k not in ("at", "by")}
            if entry.kind in _WITH_DETAILS
            else {},
        )
    )


def fold(dossier: bytes, entries: Iterable[Entry], roles: Mapping[bytes, str]) -> Dossier:
    """The dossier of its entries; `roles` gives each writer's role by node id.

    Order: height, node id, incarnation, seq, digest. Two entries neither of which reaches the
    other through `after` are concurrent; where both cannot be true `CONFLICT_RANK` says which
    holds (equal: the first in order), and the dossier is flagged ``conflict``.
    """
    ordered = sorted(entries, key=lambda entry: entry.order)
    state = _State()
    unit = ordered[0].journal.channel.partition(":")[2] if ordered else ""
    seen: set[bytes] = set()
    for entry in ordered:
        reach: set[bytes] = set(entry.after)
        for one in entry.after:
            reach |= state.reach.get(one, frozenset())
        seen.update(entry.after)
        state.reach[entry.digest[:AFTER_BYTES]] = frozenset(reach)
        _apply(state, entry, roles.get(entry.journal.node), unit)
    if state.intake is None:
        state.flags.add("no-intake")
    if state.rebuilt is not None:
        state.flags.add("rebuilt")
    return Dossier(
        id=dossier,
        unit=unit,
        status=state.status,
        intake=state.intake,
        number=state.intake.number if state.intake else "",
        due_at=state.due_at,
        history=tuple(state.events),
        flags=tuple(sorted(state.flags)),
        result=state.result,
        reason=state.reason,
        ended_at=state.ended_at,
        issue=state.issue,
        renewed=state.renewed,
        tips=tuple(e.digest for e in ordered if e.digest[:AFTER_BYTES] not in seen),
        height=ordered[-1].height if ordered else 0,
    )
