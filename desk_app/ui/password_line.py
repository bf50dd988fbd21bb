"""A line for a password: hidden unless it is to be seen, with a word where Caps Lock is on."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QHideEvent, QKeyEvent
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from desk_app.devices.caps_lock import caps_lock, caps_lock_by_key
from desk_app.ui.parts import Words
from desk_app.ui.tongue import tr

LONGEST = 128


class _Hidden(QLineEdit):
    def __init__(self, caps: Words) -> None:
        super().__init__()
        self._caps = caps
        self.setEchoMode(QLineEdit.EchoMode.Password)
        self.setMaxLength(LONGEST)
        self.setAcceptDrops(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.NoContextMenu)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self._caps.setVisible(bool(caps_lock()))

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self._caps.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
        known = caps_lock()
        on = caps_lock_by_key(event.text(), shift=shift) if known is None else known
        if on is not None:
            self._caps.setVisible(on)
        elif event.key() == Qt.Key.Key_CapsLock:
            self._caps.hide()  # turned, and the next letter tells which way
        super().keyPressEvent(event)


class PasswordLine(QWidget):
    """`line` takes the keys; `take` gives what was typed and forgets it."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self.caps = Words(tr("! Phím Caps Lock đang bật"), "caution-small", wrap=True)
        self.caps.hide()
        self.line = _Hidden(self.caps)
        self.line.setAccessibleName(name)
        self.show_it = QCheckBox(tr("Hiện mật khẩu"))
        self.show_it.setAccessibleName(tr("Hiện {0}").format(name.lower()))
        self.show_it.toggled.connect(self._turn)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.line, self.caps, self.show_it):
            column.addWidget(widget)

    def _turn(self, shown: bool) -> None:
        mode = QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password
        self.line.setEchoMode(mode)

    def take(self) -> str:
        """What stands there; afterwards nothing does, nor can it be brought back."""
        text = self.line.text()
        self.show_it.setChecked(False)
        self.line.setText("")  # unlike `clear`, this forgets what could be undone
        return text

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if event.spontaneous():
            return  # only the window was put away
        self.take()
