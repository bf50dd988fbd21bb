"""Keeps what is being typed: half a second after the last key it lies in the encrypted store."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final

from PySide6.QtCore import QObject, QTimer, Signal

from desk_app.domain.mistakes import DeskError
from desk_app.operations.drafts import INTAKE, drop_draft, save_draft
from desk_app.operations.outcome import Outcome
from desk_app.ui.counter import Counter
from desk_app.ui.tongue import tr
from sync.model.words import clock

KEY: Final = INTAKE
SAVE_MS: Final = 500


class DraftKeeper(QObject):
    """`told` carries one line and whether it needs a look. `content`: the draft, None for nothing."""

    told = Signal(str, bool)

    def __init__(
        self, counter: Counter, content: Callable[[], dict[str, Any] | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._counter = counter
        self._content = content
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(SAVE_MS)
        self._later.timeout.connect(self.save)

    def later(self) -> None:
        """Something was typed."""
        self._later.start()

    def hold(self) -> None:
        """What waits to be saved is being received instead."""
        self._later.stop()

    def save(self) -> None:
        """Saves now; nothing typed keeps nothing."""
        self._later.stop()
        desk, owner, content = self._counter.desk, self._counter.owner, self._content()

        def keep() -> Outcome[str]:
            if content is None:
                return Outcome("", drop_draft(desk, KEY, owner).changes)
            return Outcome(clock(desk.clock()), save_draft(desk, KEY, content, owner).changes)

        self._counter.lanes.write(keep, self._saved, self._not_saved, topic="draft")

    def finish(self) -> None:
        """Saves now if something waits to be saved."""
        if self._later.isActive():
            self.save()

    def _saved(self, at: str) -> None:
        self.told.emit(tr("Nháp · tự lưu {0}").format(at) if at else "", False)

    def _not_saved(self, trouble: DeskError) -> None:
        self.told.emit(tr("Chưa lưu được bản nháp: {0}").format(trouble.title), True)
