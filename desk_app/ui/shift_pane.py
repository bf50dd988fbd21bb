"""Kết ca: the cash by the books, the cash in the drawer, the difference in a word, one paper."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRegularExpression, Qt, Signal
from PySide6.QtGui import QRegularExpressionValidator
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk_app.domain.mistakes import DeskError
from desk_app.operations.outcome import Changes
from desk_app.ui.counter import Counter
from desk_app.ui.dates import moment_said
from desk_app.ui.fields import MistakeLine
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import GAP, MARGIN, ScrollBody, Words, main_button, plain_button, scroll_area
from desk_app.ui.tongue import tr
from sync.model.words import dong

if TYPE_CHECKING:
    from desk_app.documents.contents import OfficerWork, ShiftLine
    from desk_app.operations.outcome import Outcome
    from desk_app.operations.unit_words import CashCount

    _Found = tuple[CashCount, tuple[ShiftLine, ...], tuple[OfficerWork, ...]]

_DIGITS: Final = 16
_WIDTH: Final = 200


class ShiftPane(QWidget):
    """`done` carries what was recorded, in words."""

    done = Signal(str)

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._expected = 0
        self._busy = False
        self.expected = Words("", "due", wrap=True)
        self.since = Words("", "quiet", wrap=True)
        self.lines = Words("", "", wrap=True)
        self.work_title = Words(tr("Việc của cán bộ trong ca"), "heading")
        self.work_title.hide()
        self.work = Words("", "", wrap=True)
        self.counted = QLineEdit()
        self.counted.setAccessibleName(tr("Tiền mặt đếm được, đồng"))
        self.counted.setPlaceholderText(tr("ví dụ 159.000"))
        self.counted.setMaxLength(_DIGITS)
        self.counted.setFixedWidth(_WIDTH)
        self.counted.setValidator(QRegularExpressionValidator(QRegularExpression("[0-9. ]*"), self.counted))
        self.difference = Words("", "strong", wrap=True)
        self.note = QLineEdit()
        self.note.setAccessibleName(tr("Lý do tiền lệch với sổ"))
        self.note.setPlaceholderText(tr("vì sao lệch"))
        self.note.setMaxLength(500)
        self.mistake = MistakeLine()
        self.send = main_button(tr("F9  Kết ca và in phiếu"))
        self.send.setAccessibleName(tr("Kết ca và in phiếu, phím F9"))
        self.close_button = plain_button(tr("Esc  Về danh sách"))
        self.close_button.setAccessibleName(tr("Về danh sách, phím Esc"))
        self._lay_out()
        self.counted.textChanged.connect(self._compare)
        self.counted.returnPressed.connect(self.confirm)
        self.note.returnPressed.connect(self.confirm)
        self.send.clicked.connect(self.confirm)
        counter.lanes.changed.connect(self._changed)

    def _lay_out(self) -> None:
        body = ScrollBody()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(0, 0, 0, 0)
        for words in (self.lines, self.work_title, self.work):
            inside.addWidget(words)
        inside.addStretch(1)
        area = scroll_area(sideways=True)
        area.setWidget(body)
        count = QHBoxLayout()
        count.setSpacing(GAP)
        label = Words(tr("Đếm được:"))
        label.setBuddy(self.counted)
        count.addWidget(label)
        count.addWidget(self.counted)
        count.addWidget(self.difference, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.send)
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 0, MARGIN, GAP * 2)
        column.setSpacing(GAP)
        for widget in (Words(tr("Kết ca: đếm tiền mặt"), "heading"), self.expected, self.since):
            column.addWidget(widget)
        column.addLayout(count)
        column.addWidget(self.note)
        column.addWidget(self.mistake)
        column.addLayout(buttons)
        column.addWidget(area, 1)
        tab_in_reading_order(self)

    def put(self) -> None:
        """What must lie in the drawer now."""
        self.counted.clear()
        self.note.clear()
        self.mistake.say("", self.note)
        self._read()

    def _read(self) -> None:
        desk = self._counter.desk

        def read() -> _Found:
            from desk_app.operations.day_papers import cash_lines
            from desk_app.operations.officer_work import work_between
            from desk_app.operations.unit_words import cash_to_count

            cash = cash_to_count(desk)
            lines = cash_lines(desk, cash.begin, cash.end, cash.expected)
            return cash, lines, work_between(desk, cash.begin, cash.end)

        self._counter.lanes.read(read, self._show, topic="cash")

    def _show(self, found: _Found) -> None:
        cash, lines, work = found
        self._expected = cash.expected
        self.expected.setText(tr("Theo sổ phải có {0}").format(dong(cash.expected)))
        self.since.setText(
            tr("{0} khoản tiền mặt thu tại quầy này từ {1}.").format(cash.payments, moment_said(cash.begin))
        )
        said = [
            tr("{0}: {1} khoản, {2}").format(line.procedure, line.payments, dong(line.amount))
            if line.payments
            else f"{line.procedure}: {dong(line.amount)}"
            for line in lines
        ]
        self.lines.setText("\n".join(said))
        self.work.setText("\n".join(_work_words(one) for one in work))
        self.work_title.setVisible(bool(work))
        self._compare()

    def _value(self) -> int | None:
        digits = "".join(char for char in self.counted.text() if char.isdigit())
        return int(digits) if digits else None

    def _compare(self) -> None:
        counted = self._value()
        gap = 0 if counted is None else counted - self._expected
        words = "" if counted is None else tr("✓ Khớp với sổ")
        if gap:
            words = tr("! {0} {1}, ghi lý do bên dưới").format(
                tr("Thừa") if gap > 0 else tr("Thiếu"), dong(abs(gap))
            )
        self.difference.set_role("caution" if gap else "done")
        self.difference.setText(words)
        self.note.setVisible(bool(gap))
        self.mistake.say("", self.note)

    def confirm(self) -> None:
        """F9: counted, recorded, printed."""
        counted, desk, officer = self._value(), self._counter.desk, self._counter.officer
        note = self.note.text().strip() if self.note.isVisibleTo(self) else ""
        if self._busy:
            return
        if counted is None:
            self.mistake.say(tr("Ghi số tiền mặt đếm được; không có đồng nào thì ghi 0."), self.counted)
            self.counted.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        if counted != self._expected and not note:
            self.mistake.say(tr("Tiền đếm lệch với sổ: ghi lý do rồi kết ca."), self.note)
            self.note.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._busy = True

        def write() -> Outcome[CashCount]:
            from desk_app.operations.unit_words import close_shift

            return close_shift(desk, counted, officer, note)

        self._counter.lanes.write(write, lambda cash: self._closed(cash, counted), self._refused)

    def _closed(self, cash: CashCount, counted: int) -> None:
        self._busy = False
        desk = self._counter.desk

        def make() -> bytes:
            from desk_app.operations.forms import make_form

            return make_form(desk, "shift", None)

        self._counter.paper.print_made(make, tr("Phiếu kết ca thu tiền"), tr("phiếu kết ca"))
        same = tr("khớp với sổ") if counted == cash.expected else tr("sổ {0}").format(dong(cash.expected))
        self.done.emit(tr("✓ Đã kết ca: đếm được {0}, {1}; đang in phiếu.").format(dong(counted), same))

    def _refused(self, trouble: DeskError) -> None:
        self._busy = False
        self.mistake.say(trouble.mistakes[0].message if trouble.mistakes else trouble.sentence, self.note)
        self._read()

    def _changed(self, changes: Changes) -> None:
        if changes.dossiers and self.isVisible():
            self._read()

    def begin(self) -> None:
        """The count is typed at once."""
        self.counted.setFocus(Qt.FocusReason.OtherFocusReason)


def _work_words(work: OfficerWork) -> str:
    words = tr(
        "{0}: tiếp nhận {1}, trả kết quả {2}, đính chính {3}, hoàn tác {4}, hủy tiếp nhận {5} (cộng {6} việc)"
    ).format(
        work.officer, work.received, work.returned, work.corrected, work.undone, work.annulled, work.acts
    )
    return tr("{0}; từ chối tiếp nhận {1}").format(words, work.refused) if work.refused else words
