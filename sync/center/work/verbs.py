"""The verbs of the center's staff: how each is read from plain fields and made, and when it may be done.

The acts are the desk's own pure functions (`sync.acts`); a verb only reads its fields and hands them on.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from typing import Final, cast

from sync.acts import between, counter, moves, steps
from sync.acts.mistakes import Mistake
from sync.acts.move import Made, Move, blocked
from sync.acts.steps import Ground, Signature
from sync.model.dossier import Dossier, Officer
from sync.model.due import SupplementRule
from sync.model.fold_acts import OUTCOMES_IN_WORDS
from sync.model.process import APPRAISE, APPROVE, RECEIVE, RESOLVE, RETURN, SEAL
from sync.model.status import PERMITTED, Status
from sync.model.strict import Fields
from sync.model.work import CAPACITIES, OPINIONS, OUTCOMES, REASONS

_S = Status
_OPEN = (_S.RECEIVED, _S.PROCESSING)
_NOT_OVER = (*_OPEN, _S.SUPPLEMENT, _S.FEE_DUE)


@dataclass(frozen=True, slots=True)
class Place:
    """Where an act is done: `ours` are the codes of the actor's unit (the center's is empty), with its
    name and the name of the unit that received the dossier; the names of all units; the center's own node."""

    ours: Collection[str]
    name: str
    home_name: str
    names: Mapping[str, str]
    node: bytes


Moves = tuple[Move, ...] | tuple[Mistake, ...]
Make = Callable[[Dossier, Fields, Ground, Place], Moves]


@dataclass(frozen=True, slots=True)
class Verb:
    """A verb: its title for people, the form that goes with it at the desk (empty: none), how it is
    made, and the statuses and kinds of steps it is possible in (none: any)."""

    name: str
    title: str
    make: Make
    form: str = ""
    statuses: tuple[Status, ...] = ()
    steps: tuple[str, ...] = ()

    def why_not(self, dossier: Dossier, ground: Ground) -> str:
        """Why it cannot be done to this dossier now, whoever asks; empty where it can."""
        stopped = blocked(dossier)
        if stopped:
            return stopped[0].message
        if self.statuses and dossier.status not in self.statuses:
            return f"Hồ sơ đang là “{dossier.label}”."
        step = ground.step_of(dossier)
        if self.steps and step is not None and step.kind not in self.steps:
            return f"Hồ sơ đang ở bước {step.name}."
        return ""


def _moves(*made: Made) -> Moves:
    """All of them, or every mistake."""
    mistakes = tuple(one for some in made if not isinstance(some, Move) for one in some)
    return mistakes or tuple(one for one in made if isinstance(one, Move))


def _person(given: Fields, name: str = "to") -> Officer | None:
    """A person, as ``{"id", "name"}``; None when absent."""
    fields = given.inner(name)
    if fields is None:
        return None
    officer = Officer(fields.text("id", most=100), fields.text("name", most=200))
    fields.done()
    return officer if officer.id or officer.name else None


def _take(dossier: Dossier, given: Fields, ground: Ground, place: Place) -> Moves:
    made: list[Made] = []
    if dossier.unit not in place.ours:
        away = dossier.away
        if away is None or away.accepted_at is None:
            made.append(
                between.accept(dossier, place.ours, place.name, officer=ground.officer, now=ground.now)
            )
    source = given.text("from", most=200) or (place.home_name if made else "")
    papers = given.texts("papers")
    if not papers and dossier.intake is not None:
        papers = tuple(one.name for one in dossier.intake.papers)
    missing = given.texts("missing")
    here = tuple(one for one in papers if one not in missing)
    listed, note, to = given.text("list", most=120), given.text("note"), _person(given)
    made.append(
        steps.take_delivery(dossier, source, here[:50], missing, ground, listed=listed, note=note, to=to)
    )
    return _moves(*made)


def _assign(dossier: Dossier, given: Fields, ground: Ground, _place: Place) -> Moves:
    to = _person(given) or Officer("", "")
    office, step = given.text("office", most=200), given.text("step", most=32)
    why, note = given.choice("why", REASONS, ""), given.text("note")
    return _moves(steps.assign(dossier, to, ground, office=office, step=step, why=why, note=note))


def _appraise(dossier: Dossier, given: Fields, ground: Ground, _place: Place) -> Moves:
    outcome, text = given.choice("outcome", OUTCOMES, "grant"), given.text("text")
    to, despite = _person(given), given.text("despite")
    return _moves(steps.appraise(dossier, outcome, text, ground, to=to, despite=despite))


def _consult(dossier: Dossier, given: Fields, ground: Ground, _place: Place) -> Moves:
    office, question = given.text("office", most=200), given.text("question")
    days, unit = given.number("days", 0, most=10_000), given.text("unit", most=40)
    return _moves(steps.consult(dossier, office, question, days, ground, unit=unit))


def _answer(dossier: Dossier, given: Fields, ground: Ground, _place: Place) -> Moves:
    entry, opinion = given.text("entry", most=64), given.choice("opinion", OPINIONS, "agree")
    text, number = given.text("text"), given.text("number", most=120)
    return _moves(steps.answer(dossier, entry, opinion, text, ground, number=number))


def _approve(dossier: Dossier, given: Fields, ground: Ground, _place: Place) -> Moves:
    signature = Signature(
        given.text("signer", most=200),
        given.text("title", most=200),
        given.choice("capacity", CAPACITIES, ""),
        given.text("instead_of", most=200),
        given.text("basis", most=500),
        given.text("number", most=120),
        given.day("date"),
    )
    proposal = dossier.work.proposal
    outcome = given.choice("outcome", OUTCOMES, proposal.outcome if proposal is not None else "grant")
    note, to = given.text("note"), _person(given)
    return _moves(steps.approve(dossier, signature, ground, outcome=outcome, note=note, to=to))


def _rework(dossier: Dossier, given: Fields, ground: Ground, _place: Place) -> Moves:
    reason, step, to = given.text("reason"), given.text("step", most=32), _person(given)
    return _moves(steps.rework(dossier, reason, ground, step=step, to=to))


def _seal(dossier: Dossier, given: Fields, ground: Ground, _place: Place) -> Moves:
    number, dated = given.text("number", most=120), given.day("date")
    copies, to = given.number("copies", 1, most=999), _person(given)
    return _moves(steps.seal(dossier, number, ground, dated=dated, copies=copies, to=to))


def _send_back(dossier: Dossier, given: Fields, ground: Ground, place: Place) -> Moves:
    """The result goes to the desk that received the dossier; one of our own is finished by that."""
    work, by, now = dossier.work, ground.officer, ground.now
    signed = work.sealing.number if work.sealing else work.approval.number if work.approval else ""
    result, note = given.text("result", most=2000) or signed, given.text("note")
    papers, unfinished = given.texts("papers"), given.flag("unfinished", False)
    made: list[Made] = []
    if dossier.status is not _S.DONE and not unfinished:
        if work.process is not None and work.approval is None:
            return (Mistake("approval", "Kết quả chưa được phê duyệt; muốn trả dở dang thì ghi rõ."),)
        made.append(counter.finish(dossier, result, note, officer=by, now=now))
    elif unfinished and not note:
        return (Mistake("note", "Trả hồ sơ chưa giải quyết xong: ghi lý do."),)
    if dossier.unit not in place.ours:
        made.append(
            between.send_home(
                dossier, place.ours, place.home_name, papers=papers, note=note, officer=by, now=now
            )
        )
    elif not made:
        return (Mistake("status", "Kết quả của hồ sơ này đã có."),)
    return _moves(*made)


def _supplement(dossier: Dossier, given: Fields, ground: Ground, _place: Place) -> Moves:
    items, reason = given.texts("items"), given.text("reason")
    return _moves(moves.ask_supplement(dossier, items, reason, officer=ground.officer, now=ground.now))


def _supplemented(dossier: Dossier, given: Fields, ground: Ground, _place: Place) -> Moves:
    process = ground.process_of(dossier)
    asked = given.choice("rule", ("", "RESTART", "EXTEND"), "") or process.supplement or "RESTART"
    rule = cast("SupplementRule", asked)
    return _moves(
        moves.take_supplement(dossier, ground.calendar, rule, officer=ground.officer, now=ground.now)
    )


def _fee(dossier: Dossier, given: Fields, ground: Ground, _place: Place) -> Moves:
    amount, reason = given.number("amount", 0), given.text("reason")
    return _moves(counter.ask_fee(dossier, amount, reason, officer=ground.officer, now=ground.now))


def _apology(dossier: Dossier, given: Fields, ground: Ground, _place: Place) -> Moves:
    reason, days = given.text("reason"), given.number("days", 0, most=10_000)
    return _moves(
        moves.apologise(dossier, reason, days, ground.calendar, officer=ground.officer, now=ground.now)
    )


def _refuse(dossier: Dossier, given: Fields, ground: Ground, _place: Place) -> Moves:
    return _moves(moves.refuse(dossier, given.texts("reasons"), officer=ground.officer, now=ground.now))


def _stop(dossier: Dossier, given: Fields, ground: Ground, _place: Place) -> Moves:
    reason, asked, basis = (
        given.text("reason"),
        given.flag("by_request", False),
        given.text("basis", most=500),
    )
    return _moves(
        moves.stop(dossier, reason, by_request=asked, basis=basis, officer=ground.officer, now=ground.now)
    )


def _withdraw(dossier: Dossier, given: Fields, ground: Ground, _place: Place) -> Moves:
    reason, papers = given.text("reason"), given.texts("papers_back")
    return _moves(counter.withdraw(dossier, reason, papers, officer=ground.officer, now=ground.now))


def _reopen(dossier: Dossier, given: Fields, ground: Ground, _place: Place) -> Moves:
    return _moves(counter.reopen(dossier, given.text("reason"), officer=ground.officer, now=ground.now))


def _forward(dossier: Dossier, given: Fields, ground: Ground, place: Place) -> Moves:
    to, note = given.text("to", most=40).upper(), given.text("note")
    if to not in place.names:
        return (Mistake("to", f"Chưa có đơn vị {to or '(trống)'}."),)
    if to in place.ours or to == dossier.unit:
        return (Mistake("to", "Ghi đơn vị khác; trả về nơi tiếp nhận là việc “Trả kết quả về”."),)
    papers = given.texts("papers")
    return _moves(
        counter.forward(
            dossier, to, place.names[to], papers=papers, note=note, officer=ground.officer, now=ground.now
        )
    )


def _call(dossier: Dossier, given: Fields, ground: Ground, _place: Place) -> Moves:
    phone, to, text = given.text("phone", most=40), given.text("to", most=200), given.text("text")
    outcome = given.choice("outcome", tuple(OUTCOMES_IN_WORDS), "reached")
    return _moves(counter.call(dossier, phone, to, outcome, text, officer=ground.officer, now=ground.now))


def _note(dossier: Dossier, given: Fields, ground: Ground, _place: Place) -> Moves:
    return _moves(counter.note(dossier, given.text("text"), officer=ground.officer, now=ground.now))


def _undo(dossier: Dossier, given: Fields, ground: Ground, place: Place) -> Moves:
    """All of the staff write with the center's key, so whose act it was is asked besides."""
    reason, entry = given.text("reason"), given.text("entry", most=64)
    event = counter.undoable(dossier, place.node, ground.now, entry.strip().lower())
    if event is not None and event.officer.id != ground.officer.id:
        return (Mistake("entry", f"Việc này do {event.officer.name} làm; chỉ người đó hoàn tác được."),)
    return _moves(counter.undo(dossier, place.node, reason, entry, officer=ground.officer, now=ground.now))


VERBS: Final[Mapping[str, Verb]] = {
    verb.name: verb
    for verb in (
        Verb("take", "Nhận bàn giao hồ sơ", _take, "control-sheet", _NOT_OVER),
        Verb("assign", "Phân công xử lý", _assign, "control-sheet", _NOT_OVER),
        Verb("reassign", "Phân công lại", _assign, "control-sheet", _NOT_OVER),
        Verb("appraise", "Thẩm định", _appraise, "", _OPEN, (RECEIVE, APPRAISE, RESOLVE)),
        Verb("consult", "Lấy ý kiến", _consult, "", _OPEN),
        Verb("answer", "Ghi ý kiến trả lời", _answer),
        Verb("approve", "Phê duyệt", _approve, "", _OPEN, (APPROVE, RESOLVE)),
        Verb("rework", "Trả lại để làm lại", _rework, "", _OPEN, (APPRAISE, APPROVE, RESOLVE, SEAL, RETURN)),
        Verb("seal", "Đóng dấu, phát hành", _seal, "", _OPEN, (SEAL, RETURN)),
        Verb("send-back", "Trả kết quả về nơi tiếp nhận", _send_back, "control-sheet", (*_OPEN, _S.DONE)),
        Verb("supplement", "Yêu cầu bổ sung", _supplement, "supplement", _OPEN),
        Verb("supplemented", "Nhận bổ sung", _supplemented, "slip", (_S.SUPPLEMENT,)),
        Verb("fee", "Yêu cầu nộp phí", _fee, "", _OPEN),
        Verb("apology", "Xin lỗi và hẹn lại ngày trả", _apology, "apology", _NOT_OVER),
        Verb("refuse", "Từ chối giải quyết", _refuse, "refusal", _OPEN),
        Verb("stop", "Dừng giải quyết", _stop, "stopping", _NOT_OVER),
        Verb(
            "withdraw", "Công dân rút hồ sơ", _withdraw, "",
            tuple(one for one in _S if _S.WITHDRAWN in PERMITTED[one]),
        ),
        Verb("reopen", "Chuyển lại để sửa kết quả", _reopen, "", (_S.DONE,)),
        Verb("forward", "Chuyển đơn vị khác", _forward, "control-sheet", _OPEN),
        Verb("call", "Ghi cuộc gọi cho công dân", _call),
        Verb("note", "Ghi chú", _note),
        Verb("undo", "Hoàn tác việc vừa làm", _undo),
    )
}  # fmt: skip
"""Every verb in the order a page offers them."""
