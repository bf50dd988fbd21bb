"""The forms of Cài đặt – Máy in, each with where it is printed."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent

from desk_app.ui.settings_forms import FormList
from desk_app.ui.tongue import tr

_PADDING: Final = 12


class PlaceList(FormList):
    """The forms, each with where it goes below its title. The height of a line is ours to say: Qt reckons it
    without the room the style sheet leaves at the sides.
    """

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Mẫu giấy và nơi in"))
        # A bar that comes later would narrow the lines after their height was settled.
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)

    def put(self, lines: list[str], row: int) -> None:
        """Other words; the row chosen."""
        self.blockSignals(True)
        if self.count() != len(lines):
            self.clear()
            self.addItems(lines)
        for at, words in enumerate(lines):
            self.item(at).setText(words)
        self._fit()
        self.setCurrentRow(row)
        self.blockSignals(False)

    def _fit(self) -> None:
        wide = self.viewport().width()
        room = QRect(0, 0, max(80, wide - 2 * _PADDING), 1_000)
        for at in range(self.count()):
            item = self.item(at)
            needed = self.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), item.text())
            item.setSizeHint(QSize(wide, needed.height() + 2 * _PADDING + 2))

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)
