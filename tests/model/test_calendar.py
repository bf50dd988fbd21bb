"""The working calendar: the shipped one against the law and the notices, and tables that are none."""

from __future__ import annotations

import json
from datetime import date, time, timedelta
from pathlib import Path
from typing import Any

import pytest

from sync.model.calendar import Calendar, CalendarEnds, CalendarWrong, SpecialDay
from sync.resources import read_resource

DATA = Path(__file__).parent.parent / "data"
SHIPPED: dict[str, Any] = json.loads(read_resource("calendars", "vietnam.json"))
OFFICIAL = json.loads((DATA / "time_vectors.json").read_text(encoding="utf-8"))["official"]


@pytest.fixture(scope="module")
def calendar() -> Calendar:
    return Calendar.from_table(SHIPPED)


def table(**changes: Any) -> dict[str, Any]:
    small: dict[str, Any] = {
        "version": "t1",
        "years": {"2026": "official", "2027": "predicted"},
        "days": [{"date": "2026-11-24", "kind": "rest", "name": "Ngày Văn hóa Việt Nam", "notice": "NQ 28"}],
    }
    return small | changes


@pytest.mark.parametrize("year", ["2024", "2025", "2026"])
def test_the_shipped_calendar_is_the_official_one(calendar: Calendar, year: str) -> None:
    off: list[str] = []
    worked: list[str] = []
    day = date(int(year), 1, 1)
    while day.year == int(year):
        if calendar.is_working(day) != (day.weekday() < 5):
            (off if day.weekday() < 5 else worked).append(day.isoformat()[5:])
        day += timedelta(days=1)
    assert off == OFFICIAL[year]["off"]
    assert worked == OFFICIAL[year]["worked"]


def test_every_day_of_an_official_year_names_its_document(calendar: Calendar) -> None:
    unknown = [day for day in calendar.days if day.tentative]
    assert {day.day.year for day in unknown} <= calendar.predicted_years
    assert calendar.predicted_years == {2027, 2028, 2029, 2030}
    # What the law itself fixes is settled in a predicted year too; what a notice decides is not.
    settled = {day.day for day in calendar.days if not day.tentative}
    assert {date(2028, 4, 30), date(2028, 5, 1), date(2028, 11, 24)} <= settled
    assert {date(2028, 1, 26), date(2028, 9, 1)}.isdisjoint(settled)


def test_every_swap_gives_back_the_day_it_takes(calendar: Calendar) -> None:
    work = [day for day in calendar.days if day.kind == "work"]
    assert [day.day.isoformat() for day in work] == [
        *("2019-01-05", "2019-05-04", "2024-05-04", "2025-04-26", "2026-01-10", "2026-08-22")
    ]
    for day in work:
        text = day.name.removeprefix("làm bù cho ngày ")
        off = calendar.special(date(int(text[6:]), int(text[3:5]), int(text[:2])))
        assert off is not None
        assert off.kind == "rest"
        assert off.name == f"nghỉ hoán đổi, làm bù ngày {day.day:%d/%m/%Y}"
        assert off.notice == day.notice != ""


def test_the_shipped_table_is_what_the_build_script_writes() -> None:
    pytest.importorskip("holidays", reason="seeds the shipped calendar; a development dependency only")
    from tests.tools import build_calendar

    assert build_calendar.TARGET.read_text(encoding="utf-8") == build_calendar.calendar_text(
        build_calendar.build_calendar()
    )


def test_a_calendar_and_its_table_are_the_same_thing(calendar: Calendar) -> None:
    assert calendar.to_table() == SHIPPED
    again = Calendar.from_table(json.loads(json.dumps(calendar.to_table())))
    assert again == calendar
    assert hash(again) == hash(calendar)


def test_a_table_may_leave_out_what_is_usual() -> None:
    made = Calendar.from_table(table())
    assert made.sessions == ((time(7, 30), time(11, 30)), (time(13, 30), time(17)))
    assert made.same_day_cutoff == time(15)
    assert made.predicted_years == {2027}
    assert made.sessions_on(date(2026, 11, 23)) == made.sessions
    assert made.sessions_on(date(2026, 11, 24)) == ()
    assert not made.is_working(date(2026, 11, 28))


def test_an_office_may_open_on_saturday_mornings_and_have_its_own_hours_on_one_day() -> None:
    made = Calendar.from_table(
        table(
            sessions=[["08:00", "12:00"], ["13:00", "16:30"]],
            weekday_sessions={"saturday": [["07:30", "11:30"]], "monday": []},
            days=[
                {"date": "2026-11-21", "kind": "work", "name": "làm bù"},
                {"date": "2026-11-22", "kind": "work", "name": "trực", "sessions": [["08:00", "10:00"]]},
            ],
        )
    )
    morning = ((time(7, 30), time(11, 30)),)
    assert made.sessions_on(date(2026, 11, 28)) == morning
    assert made.sessions_on(date(2026, 11, 21)) == made.sessions, "a made-up day is a whole one"
    assert made.sessions_on(date(2026, 11, 22)) == ((time(8), time(10)),)
    assert made.sessions_on(date(2026, 11, 23)) == ()
    assert Calendar.from_table(made.to_table()) == made


def test_special_days_come_out_in_order_whatever_order_they_came_in() -> None:
    rows = [
        {"date": "2026-11-24", "kind": "rest", "name": "b", "notice": " "},
        {"date": "2026-01-01", "kind": "rest", "name": "a", "notice": "x"},
    ]
    made = Calendar.from_table(table(days=rows))
    assert made.days == (
        SpecialDay(date(2026, 1, 1), "rest", "a", "x"),
        SpecialDay(date(2026, 11, 24), "rest", "b"),
    )
    assert [day.tentative for day in made.days] == [False, True]


@pytest.mark.parametrize("year", [2025, 2028, 1, 9999])
def test_an_unknown_year_is_an_error_with_advice(year: int) -> None:
    with pytest.raises(CalendarEnds) as caught:
        Calendar.from_table(table()).is_working(date(year, 6, 1))
    assert caught.value.year == year
    assert f"chưa có năm {year} (chỉ có từ năm 2026 đến năm 2027)" in caught.value.title
    assert "cập nhật lịch" in caught.value.advice


DAY = {"date": "2026-11-24", "kind": "rest", "name": "x", "notice": ""}


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"version": ""}, "version"),
        ({"version": 3}, "version"),
        ({"years": {}}, "years"),
        ({"years": ["2026"]}, "years"),
        ({"years": {"26": "official"}}, "years"),
        ({"years": {"0000": "official"}}, "years"),
        ({"years": {"2026": "official", "2028": "official"}}, "years"),
        ({"years": {str(year): "official" for year in range(2000, 2300)}}, "years"),
        ({"years": {"2026": "sure"}}, "years.2026"),
        ({"years": {"2026": []}}, "years.2026"),
        ({"days": None}, "days"),
        ({"days": {}}, "days"),
        ({"days": ["2026-11-24"]}, "days[0]"),
        ({"days": [DAY | {"kind": "half"}]}, "days[0].kind"),
        ({"days": [DAY | {"date": "24/11/2026"}]}, "days[0].date"),
        ({"days": [DAY | {"date": "20261124"}]}, "days[0].date"),
        ({"days": [DAY | {"date": "2026-02-30"}]}, "days[0].date"),
        ({"days": [DAY | {"date": "2028-11-24"}]}, "days[0].date"),
        ({"days": [DAY, DAY]}, "days[1].date"),
        ({"days": [DAY | {"name": " "}]}, "days[0].name"),
        ({"days": [DAY | {"notice": None}]}, "days[0].notice"),
        ({"days": [DAY | {"sessions": [["08:00", "10:00"]]}]}, "days[0].sessions"),
        ({"sessions": []}, "sessions"),
        ({"sessions": [["07:30"]]}, "sessions"),
        ({"sessions": [["7:30", "11:30"]]}, "sessions"),
        ({"sessions": [["11:30", "07:30"]]}, "sessions"),
        ({"sessions": [["07:30", "11:30"], ["11:30", "17:00"]]}, "sessions"),
        ({"sessions": "07:30"}, "sessions"),
        ({"sessions": [[730, 1130]]}, "sessions"),
        ({"weekday_sessions": []}, "weekday_sessions"),
        ({"weekday_sessions": {"thứ Bảy": []}}, "weekday_sessions"),
        ({"weekday_sessions": {"saturday": [["x", "y"]]}}, "weekday_sessions.saturday"),
        ({"same_day_cutoff": "3pm"}, "same_day_cutoff"),
        ({"same_day_cutoff": "25:00"}, "same_day_cutoff"),
    ],
)
def test_a_table_that_is_no_calendar_is_refused_at_its_field(changes: dict[str, Any], field: str) -> None:
    with pytest.raises(CalendarWrong) as caught:
        Calendar.from_table(table(**changes))
    assert caught.value.field == field
    assert f"“{field}”" in caught.value.title
    assert caught.value.advice


def test_what_is_no_table_at_all_is_refused() -> None:
    with pytest.raises(CalendarWrong, match="table"):
        Calendar.from_table([])  # type: ignore[arg-type]
