"""A telephone call to a citizen, logged by one key; what was said before stands above."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QPushButton, QVBoxLayout, QWidget

from desk_app.domain.mistakes import DeskError
from desk_app.ui.counter import Counter
from desk_app.ui.dates import moment_said
from desk_app.ui.fields import MistakeLine
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import GAP, MARGIN, Words, plain_button
from desk_app.ui.tongue import mark, said, told, tr

if TYPE_CHECKING:
    from desk_app.operations.outcome import Outcome
    from desk_app.operations.today import Task
    from sync.model.dossier import Dossier

_OUTCOMES: Final = {
    "reached": mark("Đã báo"),
    "no-answer": mark("Không nghe máy"),
    "wrong-number": mark("Sai số"),
    "call-back": mark("Hẹn gọi lại"),
}
_LATEST: Final = 4


class CallPane(QWidget):
    """`done` carries what was recorded, in words."""

    done = Signal(str)

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._task: Task | None = None
        self._busy = False
        self.number = Words("", "due")
        self.who = Words("", "strong", wrap=True)
        self.why = Words("", "", wrap=True)
        self.before = Words("", "quiet", wrap=True)
        self.phone = QLineEdit()
        self.phone.setAccessibleName(tr("Số điện thoại đã gọi"))
        self.phone.setMaxLength(40)
        self.phone.textChanged.connect(self.number.setText)
        self.text = QLineEdit()
        self.text.setAccessibleName(tr("Ghi chú cuộc gọi"))
        self.text.setPlaceholderText(tr("ghi chú cuộc gọi, nếu cần"))
        self.text.setMaxLength(500)
        self.outcomes: dict[str, QPushButton] = {}
        self.mistake = MistakeLine()
        self.close_button = plain_button(tr("Esc  Về danh sách"))
        self.close_button.setAccessibleName(tr("Về danh sách, phím Esc"))
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for at, (name, words) in enumerate(told(_OUTCOMES).items(), 1):
            button = plain_button(f"{at}  {words}")
            button.setAccessibleName(tr("{0}, phím {1}").format(words, at))
            button.clicked.connect(lambda _, name=name: self.record(name))
            self.outcomes[name] = button
            row.addWidget(button)
        row.addStretch(1)
        lines = QHBoxLayout()
        lines.setSpacing(GAP)
        lines.addWidget(self.phone, 1)
        lines.addWidget(self.text, 2)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 0, MARGIN, GAP * 2)
        column.setSpacing(GAP)
        for widget in (self.number, self.who, self.why, self.before):
            column.addWidget(widget)
        column.addLayout(row)
        column.addLayout(lines)
        column.addWidget(self.mistake)
        column.addStretch(1)
        column.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignLeft)
        tab_in_reading_order(self)

    def put(self, task: Task) -> None:
        """Whom to call, and why."""
        self._task = task
        self.phone.setText(task.phone)
        self.number.setText(task.phone or tr("Chưa có số điện thoại"))
        self.who.setText(f"{task.row.owner} · {task.row.procedure_name} · {task.row.number}")
        self.why.setText(said(task.reason))
        self.before.setText("")
        self.text.clear()
        self.mistake.say("", self.phone)
        self._read_before(task.row.id)

    def _read_before(self, wanted: bytes) -> None:
        desk = self._counter.desk

        def look() -> Dossier:
            from desk_app.operations.find import show

            return show(desk, wanted).dossier

        def show_before(dossier: Dossier) -> None:
            if self._task is None or dossier.id != self._task.row.id:
                return
            calls = [one for one in dossier.history if one.act == "called" and one.effective][-_LATEST:]
            lines = [f"{moment_said(one.at)} · {one.officer.name}: {said(one.text)}" for one in calls]
            self.before.setText("\n".join(lines) or tr("Chưa gọi lần nào."))

        self._counter.lanes.read(look, show_before, topic="calls-before")

    def record(self, outcome: str) -> None:
        """What came of the call."""
        task, desk, officer = self._task, self._counter.desk, self._counter.officer
        if task is None or self._busy:
            return
        given = {
            "phone": self.phone.text().strip(),
            "to": task.row.owner,
            "outcome": outcome,
            "text": self.text.text().strip(),
        }
        if not given["phone"]:
            self.mistake.say(tr("Cần ghi số điện thoại đã gọi."), self.phone)
            self.phone.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self._busy = True

        def write() -> Outcome[Dossier]:
            from desk_app.operations.acting import act_on

            return act_on(desk, task.row.id, "call", given, officer)

        def written(_dossier: Dossier) -> None:
            self._busy = False
            self.done.emit(
                tr("✓ Đã ghi cuộc gọi cho {0}: {1}.").format(
                    task.row.owner, told(told(_OUTCOMES)[outcome]).lower()
                )
            )

        def refused(trouble: DeskError) -> None:
            self._busy = False
            self.mistake.say(trouble.sentence, self.phone)

        self._counter.lanes.write(write, written, refused)

    def begin(self) -> None:
        """The keys 1 to 4 log the call at once."""
        first = self.outcomes["reached"] if self.phone.text() else self.phone
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """1 to 4 say what came of the call, wherever no text is typed."""
        at = event.text()
        if at in ("1", "2", "3", "4"):
            self.record(list(told(_OUTCOMES))[int(at) - 1])
        else:
            super().keyPressEvent(event)
