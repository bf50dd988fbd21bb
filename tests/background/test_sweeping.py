"""Cycles are collected in the window's thread and in no other while a window is open."""

from __future__ import annotations

import gc
import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from desk_app.background.lanes import Lanes
from desk_app.background.sweeping import Sweeping, sweep
from desk_app.domain.mistakes import DeskError
from tests.patience import WAIT


class Knot:
    """Refers to itself; notes the thread in which it goes."""

    def __init__(self, gone_in: list[int]) -> None:
        self.self, self._gone_in = self, gone_in

    def __del__(self) -> None:
        self._gone_in.append(threading.get_ident())


class Part:
    """Of a page: a job holds it by its method. Notes the thread in which it goes."""

    def __init__(self, gone_in: list[int]) -> None:
        self._gone_in, self.heard = gone_in, False

    def hear(self, _answer: object) -> None:
        """The job's answer."""
        self.heard = True

    def fail(self) -> None:
        """A job that fails; its traceback holds this part."""
        raise DeskError("Không được.", "Làm lại.")

    def __del__(self) -> None:
        self._gone_in.append(threading.get_ident())


@pytest.fixture
def sweeping(qapp: QObject) -> Iterator[Sweeping]:
    made = Sweeping(QObject(qapp))
    yield made
    made.end()


@pytest.fixture
def lanes(qapp: QObject) -> Iterator[Lanes]:
    made = Lanes()
    yield made
    made.close()


def many_objects() -> list[list[int]]:
    """More than any threshold of the collector."""
    return [[] for _ in range(20_000)]


def test_a_cycle_goes_in_the_windows_thread_whoever_made_objects(
    qtbot: QtBot, sweeping: Sweeping, lanes: Lanes
) -> None:
    gc.collect()
    gone_in: list[int] = []
    Knot(gone_in)
    made: list[object] = []  # what is freed again at once is no reason to collect
    lanes.read(many_objects, made.append)
    qtbot.waitUntil(lambda: bool(gone_in), timeout=WAIT)
    assert gone_in == [threading.get_ident()]


def test_python_collects_by_itself_again_when_the_last_window_is_closed(qapp: QObject) -> None:
    first, second = Sweeping(QObject(qapp)), Sweeping(QObject(qapp))
    first.end()
    first.end()
    assert not gc.isenabled()
    second.end()
    assert gc.isenabled()


def test_nothing_is_collected_before_it_is_due(sweeping: Sweeping) -> None:
    gc.collect()
    gone_in: list[int] = []
    Knot(gone_in)
    sweep(full=True)
    assert gone_in == []


@pytest.mark.parametrize("fails", [False, True])
def test_a_lane_is_never_the_last_to_hold_a_part_of_a_page(qtbot: QtBot, lanes: Lanes, fails: bool) -> None:
    gone_in: list[int] = []
    for _ in range(50):
        part = Part(gone_in)
        lanes.read(part.fail if fails else (lambda: None), part.hear, part.hear)
        del part
    qtbot.waitUntil(lambda: len(gone_in) == 50, timeout=WAIT)
    assert gone_in == [threading.get_ident()] * 50
