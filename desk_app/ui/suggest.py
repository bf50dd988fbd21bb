"""A line to type in with suggestions under it; the keys stay with the line."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    QRect,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QLineEdit,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from desk_app.ui.moored import Moored
from desk_app.ui.tongue import tr

ROW_HEIGHT: Final = 44
MOST_ROWS: Final = 7
_BY_HAND: Final = (
    Qt.FocusReason.TabFocusReason,
    Qt.FocusReason.BacktabFocusReason,
    Qt.FocusReason.MouseFocusReason,
)
_Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class Suggestion:
    """One row: what it is, what tells it from others, and the value that choosing it gives."""

    title: str
    note: str
    value: object


class _Rows(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.rows: Sequence[Suggestion] = ()

    def put(self, rows: Sequence[Suggestion]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self.rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{row.title}, {row.note}" if row.note else row.title
        return row.note if role == Qt.ItemDataRole.UserRole else None


class _TwoLines(QStyledItemDelegate):
    """Title over note, both plain text, cut with "…" where too long."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(100, ROW_HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        painter.save()
        state: QStyle.StateFlag = option.state
        rect: QRect = option.rect
        palette: QPalette = option.palette
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, palette.color(QPalette.ColorRole.Highlight))
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        strong = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.Text
        quiet = QPalette.ColorRole.HighlightedText if chosen else QPalette.ColorRole.PlaceholderText
        lines = [
            (index.data(), strong, 15),
            (index.data(Qt.ItemDataRole.UserRole), quiet, 13),
        ]
        place = rect.adjusted(10, 3, -10, -3)
        half = place.height() // 2
        for at, (text, role, size) in enumerate(lines):
            font = painter.font()
            font.setPixelSize(size)
            painter.setFont(font)
            painter.setPen(palette.color(role))
            line = QRect(place.left(), place.top() + at * half, place.width(), half)
            if not index.data(Qt.ItemDataRole.UserRole):
                line = place
            shown = painter.fontMetrics().elidedText(text or "", Qt.TextElideMode.ElideRight, line.width())
            painter.drawText(line, int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter), shown)
        painter.restore()


class SuggestLine(QLineEdit):
    """`asked` when suggestions for a text are wanted, `chosen` with a suggestion's value.

    Enter chooses the marked suggestion; with none, `entered` tells that the typed text itself is meant. A
    suggestion for what was typed before is not chosen by Enter, unless the officer went to it by hand.
    """

    asked = Signal(str)
    chosen = Signal(object)
    entered = Signal(str)

    def __init__(
        self, name: str, placeholder: str, *, first_marked: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self._name = name
        self._first_marked = first_marked
        self._behind = False
        self._list: QListView | None = None
        self._rows = _Rows(self)
        self._moored = Moored(self._follow, self)
        self.textEdited.connect(self._edited)

    @property
    def rows(self) -> Sequence[Suggestion]:
        """What is suggested now."""
        return self._rows.rows

    @property
    def open(self) -> bool:
        """Whether the suggestions are in sight."""
        return self._list is not None and self._list.isVisible()

    def suggest(self, rows: Sequence[Suggestion]) -> None:
        """Shows these under the line, while it has the focus."""
        self._behind = False
        self._rows.put(rows)
        if not rows or not self.hasFocus():
            self.fold()
            return
        view = self._view()
        self._place(view)
        self._moored.to(self)
        view.show()
        view.raise_()
        first = 0 if self._first_marked and self.text().strip() else -1
        view.setCurrentIndex(self._rows.index(first))

    def fold(self) -> None:
        """Puts the suggestions away."""
        self._moored.cast_off()
        if self._list is not None:
            self._list.hide()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self._move(1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._take()
        elif key == Qt.Key.Key_Escape and self.open:
            self.fold()
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        by_hand = (
            Qt.FocusReason.TabFocusReason,
            Qt.FocusReason.BacktabFocusReason,
            Qt.FocusReason.MouseFocusReason,
        )
        if event.reason() in by_hand:
            self.asked.emit(self.text())

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.fold()

    def _edited(self, text: str) -> None:
        self._behind = True  # until the suggestions have followed
        self.asked.emit(text)

    def _follow(self) -> None:
        if self._list is not None and self.open:
            self._place(self._list)

    def _move(self, step: int) -> None:
        if not self.open:
            self.asked.emit(self.text())
            return
        self._behind = False  # among what is in sight
        view = self._view()
        at = view.currentIndex().row()
        view.setCurrentIndex(self._rows.index(max(0, min(self._rows.rowCount() - 1, at + step))))

    def _take(self) -> None:
        view = self._list
        marked = -1
        if view is not None and self.open and not self._behind:
            marked = view.currentIndex().row()
        self.fold()
        if marked >= 0:
            self.chosen.emit(self._rows.rows[marked].value)
        else:
            self.entered.emit(self.text())

    def _view(self) -> QListView:
        """The list lies over the window, not over the layout: nothing jumps when it opens."""
        if self._list is None:
            view = QListView(self.window())
            view.setObjectName("suggestions")
            view.setAccessibleName(tr("Gợi ý: {0}").format(self._name))
            view.setFocusPolicy(Qt.FocusPolicy.NoFocus)
            view.setModel(self._rows)
            view.setItemDelegate(_TwoLines(view))
            view.setUniformItemSizes(True)
            view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
            view.setMouseTracking(True)
            view.entered.connect(view.setCurrentIndex)
            view.clicked.connect(self._clicked)
            self._list = view
        return self._list

    def _clicked(self, index: QModelIndex) -> None:
        self._view().setCurrentIndex(index)
        self._behind = False
        self._take()

    def _place(self, view: QListView) -> None:
        window = self.window()
        corner = self.mapTo(window, QPoint(0, self.height() + 2))
        rows = min(self._rows.rowCount(), MOST_ROWS)
        room = max(ROW_HEIGHT + 4, window.height() - corner.y() - 8)
        view.setGeometry(corner.x(), corner.y(), self.width(), min(rows * ROW_HEIGHT + 4, room))
