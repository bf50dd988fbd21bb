"""A picture dropped anywhere on the window is one to look for codes in, not words for the field below it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtGui import QDropEvent, QWindow

from desk_app.devices.pictures import SUFFIXES

_KINDS = frozenset({QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop})


class PictureDrop(QObject):
    """An event filter for a window: what is dragged comes there first, whatever lies below it. `dropped`
    carries the file."""

    dropped = Signal(str)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Takes what is dragged when it is one picture of this machine."""
        if event.type() not in _KINDS or not isinstance(watched, QWindow):
            return False
        assert isinstance(event, QDropEvent)  # the three kinds are drops, or become one
        path = picture_of(event)
        if not path:
            return False
        event.acceptProposedAction()
        if event.type() == QEvent.Type.Drop:
            self.dropped.emit(path)
        return True


def picture_of(event: QDropEvent) -> str:
    """The file that is dragged, if it is one file and its name is a picture's; empty otherwise."""
    urls = event.mimeData().urls()
    if len(urls) != 1 or not urls[0].isLocalFile():
        return ""
    path = urls[0].toLocalFile()
    return path if path.lower().endswith(SUFFIXES) else ""
