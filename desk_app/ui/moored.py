"""Keeps what floats over a window where its field is, while the page scrolls and grows under it."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QWidget

_MOVES = (QEvent.Type.Move, QEvent.Type.Resize)


class Moored(QObject):
    """Calls `place` whenever the field given to `to` moves in its window, or its window changes size."""

    def __init__(self, place: Callable[[], None], parent: QObject) -> None:
        super().__init__(parent)
        self._place = place
        self._watched: list[QWidget] = []

    def to(self, field: QWidget) -> None:
        """Follows this field from now on."""
        self.cast_off()
        widget: QWidget | None = field
        while widget is not None:
            widget.installEventFilter(self)
            self._watched.append(widget)
            widget = None if widget.isWindow() else widget.parentWidget()

    def cast_off(self) -> None:
        """Follows nothing."""
        for widget in self._watched:
            widget.removeEventFilter(self)
        self._watched = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in _MOVES:
            self._place()
        return False
