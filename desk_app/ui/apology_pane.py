"""Mẫu 04 for an overdue dossier: filled in but for the reason, the new date reckoned as one types."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from desk_app.domain.mistakes import DeskError
from desk_app.ui.counter import Counter
from desk_app.ui.dates import moment_said
from desk_app.ui.fields import CountBox, MistakeLine
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import GAP, MARGIN, Words, main_button, plain_button
from desk_app.ui.tongue import mark, said, tr

if TYPE_CHECKING:
    from desk_app.operations.outcome import Outcome
    from desk_app.operations.today import Task
    from sync.model.dossier import Dossier

_DAYS: Final = 3
"""So many working days from today are proposed."""
_MOST_DAYS: Final = 60
_LATER_MS: Final = 100
REASON: Final = mark("Cơ quan giải quyết cần thêm thời gian xử lý hồ sơ")
"""What stands in the line at first, marked to be typed over."""


class ApologyPane(QWidget):
    """`done` carries what was recorded, in words."""

    done = Signal(str)

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._task: Task | None = None
        self._busy = False
        self.who = Words("", "strong", wrap=True)
        self.why = Words("", "", wrap=True)
        self.reason = QLineEdit()
        self.reason.setAccessibleName(tr("Lý do chậm trả kết quả"))
        self.reason.setMaxLength(500)
        self.reason.returnPressed.connect(self.confirm)
        self.days = CountBox(tr("Số ngày làm việc hẹn thêm"), 1, _MOST_DAYS)
        self.due = Words("", "due", wrap=True)
        self.mistake = MistakeLine()
        self.send = main_button(tr("F9  Hẹn lại và in Mẫu 04"))
        self.send.setAccessibleName(tr("Xin lỗi, hẹn lại và in Mẫu 04, phím F9"))
        self.send.clicked.connect(self.confirm)
        self.close_button = plain_button(tr("Esc  Về danh sách"))
        self.close_button.setAccessibleName(tr("Về danh sách, phím Esc"))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_LATER_MS)
        self._later.timeout.connect(self._reckon)
        self.days.valueChanged.connect(lambda _: self._later.start())
        asked = Words(tr("Lý do chậm trả"), "small")
        asked.setBuddy(self.reason)
        days = QHBoxLayout()
        days.setSpacing(GAP)
        more = Words(tr("Số ngày làm việc hẹn thêm:"))
        more.setBuddy(self.days)
        days.addWidget(more)
        days.addWidget(self.days)
        days.addWidget(self.due, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        buttons.addWidget(self.send)
        buttons.addWidget(self.close_button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 0, MARGIN, GAP * 2)
        column.setSpacing(GAP)
        for widget in (Words(tr("Xin lỗi và hẹn lại ngày trả (Mẫu 04)"), "heading"), self.who, self.why):
            column.addWidget(widget)
        column.addWidget(asked)
        column.addWidget(self.reason)
        column.addLayout(days)
        column.addWidget(self.mistake)
        column.addLayout(buttons)
        column.addStretch(1)
        tab_in_reading_order(self)

    def put(self, task: Task) -> None:
        """The dossier that is late."""
        self._task = task
        self.who.setText(f"{task.row.owner} · {task.row.procedure_name} · {task.row.number}")
        self.why.setText(tr("{0} Pháp luật chỉ cho hẹn lại một lần.").format(said(task.reason)))
        self.reason.setText(tr(REASON))
        self.mistake.say("")
        self.send.setEnabled(True)
        self._propose()

    def _propose(self) -> None:
        """Enough working days that the new date is still to come."""
        assert self._task is not None
        desk, due = self._counter.desk, self._task.row.due_at

        def days() -> int:
            from sync.model.calendar import CalendarEnds
            from sync.model.due import working_days_after
            from sync.model.moment import day_of

            try:
                wanted = working_days_after(day_of(desk.clock()), _DAYS, desk.calendar)
                from_due = (working_days_after(day_of(due), n, desk.calendar) for n in range(1, _MOST_DAYS))
                return next((n for n, day in enumerate(from_due, 1) if day >= wanted), _MOST_DAYS)
            except CalendarEnds:
                return _DAYS

        def put(days: int) -> None:
            self.days.setValue(days)
            self._reckon()

        self._counter.lanes.read(days, put, topic="apology-days")

    def _reckon(self) -> None:
        if self._task is None:
            return
        desk, due, days = self._counter.desk, self._task.row.due_at, self.days.value()

        def reckon() -> str:
            from sync.model.calendar import CalendarEnds
            from sync.model.due import working_days_after
            from sync.model.moment import day_of

            try:
                day = working_days_after(day_of(due), days, desk.calendar)
            except CalendarEnds as error:
                return f"{said(error.title)}."
            return tr("Hẹn trả {0}").format(
                moment_said(due.replace(year=day.year, month=day.month, day=day.day))
            )

        self._counter.lanes.read(reckon, self.due.setText, topic="apology-due")

    def confirm(self) -> None:
        """F9: recorded, then printed."""
        task, desk, officer = self._task, self._counter.desk, self._counter.officer
        if task is None or self._busy:
            return
        given = {"reason": self.reason.text().strip(), "days": self.days.value()}
        self._busy = True
        self.send.setEnabled(False)

        def write() -> Outcome[Dossier]:
            from desk_app.operations.acting import act_on

            return act_on(desk, task.row.id, "apology", given, officer)

        def written(dossier: Dossier) -> None:
            self._busy = False
            self._counter.paper.print_form("apology", dossier.id)
            due = f" {moment_said(dossier.due_at)}" if dossier.due_at else ""
            self.done.emit(tr("✓ Đã hẹn lại{0} cho {1}, đang in Mẫu 04.").format(due, task.row.owner))

        def refused(trouble: DeskError) -> None:
            self._busy = False
            self.send.setEnabled(True)
            self.mistake.say(trouble.mistakes[0].message if trouble.mistakes else trouble.sentence)

        self._counter.lanes.write(write, written, refused)

    def begin(self) -> None:
        """The reason is typed over, or taken."""
        self.reason.setFocus(Qt.FocusReason.OtherFocusReason)
        self.reason.selectAll()
