"""An toàn – Lưu giữ: how long each kind of record is kept, what is past its term, and its destruction."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desk_app.domain.rights import AUDIT, FIGURES, PURGE, SETTINGS
from desk_app.ui.counter import Counter
from desk_app.ui.fields import ChoiceBox, MistakeLine
from desk_app.ui.measures import sized
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import GAP, Words, plain_button
from desk_app.ui.purge_box import PurgeBox
from desk_app.ui.settings_section import Section, labelled, named, scrolled, takes_the_rest
from desk_app.ui.tongue import mark, said, tr
from sync.acts.retention import BOOK, REFUSAL
from sync.model.words import short_date

if TYPE_CHECKING:
    from collections.abc import Sequence

    from desk_app.domain.mistakes import DeskError
    from desk_app.operations.outcome import Changes, Outcome
    from desk_app.operations.retention import Standing
    from sync.acts.retention import Rule

PAGE: Final = 50
"""Lines of the list at once."""
HOW: Final = mark(
    "Thời hạn tính từ 01/01 của năm sau năm hồ sơ kết thúc. Luật để ngỏ thì đơn vị đặt theo bảng thời hạn của"
    " mình; chưa đặt thì giữ."
)


@dataclass(frozen=True, slots=True)
class _Seen:
    rules: tuple[Rule, ...]
    standing: Standing | None
    rights: frozenset[str]
    why_not: str
    copies: str = ""


class RetentionSection(Section):
    """The rules on the left; on the right what has reached its term and, for those who may, the purge."""

    title: ClassVar[str] = mark("Lưu giữ")
    needs: ClassVar[frozenset[str]] = frozenset({FIGURES})

    def __init__(self, counter: Counter) -> None:
        super().__init__(counter)
        self._seen: _Seen | None = None
        self._lines: Sequence[str] = ()
        self._page = 0
        self.rules, self.list = QListWidget(), QListWidget()
        self.rules.setObjectName("choices")
        self.rules.setAccessibleName(tr("Thời hạn theo loại hồ sơ"))
        for one in (self.rules, self.list):
            one.setWordWrap(True)
            one.setTextElideMode(Qt.TextElideMode.ElideNone)
            one.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.years = QLineEdit()
        self.years.setAccessibleName(tr("Số năm giữ"))
        self.years.setPlaceholderText(tr("để trống: giữ"))
        self.set = plain_button(tr("Đặt thời &hạn"))
        self.set_why = Words("", "quiet", wrap=True)
        self.wrong = MistakeLine()
        self.kind = ChoiceBox(tr("Loại hồ sơ hết hạn"))
        self.count = Words("", "strong", wrap=True)
        self.list.setObjectName("choices")
        self.list.setAccessibleName(tr("Hồ sơ hết thời hạn"))
        self.back, self.on = plain_button(tr("‹ Tr&ước")), plain_button(tr("&Sau ›"))
        self.back.setAccessibleName(tr("Trang danh sách trước"))
        self.on.setAccessibleName(tr("Trang danh sách sau"))
        self.at = Words("", "quiet")
        self.copies = Words("", "caution", wrap=True)
        self.barred = Words("", "quiet", wrap=True)
        self.purge = PurgeBox(counter)
        self._lay_out()
        self._connect()
        self._offer(frozenset())

    def _lay_out(self) -> None:
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(GAP)
        left.addWidget(named(tr("Thời hạn theo &loại hồ sơ"), self.rules, "heading"))
        left.addWidget(Words(tr(HOW), "quiet", wrap=True))
        left.addWidget(self.rules, 1)
        takes_the_rest(self.rules, sized(130))
        self._own = QWidget()
        row = QHBoxLayout(self._own)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(GAP)
        row.addLayout(labelled(tr("Số &năm giữ"), self.years))
        row.addWidget(self.set, 0, Qt.AlignmentFlag.AlignBottom)
        row.addStretch(1)
        for widget in (self._own, self.wrong, self.set_why):
            left.addWidget(widget)
        right.addWidget(named(tr("Đã hết &thời hạn"), self.kind, "heading"))
        right.addWidget(self.kind)
        for widget in (self.count, self.barred):
            right.addWidget(widget)
        right.addWidget(self.list, 1)
        takes_the_rest(self.list, sized(90))
        self._pages = QWidget()
        pages = QHBoxLayout(self._pages)
        pages.setContentsMargins(0, 0, 0, 0)
        pages.setSpacing(GAP)
        for widget in (self.back, self.on, self.at):
            pages.addWidget(widget)
        pages.addStretch(1)
        for widget in (self._pages, self.copies, self.purge):
            right.addWidget(widget)
        both = QHBoxLayout()
        both.setSpacing(GAP * 3)
        both.addLayout(left, 1)
        both.addLayout(right, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(scrolled(both))
        tab_in_reading_order(self)

    def _connect(self) -> None:
        self.rules.currentRowChanged.connect(lambda _row: self._chosen())
        self.set.clicked.connect(self._set)
        self.years.returnPressed.connect(self._set)
        self.kind.currentIndexChanged.connect(lambda _at: self._list_anew())
        self.back.clicked.connect(lambda: self._turn(-1))
        self.on.clicked.connect(lambda: self._turn(1))
        self.purge.purged.connect(self._read)
        self._counter.lanes.changed.connect(self._changed)

    def begin(self) -> None:
        """The section came to the front."""
        self.rules.setFocus(Qt.FocusReason.OtherFocusReason)
        self._read()

    def _changed(self, changes: Changes) -> None:
        if changes.settings and self.isVisible():
            self._read()

    # -------------------------------------------------------------------------------------------- reading

    def _read(self) -> None:
        desk = self._counter.desk

        def read() -> _Seen:
            from desk_app.operations import retention
            from desk_app.operations.rights import rights_now, why_not

            rights = rights_now(desk)
            now = retention.standing(desk) if rights & {PURGE, AUDIT} else None
            copies = retention.copies_holding(desk) if now is not None else None
            return _Seen(
                retention.rules_of(desk) if now is None else now.rules,
                now,
                rights,
                why_not(desk, PURGE),
                retention.copies_words(copies) if copies is not None else "",
            )

        if self._seen is None:
            self.count.setText(tr("Đang xem hồ sơ nào hết thời hạn…"))
        self._counter.lanes.read(read, self._put, self._failed, topic="retention")

    def _put(self, seen: _Seen) -> None:
        self._seen = seen
        row = max(self.rules.currentRow(), 0)
        self.rules.blockSignals(True)
        self.rules.clear()
        for rule in seen.rules:
            self.rules.addItem(QListWidgetItem(_rule_words(rule, seen.standing)))
        self.rules.setCurrentRow(row)
        self.rules.blockSignals(False)
        self._offer_kinds(seen)
        self.copies.setText(said(seen.copies))
        self.copies.setVisible(bool(seen.copies))
        self._offer(seen.rights)
        self._chosen()
        self._list_anew()

    def _offer(self, rights: frozenset[str]) -> None:
        """Only what the roles allow; what they do not is said."""
        self._own.setVisible(SETTINGS in rights)
        self.purge.setVisible(PURGE in rights)
        seen = bool(rights & {PURGE, AUDIT})
        for widget in (self.kind, self.count, self.list):
            widget.setVisible(seen or not rights)
        why = self._seen.why_not if self._seen is not None and PURGE not in rights else ""
        self.barred.setText(said(why))
        self.barred.setVisible(bool(why))

    def _offer_kinds(self, seen: _Seen) -> None:
        chosen = self.kind.currentData()
        self.kind.blockSignals(True)
        self.kind.clear()
        self.kind.addItem(tr("Mọi loại"), "")
        for rule in seen.rules:
            if seen.standing is not None and seen.standing.count(rule):
                self.kind.addItem(f"{said(rule.name)} ({seen.standing.count(rule)})", rule.code)
        self.kind.setCurrentIndex(max(self.kind.findData(chosen), 0))
        self.kind.blockSignals(False)

    # ---------------------------------------------------------------------------------------- the rules

    def _marked(self) -> Rule | None:
        at = self.rules.currentRow()
        return self._seen.rules[at] if self._seen is not None and 0 <= at < len(self._seen.rules) else None

    def _chosen(self) -> None:
        rule = self._marked()
        own = rule is not None and not rule.sure and rule.of != BOOK
        self.years.setEnabled(own)
        self.set.setEnabled(own)
        self.wrong.say("", self.years)
        self.years.setText(str(rule.years) if rule is not None and own and rule.years else "")
        if rule is None:
            self.set_why.setText("")
        elif rule.of == BOOK:
            self.set_why.setText(tr("Sổ được giữ mãi, không bao giờ đưa ra hủy."))
        elif own:
            self.set_why.setText(tr("Đơn vị tự đặt, cho mọi quầy, theo bảng thời hạn đã ban hành."))
        else:
            self.set_why.setText(tr("Thời hạn này do luật định, không đặt lại được."))

    def _set(self) -> None:
        rule, text = self._marked(), self.years.text().strip()
        if rule is None or not self.set.isEnabled():
            return
        if text and not text.isdecimal():
            self.wrong.say(tr("Ghi số năm, hoặc để trống."), self.years)
            return
        self.wrong.say("", self.years)
        desk, officer, years = self._counter.desk, self._counter.officer, int(text) if text else None

        def job() -> Outcome[Any]:
            from desk_app.operations.retention import set_years

            return set_years(desk, rule.code, years, officer)

        def done(_none: None) -> None:
            self._read()
            self.rules.setFocus(Qt.FocusReason.OtherFocusReason)

        self._counter.lanes.write(job, done, lambda trouble: self.wrong.say(trouble.sentence, self.years))

    # ----------------------------------------------------------------------------------------- the list

    def _list_anew(self) -> None:
        seen, code = self._seen, str(self.kind.currentData() or "")
        if seen is None or seen.standing is None:
            return
        self._lines = _due_lines(seen.standing, code)
        self._page = 0
        count = len(self._lines)
        self.count.setText(
            tr("{0} mục hết thời hạn, tính đến {1}").format(count, f"{seen.standing.today:%d/%m/%Y}")
            if count
            else tr("Chưa có mục nào hết thời hạn.")
        )
        self._turn(0)
        self.purge.put(count, (code,) if code else ())

    def _turn(self, step: int) -> None:
        """Another page of the list."""
        last = max(len(self._lines) - 1, 0) // PAGE
        self._page = min(max(self._page + step, 0), last)
        self.list.clear()
        self.list.addItems(list(self._lines[self._page * PAGE : (self._page + 1) * PAGE]))
        self.list.setCurrentRow(0)
        self.at.setText(tr("Trang {0}/{1}").format(self._page + 1, last + 1))
        self._pages.setVisible(last > 0 and not self.list.isHidden())
        focused = self.back if self.back.hasFocus() else self.on if self.on.hasFocus() else None
        self.back.setEnabled(self._page > 0)
        self.on.setEnabled(self._page < last)
        if focused is not None and not focused.isEnabled():
            self.list.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, trouble: DeskError) -> None:
        self.count.setText(trouble.sentence)


def _rule_words(rule: Rule, now: Standing | None) -> str:
    if rule.of == BOOK:
        kept = tr("giữ mãi, không hủy")
    elif rule.years is not None:
        kept = (tr("{0} năm, luật định") if rule.sure else tr("{0} năm, đơn vị đặt")).format(rule.years)
    else:
        kept = tr("giữ mãi, luật định") if rule.sure else tr("giữ; đơn vị chưa đặt thời hạn")
    count = now.count(rule) if now is not None else 0
    due = tr(" · ! {0} hết hạn").format(count) if count else ""
    return f"{said(rule.name)}: {kept}{due}\n{rule.law}"


def _due_lines(now: Standing, code: str) -> list[str]:
    """The list in words: number (or a refusal's name), its rule, since when."""
    since = tr("{0} · {1} · hết hạn {2}")
    lines = [
        since.format(one.of.number, said(one.rule.name), short_date(one.since))
        for one in now.due
        if code in ("", one.rule.code)
    ]
    rule = next(one for one in now.rules if one.of == REFUSAL)
    if code in ("", rule.code):
        lines += [since.format(name, said(rule.name), short_date(day)) for name, _digest, day in now.refusals]
    return lines
