"""An officer's hands: keys and scans sent to where the focus is. No pytest: benchmarks drive windows too."""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

SCANNER_MS = 5
"""Between two keys of a scanner."""
PERSON_MS = 150
"""Between two keys of an officer, and before a scan; no scanner is that slow."""


def focus() -> QWidget:
    """Where a key goes."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key) -> None:
    """One key without a letter."""
    QTest.keyClick(focus(), key)


class _Keyboard:
    """When keys are pressed, in ms: no earlier than now, and as far apart as those who press them do.

    A key bears this time, as it does in a real window system; so typing stays typing and a scan a scan,
    however fast or slow the machine is just then.
    """

    def __init__(self) -> None:
        self._last = 0
        self.clock = time.monotonic_ns

    def after(self, pause: int) -> int:
        """The time of a key `pause` after the one before it."""
        self._last = max(self._last, self.clock() // 1_000_000) + pause
        return self._last

    def strike(self, character: str, at: int) -> None:
        """Presses the key of a character (also one no test keyboard has, and Enter) and lets it go."""
        key = Qt.Key.Key_Return if character == "\r" else Qt.Key.Key_unknown
        self._last = at
        pressed = focus()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character)
            event.setTimestamp(at)
            QCoreApplication.sendEvent(QApplication.focusWidget() or pressed, event)


keyboard = _Keyboard()


def type_in(text: str, between: Callable[[], object] = lambda: None) -> None:
    """An officer's letters, one by one; `between` two of them the window may live."""
    for character in text:
        keyboard.strike(character, keyboard.after(PERSON_MS))
        between()


def burst(text: str, between: Callable[[], object] = lambda: None) -> None:
    """A keyboard scanner's keys, all at once, without an end."""
    start = keyboard.after(PERSON_MS)
    for place, character in enumerate(text):
        keyboard.strike(character, start + place * SCANNER_MS)
        between()


def scan(text: str, between: Callable[[], object] = lambda: None) -> None:
    """A keyboard scanner: the keys in one burst, then Enter."""
    burst(text + "\r", between)
