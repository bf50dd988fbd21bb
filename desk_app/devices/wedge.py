"""Keyboard scanners: a burst of keys that ends with Enter is a scan, wherever the focus is.

An event filter on whatever has the focus. Keys typed into a text field reach it as always; when the burst
turns out to be a scan, the field is put back as it was and Enter is swallowed. On any other control the
printable keys of a burst are held back for a moment, so that a scanned space does not press a button. A fast
burst that is no scan is left where it was typed.

A scanner may be set to type a prefix, which tells its bursts from typing whatever they say and though they
come slowly; and to end with Enter, Tab, either, or nothing but silence. Bursts without the prefix are still
known by what they say: a desk may have two scanners.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QWidget
from shiboken6 import isValid

from desk_app.domain.scanner_settings import End

GAP_MS: Final = 100.0
"""Longer than this between two keys is a person (`domain/06` 6.4)."""
MEAN_GAP_MS: Final = 40.0
"""Slower than this on the whole is a fast typist."""
SHORTEST: Final = 8
LONGEST: Final = 4096

ENTER: Final = frozenset({Qt.Key.Key_Return, Qt.Key.Key_Enter})
_ENDS: Final[dict[End, frozenset[Qt.Key]]] = {
    "both": ENTER | {Qt.Key.Key_Tab},
    "enter": ENTER,
    "tab": frozenset({Qt.Key.Key_Tab}),
    "none": frozenset(),
}
OWN_EAR: Final = "ownEar"
"""A widget with this property set takes scans as they are typed: the self-test of Cài đặt."""
_COMMANDS = (
    Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
)


def event_time(event: QKeyEvent) -> float:
    """When the key was pressed in ms: the window system's time, which a busy window does not falsify."""
    return float(event.timestamp()) or time.monotonic() * 1000


@dataclass
class _Before:
    """A text field as it was before a burst."""

    field: QLineEdit | QPlainTextEdit
    text: str
    cursor: int
    anchor: int

    @classmethod
    def of(cls, widget: QWidget | None) -> _Before | None:
        if isinstance(widget, QLineEdit):
            start = widget.selectionStart()
            length = widget.selectionLength()
            cursor = widget.cursorPosition()
            anchor = cursor if start < 0 else (start + length if cursor == start else start)
            return cls(widget, widget.text(), cursor, anchor)
        if isinstance(widget, QPlainTextEdit):
            place = widget.textCursor()
            return cls(widget, widget.toPlainText(), place.position(), place.anchor())
        return None

    def restore(self) -> None:
        if isinstance(self.field, QLineEdit):
            self.field.setText(self.text)
            self.field.setCursorPosition(self.anchor)
            if self.anchor != self.cursor:
                self.field.setSelection(self.anchor, self.cursor - self.anchor)
            return
        self.field.setPlainText(self.text)
        place = self.field.textCursor()
        place.setPosition(self.anchor)
        place.setPosition(self.cursor, place.MoveMode.KeepAnchor)
        self.field.setTextCursor(place)


class WedgeFilter(QObject):
    """`scanned` carries the text of each scan, for which `is_scan` was true, from `listen` to `deafen`.

    `clock` gives the time of a key event in ms. On the application it would be called for every event there
    is, thousands for each dossier, and wait every time for Python's lock, which the lanes hold, too.
    """

    scanned = Signal(str)
    corrected = False
    """Whether keys of the scan told of last were taken back while it was typed: an input method at work."""

    def __init__(
        self,
        is_scan: Callable[[str], bool],
        *,
        clock: Callable[[QKeyEvent], float] = event_time,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._is_scan = is_scan
        self._clock = clock
        self._prefix = ""
        self._ends = _ENDS["both"]
        self._text: list[str] = []
        self._taken_back = False
        self._first = self._last = 0.0
        self._before: _Before | None = None
        self._target: QWidget | None = None
        self._held: list[QKeyEvent] = []
        self._replaying = False
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(int(GAP_MS))
        self._quiet.timeout.connect(self._silent)
        self._window: QWidget | None = None
        self._ear: QWidget | None = None

    def listen(self, application: QApplication, window: QWidget) -> None:
        """Hears the keys of `application` from now on; those that nothing has the focus for in `window`."""
        self._window = window
        window.installEventFilter(self)
        application.focusChanged.connect(self._follow)
        self._follow(None, QApplication.focusWidget())

    def deafen(self, application: QApplication) -> None:
        """Hears nothing more."""
        application.focusChanged.disconnect(self._follow)
        self._follow(None, None)
        if self._window is not None and isValid(self._window):
            self._window.removeEventFilter(self)
        self._window = None

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        ear, self._ear = self._ear, new
        if ear is not None and ear is not self._window and isValid(ear):
            ear.removeEventFilter(self)
        if new is not None:
            new.installEventFilter(self)

    def configure(self, prefix: str, end: End) -> None:
        """What the scanner types before each code (empty: nothing) and after it."""
        self._let_go()
        self._prefix, self._ends = prefix, _ENDS[end]

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks at key presses on their way to the focus widget; each is seen once."""
        if event.type() != QEvent.Type.KeyPress or self._replaying or not isinstance(watched, QWidget):
            return False
        assert isinstance(event, QKeyEvent)
        if watched is not self._receiver(watched):
            return False  # on its way up from a child that did not want it
        if watched.property(OWN_EAR):
            return False
        return self._key(watched, event)

    @staticmethod
    def _receiver(watched: QWidget) -> QWidget:
        return QApplication.focusWidget() or watched

    def _key(self, widget: QWidget, event: QKeyEvent) -> bool:
        now = self._clock(event)
        if self._text and (now - self._last > GAP_MS or widget is not self._target):
            self._let_go()
        key = Qt.Key(event.key())
        if key in self._ends and self._text:
            return self._end(now)
        if key == Qt.Key.Key_Backspace and self._text:
            self._text.pop()  # an input method replaces what it typed
            self._taken_back = True
            self._last = now
            return self._hold(event)
        typed = event.text()
        if not typed or bool(event.modifiers() & _COMMANDS):
            return False
        if len(self._text) >= LONGEST:
            self._last = now  # still the same burst, but no scan any more
            return False
        if not self._text:
            if not typed.isprintable():
                return False
            self._first, self._target, self._before = now, widget, _Before.of(widget)
            if typed.isspace():
                return False
        self._text.append(typed)
        self._last = now
        return self._hold(event)

    def _hold(self, event: QKeyEvent) -> bool:
        """Keeps a key from a control that is no text field until it is known whether it was scanned."""
        if not self._ends:
            self._quiet.start()  # silence is the end
        if self._before is not None:
            return False
        self._held.append(event.clone())
        self._quiet.start()
        return True

    def _end(self, now: float) -> bool:
        """The burst is over: whether it was a scan, which is then told of and taken back."""
        text, count = "".join(self._text), len(self._text)
        if not self._scanned(text, count, (now - self._first) / count):
            self._let_go()
            return False
        before, self.corrected = self._before, self._taken_back
        self._forget()
        if before is not None:
            before.restore()
        self.scanned.emit(text.removeprefix(self._prefix) if self._prefix else text)
        return True

    def _scanned(self, text: str, count: int, mean_gap: float) -> bool:
        if self._prefix and text.startswith(self._prefix):
            return len(self._prefix) < count < LONGEST and mean_gap <= GAP_MS
        return SHORTEST <= count < LONGEST and mean_gap <= MEAN_GAP_MS and self._is_scan(text)

    def _silent(self) -> None:
        """Nothing came for a while. Where no key ends a scan, this does."""
        if self._ends or not self._text:
            self._let_go()
        else:
            self._end(self._last)

    def _let_go(self) -> None:
        """It was typed after all: what was held back goes where it was meant to."""
        held, target = self._held, self._target
        self._forget()
        if not held or target is None:
            return
        self._replaying = True
        try:
            for event in held:
                if isValid(target):  # it may have gone meanwhile
                    QCoreApplication.sendEvent(_within(target), event)
        finally:
            self._replaying = False

    def _forget(self) -> None:
        self._taken_back = False
        self._text, self._held, self._before, self._target = [], [], None, None
        self._quiet.stop()


def _within(target: QObject) -> QObject:
    """Where a key for `target` belongs by now: a table's first letter may have opened a line in its cell."""
    focus = QApplication.focusWidget()
    inside = focus is not None and isinstance(target, QWidget) and target.isAncestorOf(focus)
    return focus if focus is not None and inside else target
