"""What an officer should look at before receiving, and may receive all the same: never a refusal.

Pure: what is asked, what would be received, the calendar. Sources: NĐ 61/2018 Điều 17 (an incomplete dossier
gets Mẫu 02 once), Điều 20 (return at the time and place of the slip).
"""

from __future__ import annotations

from datetime import date, datetime

from sync.acts.requests import IntakeRequest
from sync.model.calendar import Calendar, CalendarEnds
from sync.model.dossier import Intake
from sync.model.moment import VIETNAM, day_of
from sync.model.procedure import Procedure
from sync.model.words import day_on_screen

FAR_DAYS = 366
ENDING_DAYS = 30
"""So long before its last day a procedure is said to end soon."""


def cautions(
    procedure: Procedure, intake: Intake | None, calendar: Calendar, now: datetime
) -> tuple[str, ...]:
    """Sentences, the gravest first; `intake` is what would be received, None while there are mistakes."""
    found: list[str] = []
    said = ending_words(procedure, day_of(now))
    if said:
        found.append(said)
    if intake is not None:
        found += _about_due(intake, calendar, now)
        found += _about_return(intake)
    return tuple(found)


def ending_words(procedure: Procedure, day: date) -> str:
    """That a procedure is not in force, or will soon be no more, and what comes after; empty otherwise."""
    begins, ends, after = procedure.effective_from, procedure.effective_to, procedure.replaced_by
    if begins is not None and day < begins:
        return f"Thủ tục chưa có hiệu lực, từ ngày {begins:%d/%m/%Y} mới áp dụng."
    if ends is None or (ends - day).days > ENDING_DAYS:
        return ""
    last = f"{ends:%d/%m/%Y}"
    if ends >= day and after:
        return f"Thủ tục sắp hết hiệu lực: đến hết ngày {last}, sau đó thay bằng {after}."
    if ends >= day:
        return f"Thủ tục sắp hết hiệu lực: đến hết ngày {last}."
    if after:
        return f"Thủ tục không còn hiệu lực trong danh mục hôm nay; đã thay bằng {after}."
    return "Thủ tục không còn hiệu lực trong danh mục hôm nay; kiểm tra thủ tục thay thế."


def missing_papers(request: IntakeRequest, procedure: Procedure) -> tuple[str, ...]:
    """The names of required papers that were not handed in; nothing said of papers: none is missing."""
    if request.papers is None:
        return ()
    here = {paper.name for paper in request.papers if paper.originals + paper.certified_copies + paper.copies}
    wanted = (paper.name for paper in procedure.papers if paper.required and not paper.presented)
    return tuple(name for name in wanted if name not in here)


def _about_due(intake: Intake, calendar: Calendar, now: datetime) -> list[str]:
    due = intake.due_at.astimezone(VIETNAM)
    try:
        works = calendar.is_working(due.date())
        sessions = calendar.sessions_on(due.date())
    except CalendarEnds:
        return []
    if not works:
        return [f"Hạn trả rơi vào ngày nghỉ ({day_on_screen(due.date())}); nên hẹn ngày làm việc."]
    found = []
    if not any(begin <= due.time() <= end for begin, end in sessions):
        found.append("Hạn trả ngoài giờ làm việc; người dân đến lúc đó sẽ không gặp được quầy.")
    if (due.date() - day_of(now)).days > FAR_DAYS:
        found.append("Hạn trả cách hơn một năm; kiểm tra lại năm của ngày hẹn.")
    return found


def _about_return(intake: Intake) -> list[str]:
    collector = intake.collector or intake.applicant
    if intake.return_by == "post" and not (intake.return_to or collector.address or intake.owner.address):
        return ["Trả qua bưu chính nhưng chưa có địa chỉ nhận."]
    if intake.return_by == "online" and not (intake.return_to or collector.email or intake.owner.email):
        return ["Trả trực tuyến nhưng chưa có thư điện tử nhận kết quả."]
    return []
