"""What every section of Cài đặt is: a title, a body made when first shown, a wish where the focus goes."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtWidgets import QLayout, QScrollArea, QSizePolicy, QVBoxLayout, QWidget

from desk_app.domain.rights import DEVICES, SETTINGS
from desk_app.ui.counter import Counter
from desk_app.ui.parts import ScrollBody, Words, scroll_area

FOR_DEVICES: Final = frozenset({DEVICES})
"""What opens the sections of printers and scanners."""


class Section(QWidget):
    """One section. A new one is a class with a `title`, listed in `settings_page.SECTIONS`.

    `needs`: any one of these rights opens it.
    """

    title: ClassVar[str]
    needs: ClassVar[frozenset[str]] = frozenset({SETTINGS})

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self._counter = counter

    def begin(self) -> None:
        """The section came to the front: takes the focus and reads again what may have changed."""

    def leave(self) -> None:
        """Another section or page came to the front."""


def named(text: str, of: QWidget, role: str = "quiet", *, wrap: bool = False) -> Words:
    """The words over a control, whose letter after ``&`` leads to it."""
    words = Words(text, role, wrap=wrap)
    words.setBuddy(of)
    return words


def labelled(text: str, control: QWidget) -> QVBoxLayout:
    """A control under its words."""
    column = QVBoxLayout()
    column.setSpacing(4)
    column.addWidget(named(text, control))
    column.addWidget(control)
    return column


def scrolled(inside: QLayout) -> QScrollArea:
    """What may be higher than a small screen; Tab goes through it, the area itself takes no focus."""
    body = ScrollBody()
    inside.setContentsMargins(0, 0, 0, 0)
    body.setLayout(inside)
    area = scroll_area()
    area.setWidget(body)
    return area


def takes_the_rest(widget: QWidget, least: int) -> None:
    """Gives a list the height that is left, and no less than `least`, whatever it holds."""
    widget.setMinimumHeight(least)
    widget.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Ignored)
