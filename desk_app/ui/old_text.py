"""Text from before Unicode, pasted or typed anywhere: put right at once, said calmly, undone with Ctrl+Z.

One watch for all text fields, tied to whichever has the focus; what is not sure is offered (Ctrl+Shift+V),
never done unasked.
"""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QKeyEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from desk_app.devices.wedge import OWN_EAR
from desk_app.ui.moored import Moored
from desk_app.ui.parts import Words
from desk_app.ui.tongue import said, tr
from sync.model.old_encodings import LOST, Found, recognise

_Field = QLineEdit | QPlainTextEdit
LONGEST: Final = 4000
"""Longer texts are nobody's name or note; they are left as they are."""


def said_of(found: Found) -> str:
    """The calm line about what was recognised."""
    if found.encoding == LOST:
        return tr("Chữ bị mất dấu từ nơi sao chép (có dấu ? trong chữ): mời gõ lại.")
    if found.sure:
        return tr("Đã chuyển từ bảng mã {0} · Ctrl+Z: lấy lại như cũ").format(said(found.encoding))
    return tr("Có thể là bảng mã {0}: “{1}” · Ctrl+Shift+V: đổi").format(
        said(found.encoding), found.text[:40]
    )


class OldTextWatch(QObject):
    """Follows the focus of an application."""

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._field: _Field | None = None
        self._before = ""
        self._left_alone = ""
        self._busy = self._leaving = self._stays = False
        self._offered: Found | None = None
        self._hint: Words | None = None
        self._beside: _Field | None = None
        self._moored = Moored(self._place, self)
        application.focusChanged.connect(self._moved)

    @property
    def hint(self) -> str:
        """What is said beside the field now."""
        return self._hint.text() if self._hint is not None and self._hint.isVisible() else ""

    def _moved(self, _old: QWidget | None, new: QWidget | None) -> None:
        if self._field is not None:
            self._let_go()
        if isinstance(new, QLineEdit) and not _plain(new):
            return
        if isinstance(new, QLineEdit | QPlainTextEdit) and not new.isReadOnly():
            self._field = new
            self._before = _text(new)
            self._left_alone = ""
            new.textChanged.connect(self._changed)
            new.installEventFilter(self)
            new.destroyed.connect(self._gone)

    def _let_go(self) -> None:
        """Without a word where the window's own end took the field first."""
        field = self._field
        assert field is not None
        if isValid(field):  # a table's line goes with its cell, before the focus says so
            field.textChanged.disconnect(self._changed)
            field.removeEventFilter(self)
            field.destroyed.disconnect(self._gone)
        self._field = None
        if self._stays:
            self._stays = False  # said while leaving the field: it is read in the next one
        else:
            self._say("")

    def _gone(self) -> None:
        self._field = self._beside = None
        self._moored.cast_off()
        self._hint = None

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is not self._field:
            return False
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if self._offered is not None and _is_convert(event):
                self._put(self._offered)
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab):
                self._look_last()
        elif event.type() == QEvent.Type.FocusOut:
            self._look_last()
        return False

    def _look_last(self) -> None:
        """At what was typed, letter by letter, by a typing program set to an old encoding."""
        self._leaving = True
        self._look()
        self._leaving = False

    def _changed(self) -> None:
        field = self._field
        if field is None or self._busy:
            return
        text = _text(field)
        pasted = len(text) - len(self._before) > 1
        self._before = text
        if pasted:
            self._look()
        elif self._hint is not None and self._hint.isVisible() and text != self._left_alone:
            self._say("")

    def _look(self) -> None:
        field = self._field
        if field is None or not field.isVisible():
            return
        text = _text(field)
        if text == self._left_alone or len(text) > LONGEST:
            return
        found = recognise(text)
        if found is None:
            return
        if found.sure:
            self._put(found)
        else:
            self._left_alone = text
            self._offered = None if found.encoding == LOST else found
            self._say(said_of(found))

    def _put(self, found: Found) -> None:
        """In the place of what stands there, as one step of undoing."""
        field = self._field
        assert field is not None
        self._left_alone = _text(field)
        self._busy = True
        try:
            if isinstance(field, QLineEdit):
                field.selectAll()
                field.insert(found.text)
            else:
                cursor = field.textCursor()
                cursor.select(QTextCursor.SelectionType.Document)
                cursor.insertText(found.text)
        finally:
            self._busy = False
        self._before = _text(field)
        self._offered = None
        self._say(said_of(Found(found.encoding, found.text, sure=True)))

    def _say(self, words: str) -> None:
        if not words:
            self._offered = None
            self._moored.cast_off()
            self._beside = None
            if self._hint is not None:
                self._hint.hide()
            return
        field = self._field
        assert field is not None
        window = field.window()
        if self._hint is None or self._hint.parent() is not window:
            if self._hint is not None:
                self._hint.deleteLater()
            self._hint = Words("", "small")
            self._hint.setObjectName("hint")
            self._hint.setParent(window)
            self._hint.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            self._hint.destroyed.connect(self._hint_gone)
        self._hint.setText(words)
        self._hint.adjustSize()
        self._beside = field
        self._moored.to(field)
        self._place()
        self._hint.show()
        self._hint.raise_()
        self._stays = self._leaving
        field.setAccessibleDescription(words)

    def _place(self) -> None:
        if self._beside is None or self._hint is None:
            return
        window = self._beside.window()
        above = self._beside.mapTo(window, QPoint(0, -self._hint.height() - 2))
        room = max(0, window.width() - self._hint.width() - 8)
        self._hint.move(max(0, min(above.x(), room)), max(0, above.y()))

    def _hint_gone(self) -> None:
        self._hint = None


def _plain(line: QLineEdit) -> bool:
    """Words, not numbers, secrets or what a scanner types."""
    normal = line.echoMode() == QLineEdit.EchoMode.Normal
    return normal and line.validator() is None and not line.property(OWN_EAR)


def _text(field: _Field) -> str:
    return field.text() if isinstance(field, QLineEdit) else field.toPlainText()


def _is_convert(event: QKeyEvent) -> bool:
    both = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
    return event.key() == Qt.Key.Key_V and event.modifiers() == both
