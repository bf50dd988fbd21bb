"""What the list is narrowed to: folded behind one key, each filter shown as a chip that a key takes away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk_app.operations.find import Filters
from desk_app.ui.counter import Counter
from desk_app.ui.dates import date_typed, date_words
from desk_app.ui.fields import ChoiceBox, MistakeLine
from desk_app.ui.parts import GAP, Words, and_sign, discard, link_button
from desk_app.ui.procedure_part import procedure_words
from desk_app.ui.suggest import Suggestion, SuggestLine
from desk_app.ui.tongue import mark, said, tr
from sync.model.dossier import ANNULLED_LABEL
from sync.model.procedure import Procedure
from sync.model.status import Status
from sync.model.words import short_date

if TYPE_CHECKING:
    from desk_app.store.figures import Behind
    from sync.model.dossier import Officer
    from sync.model.procedure_index import ProcedureIndex

_STATUS, _FIELD, _PROCEDURE, _OFFICER = (
    mark("Trạng thái"),
    mark("Lĩnh vực"),
    mark("Thủ tục"),
    mark("Cán bộ tiếp nhận"),
)
_DUE, _RECEIVED = mark("Hạn trả"), mark("Tiếp nhận")
_ANNULLED = "annulled"
_CHIPS_IN_A_ROW = 3
_LONGEST_CHIP = 38


@dataclass(frozen=True, slots=True)
class _Lists:
    """What the choices are made of."""

    index: ProcedureIndex
    fields: list[str]
    officers: list[Officer]


class Chips(QWidget):
    """The filters in force; `removed` carries the name of one to be taken away, empty: all."""

    removed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.buttons: dict[str, QPushButton] = {}
        self._boxes: list[QWidget] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self.hide()

    def put(self, chips: dict[str, str]) -> None:
        """The filters by name, in words."""
        focused = next((at for at, one in enumerate(self.buttons.values()) if one.hasFocus()), -1)
        for box in self._boxes:
            self._column.removeWidget(box)
            discard(box)
        self.buttons, self._boxes = {}, []
        row: QHBoxLayout | None = None
        for at, (name, words) in enumerate(chips.items()):
            if at % _CHIPS_IN_A_ROW == 0:
                row = self._row()
            assert row is not None
            row.insertWidget(row.count() - 1, self._chip(name, words))
        if len(chips) > 1 and row is not None:
            every = link_button(tr("Bỏ hết lọc"))
            every.clicked.connect(lambda: self.removed.emit(""))
            full = len(chips) % _CHIPS_IN_A_ROW == 0
            row = self._row() if full else row
            row.insertWidget(row.count() - 1, every)
        self.setVisible(bool(chips))
        left = list(self.buttons.values())
        if focused >= 0 and left:
            left[min(focused, len(left) - 1)].setFocus(Qt.FocusReason.OtherFocusReason)

    def _row(self) -> QHBoxLayout:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addStretch(1)
        self._boxes.append(box)
        self._column.addWidget(box)
        return row

    def _chip(self, name: str, words: str) -> QPushButton:
        short = words if len(words) <= _LONGEST_CHIP else f"{words[: _LONGEST_CHIP - 1]}…"
        chip = QPushButton(and_sign(f"{short}  ✕"))
        chip.setProperty("role", "chip")
        chip.setAutoDefault(False)
        chip.setAccessibleName(tr("Bỏ lọc {0}").format(words))
        chip.clicked.connect(lambda: self.removed.emit(name))
        chip.installEventFilter(self)
        self.buttons[name] = chip
        return chip

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Delete, Backspace and Enter take a chip away, as Space does."""
        keys = (Qt.Key.Key_Delete, Qt.Key.Key_Backspace, Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and event.key() in keys:
            if isinstance(watched, QPushButton):
                watched.click()
            return True
        return super().eventFilter(watched, event)


class FilterPane(QFrame):
    """`changed` when the list is to be read again."""

    changed = Signal()

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self.setObjectName("card")
        self._counter = counter
        self._lists: _Lists | None = None
        self._quiet = False
        self._procedure: Procedure | None = None
        self._behind: tuple[Behind, str] | None = None
        self.status = ChoiceBox(_STATUS)
        self.status.addItem(tr("Mọi trạng thái"), "")
        for one in Status:
            self.status.addItem(said(one.label), str(one))
        self.status.addItem(ANNULLED_LABEL, _ANNULLED)
        self.field = ChoiceBox(_FIELD)
        self.field.addItem(tr("Mọi lĩnh vực"), "")
        self.officer = ChoiceBox(_OFFICER)
        self.officer.addItem(tr("Mọi cán bộ"), "")
        self.procedure = SuggestLine(_PROCEDURE, tr("Mọi thủ tục; gõ tên hoặc mã"), first_marked=True)
        self.overdue = QCheckBox(tr("Chỉ hồ sơ đang quá hạn"))
        self.days = {
            "due_from": _day(tr("Hạn trả từ ngày")),
            "due_to": _day(tr("Hạn trả đến ngày")),
            "received_from": _day(tr("Tiếp nhận từ ngày")),
            "received_to": _day(tr("Tiếp nhận đến ngày")),
        }
        self.mistake = MistakeLine()
        self._lay_out()
        for box in (self.status, self.field, self.officer):
            box.currentIndexChanged.connect(lambda _at: self._tell())
        self.overdue.toggled.connect(lambda _on: self._tell())
        self.procedure.asked.connect(self._find_procedures)
        self.procedure.chosen.connect(self._chosen)
        self.procedure.textChanged.connect(self._emptied)
        for day in self.days.values():
            day.textChanged.connect(lambda _text: self._tell())
            day.editingFinished.connect(lambda day=day: day.setText(date_words(day.text())))
        self.hide()

    def _lay_out(self) -> None:
        grid = QGridLayout(self)
        grid.setContentsMargins(GAP * 2, GAP, GAP * 2, GAP)
        grid.setHorizontalSpacing(GAP)
        grid.setVerticalSpacing(GAP)
        rows: list[list[tuple[str, QWidget]]] = [
            [(_STATUS, self.status), (_OFFICER, self.officer)],
            [(_FIELD, self.field), (_PROCEDURE, self.procedure)],
            [(_DUE, self._span("due")), (_RECEIVED, self._span("received"))],
        ]
        for at, row in enumerate(rows):
            for column, (words, widget) in enumerate(row):
                grid.addWidget(Words(words, "quiet"), at, column * 2)
                grid.addWidget(widget, at, column * 2 + 1)
        grid.addWidget(self.overdue, len(rows), 1)
        grid.addWidget(self.mistake, len(rows), 2, 1, 2)
        for column in (1, 3):
            grid.setColumnStretch(column, 1)
        for box in (self.status, self.field, self.officer, self.procedure):
            box.setMinimumWidth(120)

    def _span(self, name: str) -> QWidget:
        box = QWidget()
        row = QHBoxLayout(box)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        row.addWidget(self.days[f"{name}_from"], 1)
        row.addWidget(Words("–", "quiet"))
        row.addWidget(self.days[f"{name}_to"], 1)
        return box

    # -------------------------------------------------------------------------------------------- the lists

    def begin(self) -> None:
        """Shown: the choices are read the first time."""
        self.status.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read_lists(None)

    def _read_lists(self, then: Any) -> None:
        if self._lists is not None:
            return
        desk = self._counter.desk

        def read() -> _Lists:
            from desk_app.operations.catalogue import procedure_index
            from desk_app.operations.officers import officers

            index = procedure_index(desk)
            fields = sorted({one.field for one in index.find("", len(index)) if one.field})
            return _Lists(index, fields, officers(desk))

        def put(lists: _Lists) -> None:
            self._lists = lists
            self._quiet = True
            for name in lists.fields:
                self.field.addItem(name, name)
            for officer in lists.officers:
                self.officer.addItem(officer.name, officer.id)
            self._quiet = False
            if then is not None:
                then()

        self._counter.lanes.read(read, put, topic="filter-lists")

    def _find_procedures(self, text: str) -> None:
        if self._lists is None:
            self._read_lists(lambda: self._find_procedures(self.procedure.text()))
            return
        found = self._lists.index.find(text, 20)
        self.procedure.suggest([Suggestion(one.name, procedure_words(one), one) for one in found])

    def _chosen(self, procedure: object) -> None:
        if isinstance(procedure, Procedure):
            self._procedure = procedure
            self.procedure.setText(procedure.name)
            self.procedure.setCursorPosition(0)
            self._tell()

    def _emptied(self, text: str) -> None:
        if self._procedure is not None and text != self._procedure.name:
            self._procedure = None
            self._tell()

    # ------------------------------------------------------------------------------------------ the filters

    def _tell(self) -> None:
        if not self._quiet:
            self._judge()
            self.changed.emit()

    def _judge(self) -> None:
        """A date that is none narrows nothing, and is said."""
        said = ""
        for name in ("due", "received"):
            first, last = self.days[f"{name}_from"], self.days[f"{name}_to"]
            for day in (first, last):
                if len(day.text().strip()) >= 8 and date_typed(day.text()) is None:
                    said = tr("Ghi ngày dạng 23/11/2026.")
            one, other = date_typed(first.text()), date_typed(last.text())
            if one and other and one > other:
                said = tr("Ngày đầu sau ngày cuối nên không có hồ sơ nào.")
        self.mistake.say(said)

    def filters(self) -> Filters:
        """What the list is narrowed to."""
        status = str(self.status.currentData() or "")
        days = {name: date_typed(day.text()) for name, day in self.days.items()}
        named = status not in ("", _ANNULLED)
        return Filters(
            statuses=frozenset({Status(status)}) if named else frozenset(),
            annulled=None if not status else status == _ANNULLED,
            procedure=self._procedure.code if self._procedure else "",
            officer=str(self.officer.currentData() or ""),
            field=str(self.field.currentData() or ""),
            overdue=self.overdue.isChecked(),
            due_from=days["due_from"],
            due_to=days["due_to"],
            received_from=days["received_from"],
            received_to=days["received_to"],
            behind=self._behind[0] if self._behind else None,
        )

    def put_behind(self, behind: Behind, words: str) -> None:
        """Narrows the list to what a figure of a report counts, and to nothing else."""
        self._quiet = True
        for name in self.chips():
            self.remove(name)
        self._behind = behind, words
        self._quiet = False
        self._tell()

    def chips(self) -> dict[str, str]:
        """The filters in force by name, in words."""
        found: dict[str, str] = {"behind": self._behind[1]} if self._behind else {}
        for name, words, box in (
            ("status", _STATUS, self.status),
            ("field", _FIELD, self.field),
            ("officer", _OFFICER, self.officer),
        ):
            if box.currentData():
                found[name] = f"{words}: {box.currentText()}"
        if self._procedure is not None:
            found["procedure"] = f"{_PROCEDURE}: {self._procedure.name}"
        for name, line in self.days.items():
            day = date_typed(line.text())
            if day is not None:
                found[name] = f"{line.accessibleName().replace(tr(' ngày'), '')} {short_date(day)}"
        if self.overdue.isChecked():
            found["overdue"] = tr("Đang quá hạn")
        return found

    def remove(self, name: str) -> None:
        """Takes one filter away; empty: all of them."""
        before, self._quiet = self._quiet, True
        for one in [name] if name else list(self.chips()):
            if one in self.days:
                self.days[one].clear()
            elif one == "overdue":
                self.overdue.setChecked(False)
            elif one == "behind":
                self._behind = None
            elif one == "procedure":
                self._procedure = None
                self.procedure.clear()
            else:
                {"status": self.status, "field": self.field, "officer": self.officer}[one].setCurrentIndex(0)
        self._quiet = before
        self._tell()


def _day(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText("23/11/2026")
    line.setMaxLength(10)
    line.setMinimumWidth(104)
    return line
