"""The box a scanner is tried in: it takes what is typed as it comes, whatever an input method makes of it."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit

from desk_app.devices.wedge import ENTER, OWN_EAR

SILENT_MS: Final = 600
"""After this long without a key, a scan without terminator is over; longer than any scanner's pause."""
_LONGEST: Final = 4096


class ScanBox(QLineEdit):
    """`heard` carries what arrived, with its ``\\r`` or ``\\t`` where such a key ended it."""

    heard = Signal(str)

    def __init__(self, name: str) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setMaxLength(_LONGEST)
        self.setProperty(OWN_EAR, True)
        self._silent = QTimer(self)
        self._silent.setSingleShot(True)
        self._silent.setInterval(SILENT_MS)
        self._silent.timeout.connect(lambda: self._over(""))
        self.textChanged.connect(lambda text: self._silent.start() if text else self._silent.stop())

    def hear(self, text: str) -> None:
        """A scan that came another way than by keys, whole."""
        self.clear()
        self.heard.emit(text + "\r")

    def event(self, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self.text():
            if event.key() == Qt.Key.Key_Tab:
                return self._over("\t")
            if Qt.Key(event.key()) in ENTER:
                return self._over("\r")
        return super().event(event)

    def _over(self, end: str) -> bool:
        text = self.text()
        self.clear()
        if text:
            self.heard.emit(text + end)
        return True
