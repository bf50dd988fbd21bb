"""The small pieces every page is made of. Text shown is plain text, whoever wrote it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desk_app.ui.measures import GAP, MARGIN

__all__ = [
    "GAP",
    "MARGIN",
    "ScrollBody",
    "Words",
    "and_sign",
    "discard",
    "link_button",
    "main_button",
    "plain_button",
    "scroll_area",
    "stacked",
]


class Words(QLabel):
    """A label that never takes its text for HTML (a citizen's name may look like it).

    `role` is one of the style sheet's: title, heading, quiet, small, due, strong, mistake, done, caution.
    """

    clicked = Signal()

    def __init__(self, text: str = "", role: str = "", *, wrap: bool = False) -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setText(text)
        self.setWordWrap(wrap)
        if role:
            self.setProperty("role", role)
        if wrap:
            policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
            policy.setHeightForWidth(True)
            self.setSizePolicy(policy)

    def set_role(self, role: str) -> None:
        """Another of the style sheet's roles."""
        if self.property("role") != role:
            self.setProperty("role", role)
            restyle(self)

    def minimumSizeHint(self) -> QSize:
        # Wrapped words are as high as their width makes them; Qt's own hint supposes a very narrow line.
        if self.wordWrap():
            return QSize(40, self.fontMetrics().height())
        return super().minimumSizeHint()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.clicked.emit()
        super().mousePressEvent(event)


class ScrollBody(QWidget):
    """What a scroll area holds: as high as its words make it at the width it has, and no higher.

    Qt's own least height supposes the least width, and gives the area something to scroll that is not there.
    """

    def minimumSizeHint(self) -> QSize:
        return QSize(super().minimumSizeHint().width(), 0)

    def heightForWidth(self, width: int) -> int:
        # A list that takes the height that is left wants none of its own, but has its least.
        layout = self.layout()
        return max(super().heightForWidth(width), layout.minimumHeightForWidth(width) if layout else 0)


def scroll_area(name: str = "", *, takes_focus: bool = False, sideways: bool = False) -> QScrollArea:
    """An area for what may be higher than a small screen; `name` is what a screen reader calls it.

    One that `takes_focus` is read by the arrow keys; through the others Tab goes on to what they hold. It has
    no bar to go `sideways` where it is not asked for.
    """
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setFocusPolicy(Qt.FocusPolicy.StrongFocus if takes_focus else Qt.FocusPolicy.NoFocus)
    area.setProperty("read", takes_focus)
    area.setAccessibleName(name)
    if not sideways:
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    return area


def restyle(widget: QWidget) -> None:
    """Has the style sheet look at a changed property."""
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def main_button(text: str) -> QPushButton:
    """The one thing to do on a page."""
    button = QPushButton(text)
    button.setProperty("role", "main")
    return _quiet_default(button)


def plain_button(text: str) -> QPushButton:
    """Another thing to do."""
    return _quiet_default(QPushButton(text))


def link_button(text: str) -> QPushButton:
    """A thing to do that should not draw the eye."""
    button = QPushButton(text)
    button.setProperty("role", "link")
    return _quiet_default(button)


def _quiet_default(button: QPushButton) -> QPushButton:
    button.setAutoDefault(False)
    button.setDefault(False)
    button.setAccessibleName(button.text().replace("&", ""))
    return button


def stacked(*widgets: QWidget, spacing: int = 4) -> QWidget:
    """Widgets one under the other, without margins."""
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    for widget in widgets:
        column.addWidget(widget)
    return box


def discard(widget: QWidget) -> None:
    """Takes a widget out of its page for good.

    Hidden, and still its page's child until it is gone: a layout shows what it took in a turn later, which
    for a widget without a parent means a window of its own that flashes up and takes the keys away.
    """
    widget.hide()
    widget.deleteLater()


def and_sign(text: str) -> str:
    """Someone's words for a button or tab, where ``&`` would mark a key."""
    return text.replace("&", "&&")
