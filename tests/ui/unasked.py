"""Windows nobody asked for: a row that lost its page flashes up as one and takes the focus with it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from desk_app.ui.public_screen import PublicScreen
from desk_app.ui.rating_panel import RatingPanel
from desk_app.ui.window import MainWindow

WINDOWS: Final = (MainWindow, PublicScreen, RatingPanel)
"""What stands on a screen by itself; everything else is part of one of them, or a dialog, menu or list."""
_PLAIN: Final = {Qt.WindowType.Window, Qt.WindowType.Widget, Qt.WindowType.SubWindow}


class UnaskedWindows(QObject):
    """A filter of the application's events: `names` are the windows that came up unasked, however briefly.

    `asked` says of a widget that a test itself puts it on the screen.
    """

    def __init__(self, asked: Callable[[QWidget], bool]) -> None:
        super().__init__()
        self._asked = asked
        self.names: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Looks only; every event goes on."""
        if event.type() == QEvent.Type.Show and isinstance(watched, QWidget) and self._unasked(watched):
            words = (type(watched).__name__, watched.objectName(), getattr(watched, "text", str)())
            self.names.append(" ".join(filter(None, words)))
        return False

    def _unasked(self, widget: QWidget) -> bool:
        plain = widget.isWindow() and widget.windowType() in _PLAIN
        return plain and not isinstance(widget, WINDOWS) and not self._asked(widget)
