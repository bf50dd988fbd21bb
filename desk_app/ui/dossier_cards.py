"""The cards of a dossier's page: the matter, its people, papers, whereabouts, calls and history, in words."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QWidget

from desk_app.ui.away import away_words
from desk_app.ui.dates import moment_said
from desk_app.ui.intake_words import shown_said
from desk_app.ui.parts import GAP, Words
from desk_app.ui.person_part import summary_of
from desk_app.ui.tongue import mark, said, told, tr
from sync.model.dossier import ANNULLED_LABEL, Dossier, Event, Intake, Paper, Person
from sync.model.flag_words import WORK_CONFLICTS
from sync.model.fold import TAKEN_BACK
from sync.model.moment import day_of
from sync.model.status import CLOCK_ENDED, Status
from sync.model.whereabouts import whereabouts
from sync.model.words import clock, short_date

_WAYS = {"desk": mark("Tại quầy"), "post": mark("Qua bưu chính"), "online": mark("Trực tuyến")}
_CHANNELS = {"desk": "", "post": mark("qua bưu chính"), "online": mark("từ cổng dịch vụ công")}
FLAGS = {
    "conflict": mark("Có ghi nhận khác nhau ở hai nơi, cần người xem lại."),
    "newer-program": mark("Có ghi nhận do phiên bản mới hơn lập, máy này chưa hiểu hết."),
    "unreadable": mark("Có ghi nhận không đọc được."),
    "no-intake": mark("Chưa có lần tiếp nhận gốc ở máy này."),
    "rebuilt": mark(
        "Hồ sơ dựng lại từ mã trên phiếu, chưa rõ tên và giấy tờ; đồng bộ, hoặc đính chính cho đủ."
    ),
    "role": mark("Có ghi nhận do nơi không có thẩm quyền lập, cần người xem lại."),
    "paid-twice": mark("Hai quầy đã thu tiền cho cùng một khoản; kiểm tra và trả lại tiền thừa."),
    "units-disagree": mark(
        "Hai đơn vị ghi khác nhau khi chưa thấy nhau; gọi đơn vị kia rồi ghi lại cho đúng."
    ),
    "decided-while-withdrawn": mark(
        "Công dân rút ở nơi tiếp nhận trong lúc nơi giải quyết đã có kết quả; kết quả được giữ, báo công dân."
    ),
    "accepted-too-late": mark(
        "Hồ sơ đã kết thúc trước khi đơn vị kia ghi nhận hồ sơ; gửi giấy tờ về nơi tiếp nhận."
    ),
    "sent-twice": mark(
        "Hai quầy chuyển hồ sơ đi hai nơi; nơi nào ghi nhận trước thì giữ, báo nơi kia gửi lại."
    ),
    "accepted-twice": mark("Hai đơn vị cùng ghi đã nhận hồ sơ; gọi để biết giấy tờ thật ở đâu."),
    "recalled": mark(
        "Có ghi nhận của máy đã bị thu hồi, tạm không được tính; chờ đối chiếu trước khi trả kết quả."
    ),
    "not-genuine": mark(
        "Có nội dung chuyển đến không khớp con dấu của nơi ghi, không được tính; báo trung tâm và nơi gửi."
    ),
    "not-permitted": mark("Có ghi nhận trái với trạng thái lúc đó, không được tính; cần người xem lại."),
}
TELLS_MORE = frozenset(
    {"units-disagree", "decided-while-withdrawn", "accepted-too-late", "accepted-twice", *WORK_CONFLICTS}
)
"""Flags that say of a contradiction what it is; the general sentence is left out beside them."""
SOON_DAYS = 1
"""So many days ahead a due time is marked."""


class Card(QFrame):
    """A heading over rows of a label and its words."""

    def __init__(self, title: str, rows: Sequence[tuple[str, str]] = ()) -> None:
        super().__init__()
        self.setObjectName("card")
        self.grid = QGridLayout(self)
        self.grid.setContentsMargins(GAP * 2, GAP + 4, GAP * 2, GAP * 2)
        self.grid.setHorizontalSpacing(GAP * 2)
        self.grid.setVerticalSpacing(GAP - 2)
        self.grid.setColumnMinimumWidth(0, 132)
        self.grid.setColumnStretch(1, 1)
        self.grid.addWidget(Words(title, "heading", wrap=True), 0, 0, 1, 2)
        for label, text in rows:
            self.add(label, text)

    def add(self, label: str, text: str, role: str = "") -> Words:
        """One row more; its words can be selected."""
        row = self.grid.rowCount()
        self.grid.addWidget(Words(label, "quiet"), row, 0, Qt.AlignmentFlag.AlignTop)
        words = Words(text, role, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.grid.addWidget(words, row, 1)
        return words

    def add_wide(self, widget: QWidget) -> None:
        """A row without a label."""
        self.grid.addWidget(widget, self.grid.rowCount(), 0, 1, 2)


def due_words(dossier: Dossier, now: datetime) -> tuple[str, str]:
    """The due time in words with its mark, and the role it is written in; never by colour alone."""
    due = dossier.due_at
    if due is None:
        return "", "quiet"
    words = tr("Hạn trả {0}").format(moment_said(due))
    if dossier.annulled is not None or dossier.status in CLOCK_ENDED:
        return words, "quiet"
    if dossier.status in (Status.SUPPLEMENT, Status.FEE_DUE):
        return tr("Ⅱ Tạm dừng tính thời hạn, chờ công dân · {0}").format(
            words[:1].lower() + words[1:]
        ), "strong"
    if due < now:
        return tr("! Quá hạn · {0}").format(words[:1].lower() + words[1:]), "mistake"
    days = (day_of(due) - day_of(now)).days
    if days <= SOON_DAYS:
        when = tr("Hôm nay đến hạn") if days == 0 else tr("Ngày mai đến hạn")
        return f"◷ {when} · {words[:1].lower() + words[1:]}", "caution"
    return words, "strong"


def matter_card(dossier: Dossier, intake: Intake) -> Card:
    """What it is about and what was promised."""
    procedure = intake.procedure
    rows = [(tr("Thủ tục"), f"{procedure.name}\n{procedure.code} · {procedure.field}".rstrip(" ·"))]
    if intake.subject:
        rows.append((tr("Trích yếu"), intake.subject))
    how = told(_CHANNELS).get(intake.channel, "")
    received = " · ".join(
        part for part in (moment_said(intake.received_at), intake.officer.name, how) if part
    )
    rows.append((tr("Tiếp nhận"), received))
    if intake.for_unit:
        name = intake.for_unit_name or intake.for_unit
        rows.append((tr("Nơi giải quyết"), f"{name} ({intake.for_unit})"))
    if intake.portal_number:
        rows.append((tr("Mã trên cổng"), intake.portal_number))
    rows.append((tr("Thời hạn"), said(intake.limit) or tr("do cán bộ hẹn: {0}").format(intake.due_reason)))
    if dossier.renewed is not None:
        before, after = dossier.renewed
        rows.append((tr("Đã hẹn lại"), tr("từ {0} sang {1}").format(short_date(before), short_date(after))))
    rows.append((tr("Trả kết quả"), told(_WAYS).get(intake.return_by, intake.return_by)))
    if dossier.issue:
        rows.append(
            (
                tr("Phiếu hẹn"),
                tr("Đã cấp lại lần {0}; các phiếu trước không còn giá trị").format(dossier.issue),
            )
        )
    if dossier.result or procedure.result:
        refused = dossier.result == "refused"
        rows.append(
            (tr("Kết quả"), tr("Từ chối giải quyết") if refused else dossier.result or procedure.result)
        )
    if intake.note:
        rows.append((tr("Ghi chú"), intake.note))
    return Card(tr("Thông tin hồ sơ"), rows)


def destroyed_card(dossier: Dossier, intake: Intake) -> Card:
    """What is still known of a destroyed dossier: what figures count, nobody of its people."""
    rows = [
        (tr("Thủ tục"), f"{intake.procedure.name}\n{intake.procedure.code}"),
        (tr("Tiếp nhận"), f"{moment_said(intake.received_at)} · {intake.officer.name}"),
        (tr("Kết thúc"), said(ANNULLED_LABEL if dossier.annulled else dossier.status.label)),
        (tr("Còn giữ"), tr("Mã hồ sơ và số đếm; tên, giấy tờ và bản chụp đã xóa ở mọi nơi.")),
    ]
    if dossier.purged is not None:
        law = dossier.purged.law
        rows.append((tr("Căn cứ hủy"), f"{dossier.purged.reason}\n{law}" if law else dossier.purged.reason))
    return Card(tr("Hồ sơ đã hủy"), rows)


def people_card(intake: Intake) -> Card:
    """The five roles, each only where it is somebody."""
    roles: list[tuple[str, Person | None]] = [
        (tr("Chủ hồ sơ"), intake.owner),
        (tr("Người nộp"), intake.applicant if intake.applicant != intake.owner else None),
        (tr("Được ủy quyền"), intake.representative),
        (tr("Nộp tiền"), intake.payer),
        (tr("Nhận kết quả"), intake.collector),
    ]
    rows = []
    for label, one in roles:
        if one is not None:
            said = summary_of(one)
            rows.append((label, f"{one.full_name}\n{said}" if said else one.full_name))
    if intake.applicant == intake.owner:
        rows[0] = (tr("Chủ hồ sơ, người nộp"), rows[0][1])
    if intake.shown:
        rows.append((tr("Đã xem, không giữ"), shown_said(intake)))
    return Card(tr("Những người liên quan"), rows)


def where_card(dossier: Dossier, now: datetime) -> Card:
    """Who has the papers, where they lie, and whether the result is here."""
    if dossier.status in (Status.RETURNED, Status.WITHDRAWN):
        holder = tr("Công dân")
    else:
        holder = dossier.holder or tr("Bộ phận một cửa (quầy này)")
    rows = [(tr("Người giữ"), holder)]
    if away := away_words(whereabouts(dossier), now):
        rows.insert(0, (tr("Hồ sơ"), away))
    if dossier.place or dossier.status not in (Status.RETURNED, Status.WITHDRAWN):
        rows.append((tr("Để tại"), dossier.place or tr("Chưa ghi")))
    if dossier.arrived is not None:
        said = dossier.arrived
        about = (
            moment_said(said.at),
            said.number and tr("số {0}").format(said.number),
            said.source and tr("từ {0}").format(said.source),
        )
        rows.append((tr("Kết quả về quầy"), " · ".join(part for part in about if part)))
    if dossier.returned is not None:
        who = dossier.returned.collector
        parts = (moment_said(dossier.returned.at), who.full_name if who else "")
        rows.append((tr("Đã trả"), " · ".join(part for part in parts if part)))
    return Card(tr("Hồ sơ giấy đang ở đâu"), rows)


def papers_card(intake: Intake) -> Card:
    """What was handed in."""
    rows = [(_counts(paper), paper.name) for paper in intake.papers]
    return Card(tr("Giấy tờ đã nộp"), rows or [("", tr("Không nộp giấy tờ nào"))])


def calls_card(dossier: Dossier) -> Card:
    """The calls made, the latest first."""
    calls = [event for event in reversed(dossier.history) if event.act == "called" and event.effective]
    rows = [(_when(event), f"{said(event.text)}\n{event.officer.name}") for event in calls]
    return Card(tr("Cuộc gọi cho công dân"), rows or [("", tr("Chưa gọi lần nào"))])


def history_card(dossier: Dossier) -> Card:
    """The journal in words, the latest first; what was taken back stays, struck through and said so."""
    card = Card(tr("Diễn biến, mới nhất trước"))
    for event in reversed(dossier.history):
        who = " · ".join(part for part in (event.officer.name, event.unit) if part)
        stands = event.effective or TAKEN_BACK in event.text
        struck = "" if stands else tr(" (không còn hiệu lực)")
        by_way = tr(" (qua trung tâm)") if event.carried else ""
        text = "\n".join((f"{said(event.text)}{struck}{by_way}", *_listed(event)))
        words = card.add(_when(event), f"{text}\n{who}" if who else text, "" if event.effective else "quiet")
        _strike(words, event)
    return card


def _listed(event: Event) -> list[str]:
    """What the act lists (asked for, given back, sent along) and its words do not say."""
    found = [event.details.get(name) for name in ("items", "papers", "papers_back")]
    listed = [str(one) for value in found if isinstance(value, list) for one in value]
    return [f"– {one}" for one in listed if one not in event.text]


def _strike(words: Words, event: Event) -> None:
    if not event.effective:
        font = words.font()
        font.setStrikeOut(True)
        words.setFont(font)


def _counts(paper: Paper) -> str:
    parts = (
        (paper.originals, tr("chính")),
        (paper.certified_copies, tr("sao chứng thực")),
        (paper.copies, tr("chụp")),
    )
    return " · ".join(f"{count} {name}" for count, name in parts if count)


def _when(event: Event) -> str:
    return f"{clock(event.at)} {short_date(event.at)}"
