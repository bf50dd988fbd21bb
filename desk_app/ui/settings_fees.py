"""Cài đặt – Phí: the fees the province sets, by procedure, from a day on; shared by the unit's desks."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout

from desk_app.domain.mistakes import DeskError
from desk_app.ui.counter import Counter
from desk_app.ui.dates import date_typed, date_words
from desk_app.ui.fields import ChoiceBox, MistakeLine
from desk_app.ui.measures import sized
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import GAP, Words, plain_button
from desk_app.ui.procedure_part import procedure_words
from desk_app.ui.settings_office import SHARED
from desk_app.ui.settings_section import Section, labelled, named, scrolled, takes_the_rest
from desk_app.ui.suggest import Suggestion, SuggestLine
from desk_app.ui.tongue import mark, told, tr
from sync.model.procedure import Procedure
from sync.model.words import dong, short_date

if TYPE_CHECKING:
    from desk_app.operations.local_fees import FeeLine
    from desk_app.operations.outcome import Changes, Outcome
    from sync.model.procedure_index import ProcedureIndex

PER: Final = {"fixed": mark("mỗi hồ sơ"), "per_copy": mark("mỗi bản"), "per_page": mark("mỗi trang")}
STATES: Final = {
    "now": mark("✓ đang áp dụng"),
    "later": mark("◷ chưa đến ngày"),
    "past": mark("đã thay bằng mức sau"),
    "center": mark("! trung tâm đã công bố mức khác"),
}
_SUGGESTED: Final = 20


class FeesSection(Section):
    """What was written down on the left, another one on the right."""

    title: ClassVar[str] = mark("Phí")

    def __init__(self, counter: Counter) -> None:
        super().__init__(counter)
        self._index: ProcedureIndex | None = None
        self._procedure: Procedure | None = None
        self._lines: tuple[FeeLine, ...] = ()
        self.list = QListWidget()
        self.list.setObjectName("choices")
        self.list.setAccessibleName(tr("Các mức phí đã ghi"))
        self.list.setWordWrap(True)
        self.drop = plain_button(tr("&Bỏ mức đang chọn"))
        self.procedure = SuggestLine(tr("Thủ tục"), tr("Gõ tên hoặc mã"), first_marked=True)
        self.fee = ChoiceBox(tr("Khoản phí"))
        self.amount = _line(tr("Số tiền, đồng"), "8.000")
        self.per = ChoiceBox(tr("Tính theo"))
        for key, words in told(PER).items():
            self.per.addItem(words, key)
        self.per.setMinimumWidth(sized(132))
        self.first = _line(tr("Áp dụng từ ngày"), "01/01/2027")
        self.source = _line(tr("Căn cứ"), tr("Số, ngày nghị quyết"))
        self.exempt = _line(tr("Nhóm được miễn"), tr("Để trống: như danh mục"))
        self.wrong = MistakeLine()
        self.said = Words("", "quiet", wrap=True)
        self.save = plain_button(tr("&Lưu cho các quầy"))
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(GAP)
        left.addWidget(named(tr("Phí, lệ phí do &tỉnh quy định"), self.list, "heading"))
        left.addWidget(Words(tr(SHARED), "quiet", wrap=True))
        left.addWidget(self.list, 1)
        takes_the_rest(self.list, 110)
        left.addWidget(self.drop, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(Words(tr("Ghi mức phí"), "heading"))
        right.addLayout(labelled(tr("Thủ tụ&c"), self.procedure))
        right.addLayout(labelled(tr("&Khoản phí"), self.fee))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        row.addLayout(labelled(tr("&Số tiền"), self.amount), 1)
        row.addLayout(labelled(tr("Tí&nh theo"), self.per))
        row.addLayout(labelled(tr("Áp &dụng từ"), self.first), 1)
        right.addLayout(row)
        right.addLayout(labelled(tr("Căn c&ứ"), self.source))
        right.addLayout(labelled(tr("Nhóm được &miễn, cách nhau bằng dấu ;"), self.exempt))
        right.addWidget(self.wrong)
        right.addWidget(self.save, 0, Qt.AlignmentFlag.AlignLeft)
        right.addWidget(self.said)
        right.addStretch(1)
        both = QHBoxLayout()
        both.setSpacing(GAP * 3)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(both))
        tab_in_reading_order(self)

    def _connect(self) -> None:
        self.procedure.asked.connect(self._find)
        self.procedure.chosen.connect(self._chosen)
        self.procedure.textChanged.connect(self._emptied)
        self.first.editingFinished.connect(lambda: self.first.setText(date_words(self.first.text())))
        self.save.clicked.connect(self._save)
        self.drop.clicked.connect(self._drop)
        self.list.currentRowChanged.connect(lambda at: self.drop.setEnabled(at >= 0))
        self._counter.lanes.changed.connect(self._changed)

    # -------------------------------------------------------------------------------------------- reading

    def begin(self) -> None:
        """The section came to the front."""
        self.list.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()

    def _changed(self, changes: Changes) -> None:
        if (changes.settings or changes.catalogue) and self.isVisible():
            self._read()

    def _read(self) -> None:
        desk = self._counter.desk

        def read() -> tuple[list[FeeLine], ProcedureIndex]:
            from desk_app.operations.catalogue import procedure_index
            from desk_app.operations.local_fees import fee_lines

            return fee_lines(desk), procedure_index(desk)

        self._counter.lanes.read(read, self._put, topic="fees-section")

    def _put(self, found: tuple[list[FeeLine], ProcedureIndex]) -> None:
        lines, self._index = found
        self._lines = tuple(lines)
        at = self.list.currentRow()
        self.list.clear()
        for one in lines:
            words = f"{one.procedure} · {one.fee.name}: {dong(one.fee.amount)} {told(PER)[one.fee.per]}"
            since = tr("từ {0}").format(short_date(one.fee.first))
            self.list.addItem(
                QListWidgetItem(f"{words}, {since} ({one.fee.source}) – {told(STATES)[one.state]}")
            )
        self.list.setCurrentRow(max(0, min(at, self.list.count() - 1)) if lines else -1)
        self.drop.setEnabled(bool(lines))

    def _find(self, text: str) -> None:
        if self._index is not None:
            found = self._index.find(text, _SUGGESTED)
            self.procedure.suggest([Suggestion(one.name, procedure_words(one), one) for one in found])

    def _chosen(self, procedure: object) -> None:
        if isinstance(procedure, Procedure):
            self._procedure = procedure
            self.procedure.setText(procedure.name)
            self.procedure.setCursorPosition(0)
            self.fee.clear()
            for rule in procedure.fees:
                self.fee.addItem(rule.name, rule.name)
            if not procedure.fees:
                self.fee.addItem(tr("Lệ phí"), "Lệ phí")

    def _emptied(self, text: str) -> None:
        if self._procedure is not None and text != self._procedure.name:
            self._procedure = None
            self.fee.clear()

    # -------------------------------------------------------------------------------------------- writing

    def _save(self) -> None:
        from desk_app.operations.local_fees import fee_typed, set_fee

        if self._procedure is None:
            self.wrong.say(tr("Chọn thủ tục có khoản phí này."))
            return
        desk, officer = self._counter.desk, self._counter.officer
        try:
            fee = fee_typed(
                self._procedure.code,
                str(self.fee.currentData()),
                self.amount.text(),
                date_typed(self.first.text()),
                self.source.text(),
                str(self.per.currentData()),
                self.exempt.text(),
            )
        except DeskError as trouble:
            self.wrong.say(trouble.sentence)
            return
        self._write(lambda: set_fee(desk, fee, officer), self._saved)

    def _saved(self, published: bool) -> None:
        self.amount.clear()
        self.exempt.clear()
        self.said.set_role("caution" if published else "done")
        self.said.setText(
            tr("! Đã lưu, nhưng trung tâm đã công bố phí của thủ tục này: mức của trung tâm được dùng.")
            if published
            else tr("✓ Đã lưu; hồ sơ đã nhận giữ mức cũ.")
        )

    def _drop(self) -> None:
        from desk_app.operations.local_fees import drop_fee

        desk, officer = self._counter.desk, self._counter.officer
        at = self.list.currentRow()
        if 0 <= at < len(self._lines):
            fee = self._lines[at].fee
            self._write(lambda: drop_fee(desk, fee, officer), self._dropped)

    def _dropped(self, _: None) -> None:
        self.said.set_role("done")
        self.said.setText(tr("✓ Đã bỏ mức phí; hồ sơ đã nhận giữ mức cũ."))

    def _write(self, job: Callable[[], Outcome[Any]], then: Callable[[Any], None]) -> None:
        def saved(value: Any) -> None:
            self.wrong.say("")
            then(value)
            self._read()

        def failed(trouble: DeskError) -> None:
            self.wrong.say(trouble.sentence)

        self._counter.lanes.write(job, saved, failed)


def _line(name: str, placeholder: str) -> QLineEdit:
    line = QLineEdit()
    line.setAccessibleName(name)
    line.setPlaceholderText(placeholder)
    return line
