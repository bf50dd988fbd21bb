"""Which key does what, declared once by each page or part: shortcuts, the map (F1), the palette (Ctrl+K).

A page adopts it with one statement, for instance at the end of its constructor::

    Keys(self, mark("Hồ sơ"), Key("Ctrl+M", mark("In lại phiếu"), self._reprint), Key("Enter", mark("Mở")))

A `Key` with something to do becomes a shortcut; one without only says what a control does by itself.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QPushButton, QWidget

from desk_app.ui.tongue import mark, tr

Do = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Key:
    """`keys`: as a `QKeySequence` spells them, or words such as ``Enter``; `words`: what happens, marked.

    `offered`: whether the palette has it too.
    """

    keys: str
    words: str
    do: Do | None = None
    offered: bool = True


@dataclass(frozen=True, slots=True)
class Act:
    """Something that can be done now: `keys` may be empty."""

    words: str
    keys: str
    do: Do


class Keys(QObject):
    """The keys of one widget, listed under a marked `title`; `shortcuts` by their keys."""

    def __init__(self, widget: QWidget, title: str, *keys: Key, inside: bool = False) -> None:
        """`inside`: the shortcuts work only while the focus is in the widget."""
        super().__init__(widget)
        self.widget, self.title, self.keys = widget, title, keys
        self.shortcuts: dict[str, QShortcut] = {}
        for key in keys:
            if key.do is not None and key.keys:
                shortcut = QShortcut(QKeySequence(key.keys), widget)
                if inside:
                    shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(key.do)
                self.shortcuts[key.keys] = shortcut


EVERYWHERE: Final = (
    Key("Tab", mark("Sang ô kế tiếp; Shift+Tab lùi lại")),
    Key("Alt+…", mark("Giữ Alt, gõ chữ có gạch chân trên nút hay nhãn")),
    Key("Space", mark("Bấm nút, đánh dấu ô đang chọn")),
    Key("Ctrl+Z", mark("Hoàn tác việc gõ trong ô")),
    Key("Esc", mark("Đóng khung đang mở, trở lại")),
    Key(mark("Máy quét"), mark("Quét phiếu, thẻ căn cước ở bất cứ trang nào")),
)
"""What needs no page to declare it."""


def declared(page: QWidget) -> list[Keys]:
    """The keys of a page and of its parts that can be seen now, in the order they were declared."""
    return [keys for keys in page.findChildren(Keys) if keys.widget is page or keys.widget.isVisibleTo(page)]


def acts_of(page: QWidget) -> list[Act]:
    """What can be done on a page now: its declared keys, then its buttons that have no key of their own."""
    acts = [
        Act(tr(key.words), key.keys if key.keys in keys.shortcuts else "", key.do)
        for keys in declared(page)
        for key in keys.keys
        if key.do is not None and key.offered and _works(keys, key)
    ]
    known = {act.words for act in acts} | {act.keys for act in acts if act.keys}
    for button in page.findChildren(QPushButton):
        words = name_of(button)
        keyed = any(key in button.text().split() for key in known)
        if words and words not in known and not keyed and button.isVisibleTo(page) and button.isEnabled():
            known.add(words)
            acts.append(Act(words, "", _pressing(button)))
    return acts


def name_of(button: QPushButton) -> str:
    """What a button is called, without the mark of its letter."""
    return button.text().replace("&", "").strip() or button.accessibleName()


def _works(keys: Keys, key: Key) -> bool:
    shortcut = keys.shortcuts.get(key.keys)
    return shortcut is None or shortcut.isEnabled()


def _pressing(button: QPushButton) -> Do:
    def press() -> Any:
        button.click()

    return press
