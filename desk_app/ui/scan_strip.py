"""The strip above the status line: scans from a picture or the webcam, and why a scan was refused."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRect, QSize, Qt, Signal
from PySide6.QtGui import QImage, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from desk_app.background.lanes import Lanes
from desk_app.domain.mistakes import DeskError
from desk_app.ui.fields import CountBox
from desk_app.ui.file_dialogs import ask_for_file
from desk_app.ui.parts import GAP, Words, plain_button
from desk_app.ui.tongue import mark, said, tr

if TYPE_CHECKING:
    from desk_app.devices.webcam_reader import WebcamReader
    from desk_app.operations.desk import Desk

HOW: Final = mark("Chọn tệp ảnh hoặc PDF có mã, thả tệp đó vào cửa sổ, hoặc đưa mã ra trước webcam.")
BEFORE_WEBCAM: Final = mark("Đưa mã gần và thẳng trước webcam; đọc được là tự tắt.")
_PICTURES: Final = mark("Ảnh và PDF (*.png *.jpg *.jpeg *.pdf)")
_SEEN: Final = QSize(224, 168)


class LiveView(QWidget):
    """What the webcam sees, mirrored as people expect of themselves."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedSize(_SEEN)
        self.setAccessibleName(tr("Hình của webcam"))
        self._picture = QImage()

    def put(self, picture: QImage) -> None:
        """The next picture."""
        self._picture = picture
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), Qt.GlobalColor.black)
        if not self._picture.isNull():
            seen = self._picture.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio).flipped(
                Qt.Orientation.Horizontal
            )
            room = QRect(0, 0, seen.width(), seen.height())
            room.moveCenter(self.rect().center())
            painter.drawImage(room, seen)
        painter.end()


class ScanStrip(QFrame):
    """Hidden until it is opened or has something to say. `scanned` carries the one code that was meant."""

    scanned = Signal(str)

    def __init__(self, desk: Desk, lanes: Lanes) -> None:
        super().__init__()
        self.setObjectName("bar")
        self._desk, self._lanes = desk, lanes
        self._reader: WebcamReader | None = None
        self._before: QWidget | None = None
        self.words = Words("", wrap=True)
        self.files = plain_button(tr("Chọn tệp ảnh…"))
        self.webcam = plain_button(tr("Bật webcam"))
        self.number = CountBox(tr("Số của webcam, 0 là webcam đầu tiên"), 0, 9)
        self.shut = plain_button(tr("Đóng (Esc)"))
        self.shut.setAccessibleName(tr("Đóng phần quét ảnh"))
        self.view = LiveView()
        self.view.hide()
        buttons = QHBoxLayout()
        buttons.setSpacing(GAP)
        for widget in (self.files, self.webcam, Words(tr("Webcam số"), "quiet"), self.number):
            buttons.addWidget(widget)
        buttons.addStretch(1)
        buttons.addWidget(self.shut)
        left = QVBoxLayout()
        left.setSpacing(GAP)
        left.addWidget(self.words)
        left.addLayout(buttons)
        row = QHBoxLayout(self)
        row.setContentsMargins(GAP * 2, GAP, GAP * 2, GAP)
        row.setSpacing(GAP * 2)
        row.addLayout(left, 1)
        row.addWidget(self.view)
        self.files.clicked.connect(self._choose)
        self.webcam.clicked.connect(self._turn_webcam)
        self.shut.clicked.connect(self.put_away)
        self.hide()

    def open(self) -> None:
        """The officer wants to scan a picture."""
        if not self.isVisible():
            self._before = QApplication.focusWidget()
        self._say(tr(HOW), "")
        self.files.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def say(self, words: str) -> None:
        """Why the last scan came to nothing; the focus stays where it is."""
        self._say(words, "caution")

    def _say(self, words: str, role: str) -> None:
        words = said(words)
        self.words.setText(f"! {words}" if role else words)
        self.words.set_role(role)
        self.show()

    def put_away(self) -> None:
        """Hides it, ends the webcam, and gives the focus back."""
        self._end_webcam()
        had_focus = self.isAncestorOf(QApplication.focusWidget() or self)
        self.hide()
        before, self._before = self._before, None
        if had_focus and before is not None and before.isVisible():
            before.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.put_away()
            return
        super().keyPressEvent(event)

    # ------------------------------------------------------------------------------------------ pictures

    def _choose(self) -> None:
        ask_for_file(self, tr("Chọn ảnh có mã"), tr(_PICTURES), self.take_picture)

    def take_picture(self, path: str) -> None:
        """Looks for codes in a file and hands on the one that is meant; says so when there is none."""
        desk = self._desk
        self._say(tr("Đang tìm mã trong ảnh…"), "")
        self._lanes.paper(
            lambda: _meant_in_file(desk, path), self._found, self._refused, topic="scan-picture"
        )

    def _found(self, text: str) -> None:
        self.put_away()
        self.scanned.emit(text)

    def _refused(self, trouble: DeskError) -> None:
        self._end_webcam()
        self.say(trouble.sentence)

    # -------------------------------------------------------------------------------------------- webcam

    def _turn_webcam(self) -> None:
        if self._reader is None:
            self.watch(self.number.value())
        else:
            self._end_webcam()
            self._say(tr(HOW), "")

    def watch(self, source: int | str) -> None:
        """Watches a webcam by its number (or a film by its file) until a code is seen."""
        from desk_app.devices.webcam_reader import WebcamReader

        self._end_webcam()
        reader = self._reader = WebcamReader(source, parent=self)
        reader.seen.connect(self._seen)
        reader.found.connect(self._codes)
        reader.troubled.connect(self._no_webcam)
        self._say(tr("Đang mở webcam…"), "")
        self.webcam.setText(tr("Tắt webcam"))
        reader.start()

    def _seen(self, picture: QImage) -> None:
        reader = self._reader
        if reader is None or self.sender() is not reader:
            return
        if not self.view.isVisible():
            self.view.show()
            self._say(tr(BEFORE_WEBCAM), "")
        self.view.put(picture)
        reader.shown()

    def _codes(self, texts: Sequence[str]) -> None:
        if self.sender() is self._reader:
            desk = self._desk
            self._lanes.read(lambda: _meant(desk, texts), self._found, self._refused, topic="scan-picture")

    def _no_webcam(self, trouble: DeskError) -> None:
        if self.sender() is self._reader:
            self._refused(trouble)

    def _end_webcam(self) -> None:
        reader, self._reader = self._reader, None
        self.view.hide()
        self.view.put(QImage())
        self.webcam.setText(tr("Bật webcam"))
        if reader is not None:
            reader.stop()

    def end(self) -> None:
        """The officer leaves: no thread of the webcam stays behind."""
        from desk_app.devices.webcam_reader import WebcamReader

        self._end_webcam()
        for reader in self.findChildren(WebcamReader):
            reader.join()


def _meant_in_file(desk: Desk, path: str) -> str:
    from pathlib import Path

    from desk_app.devices.pictures import codes_in

    try:
        found = codes_in(Path(path))
    except OSError:
        raise DeskError(
            tr("Không mở được tệp ảnh này."), tr("Kiểm tra tệp còn ở đó và được phép đọc.")
        ) from None
    return _meant(desk, found)


def _meant(desk: Desk, texts: Sequence[str]) -> str:
    from desk_app.operations.pictured import likeliest

    return likeliest(desk, texts)[0]
