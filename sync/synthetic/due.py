"""Due times without a calendar: Saturdays and Sundays are the only days off. Not for real dossiers."""

from __future__ import annotations

from datetime import datetime, time, timedelta
from typing import Final

from sync.model.limit import Limit, Unit
from sync.model.moment import VIETNAM

DUE_REASON: Final = "Thời hạn theo kế hoạch của địa phương"
"""The officer's reason where a procedure names no limit."""
_CLOSING: Final = time(17)
_DAYS: Final = {Unit.DAY: 1, Unit.MONTH: 30, Unit.YEAR: 365}


def plain_due(received: datetime, limit: Limit) -> datetime:
    """When a limit ends, roughly, on a weekday; eight hours are a day."""
    if limit.unit is Unit.SAME_DAY:
        return datetime.combine(received.date(), _CLOSING, VIETNAM)
    if limit.unit is Unit.WORKING_DAY:
        weeks, days = divmod(limit.amount, 5)
        due = received + timedelta(weeks=weeks)
        for _ in range(days):
            due = _weekday(due + timedelta(days=1))
        return _weekday(due)
    if limit.unit is Unit.HOUR:
        return _weekday(received + timedelta(days=-(-limit.amount // 8)))
    return _weekday(received + timedelta(days=_DAYS[limit.unit] * limit.amount))


def _weekday(moment: datetime) -> datetime:
    while moment.weekday() > 4:
        moment += timedelta(days=1)
    return moment
