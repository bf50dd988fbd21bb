"""Due times for any reception, limit and calendar: against a slow reference that walks day by day."""

from __future__ import annotations

import json
import re
from calendar import monthrange
from datetime import date, datetime, time, timedelta

from hypothesis import given
from hypothesis import strategies as st

from sync.model.calendar import Calendar
from sync.model.due import (
    POLICIES,
    Policy,
    due,
    due_after_supplement,
    due_at,
    working_days_after,
    working_days_before,
    working_days_between,
)
from sync.model.limit import SAME_DAY, Limit, Unit
from sync.model.moment import VIETNAM
from sync.model.words import moment_in_text
from sync.resources import read_resource

DAY = timedelta(days=1)
MINUTE = timedelta(minutes=1)

SHIPPED = Calendar.from_table(json.loads(read_resource("calendars", "vietnam.json")))
POLICE = Calendar.from_table(
    SHIPPED.to_table()
    | {"weekday_sessions": {"saturday": [["07:30", "11:30"]], "friday": [["08:00", "16:00"]]}}
)
ODD = Calendar.from_table(
    {
        "version": "odd",
        "years": {str(year): "official" for year in range(2018, 2031)},
        "sessions": [["06:00", "09:15"], ["10:00", "10:01"], ["13:00", "19:59"]],
        "weekday_sessions": {"wednesday": [["09:00", "12:00"]], "sunday": [["00:00", "23:59"]], "monday": []},
        "same_day_cutoff": "13:00",
        "days": [
            {"date": f"{year}-{month:02d}-{day:02d}", "kind": kind, "name": f"lễ {day}", "sessions": own}
            if own
            else {"date": f"{year}-{month:02d}-{day:02d}", "kind": kind, "name": f"lễ {day}"}
            for year in range(2018, 2031)
            for month, day, kind, own in (
                *((1, 1, "rest", None), (1, 2, "rest", None), (3, 31, "rest", None), (6, 6, "work", None)),
                *((6, 7, "work", [["20:00", "21:00"]]), (8, 1, "rest", None), (8, 3, "rest", None)),
            )
        ],
    }
)
CALENDARS = st.sampled_from([SHIPPED, POLICE, ODD])

START = datetime(2018, 1, 1, tzinfo=VIETNAM)
RECEIVED = st.integers(0, 11 * 365 * 24 * 60 * 60).map(lambda seconds: START + timedelta(seconds=seconds))
SHORT = st.one_of(
    st.integers(1, 40).map(lambda n: Limit(n, Unit.WORKING_DAY)),
    st.integers(1, 60).map(lambda n: Limit(n, Unit.DAY)),
    st.integers(1, 40).map(lambda n: Limit(n, Unit.HOUR)),
    st.integers(1, 14).map(lambda n: Limit(n, Unit.MONTH)),
    st.just(Limit(1, Unit.YEAR)),
    st.just(SAME_DAY),
)
CLOCK_ORDERED = SHORT.filter(lambda limit: limit.unit in (Unit.WORKING_DAY, Unit.HOUR, Unit.SAME_DAY))
POLICY = st.sampled_from(POLICIES)
CUTOFF = st.none() | st.times(time(6), time(20)).map(lambda clock: clock.replace(second=0, microsecond=0))


def inside(moment: datetime, calendar: Calendar) -> bool:
    return any(
        opening <= moment.time() <= closing for opening, closing in calendar.sessions_on(moment.date())
    )


def next_open(moment: datetime, calendar: Calendar) -> datetime:
    """The rule of reception as it is written: a session's minute, or the next opening."""
    day = moment.date()
    for opening, closing in calendar.sessions_on(day):
        if moment.time() <= closing:
            return datetime.combine(day, max(opening, moment.time()), VIETNAM)
    return opening_after(day, calendar)


def next_working(day: date, calendar: Calendar) -> date:
    day += DAY
    while not calendar.is_working(day):
        day += DAY
    return day


def opening_after(day: date, calendar: Calendar) -> datetime:
    day = next_working(day, calendar)
    return datetime.combine(day, calendar.sessions_on(day)[0][0], VIETNAM)


def closing_of(day: date, calendar: Calendar) -> datetime:
    return datetime.combine(day, calendar.sessions_on(day)[-1][1], VIETNAM)


def fitted(day: date, clock: time, calendar: Calendar) -> datetime:
    for opening, closing in calendar.sessions_on(day):
        if clock <= closing:
            return datetime.combine(day, max(opening, clock), VIETNAM)
    return closing_of(day, calendar)


def slow_day(start: date, limit: Limit, calendar: Calendar) -> date:
    """The day a limit in days, months or years ends on, walked to."""
    day = start
    if limit.unit is Unit.WORKING_DAY:
        for _ in range(limit.amount):
            day = next_working(day, calendar)
        return day
    if limit.unit is Unit.DAY:
        day += limit.amount * DAY
    else:
        for _ in range(limit.amount * (12 if limit.unit is Unit.YEAR else 1)):
            day = (day.replace(day=1) + 31 * DAY).replace(day=1)
        day = day.replace(day=min(start.day, monthrange(day.year, day.month)[1]))
    return day if calendar.is_working(day) else next_working(day, calendar)


def slow_hours(moment: datetime, hours: int, calendar: Calendar) -> datetime:
    """Office time walked minute by minute."""
    for _ in range(60 * hours):
        # The minute that begins at a closing is not worked: it passes after the next opening.
        if not inside(moment + MINUTE, calendar):
            moment = next_open(moment + MINUTE, calendar)
        moment += MINUTE
    return moment


def slow_due(
    received: datetime, limit: Limit, calendar: Calendar, policy: Policy, cutoff: time | None
) -> datetime:
    """The rules a to f once more, walking day by day and minute by minute."""
    start = next_open(received.replace(second=0, microsecond=0), calendar)
    if limit.unit is Unit.SAME_DAY:
        if start.time() > calendar.same_day_cutoff:
            start = opening_after(start.date(), calendar)
        return closing_of(start.date(), calendar)
    if limit.unit is Unit.HOUR:
        due_time = slow_hours(start, limit.amount, calendar)
    else:
        if policy == "P2" and start.time() > (cutoff or time(15)):
            start = opening_after(start.date(), calendar)
        due_time = fitted(slow_day(start.date(), limit, calendar), start.time(), calendar)
    return closing_of(due_time.date(), calendar) if policy == "P3" else due_time


@given(RECEIVED, SHORT, CALENDARS, POLICY, CUTOFF)
def test_the_table_counts_as_a_walk_day_by_day_does(
    received: datetime, limit: Limit, calendar: Calendar, policy: Policy, cutoff: time | None
) -> None:
    expected = slow_due(received, limit, calendar, policy, cutoff)
    assert due_at(received, limit, calendar, policy, cutoff) == expected
    told = due(received, limit, calendar, policy, cutoff)
    assert told.at == expected
    assert f"Hẹn trả kết quả: {moment_in_text(expected)}" in told.explanation


@given(RECEIVED, SHORT, CALENDARS, POLICY, CUTOFF)
def test_a_due_time_lies_in_a_session_after_the_reception(
    received: datetime, limit: Limit, calendar: Calendar, policy: Policy, cutoff: time | None
) -> None:
    told = due(received, limit, calendar, policy, cutoff)
    assert inside(told.at, calendar)
    assert inside(told.counted_from, calendar)
    assert received - MINUTE < told.counted_from <= told.at


@given(RECEIVED, st.timedeltas(timedelta(0), timedelta(days=12)), CLOCK_ORDERED, CALENDARS, POLICY, CUTOFF)
def test_who_comes_later_is_never_due_earlier(
    received: datetime,
    later: timedelta,
    limit: Limit,
    calendar: Calendar,
    policy: Policy,
    cutoff: time | None,
) -> None:
    first = due_at(received, limit, calendar, policy, cutoff)
    assert first <= due_at(received + later, limit, calendar, policy, cutoff)


@given(RECEIVED, st.timedeltas(timedelta(0), timedelta(days=12)), SHORT, CALENDARS, POLICY, CUTOFF)
def test_who_comes_later_is_never_due_on_an_earlier_day(
    received: datetime,
    later: timedelta,
    limit: Limit,
    calendar: Calendar,
    policy: Policy,
    cutoff: time | None,
) -> None:
    # Calendar days and months keep the clock time of the reception, so only their days are in order.
    first = due_at(received, limit, calendar, policy, cutoff)
    assert first.date() <= due_at(received + later, limit, calendar, policy, cutoff).date()


@given(RECEIVED, st.integers(1, 200), CALENDARS, POLICY)
def test_n_working_days_lie_between(
    received: datetime, number: int, calendar: Calendar, policy: Policy
) -> None:
    told = due(received, Limit(number, Unit.WORKING_DAY), calendar, policy)
    start, end = told.counted_from.date(), told.at.date()
    assert working_days_between(start, end, calendar) == number
    assert sum(calendar.is_working(start + n * DAY) for n in range(1, (end - start).days + 1)) == number
    assert working_days_after(start, number, calendar) == end
    assert working_days_before(end, number, calendar) == start


RANGE = re.compile(r"(\d\d)/(\d\d)(?:/(\d{4}))?(?: đến (\d\d)/(\d\d)(?:/(\d{4}))?)? \(([^()]*)\)")


def days_named(text: str, year: int) -> set[tuple[date, str]]:
    """Every (day, words in its brackets) an explanation names, ranges unrolled."""
    named = set()
    for match in RANGE.finditer(text):
        first = date(int(match[3] or year), int(match[2]), int(match[1]))
        last = date(int(match[6] or year), int(match[5]), int(match[4])) if match[4] else first
        named |= {(first + n * DAY, match[7]) for n in range((last - first).days + 1)}
    return named


@given(RECEIVED, SHORT.filter(lambda x: x.unit in (Unit.WORKING_DAY, Unit.HOUR)), CALENDARS, POLICY)
def test_the_explanation_names_every_excluded_and_every_made_up_day(
    received: datetime, limit: Limit, calendar: Calendar, policy: Policy
) -> None:
    told = due(received, limit, calendar, policy)
    start, end = told.counted_from.date(), told.at.date()
    counted = told.explanation[told.explanation.index(f"{limit} kể từ") :]
    named = days_named(counted, start.year)
    for special in calendar.days:
        words = special.name + (", dự kiến" if special.tentative else "")
        if start < special.day < end:
            assert (special.day, words) in named
        elif special.day not in (start, end):
            assert (special.day, words) not in named
    between = [start + n * DAY for n in range(1, (end - start).days)]
    for weekday, name in ((5, "thứ Bảy"), (6, "Chủ nhật")):
        rests = [
            d
            for d in between
            if d.weekday() == weekday and not calendar.is_working(d) and not calendar.special(d)
        ]
        assert (re.search(rf"(trừ|,) {name}[,.]", counted) is not None) == bool(rests)


@given(RECEIVED, SHORT, CALENDARS, POLICY, CUTOFF)
def test_tentative_is_said_exactly_when_it_is_so(
    received: datetime, limit: Limit, calendar: Calendar, policy: Policy, cutoff: time | None
) -> None:
    told = due(received, limit, calendar, policy, cutoff)
    assert told.tentative == told.explanation.endswith("ngày hẹn trả là dự kiến.")
    if told.at.year in calendar.predicted_years:
        assert told.tentative


@given(RECEIVED, st.integers(0, 60), st.integers(0, 60), CALENDARS)
def test_an_extension_adds_exactly_the_working_days_waited(
    received: datetime, asked: int, waited: int, calendar: Calendar
) -> None:
    limit = Limit(10, Unit.WORKING_DAY)
    before = due_at(received, limit, calendar)
    requested = received + asked * DAY
    completed = requested + waited * DAY
    after = due_after_supplement(before, requested, completed, limit, calendar, rule="EXTEND")
    days = sum(calendar.is_working(requested.date() + n * DAY) for n in range(1, waited + 1))
    assert working_days_between(before.date(), after.at.date(), calendar) == days
    assert after.at == before or days
    assert inside(after.at, calendar)
