"""Receiving a dossier: everything the slip will promise, worked out and frozen, or the mistakes."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from sync.acts.mistakes import Mistake
from sync.acts.requests import IntakeRequest
from sync.model.calendar import Calendar, CalendarEnds
from sync.model.dossier import (
    GENDERS,
    ID_KINDS,
    PERSON_KINDS,
    RECEPTION_CHANNELS,
    REPRESENTATIONS,
    RETURN_WAYS,
    ROLES,
    SHOWN_PAPERS,
    Intake,
    Officer,
    Paper,
    Person,
    ProcedureRef,
)
from sync.model.due import Policy, due
from sync.model.fees import FeeReckoning, reckon_fees
from sync.model.limit import Limit
from sync.model.moment import day_of, to_minute
from sync.model.number import is_unit
from sync.model.procedure import Procedure
from sync.model.text import TextRefused, nfc_line

MAX_NAME, MAX_ADDRESS, MAX_SHORT, MAX_NOTE, MAX_PAPERS, MAX_COUNT, MAX_SETS = (
    200,
    500,
    120,
    2000,
    100,
    999,
    99,
)

_ID = re.compile(r"[0-9A-Za-z][0-9A-Za-z .-]{2,29}\Z")
_PHONE = re.compile(r"\+?[0-9][0-9 .()-]{5,19}\Z")
_COMMUNE = re.compile(r"[0-9]{5}\Z")
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+\Z")
_ID_SHAPES = (
    ("citizen_card", re.compile(r"\d{12}\Z")),
    ("old_card", re.compile(r"\d{9}\Z")),
    ("tax_code", re.compile(r"\d{10}(-\d{3})?\Z")),
    ("passport", re.compile(r"[A-Za-z]{1,2}\d{6,8}\Z")),
)


@dataclass(frozen=True, slots=True)
class Terms:
    """What the unit works by: its code, desk, counting policy with P2's cut-off, and form set."""

    unit: str
    desk: int
    policy: Policy = "P1"
    cutoff: time | None = None
    form_set: str = "TT 03/2025"


@dataclass(frozen=True, slots=True)
class Prepared:
    """`intake` (its number still empty) unless there are mistakes; `explanation` of the due time.

    `tentative`: the due time rests on a day without an official notice yet. `doubts` (`sync.acts.doubts`)
    never stand in the way.
    """

    intake: Intake | None
    explanation: str
    tentative: bool
    mistakes: tuple[Mistake, ...]
    doubts: tuple[Mistake, ...] = ()


def prepare_intake(
    request: IntakeRequest,
    procedure: Procedure | None,
    *,
    calendar: Calendar,
    terms: Terms,
    officer: Officer,
    now: datetime,
) -> Prepared:
    """The intake that would be received at `now`; `procedure` None when the code is unknown."""
    mistakes: list[Mistake] = []
    words = _words(request, mistakes)
    people = _people(request, now, mistakes)
    _choices(request, now, mistakes)
    if procedure is None:
        said = f"Không có thủ tục mã “{request.procedure[:40]}” trong danh mục."
        return Prepared(None, "", False, (*mistakes, Mistake("procedure", said)))
    papers = _papers(request, procedure, mistakes)
    limit = _limit(request, procedure, mistakes)
    at, explanation, tentative = _due(request, limit, words["due_reason"], calendar, terms, now, mistakes)
    fees = _fees(request, procedure, words["exemption"], mistakes)
    if mistakes or at is None:
        return Prepared(None, explanation, tentative, tuple(mistakes))
    intake = Intake(
        number="",
        received_at=to_minute(now),
        due_at=at,
        procedure=ProcedureRef(
            procedure.code, procedure.name, procedure.field, request.case, procedure.version, procedure.result
        ),
        owner=people["owner"] or people["applicant"],
        applicant=people["applicant"],
        officer=officer,
        desk=terms.desk,
        unit=terms.unit,
        representative=people["representative"],
        payer=people["payer"],
        collector=people["collector"],
        papers=papers,
        fees=fees.lines,
        fee_exemption=words["exemption"] if fees.waived else "",
        fees_open=tuple(one.rule for one in fees.missing),
        sets=request.sets,
        subject=words["subject"],
        return_by=request.return_by,
        return_to=words["return_to"] if request.return_by != "desk" else "",
        channel=request.channel,
        portal_number=words["portal_number"],
        portal_at=to_minute(request.portal_at) if request.portal_at else None,
        limit=limit,
        due_reason="" if limit else words["due_reason"],
        policy=terms.policy,
        calendar=calendar.version,
        form_set=terms.form_set,
        note=words["note"],
        representation=request.representation if people["representative"] else "",
        shown=tuple(one for one in dict.fromkeys(request.shown) if people[one.role]),
        **_other_unit(request, terms, words["for_unit_name"]),
    )
    return Prepared(intake, explanation, tentative, ())


def _choices(request: IntakeRequest, now: datetime, mistakes: list[Mistake]) -> None:
    _one_of(request.return_by, RETURN_WAYS, "return_by", mistakes)
    _one_of(request.channel, RECEPTION_CHANNELS, "channel", mistakes)
    if request.for_unit.strip() and not is_unit("".join(request.for_unit.split()).upper()):
        said = "Không có đơn vị này; chọn trong danh sách, hoặc ghi mã định danh."
        mistakes.append(Mistake("for_unit", said))
    if request.return_by == "online":
        _shaped(request.return_to.strip(), _EMAIL, "return_to", "Địa chỉ thư điện tử chưa đúng.", mistakes)
    if request.portal_at is not None and to_minute(request.portal_at) > to_minute(now):
        mistakes.append(Mistake("portal_at", "Thời điểm nộp không thể sau lúc này."))
    if request.representation:
        _one_of(request.representation, REPRESENTATIONS, "representation", mistakes)
    for at, one in enumerate(request.shown[:MAX_PAPERS]):
        _one_of(one.role, ROLES, f"shown[{at}].role", mistakes)
        _one_of(one.paper, SHOWN_PAPERS, f"shown[{at}].paper", mistakes)
    if len(request.shown) > MAX_PAPERS:
        mistakes.append(Mistake("shown", f"Nhiều quá {MAX_PAPERS} loại giấy tờ."))
    if not 1 <= request.sets <= MAX_SETS:
        mistakes.append(Mistake("sets", f"Số bộ hồ sơ phải từ 1 đến {MAX_SETS}."))


def _words(request: IntakeRequest, mistakes: list[Mistake]) -> dict[str, str]:
    """The request's free texts, cleaned at the door."""
    longest = {
        "note": MAX_NOTE,
        "return_to": MAX_ADDRESS,
        "subject": MAX_ADDRESS,
        "portal_number": MAX_SHORT,
        "due_reason": MAX_ADDRESS,
        "exemption": MAX_SHORT,
        "for_unit_name": MAX_NAME,
    }
    return {name: _text(getattr(request, name), name, most, mistakes) for name, most in longest.items()}


def _other_unit(request: IntakeRequest, terms: Terms, name: str) -> dict[str, str]:
    """The intake's fields of the unit that resolves it; none where it is this one."""
    code = "".join(request.for_unit.split()).upper()
    return {} if code in ("", terms.unit) else {"for_unit": code, "for_unit_name": name}


def _people(request: IntakeRequest, now: datetime, mistakes: list[Mistake]) -> dict[str, Any]:
    """The five roles, cleaned; all but the applicant may be None."""
    given = {name: getattr(request, name) for name in ROLES}
    return {name: clean_person(one, name, now, mistakes) if one else None for name, one in given.items()}


def _text(value: str, field: str, longest: int, mistakes: list[Mistake]) -> str:
    try:
        line = nfc_line(value)
    except TextRefused as error:
        mistakes.append(Mistake(field, f"{error.title}."))
        return ""
    if len(line) > longest:
        mistakes.append(Mistake(field, f"Dài quá {longest} ký tự."))
    return line


def _one_of(value: str, allowed: tuple[str, ...], field: str, mistakes: list[Mistake]) -> None:
    if value not in allowed:
        mistakes.append(Mistake(field, f"Phải là một trong: {', '.join(allowed)}."))


def _shaped(value: str, shape: re.Pattern[str], field: str, message: str, mistakes: list[Mistake]) -> None:
    if value and not shape.match(value):
        mistakes.append(Mistake(field, message))


def id_kind_of(id_number: str) -> str:
    """The sort of identity paper a number looks like; empty when it looks like none."""
    return next((kind for kind, shape in _ID_SHAPES if shape.match(id_number)), "")


def clean_person(person: Person, field: str, now: datetime, mistakes: list[Mistake]) -> Person:
    """A person as an entry holds one; what is wrong is added to `mistakes` under `field`."""

    def clean(name: str, longest: int) -> str:
        return _text(getattr(person, name), f"{field}.{name}", longest, mistakes)

    full_name = clean("full_name", MAX_NAME)
    if not full_name:
        what = "họ và tên" if person.kind == "person" else "tên tổ chức, cơ quan"
        mistakes.append(Mistake(f"{field}.full_name", f"Chưa có {what}."))
    id_number, phone, email = clean("id_number", 30), clean("phone", 20), clean("email", MAX_SHORT)
    _shaped(
        id_number, _ID, f"{field}.id_number", "Số giấy tờ chỉ gồm chữ và số, từ 3 đến 30 ký tự.", mistakes
    )
    _shaped(phone, _PHONE, f"{field}.phone", "Số điện thoại phải có ít nhất 6 chữ số.", mistakes)
    _shaped(email, _EMAIL, f"{field}.email", "Địa chỉ thư điện tử chưa đúng.", mistakes)
    if person.gender and person.gender not in GENDERS:
        mistakes.append(Mistake(f"{field}.gender", "Giới tính phải là Nam hoặc Nữ."))
    born = person.date_of_birth
    if born and not date(1900, 1, 1) <= born <= day_of(now):
        mistakes.append(Mistake(f"{field}.date_of_birth", "Ngày sinh phải từ năm 1900 đến hôm nay."))
    _one_of(person.kind, PERSON_KINDS, f"{field}.kind", mistakes)
    _shaped(person.commune, _COMMUNE, f"{field}.commune", "Mã xã, phường phải đủ 5 chữ số.", mistakes)
    if person.id_kind:
        _one_of(person.id_kind, ID_KINDS, f"{field}.id_kind", mistakes)
    return replace(
        person,
        full_name=full_name,
        id_number=id_number,
        id_kind=person.id_kind or id_kind_of(id_number),
        address=clean("address", MAX_ADDRESS),
        phone=phone,
        email=email,
    )


def _papers(request: IntakeRequest, procedure: Procedure, mistakes: list[Mistake]) -> tuple[Paper, ...]:
    if request.papers is None:
        return procedure.default_papers()
    if len(request.papers) > MAX_PAPERS:
        mistakes.append(Mistake("papers", f"Nhiều quá {MAX_PAPERS} loại giấy tờ."))
        return ()
    clean: list[Paper] = []
    for at, paper in enumerate(request.papers):
        name = _text(paper.name, f"papers[{at}].name", MAX_ADDRESS, mistakes)
        if not name:
            mistakes.append(Mistake(f"papers[{at}].name", "Chưa có tên giấy tờ."))
        for count in ("originals", "certified_copies", "copies"):
            if not 0 <= getattr(paper, count) <= MAX_COUNT:
                mistakes.append(Mistake(f"papers[{at}].{count}", f"Số bản phải từ 0 đến {MAX_COUNT}."))
        clean.append(replace(paper, name=name))
    return tuple(clean)


def _limit(request: IntakeRequest, procedure: Procedure, mistakes: list[Mistake]) -> str:
    try:
        return procedure.limit_for(request.case, request.channel)
    except KeyError:
        mistakes.append(
            Mistake("case", f"Thủ tục {procedure.code} không có trường hợp “{request.case[:40]}”.")
        )
        return ""


def _due(
    request: IntakeRequest,
    limit: str,
    due_reason: str,
    calendar: Calendar,
    terms: Terms,
    now: datetime,
    mistakes: list[Mistake],
) -> tuple[datetime | None, str, bool]:
    if limit:
        if request.due_at is not None:
            mistakes.append(Mistake("due_at", f"Thủ tục đã có thời hạn “{limit}”, không nhập ngày hẹn khác."))
        try:
            found = due(to_minute(now), Limit.parse(limit), calendar, terms.policy, terms.cutoff)
        except CalendarEnds as error:
            mistakes.append(Mistake("due_at", f"{error.title}. {error.advice}"))
            return None, "", False
        return found.at, found.explanation, found.tentative
    if request.due_at is None:
        mistakes.append(Mistake("due_at", "Thủ tục chưa rõ thời hạn: cần nhập ngày giờ hẹn trả kèm lý do."))
        return None, "", False
    if not due_reason:
        mistakes.append(Mistake("due_reason", "Cần ghi lý do của ngày hẹn trả do cán bộ nhập."))
    if to_minute(request.due_at) <= to_minute(now):
        mistakes.append(Mistake("due_at", "Ngày hẹn trả phải sau lúc tiếp nhận."))
    return to_minute(request.due_at), f"Ngày hẹn trả do cán bộ nhập: {due_reason}", False


def _fees(
    request: IntakeRequest, procedure: Procedure, exemption: str, mistakes: list[Mistake]
) -> FeeReckoning:
    try:
        return reckon_fees(
            procedure.fees,
            pages=request.pages,
            copies=request.copies,
            exemption=exemption,
            amounts=dict(request.amounts),
            channel=request.channel,
        )
    except ValueError as error:
        field = str(error).partition(" ")[0]
        field = field if field in ("pages", "copies", "amounts") else "pages"
        mistakes.append(Mistake(field, "Số trang, số bản hoặc số tiền nằm ngoài khoảng cho phép."))
        return FeeReckoning()
