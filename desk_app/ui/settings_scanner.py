"""Cài đặt – Máy quét: tries a scanner with the sheet of codes, and sets the scanners of this desk up."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout

from desk_app.domain.scanner_settings import ScannerSettings
from desk_app.domain.scanner_test import TEST_CODES, code_meant, judge
from desk_app.operations.scanners import scanner_settings
from desk_app.ui.counter import Counter
from desk_app.ui.file_dialogs import ask_where_to_save
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import GAP, Words, plain_button
from desk_app.ui.scan_box import ScanBox
from desk_app.ui.scanner_choices import ScannerChoices
from desk_app.ui.settings_section import FOR_DEVICES, Section, named, scrolled, takes_the_rest
from desk_app.ui.tongue import mark, said, told, tr

if TYPE_CHECKING:
    from desk_app.operations.outcome import Changes

HOW: Final = mark("In tờ kiểm tra, bấm vào ô thử rồi quét mã đang chọn; che các mã bên cạnh.")
ALL_RIGHT: Final = mark("✓ Mọi mã đều đúng: máy quét đã đặt đúng.")
_ROW: Final = 36
SHEET: Final = "to-kiem-tra-may-quet.pdf"
_WRONG_END: Final = {
    ("enter", "\t"): mark("Máy quét gửi phím Tab, còn phần bên đây đang chờ phím Enter: chọn lại “Sau mã”."),
    ("tab", "\r"): mark("Máy quét gửi phím Enter, còn phần bên đây đang chờ phím Tab: chọn lại “Sau mã”."),
}


class ScannerSection(Section):
    """The self-test on the left, the set-up on the right."""

    title: ClassVar[str] = mark("Máy quét")
    needs = FOR_DEVICES

    def __init__(self, counter: Counter) -> None:
        super().__init__(counter)
        self._settings = ScannerSettings()
        self._results: dict[str, bool] = {}
        self.print = plain_button(tr("&In tờ kiểm tra"))
        self.save = plain_button(tr("&Lưu PDF…"))
        self.save.setAccessibleName(tr("Lưu tờ kiểm tra máy quét thành tệp PDF"))
        self.codes = QListWidget()
        self.codes.setObjectName("choices")
        self.codes.setAccessibleName(tr("Các mã trên tờ kiểm tra"))
        self.codes.setWordWrap(True)
        self.box = ScanBox(tr("Ô thử máy quét"))
        self.box.setPlaceholderText(tr("Bấm vào đây rồi quét"))
        self.advice = Words("", "quiet", wrap=True)
        self.advice.setAccessibleName(tr("Kết quả thử máy quét"))
        self.state = Words("", "quiet", wrap=True)
        self.choices = ScannerChoices(counter)
        self._lay_out()
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        self.box.heard.connect(self._hear)
        counter.lanes.changed.connect(self._changed)
        self._mark()
        self.codes.setCurrentRow(0)
        self.codes.setMaximumHeight(len(TEST_CODES) * _ROW + GAP)

    def _lay_out(self) -> None:
        sheet = QHBoxLayout()
        sheet.setSpacing(GAP)
        sheet.addWidget(self.print)
        sheet.addWidget(self.save)
        sheet.addStretch(1)
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(Words(tr("Thử máy quét"), "heading"))
        left.addWidget(Words(tr(HOW), "quiet", wrap=True))
        left.addLayout(sheet)
        left.addWidget(self.state)
        left.addWidget(named(tr("&Mã sẽ quét"), self.codes))
        left.addWidget(self.codes, 4)
        left.addWidget(named(tr("Ô &thử"), self.box))
        left.addWidget(self.box)
        left.addWidget(self.advice)
        left.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(GAP * 3)
        both.addLayout(left, 1)
        both.addWidget(self.choices, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(scrolled(both))
        takes_the_rest(self.codes, 3 * _ROW)
        self.state.hide()
        tab_in_reading_order(self)

    def begin(self) -> None:
        """The section came to the front: ready for a scan."""
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()
        self.choices.look()

    def _changed(self, changes: Changes) -> None:
        if changes.settings and self.isVisible():
            self._read()

    def _read(self) -> None:
        desk = self._counter.desk
        self._counter.lanes.read(lambda: scanner_settings(desk), self._put, topic="scanner-section")

    def _put(self, settings: ScannerSettings) -> None:
        self._settings = settings
        self.choices.put(settings)

    # ------------------------------------------------------------------------------------------- the sheet

    def _print(self) -> None:
        self._say(tr("Đã chuyển tờ kiểm tra đến máy in; trạng thái in ở cuối cửa sổ."))
        self._counter.paper.print_made(_sheet, tr("Tờ kiểm tra máy quét"), tr("tờ kiểm tra"))

    def _save(self) -> None:
        ask_where_to_save(
            self, tr("Lưu tờ kiểm tra thành tệp PDF"), SHEET, tr("Tệp PDF (*.pdf)"), self.save_to
        )

    def save_to(self, path: str) -> None:
        """Writes the sheet as a PDF file and says how it went."""
        self._counter.paper.save_made(_sheet, path, self._say, tr("tờ kiểm tra"))

    def _say(self, words: str) -> None:
        self.state.setText(said(words))
        self.state.setVisible(bool(words))

    # ------------------------------------------------------------------------------------------ the trying

    def _hear(self, text: str) -> None:
        """Says what is wrong with a scan into the box, and goes on to the next code when nothing is."""
        row = max(0, self.codes.currentRow())
        got = self._settings.body(text)
        code = code_meant(got, TEST_CODES[row])
        advice = list(judge(code.text, got, ended=self._settings.end != "none"))
        wrong_end = told(_WRONG_END).get((self._settings.end, text[-1:]))
        if wrong_end:
            advice.append(wrong_end)
        self._results[code.name] = not advice
        self._mark()
        if advice:
            self.codes.setCurrentRow(TEST_CODES.index(code))
            self.advice.setText("\n".join(f"✕ {said(one)}" for one in advice))
            self.advice.set_role("mistake")
            return
        left = [at for at, one in enumerate(TEST_CODES) if not self._results.get(one.name)]
        self.codes.setCurrentRow(left[0] if left else TEST_CODES.index(code))
        self.advice.setText(
            tr(ALL_RIGHT) if not left else tr("✓ Đúng: {0}. Quét tiếp mã đang chọn.").format(said(code.title))
        )
        self.advice.set_role("done")

    def _mark(self) -> None:
        """Each code with how it went, also in words."""
        lines = []
        for at, code in enumerate(TEST_CODES, 1):
            went = self._results.get(code.name)
            mark = "" if went is None else tr("  ✓ đúng") if went else "  ✕ sai"
            lines.append(f"{at}. {said(code.title)}{mark}")
        if self.codes.count() != len(lines):
            self.codes.addItems(lines)
        for at, line in enumerate(lines):
            self.codes.item(at).setText(line)


def _sheet() -> bytes:
    from desk_app.documents.scanner_test import scanner_test_pdf

    return scanner_test_pdf()
