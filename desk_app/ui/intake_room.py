"""No new dossier is begun on a full disk, nor by whom no role lets receive: said before a citizen's words are
typed, never at saving."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from desk_app.ui.counter import Counter
    from desk_app.ui.intake_page import IntakePage

AGAIN_MS: Final = 5_000
"""How soon a page that was stopped looks whether there is room again."""


class IntakeRoom(QObject):
    """Closes the form of an intake page that nothing was typed into while the disk has no room, or nobody is
    logged in who may receive."""

    def __init__(self, page: IntakePage, counter: Counter) -> None:
        super().__init__(page)
        self._page, self._counter = page, counter
        self.stopped = False
        self._again = QTimer(self)
        self._again.setSingleShot(True)
        self._again.setInterval(AGAIN_MS)
        self._again.timeout.connect(self.look)

    def look(self) -> None:
        """Asks the roles and the disk, in the reading lane."""
        desk = self._counter.desk

        def read() -> str:
            from desk_app.domain.rights import RECEIVE
            from desk_app.operations.disk_room import STOPPED, room_of
            from desk_app.operations.rights import why_not

            room = room_of(desk)
            return why_not(desk, RECEIVE) or (STOPPED if room is not None and room.none else "")

        self._counter.lanes.read(read, self._take, topic="intake room")

    def _take(self, why: str) -> None:
        form = self._page.form
        if why and form.untouched and not self.stopped:
            self.stopped = True
            if self._page.isVisible():
                self._page.button.setFocus()  # a key must go somewhere, and the reader hear why
            form.setEnabled(False)
        elif self.stopped and not why:
            self.stopped = False
            form.setEnabled(True)
            self._page.say("")
            if self._page.isVisible():
                form.begin()
        if self.stopped:
            self._page.say(why, "mistake")
            self._again.start()
