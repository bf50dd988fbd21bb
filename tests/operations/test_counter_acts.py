"""A dossier's life at a real desk: every act of the counter, undone, in bulk, and on the spot."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from desk_app.domain.act_request import ActFields
from desk_app.domain.mistakes import DeskError
from desk_app.operations.acting import (
    ACTS,
    act_on,
    acts_possible,
    bulk_act,
    record_payment,
    return_result,
    warnings_of,
)
from desk_app.operations.checking import verify
from desk_app.operations.desk import Desk
from desk_app.operations.find import Filters, find, show
from desk_app.operations.receive import AtOnce, receive
from desk_app.operations.slip_verdicts import judge
from desk_app.operations.slips import slip_digits
from sync.acts.counter import Taken
from sync.acts.move import Move
from sync.acts.returning import NOT_FINISHED, WRONG_PERSON, Handing
from sync.model.dossier import Dossier
from sync.model.status import Status
from tests.offices import MAU, OFFICER, THU, MovedClock, new_desk, request

FIRST, SECOND = "H99.99.001-261123-0001", "H99.99.001-261123-0002"
MAU_JSON = {"full_name": MAU.full_name, "id_number": MAU.id_number}


@pytest.fixture
def desk(tmp_path: Path, clock: MovedClock) -> Iterator[Desk]:
    """A desk with two dossiers, whose tables equal a rebuild at the end."""
    opened = new_desk(tmp_path, clock)
    receive(opened, [request(), request(THU)], OFFICER)
    yield opened
    assert verify(opened)["problems"] == []
    opened.close()


def act(desk: Desk, name: str, given: object = None, number: str = FIRST) -> Dossier:
    """Does an act."""
    return act_on(desk, number, name, {} if given is None else given, OFFICER).value


def test_a_dossier_goes_its_whole_way(desk: Desk, clock: MovedClock) -> None:
    act(desk, "payment", {"amount": 8000, "way": "cash"})
    act(desk, "handover", {"to": "Tư pháp – hộ tịch", "receiver": "Lê Thị Hai"})
    act(desk, "locate", {"place": "Tủ 2"})
    act(desk, "forward", {"papers": ["Tờ khai"]})
    [row] = find(desk, FIRST)
    assert (row.status, row.holder, row.place, row.paid) == (Status.PROCESSING, "Cấp trên", "", 8000)
    clock.forward(days=1)
    act(desk, "arrive", {"number": "15/UBND", "date": "2026-11-23", "from": "Trung tâm"})
    act(desk, "call", {"phone": MAU.phone, "to": MAU.full_name, "outcome": "reached"})
    [row] = find(desk, FIRST)
    assert (row.status, row.ready_at, row.holder) == (Status.DONE, clock.now.replace(second=0), "")
    act(desk, "return", {"collector": MAU_JSON, "checked": "Thẻ căn cước"})
    [row] = find(desk, FIRST)
    assert (row.status, row.returned_way, row.phone) == (Status.RETURNED, "self", MAU.phone)
    assert row.returned_at is not None
    assert [event.act for event in show(desk, FIRST).dossier.history] == [
        "received", "payment", "handover", "located", "forwarded", "arrived", "called", "status",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "given", "status"),
    [
        ("withdraw", {"reason": "Công dân đổi ý", "papers_back": ["Tờ khai"]}, Status.WITHDRAWN),
        ("stop", {"reason": "Không còn đối tượng"}, Status.STOPPED),
        ("refuse", {"reasons": ["Không thuộc thẩm quyền"]}, Status.DONE),
        ("finish", {"result": "Giấy xác nhận"}, Status.DONE),
        ("supplement", {"items": ["Bản án"]}, Status.SUPPLEMENT),
        ("fee", {"amount": 30_000, "reason": "Lệ phí"}, Status.FEE_DUE),
        ("handover", {"to": "Tư pháp"}, Status.PROCESSING),
        ("annul", {"reason": "Nhập trùng", "instead_of": SECOND}, Status.RECEIVED),
    ],
)
def test_every_act_is_undone_by_a_correction(
    desk: Desk, name: str, given: dict[str, object], status: Status
) -> None:
    before = show(desk, FIRST).dossier
    assert act(desk, name, given).status is status
    after = act(desk, "undo", {"reason": "Bấm nhầm hồ sơ"})
    assert (after.status, after.due_at, after.annulled) == (Status.RECEIVED, before.due_at, None)
    assert len(after.history) == 3
    assert not after.history[1].effective
    if name == "supplement":  # what was undone was not asked
        assert act(desk, name, given).status is status


def test_a_result_given_to_the_wrong_hands_is_taken_back_the_same_day_only(
    desk: Desk, clock: MovedClock
) -> None:
    act(desk, "finish")
    return_result(desk, FIRST, Handing(MAU), OFFICER)
    assert act(desk, "undo", {"reason": "Đưa nhầm"}).status is Status.DONE
    return_result(desk, FIRST, Handing(MAU), OFFICER)
    clock.forward(days=1)
    with pytest.raises(DeskError):
        act(desk, "undo", {"reason": "Muộn"})


def test_what_stops_a_returning_is_said_before_it_and_writes_nothing(desk: Desk) -> None:
    assert [one.kind for one in warnings_of(desk, FIRST, Handing(MAU))] == [NOT_FINISHED]
    act(desk, "finish")
    assert WRONG_PERSON in [one.kind for one in warnings_of(desk, FIRST, Handing(THU))]
    with pytest.raises(DeskError) as caught:
        return_result(desk, FIRST, Handing(THU), OFFICER)
    assert [one.field for one in caught.value.mistakes] == ["collector"]
    assert show(desk, FIRST).dossier.status is Status.DONE


def test_an_annulled_dossiers_slip_is_void_and_names_the_one_that_stands(desk: Desk) -> None:
    digits = slip_digits(desk, show(desk, FIRST).dossier)
    act(desk, "annul", {"reason": "Nhập trùng", "instead_of": SECOND})
    with desk.reading() as ledger:
        checked = judge(desk, ledger, digits)
    assert checked.verdict == "void"
    assert "đã hủy tiếp nhận" in checked.sentence
    assert SECOND in checked.sentence
    [row] = find(desk, FIRST)
    assert (row.annulled, row.label) == (True, "Đã hủy tiếp nhận")
    with pytest.raises(DeskError, match="hủy tiếp nhận"):
        act(desk, "supplement", {"items": ["x"]})
    assert [one.number for one in receive(desk, [request()], OFFICER).value] == ["H99.99.001-261123-0003"]


def test_acts_possible_says_of_each_why_not(desk: Desk) -> None:
    offered = {one.act.name: one for one in acts_possible(desk, show(desk, FIRST).dossier)}
    assert set(offered) == set(ACTS)
    assert offered["forward"].now
    assert offered["return"].why_not == "Hồ sơ đang là “Được tiếp nhận”."
    assert not offered["undo"].now
    act(desk, "note", {"text": "x"})
    assert {one.act.name for one in acts_possible(desk, show(desk, FIRST).dossier) if one.now} >= {"undo"}


@pytest.mark.parametrize("status", ["supplement", "fee", "finish", "stop", "annul", "apology", "nothing"])
def test_an_act_that_is_offered_is_not_refused_for_the_dossiers_state(desk: Desk, status: str) -> None:
    given = {"items": ["x"], "reason": "x", "amount": 5, "days": 1}
    asked = {"supplement": ("items", "reason"), "fee": ("amount", "reason"), "finish": (),
             "apology": ("reason", "days")}  # fmt: skip
    if status != "nothing":
        act(desk, status, {name: given[name] for name in asked.get(status, ("reason",))})
    whole = {
        **given, "to": "A", "name": "B", "text": "x", "phone": "0900", "place": "T", "reasons": ["x"],
        "collector": MAU_JSON,
    }  # fmt: skip
    dossier = show(desk, FIRST).dossier
    for possible in acts_possible(desk, dossier):
        made = possible.act.make(desk, dossier, ActFields(whole), OFFICER)
        assert isinstance(made, Move) is possible.now, (possible, made)


def test_a_selection_is_acted_on_where_it_may_be_and_says_where_not(desk: Desk) -> None:
    act(desk, "stop", {"reason": "x"}, SECOND)
    wanted = [FIRST, SECOND, "H99.99.001-261123-0099", FIRST]
    done = bulk_act(desk, wanted, "handover", {"to": "Tư pháp"}, OFFICER).value
    assert [one.wanted for one in done] == wanted[:3]
    assert done[0].dossier is not None
    assert done[0].dossier.holder == "Tư pháp"
    assert done[1].sentence == ""
    assert "Không có hồ sơ mã" in done[2].sentence
    refused = bulk_act(desk, wanted[:2], "stop", {"reason": "y"}, OFFICER).value
    assert [bool(one.sentence) for one in refused] == [False, True]
    with pytest.raises(DeskError):
        bulk_act(desk, [], "stop", {}, OFFICER)


def test_a_matter_settled_on_the_spot_is_received_and_returned_in_one_step(desk: Desk) -> None:
    paid = AtOnce(payment=Taken(8_000, "cash"), result="Bản sao")
    [one] = receive(desk, [request(THU)], OFFICER, and_return=True, at_once=[paid]).value
    dossier = show(desk, one.number).dossier
    assert (dossier.status, dossier.paid, dossier.result) == (Status.RETURNED, 8_000, "Bản sao")
    assert dossier.returned is not None
    assert dossier.returned.collector is not None
    assert dossier.returned.collector.full_name == THU.full_name
    assert [event.act for event in dossier.history] == ["received", "payment", "status", "status"]
    assert dossier.flags == ()


def test_what_cannot_happen_at_once_receives_nothing(desk: Desk) -> None:
    wrong = AtOnce(payment=Taken(8_000, "transfer"))
    with pytest.raises(DeskError) as caught:
        receive(desk, [request(), request(THU)], OFFICER, at_once=[AtOnce(), wrong])
    assert [one.field for one in caught.value.mistakes] == ["[1].proof"]
    assert len(find(desk, "")) == 2


def test_a_payment_is_recorded_and_its_mistakes_are_named(desk: Desk) -> None:
    assert record_payment(desk, FIRST, Taken(5_000, "vietqr", proof="FT1"), OFFICER).value.paid == 5_000
    with pytest.raises(DeskError) as caught:
        record_payment(desk, FIRST, Taken(5_000, "vietqr"), OFFICER)
    assert [one.field for one in caught.value.mistakes] == ["proof"]


def test_the_list_is_narrowed_by_filters_with_and_without_words(desk: Desk, clock: MovedClock) -> None:
    act(desk, "annul", {"reason": "Trùng"}, SECOND)
    receive(desk, [request(THU, "1.001193")], OFFICER)
    clock.forward(days=30)
    day = clock.now.date()

    def numbers(text: str, filters: Filters) -> list[str]:
        return [row.number[-4:] for row in find(desk, text, filters=filters)]

    assert numbers("", Filters(annulled=True)) == numbers("thu", Filters(annulled=True)) == ["0002"]
    assert numbers("", Filters(overdue=True)) == ["0003", "0001"]
    assert numbers("thu", Filters(overdue=True)) == ["0003"]
    assert numbers("", Filters(procedure="1.001193")) == ["0003"]
    assert numbers("", Filters(statuses=frozenset({Status.DONE}))) == []
    assert numbers("thu", Filters(statuses=frozenset({Status.RECEIVED}), due_to=day)) == ["0003", "0002"]
    assert numbers("", Filters(due_from=day)) == numbers("", Filters(officer="9")) == []
    both = Filters(received_from=day.replace(day=1, month=11), received_to=day, field="Hộ tịch")
    assert numbers("", both) == numbers("", replace(both, received_to=None))
