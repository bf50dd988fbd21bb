"""The lanes: work off the window's thread, answers in it, in order, and none after closing."""

from __future__ import annotations

import threading
from functools import partial

import pytest
from pytestqt.qtbot import QtBot

from desk_app.background.lanes import Bug, Lanes
from desk_app.domain.mistakes import DeskError
from desk_app.operations.outcome import Changes, Outcome
from tests.patience import WAIT


@pytest.fixture
def lanes(qtbot: QtBot):  # type: ignore[no-untyped-def]
    made = Lanes()
    yield made
    made.close()


def test_a_job_runs_elsewhere_and_its_answer_comes_home(qtbot: QtBot, lanes: Lanes) -> None:
    here = threading.get_ident()
    seen: list[tuple[int, int]] = []
    lanes.read(threading.get_ident, lambda there: seen.append((there, threading.get_ident())))
    qtbot.waitUntil(lambda: bool(seen), timeout=WAIT)
    [(there, home)] = seen
    assert there != here
    assert home == here


def test_writes_are_done_in_the_order_asked(qtbot: QtBot, lanes: Lanes) -> None:
    done: list[int] = []
    for number in range(50):
        lanes.write(partial(Outcome, number), done.append)
    qtbot.waitUntil(lambda: len(done) == 50, timeout=WAIT)
    assert done == list(range(50))


def test_what_a_write_changed_is_broadcast_before_its_value(qtbot: QtBot, lanes: Lanes) -> None:
    heard: list[object] = []
    lanes.changed.connect(heard.append)
    lanes.write(lambda: Outcome("value", Changes(dossiers=True)), heard.append)
    qtbot.waitUntil(lambda: len(heard) == 2, timeout=WAIT)
    assert heard == [Changes(dossiers=True), "value"]


def test_a_newer_search_makes_the_older_ones_moot(qtbot: QtBot, lanes: Lanes) -> None:
    hold = threading.Event()
    done: list[int] = []
    ran: list[int] = []

    def search(number: int) -> int:
        ran.append(number)
        return number

    lanes.read(lambda: hold.wait(60), lambda _: None)
    for number in range(10):
        lanes.read(partial(search, number), done.append, topic="find")
    hold.set()
    qtbot.waitUntil(lambda: bool(done), timeout=WAIT)
    assert (ran, done) == ([9], [9])


def test_an_answer_overtaken_while_it_was_made_is_not_delivered(qtbot: QtBot, lanes: Lanes) -> None:
    started, hold = threading.Event(), threading.Event()
    done: list[str] = []

    def slow() -> str:
        started.set()
        hold.wait(60)
        return "old"

    lanes.read(slow, done.append, topic="find")
    assert started.wait(60)
    lanes.read(lambda: "new", done.append, topic="find")
    hold.set()
    qtbot.waitUntil(lambda: bool(done), timeout=WAIT)
    assert done == ["new"]


def test_the_reader_does_not_wait_for_the_writer(qtbot: QtBot, lanes: Lanes) -> None:
    hold = threading.Event()
    found: list[str] = []
    lanes.write(lambda: Outcome(hold.wait(60)))
    lanes.read(lambda: "found", found.append)
    qtbot.waitUntil(lambda: found == ["found"], timeout=WAIT)
    hold.set()


def test_trouble_goes_to_who_asked_or_is_told(qtbot: QtBot, lanes: Lanes) -> None:
    taken: list[DeskError] = []
    told: list[DeskError] = []
    lanes.failed.connect(told.append)

    def fail() -> Outcome[None]:
        raise DeskError("Ổ đĩa đã đầy.", "Xóa bớt tệp.")

    lanes.write(fail, otherwise=taken.append)
    lanes.write(fail)
    qtbot.waitUntil(lambda: bool(taken and told), timeout=WAIT)
    assert taken[0].sentence == told[0].sentence == "Ổ đĩa đã đầy. Xóa bớt tệp."


@pytest.mark.expects_log
def test_a_bug_is_told_in_words_and_logged_without_a_citizens_words(
    qtbot: QtBot, lanes: Lanes, caplog: pytest.LogCaptureFixture
) -> None:
    taken: list[DeskError] = []

    def fail() -> Outcome[None]:
        raise KeyError("Nguyễn Văn Mẫu")

    lanes.write(fail, otherwise=taken.append)
    qtbot.waitUntil(lambda: bool(taken), timeout=WAIT)
    assert isinstance(taken[0], Bug)
    assert "KeyError at test_lanes.py:" in caplog.text
    assert "Nguyễn" not in caplog.text


def test_closing_finishes_what_was_asked_and_answers_nobody(qtbot: QtBot) -> None:
    lanes = Lanes()
    written: list[int] = []
    answered: list[int] = []

    def write(number: int) -> Outcome[int]:
        written.append(number)
        return Outcome(number)

    for number in range(20):
        lanes.write(partial(write, number), answered.append)
    assert lanes.close(lambda: written.append(-1))
    assert written == [*range(20), -1]
    qtbot.wait(1)
    assert not answered


def test_the_farewell_waits_for_what_other_lanes_still_read(qtbot: QtBot) -> None:
    lanes = Lanes()
    begun, closed = threading.Event(), threading.Event()
    closed_meanwhile: list[bool] = []

    def reading() -> Outcome[None]:
        begun.set()
        closed_meanwhile.append(closed.wait(0.2))
        return Outcome(None)

    lanes.printer(reading)
    assert begun.wait(60)
    assert lanes.close(closed.set)
    assert closed_meanwhile == [False]
    assert closed.is_set()
