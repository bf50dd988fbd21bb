"""Times as this program knows them: Vietnamese civil time, cut to the minute where a rule says so.

Vietnam has one zone, UTC+07:00, and no summer time, so a fixed offset is exact.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

VIETNAM = timezone(timedelta(hours=7))


def parse_moment(text: str) -> datetime:
    """An ISO 8601 date and time; without an offset it is Vietnamese time.

    Raises `ValueError` when the text is not one. The result is always in +07:00.
    """
    moment = datetime.fromisoformat(text)
    if moment.tzinfo is None:
        return moment.replace(tzinfo=VIETNAM)
    try:
        return moment.astimezone(VIETNAM)
    except OverflowError as error:
        raise ValueError(f"time out of range: {text!r}") from error


def to_minute(moment: datetime) -> datetime:
    """The same moment in +07:00 with seconds cut off (never rounded up)."""
    return moment.astimezone(VIETNAM).replace(second=0, microsecond=0)


def iso_minute(moment: datetime) -> str:
    """ISO 8601 to the minute with offset: ``2026-11-23T09:15+07:00``."""
    return moment.astimezone(VIETNAM).isoformat(timespec="minutes")


def day_of(moment: datetime) -> date:
    """The Vietnamese calendar day of a moment."""
    return moment.astimezone(VIETNAM).date()
