"""Tab follows reading: left to right, top to bottom, as the layouts say."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QScrollArea, QWidget


def reading_order(widget: QWidget) -> Iterator[QWidget]:
    """The controls inside `widget` that Tab can reach, hidden ones too, in the order they are read."""
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        if inside is not None:
            yield from reading_order(inside)
        return
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
        return
    layout: QLayout | None = widget.layout()
    if layout is not None:
        yield from _of_layout(layout)


def _of_layout(layout: QLayout) -> Iterator[QWidget]:
    places = range(layout.count())
    if isinstance(layout, QGridLayout):
        # Row, column and spans; PySide's stub does not say that they come as a tuple.
        cells: dict[int, tuple[int, ...]] = {at: cast("Any", layout.getItemPosition(at)) for at in places}
        ordered = sorted(places, key=lambda at: cells[at][:2])
    else:
        ordered = list(places)
    for at in ordered:
        item = layout.itemAt(at)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if inner is not None:
            yield from _of_layout(inner)
        elif widget is not None:
            yield from reading_order(widget)


def tab_in_reading_order(widget: QWidget) -> None:
    """Makes Tab go through the controls of `widget` as they are read."""
    for before, after in itertools.pairwise(reading_order(widget)):
        QWidget.setTabOrder(before, after)
