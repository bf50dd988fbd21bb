"""What the public screen may show: posted procedures, hours, masked results; settings as they were kept."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import time
from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.desk import Desk, shipped_calendar
from desk_app.operations.find import show
from desk_app.operations.public_screen import (
    REGIONS,
    PublicScreen,
    Ready,
    Reception,
    board,
    days_off_in_words,
    fees_in_words,
    hours_in_words,
    public_screen,
    put_public_screen,
    ready_results,
)
from desk_app.operations.receive import receive
from sync.acts.decide import decide_status
from sync.journal.own import Draft
from sync.model.calendar import SpecialDay
from sync.model.kinds import STATUS
from sync.model.procedure import FeeRule
from tests.offices import MAU, MONDAY, OFFICER, THU, MovedClock, new_desk, request


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(tmp_path, MovedClock())
    yield made
    made.close()


def moved(desk: Desk, number: str, status: str) -> None:
    """The dossier in another status, by an entry of this desk."""
    dossier = show(desk, number).dossier
    body = decide_status(dossier, status, officer=OFFICER, now=desk.clock())
    assert isinstance(body, bytes)
    with desk.writing() as ledger:
        desk.own(ledger).append(desk.settings.channel, [Draft(STATUS, body, dossier.id)], desk.today())


def finished(desk: Desk, *people: object) -> list[str]:
    numbers = []
    for person in people:
        [received] = receive(desk, [request(person)], OFFICER).value  # type: ignore[arg-type]
        moved(desk, received.number, "done")
        numbers.append(received.number)
    return numbers


def test_results_are_shown_masked_and_only_while_they_wait(desk: Desk) -> None:
    receive(desk, [request()], OFFICER)
    first, second = finished(desk, MAU, THU)
    assert set(ready_results(desk)) == {Ready("•••0002", "N. V. M***"), Ready("•••0003", "T. T. T***")}
    assert {one.name for one in ready_results(desk, number_only=True)} == {""}
    moved(desk, first, "returned")
    assert [one.number for one in ready_results(desk)] == [f"•••{second[-4:]}"]


def test_nothing_on_the_board_names_a_citizen(desk: Desk) -> None:
    [number] = finished(desk, MAU)
    said = repr(board(desk))
    for secret in (MAU.full_name, MAU.id_number, MAU.phone, MAU.address, number):
        assert secret not in said


def test_every_procedure_in_force_is_posted_with_limit_and_fee(desk: Desk) -> None:
    posted = board(desk).procedures
    assert len(posted) == len([one for one in desk.catalogue if one.in_force(MONDAY.date())])
    assert all(one.name and one.limit and one.fee for one in posted)
    assert any(one.limit == "trong ngày" for one in posted)


def test_what_is_received_most_is_posted_first(desk: Desk) -> None:
    receive(desk, [request(procedure="2.000635")], OFFICER)
    assert board(desk).procedures[0].name == desk.catalogue.procedures["2.000635"].name


@pytest.mark.parametrize(
    ("rules", "said"),
    [
        ((), "không thu"),
        ((FeeRule("Lệ phí", amount=8000),), "8.000 đ"),
        ((FeeRule("Lệ phí", method="manual"),), "theo quy định của tỉnh"),
        (
            (FeeRule("Phí", method="per_copy", amount=8000, optional=True),),
            "không thu; nếu có: phí: 8.000 đ/bản",
        ),
        (
            (FeeRule("Phí", "phi", "per_page", 2000, 1000, 2, 200_000),),
            "2.000 đ/trang, từ trang 3: 1.000 đ, cao nhất 200.000 đ/bản",
        ),
    ],
)
def test_fees_are_said_in_words(rules: tuple[FeeRule, ...], said: str) -> None:
    assert fees_in_words(rules) == said


def test_equal_days_share_a_line_of_hours() -> None:
    calendar = shipped_calendar()
    ordinary = ("Thứ Hai – Thứ Sáu", "7:30 – 11:30, 13:30 – 17:00")
    assert hours_in_words(replace(calendar, weekday_sessions=())) == (ordinary,)
    morning = ((time(8), time(11)),)
    assert hours_in_words(replace(calendar, weekday_sessions=((5, morning),))) == (
        ordinary,
        ("Thứ Bảy", "8:00 – 11:00"),
    )


def test_days_off_of_the_next_two_weeks_are_told_with_their_reason() -> None:
    day = SpecialDay(MONDAY.date().replace(day=24), "rest", "Ngày Văn hóa Việt Nam")
    later = SpecialDay(MONDAY.date().replace(month=12, day=20), "rest", "Ngày xa")
    calendar = replace(shipped_calendar(), days=(day, later))
    assert days_off_in_words(calendar, MONDAY.date()) == ("Nghỉ Thứ Ba 24/11/2026 (Ngày Văn hóa Việt Nam)",)


def test_settings_come_back_as_they_were_kept(desk: Desk) -> None:
    assert public_screen(desk) == PublicScreen()
    chair = Reception("Chủ tịch  UBND xã", "Thứ Năm hằng tuần", "Phòng tiếp công dân")
    wanted = PublicScreen(
        True,
        "HDMI-1",
        True,
        1,
        True,
        ("hours", "queue"),
        (chair, Reception("")),
        " Hòm thư \n\n 1900 ",
        False,
    )
    kept = put_public_screen(desk, wanted).value
    assert public_screen(desk) == kept
    assert (kept.seconds, kept.show, kept.complaints) == (5, ("queue", "hours"), "Hòm thư\n1900")
    assert kept.reception == (replace(chair, who="Chủ tịch UBND xã"),)
    assert set(kept.show) < set(REGIONS)


@pytest.mark.parametrize(
    "wrong",
    [
        PublicScreen(complaints="x" * 801),
        PublicScreen(reception=(Reception("x" * 201),)),
        PublicScreen(reception=(Reception("a"),) * 41),
        PublicScreen(complaints="\x00"),
    ],
)
def test_settings_that_cannot_be_kept_are_refused_and_the_old_ones_stay(
    desk: Desk, wrong: PublicScreen
) -> None:
    with pytest.raises(DeskError):
        put_public_screen(desk, wrong)
    assert public_screen(desk) == PublicScreen()


def test_an_office_that_said_nothing_shows_its_own_address_for_complaints(desk: Desk) -> None:
    assert board(desk).complaints == ()
    desk.settings = replace(desk.settings, address="Thôn 1, xã Ví Dụ", phone="0204 399 9999")
    assert board(desk).complaints == (
        "Ủy ban nhân dân xã Ví Dụ",
        "Thôn 1, xã Ví Dụ",
        "Điện thoại: 0204 399 9999",
    )
    put_public_screen(desk, PublicScreen(complaints="Hòm thư góp ý"))
    assert board(desk).complaints == ("Hòm thư góp ý",)
