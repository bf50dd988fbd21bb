"""What of a window's words does not fit where it stands: cut off, elided, outside, or one over another."""

from __future__ import annotations

import itertools
from collections.abc import Iterator

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QHeaderView,
    QLabel,
    QLayout,
    QLineEdit,
    QListWidget,
    QScrollArea,
    QStackedLayout,
    QTabBar,
    QTableView,
    QWidget,
)

SHORTENED = {"Chủ hồ sơ", "Thủ tục", "Concerns", "Procedure", "Người nộp", "Applicant"}
"""Columns of names and procedures, of any length: they end in “…”; the dossier shows them whole."""
_COMBO_FRAME = 46
_LINE_FRAME = 24
_CELL_FRAME = 16
_HEAD_FRAME = 22


def unfitting(window: QWidget) -> list[str]:
    """Words that do not fit, each with the kind of widget; empty: all is well."""
    found: list[str] = []
    for widget in window.findChildren(QWidget):
        if not widget.isVisible() or widget.visibleRegion().isEmpty():
            continue
        found += [f"{type(widget).__name__}: {words}" for words in _of(widget)]
        right = widget.mapTo(window, QPoint(widget.width(), 0)).x()
        if isinstance(widget, (QLabel, QAbstractButton)) and right > window.width() + 1:
            found.append(f"outside: {widget.text()}")
        found += [f"overlapping: {_named(one)} / {_named(other)}" for one, other in _overlapping(widget)]
        if isinstance(widget, QScrollArea) and _cut_sideways(widget):
            found.append(f"wider than its area: {_named(widget)}")
    return found


def _named(widget: QWidget) -> str:
    text = widget.text() if isinstance(widget, (QLabel, QAbstractButton, QLineEdit)) else ""
    return f"{type(widget).__name__} {(text or widget.accessibleName())[:40]}".strip()


def _overlapping(parent: QWidget) -> Iterator[tuple[QWidget, QWidget]]:
    """Pairs that a layout has laid one over the other."""
    layout = parent.layout()
    if layout is None or isinstance(layout, QStackedLayout):
        return
    inside = [one for one in _laid_out(layout) if one.isVisible()]
    for one, other in itertools.combinations(inside, 2):
        common = one.geometry().intersected(other.geometry())
        if min(common.width(), common.height()) > 1:
            yield one, other


def _laid_out(layout: QLayout) -> Iterator[QWidget]:
    for at in range(layout.count()):
        item = layout.itemAt(at)
        widget, inner = (item.widget(), item.layout()) if item is not None else (None, None)
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid_out(inner)


def _cut_sideways(area: QScrollArea) -> bool:
    """Whether part of what the area holds is beyond its edge, where no bar leads."""
    held = area.widget()
    if held is None or area.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff:
        return False
    return held.width() > area.viewport().width() + 1


def _of(widget: QWidget) -> Iterator[str]:
    if isinstance(widget, (QLabel, QAbstractButton)):
        if widget.text() and _cut(widget):
            yield widget.text()
    elif isinstance(widget, (QComboBox, QLineEdit)):
        yield from _of_field(widget)
    elif isinstance(widget, QTabBar):
        for at in range(widget.count()):
            place, words = widget.tabRect(at), widget.tabText(at)
            if (
                widget.fontMetrics().horizontalAdvance(words) > place.width()
                or place.right() > widget.width()
            ):
                yield words
    elif isinstance(widget, QTableView):
        yield from _of_table(widget)
    elif isinstance(widget, QListWidget):
        yield from _of_list(widget)


def _cut(widget: QLabel | QAbstractButton) -> bool:
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.heightForWidth(widget.width()) > widget.height() + 1
    wanted = widget.sizeHint()
    return wanted.width() > widget.width() + 1 or widget.fontMetrics().height() > widget.height() + 1


def _of_field(widget: QComboBox | QLineEdit) -> Iterator[str]:
    if isinstance(widget, QComboBox):
        words, frame = widget.currentText(), _COMBO_FRAME
    else:  # an empty line invites; a filled one scrolls
        words, frame = "" if widget.text() else widget.placeholderText(), _LINE_FRAME
    if words and widget.fontMetrics().horizontalAdvance(words) > widget.width() - frame:
        yield words


def _of_list(widget: QListWidget) -> Iterator[str]:
    if widget.textElideMode() == Qt.TextElideMode.ElideNone and widget.wordWrap():
        return
    room = widget.viewport().width() - _CELL_FRAME
    for at in range(widget.count()):
        words = widget.item(at).text()
        if max(map(widget.fontMetrics().horizontalAdvance, words.split("\n"))) > room:
            yield words


def _of_table(table: QTableView) -> Iterator[str]:
    model, header = table.model(), table.horizontalHeader()
    if model is None:
        return
    for column in range(model.columnCount()):
        if table.isColumnHidden(column):
            continue
        title = str(model.headerData(column, Qt.Orientation.Horizontal) or "")
        if header.isVisible() and _advance(header, title) > header.sectionSize(column) - _HEAD_FRAME:
            yield title
        if title in SHORTENED or table.wordWrap():
            continue
        for row in range(min(model.rowCount(), 30)):
            words = str(model.index(row, column).data() or "")
            widest = max(map(table.fontMetrics().horizontalAdvance, words.split("\n")))
            if widest > table.columnWidth(column) - _CELL_FRAME:
                yield words


def _advance(header: QHeaderView, title: str) -> int:
    return max(map(header.fontMetrics().horizontalAdvance, title.split("\n")))
