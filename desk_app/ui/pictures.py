"""Pictures of the desk's window, taken while the demo walks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from PySide6.QtCore import QEventLoop, QTimer

from desk_app.operations.outcome import Changes
from desk_app.ui.window import MainWindow
from sync.model.procedure import Procedure

SIZE = (1366, 720)
PATIENCE_MS = 20_000
SETTLE_MS = 400
"""After the page says it is done, time for the slip's preview and the last paint."""


class Pictures:
    """Pictures of a shown window: `NN-name.png` in `folder`, in the order they are taken.

    `announce` tells the pages that another hand changed the store.
    """

    def __init__(self, window: MainWindow, announce: Callable[[Changes], None], folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        self._window, self._announce, self._folder = window, announce, folder
        self._count = 0
        window.resize(*SIZE)
        window.show()

    def intake(self, procedure: Procedure, card: str) -> None:
        """The intake page: a procedure picked, a citizen's card scanned, the slip beside it."""
        page: Any = self._page("F2")
        page.form.procedure.put(procedure)
        search = page.form.applicant.search
        search.setText(card)
        search.textEdited.emit(card)
        self.wait(lambda: page.preview.page is not None)
        self._take("tiep-nhan")
        page.form.clear()
        page.save_draft()

    def find(self) -> None:
        """The list of everything."""
        self._page("F3")
        self._take("ho-so")

    def dossier(self, number: str) -> None:
        """One dossier with its history."""
        page: Any = self._page("F3")
        page.open_dossier(number)
        self._take("mot-ho-so")

    def sync(self, name: str) -> None:
        """The page of the sync."""
        self._page("F8")
        self._take(name)

    def _page(self, key: str) -> object:
        self._announce(Changes(dossiers=True, sync=True))
        self._window.go(key)
        self.rest(SETTLE_MS)
        return self._window.page(key)

    def _take(self, name: str) -> None:
        self.rest(3 * SETTLE_MS)
        self._count += 1
        path = self._folder / f"{self._count:02d}-{name}.png"
        if not self._window.grab().save(str(path)):
            raise OSError(f"picture not written: {path.name}")

    def rest(self, milliseconds: int) -> None:
        """Lets the window work for a while."""
        loop = QEventLoop()
        QTimer.singleShot(milliseconds, loop.quit)
        loop.exec()

    def wait(self, until: Callable[[], bool]) -> None:
        """Lets the window work until something is so. Raises `RuntimeError` when it does not come."""
        for _ in range(PATIENCE_MS // 50):
            if until():
                return
            self.rest(50)
        raise RuntimeError("what the window was to show did not come")
