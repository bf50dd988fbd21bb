"""The list of dossiers as a table model: a page at a time, plain text, status never by colour alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desk_app.operations.find import DossierRow
from sync.model.moment import day_of
from sync.model.status import CLOCK_ENDED
from sync.model.words import clock, short_date

PAGE: Final = 50
COLUMNS: Final = ("Mã hồ sơ", "Chủ hồ sơ", "Thủ tục", "Tiếp nhận", "Hạn trả", "Trạng thái", "Cấp trên")
_Index = QModelIndex | QPersistentModelIndex


class DossierRows(QAbstractTableModel):
    """Rows of a search. `more_wanted` asks for the page after the last row."""

    more_wanted = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._rows: list[DossierRow] = []
        self._whole = True
        self._asked = False

    def put(self, rows: list[DossierRow]) -> None:
        """The first page of another search."""
        self.beginResetModel()
        self._rows = list(rows)
        self._whole = len(rows) < PAGE
        self._asked = False
        self.endResetModel()

    def add(self, rows: list[DossierRow]) -> None:
        """The next page."""
        self._asked = False
        self._whole = len(rows) < PAGE
        if rows:
            self.beginInsertRows(QModelIndex(), len(self._rows), len(self._rows) + len(rows) - 1)
            self._rows += rows
            self.endInsertRows()

    def row(self, at: int) -> DossierRow | None:
        """The dossier of a row."""
        return self._rows[at] if 0 <= at < len(self._rows) else None

    @property
    def last(self) -> int | None:
        """Where the next page begins."""
        return self._rows[-1].row if self._rows else None

    @property
    def whole(self) -> bool:
        """Whether everything found is in the list."""
        return self._whole

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        return len(COLUMNS)

    def canFetchMore(self, parent: _Index) -> bool:
        return not self._whole and not self._asked

    def fetchMore(self, parent: _Index) -> None:
        self._asked = True
        self.more_wanted.emit()

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return COLUMNS[section]
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return self._words(self._rows[index.row()], index.column())

    def _words(self, row: DossierRow, column: int) -> str:
        if column == 3:
            return short_date(row.received_at)
        if column == 4:
            return due_mark(row, self._now())
        texts = {0: row.number, 1: row.owner, 2: row.procedure_name, 5: row.label}
        return texts.get(column) or ("✓ Đã nhận" if row.acknowledged else "Chờ gửi")


def due_mark(row: DossierRow, now: datetime) -> str:
    """The due time, with a mark and a word where it presses."""
    words = short_date(row.due_at)
    if row.status in CLOCK_ENDED:
        return words
    if row.due_at < now:
        return f"! Quá hạn {words}"
    if day_of(row.due_at) == day_of(now):
        return f"◷ Hôm nay {clock(row.due_at)}"
    return words
