"""What of a window's own words is Vietnamese: all that is seen or read aloud, without what is data."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QLineEdit,
    QListWidget,
    QTabBar,
    QTableView,
    QWidget,
)

VIETNAMESE = re.compile("[\u00c0-\u024f\u1ea0-\u1ef9]")
KEPT = ("Một cửa", "Tiếng Việt")
"""The program's name, a language under its own name."""
MONEY = r"(?<=\d) đ\b"
SAYINGS = {"text", "limit", "limit_online", "limit_post"}
"""Fields of records that hold the program's own sentences."""


def own_words(window: QWidget, data: Iterable[str]) -> list[str]:
    """Texts that are Vietnamese once the data is taken out of them, each with the kind of widget."""
    words = sorted({one for one in data if one.strip()} | set(KEPT), key=len, reverse=True)
    taken = re.compile("|".join([*map(re.escape, words), MONEY]), re.IGNORECASE)
    found: dict[str, None] = {}
    for widget in window.findChildren(QWidget):
        if widget.isVisible():
            for text in texts_of(widget):
                if VIETNAMESE.search(taken.sub("", text)):
                    found[f"{type(widget).__name__}: {text}"] = None
    return list(found)


def texts_of(widget: QWidget) -> Iterator[str]:
    """All a widget shows or has read aloud, but what was typed."""
    yield widget.accessibleName()
    yield widget.accessibleDescription()
    yield widget.toolTip()
    if isinstance(widget, (QLabel, QAbstractButton)):
        yield widget.text()
    elif isinstance(widget, QLineEdit):
        yield widget.placeholderText()
    elif isinstance(widget, QComboBox):
        yield from (widget.itemText(at) for at in range(widget.count()))
    elif isinstance(widget, QTabBar):
        yield from (widget.tabText(at) for at in range(widget.count()))
    elif isinstance(widget, QListWidget):
        yield from (widget.item(at).text() for at in range(widget.count()))
    elif isinstance(widget, QTableView) and widget.model() is not None:
        yield from _of_table(widget)


def _of_table(table: QTableView) -> Iterator[str]:
    model = table.model()
    for column in range(model.columnCount()):
        yield str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        for row in range(min(model.rowCount(), 30)):
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                yield str(model.index(row, column).data(role) or "")


def strings_in(value: Any) -> Iterator[str]:
    """Every text inside records, lists and mappings."""
    if isinstance(value, str):
        yield value
        yield from value.split("\n")
    elif is_dataclass(value):
        for field in fields(value):
            if field.name not in SAYINGS:
                yield from strings_in(getattr(value, field.name))
    elif isinstance(value, Mapping):
        yield from strings_in(list(value.values()))
    elif isinstance(value, (list, tuple, set, frozenset)):
        for one in value:
            yield from strings_in(one)
