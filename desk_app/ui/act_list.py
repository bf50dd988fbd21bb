"""The acts that may be done now, and why the others may not; found by typing a part of their name."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QListWidget, QListWidgetItem, QVBoxLayout, QWidget

from desk_app.ui.parts import GAP
from desk_app.ui.tongue import said, tr
from sync.model.text import fold

if TYPE_CHECKING:
    from desk_app.operations.acting import Possible


class _Search(QLineEdit):
    """Keeps the keys; up and down go through the list."""

    def __init__(self, listed: QListWidget) -> None:
        super().__init__()
        self._listed = listed
        self.setAccessibleName(tr("Tìm việc cần làm"))
        self.setPlaceholderText(tr("Gõ tên việc: ban giao, bo sung, xin loi…"))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps = {
            Qt.Key.Key_Down: 1,
            Qt.Key.Key_Up: -1,
            Qt.Key.Key_PageDown: 5,
            Qt.Key.Key_PageUp: -5,
        }
        step = steps.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
            return
        row = max(0, min(self._listed.count() - 1, self._listed.currentRow() + step))
        self._listed.setCurrentRow(row)


class ActList(QWidget):
    """`chosen` carries an act's name, of those that may be done now; `refused` the sentence why not."""

    chosen = Signal(str)
    refused = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._acts: tuple[Possible, ...] = ()
        self._shown: list[Possible] = []
        self.list = QListWidget()
        self.list.setObjectName("forms")
        self.list.setAccessibleName(tr("Việc có thể làm với hồ sơ"))
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)  # why an act may not be done is read whole
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.itemActivated.connect(lambda _item: self.choose())
        self.list.itemClicked.connect(lambda _item: self.choose())
        self.search = _Search(self.list)
        self.search.textChanged.connect(lambda _text: self._fill())
        self.search.returnPressed.connect(self.choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(self.search)
        column.addWidget(self.list, 1)

    def put(self, acts: Sequence[Possible]) -> None:
        """The acts as they stand; what may be done now comes first."""
        fresh = tuple(sorted(acts, key=lambda one: not one.now))
        if fresh != self._acts:
            self._acts = fresh
            self._fill()

    @property
    def names(self) -> list[str]:
        """The names of the acts in sight."""
        return [one.act.name for one in self._shown]

    def words(self, name: str) -> str:
        """How an act in sight is written."""
        return self.list.item(self.names.index(name)).text()

    def _fill(self) -> None:
        wanted = fold(self.search.text()).split()
        row = self.list.currentRow()
        marked = self._shown[row].act.name if 0 <= row < len(self._shown) else ""
        self._shown = [
            one
            for one in self._acts
            if all(word in fold(f"{one.act.title} {said(one.act.title)}") for word in wanted)
        ]
        self.list.clear()
        for one in self._shown:
            words = said(one.act.title) if one.now else f"{said(one.act.title)}\n– {said(one.why_not)}"
            self.list.addItem(QListWidgetItem(words))
        names = self.names
        self.list.setCurrentRow(names.index(marked) if marked in names and not wanted else 0)

    def choose(self) -> None:
        """The marked act."""
        row = self.list.currentRow()
        if 0 <= row < len(self._shown):
            one = self._shown[row]
            if one.now:
                self.chosen.emit(one.act.name)
            else:
                self.refused.emit(one.why_not)

    def begin(self) -> None:
        """Typing searches."""
        self.search.clear()
        self._fill()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)
