"""Nháp chờ bổ sung (Ctrl+D): drafts whose citizens will come back, found by name, telephone or card."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desk_app.domain.public_words import masked_identity
from desk_app.ui.counter import Counter
from desk_app.ui.parts import GAP, MARGIN, Words, main_button, plain_button
from desk_app.ui.tongue import mark, tr
from sync.model.words import short_date

if TYPE_CHECKING:
    from desk_app.operations.waiting import WaitingDraft

_SEARCH_MS = 120
_GIVE_UP = mark("Bỏ nháp này")
_SURE = mark("Bấm lần nữa để bỏ hẳn")


class _Search(QLineEdit):
    """Keeps the keys; up and down go to the list."""

    def __init__(self, listed: QListWidget) -> None:
        super().__init__()
        self._listed = listed
        self.setAccessibleName(tr("Tìm nháp theo tên, điện thoại, số thẻ"))
        self.setPlaceholderText(tr("Gõ tên, điện thoại hoặc số giấy tờ; hoặc quét thẻ"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            step = 1 if event.key() == Qt.Key.Key_Down else -1
            row = max(0, min(self._listed.count() - 1, self._listed.currentRow() + step))
            self._listed.setCurrentRow(row)
            return
        super().keyPressEvent(event)


class WaitingPane(QWidget):
    """`chosen` carries a `WaitingDraft` to be typed on."""

    chosen = Signal(object)

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter
        self._found: Sequence[WaitingDraft] = ()
        self.list = QListWidget()
        self.list.setObjectName("forms")
        self.list.setAccessibleName(tr("Nháp chờ bổ sung"))
        self.list.setWordWrap(True)
        self.list.itemActivated.connect(lambda _item: self.open_chosen())
        self.list.currentRowChanged.connect(self._calm)
        self.search = _Search(self.list)
        self.search.returnPressed.connect(self.open_chosen)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_SEARCH_MS)
        self._later.timeout.connect(self.refresh)
        self.search.textChanged.connect(lambda _text: self._later.start())
        self.open = main_button(tr("Enter  Mở, tiếp nhận tiếp"))
        self.open.setAccessibleName(tr("Mở nháp, phím Enter"))
        self.open.clicked.connect(self.open_chosen)
        self.drop = plain_button(tr(_GIVE_UP))
        self.drop.clicked.connect(self._drop)
        self.close_button = plain_button(tr("Esc  Về hồ sơ đang nhập"))
        self.close_button.setAccessibleName(tr("Về hồ sơ đang nhập, phím Esc"))
        self.none = Words("", "quiet", wrap=True)
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for button in (self.open, self.drop, self.close_button):
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, GAP, MARGIN, GAP * 2)
        column.setSpacing(GAP)
        column.addWidget(self.search)
        column.addWidget(self.none)
        column.addWidget(self.list, 1)
        column.addLayout(row)

    def look_for(self, text: str) -> None:
        """Looks for a text as if it had been typed (a scanned card's number)."""
        self.search.setText(text)

    def refresh(self) -> None:
        """Reads the drafts again."""
        desk, text = self._counter.desk, self.search.text()

        def read() -> list[WaitingDraft]:
            from desk_app.operations.waiting import waiting

            return waiting(desk, text)

        self._counter.lanes.read(read, self._put, topic="waiting-list")

    def _put(self, found: list[WaitingDraft]) -> None:
        self._found = found
        self.list.clear()
        for one in found:
            who = " · ".join(
                filter(None, (one.name or tr("(chưa có tên)"), masked_identity(one.id_number), one.phone))
            )
            missing = tr("\nThiếu: {0}").format("; ".join(one.items)) if one.items else ""
            words = tr("{0}\n{1} · chờ từ {2}{3}").format(who, one.procedure, short_date(one.since), missing)
            self.list.addItem(QListWidgetItem(words))
        if found:
            self.list.setCurrentRow(0)
        for button in (self.open, self.drop):
            button.setEnabled(bool(found))
        typed = self.search.text().strip()
        self.none.setVisible(not found)
        self.none.setText(tr("Không có nháp nào khớp.") if typed else tr("Không có nháp nào chờ bổ sung."))
        self._calm()

    def _calm(self) -> None:
        self.drop.setText(tr(_GIVE_UP))

    def open_chosen(self) -> None:
        """The marked one is typed on."""
        row = self.list.currentRow()
        if 0 <= row < len(self._found):
            self.chosen.emit(self._found[row])

    def _drop(self) -> None:
        """Twice, for what was typed is gone then."""
        row = self.list.currentRow()
        if not 0 <= row < len(self._found):
            return
        if self.drop.text() == _GIVE_UP:
            self.drop.setText(tr(_SURE))
            return
        desk, key = self._counter.desk, self._found[row].key

        def drop() -> object:
            from desk_app.operations.waiting import give_up

            return give_up(desk, key)

        self._counter.lanes.write(drop, lambda _: self.refresh())  # type: ignore[arg-type]

    def begin(self) -> None:
        """Typing searches."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
        self.refresh()
