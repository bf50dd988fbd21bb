"""The times that statutory reports are of: from the 15th to the 14th (NĐ 09/2019/NĐ-CP, TT 01/2020/TT-VPCP).

A year runs from 15 December of the year before to 14 December; months, quarters, half a year and nine months
are cut at the 15th, too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, timedelta

_CODE = re.compile(r"(20\d\d)-(?:t(0[1-9]|1[0-2])|q([1-4])|(6t|9t|nam))")
CUT = 15
"""The day of the month on which a time begins."""


@dataclass(frozen=True, slots=True)
class Term:
    """Days from `first` to `last`, both counted; `code` as addresses say it, `words` as people do."""

    first: date
    last: date
    code: str
    words: str

    @property
    def days(self) -> str:
        """``15/10/2026–14/11/2026``."""
        return f"{self.first:%d/%m/%Y}–{self.last:%d/%m/%Y}"

    @property
    def told(self) -> str:
        """The words with the days."""
        return f"{self.words} ({self.days})"


def _begin(year: int, month: int) -> date:
    """The 15th of the month before."""
    return date(year - (month == 1), month - 1 or 12, CUT)


def _months(year: int, first: int, last: int, code: str, words: str) -> Term:
    return Term(_begin(year, first), date(year, last, CUT - 1), code, words)


def month_term(year: int, month: int) -> Term:
    """A month: from the 15th of the one before."""
    return _months(year, month, month, f"{year}-t{month:02}", f"tháng {month}/{year}")


def quarter_term(year: int, quarter: int) -> Term:
    """A quarter."""
    return _months(year, quarter * 3 - 2, quarter * 3, f"{year}-q{quarter}", f"quý {quarter}/{year}")


def half_term(year: int) -> Term:
    """The first six months of a year."""
    return _months(year, 1, 6, f"{year}-6t", f"6 tháng đầu năm {year}")


def nine_months_term(year: int) -> Term:
    """The first nine months of a year."""
    return _months(year, 1, 9, f"{year}-9t", f"9 tháng đầu năm {year}")


def year_term(year: int) -> Term:
    """A year: from 15 December of the one before."""
    return _months(year, 1, 12, f"{year}-nam", f"năm {year}")


def term_on(day: date) -> Term:
    """The month that a day is reported in."""
    on = day if day.day < CUT else (day.replace(day=1) + timedelta(days=32)).replace(day=1)
    return month_term(on.year, on.month)


def term_of(code: str, today: date) -> Term:
    """``2026-t11``, ``2026-q4``, ``2026-6t``, ``2026-9t``, ``2026-nam``; the month of today for anything
    else."""
    found = _CODE.fullmatch(code)
    if found is None:
        return term_on(today)
    year = int(found[1])
    if found[2]:
        return month_term(year, int(found[2]))
    if found[3]:
        return quarter_term(year, int(found[3]))
    return {"6t": half_term, "9t": nine_months_term, "nam": year_term}[found[4]](year)


def offered_terms(today: date) -> list[Term]:
    """What a page offers: the last twelve months, then this and the last year in larger parts, the newest
    first; nothing that has not begun."""
    months = [term_on(today)]
    while len(months) < 12:
        months.append(term_on(months[-1].first - timedelta(days=1)))
    year = term_on(today).last.year
    larger = [
        term
        for one in (year, year - 1)
        for term in (
            *(quarter_term(one, quarter) for quarter in (4, 3, 2, 1)),
            half_term(one),
            nine_months_term(one),
            year_term(one),
        )
        if term.first <= today
    ]
    return [*months, *larger]
