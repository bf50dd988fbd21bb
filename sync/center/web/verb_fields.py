"""The fields of the form of every verb: what is asked, in the words of the trade, and how it is read."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any, Final

from sync.center.staff.colleagues import Colleague
from sync.center.web.forms import Form
from sync.center.work.acting import WorkView
from sync.model.calendar import Calendar, CalendarEnds
from sync.model.dossier import Dossier
from sync.model.due import working_days_after
from sync.model.fold_acts import OUTCOMES_IN_WORDS
from sync.model.fold_words import CAPACITY_WORDS, OPINION_WORDS, OUTCOME_WORDS, REASON_WORDS
from sync.model.moment import day_of
from sync.model.process import RECEIVE

LINE, AREA, LINES, NUMBER, DAY, CHOICE, PERSON, TICK, TICKS = (
    "line", "area", "lines", "number", "day", "choice", "person", "tick", "ticks",
)  # fmt: skip
Options = tuple[tuple[str, str], ...]
MOST_NEW_DAYS = 20
"""So many working days of an apology are shown with their dates."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A field: `kind` a constant here; `options` of a choice or of boxes to tick (value, words); `empty`
    the words of a choice of nothing; `longest` in characters."""

    name: str
    label: str
    kind: str = LINE
    hint: str = ""
    needed: bool = False
    options: Options = ()
    value: str = ""
    empty: str = ""
    longest: int = 200


@dataclass(frozen=True, slots=True)
class Around:
    """What a form is made of: who can be given something, the units (code, name), the calendar and the
    time; `view` is the dossier, None for the form of a selection."""

    people: Sequence[Colleague]
    units: Options
    calendar: Calendar
    now: datetime
    view: WorkView | None = None

    @property
    def dossier(self) -> Dossier | None:
        """The one dossier."""
        return self.view.dossier if self.view is not None else None

    def person(self, label: str, hint: str = "", *, needed: bool = False) -> Asked:
        """The field of a person; whoever has the role of the next step stands first."""
        role = ""
        if self.view is not None:
            step = self.view.process.after(self.view.dossier.work.step)
            role = step.role if step is not None else ""
        ordered = sorted(self.people, key=lambda one: role not in one.roles)
        options = tuple((one.login, one.words) for one in ordered)
        empty = "Chọn người…" if needed else "Chưa giao cho ai"
        return Asked("to", label, PERSON, hint, needed, options, empty=empty)


Ask = Callable[[Around], tuple[Asked, ...]]
_OUTCOMES = tuple((name, words[:1].upper() + words[1:]) for name, words in OUTCOME_WORDS.items())
_NOTE = Asked("note", "Ghi chú", AREA, longest=2000)


def _papers_in(around: Around) -> Options:
    dossier = around.dossier
    intake = dossier.intake if dossier is not None else None
    return tuple(dict.fromkeys((one.name, one.name) for one in intake.papers)) if intake else ()


def _take(around: Around) -> tuple[Asked, ...]:
    papers = _papers_in(around)
    hint = "Đánh dấu giấy tờ có trong danh sách mà không thấy." if papers else "Mỗi dòng một loại."
    kind = TICKS if papers else LINES
    lacking = Asked("missing", "Giấy tờ còn thiếu", kind, hint, options=papers, longest=4000)
    return (
        Asked("list", "Số danh sách bàn giao", longest=120),
        Asked("from", "Nơi giao", hint="Để trống: đơn vị tiếp nhận."),
        *((lacking,) if around.view is not None else ()),
        around.person("Giao ngay cho"),
        _NOTE,
    )


def _assign(around: Around) -> tuple[Asked, ...]:
    return (around.person("Giao cho", needed=True), *_place(around), _NOTE)


def _reassign(around: Around) -> tuple[Asked, ...]:
    reasons = tuple((name, words[:1].upper() + words[1:]) for name, words in REASON_WORDS.items())
    why = Asked("why", "Lý do giao lại", CHOICE, "", True, reasons, empty="Chọn lý do…")
    return (around.person("Giao cho", needed=True), why, *_place(around), _NOTE)


def _place(around: Around) -> tuple[Asked, ...]:
    office = Asked("office", "Phòng, bộ phận")
    if around.view is None:
        return (office,)
    steps = tuple((one.code, one.name) for one in around.view.process.steps if one.kind != RECEIVE)
    here = "Theo quy trình: bước hiện tại, hoặc bước sau tiếp nhận"
    return (office, Asked("step", "Bước", CHOICE, options=steps, empty=here))


def _appraise(around: Around) -> tuple[Asked, ...]:
    dossier = around.dossier
    silent = dossier.work.unanswered if dossier is not None else ()
    offices = ", ".join(one.office for one in silent)
    despite = Asked(
        "despite", f"Lý do làm tiếp khi chưa có ý kiến của {offices}", AREA,
        "Im lặng không phải là đồng ý; ghi vì sao không chờ.", True, longest=2000,
    )  # fmt: skip
    return (
        Asked("outcome", "Đề xuất", CHOICE, "", True, _OUTCOMES, "grant"),
        Asked("text", "Nội dung thẩm định", AREA, "Cần ghi khi không đề xuất giải quyết.", longest=2000),
        *((despite,) if silent else ()),
        around.person("Trình", "Người phê duyệt; để trống thì hồ sơ chờ phân công."),
    )


def _consult(around: Around) -> tuple[Asked, ...]:
    return (
        Asked("office", "Cơ quan được lấy ý kiến", needed=True),
        Asked("question", "Nội dung xin ý kiến", AREA, needed=True, longest=2000),
        Asked("days", "Số ngày làm việc chờ ý kiến", NUMBER, "Từ 1 đến 60.", True, value="3"),
        Asked("unit", "Đơn vị trong hệ thống", CHOICE, options=around.units, empty="Ngoài hệ thống"),
    )


def _answer(around: Around) -> tuple[Asked, ...]:
    dossier = around.dossier
    asked = dossier.work.unanswered if dossier is not None else ()
    options = tuple((one.entry, f"{one.office}: {one.question[:80]}") for one in asked)
    first = options[0][0] if len(options) == 1 else ""
    opinions = tuple((name, words[:1].upper() + words[1:]) for name, words in OPINION_WORDS.items())
    return (
        Asked("entry", "Trả lời cho", CHOICE, "", True, options, first, "Chọn lần lấy ý kiến…"),
        Asked("opinion", "Ý kiến", CHOICE, "", True, opinions, "agree"),
        Asked("text", "Nội dung", AREA, "Cần ghi khi không đồng ý hoặc có ý kiến khác.", longest=2000),
        Asked("number", "Số văn bản trả lời", longest=120),
    )


def _approve(around: Around) -> tuple[Asked, ...]:
    dossier = around.dossier
    proposal = dossier.work.proposal if dossier is not None else None
    capacities = tuple((name, f"{name} ({words})") for name, words in CAPACITY_WORDS.items())
    outcome = Asked("outcome", "Kết quả", CHOICE, options=_OUTCOMES, empty="Theo đề xuất của từng hồ sơ")
    if dossier is not None:
        value = proposal.outcome if proposal else "grant"
        outcome = Asked("outcome", "Kết quả", CHOICE, "", True, _OUTCOMES, value)
    return (
        outcome,
        Asked("signer", "Người ký", hint="Để trống: chính người phê duyệt."),
        Asked("title", "Chức danh người ký"),
        Asked("capacity", "Thể thức ký", CHOICE, options=capacities, empty="Ký chính"),
        Asked("instead_of", "Ký thay cho", hint="Chức danh người được ký thay; cần khi ký KT., TUQ., TL."),
        Asked("basis", "Văn bản ủy quyền", hint="Số, ngày; cần khi ký TUQ.", longest=500),
        Asked("number", "Số quyết định, văn bản", longest=120),
        Asked("date", "Ngày ký", DAY, value=day_of(around.now).isoformat()),
        around.person("Chuyển cho", "Người làm bước sau, thường là văn thư."),
        _NOTE,
    )


def _rework(around: Around) -> tuple[Asked, ...]:
    steps: Options = ()
    if around.view is not None:
        codes = [one.code for one in around.view.process.steps]
        now_at = around.view.dossier.work.step
        before = codes.index(now_at) if now_at in codes else 0
        steps = tuple((one.code, one.name) for one in around.view.process.steps[1:before])
    return (
        Asked("reason", "Lý do trả lại", AREA, needed=True, longest=2000),
        Asked("step", "Trả về bước", CHOICE, options=steps, empty="Bước liền trước"),
        around.person("Giao cho", "Để trống: người đã làm bước đó."),
    )


def _seal(around: Around) -> tuple[Asked, ...]:
    dossier = around.dossier
    approval = dossier.work.approval if dossier is not None else None
    return (
        Asked("number", "Số vào sổ", needed=True, value=approval.number if approval else "", longest=120),
        Asked("date", "Ngày phát hành", DAY, value=day_of(around.now).isoformat()),
        Asked("copies", "Số bản", NUMBER, value="1"),
        around.person("Chuyển cho"),
    )


def _send_back(_around: Around) -> tuple[Asked, ...]:
    return (
        Asked("result", "Kết quả", AREA, "Để trống: số văn bản đã đóng dấu.", longest=2000),
        Asked("papers", "Giấy tờ trả kèm", LINES, "Mỗi dòng một loại.", longest=4000),
        Asked("unfinished", "Trả hồ sơ khi chưa giải quyết xong", TICK),
        Asked("note", "Ghi chú", AREA, "Cần ghi lý do khi trả hồ sơ chưa giải quyết xong.", longest=2000),
    )


def _supplement(_around: Around) -> tuple[Asked, ...]:
    return (
        Asked("items", "Nội dung cần bổ sung", LINES, "Mỗi dòng một mục; một lần, đủ.", True, longest=4000),
        Asked("reason", "Lý do, căn cứ", AREA, longest=2000),
    )  # fmt: skip


def _supplemented(_around: Around) -> tuple[Asked, ...]:
    rules = (("RESTART", "Tính lại thời hạn từ đầu"), ("EXTEND", "Cộng thêm thời gian đã chờ"))
    return (Asked("rule", "Thời hạn sau bổ sung", CHOICE, options=rules, empty="Theo quy trình"),)


def _fee(_around: Around) -> tuple[Asked, ...]:
    return (
        Asked("amount", "Số tiền (đồng)", NUMBER, needed=True),
        Asked("reason", "Khoản phải nộp", AREA, longest=2000),
    )


def _apology(around: Around) -> tuple[Asked, ...]:
    days = Asked("days", "Hẹn thêm số ngày làm việc", NUMBER, "Chỉ hẹn lại một lần.", True)
    if around.dossier is not None and around.dossier.due_at is not None:
        due = around.dossier.due_at
        options: list[tuple[str, str]] = []
        for count in range(1, MOST_NEW_DAYS + 1):
            try:
                on = working_days_after(day_of(due), count, around.calendar)
            except CalendarEnds:
                break
            options.append((str(count), f"{count} ngày làm việc – hẹn lại {due:%H:%M} {on:%d/%m/%Y}"))
        days = Asked(
            "days", "Hẹn lại ngày trả", CHOICE,
            f"Hạn cũ: {due:%H:%M %d/%m/%Y}. Pháp luật chỉ cho hẹn lại một lần.", True, tuple(options),
            empty="Chọn ngày hẹn mới…",
        )  # fmt: skip
    return (
        Asked("reason", "Lý do chậm trả kết quả", AREA, "In trên phiếu xin lỗi.", True, longest=2000),
        days,
    )


def _refuse(_around: Around) -> tuple[Asked, ...]:
    hint = "Mỗi dòng một lý do; in trên phiếu cho công dân."
    return (Asked("reasons", "Lý do từ chối", LINES, hint, True, longest=4000),)


def _stop(_around: Around) -> tuple[Asked, ...]:
    return (
        Asked("reason", "Lý do dừng", AREA, "In trên thông báo cho công dân.", True, longest=2000),
        Asked("by_request", "Dừng theo đề nghị của công dân", TICK),
        Asked("basis", "Căn cứ", longest=500),
    )


def _withdraw(around: Around) -> tuple[Asked, ...]:
    papers = _papers_in(around)
    back = Asked("papers_back", "Giấy tờ trả lại công dân", TICKS, options=papers)
    return (
        Asked("reason", "Lý do rút hồ sơ", AREA, needed=True, longest=2000),
        *((back,) if papers else ()),
    )


def _reopen(_around: Around) -> tuple[Asked, ...]:
    return (Asked("reason", "Lý do sửa kết quả", AREA, needed=True, longest=2000),)


def _forward(around: Around) -> tuple[Asked, ...]:
    return (
        Asked("to", "Đơn vị nhận", CHOICE, "", True, around.units, empty="Chọn đơn vị…"),
        Asked("papers", "Giấy tờ kèm theo", LINES, "Mỗi dòng một loại.", longest=4000),
        _NOTE,
    )


def _call(around: Around) -> tuple[Asked, ...]:
    intake = around.dossier.intake if around.dossier is not None else None
    person = intake.applicant if intake is not None else None
    outcomes = tuple((name, words[:1].upper() + words[1:]) for name, words in OUTCOMES_IN_WORDS.items())
    return (
        Asked("phone", "Số điện thoại", needed=True, value=person.phone if person else "", longest=40),
        Asked("to", "Người nghe", value=person.full_name if person else ""),
        Asked("outcome", "Kết quả cuộc gọi", CHOICE, "", True, outcomes, "reached"),
        Asked("text", "Nội dung", AREA, longest=2000),
    )


def _note(_around: Around) -> tuple[Asked, ...]:
    return (Asked("text", "Nội dung ghi chú", AREA, needed=True, longest=2000),)


def _undo(_around: Around) -> tuple[Asked, ...]:
    return (
        Asked("reason", "Lý do hoàn tác", AREA, "Việc vừa làm vẫn còn trong quá trình.", True, longest=2000),
    )


ASK: Final[Mapping[str, Ask]] = {
    "take": _take,
    "assign": _assign,
    "reassign": _reassign,
    "appraise": _appraise,
    "consult": _consult,
    "answer": _answer,
    "approve": _approve,
    "rework": _rework,
    "seal": _seal,
    "send-back": _send_back,
    "supplement": _supplement,
    "supplemented": _supplemented,
    "fee": _fee,
    "apology": _apology,
    "refuse": _refuse,
    "stop": _stop,
    "withdraw": _withdraw,
    "reopen": _reopen,
    "forward": _forward,
    "call": _call,
    "note": _note,
    "undo": _undo,
}
"""The fields of a verb's form, by its name in `sync.center.work.verbs.VERBS`."""


def read_given(fields: Sequence[Asked], form: Form, people: Sequence[Colleague]) -> dict[str, Any]:
    """What was typed, as the verbs take it; what cannot be read is noted as a mistake of its field."""
    given: dict[str, Any] = {}
    names = {one.login: one.name for one in people}
    for one in fields:
        text = " ".join(form.get(one.name).split())
        if one.kind == TICK:
            given[one.name] = form.get(one.name) == "yes"
        elif one.kind == TICKS:
            allowed = dict(one.options)
            given[one.name] = [value for value in form.all(one.name) if value in allowed]
        elif one.kind == LINES:
            given[one.name] = [
                clean for raw in form.get(one.name).split("\n") if (clean := " ".join(raw.split()))
            ]
        elif text:
            _read_one(one, text, form, names, given)
        if one.needed and not given.get(one.name) and one.name not in form.mistakes:
            form.wrong(
                one.name,
                "Chọn một mục." if one.kind in (CHOICE, PERSON) else f"Chưa ghi: {one.label.lower()}.",
            )
    return given


def _read_one(one: Asked, text: str, form: Form, names: Mapping[str, str], given: dict[str, Any]) -> None:
    if len(text) > one.longest:
        form.wrong(one.name, f"Dài {len(text)} ký tự; viết trong {one.longest} ký tự.")
    elif one.kind == PERSON:
        if text in names:
            given[one.name] = {"id": text, "name": names[text]}
        else:
            form.wrong(one.name, "Người này không còn nhận hồ sơ ở đơn vị; chọn người khác.")
    elif one.kind == CHOICE and text not in dict(one.options):
        form.wrong(one.name, "Chọn một mục trong danh sách.")
    elif one.kind == NUMBER or one.name == "days":
        if text.isascii() and text.isdigit() and len(text) <= 12:
            given[one.name] = int(text)
        else:
            form.wrong(one.name, "Ghi bằng chữ số, ví dụ 3.")
    elif one.kind == DAY and not _is_day(text):
        form.wrong(one.name, "Ghi ngày theo năm-tháng-ngày, ví dụ 2026-11-23.")
    else:
        given[one.name] = text


def _is_day(text: str) -> bool:
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False
