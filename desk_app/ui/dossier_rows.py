"""The list of dossiers as a table model: a page at a time, plain text, status never by colour alone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import Any, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from desk_app.operations.find import DossierRow
from desk_app.ui.away import away_words
from desk_app.ui.tongue import mark, said, told, tr
from sync.model.moment import day_of
from sync.model.purge import PURGED_FLAG
from sync.model.status import CLOCK_ENDED, Status
from sync.model.words import clock, short_date

PAGE: Final = 50
COLUMNS: Final = (
    mark("Mã hồ sơ"),
    mark("Chủ hồ sơ"),
    mark("Thủ tục"),
    mark("Tiếp nhận"),
    mark("Hạn trả"),
    mark("Trạng thái"),
    mark("Cấp trên"),
)
MARKED: Final = "\u2003"
_LONG_LABEL = 18
_Index = QModelIndex | QPersistentModelIndex


def column_head(columns: Sequence[str], section: int, orientation: Qt.Orientation, role: int) -> Any:
    """What a table of these columns says over one of them."""
    if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
        return told(columns[section])
    if role == Qt.ItemDataRole.TextAlignmentRole:
        return int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return None


class DossierRows(QAbstractTableModel):
    """Rows of a search. `more_wanted` asks for the page after the last row.

    `marks` are the dossiers picked for an act on all of them, by id with their numbers; they stay picked when
    another search shows other rows. `tall`: two lines a row, where columns are few: the procedure
    under the owner, a date under its mark.
    """

    more_wanted = Signal()
    marked = Signal()
    """Another selection."""

    def __init__(self, now: Callable[[], datetime], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._now = now
        self._rows: list[DossierRow] = []
        self._whole = True
        self._asked = False
        self.marks: dict[bytes, str] = {}
        self.tall = False

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

    def mark(self, at: int, on: bool | None = None) -> None:
        """Picks a row or lets it go (None: the other of the two)."""
        row = self.row(at)
        if row is None:
            return
        if on is None:
            on = row.id not in self.marks
        if on:
            self.marks[row.id] = row.number
        else:
            self.marks.pop(row.id, None)
        self._tell_marks(at, at)

    def mark_all(self) -> None:
        """Picks every row in the list."""
        self.marks |= {row.id: row.number for row in self._rows}
        self._tell_marks(0, len(self._rows) - 1)

    def clear_marks(self) -> None:
        """Lets all go."""
        self.marks = {}
        self._tell_marks(0, len(self._rows) - 1)

    def _tell_marks(self, first: int, last: int) -> None:
        if last >= 0:
            self.dataChanged.emit(self.index(first, 0), self.index(last, 0))
        self.marked.emit()

    def set_tall(self, tall: bool) -> None:
        """Two lines a row, or one."""
        self.tall = tall
        if self._rows:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._rows) - 1, len(COLUMNS) - 1))

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
        return column_head(COLUMNS, section, orientation, role)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsUserCheckable if index.column() == 0 else flags

    def setData(self, index: _Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        self.mark(index.row(), Qt.CheckState(value) is Qt.CheckState.Checked)
        return True

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.CheckStateRole and index.column() == 0:
            on = self._rows[index.row()].id in self.marks
            return Qt.CheckState.Checked if on else Qt.CheckState.Unchecked
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        return self._words(self._rows[index.row()], index.column())

    def _words(self, row: DossierRow, column: int) -> str:
        if column == 3:
            return short_date(row.received_at)
        if column == 4:
            words = due_mark(row, self._now())
            return words.replace(MARKED, "\n") if self.tall else words.replace(MARKED, " ")
        named = "" if PURGED_FLAG in row.flags else row.owner
        owner = f"{named}\n{row.procedure_name}".lstrip() if self.tall else named
        state = away_words(row.away, self._now(), short=True) or said(row.label)
        texts = {
            0: row.number,
            1: owner,
            2: row.procedure_name,
            5: _two_lines(state) if self.tall else state,
        }
        if column in texts:
            return texts[column]
        return tr("✓ Đã nhận") if row.acknowledged else tr("Chờ gửi")


def due_mark(row: DossierRow, now: datetime) -> str:
    """The due time, with a mark and a word where it presses; `MARKED` parts the two."""
    words = short_date(row.due_at)
    if PURGED_FLAG in row.flags:
        return ""
    if row.annulled or row.status in CLOCK_ENDED:
        return words
    if row.status in (Status.SUPPLEMENT, Status.FEE_DUE):
        return tr("Ⅱ Tạm dừng{0}{1}").format(MARKED, words)
    if row.due_at < now:
        return tr("! Quá hạn{0}{1}").format(MARKED, words)
    if day_of(row.due_at) == day_of(now):
        return tr("◷ Hôm nay{0}{1}").format(MARKED, clock(row.due_at))
    return words


def _two_lines(label: str) -> str:
    """A long label in two lines, parted near its middle."""
    if len(label) <= _LONG_LABEL:
        return label
    middle = min(
        (at for at, sign in enumerate(label) if sign == " "), key=lambda at: abs(at - len(label) / 2)
    )
    return f"{label[:middle]}\n{label[middle + 1 :]}"
