"""The desk's own window, driven by keys and scans, with a stopwatch on its event loop and its memory."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desk_app.main import Running
from desk_app.ui.style import dressed_application
from tests.ui.hands import focus, press, scan, type_in

PATIENCE = 120.0
"""Seconds after which what was waited for will not come."""
BEAT_MS = 1
LOOK_MS = 5
PROCEDURES = ("dkks", "xntthn")
"""By their initials; every other citizen brings the same."""
SYLLABLES = (
    "An",
    "Bình",
    "Cường",
    "Dũng",
    "Giang",
    "Hải",
    "Khánh",
    "Long",
    "Minh",
    "Nam",
    "Oanh",
    "Phúc",
    "Sơn",
)


@dataclass(frozen=True, slots=True, order=True)
class Pause:
    """Milliseconds between two beats, and of processor time that this program took within them (all its
    threads): what is beyond it other programs took.
    """

    long: float
    own: float


class Heart(QObject):
    """Beats in the event loop; the longest pause between two beats is how long the loop stood still."""

    def __init__(self) -> None:
        super().__init__()
        self._last, self._worked = time.perf_counter(), time.process_time()
        self.pauses: list[Pause] = []
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setInterval(BEAT_MS)
        self._timer.timeout.connect(self._beat)

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.process_time()
        long, own = (now - self._last) * 1e3 - BEAT_MS, (worked - self._worked) * 1e3
        self.pauses.append(Pause(long, min(long, own)))
        self._last, self._worked = now, worked

    @contextmanager
    def felt(self) -> Iterator[list[Pause]]:
        """The pauses while the block goes on."""
        self.pauses, self._last, self._worked = [], time.perf_counter(), time.process_time()
        self._timer.start()
        try:
            yield self.pauses
        finally:
            self._beat()
            self._timer.stop()


def named(citizen: int) -> str:
    """A citizen's name; the same one for the same number."""
    middle, given = SYLLABLES[citizen // len(SYLLABLES) % len(SYLLABLES)], SYLLABLES[citizen % len(SYLLABLES)]
    return f"Nguyễn {middle} {given}"


class DeskWindow:
    """A window on a data folder and the hands of its officer. `settings` go to `Running`."""

    def __init__(self, data: Path, clock: Callable[[], datetime], **settings: Any) -> None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        self.application = dressed_application([])
        self.printed = 0
        settings.setdefault("print_page", self._print)
        settings.setdefault("online", lambda: False)
        self.running = Running(data, clock=clock, **settings)
        self.running.warms = True
        self.window = self.running.window
        self.window.resize(1366, 728)
        self.window.show()
        self.window.activateWindow()
        self.until(lambda: self.running.session is not None)
        self.until(self.intake.form.procedure.search.hasFocus)
        self.settle()

    def _print(self, _pdf: bytes, _title: str) -> str:
        self.printed += 1
        return "Máy in thử"

    @property
    def intake(self) -> Any:
        """The intake page."""
        return self.window.page("F2")

    def until(self, true: Callable[[], object]) -> None:
        """Lets the window live until something is so. Raises `TimeoutError`."""
        end = time.monotonic() + PATIENCE
        loop, look = QEventLoop(), QTimer()

        def looked() -> None:
            if true() or time.monotonic() > end:
                loop.quit()

        look.timeout.connect(looked)
        look.start(LOOK_MS)
        loop.exec()
        look.stop()
        if not true():
            raise TimeoutError("what was waited for did not come")

    def settle(self) -> None:
        """Waits until every lane has answered what was asked of it so far, and what came of that is drawn."""
        answered: list[None] = []
        lanes = self.running.lanes
        lanes.read(lambda: None, answered.append)
        lanes.paper(lambda: None, answered.append)
        self.until(lambda: len(answered) == 2)
        self.turn()

    def turn(self) -> None:
        """One turn of the event loop: what waits is done, as between two keys."""
        loop = QEventLoop()
        QTimer.singleShot(0, loop.quit)
        loop.exec()

    def press_on_window(self, key: Qt.Key, modifier: Any = Qt.KeyboardModifier.NoModifier) -> None:
        """A key wherever the focus is."""
        QTest.keyClick(self.window, key, modifier)

    def receive(self, citizen: int) -> None:
        """One citizen: card, procedure by its initials, F9; until the page waits for the next one."""
        form = self.intake.form
        number = f"990099{citizen:06d}"
        scan(f"{number}||{named(citizen)}|01021999|Nam|Thôn {citizen % 9}, Xã Ví Dụ|15062021", self.turn)
        self.until(lambda: form.applicant.person().id_number == number)
        self.until(form.procedure.search.hasFocus)
        type_in(PROCEDURES[citizen % len(PROCEDURES)], self.turn)
        self.until(lambda: form.procedure.search.open)
        press(Qt.Key.Key_Return)
        assert form.procedure.procedure is not None
        QTest.keyClick(focus(), Qt.Key.Key_F9)
        self.until(lambda: form.untouched or self.intake.date_is_right.isVisible())
        if self.intake.date_is_right.isVisible():
            # The stored dossiers end some days before the measurement's clock; the officer says it is right.
            self.intake.date_is_right.click()
        self.until(lambda: form.untouched and form.procedure.search.hasFocus())

    def close(self) -> None:
        """Closes it as the officer does."""
        self.window.close()
        self.turn()


class Drawn(QObject):
    """Tells when a page has been painted after a key."""

    def __init__(self) -> None:
        super().__init__()
        self._page: QWidget | None = None
        self._loop = QEventLoop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """The paint event comes before the painting: what is queued behind it comes after."""
        if event.type() == QEvent.Type.Paint:
            watched.removeEventFilter(self)
            QTimer.singleShot(0, self._loop.quit)
        return super().eventFilter(watched, event)

    def after(self, act: Callable[[], object], page: Callable[[], QWidget]) -> float:
        """Milliseconds from the beginning of `act` until `page` (made by it, maybe) is painted."""
        began = time.perf_counter()
        act()
        found = page()
        found.installEventFilter(self)
        found.update()
        self._loop.exec()
        return (time.perf_counter() - began) * 1e3
