"""The queue on the page Công khai: the number at this counter, what to do with it, who waits, new numbers."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QListWidget,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from desk_app.operations.outcome import Changes, Outcome
from desk_app.ui.counter import Counter
from desk_app.ui.fields import ChoiceBox
from desk_app.ui.parts import GAP, Words, main_button, plain_button
from desk_app.ui.queue_words import at_counter_said, counts_said, number_said, taken_said
from desk_app.ui.tongue import mark, said, tr

if TYPE_CHECKING:
    from desk_app.domain.mistakes import DeskError
    from desk_app.domain.queue import Ticket
    from desk_app.operations.queue import CounterState, QueueSettings, QueueView, Taken

REFRESH_MS: Final = 2_000
_ORDINARY: Final = mark("Không ưu tiên")


class QueuePart(QWidget):
    """`serving` carries words on the ticket whose intake is to begin."""

    serving = Signal(str)

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self.own = 0
        self.turn = Words("–", "due")
        self.state = Words("", "quiet", wrap=True)
        self.counts = Words("", "small", wrap=True)
        self.said = Words("", "quiet", wrap=True)
        self.next = main_button(tr("Gọi số &tiếp"))
        self.again = plain_button(tr("Gọi &lại"))
        self.serve = plain_button(tr("&Phục vụ"))
        self.finish = plain_button(tr("&Xong"))
        self.miss = plain_button(tr("&Vắng mặt"))
        self.pause = plain_button(tr("Tạm &dừng quầy"))
        self.other = ChoiceBox(tr("Quầy nhận số chuyển đến"))
        self.transfer = plain_button(tr("&Chuyển quầy"))
        self.list = QListWidget()
        self.service = ChoiceBox(tr("Nhóm dịch vụ"))
        self.priority = ChoiceBox(tr("Diện ưu tiên"))
        self.take_printed = plain_button(tr("Lấy số, &in phiếu"))
        self.take_unprinted = plain_button(tr("Lấy &số không in"))
        self._paused = False
        self._refreshing = QTimer(self)
        self._refreshing.setInterval(REFRESH_MS)
        self._refreshing.timeout.connect(self.refresh)
        self._dress()
        self._lay_out()
        self._connect()

    def _dress(self) -> None:
        self.list.setObjectName("turns")
        self.list.setAccessibleName(tr("Số đang chờ và số vắng mặt; Enter gọi số được chọn"))
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setResizeMode(QListView.ResizeMode.Adjust)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.list.setMinimumHeight(72)
        self.serve.setAccessibleName(tr("Phục vụ số đang gọi và mở trang Tiếp nhận"))
        self.list.installEventFilter(self)

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(GAP * 2)
        head.addWidget(self.turn)
        head.addWidget(self.state, 1)
        head.addWidget(self.next)
        steps, more = QHBoxLayout(), QHBoxLayout()
        for row in (steps, more):
            row.setSpacing(GAP)
        for button in (self.again, self.serve, self.finish, self.miss):
            steps.addWidget(button, 1)
        more.addWidget(self.pause)
        more.addWidget(self.other, 1)
        more.addWidget(self.transfer)
        kinds, new = QHBoxLayout(), QHBoxLayout()
        for row, inside in (
            (kinds, (self.service, self.priority)),
            (new, (self.take_printed, self.take_unprinted)),
        ):
            row.setSpacing(GAP)
            for widget in inside:
                row.addWidget(widget, 1)
        column_ = QVBoxLayout(self)
        column_.setContentsMargins(0, 0, 0, 0)
        column_.setSpacing(GAP)
        column_.addLayout(head)
        column_.addLayout(steps)
        column_.addLayout(more)
        column_.addWidget(self.said)
        column_.addWidget(self.counts)
        column_.addWidget(self.list, 1)
        column_.addLayout(kinds)
        column_.addLayout(new)

    def _connect(self) -> None:
        operations: dict[QPushButton, Callable[[Any], Callable[[], Outcome[Ticket]]]] = {
            self.next: lambda queue: lambda: queue.call_next(self._desk),
            self.again: lambda queue: lambda: queue.call_again(self._desk),
            self.finish: lambda queue: lambda: queue.finish(self._desk),
            self.miss: lambda queue: lambda: queue.miss(self._desk),
        }
        for button, make in operations.items():
            button.clicked.connect(lambda _, make=make: self._do(make, self._done))
        self.serve.clicked.connect(self._serve)
        self.pause.clicked.connect(self._pause)
        self.transfer.clicked.connect(self._transfer)
        self.list.itemDoubleClicked.connect(lambda _: self._call_chosen())
        self.take_printed.clicked.connect(lambda: self._take(printed=True))
        self.take_unprinted.clicked.connect(lambda: self._take(printed=False))
        self._counter.lanes.changed.connect(self._changed)
        self._put_settings(None)

    @property
    def _desk(self) -> Any:
        return self._counter.desk

    # ------------------------------------------------------------------------------------------------- doing

    def _do(self, make: Callable[[Any], Callable[[], Outcome[Any]]], then: Callable[[Any], None]) -> None:
        """Runs an operation of the queue in the writer lane; what it cannot do is said here."""

        def job() -> Outcome[Any]:
            from desk_app.operations import queue

            return make(queue)()

        self._counter.lanes.write(job, then, self._refused)

    def call_next(self) -> None:
        """Calls who comes next, wherever the officer is."""
        self.next.click()

    def _done(self, ticket: Ticket) -> None:
        self.say(f"{ticket.turn}: {said(ticket.state.label).lower()}.")

    def _refused(self, trouble: DeskError) -> None:
        self.say(trouble.sentence, "caution")
        self.refresh()

    def say(self, words: str, role: str = "quiet") -> None:
        """One line under the buttons."""
        self.said.set_role(role)
        self.said.setText(said(words))

    def _serve(self) -> None:
        def served(ticket: Ticket) -> None:
            self._done(ticket)
            self.serving.emit(tr("Đang phục vụ số {0}.").format(number_said(ticket)))

        self._do(lambda queue: lambda: queue.serve(self._desk), served)

    def _pause(self) -> None:
        paused = not self._paused

        def said(now_paused: bool) -> None:
            self.say(tr("Quầy tạm dừng, chưa gọi số.") if now_paused else tr("Quầy đã mở."))

        self._do(lambda queue: lambda: queue.pause(self._desk, paused), said)

    def _transfer(self) -> None:
        to, name = self.other.currentData(), self.other.currentText()
        if to is not None:
            self._do(
                lambda queue: lambda: queue.transfer(self._desk, to),
                lambda ticket: self.say(tr("{0}: chuyển sang {1}.").format(ticket.turn, name)),
            )

    def _call_chosen(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            turn = item.data(Qt.ItemDataRole.UserRole)
            self._do(lambda queue: lambda: queue.call_turn(self._desk, turn), self._done)

    def _take(self, *, printed: bool) -> None:
        service, priority = self.service.currentData() or "", self.priority.currentData() or ""
        self.priority.setCurrentIndex(0)  # at once: what is chosen after this is the next citizen's

        def taken(one: Taken) -> None:
            self.say(taken_said(one))
            if printed:
                self._counter.paper.print_ticket(one.ticket)

        self._do(lambda queue: lambda: queue.take(self._desk, service=service, priority=priority), taken)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on a line of the list calls that number."""
        if (
            watched is self.list
            and isinstance(event, QKeyEvent)
            and event.type() == QEvent.Type.KeyPress
            and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        ):
            self._call_chosen()
            return True
        return super().eventFilter(watched, event)

    # ----------------------------------------------------------------------------------------------- showing

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh(settings=True)
        self._refreshing.start()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._refreshing.stop()

    def _changed(self, changes: Changes) -> None:
        if self.isVisible() and (changes.queue or changes.settings):
            self.refresh(settings=changes.settings)

    def refresh(self, *, settings: bool = False) -> None:
        """Reads the queue again; `settings`: and how it is set up."""
        desk = self._desk

        def read() -> tuple[QueueView, int, QueueSettings | None]:
            from desk_app.operations.queue import own_counter, queue_settings, queue_view

            return queue_view(desk), own_counter(desk), queue_settings(desk) if settings else None

        # Two topics: a plain refresh must not make one moot that brings the settings.
        self._counter.lanes.read(read, self._put, topic="queue-set-up" if settings else "queue-view")

    def _put(self, found: tuple[QueueView, int, QueueSettings | None]) -> None:
        view, self.own, settings = found
        if settings is not None:
            self._put_settings(settings)
        mine = next(one for one in view.counters if one.number == self.own)
        now = self._counter.clock()
        self._paused = mine.paused
        self.turn.setText(mine.ticket.turn if mine.ticket else "–")
        self.state.setText(at_counter_said(mine))
        self.pause.setText(tr("Mở lại quầy (&D)") if mine.paused else tr("Tạm &dừng quầy"))
        self.pause.setAccessibleName(tr("Mở lại quầy") if mine.paused else tr("Tạm dừng quầy"))
        self.counts.setText(counts_said(view))
        self._offer(mine)
        self._put_others(view)
        lines = [(one.turn, number_said(one, now)) for one in (*view.waiting, *view.missed)]
        self._put_lines(lines)

    def _offer(self, mine: CounterState) -> None:
        state = str(mine.ticket.state) if mine.ticket else ""
        self.next.setEnabled(not mine.paused)
        for button, states in (
            (self.again, ("called",)),
            (self.serve, ("called",)),
            (self.miss, ("called",)),
            (self.finish, ("called", "serving")),
            (self.transfer, ("called", "serving")),
        ):
            if not (enabled := state in states) and button.hasFocus():
                self.next.setFocus(Qt.FocusReason.OtherFocusReason)
            button.setEnabled(enabled)

    def _put_others(self, view: QueueView) -> None:
        others = [(one.name, one.number) for one in view.counters if one.number != self.own]
        _offer_anew(self.other, others)
        self.other.setVisible(bool(others))
        self.transfer.setVisible(bool(others))

    def _put_lines(self, lines: list[tuple[str, str]]) -> None:
        turns = [turn for turn, _ in lines]
        held = [self.list.item(at).data(Qt.ItemDataRole.UserRole) for at in range(self.list.count())]
        row = self.list.currentRow()
        chosen = held[row] if 0 <= row < len(held) else ""
        if turns != held:
            self.list.clear()
            self.list.addItems(turns)
            self.list.setCurrentRow(turns.index(chosen) if chosen in turns else 0)
        for at, (turn, words) in enumerate(lines):
            item = self.list.item(at)
            item.setData(Qt.ItemDataRole.UserRole, turn)
            if item.text() != words:
                item.setText(words)

    def _put_settings(self, settings: QueueSettings | None) -> None:
        services = settings.services if settings else ()
        priorities = settings.priorities if settings else ()
        for box, names in ((self.service, services), (self.priority, priorities)):
            ordinary = [(tr(_ORDINARY), "")] if box is self.priority else []
            _offer_anew(box, [*ordinary, *((said(name), name) for name in names)])
        self.service.setVisible(len(services) > 1)
        self.priority.setVisible(bool(priorities))


def _offer_anew(box: ChoiceBox, choices: Sequence[tuple[str, object]]) -> None:
    """Words and value of each choice; what is chosen, or being chosen, stays where it is still offered."""
    if [(box.itemText(at), box.itemData(at)) for at in range(box.count())] == list(choices):
        return
    chosen = box.currentData()
    box.clear()
    for words, value in choices:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(chosen)) if choices else -1)
