"""An toàn – Nhật ký: who did what, when and where, narrowed by days, person and dossier; printed or saved."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QTableView,
    QVBoxLayout,
)

from desk_app.operations.audit_log import NEWEST, OLDEST, Filters
from desk_app.ui.counter import Counter
from desk_app.ui.dates import date_typed
from desk_app.ui.fields import ChoiceBox
from desk_app.ui.file_dialogs import ask_where_to_save
from desk_app.ui.measures import sized
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import GAP, Words, plain_button
from desk_app.ui.settings_section import Section, labelled, takes_the_rest
from desk_app.ui.tongue import mark, said, told, tr

if TYPE_CHECKING:
    from desk_app.domain.mistakes import DeskError
    from desk_app.operations.audit_log import AuditRow, Cursor, Page

_HEADS: Final = (mark("Lúc"), mark("Ai, ở máy nào"), mark("Hồ sơ, đối tượng"), mark("Việc, trước → sau"))
_SORTS: Final = {NEWEST: mark("Mới trước"), OLDEST: mark("Cũ trước")}
_KINDS: Final = {"pdf": "PDF (*.pdf)", "csv": "CSV (*.csv)"}
_Index = QModelIndex | QPersistentModelIndex


class LogRows(QAbstractTableModel):
    """The lines that were read so far."""

    def __init__(self) -> None:
        super().__init__()
        self.lines: list[AuditRow] = []

    def put(self, lines: tuple[AuditRow, ...], *, more: bool) -> None:
        """Other lines, or `more` behind those that are there."""
        self.beginResetModel()
        self.lines = [*self.lines, *lines] if more else list(lines)
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.lines)

    def columnCount(self, parent: _Index | None = None) -> int:
        return len(_HEADS)

    def headerData(
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> Any:
        if orientation == Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return tr(_HEADS[section])
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        one = self.lines[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return cells_of(one)[index.column()]
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return cells_of(one)[index.column()].replace("\n", ", ")
        if role == Qt.ItemDataRole.AccessibleDescriptionRole and index.column() == 0:
            return f"UTC {one.utc:%H:%M %d/%m/%Y}, {one.place}" if one.utc else one.place
        return None


def _value(words: str) -> str:
    return said(words) if words else "–"


def cells_of(one: AuditRow) -> tuple[str, str, str, str]:
    """A line as the table shows it."""
    when = f"{one.at:%H:%M}\n{one.day:%d/%m/%Y}" if one.at else f"{one.day:%d/%m/%Y}"
    changes = (f"{said(one.what)}: {_value(one.before)} → {_value(one.after)}" for one in one.changes)
    who = "\n".join(part for part in (one.who, said(one.machine)) if part)
    return when, who, one.subject, "\n".join([said(one.words), *changes])


class LogSection(Section):
    """Filters over the table, buttons under it."""

    title: ClassVar[str] = mark("Nhật ký")

    def __init__(self, counter: Counter) -> None:
        super().__init__(counter)
        self._next: Cursor | None = None
        self.first = _line(tr("Từ ngày"), "01/11/2026")
        self.last = _line(tr("Đến ngày"), "30/11/2026")
        for day in (self.first, self.last):
            day.setMinimumWidth(sized(124))
        self.officer = _line(tr("Người làm"))
        self.number = _line(tr("Mã hồ sơ"))
        self.sort = ChoiceBox(tr("Thứ tự"))
        for key, words in told(_SORTS).items():
            self.sort.addItem(words, key)
        self.sort.setMinimumWidth(sized(140))
        self.seek = plain_button(tr("&Lọc"))
        self.rows = LogRows()
        self.table = QTableView()
        self.more = plain_button(tr("&Xem tiếp"))
        self.print = plain_button(tr("&In"))
        self.saves = {"pdf": plain_button(tr("Lưu &PDF")), "csv": plain_button(tr("Lưu &CSV"))}
        self.state = Words("", "quiet", wrap=True)
        self._dress()
        self._lay_out()
        self._connect()

    def _dress(self) -> None:
        table, header, mode = self.table, self.table.horizontalHeader(), QHeaderView.ResizeMode
        table.setAccessibleName(tr("Nhật ký"))
        table.setModel(self.rows)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setAlternatingRowColors(True)
        table.setShowGrid(False)
        table.setWordWrap(True)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        header.setHighlightSections(False)
        for column, wide in enumerate((118, 172, 248)):
            header.setSectionResizeMode(column, mode.Interactive)
            header.resizeSection(column, sized(wide))
        header.setSectionResizeMode(3, mode.Stretch)
        takes_the_rest(table, 110)

    def _lay_out(self) -> None:
        filters, buttons = QHBoxLayout(), QHBoxLayout()
        for row in (filters, buttons):
            row.setSpacing(GAP)
        filters.addLayout(labelled(tr("&Từ ngày"), self.first), 2)
        filters.addLayout(labelled(tr("Đế&n ngày"), self.last), 2)
        filters.addLayout(labelled(tr("N&gười làm"), self.officer), 3)
        filters.addLayout(labelled(tr("&Mã hồ sơ"), self.number), 3)
        filters.addLayout(labelled(tr("T&hứ tự"), self.sort), 2)
        filters.addWidget(self.seek, 0, Qt.AlignmentFlag.AlignBottom)
        for button in (self.more, self.print, *self.saves.values()):
            buttons.addWidget(button)
        buttons.addWidget(self.state, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addLayout(filters)
        whole.addWidget(self.table, 1)
        whole.addLayout(buttons)
        tab_in_reading_order(self)

    def _connect(self) -> None:
        self.seek.clicked.connect(self._anew)
        for field in (self.first, self.last, self.officer, self.number):
            field.returnPressed.connect(self._anew)
        self.sort.currentIndexChanged.connect(self._anew)
        self.more.clicked.connect(lambda: self._read(more=True))
        self.print.clicked.connect(self._print)
        for ending, button in self.saves.items():
            button.clicked.connect(lambda _checked=False, ending=ending: self._ask_where(ending))

    def begin(self) -> None:
        """The section came to the front: the newest lines."""
        self.first.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()

    def filters(self) -> Filters | None:
        """What is typed; None where a day is none, which is then said."""
        days = []
        for field in (self.first, self.last):
            day = date_typed(field.text()) if field.text().strip() else None
            if field.text().strip() and day is None:
                self._say(tr("Ghi ngày dạng 23/11/2026."), "mistake")
                field.setFocus(Qt.FocusReason.OtherFocusReason)
                return None
            days.append(day)
        words = self.officer.text().strip(), self.number.text().strip()
        return Filters(days[0], days[1], *words, str(self.sort.currentData()))

    def _anew(self, *_signal: object) -> None:
        self._read()

    def _read(self, *, more: bool = False) -> None:
        filters, desk, behind = self.filters(), self._counter.desk, self._next if more else None
        if filters is None or (more and behind is None):
            return

        def read() -> Page:
            from desk_app.operations.audit_log import audit_page

            return audit_page(desk, filters, behind)

        self._counter.lanes.read(read, lambda page: self._put(page, more=more), self._failed, topic="audit")

    def _put(self, page: Page, *, more: bool) -> None:
        at = len(self.rows.lines) if more else 0
        self.rows.put(page.rows, more=more)
        self._next = page.next
        for row in range(at, len(self.rows.lines)):
            self.table.resizeRowToContents(row)
        if self.rows.lines:
            self.table.setCurrentIndex(self.rows.index(min(at, len(self.rows.lines) - 1), 0))
        self.more.setEnabled(page.next is not None)
        count = len(self.rows.lines)
        rest = tr("còn nữa") if page.next is not None else tr("đã hết")
        self._say(tr("{0} dòng, {1}.").format(count, rest), "quiet")

    def _maker(self, ending: str) -> Any:
        filters, desk = self.filters(), self._counter.desk

        def make() -> bytes:
            from desk_app.operations.audit_files import audit_file

            assert filters is not None
            return audit_file(desk, filters, ending)

        return make if filters is not None else None

    def _print(self) -> None:
        make = self._maker("pdf")
        if make is not None:
            self._counter.paper.print_made(make, tr("Nhật ký"), tr("nhật ký"))

    def _ask_where(self, ending: str) -> None:
        def taken(path: str) -> None:
            self.keep(path, ending)

        ask_where_to_save(self, tr("Lưu nhật ký"), f"nhat-ky.{ending}", _KINDS[ending], taken, ending)

    def keep(self, path: str, ending: str) -> None:
        """Writes the lines of the filters to a file."""
        make = self._maker(ending)
        if make is not None:
            self._counter.paper.save_made(make, path, lambda words: self._say(words, "quiet"), tr("nhật ký"))

    def _failed(self, trouble: DeskError) -> None:
        self.rows.put((), more=False)
        self._say(trouble.sentence, "mistake")

    def _say(self, words: str, role: str) -> None:
        self.state.set_role(role)
        self.state.setText(words)


def _line(name: str, example: str = "") -> QLineEdit:
    field = QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(example)
    return field
