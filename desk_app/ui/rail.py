"""The rail on the left: one key and one word for each page that works."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout

from desk_app.ui.measures import GAP, sized
from desk_app.ui.tongue import tr

WIDTH = 152
_BUTTON = 52
"""The height of a button and what lies between two."""


class Rail(QFrame):
    """`picked` carries the key (``F2``) of the page that is wanted, `picture_wanted` a scan from a picture.

    The button for pictures stands at the foot, where the pages leave room; its key works always.
    """

    picked = Signal(str)
    picture_wanted = Signal()

    def __init__(self, pages: dict[str, str]) -> None:
        super().__init__()
        self.setObjectName("rail")
        self.setFixedWidth(sized(WIDTH))
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP * 2, GAP, GAP)
        column.setSpacing(4)
        for key, title in pages.items():
            button = QPushButton(f"{key}  {title}")
            button.setAccessibleName(tr("{0}, phím {1}").format(title, key))
            button.setCheckable(True)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _, key=key: self.picked.emit(key))
            self._group.addButton(button)
            self.buttons[key] = button
            column.addWidget(button)
        column.addStretch(1)
        self.picture = QPushButton(tr("Quét ảnh\nCtrl+O"), self)
        self.picture.setAccessibleName(tr("Quét từ ảnh hoặc webcam, phím Ctrl+O"))
        self.picture.setAutoDefault(False)
        self.picture.clicked.connect(self.picture_wanted)
        self._last = list(self.buttons.values())[-1]
        self.open(False)

    def _fit(self) -> None:
        """On a low screen the buttons stand closer, never over each other."""
        shown = sum(not button.isHidden() for button in self.buttons.values())
        tight = self.height() < sized(_BUTTON) * shown + 3 * GAP
        if bool(self.property("tight")) != tight:
            self.setProperty("tight", tight)
            for button in self.buttons.values():
                button.style().unpolish(button)
                button.style().polish(button)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        # Outside the layout: it must not ask for height that a small screen does not have.
        super().resizeEvent(event)
        high = self.picture.sizeHint().height()
        self.picture.setGeometry(GAP, self.height() - high - GAP, self.width() - 2 * GAP - 1, high)
        self.picture.setVisible(self._last.geometry().bottom() + GAP < self.picture.y())

    def open(self, working: bool, keys: Collection[str] | None = None) -> None:
        """Whether the pages can be gone to; `keys`: only these, and of the others nothing is seen."""
        self._group.setExclusive(working)
        for key, button in self.buttons.items():
            button.setVisible(keys is None or key in keys)
            button.setEnabled(working and (keys is None or key in keys))
            button.setChecked(button.isChecked() and working)
        self._fit()
        self.picture.setEnabled(working)

    def mark(self, key: str) -> None:
        """Which page is in front."""
        self.buttons[key].setChecked(True)
