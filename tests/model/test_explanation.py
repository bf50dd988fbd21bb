"""The explanation of a due time: whole sentences, as an officer reads them to a citizen."""

from __future__ import annotations

import json

import pytest

from sync.model.calendar import Calendar
from sync.model.due import Policy, due, due_after_supplement
from sync.model.limit import Limit
from sync.model.moment import parse_moment
from sync.resources import read_resource

SHIPPED = Calendar.from_table(json.loads(read_resource("calendars", "vietnam.json")))

TOLD: list[tuple[str, str, Policy, str]] = [
    (
        *("2026-11-23T09:15", "3 ngày LV", "P1"),
        (
            "3 ngày làm việc kể từ 09:15 thứ Hai 23/11/2026, trừ 24/11 (Ngày Văn hóa Việt Nam). Hẹn trả "
            "kết quả: 09:15 thứ Sáu 27/11/2026."
        ),
    ),
    (
        *("2026-11-20T15:20", "1 ngày LV", "P2"),
        (
            "Nhận sau 15:00 nên tính từ 07:30 thứ Hai 23/11/2026, qua các ngày nghỉ: thứ Bảy, Chủ nhật. 1"
            " ngày làm việc kể từ 07:30 thứ Hai 23/11/2026, trừ 24/11 (Ngày Văn hóa Việt Nam). Hẹn trả "
            "kết quả: 07:30 thứ Tư 25/11/2026."
        ),
    ),
    (
        *("2026-06-05T12:10", "3 ngày LV", "P1"),
        (
            "Nhận lúc 12:10 thứ Sáu 05/06/2026, ngoài giờ làm việc, nên tính từ 13:30 cùng ngày. 3 ngày "
            "làm việc kể từ 13:30 thứ Sáu 05/06/2026, trừ thứ Bảy, Chủ nhật. Hẹn trả kết quả: 13:30 thứ "
            "Tư 10/06/2026."
        ),
    ),
    (
        *("2026-11-24T16:00", "1 giờ", "P1"),
        (
            "Nhận lúc 16:00 thứ Ba 24/11/2026, là ngày nghỉ (Ngày Văn hóa Việt Nam), nên tính từ 07:30 "
            "thứ Tư 25/11/2026. 1 giờ kể từ 07:30 thứ Tư 25/11/2026, chỉ tính trong giờ làm việc. Hẹn trả"
            " kết quả: 08:30 thứ Tư 25/11/2026."
        ),
    ),
    (
        *("2026-02-14T08:00", "5 ngày LV", "P1"),
        (
            "Nhận lúc 08:00 thứ Bảy 14/02/2026, là ngày nghỉ, nên tính từ 07:30 thứ Hai 23/02/2026, qua "
            "các ngày nghỉ: thứ Bảy, Chủ nhật, 16/02 đến 20/02 (Tết Nguyên đán). 5 ngày làm việc kể từ "
            "07:30 thứ Hai 23/02/2026, trừ thứ Bảy, Chủ nhật. Hẹn trả kết quả: 07:30 thứ Hai 02/03/2026."
        ),
    ),
    (
        *("2026-08-21T10:00", "1 ngày LV", "P1"),
        (
            "1 ngày làm việc kể từ 10:00 thứ Sáu 21/08/2026. Hẹn trả kết quả: 10:00 thứ Bảy 22/08/2026 "
            "(làm bù cho ngày 31/08/2026)."
        ),
    ),
    (
        *("2025-12-31T16:00", "10 ngày LV", "P1"),
        (
            "10 ngày làm việc kể từ 16:00 thứ Tư 31/12/2025, trừ thứ Bảy, Chủ nhật, 01/01/2026 (Tết Dương"
            " lịch), 02/01/2026 (nghỉ hoán đổi, làm bù ngày 10/01/2026), tính cả thứ Bảy 10/01/2026 (làm "
            "bù cho ngày 02/01/2026). Hẹn trả kết quả: 16:00 thứ Năm 15/01/2026."
        ),
    ),
    (
        *("2026-06-01T09:00", "15 ngày", "P1"),
        (
            "15 ngày kể từ 09:00 thứ Hai 01/06/2026, tính cả ngày nghỉ. Hẹn trả kết quả: 09:00 thứ Ba "
            "16/06/2026."
        ),
    ),
    (
        *("2026-08-24T09:00", "7 ngày", "P3"),
        (
            "7 ngày kể từ 09:00 thứ Hai 24/08/2026 là thứ Hai 31/08/2026 (ngày nghỉ, nghỉ hoán đổi, làm "
            "bù ngày 22/08/2026) nên chuyển sang ngày làm việc tiếp theo, qua các ngày nghỉ: 01/09 đến "
            "02/09 (Quốc khánh). Hẹn trả kết quả: 17:00 thứ Năm 03/09/2026 (cuối giờ làm việc)."
        ),
    ),
    (
        *("2026-11-20T15:00", "trong ngày", "P1"),
        (
            "Giải quyết trong ngày: nhận lúc 15:00 thứ Sáu 20/11/2026, không muộn hơn 15:00, nên trả ngay"
            " trong ngày. Hẹn trả kết quả: 17:00 thứ Sáu 20/11/2026."
        ),
    ),
    (
        *("2026-11-20T15:01", "trong ngày", "P1"),
        (
            "Giải quyết trong ngày: nhận lúc 15:01 thứ Sáu 20/11/2026, sau 15:00, nên trả trong ngày làm "
            "việc tiếp theo, qua các ngày nghỉ: thứ Bảy, Chủ nhật. Hẹn trả kết quả: 17:00 thứ Hai "
            "23/11/2026."
        ),
    ),
    (
        *("2028-08-31T09:00", "1 ngày LV", "P1"),
        (
            "1 ngày làm việc kể từ 09:00 thứ Năm 31/08/2028, trừ Chủ nhật, 01/09 (Quốc khánh, dự kiến), "
            "02/09 (Quốc khánh), 04/09 (nghỉ bù Quốc khánh, dự kiến). Hẹn trả kết quả: 09:00 thứ Ba "
            "05/09/2028. Chưa có thông báo chính thức về lịch nghỉ năm 2028 nên ngày hẹn trả là dự kiến."
        ),
    ),
]


@pytest.mark.parametrize(("received", "limit", "policy", "told"), TOLD)
def test_the_explanation_reads_like_an_officer(received: str, limit: str, policy: Policy, told: str) -> None:
    assert due(parse_moment(received), Limit.parse(limit), SHIPPED, policy).explanation == told


def test_days_off_of_one_name_are_a_range_only_when_they_follow_each_other() -> None:
    days = [
        {"date": f"2026-06-{day:02d}", "kind": "rest", "name": "lễ", "notice": "QĐ 1"}
        for day in (9, 10, 12, 15)
    ]
    calendar = Calendar.from_table({"version": "t", "years": {"2026": "official"}, "days": days})
    told = due(parse_moment("2026-06-08T09:00"), Limit.parse("2 ngày LV"), calendar)
    assert "trừ thứ Bảy, Chủ nhật, 09/06 đến 10/06 (lễ), 12/06 (lễ), 15/06 (lễ)." in told.explanation


def test_a_fitted_clock_time_says_so() -> None:
    table = SHIPPED.to_table() | {"weekday_sessions": {"saturday": [["07:30", "11:30"]]}}
    told = due(parse_moment("2026-06-05T15:00"), Limit.parse("1 ngày LV"), Calendar.from_table(table))
    assert told.explanation.endswith("11:30 thứ Bảy 06/06/2026 (15:00 ngoài giờ làm việc của ngày đó).")


@pytest.mark.parametrize(
    ("received", "limit", "tentative"),
    [
        ("2026-11-23T09:15", "3 ngày làm việc", False),
        ("2026-12-31T09:15", "trong ngày", False),
        ("2026-12-31T09:15", "1 ngày làm việc", True),
        ("2026-12-31T17:15", "1 giờ", True),
        ("2027-06-01T09:15", "1 giờ", True),
        # Only the days that decided it are asked: the year between is only passed through.
        ("2026-02-02T09:15", "2 tháng", False),
    ],
)
def test_what_rests_on_an_unannounced_year_is_tentative(received: str, limit: str, tentative: bool) -> None:
    told = due(parse_moment(received), Limit.parse(limit), SHIPPED)
    assert told.tentative is tentative
    assert ("dự kiến" in told.explanation) is tentative


@pytest.mark.parametrize(
    ("received", "limit", "tentative"),
    [
        ("2026-11-23T09:00", "1 ngày làm việc", True),
        ("2026-11-25T09:00", "1 ngày làm việc", False),
        ("2026-11-20T09:00", "4 ngày", True),
        ("2026-11-20T09:00", "5 ngày", False),
        ("2026-11-26T09:00", "2 ngày", True),
    ],
)
def test_a_line_without_a_notice_makes_what_rests_on_it_tentative(
    received: str, limit: str, tentative: bool
) -> None:
    calendar = Calendar.from_table(
        {
            "version": "t",
            "years": {"2026": "official"},
            "days": [
                {"date": "2026-11-24", "kind": "rest", "name": "Ngày Văn hóa Việt Nam", "notice": ""},
                {"date": "2026-11-28", "kind": "work", "name": "làm bù", "notice": ""},
            ],
        }
    )
    told = due(parse_moment(received), Limit.parse(limit), calendar)
    assert told.tentative is tentative
    assert ("dự kiến)" in told.explanation) is tentative
    assert (
        told.explanation.endswith(
            "Có ngày nghỉ hoặc làm bù chưa có thông báo chính thức nên ngày hẹn trả là dự kiến."
        )
        is tentative
    )


def test_an_extension_across_an_unannounced_year_is_tentative() -> None:
    moment = parse_moment
    extended = due_after_supplement(
        moment("2026-12-31T09:00"),
        moment("2026-12-28T09:00"),
        moment("2026-12-29T09:00"),
        Limit.parse("3 ngày làm việc"),
        SHIPPED,
        rule="EXTEND",
    )
    assert extended.at == moment("2027-01-04T09:00")
    assert extended.tentative
    assert extended.explanation.endswith(
        "trừ thứ Bảy, Chủ nhật, 01/01/2027 (Tết Dương lịch). Hẹn trả kết quả: 09:00 thứ Hai 04/01/2027. "
        "Chưa có thông báo chính thức về lịch nghỉ năm 2027 nên ngày hẹn trả là dự kiến."
    )
