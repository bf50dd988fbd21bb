"""Hướng dẫn thủ tục (Ctrl+H): papers, limit, fees, steps and legal basis, one key away and printable."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from desk_app.domain import procedure_words as words
from desk_app.ui.counter import Counter
from desk_app.ui.parts import GAP, MARGIN, ScrollBody, Words, main_button, plain_button, scroll_area
from desk_app.ui.tongue import said, tr
from sync.model.procedure import Procedure


class GuidePane(QWidget):
    """Shows the procedure put last."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._procedure: Procedure | None = None
        self._case = ""
        self.print = main_button(tr("Ctrl+P  In cho người dân"))
        self.print.setAccessibleName(tr("In hướng dẫn cho người dân, phím Ctrl+P"))
        self.print.clicked.connect(self.print_it)
        self.close_button = plain_button(tr("Esc  Về hồ sơ đang nhập"))
        self.close_button.setAccessibleName(tr("Về hồ sơ đang nhập, phím Esc"))
        self._body = scroll_area(tr("Hướng dẫn thủ tục"), takes_focus=True)
        row = QHBoxLayout()
        row.setContentsMargins(MARGIN, GAP, MARGIN, GAP * 2)
        row.setSpacing(GAP)
        row.addWidget(self.print)
        row.addWidget(self.close_button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._body, 1)
        column.addLayout(row)

    def put(self, procedure: Procedure, case: str = "") -> None:
        """Shows a procedure, and where it has cases the chosen one's limit."""
        self._procedure, self._case = procedure, case
        page = ScrollBody()
        column = QVBoxLayout(page)
        column.setContentsMargins(MARGIN, GAP, MARGIN, GAP)
        column.setSpacing(4)
        for text, role in self.lines(procedure, case):
            if role == "heading":
                column.addSpacing(GAP)
            column.addWidget(Words(text, role, wrap=True))
        column.addStretch(1)
        self._body.setWidget(page)

    @staticmethod
    def lines(procedure: Procedure, case: str) -> list[tuple[str, str]]:
        """What is said, with the role of each line."""
        told_lines = [
            (procedure.name, "heading"),
            (" · ".join(filter(None, (procedure.code, procedure.field, procedure.level))), "quiet"),
            (tr("Thời hạn: {0}").format(said(words.limit_line(procedure, case))), "strong"),
            *((line, "quiet") for line in (procedure.limit_note, *words.case_lines(procedure)) if line),
        ]
        shown = "; ".join(map(said, words.shown(procedure)))
        papers = [f"{at}. {said(line)}" for at, line in enumerate(words.handed_in(procedure), 1)]
        papers += [tr("Xuất trình để đối chiếu rồi nhận lại: {0}.").format(shown)] if shown else []
        parts = {
            tr("Giấy tờ"): papers or [tr("Danh mục chưa có thành phần hồ sơ của thủ tục này.")],
            tr("Phí, lệ phí"): [f"– {said(words.fee_line(rule))}" for rule in procedure.fees]
            or [tr("Không thu.")],
            tr("Các bước"): [f"{at}. {said(line)}" for at, line in enumerate(words.steps(procedure), 1)],
            tr("Yêu cầu, điều kiện"): [procedure.conditions] if procedure.conditions else [],
            tr("Căn cứ"): [said(words.basis_line(procedure))] if words.basis_line(procedure) else [],
        }
        for title, listed in parts.items():
            if listed:
                told_lines.append((title, "heading"))
                told_lines += [(line, "") for line in listed]
        return told_lines

    def print_it(self) -> None:
        """Prints the guide; it is of no dossier."""
        if self._procedure is None:
            return
        desk, code = self._counter.desk, self._procedure.code

        def make() -> bytes:
            from desk_app.operations.forms import make_form

            return make_form(desk, "guide", code)

        self._counter.paper.print_made(make, tr("Hướng dẫn {0}").format(code), tr("hướng dẫn thủ tục"))

    def begin(self) -> None:
        """The arrow keys scroll at once."""
        self._body.setFocus(Qt.FocusReason.OtherFocusReason)
