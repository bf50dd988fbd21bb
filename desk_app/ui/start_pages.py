"""What stands in the window before the pages: opening, trouble, and who sits at the desk."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desk_app.ui.parts import GAP, MARGIN, Words, and_sign, main_button, plain_button
from desk_app.ui.tongue import tr

if TYPE_CHECKING:
    from desk_app.domain.mistakes import DeskError
    from sync.model.dossier import Officer


class NotePage(QWidget):
    """One thing said in the middle of the page; `again` when it is to be tried once more."""

    again = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.title = Words("", "title", wrap=True)
        self.advice = Words("", "quiet", wrap=True)
        self.retry = main_button(tr("&Thử lại"))
        self.retry.clicked.connect(self.again)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN * 2, MARGIN * 2, MARGIN * 2, MARGIN)
        column.setSpacing(GAP * 2)
        column.addWidget(self.title)
        column.addWidget(self.advice)
        column.addWidget(self.retry, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch(1)
        self.opening()

    def opening(self) -> None:
        """The desk is being opened."""
        self.title.setText(tr("Đang mở quầy…"))
        self.advice.setText("")
        self.retry.hide()

    def trouble(self, trouble: DeskError) -> None:
        """It could not be."""
        self.title.setText(trouble.title)
        self.advice.setText(trouble.advice)
        self.retry.show()
        self.retry.setFocus(Qt.FocusReason.OtherFocusReason)


class OfficerPage(QWidget):
    """Who sits at the desk: one button each. `chosen` carries an `Officer`."""

    chosen = Signal(object)

    def __init__(self, officers: Sequence[Officer], unit: str) -> None:
        super().__init__()
        self.setObjectName("page")
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN * 2, MARGIN * 2, MARGIN * 2, MARGIN)
        column.setSpacing(GAP)
        column.addWidget(Words(tr("Ai đang ngồi tại quầy?"), "title"))
        column.addWidget(Words(unit, "quiet", wrap=True))
        column.addSpacing(GAP)
        self.buttons = []
        for officer in officers:
            button = plain_button(and_sign(officer.name))
            button.setAccessibleName(tr("Cán bộ {0}").format(officer.name))
            button.setMinimumSize(360, 44)
            button.clicked.connect(lambda _, officer=officer: self.chosen.emit(officer))
            column.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
            self.buttons.append(button)
        column.addStretch(1)

    def begin(self) -> None:
        """The page came to the front."""
        if self.buttons and self.isVisible():  # chosen already by one who was quicker
            self.buttons[0].setFocus(Qt.FocusReason.OtherFocusReason)

    def showEvent(self, event: QShowEvent) -> None:
        """Before the window was shown there was nothing to focus."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._begin_if_still_asked)

    def _begin_if_still_asked(self) -> None:
        """A quick officer has chosen by now, or walks through the names: the focus is left where it is."""
        if self.isVisible() and not any(button.hasFocus() for button in self.buttons):
            self.begin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses too, not only the space bar: nobody scans anything here yet."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            for button in self.buttons:
                if button.hasFocus():
                    button.click()
                    return
        super().keyPressEvent(event)
