"""How the sync stands, told while the desk is open, whoever sits at it or nobody."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from desk_app.background.lanes import Lanes
from desk_app.background.sync_worker import SyncWorker
from desk_app.domain.mistakes import DeskError
from desk_app.operations.outcome import Changes
from desk_app.ui.status_line import StatusLine
from desk_app.ui.sync_words import state_words
from desk_app.ui.tongue import tr

SHOWN_AFTER_MS: Final = 400


class SyncTeller(QObject):
    """`told` carries the sync's state, whether the center was out of reach, and whether an exchange goes on.

    `hearing` while what is being broadcast came with an exchange. `worker` is None where nothing is sent (the
    desk to practise at).
    """

    told = Signal(object, bool, bool)

    def __init__(
        self,
        lanes: Lanes,
        status: StatusLine,
        worker: SyncWorker | None,
        sync_state: Callable[[], Any],
        clock: Callable[[], datetime],
    ) -> None:
        super().__init__(lanes)
        self._lanes, self._status, self._worker = lanes, status, worker
        self._sync_state, self._clock = sync_state, clock
        self._state: Any = None
        self._offline = self.hearing = False
        # Only what takes its time is shown as going on: a hub in the house answers at once, every 5 s.
        self._going_on = QTimer(self)
        self._going_on.setSingleShot(True)
        self._going_on.setInterval(SHOWN_AFTER_MS)
        self._going_on.timeout.connect(self.tell)
        lanes.changed.connect(self._changed)
        if worker is not None:
            worker.began.connect(self._going_on.start)
            worker.ended.connect(self._ended)
            worker.changed.connect(self.synced)

    def end(self) -> None:
        """The window closes: nothing more is told."""
        self._going_on.stop()
        self._lanes.changed.disconnect(self._changed)
        if self._worker is not None:
            self._worker.began.disconnect(self._going_on.start)
            self._worker.ended.disconnect(self._ended)
            self._worker.changed.disconnect(self.synced)

    def synced(self, changes: Changes) -> None:
        """What an exchange brought is broadcast, but is nothing new to send."""
        self.hearing = True
        self._lanes.announce(changes)
        self.hearing = False

    def _changed(self, changes: Changes) -> None:
        if changes.dossiers and not self.hearing and self._worker is not None:
            self._worker.note_entries()
        if changes.dossiers or changes.sync:
            self.refresh()

    def _ended(self, report: object) -> None:
        reached = getattr(report, "reached", True)
        self._offline = isinstance(report, DeskError) or not reached
        self.refresh()

    def refresh(self) -> None:
        """Reads the sync's state again."""
        self._lanes.read(self._sync_state, self._take_state, topic="sync-state")

    def _take_state(self, state: Any) -> None:
        self._state = state
        self.tell()

    def tell(self) -> None:
        """Says how it stands, as far as that is known."""
        if self._state is None:
            return
        running = self._worker is not None and self._worker.running
        words = state_words(self._state, self._clock(), offline=self._offline)
        self._status.say_sync(tr("Đang đồng bộ…") if running and self._state.enrolled else words)
        self.told.emit(self._state, self._offline, running)
