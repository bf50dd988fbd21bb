"""Dates and times as officers type them: 1/2/1999, 01021999, 1-2-99 is none; 23/11/2026 17:00."""

from __future__ import annotations

import re
from datetime import date, datetime, time

from desk_app.ui.tongue import said
from sync.model.moment import VIETNAM
from sync.model.words import day_on_screen, moment_on_screen, short_date

_DATE = re.compile(r"(\d{1,2})[/.\- ](\d{1,2})[/.\- ](\d{4})|(\d{2})(\d{2})(\d{4})")
_TIME = re.compile(r"(\d{1,2})(?:[:hg](\d{2})?)?")


def date_typed(text: str) -> date | None:
    """The date a text means, None when it means none. Years have four digits: 99 could be two of them."""
    found = _DATE.fullmatch(text.strip())
    if not found:
        return None
    day, month, year = (int(part) for part in found.groups() if part is not None)
    try:
        return date(year, month, day)
    except ValueError:
        return None


def date_words(text: str) -> str:
    """The same date written out, or the text as it is."""
    found = date_typed(text)
    return short_date(found) if found else text


def moment_typed(day: str, clock: str) -> datetime | None:
    """A date and a time of day (``17:00``, ``17h``), None when either is none."""
    found_day = date_typed(day)
    found = _TIME.fullmatch(clock.strip().lower())
    if found_day is None or not found:
        return None
    try:
        at = time(int(found[1]), int(found[2] or 0))
    except ValueError:
        return None
    return datetime.combine(found_day, at, VIETNAM)


def moment_said(moment: datetime) -> str:
    """``17:00 Thứ Hai 23/11/2026`` in the window's language."""
    return said(moment_on_screen(moment))


def day_said(day: date) -> str:
    """``Thứ Hai 23/11/2026`` in the window's language."""
    return said(day_on_screen(day))
