"""Dates, times and money in Vietnamese words, as forms and screens write them.

Date style: the day has two digits, the month only for 1 and 2 (NĐ 30/2020/NĐ-CP, Phụ lục I; the
date line of the one-stop forms).
"""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

Region = Literal["north", "south"]

WEEKDAYS = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")
"""Names for running text, Monday first."""

_DIGITS = ("không", "một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín")
_BILLION = 10**9
_SCALES = ((10**6, "triệu"), (10**3, "nghìn"), (1, ""))
_MOST_DONG = 10**18


def weekday_in_words(day: date) -> str:
    """``thứ Hai`` … ``thứ Bảy``, ``Chủ nhật``, as inside a sentence."""
    return WEEKDAYS[day.weekday()]


def month_in_words(month: int) -> str:
    """The month's number as official dates write it: ``01``, ``02``, then ``3`` … ``12``."""
    return f"{month:02d}" if month <= 2 else str(month)


def date_in_words(day: date) -> str:
    """``ngày 05 tháng 9 năm 2026``, ``ngày 05 tháng 02 năm 2026``."""
    return f"ngày {day.day:02d} tháng {month_in_words(day.month)} năm {day.year:04d}"


def moment_in_words(moment: datetime) -> str:
    """``09 giờ 15 phút, ngày 27 tháng 11 năm 2026`` (the moment's own clock; seconds are not said)."""
    return f"{moment.hour:02d} giờ {moment.minute:02d} phút, {date_in_words(moment)}"


def clock(moment: datetime) -> str:
    """``17:00``."""
    return f"{moment.hour:02d}:{moment.minute:02d}"


def weight(size: int) -> str:
    """A file's size as people read it: ``812 B``, ``12 KB``, ``3,4 MB``."""
    if size < 1024:
        return f"{size} B"
    if size < 1024 * 1024:
        return f"{round(size / 1024)} KB"
    return f"{size / 1024 / 1024:.1f} MB".replace(".", ",")


def short_date(day: date) -> str:
    """``23/11/2026``."""
    return f"{day.day:02d}/{day.month:02d}/{day.year:04d}"


def day_on_screen(day: date) -> str:
    """``Thứ Hai 23/11/2026``."""
    name = weekday_in_words(day)
    return f"{name[0].upper()}{name[1:]} {short_date(day)}"


def moment_on_screen(moment: datetime) -> str:
    """``17:00 Thứ Hai 23/11/2026``."""
    return f"{clock(moment)} {day_on_screen(moment)}"


def moment_in_text(moment: datetime) -> str:
    """``17:00 thứ Hai 23/11/2026``, inside a sentence."""
    return f"{clock(moment)} {weekday_in_words(moment)} {short_date(moment)}"


def dong(amount: int) -> str:
    """An amount of dong with dots between thousands: ``8.000 đ``."""
    return f"{amount:,} đ".replace(",", ".")


def number_in_words(number: int, region: Region = "north") -> str:
    """A whole number read aloud: ``một trăm linh năm nghìn``; in the south ``một trăm lẻ năm nghìn``.

    Raises `ValueError` unless 0 <= number < 10**18.
    """
    if not 0 <= number < _MOST_DONG:
        raise ValueError(f"cannot read {number} aloud: not in 0 to 10^18 - 1")
    if number == 0:
        return _DIGITS[0]
    billions, rest = divmod(number, _BILLION)
    parts: list[str] = []
    if billions:
        parts.append(number_in_words(billions, region) + " tỷ")
    for scale, name in _SCALES:
        group, rest = divmod(rest, scale)
        if group:
            parts.append(f"{_group_in_words(group, region, leading=not parts)} {name}".rstrip())
    return " ".join(parts)


def dong_in_words(amount: int, region: Region = "north") -> str:
    """An amount for "Viết bằng chữ" of a receipt: ``Một trăm linh năm nghìn đồng``.

    Raises `ValueError` unless 0 <= amount < 10**18.
    """
    text = number_in_words(amount, region) + " đồng"
    return text[0].upper() + text[1:]


def _group_in_words(group: int, region: Region, *, leading: bool) -> str:
    """Three digits (1 to 999); a group that is not the first says its empty hundreds too."""
    hundreds, rest = divmod(group, 100)
    tens, ones = divmod(rest, 10)
    parts: list[str] = []
    if hundreds or not leading:
        parts.append(f"{_DIGITS[hundreds]} trăm")
    if tens == 0:
        if ones:
            parts += [("linh" if region == "north" else "lẻ") if parts else "", _DIGITS[ones]]
    elif tens == 1:
        parts += ["mười", "lăm" if ones == 5 else _DIGITS[ones] if ones else ""]
    else:
        parts += [f"{_DIGITS[tens]} mươi", _ones_after_tens(ones, region)]
    return " ".join(part for part in parts if part)


def _ones_after_tens(ones: int, region: Region) -> str:
    """The last digit after "mươi": mốt, tư (north), lăm."""
    if ones == 0:
        return ""
    special = {1: "mốt", 5: "lăm"}
    if region == "north":
        special[4] = "tư"
    return special.get(ones, _DIGITS[ones])
