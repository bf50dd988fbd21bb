"""A page of sections: their titles in a row, each section made when it is first shown."""

from __future__ import annotations

from typing import ClassVar, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desk_app.ui.counter import Counter
from desk_app.ui.keys import Key, Keys
from desk_app.ui.measures import sized
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import GAP, MARGIN, restyle
from desk_app.ui.settings_section import Section
from desk_app.ui.tongue import mark, tr

_BESIDE_TITLES: Final = 4
"""Less than a page's margin: thirteen titles have to fit a screen of 960 points."""
_ROOMY: Final = 860
"""A page as wide as this has room between the titles."""


class SectionsPage(QWidget):
    """The titles of its `sections` across the top, the chosen section below; `heading` names the page.

    Left and Right choose while the focus is on the titles, Ctrl+Page Down and Ctrl+Page Up wherever it is.
    """

    sections: ClassVar[tuple[type[Section], ...]] = ()
    heading: ClassVar[str] = ""
    titles: ClassVar[str] = ""
    """What a screen reader calls the row of titles."""

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._counter = counter
        self._made: dict[int, Section] = {}
        self.offered = [one for one in self.sections if not one.needs.isdisjoint(counter.rights)]
        self.tabs = QTabBar()
        self.tabs.setObjectName("sections")
        self.tabs.setAccessibleName(tr(self.titles))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.stack = QStackedWidget()
        for section in self.offered:
            self.tabs.addTab(tr(section.title))
            self.stack.addWidget(QWidget())
        page = QVBoxLayout(self)
        page.setContentsMargins(0, GAP * 2, 0, GAP * 2)
        page.setSpacing(GAP * 2)
        titles, body = QHBoxLayout(), QHBoxLayout()
        titles.setContentsMargins(_BESIDE_TITLES, 0, _BESIDE_TITLES, 0)
        titles.addWidget(self.tabs)  # the rail says which page this is; the width is the sections'
        body.setContentsMargins(MARGIN, 0, MARGIN, 0)
        body.addWidget(self.stack)
        page.addLayout(titles)
        page.addLayout(body, 1)
        self.tabs.currentChanged.connect(self._show)
        Keys(
            self,
            self.heading,
            Key("Ctrl+PgDown", mark("Phần sau"), lambda: self._turn(1), offered=False),
            Key("Ctrl+PgUp", mark("Phần trước"), lambda: self._turn(-1), offered=False),
            Key("← →", mark("Chọn phần khi đang ở hàng tên phần")),
            Key("Tab", mark("Từ tên phần vào nội dung của phần")),
        )
        self._show(0)

    def section(self, title: str) -> Section:
        """Brings the section of a title to the front and gives it."""
        self.tabs.setCurrentIndex([one.title for one in self.offered].index(title))
        return self._made[self.tabs.currentIndex()]

    def begin(self) -> None:
        """The page came to the front."""
        self._made[self.tabs.currentIndex()].begin()

    def _turn(self, step: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % len(self.offered))

    def _show(self, at: int) -> None:
        """Shows a section; the focus stays on the titles while they are walked through."""
        before = self._made.get(self.stack.currentIndex())
        if before is not None and before is not self._made.get(at):
            before.leave()
        if at not in self._made:
            made = self._made[at] = self.offered[at](self._counter)
            empty = self.stack.widget(at)
            assert empty is not None
            self.stack.removeWidget(empty)
            empty.deleteLater()
            self.stack.insertWidget(at, made)
            tab_in_reading_order(self)
        on_tabs = self.tabs.hasFocus()
        self.stack.setCurrentIndex(at)
        if self.isVisible():
            self._made[at].begin()
            if on_tabs:
                self.tabs.setFocus(Qt.FocusReason.OtherFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """All titles have to fit the narrowest screen there is."""
        super().resizeEvent(event)
        tight = self.width() < sized(_ROOMY)
        if bool(self.tabs.property("tight")) != tight:
            self.tabs.setProperty("tight", tight)
            restyle(self.tabs)

    def hideEvent(self, event: QHideEvent) -> None:
        self._made[self.tabs.currentIndex()].leave()
        super().hideEvent(event)
