"""Báo cáo (F6): the commune's figures with their pictures, the registers and lists on paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QObject, QRect, Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QStackedWidget,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from desk_app.domain.mistakes import DeskError
from desk_app.operations.outcome import Changes
from desk_app.operations.reports import behind, total_behind
from desk_app.ui.counter import Counter
from desk_app.ui.file_dialogs import ask_where_to_save
from desk_app.ui.keys import Key, Keys
from desk_app.ui.measures import sized
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import GAP, MARGIN, Words, plain_button, scroll_area
from desk_app.ui.report_choice import PAPERS, ReportChoice
from desk_app.ui.report_view import ReportPicture, ReportRows, in_our_words
from desk_app.ui.tongue import mark, said, told, tr

if TYPE_CHECKING:
    from desk_app.operations.reports import Made
    from sync.reports.periods import Period
    from sync.reports.report import Line

_LOW: Final = 560
"""A page lower than this shows the table or the picture, not both."""
_PICTURE: Final = 70
_UNBOUND: Final = (1 << 24) - 1
_NAMES_AT_LEAST: Final = 190
_ROOM, _BAR = 28, 18
"""Beside a number; of a bar to scroll with."""
_KINDS: Final = {"pdf": "PDF (*.pdf)", "xlsx": "Excel (*.xlsx)", "csv": "CSV (*.csv)"}


class ReportPage(QWidget):
    """`figure_wanted` carries what is behind a number, and words for it."""

    figure_wanted = Signal(object, str)

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._counter = counter
        self.made: Made | None = None
        self._stale = True
        self.choice = ReportChoice(counter)
        self.turn = plain_button(tr("Ẩn &biểu đồ"))
        self.turn.setCheckable(True)
        self.turn.setChecked(True)
        self.title = Words("", "heading", wrap=True)
        self.picture = ReportPicture()
        self.area = scroll_area(tr("Biểu đồ"), takes_focus=True)
        self.area.setWidget(self.picture)
        self.rows = ReportRows(self._leads)
        self.table = QTableView()
        self.paper_words = Words("", "quiet", wrap=True)
        self.note = Words("", "small", wrap=True)
        self.open = plain_button(tr("&Mở danh sách"))
        self.print = plain_button(tr("&In"))
        self.saves = {
            "pdf": plain_button(tr("Lưu &PDF")),
            "xlsx": plain_button(tr("Lưu &Excel")),
            "csv": plain_button(tr("Lưu &CSV")),
        }
        self._dress()
        self._lay_out()
        self._connect()
        tab_in_reading_order(self)

    def _dress(self) -> None:
        table, header = self.table, self.table.horizontalHeader()
        table.setAccessibleName(tr("Số liệu của báo cáo"))
        table.setModel(self.rows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        table.setShowGrid(False)
        table.setAlternatingRowColors(True)
        table.setWordWrap(True)
        table.setTabKeyNavigation(False)
        table.setMinimumHeight(sized(130))
        table.verticalHeader().hide()
        header.setHighlightSections(False)
        self.area.setMinimumHeight(sized(_PICTURE))

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP)
        head.addWidget(self.title, 1)
        head.addWidget(self.turn)
        numbers = QWidget()
        self._numbers = QVBoxLayout(numbers)
        self._numbers.setContentsMargins(0, 0, 0, 0)
        self._numbers.setSpacing(GAP)
        self._numbers.addWidget(self.area, 1)
        self._numbers.addWidget(self.table, 1)
        self._numbers.addWidget(self.note)
        paper = QWidget()
        words = QVBoxLayout(paper)
        words.setContentsMargins(0, 0, 0, 0)
        words.addWidget(self.paper_words)
        words.addStretch(1)
        self.stack = QStackedWidget()
        self.stack.addWidget(numbers)
        self.stack.addWidget(paper)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.open)
        buttons.addStretch(1)
        for button in (self.print, *self.saves.values()):
            buttons.addWidget(button)
        page = QVBoxLayout(self)
        page.setContentsMargins(MARGIN, GAP * 2, MARGIN, GAP * 2)
        page.setSpacing(GAP)
        page.addWidget(Words(tr("Báo cáo"), "title"))
        page.addWidget(self.choice)
        page.addLayout(head)
        page.addWidget(self.stack, 1)
        page.addLayout(buttons)

    def _connect(self) -> None:
        self.choice.changed.connect(self._read)
        self.picture.resized.connect(lambda _high: self._fit())
        self.turn.toggled.connect(lambda _on: self._fit())
        self.table.installEventFilter(self)
        self.table.doubleClicked.connect(lambda _index: self._open())
        self.table.selectionModel().currentChanged.connect(lambda *_: self._marked())
        self.open.clicked.connect(self._open)
        self.print.clicked.connect(self._print)
        for ending, button in self.saves.items():
            button.clicked.connect(lambda _=False, ending=ending: self._save(ending))
        self._counter.lanes.changed.connect(self._changed)
        Keys(
            self,
            mark("Báo cáo"),
            Key("Enter", mark("Mở danh sách hồ sơ của con số được chọn")),
            Key("← → ↑ ↓", mark("Đi trong bảng số liệu")),
            Key("Ctrl+P", mark("In báo cáo"), self._print),
        )

    # -------------------------------------------------------------------------------------------- reading

    def _changed(self, changes: Changes) -> None:
        if changes.dossiers or changes.sync:
            self._stale = True
            if self.isVisible():
                self._read()

    def _read(self) -> None:
        desk, code, period = self._counter.desk, self.choice.code, self.choice.chosen()
        self._stale = False
        if period is None:
            self._clear(tr("Ghi ngày đầu và ngày cuối dạng 23/11/2026, ngày đầu không sau ngày cuối."))
            return
        if self.choice.paper:
            self._clear(told(PAPERS)[self.choice.paper])
            self.paper_words.setText(_paper_words(self.choice.paper, period))
            self.stack.setCurrentIndex(1)
            self._enable(papers=True)
            return

        def read() -> Made:
            from desk_app.operations.reports import report_of

            return report_of(desk, code, period)

        self._counter.lanes.read(read, self._put, self._failed, topic="report")

    def _clear(self, words: str) -> None:
        self._counter.lanes.read(lambda: None, lambda _: None, topic="report")  # what was asked is moot
        self.made = None
        self.rows.put(None)
        self.title.setText(words)
        self.note.setText("")
        self.stack.setCurrentIndex(0)
        self._fit()
        self._enable(papers=False)

    def _put(self, made: Made) -> None:
        at = self.table.currentIndex()
        same = self.made is not None and self.made.kind is made.kind
        self.made = made
        report = in_our_words(made.report, made.kind.way, made.kind.of)
        self.rows.put(report)
        self.title.setText(f"{report.title}, {report.period}")
        self.note.setText(report.note)
        self.stack.setCurrentIndex(0)
        row = min(at.row(), self.rows.rowCount() - 1) if same and at.isValid() else 0
        self.table.setCurrentIndex(self.rows.index(row, at.column() if same and at.isValid() else 1))
        self._columns()
        self._fit()
        self._enable(papers=True)
        self._marked()
        words = said(made.report.alternative)

        def draw() -> bytes:
            from sync.reports.pictures import png_of

            return png_of(report)

        def drawn(png: bytes) -> None:
            if self.made is made:
                self.picture.put(png, words)

        self._counter.lanes.paper(draw, drawn, self._failed, topic="report-picture")

    def _failed(self, trouble: DeskError) -> None:
        self.title.setText(trouble.sentence)

    def _enable(self, *, papers: bool) -> None:
        self.print.setEnabled(papers)
        for ending, button in self.saves.items():
            button.setEnabled(papers and (self.made is not None or ending == "pdf"))
        self.open.setEnabled(False)

    # ------------------------------------------------------------------------------------------- the room

    def _columns(self) -> None:
        """Numbers as wide as they and their heads are; the names have the rest, and wrap."""
        header, mode = self.table.horizontalHeader(), QHeaderView.ResizeMode
        if not self.rows.columnCount():
            return
        wide = 0
        for column in range(1, self.rows.columnCount()):
            head = self.rows.heads[column]
            texts = [self.rows.index(row, column).data() for row in range(self.rows.rowCount())]
            width = max(
                *(header.fontMetrics().horizontalAdvance(one) for one in head.split("\n")),
                *(int(self.table.fontMetrics().horizontalAdvance(one) * 1.08) for one in texts),
            )
            header.setSectionResizeMode(column, mode.Fixed)
            header.resizeSection(column, width + _ROOM)
            wide += width + _ROOM
        names = max(self.table.width() - _BAR - wide, sized(_NAMES_AT_LEAST))
        header.setSectionResizeMode(0, mode.Fixed)
        header.resizeSection(0, names)
        lines = max(str(head).count("\n") + 1 for head in self.rows.heads)
        header.setFixedHeight(header.fontMetrics().lineSpacing() * lines + GAP * 2)
        room, words = QRect(0, 0, names - _ROOM, 1 << 16), QFont(self.table.font())
        words.setBold(True)  # the widest there is
        letters = QFontMetrics(words)
        for row, line in enumerate(self.rows.lines):
            high = letters.boundingRect(room, Qt.TextFlag.TextWordWrap, line.name).height()
            self.table.setRowHeight(row, high + GAP * 2)

    def _fit(self) -> None:
        """Table and picture, or one of them where there is no room for both."""
        shown = self.turn.isChecked() and self.made is not None and bool(self.made.report.lines)
        low = self.height() < sized(_LOW)
        self.picture.limit(0 if low else self.height() // 3)
        high = max(self.picture.minimumHeight(), sized(_PICTURE))
        self.area.setMaximumHeight(_UNBOUND if low else high)
        self.area.setVisible(shown)
        self.table.setVisible(not (shown and low))
        self.note.setVisible(not low)
        self.turn.setVisible(self.made is not None)
        self.turn.setText(tr("Hiện &biểu đồ") if not self.turn.isChecked() else _hiding(low))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
        self._columns()

    # ----------------------------------------------------------------------------------------- the dossiers

    def _behind(self, line: Line | None, column: int) -> Any:
        if self.made is None:
            return None
        return total_behind(self.made, column) if line is None else behind(self.made, line.code, column)

    def _leads(self, line: Line | None, column: int) -> bool:
        return self._behind(line, column) is not None

    def _marked(self) -> None:
        self.open.setEnabled(self.rows.leads(self.table.currentIndex()))

    def _open(self) -> None:
        """The dossiers that the marked number counts."""
        index = self.table.currentIndex()
        report = self.rows.report
        if report is None or not self.rows.leads(index):
            return
        line, column = self.rows.line(index.row()), index.column()
        words = [report.heads[column], *([line.name] if line else []), report.period]
        self.figure_wanted.emit(self._behind(line, column - 1), ", ".join(words))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter opens the list behind the marked number."""
        enter = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        pressed = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress
        if pressed and isinstance(event, QKeyEvent) and event.key() in enter:
            self._open()
            return True
        return super().eventFilter(watched, event)

    # ---------------------------------------------------------------------------------------------- paper

    def _maker(self, ending: str) -> Any:
        """What makes the file; None where there is nothing to make it of."""
        desk, made, paper, period = self._counter.desk, self.made, self.choice.paper, self.choice.chosen()
        if paper and period is not None:
            of = _register_of(period) if paper == "register" else None

            def form() -> bytes:
                from desk_app.operations.forms import make_form

                return make_form(desk, paper, of)

            return form

        def report() -> bytes:
            from desk_app.operations.reports import file_of

            assert made is not None
            return file_of(desk, made, ending)

        return report if made is not None else None

    def _print(self) -> None:
        make = self._maker("pdf")
        if make is not None:
            self._counter.paper.print_made(make, self.choice.kind.currentText(), tr("báo cáo"))

    def _save(self, ending: str) -> None:
        make = self._maker(ending)
        if make is None:
            return
        period = self.choice.chosen()
        name = f"bao-cao-{self.choice.code}-{period.code if period else ''}.{ending}"

        def taken(path: str) -> None:
            self._counter.paper.save_made(make, path, self._told, tr("báo cáo"))

        ask_where_to_save(self, tr("Lưu báo cáo"), name, _KINDS[ending], taken, ending)

    def _told(self, words: str) -> None:
        self.note.setText(words)
        self.note.show()
        self.paper_words.setText(words)

    def begin(self) -> None:
        """The page came to the front: figures as they are now."""
        self.choice.offer_anew()
        self._read()
        self.choice.kind.setFocus(Qt.FocusReason.OtherFocusReason)


def _hiding(low: bool) -> str:
    return tr("Hiện &bảng số liệu") if low else tr("Ẩn &biểu đồ")


def _register_of(period: Period) -> str:
    """The year or month of a register: the period, or the month it begins in."""
    whole = period.code if len(period.code) == 4 else ""
    return whole or f"{period.first:%Y-%m}"


def _paper_words(paper: str, period: Period) -> str:
    if paper == "register":
        return tr("Sổ theo dõi hồ sơ của {0}: bấm In hoặc Lưu PDF.").format(_register_of(period))
    return tr("Bấm In hoặc Lưu PDF.")
