"""A citizen's rating: five levels, reasons if one likes; no name, never forced, goes away by itself."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QHBoxLayout, QPushButton, QVBoxLayout, QWidget

from desk_app.domain.rating import LEVELS, REASONS
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import GAP, MARGIN, Words, main_button, plain_button, restyle
from desk_app.ui.tongue import CITIZENS

PATIENCE_MS: Final = 45_000
"""So long after the last touch the panel waits."""
THANKS_MS: Final = 3_000
_WELL: Final = 4
tr, said = CITIZENS.tr, CITIZENS.said
OnRated = Callable[[int, tuple[str, ...]], None]
"""Level 1 (worst) to 5 and codes of reasons; called once for a rating that was given."""


class RatingPanel(QWidget):
    """Calls `on_rated` at most once, then tells `done`; a citizen who walks away after choosing a level has
    given that level, one who chose nothing has given nothing.

    `scale` enlarges it for a screen looked at from afar.
    """

    done = Signal()

    def __init__(self, on_rated: OnRated, scale: float = 1.0, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setAccessibleName(tr("Đánh giá mức độ hài lòng"))
        self._on_rated, self._given = on_rated, False
        self.title = Words(tr("Ông/Bà có hài lòng với việc phục vụ vừa rồi không?"), "title", wrap=True)
        self.levels: dict[int, QPushButton] = {}
        self.reasons: dict[str, QPushButton] = {}
        self.why = Words("", "strong", wrap=True)
        self.note = Words(tr("Không ghi tên, không bắt buộc."), "quiet", wrap=True)
        self.send = main_button(tr("&Gửi đánh giá"))
        self.skip = plain_button(tr("&Bỏ qua"))
        self._group = QButtonGroup(self)
        self._patience = _timer(self, PATIENCE_MS, self._give_up)
        self._leaving = _timer(self, THANKS_MS, self.done.emit)
        self._make_buttons()
        self._lay_out()
        if scale != 1.0:
            self.setStyleSheet(_larger(scale))
        self._say_why()
        self._patience.start()

    def _make_buttons(self) -> None:
        for level, kept in LEVELS.items():
            words = said(kept)
            button = _choice(f"{level}   {words}", tr("{0}, phím {1}").format(words, level))
            self._group.addButton(button, level)
            self.levels[level] = button
        for code, words in REASONS.items():
            self.reasons[code] = _choice(said(words), said(words))
            self.reasons[code].toggled.connect(self._patience.start)
        self._group.idToggled.connect(self._chosen)
        self.send.clicked.connect(self.give)
        self.skip.clicked.connect(self._skipped)

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(GAP)
        for button in self.levels.values():
            left.addWidget(button)
        left.addStretch(1)
        grid = QGridLayout()
        grid.setSpacing(GAP)
        for at, button in enumerate(self.reasons.values()):
            grid.addWidget(button, at // 2, at % 2)
        right = QVBoxLayout()
        right.setSpacing(GAP)
        right.addWidget(self.why)
        right.addLayout(grid)
        right.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(GAP * 3)
        both.addLayout(left, 2)
        both.addLayout(right, 3)
        foot = QHBoxLayout()
        foot.setSpacing(GAP * 2)
        foot.addWidget(self.note, 1)
        foot.addWidget(self.skip)
        foot.addWidget(self.send)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, GAP * 2, MARGIN, GAP * 2)
        column.setSpacing(GAP * 2)
        column.addWidget(self.title)
        column.addLayout(both, 1)
        column.addLayout(foot)
        tab_in_reading_order(self)

    def begin(self) -> None:
        """Puts the focus on the first level, where the panel may have it."""
        self.levels[max(self.levels)].setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def level(self) -> int:
        """The level chosen; 0 for none."""
        return max(0, self._group.checkedId())

    def give(self) -> None:
        """Hands the rating over, once, and thanks."""
        if self.level and not self._given:
            self._given = True
            self._patience.stop()
            self._on_rated(self.level, tuple(code for code, one in self.reasons.items() if one.isChecked()))
            self._thank()

    def _chosen(self, _level: int, on: bool) -> None:
        if on:
            self._patience.start()
            self._say_why()

    def _say_why(self) -> None:
        chosen, well = bool(self.level), self.level >= _WELL
        asked = tr("Điều gì làm Ông/Bà hài lòng?") if well else tr("Điều gì cần làm tốt hơn?")
        self.why.setText(
            tr("{0} (có thể chọn nhiều, hoặc bỏ trống)").format(asked)
            if chosen
            else tr("Chọn một mức ở bên trái.")
        )
        for button in self.reasons.values():
            button.setEnabled(chosen)
        self.send.setEnabled(chosen)

    def _thank(self) -> None:
        self.title.setText(tr("Xin cảm ơn Ông/Bà."))
        self.why.setText("")
        for button in (*self.levels.values(), *self.reasons.values(), self.send, self.skip):
            button.setEnabled(False)
        self._leaving.start()

    def _skipped(self) -> None:
        self._given = True  # nothing was wanted to be said
        self._patience.stop()
        self.done.emit()

    def _give_up(self) -> None:
        if self.level:
            self.give()
        else:
            self._skipped()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 5 choose a level, Enter gives the rating, Esc leaves without one."""
        key = event.key()
        if event.text() in {str(level) for level in LEVELS} and not self._given:
            self.levels[int(event.text())].setChecked(True)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.give()
        elif key == Qt.Key.Key_Escape and not self._given:
            self._skipped()
        else:
            super().keyPressEvent(event)


def _timer(parent: QWidget, milliseconds: int, then: Callable[[], object]) -> QTimer:
    timer = QTimer(parent)
    timer.setSingleShot(True)
    timer.setInterval(milliseconds)
    timer.timeout.connect(then)
    return timer


def _choice(text: str, name: str) -> QPushButton:
    button = plain_button(text)
    button.setAccessibleName(name)
    button.setCheckable(True)
    button.setProperty("role", "choice")
    restyle(button)
    return button


def _larger(scale: float) -> str:
    """The same panel for a screen that is looked at from afar, or touched."""
    return (
        f"QPushButton {{ font-size: {round(20 * scale)}px; min-height: {round(44 * scale)}px; }}"
        f"QLabel {{ font-size: {round(18 * scale)}px; }}"
        f'QLabel[role="title"] {{ font-size: {round(30 * scale)}px; }}'
    )
