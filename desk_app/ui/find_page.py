"""Hồ sơ (F3): instant search over everything, sent or not; Enter opens one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desk_app.domain.mistakes import DeskError
from desk_app.operations.outcome import Changes
from desk_app.ui.counter import Counter
from desk_app.ui.dossier_page import DossierPage
from desk_app.ui.dossier_rows import PAGE, DossierRows
from desk_app.ui.parts import GAP, MARGIN, Words

if TYPE_CHECKING:
    from desk_app.operations.find import DossierRow, DossierView
    from desk_app.operations.scanning import Scanned

TYPING_MS = 30
_MARKS = {"genuine": "✓", "found": "·"}
"""In front of a calm answer to a scan; every other one gets an exclamation mark."""
_WIDTHS = (250, 185, 0, 112, 185, 160, 104)
_NARROW_WIDTHS = (256, 0, 0, 0, 192, 160, 0)
_NARROW = 1000
_OWNER = 1
_LEFT_OUT = (2, 3, 6)
"""Columns a narrow list does without; the dossier itself shows them."""


class FindPage(QWidget):
    """The list and, over it, the dossier that was opened."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._counter = counter
        self.search = QLineEdit()
        self.search.setAccessibleName("Tìm hồ sơ")
        self.search.setPlaceholderText("Mã hồ sơ, họ tên, số giấy tờ hoặc điện thoại; quét phiếu cũng được")
        self.search.setClearButtonEnabled(False)
        self.rows = DossierRows(counter.clock, self)
        self.table = QTableView()
        self.count = Words("", "small")
        self.dossier = DossierPage(counter)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(TYPING_MS)
        self._dress_table()
        self._lay_out()
        self._later.timeout.connect(self._find)
        self.search.textChanged.connect(lambda _: self._later.start())
        self.search.installEventFilter(self)
        self.table.installEventFilter(self)
        self.table.activated.connect(self._open_row)
        self.rows.more_wanted.connect(self._find_more)
        self.dossier.left.connect(self._leave)
        counter.lanes.changed.connect(self._refresh)
        self._find()

    def _dress_table(self) -> None:
        table = self.table
        table.setAccessibleName("Danh sách hồ sơ")
        table.setModel(self.rows)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(40)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(_WIDTHS.index(0), QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        self.list = QWidget()
        column = QVBoxLayout(self.list)
        column.setContentsMargins(MARGIN, GAP * 2, MARGIN, GAP * 2)
        column.setSpacing(GAP)
        head = QHBoxLayout()
        head.addWidget(Words("Hồ sơ", "title"))
        head.addStretch(1)
        head.addWidget(self.count)
        column.addLayout(head)
        column.addWidget(self.search)
        column.addWidget(self.table, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.list)
        self._stack.addWidget(self.dossier)

    # ------------------------------------------------------------------------------------------ searching

    def _find(self) -> None:
        desk, text = self._counter.desk, self.search.text()

        def find_rows() -> list[DossierRow]:
            from desk_app.operations.find import find

            return find(desk, text, PAGE)

        self._counter.lanes.read(find_rows, self._found, self._not_found, topic="find")

    def _found(self, rows: list[DossierRow]) -> None:
        marked = self.rows.row(self.table.currentIndex().row())
        self.rows.put(rows)
        self._tell_count()
        if rows:
            again = next((at for at, row in enumerate(rows) if marked and row.id == marked.id), 0)
            self.table.setCurrentIndex(self.rows.index(again, 0))

    def _tell_count(self) -> None:
        count = self.rows.rowCount()
        words = f"{count} hồ sơ" if self.rows.whole else f"{count} hồ sơ đầu, cuộn để xem thêm"
        self.count.setText(
            words if count else "Không có hồ sơ nào khớp" if self.search.text() else "Chưa có hồ sơ"
        )

    def _not_found(self, trouble: DeskError) -> None:
        self.count.setText(trouble.title)

    def _find_more(self) -> None:
        desk, text, before = self._counter.desk, self.search.text(), self.rows.last

        def find_rows() -> list[DossierRow]:
            from desk_app.operations.find import find

            return find(desk, text, PAGE, before)

        self._counter.lanes.read(find_rows, self._found_more, self._not_found, topic="find")

    def _found_more(self, rows: list[DossierRow]) -> None:
        self.rows.add(rows)
        self._tell_count()

    def _refresh(self, changes: Changes) -> None:
        if changes.dossiers or changes.sync:
            self._find()
            if self._stack.currentWidget() is self.dossier and self.dossier.dossier_id:
                self._show(self.dossier.dossier_id)

    # -------------------------------------------------------------------------------------------- opening

    def open_dossier(self, wanted: str | bytes) -> None:
        """Opens a dossier by number or id: from the list, or from a scan."""
        self._show(wanted)

    def open_scanned(self, text: str) -> None:
        """Opens the dossier of a scanned slip or number, and says whether the slip still holds."""
        desk = self._counter.desk

        def look() -> tuple[Scanned, DossierView | None]:
            from desk_app.operations.find import show
            from desk_app.operations.scanning import scan

            seen = scan(desk, text)
            return seen, show(desk, seen.dossiers[0]) if len(seen.dossiers) == 1 else None

        self._counter.lanes.read(look, self._scanned, self._not_shown, topic="show")

    def _scanned(self, found: tuple[Scanned, DossierView | None]) -> None:
        seen, view = found
        words = f"{_MARKS.get(seen.verdict, '!')} {seen.sentence}"
        if view is None:
            self._leave()
            self.count.setText(words)
            return
        self._shown(view)
        self.dossier.say(words, "quiet" if seen.verdict in _MARKS else "caution")

    def _open_row(self, index: QModelIndex) -> None:
        row = self.rows.row(index.row())
        if row is not None:
            self._show(row.id)

    def _show(self, wanted: str | bytes) -> None:
        desk = self._counter.desk

        def look() -> DossierView:
            from desk_app.operations.find import show

            return show(desk, wanted)

        self._counter.lanes.read(look, self._shown, self._not_shown, topic="show")

    def _shown(self, view: DossierView) -> None:
        fresh = self._stack.currentWidget() is not self.dossier
        self.dossier.put(view)
        self._stack.setCurrentWidget(self.dossier)
        if fresh:
            self.dossier.begin()

    def _not_shown(self, trouble: DeskError) -> None:
        self._leave()
        self.count.setText(trouble.sentence)

    def _leave(self) -> None:
        self._stack.setCurrentWidget(self.list)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        narrow = self.width() < _NARROW
        for column in _LEFT_OUT:
            self.table.setColumnHidden(column, narrow)
        header, mode = self.table.horizontalHeader(), QHeaderView.ResizeMode
        header.setSectionResizeMode(_OWNER, mode.Stretch if narrow else mode.Interactive)
        for column, width in enumerate(_NARROW_WIDTHS if narrow else _WIDTHS):
            if width:
                header.resizeSection(column, width)

    def begin(self) -> None:
        """The page came to the front."""
        if self._stack.currentWidget() is self.list:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
            self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys go from the line to the list; Enter in either opens."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if watched is self.search and key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                step = 1 if key == Qt.Key.Key_Down else -1
                at = max(0, min(self.rows.rowCount() - 1, self.table.currentIndex().row() + step))
                self.table.setCurrentIndex(self.rows.index(at, 0))
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._open_row(self.table.currentIndex())
                return True
        return super().eventFilter(watched, event)
