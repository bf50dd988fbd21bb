"""How the scanners of this desk are set up: what they add to a code, and which of them are no keyboard."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desk_app.devices.listening import found_scanners
from desk_app.domain.mistakes import DeskError
from desk_app.domain.scanner_settings import (
    ENDS,
    LONGEST_PREFIX,
    SPEEDS,
    ScannerPort,
    ScannerSettings,
    checked_prefix,
    prefix_doubt,
)
from desk_app.operations.scanners import set_scanners
from desk_app.ui.counter import Counter
from desk_app.ui.fields import ChoiceBox, MistakeLine
from desk_app.ui.parts import GAP, Words, plain_button
from desk_app.ui.settings_section import labelled, named, takes_the_rest
from desk_app.ui.tongue import mark, said, tr

KEYBOARD_HOW: Final = mark("Máy quét kiểu bàn phím: ghi đúng điều máy thêm vào trước và sau mỗi mã.")
PORTS_HOW: Final = mark(
    "Chọn máy quét nối bằng cổng COM hoặc HID-POS; bộ gõ tiếng Việt không sửa được mã của chúng."
)
NONE: Final = mark("Không thấy máy quét nào ở cổng COM hay HID-POS.")
_Found = tuple[list[tuple[ScannerPort, str]], list[DeskError]]


class ScannerChoices(QWidget):
    """Whatever is changed is remembered at once."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._settings = ScannerSettings()
        self._writing = 0
        self._found: list[tuple[ScannerPort, str]] = []
        self.prefix = QLineEdit()
        self.prefix.setAccessibleName(tr("Chuỗi máy quét gõ trước mỗi mã"))
        self.prefix.setPlaceholderText(tr("không có"))
        self.prefix.setMaxLength(LONGEST_PREFIX)
        self.end = ChoiceBox(tr("Phím máy quét gửi sau mỗi mã"))
        for end, words in ENDS.items():
            self.end.addItem(said(words), end)
        self.mistake = MistakeLine()
        self.doubt = Words("", "caution", wrap=True)
        self.doubt.hide()
        self.ports = QListWidget()
        self.ports.setObjectName("choices")
        self.ports.setAccessibleName(tr("Máy quét cổng COM và HID-POS"))
        self.ports.setWordWrap(True)
        self.ports.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.ports.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.speed = ChoiceBox(tr("Tốc độ cổng COM, bit mỗi giây"))
        for speed in SPEEDS:
            self.speed.addItem(f"{speed}", speed)
        self.again = plain_button(tr("Tìm lại"))
        self.again.setAccessibleName(tr("Tìm lại máy quét đang cắm"))
        self.state = Words("", "small", wrap=True)
        self._lay_out()
        self.prefix.editingFinished.connect(self._remember_prefix)
        self.end.activated.connect(
            lambda: self._remember(replace(self._settings, end=self.end.currentData()))
        )
        self.ports.itemChanged.connect(self._ticked)
        self.ports.currentRowChanged.connect(self._show_speed)
        self.speed.activated.connect(self._remember_speed)
        self.again.clicked.connect(self.look)
        counter.scanners.told.connect(self._mark)

    def _lay_out(self) -> None:
        added = QHBoxLayout()
        added.setSpacing(GAP)
        added.addLayout(labelled(tr("T&rước mã"), self.prefix), 1)
        added.addLayout(labelled(tr("&Sau mã"), self.end), 1)
        line = QHBoxLayout()
        line.setSpacing(GAP)
        line.addLayout(labelled(tr("Tố&c độ cổng COM"), self.speed), 1)
        line.addWidget(self.again, 0, Qt.AlignmentFlag.AlignBottom)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(Words(tr("Cách máy quét gửi mã"), "heading"))
        column.addWidget(Words(tr(KEYBOARD_HOW), "quiet", wrap=True))
        column.addLayout(added)
        column.addWidget(self.mistake)
        column.addWidget(self.doubt)
        column.addWidget(named(tr("Máy quét cổn&g COM, HID-POS"), self.ports, "heading"))
        column.addWidget(Words(tr(PORTS_HOW), "quiet", wrap=True))
        column.addWidget(self.ports, 1)
        takes_the_rest(self.ports, 80)
        column.addLayout(line)
        column.addWidget(self.state)

    def put(self, settings: ScannerSettings) -> None:
        """What is remembered; what is being typed stays, and so does a choice that is being written: what was
        read before it would take it back."""
        if self._writing:
            return
        self._settings = settings
        if not self.prefix.hasFocus():
            self.prefix.setText(settings.prefix)
        self.end.setCurrentIndex(self.end.findData(settings.end))
        self._say_doubt(settings.prefix)
        self._list()

    # --------------------------------------------------------------------------------- prefix and terminator

    def _remember(self, settings: ScannerSettings) -> None:
        desk = self._counter.desk
        self._settings = settings
        self._writing += 1
        self._counter.lanes.write(lambda: set_scanners(desk, settings), self._written, self._not_written)

    def _written(self, _settings: object) -> None:
        self._writing -= 1

    def _not_written(self, trouble: DeskError) -> None:
        self._writing -= 1
        self._failed(trouble)

    def _remember_prefix(self) -> None:
        text = self.prefix.text()
        try:
            prefix = checked_prefix(text)
        except DeskError as trouble:
            self.mistake.say(trouble.sentence, self.prefix)
            return
        self.mistake.say("", self.prefix)
        self._say_doubt(prefix)
        if prefix != self._settings.prefix:
            self._remember(replace(self._settings, prefix=prefix))

    def _say_doubt(self, prefix: str) -> None:
        doubt = prefix_doubt(prefix)
        self.doubt.setText(f"! {doubt}" if doubt else "")
        self.doubt.setVisible(bool(doubt))

    def _failed(self, trouble: DeskError) -> None:
        self.state.setText(f"! {trouble.sentence}")

    # ------------------------------------------------------------------------------------------------ ports

    def look(self) -> None:
        """Looks for what is plugged in, outside the window's thread."""
        self._counter.lanes.paper(found_scanners, self._put_found, self._failed, topic="find-scanners")

    def _put_found(self, found: _Found) -> None:
        self._found, troubles = found
        said = troubles[0].sentence if troubles else "" if self._found else tr(NONE)
        self.state.setText(said)
        self._list()

    def _list(self) -> None:
        """What is plugged in and what is remembered, the latter ticked, each with how it stands."""
        chosen = {(one.kind, one.name): one for one in self._settings.ports}
        words = {(one.kind, one.name): said for one, said in self._found}
        row = self.ports.currentRow()
        self.ports.blockSignals(True)
        self.ports.clear()
        for key in [*words, *(key for key in chosen if key not in words)]:
            port = chosen.get(key) or ScannerPort(*key)
            item = QListWidgetItem()
            item.setData(Qt.ItemDataRole.UserRole, port)
            item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
            item.setCheckState(Qt.CheckState.Checked if key in chosen else Qt.CheckState.Unchecked)
            self.ports.addItem(item)
        self.ports.setCurrentRow(min(max(row, 0), self.ports.count() - 1))
        self.ports.blockSignals(False)
        self._mark()
        self._show_speed()

    def _mark(self, *_told: object) -> None:
        self.ports.blockSignals(True)
        for at in range(self.ports.count()):
            item = self.ports.item(at)
            port: ScannerPort = item.data(Qt.ItemDataRole.UserRole)
            described = next(
                (words for one, words in self._found if (one.kind, one.name) == (port.kind, port.name)), ""
            )
            more = f" · {described}" if described not in ("", "n/a", port.name) else ""
            trouble = self._counter.scanners.trouble(port)
            state = (
                ""
                if trouble is None
                else tr("\n! chưa nghe được: kiểm tra dây")
                if trouble
                else tr("\n✓ đang nghe")
            )
            item.setText(f"{said(port.words)}{more}{state}")
        self.ports.blockSignals(False)

    def _ticked(self, _item: QListWidgetItem) -> None:
        items = [self.ports.item(at) for at in range(self.ports.count())]
        ticked = [one for one in items if one.checkState() == Qt.CheckState.Checked]
        self._remember(
            replace(self._settings, ports=tuple(one.data(Qt.ItemDataRole.UserRole) for one in ticked))
        )

    @property
    def _port(self) -> ScannerPort | None:
        if self.ports.currentRow() < 0:
            return None
        port: ScannerPort = self.ports.currentItem().data(Qt.ItemDataRole.UserRole)
        return port

    def _show_speed(self, _row: int = 0) -> None:
        port = self._port
        self.speed.setEnabled(port is not None and port.kind == "serial")
        if port is not None:
            self.speed.setCurrentIndex(self.speed.findData(port.speed))

    def _remember_speed(self) -> None:
        port, item = self._port, self.ports.currentItem()
        if port is None:
            return
        faster = replace(port, speed=self.speed.currentData())
        item.setData(Qt.ItemDataRole.UserRole, faster)
        ports = tuple(faster if one == port else one for one in self._settings.ports)
        if ports != self._settings.ports:
            self._remember(replace(self._settings, ports=ports))
