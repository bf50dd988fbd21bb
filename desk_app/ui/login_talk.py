"""The talk before somebody sits down where officers have accounts: name and password, a new one, help."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desk_app.operations.accounts import change_own_password
from desk_app.operations.drafts import adopt_drafts
from desk_app.operations.idle_lock import lock_minutes
from desk_app.operations.login import log_in, log_out
from desk_app.operations.outcome import NOTHING, Outcome
from desk_app.operations.rights import rights_now
from desk_app.ui.forgotten_page import ForgottenPage
from desk_app.ui.locked_ear import LockedEar
from desk_app.ui.login_page import LoginPage, NewPasswordPage
from desk_app.ui.tongue import mark, tr

if TYPE_CHECKING:
    from desk_app.background.lanes import Lanes
    from desk_app.domain.login_session import LoginSession
    from desk_app.domain.mistakes import DeskError
    from desk_app.operations.desk import Desk
    from desk_app.ui.window import MainWindow

_UNWRITTEN: Final = mark("Việc làm dở lúc khóa chưa ghi được; đăng nhập lại rồi xem ở trang đó.")


@dataclass(frozen=True, slots=True)
class Entered:
    """Who logged in, what they may do, and the minutes after which the window locks."""

    session: LoginSession
    rights: frozenset[str]
    minutes: int


class LoginTalk(QObject):
    """`entered` carries an `Entered` whose password is its owner's own. `show` brings a page to the front."""

    entered = Signal(object)

    def __init__(
        self, desk: Desk, lanes: Lanes, window: MainWindow, show: Callable[[QWidget], None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._desk, self._lanes, self._window, self._show = desk, lanes, window, show
        self._ear = LockedEar(window, self)
        self._page: LoginPage | None = None
        self._held = False
        self._waiting: tuple[str, str] | None = None

    def ask(self, login: str = "", *, locked: bool = False) -> None:
        """Asks for name and password; `login`: whose name stands there already."""
        page = self._page = LoginPage(self._desk.settings.unit_name, login=login, locked=locked)
        page.entered.connect(self._log_in)
        page.forgotten.connect(self._help)
        self._window.status.say_nobody()
        self._show(page)
        self._ear.listen(self._say)

    def end(self) -> None:
        """Somebody sits down, or the window closes."""
        self._page = None
        self._ear.deafen()

    def hold(self) -> None:
        """What is entered waits: a session is being taken apart, and its log-out must come first."""
        self._held = True

    def release(self) -> None:
        """The session is gone."""
        self._held = False
        waiting, self._waiting = self._waiting, None
        if waiting is not None:
            self._log_in(*waiting)

    def log_out(self) -> Outcome[None]:
        """Ends the log-in; run in the lane that writes."""
        log_out(self._desk)
        return Outcome(None, NOTHING)

    def say_unwritten(self) -> None:
        """Something of the session that was locked could not be written."""
        self._say(tr(_UNWRITTEN), "mistake")

    def _say(self, words: str, role: str) -> None:
        if self._page is not None:
            self._page.say(words, role)

    def _help(self) -> None:
        login = self._page.login.text() if self._page is not None else ""
        self._page = None
        page = ForgottenPage(self._desk, self._lanes, login)
        page.left.connect(self.ask)
        self._show(page)

    def _log_in(self, login: str, password: str) -> None:
        """Asked in the lane that writes."""
        if self._held:
            self._waiting = login, password
            return
        desk, page = self._desk, self._page

        def enter() -> Outcome[Entered]:
            session = log_in(desk, login, password)
            adopted = NOTHING if session.must_change else adopt_drafts(desk).changes
            return Outcome(Entered(session, rights_now(desk), lock_minutes(desk)), adopted)

        def entered(one: Entered) -> None:
            if one.session.must_change:
                self._ask_password(one.session, password)
            else:
                self.entered.emit(one)

        def refuse(trouble: DeskError) -> None:
            if page is not None and page is self._page:
                page.refuse(trouble)

        self._lanes.write(enter, entered, refuse)

    def _ask_password(self, session: LoginSession, old: str) -> None:
        desk = self._desk
        page = NewPasswordPage(session.officer.name)

        def choose(new: str) -> None:
            def change() -> Outcome[Entered]:
                changes = change_own_password(desk, old, new).changes | adopt_drafts(desk).changes
                own = replace(session, must_change=False)
                return Outcome(Entered(own, rights_now(desk), lock_minutes(desk)), changes)

            self._lanes.write(change, self.entered.emit, page.refuse)

        page.chosen.connect(choose)
        page.left.connect(self._give_up)
        self._page = None
        self._show(page)

    def _give_up(self) -> None:
        self._lanes.write(self.log_out)
        self.ask()
