"""The times of statutory reports: from the 15th to the 14th, without gaps."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from sync.reports.terms import half_term, month_term, offered_terms, quarter_term, term_of, term_on, year_term


def test_a_year_runs_from_the_fifteenth_of_december_to_the_fourteenth() -> None:
    year = year_term(2026)
    assert (year.first, year.last) == (date(2025, 12, 15), date(2026, 12, 14))
    assert year.told == "năm 2026 (15/12/2025–14/12/2026)"


def test_months_and_quarters_of_a_year_follow_each_other_without_a_gap() -> None:
    for parts in (
        [month_term(2026, one) for one in range(1, 13)],
        [quarter_term(2026, q) for q in (1, 2, 3, 4)],
    ):
        assert parts[0].first == year_term(2026).first
        assert parts[-1].last == year_term(2026).last
        for one, following in pairwise(parts):
            assert following.first == one.last + timedelta(days=1)
    assert half_term(2026).last == quarter_term(2026, 2).last


@pytest.mark.parametrize(
    ("day", "code"),
    [
        (date(2026, 11, 14), "2026-t11"),
        (date(2026, 11, 15), "2026-t12"),
        (date(2026, 12, 31), "2027-t01"),
        (date(2027, 1, 1), "2027-t01"),
        (date(2028, 2, 29), "2028-t03"),
    ],
)
def test_a_day_belongs_to_one_month(day: date, code: str) -> None:
    term = term_on(day)
    assert term.code == code
    assert term.first <= day <= term.last


def test_every_term_that_is_offered_has_begun_and_is_found_by_its_code() -> None:
    today = date(2026, 11, 23)
    terms = offered_terms(today)
    assert terms[0].code == "2026-t12"
    assert len({one.code for one in terms}) == len(terms)
    for one in terms:
        assert one.first <= today
        assert term_of(one.code, today) == one


@pytest.mark.parametrize("code", ["", "2026", "2026-t13", "2026-q5", "1999-nam", "2026-T11", "x" * 300])
def test_any_other_code_is_the_present_month(code: str) -> None:
    assert term_of(code, date(2026, 11, 1)).code == "2026-t11"
