"""Tab follows reading, and finding that out leaves nothing behind."""

from __future__ import annotations

import re
from pathlib import Path

import shiboken6
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QPushButton, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

import desk_app.ui
from desk_app.ui.order import reading_order, tab_in_reading_order


def test_rows_within_columns_within_cells_are_read_left_to_right_and_down(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    made = {name: QPushButton(name) for name in ("ok", "one", "two", "three", "four")}
    # Parents first, so that being a child comes in another order than being read.
    for button in made.values():
        button.setParent(page)
    column = QVBoxLayout(page)
    column.addWidget(QLabel("not for Tab"))
    grid, row = QGridLayout(), QHBoxLayout()
    column.addLayout(grid)
    row.addWidget(made["two"])
    row.addWidget(made["three"])
    grid.addWidget(made["four"], 1, 0)
    grid.addLayout(row, 0, 1)
    grid.addWidget(made["one"], 0, 0)
    column.addStretch(1)
    column.addWidget(made["ok"])
    assert [one.text() for one in reading_order(page) if isinstance(one, QPushButton)] == [
        "one",
        "two",
        "three",
        "four",
        "ok",
    ]


def test_a_child_in_no_layout_is_not_read(qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    placed, loose = QLineEdit(page), QLineEdit(page)
    QVBoxLayout(page).addWidget(placed)
    assert reading_order(page) == [placed]
    assert loose.parent() is page


def test_no_item_of_a_layout_is_left_in_pythons_hands(qtbot: QtBot) -> None:
    """Qt deletes it with its widget, and Python takes what lies there next for it."""
    page = QWidget()
    qtbot.addWidget(page)
    column, grid = QVBoxLayout(page), QGridLayout()
    column.addWidget(QPushButton("a"))
    column.addLayout(grid)
    grid.addWidget(QPushButton("b"), 0, 0)
    tab_in_reading_order(page)
    assert "QWidgetItem" not in shiboken6.dump(column) + shiboken6.dump(grid)


def test_nothing_in_the_window_asks_for_an_item_of_a_layout() -> None:
    rooms = Path(desk_app.ui.__file__).parent.rglob("*.py")
    assert [one.name for one in rooms if re.search(r"\.itemAt\(", one.read_text(encoding="utf-8"))] == []


def test_nothing_in_the_program_filters_every_event_there_is() -> None:
    rooms = Path(desk_app.__file__).parent.rglob("*.py")
    found = r"(application|app|instance\(\))\.installEventFilter"
    assert [one.name for one in rooms if re.search(found, one.read_text(encoding="utf-8"))] == []
