"""The window: only a frame, shown at once; the desk is opened behind it, pages are made when first wanted."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, cast

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from desk_app.ui.rail import Rail
from desk_app.ui.tongue import mark, told, tr

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QCloseEvent, QPaintEvent, QResizeEvent

    from desk_app.ui.parts import Words
    from desk_app.ui.session import Session
    from desk_app.ui.status_line import StatusLine
    from desk_app.ui.window_aids import WindowAids

PAGES: Final = {
    "F2": mark("Tiếp nhận"),
    "F3": mark("Hồ sơ"),
    "F4": mark("Trả kết quả"),
    "F5": mark("Hôm nay"),
    "F6": mark("Báo cáo"),
    "F7": mark("Công khai"),
    "F8": mark("Đồng bộ"),
    "F10": mark("Cài đặt"),
    "F11": mark("An toàn"),
}


class MainWindow(QMainWindow):
    """`painted` once, after the first paint; `lock_wanted` when nobody is to see the pages; `closing` before
    the window goes."""

    painted = Signal()
    lock_wanted = Signal()
    closing = Signal()

    def __init__(self, clock: Callable[[], datetime]) -> None:
        super().__init__()
        self.setWindowTitle("Một cửa")
        self.resize(1366, 720)
        self.setMinimumSize(880, 500)  # 1920 x 1080 at 200 % less the task bar
        self._clock = clock
        self._seen = False
        self.session: Session | None = None
        self.aids: WindowAids | None = None
        self.rail = Rail(told(PAGES))
        self._listen_to_rail()
        self._status: StatusLine | None = None
        self.banner: Words | None = None
        self.stack = QStackedWidget()
        self._pages: dict[str, QWidget] = {}
        empty = QWidget()
        empty.setObjectName("page")
        self.stack.addWidget(empty)
        body = QWidget()
        self._rows = outer = QVBoxLayout(body)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._middle = middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.rail)
        middle.addWidget(self.stack, 1)
        outer.addLayout(middle, 1)
        self.setCentralWidget(body)
        self._tick = QTimer(self)
        self._tick.setInterval(5_000)
        self._tick.timeout.connect(self.refresh_clock)
        self.painted.connect(self._furnish)

    @property
    def status(self) -> StatusLine:
        """The status line; made when first asked for, which is after the first paint."""
        if self._status is None:
            from desk_app.ui.status_line import StatusLine

            self._status = StatusLine()
            self._status.sync_wanted.connect(lambda: self.go("F8"))
            self._status.lock_wanted.connect(self.lock_wanted)
            self._rows.addWidget(self._status)
        return self._status

    def _furnish(self) -> None:
        from desk_app.ui.start_pages import NotePage
        from desk_app.ui.window_aids import WindowAids

        self.aids = WindowAids(self)
        self.setAcceptDrops(True)
        self._put(NotePage())
        self._tick.start()
        self.refresh_clock()

    def refresh_clock(self) -> None:
        """The clock of the status line, to the minute."""
        now = self._clock()
        self.status.clock.setText(f"{now.hour:02d}:{now.minute:02d}")

    def say_training(self) -> None:
        """Nothing here is genuine: said over every page, and in the window's title."""
        from desk_app.ui.parts import Words

        self.setWindowTitle(tr("ĐANG TẬP"))
        if self.banner is None:
            banner = self.banner = Words(
                tr("ĐANG TẬP – hồ sơ và mã số ở đây không có thật, mọi giấy in ra có chữ MẪU")
            )
            banner.setObjectName("training")
            self._rows.insertWidget(0, banner)

    def show_alone(self, page: QWidget) -> None:
        """A page before or instead of the work: trouble, choice of officer."""
        self._put(page)
        self.rail.open(False)
        begin(page)

    def work(self, session: Session, first: str = "F2") -> None:
        """An officer sat down: the pages are this session's, and `first` (a key) is in front."""
        from desk_app.ui.page_rights import may_open

        if self.aids is not None:
            self.aids.forget()
        self.session = session
        self._rows.insertWidget(self._rows.count() - 1, session.strip)
        self.rail.open(True, may_open(session.counter.rights))
        self.go(first)

    def put_off(self) -> list[QWidget]:
        """Takes the session's pages and strip out of the window, hidden, for whoever asked to delete them."""
        pages, self._pages = list(self._pages.values()), {}
        if self.aids is not None:
            self.aids.forget()
        for page in pages:
            self.stack.removeWidget(page)
        if self.session is not None:
            self._rows.removeWidget(self.session.strip)
            pages.append(self.session.strip)
            self.session = None
        for page in pages:
            page.hide()
        return pages

    def go(self, key: str) -> None:
        """Brings a page to the front, making it the first time."""
        if self.session is None or not self.rail.buttons[key].isEnabled():
            return
        page = self.page(key)
        self.stack.setCurrentWidget(page)
        self.rail.mark(key)
        begin(page)

    def page(self, key: str) -> QWidget:
        """The page of a key."""
        from desk_app.ui.order import tab_in_reading_order

        assert self.session is not None
        if key not in self._pages:
            page = self.session.make_page(key)
            tab_in_reading_order(page)
            self._pages[key] = page
            self.stack.addWidget(page)
        return self._pages[key]

    def _put(self, page: QWidget) -> None:
        if self.stack.indexOf(page) < 0:
            self.stack.addWidget(page)
        self.stack.setCurrentWidget(page)

    def open_strip(self) -> None:
        """The strip for scans from a picture or the webcam."""
        if self.session is not None and self.rail.picture.isEnabled():
            self.session.strip.open()

    def receive(self) -> None:
        """F9: the one thing to do on the page in front, where it has one."""
        receive = getattr(self.stack.currentWidget(), "receive", None)
        if receive is not None:
            cast("Callable[[], None]", receive)()

    def key_of(self, page: QWidget | None) -> str:
        """The key of a page that was made; empty: it is none of them."""
        return next((key for key, made in self._pages.items() if made is page), "")

    def retitle(self) -> None:
        """Another language or size of type: the rail is made anew, the pages with the session."""
        old, self.rail = self.rail, Rail(told(PAGES))
        self._middle.removeWidget(old)
        self._middle.insertWidget(0, self.rail)
        old.hide()
        old.deleteLater()
        self._listen_to_rail()

    def _listen_to_rail(self) -> None:
        self.rail.picked.connect(self.go)
        self.rail.picture_wanted.connect(self.open_strip)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self.aids is not None:
            self.aids.palette.place()

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._seen:
            self._seen = True
            QTimer.singleShot(0, self.painted.emit)

    def closeEvent(self, event: QCloseEvent) -> None:
        self.closing.emit()
        super().closeEvent(event)


def begin(page: QWidget) -> None:
    """Lets a page put its focus, where it has a wish."""
    wish = getattr(page, "begin", None)
    if wish is not None:
        cast("Callable[[], None]", wish)()
