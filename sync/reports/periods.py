"""The time a report is of: whole days in Vietnam, with a code for commands and addresses, and words."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")
_QUARTER = re.compile(r"(20\d\d)-Q([1-4])")
_YEAR = re.compile(r"20\d\d")
_LONGEST_BY_DAYS = 31


@dataclass(frozen=True, slots=True)
class Period:
    """Days from `first` to `last`, both counted; `code` as addresses say it, `words` as people do."""

    first: date
    last: date
    code: str
    words: str

    @property
    def one_day(self) -> bool:
        """Whether it is a day alone."""
        return self.first == self.last

    @property
    def is_long(self) -> bool:
        """Whether it is told by months rather than by days."""
        return (self.last - self.first).days > _LONGEST_BY_DAYS


def month_of(day: date) -> Period:
    """A whole month."""
    first = day.replace(day=1)
    last = (first + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    return Period(first, last, f"{first:%Y-%m}", f"tháng {first.month}/{first.year}")


def quarter_of(day: date) -> Period:
    """A whole quarter."""
    number = (day.month - 1) // 3 + 1
    first = date(day.year, number * 3 - 2, 1)
    last = month_of(date(day.year, number * 3, 1)).last
    return Period(first, last, f"{day.year}-Q{number}", f"quý {number}/{day.year}")


def year_of(year: int) -> Period:
    """A whole year."""
    return Period(date(year, 1, 1), date(year, 12, 31), f"{year}", f"năm {year}")


def week_of(day: date) -> Period:
    """From Monday to Sunday."""
    first = day - timedelta(days=day.weekday())
    return between(first, first + timedelta(days=6))


def between(first: date, last: date) -> Period:
    """Any days; whole months, quarters and years go by their names."""
    if first == last:
        return Period(first, last, f"{first}", f"ngày {first:%d/%m/%Y}")
    for whole in (month_of(first), quarter_of(first), year_of(first.year)):
        if (whole.first, whole.last) == (first, last):
            return whole
    return Period(first, last, f"{first}_{last}", f"từ {first:%d/%m/%Y} đến {last:%d/%m/%Y}")


def named(code: str) -> Period | None:
    """``2026-11``, ``2026-Q4`` or ``2026``; None for anything else."""
    month, quarter = _MONTH.fullmatch(code), _QUARTER.fullmatch(code)
    if month is not None:
        return month_of(date(int(month[1]), int(month[2]), 1))
    if quarter is not None:
        return quarter_of(date(int(quarter[1]), int(quarter[2]) * 3, 1))
    return year_of(int(code)) if _YEAR.fullmatch(code) else None


def twelve_months_to(period: Period) -> Period:
    """The twelve months whose last is the period's first."""
    month = period.first.year * 12 + period.first.month - 1 - 11
    first = date(month // 12, month % 12 + 1, 1)
    return Period(first, period.last, period.code, f"12 tháng đến {period.words}")
