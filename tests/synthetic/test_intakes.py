"""Dossiers of a synthetic commune: as good as real ones to every rule of the program."""

from __future__ import annotations

import json
import time
from collections import Counter
from datetime import date
from random import Random

import pytest

from sync.acts.receive import Terms, prepare_intake
from sync.catalogue.catalogue import load_shipped
from sync.model.bodies import intake_in, intake_out, unpack
from sync.model.calendar import Calendar, CalendarEnds
from sync.model.dossier import Intake
from sync.model.due import due_at
from sync.model.limit import Limit
from sync.model.number import is_unit, parse_number
from sync.model.procedure import Procedure
from sync.model.status import FINAL, PERMITTED, Status
from sync.resources import read_resource
from sync.synthetic.intakes import intakes
from sync.synthetic.lives import lives
from sync.synthetic.places import communes, sample_commune
from sync.synthetic.requests import RECEIVED, intake_json, intake_request

CALENDAR = Calendar.from_table(json.loads(read_resource("calendars", "vietnam.json")))
PROCEDURES = tuple(load_shipped())


@pytest.fixture(scope="module")
def year() -> list[Intake]:
    return list(intakes(3, 4_000, PROCEDURES, calendar=CALENDAR, per_day=80, desks=2))


def test_the_same_seed_gives_the_same_dossiers_and_another_seed_others() -> None:
    def some(seed: int) -> list[Intake]:
        return list(intakes(seed, 300, PROCEDURES, calendar=CALENDAR))

    assert some(1) == some(1)
    assert some(1) != some(2)


def test_numbers_are_official_unique_and_of_the_desk_that_gave_them(year: list[Intake]) -> None:
    numbers = [parse_number(one.number) for one in year]
    assert len(set(numbers)) == len(year) == 4_000
    for one, number in zip(year, numbers, strict=True):
        assert is_unit(number.unit)
        assert number.unit == one.unit == "H99.99.001"
        assert number.day == one.received_at.date()
        assert number.serial // 1000 == one.desk - 1
    assert {one.desk for one in year} == {1, 2}


def test_a_day_that_runs_over_still_gives_every_dossier_its_own_number() -> None:
    day = list(intakes(1, 2_500, PROCEDURES, per_day=4_000))
    assert len({one.number for one in day}) == 2_500
    assert max(parse_number(one.number).serial for one in day) > 10_000


def test_reception_is_in_office_hours_and_in_order(year: list[Intake]) -> None:
    assert [one.received_at for one in year] == sorted(one.received_at for one in year)
    for one in year:
        clock = one.received_at.time()
        sessions = CALENDAR.sessions_on(one.received_at.date())
        assert any(opening <= clock <= closing for opening, closing in sessions)


def test_due_times_are_those_of_the_calendar(year: list[Intake]) -> None:
    for one in year:
        assert one.due_at > one.received_at
        assert bool(one.limit) != bool(one.due_reason)
        if one.limit:
            assert one.due_at == due_at(one.received_at, Limit.parse(one.limit), CALENDAR, "P1")
        assert one.calendar == CALENDAR.version


def test_without_a_calendar_due_times_come_later_on_weekdays() -> None:
    for one in intakes(1, 1_000, PROCEDURES):
        assert one.due_at > one.received_at
        assert one.due_at.weekday() < 5
        assert one.calendar == ""


def test_the_calendars_end_is_said_not_passed_over() -> None:
    with pytest.raises(CalendarEnds):
        list(intakes(1, 1_000, PROCEDURES, calendar=CALENDAR, start=date(CALENDAR.last_year, 12, 30)))


def test_the_daily_bread_is_certification_and_civil_status(year: list[Intake]) -> None:
    fields = Counter(one.procedure.field for one in year)
    assert (fields["Chứng thực"] + fields["Hộ tịch"]) / len(year) > 0.65
    assert Counter(one.procedure.code for one in year).most_common(1)[0][0] == "2.000815"
    assert len({one.procedure.code for one in year}) > 60


def test_all_that_a_desk_meets_is_met(year: list[Intake]) -> None:
    assert {one.return_by for one in year} == {"desk", "post", "online"}
    assert {one.channel for one in year} == {"desk", "post", "online"}
    assert {one.owner.kind for one in year} == {"person", "organisation", "agency"}
    for met in (
        any(one.representative for one in year),
        any(one.note for one in year),
        any(one.subject for one in year),
        any(one.fees for one in year),
        any(one.fees_open for one in year),
        any(one.fee_exemption for one in year),
        any(one.sets > 1 for one in year),
        any(one.applicant.email for one in year),
        all((one.channel == "online") == bool(one.portal_number and one.portal_at) for one in year),
    ):
        assert met
    again = Counter(one.applicant.id_number for one in year if one.applicant.id_number)
    assert 0.2 < sum(count - 1 for count in again.values()) / len(year) < 0.5


def test_a_dossier_survives_its_entry(year: list[Intake]) -> None:
    for one in year[:500]:
        assert intake_in(unpack(intake_out(one))) == one


@pytest.mark.parametrize("procedure", PROCEDURES, ids=lambda one: one.code)
def test_a_request_for_any_shipped_procedure_is_free_of_mistakes(procedure: Procedure) -> None:
    random = Random(procedure.code)
    for commune in communes(4):
        request = intake_request(random, procedure, commune=commune)
        found = prepare_intake(
            request,
            procedure,
            calendar=CALENDAR,
            terms=Terms(commune.code, 1),
            officer=commune.officers[0],
            now=RECEIVED,
        )
        assert found.mistakes == ()
        assert found.intake is not None
        assert found.intake.fees_open == ()


def test_the_json_of_a_request_is_plain_data_without_empty_fields() -> None:
    random = Random(4)
    for procedure in PROCEDURES:
        given = intake_json(random, procedure)
        assert json.loads(json.dumps(given)) == given
        assert given["procedure"] == procedure.code
        assert given["applicant"]["full_name"]
        for part in (given, given["applicant"], *given["papers"]):
            assert all(value not in ("", None, [], {}) for value in part.values())
    assert intake_json(Random(9), PROCEDURES[0]) == intake_json(Random(9), PROCEDURES[0])


def test_no_procedures_make_no_desk() -> None:
    with pytest.raises(ValueError, match="no procedures"):
        list(intakes(1, 1, []))


def test_every_life_is_a_walk_of_permitted_moves_to_an_end(year: list[Intake]) -> None:
    ends: Counter[Status] = Counter()
    for one in year:
        now, since = Status.RECEIVED, one.received_at - one.received_at
        for turn in lives(one):
            assert turn.status in PERMITTED[now]
            assert turn.delay >= since
            now, since = turn.status, turn.delay
        assert now in FINAL
        ends[now] += 1
        assert lives(one) == lives(one)
    assert ends[Status.RETURNED] / len(year) > 0.95
    assert ends[Status.WITHDRAWN]
    assert ends[Status.STOPPED]


def test_some_dossiers_are_late_supplemented_refused_or_wait_for_money(year: list[Intake]) -> None:
    turns = [(one, turn) for one in year for turn in lives(one)]
    late = sum(
        turn.status is Status.DONE and one.received_at + turn.delay > one.due_at for one, turn in turns
    )
    assert 0.02 < late / len(year) < 0.12
    assert any(turn.result == "refused" and turn.reason for _, turn in turns)
    assert any(turn.status is Status.SUPPLEMENT and turn.reason for _, turn in turns)
    assert any(turn.status is Status.FEE_DUE for _, turn in turns)


def test_the_generator_is_quick(capsys: pytest.CaptureFixture[str]) -> None:
    """Printed, not asserted: machines differ."""
    began = time.perf_counter()
    count = sum(1 for _ in intakes(1, 5_000, PROCEDURES, calendar=CALENDAR, commune=sample_commune()))
    spent = time.perf_counter() - began
    with capsys.disabled():
        print(f" [{count / spent:,.0f} dossiers/s] ", end="")  # noqa: T201
    assert count == 5_000
