"""What all desks of a unit share: said by one, in force at every other after an exchange."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime, time
from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.desk import Desk, open_desk
from desk_app.operations.enrolment import enrol
from desk_app.operations.receive import preview, receive
from desk_app.operations.shared_facts import (
    apply_shared,
    drop_day,
    own_days,
    set_counting,
    set_day,
    set_hours,
    set_office,
)
from desk_app.operations.synchronise import synchronise
from sync.center.exchange.answering import enrolment, exchange
from sync.center.store.opening import Center
from sync.center.units.invitations import invite
from sync.model.moment import VIETNAM
from sync.protocol.engine import ENROL_PATH
from tests.center.places import UNIT, Place
from tests.offices import OFFICER, MovedClock, another_writes, new_desk, request

SHORT = {"sessions": [["08:00", "11:00"]], "weekday_sessions": {}, "same_day_cutoff": "10:00"}
HOLIDAY = date(2026, 11, 25)
LONG_MATTER = "1.004873"


@pytest.fixture
def desk(tmp_path: Path, clock: MovedClock) -> Iterator[Desk]:
    opened = new_desk(tmp_path / "alone", clock)
    yield opened
    opened.close()


class Two:
    """Two enrolled desks of a unit and the center between them."""

    def __init__(self, root: Path, clock: MovedClock) -> None:
        self.center: Center = Place(root / "center").open()
        self.desks = [self._enrolled(root / name, clock) for name in ("one", "two")]

    def post(self, path: str, body: bytes) -> bytes:
        return (enrolment if path == ENROL_PATH else exchange)(self.center, body).sealed

    def _enrolled(self, data: Path, clock: MovedClock) -> Desk:
        invitation = invite(self.center, UNIT, "http://127.0.0.1:9", name="Ủy ban nhân dân xã Ví Dụ")
        return enrol(data, invitation.encode(), clock=clock, post=self.post)

    def exchange(self) -> None:
        for desk in (*self.desks, self.desks[0]):
            synchronise(desk, self.post)

    def close(self) -> None:
        for desk in self.desks:
            desk.close()
        self.center.close()


@pytest.fixture
def two(tmp_path: Path, clock: MovedClock) -> Iterator[Two]:
    made = Two(tmp_path, clock)
    yield made
    made.close()


def test_what_one_desk_sets_is_in_force_at_the_other_after_an_exchange(two: Two) -> None:
    one, other = two.desks
    assert one.settings.desk != other.settings.desk
    set_office(one, {"place": "Ví Dụ", "upstream_title": "Ủy ban nhân dân Tỉnh Thử"}, OFFICER)
    set_counting(one, "P2", time(15), "EXTEND", OFFICER)
    set_hours(one, SHORT, OFFICER)
    set_day(one, HOLIDAY, "rest", "Ngày hội của xã", "05/TB-UBND", OFFICER)
    assert other.settings.place == ""
    two.exchange()
    settings = other.settings
    assert (settings.place, settings.office.upstream_title) == ("Ví Dụ", "Ủy ban nhân dân Tỉnh Thử")
    assert (settings.policy, settings.cutoff, settings.supplement_rule) == ("P2", time(15), "EXTEND")
    assert other.calendar == one.calendar
    assert not other.calendar.is_working(HOLIDAY)
    assert other.calendar.sessions_on(date(2026, 11, 26)) == ((time(8), time(11)),)
    assert other.calendar.version.startswith(other.base_calendar.version + "+")


def test_two_desks_that_set_the_same_while_apart_agree_and_keep_what_differs(two: Two) -> None:
    one, other = two.desks
    set_office(one, {"place": "Của Một", "phone": "0900000001"}, OFFICER)
    set_office(other, {"place": "Của Hai", "address": "Thôn 2"}, OFFICER)
    set_day(one, HOLIDAY, "rest", "Hội", "", OFFICER)
    set_day(other, date(2026, 11, 28), "work", "Làm bù", "", OFFICER)
    two.exchange()
    assert one.settings.place == other.settings.place
    assert one.settings.place in ("Của Một", "Của Hai")
    for desk in two.desks:
        assert (desk.settings.phone, desk.settings.address) == ("0900000001", "Thôn 2")
        assert [row["date"] for row in own_days(desk)] == ["2026-11-25", "2026-11-28"]
    set_office(other, {"place": "Sau Cùng"}, OFFICER)  # knew of the others, so it counts
    two.exchange()
    assert one.settings.place == "Sau Cùng"


def test_a_desk_enrolled_later_has_what_its_unit_shares(two: Two, tmp_path: Path, clock: MovedClock) -> None:
    set_office(two.desks[0], {"place": "Ví Dụ"}, OFFICER)
    two.exchange()
    third = two._enrolled(tmp_path / "three", clock)
    assert third.settings.place == "Ví Dụ"
    third.close()


def test_a_shared_rule_counts_from_the_next_dossier_on(desk: Desk, clock: MovedClock) -> None:
    clock.now = datetime(2026, 11, 23, 15, 20, tzinfo=VIETNAM)

    def due() -> datetime:
        intake = preview(desk, request(procedure=LONG_MATTER), OFFICER).intake
        assert intake is not None
        assert intake.policy == desk.settings.policy
        assert intake.calendar == desk.calendar.version
        return intake.due_at

    before = due()
    set_counting(desk, "P2", time(15), "RESTART", OFFICER)
    assert due() > before


def test_a_day_off_lists_the_slips_that_keep_their_due_time(desk: Desk) -> None:
    [received] = receive(desk, [request(procedure="1.004873")], OFFICER).value
    affected = set_day(desk, received.due_at.date(), "rest", "Hội", "", OFFICER).value
    assert [one.number for one in affected] == [received.number]
    assert affected[0].would_be > affected[0].due_at == received.due_at
    assert drop_day(desk, received.due_at.date(), OFFICER).value == ()
    assert desk.calendar == desk.base_calendar


def test_what_makes_no_sense_is_refused_here_and_left_out_when_it_arrives(desk: Desk) -> None:
    with pytest.raises(DeskError, match="chốt"):
        set_counting(desk, "P2", None, "RESTART", OFFICER)
    with pytest.raises(DeskError):
        set_hours(desk, {"sessions": [["11:00", "08:00"]]}, OFFICER)
    with pytest.raises(DeskError) as refused:
        set_office(desk, {"place": "x" * 201, "phone": "0900"}, OFFICER)
    assert [one.field for one in refused.value.mistakes] == ["place"]
    set_office(desk, {"place": "Ví Dụ"}, OFFICER)
    for key, value in (
        ("time.counting", {"policy": "P9", "cutoff": ""}),
        ("time.counting", "P2"),
        ("time.hours", {"sessions": [["25:00", "26:00"]]}),
        ("time.hours", [1]),
        ("time.day.2026-11-25", {"date": "2026-11-26", "kind": "rest", "name": "x"}),
        ("office.form_set", "TT 99/2099"),
        ("office.place", 7),
    ):
        another_writes(desk, "setting", key=key, value=value, height=50)
        apply_shared(desk)
    assert (desk.settings.policy, desk.settings.form_set, desk.settings.place) == (
        "P1",
        "TT 03/2025",
        "Ví Dụ",
    )
    assert desk.calendar == desk.base_calendar


def test_a_setting_whose_last_step_the_power_cut_is_in_force_at_the_next_start(
    tmp_path: Path, clock: MovedClock, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk = new_desk(tmp_path / "cut", clock)
    with monkeypatch.context() as cut:
        cut.setattr("desk_app.operations.shared_facts.apply_shared", lambda _desk: False)
        set_office(desk, {"place": "Ví Dụ"}, OFFICER)
    assert desk.settings.place == ""
    desk.close()
    again = open_desk(tmp_path / "cut", clock)
    assert again.settings.place == "Ví Dụ"
    again.close()
