"""The fold's steps for the acts of the counter: money, papers, results, calls, annulment, undoing.

Everything a step needs is read before anything is changed: an unreadable entry has no effect at all.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from sync.model import kinds
from sync.model.act_bodies import annulled_in, arrived_in, payment_in, texts, undone_name
from sync.model.bodies import Unreadable, moment, text, unpack
from sync.model.dossier import Away, Payment
from sync.model.entry import Entry
from sync.model.fold_state import State, Step
from sync.model.status import Status
from sync.model.words import dong

_S = Status
WAYS_IN_WORDS = {"cash": "tiền mặt", "transfer": "chuyển khoản", "vietqr": "VietQR"}
OUTCOMES_IN_WORDS = {
    "reached": "đã báo",
    "no-answer": "không nghe máy",
    "wrong-number": "sai số",
    "call-back": "hẹn gọi lại",
}
_BUILDS = frozenset(
    {
        kinds.STATUS,
        kinds.PAYMENT,
        kinds.FORWARDED,
        kinds.ACCEPTED,
        kinds.ARRIVED,
        kinds.APOLOGY,
        kinds.CORRECTED,
        kinds.ANNULLED,
        kinds.HANDOVER,
        kinds.DELIVERED,
        kinds.ASSIGNED,
        kinds.APPRAISED,
        kinds.ANSWERED,
        kinds.APPROVED,
        kinds.REWORKED,
        kinds.SEALED,
    }
)
"""Acts that rest on what stood before them: what they have seen cannot be taken back under them."""
_LIGHT = frozenset({kinds.LOCATED, kinds.CALLED, kinds.NOTED})
"""Acts on which nothing rests."""
UNDOABLE = frozenset(
    {
        kinds.STATUS,
        kinds.PAYMENT,
        kinds.HANDOVER,
        kinds.FORWARDED,
        kinds.ACCEPTED,
        kinds.ARRIVED,
        kinds.ANNULLED,
        kinds.DELIVERED,
        kinds.ASSIGNED,
        kinds.APPRAISED,
        kinds.CONSULTED,
        kinds.ANSWERED,
        kinds.REWORKED,
    }
    | _LIGHT
)
"""Not the reception and its correction (corrected anew, or annulled), nor an apology: its letter is out;
nor what was signed or sealed: it is sent back for rework."""


def note(words: str, more: str) -> str:
    """Words, and a remark behind a dash where there is one."""
    return f"{words} – {more}" if more else words


def handover(state: State, entry: Entry, body: dict[str, object], role: str) -> tuple[str, bool]:
    """The papers went to another hand; inside the office (`moves`) the processing begins with it."""
    to, receiver, at = text(body, "to", None), text(body, "receiver"), moment(body, "at")
    begins = text(body, "moves") == _S.PROCESSING
    words = f"Bàn giao hồ sơ cho {to}" + (f" ({receiver})" if receiver else "")
    if state.annulled_by is not None and state.closed_for(entry):
        return words, False
    if state.status not in (_S.RETURNED, _S.WITHDRAWN):
        state.holder, state.place = receiver or to, ""
    if begins and state.status is _S.RECEIVED:
        state.enter(_S.PROCESSING, entry, at, role)
    return words, True


def forwarded(state: State, entry: Entry, body: dict[str, object], role: str) -> tuple[str, bool]:
    """The papers went to the center or another unit; or home again, finished or not."""
    to, name, at = text(body, "to"), text(body, "name"), moment(body, "at")
    texts(body, "papers")
    if to and f"unit:{to}" == state.home:
        return _sent_home(state, entry, note(f"Chuyển về nơi tiếp nhận {name or to}", text(body, "note")), at)
    words = note(f"Chuyển hồ sơ đến {name or to or 'cấp trên'}", text(body, "note"))
    if state.closed_for(entry):
        return words, False
    state.names(to)
    last = state.changed_by.get(entry.kind)
    if last is not None and state.away is not None and not state.saw(entry, last):
        if state.away.unit != to:
            state.flags.add(
                "sent-twice"
            )  # both units are told; the first in order is where it is believed to be
        return words, True
    state.changed_by[entry.kind] = entry
    state.changed_by.pop(kinds.ACCEPTED, None)
    state.away = Away(to, name or to or "Cấp trên", at)
    state.work = state.work.end(at, entry.kind)
    state.holder, state.place = name or to or "Cấp trên", ""
    if state.status is _S.RECEIVED:
        state.enter(_S.PROCESSING, entry, at, role)
    return words, True


def _sent_home(state: State, entry: Entry, words: str, at: datetime) -> tuple[str, bool]:
    if state.status in (_S.RETURNED, _S.WITHDRAWN) or state.annulled_by is not None:
        return words, not state.closed_for(entry)
    if state.away is not None:
        state.away = replace(state.away, back_at=at)
        state.work = state.work.end(at, entry.kind)
    return words, True


def accepted(state: State, entry: Entry, body: dict[str, object], role: str) -> tuple[str, bool]:
    """The unit it was sent to (or the center, in the home channel) has the papers. What a unit has in hand
    holds against what another was only sent; of two that accepted unseen the first in order stands."""
    unit, at = entry.journal.channel.partition(":")[2], moment(body, "at")
    name = text(body, "name")
    here = entry.journal.channel == state.home
    unit = "" if here and role == kinds.CENTER else unit
    words = note(f"{name or unit or 'Trung tâm'} đã nhận hồ sơ chuyển đến", text(body, "note"))
    if here and unit:
        state.flags.add("not-permitted")  # a unit does not accept what it received itself
        return words, False
    if state.closed_for(entry):
        if "conflict" in state.flags:
            state.flags.add("accepted-too-late")
        return words, False
    last = state.changed_by.get(entry.kind)
    if last is not None and not state.saw(entry, last):
        if state.apart(entry, last):
            state.flags |= {"conflict", "accepted-twice"}
        return words, False
    state.names(unit)
    state.changed_by[entry.kind] = entry
    sent = state.away.sent_at if state.away is not None and state.away.unit == unit else at
    state.away = Away(unit, name or unit or "Trung tâm", sent, at)
    state.holder, state.place = state.away.name, ""
    if state.status is _S.RECEIVED:
        state.enter(_S.PROCESSING, entry, at, role)
    return words, True


def arrived(state: State, entry: Entry, body: dict[str, object], role: str) -> tuple[str, bool]:
    """The result is at the desk; where nobody said so before, it is processed by that."""
    result = arrived_in(body)
    words = "Đã nhận kết quả" + (f" số {result.number}" if result.number else "")
    words = note(words + (f" từ {result.source}" if result.source else ""), result.note)
    if entry.journal.channel != state.home:
        state.flags.add("not-permitted")  # a result arrives where the dossier was received, nowhere else
        return words, False
    if state.annulled_by is not None and state.closed_for(entry):
        return words, False
    if state.status in (_S.RECEIVED, _S.PROCESSING):
        state.enter(_S.DONE, entry, result.at, role)
    elif state.status is not _S.DONE:
        late = state.decided_by is not None and not state.saw(entry, state.decided_by)
        state.flags.add("conflict" if late else "not-permitted")
        return words, False
    state.arrived, state.ready_at = result, result.at
    state.holder = state.place = ""
    state.away = None
    return words, True


def located(state: State, entry: Entry, body: dict[str, object], _role: str) -> tuple[str, bool]:
    """Where the papers lie; an empty place says that they lie nowhere in particular."""
    place = text(body, "place")
    words = f"Để hồ sơ tại: {place}" if place else "Bỏ ghi nơi để hồ sơ"
    if state.status in (_S.RETURNED, _S.WITHDRAWN):
        return words, False
    state.place = place
    return words, True


def payment(state: State, entry: Entry, body: dict[str, object], role: str) -> tuple[str, bool]:
    """Money counts as often as it was taken: what two desks took twice is there twice, to be given back."""
    paid = payment_in(body, entry.digest.hex(), entry.journal.node.hex())
    due = moment(body, "due") if body.get("due") else None
    step_due = moment(body, "step_due") if body.get("step_due") else None
    way = f"{WAYS_IN_WORDS[paid.way]}, người nộp {paid.payer}" if paid.payer else WAYS_IN_WORDS[paid.way]
    words = note(f"Thu {dong(paid.amount)} ({way})", paid.proof)
    for earlier, other in state.payments:
        if not state.saw(entry, earlier) and _same_fees(paid, other):
            state.flags.add("paid-twice")
            words += "; khoản này đã thu ở quầy khác, kiểm tra và trả lại tiền thừa"
            break
    state.payments.append((entry, paid))
    asked = state.decided_by
    if state.status is _S.FEE_DUE and asked is not None and state.saw(entry, asked):
        state.settled += paid.amount
        if state.settled >= state.demanded and state.annulled_by is None:
            state.enter(_S.PROCESSING, entry, paid.at, role, step_due)
            if due is not None:
                state.due_at = due
                words += f"; hẹn trả {due:%H:%M %d/%m/%Y}"
    return words, True


def _same_fees(one: Payment, other: Payment) -> bool:
    return not one.lines or not other.lines or bool({*one.lines} & {*other.lines})


def called(_state: State, _entry: Entry, body: dict[str, object], _role: str) -> tuple[str, bool]:
    """A telephone call to the citizen."""
    outcome = text(body, "outcome")
    to = " ".join(part for part in (text(body, "to"), text(body, "phone")) if part)
    words = note(f"Gọi điện {to}".rstrip(), OUTCOMES_IN_WORDS.get(outcome, outcome))
    return note(words, text(body, "text")), True


def noted(_state: State, _entry: Entry, body: dict[str, object], _role: str) -> tuple[str, bool]:
    """A note."""
    return f"Ghi chú: {text(body, 'text', None)}", True


def annulled(state: State, entry: Entry, body: dict[str, object], _role: str) -> tuple[str, bool]:
    """Annuls the intake, unless the citizen has the result in hand; of two, the first in order stands."""
    said = annulled_in(body)
    words = f"Hủy tiếp nhận – {said.reason}" + (
        f"; thay bằng hồ sơ {said.instead_of}" if said.instead_of else ""
    )
    if state.annulled is not None:
        return words, False
    if state.status is _S.RETURNED and state.decided_by is not None:
        state.flags.add("not-permitted" if state.saw(entry, state.decided_by) else "conflict")
        return words, False
    ended = state.ended_at is not None and state.decided_by is not None
    if ended and state.decided_by is not None and not state.saw(entry, state.decided_by):
        state.flags.add("conflict")
    state.annulled, state.annulled_by = said, entry
    return words, True


def undone(state: State, entry: Entry, body: dict[str, object], _role: str) -> tuple[str, bool]:
    """Only the words: `undoings` has decided, before the first step, what each such entry takes back."""
    undone_name(body)
    return f"Hoàn tác – {text(body, 'reason')}", True


ACT_STEPS: Mapping[str, Step] = {
    kinds.HANDOVER: handover,
    kinds.FORWARDED: forwarded,
    kinds.ACCEPTED: accepted,
    kinds.ARRIVED: arrived,
    kinds.LOCATED: located,
    kinds.PAYMENT: payment,
    kinds.CALLED: called,
    kinds.NOTED: noted,
    kinds.ANNULLED: annulled,
    kinds.UNDONE: undone,
}


class Undoings:
    """What the ``undone`` entries of a dossier take back: `taken` (digest → the entry that undid it), and
    `failed` (digest of an ``undone`` entry without effect → the flag that says why).

    A function of the set of entries: an entry is taken back by its own writer, who had seen it, unless an
    act that stands rests on it (has seen it and cannot do without it). Such an act the undoing had seen
    makes it ``not-permitted``, one it had not seen a ``conflict``: what was built stands.
    """

    def __init__(self, state: State, ordered: Sequence[Entry], roles: Mapping[bytes, str]) -> None:
        self.taken: dict[bytes, Entry] = {}
        self.failed: dict[bytes, str] = {}
        self._state = state
        wishes: dict[bytes, list[Entry]] = {}
        for entry in ordered:
            if entry.kind == kinds.UNDONE and entry.text is not None:
                self._wish(entry, ordered, roles, wishes)
        if not wishes:
            return
        builders = [one for one in ordered if one.kind in _BUILDS and _counts(one, roles)]
        for target in reversed(ordered):  # what rests on an entry comes after it, and is decided before it
            if target.digest in wishes:
                self._decide(target, wishes[target.digest], builders)

    def _wish(
        self,
        entry: Entry,
        ordered: Iterable[Entry],
        roles: Mapping[bytes, str],
        wishes: dict[bytes, list[Entry]],
    ) -> None:
        try:
            body = unpack(entry.text or b"")
            name = undone_name(body)
            moment(body, "at")
        except Unreadable:
            return  # the step flags it
        found = [one for one in ordered if one.digest.hex().startswith(name)]
        if len(found) == 1 and _counts(entry, roles) and self._may(entry, found[0]):
            wishes.setdefault(found[0].digest, []).append(entry)
        else:
            self.failed[entry.digest] = "not-permitted"

    def _may(self, entry: Entry, target: Entry) -> bool:
        mine = target.journal.node == entry.journal.node
        if not mine or target.kind not in UNDOABLE or not self._state.saw(entry, target):
            return False
        return target.kind != kinds.STATUS or entry.day == target.day or not _hands_out(target)

    def _decide(self, target: Entry, wishes: Sequence[Entry], builders: Iterable[Entry]) -> None:
        rests = [
            one
            for one in builders
            if target.kind not in _LIGHT and one.digest not in self.taken and self._state.saw(one, target)
        ]
        for wish in wishes:
            # what had seen the undoing already stands on the ground without the target
            under = [one for one in rests if not self._state.saw(one, wish)]
            if not under:
                self.taken.setdefault(target.digest, wish)
            elif any(self._state.saw(wish, one) for one in under):
                self.failed[wish.digest] = "not-permitted"
            else:
                self.failed[wish.digest] = "conflict"


def _counts(entry: Entry, roles: Mapping[bytes, str]) -> bool:
    return entry.text is not None and roles.get(entry.journal.node) in kinds.KINDS[entry.kind].roles


def _hands_out(entry: Entry) -> bool:
    """Whether a ``status`` entry gives the result out: that is taken back on the same day or not at all."""
    try:
        return entry.text is not None and text(unpack(entry.text), "to") == _S.RETURNED
    except Unreadable:
        return False
