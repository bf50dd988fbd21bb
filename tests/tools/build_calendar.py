"""Writes ``resources/calendars/vietnam.json`` from the `holidays` package and the notices below.

Run when `holidays` or a notice changes, from the repository's root::

    python tests/tools/build_calendar.py

The package knows the lunar dates, the made-up rest days of Đ.111 BLLĐ and most swaps; which document
each line rests on, and swaps it lacks, stand here. The program itself never imports `holidays`.
Notices before 2021 are not kept by number; their days are those that were observed.
"""

from __future__ import annotations

import json
import re
from datetime import date
from pathlib import Path
from typing import Any

import holidays

from sync.model.calendar import DEFAULT_SAME_DAY_CUTOFF, DEFAULT_SESSIONS, Calendar, SpecialDay

VERSION = "VN-2026.1"
YEARS = range(2018, 2031)
LAST_OFFICIAL = 2026
TARGET = Path(__file__).resolve().parents[2] / "resources" / "calendars" / "vietnam.json"

YEARLY_NOTICES = {
    2021: "Thông báo 4875/TB-LĐTBXH",
    2022: "Thông báo 119/TB-LĐTBXH",
    2023: "Thông báo 5034/TB-LĐTBXH",
    2024: "Thông báo 5015/TB-LĐTBXH ngày 22/11/2023",
    2025: "Thông báo 6150/TB-BLĐTBXH ngày 03/12/2024",
    2026: "Thông báo 9441/TB-BNV ngày 16/10/2025",
}
"""Tết's block, the second day of Quốc khánh and (unless named below) the swaps of the year."""

OBSERVED = "Lịch nghỉ đã công bố và đã thực hiện"
"""Years before 2021, whose notices' numbers are not kept here."""

SWAPS = {
    # day off: (make-up day, document)
    date(2018, 12, 31): (date(2019, 1, 5), OBSERVED),
    date(2019, 4, 29): (date(2019, 5, 4), OBSERVED),
    date(2024, 4, 29): (date(2024, 5, 4), "Thông báo 1570/TB-LĐTBXH"),
    date(2025, 5, 2): (date(2025, 4, 26), YEARLY_NOTICES[2025]),
    # Not in `holidays` 0.109.
    date(2026, 1, 2): (date(2026, 1, 10), "Công văn 12729/VPCP-KGVX ngày 25/12/2025"),
    date(2026, 8, 31): (date(2026, 8, 22), YEARLY_NOTICES[2026]),
}

CULTURE_DAY = "Ngày Văn hóa Việt Nam"
NATIONAL_DAY = "Quốc khánh"
TET = "Tết Nguyên đán"
MADE_UP_REST = "nghỉ bù "


def build_calendar() -> Calendar:
    """The shipped calendar."""
    days: dict[date, SpecialDay] = {}
    for day, names in holidays.country_holidays("VN", years=YEARS, language="vi").items():
        name = _name(names)
        if "thay cho" not in name:
            days[day] = SpecialDay(day, "rest", name, _notice(day, name))
    for off, (worked, notice) in SWAPS.items():
        days[off] = SpecialDay(off, "rest", f"nghỉ hoán đổi, làm bù ngày {worked:%d/%m/%Y}", notice)
        days[worked] = SpecialDay(worked, "work", f"làm bù cho ngày {off:%d/%m/%Y}", notice)
    return Calendar(
        version=VERSION,
        first_year=YEARS[0],
        last_year=YEARS[-1],
        sessions=DEFAULT_SESSIONS,
        days=tuple(days[day] for day in sorted(days)),
        predicted_years=frozenset(year for year in YEARS if year > LAST_OFFICIAL),
        same_day_cutoff=DEFAULT_SAME_DAY_CUTOFF,
    )


def calendar_text(calendar: Calendar) -> str:
    """The table as JSON with one special day a line, so that a change of one day is a change of one line."""
    table: dict[str, Any] = calendar.to_table()
    days = table.pop("days")
    head = ",\n".join(f"  {_json(key)}: {_json(value)}" for key, value in table.items())
    rows = ",\n".join(f"    {_json(row)}" for row in days)
    return f'{{\n{head},\n  "days": [\n{rows}\n  ]\n}}\n'


def _name(names: str) -> str:
    """The package's names made one per holiday: "Mùng hai Tết …" is Tết, "X (nghỉ bù)" is "nghỉ bù X"."""
    name = names.split(";", maxsplit=1)[0].strip()
    made_up = name.endswith("(nghỉ bù)")
    name = re.sub(r"\s*\(nghỉ bù\)$", "", name)
    if name == "29 Tết" or "Tết Nguyên Đán" in name:
        name = TET
    name = name.replace("Ngày Giỗ Tổ Hùng Vương", "Giỗ Tổ Hùng Vương")
    return MADE_UP_REST + name if made_up else name


def _notice(day: date, name: str) -> str:
    """The document a day off rests on; empty for what the law leaves to a notice not yet known."""
    if name == CULTURE_DAY:
        return "Nghị quyết 28/2026/QH16"
    decided_yearly = name == TET or (name.endswith(NATIONAL_DAY) and (day.month, day.day) != (9, 2))
    # Whether Đ.111 makes up a Culture Day on a weekend is not settled: that day is not in Đ.112.
    if decided_yearly or name.endswith(CULTURE_DAY):
        return "" if day.year > LAST_OFFICIAL else YEARLY_NOTICES.get(day.year, OBSERVED)
    if day.year < 2021:
        return "Bộ luật Lao động 2012, Điều 115"
    return "Bộ luật Lao động 2019, Điều " + ("111 khoản 3" if name.startswith(MADE_UP_REST) else "112")


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


if __name__ == "__main__":
    TARGET.write_text(calendar_text(build_calendar()), encoding="utf-8")
