"""The journal's mirror follows the desk: after each commit, and from time to time.

In a thread of its own, for a volume may be slow or hang; neither the window nor a reception waits for it.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QObject, Signal

from desk_app.background.lanes import Lanes
from desk_app.background.sync_worker import SyncWorker
from desk_app.operations.desk import Desk
from desk_app.operations.mirror_plan import MirrorStanding, standing
from desk_app.operations.outcome import Outcome

SETTLE_SECONDS: Final = 0.5
"""Entries of one burst are written with one fsync."""
AGAIN_SECONDS: Final = 30.0
"""How often a volume that was gone is looked for, and what other processes wrote is added."""


def _again(_report: object | None) -> float:
    return AGAIN_SECONDS


class Mirroring(QObject):
    """Begins its thread once a mirror was chosen. `told` carries how it stands."""

    told = Signal(object)

    def __init__(self, desk: Desk, lanes: Lanes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._lanes = desk, lanes
        self.worker: SyncWorker | None = None
        self._closed = False
        lanes.changed.connect(self._changed)

    def look(self) -> None:
        """Says how it stands, and begins where a place was chosen."""
        desk = self._desk
        self._lanes.read(lambda: standing(desk), self._take, topic="mirror")

    def close(self) -> None:
        """Ends the thread; what is not mirrored yet is when the desk is opened again."""
        self._closed = True
        if self.worker is not None:
            self.worker.stop()

    def _changed(self, _changes: object) -> None:
        if self.worker is not None:
            self.worker.note_entries()
        else:
            self.look()

    def _take(self, stands: MirrorStanding) -> None:
        if not stands.place or self.worker is not None:
            self.told.emit(stands)
        elif not self._closed:  # it is told when the first round has ended
            self.worker = SyncWorker(
                _catching_up(self._desk), pace=_again, settle=SETTLE_SECONDS, name="mirror", parent=self
            )
            self.worker.ended.connect(self.look)
            self.worker.start()


def _catching_up(desk: Desk) -> Callable[[], Outcome[MirrorStanding]]:
    def run() -> Outcome[MirrorStanding]:
        from desk_app.operations.mirror import catch_up

        return catch_up(desk)

    return run
