"""Cài đặt – Máy in: each form's printer, tray and paper; printers by address; a page to try each."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk_app.domain.mistakes import DeskError
from desk_app.operations.outcome import Outcome
from desk_app.operations.printing import (
    PrinterChoice,
    add_printer,
    added_printers,
    choose_printer,
    forget_printer,
    form_name,
    printers,
    roll_of,
)
from desk_app.ui.counter import Counter
from desk_app.ui.fields import ChoiceBox, MistakeLine
from desk_app.ui.measures import sized
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import GAP, Words, plain_button
from desk_app.ui.place_list import PlaceList
from desk_app.ui.print_words import PAPER_NAMES, named_printer, standing
from desk_app.ui.settings_section import FOR_DEVICES, Section, labelled, named, scrolled, takes_the_rest
from desk_app.ui.tongue import mark, said, told, tr

if TYPE_CHECKING:
    from desk_app.devices.choosing import KnownPrinter
    from desk_app.documents.forms import Form
    from desk_app.operations.desk import Desk
    from desk_app.operations.outcome import Changes

TRAYS: Final = {
    "": mark("Tự chọn"),
    "tray-1": mark("Khay 1"),
    "tray-2": mark("Khay 2"),
    "tray-3": mark("Khay 3"),
    "manual": mark("Khay tay"),
}
DEFAULT: Final = mark("Máy in mặc định của máy này")
ADDRESS_HOW: Final = mark(
    "ipp://máy/ipp/print: máy in mạng · file:thư-mục: ghi thành tệp PDF\n"
    "escpos://máy:9100: máy in nhiệt; cuộn 58 mm thêm ?dots=384"
)
_LIST_WIDTH: Final = 320
_LOOKING: Final = mark("Đang xem các máy in…")


@dataclass(frozen=True, slots=True)
class _Found:
    known: tuple[KnownPrinter, ...]
    chosen: dict[str, PrinterChoice]
    added: tuple[str, ...]
    forms: tuple[Form, ...]


class PrintersSection(Section):
    """The forms with where each goes on the left; the choice and the printers on the right."""

    title: ClassVar[str] = mark("Máy in")
    needs = FOR_DEVICES

    def __init__(self, counter: Counter) -> None:
        super().__init__(counter)
        self._found = _Found((), {}, (), ())
        self._writing = 0
        self.forms = PlaceList()
        self.printer = ChoiceBox(tr("Máy in cho mẫu này"))
        self.tray = ChoiceBox(tr("Khay giấy"))
        self.paper = ChoiceBox(tr("Cỡ giấy"))
        self.state = Words("", "quiet", wrap=True)
        self.known = QListWidget()
        self.known.setObjectName("choices")
        self.known.setAccessibleName(tr("Các máy in"))
        self.known.setWordWrap(True)
        self.try_print = plain_button(tr("&In thử"))
        self.try_print.setAccessibleName(tr("In thử một trang ra máy in đang chọn"))
        self.look_again = plain_button(tr("&Xem lại"))
        self.look_again.setAccessibleName(tr("Xem lại tình trạng các máy in"))
        self.forget = plain_button(tr("&Bỏ máy này"))
        self.forget.setAccessibleName(tr("Bỏ máy in đang chọn, đã thêm theo địa chỉ"))
        self.address = QLineEdit()
        self.address.setAccessibleName(tr("Địa chỉ máy in cần thêm"))
        self.address.setPlaceholderText(tr("ipp://máy/ipp/print"))
        self.mistake = MistakeLine()
        self.add = plain_button(tr("&Thêm"))
        self.add.setAccessibleName(tr("Thêm máy in theo địa chỉ"))
        self._how = Words(tr(ADDRESS_HOW), "small", wrap=True)
        self._told = Words("", "quiet", wrap=True)
        for tray, words in told(TRAYS).items():
            self.tray.addItem(words, tray)
        self._lay_out()
        self._connect()

    @property
    def told(self) -> str:
        """What the last thing done with a printer came to."""
        return self._told.text()

    def _lay_out(self) -> None:
        side = QWidget()
        side.setFixedWidth(sized(_LIST_WIDTH))
        left = QVBoxLayout(side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(GAP)
        left.addWidget(named(tr("&Mẫu giấy"), self.forms, "heading"))
        left.addWidget(self.forms, 1)
        choice = QGridLayout()
        choice.setHorizontalSpacing(GAP)
        choice.setVerticalSpacing(GAP)
        choice.addLayout(labelled(tr("In ở má&y"), self.printer), 0, 0, 1, 2)
        choice.addLayout(labelled(tr("&Khay"), self.tray), 1, 0)
        choice.addLayout(labelled(tr("&Giấy"), self.paper), 1, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        for button in (self.try_print, self.look_again, self.forget):
            buttons.addWidget(button)
        buttons.addStretch(1)
        adding = QHBoxLayout()
        adding.setSpacing(GAP)
        adding.addWidget(self.address, 1)
        adding.addWidget(self.add)
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addWidget(Words(tr("Mẫu đang chọn in ở đâu"), "heading"))
        right.addLayout(choice)
        right.addWidget(self.state)
        right.addWidget(named(tr("Các máy in của q&uầy"), self.known, "heading"))
        right.addWidget(self.known, 1)
        takes_the_rest(self.known, 100)
        right.addLayout(buttons)
        right.addWidget(self._told)
        right.addWidget(named(tr("Thêm máy in theo đị&a chỉ"), self.address))
        right.addLayout(adding)
        right.addWidget(self.mistake)
        right.addWidget(self._how)
        both = QHBoxLayout(self)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(GAP * 2)
        both.addWidget(side)
        both.addWidget(scrolled(right), 1)
        tab_in_reading_order(self)

    def _connect(self) -> None:
        self.forms.currentRowChanged.connect(self._show_choice)
        for box in (self.printer, self.tray, self.paper):
            box.activated.connect(self._remember)
        self.known.currentRowChanged.connect(self._offer)
        self.try_print.clicked.connect(self._try)
        self.look_again.clicked.connect(self._look)
        self.forget.clicked.connect(self._forget)
        self.add.clicked.connect(self._add)
        self.address.returnPressed.connect(self._add)
        self._counter.lanes.changed.connect(self._changed)

    def begin(self) -> None:
        """The section came to the front: the printers are looked at again, one may just have been mended."""
        self.forms.setFocus(Qt.FocusReason.OtherFocusReason)
        self._look()

    # ------------------------------------------------------------------------------------------- looking

    def _look(self) -> None:
        desk = self._counter.desk
        self._told.setText(tr(_LOOKING))
        self._told.set_role("quiet")
        self._counter.lanes.printer(lambda: Outcome(_looked(desk)), self._put, self._failed, topic="printers")

    def _changed(self, changes: Changes) -> None:
        if changes.settings and self.isVisible():
            QTimer.singleShot(0, self, self._read)

    def _read(self) -> None:
        """What is remembered; how the printers stand is not asked again for it."""
        desk = self._counter.desk

        def put(found: _Found) -> None:
            if not self._writing:  # else it is old already; what is being written is read when it is
                self._put(replace(found, known=self._found.known))

        self._counter.lanes.read(lambda: _remembered(desk, ()), put, self._failed, topic="printers-read")

    def _put(self, found: _Found) -> None:
        self._found = found
        row = max(0, self.forms.currentRow())
        address = self._at
        self._put_forms(row)
        self.known.blockSignals(True)
        self.known.clear()
        for one in found.known:
            item = QListWidgetItem(standing(one))
            item.setData(Qt.ItemDataRole.UserRole, one.address)
            self.known.addItem(item)
        rows = [one.address for one in found.known]
        self.known.setCurrentRow(rows.index(address) if address in rows else 0)
        self.known.blockSignals(False)
        self._show_choice()
        self._offer()
        if self._told.text() == _LOOKING:
            self._told.setText(
                "" if found.known else tr("Máy này chưa có máy in. Nối máy in, hoặc thêm theo địa chỉ.")
            )

    def _put_forms(self, row: int) -> None:
        titles = [f"{said(form_name(form.name))}\n{self._where(form.name)}" for form in self._found.forms]
        self.forms.put(titles, row)

    def _where(self, form: str) -> str:
        choice = self._found.chosen.get(form, PrinterChoice())
        words = [self._name(choice.printer) if choice.printer else tr("Máy in mặc định")]
        words += [told(TRAYS).get(choice.tray, choice.tray)] if choice.tray else []
        words += [told(told(PAPER_NAMES)[choice.paper])] if choice.paper in PAPER_NAMES else []
        return ("! " if self._trouble(choice.printer) else "") + " · ".join(words)

    def _name(self, address: str) -> str:
        return next((named_printer(one) for one in self._found.known if one.address == address), address)

    def _trouble(self, address: str) -> str:
        """What is wrong with a chosen printer; the default one is said in the status line."""
        return (
            next(
                (
                    one.said or tr("Máy in chưa sẵn sàng.")
                    for one in self._found.known
                    if one.address == address and not one.ready
                ),
                "",
            )
            if address
            else ""
        )

    def _failed(self, trouble: DeskError) -> None:
        self._tell(trouble.sentence, False)

    # ------------------------------------------------------------------------------------------ choosing

    @property
    def _form(self) -> Form | None:
        row = self.forms.currentRow()
        return self._found.forms[row] if 0 <= row < len(self._found.forms) else None

    def _show_choice(self, _row: int = 0) -> None:
        form = self._form
        if form is None:
            return
        choice = self._found.chosen.get(form.name, PrinterChoice())
        self.printer.clear()
        self.printer.addItem(tr(DEFAULT), "")
        for one in self._found.known:
            self.printer.addItem(named_printer(one) if one.ready else f"! {named_printer(one)}", one.address)
        self.printer.setCurrentIndex(max(0, self.printer.findData(choice.printer)))
        self.tray.setCurrentIndex(max(0, self.tray.findData(choice.tray)))
        self.paper.clear()
        self.paper.addItem(tr("Theo mẫu"), "")
        for paper in form.papers:
            self.paper.addItem(told(told(PAPER_NAMES)[paper]), paper)
        self.paper.setCurrentIndex(max(0, self.paper.findData(choice.paper)))
        roll = roll_of(choice.printer)
        self.tray.setEnabled(roll is None)
        self.paper.setEnabled(roll is None)
        self._say_choice(form, choice, roll)

    def _say_choice(self, form: Form, choice: PrinterChoice, roll: str | None) -> None:
        trouble = self._trouble(choice.printer)
        if trouble:
            words, role = (
                tr("! {0} Bật máy in đó, hoặc chọn máy khác cho mẫu này.").format(trouble),
                "caution",
            )
        elif roll is not None and roll not in form.papers:
            words, role = (
                tr("! Mẫu này không có cỡ {0}; chọn máy in khổ A4 hoặc A5.").format(
                    told(told(PAPER_NAMES)[roll]).lower()
                ),
                "caution",
            )
        elif roll is not None:
            words, role = (
                tr("Máy in nhiệt: in trên {0}.").format(told(told(PAPER_NAMES)[roll]).lower()),
                "quiet",
            )
        else:
            words, role = tr("Đổi là nhớ ngay, cho mọi lần in sau."), "quiet"
        self.state.setText(words)
        self.state.set_role(role)

    def _remember(self) -> None:
        form, desk = self._form, self._counter.desk
        if form is None:
            return
        printer, tray, paper = (box.currentData() or "" for box in (self.printer, self.tray, self.paper))
        if roll_of(printer) is not None:
            tray = paper = ""
        name, choice = form.name, PrinterChoice(printer, tray, paper)
        self._found.chosen[name] = choice  # a second change may come before the first is durable
        self._writing += 1

        def kept(_choice: PrinterChoice) -> None:
            self._writing -= 1

        def refused(trouble: DeskError) -> None:
            self._writing -= 1
            self._failed(trouble)
            self._read()

        self._counter.lanes.write(lambda: choose_printer(desk, name, printer, tray, paper), kept, refused)

    # ------------------------------------------------------------------------------------ one printer

    @property
    def _at(self) -> str | None:
        if self.known.currentRow() < 0:
            return None
        return str(self.known.currentItem().data(Qt.ItemDataRole.UserRole))

    def _offer(self, _row: int = 0) -> None:
        self.try_print.setEnabled(self._at is not None)
        chosen = {choice.printer for choice in self._found.chosen.values()}
        self.forget.setEnabled(
            self._at in self._found.added or (self._at in chosen and "://" in (self._at or ""))
        )

    def _try(self) -> None:
        at = self._at
        if at is None:
            return
        name, roll = self._name(at), roll_of(at)
        self._tell(tr("Đang in thử ở {0}…").format(name), True)
        self._counter.paper.try_out(
            PrinterChoice(at), lambda: _try_page(name, roll), tr("In thử"), self._tell
        )

    def _tell(self, words: str, good: bool) -> None:
        self._told.setText(words if good else f"! {words}")
        self._told.set_role("quiet" if good else "caution")

    def _forget(self) -> None:
        at, desk = self._at, self._counter.desk
        if at is None:
            return

        def forgotten(forms: tuple[str, ...]) -> None:
            back = tr(" {0} mẫu in ở đó nay in ở máy in mặc định.").format(len(forms)) if forms else ""
            self._look()
            self._tell(tr("Đã bỏ máy in.{0}").format(back), True)

        self._counter.lanes.write(lambda: forget_printer(desk, at), forgotten, self._failed)

    def _add(self) -> None:
        desk, address = self._counter.desk, self.address.text()

        def added(_address: str) -> None:
            self.mistake.say("", self.address)
            self._how.show()
            self.address.clear()
            self._look()

        def refused(trouble: DeskError) -> None:
            self._how.hide()  # the sentence says the same
            self.mistake.say(trouble.sentence, self.address)

        self._counter.lanes.write(lambda: add_printer(desk, address), added, refused)


# What runs outside the window's thread. Imports wait until then: they are not needed to show the section.


def _looked(desk: Desk) -> _Found:
    from desk_app.devices.choosing import known_printers

    chosen, added = printers(desk), added_printers(desk)
    known = known_printers([*added, *(choice.printer for choice in chosen.values())])
    return _remembered(desk, tuple(known))


def _remembered(desk: Desk, known: tuple[KnownPrinter, ...]) -> _Found:
    from desk_app.documents.forms import FORMS

    return _Found(known, printers(desk), added_printers(desk), tuple(FORMS.values()))


def _try_page(printer: str, roll: str | None) -> bytes:
    from desk_app.documents.try_page import try_page_pdf

    return try_page_pdf(printer, roll)
