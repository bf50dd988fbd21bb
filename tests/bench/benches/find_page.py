"""From a key in the search line of the find page to its rows painted, in the window itself."""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent

from desk_app.main import Running
from desk_app.ui.find_page import TYPING_MS, FindPage
from desk_app.ui.style import dressed_application
from tests.bench.benches.search import NAMES, terms
from tests.bench.figures import Goal, Row
from tests.bench.registry import Run, bench
from tests.bench.stored import NOW, clock_from, own_places, stored_count, stored_desk
from tests.bench.timing import percentile

_WAIT_MS = 60_000


class Painted(QObject):
    """Waits until a widget is painted after something has happened."""

    def __init__(self, page: FindPage) -> None:
        super().__init__()
        self._viewport = page.table.viewport()
        self._viewport.installEventFilter(self)
        page.rows.modelReset.connect(self._put)
        self._fresh = False
        self.loop = QEventLoop()

    def _put(self) -> None:
        self._fresh = True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's own name
        """The paint event comes before the painting: what is queued behind it comes after."""
        if self._fresh and event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, self.loop.quit)
        return super().eventFilter(watched, event)

    def after(self, act: Callable[[], None]) -> tuple[float, float]:
        """Milliseconds from the beginning of `act` until its rows are painted, and how many of them this
        thread, the window's, was at work."""
        self._fresh = False
        began, worked = time.perf_counter(), time.thread_time()
        act()
        watch = QTimer(self)
        watch.setSingleShot(True)
        watch.timeout.connect(lambda: self.loop.exit(1))
        watch.start(_WAIT_MS)
        if self.loop.exec():
            raise RuntimeError("nothing was painted")
        watch.stop()
        return (time.perf_counter() - began) * 1e3, (time.thread_time() - worked) * 1e3


def press(page: FindPage, letter: str) -> None:
    """A key in the search line."""
    for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
        event = QKeyEvent(kind, Qt.Key.Key_unknown, Qt.KeyboardModifier.NoModifier, letter)
        QCoreApplication.sendEvent(page.search, event)


def opened(data: Path) -> tuple[Running, FindPage]:
    """The window of a data folder with its find page in front."""
    running = Running(data, clock=clock_from(NOW), online=lambda: False, print_page=lambda _pdf, _title: "")
    loop = QEventLoop()
    running.window.resize(1366, 728)
    running.window.show()
    looking = QTimer()
    looking.timeout.connect(lambda: loop.quit() if running.session is not None else None)
    looking.start(5)
    loop.exec()
    looking.stop()
    running.window.go("F3")
    page = running.window.page("F3")
    assert isinstance(page, FindPage)
    return running, page


@bench("find page")
def find_page(run: Run) -> Iterator[Row]:
    """The floor is the pause in which further keys are waited for, before anything is looked up."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    application = dressed_application([])
    count, rounds = stored_count(run), run.rounds(60, 8)
    with own_places(run):
        desk = stored_desk(run, count)
        typed = terms(desk, count, rounds)
        data = desk.paths.data
        desk.close()
        running, page = opened(data)
        painted = Painted(page)
        try:
            painted.after(lambda: page.search.setText("x"))
            worked: dict[str, list[float]] = {}
            for kind, name in NAMES.items():
                words = (typed[kind] * rounds)[:rounds]
                taken = _taken(page, painted, words)
                worked[name] = sorted(one[1] for one in taken)
                yield _row(f"key to painted: {name}, {count:,} stored", sorted(one[0] for one in taken))
            yield _worked(worked, count)
        finally:
            running.window.close()
            application.processEvents()


def _taken(page: FindPage, painted: Painted, words: list[str]) -> list[tuple[float, float]]:
    """The last key of each text, the rest of it standing there already; as `Painted.after` has it."""
    spent = []
    for text in words:
        painted.after(lambda text=text: page.search.setText(text[:-1]))  # type: ignore[misc]
        spent.append(painted.after(lambda text=text: press(page, text[-1])))  # type: ignore[misc]
    return spent


def _worked(worked: dict[str, list[float]], count: int) -> Row:
    p95 = {name: percentile(spent, 95) for name, spent in worked.items()}
    return Row(
        f"key to painted: the window's thread at work, {count:,} stored",
        "ms",
        max(p95.values()),
        goal=Goal(16),
        note="p95 of the kind that takes most; "
        + ", ".join(f"{name} {spent:.1f}" for name, spent in p95.items()),
    )


def _row(name: str, spent: list[float]) -> Row:
    return Row(
        name,
        "ms",
        percentile(spent, 95),
        float(TYPING_MS),
        "pause for the next key",
        goal=Goal(50),
        note=f"p95; median {percentile(spent, 50):.1f} ms",
    )
