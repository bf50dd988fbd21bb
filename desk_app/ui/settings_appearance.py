"""Cài đặt – Giao diện: light or dark, size of type, language; of this machine, at once."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any, ClassVar, Final

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QRadioButton, QVBoxLayout

from desk_app.devices.appearance import SIZES, Appearance, keep_appearance
from desk_app.domain.rights import PRESENT
from desk_app.operations.outcome import Changes, Outcome
from desk_app.ui.counter import Counter
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import GAP, Words
from desk_app.ui.settings_section import Section
from desk_app.ui.style import look_of_the_application
from desk_app.ui.tongue import LANGUAGES, mark, told, tr

if TYPE_CHECKING:
    from desk_app.domain.mistakes import DeskError

SHADE_NAMES: Final = {
    "system": mark("Theo &hệ điều hành"),
    "light": mark("Nền &sáng"),
    "dark": mark("Nền &tối"),
}


class AppearanceSection(Section):
    """Three rows of choices. The arrow keys walk through a row; what is chosen holds at once."""

    title: ClassVar[str] = mark("Giao diện")
    needs: ClassVar[frozenset[str]] = frozenset({PRESENT})

    def __init__(self, counter: Counter) -> None:
        super().__init__(counter)
        self._groups: list[QButtonGroup] = []
        self.choices: dict[tuple[str, Any], QRadioButton] = {}
        self.said = Words("", "quiet", wrap=True)
        # A choice of language or size makes this section anew: never from inside the click itself.
        self._wanted: dict[str, Any] = {}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(0)
        self._later.timeout.connect(self._choose)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, GAP)
        column.setSpacing(GAP)
        column.addWidget(
            Words(tr("Chỉ đổi ở máy này, có hiệu lực ngay. Giấy tờ in ra không đổi."), "quiet", wrap=True)
        )
        rows: tuple[tuple[str, str, dict[Any, str]], ...] = (
            (tr("Màu"), "shade", told(SHADE_NAMES)),
            (tr("Cỡ chữ"), "size", {size: f"{size} %" for size in SIZES}),
            (tr("Ngôn ngữ"), "language", LANGUAGES),
        )
        for title, name, choices in rows:
            column.addSpacing(GAP)
            column.addWidget(Words(title, "heading"))
            column.addLayout(self._row(title, name, choices))
        column.addSpacing(GAP)
        column.addWidget(self.said)
        column.addStretch(1)
        tab_in_reading_order(self)

    def _row(self, title: str, name: str, choices: dict[Any, str]) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(GAP * 2)
        group = QButtonGroup(self)
        for value, words in choices.items():
            button = self.choices[name, value] = QRadioButton(words)
            button.setAccessibleName(f"{title}: {words.replace('&', '')}")
            button.clicked.connect(lambda _, value=value: self._want(name, value))
            group.addButton(button)
            row.addWidget(button)
        row.addStretch(1)
        self._groups.append(group)
        return row

    def begin(self) -> None:
        """Shows what is chosen."""
        look = look_of_the_application()
        chosen = Appearance() if look is None else look.chosen
        for name in ("shade", "size", "language"):
            self.choices[name, getattr(chosen, name)].setChecked(True)
        self.choices["shade", chosen.shade].setFocus(Qt.FocusReason.OtherFocusReason)
        if chosen.language == "en":
            self.said.setText(tr("Nội dung thủ tục và giấy tờ in ra luôn bằng tiếng Việt."))

    def _want(self, name: str, value: object) -> None:
        self._wanted[name] = value
        self._later.start()

    def _choose(self) -> None:
        look = look_of_the_application()
        if look is None:
            return
        chosen = replace(look.chosen, **self._wanted)
        self._wanted.clear()

        def keep() -> Outcome[None]:
            keep_appearance(chosen)
            return Outcome(None, Changes())

        self._counter.lanes.write(keep, lambda _: None, self._not_kept)
        look.choose(chosen)

    def _not_kept(self, _trouble: DeskError) -> None:
        self.said.set_role("caution")
        self.said.setText(tr("Đã đổi, nhưng không ghi nhớ được: thư mục cài đặt của máy không cho ghi."))
