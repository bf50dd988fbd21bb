"""Choosing the procedure: any part of the name, with or without diacritics; the most used first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.ui.fields import ChoiceBox, MistakeLine
from desk_app.ui.parts import GAP, Words, link_button
from desk_app.ui.suggest import Suggestion, SuggestLine
from desk_app.ui.tongue import mark, said, tr
from sync.model.procedure import FeeRule, Procedure
from sync.model.words import dong

NO_LIMIT = mark("chưa rõ thời hạn")


def fee_words(rules: Sequence[FeeRule]) -> str:
    """The fee in a few words, before anything is reckoned."""
    rules = [rule for rule in rules if not rule.optional and (not rule.channels or "desk" in rule.channels)]
    if not rules:
        return tr("miễn phí")
    if len(rules) == 1 and rules[0].method == "fixed" and rules[0].amount is not None:
        return dong(rules[0].amount) if rules[0].amount else tr("miễn phí")
    ways = {
        "per_page": tr("phí theo trang"),
        "per_copy": tr("phí theo bản"),
        "manual": tr("có thu phí"),
        "fixed": tr("có thu phí"),
    }
    return ways[rules[0].method]


def procedure_words(procedure: Procedure) -> str:
    """``Hộ tịch · trong ngày · miễn phí``."""
    parts = (procedure.field, said(procedure.limit) or tr(NO_LIMIT), fee_words(procedure.fees))
    return " · ".join(part for part in parts if part)


def case_words(procedure: Procedure) -> list[tuple[str, str]]:
    """Code and words of each case, the usual one (no code) first; empty where the procedure has none."""
    cases = [
        (one.code, f"{one.name} – {said(one.limit)}" if one.limit else one.name) for one in procedure.cases
    ]
    return [("", tr("Trường hợp thông thường")), *cases] if cases else []


class ProcedurePart(QWidget):
    """`chosen` carries a `Procedure` or None; `asked` wants procedures for a typed text."""

    asked = Signal(str)
    chosen = Signal(object)
    changed = Signal()
    guide_wanted = Signal()
    another_wanted = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.procedure: Procedure | None = None
        self.search = SuggestLine(
            tr("Thủ tục"), tr("Gõ một phần tên hoặc mã: kh sinh, dkks, 1.001193"), first_marked=True
        )
        self.search.asked.connect(self.asked)
        self.search.chosen.connect(self._pick)
        self.search.entered.connect(self._entered)
        self._name = Words("", "strong", wrap=True)
        self._facts = Words("", "quiet", wrap=True)
        self.other = link_button(tr("Đổi thủ tục"))
        self.other.clicked.connect(self._start_again)
        self.guide = link_button(tr("Hướng dẫn (Ctrl+H)"))
        self.guide.clicked.connect(self.guide_wanted)
        self.another = link_button(tr("Thêm thủ tục (Ctrl+N)"))
        self.another.clicked.connect(self.another_wanted)
        self._card = QWidget()
        row = QHBoxLayout(self._card)
        row.setContentsMargins(0, 8, 0, 0)
        row.setSpacing(GAP)
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._name)
        words.addWidget(self._facts)
        links = QHBoxLayout()
        links.setContentsMargins(0, 0, 0, 0)
        links.setSpacing(GAP)
        for link in (self.other, self.guide, self.another):
            links.addWidget(link)
        links.addStretch(1)
        words.addLayout(links)
        row.addLayout(words, 1)
        self.case = ChoiceBox(tr("Trường hợp"))
        self.case.currentIndexChanged.connect(self.changed)
        self.mistake = MistakeLine()
        self.note = Words("", "small", wrap=True)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for widget in (self.search, self._card, self.case, self.note, self.mistake):
            column.addWidget(widget)
        self.put(None)

    def offer(self, procedures: Sequence[Procedure]) -> None:
        """Procedures for what was typed."""
        self.search.suggest([Suggestion(one.name, procedure_words(one), one) for one in procedures])

    @property
    def case_code(self) -> str:
        """The chosen case's code, empty where the procedure has none."""
        return str(self.case.currentData() or "") if self.procedure and self.procedure.cases else ""

    def put(self, procedure: Procedure | None, case: str = "") -> None:
        """Shows a chosen procedure, or the empty line."""
        self.procedure = procedure
        self.search.setVisible(procedure is None)
        self._card.setVisible(procedure is not None)
        self.search.clear()
        self.search.fold()
        self.mistake.say("", self.search)
        self.case.blockSignals(True)
        self.case.clear()
        if procedure is not None:
            self._name.setText(procedure.name)
            self._facts.setText(procedure_words(procedure))
            for code, words in case_words(procedure):
                self.case.addItem(words, code)
            self.case.setCurrentIndex(max(0, self.case.findData(case)))
        self.case.blockSignals(False)
        self.case.setVisible(bool(procedure and procedure.cases))
        notes = (procedure.limit_note, procedure.conditions) if procedure else ()
        self.note.setText(" ".join(part for part in notes if part))
        self.note.setVisible(bool(self.note.text()))
        self.chosen.emit(procedure)

    def _pick(self, procedure: object) -> None:
        if isinstance(procedure, Procedure):
            self.put(procedure)
            if self.case.isVisibleTo(self):
                self.case.setFocus(Qt.FocusReason.OtherFocusReason)

    def _entered(self, _text: str) -> None:
        if not self.search.text():
            self.asked.emit("")

    def _start_again(self) -> None:
        self.put(None)
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def say_mistakes(self, mistakes: dict[str, str]) -> QWidget | None:
        """Shows the sentence for ``procedure`` or ``case``; the field concerned."""
        message = mistakes.get("procedure", "") or mistakes.get("case", "")
        field: QWidget = self.case if "case" in mistakes and "procedure" not in mistakes else self.search
        self.mistake.say(message, field)
        if not message:
            return None
        return self.other if field is self.search and self.procedure is not None else field
