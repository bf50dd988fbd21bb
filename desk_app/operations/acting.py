"""Acts at the counter: read from their JSON, checked by the pure act, written in one transaction."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from desk_app.domain.act_request import ActFields
from desk_app.domain.mistakes import DeskError
from desk_app.operations.desk import Desk
from desk_app.operations.find import locate
from desk_app.operations.numbers import check_clock, settle_journal
from desk_app.operations.outcome import Changes, Outcome
from sync.acts import moves
from sync.acts.moves import Made, Move
from sync.journal.own import Draft
from sync.model.dossier import Dossier, Officer
from sync.model.due import SupplementRule
from sync.model.entry import EntryRefused
from sync.model.moment import day_of


@dataclass(frozen=True, slots=True)
class Act:
    """An act by its name on the command line: its title, the form that goes with it, and how it is made."""

    name: str
    title: str
    form: str
    make: Callable[[Desk, Dossier, ActFields, Officer], Made]


def _supplement(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    items, reason = given.lines("items"), given.text("reason")
    return moves.ask_supplement(dossier, items, reason, officer=officer, now=desk.clock())


def _supplemented(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    rule: SupplementRule = "EXTEND" if given.choice("rule", ("RESTART", "EXTEND")) == "EXTEND" else "RESTART"
    return moves.take_supplement(dossier, desk.calendar, rule, officer=officer, now=desk.clock())


def _refuse(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    return moves.refuse(dossier, given.lines("reasons"), officer=officer, now=desk.clock())


def _apology(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    reason, days = given.text("reason"), given.whole("days")
    return moves.apologise(dossier, reason, days or 0, desk.calendar, officer=officer, now=desk.clock())


def _stop(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    reason, by_request = given.text("reason"), given.flag("by_request")
    return moves.stop(dossier, reason, by_request=by_request, officer=officer, now=desk.clock())


def _handover(desk: Desk, dossier: Dossier, given: ActFields, officer: Officer) -> Made:
    to, receiver, note = given.text("to"), given.text("receiver"), given.text("note")
    return moves.hand_over(dossier, to, receiver=receiver, note=note, officer=officer, now=desk.clock())


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


ACTS: Mapping[str, Act] = {
    act.name: act
    for act in (
        Act("supplement", "Yêu cầu bổ sung", "supplement", _supplement),
        Act("supplemented", "Nhận bổ sung", "slip", _supplemented),
        Act("refuse", "Từ chối giải quyết", "refusal", _refuse),
        Act("apology", "Xin lỗi và hẹn lại ngày trả", "apology", _apology),
        Act("stop", "Dừng giải quyết", "stopping", _stop),
        Act("handover", "Bàn giao hồ sơ", "control-sheet", _handover),
        Act("reissue", "Đính chính, cấp lại phiếu", "slip", _reissue),
    )
}


def act_on(
    desk: Desk, wanted: str | bytes, name: str, given: Any, officer: Officer, *, date_confirmed: bool = False
) -> Outcome[Dossier]:
    """Does the act on the dossier of that number (or id); durable when it returns.

    `given` is the act's JSON object. Raises `DeskError` with the mistakes by field.
    """
    act = ACTS.get(name)
    if act is None:
        raise DeskError(f"Không có việc “{name[:40]}”.", f"Các việc: {', '.join(ACTS)}.")
    fields = ActFields(given)
    with desk.writing() as ledger:
        # Read under the lock: whoever held it before us has committed no later than this.
        now = desk.clock()
        channel, dossier_id = locate(desk, wanted)
        dossier = ledger.dossier(channel, dossier_id)
        if dossier is None:
            raise DeskError("Hồ sơ có trong danh sách nhưng không có trong sổ gốc.", "Chạy “motcua verify”.")
        made = act.make(desk, dossier, fields, officer)
        mistakes = fields.mistakes or (() if isinstance(made, Move) else made)
        if mistakes or not isinstance(made, Move):
            raise DeskError(f"Chưa làm được: {mistakes[0].field}: {mistakes[0].message}", "", mistakes)
        own = settle_journal(desk, ledger)
        check_clock(desk, ledger, own, officer, now, confirmed=date_confirmed)
        try:
            written = own.append(channel, [Draft(made.kind, made.body, dossier_id)], day_of(now).toordinal())
        except EntryRefused as error:
            raise DeskError("Nội dung dài quá mức lưu được.", "Viết ngắn lại.") from error
    return Outcome(written.dossiers[0], Changes(dossiers=True, sync=True))
