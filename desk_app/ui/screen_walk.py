"""Walks through every page and pane of a window with sample data and hands each to be looked at.

`motcua screenshots` takes its pictures this way, and the tests of the look walk the same way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from functools import partial
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEventLoop, QTimer

from desk_app.operations.first_start import ENROL
from desk_app.ui.tongue import told
from desk_app.ui.window import PAGES

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from desk_app.operations.first_start import Answers
    from desk_app.ui.first_start import FirstStart
    from desk_app.ui.window import MainWindow
    from sync.model.procedure import Procedure

SETTLE_MS: Final = 450
"""For lanes, previews and the last paint."""
_PATIENCE: Final = 250


class ScreenWalk:
    """Over a shown window with an officer at it. `card` is what a citizen card's code says."""

    def __init__(
        self, window: MainWindow, procedure: Procedure, card: str, rest: Callable[[int], None] | None = None
    ) -> None:
        self._window, self._procedure, self._card = window, procedure, card
        self._rest = rest or rest_in_a_loop

    def settle(self, times: int = 1) -> None:
        """Lets the window work until what was asked is there."""
        self._rest(times * SETTLE_MS)

    def views(self) -> Iterator[str]:
        """The name of each view, while it is in front."""
        yield from self._intake()
        yield from self._find()
        for key in told(PAGES):
            if key not in ("F2", "F3", "F6", "F10", "F11"):
                self._go(key)
                yield f"{key.lower()}"
        yield from self._reports()
        yield from self._sections("F10")
        yield from self._sections("F11")
        yield from self._aids()
        yield from self._doors()

    def _go(self, key: str) -> Any:
        self._window.go(key)
        self.settle()
        return self._window.page(key)

    def _intake(self) -> Iterator[str]:
        page = self._go("F2")
        page.start_anew()
        self.settle()
        yield "f2-empty"
        page.form.procedure.put(self._procedure)
        search = page.form.applicant.search
        search.setText(self._card)
        search.textEdited.emit(self._card)
        self.settle(3)
        yield "f2-filled"
        page.form.owner_differs.setChecked(True)
        page.form.owner.unfold()
        page.form.due.why.setChecked(True)
        page.receive()
        self.settle(2)
        yield "f2-mistakes"
        page.form.verticalScrollBar().setValue(page.form.verticalScrollBar().maximum())
        self.settle()
        yield "f2-lower-half"
        page.panes.guide(self._procedure, "")
        self.settle()
        yield "f2-guide"
        page.panes.waiting()
        self.settle()
        yield "f2-waiting"
        page.refusing.open()
        self.settle()
        yield "f2-refusal"
        page.panes.table()
        self.settle()
        yield "f2-table"
        page.panes.back()
        page.start_anew()
        page.say("")

    def _find(self) -> Iterator[str]:
        page = self._go("F3")
        yield "f3"
        page.table.setFocus()
        self._until(page.rows.rowCount)
        page.table.opened.emit(0)
        self._until(page.dossier.isVisible)
        self.settle()
        yield "f3-dossier"
        page.dossier.pane.open_list()
        self.settle()
        yield "f3-acts"
        page.dossier.pane.choose("reissue")
        self._until(page.dossier.pane.form.isVisible)
        self.settle()
        yield "f3-correction"
        page.dossier.pane.back()
        page.dossier.pane.back()
        page.dossier.left.emit()

    def _until(self, true: Callable[[], object]) -> None:
        """Raises `RuntimeError` where what was asked for does not come."""
        for _ in range(_PATIENCE):
            if true():
                return
            self.settle()
        raise RuntimeError("a page did not come")

    def _reports(self) -> Iterator[str]:
        page = self._go("F6")
        for at in (0, 3, 5, page.choice.kind.count() - 3):  # shares, in and out, ages, the register
            page.choice.kind.setCurrentIndex(at)
            self._until(partial(self._has, page, at))
            self.settle()
            yield f"f6-{at + 1}"
        page.choice.period.setCurrentIndex(page.choice.period.count() - 1)
        page.choice.kind.setCurrentIndex(1)
        self._until(lambda: self._has(page, 1))
        page.turn.setChecked(False)
        self.settle()
        yield "f6-table"
        page.turn.setChecked(True)
        page.choice.period.setCurrentIndex(2)
        page.choice.kind.setCurrentIndex(0)
        self._until(lambda: self._has(page, 0))

    @staticmethod
    def _has(page: Any, at: int) -> object:
        """Whether the report or form that is chosen stands there."""
        return page.choice.paper or (
            page.made is not None and page.made.kind.code == page.choice.kind.itemData(at)
        )

    def _sections(self, key: str) -> Iterator[str]:
        page = self._go(key)
        for at in range(page.tabs.count()):
            page.tabs.setCurrentIndex(at)
            self.settle(2)
            yield f"{key.lower()}-{at + 1}"
        if key == "F11":
            from desk_app.ui.safety_accounts import AccountsSection

            accounts = page.section(AccountsSection.title)
            accounts.show_view(1)
            self.settle()
            yield "f11-roles"
            accounts.show_view(0)
        page.tabs.setCurrentIndex(0)

    def _aids(self) -> Iterator[str]:
        window = self._window
        assert window.aids is not None
        self._go("F2")
        window.aids.open_palette()
        self.settle()
        yield "palette"
        window.aids.palette.put_away()
        window.aids.help()
        self.settle()
        yield "keys"
        window.aids.help()
        self.settle()
        yield "manual"
        window.aids.leave()
        window.open_strip()
        self.settle()
        yield "scan-strip"
        if window.session is not None:
            window.session.strip.put_away()

    def _doors(self) -> Iterator[str]:
        """What stands in the window while nobody sits at it, and the accounts as their owners see them."""
        from desk_app.operations.login import LoginRefused
        from desk_app.ui.forgotten_page import ForgottenPage
        from desk_app.ui.login_page import LoginPage, NewPasswordPage
        from desk_app.ui.order import tab_in_reading_order
        from desk_app.ui.safety_accounts import AccountsSection

        window, session = self._window, self._window.session
        assert session is not None
        counter = session.counter
        login = LoginPage(counter.desk.settings.unit_name)
        refused = LoginPage(counter.desk.settings.unit_name, login="thu.tran", locked=True)
        forgotten = ForgottenPage(counter.desk, counter.lanes, "thu.tran")
        section = AccountsSection(replace(counter, owner="0" * 16))
        section.setObjectName("page")
        pages: list[tuple[str, QWidget]] = [
            ("login", login),
            ("locked", refused),
            ("new-password", NewPasswordPage(counter.officer.name)),
            ("forgotten", forgotten),
            ("accounts", section),
        ]
        refused.refuse(LoginRefused("", "", 45))
        for name, page in pages:
            tab_in_reading_order(page)
            window.show_alone(page)
            self.settle()
            yield name
            if page is forgotten:
                forgotten.show_question("7KQ2-M3XF-8PDA")
                self.settle()
                yield "forgotten-code"
        section.show_view(1)
        self.settle()
        yield "own-password"
        window.rail.open(True)
        self._go("F2")
        for _name, page in pages:
            window.stack.removeWidget(page)
            page.deleteLater()


class StartWalk:
    """Over the first start of an empty folder, whose desk it makes on the way; `answered` is what an officer
    would answer."""

    def __init__(
        self, first: FirstStart, answered: Answers, rest: Callable[[int], None] | None = None
    ) -> None:
        self._first, self._answered = first, answered
        self._rest = rest or rest_in_a_loop

    def views(self) -> Iterator[str]:
        """The name of each view, while it is in front. Raises `RuntimeError` where no desk comes to be."""
        first = self._first
        answered = self._answered
        for page in ("way", "name", "code", "desk", "office", "officers"):
            first.answers = answered
            yield self._shown(page)
        first.answers = replace(answered, name="")
        self._shown("name")
        first.go_on()
        self._rest(SETTLE_MS)
        yield "start-mistake"
        first.answers = replace(answered, way=ENROL)
        yield self._shown("invitation")
        first.answers = answered
        self._shown("officers")
        for page in ("printer", "scanner", "slip"):
            first.go_on()
            self._wait_for(page)
            self._rest(SETTLE_MS * 2)
            yield f"start-{page}"

    def _shown(self, page: str) -> str:
        self._first.show_page(page)
        self._rest(SETTLE_MS)
        return f"start-{page}"

    def _wait_for(self, page: str) -> None:
        for _ in range(_PATIENCE):
            if self._first.answers.page == page:
                return
            self._rest(SETTLE_MS)
        raise RuntimeError("the desk was not made")


def rest_in_a_loop(milliseconds: int) -> None:
    """Lets the window work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
