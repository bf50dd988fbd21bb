"""Scans while nobody is logged in: they are taken away from the line that has the focus, and thrown away."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget

from desk_app.devices.wedge import WedgeFilter
from desk_app.domain.scans import looks_like_scan
from desk_app.ui.tongue import tr


class LockedEar(QObject):
    """From `listen` to `deafen`. A citizen's card scanned over the log-in page is no name and no password: it
    must not stay in either."""

    def __init__(self, window: QWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._window = window
        self._say: Callable[[str, str], None] | None = None
        self._wedge = WedgeFilter(looks_like_scan, parent=self)
        self._wedge.scanned.connect(self._throw_away)

    def listen(self, say: Callable[[str, str], None]) -> None:
        """`say` gets one line and its role when something was scanned."""
        application = QApplication.instance()
        if self._say is None and isinstance(application, QApplication):
            self._wedge.listen(application, self._window)
        self._say = say

    def deafen(self) -> None:
        """Somebody sits down, or the window closes."""
        application = QApplication.instance()
        if self._say is not None and isinstance(application, QApplication):
            self._wedge.deafen(application)
        self._say = None

    def _throw_away(self, _text: str) -> None:
        if self._say is not None:
            self._say(tr("Đang khóa: đăng nhập rồi quét lại."), "caution-small")
