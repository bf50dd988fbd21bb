"""What officers copy: taken out of the clipboard again when they leave."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QClipboard, QGuiApplication

_MODES = (QClipboard.Mode.Clipboard, QClipboard.Mode.Selection)


class Copied(QObject):
    """Knows whether what lies in the clipboard was copied here.

    Not every system tells who owns the clipboard. What changed while this program was in front was copied in
    it; what another program copied is left where it is.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._here = dict.fromkeys(_MODES, False)
        clipboard = QGuiApplication.clipboard()
        clipboard.changed.connect(self._changed)

    def _changed(self, mode: QClipboard.Mode) -> None:
        self._here[mode] = QGuiApplication.applicationState() == Qt.ApplicationState.ApplicationActive

    def forget(self) -> None:
        """Empties what was copied here."""
        clipboard = QGuiApplication.clipboard()
        owned = {_MODES[0]: clipboard.ownsClipboard(), _MODES[1]: clipboard.ownsSelection()}
        for mode in _MODES:
            if owned[mode] or self._here[mode]:
                clipboard.clear(mode)
                self._here[mode] = False

    def end(self) -> None:
        """Listens no more."""
        QGuiApplication.clipboard().changed.disconnect(self._changed)
