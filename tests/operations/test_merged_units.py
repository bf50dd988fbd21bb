"""Merged units: old dossiers are read, found and finished in the new unit; old slips stay genuine."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desk_app.operations.checking import verify
from desk_app.operations.find import find
from desk_app.operations.receipts import sync_state
from desk_app.operations.register import register_of
from desk_app.operations.scanning import scan
from desk_app.operations.slips import slip_digits
from desk_app.operations.units import known_units, own_units, successor_of
from sync.center.store.trouble import CenterError
from sync.center.units.invitations import invite
from sync.center.units.merging import merge_units
from sync.center.units.tree import units
from sync.center.work.checking import verify as verify_center
from sync.center.work.deciding import forward_dossier
from sync.center.work.listing import dossiers
from sync.model.status import Status
from tests.operations.two_units import ADDRESS, NAMES, NEW, A, B, TwoUnits, row, state


@pytest.fixture
def two(tmp_path: Path) -> Iterator[TwoUnits]:
    made = TwoUnits(tmp_path)
    yield made
    made.close()


def merged(two: TwoUnits) -> None:
    """Both communes become one, which gets a desk."""
    merge_units(two.center, [A, B], NEW, NAMES[NEW])
    two.open.append(two.enrolled(NEW))
    two.sync()


def test_old_dossiers_are_found_and_finished_in_the_new_unit(two: TwoUnits) -> None:
    first, second = two.received(two.desk_a), two.received(two.desk_b)
    two.sync()
    merged(two)
    new = two.open[-1]
    assert own_units(new) == {NEW, A, B}
    assert {one.number for one in find(new, "")} == {first, second}
    two.act(new, first, "finish", result="Giấy xác nhận")
    two.sync()
    assert row(new, first).acknowledged
    assert sync_state(new).pending == 0
    assert state(two.desk_a, first).status is Status.DONE
    assert state(new, first).ready_at is not None, "the new unit is the one that received it"
    assert state(new, first) == state(two.desk_a, first)
    for report in (verify(new), verify(two.desk_a), verify_center(two.center)):
        assert report["ok"], report


def test_slips_issued_before_are_genuine_in_the_new_unit(two: TwoUnits) -> None:
    number = two.received(two.desk_a)
    digits = slip_digits(two.desk_a, state(two.desk_a, number))
    two.sync()
    merged(two)
    judged = scan(two.open[-1], digits)
    assert (judged.verdict, judged.number) == ("genuine", number)


def test_a_desk_of_the_old_unit_works_on_until_it_is_enrolled_anew(two: TwoUnits) -> None:
    merged(two)
    new = two.open[-1]
    number = two.received(two.desk_a)
    assert number.startswith(A)
    after = successor_of(two.desk_a)
    assert after is not None
    assert (after.code, after.name) == (NEW, NAMES[NEW])
    assert successor_of(new) is None
    two.sync()
    assert state(new, number).number == number
    [listed] = dossiers(two.center, number)
    assert listed["flags"] == ["former-unit"]
    own = two.received(new)
    assert own.startswith(NEW)
    two.sync()
    assert dossiers(two.center, own)[0]["flags"] == []
    assert {one.number for one in register_of(new).rows} == {number, own}


def test_a_desk_that_the_new_unit_had_before_reads_the_old_dossiers(two: TwoUnits) -> None:
    """One commune goes on and takes the other in."""
    number = two.received(two.desk_a)
    slip = slip_digits(two.desk_a, state(two.desk_a, number))
    two.sync()
    done = merge_units(two.center, [A], B)
    assert done.nodes == 1
    assert merge_units(two.center, [A], B).nodes == 0, "saying it again changes nothing"
    two.sync()
    assert row(two.desk_b, number).number == number
    two.act(two.desk_b, number, "handover", to="Công chức tư pháp", begins="yes")
    two.sync()
    assert state(two.desk_a, number) == state(two.desk_b, number)
    assert state(two.desk_a, number).status is Status.PROCESSING
    assert scan(two.desk_b, slip).verdict == "genuine"


def test_a_dossier_they_had_sent_to_each_other_is_shown_once(two: TwoUnits) -> None:
    number = two.received(two.desk_a)
    two.act(two.desk_a, number, "forward", to=B)
    two.sync()
    two.act(two.desk_b, number, "accept")
    two.sync()
    merged(two)
    new = two.open[-1]
    assert [one.number for one in find(new, number)] == [number]
    assert [one.number for one in find(new, "")] == [number]
    two.act(new, number, "finish")
    two.sync()
    assert state(two.desk_b, number).status is Status.DONE
    assert state(two.desk_b, number) == state(new, number)


def test_a_split_gives_the_others_theirs_by_sending(two: TwoUnits) -> None:
    """One keeper reads the old channel; what falls to another unit is sent to it by the center."""
    number = two.received(two.desk_a)
    two.sync()
    merge_units(two.center, [A], NEW, NAMES[NEW])
    keeper = two.enrolled(NEW)
    two.open.append(keeper)
    forward_dossier(two.center, number, B)
    two.sync()
    assert state(keeper, number) == state(two.desk_b, number)


def test_what_cannot_be_merged_is_refused_in_words(two: TwoUnits) -> None:
    with pytest.raises(CenterError, match="chính nó"):
        merge_units(two.center, [A], A)
    with pytest.raises(CenterError, match="Chưa có đơn vị"):
        merge_units(two.center, ["H99.99.777"], A)
    with pytest.raises(CenterError, match="Chưa có đơn vị"):
        merge_units(two.center, [A], NEW)
    merge_units(two.center, [A], NEW, NAMES[NEW])
    with pytest.raises(CenterError, match="đã sáp nhập"):
        merge_units(two.center, [A], B)
    with pytest.raises(CenterError, match="đã sáp nhập"):
        merge_units(two.center, [NEW], A)
    with pytest.raises(CenterError, match="đã sáp nhập vào"):
        invite(two.center, A, ADDRESS)
    assert {one.code: one.successor for one in units(two.center)} == {A: NEW, B: "", NEW: ""}


def test_a_new_name_reaches_the_desks(two: TwoUnits) -> None:
    invite(two.center, B, ADDRESS, name="UBND phường Bình Minh")
    two.sync()
    assert {one.code: one.name for one in known_units(two.desk_a)}[B] == "UBND phường Bình Minh"
