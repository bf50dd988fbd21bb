"""Due times: the vectors of the trade, the edges of every rule, and the errors."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, time, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from sync.model.calendar import Calendar, CalendarEnds
from sync.model.due import (
    Policy,
    due,
    due_after_supplement,
    due_at,
    one_working_day_before,
    working_days_after,
    working_days_before,
    working_days_between,
)
from sync.model.limit import Limit
from sync.model.moment import VIETNAM, parse_moment
from sync.resources import read_resource

VECTORS = json.loads(
    (Path(__file__).parent.parent / "data" / "time_vectors.json").read_text(encoding="utf-8")
)
SHIPPED = Calendar.from_table(json.loads(read_resource("calendars", "vietnam.json")))


def at(text: str) -> datetime:
    return parse_moment(text)


def due_text(
    received: str, limit: str, policy: Policy = "P1", cutoff: time | None = None, **table: Any
) -> str:
    """The due time, by both ways there are, as ``2026-11-27T09:15``."""
    calendar = Calendar.from_table(SHIPPED.to_table() | table) if table else SHIPPED
    moment = due(at(received), Limit.parse(limit), calendar, policy, cutoff).at
    assert due_at(at(received), Limit.parse(limit), calendar, policy, cutoff) == moment
    assert moment.tzinfo is VIETNAM
    return moment.isoformat(timespec="minutes").removesuffix("+07:00")


@pytest.mark.parametrize(("received", "limit", "p1", "p2"), VECTORS["vectors"])
def test_the_vectors_of_the_trade_hold(received: str, limit: str, p1: str, p2: str | None) -> None:
    assert due_text(received, limit) == p1
    if p2 is not None:
        assert due_text(received, limit, "P2", time(15)) == p2
        assert due_text(received, limit, "P2") == p2


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        ("2026-06-08T07:29", "2026-06-09T07:30"),
        ("2026-06-08T07:30", "2026-06-09T07:30"),
        ("2026-06-08T11:30", "2026-06-09T11:30"),
        ("2026-06-08T11:31", "2026-06-09T13:30"),
        ("2026-06-08T13:29", "2026-06-09T13:30"),
        ("2026-06-08T17:00", "2026-06-09T17:00"),
        ("2026-06-08T17:01", "2026-06-10T07:30"),
        ("2026-06-08T23:59", "2026-06-10T07:30"),
        ("2026-06-09T00:00", "2026-06-10T07:30"),
        ("2026-06-05T17:01", "2026-06-09T07:30"),
        ("2026-06-06T09:00", "2026-06-09T07:30"),
        ("2026-06-07T23:59", "2026-06-09T07:30"),
        ("2026-11-24T09:00", "2026-11-26T07:30"),
        ("2026-08-22T17:01", "2026-08-25T07:30"),
        ("2026-08-21T17:01", "2026-08-24T07:30"),
    ],
)
def test_a_reception_outside_sessions_counts_from_the_next_opening(received: str, expected: str) -> None:
    assert due_text(received, "1 ngày làm việc") == expected


@pytest.mark.parametrize(
    "received", ["2026-06-08T17:00:59.999+07:00", "2026-06-08T10:00:59Z", "2026-06-08T05:00:30-05:00"]
)
def test_seconds_are_cut_and_other_zones_are_understood(received: str) -> None:
    assert due_text(received, "1 ngày làm việc") == "2026-06-09T17:00"


def test_a_time_without_an_offset_is_refused() -> None:
    for function in (due, due_at):
        with pytest.raises(ValueError, match="offset"):
            function(at("2026-06-08T09:00").replace(tzinfo=None), Limit.parse("1 ngày"), SHIPPED)


@pytest.mark.parametrize(
    ("received", "cutoff", "expected"),
    [
        ("2026-06-08T15:00", None, "2026-06-09T15:00"),
        ("2026-06-08T15:01", None, "2026-06-10T07:30"),
        ("2026-06-08T16:00", time(16), "2026-06-09T16:00"),
        ("2026-06-08T16:01", time(16), "2026-06-10T07:30"),
        ("2026-06-05T15:01", None, "2026-06-09T07:30"),
        # Moved to Monday's opening already: the cut-off looks at the moved time.
        ("2026-06-05T17:30", None, "2026-06-09T07:30"),
        ("2026-06-08T12:00", time(12, 30), "2026-06-10T07:30"),
    ],
)
def test_p2_moves_only_what_is_strictly_later_than_the_cutoff(
    received: str, cutoff: time | None, expected: str
) -> None:
    assert due_text(received, "1 ngày làm việc", "P2", cutoff) == expected


def test_p2_is_for_days_and_months_not_for_hours_or_the_same_day() -> None:
    assert due_text("2026-06-08T16:00", "1 giờ", "P2") == "2026-06-08T17:00"
    assert due_text("2026-06-08T14:00", "trong ngày", "P2", time(9)) == "2026-06-08T17:00"
    assert due_text("2026-06-08T16:00", "1 ngày", "P2") == "2026-06-10T07:30"
    assert due_text("2026-06-08T16:00", "1 tháng", "P2") == "2026-07-09T07:30"
    assert due_text("2026-06-08T16:00", "1 năm", "P2") == "2027-06-09T07:30"


@pytest.mark.parametrize("policy", ["P1", "P3"])
def test_a_cutoff_moves_nothing_but_under_p2(policy: Policy) -> None:
    assert due_text("2026-06-08T16:00", "1 ngày làm việc", policy, time(9))[:10] == "2026-06-09"


@pytest.mark.parametrize(
    ("limit", "expected"),
    [
        ("1 ngày làm việc", "2026-06-09T17:00"),
        ("5 ngày", "2026-06-15T17:00"),
        ("1 tháng", "2026-07-08T17:00"),
        ("2 giờ", "2026-06-08T17:00"),
        ("trong ngày", "2026-06-08T17:00"),
    ],
)
def test_p3_is_due_when_the_office_closes(limit: str, expected: str) -> None:
    assert due_text("2026-06-08T09:10", limit, "P3") == expected


@pytest.mark.parametrize(
    ("received", "limit", "expected"),
    [
        ("2026-01-29T09:00", "1 tháng", "2026-03-02T09:00"),
        ("2023-01-31T09:00", "1 tháng", "2023-02-28T09:00"),
        ("2024-01-31T09:00", "1 tháng", "2024-02-29T09:00"),
        ("2024-02-29T09:00", "1 năm", "2025-02-28T09:00"),
        ("2024-02-29T09:00", "12 tháng", "2025-02-28T09:00"),
        ("2024-02-29T09:00", "4 năm", "2028-02-29T09:00"),
        ("2026-03-31T09:00", "1 tháng", "2026-05-04T09:00"),
        ("2026-12-31T09:00", "2 tháng", "2027-03-01T09:00"),
        ("2026-06-08T09:00", "6 tháng", "2026-12-08T09:00"),
        ("2026-06-01T09:00", "12 ngày", "2026-06-15T09:00"),
        ("2026-06-01T09:00", "13 ngày", "2026-06-15T09:00"),
        ("2026-06-01T09:00", "14 ngày", "2026-06-15T09:00"),
        ("2026-02-10T09:00", "7 ngày", "2026-02-23T09:00"),
        ("2026-08-12T09:00", "10 ngày", "2026-08-22T09:00"),
        ("2026-11-14T09:00", "8 ngày", "2026-11-25T07:30"),
    ],
)
def test_calendar_days_and_months_end_on_a_working_day(received: str, limit: str, expected: str) -> None:
    assert due_text(received, limit) == expected


@pytest.mark.parametrize(
    ("received", "limit", "expected"),
    [
        ("2026-06-08T07:30", "4 giờ", "2026-06-08T11:30"),
        ("2026-06-08T11:30", "1 giờ", "2026-06-08T14:30"),
        ("2026-06-08T11:00", "1 giờ", "2026-06-08T14:00"),
        ("2026-06-08T16:00", "1 giờ", "2026-06-08T17:00"),
        ("2026-06-08T17:00", "1 giờ", "2026-06-09T08:30"),
        ("2026-06-08T16:30", "1 giờ", "2026-06-09T08:00"),
        ("2026-06-08T12:00", "1 giờ", "2026-06-08T14:30"),
        ("2026-06-05T16:00", "2 giờ", "2026-06-08T08:30"),
        # 7.5 office hours a day: 8 hours are a name of a limit, not a day.
        ("2026-06-08T07:30", "8 giờ", "2026-06-09T08:00"),
        ("2026-06-08T07:30", "15 giờ", "2026-06-09T17:00"),
        ("2026-08-20T16:00", "10 giờ", "2026-08-22T09:00"),
        ("2026-02-13T16:30", "1 giờ làm việc", "2026-02-23T08:00"),
    ],
)
def test_hours_pass_only_inside_sessions(received: str, limit: str, expected: str) -> None:
    assert due_text(received, limit) == expected


@pytest.mark.parametrize(
    ("received", "expected"),
    [
        ("2026-06-08T06:00", "2026-06-08T17:00"),
        ("2026-06-08T12:00", "2026-06-08T17:00"),
        ("2026-06-08T15:00:59", "2026-06-08T17:00"),
        ("2026-06-08T15:01", "2026-06-09T17:00"),
        ("2026-06-08T17:01", "2026-06-09T17:00"),
        ("2026-06-05T15:01", "2026-06-08T17:00"),
        ("2026-06-06T16:00", "2026-06-08T17:00"),
        ("2026-08-22T10:00", "2026-08-22T17:00"),
    ],
)
def test_the_same_day_ends_at_closing_and_after_its_cutoff_on_the_next_working_day(
    received: str, expected: str
) -> None:
    assert due_text(received, "trong ngày") == expected


def test_the_same_day_cutoff_is_the_calendars() -> None:
    assert due_text("2026-06-08T15:30", "trong ngày", same_day_cutoff="16:00") == "2026-06-08T17:00"
    assert due_text("2026-06-08T10:30", "trong ngày", same_day_cutoff="10:00") == "2026-06-09T17:00"


MORNING: dict[str, Any] = {"weekday_sessions": {"saturday": [["08:00", "11:30"]]}}


@pytest.mark.parametrize(
    ("received", "limit", "policy", "expected"),
    [
        ("2026-06-05T15:00", "1 ngày làm việc", "P1", "2026-06-06T11:30"),
        ("2026-06-05T07:30", "1 ngày làm việc", "P1", "2026-06-06T08:00"),
        ("2026-06-05T09:00", "1 ngày làm việc", "P1", "2026-06-06T09:00"),
        ("2026-06-05T15:00", "1 ngày", "P1", "2026-06-06T11:30"),
        ("2026-06-05T09:00", "1 ngày làm việc", "P3", "2026-06-06T11:30"),
        ("2026-06-05T15:01", "trong ngày", "P1", "2026-06-06T11:30"),
        ("2026-06-06T11:31", "1 ngày làm việc", "P1", "2026-06-09T07:30"),
        ("2026-06-05T16:00", "5 giờ", "P1", "2026-06-08T08:00"),
    ],
)
def test_a_clock_time_outside_the_due_days_sessions_is_fitted(
    received: str, limit: str, policy: Policy, expected: str
) -> None:
    assert due_text(received, limit, policy, **MORNING) == expected


def test_a_clock_time_in_the_due_days_longer_lunch_waits_for_the_afternoon() -> None:
    longer: dict[str, Any] = {"weekday_sessions": {"tuesday": [["07:30", "10:30"], ["14:00", "17:00"]]}}
    assert due_text("2026-06-08T11:00", "1 ngày làm việc", **longer) == "2026-06-09T14:00"


@pytest.mark.parametrize(
    ("received", "limit", "year"),
    [
        ("2030-12-31T09:00", "1 ngày làm việc", 2031),
        ("2030-12-31T09:00", "1 ngày", 2031),
        ("2030-12-31T16:30", "1 giờ", 2031),
        ("2030-12-31T15:01", "trong ngày", 2031),
        ("2030-12-31T17:01", "trong ngày", 2031),
        ("2030-12-31T17:01", "1 giờ", 2031),
        ("2030-12-31T17:01", "1 ngày", 2031),
        ("2026-06-08T09:00", "9999 ngày làm việc", 2031),
        ("2026-06-08T09:00", "9999 ngày", 2031),
        ("2026-06-08T09:00", "9999 giờ", 2031),
        ("2026-06-08T09:00", "100 năm", 2031),
        ("2017-12-31T16:00", "1 ngày", 2017),
        ("0001-01-01T09:00", "1 ngày", 1),
        ("9999-12-31T09:00", "100 năm", 9999),
    ],
)
def test_a_day_outside_the_known_years_is_an_error_with_advice(received: str, limit: str, year: int) -> None:
    for function in (due, due_at):
        with pytest.raises(CalendarEnds) as caught:
            function(at(received), Limit.parse(limit), SHIPPED)
        assert caught.value.year == year
        assert caught.value.advice


@pytest.mark.parametrize(
    "moment",
    [
        datetime(1, 1, 1, tzinfo=timezone(timedelta(hours=14))),
        datetime(9999, 12, 31, 23, tzinfo=UTC),
    ],
)
def test_a_time_at_the_ends_of_time_is_an_unknown_year(moment: datetime) -> None:
    with pytest.raises(CalendarEnds):
        due_at(moment, Limit.parse("1 ngày"), SHIPPED)


def test_the_last_known_day_is_still_counted() -> None:
    assert due_text("2030-12-30T17:00", "1 ngày làm việc") == "2030-12-31T17:00"
    assert due_text("2030-12-31T16:00", "1 giờ") == "2030-12-31T17:00"
    assert due_text("2018-01-01T09:00", "1 ngày làm việc") == "2018-01-03T07:30"


def test_an_unknown_policy_is_refused() -> None:
    for function in (due, due_at):
        with pytest.raises(ValueError, match="P9"):
            function(at("2026-06-08T09:00"), Limit.parse("1 ngày"), SHIPPED, "P9")  # type: ignore[arg-type]


def test_working_days_are_counted_forth_and_back() -> None:
    friday = date(2026, 11, 20)
    assert working_days_after(friday, 1, SHIPPED) == date(2026, 11, 23)
    assert working_days_after(friday, 2, SHIPPED) == date(2026, 11, 25)
    assert working_days_before(date(2026, 11, 25), 1, SHIPPED) == date(2026, 11, 23)
    assert working_days_before(date(2026, 11, 22), 1, SHIPPED) == friday
    assert working_days_between(friday, date(2026, 11, 25), SHIPPED) == 2
    assert working_days_between(date(2026, 11, 25), friday, SHIPPED) == 0
    assert working_days_between(date(2026, 8, 21), date(2026, 8, 22), SHIPPED) == 1


def test_working_days_beyond_the_calendar_are_errors() -> None:
    with pytest.raises(CalendarEnds, match="2031"):
        working_days_after(date(2030, 12, 31), 1, SHIPPED)
    with pytest.raises(CalendarEnds, match="2017"):
        working_days_before(date(2018, 1, 2), 1, SHIPPED)
    with pytest.raises(CalendarEnds, match="2035"):
        working_days_between(date(2030, 1, 1), date(2035, 1, 1), SHIPPED)
    with pytest.raises(ValueError, match="0 working days"):
        working_days_after(date(2026, 1, 1), 0, SHIPPED)


def test_the_apology_is_due_one_working_day_before() -> None:
    assert one_working_day_before(at("2026-11-25T10:00"), SHIPPED) == at("2026-11-23T10:00")
    assert one_working_day_before(at("2026-08-24T10:00"), SHIPPED) == at("2026-08-22T10:00")
    morning = Calendar.from_table(SHIPPED.to_table() | MORNING)
    assert one_working_day_before(at("2026-06-08T15:00"), morning) == at("2026-06-06T11:30")


OLD_DUE, REQUESTED = at("2026-11-27T09:15"), at("2026-11-20T10:00")


def test_a_supplement_restarts_the_limit_from_completion() -> None:
    limit = Limit.parse("3 ngày làm việc")
    anew = due_after_supplement(OLD_DUE, REQUESTED, at("2026-11-25T17:30"), limit, SHIPPED)
    plain = due(at("2026-11-25T17:30"), limit, SHIPPED)
    assert anew.at == plain.at == at("2026-12-01T07:30")
    assert anew.counted_from == plain.counted_from == at("2026-11-26T07:30")
    assert anew.explanation == "Tính lại từ đầu kể từ khi bổ sung đủ hồ sơ. " + plain.explanation
    under_p2 = due_after_supplement(OLD_DUE, REQUESTED, at("2026-11-25T16:00"), limit, SHIPPED, "P2")
    assert under_p2.at == at("2026-12-01T07:30")


@pytest.mark.parametrize(
    ("requested", "completed", "expected"),
    [
        ("2026-11-20T10:00", "2026-11-20T16:00", "2026-11-27T09:15"),
        ("2026-11-20T10:00", "2026-11-22T16:00", "2026-11-27T09:15"),
        ("2026-11-20T10:00", "2026-11-23T07:30", "2026-11-30T09:15"),
        ("2026-11-20T10:00", "2026-11-25T17:30", "2026-12-01T09:15"),
        ("2026-11-24T10:00", "2026-11-25T10:00", "2026-11-30T09:15"),
    ],
)
def test_a_supplement_may_extend_by_the_working_days_waited(
    requested: str, completed: str, expected: str
) -> None:
    extended = due_after_supplement(
        OLD_DUE, at(requested), at(completed), Limit.parse("3 ngày làm việc"), SHIPPED, rule="EXTEND"
    )
    assert extended.at == at(expected)


def test_an_extension_tells_what_was_added_to_what() -> None:
    extended = due_after_supplement(
        OLD_DUE, REQUESTED, at("2026-11-25T10:00"), Limit.parse("3 ngày"), SHIPPED, rule="EXTEND"
    )
    assert extended.explanation == (
        "Chờ bổ sung 2 ngày làm việc, sau ngày 20/11/2026 đến hết ngày 25/11/2026, trừ thứ Bảy, Chủ nhật, "
        "24/11 (Ngày Văn hóa Việt Nam). Cộng 2 ngày làm việc vào hạn trả cũ 09:15 thứ Sáu 27/11/2026, trừ "
        "thứ Bảy, Chủ nhật. "
        "Hẹn trả kết quả: 09:15 thứ Ba 01/12/2026."
    )
    assert not extended.tentative
    unchanged = due_after_supplement(
        OLD_DUE, REQUESTED, at("2026-11-20T16:00"), Limit.parse("3 ngày"), SHIPPED, rule="EXTEND"
    )
    assert unchanged.explanation == (
        "Bổ sung đủ hồ sơ không qua ngày làm việc nào nên giữ nguyên hạn trả. "
        "Hẹn trả kết quả: 09:15 thứ Sáu 27/11/2026."
    )


def test_a_supplement_completed_before_it_was_asked_for_is_refused() -> None:
    with pytest.raises(ValueError, match="before"):
        due_after_supplement(OLD_DUE, REQUESTED, at("2026-11-19T10:00"), Limit.parse("3 ngày"), SHIPPED)
    with pytest.raises(ValueError, match="HALF"):
        due_after_supplement(
            OLD_DUE,
            REQUESTED,
            at("2026-11-21T10:00"),
            Limit.parse("3 ngày"),
            SHIPPED,
            rule="HALF",  # type: ignore[arg-type]
        )
