"""Hồ sơ (F3): instant search over everything, sent or not; Enter opens one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QStackedLayout, QVBoxLayout, QWidget

from desk_app.domain.mistakes import DeskError
from desk_app.operations.outcome import Changes
from desk_app.ui.counter import Counter
from desk_app.ui.dossier_rows import PAGE, DossierRows
from desk_app.ui.dossier_table import DossierTable
from desk_app.ui.find_filters import Chips, FilterPane
from desk_app.ui.keys import Key, Keys
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import GAP, MARGIN, Words, plain_button
from desk_app.ui.picked_bar import PickedBar
from desk_app.ui.tongue import mark, said, tr

if TYPE_CHECKING:
    from desk_app.domain.citizen_card import CitizenCard
    from desk_app.operations.find import DossierRow, DossierView, Filters
    from desk_app.operations.scanning import Scanned
    from desk_app.ui.act_pane import ActPane
    from desk_app.ui.dossier_page import DossierPage

TYPING_MS = 30
_MARKS = {"genuine": "✓", "found": "·"}
"""In front of a calm answer to a scan; every other one gets an exclamation mark."""


class FindPage(QWidget):
    """The list and, over it, the dossier that was opened. `return_wanted` carries a dossier's id: its result
    is to be given out, which has its own page."""

    return_wanted = Signal(object)

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._counter = counter
        self._answered: tuple[str, Filters] | None = None
        self._open_when_found = False
        self.search = QLineEdit()
        self.search.setAccessibleName(tr("Tìm hồ sơ"))
        self.search.setPlaceholderText(
            tr("Mã hồ sơ, họ tên, số giấy tờ hoặc điện thoại; quét phiếu cũng được")
        )
        self.rows = DossierRows(counter.clock, self)
        self.table = DossierTable(self.rows)
        self.count = Words("", "small", wrap=True)
        self.filters = FilterPane(counter)
        self.chips = Chips()
        self.filter_button = plain_button(tr("Lọc (Ctrl+L)"))
        self.picked = PickedBar()
        self._pane: ActPane | None = None
        self._dossier: DossierPage | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(TYPING_MS)
        self._lay_out()
        self._connect()
        self._find()

    def _lay_out(self) -> None:
        self.list = QWidget()
        column = QVBoxLayout(self.list)
        column.setContentsMargins(MARGIN, GAP * 2, MARGIN, GAP * 2)
        column.setSpacing(GAP)
        head = QHBoxLayout()
        head.addWidget(Words(tr("Hồ sơ"), "title"))
        head.addSpacing(GAP * 2)
        self.count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        head.addWidget(self.count, 1)
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addWidget(self.search, 1)
        line.addWidget(self.filter_button)
        column.addLayout(head)
        column.addLayout(line)
        column.addWidget(self.filters)
        column.addWidget(self.chips)
        self._body = QHBoxLayout()
        self._body.setSpacing(GAP * 2)
        self._body.addWidget(self.table, 1)
        column.addLayout(self._body, 1)
        column.addWidget(self.picked)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.list)

    @property
    def pane(self) -> ActPane:
        """The acts of what was picked; made when first wanted."""
        if self._pane is None:
            from desk_app.ui.act_pane import ActPane

            self._pane = ActPane(self._counter)
            self._pane.closed.connect(self._pane_closed)
            self._body.addWidget(self._pane)
            tab_in_reading_order(self)
            self._fit()
        return self._pane

    @property
    def dossier(self) -> DossierPage:
        """The page of one dossier; made when first wanted."""
        if self._dossier is None:
            from desk_app.ui.dossier_page import DossierPage

            self._dossier = DossierPage(self._counter)
            self._dossier.left.connect(self._leave)
            self._dossier.return_wanted.connect(self.return_wanted)
            self._stack.addWidget(self._dossier)
            tab_in_reading_order(self)
        return self._dossier

    @property
    def _acting(self) -> bool:
        return self._pane is not None and self._pane.isVisible()

    @property
    def opened_dossier(self) -> bytes:
        """The id of the dossier in front of the list, empty: the list is in front."""
        page = self._dossier
        return page.dossier_id if page is not None and self._stack.currentWidget() is page else b""

    def _connect(self) -> None:
        self._later.timeout.connect(self._find)
        self.search.textChanged.connect(lambda _: self._typed())
        self.search.installEventFilter(self)
        self.table.opened.connect(self._open_at)
        self.table.doubleClicked.connect(lambda index: self._open_at(index.row()))
        self.rows.more_wanted.connect(self._find_more)
        self.rows.marked.connect(self._tell_picked)
        self.picked.acts.clicked.connect(self._act_on_picked)
        self.picked.none.clicked.connect(self.rows.clear_marks)
        self.filter_button.clicked.connect(self._turn_filters)
        self.filters.changed.connect(self._narrow)
        self.chips.removed.connect(self.filters.remove)
        self._counter.lanes.changed.connect(self._refresh)
        Keys(
            self.list,
            mark("Hồ sơ"),
            Key("↑ ↓", mark("Đi trong danh sách, con trỏ vẫn ở ô tìm")),
            Key("Enter", mark("Mở hồ sơ được chọn")),
            Key("Ctrl+L", mark("Lọc danh sách"), self._turn_filters),
            Key("Ctrl+Space", mark("Chọn hồ sơ để làm hàng loạt"), self.table.pick, offered=False),
            Key("Ctrl+M", mark("Làm việc với các hồ sơ đã chọn"), self._act_on_picked),
            Key("Esc", mark("Bỏ chọn, đóng khung lọc"), self._escape, offered=False),
            inside=True,
        )

    # --------------------------------------------------------------------------------- filters and picking

    def _turn_filters(self) -> None:
        """Unfolds the filters, or folds them; what they narrow stays."""
        if self.filters.isVisible():
            self.filters.hide()
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.filters.show()
            self.filters.begin()

    def _narrow(self) -> None:
        self._stack.setCurrentWidget(self.list)  # a report may narrow it while a dossier is in front
        self.chips.put(self.filters.chips())
        if not self.chips.buttons and self.list.isVisible() and self.list.focusWidget() is None:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self._find()

    def _tell_picked(self) -> None:
        count = len(self.rows.marks)
        self.picked.tell(count)
        self.picked.setVisible(bool(count) and not self._acting)

    def _act_on_picked(self) -> None:
        """The acts of all that was picked; without any, of the row the cursor is on."""
        if not self.rows.marks:
            self.rows.mark(self.table.currentIndex().row(), True)
        if self.rows.marks:
            self.pane.open_bulk(self.rows.marks)
            self._tell_picked()
            self._fit()

    def _pane_closed(self) -> None:
        self._fit()
        self._tell_picked()
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _escape(self) -> None:
        """One step back: the pane, then what was picked, then the filters' fold."""
        if self._acting:
            self.pane.back()
        elif self.rows.marks:
            self.rows.clear_marks()
        elif self.filters.procedure.open:
            self.filters.procedure.fold()
        elif self.filters.isVisible():
            self._turn_filters()

    # ------------------------------------------------------------------------------------------ searching

    @property
    def _question(self) -> tuple[str, Filters]:
        """What the list is asked for now."""
        return self.search.text(), self.filters.filters()

    def _typed(self) -> None:
        self._open_when_found = False
        self._later.start()

    def _find(self) -> None:
        self._later.stop()
        desk, (text, filters) = self._counter.desk, self._question

        def find_rows() -> list[DossierRow]:
            from desk_app.operations.find import find

            return find(desk, text, PAGE, None, filters)

        def found(rows: list[DossierRow]) -> None:
            self._answered = (text, filters)
            self._found(rows)

        self._counter.lanes.read(find_rows, found, self._not_found, topic="find")

    def _found(self, rows: list[DossierRow]) -> None:
        marked = self.rows.row(self.table.currentIndex().row())
        self.rows.put(rows)
        self._tell_count()
        if rows:
            again = next((at for at, row in enumerate(rows) if marked and row.id == marked.id), 0)
            self.table.setCurrentIndex(self.rows.index(again, 0))
        if self._open_when_found and self._answered == self._question:
            self._open_when_found = False
            self._open_at(self.table.currentIndex().row())

    def _enter(self) -> None:
        """Opens the row the cursor is on; not one of another search, which is what stands there until the
        answer comes: then the row is opened when it has come."""
        if self._answered == self._question:
            self._open_at(self.table.currentIndex().row())
        else:
            self._open_when_found = True
            self._find()

    def _tell_count(self) -> None:
        count = self.rows.rowCount()
        words = (
            tr("{0} hồ sơ").format(count)
            if self.rows.whole
            else tr("{0} hồ sơ đầu, cuộn để xem thêm").format(count)
        )
        narrowed = self.search.text() or self.chips.buttons
        self.count.setText(
            words if count else tr("Không có hồ sơ nào khớp") if narrowed else tr("Chưa có hồ sơ")
        )

    def _not_found(self, trouble: DeskError) -> None:
        self._open_when_found = False
        self.count.setText(trouble.title)

    def _find_more(self) -> None:
        """The next page of what stands there. A topic of its own: it never takes the place of a search."""
        desk, before, question = self._counter.desk, self.rows.last, self._question
        text, filters = question

        def find_rows() -> list[DossierRow]:
            from desk_app.operations.find import find

            return find(desk, text, PAGE, before, filters)

        def found(rows: list[DossierRow]) -> None:
            if self._answered == question and self.rows.last == before:
                self.rows.add(rows)
                self._tell_count()

        self._counter.lanes.read(find_rows, found, self._not_found, topic="find-more")

    def _refresh(self, changes: Changes) -> None:
        if changes.dossiers or changes.sync:
            self._find()
            if self.opened_dossier:
                self._show_again(self.opened_dossier)

    def _show_again(self, shown: bytes) -> None:
        """The dossier in front as it is now. A topic of its own: it never takes the place of one that is just
        being opened, and comes to nothing when another is in front by then."""
        desk = self._counter.desk

        def look() -> DossierView:
            from desk_app.operations.find import show

            return show(desk, shown)

        def put(view: DossierView) -> None:
            if self.opened_dossier == shown:
                self.dossier.put(view)

        self._counter.lanes.read(look, put, self._not_shown, topic="show-again")

    # -------------------------------------------------------------------------------------------- opening

    def open_act(self, dossier: bytes, name: str) -> None:
        """Opens a dossier with the form of one act beside it, or says why it may not be done now."""
        self.open_dossier(dossier, name)

    def take_card(self, card: CitizenCard) -> bool:
        """A scanned card, if an act of the dossier in front asks for a person; whether it did."""
        return self._dossier is not None and self._dossier.pane.take_card(card)

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
        words = f"{_MARKS.get(seen.verdict, '!')} {said(seen.sentence)}"
        if view is None:
            self._leave()
            self.count.setText(words)
            return
        self._shown(view)
        self.dossier.say(words, "quiet" if seen.verdict in _MARKS else "caution")

    def _open_at(self, at: int) -> None:
        row = self.rows.row(at)
        if row is not None:
            self.open_dossier(row.id)

    def open_dossier(self, wanted: str | bytes, act: str = "") -> None:
        """Opens a dossier by number or id: from the list, or from a scan."""
        desk = self._counter.desk

        def look() -> DossierView:
            from desk_app.operations.find import show

            return show(desk, wanted)

        def shown(view: DossierView) -> None:
            self._shown(view)
            if act:
                self.dossier.pane.open_act(act)

        self._counter.lanes.read(look, shown, self._not_shown, topic="show")

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
        self._fit()

    def _fit(self) -> None:
        """Columns for the room the list has beside the pane."""
        self.table.fit(self.width() if self._pane is None else self._pane.fit(self.width()))

    def begin(self) -> None:
        """The page came to the front."""
        if self._stack.currentWidget() is self.list:
            self.search.setFocus(Qt.FocusReason.OtherFocusReason)
            self.search.selectAll()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrow keys go from the line to the list; Enter opens."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            key = event.key()
            if key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
                self.table.step(1 if key == Qt.Key.Key_Down else -1)
                return True
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._enter()
                return True
        return super().eventFilter(watched, event)
