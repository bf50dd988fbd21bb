"""The invitation to rate after a result was given out: offered, never forced, away with the next scan."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QStackedWidget

from desk_app.ui.parts import plain_button
from desk_app.ui.public_display import PublicDisplay
from desk_app.ui.tongue import tr

if TYPE_CHECKING:
    from desk_app.ui.rating_panel import RatingPanel


class ReturnRating(QObject):
    """`invite` is the button of the officer's screen; `ended` when the panel there went away."""

    ended = Signal()

    def __init__(self, display: PublicDisplay, stack: QStackedWidget, parent: QObject) -> None:
        super().__init__(parent)
        self._display, self._stack = display, stack
        self._field = ""
        self.panel: RatingPanel | None = None
        self.invite = plain_button(tr("Mời đánh &giá"))
        self.invite.setAccessibleName(tr("Mời công dân đánh giá"))
        self.invite.clicked.connect(self.ask)

    @property
    def asking(self) -> bool:
        """Whether the panel is on the officer's screen."""
        return self.panel is not None

    def offer(self, field: str) -> None:
        """On the second screen at once, where that is wished; else by a button that nobody must press.

        `field` is the procedure's, which is all the rating will say of the matter.
        """
        self._field = field
        if self._display.on_rated is None:
            return
        if self._display.rates_here:
            self._display.field = field
            self._display.ask_rating()
        else:
            self.invite.show()

    def ask(self) -> None:
        """The citizen is asked on the officer's screen."""
        if self._display.on_rated is None or self.asking:
            return
        from desk_app.ui.rating_panel import RatingPanel

        self.invite.hide()
        self._display.field = self._field
        self.panel = RatingPanel(self._display.on_rated)
        self.panel.done.connect(self.end)
        self._stack.addWidget(self.panel)
        self._stack.setCurrentWidget(self.panel)
        self.panel.begin()

    def end(self) -> None:
        """The rating was given or not; the next citizen."""
        panel, self.panel = self.panel, None
        if panel is not None:
            self._stack.removeWidget(panel)
            panel.deleteLater()
            self._display.field = ""
            self.ended.emit()
