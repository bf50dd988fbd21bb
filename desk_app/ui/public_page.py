"""Công khai (F7): the queue of this counter, the public screen, and the invitation to rate."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QFrame, QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from desk_app.ui.counter import Counter
from desk_app.ui.fields import ChoiceBox
from desk_app.ui.keys import Key, Keys
from desk_app.ui.measures import sized
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import GAP, MARGIN, Words, plain_button
from desk_app.ui.public_display import PublicDisplay
from desk_app.ui.queue_part import QueuePart
from desk_app.ui.tongue import mark, tr

if TYPE_CHECKING:
    from desk_app.operations.outcome import Outcome
    from desk_app.operations.public_screen import PublicScreen as PublicSettings
    from desk_app.ui.rating_panel import RatingPanel

_SIDE: Final = 288
_FIRST: Final = mark("Màn hình thứ hai")


class PublicPage(QWidget):
    """`serving` carries words on the ticket whose intake is to begin."""

    serving = Signal(str)

    def __init__(self, counter: Counter, display: PublicDisplay) -> None:
        super().__init__()
        self.setObjectName("page")
        self._counter, self._display = counter, display
        self.queue = QueuePart(counter)
        self.queue.serving.connect(self.serving)
        self.state = Words("", "quiet", wrap=True)
        self.toggle = plain_button(tr("&Mở màn hình"))
        self.monitor = ChoiceBox(tr("Màn hình dùng để công khai"))
        self.monitor.hide()  # until there is something to choose
        self.dark = QCheckBox(tr("Nề&n tối"))
        self.number_only = QCheckBox(tr("Kết quả chỉ &hiện số"))
        self.turn = plain_button(tr("T&rang sau"))
        self.rate = plain_button(tr("Mời đánh &giá"))
        self.rating: RatingPanel | None = None
        self._lay_out()
        Keys(
            self,
            mark("Hàng chờ và màn hình công khai"),
            Key("Alt+T", mark("Gọi số tiếp")),
            Key("Alt+L", mark("Gọi lại số đang gọi")),
            Key("Alt+P", mark("Phục vụ số đang gọi, sang trang Tiếp nhận")),
            Key("Alt+X", mark("Xong số đang phục vụ")),
            Key("Alt+V", mark("Ghi vắng mặt")),
            Key("Alt+I", mark("Lấy số mới và in phiếu số")),
            Key("Enter", mark("Gọi số được chọn trong danh sách")),
        )
        self._connect()
        self._tell()

    def _lay_out(self) -> None:
        side = QFrame()
        side.setObjectName("card")
        side.setFixedWidth(sized(_SIDE))
        column = QVBoxLayout(side)
        column.setContentsMargins(GAP * 2, GAP * 2, GAP * 2, GAP * 2)
        column.setSpacing(GAP)
        column.addWidget(Words(tr("Màn hình công khai"), "heading"))
        for widget in (self.state, self.toggle, self.monitor, self.dark, self.number_only, self.turn):
            column.addWidget(widget)
        self._rate_title = Words(tr("Đánh giá"), "heading")
        column.addWidget(self._rate_title)
        column.addWidget(self.rate)
        column.addStretch(1)
        column.addWidget(
            Words(
                tr("Lịch tiếp công dân, nơi phản ánh, nhóm dịch vụ và diện ưu tiên: Cài đặt (F10)."),
                "small",
                wrap=True,
            )
        )
        both = QHBoxLayout()
        both.setSpacing(GAP * 3)
        both.addWidget(self.queue, 1)
        both.addWidget(side)
        self.work = QWidget()
        page = QVBoxLayout(self.work)
        page.setContentsMargins(MARGIN, GAP * 2, MARGIN, GAP * 2)
        page.setSpacing(GAP)
        page.addWidget(Words(tr("Công khai"), "title"))
        page.addLayout(both, 1)
        self._stack = QStackedLayout(self)
        self._stack.addWidget(self.work)
        tab_in_reading_order(self.work)

    def _connect(self) -> None:
        self._display.changed.connect(self._tell)
        self.toggle.clicked.connect(self._toggle)
        self.turn.clicked.connect(self._display.turn)
        self.rate.clicked.connect(self.ask_rating)
        self.monitor.activated.connect(lambda _: self._keep(screen=self.monitor.currentData()))
        self.dark.clicked.connect(lambda on: self._keep(dark=on))
        self.number_only.clicked.connect(lambda on: self._keep(number_only=on))

    def begin(self) -> None:
        """The page came to the front."""
        if self.rating is not None:
            self.rating.begin()
            return
        self._read()
        self.queue.next.setFocus(Qt.FocusReason.OtherFocusReason)

    # --------------------------------------------------------------------------------------------- the screen

    def _read(self) -> None:
        desk = self._counter.desk

        def read() -> PublicSettings:
            from desk_app.operations.public_screen import public_screen

            return public_screen(desk)

        self._counter.lanes.read(read, self._put, topic="public-page")

    def _put(self, settings: PublicSettings) -> None:
        self.dark.setChecked(settings.dark)
        self.number_only.setChecked(settings.number_only)
        self.monitor.clear()
        self.monitor.addItem(tr(_FIRST), "")
        for place in self._display.places():
            if place.name and not place.own:
                self.monitor.addItem(place.name, place.name)
        self.monitor.setCurrentIndex(max(0, self.monitor.findData(settings.screen)))
        self.monitor.setVisible(self.monitor.count() > 1)

    def _keep(self, **changed: object) -> None:
        """Changes some of the settings, over what stands there by now."""
        desk = self._counter.desk

        def write() -> Outcome[PublicSettings]:
            from desk_app.operations.public_screen import public_screen, put_public_screen

            return put_public_screen(desk, replace(public_screen(desk), **changed))  # type: ignore[arg-type]

        def kept(settings: PublicSettings) -> None:
            self._put(settings)
            if "on" not in changed:
                return
            if settings.on and not self._display.open:
                self._display.show_screen(settings)
            elif not settings.on:
                self._display.close()

        self._counter.lanes.write(write, kept, lambda trouble: self.queue.say(trouble.sentence, "caution"))

    def _toggle(self) -> None:
        self._keep(on=not self._display.open)

    def _tell(self) -> None:
        display = self._display
        words = tr("Đang tắt.")
        if display.open:
            words = tr("Đang mở ở màn hình thứ hai.")
        if display.preview:
            words = tr("Đang xem thử trong cửa sổ nhỏ: máy chưa nối màn hình thứ hai.")
        if display.rating is not None:
            words = tr("Đang mời đánh giá ở màn hình thứ hai.")
        self.state.setText(words)
        self.toggle.setText(tr("Đóng &màn hình") if display.open else tr("&Mở màn hình"))
        self.toggle.setAccessibleName((tr("Đóng") if display.open else tr("Mở")) + tr(" màn hình công khai"))
        self.turn.setEnabled(display.open)
        for widget in (self._rate_title, self.rate):
            widget.setVisible(display.on_rated is not None)
        asked = display.rating is not None
        self.rate.setText(tr("Thôi mời đánh &giá") if asked else tr("Mời đánh &giá"))
        self.rate.setAccessibleName(tr("Thôi mời đánh giá") if asked else tr("Mời công dân đánh giá"))

    # ------------------------------------------------------------------------------------------------ rating

    def ask_rating(self) -> None:
        """Asks on the public screen where that is wished and there is one, else here; again: no more."""
        display = self._display
        if display.on_rated is None:
            return
        if display.rating is not None:
            display.end_rating()
        elif display.rates_here:
            display.ask_rating()
        elif self.rating is None:
            from desk_app.ui.rating_panel import RatingPanel

            self.rating = RatingPanel(display.on_rated)
            self.rating.done.connect(self._end_rating)
            self._stack.addWidget(self.rating)
            self._stack.setCurrentWidget(self.rating)
            self.rating.begin()

    def _end_rating(self) -> None:
        panel, self.rating = self.rating, None
        if panel is not None:
            self._stack.setCurrentWidget(self.work)
            self._stack.removeWidget(panel)
            panel.deleteLater()
            if self.isVisible():
                self.begin()
