"""Cài đặt (F10): a row of sections, each made when it is first shown."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QTabBar, QVBoxLayout, QWidget

from desk_app.ui.counter import Counter
from desk_app.ui.keys import Key, Keys
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.parts import GAP, MARGIN
from desk_app.ui.public_section import PublicScreenSection
from desk_app.ui.settings_account import AccountSection
from desk_app.ui.settings_appearance import AppearanceSection
from desk_app.ui.settings_backup import BackupSection
from desk_app.ui.settings_fees import FeesSection
from desk_app.ui.settings_forms import FormsSection
from desk_app.ui.settings_office import OfficeSection
from desk_app.ui.settings_printers import PrintersSection
from desk_app.ui.settings_scanner import ScannerSection
from desk_app.ui.settings_section import Section
from desk_app.ui.settings_time import TimeSection
from desk_app.ui.settings_training import TrainingSection
from desk_app.ui.settings_typeface import TypefaceSection
from desk_app.ui.tongue import mark, tr

SECTIONS: Final[tuple[type[Section], ...]] = (
    OfficeSection,
    TimeSection,
    FeesSection,
    FormsSection,
    PrintersSection,
    ScannerSection,
    TypefaceSection,
    PublicScreenSection,
    AccountSection,
    BackupSection,
    TrainingSection,
    AppearanceSection,
)
"""The sections in the order they stand. A further one is one line here."""
_BESIDE_TITLES: Final = 4
"""Less than a page's margin: twelve titles have to fit a screen of 960 points."""


class SettingsPage(QWidget):
    """The sections' titles across the top, the chosen section below.

    Left and Right choose while the focus is on the titles, Ctrl+Page Down and Ctrl+Page Up wherever it is.
    """

    def __init__(self, counter: Counter) -> None:
        super().__init__()
        self.setObjectName("page")
        self._counter = counter
        self._made: dict[int, Section] = {}
        self.tabs = QTabBar()
        self.tabs.setObjectName("sections")
        self.tabs.setAccessibleName(tr("Các phần của Cài đặt"))
        self.tabs.setDrawBase(False)
        self.tabs.setExpanding(False)
        self.tabs.setElideMode(Qt.TextElideMode.ElideNone)
        self.tabs.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.stack = QStackedWidget()
        for section in SECTIONS:
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
            mark("Cài đặt"),
            Key("Ctrl+PgDown", mark("Phần sau"), lambda: self._turn(1), offered=False),
            Key("Ctrl+PgUp", mark("Phần trước"), lambda: self._turn(-1), offered=False),
            Key("← →", mark("Chọn phần khi đang ở hàng tên phần")),
            Key("Tab", mark("Từ tên phần vào nội dung của phần")),
        )
        self._show(0)

    def section(self, title: str) -> Section:
        """Brings the section of a title to the front and gives it."""
        self.tabs.setCurrentIndex([one.title for one in SECTIONS].index(title))
        return self._made[self.tabs.currentIndex()]

    def begin(self) -> None:
        """The page came to the front."""
        self._made[self.tabs.currentIndex()].begin()

    def _turn(self, step: int) -> None:
        self.tabs.setCurrentIndex((self.tabs.currentIndex() + step) % len(SECTIONS))

    def _show(self, at: int) -> None:
        """Shows a section; the focus stays on the titles while they are walked through."""
        before = self._made.get(self.stack.currentIndex())
        if before is not None and before is not self._made.get(at):
            before.leave()
        if at not in self._made:
            made = self._made[at] = SECTIONS[at](self._counter)
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

    def hideEvent(self, event: QHideEvent) -> None:
        self._made[self.tabs.currentIndex()].leave()
        super().hideEvent(event)
