"""Working on a dossier by steps: taking delivery, assigning, appraising, consulting, approving, sealing.

Pure functions: the entry's kind and body, or the mistakes. Each act says itself which step comes next,
in whose hands and until when, so that the fold needs neither process nor calendar. Sources: NĐ 61/2018
Điều 18-19, TT 01/2018 Điều 6 and 9, NĐ 30/2020 Điều 13 (who may sign for whom).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from sync.acts.move import Checked, Made, written
from sync.acts.step_time import step_due
from sync.model import kinds
from sync.model.calendar import Calendar, CalendarEnds
from sync.model.dossier import Dossier, Officer
from sync.model.due import working_days_after
from sync.model.fold_words import OPINION_WORDS, OUTCOME_WORDS
from sync.model.moment import day_of, iso_minute
from sync.model.process import APPRAISE, APPROVE, RECEIVE, RESOLVE, RETURN, SEAL, Process, Step
from sync.model.status import CLOCK_ENDED, Status
from sync.model.work import CAPACITIES, REASONS
from sync.model.work_bodies import Onward, onward_out

MOST_DAYS = 60
_WAITING = (Status.SUPPLEMENT, Status.FEE_DUE)


@dataclass(frozen=True, slots=True)
class Ground:
    """What every act rests on: who acts when, the office's calendar, and the process that its unit
    (empty: the center) has in force for the dossier. A dossier keeps the process it began with in that
    unit."""

    officer: Officer
    now: datetime
    calendar: Calendar
    process: Process

    def process_of(self, dossier: Dossier) -> Process:
        """The process the dossier goes by."""
        kept = dossier.work.process
        return kept if kept is not None and kept.unit == self.process.unit else self.process

    def step_of(self, dossier: Dossier) -> Step | None:
        """The step the dossier is at; at its reception where this unit has not begun with it."""
        process, kept = self.process_of(dossier), dossier.work.process
        at = process.step(dossier.work.step) if process == kept else None
        return at or process.first(RECEIVE)

    def onward(
        self, dossier: Dossier, step: Step | None, to: Officer | None = None, office: str = ""
    ) -> Onward:
        """Where an act takes the dossier; None: it stays at its step."""
        process = self.process_of(dossier)
        fresh = process if process != dossier.work.process else None
        if step is None:
            return Onward(process=fresh)
        due = step_due(self.now, step, dossier.due_at, self.calendar)
        return Onward(step.code, step.name, office or step.office, to, due, fresh)


def _working(dossier: Dossier, *, waiting: bool = False) -> Checked:
    """The checks of all: understood, not annulled, not over, and not waiting for the citizen."""
    say = Checked(dossier)
    if say.mistakes:
        return say
    if dossier.status in CLOCK_ENDED:
        say.wrong("status", f"Hồ sơ {dossier.number} đang là “{dossier.label}”, không xử lý tiếp được.")
    elif dossier.status in _WAITING and not waiting:
        say.wrong("status", f"Hồ sơ {dossier.number} đang chờ công dân ({dossier.label}); chưa xử lý được.")
    return say


def _person(say: Checked, officer: Officer | None, field: str, required: str = "") -> Officer | None:
    """A person as an act names one; None where nobody is named."""
    if officer is None or not (officer.id or officer.name):
        if required:
            say.wrong(field, required)
        return None
    name = say.line(officer.name, field, "Cần ghi tên người được giao.", 200)
    return Officer(say.line(officer.id, field, longest=100) or name, name)


def _at(dossier: Dossier, ground: Ground, say: Checked, what: str, *allowed: str) -> Step | None:
    """The present step, where the act belongs to one of these kinds; else a mistake that names the step."""
    process = ground.process_of(dossier)
    step = ground.step_of(dossier)
    if step is not None and step.kind not in allowed:
        names = ", ".join(one.name for one in process.steps if one.kind in allowed) or "không có"
        say.wrong("step", f"Hồ sơ đang ở bước {step.name}, chưa {what} được (việc của bước: {names}).")
    return step


def _next(dossier: Dossier, ground: Ground, step: Step | None) -> Step | None:
    return ground.process_of(dossier).after(step.code) if step is not None else None


def take_delivery(
    dossier: Dossier,
    source: str,
    papers: Sequence[str],
    missing: Sequence[str],
    ground: Ground,
    *,
    listed: str = "",
    note: str = "",
    to: Officer | None = None,
) -> Made:
    """The papers are counted in against the hand-over list: `papers` came, `missing` did not and are flagged.

    The first step after the reception begins, with nobody yet unless `to` gets it at once. A second
    count, after something was missing, changes neither step nor hands.
    """
    say = _working(dossier, waiting=True)
    step = ground.step_of(dossier)
    begins = step is not None and step.kind == RECEIVE
    onward = ground.onward(dossier, _next(dossier, ground, step) if begins else None, _person(say, to, "to"))
    fields = {
        "from": say.line(source, "from", longest=200),
        "papers": say.lines(papers, "papers"),
        "missing": say.lines(missing, "missing"),
        "list": say.line(listed, "list", longest=120),
        "note": say.line(note, "note"),
    }
    return say.mistakes or written(
        kinds.DELIVERED, ground.officer, ground.now, **fields, **onward_out(onward)
    )


def assign(
    dossier: Dossier,
    to: Officer,
    ground: Ground,
    *,
    office: str = "",
    step: str = "",
    why: str = "",
    note: str = "",
) -> Made:
    """Makes one person responsible. From the reception it begins the next step; `step` names another one.

    `why` (of `REASONS`) is required where somebody else has it already: rights withdrawn, absence,
    another post. The time of a step that has begun runs on: a new person has no new limit.
    """
    say, process, work = _working(dossier, waiting=True), ground.process_of(dossier), dossier.work
    whom = _person(say, to, "to", "Cần ghi người được giao.")
    if why not in REASONS:
        say.wrong("why", f"Lý do phải là một trong: {', '.join(REASONS[1:])}.")
    if work.officer is not None and whom is not None:
        if whom.id == work.officer.id and step in ("", work.step):
            say.wrong("to", f"{whom.name} đang giữ hồ sơ này.")
        elif not why and whom.id != work.officer.id:
            say.wrong("why", f"{work.officer.name} đang giữ hồ sơ này; ghi lý do giao cho người khác.")
    now_at = ground.step_of(dossier)
    if step:
        wanted = process.step(step)
        if wanted is None:
            say.wrong("step", f"Quy trình không có bước “{step[:32]}”.")
    elif now_at is not None and now_at.kind == RECEIVE:
        wanted = process.after(now_at.code)
    else:
        wanted = now_at
    onward = ground.onward(dossier, wanted, whom, say.line(office, "office", longest=200))
    if wanted is not None and now_at == wanted and work.due is not None:
        onward = Onward(onward.step, onward.name, onward.office, whom, work.due, onward.process)
    said = say.line(note, "note")
    return say.mistakes or written(
        kinds.ASSIGNED, ground.officer, ground.now, why=why, note=said, **onward_out(onward)
    )


def appraise(
    dossier: Dossier,
    outcome: str,
    text: str,
    ground: Ground,
    *,
    to: Officer | None = None,
    despite: str = "",
) -> Made:
    """Appraises and proposes an outcome (of `OUTCOMES`) to whoever decides, who may be named.

    Silence is not consent: while an office that was asked has not answered, `despite` says why one goes on.
    At a step that appraises and signs at once the dossier stays there.
    """
    say = _working(dossier)
    if outcome not in OUTCOME_WORDS:
        say.wrong("outcome", f"Đề xuất phải là một trong: {', '.join(OUTCOME_WORDS)}.")
    words = say.line(text, "text", "" if outcome == "grant" else "Cần ghi lý do của đề xuất.")
    step = _at(dossier, ground, say, "thẩm định", APPRAISE, RESOLVE, RECEIVE)
    if step is not None and step.kind == RECEIVE:
        step = ground.process_of(dossier).first(APPRAISE, RESOLVE)
    reason = say.line(despite, "despite")
    if dossier.work.unanswered and not reason:
        offices = ", ".join(one.office for one in dossier.work.unanswered)
        say.wrong("despite", f"Chưa có ý kiến của {offices}; im lặng không phải đồng ý, ghi lý do làm tiếp.")
    whom = _person(say, to, "to")
    stays = step is not None and step.kind == RESOLVE
    onward = ground.onward(dossier, step if stays else _next(dossier, ground, step), whom)
    return say.mistakes or written(
        kinds.APPRAISED, ground.officer, ground.now, outcome=outcome, text=words, despite=reason,
        **onward_out(onward),
    )  # fmt: skip


def consult(
    dossier: Dossier, office: str, question: str, days: int, ground: Ground, *, unit: str = ""
) -> Made:
    """Asks another office for its opinion within `days` working days; the dossier's own clock runs on."""
    say = _working(dossier)
    due = ""
    if not 1 <= days <= MOST_DAYS:
        say.wrong("days", f"Số ngày làm việc chờ ý kiến phải từ 1 đến {MOST_DAYS}.")
    else:
        try:
            day = working_days_after(day_of(ground.now), days, ground.calendar)
            due = iso_minute(ground.now.replace(year=day.year, month=day.month, day=day.day))
        except CalendarEnds as error:
            say.wrong("days", f"{error.title}. {error.advice}")
    fields = {
        "office": say.line(office, "office", "Cần ghi cơ quan được lấy ý kiến.", 200),
        "unit": say.line(unit, "unit", longest=40),
        "question": say.line(question, "question", "Cần ghi nội dung lấy ý kiến."),
    }
    return say.mistakes or written(kinds.CONSULTED, ground.officer, ground.now, due=due, **fields)


def answer(
    dossier: Dossier, consultation: str, opinion: str, text: str, ground: Ground, *, number: str = ""
) -> Made:
    """What an office answered; `consultation` names the question (digits of its entry; empty: the only
    one)."""
    say = Checked(dossier)
    open_ones = [one for one in dossier.work.unanswered if one.entry.startswith(consultation.strip().lower())]
    if len(open_ones) != 1:
        say.wrong("entry", "Không rõ trả lời cho lần lấy ý kiến nào, hoặc lần đó đã có trả lời.")
    if opinion not in OPINION_WORDS:
        say.wrong("opinion", f"Ý kiến phải là một trong: {', '.join(OPINION_WORDS)}.")
    fields = {
        "opinion": opinion,
        "text": say.line(text, "text", "" if opinion == "agree" else "Cần ghi nội dung ý kiến."),
        "number": say.line(number, "number", longest=120),
    }
    if say.mistakes:
        return say.mistakes
    return written(kinds.ANSWERED, ground.officer, ground.now, entry=open_ones[0].entry, **fields)


@dataclass(frozen=True, slots=True)
class Signature:
    """Who signed. Empty `signer`: whoever acts. `capacity` of `CAPACITIES`; a deputy or a delegate names
    the one `instead_of` whom, and by which `basis` (required for a delegation)."""

    signer: str = ""
    title: str = ""
    capacity: str = ""
    instead_of: str = ""
    basis: str = ""
    number: str = ""
    dated: date | None = None


def approve(
    dossier: Dossier,
    signature: Signature,
    ground: Ground,
    *,
    outcome: str = "grant",
    note: str = "",
    to: Officer | None = None,
) -> Made:
    """Signs what was proposed; the next step begins (the seal, another signature, or the returning)."""
    say, work = _working(dossier), dossier.work
    process = ground.process_of(dossier)
    step = _at(dossier, ground, say, "phê duyệt", APPROVE, RESOLVE)
    if work.proposal is None and process.first(APPRAISE) is not None:
        say.wrong("proposal", "Hồ sơ chưa được thẩm định nên chưa có gì để phê duyệt.")
    if outcome not in OUTCOME_WORDS:
        say.wrong("outcome", f"Kết quả phải là một trong: {', '.join(OUTCOME_WORDS)}.")
    fields = _signed(signature, ground, say)
    said = say.line(note, "note")
    onward = ground.onward(dossier, _next(dossier, ground, step), _person(say, to, "to"))
    return say.mistakes or written(
        kinds.APPROVED, ground.officer, ground.now, outcome=outcome, note=said, **fields, **onward_out(onward)
    )


def _signed(signature: Signature, ground: Ground, say: Checked) -> dict[str, object]:
    """The fields of a signature, checked."""
    if signature.capacity not in CAPACITIES:
        say.wrong("capacity", f"Thể thức ký phải là một trong: {', '.join(CAPACITIES[1:])}; trống: ký chính.")
    elif signature.capacity and not signature.instead_of.strip():
        say.wrong("instead_of", "Ký thay, thừa ủy quyền, thừa lệnh: ghi chức danh người được ký thay.")
    if signature.capacity == "TUQ." and not signature.basis.strip():
        say.wrong("basis", "Ký thừa ủy quyền: ghi số, ngày văn bản ủy quyền.")
    if signature.dated is not None and signature.dated > day_of(ground.now):
        say.wrong("date", "Ngày của văn bản không thể sau hôm nay.")
    return {
        "signer": say.line(signature.signer, "signer", longest=200) or ground.officer.name,
        "title": say.line(signature.title, "title", longest=200),
        "capacity": signature.capacity,
        "instead_of": say.line(signature.instead_of, "instead_of", longest=200),
        "basis": say.line(signature.basis, "basis", longest=500),
        "number": say.line(signature.number, "number", longest=120),
        "date": signature.dated.isoformat() if signature.dated else "",
    }


def rework(
    dossier: Dossier, reason: str, ground: Ground, *, step: str = "", to: Officer | None = None
) -> Made:
    """Sends the dossier back to an earlier step (the one before, where none is named), to whoever had it
    there."""
    say, process, work = _working(dossier), ground.process_of(dossier), dossier.work
    why = say.line(reason, "reason", "Cần ghi lý do trả lại.")
    codes = [one.code for one in process.steps]
    at = ground.step_of(dossier)
    now_at = codes.index(at.code) if at is not None else 0
    wanted = process.step(step) if step else (process.steps[now_at - 1] if now_at > 1 else None)
    if wanted is None or wanted.kind == RECEIVE or codes.index(wanted.code) >= now_at:
        say.wrong("step", "Chỉ trả lại cho một bước trước bước hiện tại, sau bước tiếp nhận.")
        wanted = None
    had = [run for run in work.runs if wanted is not None and run.step == wanted.code and run.officer]
    whom = _person(say, to, "to") or (had[-1].officer if had else None)
    onward = ground.onward(dossier, wanted, whom, had[-1].office if had else "")
    return say.mistakes or written(
        kinds.REWORKED, ground.officer, ground.now, reason=why, **onward_out(onward)
    )


def seal(
    dossier: Dossier,
    number: str,
    ground: Ground,
    *,
    dated: date | None = None,
    copies: int = 1,
    to: Officer | None = None,
) -> Made:
    """Puts the result under seal with its number in the records office's book; only what was signed."""
    say, work = _working(dossier), dossier.work
    step = _at(dossier, ground, say, "đóng dấu", SEAL, RETURN)
    if work.approval is None:
        say.wrong("approval", "Chưa có phê duyệt nên chưa đóng dấu được.")
    elif work.sealing is not None:
        say.wrong("number", "Kết quả đã đóng dấu.")
    if dated is not None and dated > day_of(ground.now):
        say.wrong("date", "Ngày của kết quả không thể sau hôm nay.")
    if not 1 <= copies <= 999:
        say.wrong("copies", "Số bản phải từ 1 đến 999.")
    signed = work.approval.number if work.approval is not None else ""
    booked = say.line(number, "number", longest=120) or signed
    if not booked:
        say.wrong("number", "Cần ghi số vào sổ của kết quả.")
    goes = step is not None and step.kind == SEAL
    onward = ground.onward(dossier, _next(dossier, ground, step) if goes else None, _person(say, to, "to"))
    return say.mistakes or written(
        kinds.SEALED, ground.officer, ground.now, number=booked,
        date=(dated or day_of(ground.now)).isoformat(), copies=copies, **onward_out(onward),
    )  # fmt: skip
