"""The day's tasks as a table model: plain text, in the order of what to do first."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from desk_app.ui.dossier_rows import column_head
from desk_app.ui.tongue import mark, said, tr

if TYPE_CHECKING:
    from desk_app.operations.today import Task

COLUMNS: Final = (
    mark("Việc cần làm"),
    mark("Chủ hồ sơ"),
    mark("Điện thoại"),
    mark("Thủ tục"),
    mark("Mã hồ sơ"),
)
_Index = QModelIndex | QPersistentModelIndex
_MARKS: Final = {"overdue": "! ", "due-today": "◷ ", "to-collect": "✓ "}


class TodayRows(QAbstractTableModel):
    """Rows of (kind, task)."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: Sequence[tuple[str, Task]] = ()

    def put(self, rows: Sequence[tuple[str, Task]]) -> None:
        """Another list."""
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def row(self, at: int) -> tuple[str, Task] | None:
        """Kind and task of a row."""
        return self.rows[at] if 0 <= at < len(self.rows) else None

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        return len(COLUMNS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        return column_head(COLUMNS, section, orientation, role)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        kind, task = self.rows[index.row()]
        row = task.row
        reason = f"{_MARKS.get(kind, '')}{said(task.reason)}"
        return (reason, row.owner, task.phone or tr("chưa có số"), row.procedure_name, row.number)[
            index.column()
        ]
