"""The screen citizens look at: numbers called, and pages that take turns. It takes no input and no focus."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QPointF, QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QWidget

from desk_app.devices.screen import colours
from desk_app.ui.public_board import LEAST_SIZE, Line, Page, in_turn, laid, one_line, pages_of
from desk_app.ui.public_sections import sections_of
from desk_app.ui.tongue import CITIZENS
from sync.model.words import clock as clock_words
from sync.model.words import day_on_screen

if TYPE_CHECKING:
    from desk_app.operations.public_screen import Board
    from desk_app.operations.queue import QueueView

FRESH_SECONDS: Final = 15
"""So long a number just called stands on a filled ground."""
_HEIGHT, _WIDTH = 1080.0, 1440.0
_MARGIN, _HEAD = 48.0, 132.0
_QUEUE_SHARE: Final = 0.4
_LONG: Final = "procedures"
tr, said = CITIZENS.tr, CITIZENS.said


class PublicScreen(QWidget):
    """Painted from what `put_board` and `put_queue` gave last; `turn` shows the next page.

    `framed`: in a window with a frame, to be looked at where there is no second monitor; `closed` when the
    officer closes that.
    """

    closed = Signal()

    def __init__(self, clock: Callable[[], datetime], *, framed: bool = False) -> None:
        super().__init__()
        self.setWindowTitle(tr("Công khai"))
        self.setAccessibleName(tr("Màn hình công khai"))
        flags = Qt.WindowType.Window | Qt.WindowType.WindowDoesNotAcceptFocus
        self.setWindowFlags(flags if framed else flags | Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._clock = clock
        self._board: Board | None = None
        self._queue: QueueView | None = None
        self._tokens = {name: QColor(value) for name, value in colours()["light"].items()}
        self.pages: Sequence[Page] = ()
        self._at = 0
        self._turning = QTimer(self)
        self._turning.timeout.connect(self.turn)

    # ---------------------------------------------------------------------------------------------- contents

    def put_board(self, board: Board) -> None:
        """What there is to show beside the queue. The page in sight stays while there is one of its kind."""
        if board == self._board:
            return
        before, self._board = self.page, board
        shade = colours()["dark" if board.settings.dark else "light"]
        self._tokens = {name: QColor(value) for name, value in shade.items()}
        self._compose()
        if before is not None:
            kin = [
                at
                for at, page in enumerate(self.pages)
                if (page.title, page.number) == (before.title, before.number)
            ]
            self._at = kin[0] if kin else 0
        self._turning.start(board.settings.seconds * 1000)
        self._show()

    def put_queue(self, queue: QueueView | None) -> None:
        """The queue as it is now, painted anew each time: a call is fresh by the clock."""
        beside = self._beside
        self._queue = queue
        if self._beside != beside:
            self._compose()
        self._show()

    @property
    def page(self) -> Page | None:
        """The page in sight."""
        return self.pages[self._at] if self.pages else None

    def turn(self) -> None:
        """The next page, after the last the first."""
        if self.pages:
            self._at = (self._at + 1) % len(self.pages)
            self._show()

    @property
    def unit(self) -> float:
        """How much larger than on a screen 1080 high everything is."""
        return min(self.height() / _HEIGHT, self.width() / _WIDTH)

    @property
    def _beside(self) -> bool:
        """Whether the queue has its place: it is wanted, and somebody took a number today."""
        wanted = self._board is not None and "queue" in self._board.settings.show
        return wanted and self._queue is not None and self._queue.taken > 0

    def _show(self) -> None:
        called = "" if self._queue is None else ", ".join(self._called_words())
        self.setAccessibleDescription("\n".join(filter(None, (called, self.page.text if self.page else ""))))
        self.update()

    def _called_words(self) -> list[str]:
        assert self._queue is not None
        names = {one.number: one.name for one in self._queue.counters}
        return [
            tr("Mời số {0} đến {1}").format(one.turn, said(names.get(one.counter, "")))
            for one in self._queue.called
        ]

    # ------------------------------------------------------------------------------------------------ places

    def queue_room(self) -> QRectF:
        """Where the numbers stand; empty while there are none."""
        if not self._beside:
            return QRectF()
        unit = self.unit
        top = _HEAD * unit
        return QRectF(0, top, self.width() * _QUEUE_SHARE, self.height() - top)

    def page_room(self) -> QRectF:
        """Where a page's blocks stand, under its title."""
        unit = self.unit
        left = self.queue_room().width() + _MARGIN * unit
        top = (_HEAD + 132.0) * unit
        return QRectF(left, top, self.width() - left - _MARGIN * unit, self.height() - top - _MARGIN * unit)

    def _compose(self) -> None:
        if self._board is None or self.width() < 2 or self.height() < 2:
            return
        room, unit = self.page_room(), self.unit
        made = {name: pages_of(section, room, unit) for name, section in sections_of(self._board).items()}
        long = made.pop(_LONG, [])
        self.pages = in_turn([page for pages in made.values() for page in pages], long)
        self._at = min(self._at, max(0, len(self.pages) - 1))

    def closeEvent(self, event: QCloseEvent) -> None:
        super().closeEvent(event)
        self.closed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._compose()

    # ---------------------------------------------------------------------------------------------- painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        painter.fillRect(self.rect(), self._tokens["page"])
        self._paint_head(painter)
        if self._beside:
            self._paint_queue(painter, self.queue_room())
        page = self.page
        if page is not None:
            self._paint_page(painter, page)
        painter.end()

    def _write(
        self, painter: QPainter, line: Line, left: float, top: float, width: float, *, centred: bool = False
    ) -> float:
        """Writes wrapped words; returns where they end."""
        words, height = laid(line, width, self.unit, centred=centred)
        painter.setPen(self._tokens[line.role])
        words.draw(painter, QPointF(left, top))
        return top + height

    def _paint_head(self, painter: QPainter) -> None:
        unit, now = self.unit, self._clock()
        high, margin = _HEAD * unit, _MARGIN * unit
        painter.fillRect(QRectF(0, 0, self.width(), high), self._tokens["surface"])
        painter.fillRect(
            QRectF(0, high - max(1.0, 2 * unit), self.width(), max(1.0, 2 * unit)), self._tokens["line"]
        )
        time = Line(clock_words(now), 60.0, bold=True)
        day = Line(said(day_on_screen(now)), LEAST_SIZE, role="quiet")
        widths = [self._natural(line) for line in (time, day)]
        right = self.width() - margin
        self._write(painter, time, right - widths[0], 6 * unit, widths[0])
        self._write(painter, day, right - widths[1], 72 * unit, widths[1])
        if self._board is not None:
            room = right - max(widths) - 2 * margin
            name = one_line(Line(self._board.unit, 50.0, bold=True), room, unit)
            _, height = laid(name, room, unit)
            self._write(painter, name, margin, max(0.0, (high - height) / 2), room)

    def _natural(self, line: Line) -> float:
        words, _ = laid(line, 1e6, self.unit)
        return words.lineAt(0).naturalTextWidth() + 2

    def _paint_page(self, painter: QPainter, page: Page) -> None:
        unit, room = self.unit, self.page_room()
        number = Line(f"{page.number}/{page.of}", LEAST_SIZE, role="quiet")
        wide = self._natural(number) if page.of > 1 else 0.0
        title = one_line(
            Line(page.title, 56.0, bold=True, role="primary"), room.width() - wide - 24 * unit, unit
        )
        top = (_HEAD + 32.0) * unit
        self._write(painter, title, room.left(), top, room.width() - wide)
        if wide:
            self._write(painter, number, room.right() - wide, top + 16 * unit, wide)
        for one in page.placed:
            painter.setPen(self._tokens[one.line.role])
            one.words.draw(painter, one.rect.topLeft())

    # ------------------------------------------------------------------------------------------------- queue

    def _paint_queue(self, painter: QPainter, room: QRectF) -> None:
        assert self._queue is not None
        unit = self.unit
        painter.fillRect(room, self._tokens["surface"])
        edge = max(1.0, 2 * unit)
        painter.fillRect(QRectF(room.right() - edge, room.top(), edge, room.height()), self._tokens["line"])
        inner = room.adjusted(_MARGIN * unit, 24 * unit, -_MARGIN * unit, -24 * unit)
        foot = inner.bottom() - 60 * unit
        names = {one.number: one.name for one in self._queue.counters}
        top = self._paint_first(painter, room, inner, names)
        for one in self._queue.called[1:]:
            words = one_line(
                Line(f"{one.turn}  →  {said(names.get(one.counter, ''))}", 60.0, bold=True),
                inner.width(),
                unit,
            )
            _, height = laid(words, inner.width(), unit)
            if top + height > foot:
                break
            top = self._write(painter, words, inner.left(), top, inner.width()) + 12 * unit
        waiting = Line(tr("Đang chờ: {0} người").format(len(self._queue.waiting)), 44.0, role="quiet")
        self._write(painter, waiting, inner.left(), foot, inner.width())

    def _paint_first(self, painter: QPainter, room: QRectF, inner: QRectF, names: dict[int, str]) -> float:
        """The latest call in very large type; on a filled ground while it is fresh. Returns where it ends."""
        assert self._queue is not None
        unit = self.unit
        if not self._queue.called:
            return self._write(
                painter, Line(tr("Mời lấy số và chờ gọi"), 56.0), inner.left(), inner.top(), inner.width()
            )
        first = self._queue.called[0]
        fresh = (
            first.called_at is not None and (self._clock() - first.called_at).total_seconds() < FRESH_SECONDS
        )
        where = tr("đến {0}").format(said(names.get(first.counter, "")))
        lines = [
            Line(tr("Mời số"), 56.0, role="on-primary" if fresh else "quiet"),
            one_line(
                Line(first.turn, 300.0, bold=True, role="on-primary" if fresh else "primary"),
                inner.width(),
                unit,
            ),
            one_line(
                Line(where, 76.0, True, "on-primary" if fresh else "text"),
                inner.width(),
                unit,
            ),
        ]
        high = sum(laid(line, inner.width(), unit)[1] for line in lines)
        if fresh:
            painter.fillRect(
                QRectF(room.left(), room.top(), room.width(), high + 48 * unit), self._tokens["primary"]
            )
        top = inner.top()
        for line in lines:
            top = self._write(painter, line, inner.left(), top, inner.width(), centred=True)
        return top + 56 * unit
