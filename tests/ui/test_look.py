"""The look: contrast, names for screen readers, tab order, and nothing cut off at the sizes that count."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from desk_app.devices.screen import colours, pictures, style_sheet
from desk_app.ui.order import reading_order
from desk_app.ui.style import dressed
from desk_app.ui.window import PAGES
from tests.ui.steps import CARD, Counter, press, scan, type_in

TOKENS = colours()
CONTROLS = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)


def luminance(colour: str) -> float:
    parts = [part / 255 for part in QColor(colour).getRgb()[:3]]  # type: ignore[index]
    linear = [part / 12.92 if part <= 0.03928 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


@pytest.mark.parametrize("shade", ["light", "dark"])
def test_words_stand_out_from_what_they_are_written_on(shade: str) -> None:
    tokens = TOKENS[shade]
    words = ("text", "quiet", "primary", "due-soon", "overdue", "done")
    pairs = list(itertools.product(words, ("page", "surface")))
    pairs += [("on-primary", "primary"), ("on-primary", "primary-strong"), ("text", "chosen")]
    weak = {pair: contrast(tokens[pair[0]], tokens[pair[1]]) for pair in pairs}
    assert {pair: ratio for pair, ratio in weak.items() if ratio < 4.5} == {}
    assert contrast(tokens["control"], tokens["surface"]) >= 2.8, "borders of controls"


@pytest.mark.parametrize("shade", ["light", "dark"])
def test_every_name_of_the_style_sheet_is_a_token(shade: str) -> None:
    assert "$" not in dressed(style_sheet(), TOKENS[shade] | pictures(shade)).partition("*/")[2]


def pages(counter: Counter) -> Iterator[QWidget]:
    for key in PAGES:
        counter.window.go(key)
        yield counter.window


def filled(counter: Counter) -> None:
    type_in("dkks")
    counter.until(lambda: counter.intake.form.procedure.search.open)
    press(Qt.Key.Key_Return)
    scan(CARD)
    form = counter.intake.form
    form.owner_differs.setChecked(True)
    form.owner.unfold()
    form.due.why.setChecked(True)
    counter.until(form.due.explanation.text)


def test_every_control_has_a_name_and_a_role(counter: Counter) -> None:
    filled(counter)
    nameless = []
    for window in pages(counter):
        for widget in window.findChildren(QWidget):
            if isinstance(widget, CONTROLS) and widget.focusPolicy() != Qt.FocusPolicy.NoFocus:
                seen = QAccessible.queryAccessibleInterface(widget)
                if not seen.text(QAccessible.Text.Name).strip() or seen.role() == QAccessible.Role.NoRole:
                    nameless.append(widget)
    assert nameless == []


def test_tab_follows_reading_through_the_whole_page(counter: Counter) -> None:
    filled(counter)
    page = counter.intake
    wanted = [widget for widget in reading_order(page) if widget.isVisible() and widget.isEnabled()]
    wanted[0].setFocus()
    walked: list[QWidget] = []
    for _ in wanted:
        walked.append(counter.window.focusWidget())
        press(Qt.Key.Key_Tab)
    # Of a group of radio buttons Tab reaches the chosen one only; the arrow keys reach the rest.
    radios = [button for button in page.form.return_by.buttons.values() if not button.isChecked()]
    assert walked[: len(wanted) - len(radios)] == [widget for widget in wanted if widget not in radios]


def cut_off(window: QWidget) -> list[str]:
    """Words whose widget is smaller than they are, or lies outside what holds it."""
    found = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or not isinstance(widget, (QLabel, QAbstractButton)) or not widget.text():
            continue
        if isinstance(widget, QLabel) and widget.wordWrap():
            cut = widget.heightForWidth(widget.width()) > widget.height() + 1
        else:
            cut = widget.sizeHint().width() > widget.width() + 1
        right = widget.mapTo(window, QPoint(widget.width(), 0)).x()
        if cut or right > window.width() + 1:
            found.append(widget.text())
    return found


def nothing_cut_off(window: QWidget) -> bool:
    return cut_off(window) == []


@pytest.mark.parametrize("size", [(1366, 728), (1024, 728), (1024, 600), (960, 540)])
def test_no_words_are_cut_off(counter: Counter, size: tuple[int, int]) -> None:
    counter.window.resize(*size)
    filled(counter)
    for window in pages(counter):
        counter.until(partial(nothing_cut_off, window))


def test_the_slip_folds_away_on_a_narrow_screen(counter: Counter) -> None:
    assert counter.intake.side.isVisible()
    counter.window.resize(1024, 700)
    counter.until(lambda: not counter.intake.side.isVisible())
    counter.window.resize(1366, 728)
    counter.until(counter.intake.side.isVisible)


def test_the_rail_shows_only_pages_that_work(counter: Counter) -> None:
    assert list(counter.window.rail.buttons) == ["F2", "F3", "F4", "F5", "F6", "F7", "F8", "F10", "F11"]
    for key in counter.window.rail.buttons:
        assert counter.window.page(key) is not None
