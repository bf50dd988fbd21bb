"""The VietQR code of a fee, large enough for a telephone held over the counter."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.ui.parts import GAP, MARGIN, Words, main_button, plain_button
from desk_app.ui.tongue import tr
from sync.model.words import dong

_QUIET = 4
"""Modules that stay white around the code."""


class QrCode(QWidget):
    """One code on white, in whole pixels a module."""

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("Mã VietQR"))
        self.setMinimumSize(220, 220)
        self.text = ""

    def put(self, text: str) -> None:
        """Another code."""
        self.text = text
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(380, 380)

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self.text:
            return
        from sync.typeset.codes import merged, qr_rows

        rows = qr_rows(self.text, "M")
        modules = len(rows) + 2 * _QUIET
        dots = max(1, min(self.width(), self.height()) // modules)
        side = dots * modules
        left, top = (self.width() - side) // 2, (self.height() - side) // 2
        painter = QPainter(self)
        painter.fillRect(QRect(left, top, side, side), QColor("white"))
        for x, y, width, height in merged(rows):
            place = QRect(left + (x + _QUIET) * dots, top + (y + _QUIET) * dots, width * dots, height * dots)
            painter.fillRect(place, QColor("black"))
        painter.end()


class QrPane(QWidget):
    """`seen` when the officer saw the money come in; `later` when it is to be paid another time."""

    seen = Signal()
    later = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.code = QrCode()
        self.head = Words("", "due", wrap=True)
        self.facts = Words("", "", wrap=True)
        self.has_come = main_button(tr("Đã thấy tiền về"))
        self.has_come.clicked.connect(self.seen)
        self.not_now = plain_button(tr("Esc  Thu sau"))
        self.not_now.setAccessibleName(tr("Thu sau, phím Esc"))
        self.not_now.clicked.connect(self.later)
        words = QVBoxLayout()
        words.setSpacing(GAP)
        words.addStretch(1)
        for widget in (self.head, self.facts, self.has_come, self.not_now):
            words.addWidget(widget)
        words.addStretch(1)
        row = QHBoxLayout(self)
        row.setContentsMargins(MARGIN, GAP, MARGIN, MARGIN)
        row.setSpacing(MARGIN)
        row.addWidget(self.code, 3)
        row.addLayout(words, 2)

    def put(self, code: str, facts: tuple[str, str, str], amount: int, purpose: str) -> None:
        """A transfer: the code's text; bank, account and holder; dong; purpose."""
        self.code.put(code)
        self.head.setText(dong(amount))
        bank, account, holder = facts
        self.facts.setText(tr("{0}\n{1}\n{2}\nNội dung: {3}").format(bank, account, holder, purpose))

    def confirm(self) -> None:
        """F9 while the code is shown."""
        self.seen.emit()

    def begin(self) -> None:
        """Enter says that the money is there."""
        self.has_come.setFocus(Qt.FocusReason.OtherFocusReason)
