"""The lanes as one officer's session sees them: once the officer leaves, nothing answers into its pages.

A page asks for what it shows and is given it later. Pages that have to be gone at once (a locked window) must
not be waited for by a slow printer or stick, nor be written into after they were deleted. So what was only to
be shown comes to nothing; what was being written goes on, and its answer is still heard (a reception that
was under way is followed by its slip) until `end`.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Final
from weakref import WeakSet

from PySide6.QtCore import QObject

from desk_app.background.lanes import Lanes, Trouble
from desk_app.domain.mistakes import DeskError
from desk_app.operations.outcome import Changes

_WRITER: Final = "writer"


class _Asked:
    """What waits for an answer; the job that is asked for holds it, and nobody else."""

    def __init__(
        self,
        lane: str,
        then: Callable[[Any], None] | None,
        otherwise: Trouble | None,
        failed: Callable[[DeskError], None],
    ) -> None:
        self.lane = lane
        self._then, self._otherwise, self._failed = then, otherwise, failed
        self._heard = True

    def deafen(self) -> None:
        self._heard, self._then, self._otherwise = False, None, None

    def answer(self, value: Any) -> None:
        if self._then is not None:
            self._then(value)

    def refuse(self, trouble: DeskError) -> None:
        if self._otherwise is not None:
            self._otherwise(trouble)
        elif self._heard:
            self._failed(trouble)


class SeatLanes(Lanes):
    """A session's own door to `under`, with the same ways to ask. `changed` and `failed` are `under`'s while
    the officer sits."""

    def __init__(self, under: Lanes, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._under = under
        self._left = self._ended = False
        self._waiting: WeakSet[_Asked] = WeakSet()
        under.changed.connect(self.changed)
        under.failed.connect(self.failed)

    def leave(self) -> None:
        """The officer leaves: only what is being written is answered from now on."""
        if not self._left:
            self._left = True
            self._under.changed.disconnect(self.changed)
            self._under.failed.disconnect(self.failed)
            self._deafen(but=_WRITER)

    def end(self) -> None:
        """The pages go: nothing is answered any more, and nothing of theirs is held."""
        self.leave()
        self._ended = True
        self._deafen()

    def _deafen(self, but: str = "") -> None:
        for one in list(self._waiting):
            if one.lane != but:
                one.deafen()

    def announce(self, changes: Changes) -> None:
        """Broadcasts to whatever listens to the lanes under this door."""
        self._under.announce(changes)

    def _ask(
        self,
        lane: str,
        run: Callable[[], Any],
        then: Callable[[Any], None] | None,
        otherwise: Trouble | None,
        topic: str,
    ) -> None:
        if self._ended or (self._left and lane != _WRITER):
            return
        asked = _Asked(lane, then, otherwise, self._under.failed.emit)
        self._waiting.add(asked)
        self._under._ask(lane, run, asked.answer, asked.refuse, topic)
