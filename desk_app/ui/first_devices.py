"""The last pages of the first start: the invitation, the printer, the scanner, and a test slip."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem

from desk_app.background.lanes import Lanes
from desk_app.domain.mistakes import DeskError
from desk_app.domain.scanner_test import TEST_CODES, code_meant, judge
from desk_app.operations.first_start import Answers, invitation_mistake
from desk_app.operations.outcome import Changes, Outcome
from desk_app.operations.printing import PrinterChoice, choose_printer, printer_for, roll_of
from desk_app.ui.file_dialogs import ask_for_file, ask_where_to_save
from desk_app.ui.first_steps import Step
from desk_app.ui.parts import GAP, Words, plain_button
from desk_app.ui.print_words import standing
from desk_app.ui.scan_box import ScanBox
from desk_app.ui.tongue import mark, said, tr

if TYPE_CHECKING:
    from desk_app.devices.choosing import KnownPrinter
    from desk_app.operations.desk import Desk
    from desk_app.ui.paper import Paper

_PICTURES = mark("Ảnh và PDF (*.png *.jpg *.jpeg *.pdf)")
_DEFAULT = mark("Máy in mặc định của máy này")


@dataclass(frozen=True, slots=True)
class Made:
    """What the last pages work with: the desk that was made, the lanes, the way to paper."""

    desk: Desk
    lanes: Lanes
    paper: Paper


class InvitationStep(Step):
    """The center's invitation: pasted, scanned into the line, or read from a picture of its QR."""

    name, title = "invitation", mark("Thư mời của trung tâm")
    hint = mark("Dán dòng chữ của thư mời, quét mã QR bằng máy quét, hoặc chọn ảnh chụp mã QR.")

    def __init__(self, lanes: Lanes) -> None:
        super().__init__()
        self._lanes = lanes
        self.ask(tr("Thư mời"), tr("Thư mời của trung tâm"), tr("Dán hoặc quét vào đây"))
        self.picture = plain_button(tr("Chọn ả&nh mã QR…"))
        self.picture.clicked.connect(self._choose)
        self.column.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addStretch(1)

    def put(self, answers: Answers) -> None:
        self.lines[0].setText(answers.invitation)

    def taken(self, answers: Answers) -> Answers:
        return replace(answers, invitation="".join(self.lines[0].text().split()))

    def mistakes(self) -> Sequence[str]:
        return (invitation_mistake(self.lines[0].text()),)

    def refuse(self, message: str) -> None:
        """Why the center did not take it, beside the line."""
        self.wrongs[0].say(message, self.lines[0])
        self.lines[0].setFocus(Qt.FocusReason.OtherFocusReason)
        self.lines[0].selectAll()

    def _choose(self) -> None:
        ask_for_file(self, tr("Chọn ảnh mã QR của thư mời"), tr(_PICTURES), self.take_picture)

    def take_picture(self, path: str) -> None:
        """Looks for an invitation in a picture; says so when there is none."""
        self._lanes.paper(
            lambda: _invitation_in(path), self._found, lambda trouble: self.refuse(trouble.sentence)
        )

    def _found(self, text: str) -> None:
        self.lines[0].setText(text)
        self.wrongs[0].say("", self.lines[0])
        self.edited.emit()
        self.ready.emit()


def _invitation_in(path: str) -> str:
    from pathlib import Path

    from desk_app.devices.pictures import codes_in

    try:
        found = codes_in(Path(path))
    except OSError:
        raise DeskError(
            tr("Không mở được tệp ảnh này."), tr("Kiểm tra tệp còn ở đó và được phép đọc.")
        ) from None
    for text in found:
        if not invitation_mistake(text):
            return text
    if found:
        raise DeskError(tr("Mã trong ảnh không phải thư mời."), tr("Chọn ảnh chụp mã QR của thư mời."))
    raise DeskError(
        tr("Không thấy mã QR nào trong ảnh."), tr("Chụp lại gần và thẳng, đủ sáng, rồi chọn lại.")
    )


class PrinterStep(Step):
    """Which printer, and a page to try it."""

    name, title = "printer", mark("In phiếu ở máy in nào?")
    hint = mark("Chọn máy rồi bấm In thử. Chưa có máy in thì cứ tiếp tục: phiếu lưu được thành tệp PDF.")

    def __init__(self, made: Made) -> None:
        super().__init__()
        self._made = made
        self.known = QListWidget()
        self.known.setObjectName("choices")
        self.known.setAccessibleName(tr("Các máy in"))
        self.known.setMaximumSize(640, 240)
        self.try_print = plain_button(tr("&In thử"))
        self.try_print.setAccessibleName(tr("In thử một trang ra máy in đang chọn"))
        self.told = Words(tr("Đang tìm máy in…"), "quiet", wrap=True)
        self.try_print.clicked.connect(self._try)
        self.column.addWidget(self.known)
        self.column.addWidget(self.try_print, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.told)
        self.column.addStretch(1)
        self._put([])

    def begin(self) -> None:
        """Looks for printers again, one may just have been plugged in."""
        self.known.setFocus(Qt.FocusReason.TabFocusReason)
        self._made.lanes.printer(_printers, self._found, self._failed, topic="first-printers")

    def _put(self, known: Sequence[KnownPrinter]) -> None:
        at = self.known.currentRow()
        self.known.clear()
        for words, address in [(tr(_DEFAULT), ""), *((standing(one), one.address) for one in known)]:
            item = QListWidgetItem(words)
            item.setData(Qt.ItemDataRole.UserRole, address)
            self.known.addItem(item)
        self.known.setCurrentRow(max(0, min(at, self.known.count() - 1)))

    def _found(self, known: list[KnownPrinter]) -> None:
        self._put(known)
        self._tell(
            "" if known else tr("Máy này chưa có máy in nào. Nối máy in rồi thêm trong Cài đặt – Máy in."),
            True,
        )

    def _failed(self, trouble: DeskError) -> None:
        self._tell(trouble.sentence, False)

    def _tell(self, words: str, good: bool) -> None:
        self.told.setText(words if good else f"! {words}")
        self.told.set_role("quiet" if good else "caution")

    @property
    def address(self) -> str:
        """The printer that is chosen; empty for the system's default."""
        if self.known.currentRow() < 0:
            return ""
        return str(self.known.currentItem().data(Qt.ItemDataRole.UserRole))

    def _try(self) -> None:
        at, name = self.address, self.known.currentItem().text().splitlines()[0]
        self._tell(tr("Đang in thử…"), True)
        self._made.paper.try_out(
            PrinterChoice(at), lambda: _try_page(name, roll_of(at)), tr("In thử"), self._tell
        )

    def keep(self) -> None:
        """The chosen printer is that of every form it can print."""
        desk, at = self._made.desk, self.address
        self._made.lanes.write(lambda: _choose(desk, at), None, self._failed)


def _printers() -> Outcome[list[KnownPrinter]]:
    from desk_app.devices.choosing import known_printers

    return Outcome(list(known_printers([])))


def _try_page(printer: str, roll: str | None) -> bytes:
    from desk_app.documents.try_page import try_page_pdf

    return try_page_pdf(printer, roll)


def _choose(desk: Desk, address: str) -> Outcome[None]:
    from desk_app.documents.forms import FORMS

    roll = roll_of(address)
    for form in FORMS.values():
        if roll is None or roll in form.papers:
            choose_printer(desk, form.name, address)
    return Outcome(None, Changes(settings=True))


class ScannerStep(Step):
    """Tries a scanner with any code of the test sheet."""

    name, title = "scanner", mark("Thử máy quét")
    hint = mark("In tờ kiểm tra rồi quét một mã bất kỳ trên đó. Chưa có máy quét thì cứ tiếp tục.")

    def __init__(self, made: Made) -> None:
        super().__init__()
        self._made = made
        self.sheet = plain_button(tr("&In tờ kiểm tra"))
        self.sheet.clicked.connect(self._print)
        self.box = ScanBox(tr("Ô thử máy quét"))
        self.box.setPlaceholderText(tr("Quét vào đây"))
        self.box.setMaximumWidth(640)
        self.box.heard.connect(self._hear)
        self.told = Words("", "quiet", wrap=True)
        self.column.addWidget(self.box)
        self.column.addWidget(self.sheet, 0, Qt.AlignmentFlag.AlignLeft)
        self.column.addWidget(self.told)
        self.column.addStretch(1)

    def begin(self) -> None:
        """Ready for a scan."""
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _print(self) -> None:
        desk, paper = self._made.desk, self._made.paper

        def chosen(choice: PrinterChoice) -> None:
            paper.try_out(choice, _sheet, tr("Tờ kiểm tra máy quét"), self._printed)

        self._made.lanes.read(lambda: printer_for(desk, "guide"), chosen)

    def _printed(self, words: str, good: bool) -> None:
        self.told.setText(tr("Đã gửi tờ kiểm tra ra máy in. Quét một mã trên đó.") if good else f"! {words}")
        self.told.set_role("quiet" if good else "caution")
        self.box.setFocus(Qt.FocusReason.OtherFocusReason)

    def _hear(self, text: str) -> None:
        code = code_meant(text.rstrip("\r\t"), TEST_CODES[0])
        advice = judge(code.text, text.rstrip("\r\t"), ended=text[-1:] in ("\r", "\t"))
        self.told.setText(
            "\n".join(f"✕ {one}" for one in advice)
            if advice
            else tr("✓ Máy quét đọc đúng: {0}.").format(said(code.title))
        )
        self.told.set_role("mistake" if advice else "done")


def _sheet() -> bytes:
    from desk_app.documents.scanner_test import scanner_test_pdf

    return scanner_test_pdf()


class SlipStep(Step):
    """A test slip, marked "MẪU", goes to the printer; then the work begins."""

    name, title = "slip", mark("Phiếu thử")
    hint = mark("Một phiếu hẹn có chữ MẪU được in ra. Xem đủ chữ, đủ dấu, mã quét được thì bắt đầu làm việc.")

    def __init__(self, made: Made) -> None:
        super().__init__()
        self._made = made
        self._sent = False
        self.told = Words("", "quiet", wrap=True)
        self.again = plain_button(tr("&In lại"))
        self.again.clicked.connect(self._print)
        self.save = plain_button(tr("&Lưu PDF…"))
        self.save.setAccessibleName(tr("Lưu phiếu thử thành tệp PDF"))
        self.save.clicked.connect(self._save)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.again)
        row.addWidget(self.save)
        row.addStretch(1)
        self.column.addWidget(self.told)
        self.column.addLayout(row)
        self.column.addStretch(1)

    def begin(self) -> None:
        """Prints the slip once; the focus is the window's button."""
        if not self._sent:
            self._print()

    def _print(self) -> None:
        self._sent = True
        self._tell(tr("Đang in phiếu thử…"), True)
        desk = self._made.desk

        def chosen(choice: PrinterChoice) -> None:
            self._made.paper.try_out(
                choice, lambda: _slip(desk, choice.printer), tr("Phiếu thử (MẪU)"), self._printed
            )

        self._made.lanes.read(
            lambda: printer_for(desk, "slip"), chosen, lambda trouble: self._tell(trouble.sentence, False)
        )

    def _printed(self, words: str, good: bool) -> None:
        self._tell(
            tr("✓ Đã gửi phiếu thử ra máy in.")
            if good
            else tr("! {0} Bắt đầu được ngay, in sau cũng được.").format(words),
            good,
        )

    def _tell(self, words: str, good: bool) -> None:
        self.told.setText(words)
        self.told.set_role("done" if good and words.startswith("✓") else "quiet" if good else "caution")

    def _save(self) -> None:
        ask_where_to_save(
            self, tr("Lưu phiếu thử thành tệp PDF"), "phieu-thu.pdf", tr("Tệp PDF (*.pdf)"), self.save_to
        )

    def save_to(self, path: str) -> None:
        """Writes the slip as a PDF file and says how it went."""
        desk = self._made.desk
        self._made.paper.save_made(
            lambda: _slip(desk, ""), path, lambda words: self._tell(words, True), tr("phiếu thử")
        )


def _slip(desk: Desk, printer: str) -> bytes:
    from desk_app.documents.forms import FORMS
    from desk_app.operations.forms import make_form

    roll = roll_of(printer)
    return make_form(desk, "slip", None, paper=roll if roll in FORMS["slip"].papers else None, sample=True)
