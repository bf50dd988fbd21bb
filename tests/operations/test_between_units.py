"""A dossier between two communes: received for the other, sent there, worked on there, its result home."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.acting import acts_possible
from desk_app.operations.checking import verify
from desk_app.operations.desk import Desk
from desk_app.operations.find import find
from desk_app.operations.register import register_of
from desk_app.operations.scanning import scan
from desk_app.operations.slips import slip_digits
from desk_app.operations.sticks import export_stick, import_stick
from desk_app.operations.synchronise import sync_state, synchronise
from desk_app.operations.units import known_units, units_like
from sync.center.exchange.sticks import take_stick
from sync.center.store.trouble import CenterError
from sync.center.units.tree import add_unit
from sync.center.work.checking import verify as verify_center
from sync.center.work.deciding import decide, forward_dossier
from sync.center.work.listing import dossiers
from sync.journal.segments import Segment
from sync.model import kinds
from sync.model.status import Status
from sync.protocol import cutting
from sync.protocol.codec import segment_in
from sync.protocol.messages import WireSegment
from tests.operations.two_units import NAMES, A, B, TwoUnits, row, state


@pytest.fixture
def two(tmp_path: Path) -> Iterator[TwoUnits]:
    made = TwoUnits(tmp_path)
    yield made
    made.close()


def possible(desk: Desk, number: str) -> set[str]:
    """The acts that may be done now."""
    found = acts_possible(desk, state(desk, number))
    return {one.act.name for one in found if one.now}


def test_the_units_the_center_tells_of_are_known_at_the_desk(two: TwoUnits) -> None:
    told = known_units(two.desk_a)
    assert {one.code: one.name for one in told} == {code: NAMES[code] for code in (A, B)}
    assert [one.code for one in units_like(told, "binh minh", frozenset({A}))] == [B]
    assert units_like(told, "", frozenset({A, B})) == []


def test_a_dossier_goes_there_and_its_result_comes_home(two: TwoUnits) -> None:
    number = two.received(two.desk_a)
    two.act(two.desk_a, number, "forward", name="ubnd xa binh minh")
    sent = row(two.desk_a, number).away
    assert sent is not None
    assert (sent.state, sent.name) == ("sent", NAMES[B])
    two.sync()
    there = state(two.desk_b, number)
    assert (there.unit, there.status, there.number) == (A, Status.PROCESSING, number)
    assert {"accept", "finish", "note"} <= possible(two.desk_b, number)
    assert not {"arrive", "send-home"} & possible(two.desk_b, number)
    two.clock.forward(hours=1)
    two.act(two.desk_b, number, "accept")
    two.sync()
    now = row(two.desk_a, number).away
    assert now is not None
    assert (now.state, now.name, f"{now.since:%H:%M}") == ("there", "UBND xã Bình Minh", "10:15")
    two.act(two.desk_b, number, "finish", result="Giấy xác nhận")
    two.act(two.desk_b, number, "send-home", note="kèm bản chính")
    two.sync()
    back = row(two.desk_a, number)
    assert back.away is not None
    assert (back.away.state, back.status, back.ready_at) == ("back", Status.DONE, None)
    two.act(two.desk_a, number, "arrive", number="12/XN")
    two.act(two.desk_a, number, "return", relation="self", collector=_owner(two, number))
    two.sync()
    assert state(two.desk_b, number) == state(two.desk_a, number)
    assert state(two.desk_b, number).status is Status.RETURNED
    assert row(two.desk_b, number).away is None
    for report in (verify(two.desk_a), verify(two.desk_b), verify_center(two.center)):
        assert report["ok"], report


def _owner(two: TwoUnits, number: str) -> dict[str, str]:
    intake = state(two.desk_a, number).intake
    assert intake is not None
    return {"full_name": intake.owner.full_name, "id_number": intake.owner.id_number}


def test_a_dossier_received_for_another_unit_is_there_at_the_next_contact(two: TwoUnits) -> None:
    number = two.received(two.desk_a, for_unit="Ubnd xã Bình Minh")
    intake = state(two.desk_a, number).intake
    assert intake is not None
    assert (intake.for_unit, intake.for_unit_name) == (B, NAMES[B])
    here = row(two.desk_a, number).away
    assert here is not None
    assert here.state == "for"
    two.sync()
    assert state(two.desk_b, number).intake == intake
    two.act(two.desk_a, number, "forward")
    two.sync()
    sent = row(two.desk_b, number).away
    assert sent is not None
    assert (sent.state, sent.name) == ("sent", NAMES[B])


def test_a_unit_nobody_knows_is_a_mistake_beside_its_field(two: TwoUnits) -> None:
    with pytest.raises(DeskError) as refused:
        two.received(two.desk_a, for_unit="xã Không Có")
    assert [one.field for one in refused.value.mistakes] == ["for_unit"]
    assert state(two.desk_a, two.received(two.desk_a, for_unit=A)).sent_to == ()


def test_a_unit_typed_by_its_code_gets_the_dossier_when_the_center_knows_it(two: TwoUnits) -> None:
    late = "H99.99.003"
    number = two.received(two.desk_a, for_unit=late.lower())
    two.sync()
    assert state(two.desk_a, number).sent_to == (late,)
    add_unit(two.center, late, "UBND xã Chậm")
    two.sync(1, two.desk_a)
    with two.center.store.snapshot() as ledger:
        assert ledger.dossier(f"unit:{late}", state(two.desk_a, number).id) is not None


def test_the_center_lists_a_dossier_once_and_decides_it_at_home(two: TwoUnits) -> None:
    number = two.received(two.desk_a)
    two.act(two.desk_a, number, "forward", to=B)
    two.sync()
    [listed] = dossiers(two.center, number)
    assert (listed["unit"], listed["flags"]) == (A, [])
    assert decide(two.center, number, "done")["status"] == "done"
    two.sync()
    assert state(two.desk_b, number).status is state(two.desk_a, number).status is Status.DONE


def test_the_center_may_send_a_dossier_on(two: TwoUnits) -> None:
    number = two.received(two.desk_a)
    two.sync()
    assert not find(two.desk_b, number)
    forward_dossier(two.center, number, B)
    two.sync()
    assert state(two.desk_b, number) == state(two.desk_a, number)
    with pytest.raises(CenterError, match="chính"):
        forward_dossier(two.center, number, A)
    with pytest.raises(CenterError, match="Chưa có đơn vị"):
        forward_dossier(two.center, number, "H99.99.777")


def test_the_other_units_register_holds_what_it_received_itself(two: TwoUnits) -> None:
    number = two.received(two.desk_a)
    two.act(two.desk_a, number, "forward", to=B)
    own = two.received(two.desk_b)
    two.sync()
    assert [one.number for one in register_of(two.desk_b).rows] == [own]
    assert [one.number for one in register_of(two.desk_a).rows] == [number]


def test_the_slip_of_a_forwarded_dossier_is_genuine_there_too(two: TwoUnits) -> None:
    number = two.received(two.desk_a)
    digits = slip_digits(two.desk_a, state(two.desk_a, number))
    assert scan(two.desk_b, digits).verdict == "foreign-unit"
    two.act(two.desk_a, number, "forward", to=B)
    digits = slip_digits(two.desk_a, state(two.desk_a, number))
    two.sync()
    assert scan(two.desk_b, digits).verdict == "genuine"


def home_with(two: TwoUnits, desk: Desk, pocket: Path) -> Path:
    """A desk's stick goes to the center and home again; the answer that was taken in there."""
    reply = take_stick(two.center, export_stick(desk, pocket).value.path, pocket).reply
    assert reply is not None
    import_stick(desk, reply)
    return reply


def test_it_travels_by_stick_too(two: TwoUnits, tmp_path: Path) -> None:
    pocket = tmp_path / "stick"
    pocket.mkdir()
    number = two.received(two.desk_a)
    two.act(two.desk_a, number, "forward", to=B)
    take_stick(two.center, export_stick(two.desk_a, pocket).value.path, pocket)
    home_with(two, two.desk_b, pocket)
    assert state(two.desk_b, number) == state(two.desk_a, number)
    two.act(two.desk_b, number, "accept")
    take_stick(two.center, export_stick(two.desk_b, pocket).value.path, pocket)
    import_stick(two.desk_a, home_with(two, two.desk_a, pocket))
    away = state(two.desk_a, number).away
    assert away is not None
    assert away.accepted_at is not None


def test_a_withdrawal_at_home_and_a_decision_there_are_said_to_both(two: TwoUnits) -> None:
    number = two.received(two.desk_a)
    two.act(two.desk_a, number, "forward", to=B)
    two.sync()
    two.act(two.desk_b, number, "accept")
    two.sync()
    two.act(two.desk_a, number, "withdraw", reason="Không cần nữa")
    two.act(two.desk_b, number, "finish")
    two.sync()
    for desk in (two.desk_a, two.desk_b):
        assert state(desk, number).status is Status.DONE
        assert "decided-while-withdrawn" in row(desk, number).flags


def test_what_is_altered_on_the_way_is_refused_and_said_to_the_officer(
    two: TwoUnits, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = two.received(two.desk_a)
    two.act(two.desk_a, number, "forward", to=B)
    two.sync(1, two.desk_a)
    real = segment_in

    def altered(wire: WireSegment, node: bytes) -> Segment:
        """Whoever passes it on changes the last letter of what is carried."""
        *first, last = wire.entries
        if last.kind == kinds.CARRIED:
            lie = msgspec.structs.replace(last, body=last.body[:-1] + b"x")
            wire = msgspec.structs.replace(wire, entries=[*first, lie])
        return real(wire, node)

    with monkeypatch.context() as patched:
        patched.setattr(cutting, "segment_in", altered)
        report = synchronise(two.desk_b, two.post).value
    assert (report.reached, report.problem) == (True, "")
    [said] = report.proofs
    assert "có con dấu không đúng của nơi ghi" in said
    assert sync_state(two.desk_b).proof == said
    assert not find(two.desk_b, number)
    two.clock.forward(days=8)
    two.sync()
    assert sync_state(two.desk_b).proof == ""
    assert state(two.desk_b, number) == state(two.desk_a, number)
