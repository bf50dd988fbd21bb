"""Notices that nobody has touched the officer's window for a while."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Final

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

LOOK_MS: Final = 1_000
_TOUCHES: Final = frozenset(
    {
        QEvent.Type.KeyPress,
        QEvent.Type.ShortcutOverride,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.MouseMove,
        QEvent.Type.Wheel,
        QEvent.Type.TouchBegin,
        QEvent.Type.TouchUpdate,
        QEvent.Type.TabletPress,
        QEvent.Type.Drop,
    }
)


class IdleWatch(QObject):
    """`idle` once nobody touched a window for so long, between `begin` and `end`.

    Counted twice, by `clock` and by its own rounds: a machine that slept through the time has not counted,
    and a clock that was put back has not gone on. The first touch after the time is over comes too late, and
    does nothing else. A key that is a shortcut is seen only by what has the focus, so that is watched too.
    """

    idle = Signal()

    def __init__(self, clock: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._clock = clock
        self._limit = timedelta(0)
        self._since = clock()
        self._rounds = 0
        self._window: QWindow | None = None
        self._focus: QWidget | None = None
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)

    def begin(self, window: QWindow, minutes: int) -> None:
        """Watches a window of the system's from now on."""
        self.end()
        self._window = window
        self._limit = timedelta(minutes=minutes)
        self.touched()
        window.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)
            self._follow(None, application.focusWidget())
        self._timer.start()

    def end(self) -> None:
        """Watches nothing."""
        self._timer.stop()
        window, self._window = self._window, None
        if window is None:
            return
        if isValid(window):
            window.removeEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.disconnect(self._follow)
        self._follow(None, None)

    def _follow(self, _old: QWidget | None, new: QWidget | None) -> None:
        before, self._focus = self._focus, new
        if before is not None and isValid(before):
            before.removeEventFilter(self)
        if new is not None:
            new.installEventFilter(self)

    def put_minutes(self, minutes: int) -> None:
        """Another time, from the last touch on."""
        self._limit = timedelta(minutes=minutes)

    @property
    def watching(self) -> bool:
        """Whether a window is watched."""
        return self._window is not None

    def touched(self) -> None:
        """Somebody is there: a key, the mouse, a scanner that is no keyboard."""
        self._since = self._clock()
        self._rounds = 0

    @property
    def over(self) -> bool:
        """Whether nobody was there for so long."""
        counted = timedelta(milliseconds=self._rounds * LOOK_MS)
        return max(counted, self._clock() - self._since) >= self._limit

    def look(self) -> None:
        """One round."""
        self._rounds += 1
        self._look_again()

    def _look_again(self) -> None:
        if self.watching and self.over:
            self.end()
            self.idle.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notes a touch; swallows one that comes when the time is over."""
        if event.type() not in _TOUCHES or not self.watching:
            return False
        if self.over:
            event.accept()  # of a shortcut: it is none
            QTimer.singleShot(0, self, self._look_again)
            return True
        self.touched()
        return False
