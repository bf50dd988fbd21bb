"""The parts of a correction about the matter itself: its procedure and case, and the fee these make."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desk_app.ui.act_fields import FieldBox, fold_line
from desk_app.ui.fields import ChoiceBox
from desk_app.ui.parts import Words
from desk_app.ui.procedure_part import case_words, procedure_words
from desk_app.ui.suggest import Suggestion, SuggestLine
from desk_app.ui.terms_part import FeePart
from desk_app.ui.tongue import tr
from sync.model.dossier import Intake
from sync.model.procedure import Procedure

_FIGURES = frozenset({"fee", "pages", "copies", "amounts", "fee_amounts", "exemption"})


class ProcedureBox(FieldBox):
    """A procedure of the catalogue, chosen from what is suggested (`picked`), and its case where it has some;
    the ones they are now where nothing is."""

    picked = Signal(object)

    def make(self) -> QWidget:
        assert self.field.about is not None
        self._before = self.field.about.procedure
        self._code = self._before.code
        self._named = self.field.hint
        self.line = SuggestLine(self.field.label, tr("Gõ một phần tên hoặc mã thủ tục"), first_marked=True)
        self.line.setText(self._named)
        self.line.setCursorPosition(0)
        self.line.asked.connect(self.asked)
        self.line.chosen.connect(self._chosen)
        self.case = ChoiceBox(tr("Trường hợp"))
        self.case.currentIndexChanged.connect(lambda _at: self.changed.emit())
        self.case.hide()
        self.column.addWidget(self.line)
        self.column.addWidget(self.case)
        return self.line

    def offer(self, procedures: Sequence[Procedure]) -> None:
        """Procedures for what was typed."""
        self.line.suggest([Suggestion(one.name, procedure_words(one), one) for one in procedures])

    def check_against(self, procedure: Procedure) -> None:
        """Its cases, the one that was received marked."""
        self._put_cases(procedure, self._before.case)

    def _put_cases(self, procedure: Procedure, case: str) -> None:
        self.case.blockSignals(True)
        self.case.clear()
        for value, words in case_words(procedure):
            self.case.addItem(words, value)
        self.case.setCurrentIndex(max(0, self.case.findData(case)))
        self.case.blockSignals(False)
        self.case.setVisible(self.case.count() > 0)
        self.grown.emit()

    def _chosen(self, procedure: object) -> None:
        if isinstance(procedure, Procedure):
            self._code, self._named = procedure.code, procedure.name
            self.line.setText(procedure.name)
            self.line.setCursorPosition(0)
            self._put_cases(procedure, "")
            self.picked.emit(procedure)
            self.changed.emit()

    def fold(self) -> bool:
        return fold_line(self.line)

    def value(self) -> object:
        return self._code

    def answers(self) -> dict[str, object]:
        given = super().answers()
        case = str(self.case.currentData() or "")
        before = "" if given else self._before.case
        if self.case.count() and case != before:
            given["changes.case"] = case
        return given

    def concerns(self, path: str) -> bool:
        return path in ("procedure", "case")

    def wrong(self) -> str:
        if self.line.text().strip() != self._named:
            return tr("Chọn một thủ tục trong danh sách gợi ý.")
        return ""


class FeeBox(FieldBox):
    """What the fee of the procedure rests on, as at an intake: pages, copies, amounts, whom it is not taken
    from. Not there for a procedure that asks for none of it.

    Of what was received only the sums are kept: where neither pages nor copies are said, they stay.
    """

    def make(self) -> QWidget:
        self.fee = FeePart()
        self.fee.total.hide()
        self.kept = Words(tr("Chưa ghi số trang thì phí giữ nguyên."), "small", wrap=True)
        self.column.addWidget(self.fee)
        self.column.addWidget(self.kept)
        self._start: dict[str, object] | None = None
        self.fee.changed.connect(self.changed)
        self.hide()
        return self.fee.pages

    @property
    def intake(self) -> Intake:
        """What is corrected."""
        assert self.field.about is not None
        return self.field.about

    def check_against(self, procedure: Procedure) -> None:
        """The figures of the procedure that was received, as far as its sums tell them."""
        sums = {line.name: line.amount for line in self.intake.fees}
        by_copy = [rule for rule in procedure.fees if rule.method == "per_copy" and rule.amount]
        copies = next((sums.get(rule.name, 0) // (rule.amount or 1) for rule in by_copy), 1)
        self.fee.put(procedure)
        amounts = {name: str(sums[name]) for name in self.fee.amounts if name in sums}
        self.fee.restore({"pages": 0, "copies": copies, "amounts": amounts})
        self.fee.exempt(self.intake.fee_exemption)
        self._start = self._said()
        self._settle()
        self.kept.setVisible(not self.fee.pages.isHidden())

    def check_anew(self, procedure: Procedure) -> None:
        """The figures of another procedure."""
        self.fee.put(procedure)
        self.fee.exempt(self.intake.fee_exemption)
        self._start = None
        self._settle()
        self.kept.hide()

    def _settle(self) -> None:
        self.setVisible(self.fee.asks)
        self.grown.emit()

    def _said(self) -> dict[str, object]:
        """The figures as the act's JSON has them."""
        given = self.fee.values()
        return {**given, "amounts": dict(given["amounts"])}

    def value(self) -> object:
        return None

    def answers(self) -> dict[str, object]:
        if not self.fee.asks:
            return {}
        now, before = self._said(), self._start
        given: dict[str, object] = {}
        counted = before is None or (now["pages"], now["copies"]) != (before["pages"], before["copies"])
        for name in ("pages", "copies"):
            if counted and now[name] is not None:
                given[f"changes.{name}"] = now[name]
        group = self.intake.fee_exemption if before is None else before["exemption"]
        if now["exemption"] != group:
            given["changes.exemption"] = now["exemption"]
        if now["amounts"] and (before is None or now["amounts"] != before["amounts"]):
            given["changes.fee_amounts"] = now["amounts"]
        return given

    def wrong(self) -> str:
        given = self.answers()
        if "changes.copies" in given and not self.fee.pages.isHidden() and "changes.pages" not in given:
            return tr("Ghi số trang của bản chính để tính lại phí.")
        return ""

    def concerns(self, path: str) -> bool:
        return path.partition(".")[0] in _FIGURES

    @property
    def place(self) -> QWidget:
        fields = (self.fee.pages, self.fee.copies, *self.fee.amounts.values(), self.fee.exemption)
        return next((one for one in fields if not one.isHidden()), self.fee.pages)
