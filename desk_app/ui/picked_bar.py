"""What may be done with the rows that were picked from a list; away while there are none."""

from __future__ import annotations

from PySide6.QtWidgets import QHBoxLayout, QWidget

from desk_app.ui.parts import GAP, Words, link_button, plain_button
from desk_app.ui.tongue import tr


class PickedBar(QWidget):
    """How many, a button for their acts, a button to pick none."""

    def __init__(self) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        self.words = Words("", "strong")
        self.acts = plain_button(tr("Làm việc hàng loạt (Ctrl+M)"))
        self.none = link_button(tr("Bỏ chọn (Esc)"))
        for widget in (self.words, self.acts, self.none):
            row.addWidget(widget)
        row.addStretch(1)
        self.hide()

    def tell(self, count: int) -> None:
        """How many are picked."""
        self.words.setText(tr("Đã chọn {0} hồ sơ").format(count))
