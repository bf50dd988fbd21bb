"""Acts on a received dossier, each a pure function: the entry's kind and body, or the mistakes.

Supplement, refusal, apology with a new date, stopping, handing over, correction with a reissued slip.
Sources: NĐ 61/2018 Điều 15, 17-19 (one complete request; the time limit counts anew; one new
appointment at most; refusal with its reason), TT 01/2018 Điều 9 and TT 03/2025 (the forms behind them).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import cast

from sync.acts.mistakes import Mistake
from sync.acts.move import Checked, Made, Move, blocked, line, lines, status_move, written
from sync.acts.receive import MAX_NOTE, Prepared, Terms, prepare_intake
from sync.acts.requests import IntakeRequest
from sync.acts.step_time import resumed_due
from sync.model import kinds
from sync.model.bodies import intake_fields, officer_out, pack
from sync.model.calendar import Calendar, CalendarEnds
from sync.model.dossier import Dossier, Intake, Officer
from sync.model.due import (
    Policy,
    SupplementRule,
    due_after_supplement,
    one_working_day_before,
    working_days_after,
)
from sync.model.limit import Limit
from sync.model.moment import day_of, iso_minute, to_minute
from sync.model.procedure import Case, Procedure
from sync.model.status import Status
from sync.model.strict import FieldError

MAX_DAYS = 60


def ask_supplement(
    dossier: Dossier, items: Sequence[str], reason: str, *, officer: Officer, now: datetime
) -> Made:
    """Asks once for everything that is missing (Mẫu 02)."""
    if any(e.effective and e.act == kinds.STATUS and e.details.get("items") for e in dossier.history):
        return (Mistake("items", "Hồ sơ đã được yêu cầu bổ sung một lần; chỉ được yêu cầu một lần, đầy đủ."),)
    listed = lines(items, "items", "nội dung cần bổ sung")
    if isinstance(listed[0], Mistake):
        return (listed[0],)
    return status_move(dossier, Status.SUPPLEMENT, officer, now, reason, items=listed)


def take_supplement(
    dossier: Dossier, calendar: Calendar, rule: SupplementRule, *, officer: Officer, now: datetime
) -> Made:
    """The citizen completed the dossier: the clock runs again, from zero (RESTART) or by the days waited.

    The rule of the process the dossier goes by counts before `rule`; its step is counted anew.
    """
    intake = dossier.intake
    asked = next(
        (
            e
            for e in reversed(dossier.history)
            if e.effective and e.act == kinds.STATUS and e.details.get("to") == "supplement"
        ),
        None,
    )
    if intake is None or dossier.due_at is None or asked is None:
        return (Mistake("status", "Hồ sơ này không chờ bổ sung."),)
    if not intake.limit:
        return (
            Mistake("due_at", "Hồ sơ không có thời hạn theo quy định; đính chính ngày hẹn trả kèm lý do."),
        )
    process = dossier.work.process
    if process is not None and process.supplement in ("RESTART", "EXTEND"):
        rule = cast("SupplementRule", process.supplement)
    try:
        found = due_after_supplement(
            dossier.due_at,
            asked.at,
            to_minute(now),
            Limit.parse(intake.limit),
            calendar,
            cast("Policy", intake.policy),
            None,
            rule,
        )
    except CalendarEnds as error:
        return (Mistake("due_at", f"{error.title}. {error.advice}"),)
    return status_move(
        dossier, Status.RECEIVED, officer, now, "Đã bổ sung đủ", due=iso_minute(found.at), rule=rule,
        step_due=resumed_due(dossier, now, found.at, calendar),
    )  # fmt: skip


def refuse(dossier: Dossier, reasons: Sequence[str], *, officer: Officer, now: datetime) -> Made:
    """Refuses to resolve (Mẫu 03): processed, with the result ``refused`` and the legal reasons."""
    listed = lines(reasons, "reasons", "lý do")
    if isinstance(listed[0], Mistake):
        return (listed[0],)
    return status_move(
        dossier, Status.DONE, officer, now, "; ".join(map(str, listed))[:MAX_NOTE], "refused", reasons=listed
    )


def stop(
    dossier: Dossier, reason: str, *, by_request: bool, basis: str = "", officer: Officer, now: datetime
) -> Made:
    """Stops the processing (Mẫu 05 of TT 03/2025); `basis` is the rule it rests on, empty: none named."""
    if not reason.strip():
        return (Mistake("reason", "Cần ghi lý do dừng giải quyết."),)
    rule = line(basis, "basis")
    if isinstance(rule, Mistake):
        return (rule,)
    named = {"basis": rule} if rule else {}
    return status_move(dossier, Status.STOPPED, officer, now, reason, by_request=by_request, **named)


def apologise(
    dossier: Dossier, reason: str, days: int, calendar: Calendar, *, officer: Officer, now: datetime
) -> Made:
    """Apologises and appoints anew, `days` working days after the present due time (Mẫu 04); once only."""
    if dossier.ended_at is not None or dossier.due_at is None:
        return (Mistake("status", "Hồ sơ đã giải quyết xong hoặc đã dừng, không hẹn lại ngày trả."),)
    if dossier.renewed is not None:
        before, after = dossier.renewed
        return (
            Mistake(
                "days",
                f"Hồ sơ đã hẹn lại một lần (từ {before:%d/%m/%Y} sang {after:%d/%m/%Y});"
                " pháp luật chỉ cho hẹn lại một lần.",
            ),
        )
    if not 1 <= days <= MAX_DAYS:
        return (Mistake("days", f"Số ngày làm việc hẹn thêm phải từ 1 đến {MAX_DAYS}."),)
    why = line(reason, "reason", required="Cần ghi lý do chậm trả kết quả.")
    if isinstance(why, Mistake):
        return (why,)
    if blocked(dossier):
        return blocked(dossier)
    try:
        last_moment = one_working_day_before(dossier.due_at, calendar)
        day = working_days_after(day_of(dossier.due_at), days, calendar)
    except CalendarEnds as error:
        return (Mistake("days", f"{error.title}. {error.advice}"),)
    new_due = dossier.due_at.replace(year=day.year, month=day.month, day=day.day)
    body = {
        "at": iso_minute(now),
        "by": officer_out(officer),
        "reason": why,
        "before": iso_minute(dossier.due_at),
        "due": iso_minute(new_due),
        "late": to_minute(now) > last_moment,
    }
    return Move(kinds.APOLOGY, pack(body))


def hand_over(
    dossier: Dossier,
    to: str,
    *,
    receiver: str = "",
    note: str = "",
    begins: bool = True,
    officer: Officer,
    now: datetime,
) -> Made:
    """Hands the papers over to another office or person; a line of the control sheet (Mẫu 06).

    `begins`: the receiver works on it, so a dossier just received is being processed from now on.
    """
    say = Checked(dossier)
    if dossier.status in (Status.RETURNED, Status.WITHDRAWN):
        say.wrong("status", "Giấy tờ của hồ sơ này đã trả lại công dân.")
    fields = {
        "to": say.line(to, "to", "Cần ghi nơi nhận hồ sơ."),
        "receiver": say.line(receiver, "receiver"),
        "note": say.line(note, "note"),
        "moves": str(Status.PROCESSING) if begins and dossier.status is Status.RECEIVED else "",
    }
    return say.mistakes or written(kinds.HANDOVER, officer, now, **fields)


def correct(
    dossier: Dossier,
    changed: IntakeRequest,
    reason: str,
    procedure: Procedure | None,
    *,
    calendar: Calendar,
    terms: Terms,
    officer: Officer,
    now: datetime,
) -> Made:
    """Corrects what the slip said: a whole new intake is frozen, under the same number and reception time.

    People and papers may change alone: what the reception promised (procedure as it read, due time and how it
    was counted, fees) then stays as frozen, whatever catalogue and calendar say by now. A fee by the page or
    by the copy is reckoned anew where `changed` counts them, as at the reception. The slip is reissued and
    the one before is void when scanned.
    """
    before = dossier.intake
    why = line(reason, "reason", required="Cần ghi lý do đính chính.")
    if isinstance(why, Mistake):
        return (why,)
    if before is None or blocked(dossier):
        return blocked(dossier) or (Mistake("number", "Hồ sơ chưa có lần tiếp nhận nào."),)
    promised = "rebuilt" not in dossier.flags and _promised(before, changed)
    changed = _counted_anew(changed, before, procedure)
    prepared: Prepared = prepare_intake(
        changed,
        (_as_frozen(before) if promised else None) or procedure,
        calendar=calendar,
        terms=terms,
        officer=before.officer,
        now=before.received_at,
    )
    if prepared.intake is None:
        return prepared.mistakes
    after = replace(prepared.intake, number=before.number, desk=before.desk, unit=before.unit)
    if promised:
        after = replace(after, **{name: getattr(before, name) for name in _PROMISES})
    fields = {
        **intake_fields(after),
        "received": iso_minute(before.received_at),
        "received_by": officer_out(before.officer),
        "at": iso_minute(now),
        "by": officer_out(officer),
        "reason": why,
        "issue": dossier.issue + 1,
    }
    return Move(kinds.CORRECTED, pack(fields))


_PROMISES = (
    "procedure",
    "due_at",
    "limit",
    "due_reason",
    "policy",
    "calendar",
    "form_set",
    "fees",
    "fee_exemption",
    "fees_open",
)
"""The fields of an intake that rest on the catalogue, the calendar and the unit's settings of its day."""
_RESTS_ON = ("procedure", "case", "channel", "amounts", "exemption", "pages", "copies", "due_at")


def _promised(before: Intake, changed: IntakeRequest) -> bool:
    """Whether nothing was changed that due time and fees rest on."""
    same = as_request(before)
    return all(getattr(same, name) == getattr(changed, name) for name in _RESTS_ON)


def _counted_anew(changed: IntakeRequest, before: Intake, procedure: Procedure | None) -> IntakeRequest:
    """The request without the frozen amounts of the fees that other pages or copies make anew."""
    if procedure is None or (changed.pages is None and changed.copies is None):
        return changed
    counted = {rule.name for rule in procedure.fees if rule.method in ("per_page", "per_copy")}
    frozen = {(line.name, line.amount) for line in before.fees if line.name in counted}
    return replace(changed, amounts=tuple(one for one in changed.amounts if one not in frozen))


def _as_frozen(before: Intake) -> Procedure | None:
    """The procedure as far as the reception froze it, so that a catalogue without it is in nobody's way; None
    where that is no procedure by today's rules."""
    code, case, limit = before.procedure.code, before.procedure.case, before.limit
    try:
        cases = (Case(case, case, limit),) if case else ()
        return Procedure(code, before.procedure.name, limit=limit, cases=cases)
    except FieldError:
        return None


def as_request(intake: Intake, due_reason: str = "") -> IntakeRequest:
    """The request an intake came from, to be changed by `dataclasses.replace` and given to `correct`."""
    return IntakeRequest(
        procedure=intake.procedure.code,
        applicant=intake.applicant,
        case=intake.procedure.case,
        owner=None if intake.owner == intake.applicant else intake.owner,
        representative=intake.representative,
        payer=intake.payer,
        collector=intake.collector,
        papers=intake.papers,
        return_by=intake.return_by,
        return_to=intake.return_to,
        note=intake.note,
        subject=intake.subject,
        sets=intake.sets,
        amounts=tuple((line.name, line.amount) for line in intake.fees),
        exemption=intake.fee_exemption,
        due_at=None if intake.limit else intake.due_at,
        due_reason="" if intake.limit else (due_reason or intake.due_reason),
        channel=intake.channel,
        portal_number=intake.portal_number,
        portal_at=intake.portal_at,
        representation=intake.representation,
        shown=intake.shown,
        for_unit=intake.for_unit,
        for_unit_name=intake.for_unit_name,
    )
