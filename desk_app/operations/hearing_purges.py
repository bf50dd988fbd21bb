"""A desk made of a backup hears of purges before it shows anything, where it can reach its center."""

from __future__ import annotations

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import MACHINE
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs


@needs(MACHINE)
def hear_purges(desk: Desk) -> bool:
    """Exchanges once; whether the center (or hub) was reached. What was purged since the backup goes then.

    A desk alone, or without a line, shows what its copy had: nobody can tell it more.
    """
    from desk_app.operations.synchronise import synchronise

    if not desk.settings.enrolled or desk.settings.training:
        return False
    try:
        return synchronise(desk).value.reached
    except DeskError:
        return False  # the store's own trouble is said by whatever is done next
