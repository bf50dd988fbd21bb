"""Acts of the counter on a received dossier: money, papers, results, calls, withdrawal, annulment, undoing.

Pure functions: the entry's kind and body, or the mistakes. Sources: NĐ 61/2018 Điều 17-20 and 22 (ways
to pay), the ten national statuses and their moves (`sync.model.status`), TT 01/2018 Điều 9.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import cast

from sync.acts.mistakes import Mistake
from sync.acts.move import Checked, Made, status_move, written
from sync.acts.step_time import resumed_due
from sync.model import kinds
from sync.model.act_bodies import MAX_AMOUNT
from sync.model.calendar import Calendar, CalendarEnds
from sync.model.dossier import PAYMENT_WAYS, Dossier, Event, Officer
from sync.model.due import Policy, due_after_supplement
from sync.model.fold_acts import OUTCOMES_IN_WORDS, UNDOABLE
from sync.model.limit import Limit, LimitUnknown
from sync.model.moment import day_of, iso_minute, parse_moment, to_minute
from sync.model.number import NumberRefused, parse_number
from sync.model.status import CLOCK_ENDED, Status
from sync.model.words import dong

MAX_TELEPHONE = 40


def ask_fee(dossier: Dossier, amount: int, reason: str, *, officer: Officer, now: datetime) -> Made:
    """Asks for a payment the matter waits for (national status 6); 0: an amount not known here."""
    if not 0 <= amount <= MAX_AMOUNT:
        return (Mistake("amount", "Số tiền phải từ 0 đến một nghìn tỷ đồng."),)
    return status_move(dossier, Status.FEE_DUE, officer, now, reason, amount=amount or None)


@dataclass(frozen=True, slots=True)
class Taken:
    """Money as it was taken: `amount` in dong; `way` one of `PAYMENT_WAYS`; `lines` the fees it is for (none:
    all of them); `proof` what was seen of a transfer."""

    amount: int
    way: str = "cash"
    payer: str = ""
    lines: tuple[str, ...] = ()
    proof: str = ""


def record_payment(
    dossier: Dossier, taken: Taken, calendar: Calendar, *, officer: Officer, now: datetime
) -> Made:
    """Money taken for a dossier. A demand for payment that is settled by it lets the clock run again, longer
    by the working days waited."""
    say = Checked(dossier)
    if not 1 <= taken.amount <= MAX_AMOUNT:
        say.wrong("amount", "Số tiền phải từ 1 đồng đến một nghìn tỷ đồng.")
    if taken.way not in PAYMENT_WAYS:
        say.wrong("way", f"Cách trả phải là một trong: {', '.join(PAYMENT_WAYS)}.")
    named, seen = say.lines(taken.lines, "lines"), say.line(taken.proof, "proof")
    if taken.way in ("transfer", "vietqr") and not seen:
        say.wrong("proof", "Ghi mã giao dịch hoặc chứng từ đã thấy của khoản chuyển.")
    _check_lines(dossier, named, say)
    paid_by = say.line(taken.payer, "payer")
    if say.mistakes:
        return say.mistakes
    due = _due_after_fee(dossier, taken.amount, calendar, now)
    return written(
        kinds.PAYMENT, officer, now, amount=taken.amount, way=taken.way, payer=paid_by, lines=named,
        proof=seen, received_by=officer.name, due=due,
        step_due=resumed_due(dossier, now, parse_moment(due), calendar) if due else "",
    )  # fmt: skip


def _check_lines(dossier: Dossier, named: Sequence[str], say: Checked) -> None:
    intake = dossier.intake
    known = {fee.name for fee in intake.fees} | set(intake.fees_open) if intake else set()
    for at, name in enumerate(named):
        if name not in known:
            say.wrong(f"lines[{at}]", "Hồ sơ không có khoản phí này.")
    if dossier.status is Status.FEE_DUE:
        return
    for paid in dossier.payments:
        again = set(named) & set(paid.lines) if paid.lines else set(named)
        whole = not named and not paid.lines and intake is not None and dossier.paid >= intake.fee > 0
        if again or whole:
            say.wrong("lines", f"Khoản này đã thu {dong(paid.amount)} lúc {paid.at:%H:%M %d/%m/%Y}.")
            return


def _due_after_fee(dossier: Dossier, amount: int, calendar: Calendar, now: datetime) -> str:
    """The due time longer by the wait, where the demand is settled; empty where it stays."""
    asked, intake = dossier.status_since, dossier.intake
    settled = amount + sum(one.amount for one in dossier.payments if asked and one.at >= asked)
    waits = dossier.status is Status.FEE_DUE and settled >= dossier.demanded
    if not waits or asked is None or intake is None or dossier.due_at is None or not intake.limit:
        return ""
    try:
        found = due_after_supplement(
            dossier.due_at,
            asked,
            to_minute(now),
            Limit.parse(intake.limit),
            calendar,
            cast("Policy", intake.policy),
            None,
            "EXTEND",
        )
    except (CalendarEnds, LimitUnknown):
        return ""  # the due time stays, and is the earlier one: nobody is promised too much
    return iso_minute(found.at)


def locate(dossier: Dossier, place: str, *, officer: Officer, now: datetime) -> Made:
    """Says where the papers lie; an empty place takes that back."""
    say = Checked(dossier)
    if dossier.status in (Status.RETURNED, Status.WITHDRAWN):
        say.wrong("status", "Giấy tờ của hồ sơ này đã trả lại công dân.")
    where = say.line(place, "place", longest=200)
    return say.mistakes or written(kinds.LOCATED, officer, now, place=where)


def forward(
    dossier: Dossier,
    to: str,
    name: str,
    *,
    papers: Sequence[str] = (),
    note: str = "",
    officer: Officer,
    now: datetime,
) -> Made:
    """Sends the papers to the center (`to` empty) or to the unit of that code."""
    say = Checked(dossier)
    _refuse_ended(dossier, say)
    if dossier.status in (Status.SUPPLEMENT, Status.FEE_DUE):
        say.wrong("status", "Hồ sơ đang chờ công dân; nhận đủ rồi mới chuyển.")
    fields = {
        "to": say.line(to, "to", longest=40),
        "name": say.line(name, "name", "Cần ghi nơi nhận hồ sơ."),
        "papers": say.lines(papers, "papers"),
        "note": say.line(note, "note"),
    }
    return say.mistakes or written(kinds.FORWARDED, officer, now, **fields)


def _refuse_ended(dossier: Dossier, say: Checked) -> None:
    if dossier.status in CLOCK_ENDED:
        say.wrong("status", f"Hồ sơ {dossier.number} đang là “{dossier.label}”, không chuyển đi nữa.")


def finish(dossier: Dossier, result: str, note: str = "", *, officer: Officer, now: datetime) -> Made:
    """The matter is processed and the result lies at this desk."""
    return status_move(dossier, Status.DONE, officer, now, note, result)


def reopen(dossier: Dossier, reason: str, *, officer: Officer, now: datetime) -> Made:
    """Sends a finished result back for correction (national 9 -> 4); the clock runs again."""
    if dossier.status is not Status.DONE:
        return (Mistake("status", f"Hồ sơ đang là “{dossier.label}”, chưa có kết quả nào để sửa."),)
    if not reason.strip():
        return (Mistake("reason", "Cần ghi kết quả sai ở đâu."),)
    return status_move(dossier, Status.PROCESSING, officer, now, reason)


def arrive(
    dossier: Dossier,
    *,
    number: str = "",
    dated: date | None = None,
    source: str = "",
    note: str = "",
    officer: Officer,
    now: datetime,
) -> Made:
    """The result came to the desk; a dossier still being processed is done by that."""
    say = Checked(dossier)
    if dossier.status not in (Status.RECEIVED, Status.PROCESSING, Status.DONE):
        say.wrong("status", f"Hồ sơ {dossier.number} đang là “{dossier.label}”, chưa thể có kết quả về.")
    elif dossier.arrived is not None:
        say.wrong("status", f"Kết quả đã về quầy lúc {dossier.arrived.at:%H:%M %d/%m/%Y}.")
    if dated is not None and dated > day_of(now):
        say.wrong("date", "Ngày của kết quả không thể sau hôm nay.")
    fields = {
        "number": say.line(number, "number", longest=120),
        "date": dated.isoformat() if dated else "",
        "from": say.line(source, "from", longest=200),
        "note": say.line(note, "note"),
    }
    return say.mistakes or written(kinds.ARRIVED, officer, now, **fields)


def call(
    dossier: Dossier, phone: str, to: str, outcome: str, text: str = "", *, officer: Officer, now: datetime
) -> Made:
    """The citizen was called."""
    say = Checked(dossier)
    if outcome not in OUTCOMES_IN_WORDS:
        say.wrong("outcome", f"Kết quả cuộc gọi phải là một trong: {', '.join(OUTCOMES_IN_WORDS)}.")
    fields = {
        "phone": say.line(phone, "phone", "Cần ghi số điện thoại đã gọi.", MAX_TELEPHONE),
        "to": say.line(to, "to", longest=200),
        "outcome": outcome,
        "text": say.line(text, "text"),
    }
    return say.mistakes or written(kinds.CALLED, officer, now, **fields)


def note(dossier: Dossier, text: str, *, officer: Officer, now: datetime) -> Made:
    """A note, for the history."""
    say = Checked(dossier)
    said = say.line(text, "text", "Chưa có nội dung ghi chú.")
    return say.mistakes or written(kinds.NOTED, officer, now, text=said)


def withdraw(
    dossier: Dossier, reason: str, papers_back: Sequence[str] = (), *, officer: Officer, now: datetime
) -> Made:
    """The citizen takes the dossier back, with the papers named."""
    say = Checked(dossier)
    why, papers = (
        say.line(reason, "reason", "Cần ghi lý do rút hồ sơ."),
        say.lines(papers_back, "papers_back"),
    )
    return say.mistakes or status_move(dossier, Status.WITHDRAWN, officer, now, why, papers_back=papers)


def annul(dossier: Dossier, reason: str, instead_of: str = "", *, officer: Officer, now: datetime) -> Made:
    """Annuls a mistaken or double intake: the number stays used, the slip is void; not after returning."""
    say = Checked(dossier)
    if dossier.status is Status.RETURNED:
        say.wrong("status", "Hồ sơ đã trả kết quả nên không hủy tiếp nhận được.")
    why = say.line(reason, "reason", "Cần ghi lý do hủy tiếp nhận.")
    other = say.line(instead_of, "instead_of", longest=60).upper()
    if other:
        try:
            parse_number(other)
        except NumberRefused:
            say.wrong("instead_of", "Mã hồ sơ thay thế không đúng kiểu.")
    if other and other == dossier.number:
        say.wrong("instead_of", "Mã hồ sơ thay thế phải khác mã hồ sơ này.")
    return say.mistakes or written(kinds.ANNULLED, officer, now, reason=why, instead_of=other)


def undoable(dossier: Dossier, node: bytes, now: datetime, entry: str = "") -> Event | None:
    """The act that may be taken back by the writer `node`: the one named, or its last; None when none may.

    The returning of a result may be taken back on the same day only. Only the last act that counts may be
    taken back (what came after rests on it); calls, notes and places may be at any time.
    """
    light = (kinds.LOCATED, kinds.CALLED, kinds.NOTED)
    effective = [one for one in dossier.history if one.effective and one.act != kinds.UNDONE]
    last = next((one for one in reversed(effective) if one.act not in light), None)
    for event in reversed(effective):
        named = event.entry.startswith(entry) if entry else True
        if not named or event.node != node.hex():
            continue
        out = event.details.get("to") == Status.RETURNED and event.act == kinds.STATUS
        late = out and day_of(event.at) != day_of(now)
        if event.act in UNDOABLE and (event.act in light or event is last) and not late:
            return event
        if entry or event.act not in light:
            return None
    return None


def undo(
    dossier: Dossier, node: bytes, reason: str, entry: str = "", *, officer: Officer, now: datetime
) -> Made:
    """Takes back an act of this desk by correction: the act stays in the history and has no effect."""
    say = Checked()
    why = say.line(reason, "reason", "Cần ghi lý do hoàn tác.")
    event = undoable(dossier, node, now, entry.strip().lower())
    if event is None:
        say.wrong(
            "entry",
            "Không hoàn tác được: chỉ việc cuối cùng của quầy này, và trả kết quả chỉ trong ngày.",
        )
    if say.mistakes or event is None:
        return say.mistakes
    return written(kinds.UNDONE, officer, now, entry=event.entry, reason=why)
