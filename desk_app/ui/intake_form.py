"""The fields of an intake in the order the officer asks: what, who, which papers, when and how back."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QCheckBox,
    QFrame,
    QGridLayout,
    QHBoxLayout,
    QPlainTextEdit,
    QScrollArea,
    QWidget,
)

from desk_app.domain.intake import IntakeRequest
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.papers_part import PapersPart
from desk_app.ui.parts import GAP, MARGIN, ScrollBody, Words, stacked
from desk_app.ui.person_part import PersonPart
from desk_app.ui.procedure_part import ProcedurePart
from desk_app.ui.terms_part import DuePart, FeePart, ReturnPart
from sync.acts.mistakes import Mistake
from sync.model.procedure import Procedure

LABEL_WIDTH = 96
_SCAN = "Quét thẻ căn cước, hoặc gõ tên / số giấy tờ / điện thoại"
_NO_DATE = "Ngày sinh không phải một ngày có thật (ngày/tháng/năm)."


class IntakeForm(QScrollArea):
    """`changed` after every change by officer or scanner."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.procedure = ProcedurePart()
        self.applicant = PersonPart("applicant", "Người nộp hồ sơ", _SCAN)
        self.owner = PersonPart("owner", "Chủ hồ sơ", _SCAN)
        self.representative = PersonPart("representative", "Người được ủy quyền", _SCAN)
        self.owner_differs = QCheckBox("&Chủ hồ sơ là người khác")
        self.represented = QCheckBox("Có n&gười được ủy quyền")
        self.papers = PapersPart()
        self.fee = FeePart()
        self.return_by = ReturnPart()
        self.due = DuePart()
        self.note = QPlainTextEdit()
        self._dress_note()
        self._parts = (self.applicant, self.owner, self.representative)
        self._lay_out()
        self._connect()

    def _dress_note(self) -> None:
        self.note.setAccessibleName("Ghi chú")
        self.note.setTabChangesFocus(True)
        self.note.setFixedHeight(60)
        self.note.setPlaceholderText("Ghi chú in trên phiếu (nếu có)")

    def _lay_out(self) -> None:
        page = ScrollBody()
        grid = QGridLayout(page)
        grid.setContentsMargins(MARGIN, GAP, MARGIN, MARGIN)
        grid.setHorizontalSpacing(GAP * 2)
        grid.setVerticalSpacing(GAP + 4)
        grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        grid.setColumnStretch(1, 1)
        others = QWidget()
        line = QHBoxLayout(others)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(GAP * 2)
        line.addWidget(self.owner_differs)
        line.addWidget(self.represented)
        line.addStretch(1)
        titles = {self.owner: "Chủ hồ sơ", self.representative: "Người được ủy quyền"}
        self._titles = {part: Words(title, "small") for part, title in titles.items()}
        people = stacked(self.applicant, others, spacing=2)
        column = people.layout()
        assert column is not None
        for part, heading in self._titles.items():
            column.addWidget(heading)
            column.addWidget(part)
            heading.hide()
        rows = {
            "Thủ tục": self.procedure,
            "Người nộp": people,
            "Giấy tờ": self.papers,
            "Lệ phí": self.fee,
            "Trả tại": self.return_by,
            "Hạn trả": self.due,
            "Ghi chú": self.note,
        }
        for at, (title, widget) in enumerate(rows.items()):
            label = Words(title, "quiet")
            label.setFixedHeight(36)
            grid.addWidget(label, at, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(widget, at, 1)
        grid.setRowStretch(len(rows), 1)
        self.setWidget(page)
        self.owner.hide()
        self.representative.hide()

    def _connect(self) -> None:
        self.owner_differs.toggled.connect(lambda on: self._reveal(self.owner, on))
        self.represented.toggled.connect(lambda on: self._reveal(self.representative, on))
        self.procedure.chosen.connect(self._procedure_chosen)
        self.note.textChanged.connect(self.changed)
        self.papers.reordered.connect(self._reorder)
        for person in self._parts:
            person.built.connect(self._reorder)
        self._reorder()
        for part in (self.procedure, *self._parts, self.papers, self.fee, self.return_by, self.due):
            part.changed.connect(self.changed)

    def _reorder(self) -> None:
        tab_in_reading_order(self)

    def _reveal(self, part: PersonPart, on: bool) -> None:
        part.setVisible(on)
        self._titles[part].setVisible(on)
        if on and part.empty:
            part.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _procedure_chosen(self, procedure: Procedure | None) -> None:
        self.papers.put(procedure.papers if procedure else ())
        self.fee.put(procedure)
        self.due.ask(procedure is not None and not procedure.limit_for(self.procedure.case_code))
        self.changed.emit()
        if procedure is not None and self.procedure.search.hasFocus():
            self.applicant.search.setFocus(Qt.FocusReason.OtherFocusReason)

    # ------------------------------------------------------------------------------------------ contents

    def request(self) -> IntakeRequest:
        """What was given, right or wrong."""
        procedure = self.procedure.procedure
        return IntakeRequest(
            procedure=procedure.code if procedure else "",
            case=self.procedure.case_code,
            applicant=self.applicant.person(),
            owner=self.owner.person() if self.owner_differs.isChecked() else None,
            representative=self.representative.person() if self.represented.isChecked() else None,
            papers=self.papers.papers(),
            return_by=self.return_by.way(),
            note=self.note.toPlainText(),
            **self.fee.values(),
            **self.due.values(),
        )

    def own_mistakes(self) -> list[Mistake]:
        """What is wrong before anyone else need look: nothing chosen, dates that are none."""
        found = []
        if self.procedure.procedure is None:
            found.append(Mistake("procedure", "Chọn thủ tục trước khi tiếp nhận."))
        for part in self._parts:
            if not part.isHidden() and part.wrong_date:
                found.append(Mistake(f"{part.role}.date_of_birth", _NO_DATE))
        if self.due.asking and self.due.day.text() and self.due.values()["due_at"] is None:
            found.append(Mistake("due_at", "Ngày giờ hẹn trả không có thật; ví dụ 23/11/2026, 17:00."))
        return found

    def say_mistakes(self, mistakes: Sequence[Mistake], *, lead: bool = True) -> bool:
        """Shows each mistake beside its field; whether all found a place. `lead`: the focus, too."""
        places: dict[str, dict[str, str]] = {}
        for mistake in mistakes:
            field = mistake.field
            group, _, rest = field.replace("papers[", "papers.[", 1).partition(".")
            places.setdefault(group, {}).setdefault(rest or group, mistake.message)
        shown: list[QWidget | None] = []

        def taken(*names: str) -> dict[str, str]:
            return {name: places.pop(name)[name] for name in names if name in places}

        shown.append(self.procedure.say_mistakes(taken("procedure", "case")))
        for person in self._parts:
            shown.append(person.say_mistakes(places.pop(person.role, {})))
        shown.append(self.papers.say_mistakes(places.pop("papers", {})))
        shown.append(self.fee.say_mistakes(taken("pages", "copies", "exemption", "amounts")))
        shown.append(self.due.say_mistakes(taken("due_at", "due_reason")))
        note = places.pop("note", {}).get("note", "")
        self.note.setAccessibleDescription(note)
        first = next((widget for widget in shown if widget is not None), None)
        if first is not None and lead:
            first.setFocus(Qt.FocusReason.OtherFocusReason)
            self.ensureWidgetVisible(first)
        return not places and not note

    def draft(self) -> dict[str, Any]:
        """Everything typed, as plain data for `restore`."""
        procedure = self.procedure.procedure
        return {
            "procedure": procedure.code if procedure else "",
            "case": self.procedure.case_code,
            **{part.role: part.draft() for part in self._parts},
            "owner_differs": self.owner_differs.isChecked(),
            "represented": self.represented.isChecked(),
            "papers": self.papers.draft(),
            "fee": self.fee.draft(),
            "return_by": self.return_by.way(),
            "due": self.due.draft(),
            "note": self.note.toPlainText(),
        }

    def restore(self, draft: dict[str, Any], procedure: Procedure | None) -> None:
        """What `draft` gave; `procedure` is the catalogue's of that code."""
        self.procedure.put(procedure, str(draft.get("case", "")))
        self.owner_differs.setChecked(bool(draft.get("owner_differs")))
        self.represented.setChecked(bool(draft.get("represented")))
        for part in self._parts:
            part.restore(dict(draft.get(part.role, {})))
        self.papers.restore(list(draft.get("papers", [])))
        self.fee.restore(dict(draft.get("fee", {})))
        self.return_by.put(str(draft.get("return_by", "desk")))
        self.due.restore(dict(draft.get("due", {})))
        self.note.setPlainText(str(draft.get("note", "")))

    @property
    def untouched(self) -> bool:
        """Whether there is nothing worth keeping."""
        people = any(not part.empty or part.search.text() for part in self._parts)
        return self.procedure.procedure is None and not people and not self.note.toPlainText()

    def clear(self) -> None:
        """Ready for the next citizen."""
        self.owner_differs.setChecked(False)
        self.represented.setChecked(False)
        for part in self._parts:
            part.clear()
        self.return_by.put("desk")
        self.note.setPlainText("")
        self.due.clear()
        self.procedure.put(None)
        self.say_mistakes([])
        self.verticalScrollBar().setValue(0)

    def begin(self) -> None:
        """Puts the focus where an intake begins."""
        field = self.procedure.search if self.procedure.procedure is None else self.applicant.search
        field.setFocus(Qt.FocusReason.OtherFocusReason)
