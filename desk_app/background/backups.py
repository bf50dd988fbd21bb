"""Backups made by themselves: every so many hours while the window is open, and when it is closed.

Each is made by a process of its own, at low priority: it holds up neither the window nor its closing, and
goes on after it. A copy that is cut short has no name yet, so the earlier ones stay as they are.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from desk_app.background.lanes import Lanes
from desk_app.background.mirroring import Mirroring
from desk_app.operations.backup_plan import Standing, standing
from desk_app.operations.desk import Desk
from desk_app.operations.drives import drives
from desk_app.operations.key_wraps import locked_with_passwords

LOOK_MS: Final = 60_000
"""How often what came of the backups is looked at, and whether another is due."""
CLOSING_AFTER: Final = timedelta(minutes=30)
"""A window that is closed so soon after a backup makes no other."""

Start = Callable[[Path], object]
_begun: list[subprocess.Popen[bytes]] = []
"""Processes that were given a key: held until they have ended, which nobody waits for."""


def start_backup(data: Path) -> None:
    """Starts the process that backs a desk up, at every place that was chosen."""
    QProcess.startDetached(sys.executable, _program(data))


def start_with_key(data: Path, key: bytes) -> None:
    """The same for a desk that is locked with passwords: nobody could be asked for one, so the key of the
    open
    desk goes to the process over a pipe, and nowhere else."""
    process = subprocess.Popen(
        [sys.executable, *_program(data), "--key-in"], stdin=subprocess.PIPE, start_new_session=True
    )
    assert process.stdin is not None
    with suppress(BrokenPipeError), process.stdin as pipe:
        pipe.write(key.hex().encode("ascii") + b"\n")
    _begun[:] = [one for one in _begun if one.poll() is None] + [process]


def start_for(desk: Desk) -> Start:
    """How the backups of a desk are started, whether it opens by itself or not."""

    def start(data: Path) -> None:
        if locked_with_passwords(desk):
            start_with_key(data, desk.store.key)
        else:
            start_backup(data)

    return start


def _program(data: Path) -> list[str]:
    words = ["backup", "--behind", "--data", str(data)]
    return words if getattr(sys, "frozen", False) else ["-m", "desk_app", *words]


class Backups(QObject):
    """Looks from time to time and starts what is due. `told` carries how backups stand; `mirror` follows the
    journal."""

    told = Signal(object)

    def __init__(
        self, desk: Desk, lanes: Lanes, parent: QObject | None = None, start: Start | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._lanes, self._begin = desk, lanes, start or start_for(desk)
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
