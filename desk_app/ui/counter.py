"""What the pages of one officer's session share, handed to each by its constructor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from desk_app.background.lanes import Lanes
from desk_app.devices.listening import Scanners
from desk_app.domain.rights import RIGHTS
from desk_app.operations.desk import Desk
from desk_app.ui.paper import Paper
from sync.model.dossier import Officer


@dataclass(frozen=True, slots=True)
class Counter:
    """An opened desk, the officer at it, the ways to work and print, the scanners that are no keyboard.

    `owner`: the account whose drafts are kept and offered, empty at an open desk, where they are the desk's.
    `rights`: what the officer may do (`desk_app.domain.rights`), to offer nothing else; operations refuse it
    whatever is offered.
    """

    desk: Desk
    officer: Officer
    lanes: Lanes
    paper: Paper
    clock: Callable[[], datetime]
    scanners: Scanners
    owner: str = ""
    rights: frozenset[str] = frozenset(RIGHTS)
