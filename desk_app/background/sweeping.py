"""Python's collector of cycles, in the window's thread alone.

By itself Python collects in whichever thread makes the object that is one too many. A page of an officer who
left is such a cycle; deleted in a lane it leaves its timers running in the window's thread, and the process
dies when one of them fires.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, QTimer

EVERY_MS = 1_000
FULL = 300
"""Rounds after which all that lives is looked through, which may hold the window up for 40 ms."""


class Sweeping(QObject):
    """From when it is made until `end` nothing is collected but here, between two events."""

    going_on = 0
    """How many windows of this process are open; Python's own collecting rests while there is one."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._ended = False
        Sweeping.going_on += 1
        gc.disable()
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY_MS)
        self._timer.timeout.connect(self._sweep)
        self._rounds = 0
        self._timer.start()

    def _sweep(self) -> None:
        self._rounds += 1
        sweep(full=self._rounds % FULL == 0)

    def end(self) -> None:
        """Leaves collecting to Python again, when this was the last window."""
        if self._ended:
            return
        self._ended = True
        self._timer.stop()
        Sweeping.going_on -= 1
        if not Sweeping.going_on:
            gc.enable()


def sweep(*, full: bool) -> None:
    """Collects the oldest generation due by Python's own thresholds; the oldest of all only where `full`."""
    pairs = list(zip(gc.get_count(), gc.get_threshold(), strict=True))
    due = [
        generation
        for generation, (count, most) in enumerate(pairs)
        if count > most and (generation < 2 or full)
    ]
    if due:
        gc.collect(due[-1])
