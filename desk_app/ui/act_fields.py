"""The fields of an act's small form: what each asks, what it gives, what is wrong with it in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QGridLayout,
    QHBoxLayout,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from desk_app.ui.dates import date_typed, date_words, moment_typed
from desk_app.ui.fields import ChoiceBox, CountBox, MistakeLine
from desk_app.ui.parts import GAP, Words
from desk_app.ui.suggest import SuggestLine
from desk_app.ui.tongue import said, tr
from desk_app.ui.unit_line import UnitLine
from sync.model.dossier import Intake
from sync.model.moment import iso_minute
from sync.model.words import short_date

LONGEST = 1000
_LONG_CHOICE = 36


@dataclass(frozen=True, slots=True)
class Field:
    """One question: `name` is its path in the act's JSON (``changes.applicant.phone``), `needed` the sentence
    for an empty answer (empty: it may be), `choices` values and words, `start` what stands there first.

    `kind`: line, lines (one a line), choice, tick, ticks (any of `choices`), days, dong, day, moment,
    unit; procedure, fee, people and papers, which hold many fields and begin with an intake (`about`).
    """

    name: str
    label: str
    kind: str = "line"
    needed: str = ""
    choices: tuple[tuple[str, str], ...] = ()
    start: str = ""
    hint: str = ""
    about: Intake | None = None


class FieldBox(QWidget):
    """A field with its label above and its mistake below. `changed` at every key, `grown` when controls came
    or went inside."""

    changed = Signal()
    grown = Signal()
    asked = Signal(str)
    """A procedure or a unit is looked for."""

    def __init__(self, field: Field) -> None:
        super().__init__()
        self.field = field
        self.mistake = MistakeLine()
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(4)
        if field.kind != "tick":
            label = Words(field.label, "quiet", wrap=True)
            self.column.addWidget(label)
        self.editor = self.make()
        if not self.editor.accessibleName():
            self.editor.setAccessibleName(field.label)
        self.column.addWidget(self.mistake)

    def make(self) -> QWidget:
        """Lays the editor out and gives the widget that takes the focus."""
        raise NotImplementedError

    def value(self) -> object:
        """What goes into the JSON; None leaves the field out."""
        raise NotImplementedError

    def wrong(self) -> str:
        """What is wrong with the answer as far as the field can tell alone."""
        return self.field.needed if self.value() in (None, "", []) else ""

    def answers(self) -> dict[str, object]:
        """What goes into the JSON, by path; nothing where nothing is said. A change (``changes.…``) that is
        none is left out."""
        value, path = self.value(), self.field.name
        if value is None or ("." in path and value == (self.field.start or "")):
            return {}
        return {path: value}

    def fold(self) -> bool:
        """Folds a list that is open below the editor; whether there was one."""
        return False

    def concerns(self, path: str) -> bool:
        """Whether a mistake of this path, without ``changes.``, is about this field: ``items[0]``."""
        return path.partition("[")[0] == self.field.name.removeprefix("changes.")

    @property
    def place(self) -> QWidget:
        """Where the cursor goes to mend a mistake."""
        return self.editor

    def say(self, message: str) -> None:
        """Shows a mistake, or with nothing takes it away."""
        self.mistake.say(message, self.editor)

    def say_at(self, path: str, message: str) -> None:
        """Shows a mistake of a path that this field concerns."""
        self.say(message)

    def _line(self, name: str, start: str, hint: str) -> QLineEdit:
        line = QLineEdit(start)
        line.setAccessibleName(name)
        line.setPlaceholderText(hint)
        line.setMaxLength(LONGEST)
        line.textChanged.connect(self.changed)
        return line


class LineBox(FieldBox):
    """One line of text."""

    def make(self) -> QWidget:
        self.line = self._line(self.field.label, self.field.start, self.field.hint)
        self.column.addWidget(self.line)
        return self.line

    def value(self) -> object:
        return self.line.text().strip()


class DongBox(LineBox):
    """An amount of dong: 20000 or 20.000."""

    def value(self) -> object:
        text = self.line.text().replace(".", "").replace(" ", "").removesuffix(tr("đ"))
        return int(text) if text.isascii() and text.isdecimal() else None

    def wrong(self) -> str:
        if self.line.text().strip() and self.value() is None:
            return tr("Ghi số tiền bằng chữ số, ví dụ 20000.")
        return super().wrong()


class DayBox(LineBox):
    """A date: 23/11/2026 or 23112026."""

    def value(self) -> object:
        day = date_typed(self.line.text())
        return day.isoformat() if day else None

    def wrong(self) -> str:
        if self.line.text().strip() and self.value() is None:
            return tr("Ghi ngày dạng 23/11/2026.")
        return super().wrong()


class MomentBox(FieldBox):
    """A day and a time of day."""

    def make(self) -> QWidget:
        start = datetime.fromisoformat(self.field.start) if self.field.start else None
        self.day = self._line(
            tr("{0}: ngày").format(self.field.label), short_date(start) if start else "", "23/11/2026"
        )
        self.time = self._line(
            tr("{0}: giờ").format(self.field.label), f"{start:%H:%M}" if start else "", "17:00"
        )
        self.time.setFixedWidth(90)
        self.day.editingFinished.connect(lambda: self.day.setText(date_words(self.day.text())))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.day, 1)
        row.addWidget(self.time)
        self.column.addLayout(row)
        return self.day

    def value(self) -> object:
        at = moment_typed(self.day.text(), self.time.text() or "17:00")
        return iso_minute(at) if at else None

    def wrong(self) -> str:
        if self.day.text().strip() and self.value() is None:
            return tr("Ghi ngày dạng 23/11/2026 và giờ dạng 17:00.")
        return super().wrong()


class LinesBox(FieldBox):
    """Several lines, each an item; Tab leaves."""

    def make(self) -> QWidget:
        self.text = QPlainTextEdit(self.field.start)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(96)
        self.text.setPlaceholderText(self.field.hint or tr("Mỗi dòng một nội dung"))
        self.text.textChanged.connect(self.changed)
        self.column.addWidget(self.text)
        return self.text

    def value(self) -> object:
        return [line.strip() for line in self.text.toPlainText().splitlines() if line.strip()]


class ChoiceField(FieldBox):
    """One of few."""

    def make(self) -> QWidget:
        self.choice = ChoiceBox(self.field.label)
        for value, words in self.field.choices:
            self.choice.addItem(said(words), value)
        self.whole = Words("", "small", wrap=True)
        self.choice.currentIndexChanged.connect(self._show_whole)
        self.choice.setCurrentIndex(max(0, self.choice.findData(self.field.start)))
        self.choice.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.column.addWidget(self.choice)
        self.column.addWidget(self.whole)
        self._show_whole()
        return self.choice

    def _show_whole(self, _at: int = 0) -> None:
        """What is too long for the line of a choice (a note, say) stands below it."""
        words = self.choice.currentText()
        self.whole.setText(words)
        self.whole.setVisible(len(words) > _LONG_CHOICE)

    def value(self) -> object:
        return self.choice.currentData()


class TickBox(FieldBox):
    """Yes or no."""

    def make(self) -> QWidget:
        self.tick = QCheckBox(self.field.label)
        self.tick.setChecked(bool(self.field.start))
        self.tick.toggled.connect(lambda _on: self.changed.emit())
        self.column.addWidget(self.tick)
        return self.tick

    def value(self) -> object:
        return self.tick.isChecked()


class TicksBox(FieldBox):
    """Any of some; each word is an item of the list given."""

    def make(self) -> QWidget:
        self.ticks: list[QCheckBox] = []
        grid = QGridLayout()
        grid.setColumnStretch(1, 1)
        for value, words in self.field.choices:
            tick, beside = wrapped_tick(words, f"{self.field.label}: {words}")
            tick.setProperty("value", value)
            tick.setChecked(bool(self.field.start))
            tick.toggled.connect(lambda _on: self.changed.emit())
            grid.addWidget(tick, len(self.ticks), 0)
            grid.addWidget(beside, len(self.ticks), 1)
            self.ticks.append(tick)
        self.column.addLayout(grid)
        return self.ticks[0]

    def value(self) -> object:
        return [str(tick.property("value")) for tick in self.ticks if tick.isChecked()]


class DaysBox(FieldBox):
    """A number of days."""

    def make(self) -> QWidget:
        self.count = CountBox(self.field.label, 1, 60)
        self.count.setValue(int(self.field.start or "1"))
        self.count.valueChanged.connect(lambda _n: self.changed.emit())
        self.column.addWidget(self.count)
        return self.count

    def value(self) -> object:
        return self.count.value()


class UnitBox(FieldBox):
    """Another unit, chosen from what is suggested or typed; nothing is as it is said in the hint."""

    def make(self) -> QWidget:
        self.line = UnitLine(self.field.label, self.field.hint)
        code, _, name = self.field.start.partition(" ")
        self.line.put(code, name)
        self.line.asked.connect(self.asked)
        self.line.textChanged.connect(self.changed)
        self.column.addWidget(self.line)
        return self.line

    def fold(self) -> bool:
        return fold_line(self.line)

    def value(self) -> object:
        return self.line.value


def fold_line(line: SuggestLine) -> bool:
    """Folds the suggestions; whether they were open."""
    was = line.open
    line.fold()
    return was


def wrapped_tick(words: str, accessible: str) -> tuple[QCheckBox, Words]:
    """A tick and its words beside it, where they can wrap; they may be clicked, too."""
    tick, beside = QCheckBox(), Words(words, wrap=True)
    tick.setAccessibleName(accessible)
    beside.clicked.connect(tick.click)
    return tick, beside


_BOXES: dict[str, type[FieldBox]] = {
    "line": LineBox,
    "lines": LinesBox,
    "choice": ChoiceField,
    "tick": TickBox,
    "ticks": TicksBox,
    "days": DaysBox,
    "dong": DongBox,
    "day": DayBox,
    "moment": MomentBox,
    "unit": UnitBox,
}


def box_of(field: Field) -> FieldBox:
    """The field as widgets."""
    if field.kind in _BOXES:
        return _BOXES[field.kind](field)
    from desk_app.ui.correction_boxes import BOXES

    return BOXES[field.kind](field)


def answer(boxes: Sequence[FieldBox]) -> dict[str, object]:
    """The act's JSON."""
    given: dict[str, object] = {}
    for box in boxes:
        for path, value in box.answers().items():
            *parts, last = path.split(".")
            inside = given
            for part in parts:
                inside = inside.setdefault(part, {})  # type: ignore[assignment]
            inside[last] = value
    return given


def place_of(boxes: Sequence[FieldBox], field: str) -> FieldBox | None:
    """The box a mistake's field means: ``items[0]`` is of ``items``, ``applicant.phone`` a correction."""
    return next((box for box in boxes if box.concerns(field.removeprefix("changes."))), None)


def enters(widget: QWidget | None) -> bool:
    """Whether Enter in this editor means that the act be done (not where it makes a line or chooses)."""
    if isinstance(widget, SuggestLine):
        return False
    return isinstance(widget, (QLineEdit, QComboBox, QCheckBox))
