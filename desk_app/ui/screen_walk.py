"""Walks through every page and pane of a window with sample data and hands each to be looked at.

`motcua screenshots` takes its pictures this way, and the tests of the look walk the same way.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any, Final

from PySide6.QtCore import QEventLoop, QTimer

from desk_app.ui.tongue import told
from desk_app.ui.window import PAGES

if TYPE_CHECKING:
    from desk_app.ui.window import MainWindow
    from sync.model.procedure import Procedure

SETTLE_MS: Final = 450
"""For lanes, previews and the last paint."""


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
            if key not in ("F2", "F3", "F10"):
                self._go(key)
                yield f"{key.lower()}"
        yield from self._settings()
        yield from self._aids()

    def _go(self, key: str) -> Any:
        self._window.go(key)
        self.settle()
        return self._window.page(key)

    def _intake(self) -> Iterator[str]:
        page = self._go("F2")
        page.form.clear()
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
        page.panes.table()
        self.settle()
        yield "f2-table"
        page.panes.back()
        page.form.clear()
        page.say("")

    def _find(self) -> Iterator[str]:
        page = self._go("F3")
        yield "f3"
        page.table.setFocus()
        page.table.activated.emit(page.rows.index(0, 0))
        self.settle(2)
        yield "f3-dossier"
        page.dossier.left.emit()

    def _settings(self) -> Iterator[str]:
        page = self._go("F10")
        for at in range(page.tabs.count()):
            page.tabs.setCurrentIndex(at)
            self.settle(2)
            yield f"f10-{at + 1}"
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


def rest_in_a_loop(milliseconds: int) -> None:
    """Lets the window work for a while."""
    loop = QEventLoop()
    QTimer.singleShot(milliseconds, loop.quit)
    loop.exec()
