"""Looks from time to time at the disk's room, and keeps the ballast that the last dossier may need."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QObject, QTimer, Signal

from desk_app.background.lanes import Lanes
from desk_app.operations.desk import Desk
from desk_app.operations.disk_room import keep_ballast, room_of, room_words

LOOK_MS: Final = 30_000


class RoomWatch(QObject):
    """`told` carries the words for the status line, empty where nothing is amiss. The ballast of a desk is
    made where it `keeps` one: once, 50 MB, beside the officer's work."""

    told = Signal(str)

    def __init__(self, desk: Desk, lanes: Lanes, parent: QObject | None = None, *, keeps: bool) -> None:
        super().__init__(parent)
        self._desk, self._lanes, self._keeps = desk, lanes, keeps
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Reads how it stands."""
        desk, read = self._desk, keep_ballast if self._keeps else room_of

        def words() -> str:
            return room_words(read(desk), marks_fail=desk.store.marks_fail)

        self._lanes.read(words, self.told.emit, topic="room")

    def close(self) -> None:
        """Looks no more."""
        self._timer.stop()
