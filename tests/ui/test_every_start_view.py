"""Every question of the first start at the screens that count: nothing cut off, all named and reached."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QScrollArea
from pytestqt.exceptions import TimeoutError

from desk_app.cli.sample_office import answers
from desk_app.devices.appearance import Appearance
from desk_app.ui.order import reading_order
from desk_app.ui.screen_walk import StartWalk
from desk_app.ui.style import Look
from tests.ui.fitting import unfitting
from tests.ui.own_words import own_words, strings_in
from tests.ui.steps import Counter
from tests.ui.test_every_view import POINTS, SETTLE_MS, chain, controls, fits

Open = Callable[..., Counter]
VIEWS = 11


def begun(opened: Open, folder: Path) -> Counter:
    """A window on an empty folder, its first question asked."""
    counter = opened(folder / "desk")
    counter.until(lambda: counter.running.first is not None)
    return counter


def views(counter: Counter) -> Iterator[str]:
    """Each question while it is in front."""
    assert counter.running.first is not None
    walk = StartWalk(counter.running.first, answers(), lambda _: counter.qtbot.wait(SETTLE_MS))
    yield from walk.views()


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("size", POINTS)
def test_no_words_of_the_first_start_are_cut_off(
    tmp_path: Path, opened: Open, look: Look, size: tuple[int, int], language: str
) -> None:
    look.choose(replace(Appearance(), language=language))
    counter = begun(opened, tmp_path)
    counter.window.resize(*size)
    wrong, seen = {}, 0
    for view in views(counter):
        seen += 1
        with suppress(TimeoutError):  # all views are named at once
            counter.qtbot.waitUntil(partial(fits, counter.window), timeout=2_000)
        if not fits(counter.window):
            wrong[view] = unfitting(counter.window)
    assert (wrong, seen) == ({}, VIEWS)
    assert (counter.window.width(), counter.window.height()) == size


def test_the_first_start_says_no_vietnamese_word_of_its_own_in_english(
    tmp_path: Path, opened: Open, look: Look
) -> None:
    look.choose(replace(Appearance(), language="en"))
    counter = begun(opened, tmp_path)
    data = {*strings_in(answers()), "Ủy ban nhân dân xã …", "MẪU"}
    wrong: dict[str, list[str]] = {}
    for view in views(counter):
        with suppress(TimeoutError):  # all views are named at once
            counter.qtbot.waitUntil(lambda: own_words(counter.window, data) == [], timeout=2_000)
        if left := own_words(counter.window, data):
            wrong[view] = left
    assert wrong == {}


def test_every_question_is_named_and_reached_in_reading_order(tmp_path: Path, opened: Open) -> None:
    counter = begun(opened, tmp_path)
    nameless, astray = [], []
    for view in views(counter):
        page = counter.running.first
        assert page is not None
        for widget in controls(page):
            seen = QAccessible.queryAccessibleInterface(widget)
            if type(widget) is not QScrollArea and not seen.text(QAccessible.Text.Name).strip():
                nameless.append((view, repr(widget)))
        wanted = [one for one in reading_order(page) if one.isVisible() and one.isEnabled()]
        if [one for one in chain(wanted[0]) if one in wanted] != wanted:
            astray.append(view)
    assert (nameless, astray) == ([], [])


@pytest.mark.parametrize("shade", ["light", "dark"])
def test_the_focus_is_seen_on_every_control_of_the_first_start(
    tmp_path: Path, opened: Open, look: Look, shade: str
) -> None:
    look.choose(replace(Appearance(), shade=shade))
    counter = begun(opened, tmp_path)
    unseen = []
    for view in views(counter):
        assert counter.running.first is not None
        for widget in controls(counter.running.first):
            focused = QApplication.focusWidget()
            if focused is not None:
                focused.clearFocus()
            before = widget.grab().toImage()
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            if QApplication.focusWidget() is widget and widget.grab().toImage() == before:
                unseen.append((view, repr(widget)))
    assert unseen == []
