"""Ctrl+K: everything that can be done or gone to, found by any syllables, with the keyboard alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from desk_app.ui.measures import sized
from desk_app.ui.parts import GAP, Words
from desk_app.ui.tongue import tr
from sync.model.text import initials, tokens

if TYPE_CHECKING:
    from desk_app.ui.keys import Do

WIDTH: Final = 640
SHOWN: Final = 60
TYPING_MS: Final = 40


@dataclass(frozen=True, slots=True)
class Entry:
    """One line: `words`, its `kind` in a word or two, the `keys` that do the same, what it does."""

    words: str
    kind: str
    keys: str
    do: Do
    folded: tuple[str, ...] = field(default=(), compare=False)

    @property
    def line(self) -> str:
        """As it is shown and read aloud."""
        return "  ·  ".join(filter(None, (self.words, self.keys, self.kind)))


def matches(query: str, words: str) -> int:
    """How well typed syllables fit: 3 begins so, 2 every syllable begins a word in order, 1 each begins some
    word or the initials are meant, 0 not at all.
    """
    wanted, held = tokens(query), tokens(words)
    if not wanted:
        return 1
    if " ".join(held).startswith(" ".join(wanted)):
        return 3
    at = 0
    for syllable in wanted:
        at = next((place + 1 for place in range(at, len(held)) if held[place].startswith(syllable)), -1)
        if at < 0:
            break
    if at > 0:
        return 2
    if all(any(word.startswith(syllable) for word in held) for syllable in wanted):
        return 1
    meant = len(wanted) == 1 and len(wanted[0]) > 1 and wanted[0] in initials(words)
    return 1 if meant else 0


class Palette(QFrame):
    """Lies over the page; `left` when it is put away, `typed` for lines that have to be looked up."""

    left = Signal()
    typed = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("palette")
        self._entries: Sequence[Entry] = ()
        self._found: Sequence[Entry] = ()
        self._shown: list[Entry] = []
        self.search = QLineEdit()
        self.list = QListWidget()
        self.list.setObjectName("turns")
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setWordWrap(True)
        self.list.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.hint = Words("", "small")
        self.retitle()
        column = QVBoxLayout(self)
        column.setContentsMargins(GAP, GAP, GAP, GAP)
        column.setSpacing(GAP)
        for widget in (self.search, self.list, self.hint):
            column.addWidget(widget)
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(TYPING_MS)
        self._later.timeout.connect(lambda: self.typed.emit(self.search.text()))
        self.search.textChanged.connect(self._narrow)
        self.search.installEventFilter(self)
        self.list.itemClicked.connect(lambda _: self.choose())
        self.hide()

    def retitle(self) -> None:
        """Its own words, in the language now chosen."""
        self.search.setAccessibleName(tr("Tìm việc cần làm"))
        self.search.setPlaceholderText(tr("Gõ vài chữ: trang, việc, hồ sơ, mục cài đặt"))
        self.list.setAccessibleName(tr("Việc và nơi khớp; Enter chọn"))
        self.hint.setText(tr("↑ ↓ chọn · Enter làm · Esc thôi"))

    def open(self, entries: Sequence[Entry]) -> None:
        """Offers the entries, the first of them marked."""
        self._entries, self._found = entries, ()
        self.search.clear()
        self._narrow()
        self.place()
        self.show()
        self.raise_()
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)

    def forget(self) -> None:
        """Holds nothing of what was typed and found; a line's own history goes with its text."""
        self._later.stop()
        self._entries, self._found, self._shown = (), (), []
        self.search.setText("")
        self._later.stop()  # which the emptied line began again
        self._found, self._shown = (), []
        self.list.clear()

    def place(self) -> None:
        """In the upper middle of what it lies over."""
        over = self.parentWidget()
        if over is not None:
            width = min(sized(WIDTH), over.width() - 4 * GAP)
            height = min(sized(440), over.height() - 8 * GAP)
            self.setGeometry((over.width() - width) // 2, 4 * GAP, width, height)

    def add(self, found: Sequence[Entry], text: str) -> None:
        """What was looked up for `text`, if that still stands there."""
        if text == self.search.text():
            self._found = found
            self._fill()

    def _narrow(self) -> None:
        self._found = ()
        self._fill()
        self._later.start()

    def _fill(self) -> None:
        query = self.search.text()
        ranked = [(matches(query, f"{one.words} {one.kind}"), one) for one in self._entries]
        fitting = sorted((pair for pair in ranked if pair[0]), key=lambda pair: -pair[0])
        self._shown = [one for _, one in fitting[:SHOWN]] + list(self._found)
        self.list.clear()
        for one in self._shown:
            item = QListWidgetItem(one.line)
            item.setData(Qt.ItemDataRole.AccessibleTextRole, one.line)
            self.list.addItem(item)
        if self._shown:
            self.list.setCurrentRow(0)
        else:
            self.list.addItem(tr("Không có gì khớp; thử ít chữ hơn."))

    def choose(self) -> None:
        """Puts itself away and does what is marked."""
        at = self.list.currentRow()
        if 0 <= at < len(self._shown):
            do = self._shown[at].do
            self.put_away()
            do()

    def put_away(self) -> None:
        """Nothing is done; the focus goes back."""
        self._later.stop()
        if self.isVisible():
            self.hide()
            self.left.emit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrows walk through the list while the focus stays where one types."""
        if not isinstance(event, QKeyEvent) or event.type() not in (
            QEvent.Type.KeyPress,
            QEvent.Type.ShortcutOverride,
        ):
            return super().eventFilter(watched, event)
        steps = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
        key = Qt.Key(event.key())
        ours = key in steps or key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape)
        if not ours:
            return super().eventFilter(watched, event)
        if event.type() == QEvent.Type.ShortcutOverride:
            event.accept()
        elif key in steps:
            count = max(1, len(self._shown))
            self.list.setCurrentRow(max(0, min(count - 1, self.list.currentRow() + steps[key])))
        elif key == Qt.Key.Key_Escape:
            self.put_away()
        else:
            self.choose()
        return True
