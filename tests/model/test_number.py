"""Dossier numbers of both legal styles, and the ranges desks number from."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.model.number import (
    MAX_SERIAL,
    SPARE_BLOCKS,
    DossierNumber,
    Lease,
    NumberRefused,
    is_unit,
    main_range,
    parse_number,
    spare_range,
)

UNITS = ["000.00.06.H56", "000.01.06.H56", "H15.50.05.13", "H56", "G09.01"]


def lease(first: int = 1, last: int = 999) -> Lease:
    return Lease("H15.50.05.13", first, last, bytes(16), b"incarn-1", date(2026, 11, 23))


@pytest.mark.parametrize("unit", UNITS)
def test_both_styles_of_identifier_are_known(unit: str) -> None:
    assert is_unit(unit)
    text = f"{unit}-261123-0042"
    assert parse_number(text) == DossierNumber(unit, date(2026, 11, 23), 42)
    assert str(parse_number(text)) == text


@given(st.sampled_from(UNITS), st.dates(date(2000, 1, 1), date(2099, 12, 31)), st.integers(0, MAX_SERIAL))
def test_what_is_written_is_read(unit: str, day: date, serial: int) -> None:
    number = DossierNumber(unit, day, serial)
    assert parse_number(str(number)) == number


@pytest.mark.parametrize(
    "text",
    [
        "",
        "H15.50.05.13",
        "H15.50.05.13-261123",
        "H15.50.05.13-261123-42",
        "H15.50.05.13-261323-0042",
        "H15.50.05.13-260230-0042",
        "H15.50.05.13-261123-12345678",
        "h15.50.05.13-261123-0042",
        "H15.50.05.13-261123-0042\n",
        " H15.50.05.13-261123-0042",
        "H15.50.05.13-２61123-0042",
        "H15" + ".AAAA" * 9 + "-261123-0042",
    ],
)
def test_anything_else_is_no_number(text: str) -> None:
    with pytest.raises(NumberRefused):
        parse_number(text)


@given(st.text(max_size=40))
def test_noise_is_no_number(text: str) -> None:
    try:
        number = parse_number(text)
    except NumberRefused:
        return
    assert str(number) == text


def test_the_ranges_of_desks_and_spare_blocks_are_apart() -> None:
    ranges = [main_range(desk) for desk in range(1, 7)] + [
        spare_range(block) for block in range(SPARE_BLOCKS)
    ]
    assert ranges[0] == (1, 999)
    assert ranges[5] == (5001, 5999)
    assert (ranges[6], ranges[-1]) == ((6000, 6099), (9900, 9999))
    serials = [serial for first, last in ranges for serial in range(first, last + 1)]
    assert len(serials) == len(set(serials))
    for wrong in (0, 7, -1):
        with pytest.raises(NumberRefused):
            main_range(wrong)
    for wrong in (-1, 40):
        with pytest.raises(NumberRefused):
            spare_range(wrong)


@pytest.mark.parametrize(("first", "last"), [(0, 5), (5, 4), (1, 10_000), (-1, 5)])
def test_a_lease_that_is_no_range_is_refused(first: int, last: int) -> None:
    with pytest.raises(NumberRefused):
        lease(first, last)
    with pytest.raises(NumberRefused):
        Lease("nowhere", 1, 5, bytes(16), b"", date(2026, 11, 23))


def test_a_day_that_runs_over_goes_on_ten_thousand_higher() -> None:
    range_ = lease(1, 3)
    used: int | None = None
    seen = []
    for _ in range(8):
        used = range_.after(used)
        seen.append(used)
    assert seen == [1, 2, 3, 10_001, 10_002, 10_003, 20_001, 20_002]
    assert str(DossierNumber("H56", date(2026, 11, 23), 10_001)) == "H56-261123-10001"


@given(st.integers(1, 40), st.integers(0, 30), st.integers(0, 300))
def test_no_serial_is_given_twice_and_none_outside_the_range(first: int, length: int, count: int) -> None:
    range_ = lease(first, first + length)
    other = lease(first + length + 1, first + length + 20)
    used: int | None = None
    seen = []
    for _ in range(count):
        used = range_.after(used)
        seen.append(used)
    assert seen == sorted(set(seen))
    assert all(range_.holds(serial) and not other.holds(serial) for serial in seen)


def test_the_last_serial_is_the_end() -> None:
    with pytest.raises(NumberRefused, match="used up"):
        lease(1, 9999).after(MAX_SERIAL)


def test_a_lease_without_an_incarnation_is_spare() -> None:
    assert not lease().spare
    assert Lease("H56", 6000, 6099, bytes(16), b"", date(2026, 11, 23)).spare
