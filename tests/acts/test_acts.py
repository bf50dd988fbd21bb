"""Acts: pure functions of dossier, catalogue, calendar and moment."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, timedelta

import pytest

from sync.acts.decide import decide_status
from sync.acts.mistakes import Mistake
from sync.acts.moves import as_request
from sync.acts.receive import Prepared, Terms, id_kind_of, prepare_intake
from sync.acts.requests import IntakeRequest
from sync.catalogue.catalogue import load_shipped
from sync.model.bodies import intake_in, intake_out, unpack
from sync.model.calendar import Calendar
from sync.model.dossier import Dossier, Officer, Paper, Person, Shown
from sync.model.moment import VIETNAM
from sync.model.status import PERMITTED, Status
from sync.resources import read_resource

NOW = datetime(2026, 11, 23, 9, 15, 42, tzinfo=VIETNAM)
CALENDAR = Calendar.from_table(json.loads(read_resource("calendars", "vietnam.json")))
OFFICER = Officer("1", "Trần Thị Thử")
MAU = Person("Nguyễn Văn Mẫu", "990099000001")


def prepared(request: IntakeRequest, terms: Terms | None = None, now: datetime = NOW) -> Prepared:
    """What would be received."""
    return prepare_intake(
        request,
        load_shipped().get(request.procedure),
        calendar=CALENDAR,
        terms=terms or Terms("H99.99.001", 1),
        officer=OFFICER,
        now=now,
    )


def test_the_reception_is_cut_to_the_minute() -> None:
    intake = prepared(IntakeRequest("1.004873", MAU)).intake
    assert intake is not None
    assert intake.received_at == NOW.replace(second=0)


def test_the_policy_of_the_unit_counts() -> None:
    late = NOW.replace(hour=15, minute=20)
    first = prepared(IntakeRequest("1.004873", MAU), now=late).intake
    second = prepared(IntakeRequest("1.004873", MAU), Terms("H99.99.001", 1, "P2"), late).intake
    assert first is not None
    assert second is not None
    assert second.due_at > first.due_at
    assert (first.policy, second.policy) == ("P1", "P2")


def test_absent_papers_are_the_required_ones_as_one_original() -> None:
    intake = prepared(IntakeRequest("1.001193", MAU)).intake
    assert intake is not None
    assert intake.papers
    assert {(one.originals, one.copies) for one in intake.papers} == {(1, 0)}
    none = prepared(IntakeRequest("1.001193", MAU, papers=())).intake
    assert none is not None
    assert none.papers == ()


def test_the_owner_is_the_applicant_unless_named() -> None:
    intake = prepared(IntakeRequest("1.004873", MAU)).intake
    assert intake is not None
    assert intake.owner == intake.applicant
    other = prepared(IntakeRequest("1.004873", MAU, owner=Person("Lê Thị Hai"))).intake
    assert other is not None
    assert other.owner.full_name == "Lê Thị Hai"


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("990099000001", "citizen_card"),
        ("012345678", "old_card"),
        ("B1234567", "passport"),
        ("0101234567", "tax_code"),
        ("XY-1", ""),
    ],
)
def test_the_sort_of_an_identity_number_is_told_by_its_shape(text: str, kind: str) -> None:
    assert id_kind_of(text) == kind


@pytest.mark.parametrize(
    ("request_", "field"),
    [
        (IntakeRequest("1.004873", Person("")), "applicant.full_name"),
        (IntakeRequest("1.004873", Person("x" * 201)), "applicant.full_name"),
        (IntakeRequest("1.004873", replace(MAU, phone="abc")), "applicant.phone"),
        (IntakeRequest("1.004873", replace(MAU, email="a b")), "applicant.email"),
        (IntakeRequest("1.004873", replace(MAU, id_number="!")), "applicant.id_number"),
        (IntakeRequest("1.004873", replace(MAU, date_of_birth=date(2030, 1, 1))), "applicant.date_of_birth"),
        (IntakeRequest("1.004873", MAU, representative=Person("")), "representative.full_name"),
        (IntakeRequest("1.004873", MAU, papers=(Paper(""),)), "papers[0].name"),
        (IntakeRequest("1.004873", MAU, papers=(Paper("A", copies=1000),)), "papers[0].copies"),
        (IntakeRequest("1.004873", MAU, sets=0), "sets"),
        (IntakeRequest("1.004873", MAU, channel="xe"), "channel"),
        (IntakeRequest("1.004873", MAU, case="khong-co"), "case"),
        (IntakeRequest("2.000815", MAU, pages=0), "pages"),
        (IntakeRequest("0.000000", MAU), "procedure"),
    ],
)
def test_a_mistake_is_a_value_with_its_field(request_: IntakeRequest, field: str) -> None:
    found = prepared(request_)
    assert found.intake is None
    assert field in [one.field for one in found.mistakes]


def test_a_day_beyond_the_calendar_is_a_mistake_with_advice() -> None:
    found = prepared(IntakeRequest("1.004873", MAU), now=datetime(2031, 1, 2, 9, tzinfo=VIETNAM))
    assert [one.field for one in found.mistakes] == ["due_at"]


def _dossier(status: Status) -> Dossier:
    return Dossier(b"d" * 16, "H99.99.001", status, None, "", None)


@pytest.mark.parametrize("status", list(Status))
@pytest.mark.parametrize("to", list(Status))
def test_only_permitted_moves_are_made(status: Status, to: Status) -> None:
    made = decide_status(_dossier(status), to, officer=OFFICER, now=NOW)
    assert isinstance(made, bytes) == (to in PERMITTED[status])
    if isinstance(made, Mistake):
        assert all(str(allowed) in made.message for allowed in PERMITTED[status])


def test_a_status_nobody_knows_names_what_is_permitted() -> None:
    made = decide_status(_dossier(Status.RECEIVED), "xong", officer=OFFICER, now=NOW)
    assert isinstance(made, Mistake)
    assert "processing" in made.message


def test_a_due_time_in_the_past_is_refused() -> None:
    unknown = next(one.code for one in load_shipped() if not one.limit and not one.cases)
    given = IntakeRequest(unknown, MAU, due_at=NOW - timedelta(hours=1), due_reason="Theo thông báo")
    assert [one.field for one in prepared(given).mistakes] == ["due_at"]


THU = Person("Trần Thị Thử", "990300000002", commune="11824")


def test_papers_shown_and_the_right_to_act_are_frozen_with_the_intake_and_read_back() -> None:
    shown = (Shown("applicant", "identity"), Shown("representative", "authorisation"))
    asked = IntakeRequest("1.004873", MAU, representative=THU, representation="authorised", shown=shown * 2)
    intake = prepared(asked).intake
    assert intake is not None
    assert (intake.representation, intake.shown) == ("authorised", shown)
    assert intake.representative is not None
    assert intake.representative.commune == "11824"
    numbered = replace(intake, number="H99.99.001-261123-0001")
    assert intake_in(unpack(intake_out(numbered))) == numbered
    assert as_request(intake).shown == shown
    assert as_request(intake).representation == "authorised"


def test_an_intake_of_an_older_program_has_nothing_shown() -> None:
    intake = prepared(IntakeRequest("1.004873", MAU)).intake
    assert intake is not None
    body = unpack(intake_out(intake))
    assert not {"shown", "representation"} & set(body)
    assert "commune" not in body["applicant"]


def test_what_nobody_showed_is_not_frozen() -> None:
    asked = IntakeRequest("1.004873", MAU, representation="parent", shown=(Shown("payer", "identity"),))
    intake = prepared(asked).intake
    assert intake is not None
    assert (intake.representation, intake.shown) == ("", ())


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"representation": "friend"}, "representation"),
        ({"shown": (Shown("neighbour", "identity"),)}, "shown[0].role"),
        ({"shown": (Shown("applicant", "scan"),)}, "shown[0].paper"),
        ({"shown": (Shown("applicant", "identity"),) * 101}, "shown"),
        ({"applicant": replace(MAU, commune="118")}, "applicant.commune"),
    ],
)
def test_what_no_list_names_is_a_mistake(changes: dict[str, object], field: str) -> None:
    asked = replace(IntakeRequest("1.004873", MAU), **changes)  # type: ignore[arg-type]
    assert field in [one.field for one in prepared(asked).mistakes]
