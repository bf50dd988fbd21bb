"""One act's small form: its questions, what it would change, the papers it brings, and doing it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QBoxLayout, QCheckBox, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain.mistakes import Mistake
from desk_app.ui.act_fields import Field, FieldBox, answer, box_of, enters, place_of, wrapped_tick
from desk_app.ui.fields import MistakeLine
from desk_app.ui.keys import Key, Keys
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import GAP, ScrollBody, Words, main_button, plain_button, scroll_area
from desk_app.ui.tongue import mark, said, tr

ASKED_MS = 120
"""So long after a key what the act would do is reckoned anew."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A form to be shown: the act's name and title, its questions, the papers offered (name, words,
    ticked); a `wide` one has its buttons side by side, which leaves a small screen more lines of the form."""

    name: str
    title: str
    fields: tuple[Field, ...]
    papers: tuple[tuple[str, str, bool], ...] = ()
    foreseen: bool = False
    wide: bool = False


class ActForm(QWidget):
    """`wanted` when the act is to be done (True: under a date the officer confirmed), `back` when not;
    `reckoned` wants what it would do; `asked` looks for a procedure."""

    wanted = Signal(bool)
    back = Signal()
    reckoned = Signal()
    asked = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.boxes: list[FieldBox] = []
        self.papers: dict[str, QCheckBox] = {}
        self.paper_names: dict[str, str] = {}
        self.name = ""
        self._judging = False
        self.title = Words("", "heading", wrap=True)
        self.mistake = MistakeLine()
        self.foreseen = Words("", "strong", wrap=True)
        self.foreseen.hide()
        self.area = scroll_area()
        self.do = main_button(tr("Ghi nhận (Ctrl+Enter)"))
        self.do.clicked.connect(lambda: self.wanted.emit(False))
        self.date_is_right = plain_button(tr("Ngày giờ máy đúng, ghi nhận"))
        self.date_is_right.clicked.connect(lambda: self.wanted.emit(True))
        self.date_is_right.hide()
        self.leave = plain_button(tr("Quay lại (Esc)"))
        self.leave.clicked.connect(self.back)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(ASKED_MS)
        self._later.timeout.connect(self.reckoned)
        Keys(
            self,
            mark("Việc với hồ sơ này"),
            Key("Ctrl+Return", mark("Ghi nhận"), self.do.click, offered=False),
            Key("Ctrl+Enter", mark("Ghi nhận"), self.do.click, offered=False),
            inside=True,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        for widget in (self.title, self.mistake, self.area, self.foreseen):
            column.addWidget(widget, 1 if widget is self.area else 0)
        self._buttons = QBoxLayout(QBoxLayout.Direction.TopToBottom)
        self._buttons.setSpacing(GAP)
        for button in (self.do, self.date_is_right, self.leave):
            self._buttons.addWidget(button)
        column.addLayout(self._buttons)

    def put(self, asked: Asked) -> None:
        """Another act's form."""
        self.name, self._judging = asked.name, False
        self.title.setText(asked.title)
        direction = QBoxLayout.Direction
        self._buttons.setDirection(direction.LeftToRight if asked.wide else direction.TopToBottom)
        self.tell("")
        self.foresee("")
        self.boxes = [box_of(field) for field in asked.fields]
        body = ScrollBody()
        column = QVBoxLayout(body)
        column.setContentsMargins(0, 0, GAP, 0)
        column.setSpacing(GAP)
        for box in self.boxes:
            column.addWidget(box)
            box.changed.connect(self._changed)
            box.asked.connect(lambda text, box=box: self.asked.emit(box, text))
            box.grown.connect(lambda box=box: self._settle(box))
            box.installEventFilter(self)
        self.papers, self.paper_names = {}, {}
        for form, words, ticked in asked.papers:
            named = tr("In {0}").format(words)
            tick, beside = wrapped_tick(named, named)
            tick.setChecked(ticked)
            self.papers[form] = tick
            self.paper_names[form] = words
            row = QHBoxLayout()
            row.addWidget(tick)
            row.addWidget(beside, 1)
            column.addLayout(row)
        column.addStretch(1)
        old = self.area.takeWidget()
        self.area.setWidget(body)
        if old is not None:
            old.deleteLater()
        for box in self.boxes:
            self._settle(box)
        self.set_busy(False)
        if asked.foreseen:
            self.reckoned.emit()
        self._foreseeing = asked.foreseen

    def _settle(self, box: FieldBox) -> None:
        """Tab and Enter for what a box holds by now."""
        tab_in_reading_order(self)
        for inside in box.findChildren(QWidget):
            if inside.focusPolicy() & Qt.FocusPolicy.TabFocus:
                inside.installEventFilter(self)  # once each, however often it is asked for

    def begin(self) -> None:
        """The first question, or the button of an act that asks nothing."""
        if self.boxes:
            self.boxes[0].editor.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.do.setFocus(Qt.FocusReason.OtherFocusReason)

    def given(self) -> dict[str, object]:
        """The act's JSON as it stands."""
        return answer(self.boxes)

    def printed(self) -> list[str]:
        """The papers that are ticked."""
        return [form for form, tick in self.papers.items() if tick.isChecked()]

    def _changed(self) -> None:
        if self._judging:
            self.own_mistakes()
        self.date_is_right.hide()
        if self._foreseeing:
            self._later.start()

    def own_mistakes(self) -> list[Mistake]:
        """What the fields themselves find wrong, each said beside its field."""
        self._judging = True
        found = []
        for box in self.boxes:
            said = box.wrong()
            box.say(said)
            if said:
                found.append(Mistake(box.field.name, said))
        return found

    def say_mistakes(self, mistakes: Sequence[Mistake]) -> None:
        """Says all of them, each beside its field or, where it has none, above; the cursor on the first."""
        above: list[str] = []
        first: FieldBox | None = None
        for mistake in mistakes:
            box = place_of(self.boxes, mistake.field)
            if box is None:
                above.append(said(mistake.message))
                continue
            box.say_at(mistake.field.removeprefix("changes."), mistake.message)
            if first is None or self.boxes.index(box) < self.boxes.index(first):
                first = box
        self.tell(" ".join(above))
        if first is not None:
            first.place.setFocus(Qt.FocusReason.OtherFocusReason)
            self.area.ensureWidgetVisible(first.place)

    def tell(self, words: str) -> None:
        """A mistake that belongs to no field."""
        self.mistake.say(words)

    def foresee(self, words: str) -> None:
        """What the act would change."""
        self.foreseen.setText(words)
        self.foreseen.setVisible(bool(words))

    def set_busy(self, busy: bool) -> None:
        """While the act is being written it cannot be asked for again."""
        self.do.setEnabled(not busy)
        self.date_is_right.hide()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in a line, a choice or a tick does the act; in several lines it begins another."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            plain = event.modifiers() in (
                Qt.KeyboardModifier.NoModifier,
                Qt.KeyboardModifier.KeypadModifier,
            )
            key = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if key and plain and isinstance(watched, QWidget) and enters(watched):
                if watched is QApplication.focusWidget():
                    self.do.click()
                return True
        return super().eventFilter(watched, event)
