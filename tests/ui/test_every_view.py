"""Every page and pane at the screens that count, in both languages: nothing cut off, all named and seen."""

from __future__ import annotations

import random
from collections.abc import Callable
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QLineEdit,
    QScrollArea,
    QTabBar,
    QWidget,
)
from pytestqt.exceptions import TimeoutError

from desk_app.cli.sample_office import found_sample
from desk_app.devices.appearance import Appearance
from desk_app.operations.officers import officer_named
from desk_app.ui.order import reading_order
from desk_app.ui.pages_view import PagesView
from desk_app.ui.screen_walk import ScreenWalk
from desk_app.ui.screenshots import SCREENS
from desk_app.ui.style import Look
from sync.synthetic.people import card_text, person
from sync.synthetic.places import sample_commune
from tests.patience import WAIT
from tests.ui.fitting import unfitting
from tests.ui.steps import Counter

CONTROLS = (QAbstractButton, QLineEdit, QComboBox, QAbstractScrollArea, QTabBar)
POINTS = [(int(across / scale), int(down / scale)) for across, down, scale in SCREENS.values()]
SETTLE_MS = 60


@pytest.fixture
def sample(tmp_path: Path, opened: Callable[..., Counter], monkeypatch: pytest.MonkeyPatch) -> Counter:
    """A window on the sample office, its first officer at it."""
    for name in ("MOTCUA_KEYS", "MOTCUA_STATE"):
        monkeypatch.setenv(name, str(tmp_path / name))  # put back after the test
    counter = opened(found_sample(tmp_path / "sample"))
    counter.until(lambda: counter.running.desk is not None)
    assert counter.running.desk is not None
    if counter.running.session is None:
        counter.running.sit_down(officer_named(counter.running.desk, None))
    return counter


def walk(counter: Counter) -> ScreenWalk:
    assert counter.running.desk is not None
    procedure = counter.running.desk.catalogue.get("1.001193")
    assert procedure is not None
    card = card_text(person(random.Random(1).random, sample_commune()))
    return ScreenWalk(counter.window, procedure, card, lambda _: counter.qtbot.wait(SETTLE_MS))


def fits(window: QWidget) -> bool:
    return unfitting(window) == []


def unfitting_views(sample: Counter) -> dict[str, list[str]]:
    """What does not fit, by view; a view is given time to settle."""
    wrong: dict[str, list[str]] = {}
    for view in walk(sample).views():
        with suppress(TimeoutError):  # all views are named at once
            sample.qtbot.waitUntil(partial(fits, sample.window), timeout=WAIT)
        if not fits(sample.window):
            wrong[view] = unfitting(sample.window)
    return wrong


@pytest.mark.parametrize("language", ["vi", "en"])
@pytest.mark.parametrize("size", POINTS)
def test_no_words_are_cut_off_or_elided(
    sample: Counter, look: Look, size: tuple[int, int], language: str
) -> None:
    look.choose(replace(Appearance(), language=language))
    sample.window.resize(*size)
    assert unfitting_views(sample) == {}
    assert (sample.window.width(), sample.window.height()) == size


def test_larger_type_fits_a_larger_screen(sample: Counter, look: Look) -> None:
    look.choose(replace(Appearance(), size=125))
    sample.window.resize(1366, 728)
    assert unfitting_views(sample) == {}


def controls(window: QWidget) -> list[QWidget]:
    return [
        widget
        for widget in window.findChildren(QWidget)
        if isinstance(widget, CONTROLS)
        and widget.isVisible()
        and widget.focusPolicy() & Qt.FocusPolicy.TabFocus
        and widget.isEnabled()
    ]


def test_every_control_of_every_view_has_a_name_and_a_role(sample: Counter) -> None:
    wrong: dict[str, list[str]] = {}
    none = (QAccessible.Role.NoRole, QAccessible.Role.Client)
    for view in walk(sample).views():
        for widget in controls(sample.window):
            seen = QAccessible.queryAccessibleInterface(widget)
            # A pane that scrolls is a client area to Qt; what it holds has roles of its own.
            allowed = type(widget) in (QScrollArea, PagesView) and seen.role() != QAccessible.Role.NoRole
            if not seen.text(QAccessible.Text.Name).strip() or (seen.role() in none and not allowed):
                wrong.setdefault(view, []).append(repr(widget))
    assert wrong == {}


def chain(start: QWidget) -> list[QWidget]:
    walked, widget = [start], start.nextInFocusChain()
    while widget is not None and widget is not start:
        walked.append(widget)
        widget = widget.nextInFocusChain()
    return walked


def test_tab_follows_reading_in_every_view(sample: Counter) -> None:
    wrong = {}
    for view in walk(sample).views():
        page = sample.window.stack.currentWidget()
        assert page is not None
        wanted = [one for one in reading_order(page) if one.isVisible() and one.isEnabled()]
        if wanted:
            walked = [one for one in chain(wanted[0]) if one in wanted]
            if walked != wanted:
                wrong[view] = [
                    (one, other) for one, other in zip(walked, wanted, strict=True) if one is not other
                ]
    assert wrong == {}


@pytest.mark.parametrize("shade", ["light", "dark"])
def test_the_focus_is_seen_on_every_control(sample: Counter, look: Look, shade: str) -> None:
    look.choose(replace(Appearance(), shade=shade))
    unseen: dict[str, list[str]] = {}
    for view in walk(sample).views():
        page = sample.window.stack.currentWidget()
        assert page is not None
        for widget in controls(page):
            focused = QApplication.focusWidget()
            if focused is not None:
                focused.clearFocus()
            before = widget.grab().toImage()
            widget.setFocus(Qt.FocusReason.TabFocusReason)
            if QApplication.focusWidget() is widget and widget.grab().toImage() == before:
                unseen.setdefault(view, []).append(repr(widget))
    assert unseen == {}


def test_a_list_is_read_line_by_line(sample: Counter) -> None:
    sample.go(Qt.Key.Key_F3)
    sample.until(sample.finding.rows.rowCount)
    table = sample.finding.table
    assert isinstance(table, QAbstractItemView)
    seen = QAccessible.queryAccessibleInterface(table)
    assert seen.role() == QAccessible.Role.Table
    read = [seen.child(at).text(QAccessible.Text.Name) for at in range(seen.childCount())]
    assert sample.finding.rows.row(0).number in read  # type: ignore[union-attr]
