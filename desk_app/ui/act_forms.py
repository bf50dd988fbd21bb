"""What each act asks the officer, filled in as far as the dossier knows it, and the papers that go with it.

Acts and forms: the officers' workflow of NĐ 61/2018 Điều 17-20; Mẫu 02-06 of TT 03/2025.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TYPE_CHECKING, Final

from desk_app.ui.act_fields import Field
from desk_app.ui.tongue import mark, told, tr
from sync.acts.counter import undoable
from sync.model.dossier import Dossier, Person
from sync.model.fold_acts import OUTCOMES_IN_WORDS
from sync.model.moment import iso_minute
from sync.model.words import clock, dong, short_date

if TYPE_CHECKING:
    from desk_app.operations.desk import Desk

BULK: Final = ("handover", "forward", "accept", "arrive", "locate", "note")
"""Acts that may be done on a whole selection."""
FORESEEN: Final = frozenset({"supplemented", "apology", "payment", "reissue"})
"""Acts that set another due time, shown before they are done."""
WIDE: Final = frozenset({"reissue"})
"""Acts whose form takes the whole page."""
_WAYS = (("cash", mark("Tiền mặt")), ("transfer", mark("Chuyển khoản")), ("vietqr", "VietQR"))
_NOT_NEEDED = mark("không bắt buộc")

Fields = tuple[Field, ...]


def fields_of(name: str, desk: Desk, dossier: Dossier | None) -> Fields:
    """The questions of an act; of a whole selection without a dossier."""
    plain = _PLAIN.get(name, ())
    asked = _OF_DOSSIER[name](desk, dossier) if dossier is not None and name in _OF_DOSSIER else plain
    return tuple(
        replace(
            one,
            label=told(one.label),
            needed=told(one.needed),
            hint=told(one.hint),
            choices=told(one.choices),
        )
        for one in asked
    )


def papers_of(name: str, form: str, dossier: Dossier | None) -> tuple[tuple[str, str, bool], ...]:
    """The papers offered after an act: the form's name, how it is called, and whether it is printed unless
    the officer takes the tick away. None after an act on a selection, which has a list of its own."""
    if dossier is None:
        return ()
    found: list[tuple[str, str, bool]] = []
    if form:
        found.append((form, told(_PAPERS).get(form, form), True))
    if name == "handover":
        found.append(("handover", tr("phiếu bàn giao"), False))
    if name == "payment" and dossier.intake is not None and dossier.intake.fees:
        found.append(("cash", tr("phiếu xác nhận thu tiền"), True))
    return tuple(found)


_PAPERS: Final = {
    "slip": mark("phiếu hẹn"),
    "supplement": mark("phiếu yêu cầu bổ sung (Mẫu 02)"),
    "refusal": mark("phiếu từ chối (Mẫu 03)"),
    "apology": mark("phiếu xin lỗi, hẹn lại (Mẫu 04)"),
    "stopping": mark("thông báo dừng (Mẫu 05)"),
    "control-sheet": mark("phiếu kiểm soát (Mẫu 06)"),
}

_PLAIN: Final[dict[str, Fields]] = {
    "handover": (
        Field("to", mark("Bàn giao cho (bộ phận, phòng)"), needed=mark("Cần ghi nơi nhận hồ sơ.")),
        Field("receiver", mark("Người nhận"), hint=_NOT_NEEDED),
        Field("note", mark("Ghi chú"), hint=_NOT_NEEDED),
        Field(
            "begins",
            mark("Người nhận làm gì"),
            "choice",
            choices=(("yes", mark("Bắt đầu giải quyết hồ sơ")), ("no", mark("Chỉ giữ hộ, chưa giải quyết"))),
        ),
    ),
    "forward": (
        Field("name", mark("Nơi nhận"), "unit", hint=mark("tên hoặc mã đơn vị; để trống: cấp trên")),
        Field("note", mark("Ghi chú"), hint=_NOT_NEEDED),
    ),
    "accept": (Field("note", mark("Ghi chú"), hint=_NOT_NEEDED),),
    "send-home": (Field("note", mark("Ghi chú (số, ngày của kết quả)"), hint=_NOT_NEEDED),),
    "supplement": (
        Field(
            "items",
            mark("Cần bổ sung những gì (một lần, đầy đủ)"),
            "lines",
            mark("Cần ghi nội dung cần bổ sung."),
        ),
        Field("reason", mark("Lý do"), hint=_NOT_NEEDED),
    ),
    "supplemented": (
        Field(
            "rule",
            mark("Thời hạn tính lại"),
            "choice",
            choices=(
                ("RESTART", mark("Từ đầu, kể từ hôm nay")),
                ("EXTEND", mark("Kéo dài thêm số ngày đã chờ")),
            ),
        ),
    ),
    "refuse": (
        Field("reasons", mark("Lý do từ chối, theo pháp luật"), "lines", mark("Cần ghi lý do từ chối.")),
    ),
    "stop": (
        Field("reason", mark("Lý do dừng giải quyết"), needed=mark("Cần ghi lý do dừng giải quyết.")),
        Field("basis", mark("Căn cứ (văn bản, điều khoản)"), hint=mark("in ở thông báo dừng, Mẫu 05")),
        Field("by_request", mark("Theo đề nghị của người nộp"), "tick"),
    ),
    "apology": (
        Field("reason", mark("Lý do chậm"), needed=mark("Cần ghi lý do chậm trả kết quả.")),
        Field("days", mark("Hẹn thêm mấy ngày làm việc"), "days", start="3"),
    ),
    "fee": (
        Field("amount", mark("Số tiền (đồng)"), "dong", mark("Cần ghi số tiền công dân phải nộp.")),
        Field("reason", mark("Nộp khoản gì, theo văn bản nào"), hint=_NOT_NEEDED),
    ),
    "arrive": (
        Field("number", mark("Số, ký hiệu của kết quả"), hint=_NOT_NEEDED),
        Field("date", mark("Ngày của kết quả"), "day", hint="23/11/2026"),
        Field("from", mark("Nhận từ đâu"), hint=_NOT_NEEDED),
        Field("note", mark("Ghi chú"), hint=_NOT_NEEDED),
    ),
    "finish": (
        Field("result", mark("Kết quả"), hint=_NOT_NEEDED),
        Field("note", mark("Ghi chú"), hint=_NOT_NEEDED),
    ),
    "note": (Field("text", mark("Nội dung ghi chú"), needed=mark("Chưa có nội dung ghi chú.")),),
    "locate": (Field("place", mark("Hồ sơ để ở đâu"), hint=mark("Tủ 2, ngăn 3; để trống: bỏ ghi nơi để")),),
    "reopen": (Field("reason", mark("Kết quả sai ở đâu"), needed=mark("Cần ghi kết quả sai ở đâu.")),),
    "annul": (
        Field("reason", mark("Lý do hủy tiếp nhận"), needed=mark("Cần ghi lý do hủy tiếp nhận.")),
        Field("instead_of", mark("Mã hồ sơ đúng, nếu nhập trùng"), hint=_NOT_NEEDED),
    ),
}


def _forward(_desk: Desk, dossier: Dossier) -> Fields:
    papers = _paper_names(dossier)
    ticks = (Field("papers", tr("Giấy tờ chuyển kèm"), "ticks", choices=papers, start="1"),) if papers else ()
    name, note = _PLAIN["forward"]
    intake = dossier.intake
    if intake is not None and intake.for_unit and dossier.away is None:
        name = replace(name, start=f"{intake.for_unit} {intake.for_unit_name}")
    return (name, *ticks, note)


def _withdraw(_desk: Desk, dossier: Dossier) -> Fields:
    papers = _paper_names(dossier)
    back = (
        (Field("papers_back", tr("Giấy tờ trả lại"), "ticks", choices=papers, start="1"),) if papers else ()
    )
    return (Field("reason", tr("Lý do rút"), needed=tr("Cần ghi lý do rút hồ sơ.")), *back)


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
    asked = tr("Số tiền (đồng), còn phải thu {0}").format(dong(due))
    return (
        Field("amount", asked, "dong", tr("Cần ghi số tiền đã thu."), (), amount),
        Field("way", tr("Trả bằng"), "choice", choices=told(_WAYS)),
        Field("proof", tr("Mã giao dịch, chứng từ đã thấy"), hint=tr("bắt buộc khi chuyển khoản")),
        Field("payer", tr("Người nộp tiền"), start=payer),
    )  # fmt: skip


def _call(_desk: Desk, dossier: Dossier) -> Fields:
    who = _to_call(dossier)
    return (
        Field(
            "phone", tr("Số điện thoại đã gọi"), needed=tr("Cần ghi số điện thoại đã gọi."), start=who.phone
        ),
        Field("to", tr("Người nghe"), start=who.full_name),
        Field(
            "outcome",
            tr("Kết quả cuộc gọi"),
            "choice",
            choices=tuple((value, words.capitalize()) for value, words in OUTCOMES_IN_WORDS.items()),
        ),
        Field("text", tr("Nội dung"), hint=tr(_NOT_NEEDED)),
    )


def _to_call(dossier: Dossier) -> Person:
    intake = dossier.intake
    people = (intake.collector, intake.applicant, intake.representative, intake.owner) if intake else ()
    known = [one for one in people if one is not None]
    return next((one for one in known if one.phone), known[1] if len(known) > 1 else Person(""))


def _reissue(_desk: Desk, dossier: Dossier) -> Fields:
    reason = Field("reason", tr("Lý do đính chính, cấp lại"), needed=tr("Cần ghi lý do đính chính."))
    intake = dossier.intake
    if intake is None:
        return (reason,)
    ref = intake.procedure
    due = "" if intake.limit else iso_minute(intake.due_at)
    label = tr("Hạn trả (chỉ khi thủ tục không có thời hạn)") if intake.limit else tr("Hạn trả")
    return (
        reason,
        Field("changes.procedure", tr("Thủ tục"), "procedure", start=ref.code, hint=ref.name, about=intake),
        Field("changes.fee", tr("Phí, lệ phí"), "fee", about=intake),
        Field("changes.people", tr("Người nộp và những người khác trong hồ sơ"), "people", about=intake),
        Field("changes.papers", tr("Giấy tờ đã nhận"), "papers", about=intake),
        Field("changes.due_at", label, "moment", start=due),
    )


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
        Field("entry", tr("Hoàn tác việc"), "choice", choices=choices, start=last.entry if last else ""),
        Field("reason", tr("Lý do hoàn tác"), needed=tr("Cần ghi lý do hoàn tác.")),
    )


_OF_DOSSIER: Final[dict[str, Callable[[Desk, Dossier], Fields]]] = {
    "forward": _forward,
    "withdraw": _withdraw,
    "payment": _payment,
    "call": _call,
    "reissue": _reissue,
    "undo": _undo,
}
