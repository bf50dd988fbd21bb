"""The pieces of forms: a mistake beside its field, a number, a choice."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFocusEvent, QIntValidator, QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from desk_app.ui.measures import sized
from desk_app.ui.parts import Words, restyle
from desk_app.ui.tongue import said


class MistakeLine(Words):
    """What is wrong with the field above, in words; takes no room while there is nothing to say."""

    def __init__(self) -> None:
        super().__init__("", "mistake", wrap=True)
        self._wrong = False
        self.hide()

    def say(self, message: str, field: QWidget | None = None) -> None:
        """Shows the sentence (empty: nothing is wrong) and marks the field."""
        message = said(message)
        self.set_role("mistake")
        self.setText(f"✕ {message}" if message else "")
        self.setVisible(bool(message))
        if field is not None and bool(field.property("wrong")) != bool(message):
            field.setProperty("wrong", bool(message))
            restyle(field)
        if field is not None:
            field.setAccessibleDescription(message)
        self._wrong = bool(message)

    def doubt(self, message: str, field: QWidget | None = None) -> None:
        """Shows what is odd but in nobody's way, unless there is something wrong to say."""
        if self._wrong:
            return
        message = said(message)
        self.set_role("caution-small" if message else "mistake")
        self.setText(f"! {message}" if message else "")
        self.setVisible(bool(message))
        if field is not None:
            field.setAccessibleDescription(message)


class CountBox(QLineEdit):
    """A small number, typed or changed with the arrow keys; never by a wheel that was meant to scroll."""

    valueChanged = Signal(int)

    def __init__(self, name: str, least: int, most: int) -> None:
        super().__init__()
        self._least, self._most = least, most
        self.setAccessibleName(name)
        self.setValidator(QIntValidator(least, most, self))
        self.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.setFixedWidth(sized(72))
        self.setMaxLength(len(str(most)))
        self.setValue(least)
        self.textChanged.connect(lambda _: self.valueChanged.emit(self.value()))

    def value(self) -> int:
        """The number; an emptied box counts as the least."""
        return int(self.text()) if self.text().isdecimal() else self._least

    def setValue(self, value: int) -> None:
        """Another number, kept within the bounds."""
        self.setText(str(max(self._least, min(self._most, value))))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Up: 1, Qt.Key.Key_Down: -1}.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        self.setValue(self.value() + step)
        self.selectAll()

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if event.reason() != Qt.FocusReason.MouseFocusReason:
            self.selectAll()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.setValue(self.value())


class ChoiceBox(QComboBox):
    """A choice of few; never changed by a wheel that was meant to scroll."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)

    def setAccessibleName(self, name: str) -> None:
        """Names the list that opens, too."""
        super().setAccessibleName(name)
        self.view().setAccessibleName(name)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()
