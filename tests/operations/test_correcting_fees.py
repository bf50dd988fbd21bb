"""A corrected procedure brings its fee: pages, copies and amounts are taken and reckoned as at an intake."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.acting import act_on
from desk_app.operations.desk import Desk
from desk_app.operations.find import show
from desk_app.operations.foreseeing import foresee
from desk_app.operations.receive import receive
from sync.acts.requests import IntakeRequest
from sync.model.dossier import FeeLine, Intake, Person
from tests.offices import OFFICER, MovedClock, new_desk, request

NUMBER = "H99.99.001-261123-0001"
CERTIFIED, COPY, MARRIAGE = "2.000815", "2.000635", "1.004873"
PAGES, COPIES = "Phí chứng thực bản sao từ bản chính", "Phí cấp bản sao trích lục hộ tịch"
Changes = dict[str, object]


@pytest.fixture
def desk(tmp_path: Path, clock: MovedClock) -> Iterator[Desk]:
    """A desk with one dossier of a procedure whose fee the province sets."""
    opened = new_desk(tmp_path, clock)
    receive(opened, [request()], OFFICER)
    yield opened
    opened.close()


def corrected(desk: Desk, **changes: object) -> Intake:
    given = {"reason": "Chọn nhầm thủ tục", "changes": changes}
    after = act_on(desk, NUMBER, "reissue", given, OFFICER).value.intake
    assert after is not None
    return after


def fees(intake: Intake) -> list[tuple[str, int]]:
    return [(one.name, one.amount) for one in intake.fees]


def test_the_new_procedures_fee_is_what_an_intake_with_the_same_figures_reckons(desk: Desk) -> None:
    after = corrected(desk, procedure=CERTIFIED, pages=5, copies=3)
    who = Person("Lê Văn Tám")
    [same] = receive(desk, [IntakeRequest(CERTIFIED, who, pages=5, copies=3)], OFFICER).value
    received = show(desk, same.number).dossier.intake
    assert received is not None
    assert fees(after) == fees(received) == [(PAGES, 3 * (2 * 2000 + 3 * 1000))]
    assert after.fees_open == ()


def test_a_fee_whose_pages_are_not_said_stays_open_as_at_an_intake(desk: Desk) -> None:
    after = corrected(desk, procedure=CERTIFIED)
    assert (after.fees, after.fees_open) == ((), (PAGES,))


def test_pages_are_corrected_alone_and_the_fee_with_them(desk: Desk) -> None:
    corrected(desk, procedure=CERTIFIED, pages=5)
    assert fees(corrected(desk, note="Bản chính có dấu giáp lai")) == [(PAGES, 7000)]
    assert fees(corrected(desk, pages=1, copies=2)) == [(PAGES, 4000)]
    assert fees(corrected(desk, procedure=COPY, copies=4)) == [(COPIES, 32_000)]
    assert fees(corrected(desk, copies=0)) == []


def test_an_amount_the_province_sets_is_corrected_by_its_name(desk: Desk) -> None:
    before = show(desk, NUMBER).dossier.intake
    assert before is not None
    [name] = before.fees_open
    after = corrected(desk, fee_amounts={name: 12_000})
    assert (after.fees, after.fees_open) == ((FeeLine(name, 12_000, "le_phi"),), ())
    assert fees(corrected(desk, fee_amounts={name: 0})) == []


def test_what_a_correction_would_cost_is_foreseen(desk: Desk) -> None:
    given = {"reason": "-", "changes": {"procedure": CERTIFIED, "pages": 5}}
    seen = foresee(desk, NUMBER, "reissue", given, OFFICER)
    assert seen.intake is not None
    assert seen.intake == corrected(desk, procedure=CERTIFIED, pages=5)


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"procedure": CERTIFIED, "pages": 0}, "pages"),
        ({"procedure": CERTIFIED, "pages": 20_000}, "pages"),
        ({"procedure": COPY, "copies": 5000}, "copies"),
        ({"pages": "3"}, "changes.pages"),
        ({"copies": True}, "changes.copies"),
        ({"fee_amounts": 5}, "changes.fee_amounts"),
        ({"fee_amounts": {"Lệ phí": "5"}}, "changes.fee_amounts.Lệ phí"),
        ({"fee_amounts": {"Lệ phí": -5}}, "amounts"),
    ],
)
def test_a_figure_that_cannot_be_is_named_and_nothing_is_written(
    desk: Desk, changes: Changes, field: str
) -> None:
    before = show(desk, NUMBER).dossier
    with pytest.raises(DeskError) as caught:
        corrected(desk, **changes)
    assert [one.field for one in caught.value.mistakes] == [field]
    assert show(desk, NUMBER).dossier == before
