"""An office that ended dossiers years ago, for the tests of what is past its term."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Final

from desk_app.operations.acting import act_on
from desk_app.operations.desk import open_desk
from desk_app.operations.find import show
from desk_app.operations.receive import receive
from desk_app.operations.slips import slip_digits
from sync.model.dossier import Officer
from sync.model.moment import VIETNAM
from tests.offices import MAU, MovedClock, request

SIGNATURE: Final = "2.000884"
"""Kept two years by law."""
LONG_AGO: Final = datetime(2026, 3, 2, 9, 15, tzinfo=VIETNAM)
TODAY: Final = datetime(2030, 1, 7, 9, 15, tzinfo=VIETNAM)
BY: Final = Officer("1", "Trần Thị Thử")


def old_records(data: Path, count: int = 3) -> list[str]:
    """Withdraws `count` dossiers of an office long ago; their numbers."""
    desk = open_desk(data, MovedClock(LONG_AGO))
    try:
        found = receive(desk, [request(MAU, SIGNATURE) for _ in range(count)], BY, date_confirmed=True).value
        for one in found:
            act_on(desk, one.number, "withdraw", {"reason": "Công dân xin rút"}, BY)
        return [one.number for one in found]
    finally:
        desk.close()


def digits_of(data: Path, number: str) -> str:
    """The code on a slip of then."""
    desk = open_desk(data, MovedClock(LONG_AGO))
    try:
        return slip_digits(desk, show(desk, number).dossier)
    finally:
        desk.close()
