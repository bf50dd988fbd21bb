"""What each act asks the officer, filled in as far as the dossier knows it, and the papers that go with it.

Acts and forms: the officers' workflow of NĐ 61/2018 Điều 17-20; Mẫu 02-06 of TT 03/2025.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Final

from desk_app.ui.act_fields import Field
from sync.acts.counter import undoable
from sync.model.dossier import Dossier, Person
from sync.model.fold_acts import OUTCOMES_IN_WORDS
from sync.model.moment import iso_minute
from sync.model.words import clock, dong, short_date

if TYPE_CHECKING:
    from desk_app.operations.desk import Desk

BULK: Final = ("handover", "forward", "arrive", "locate", "note")
"""Acts that may be done on a whole selection."""
FORESEEN: Final = frozenset({"supplemented", "apology", "payment", "reissue"})
"""Acts that set another due time, shown before they are done."""
_WAYS = (("cash", "Tiền mặt"), ("transfer", "Chuyển khoản"), ("vietqr", "VietQR"))
_NOT_NEEDED = "không bắt buộc"

Fields = tuple[Field, ...]


def fields_of(name: str, desk: Desk, dossier: Dossier | None) -> Fields:
    """The questions of an act; of a whole selection without a dossier."""
    if dossier is not None and name in _OF_DOSSIER:
        return _OF_DOSSIER[name](desk, dossier)
    return _PLAIN.get(name, ())


def papers_of(name: str, form: str, dossier: Dossier | None) -> tuple[tuple[str, str, bool], ...]:
    """The papers offered after an act: the form's name, how it is called, and whether it is printed unless
    the officer takes the tick away. None after an act on a selection, which has a list of its own."""
    if dossier is None:
        return ()
    found: list[tuple[str, str, bool]] = []
    if form:
        found.append((form, _PAPERS.get(form, form), True))
    if name == "handover":
        found.append(("handover", "phiếu bàn giao", False))
    if name == "payment" and dossier.intake is not None and dossier.intake.fees:
        found.append(("cash", "phiếu xác nhận thu tiền", True))
    return tuple(found)


_PAPERS: Final = {
    "slip": "phiếu hẹn",
    "supplement": "phiếu yêu cầu bổ sung (Mẫu 02)",
    "refusal": "phiếu từ chối (Mẫu 03)",
    "apology": "phiếu xin lỗi, hẹn lại (Mẫu 04)",
    "stopping": "thông báo dừng (Mẫu 05)",
    "control-sheet": "phiếu kiểm soát (Mẫu 06)",
}

_PLAIN: Final[dict[str, Fields]] = {
    "handover": (
        Field("to", "Bàn giao cho (bộ phận, phòng)", needed="Cần ghi nơi nhận hồ sơ."),
        Field("receiver", "Người nhận", hint=_NOT_NEEDED),
        Field("note", "Ghi chú", hint=_NOT_NEEDED),
        Field(
            "begins",
            "Người nhận làm gì",
            "choice",
            choices=(("yes", "Bắt đầu giải quyết hồ sơ"), ("no", "Chỉ giữ hộ, chưa giải quyết")),
        ),
    ),
    "forward": (
        Field("name", "Nơi nhận", hint="để trống: cấp trên của đơn vị"),
        Field("note", "Ghi chú", hint=_NOT_NEEDED),
    ),
    "supplement": (
        Field("items", "Cần bổ sung những gì (một lần, đầy đủ)", "lines", "Cần ghi nội dung cần bổ sung."),
        Field("reason", "Lý do", hint=_NOT_NEEDED),
    ),
    "supplemented": (
        Field(
            "rule",
            "Thời hạn tính lại",
            "choice",
            choices=(("RESTART", "Từ đầu, kể từ hôm nay"), ("EXTEND", "Kéo dài thêm số ngày đã chờ")),
        ),
    ),
    "refuse": (Field("reasons", "Lý do từ chối, theo pháp luật", "lines", "Cần ghi lý do từ chối."),),
    "stop": (
        Field("reason", "Lý do dừng giải quyết", needed="Cần ghi lý do dừng giải quyết."),
        Field("by_request", "Theo đề nghị của người nộp", "tick"),
    ),
    "apology": (
        Field("reason", "Lý do chậm", needed="Cần ghi lý do chậm trả kết quả."),
        Field("days", "Hẹn thêm mấy ngày làm việc", "days", start="3"),
    ),
    "fee": (
        Field("amount", "Số tiền (đồng)", "dong", "Cần ghi số tiền công dân phải nộp."),
        Field("reason", "Nộp khoản gì, theo văn bản nào", hint=_NOT_NEEDED),
    ),
    "arrive": (
        Field("number", "Số, ký hiệu của kết quả", hint=_NOT_NEEDED),
        Field("date", "Ngày của kết quả", "day", hint="23/11/2026"),
        Field("from", "Nhận từ đâu", hint=_NOT_NEEDED),
        Field("note", "Ghi chú", hint=_NOT_NEEDED),
    ),
    "finish": (
        Field("result", "Kết quả", hint=_NOT_NEEDED),
        Field("note", "Ghi chú", hint=_NOT_NEEDED),
    ),
    "note": (Field("text", "Nội dung ghi chú", needed="Chưa có nội dung ghi chú."),),
    "locate": (Field("place", "Hồ sơ để ở đâu", hint="Tủ 2, ngăn 3; để trống: bỏ ghi nơi để"),),
    "reopen": (Field("reason", "Kết quả sai ở đâu", needed="Cần ghi kết quả sai ở đâu."),),
    "annul": (
        Field("reason", "Lý do hủy tiếp nhận", needed="Cần ghi lý do hủy tiếp nhận."),
        Field("instead_of", "Mã hồ sơ đúng, nếu nhập trùng", hint=_NOT_NEEDED),
    ),
}


def _forward(_desk: Desk, dossier: Dossier) -> Fields:
    papers = _paper_names(dossier)
    ticks = (Field("papers", "Giấy tờ chuyển kèm", "ticks", choices=papers, start="1"),) if papers else ()
    name, note = _PLAIN["forward"]
    return (name, *ticks, note)


def _withdraw(_desk: Desk, dossier: Dossier) -> Fields:
    papers = _paper_names(dossier)
    back = (Field("papers_back", "Giấy tờ trả lại", "ticks", choices=papers, start="1"),) if papers else ()
    return (Field("reason", "Lý do rút", needed="Cần ghi lý do rút hồ sơ."), *back)


def _paper_names(dossier: Dossier) -> tuple[tuple[str, str], ...]:
    papers = dossier.intake.papers if dossier.intake else ()
    return tuple((one.name, one.name) for one in papers)


def money_due(dossier: Dossier) -> int:
    """What is still to be paid, in dong: a demand's rest, else the fee's."""
    intake = dossier.intake
    if dossier.demanded and dossier.status == "fee_due":
        since = dossier.status_since
        settled = sum(one.amount for one in dossier.payments if since and one.at >= since)
        return max(0, dossier.demanded - settled)
    return max(0, intake.fee - dossier.paid) if intake else 0


def _payment(_desk: Desk, dossier: Dossier) -> Fields:
    intake = dossier.intake
    payer = (intake.payer or intake.applicant).full_name if intake else ""
    due = money_due(dossier)
    amount = f"{due:,}".replace(",", ".") if due else ""
    asked = f"Số tiền (đồng), còn phải thu {dong(due)}"
    return (
        Field("amount", asked, "dong", "Cần ghi số tiền đã thu.", (), amount),
        Field("way", "Trả bằng", "choice", choices=_WAYS),
        Field("proof", "Mã giao dịch, chứng từ đã thấy", hint="bắt buộc khi chuyển khoản"),
        Field("payer", "Người nộp tiền", start=payer),
    )  # fmt: skip


def _call(_desk: Desk, dossier: Dossier) -> Fields:
    who = _to_call(dossier)
    return (
        Field("phone", "Số điện thoại đã gọi", needed="Cần ghi số điện thoại đã gọi.", start=who.phone),
        Field("to", "Người nghe", start=who.full_name),
        Field(
            "outcome",
            "Kết quả cuộc gọi",
            "choice",
            choices=tuple((value, words.capitalize()) for value, words in OUTCOMES_IN_WORDS.items()),
        ),
        Field("text", "Nội dung", hint=_NOT_NEEDED),
    )


def _to_call(dossier: Dossier) -> Person:
    intake = dossier.intake
    people = (intake.collector, intake.applicant, intake.representative, intake.owner) if intake else ()
    known = [one for one in people if one is not None]
    return next((one for one in known if one.phone), known[1] if len(known) > 1 else Person(""))


def _reissue(_desk: Desk, dossier: Dossier) -> Fields:
    reason = Field("reason", "Lý do đính chính, cấp lại", needed="Cần ghi lý do đính chính.")
    intake = dossier.intake
    if intake is None:
        return (reason,)
    who = intake.applicant
    fields = [
        reason,
        Field(
            "changes.procedure",
            "Thủ tục",
            "procedure",
            start=intake.procedure.code,
            hint=intake.procedure.name,
        ),
        Field("changes.applicant.full_name", "Họ tên người nộp", start=who.full_name),
        Field("changes.applicant.id_number", "Số giấy tờ", start=who.id_number),
        Field("changes.applicant.phone", "Điện thoại", start=who.phone),
        Field("changes.applicant.address", "Địa chỉ", start=who.address),
    ]
    if intake.owner != who:
        fields.insert(3, Field("changes.owner.full_name", "Họ tên chủ hồ sơ", start=intake.owner.full_name))
    due = "" if intake.limit else iso_minute(intake.due_at)
    label = "Hạn trả (chỉ khi thủ tục không có thời hạn)" if intake.limit else "Hạn trả"
    fields.append(Field("changes.due_at", label, "moment", start=due))
    return tuple(fields)


def _undo(desk: Desk, dossier: Dossier) -> Fields:
    """What may be taken back, the latest first: the last act, and any call, note or place."""
    node, now = desk.keys.node, desk.clock()
    events = [
        one
        for one in reversed(dossier.history)
        if one.effective and (found := undoable(dossier, node, now, one.entry)) and found.entry == one.entry
    ]
    last = undoable(dossier, node, now)
    choices = tuple((one.entry, f"{clock(one.at)} {short_date(one.at)} · {one.text}") for one in events)
    return (
        Field("entry", "Hoàn tác việc", "choice", choices=choices, start=last.entry if last else ""),
        Field("reason", "Lý do hoàn tác", needed="Cần ghi lý do hoàn tác."),
    )


_OF_DOSSIER: Final[dict[str, Callable[[Desk, Dossier], Fields]]] = {
    "forward": _forward,
    "withdraw": _withdraw,
    "payment": _payment,
    "call": _call,
    "reissue": _reissue,
    "undo": _undo,
}
