"""An act tried before it is done tells what it would change, and changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.acting import act_on, bulk_act
from desk_app.operations.desk import Desk
from desk_app.operations.find import show
from desk_app.operations.foreseeing import foresee
from desk_app.operations.handing_over import hand_over_list, hand_over_pdf
from desk_app.operations.receive import receive
from sync.model.moment import VIETNAM
from tests.offices import OFFICER, THU, MovedClock, new_desk, request

FIRST, SECOND = "H99.99.001-261123-0001", "H99.99.001-261123-0002"


@pytest.fixture
def desk(tmp_path: Path, clock: MovedClock) -> Iterator[Desk]:
    """A desk with two dossiers."""
    opened = new_desk(tmp_path, clock)
    receive(opened, [request(), request(THU)], OFFICER)
    yield opened
    opened.close()


def test_an_apology_is_foreseen_with_its_new_date_and_whether_it_is_late(
    desk: Desk, clock: MovedClock
) -> None:
    before = show(desk, FIRST).dossier
    found = foresee(desk, FIRST, "apology", {"reason": "-", "days": 3}, OFFICER)
    assert found.due == datetime(2026, 12, 2, 9, 15, tzinfo=VIETNAM)
    assert (found.late, found.mistakes) == (False, ())
    clock.forward(days=4)
    assert foresee(desk, FIRST, "apology", {"reason": "-", "days": 3}, OFFICER).late
    assert show(desk, FIRST).dossier == before


def test_what_an_act_does_not_change_is_not_foreseen(desk: Desk) -> None:
    assert foresee(desk, FIRST, "note", {"text": "Ghi chú"}, OFFICER).due is None


@pytest.mark.parametrize(("given", "field"), [({"days": 3}, "reason"), ({"days": "3"}, "days"), ([], "")])
def test_what_stops_an_act_is_foreseen_by_its_field(desk: Desk, given: object, field: str) -> None:
    found = foresee(desk, FIRST, "apology", given, OFFICER)
    assert found.due is None
    assert field in [one.field for one in found.mistakes]


def test_an_unknown_act_is_refused(desk: Desk) -> None:
    with pytest.raises(DeskError, match="burn"):
        foresee(desk, FIRST, "burn", {}, OFFICER)


def test_a_hand_over_list_names_those_handed_over_in_their_order(desk: Desk) -> None:
    with pytest.raises(DeskError, match="bàn giao"):
        hand_over_list(desk, [show(desk, FIRST).dossier.id])
    ids = [show(desk, number).dossier.id for number in (SECOND, FIRST)]
    bulk_act(desk, ids, "handover", {"to": "Tư pháp", "receiver": "Lê Thị Hai"}, OFFICER)
    listed = hand_over_list(desk, ids)
    assert [line.number for line in listed.lines] == [SECOND, FIRST]
    assert (listed.taker_office, listed.taker, listed.giver) == ("Tư pháp", "Lê Thị Hai", OFFICER.name)
    assert hand_over_pdf(desk, ids).startswith(b"%PDF")
    assert len(hand_over_list(desk, [FIRST, SECOND, FIRST]).lines) == 2


def test_a_hand_over_list_is_of_one_place(desk: Desk) -> None:
    act_on(desk, FIRST, "handover", {"to": "Tư pháp"}, OFFICER)
    with pytest.raises(DeskError, match=f"{SECOND} chưa có việc bàn giao"):
        hand_over_list(desk, [FIRST, SECOND])
    act_on(desk, SECOND, "forward", {"name": "Văn phòng đăng ký đất đai"}, OFFICER)
    with pytest.raises(DeskError, match="Tư pháp; Văn phòng đăng ký đất đai"):
        hand_over_list(desk, [FIRST, SECOND])


def test_papers_the_citizen_has_back_are_handed_over_to_nobody(desk: Desk) -> None:
    act_on(desk, FIRST, "withdraw", {"reason": "Đổi ý"}, OFFICER)
    withdrawn, other = bulk_act(desk, [FIRST, SECOND], "handover", {"to": "Tư pháp"}, OFFICER).value
    assert "đã trả lại công dân" in withdrawn.sentence
    assert other.dossier is not None
