"""Hôm nay (F5): what to do next, in order; calls, apologies, the day's list and the closing of the shift."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHBoxLayout,
    QHeaderView,
    QListWidget,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desk_app.domain.mistakes import DeskError
from desk_app.operations.outcome import Changes
from desk_app.ui.counter import Counter
from desk_app.ui.dates import day_said
from desk_app.ui.keys import Key, Keys
from desk_app.ui.measures import sized
from desk_app.ui.message_card import MessageCard
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import GAP, MARGIN, Words, plain_button
from desk_app.ui.today_rows import TodayRows
from desk_app.ui.tongue import mark, said, told, tr
from sync.model.moment import day_of

if TYPE_CHECKING:
    from desk_app.operations.today import Task, Today
    from sync.model.procedure import Procedure

_ALL: Final = "all"
_LISTS: Final = 240
_SHORT: Final = {"on-its-way": mark("Chờ kết quả về")}
"""Titles that would not fit beside their counts."""
_BAR: Final = 24
_NARROW: Final = 900
"""A page narrower than this needs a third line for what is to be done."""
_TWO_LINES, _THREE_LINES = 56, 76
_COLUMNS: Final = ((0, (0, 150, 130, 0, 0)), (1000, (0, 190, 132, 240, 0)), (1500, (0, 220, 136, 300, 230)))
"""From this width of the page on these columns are so wide; 0 is the rest, or leaves a column out: the
dossier itself shows it."""


class TodayPage(QWidget):
    """`dossier_wanted` and `return_wanted` carry a dossier's id. `hearing` says whether what is being
    broadcast came by an exchange.
    """

    dossier_wanted = Signal(bytes)
    return_wanted = Signal(bytes)

    def __init__(self, counter: Counter, hearing: Callable[[], bool]) -> None:
        super().__init__()
        self.setObjectName("page")
        self._counter, self._hearing = counter, hearing
        self._today: Today | None = None
        self._heard = False
        self._chosen: bytes = b""
        self._panes: dict[str, Any] = {}
        self.day = Words("", "quiet")
        self.news = Words("", "done", wrap=True)
        self.messages = MessageCard(counter)
        self.backup = Words("", "caution", wrap=True)
        self.backup.hide()
        self.lists = QListWidget()
        self.table = QTableView()
        self.rows = TodayRows()
        self.said = Words("", "quiet", wrap=True)
        self.open = plain_button(tr("&Mở hồ sơ"))
        self.call = plain_button(tr("&Gọi điện"))
        self.apology = plain_button(tr("&Xin lỗi, hẹn lại"))
        self.give = plain_button(tr("&Trả kết quả"))
        self.print = plain_button(tr("&In danh sách"))
        self.shift = plain_button(tr("&Kết ca"))
        self.ending = plain_button(tr("Thủ tục sắp hết hiệu lực"))
        self.ending.hide()
        self._ends: Sequence[Procedure] = ()
        self._dress()
        self._lay_out()
        self._connect()
        tab_in_reading_order(self.work)
        self._read()

    def _dress(self) -> None:
        self.lists.setObjectName("turns")
        self.lists.setAccessibleName(tr("Các nhóm việc trong ngày"))
        self.lists.setFixedWidth(sized(_LISTS))
        self.lists.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        table = self.table
        table.setAccessibleName(tr("Việc cần làm"))
        table.setModel(self.rows)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setWordWrap(True)
        table.setTabKeyNavigation(False)
        table.verticalHeader().hide()
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)

    def _lay_out(self) -> None:
        self.work = QWidget()
        both = QHBoxLayout()
        both.setSpacing(GAP * 2)
        both.addWidget(self.lists)
        both.addWidget(self.table, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        for button in (self.open, self.give, self.call, self.apology):
            buttons.addWidget(button)
        buttons.addStretch(1)
        for button in (self.print, self.shift):
            buttons.addWidget(button)
        column = QVBoxLayout(self.work)
        column.setContentsMargins(MARGIN, 0, MARGIN, GAP * 2)
        column.setSpacing(GAP)
        column.addWidget(self.messages)
        column.addWidget(self.ending, 0, Qt.AlignmentFlag.AlignLeft)
        column.addLayout(both, 1)
        column.addLayout(buttons)
        self.stack = QStackedWidget()
        self.stack.addWidget(self.work)
        head = QHBoxLayout()
        head.setContentsMargins(MARGIN, GAP * 2, MARGIN, GAP)
        head.setSpacing(GAP * 2)
        head.addWidget(Words(tr("Hôm nay"), "title"))
        head.addWidget(self.day)
        head.addWidget(self.news, 1)
        foot = QFrame()
        foot.setObjectName("bar")
        row = QHBoxLayout(foot)
        row.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        self.said.setMinimumHeight(_BAR)
        row.addWidget(self.said, 1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addLayout(head)
        self.backup.setContentsMargins(MARGIN, 0, MARGIN, GAP)
        page.addWidget(self.backup)
        page.addWidget(self.stack, 1)
        page.addWidget(foot)

    def _connect(self) -> None:
        self.lists.currentRowChanged.connect(lambda _: self._show_list())
        self.lists.installEventFilter(self)
        self.table.installEventFilter(self)
        self.table.activated.connect(lambda _: self._open())
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._marked())
        self.open.clicked.connect(self._open)
        self.give.clicked.connect(self._give)
        self.call.clicked.connect(lambda: self._over("call"))
        self.apology.clicked.connect(lambda: self._over("apology"))
        self.shift.clicked.connect(lambda: self._over("shift"))
        self.ending.clicked.connect(lambda: self._over("ending"))
        self.print.clicked.connect(self._print)
        self.messages.emptied.connect(lambda: self.table.setFocus(Qt.FocusReason.OtherFocusReason))
        self.messages.wrong.connect(lambda words: self.say(words, "caution"))
        self._counter.lanes.changed.connect(self._changed)
        opened, turned = Key("Enter", mark("Mở hồ sơ được chọn")), Key("↑ ↓", mark("Đi trong danh sách"))
        Keys(self, mark("Hôm nay"), opened, turned)

    # -------------------------------------------------------------------------------------------- reading

    def _changed(self, changes: Changes) -> None:
        if changes.dossiers or changes.printing or changes.catalogue or changes.settings:
            self._heard = self._heard or self._hearing()
            self._read()

    def _read(self) -> None:
        desk = self._counter.desk

        def read() -> tuple[Today, Sequence[Procedure], str]:
            from desk_app.operations.backup_plan import standing, warning_words
            from desk_app.operations.releases import ending_soon
            from desk_app.operations.today import today

            warned = "" if desk.settings.training else warning_words(standing(desk), desk.clock())
            return today(desk), ending_soon(desk), warned

        self._counter.lanes.read(read, self._put, self._failed, topic="today")

    def _put(self, read: tuple[Today, Sequence[Procedure], str]) -> None:
        found, self._ends, warned = read
        self.backup.setText(f"! {said(warned)}" if warned else "")
        self.backup.setVisible(bool(warned))
        before, self._today = self._today, found
        ending = tr("! {0} thủ tục sắp &hết hiệu lực").format(len(self._ends))
        self.ending.setText(ending)
        self.ending.setAccessibleName(ending.replace("&", ""))
        self.ending.setVisible(bool(self._ends))
        self.day.setText(day_said(day_of(found.at)))
        if self._heard and before is not None:
            self._tell_news(before, found)
        self._heard = False
        kind = self._kind()
        self.lists.blockSignals(True)
        self.lists.clear()
        self.lists.addItem(tr("Tất cả, theo thứ tự  ({0})").format(sum(one.count for one in found.lists)))
        self.lists.addItems(
            [f"{told(_SHORT).get(one.kind) or said(one.title)}  ({one.count})" for one in found.lists]
        )
        kinds = [_ALL, *(one.kind for one in found.lists)]
        self.lists.setCurrentRow(kinds.index(kind))
        self.lists.blockSignals(False)
        self._show_list()

    def _tell_news(self, before: Today, now: Today) -> None:
        from desk_app.operations.today import TO_COLLECT

        known = {task.row.id for task in before.of(TO_COLLECT).tasks}
        fresh = sum(task.row.id not in known for task in now.of(TO_COLLECT).tasks)
        if fresh:
            self.news.setText(tr("Có {0} kết quả mới từ trung tâm").format(fresh))

    def _kind(self) -> str:
        at = self.lists.currentRow()
        if self._today is None or at <= 0:
            return _ALL
        return self._today.lists[at - 1].kind

    def _show_list(self) -> None:
        if self._today is None:
            return
        kind, chosen = self._kind(), self._chosen
        shown = [one for one in self._today.lists if kind in (_ALL, one.kind)]
        rows = [(one.kind, task) for one in shown for task in one.tasks]
        self.rows.put(rows)
        if rows:
            again = next((at for at, (_, task) in enumerate(rows) if task.row.id == chosen), 0)
            self.table.setCurrentIndex(self.rows.index(again, 0))
        count = sum(one.count for one in shown)
        if not rows:
            self.say(
                tr("Không có việc nào ở nhóm này.") if kind != _ALL else tr("Hôm nay không còn việc nào chờ.")
            )
        elif count > len(rows):
            self.say(tr("Đang hiện {0} việc đầu trong {1}.").format(len(rows), count))
        elif self.said.property("role") != "done":
            self.say("")
        self._marked()

    # -------------------------------------------------------------------------------------------- acting

    def _current(self) -> tuple[str, Task] | None:
        return self.rows.row(self.table.currentIndex().row())

    def _marked(self) -> None:
        """What can be done with the marked dossier."""
        from desk_app.operations.today import OVERDUE, TO_COLLECT

        current = self._current()
        kind, task = current if current else ("", None)
        self._chosen = task.row.id if task else b""
        for button in (self.open, self.call):
            button.setEnabled(task is not None)
        self.give.setEnabled(kind == TO_COLLECT)
        self.apology.setEnabled(kind == OVERDUE and task is not None and not task.row.renewed)

    def _open(self) -> None:
        current = self._current()
        if current is not None:
            self.dossier_wanted.emit(current[1].row.id)

    def _give(self) -> None:
        current = self._current()
        if current is not None:
            self.return_wanted.emit(current[1].row.id)

    def _over(self, name: str) -> None:
        """Lays a pane over the lists; Esc takes it away."""
        current = self._current()
        if current is None and name not in ("shift", "ending"):
            return
        pane = self._pane(name)
        if name == "shift":
            pane.put()
        elif name == "ending":
            pane.put(self._ends, day_of(self._counter.desk.clock()))
        elif current is not None:
            pane.put(current[1])
        self.say("")
        self.stack.setCurrentWidget(pane)
        pane.begin()

    def _pane(self, name: str) -> Any:
        if name not in self._panes:
            from desk_app.ui.apology_pane import ApologyPane
            from desk_app.ui.call_pane import CallPane
            from desk_app.ui.ending_pane import EndingPane
            from desk_app.ui.shift_pane import ShiftPane

            kinds = {"call": CallPane, "apology": ApologyPane, "shift": ShiftPane, "ending": EndingPane}
            pane: Any = kinds[name](self._counter)
            pane.done.connect(self._done)
            pane.close_button.clicked.connect(self._back)
            self._panes[name] = pane
            self.stack.addWidget(pane)
        return self._panes[name]

    def _done(self, words: str) -> None:
        self._back()
        self.say(words, "done")

    def _back(self) -> None:
        self.stack.setCurrentWidget(self.work)
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def receive(self) -> None:
        """F9: what the pane in front asks to be done."""
        confirm = getattr(self.stack.currentWidget(), "confirm", None)
        if confirm is not None:
            confirm()

    def _print(self) -> None:
        desk = self._counter.desk

        def make() -> bytes:
            from desk_app.operations.forms import make_form

            return make_form(desk, "day", None)

        self._counter.paper.print_made(make, tr("Danh sách việc trong ngày"), tr("danh sách việc"))
        self.say(tr("Đang in danh sách việc trong ngày."))

    # ------------------------------------------------------------------------------------------------ keys

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens the dossier, from the list of lists it leads into the table."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
            if enter and watched is self.table:
                self._open()
                return True
            if watched is self.lists and (enter or event.key() == Qt.Key.Key_Right):
                self.table.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
            if watched is self.table and event.key() == Qt.Key.Key_Left:
                self.lists.setFocus(Qt.FocusReason.OtherFocusReason)
                return True
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc goes back to the lists."""
        if event.key() == Qt.Key.Key_Escape and self.stack.currentWidget() is not self.work:
            self._back()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        widths = next(some for least, some in reversed(_COLUMNS) if self.width() >= least)
        self.table.verticalHeader().setDefaultSectionSize(
            _THREE_LINES if self.width() < _NARROW else _TWO_LINES
        )
        for column, width in enumerate(widths[1:], 1):
            self.table.setColumnHidden(column, not width)
            self.table.setColumnWidth(column, width)

    def _failed(self, trouble: DeskError) -> None:
        self.say(trouble.sentence, "caution")

    def say(self, words: str, role: str = "quiet") -> None:
        """One calm line at the foot of the page."""
        self.said.set_role(role)
        self.said.setText(said(words))

    def begin(self) -> None:
        """The page came to the front: the day as it is now."""
        self._read()
        if self.stack.currentWidget() is self.work:
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            self.messages.begin()
