"""Tab follows reading: left to right, top to bottom, as the layouts say."""

from __future__ import annotations

import itertools
from typing import Any, cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLayout, QScrollArea, QWidget

_BY_TAB = frozenset({Qt.FocusPolicy.TabFocus, Qt.FocusPolicy.StrongFocus, Qt.FocusPolicy.WheelFocus})


def reading_order(widget: QWidget) -> list[QWidget]:
    """The controls inside `widget` that Tab can reach, hidden ones too, in the order they are read."""
    found: list[QWidget] = []
    _read(widget, found)
    return found


def _read(widget: QWidget, found: list[QWidget]) -> None:
    if isinstance(widget, QScrollArea):
        inside = widget.widget()
        if inside is not None:
            _read(inside, found)
    elif widget.focusPolicy() in _BY_TAB:
        found.append(widget)
    else:
        layout: QLayout | None = widget.layout()
        if layout is not None:
            children = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
            _read_layout(layout, children, found)


def _read_layout(layout: QLayout, widgets: list[QWidget], found: list[QWidget]) -> None:
    """`widgets` are all that the layout and those inside it may hold.

    WORKAROUND (seen by others: https://github.com/napari/napari/pull/7367): a layout's items are never asked
    for (`itemAt`). Python keeps what it was given of them after Qt has deleted them with their widget, and
    takes whatever comes to lie at the same address, an event maybe, for such an item.
    """
    inside: list[QWidget | QLayout] = [one for one in layout.children() if isinstance(one, QLayout)]
    places = [(layout.indexOf(one), one) for one in (*inside, *widgets)]
    held = [(at, one) for at, one in places if at >= 0]
    if isinstance(layout, QGridLayout):
        # Row, column and spans; PySide's stub does not say that they come as a tuple.
        cells: dict[int, tuple[int, ...]] = {at: cast("Any", layout.getItemPosition(at)) for at, _ in held}
        held.sort(key=lambda one: (cells[one[0]][:2], one[0]))
    else:
        held.sort(key=lambda one: one[0])
    for _, one in held:
        if isinstance(one, QLayout):
            _read_layout(one, widgets, found)
        else:
            _read(one, found)


def tab_in_reading_order(widget: QWidget) -> None:
    """Makes Tab go through the controls of `widget` as they are read."""
    for before, after in itertools.pairwise(reading_order(widget)):
        QWidget.setTabOrder(before, after)
