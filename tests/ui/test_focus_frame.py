"""The focus is one whole frame: nothing is painted inside it, and what scrolls does not lie over it."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, QStringListModel, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QCheckBox,
    QLineEdit,
    QListWidget,
    QRadioButton,
    QTableView,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from desk_app.devices.screen import colours
from desk_app.ui.parts import ScrollBody, Words, link_button, main_button, plain_button, scroll_area
from desk_app.ui.style import Look
from tests.patience import WAIT

FRAME = 4
"""Pixels of a button's edge that the focus may change: the border and its rounded corners."""
PRIMARY = colours()["light"]["primary"]


@pytest.fixture
def beside(qtbot: QtBot, look: Look) -> Callable[[QWidget], QWidget]:
    """Shows a control under a line that has the focus."""
    look.put(dark=False)
    kept: list[QWidget] = []

    def show(control: QWidget) -> QWidget:
        window = QWidget()
        kept.append(window)
        column = QVBoxLayout(window)
        column.addWidget(QLineEdit())
        column.addWidget(control)
        qtbot.addWidget(window)
        window.resize(360, 240)
        with qtbot.waitExposed(window, timeout=WAIT):
            window.show()
        window.activateWindow()
        qtbot.waitUntil(window.isActiveWindow, timeout=WAIT)
        window.findChildren(QLineEdit)[0].setFocus()
        return control

    return show


def tabbed_to(qtbot: QtBot, control: QWidget) -> QImage:
    """What the control looks like once Tab has led to it."""
    QTest.keyClick(control.window(), Qt.Key.Key_Tab)
    qtbot.waitUntil(control.hasFocus, timeout=WAIT)
    return control.grab().toImage()


@pytest.mark.parametrize(
    "make", [plain_button, main_button, link_button, QCheckBox, QRadioButton], ids=lambda one: one.__name__
)
def test_tab_changes_the_frame_and_nothing_inside_it(
    qtbot: QtBot, beside: Callable[[QWidget], QWidget], make: Callable[[str], QWidget]
) -> None:
    control = beside(make("Ghi nhận"))
    before = control.grab().toImage()
    after = tabbed_to(qtbot, control)
    assert before != after
    inside = before.rect().adjusted(FRAME, FRAME, -FRAME, -FRAME)
    assert before.copy(inside) == after.copy(inside)


def edges(picture: QImage) -> set[str]:
    """The colours of the outermost line on each side, away from the corners."""
    wide, high = picture.width(), picture.height()
    lines = [QRect(8, 0, wide - 16, 2), QRect(8, high - 2, wide - 16, 2)]
    lines += [QRect(0, 8, 2, high - 16), QRect(wide - 2, 8, 2, high - 16)]
    return {
        QColor(picture.pixel(x, y)).name().upper()
        for line in lines
        for x in range(line.left(), line.right() + 1)
        for y in range(line.top(), line.bottom() + 1)
    }


def table() -> QWidget:
    made = QTableView()
    made.setModel(QStringListModel([f"Hồ sơ {at}" for at in range(40)], made))
    made.setAlternatingRowColors(True)
    made.setTabKeyNavigation(False)
    return made


def listed() -> QWidget:
    made = QListWidget()
    made.addItems([f"Hồ sơ {at}" for at in range(40)])
    return made


def read() -> QWidget:
    body, area = ScrollBody(), scroll_area("Hướng dẫn", takes_focus=True)
    column = QVBoxLayout(body)
    column.setContentsMargins(0, 0, 0, 0)
    for at in range(40):
        column.addWidget(Words(f"Dòng {at}", wrap=True))
    body.setStyleSheet("QLabel { background: #FFFFFF; }")
    area.setWidget(body)
    return area


@pytest.mark.parametrize("make", [table, listed, read])
def test_the_frame_of_what_scrolls_is_whole(
    qtbot: QtBot, beside: Callable[[QWidget], QWidget], make: Callable[[], QWidget]
) -> None:
    assert edges(tabbed_to(qtbot, beside(make()))) == {PRIMARY}
