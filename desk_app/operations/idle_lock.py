"""After how many minutes without a touch the window locks: a setting that the unit's desks share."""

from __future__ import annotations

from typing import Any, Final

from desk_app.domain.mistakes import DeskError, Mistake
from desk_app.domain.rights import MACHINE, SETTINGS
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.outcome import Outcome
from desk_app.operations.unit_words import share_setting, shared_settings
from sync.model.dossier import Officer

KEY: Final = "lock.minutes"
USUAL: Final = 5
LEAST: Final = 1
MOST: Final = 60


@needs(MACHINE)
def lock_minutes(desk: Desk) -> int:
    """Minutes, `LEAST` to `MOST`; `USUAL` where nothing was said, or nothing that is a number of minutes."""
    return _minutes(shared_settings(desk).get(KEY))


def _minutes(kept: Any) -> int:
    usable = isinstance(kept, int) and not isinstance(kept, bool) and LEAST <= kept <= MOST
    return kept if usable else USUAL


@needs(SETTINGS)
def set_lock_minutes(desk: Desk, minutes: int, by: Officer) -> Outcome[None]:
    """Another number for all desks of the unit. Raises `DeskError`."""
    if not LEAST <= minutes <= MOST:
        message = f"Số phút phải từ {LEAST} đến {MOST}."
        raise DeskError(
            message, "Đặt ngắn thì an toàn hơn; 5 phút là thường dùng.", (Mistake("minutes", message),)
        )
    return share_setting(desk, KEY, minutes, by)
