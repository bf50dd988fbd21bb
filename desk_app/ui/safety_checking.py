"""An toàn – Kiểm tra: proves the journals, prints the closing sheet, holds a printed one against them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QVBoxLayout

from desk_app.operations.outcome import Changes, Outcome
from desk_app.ui.counter import Counter
from desk_app.ui.file_dialogs import ask_for_file, ask_where_to_save
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import GAP, Words, plain_button
from desk_app.ui.settings_section import Section, named
from desk_app.ui.tongue import mark, said, tr

if TYPE_CHECKING:
    from desk_app.domain.mistakes import DeskError
    from desk_app.operations.closing_sheet import SheetVerdict

_LOOKS: Final = 200
"""Milliseconds between two looks at how far it is."""
_PICTURES: Final = "*.png *.jpg *.jpeg *.pdf"


class CheckingSection(Section):
    """The check and its outcome, the closing sheet, and a field for one that was printed."""

    title: ClassVar[str] = mark("Kiểm tra")

    def __init__(self, counter: Counter) -> None:
        super().__init__(counter)
        self._stage = ""
        self.start = plain_button(tr("&Kiểm tra sổ gốc"))
        self.outcome = Words(tr("Chưa kiểm tra trong lần mở này."), "quiet", wrap=True)
        self.found = Words("", "small", wrap=True)
        self.print = plain_button(tr("&In phiếu chốt sổ"))
        self.save = plain_button(tr("&Lưu phiếu PDF…"))
        self.told = Words("", "quiet", wrap=True)
        self.sheet = QPlainTextEdit()
        self.sheet.setAccessibleName(tr("Phiếu chốt sổ đã in"))
        self.sheet.setTabChangesFocus(True)
        self.sheet.setPlaceholderText("0da879c0/9890b7f8 #4 de7942835d024bdc ~35d6")
        self.sheet.setMaximumHeight(110)
        self.compare = plain_button(tr("Đối &chiếu"))
        self.picture = plain_button(tr("Từ ả&nh chụp…"))
        self.verdict = Words("", "quiet", wrap=True)
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOKS)
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addWidget(Words(tr("Sổ gốc"), "heading"))
        whole.addWidget(
            Words(
                tr("Đọc lại mọi mục, dấu niêm phong và bảng tra cứu; vẫn làm việc khác được."),
                "quiet",
                wrap=True,
            )
        )
        whole.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        whole.addWidget(self.outcome)
        whole.addWidget(self.found)
        whole.addWidget(Words(tr("Phiếu chốt sổ trong ngày"), "heading"))
        how = tr("In mỗi ngày, giữ ngoài máy tính: về sau biết sổ có bị sửa hay không.")
        whole.addWidget(Words(how, "quiet", wrap=True))
        whole.addLayout(_in_a_row(self.print, self.save, self.told))
        whole.addWidget(named(tr("&Phiếu chốt sổ đã in: gõ một dòng hoặc quét mã QR"), self.sheet))
        whole.addWidget(self.sheet)
        whole.addLayout(_in_a_row(self.compare, self.picture, None))
        whole.addWidget(self.verdict)
        whole.addStretch(1)
        tab_in_reading_order(self)

    def _connect(self) -> None:
        self.start.clicked.connect(self._verify)
        self.print.clicked.connect(
            lambda: self._counter.paper.print_made(self._made, tr("Phiếu chốt sổ"), tr("phiếu chốt sổ"))
        )
        self.save.clicked.connect(
            lambda: ask_where_to_save(
                self, tr("Lưu phiếu chốt sổ"), "phieu-chot-so.pdf", "PDF (*.pdf)", self.keep
            )
        )
        self.compare.clicked.connect(lambda: self._compare(self.sheet.toPlainText))
        self.picture.clicked.connect(
            lambda: ask_for_file(self, tr("Ảnh phiếu chốt sổ"), _PICTURES, self.compare_picture)
        )
        self._looking.timeout.connect(self._look)

    def begin(self) -> None:
        """The section came to the front."""
        self.start.setFocus(Qt.FocusReason.OtherFocusReason)

    # ---------------------------------------------------------------------------------------- the journals

    def _verify(self) -> None:
        desk = self._counter.desk
        self.start.setEnabled(False)
        self._stage = mark("Đang kiểm tra…")
        self._look()
        self._looking.start()

        def told(stage: str) -> None:
            self._stage = stage

        def job() -> Outcome[dict[str, Any]]:
            from desk_app.operations.checking import verify

            return Outcome(verify(desk, told), Changes())

        # no slip and no search waits behind a check of minutes
        self._counter.lanes.stick(job, self._verified, self._not_verified)

    def _look(self) -> None:
        """How far it is, as the lane last said."""
        self.outcome.set_role("quiet")
        self.outcome.setText(said(self._stage))

    def _verified(self, report: dict[str, Any]) -> None:
        counts = report["entries"], report["dossiers"], report["seals"]
        if report["ok"]:
            words = tr("✓ Sổ gốc đúng: {0} mục, {1} hồ sơ, {2} dấu niêm phong. Không phải làm gì thêm.")
            self._over(words.format(*counts), "done")
        else:
            words = tr("Có {0} sai lệch. Đừng xóa gì; báo người phụ trách kỹ thuật những dòng dưới đây.")
            self._over(words.format(len(report["problems"])), "mistake")
        self.found.setText("\n".join(map(str, report["problems"][:8])))

    def _not_verified(self, trouble: DeskError) -> None:
        self._over(trouble.sentence, "mistake")

    def _over(self, words: str, role: str) -> None:
        self._looking.stop()
        self.start.setEnabled(True)
        self.outcome.set_role(role)
        self.outcome.setText(words)

    # ------------------------------------------------------------------------------------------- the sheet

    def _made(self) -> bytes:
        from desk_app.documents.closing_paper import closing_pdf
        from desk_app.operations.closing_sheet import closing_sheet

        return closing_pdf(closing_sheet(self._counter.desk))

    def keep(self, path: str) -> None:
        """Writes today's sheet to a file."""
        self._counter.paper.save_made(self._made, path, self.told.setText, tr("phiếu chốt sổ"))

    def compare_picture(self, path: str) -> None:
        """Holds the picture of a sheet against the journals."""

        def codes() -> str:
            from desk_app.devices.pictures import codes_in
            from desk_app.domain.mistakes import DeskError

            try:
                return "\n".join(codes_in(Path(path)))
            except OSError as error:
                raise DeskError(
                    tr("Không đọc được tệp ảnh này."), tr("Chọn tệp khác, hoặc gõ một dòng.")
                ) from error

        self._compare(codes)

    def _compare(self, text_of: Any) -> None:
        desk = self._counter.desk
        typed = text_of() if text_of == self.sheet.toPlainText else None

        def job() -> SheetVerdict:
            from desk_app.operations.closing_sheet import check_sheet

            return check_sheet(desk, [text_of() if typed is None else typed])

        def seen(verdict: SheetVerdict) -> None:
            self.verdict.set_role("done" if verdict.ok else "mistake")
            self.verdict.setText(said(verdict.sentence))

        def failed(trouble: DeskError) -> None:
            self.verdict.set_role("mistake")
            self.verdict.setText(trouble.sentence)

        self._counter.lanes.paper(job, seen, failed)


def _in_a_row(first: Any, second: Any, words: Words | None) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(GAP)
    row.addWidget(first)
    row.addWidget(second)
    if words is None:
        row.addStretch(1)
    else:
        row.addWidget(words, 1)
    return row
