"""The settings of queue and public screen, as a section of the page Cài đặt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QGridLayout,
    QHBoxLayout,
    QHeaderView,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
)

from desk_app.operations.outcome import Outcome
from desk_app.operations.public_screen import (
    LEAST_SECONDS,
    MOST_SECONDS,
    REGIONS,
    PublicScreen,
    Reception,
    public_screen,
    put_public_screen,
)
from desk_app.operations.queue import QueueSettings, put_queue_settings, queue_settings
from desk_app.ui.counter import Counter
from desk_app.ui.fields import ChoiceBox, CountBox
from desk_app.ui.measures import sized
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import GAP, Words, main_button, plain_button
from desk_app.ui.settings_section import Section, named, scrolled
from desk_app.ui.tongue import LANGUAGES, mark, said, told, tr
from desk_app.ui.touched import Touched

if TYPE_CHECKING:
    from desk_app.domain.mistakes import DeskError

_COLUMNS: Final = (mark("Người tiếp"), mark("Thời gian"), mark("Địa điểm"))
_BOX_HEIGHT: Final = 104
_LANGUAGE: Final = 150
_TABLE_HEIGHT: Final = 176
_OWN_FIRST: Final = mark("Quầy đầu danh sách")
_Both = tuple[PublicScreen, QueueSettings]


class PublicScreenSection(Section):
    """`title` names the section; it reads the settings when shown and keeps them by its button."""

    title = mark("Công khai")

    def __init__(self, counter: Counter) -> None:
        super().__init__(counter)
        self.regions = {name: QCheckBox(said(words)) for name, words in REGIONS.items()}
        self.number_only = QCheckBox(tr("Kết quả chỉ hiện số, không hiện tên viết tắt"))
        self.dark = QCheckBox(tr("Nền tối"))
        self.rating_here = QCheckBox(tr("Mời đánh giá ở màn hình công khai"))
        self.language = ChoiceBox(tr("Ngôn ngữ của màn hình công khai"))
        for language, name in LANGUAGES.items():
            self.language.addItem(name, language)
        self.language.setMinimumWidth(sized(_LANGUAGE))
        self.seconds = CountBox(tr("Số giây mỗi trang"), LEAST_SECONDS, MOST_SECONDS)
        self.calendar = QTableWidget(0, len(_COLUMNS))
        self.add_line = plain_button(tr("Thêm dòng"))
        self.drop_line = plain_button(tr("Xóa dòng"))
        self.complaints = _box(tr("Nơi tiếp nhận phản ánh, kiến nghị"))
        self.services = _box(tr("Nhóm dịch vụ, mỗi dòng một nhóm"))
        self.priorities = _box(tr("Diện ưu tiên, mỗi dòng một diện"))
        self.counters = _box(tr("Tên các quầy, mỗi dòng một quầy"))
        self.own = ChoiceBox(tr("Quầy của máy này"))
        self.said = Words("", "quiet", wrap=True)
        self.save = main_button(tr("Lưu"))
        self.save.setAccessibleName(tr("Lưu cài đặt công khai và lấy số"))
        self.save.setEnabled(False)  # until what is kept has been read: nothing must be saved over it
        self._dress()
        self._lay_out()
        self._connect()
        self._touched = Touched(
            *self.regions.values(),
            *(self.number_only, self.dark, self.rating_here, self.seconds, self.language, self.calendar),
            *(self.complaints, self.services, self.priorities, self.counters, self.own),
        )
        self._read()

    def _dress(self) -> None:
        table = self.calendar
        table.setObjectName("calendar")
        table.setAccessibleName(tr("Lịch tiếp công dân của lãnh đạo"))
        table.setHorizontalHeaderLabels(told(_COLUMNS))
        table.verticalHeader().hide()
        table.setWordWrap(True)
        table.setTextElideMode(Qt.TextElideMode.ElideNone)
        table.setTabKeyNavigation(False)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setFixedHeight(sized(_TABLE_HEIGHT))
        table.horizontalHeader().setHighlightSections(False)
        table.horizontalHeader().setDefaultAlignment(
            Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        )
        table.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        table.verticalHeader().setMinimumSectionSize(40)
        self.complaints.setPlaceholderText(tr("Địa chỉ, điện thoại, thư điện tử, trang tiếp nhận phản ánh"))
        self.services.setPlaceholderText(tr("Bỏ trống: một hàng chung cho mọi việc"))
        self.counters.setPlaceholderText(tr("Bỏ trống: một quầy, theo số quầy của máy này"))

    def _lay_out(self) -> None:
        shown = QGridLayout()
        shown.setSpacing(GAP)
        for at, box in enumerate(self.regions.values()):
            shown.addWidget(box, at // 2, at % 2)
        pace = QHBoxLayout()
        pace.setSpacing(GAP)
        pace.addWidget(self.seconds)
        pace.addWidget(Words(tr("giây mỗi trang"), "quiet"))
        pace.addSpacing(GAP * 2)
        pace.addWidget(named(tr("Ngôn ngữ"), self.language))
        pace.addWidget(self.language)
        pace.addStretch(1)
        lines = QHBoxLayout()
        lines.setSpacing(GAP)
        lines.addWidget(self.add_line)
        lines.addWidget(self.drop_line)
        lines.addStretch(1)
        lists = QGridLayout()
        lists.setSpacing(GAP)
        titles = (tr("Nhóm dịch vụ (tối đa 4)"), tr("Diện ưu tiên"), tr("Các quầy"))
        for at, (words, box_) in enumerate(
            zip(titles, (self.services, self.priorities, self.counters), strict=True)
        ):
            lists.addWidget(named(words, box_, "strong", wrap=True), 0, at)
            lists.addWidget(box_, 1, at)
        own = QHBoxLayout()
        own.setSpacing(GAP)
        own.addWidget(named(tr("Quầy của máy này"), self.own, "strong", wrap=True))
        own.addWidget(self.own, 1)
        foot = QHBoxLayout()
        foot.setSpacing(GAP * 2)
        foot.addWidget(self.said, 1)
        foot.addWidget(self.save)
        column = QVBoxLayout()
        column.setSpacing(GAP)
        column.addWidget(Words(tr("Màn hình công khai hiện"), "strong"))
        column.addLayout(shown)
        column.addLayout(pace)
        for check in (self.number_only, self.dark, self.rating_here):
            column.addWidget(check)
        column.addWidget(named(tr("Lịch tiếp công dân"), self.calendar, "strong", wrap=True))
        column.addWidget(self.calendar)
        column.addLayout(lines)
        column.addWidget(named(tr("Nơi tiếp nhận phản ánh, kiến nghị"), self.complaints, "strong", wrap=True))
        column.addWidget(self.complaints)
        column.addLayout(lists)
        column.addLayout(own)
        column.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(GAP)
        whole.addWidget(scrolled(column), 1)
        whole.addLayout(foot)
        tab_in_reading_order(self)

    def _connect(self) -> None:
        self.add_line.clicked.connect(self._add_line)
        self.drop_line.clicked.connect(self._drop_line)
        self.save.clicked.connect(self._save)

    # --------------------------------------------------------------------------------------------- the table

    def _add_line(self) -> None:
        row = self.calendar.rowCount()
        self._put_line(row, Reception(""))
        self.calendar.setFocus(Qt.FocusReason.OtherFocusReason)
        self.calendar.setCurrentCell(row, 0)
        item = self.calendar.item(row, 0)
        if item is not None:
            self.calendar.editItem(item)

    def _drop_line(self) -> None:
        row = self.calendar.currentRow()
        if row >= 0:
            self.calendar.removeRow(row)

    def _put_line(self, row: int, line: Reception) -> None:
        self.calendar.insertRow(row)
        for column, text in enumerate((line.who, line.when, line.where)):
            self.calendar.setItem(row, column, QTableWidgetItem(text))

    def _lines(self) -> tuple[Reception, ...]:
        def cell(row: int, column: int) -> str:
            item = self.calendar.item(row, column)
            return item.text() if item is not None else ""

        rows = range(self.calendar.rowCount())
        return tuple(Reception(cell(row, 0), cell(row, 1), cell(row, 2)) for row in rows)

    # ---------------------------------------------------------------------------------------------- contents

    def _read(self) -> None:
        desk = self._counter.desk
        self._counter.lanes.read(
            lambda: (public_screen(desk), queue_settings(desk)), self._put, topic="public-section"
        )

    def _put(self, both: _Both) -> None:
        screen, queue = both
        show = self._touched.show
        ticks = {check: name in screen.show for name, check in self.regions.items()}
        ticks |= {self.number_only: screen.number_only, self.dark: screen.dark}
        ticks[self.rating_here] = screen.rating_here
        for check, on in ticks.items():
            show(check, partial(check.setChecked, on))
        show(self.seconds, lambda: self.seconds.setValue(screen.seconds))
        at = max(0, self.language.findData(screen.language))
        show(self.language, lambda: self.language.setCurrentIndex(at))
        show(self.calendar, lambda: self._put_lines(screen.reception))
        for box, text in (
            (self.complaints, screen.complaints),
            (self.services, "\n".join(queue.services)),
            (self.priorities, "\n".join(queue.priorities)),
            (self.counters, "\n".join(queue.counters)),
        ):
            show(box, partial(box.setPlainText, text))
        show(self.own, lambda: self._put_own(queue.counters, queue.own))
        self.save.setEnabled(True)

    def _put_lines(self, lines: Sequence[Reception]) -> None:
        self.calendar.setRowCount(0)
        for row, line in enumerate(lines):
            self._put_line(row, line)

    def _put_own(self, counters: Sequence[str], own: int) -> None:
        self.own.clear()
        self.own.addItem(tr(_OWN_FIRST), 0)
        for number, name in enumerate(counters, start=1):
            self.own.addItem(f"{number}. {name}", number)
        self.own.setCurrentIndex(max(0, self.own.findData(own)))

    def _save(self) -> None:
        desk = self._counter.desk
        shown = tuple(name for name, check in self.regions.items() if check.isChecked())
        wanted = PublicScreen(
            dark=self.dark.isChecked(),
            seconds=self.seconds.value(),
            number_only=self.number_only.isChecked(),
            show=shown,
            reception=self._lines(),
            complaints=self.complaints.toPlainText(),
            rating_here=self.rating_here.isChecked(),
            language=self.language.currentData(),
        )
        queue = QueueSettings(
            _names(self.services),
            _names(self.priorities),
            _names(self.counters),
            self.own.currentData() or 0,
        )

        def write() -> Outcome[_Both]:
            now = public_screen(desk)  # whether and where it is shown is the other page's business
            first = put_queue_settings(desk, queue)
            second = put_public_screen(desk, replace(wanted, on=now.on, screen=now.screen))
            return Outcome((second.value, first.value), first.changes | second.changes)

        moment = self._touched.now

        def kept(_both: _Both) -> None:
            self._touched.saved(moment)
            self._read()  # and an answer still on its way from before is void
            self._say(tr("Đã lưu."), "done")

        self._counter.lanes.write(write, kept, self._refused)

    def _refused(self, trouble: DeskError) -> None:
        self._say(trouble.sentence, "mistake")

    def _say(self, words: str, role: str) -> None:
        self.said.set_role(role)
        self.said.setText(said(words))


def _box(name: str) -> QPlainTextEdit:
    box = QPlainTextEdit()
    box.setAccessibleName(name)
    box.setTabChangesFocus(True)
    box.setFixedHeight(sized(_BOX_HEIGHT))
    return box


def _names(box: QPlainTextEdit) -> tuple[str, ...]:
    return tuple(box.toPlainText().splitlines())
