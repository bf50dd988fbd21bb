"""Where the public screen stands and what it is given: a window on another monitor, fed from the lanes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtWidgets import QWidget

from desk_app.operations.outcome import Changes
from desk_app.ui.counter import Counter
from desk_app.ui.tongue import CITIZENS, LANGUAGES, VIETNAMESE

if TYPE_CHECKING:
    from desk_app.operations.public_screen import Board
    from desk_app.operations.public_screen import PublicScreen as PublicSettings
    from desk_app.operations.queue import QueueView
    from desk_app.ui.public_screen import PublicScreen
    from desk_app.ui.rating_panel import OnRated, RatingPanel

QUEUE_MS: Final = 2_000
"""How often the queue is read again: other processes take and call numbers, too."""
BOARD_MS: Final = 60_000
_PREVIEW: Final = (960, 540)


@dataclass(frozen=True, slots=True)
class Place:
    """A monitor by its name, and whether the officer's window is on it."""

    name: str
    own: bool


def place_of(places: Sequence[Place], wanted: str) -> int | None:
    """Which monitor the public screen fills: the wanted one, else the first without the officer's window.

    Never the officer's own: None when there is no other.
    """
    others = [at for at, place in enumerate(places) if not place.own]
    named = [at for at in others if places[at].name == wanted]
    return next(iter(named or others), None)


class PublicDisplay(QObject):
    """Opens and closes the public screen. `changed` when it was opened, closed or moved.

    `home` is a widget of the officer's window. `on_rated` takes ratings; without it none are asked for.
    """

    changed = Signal()

    def __init__(self, counter: Counter, home: QWidget, on_rated: OnRated | None = None) -> None:
        super().__init__(home)
        self._counter, self._home, self._over = counter, home, False
        self.on_rated = on_rated
        self.field = ""  # of the procedure the next rating is about; empty where nobody knows
        self.screen: PublicScreen | None = None
        self.rating: RatingPanel | None = None
        self.settings: PublicSettings | None = None
        self._queue = self._timer(QUEUE_MS, self._read_queue)
        self._board = self._timer(BOARD_MS, self._read_board)
        counter.lanes.changed.connect(self._changed)
        self._application = QGuiApplication.instance()
        if isinstance(self._application, QGuiApplication):
            self._application.screenAdded.connect(self._screens_changed)
            self._application.screenRemoved.connect(self._screens_changed)
        self._begin()

    def _timer(self, milliseconds: int, then: object) -> QTimer:
        timer = QTimer(self)
        timer.setInterval(milliseconds)
        timer.timeout.connect(then)
        return timer

    def end(self) -> None:
        """The officer leaves: the screen goes with the session, and comes with the next."""
        self._over = True
        self.close()
        self._counter.lanes.changed.disconnect(self._changed)
        if isinstance(self._application, QGuiApplication):
            self._application.screenAdded.disconnect(self._screens_changed)
            self._application.screenRemoved.disconnect(self._screens_changed)
        self.deleteLater()

    # --------------------------------------------------------------------------------------------- the screen

    def places(self) -> list[Place]:
        """The monitors there are."""
        own = self._home.screen()
        return [Place(screen.name(), screen is own) for screen in QGuiApplication.screens()]

    @property
    def open(self) -> bool:
        """Whether the screen is shown."""
        return self.screen is not None

    @property
    def preview(self) -> bool:
        """Whether it is only a small window, for want of a second monitor."""
        return self.screen is not None and not self.screen.isFullScreen()

    def show_screen(self, settings: PublicSettings) -> None:
        """Shows it: full on another monitor, or in a small window where there is none."""
        from desk_app.ui.public_screen import PublicScreen

        self.close_quietly()
        self.settings = settings
        _speak(settings.language)
        at = place_of(self.places(), settings.screen)
        self.screen = PublicScreen(self._counter.clock, framed=at is None)
        self.screen.closed.connect(self.close)
        if at is None:
            self.screen.resize(*_PREVIEW)
            self.screen.show()
        else:
            self._fill(QGuiApplication.screens()[at])
        self._queue.start()
        self._board.start()
        self._read_board()
        self._read_queue()
        self.changed.emit()

    def _fill(self, screen: QScreen) -> None:
        assert self.screen is not None
        self.screen.setScreen(screen)
        self.screen.setGeometry(screen.geometry())
        # `showFullScreen` would ask for the focus too.
        self.screen.setWindowState(Qt.WindowState.WindowFullScreen)
        self.screen.show()

    def close_quietly(self) -> None:
        """Takes the screen away and tells nobody."""
        self._queue.stop()
        self._board.stop()
        screen, self.screen = self.screen, None
        if screen is not None:
            if self.rating is not None and self.rating.parentWidget() is screen:
                self.rating = None
            screen.closed.disconnect(self.close)
            screen.close()
            screen.deleteLater()

    def close(self) -> None:
        """Takes the screen away."""
        if self.screen is not None:
            self.close_quietly()
            self.changed.emit()

    def turn(self) -> None:
        """The next page."""
        if self.screen is not None:
            self.screen.turn()

    def _begin(self) -> None:
        """At the start the screen comes by itself, but only where another monitor is there for it."""
        desk = self._counter.desk

        def read() -> PublicSettings:
            from desk_app.operations.public_screen import public_screen

            return public_screen(desk)

        self._counter.lanes.read(read, self._take, topic="public-settings")

    def _take(self, settings: PublicSettings) -> None:
        if self._over:
            return
        before, self.settings = self.settings, settings
        _speak(settings.language)
        elsewhere = place_of(self.places(), settings.screen) is not None
        if settings.on and elsewhere and (not self.open or (before and before.screen != settings.screen)):
            self.show_screen(settings)
        elif not settings.on and self.open:
            self.close()

    def _screens_changed(self) -> None:
        """A monitor came or went: the screen never lands over the officer's window."""
        self.close()
        self._begin()

    # ---------------------------------------------------------------------------------------------- contents

    def _changed(self, changes: Changes) -> None:
        if changes.settings:
            self._begin()
        if self.open and (changes.settings or changes.dossiers or changes.catalogue):
            self._read_board()
        if self.open and (changes.queue or changes.settings):
            self._read_queue()

    def _read_queue(self) -> None:
        desk = self._counter.desk

        def read() -> QueueView:
            from desk_app.operations.queue import queue_view

            return queue_view(desk)

        self._counter.lanes.read(read, self._put_queue, topic="public-queue")

    def _read_board(self) -> None:
        desk = self._counter.desk

        def read() -> Board:
            from desk_app.operations.public_screen import board

            return board(desk)

        self._counter.lanes.read(read, self._put_board, topic="public-board")

    def _put_queue(self, view: QueueView) -> None:
        if self.screen is not None:
            self.screen.put_queue(view)

    def _put_board(self, board: Board) -> None:
        if self.screen is not None:
            self.screen.put_board(board)

    # ------------------------------------------------------------------------------------------------ rating

    @property
    def rates_here(self) -> bool:
        """Whether a rating is to be asked for on the public screen."""
        wanted = self.settings is not None and self.settings.rating_here
        return wanted and self.open and not self.preview

    def ask_rating(self) -> None:
        """Lays the rating over the public screen until it was given, skipped or timed out."""
        from desk_app.ui.rating_panel import RatingPanel

        if self.screen is None or self.on_rated is None:
            return
        self.end_rating()
        scale = 2 * min(self.screen.height() / 1080, self.screen.width() / 1920)
        panel = RatingPanel(self.on_rated, max(1.0, scale), self.screen)
        panel.done.connect(self.end_rating)
        panel.setGeometry(self.screen.rect())
        panel.show()
        self.rating = panel
        self.changed.emit()

    def end_rating(self) -> None:
        """Takes the rating away again."""
        panel, self.rating = self.rating, None
        if panel is not None:
            panel.hide()
            panel.deleteLater()
            self.changed.emit()


def _speak(language: str) -> None:
    """What citizens read from now on; Vietnamese where a language is not known here."""
    wanted = language if language in LANGUAGES else VIETNAMESE
    if wanted != CITIZENS.language:
        CITIZENS.speak(wanted)
