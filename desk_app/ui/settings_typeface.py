"""Cài đặt – Kiểu chữ: the shipped serif or the machine's Times New Roman, each as it prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout

from desk_app.operations.outcome import Outcome
from desk_app.ui.counter import Counter
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.pages_view import PagesView, Room, first_pages
from desk_app.ui.parts import GAP, Words
from desk_app.ui.settings_forms import RESIZED_MS
from desk_app.ui.settings_section import Section
from desk_app.ui.tongue import mark, told, tr
from sync.typeset.installed import SHIPPED, TIMES

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from desk_app.domain.mistakes import DeskError
    from desk_app.operations.desk import Desk
    from sync.typeset.installed import Chosen

NAMES: Final = {SHIPPED: mark("Phông có &sẵn của chương trình"), TIMES: mark("&Times New Roman của máy này")}
WHY: Final = mark(
    "Mọi giấy tờ in bằng kiểu chữ này. Phông có sẵn in giống nhau ở mọi máy; Times New Roman lấy từ máy này, "
    "nếu thiếu thì chương trình dùng phông có sẵn."
)


@dataclass(frozen=True, slots=True)
class _Seen:
    chosen: str
    problem: str
    pages: tuple[QImage, ...]


class TypefaceSection(Section):
    """The choice on top, the slip in the chosen typeface below. It holds as soon as it is chosen."""

    title: ClassVar[str] = mark("Kiểu chữ")

    def __init__(self, counter: Counter) -> None:
        super().__init__(counter)
        self._group = QButtonGroup(self)
        self.choices: dict[str, QRadioButton] = {}
        row = QHBoxLayout()
        row.setSpacing(GAP * 2)
        for name, words in told(NAMES).items():
            button = self.choices[name] = QRadioButton(words)
            button.setAccessibleName(words.replace("&", ""))
            button.clicked.connect(lambda _, name=name: self._choose(name))
            self._group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self.state = Words("", "quiet", wrap=True)
        self.view = PagesView(tr("Phiếu hẹn bằng kiểu chữ đang chọn"))
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(RESIZED_MS)
        self._later.timeout.connect(self._draw)
        self.view.resized.connect(self._later.start)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        column.addWidget(Words(tr(WHY), "quiet", wrap=True))
        column.addLayout(row)
        column.addWidget(self.state)
        column.addWidget(self.view, 1)
        tab_in_reading_order(self)

    def begin(self) -> None:
        """The section came to the front: looked at again, a font may have been installed since."""
        chosen = self._group.checkedButton()
        (chosen or self.choices[SHIPPED]).setFocus(Qt.FocusReason.OtherFocusReason)
        self._draw()

    def _choose(self, name: str) -> None:
        desk = self._counter.desk

        def choose() -> Outcome[Chosen]:
            from desk_app.operations.typefaces import choose_typeface

            return choose_typeface(desk, name)

        self._counter.lanes.write(choose, lambda _chosen: self._draw(), self._failed)

    def _draw(self) -> None:
        desk, room = self._counter.desk, self.view.room(None)
        self._counter.lanes.paper(lambda: _seen(desk, room), self._put, self._failed, topic="typeface")

    def _put(self, seen: _Seen) -> None:
        self.choices[seen.chosen].setChecked(True)
        name = told(told(NAMES)[seen.chosen]).replace("&", "")
        self.state.setText(
            f"! {seen.problem}" if seen.problem else tr("✓ Giấy tờ đang in bằng: {0}.").format(name)
        )
        self.state.set_role("caution" if seen.problem else "done")
        self.view.put_again(seen.pages) if self.view.pages else self.view.put(seen.pages)

    def _failed(self, trouble: DeskError) -> None:
        self.state.setText(f"! {trouble.sentence}")
        self.state.set_role("caution")


def _seen(desk: Desk, room: Room) -> _Seen:
    """In the lane of paper: what is chosen, and the slip in it."""
    from desk_app.operations.forms import make_form
    from desk_app.operations.typefaces import chosen_typeface

    problem = chosen_typeface(desk).problem
    pages, _ = first_pages(make_form(desk, "slip", None, sample=True), room)
    return _Seen(TIMES if desk.settings.typeface == TIMES else SHIPPED, problem, pages)
