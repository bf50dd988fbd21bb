"""The acts of the counter by their names: how each is read from JSON and made, and when it may be done."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from desk_app.domain.act_request import ActFields
from desk_app.operations.desk import Desk
from desk_app.operations.processes import process_for
from desk_app.operations.units import known_units, name_of, own_units, unit_meant
from sync.acts import between, counter, moves
from sync.acts.counter import Taken
from sync.acts.mistakes import Mistake
from sync.acts.move import Made, blocked
from sync.acts.returning import Handing, give_out
from sync.model.dossier import PAYMENT_WAYS, RELATIONS, Dossier, Officer
from sync.model.due import SupplementRule
from sync.model.fold_acts import OUTCOMES_IN_WORDS
from sync.model.status import PERMITTED, Status

_S = Status
WhyNot = Callable[[Desk, Dossier], str]


@dataclass(frozen=True, slots=True)
class Act:
    """An act by its name on the command line: its title, the form that goes with it (empty: none), how it is
    made, and why it may not be done now (empty: it may)."""

    name: str
    title: str
    form: str
    make: Callable[[Desk, Dossier, ActFields, Officer], Made]
    why_not: WhyNot


def _supplement(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    items, reason = given.lines("items"), given.text("reason")
    return moves.ask_supplement(dossier, items, reason, officer=officer, now=desk.clock())


def _supplemented(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    asked = given.choice("rule", ("", "RESTART", "EXTEND")) or _rule_of(desk, dossier)
    rule: SupplementRule = "EXTEND" if asked == "EXTEND" else "RESTART"
    return moves.take_supplement(dossier, desk.calendar, rule, officer=officer, now=desk.clock())


def _rule_of(desk: Desk, dossier: Dossier) -> str:
    """How the clock runs on after a supplement: as its procedure's process says, else as the unit does."""
    intake = dossier.intake
    set_here = process_for(desk, intake.procedure.code, intake.limit).supplement if intake else ""
    return set_here or desk.settings.supplement_rule


def _refuse(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    return moves.refuse(dossier, given.lines("reasons"), officer=officer, now=desk.clock())


def _apology(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    reason, days = given.text("reason"), given.whole("days")
    return moves.apologise(dossier, reason, days or 0, desk.calendar, officer=officer, now=desk.clock())


def _stop(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    reason, by_request, basis = given.text("reason"), given.flag("by_request"), given.text("basis")
    return moves.stop(dossier, reason, by_request=by_request, basis=basis, officer=officer, now=desk.clock())


def _handover(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    return moves.hand_over(
        dossier,
        given.text("to"),
        receiver=given.text("receiver"),
        note=given.text("note"),
        begins=given.choice("begins", ("yes", "no")) == "yes",
        officer=officer,
        now=desk.clock(),
    )


def _reissue(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    reason = given.text("reason")
    if dossier.intake is None:
        return moves.hand_over(dossier, "", officer=officer, now=desk.clock())
    changed = given.changed(moves.as_request(dossier.intake, reason))
    terms = replace(desk.settings.terms, form_set=dossier.intake.form_set)
    return moves.correct(
        dossier,
        changed,
        reason,
        desk.catalogue.get(changed.procedure),
        calendar=desk.calendar,
        terms=terms,
        officer=officer,
        now=desk.clock(),
    )


def _ask_fee(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    amount, reason = given.whole("amount"), given.text("reason")
    return counter.ask_fee(dossier, amount or 0, reason, officer=officer, now=desk.clock())


def _payment(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    taken = Taken(
        amount=given.whole("amount") or 0,
        way=given.choice("way", PAYMENT_WAYS),
        payer=given.text("payer"),
        lines=tuple(given.lines("lines")),
        proof=given.text("proof"),
    )
    return counter.record_payment(dossier, taken, desk.calendar, officer=officer, now=desk.clock())


def _locate(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    return counter.locate(dossier, given.text("place"), officer=officer, now=desk.clock())


def _forward(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    to, name, note = given.text("to"), given.text("name"), given.text("note")
    wanted = to or name
    if not wanted and dossier.intake is not None:
        wanted = dossier.intake.for_unit
    meant = unit_meant(known_units(desk), wanted) if wanted else None
    if meant is not None:
        if meant.code in own_units(desk):
            return (Mistake("name", "Hồ sơ đang ở chính đơn vị này; ghi nơi khác."),)
        to, name = meant.code, name if to and name else meant.name
    elif not wanted:
        name = desk.settings.center_title or desk.settings.upstream_title or "Cấp trên"
    papers = given.lines("papers")
    return counter.forward(dossier, to, name, papers=papers, note=note, officer=officer, now=desk.clock())


def _accept(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    ours, name = own_units(desk), desk.settings.unit_name
    return between.accept(dossier, ours, name, given.text("note"), officer=officer, now=desk.clock())


def _send_home(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    return between.send_home(
        dossier,
        own_units(desk),
        name_of(desk, dossier.unit),
        papers=given.lines("papers"),
        note=given.text("note"),
        officer=officer,
        now=desk.clock(),
    )


def _finish(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    return counter.finish(
        dossier, given.text("result"), given.text("note"), officer=officer, now=desk.clock()
    )


def _reopen(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    return counter.reopen(dossier, given.text("reason"), officer=officer, now=desk.clock())


def _arrive(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    return counter.arrive(
        dossier,
        number=given.text("number"),
        dated=given.day("date"),
        source=given.text("from"),
        note=given.text("note"),
        officer=officer,
        now=desk.clock(),
    )


def handing_in(given: ActFields) -> Handing:
    """How a result is given out, from JSON."""
    return Handing(
        collector=given.person("collector"),
        relation=given.choice("relation", RELATIONS),
        checked=given.text("checked"),
        authority=given.text("authority"),
        slip=given.choice("slip", ("shown", "lost")),
        slip_issue=given.whole("slip_issue"),
        reason=given.text("reason"),
        signed=given.choice("signed", ("paper", "screen", "")),
        originals_back=given.whole("originals_back") or 0,
        post_code=given.text("post_code"),
    )


def _return(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    return give_out(dossier, handing_in(given), officer=officer, now=desk.clock())


def _call(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    phone, to, text = given.text("phone"), given.text("to"), given.text("text")
    outcome = given.choice("outcome", tuple(OUTCOMES_IN_WORDS))
    return counter.call(dossier, phone, to, outcome, text, officer=officer, now=desk.clock())


def _note(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    return counter.note(dossier, given.text("text"), officer=officer, now=desk.clock())


def _withdraw(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    reason, papers = given.text("reason"), given.lines("papers_back")
    return counter.withdraw(dossier, reason, papers, officer=officer, now=desk.clock())


def _annul(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    reason, other = given.text("reason"), given.text("instead_of")
    return counter.annul(dossier, reason, other, officer=officer, now=desk.clock())


def _undo(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    reason, entry = given.text("reason"), given.text("entry")
    return counter.undo(dossier, desk.keys.node, reason, entry, officer=officer, now=desk.clock())


def _usable(_desk: Desk, dossier: Dossier) -> str:
    found = blocked(dossier)
    return found[0].message if found else ""


def _into(to: Status) -> WhyNot:
    """Possible where the move to that status is permitted."""

    def why_not(desk: Desk, dossier: Dossier) -> str:
        if to in PERMITTED[dossier.status]:
            return _usable(desk, dossier)
        return _usable(desk, dossier) or f"Hồ sơ đang là “{dossier.label}”."

    return why_not


def _only_in(*statuses: Status) -> WhyNot:
    """Possible in those statuses."""

    def why_not(desk: Desk, dossier: Dossier) -> str:
        if dossier.status in statuses:
            return _usable(desk, dossier)
        return _usable(desk, dossier) or f"Hồ sơ đang là “{dossier.label}”."

    return why_not


def _once_asked(desk: Desk, dossier: Dossier) -> str:
    asked = any(e.effective and e.act == "status" and e.details.get("items") for e in dossier.history)
    if asked:
        return "Hồ sơ đã được yêu cầu bổ sung một lần."
    return _into(_S.SUPPLEMENT)(desk, dossier)


def _once_renewed(desk: Desk, dossier: Dossier) -> str:
    if dossier.renewed is not None:
        return "Hồ sơ đã hẹn lại một lần; pháp luật chỉ cho hẹn lại một lần."
    return _only_in(_S.RECEIVED, _S.PROCESSING, _S.SUPPLEMENT, _S.FEE_DUE)(desk, dossier)


def _from_elsewhere(desk: Desk, dossier: Dossier) -> str:
    return between.why_not_accept(dossier, own_units(desk)) or _usable(desk, dossier)


def _accepted_here(desk: Desk, dossier: Dossier) -> str:
    return between.why_not_send_home(dossier, own_units(desk)) or _usable(desk, dossier)


def _not_arrived(desk: Desk, dossier: Dossier) -> str:
    if dossier.unit not in own_units(desk):
        return "Kết quả về nơi đã tiếp nhận hồ sơ."
    if dossier.arrived is not None:
        return "Kết quả đã về quầy."
    return _only_in(_S.RECEIVED, _S.PROCESSING, _S.DONE)(desk, dossier)


def _not_handed_out(desk: Desk, dossier: Dossier) -> str:
    if dossier.status in (_S.RETURNED, _S.WITHDRAWN):
        return "Giấy tờ của hồ sơ này đã trả lại công dân."
    return _usable(desk, dossier)


def _not_returned(desk: Desk, dossier: Dossier) -> str:
    if dossier.status is _S.RETURNED:
        return "Hồ sơ đã trả kết quả nên không hủy tiếp nhận được."
    return _usable(desk, dossier)


def _something_of_ours(desk: Desk, dossier: Dossier) -> str:
    if counter.undoable(dossier, desk.keys.node, desk.clock()) is None:
        return _usable(desk, dossier) or "Việc cuối cùng không phải của quầy này, hoặc không hoàn tác được."
    return ""


_RUNNING = _only_in(_S.RECEIVED, _S.PROCESSING)
ACTS: Mapping[str, Act] = {
    act.name: act
    for act in (
        Act("return", "Trả kết quả", "", _return, _into(_S.RETURNED)),
        Act("arrive", "Nhận kết quả về quầy", "", _arrive, _not_arrived),
        Act("finish", "Đã có kết quả", "", _finish, _into(_S.DONE)),
        Act("handover", "Bàn giao hồ sơ", "control-sheet", _handover, _not_handed_out),
        Act("accept", "Nhận hồ sơ chuyển đến", "control-sheet", _accept, _from_elsewhere),
        Act("send-home", "Chuyển kết quả về nơi tiếp nhận", "control-sheet", _send_home, _accepted_here),
        Act("forward", "Chuyển lên cấp trên, đơn vị khác", "control-sheet", _forward, _RUNNING),
        Act("supplement", "Yêu cầu bổ sung", "supplement", _supplement, _once_asked),
        Act("supplemented", "Nhận bổ sung", "slip", _supplemented, _only_in(_S.SUPPLEMENT)),
        Act("fee", "Yêu cầu nộp phí", "", _ask_fee, _into(_S.FEE_DUE)),
        Act("payment", "Thu phí", "", _payment, _usable),
        Act("apology", "Xin lỗi và hẹn lại ngày trả", "apology", _apology, _once_renewed),
        Act("call", "Gọi điện cho công dân", "", _call, _usable),
        Act("locate", "Ghi nơi để hồ sơ", "", _locate, _not_handed_out),
        Act("note", "Ghi chú", "", _note, _usable),
        Act("reissue", "Đính chính, cấp lại phiếu", "slip", _reissue, _usable),
        Act("refuse", "Từ chối giải quyết", "refusal", _refuse, _into(_S.DONE)),
        Act("stop", "Dừng giải quyết", "stopping", _stop, _into(_S.STOPPED)),
        Act("withdraw", "Công dân rút hồ sơ", "", _withdraw, _into(_S.WITHDRAWN)),
        Act("reopen", "Chuyển lại để sửa kết quả", "", _reopen, _only_in(_S.DONE)),
        Act("annul", "Hủy tiếp nhận", "", _annul, _not_returned),
        Act("undo", "Hoàn tác việc vừa làm", "", _undo, _something_of_ours),
    )
}
