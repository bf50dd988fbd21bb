"""An toàn – Tài khoản: turning accounts on, the unit's accounts, one's own password, who may do what."""

from __future__ import annotations

from typing import ClassVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QStackedWidget, QVBoxLayout, QWidget

from desk_app.domain.rights import ACCOUNTS, PRESENT, RESET
from desk_app.ui.account_list import AccountList
from desk_app.ui.counter import Counter
from desk_app.ui.order import tab_in_reading_order
from desk_app.ui.own_password import OwnPassword, TurnOn
from desk_app.ui.parts import GAP, plain_button
from desk_app.ui.role_words import RightsTable
from desk_app.ui.settings_section import Section, scrolled
from desk_app.ui.tongue import mark, tr


class AccountsSection(Section):
    """One view of several; which of them there are depends on whether accounts are on, and on the officer."""

    title: ClassVar[str] = mark("Tài khoản")
    needs: ClassVar[frozenset[str]] = frozenset({PRESENT})

    def __init__(self, counter: Counter) -> None:
        super().__init__(counter)
        self.stack = QStackedWidget()
        self.views: list[AccountList | TurnOn | OwnPassword | RightsTable] = []
        self.buttons = []
        column, row = QVBoxLayout(self), QHBoxLayout()
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(GAP)
        row.setSpacing(GAP)
        column.addLayout(row)
        column.addWidget(self.stack, 1)
        for words, view in self._views():
            button = plain_button(words)
            button.setCheckable(True)
            button.setAutoExclusive(True)
            button.setProperty("role", "choice")
            button.setMinimumWidth(button.sizeHint().width() + GAP * 3)  # the chosen one is bold
            at = len(self.views)
            button.clicked.connect(lambda _, at=at: self.show_view(at))
            row.addWidget(button)
            self.buttons.append(button)
            self.views.append(view)
            self.stack.addWidget(view if isinstance(view, (AccountList, RightsTable)) else _in_area(view))
        row.addStretch(1)
        self.buttons[0].setChecked(True)
        tab_in_reading_order(self)

    def _views(self) -> list[tuple[str, AccountList | TurnOn | OwnPassword | RightsTable]]:
        counter = self._counter
        table = RightsTable()
        if not counter.owner:
            return [(tr("Bật tài khoản"), TurnOn(counter)), (tr("Vai trò được làm gì"), table)]
        own = (tr("Mật khẩu của tôi"), OwnPassword(counter))
        if not counter.rights & {ACCOUNTS, RESET}:
            return [own, (tr("Vai trò được làm gì"), table)]
        return [(tr("Danh sách"), AccountList(counter)), own, (tr("Vai trò được làm gì"), table)]

    def show_view(self, at: int) -> None:
        """Brings a view to the front."""
        self.leave()
        self.stack.setCurrentIndex(at)
        self.buttons[at].setChecked(True)
        self.begin()

    def begin(self) -> None:
        """The section came to the front."""
        view = self.views[self.stack.currentIndex()]
        if isinstance(view, RightsTable):
            view.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            view.begin()

    def leave(self) -> None:
        """Another section or page came to the front."""
        for view in self.views:
            if isinstance(view, AccountList):
                view.leave()


def _in_area(form: QWidget) -> QWidget:
    """A form that may be higher than a small screen."""
    column = QVBoxLayout()
    column.addWidget(form)
    return scrolled(column)
