"""Từ chối tiếp nhận (Ctrl+R): the reasons, Mẫu 03, and today's refusals, each printed again by one key."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desk_app.operations.outcome import Changes
from desk_app.ui.act_fields import Field, LinesBox
from desk_app.ui.counter import Counter
from desk_app.ui.parts import GAP, MARGIN, Words, main_button, plain_button
from desk_app.ui.tongue import tr
from sync.model.moment import day_of
from sync.model.words import clock

if TYPE_CHECKING:
    from sync.model.act_bodies import Refused


class RefusalPane(QWidget):
    """`wanted` carries the reasons, one a line, and whether the machine's date was confirmed."""

    wanted = Signal(object, bool)

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._found: Sequence[Refused] = ()
        self._of: tuple[str, ...] = ()
        self._busy = False
        self.who = Words("", "quiet", wrap=True)
        label = tr("Lý do từ chối, theo pháp luật")
        needed = tr("Cần ghi lý do từ chối.")
        self.reasons = LinesBox(Field("reasons", label, "lines", needed, hint=tr("Mỗi dòng một lý do")))
        self.send = main_button(tr("F9  Từ chối và in Mẫu 03"))
        self.send.setAccessibleName(tr("Từ chối tiếp nhận và in Mẫu 03, phím F9"))
        self.send.clicked.connect(self.confirm)
        self.date_is_right = plain_button(tr("Ngày giờ máy đúng, từ chối"))
        self.date_is_right.clicked.connect(lambda: self.confirm(date_confirmed=True))
        self.date_is_right.hide()
        self.close_button = plain_button(tr("Esc  Về hồ sơ đang nhập"))
        self.close_button.setAccessibleName(tr("Về hồ sơ đang nhập, phím Esc"))
        self.none = Words(tr("Hôm nay chưa từ chối trường hợp nào."), "quiet", wrap=True)
        self.list = QListWidget()
        self.list.setObjectName("forms")
        self.list.setAccessibleName(tr("Đã từ chối hôm nay"))
        self.list.setWordWrap(True)
        self.print = plain_button(tr("Ctrl+P  In lại phiếu đã chọn"))
        self.print.setAccessibleName(tr("In lại phiếu từ chối đã chọn, phím Ctrl+P"))
        self.print.clicked.connect(self.print_it)
        self._lay_out()
        self._put([])
        counter.lanes.changed.connect(self._changed)

    def _lay_out(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for button in (self.send, self.date_is_right, self.close_button):
            row.addWidget(button)
        row.addStretch(1)
        again = QHBoxLayout()
        again.addWidget(self.print)
        again.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, GAP, MARGIN, GAP * 2)
        column.setSpacing(GAP)
        column.addWidget(Words(tr("Từ chối tiếp nhận, không lập hồ sơ"), "heading"))
        column.addWidget(self.who)
        column.addWidget(self.reasons)
        column.addLayout(row)
        column.addSpacing(GAP)
        column.addWidget(Words(tr("Đã từ chối hôm nay"), "heading"))
        column.addWidget(self.none)
        column.addWidget(self.list, 1)
        column.addLayout(again)
        self._rest = column
        self._rest.addStretch(0)

    def put(self, name: str, id_number: str, procedure: str) -> None:
        """Who asks for what; reasons typed for somebody else are not kept."""
        of = (name, id_number, procedure)
        before, self._of = self._of, of
        if any(old and old != new for old, new in zip(before, of, strict=False)):
            self.clear()
        who = " · ".join(filter(None, (name or tr("(chưa có tên người nộp)"), id_number)))
        self.who.setText(f"{who}\n{procedure or tr('(chưa chọn thủ tục)')}")

    def clear(self) -> None:
        """Nothing is typed."""
        self.reasons.text.clear()
        self.reasons.say("")
        self.date_is_right.hide()

    def confirm(self, *, date_confirmed: bool = False) -> None:
        """F9: asks for the refusal to be recorded."""
        wrong = self.reasons.wrong()
        self.reasons.say(wrong)
        if wrong:
            self.reasons.place.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not self._busy:
            self.set_busy(True)
            self.wanted.emit(self.reasons.value(), date_confirmed)

    def set_busy(self, busy: bool) -> None:
        """Recording takes one press."""
        self._busy = busy
        self.send.setEnabled(not busy)

    def refuse(self, sentence: str, *, doubtful: bool = False) -> None:
        """Says why it was not recorded; `doubtful`: only the machine's date is in question."""
        self.set_busy(False)
        self.reasons.say(sentence)
        self.date_is_right.setVisible(doubtful)
        place = self.date_is_right if doubtful else self.reasons.place
        place.setFocus(Qt.FocusReason.OtherFocusReason)

    def print_it(self) -> None:
        """Ctrl+P: the chosen refusal's paper once more."""
        row = self.list.currentRow()
        if 0 <= row < len(self._found):
            self._counter.paper.print_refusal(self._found[row].id)

    def _changed(self, changes: Changes) -> None:
        if changes.dossiers and self.isVisible():
            self._read()

    def _read(self) -> None:
        desk = self._counter.desk

        def read() -> list[Refused]:
            from desk_app.operations.refusals import refusals

            today = day_of(desk.clock())
            return refusals(desk, today, today)

        self._counter.lanes.read(read, self._put, topic="refusals")

    def _put(self, found: Sequence[Refused]) -> None:
        self._found = found
        self.list.clear()
        for one in found:
            who = " · ".join((clock(one.at), one.id, one.applicant.full_name, one.procedure.name))
            self.list.addItem(QListWidgetItem("\n".join((who, *one.reasons))))
        if found:
            self.list.setCurrentRow(0)
        self.list.setVisible(bool(found))
        self._rest.setStretch(self._rest.count() - 1, 0 if found else 1)
        self.none.setVisible(not found)
        self.print.setEnabled(bool(found))

    def begin(self) -> None:
        """The reasons are typed at once."""
        self.reasons.place.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()
