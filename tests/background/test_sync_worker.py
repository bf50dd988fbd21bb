"""The sync thread: when it exchanges, that it never holds anyone up, and that it ends."""

from __future__ import annotations

import threading
from collections.abc import Iterator

import pytest
from pytestqt.qtbot import QtBot

from desk_app.background.sync_worker import SyncWorker
from desk_app.domain.mistakes import DeskError
from desk_app.operations.outcome import Changes, Outcome
from tests.patience import WAIT

NEVER = 3600.0
HANGING = 120.0
"""Seconds, after which an exchange that hangs is given up; no test waits so long."""


class Center:
    """Counts exchanges; may fail or hang."""

    def __init__(self) -> None:
        self.count = 0
        self.trouble: DeskError | None = None
        self.hold: threading.Event | None = None
        self.let_go = False

    def exchange(self) -> Outcome[str]:
        self.count += 1
        if self.hold is not None:
            self.let_go = self.hold.wait(HANGING)
        if self.trouble is not None:
            raise self.trouble
        return Outcome("report", Changes(sync=True))


@pytest.fixture
def center() -> Iterator[Center]:
    made = Center()
    yield made
    if made.hold is not None:
        made.hold.set()


def worker(center: Center, **settings: object) -> SyncWorker:
    pace = settings.pop("pace", lambda report: NEVER)
    return SyncWorker(center.exchange, pace=pace, settle=0.02, **settings)  # type: ignore[arg-type]


def test_it_exchanges_at_the_start_and_tells_what_changed(qtbot: QtBot, center: Center) -> None:
    made = worker(center)
    heard: list[object] = []
    made.changed.connect(heard.append)
    with qtbot.waitSignal(made.ended, timeout=WAIT) as ended:
        made.start()
    assert ended.args == ["report"]
    assert heard == [Changes(sync=True)]
    made.stop()
    assert center.count == 1


def test_a_burst_of_entries_is_one_exchange(qtbot: QtBot, center: Center) -> None:
    made = worker(center)
    with qtbot.waitSignal(made.ended, timeout=WAIT):
        made.start()
    with qtbot.waitSignal(made.ended, timeout=WAIT):
        for _ in range(20):
            made.note_entries()
    made.stop()
    assert center.count == 2


def test_the_button_exchanges_at_once_and_again_when_one_was_running(qtbot: QtBot, center: Center) -> None:
    made = worker(center)
    with qtbot.waitSignal(made.ended, timeout=WAIT):
        made.start()
    center.hold = threading.Event()
    with qtbot.waitSignal(made.began, timeout=WAIT):
        made.request()
    qtbot.waitUntil(lambda: center.count == 2, timeout=WAIT)
    made.request()
    center.hold.set()
    qtbot.waitUntil(lambda: center.count == 3, timeout=WAIT)
    made.stop()


def test_the_timer_asks_the_pace_and_a_failure_is_told(qtbot: QtBot, center: Center) -> None:
    asked: list[object] = []

    def pace(report: object) -> float:
        asked.append(report)
        return 0.01 if len(asked) == 1 else NEVER

    center.trouble = DeskError("Không tới được trung tâm.")
    made = worker(center, pace=pace)
    ends: list[object] = []
    made.ended.connect(ends.append)
    made.start()
    qtbot.waitUntil(lambda: len(ends) == 2, timeout=WAIT)
    made.stop()
    assert asked == [None, None]
    assert ends == [center.trouble, center.trouble]


def test_the_networks_return_starts_an_exchange(
    qtbot: QtBot, center: Center, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desk_app.background.sync_worker.WATCH_SECONDS", 0.01)
    there = threading.Event()
    center.trouble = DeskError("Không tới được trung tâm.")
    made = worker(center, online=there.is_set)
    with qtbot.waitSignal(made.ended, timeout=WAIT):
        made.start()
    qtbot.wait(50)
    assert center.count == 1
    there.set()
    qtbot.waitUntil(lambda: center.count == 2, timeout=WAIT)
    made.stop()


def test_stopping_does_not_wait_for_the_network(qtbot: QtBot, center: Center) -> None:
    center.hold = threading.Event()
    made = worker(center, interrupt=center.hold.set)
    with qtbot.waitSignal(made.began, timeout=WAIT):
        made.start()
    made.stop()
    qtbot.waitUntil(lambda: not made._thread.is_alive(), timeout=WAIT)
    assert center.let_go, "broken off, not waited for"


@pytest.mark.expects_log
def test_a_bug_in_an_exchange_does_not_end_the_thread(qtbot: QtBot) -> None:
    counts: list[int] = []

    def exchange() -> Outcome[str]:
        counts.append(1)
        if len(counts) == 1:
            raise ZeroDivisionError
        return Outcome("report")

    made = SyncWorker(exchange, pace=lambda report: 0.01 if report is None else NEVER)
    ends: list[object] = []
    made.ended.connect(ends.append)
    made.start()
    qtbot.waitUntil(lambda: len(ends) == 2, timeout=WAIT)
    made.stop()
    assert isinstance(ends[0], DeskError)
    assert ends[1] == "report"
