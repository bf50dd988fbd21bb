"""Backups made by themselves: every so many hours while the window is open, and when it is closed.

Each is made by a process of its own, at low priority: it holds up neither the window nor its closing, and
goes on after it. A copy that is cut short has no name yet, so the earlier ones stay as they are.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from desk_app.background.lanes import Lanes
from desk_app.background.mirroring import Mirroring
from desk_app.operations.backup_plan import Standing, standing
from desk_app.operations.desk import Desk
from desk_app.operations.drives import drives

LOOK_MS: Final = 60_000
"""How often what came of the backups is looked at, and whether another is due."""
CLOSING_AFTER: Final = timedelta(minutes=30)
"""A window that is closed so soon after a backup makes no other."""

Start = Callable[[Path], object]


def start_backup(data: Path) -> None:
    """Starts the process that backs a desk up, at every place that was chosen."""
    words = ["backup", "--behind", "--data", str(data)]
    program = words if getattr(sys, "frozen", False) else ["-m", "desk_app", *words]
    QProcess.startDetached(sys.executable, program)


class Backups(QObject):
    """Looks from time to time and starts what is due. `told` carries how backups stand; `mirror` follows the
    journal."""

    told = Signal(object)

    def __init__(
        self, desk: Desk, lanes: Lanes, parent: QObject | None = None, start: Start = start_backup
    ) -> None:
        super().__init__(parent)
        self._desk, self._lanes, self._begin = desk, lanes, start
        self._seen: Standing | None = None
        self.mirror = Mirroring(desk, lanes, self)
        self._timer = QTimer(self)
        self._timer.setInterval(LOOK_MS)
        self._timer.timeout.connect(self.look)
        self._timer.start()

    def look(self) -> None:
        """Reads how backups stand and starts what is due; two at once are held apart by their lock."""
        desk = self._desk
        self._lanes.read(lambda: standing(desk, drives()), self._take, topic="backups")
        self.mirror.look()

    def close(self) -> None:
        """The window closes: the day's last backup is begun, and not waited for."""
        self._timer.stop()
        self.mirror.close()
        seen, now = self._seen, self._desk.clock()
        if seen is None or not seen.plan.places:
            return
        if seen.last is None or not timedelta(0) <= now - seen.last < CLOSING_AFTER:
            self._begin(self._desk.paths.data)

    def _take(self, seen: Standing) -> None:
        self._seen = seen
        self.told.emit(seen)
        if seen.due(self._desk.clock()):
            self._begin(self._desk.paths.data)
