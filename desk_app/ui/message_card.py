"""What the center has to say to this commune, one message after another, until somebody here has read it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from desk_app.domain.mistakes import DeskError
from desk_app.operations.outcome import Changes
from desk_app.ui.counter import Counter
from desk_app.ui.dates import day_said, moment_said
from desk_app.ui.measures import sized
from desk_app.ui.parts import GAP, Words, main_button
from desk_app.ui.tongue import mark, told, tr

if TYPE_CHECKING:
    from desk_app.operations.outcome import Outcome
    from sync.model.messages import Message

_SORTS: Final = {"message": mark("Thông báo của trung tâm"), "instruction": mark("Chỉ đạo của trung tâm")}
_TEXT_HEIGHT: Final = 92


class MessageCard(QFrame):
    """Hidden while nothing is unread. `emptied`: the last one was read here; `wrong` says what went wrong."""

    emptied = Signal()
    wrong = Signal(str)

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self.setObjectName("card")
        self._counter = counter
        self.waiting: tuple[Message, ...] = ()
        self.asked_by: QWidget | None = None
        self._done: set[str] = set()
        self._busy = False
        self.sort = Words("", "quiet", wrap=True)
        self.title = Words("", "strong", wrap=True)
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(sized(_TEXT_HEIGHT))
        self.text.setAccessibleName(tr("Nội dung thông báo của trung tâm"))
        self.read = main_button(tr("Đã đọ&c  (Enter)"))
        self.read.setAutoDefault(True)
        self.read.clicked.connect(self._read_it)
        words = QVBoxLayout()
        words.setSpacing(GAP // 2)
        for widget in (self.sort, self.title, self.text):
            words.addWidget(widget)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP * 2, GAP, GAP * 2, GAP)
        row.setSpacing(GAP * 2)
        row.addLayout(words, 1)
        row.addWidget(self.read, 0, Qt.AlignmentFlag.AlignBottom)
        self.hide()
        counter.lanes.changed.connect(self._changed)

    def begin(self) -> None:
        """The day came to the front: a message that waits is read first.

        It takes the focus once, from where that is now (`asked_by`), and from nowhere else.
        """
        self.asked_by = self.window().focusWidget()
        self._look()

    def _changed(self, changes: Changes) -> None:
        if changes.sync:
            self._look()

    def _look(self) -> None:
        desk = self._counter.desk

        def read() -> tuple[Message, ...]:
            from desk_app.operations.messages import unread

            return unread(desk)

        self._counter.lanes.read(read, self._put, self._failed, topic="messages")

    def _put(self, found: tuple[Message, ...]) -> None:
        asked_by, self.asked_by = self.asked_by, None
        if not self._busy:
            # what was read here meanwhile may still stand in an answer that was on its way
            self._show(tuple(one for one in found if one.name not in self._done))
        still = asked_by is not None and self.window().focusWidget() is asked_by
        if still and self.waiting and self.isVisible():
            self.read.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show(self, found: tuple[Message, ...]) -> None:
        known = self.waiting[0].name if self.waiting else ""
        self.waiting = found
        if not found:
            self.hide()
            return
        # what is being read stays in front, whatever comes meanwhile
        first = next((one for one in found if one.name == known), found[0])
        self.waiting = (first, *(one for one in found if one is not first))
        said = told(_SORTS)[first.sort]
        count = f" (1/{len(found)})" if len(found) > 1 else ""
        due = tr(" · hạn {0}").format(day_said(first.due)) if first.due is not None else ""
        self.sort.setText(f"! {said}{count} · {first.by.name} · {moment_said(first.at)}{due}")
        self.title.setText(first.title)
        if self.text.toPlainText() != first.text:
            self.text.setPlainText(first.text)
        self.text.setVisible(bool(first.text))
        self.show()

    def _read_it(self) -> None:
        if self._busy or not self.waiting:
            return
        desk, officer, name = self._counter.desk, self._counter.officer, self.waiting[0].name
        self._busy = True

        def write() -> Outcome[tuple[Message, ...]]:
            from desk_app.operations.messages import mark_read

            return mark_read(desk, name, officer)

        def written(left: tuple[Message, ...]) -> None:
            self._busy = False
            self._done.add(name)
            self._show(left)
            if not left:
                self.emptied.emit()

        def refused(trouble: DeskError) -> None:
            self._busy = False
            self.wrong.emit(trouble.sentence)
            self._look()

        self._counter.lanes.write(write, written, refused)

    def _failed(self, trouble: DeskError) -> None:
        self.wrong.emit(trouble.sentence)
