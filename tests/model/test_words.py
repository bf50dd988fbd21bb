"""Dates and money in words, as forms write them."""

from __future__ import annotations

from datetime import date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.model import words
from sync.model.moment import VIETNAM


@pytest.mark.parametrize(
    ("day", "text"),
    [
        (date(2026, 9, 5), "ngày 05 tháng 9 năm 2026"),
        (date(2026, 2, 5), "ngày 05 tháng 02 năm 2026"),
        (date(2026, 1, 31), "ngày 31 tháng 01 năm 2026"),
        (date(2026, 3, 1), "ngày 01 tháng 3 năm 2026"),
        (date(2026, 10, 10), "ngày 10 tháng 10 năm 2026"),
        (date(2026, 12, 2), "ngày 02 tháng 12 năm 2026"),
    ],
)
def test_a_date_pads_its_day_and_only_the_months_one_and_two(day: date, text: str) -> None:
    assert words.date_in_words(day) == text


def test_a_moment_is_written_as_on_the_slip_and_as_on_the_screen() -> None:
    moment = datetime(2026, 11, 23, 9, 5, tzinfo=VIETNAM)
    assert words.moment_in_words(moment) == "09 giờ 05 phút, ngày 23 tháng 11 năm 2026"
    assert words.moment_on_screen(moment) == "09:05 Thứ Hai 23/11/2026"
    assert words.moment_in_text(moment) == "09:05 thứ Hai 23/11/2026"
    assert words.day_on_screen(date(2026, 11, 22)) == "Chủ nhật 22/11/2026"
    assert words.short_date(date(2026, 1, 2)) == "02/01/2026"
    assert words.clock(moment) == "09:05"


def test_weekdays_are_named_from_monday() -> None:
    names = [words.weekday_in_words(date(2026, 11, 23 + n)) for n in range(7)]
    assert names == ["thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật"]


@pytest.mark.parametrize(
    ("amount", "text"),
    [(0, "0 đ"), (500, "500 đ"), (8000, "8.000 đ"), (1234567, "1.234.567 đ"), (-8000, "-8.000 đ")],
)
def test_dong_is_dotted_by_thousands(amount: int, text: str) -> None:
    assert words.dong(amount) == text


@pytest.mark.parametrize(
    ("amount", "north", "south"),
    [
        (0, "Không đồng", None),
        (5, "Năm đồng", None),
        (10, "Mười đồng", None),
        (11, "Mười một đồng", None),
        (14, "Mười bốn đồng", None),
        (15, "Mười lăm đồng", None),
        (20, "Hai mươi đồng", None),
        (21, "Hai mươi mốt đồng", None),
        (24, "Hai mươi tư đồng", "Hai mươi bốn đồng"),
        (55, "Năm mươi lăm đồng", None),
        (100, "Một trăm đồng", None),
        (101, "Một trăm linh một đồng", "Một trăm lẻ một đồng"),
        (110, "Một trăm mười đồng", None),
        (404, "Bốn trăm linh bốn đồng", "Bốn trăm lẻ bốn đồng"),
        (8_000, "Tám nghìn đồng", None),
        (1_005, "Một nghìn không trăm linh năm đồng", "Một nghìn không trăm lẻ năm đồng"),
        (105_000, "Một trăm linh năm nghìn đồng", "Một trăm lẻ năm nghìn đồng"),
        (1_050_000, "Một triệu không trăm năm mươi nghìn đồng", None),
        (1_000_005, "Một triệu không trăm linh năm đồng", "Một triệu không trăm lẻ năm đồng"),
        (
            2_345_678_901,
            "Hai tỷ ba trăm bốn mươi lăm triệu sáu trăm bảy mươi tám nghìn chín trăm linh một đồng",
            "Hai tỷ ba trăm bốn mươi lăm triệu sáu trăm bảy mươi tám nghìn chín trăm lẻ một đồng",
        ),
        (1_000_000_000_000, "Một nghìn tỷ đồng", None),
        (
            1_200_000_000_001,
            "Một nghìn hai trăm tỷ không trăm linh một đồng",
            "Một nghìn hai trăm tỷ không trăm lẻ một đồng",
        ),
    ],
)
def test_money_is_read_aloud_as_in_the_north_or_the_south(amount: int, north: str, south: str | None) -> None:
    assert words.dong_in_words(amount) == north
    assert words.dong_in_words(amount, "south") == (south or north)


@pytest.mark.parametrize("amount", [-1, 10**18])
def test_money_that_cannot_be_read_aloud_is_an_error(amount: int) -> None:
    with pytest.raises(ValueError, match="read"):
        words.dong_in_words(amount)


VALUES = {
    word: value
    for value, group in enumerate(
        [
            ("không",),
            ("một", "mốt"),
            ("hai",),
            ("ba",),
            ("bốn", "tư"),
            ("năm", "lăm"),
            ("sáu",),
            ("bảy",),
            ("tám",),
            ("chín",),
        ]
    )
    for word in group
}


def number_said(text: str) -> int:
    """Reads number words back, independently of how they were made."""
    whole, thousands, digits = 0, 0, 0
    for word in text.split():
        if word in VALUES:
            digits += VALUES[word]
        elif word == "mười":
            digits += 10
        elif word == "mươi":
            digits = digits // 100 * 100 + digits % 100 * 10
        elif word == "trăm":
            digits *= 100
        elif word in ("nghìn", "triệu"):
            thousands, digits = thousands + digits * {"nghìn": 10**3, "triệu": 10**6}[word], 0
        elif word == "tỷ":
            whole, thousands, digits = (whole + thousands + digits) * 10**9, 0, 0
        else:
            assert word in ("linh", "lẻ"), word
    return whole + thousands + digits


@given(st.integers(0, 10**18 - 1) | st.integers(0, 10_000_000), st.sampled_from(["north", "south"]))
def test_what_is_read_aloud_is_the_number(number: int, region: words.Region) -> None:
    assert number_said(words.number_in_words(number, region)) == number
