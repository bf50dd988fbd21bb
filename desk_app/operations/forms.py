"""Forms of a dossier: what its journal says, put into the content each form asks for."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

from desk_app.documents import contents
from desk_app.documents.forms import FORMS, form_layout, form_pdf
from desk_app.documents.local import LocalWording, read_local
from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import EXPORT, MACHINE, PRINT, SETTINGS
from desk_app.operations import day_papers, intake_papers
from desk_app.operations.access_log import PRINTED, note_access
from desk_app.operations.bank import transfer_on_slip
from desk_app.operations.desk import Desk
from desk_app.operations.doors import inside, needs
from desk_app.operations.find import show
from desk_app.operations.handing_over import hand_over_list
from desk_app.operations.published_wording import published_wording
from desk_app.operations.refusals import is_refusal, refusal_again
from desk_app.operations.register import register_of
from desk_app.operations.rights import require
from desk_app.operations.slips import refuse_purged, slip_digits
from desk_app.operations.typefaces import typeface_of
from desk_app.operations.units import name_of
from sync.model.control_sheet import RESULT_WORDS, control_sheet
from sync.model.dossier import Dossier, Event, Intake
from sync.model.lookup_code import lookup_code
from sync.model.moment import day_of, parse_moment
from sync.model.status import Status
from sync.typeset.layout import LayoutError

if TYPE_CHECKING:
    from desk_app.documents.contents import Content
    from desk_app.documents.form_layout import Terms

WITHOUT_NUMBER = ("register", "rating", "ticket", "shift", "day")
"""Forms that are about no one dossier."""


def _standing(desk: Desk, number: str | bytes) -> Dossier:
    """A dossier of which something is left to print. Raises `DeskError`."""
    dossier = show(desk, number).dossier
    refuse_purged(dossier)
    return dossier


@needs(PRINT, SETTINGS)
def make_form(
    desk: Desk,
    name: str,
    number: str | bytes | None,
    *,
    form_set: str = "",
    paper: str | None = None,
    sample: bool = False,
    reprint: int = 0,
) -> bytes:
    """A form as PDF, from the journal of the dossier with that number or id, or a sample.

    A refusal at reception goes by its own name ("TC-…"), as it has no dossier.
    Of a queue ticket the number is its day and turn ("2026-11-23 A012"); without it a new turn is taken.
    For the register `number` is a year or a month (`register_of`).
    `sample`: with invented people, marked as such. Raises `DeskError`.
    """
    form = FORMS.get(name)
    if form is None:
        raise DeskError(f"Không có mẫu “{name[:40]}”.", f"Các mẫu: {', '.join(FORMS)}.")
    if paper is not None and paper not in form.papers:
        raise DeskError(
            f"Mẫu “{form.title}” không in trên giấy {paper[:20]}.", f"Chọn: {', '.join(form.papers)}."
        )
    if not sample:
        _ask_for_people(desk, name, number)
    reissue = 0
    if sample:
        content: Content = form.sample()
    elif name == "ticket" and isinstance(number, str) and number:
        content = _ticket_again(desk, number)
    elif name == "register":
        content = register_of(desk, number)
    elif name in WITHOUT_NUMBER:
        content = _GENERAL[name](desk)
    elif name == "refusal" and isinstance(number, str) and is_refusal(number):
        content = refusal_again(desk, number)
    elif name == "guide":
        content = intake_papers.guide(desk, str(number or ""))
    elif not number:
        raise DeskError("Mẫu này cần mã hồ sơ.", "Ghi mã hồ sơ sau tên mẫu, hoặc thêm --sample để xem mẫu.")
    else:
        dossier = _standing(desk, number)
        content = _OF_DOSSIER[name](desk, dossier)
        reissue = dossier.issue if name in ("slip", "label") else 0
    try:
        return form_pdf(
            name,
            content,
            desk.settings.office,
            form_set=form_set,
            paper=paper,
            sample=sample,
            reissue=reissue,
            reprint=reprint,
            local=wording(desk),
            typeface=typeface_of(desk),
        )
    except LayoutError as error:
        raise DeskError(f"Bố cục mẫu có lỗi: {error}.", "Dùng bộ mẫu có sẵn, hoặc sửa tệp đó.") from error


def _ask_for_people(desk: Desk, name: str, number: str | bytes | None) -> None:
    """A form about citizens needs more than a sample, the book of all of them the right to take it away."""
    if inside() == (PRINT, SETTINGS):
        require(desk, EXPORT if name == "register" else PRINT)
    shown = number.hex()[:16] if isinstance(number, bytes) else number or ""
    note_access(desk, None, PRINTED, f"{shown}: {name}")


@needs(PRINT)
def slip_form(desk: Desk, dossier: Dossier, *, paper: str | None = None, reprint: int = 0) -> bytes:
    """The slip of a dossier as it is now in force, marked when it was reissued or printed again."""
    return form_pdf(
        "slip",
        _slip(desk, dossier),
        desk.settings.office,
        paper=paper,
        reissue=dossier.issue,
        reprint=reprint,
        local=wording(desk),
        typeface=typeface_of(desk),
    )


@needs(MACHINE)
def wording_folder(desk: Desk) -> Path:
    """Where a commune lays its own wording."""
    return desk.paths.data / "forms"


@needs(MACHINE)
def wording(desk: Desk) -> LocalWording | None:
    """The words of the forms: the center's over what ships, the commune's own over both, each as far as it is
    without mistakes; None where neither says anything."""
    folder, published = wording_folder(desk), published_wording(desk)
    if not folder.is_dir():
        return published
    return read_local(folder, published.parts if published is not None else None)[0]


@needs(MACHINE)
def wording_problems(desk: Desk) -> list[str]:
    """What is wrong with the commune's own wording: file, field and reason, a line each."""
    folder, published = wording_folder(desk), published_wording(desk)
    if not folder.is_dir():
        return []
    under = published.parts if published is not None else None
    return [str(error) for error in read_local(folder, under)[1]]


def _intake(dossier: Dossier) -> Intake:
    """What is now in force: the paper says the due time as an apology or a supplement left it."""
    if dossier.intake is None:
        raise DeskError("Hồ sơ này chưa có lần tiếp nhận nào nên chưa in được mẫu.")
    return replace(dossier.intake, due_at=dossier.due_at or dossier.intake.due_at)


def _act(dossier: Dossier, what: str, is_it: Callable[[Event], bool]) -> Event:
    found = next((event for event in reversed(dossier.history) if event.effective and is_it(event)), None)
    if found is None:
        raise DeskError(f"Hồ sơ này chưa có việc {what}.", "Làm việc đó trước (motcua act), rồi in mẫu.")
    return found


def _lines(event: Event, name: str) -> tuple[str, ...]:
    value = event.details.get(name)
    listed = value if isinstance(value, list) else [value or event.details.get("reason") or ""]
    return tuple(str(one) for one in listed)


def _slip(desk: Desk, dossier: Dossier) -> Content:
    intake = _intake(dossier)
    pay, words = transfer_on_slip(desk, dossier.number, intake.fee)
    return contents.Slip(intake, slip_digits(desk, dossier), lookup_code(dossier.id), pay, words)


def _supplement(_desk: Desk, dossier: Dossier) -> Content:
    asked = _act(dossier, "yêu cầu bổ sung", lambda event: event.details.get("to") == Status.SUPPLEMENT)
    return contents.Supplement(
        _intake(dossier),
        _lines(asked, "items"),
        str(asked.details.get("reason", "")),
        asked.at,
        asked.officer,
        lookup=lookup_code(dossier.id),
    )


def _refusal(_desk: Desk, dossier: Dossier) -> Content:
    intake = _intake(dossier)
    refused = _act(dossier, "từ chối giải quyết", lambda event: event.details.get("result") == "refused")
    return contents.Refusal(
        intake.applicant,
        intake.procedure,
        _lines(refused, "reasons"),
        refused.at,
        refused.officer,
        desk=intake.desk,
        number=dossier.number,
        subject=intake.subject,
        lookup=lookup_code(dossier.id),
        form_set=intake.form_set,
    )


def _apology(_desk: Desk, dossier: Dossier) -> Content:
    made = _act(dossier, "xin lỗi và hẹn lại ngày trả", lambda event: event.act == "apology")
    return contents.Apology(
        _intake(dossier),
        parse_moment(str(made.details["before"])),
        parse_moment(str(made.details["due"])),
        str(made.details.get("reason", "")),
        made.at,
        number=dossier.number,
    )


def _stopping(_desk: Desk, dossier: Dossier) -> Content:
    stopped = _act(dossier, "dừng giải quyết", lambda event: event.details.get("to") == Status.STOPPED)
    asked = "Theo đề nghị của người nộp hồ sơ. " if stopped.details.get("by_request") else ""
    return contents.Stopping(
        _intake(dossier),
        asked + str(stopped.details.get("reason", "")),
        stopped.at,
        stopped.at,
        legal_basis=str(stopped.details.get("basis", "")),
        number=dossier.number,
    )


def _control_sheet(desk: Desk, dossier: Dossier) -> Content:
    intake = _intake(dossier)
    reception = desk.settings.office.reception_title or _terms(intake).reception_title
    sheet = control_sheet(dossier, lambda code: name_of(desk, code), reception)
    rows = tuple(
        contents.HandOver(row.giver, row.taker, row.at, RESULT_WORDS[row.result], row.note)
        for row in sheet.rows
    )
    return contents.ControlSheet(
        intake,
        rows,
        number=dossier.number,
        due_at=dossier.due_at,
        empty=max(2, 5 - len(rows)),
        resolver=sheet.resolver,
        partners=sheet.partners,
    )


def _terms(intake: Intake) -> Terms:
    """The words common to the forms of the dossier's set."""
    return form_layout("control-sheet", intake.form_set).terms


def _handover(desk: Desk, dossier: Dossier) -> Content:
    return hand_over_list(desk, [dossier.id])


def _cash(_desk: Desk, dossier: Dossier) -> Content:
    intake = _intake(dossier)
    if not intake.fees:
        raise DeskError("Hồ sơ này không có khoản phí nào đã tính.", "Đính chính phí trước khi in phiếu thu.")
    return contents.CashConfirmation(
        intake.payer or intake.applicant,
        intake.fees,
        intake.received_at,
        intake.officer,
        number=dossier.number,
        procedure=intake.procedure,
        lookup=lookup_code(dossier.id),
        form_set=intake.form_set,
    )


def _label(desk: Desk, dossier: Dossier) -> Content:
    return contents.DossierLabel(
        _intake(dossier),
        slip_digits(desk, dossier),
        lookup_code(dossier.id),
        number=dossier.number,
        due_at=dossier.due_at,
    )


def _rating(desk: Desk) -> Content:
    return contents.RatingForm(desk=desk.settings.desk, day=day_of(desk.clock()))


def _ticket(desk: Desk) -> Content:
    """A new turn: making this paper takes a number."""
    from desk_app.operations.queue import take
    from desk_app.operations.tickets import ticket_content

    return ticket_content(desk, take(desk).value.ticket)


def _ticket_again(desk: Desk, subject: str) -> Content:
    """The paper of a turn that was taken: ``2026-11-23 A012``."""
    from desk_app.operations.tickets import printed_ticket

    day, _, turn = subject.partition(" ")
    try:
        return printed_ticket(desk, turn, date.fromisoformat(day))
    except ValueError as error:
        raise DeskError("Số thứ tự ghi theo dạng “2026-11-23 A012”.") from error


_OF_DOSSIER: dict[str, Callable[[Desk, Dossier], Content]] = {
    "slip": _slip,
    "supplement": _supplement,
    "refusal": _refusal,
    "apology": _apology,
    "stopping": _stopping,
    "control-sheet": _control_sheet,
    "receipt": day_papers.receipt,
    "handover": _handover,
    "submitted-list": intake_papers.submitted_list,
    "cash": _cash,
    "label": _label,
}
_GENERAL: dict[str, Callable[[Desk], Content]] = {
    "rating": _rating,
    "ticket": _ticket,
    "shift": day_papers.shift_summary,
    "day": day_papers.day_list,
}
