"""One dossier: where it stands, who, which papers, its history; its slip again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QFrame, QGridLayout, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from desk_app.ui.counter import Counter
from desk_app.ui.intake_words import shown_said
from desk_app.ui.parts import GAP, MARGIN, ScrollBody, Words, link_button, plain_button
from desk_app.ui.person_part import summary_of
from desk_app.ui.printed_part import PrintedPart
from desk_app.ui.scans_part import ScansPart
from sync.model.dossier import Dossier, Event, Intake, Paper
from sync.model.words import clock, dong, moment_on_screen, short_date

if TYPE_CHECKING:
    from desk_app.domain.print_job import PrintJob
    from desk_app.operations.find import DossierView
    from desk_app.operations.outcome import Changes

_WAYS = {"desk": "Tại quầy", "post": "Qua bưu chính", "online": "Trực tuyến"}
_FLAGS = {
    "conflict": "Có ghi nhận khác nhau ở hai nơi, cần người xem lại.",
    "newer-program": "Có ghi nhận do phiên bản mới hơn lập, máy này chưa hiểu hết.",
    "unreadable": "Có ghi nhận không đọc được.",
    "no-intake": "Chưa có lần tiếp nhận gốc ở máy này.",
    "rebuilt": "Hồ sơ dựng lại từ mã trên phiếu, chưa rõ tên và giấy tờ; đồng bộ, hoặc đính chính cho đủ.",
    "role": "Có ghi nhận do nơi không có thẩm quyền lập, cần người xem lại.",
}


class DossierPage(QWidget):
    """Shows a `DossierView`; `left` when the officer goes back to the list."""

    left = Signal()

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._counter = counter
        self._number, self._id = "", b""
        self.title = Words("", "title")
        self.state = Words("", "strong", wrap=True)
        self.said = Words("", "quiet", wrap=True)
        self.back = link_button("‹ &Danh sách")
        self.back.setAccessibleName("Trở lại danh sách")
        self.back.clicked.connect(self.left)
        self.reprint = plain_button("&In lại phiếu")
        self.reprint.clicked.connect(self._reprint)
        self.save = plain_button("&Lưu PDF…")
        self.save.setAccessibleName("Lưu phiếu thành tệp PDF")
        self.save.clicked.connect(self._save)
        leave = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        leave.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        leave.activated.connect(self.left)
        self._scroll = QScrollArea()
        self._scroll.setWidgetResizable(True)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setAccessibleName("Nội dung hồ sơ")
        self.printed = PrintedPart()
        self.scans = ScansPart(counter)
        counter.lanes.changed.connect(self._changed)
        self._lay_out()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.back)
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.reprint)
        head.addWidget(self.save)
        page = QVBoxLayout(self)
        page.setContentsMargins(MARGIN, GAP * 2, MARGIN, 0)
        page.setSpacing(GAP)
        page.addLayout(head)
        page.addWidget(self.state)
        page.addWidget(self.said)
        page.addWidget(self._scroll, 1)
        self.said.hide()

    def put(self, view: DossierView) -> None:
        """Another dossier, or the same one as it stands now."""
        dossier = view.dossier
        self._number, self._id = dossier.number, dossier.id
        self.title.setText(dossier.number)
        sync_words = "✓ cấp trên đã nhận" if view.acknowledged else "chờ gửi lên cấp trên"
        due = f" · hạn trả {moment_on_screen(dossier.due_at)}" if dossier.due_at else ""
        self.state.setText(f"{dossier.label}{due} · {sync_words}")
        self.say("")
        body = ScrollBody()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, GAP, MARGIN)
        column.setSpacing(GAP * 2)
        for flag in dossier.flags:
            column.addWidget(Words(f"! {_FLAGS.get(flag, 'Cần người xem lại.')}", "caution", wrap=True))
        if dossier.intake is not None:
            column.addWidget(_card("Hồ sơ", _facts(dossier, dossier.intake)))
            papers = [(_counts(paper), paper.name) for paper in dossier.intake.papers]
            column.addWidget(_card("Giấy tờ đã nộp", papers or [("", "Không nộp giấy tờ nào")]))
        column.addWidget(self.scans.of(dossier.id))
        column.addWidget(self._printed_anew())
        column.addWidget(_card("Diễn biến", [(_when(event), _what(event)) for event in dossier.history]))
        column.addStretch(1)
        old = self._scroll.takeWidget()
        self._scroll.setWidget(body)
        if old is not None:
            old.deleteLater()

    def _printed_anew(self) -> PrintedPart:
        """The card of printed papers, filled as soon as the queue was read."""
        self.printed = PrintedPart()
        self.printed.again.connect(self._counter.paper.again)
        self.printed.settled.connect(self._counter.paper.settle)
        self._read_jobs()
        return self.printed

    def _read_jobs(self) -> None:
        desk, dossier = self._counter.desk, self._id

        def read() -> list[PrintJob]:
            from desk_app.operations.printing import jobs

            return jobs(desk, dossier=dossier)

        self._counter.lanes.read(read, self._put_jobs, topic="dossier-jobs")

    def _put_jobs(self, jobs: list[PrintJob]) -> None:
        if all(job.dossier == self._id for job in jobs):
            self.printed.put(jobs)

    def _changed(self, changes: Changes) -> None:
        if changes.printing and self._id:
            self._read_jobs()

    def say(self, words: str, role: str = "quiet") -> None:
        """One line under the heading."""
        self.said.set_role(role)
        self.said.setText(words)
        self.said.setVisible(bool(words))

    @property
    def dossier_id(self) -> bytes:
        """The id of the dossier shown, empty while there is none."""
        return self._id

    def _reprint(self) -> None:
        self.say("Đã chuyển phiếu vào hàng đợi in; in thế nào xem ở mục Giấy đã in.")
        self._counter.paper.print_slip(self._id, self._number)

    def _save(self) -> None:
        dialog = QFileDialog(self, "Lưu phiếu thành tệp PDF", f"{self._number}.pdf", "Tệp PDF (*.pdf)")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.fileSelected.connect(lambda path: self._counter.paper.save_slip(self._id, path, self.say))
        dialog.open()

    def begin(self) -> None:
        """The page came to the front."""
        self.reprint.setFocus(Qt.FocusReason.OtherFocusReason)


def _card(title: str, rows: list[tuple[str, str]]) -> QFrame:
    card = QFrame()
    card.setObjectName("card")
    grid = QGridLayout(card)
    grid.setContentsMargins(GAP * 2, GAP + 4, GAP * 2, GAP * 2)
    grid.setHorizontalSpacing(GAP * 2)
    grid.setVerticalSpacing(GAP - 2)
    grid.setColumnMinimumWidth(0, 170)
    grid.setColumnStretch(1, 1)
    grid.addWidget(Words(title, "heading"), 0, 0, 1, 2)
    for at, (label, text) in enumerate(rows, start=1):
        grid.addWidget(Words(label, "quiet"), at, 0, Qt.AlignmentFlag.AlignTop)
        words = Words(text, wrap=True)
        words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        grid.addWidget(words, at, 1)
    return card


def _facts(dossier: Dossier, intake: Intake) -> list[tuple[str, str]]:
    def person(label: str, one: object) -> list[tuple[str, str]]:
        from sync.model.dossier import Person

        if not isinstance(one, Person):
            return []
        said = summary_of(one)
        return [(label, f"{one.full_name}\n{said}" if said else one.full_name)]

    procedure = intake.procedure
    rows = [("Thủ tục", f"{procedure.name}\n{procedure.code} · {procedure.field}".rstrip(" ·"))]
    rows += person("Chủ hồ sơ", intake.owner)
    rows += person("Người nộp", intake.applicant if intake.applicant != intake.owner else None)
    rows += person("Người được ủy quyền", intake.representative)
    rows += person("Người nộp phí", intake.payer)
    rows += person("Người nhận kết quả", intake.collector)
    if intake.shown:
        rows.append(("Đã xem, không giữ", shown_said(intake)))
    rows.append(("Tiếp nhận", f"{moment_on_screen(intake.received_at)} · {intake.officer.name}"))
    rows.append(("Thời hạn", intake.limit or f"do cán bộ hẹn: {intake.due_reason}"))
    rows.append(("Lệ phí", dong(intake.fee) if intake.fee else "Không thu phí"))
    rows.append(("Trả kết quả", _WAYS.get(intake.return_by, intake.return_by)))
    if dossier.result or procedure.result:
        rows.append(("Kết quả", dossier.result or procedure.result))
    if intake.note:
        rows.append(("Ghi chú", intake.note))
    return rows


def _counts(paper: Paper) -> str:
    parts = ((paper.originals, "chính"), (paper.certified_copies, "sao chứng thực"), (paper.copies, "chụp"))
    return " · ".join(f"{count} {name}" for count, name in parts if count)


def _when(event: Event) -> str:
    return f"{clock(event.at)} {short_date(event.at)}"


def _what(event: Event) -> str:
    struck = "" if event.effective else " (không có hiệu lực)"
    who = " · ".join(part for part in (event.officer.name, event.unit) if part)
    return f"{event.text}{struck}\n{who}" if who else f"{event.text}{struck}"
