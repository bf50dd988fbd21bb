"""Lanes: one writes to the store, one reads, one draws pages, one talks to printers, one to sticks.

The window never waits. A job is a plain function run in its lane's thread, one after the other. What it
returns or raises comes back in the window's thread by one queued signal. A job that writes returns an
`Outcome`; its changes are broadcast before its value is handed over, so that a page sees its own change no
later than the others.
"""

from __future__ import annotations

import itertools
import logging
import os
import queue
import sys
import threading
import time
import traceback
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, TypeVar

from PySide6.QtCore import QObject, Qt, Signal, Slot

from desk_app.domain.mistakes import DeskError
from desk_app.operations.outcome import NOTHING, Changes, Outcome

T = TypeVar("T")
E = TypeVar("E", bound=BaseException)
Trouble = Callable[[DeskError], None]

CLOSING_SECONDS: Final = 10.0
"""How long closing waits for what is being written; everything asked before it is still done."""

TURN_SECONDS: Final = 0.001 if os.name == "nt" else 0.0002
"""How long a lane may keep Python's lock when the window wants it, instead of Python's own 5 ms. The window
wants it dozens of times in a turn of its event loop, at each call of Qt. And Python asks a lane for the lock
only when it was not given up once in this time: one that gives it up each half of a millisecond (SQLite's
rows, bands for a printer, files of modules) and takes it again at once keeps the window out for 60 ms. On
Windows, whose shortest wait is a millisecond, less would be none."""

_log = logging.getLogger(__name__)


class Bug(DeskError):
    """An error nobody foresaw: ours, not the world's. `cause` is what was raised."""

    def __init__(self, cause: BaseException) -> None:
        super().__init__(
            "Chương trình gặp lỗi ngoài dự kiến.",
            "Việc vừa làm chưa được ghi nhận; mời làm lại, nếu vẫn lỗi hãy báo bộ phận hỗ trợ.",
        )
        self.cause = cause


@dataclass(frozen=True, slots=True)
class _Job:
    run: Callable[[], Any]
    then: Callable[[Any], None] | None
    otherwise: Trouble | None
    topic: str
    ticket: int


@dataclass(frozen=True, slots=True)
class _Answer:
    ticket: int
    value: Any
    trouble: DeskError | None
    changes: Changes


class Lanes(QObject):
    """The lanes' threads, each begun at its first job. Called only from the thread that makes it.

    `changed` broadcasts what a write changed; `failed` carries a `DeskError` that nobody took. A trouble
    passes `reworded` on its way to the window, which may speak another language.
    """

    changed = Signal(object)
    failed = Signal(object)
    _answered = Signal(object)

    def __init__(
        self, parent: QObject | None = None, reworded: Callable[[DeskError], DeskError] | None = None
    ) -> None:
        super().__init__(parent)
        sys.setswitchinterval(TURN_SECONDS)
        self._reworded = reworded
        self._tickets = itertools.count(1)
        self._latest: dict[str, int] = {}
        self._closed = False
        self._asked: dict[int, _Job] = {}
        self._queues: dict[str, queue.SimpleQueue[_Job | None]] = {}
        self._threads: dict[str, threading.Thread] = {}
        self._answered.connect(self._deliver, Qt.ConnectionType.QueuedConnection)

    def read(
        self,
        job: Callable[[], T],
        then: Callable[[T], None],
        otherwise: Trouble | None = None,
        *,
        topic: str = "",
    ) -> None:
        """Runs `job` in the reader lane; a newer job of the same `topic` makes older ones moot."""
        self._ask("reader", job, then, otherwise, topic)

    def write(
        self,
        job: Callable[[], Outcome[T]],
        then: Callable[[T], None] | None = None,
        otherwise: Trouble | None = None,
        *,
        topic: str = "",
    ) -> None:
        """Runs `job` in the writer lane. A `topic` is for writes of which only the newest matters."""
        self._ask("writer", job, then, otherwise, topic)

    def paper(
        self,
        job: Callable[[], T],
        then: Callable[[T], None],
        otherwise: Trouble | None = None,
        *,
        topic: str = "",
    ) -> None:
        """Runs `job` in the lane that sets and draws pages: slow work that no search waits behind."""
        self._ask("paper", job, then, otherwise, topic)

    def printer(
        self,
        job: Callable[[], Outcome[T]],
        then: Callable[[T], None] | None = None,
        otherwise: Trouble | None = None,
        *,
        topic: str = "",
    ) -> None:
        """Runs `job` in the lane that talks to printers: one that is gone holds up nothing else."""
        self._ask("printer", job, then, otherwise, topic)

    def stick(
        self,
        job: Callable[[], Outcome[T]],
        then: Callable[[T], None] | None = None,
        otherwise: Trouble | None = None,
        *,
        topic: str = "",
    ) -> None:
        """Runs `job` in the lane that talks to sticks: a slow one holds up nothing else."""
        self._ask("stick", job, then, otherwise, topic)

    def announce(self, changes: Changes) -> None:
        """Broadcasts changes made elsewhere (by a sync, by another process)."""
        if changes != NOTHING:
            self.changed.emit(changes)

    def close(self, farewell: Callable[[], object] | None = None) -> bool:
        """Does what was asked, then `farewell` in the writer lane, and ends the threads without answers.

        The other lanes end first: what a farewell closes, they may still be reading. Returns whether all was
        done in `CLOSING_SECONDS`; a printer that hangs holds the farewell up no longer than that.
        """
        self._closed = True
        others = [lane for lane in self._threads if lane != "writer"]
        for lane in others:
            self._queues[lane].put(None)
        end = time.monotonic() + CLOSING_SECONDS
        for lane in others:
            self._threads[lane].join(max(0.0, end - time.monotonic()))
        if farewell is not None:
            self._ask("writer", farewell, None, None, "")
        if "writer" in self._threads:
            self._queues["writer"].put(None)
            self._threads["writer"].join(CLOSING_SECONDS)
        return not self.busy

    @property
    def busy(self) -> bool:
        """Whether a lane's thread has not ended."""
        return any(thread.is_alive() for thread in self._threads.values())

    def _ask(
        self,
        lane: str,
        run: Callable[[], Any],
        then: Callable[[Any], None] | None,
        otherwise: Trouble | None,
        topic: str,
    ) -> None:
        ticket = next(self._tickets)
        if topic:
            self._latest[topic] = ticket
        if lane not in self._threads:
            waiting: queue.SimpleQueue[_Job | None] = queue.SimpleQueue()
            thread = threading.Thread(target=self._work, args=(waiting,), name=f"lane-{lane}", daemon=True)
            self._queues[lane], self._threads[lane] = waiting, thread
            thread.start()
        self._asked[ticket] = _Job(run, then, otherwise, topic, ticket)
        self._queues[lane].put(self._asked[ticket])

    def _moot(self, job: _Job) -> bool:
        return bool(job.topic) and self._latest.get(job.topic) != job.ticket

    def _work(self, waiting: queue.SimpleQueue[_Job | None]) -> None:
        while (job := waiting.get()) is not None:
            answer = _Answer(job.ticket, None, None, NOTHING) if self._moot(job) else _run(job)
            # Jobs hold parts of pages. The last to let go of one deletes it, and that must not be a lane:
            # what is deleted here leaves its timers running in the window's thread.
            del job
            if not self._closed:
                self._answered.emit(answer)
            del answer  # what was read for an officer is not kept here until the next question

    @Slot(object)
    def _deliver(self, answer: _Answer) -> None:
        if self._closed:
            return
        self.announce(answer.changes)
        job = self._asked.pop(answer.ticket)
        if answer.trouble is None:
            if job.then is not None and not self._moot(job):
                job.then(answer.value)
        else:
            trouble = self._reworded(answer.trouble) if self._reworded is not None else answer.trouble
            if job.otherwise is not None:
                job.otherwise(trouble)
            else:
                self.failed.emit(trouble)


def whereabouts(bug: BaseException) -> str:
    """Kind and place of an error for the log; never its message, which may hold a citizen's words."""
    frames = traceback.extract_tb(bug.__traceback__)
    place = f" at {Path(frames[-1].filename).name}:{frames[-1].lineno}" if frames else ""
    return type(bug).__name__ + place


def _run(job: _Job) -> _Answer:
    try:
        value = job.run()
    except DeskError as trouble:
        return _Answer(job.ticket, None, _bare(trouble), NOTHING)
    except Exception as bug:
        _log.error("a job failed: %s", whereabouts(bug))
        return _Answer(job.ticket, None, Bug(_bare(bug)), NOTHING)
    if isinstance(value, Outcome):
        return _Answer(job.ticket, value.value, None, value.changes)
    return _Answer(job.ticket, value, None, NOTHING)


def _bare(error: E) -> E:
    """An error without the calls it came through, which hold the job and so parts of pages."""
    link: BaseException | None = error
    while link is not None:
        link.__traceback__, link = None, link.__cause__ or link.__context__
    return error
