"""What a revoked desk wrote and the center had carried to another unit counts there as it does at home."""

from __future__ import annotations

from itertools import permutations

import pytest

from sync.journal.bounds import Bound, bound_body
from sync.journal.own import Draft
from sync.journal.travelling import recalled_here, to_be_carried
from sync.model import kinds
from sync.model.dossier import Dossier
from sync.model.entry import JournalId, Tip
from sync.model.fold import fold
from sync.model.status import Status
from sync.protocol.answering import forget_incarnation
from tests.protocol.units import UNITS, UnitDesk, Units
from tests.protocol.world import DAY, NOON, projections, rebuilt

A, B, C = UNITS


def two() -> tuple[Units, UnitDesk, UnitDesk]:
    units = Units(2)
    return units, units.desks[0], units.desks[1]


def place(desk: UnitDesk) -> dict[JournalId, frozenset[Tip]]:
    """Where the desk's journal stands now."""
    with desk.writing() as own:
        now = own.current(desk.channel)
    return {now[0]: frozenset({now[1]})} if now is not None and now[1] is not None else {}


def order(
    units: Units, desk: UnitDesk, kind: str, places: dict[JournalId, frozenset[Tip]], *, carried: bool = True
) -> None:
    """The center revokes the desk, or lets some of it count."""
    bound = Bound(desk.keys.node, places, NOON, "Lê Văn Quản", "máy bị mất")
    with units.center.writing() as own:
        draft = Draft(kind, bound_body(bound), personal=False)
        for entry in own.append(desk.channel, [draft], DAY.toordinal()).entries:
            own.ledger.obey(entry)
    if carried:
        units.center.carry()


def agreed(units: Units, dossier: bytes) -> Dossier | None:
    """The dossier as every unit folds it, at the center and at the desks that are not revoked."""
    units.heal()
    folds = list(units.folds(dossier).values())
    assert all(one == folds[0] for one in folds)
    for node in (units.center, *units.desks[1:]):
        assert projections(node) == rebuilt(node)
    for desk in units.desks[1:]:
        if folds and desk.knows(dossier):
            assert desk.state(dossier) == folds[0]
    return folds[0] if folds else None


def stolen() -> tuple[Units, UnitDesk, UnitDesk, bytes, dict[JournalId, frozenset[Tip]]]:
    """A dossier that both units have, and an act of a thief that reached both; the place before the act."""
    units, home, other = two()
    dossier = home.take_in(1)
    home.forward(dossier, B)
    units.heal()
    before = place(home)
    home.move(dossier, "done")
    units.heal()
    assert other.state(dossier).status is Status.DONE
    return units, home, other, dossier, before


def test_an_act_in_quarantine_at_home_does_not_count_in_the_other_unit() -> None:
    units, home, other, dossier, before = stolen()
    order(units, home, kinds.REVOCATION, before)
    state = agreed(units, dossier)
    assert state is not None
    assert other.state(dossier) == state
    assert (state.status, state.flags) == (Status.PROCESSING, ("recalled",))
    said = state.history[-1]
    assert said.text == f"Máy {A}/1 đã bị thu hồi: 1 ghi nhận của máy đó tạm không được tính – máy bị mất"
    assert (said.officer.name, said.unit) == ("Lê Văn Quản", A)
    assert not any(event.act == kinds.STATUS for event in state.history)
    assert recalled_here(other.ledger.rows) == (1, 1, (A,))


def test_what_a_person_lets_count_at_home_counts_in_the_other_unit_again() -> None:
    units, home, other, dossier, before = stolen()
    after = place(home)
    order(units, home, kinds.REVOCATION, before)
    agreed(units, dossier)
    order(units, home, kinds.ADMITTED, after)
    state = agreed(units, dossier)
    assert state is not None
    assert other.state(dossier) == state
    assert (state.status, state.flags) == (Status.DONE, ())
    assert any("được tính lại" in event.text for event in state.history)
    assert recalled_here(other.ledger.rows) == (0, 0, ())


def test_a_dossier_of_which_nothing_counts_is_in_no_list_of_either_unit() -> None:
    units, home, other = two()
    home.take_in(1)
    units.heal()
    before = place(home)
    dossier = home.take_in(2)
    home.forward(dossier, B)
    units.heal()
    assert other.knows(dossier)
    order(units, home, kinds.REVOCATION, before)
    assert agreed(units, dossier) is None
    assert not other.knows(dossier)
    assert (other.channel, dossier) not in other.store.tables.dossiers
    assert recalled_here(other.ledger.rows) == (2, 1, (A,))


def test_the_other_units_own_acts_stay_when_the_reception_is_taken_back() -> None:
    units, home, other = two()
    before: dict[JournalId, frozenset[Tip]] = {}
    dossier = home.take_in(1)
    home.forward(dossier, B)
    units.heal()
    other.accept(dossier)
    units.heal()
    order(units, home, kinds.REVOCATION, before)
    state = agreed(units, dossier)
    assert state is not None
    assert set(state.flags) >= {"no-intake", "recalled"}
    assert [event.unit for event in state.history if event.act == kinds.ACCEPTED] == [B]


def test_a_revoked_desk_of_the_other_unit_counts_no_more_at_home() -> None:
    units, home, other = two()
    dossier = home.take_in(1)
    home.forward(dossier, B)
    units.heal()
    other.accept(dossier)
    units.heal()
    before = place(other)
    other.move(dossier, "stopped")
    units.heal()
    assert home.state(dossier).status is Status.STOPPED
    order(units, other, kinds.REVOCATION, before)
    units.heal()
    assert home.state(dossier).status is Status.PROCESSING
    assert home.state(dossier).flags == ("recalled",)
    first, *others = units.folds(dossier).values()
    assert all(one == first for one in others)
    assert home.state(dossier) == first


def test_it_is_carried_no_further() -> None:
    units = Units(3)
    home, second, third = units.desks
    dossier = home.take_in(1)
    home.forward(dossier, B)
    units.heal()
    before = place(home)
    home.write(dossier, kinds.NOTED, text="của kẻ trộm")
    units.heal()
    order(units, home, kinds.REVOCATION, before, carried=False)
    second.forward(dossier, C)
    state = agreed(units, dossier)
    assert state is not None
    assert third.state(dossier) == second.state(dossier) == state
    held = units.center.entries().values()
    assert not any(one.kind == kinds.CARRIED and "của kẻ trộm".encode() in (one.text or b"") for one in held
                   if one.journal.channel == third.channel)  # fmt: skip


def test_a_crash_before_it_is_carried_delays_it_only() -> None:
    units, home, other, dossier, before = stolen()
    order(units, home, kinds.REVOCATION, before, carried=False)
    assert to_be_carried(units.center.ledger.rows) == [dossier]
    other.drain(units.center)
    units.center.carry()
    other.drain(units.center)
    assert other.state(dossier).status is Status.PROCESSING


def test_it_is_said_once_however_often_the_center_looks() -> None:
    units, home, _other, dossier, before = stolen()
    order(units, home, kinds.REVOCATION, before)
    agreed(units, dossier)
    entries = set(units.center.entries())
    for _ in range(3):
        with units.center.writing() as own:
            own.rows.put_note(f"carry:{dossier.hex()}", b"1")
        units.center.carry()
    assert set(units.center.entries()) == entries


def test_the_other_branch_of_a_cloned_desk_is_taken_back_whatever_its_numbers() -> None:
    """Both wrote on from the same place; the place that counts lies further than what is taken back."""
    units, home, other = two()
    dossier = home.take_in(1)
    home.forward(dossier, B)
    units.heal()
    thief = UnitDesk("A2", home.keys, home.store.copied(), units.chance)
    thief.unit, thief.upstream = A, units.center.keys
    thief.move(dossier, "done")
    thief.drain(units.center)
    for serial in (2, 3, 4):
        home.take_in(serial)
    after = place(home)
    home.drain(units.center)
    units.heal(1)
    assert other.state(dossier).status is Status.DONE
    order(units, home, kinds.REVOCATION, after)
    state = agreed(units, dossier)
    assert state is not None
    assert other.state(dossier).status is state.status is Status.PROCESSING


def test_a_restored_center_that_forgot_says_it_again_and_both_agree() -> None:
    units, home, other, dossier, before = stolen()
    old = units.center.store.copied()
    order(units, home, kinds.REVOCATION, before)
    other.drain(units.center)
    other.drain(units.center)
    assert other.state(dossier).status is Status.PROCESSING
    units.center.store = old
    with units.center.store.transaction() as ledger:
        forget_incarnation(ledger)
    for desk in units.desks:
        with units.center.writing() as own:
            own.reopen(desk.channel, DAY.toordinal())
    units.heal()
    order(units, home, kinds.REVOCATION, before)
    state = agreed(units, dossier)
    assert state is not None
    assert other.state(dossier) == state
    assert (state.status, state.flags) == (Status.PROCESSING, ("recalled",))


def test_a_restored_center_that_never_hears_of_it_again_lets_it_count_in_both() -> None:
    units, home, other, dossier, before = stolen()
    old = units.center.store.copied()
    order(units, home, kinds.REVOCATION, before)
    other.drain(units.center)
    other.drain(units.center)
    units.center.store = old
    with units.center.store.transaction() as ledger:
        forget_incarnation(ledger)
    for desk in units.desks:
        with units.center.writing() as own:
            own.reopen(desk.channel, DAY.toordinal())
    state = agreed(units, dossier)
    assert state is not None
    assert other.state(dossier) == state
    assert state.status is Status.DONE


def test_what_counts_is_the_same_in_whatever_order_it_comes() -> None:
    units, home, other, dossier, before = stolen()
    after = place(home)
    order(units, home, kinds.REVOCATION, before)
    order(units, home, kinds.ADMITTED, after)
    state = agreed(units, dossier)
    ledger = other.ledger
    held = ledger.rows.dossier_entries(other.channel, [dossier])[dossier]
    assert 4 < len(held) < 8
    for some in permutations(held):
        assert fold(dossier, some, ledger.roles) == state


@pytest.mark.parametrize(
    "body", [b"{}", b'{"entries":[]}', b'{"entries":[["00",1]]}', b'{"entries":[[1,1]]}']
)
def test_a_word_nobody_can_read_takes_nothing_back(body: bytes) -> None:
    units, _home, other, dossier, _before = stolen()
    with units.center.writing() as own:
        now = own.current(f"unit:{B}")
        assert now is not None
        own._write(*now, [Draft(kinds.RECALLED, body, dossier)], DAY.toordinal())
        own.ledger.refold(f"unit:{B}", [dossier])
    units.heal()
    assert other.state(dossier).status is Status.DONE
    assert other.state(dossier).flags == ("unreadable",)


def test_a_desk_that_takes_back_what_was_carried_is_not_believed() -> None:
    units, home, other, dossier, _before = stolen()
    done = next(one for one in home.state(dossier).history if one.act == kinds.STATUS)
    other.write(dossier, kinds.RECALLED, entries=[[done.entry, 1]], machine="x")
    units.heal()
    assert other.state(dossier).status is home.state(dossier).status is Status.DONE
    assert other.state(dossier).flags == home.state(dossier).flags == ("role",)
