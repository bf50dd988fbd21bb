"""Which report, and of which time."""

from __future__ import annotations

from datetime import date
from typing import Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk_app.operations.reports import DESK_REPORTS, periods_offered
from desk_app.ui.counter import Counter
from desk_app.ui.dates import date_typed, date_words
from desk_app.ui.fields import ChoiceBox
from desk_app.ui.measures import sized
from desk_app.ui.parts import GAP, Words
from desk_app.ui.tongue import mark, said, told, tr
from sync.model.moment import day_of
from sync.model.words import short_date
from sync.reports.periods import Period, between

PAPERS: Final = {
    "register": mark("Sổ theo dõi hồ sơ (tháng, năm)"),
    "day": mark("Danh sách việc trong ngày"),
    "shift": mark("Phiếu kết ca của quầy"),
}
"""Forms of the desk that are offered beside the reports."""
_SPAN: Final = "span"
_THIS_MONTH: Final = 2


class ReportChoice(QWidget):
    """`changed` when another report or another time is wanted."""

    changed = Signal()

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self.kind = ChoiceBox(tr("Báo cáo"))
        self.period = ChoiceBox(tr("Thời gian"))
        self.first, self.last = _day(tr("Từ ngày")), _day(tr("Đến ngày"))
        self.kind.setMinimumWidth(sized(320))
        self.period.setMinimumWidth(sized(190))
        self.days = QWidget()
        span = QHBoxLayout(self.days)
        span.setContentsMargins(0, 0, 0, 0)
        span.setSpacing(4)
        span.addWidget(Words(tr("Từ ngày"), "quiet"))
        span.addWidget(self.first)
        span.addWidget(Words("–", "quiet"))
        span.addWidget(self.last)
        span.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addWidget(self.kind, 1)
        row.addWidget(self.period)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addLayout(row)
        column.addWidget(self.days)
        self._offer()
        self.kind.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.period.currentIndexChanged.connect(lambda _at: self._turned())
        for line in (self.first, self.last):
            line.textChanged.connect(lambda _text: self.changed.emit())
            line.editingFinished.connect(lambda line=line: line.setText(date_words(line.text())))

    def _offer(self) -> None:
        for one in DESK_REPORTS:
            self.kind.addItem(said(one.title), one.code)
        for name, words in told(PAPERS).items():
            self.kind.addItem(words, name)
        self._today = today = day_of(self._counter.clock())
        for words, period in periods_offered(today):
            self.period.addItem(said(words), period)
        self.period.addItem(tr("Từ ngày – đến ngày"), _SPAN)
        self.period.setCurrentIndex(_THIS_MONTH)
        self.first.setText(short_date(today.replace(day=1)))
        self.last.setText(short_date(today))
        self.days.hide()

    def offer_anew(self) -> None:
        """On another day “this month” may be another one."""
        today = day_of(self._counter.clock())
        if today != self._today:
            self._today = today
            for at, (_words, period) in enumerate(periods_offered(today)):
                self.period.setItemData(at, period)

    @property
    def code(self) -> str:
        """Of the report or form."""
        return str(self.kind.currentData() or "")

    @property
    def paper(self) -> str:
        """The form that is chosen; empty: a report."""
        return self.code if self.code in PAPERS else ""

    def chosen(self) -> Period | None:
        """The time; None while the dates typed are none."""
        period = self.period.currentData()
        if isinstance(period, Period):
            return period
        first, last = date_typed(self.first.text()), date_typed(self.last.text())
        return _between(first, last) if first and last else None

    def _turned(self) -> None:
        spanned = self.period.currentData() == _SPAN
        self.days.setVisible(spanned)
        self.changed.emit()


def _between(first: date, last: date) -> Period | None:
    return between(first, last) if first <= last else None


def _day(name: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText("23/11/2026")
    line.setMaxLength(10)
    line.setFixedWidth(sized(116))
    return line
