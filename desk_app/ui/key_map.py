"""The keys (F1): of the page one is on, of the window, and those that hold everywhere, in two columns."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.ui.keys import EVERYWHERE, Key
from desk_app.ui.measures import sized
from desk_app.ui.parts import GAP, MARGIN, ScrollBody, Words, main_button, plain_button, scroll_area
from desk_app.ui.tongue import tr

if TYPE_CHECKING:
    from collections.abc import Sequence

    Group = tuple[str, Sequence[Key]]

KEY_WIDTH = 96


class KeyMap(QWidget):
    """Lies where the page was; `left` when that is wanted again, `manual_wanted` for the manual."""

    left = Signal()
    manual_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title = Words("", "title")
        self.to_manual = main_button(tr("F1  Đọc hướng dẫn của trang này"))
        self.to_manual.clicked.connect(self.manual_wanted)
        self.close_button = plain_button(tr("Esc  Trở lại trang"))
        self.close_button.clicked.connect(self.left)
        self.area = scroll_area(tr("Bảng phím"), takes_focus=True)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.to_manual)
        row.addWidget(self.close_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, GAP * 2, MARGIN, GAP * 2)
        column.setSpacing(GAP)
        column.addWidget(self.title)
        column.addWidget(self.area, 1)
        column.addLayout(row)

    def put(self, page: str, of_page: Sequence[Group], of_window: Group) -> None:
        """Shows the keys of the page called `page`, and those of the window."""
        self.title.setText(tr("Phím của trang {0}").format(page) if page else tr("Các phím"))
        body = ScrollBody()
        both = QHBoxLayout(body)
        both.setContentsMargins(GAP, GAP, GAP, GAP)
        both.setSpacing(GAP * 2)
        own = [group for group in of_page if group[1]]
        left = own or [of_window]
        right = ([of_window] if own else []) + [(tr("Ở mọi trang"), EVERYWHERE)]
        for groups in (left, right):
            column = QVBoxLayout()
            column.setSpacing(GAP)
            for group in groups:
                column.addWidget(_card(*group))
            column.addStretch(1)
            both.addLayout(column, 1)
        self.area.setWidget(body)

    def begin(self) -> None:
        """The arrow keys scroll at once."""
        self.area.setFocus(Qt.FocusReason.OtherFocusReason)


def _card(title: str, keys: Sequence[Key]) -> QFrame:
    card = QFrame()
    card.setObjectName("card")
    grid = QGridLayout(card)
    grid.setContentsMargins(GAP * 2, GAP, GAP * 2, GAP)
    grid.setHorizontalSpacing(GAP)
    grid.setVerticalSpacing(4)
    grid.setColumnMinimumWidth(0, sized(KEY_WIDTH))
    grid.setColumnStretch(1, 1)
    grid.addWidget(Words(title, "heading"), 0, 0, 1, 2)
    for row, key in enumerate(keys, 1):
        grid.addWidget(Words(tr(key.keys), "strong"), row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(Words(tr(key.words), wrap=True), row, 1)
    return card
