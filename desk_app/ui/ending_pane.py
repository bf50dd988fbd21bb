"""Thủ tục sắp hết hiệu lực: which, until which day, what comes after; from the list of the day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QVBoxLayout, QWidget

from desk_app.ui.counter import Counter
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import GAP, MARGIN, Words, plain_button
from desk_app.ui.tongue import tr
from sync.model.words import short_date

if TYPE_CHECKING:
    from sync.model.procedure import Procedure


class EndingPane(QWidget):
    """Nothing is done here: `done` is never said."""

    done = Signal(str)

    def __init__(self, _counter: Counter) -> None:
        super().__init__()
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Các thủ tục sắp hết hiệu lực"))
        self.list.setWordWrap(True)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.close_button = plain_button(tr("Esc  Về danh sách"))
        self.close_button.setAccessibleName(tr("Về danh sách, phím Esc"))
        buttons = QHBoxLayout()
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 0, MARGIN, GAP * 2)
        column.setSpacing(GAP)
        column.addWidget(Words(tr("Thủ tục sắp hết hiệu lực"), "heading"))
        column.addWidget(
            Words(tr("Hồ sơ tiếp nhận trước ngày đó vẫn giải quyết theo thủ tục cũ."), "quiet", wrap=True)
        )
        column.addWidget(self.list, 1)
        column.addLayout(buttons)
        tab_in_reading_order(self)

    def put(self, found: Sequence[Procedure], today: date) -> None:
        """Shows them, the first to end first."""
        self.list.clear()
        self.list.addItems([ending_words(one, today) for one in found])
        self.list.setCurrentRow(0)

    def begin(self) -> None:
        """The keyboard goes to the list."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)


def ending_words(one: Procedure, today: date) -> str:
    """A procedure, its last day, how many days are left, and what comes after it."""
    last = one.effective_to
    assert last is not None  # it would not be ending
    left = (last - today).days
    days = tr("hôm nay là ngày cuối") if left <= 0 else tr("còn {0} ngày").format(left)
    words = tr("{0}  {1}\nÁp dụng đến hết {2} ({3})").format(one.code, one.name, short_date(last), days)
    return words + (tr("; thay bằng {0}").format(one.replaced_by) if one.replaced_by else "")
