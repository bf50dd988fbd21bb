"""What the pages of one officer's session share, handed to each by its constructor."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from desk_app.background.lanes import Lanes
from desk_app.devices.listening import Scanners
from desk_app.operations.desk import Desk
from desk_app.ui.paper import Paper
from sync.model.dossier import Officer


@dataclass(frozen=True, slots=True)
class Counter:
    """An opened desk, the officer at it, the ways to work and print, the scanners that are no keyboard."""

    desk: Desk
    officer: Officer
    lanes: Lanes
    paper: Paper
    clock: Callable[[], datetime]
    scanners: Scanners
