"""One thread that exchanges with the center: at start, after new entries, on a timer, on request.

It decides only *when*; what an exchange is and how long to wait after a failed one is handed in. The window
never waits for it, and closing the window never waits for the network.
"""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desk_app.background.lanes import Bug, whereabouts
from desk_app.domain.mistakes import DeskError
from desk_app.operations.outcome import Changes, Outcome

SETTLE_SECONDS: Final = 2.0
"""A burst of intakes is sent together: an exchange begins this long after the last of them…"""
SETTLE_AT_MOST: Final = 10.0
"""… but no later than this after the first."""
CLOSING_SECONDS: Final = 1.0
WATCH_SECONDS: Final = 5.0
"""How often the network is looked at while the last exchange did not get through."""

Pace = Callable[[object | None], float]
"""The report of the last exchange (None: it failed) -> seconds until the next one on the timer."""

_log = logging.getLogger(__name__)


def every_five_minutes(report: object | None) -> float:
    """The pace where none is handed in: five minutes after a success, one after a failure."""
    return 60.0 if report is None else 300.0


class SyncWorker(QObject):
    """Runs `exchange` in its own thread. `interrupt`, where given, breaks off a running exchange at closing;
    `online` tells whether there is a network at all, so that its return starts an exchange.

    `began` before, `ended` after each exchange, with the operation's value or a `DeskError`; `changed` with
    what it changed. All come in the thread the worker was made in. `clock` is monotonic, in seconds; `name`
    is the thread's.
    """

    began = Signal()
    ended = Signal(object)
    changed = Signal(object)
    _told = Signal(str, object)

    def __init__(
        self,
        exchange: Callable[[], Outcome[Any]],
        *,
        pace: Pace = every_five_minutes,
        interrupt: Callable[[], None] | None = None,
        online: Callable[[], bool] | None = None,
        clock: Callable[[], float] = time.monotonic,
        settle: float = SETTLE_SECONDS,
        name: str = "sync",
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._exchange = exchange
        self._pace = pace
        self._interrupt = interrupt
        self._online = online
        self._was_online: bool | None = None
        self._clock = clock
        self._settle = settle
        self._waiting = threading.Condition()
        self._due = clock()
        self._first_entry: float | None = None
        self._asked = False
        self._stopping = False
        self._running = False
        self._thread = threading.Thread(target=self._work, name=name, daemon=True)
        self._told.connect(self._tell, Qt.ConnectionType.QueuedConnection)

    @property
    def running(self) -> bool:
        """Whether an exchange is going on."""
        return self._running

    def start(self) -> None:
        """Begins; the first exchange follows at once."""
        self._thread.start()

    def request(self) -> None:
        """An exchange now, or right after the running one: the button, a reconnection."""
        with self._waiting:
            self._asked = True
            self._waiting.notify()

    def note_entries(self) -> None:
        """Something new to send: an exchange soon, one for a burst of entries."""
        now = self._clock()
        with self._waiting:
            if self._first_entry is None:
                self._first_entry = now
            self._due = min(now + self._settle, self._first_entry + SETTLE_AT_MOST)
            self._waiting.notify()

    def stop(self) -> None:
        """Ends the thread and breaks off a running exchange: nothing is lost, the journal is the outbox."""
        with self._waiting:
            self._stopping = True
            self._waiting.notify()
        if self._interrupt is not None:
            self._interrupt()
        if self._thread.ident is not None:
            self._thread.join(CLOSING_SECONDS)

    def _work(self) -> None:
        while self._wait():
            self._send("began", None)
            report, changes = self._run()
            failed = isinstance(report, DeskError) or not getattr(report, "reached", True)
            self._was_online = self._online() if failed and self._online is not None else None
            wait = self._pace(None if isinstance(report, DeskError) else report)
            with self._waiting:
                if self._first_entry is None:
                    self._due = self._clock() + wait
            if changes is not None:
                self._send("changed", changes)
            self._send("ended", report)

    def _wait(self) -> bool:
        """Waits until an exchange is due; False when the thread is to end."""
        with self._waiting:
            while not self._stopping:
                left = 0.0 if self._asked else self._due - self._clock()
                if left <= 0 or self._back_online():
                    self._asked, self._first_entry = False, None
                    return True
                self._waiting.wait(left if self._was_online is None else min(left, WATCH_SECONDS))
            return False

    def _back_online(self) -> bool:
        """Whether the network came back since the failed exchange; nobody looks after a good one."""
        if self._online is None or self._was_online is None:
            return False
        before, self._was_online = self._was_online, self._online()
        return self._was_online and not before

    def _run(self) -> tuple[object, Changes | None]:
        self._running = True
        try:
            outcome = self._exchange()
            return outcome.value, outcome.changes
        except DeskError as trouble:
            return trouble, None
        except Exception as bug:
            if self._stopping:
                return None, None  # the store was closed under an exchange that outlasted the window
            _log.error("an exchange failed: %s", whereabouts(bug))
            return Bug(bug), None
        finally:
            self._running = False

    def _send(self, what: str, value: object) -> None:
        with self._waiting:
            if not self._stopping:
                self._told.emit(what, value)

    @Slot(str, object)
    def _tell(self, what: str, value: object) -> None:
        if self._stopping:
            return
        if what == "began":
            self.began.emit()
        else:
            getattr(self, what).emit(value)
