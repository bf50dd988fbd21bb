"""Who sits at the desk: chosen at an open desk, logged in where officers have accounts; and the lock.

A lock takes the session apart: what was typed is kept, what is being written is finished, and then its pages
are deleted, not covered. Printing, the exchange and the public screen are the desk's and go on.
"""

from __future__ import annotations

import gc
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QPixmapCache
from PySide6.QtWidgets import QApplication, QWidget

from desk_app.background.seat_lanes import SeatLanes
from desk_app.devices.listening import Scanners
from desk_app.domain.rights import RIGHTS
from desk_app.operations.idle_lock import lock_minutes
from desk_app.operations.officers import officers
from desk_app.operations.outcome import NOTHING, Outcome
from desk_app.operations.receipts import sync_state
from desk_app.operations.rights import rights_now
from desk_app.ui.copied import Copied
from desk_app.ui.counter import Counter
from desk_app.ui.idle import IdleWatch
from desk_app.ui.login_talk import Entered, LoginTalk
from desk_app.ui.page_rights import may_open
from desk_app.ui.paper import Paper, Print
from desk_app.ui.public_display import PublicDisplay
from desk_app.ui.session import Session
from desk_app.ui.start_pages import OfficerPage
from desk_app.ui.sync_teller import SyncTeller

if TYPE_CHECKING:
    from datetime import datetime

    from desk_app.background.lanes import Lanes
    from desk_app.background.sync_worker import SyncWorker
    from desk_app.domain.mistakes import DeskError
    from desk_app.operations.desk import Desk
    from desk_app.ui.window import MainWindow
    from sync.model.dossier import Officer

_EVERYTHING: Final = "Bộ phận Một cửa"
"""What a rating is about when no procedure was named."""


@dataclass(frozen=True, slots=True)
class Sitters:
    """Who may sit at a desk: by name where it is open; with an account where accounts are on (`named`)."""

    officers: tuple[Officer, ...]
    named: bool


def sitters(desk: Desk) -> Sitters:
    """Read in a lane."""
    from desk_app.operations.accounts import accounts_on

    return Sitters(tuple(officers(desk)), accounts_on(desk))


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What a session is made of: the desk and window, and what works behind them."""

    desk: Desk
    window: MainWindow
    lanes: Lanes
    clock: Callable[[], datetime]
    worker: SyncWorker | None
    print_page: Print | None
    scanner_retry: float


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an officer was: the page's key, and of the list of dossiers the one that was open."""

    key: str
    dossier: bytes


class Seating(QObject):
    """`sit` begins a session (of the officer it is given); by default `sit_down` itself.

    `locked` when the last page of a session that was locked is gone.
    """

    locked = Signal()

    def __init__(
        self, around: Surroundings, sit: Callable[[Officer], object], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._around, self._sit = around, sit
        self.session: Session | None = None
        self.scanners = Scanners(retry=around.scanner_retry, parent=self)
        self.idle = IdleWatch(around.clock, self)
        self.idle.idle.connect(self.lock)
        self.talk = LoginTalk(around.desk, around.lanes, around.window, self._show, self)
        self.talk.entered.connect(self._entered)
        self.copied = Copied(self)
        self._named = self._leaving = False
        self._rights = frozenset(RIGHTS)
        self._minutes = 0
        self._seat: SeatLanes | None = None
        self._paper: Paper | None = None
        self._public: PublicDisplay | None = None
        self._teller: SyncTeller | None = None
        self._places: dict[str, _Place] = {}
        self._page: QWidget | None = None
        around.window.lock_wanted.connect(self.lock)
        around.window.status.officer_wanted.connect(self.change)
        around.lanes.changed.connect(self._changed)
        around.lanes.failed.connect(self._failed)

    # ------------------------------------------------------------------------------------------- who may sit

    def begin(self, who: Sitters) -> None:
        """The desk was opened, or everybody has left it."""
        self._named = who.named
        if who.named:
            self.talk.ask()
        elif len(who.officers) == 1:
            self._sit(who.officers[0])
        else:
            self._choose(who.officers)

    def change(self) -> None:
        """Another officer is to sit down: locked where they have accounts, chosen where they have not."""
        if self._named:
            self.lock()
            return
        desk = self._around.desk
        self._around.lanes.read(lambda: officers(desk), self._choose)

    def _choose(self, known: tuple[Officer, ...] | list[Officer]) -> None:
        page = OfficerPage(known, self._around.desk.settings.unit_name)
        page.chosen.connect(self._sit)
        self._show(page)

    def _show(self, page: QWidget) -> None:
        before, self._page = self._page, page
        self._around.window.show_alone(page)
        if before is not None:
            self._around.window.stack.removeWidget(before)
            before.deleteLater()

    def _entered(self, entered: Entered) -> None:
        self._rights, self._minutes = entered.rights, entered.minutes
        self._sit(entered.session.officer)

    # ------------------------------------------------------------------------------------------- sitting down

    def sit_down(self, officer: Officer) -> None:
        """Begins an officer's session."""
        around, first = self._around, self._paper is None
        if self.session is not None:
            self._take_apart(self.session)
        self.talk.end()
        owner = officer.id if self._named else ""
        self._seat = SeatLanes(around.lanes, self)
        self._take_paper(officer)
        assert self._paper is not None
        counter = Counter(
            around.desk, officer, self._seat, self._paper, around.clock, self.scanners, owner, self._rights
        )
        teller, public = self._standing(counter)
        status = around.window.status
        self.session = Session(counter, status, around.worker, teller, public, self)
        self.session.wants_page.connect(around.window.go)
        before, self._page = self._page, None
        self._work(self.session)
        if before is not None:
            around.window.stack.removeWidget(before)
            before.deleteLater()
        self._paper.look(opening=first)
        if owner:
            self.scanners.scanned.connect(self.idle.touched)
            self.idle.begin(self.session.system_window, self._minutes)

    def _work(self, session: Session) -> None:
        """Brings the officer back to where they were."""
        window, rights = self._around.window, session.counter.rights
        open_to = [key for key in window.rail.buttons if key in may_open(rights)]
        first = "F2" if "F2" in open_to else next(iter(open_to))
        place = self._places.get(session.counter.owner)
        if place is None or place.key not in open_to:
            place = _Place(first, b"")
        window.work(session, place.key)
        if place.dossier:
            session.open_dossier(place.dossier)

    def _standing(self, counter: Counter) -> tuple[SyncTeller, PublicDisplay]:
        """What stays while officers come and go; made with the first of them."""
        around = self._around
        desk = around.desk
        if self._teller is None:
            self._teller = SyncTeller(
                around.lanes, around.window.status, around.worker, lambda: sync_state(desk), around.clock
            )
        if self._public is None:
            bare = replace(counter, lanes=around.lanes)
            self._public = PublicDisplay(bare, around.window.status, on_rated=self._rated)
        return self._teller, self._public

    def _rated(self, level: int, reasons: tuple[str, ...]) -> None:
        """A citizen's rating becomes an entry that names the field, desk and day, and nobody."""
        from desk_app.operations.unit_words import rate

        assert self._public is not None
        desk, field = self._around.desk, self._public.field or _EVERYTHING
        self._public.field = ""
        self._around.lanes.write(lambda: rate(desk, field, level, reasons))

    def _take_paper(self, officer: Officer) -> None:
        """Prints in this officer's name from now on; what the one before asked for is still printed."""
        around, status = self._around, self._around.window.status
        if self._paper is not None:
            self._paper.end()
            self._paper.told.disconnect(status.say_printer)
        self._paper = Paper(around.desk, around.lanes, officer, around.print_page)
        self._paper.told.connect(status.say_printer)

    def remake(self) -> None:
        """Another language or size of type: what stands is made anew, the public screen too."""
        session = self.session
        if session is None:
            return
        session.keep_draft()
        self._end_public()
        self._around.window.retitle()
        self._sit(session.counter.officer)

    # ---------------------------------------------------------------------------------------------- the lock

    def lock(self) -> None:
        """Nothing of the session is left in the window; its officer, or another, logs in to go on."""
        session = self.session
        if session is None or not self._named:
            return
        window = self._around.window
        key = window.key_of(window.stack.currentWidget()) or (window.aids.page_key if window.aids else "")
        found = getattr(window.page(key), "opened_dossier", b"") if key else b""
        self._places[session.counter.owner] = _Place(key, found)
        login = self._around.desk.session.login if self._around.desk.session is not None else ""
        self._leaving = True
        self.talk.hold()
        self._take_apart(session, self.talk.log_out)
        self.talk.ask(login, locked=True)

    def _take_apart(self, session: Session, farewell: Callable[[], Outcome[None]] | None = None) -> None:
        """Deafens a session at once, and deletes it when what it was writing is written.

        `farewell` is written last of all: nothing of the session's may be refused because it came earlier.
        """
        self.session = None
        self.idle.end()
        if session.counter.owner:
            self.scanners.scanned.disconnect(self.idle.touched)
        session.keep_draft()
        session.end()
        seat, self._seat = self._seat, None
        assert seat is not None
        seat.leave()
        pages = self._around.window.put_off()
        self._forget_outside()
        lanes = self._around.lanes

        def gone(_: object) -> None:
            seat.end()
            for page in pages:
                page.deleteLater()
            pages.clear()
            session.deleteLater()
            seat.deleteLater()
            QTimer.singleShot(0, self, self._gone)

        def written(_: object) -> None:
            if farewell is None:
                gone(None)
                return
            session.keep_draft()  # a reception that was under way was refused, and is typed on later
            lanes.write(farewell, gone, gone)

        lanes.write(lambda: Outcome(None, NOTHING), written)

    def _gone(self) -> None:
        """Qt has deleted the pages; what Python held of them goes now, not some minutes later."""
        gc.collect()
        if self._leaving:
            self._leaving = False
            self.locked.emit()
            self.talk.release()

    def _forget_outside(self) -> None:
        """What lies outside the pages: dialogs over them, the clipboard where it is ours, kept pictures."""
        window = self._around.window
        for widget in QApplication.topLevelWidgets():
            if widget is not window and _stands_over(widget, window):
                widget.close()
        self.copied.forget()
        QPixmapCache.clear()

    # ---------------------------------------------------------------------------------------- what changes

    def _changed(self, changes: object) -> None:
        """Settings changed: accounts may have been turned on, this one set aside, the minutes others."""
        if not getattr(changes, "settings", False):
            return
        desk, session = self._around.desk, self.session

        def read() -> tuple[bool, frozenset[str], int]:
            return sitters(desk).named, rights_now(desk), lock_minutes(desk)

        def follow(now: tuple[bool, frozenset[str], int]) -> None:
            if self.session is session:  # another's rights are another matter
                self._follow(*now)

        self._around.lanes.read(read, follow, topic="seating")

    def _follow(self, named: bool, rights: frozenset[str], minutes: int) -> None:
        turned_on, self._named = named and not self._named, named
        if self.session is None:
            if turned_on:
                self.talk.ask()
        elif named and (turned_on or rights != self._rights):
            self.lock()  # logging in again gives what is true now
        elif named:
            self._minutes = minutes
            self.idle.put_minutes(minutes)

    def _failed(self, _trouble: DeskError) -> None:
        """What a locked session could not write any more is said without its words."""
        if self._leaving:
            self.talk.say_unwritten()

    # ------------------------------------------------------------------------------------------------- ending

    def _end_public(self) -> None:
        public, self._public = self._public, None
        if public is not None:
            public.end()

    def close(self) -> None:
        """The window closes: the draft is kept, and nothing listens any more."""
        self.talk.end()
        self.idle.end()
        self.copied.end()
        session, self.session = self.session, None
        if session is not None:
            session.keep_draft()
            session.end()
        self._end_public()
        if self._teller is not None:
            self._teller.end()
        if self._paper is not None:
            self._paper.end()
        self.scanners.close()


def _stands_over(widget: QWidget, window: QWidget) -> bool:
    """Whether a window of its own was opened by something in `window`."""
    parent = widget.parentWidget()
    while parent is not None:
        if parent is window:
            return True
        parent = parent.parentWidget()
    return False
