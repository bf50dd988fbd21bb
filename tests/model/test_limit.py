"""Limits as the catalogue writes them: read whatever the typing, never guessed."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.model.limit import MOST, SAME_DAY, Limit, LimitUnknown, Unit

LIMITS = st.sampled_from(list(Unit)).flatmap(
    lambda unit: st.integers(1, MOST[unit]).map(lambda amount: Limit(amount, unit))
)


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("3 ngày làm việc", Limit(3, Unit.WORKING_DAY)),
        ("03 ngày làm việc", Limit(3, Unit.WORKING_DAY)),
        ("1 ngày LV", Limit(1, Unit.WORKING_DAY)),
        ("1 NGÀY lv", Limit(1, Unit.WORKING_DAY)),
        ("15 ngày", Limit(15, Unit.DAY)),
        ("15ngày", Limit(15, Unit.DAY)),
        ("8 giờ", Limit(8, Unit.HOUR)),
        ("8 giờ làm việc", Limit(8, Unit.HOUR)),
        ("2 tháng", Limit(2, Unit.MONTH)),
        ("1 năm", Limit(1, Unit.YEAR)),
        ("trong ngày", SAME_DAY),
        ("  Trong \u00a0 NGÀY\t", SAME_DAY),
        (unicodedata.normalize("NFD", "3 Ngày  Làm Việc"), Limit(3, Unit.WORKING_DAY)),
    ],
)
def test_a_limit_is_read_whatever_its_case_spacing_and_unicode_form(text: str, limit: Limit) -> None:
    assert Limit.parse(text) == limit


@pytest.mark.parametrize(
    "text",
    [
        *("", " ", "3", "ngày", "ngày làm việc", "0 ngày", "00 ngày", "-3 ngày", "+3 ngày", "3,5 ngày"),
        *("1.5 ngày", "1/2 ngày", "ba ngày", "3 tuần", "3 ngày làm", "3 ngày làm việc.", "3 ngay lam viec"),
        *(
            "3-5 ngày",
            "3 ngày làm việc hoặc 5 ngày",
            "ngay trong ngày",
            "1 trong ngày",
            "trong ngày làm việc",
        ),
        *(
            "3 days",
            "٣ ngày",
            "３ ngày",
            "3 \u200bngày",
            "10000 ngày",
            "101 năm",
            "1201 tháng",
            "9" * 50 + " ngày",
        ),
        *("1 giờ 30 phút", "30 phút", "3 ngày lvx", "3 ngàylàm việc", "ngày 3", "x" * 5000),
    ],
)
def test_what_is_no_limit_is_an_error_that_carries_the_text(text: str) -> None:
    with pytest.raises(LimitUnknown) as caught:
        Limit.parse(text)
    assert caught.value.text == text
    assert caught.value.title.startswith("Không hiểu thời hạn")
    assert "3 ngày làm việc" in caught.value.advice
    assert len(caught.value.title) < 200


def test_the_error_names_the_bound_that_was_passed() -> None:
    with pytest.raises(LimitUnknown, match="từ 1 đến 100"):
        Limit.parse("101 năm")


@given(LIMITS)
def test_the_canonical_text_reads_back_to_the_same_limit(limit: Limit) -> None:
    text = str(limit)
    assert Limit.parse(text) == limit
    assert str(Limit.parse(text.upper())) == text
    assert unicodedata.is_normalized("NFC", text)


@given(st.text(max_size=40))
def test_any_text_is_a_limit_or_a_limit_unknown(text: str) -> None:
    try:
        limit = Limit.parse(text)
    except LimitUnknown:
        return
    assert Limit.parse(str(limit)) == limit


@pytest.mark.parametrize(
    ("amount", "unit"), [(0, Unit.DAY), (-1, Unit.HOUR), (2, Unit.SAME_DAY), (101, Unit.YEAR)]
)
def test_an_amount_out_of_bounds_does_not_become_a_limit(amount: int, unit: Unit) -> None:
    with pytest.raises(ValueError, match="outside"):
        Limit(amount, unit)
