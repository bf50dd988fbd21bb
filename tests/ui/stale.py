"""Python objects for items of a layout that Qt deleted long ago.

PySide makes one where a layout is asked for its items (`itemAt`, `takeAt`, `replaceWidget`) and where a
layout that holds something already is added to another. Qt deletes its item without a word when the widget
leaves the layout; the object stays, answers for whatever comes to lie at that address, and the process dies
when that is deleted.
"""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QSpacerItem, QWidgetItem
from shiboken6.Shiboken import getAllValidWrappers


def stale_layout_items() -> list[str]:
    """The kinds of those objects that no layout knows any more; asked while the windows still stand."""
    known = getAllValidWrappers()
    items = [one for one in known if isinstance(one, QWidgetItem | QSpacerItem)]
    for layout in (one for one in known if isinstance(one, QLayout)):
        items = [one for one in items if layout.indexOf(one) < 0]
    return [type(one).__name__ for one in items]
