"""Revoked nodes, renewed keys and carried dossiers under a checkpoint: the center's count is the desk's."""

from __future__ import annotations

from collections.abc import Iterator
from unittest.mock import patch

import pytest

from sync.journal.bounds import Bound
from sync.journal.filling import Filling, filling_of
from sync.journal.segments import Segment, SegmentRefused
from sync.model import kinds
from sync.model.entry import Entry, JournalId, Tip
from sync.protocol import limits
from tests.protocol import test_taking_back as taken_back
from tests.protocol.units import UNITS, UnitDesk, Units
from tests.protocol.world import CHANNEL, KEYS, NOON, CrashingStore, Desk, Node, World, projections


@pytest.fixture(autouse=True)
def _every_channel_is_long() -> Iterator[None]:
    with patch.object(limits, "CHECKPOINT_FROM", 1), patch.object(limits, "FILL_BUDGET", 1_500):
        yield


def commune(dossiers: int = 30) -> tuple[World, Desk, Desk, list[bytes]]:
    """A desk that received dossiers, all open, and a colleague's."""
    world = World(2)
    lost, other = world.desks
    ids = []
    for n in range(dossiers):
        ids.append(lost.receive(serial=n + 1))
        lost.exchange(world.center)  # with a seal at each: a bound names sealed places
    world.heal()
    return world, lost, other, ids


def written(node: Node, writer: bytes) -> list[Entry]:
    """What of a writer counts here, by place."""
    return sorted((one for one in node.entries().values() if one.journal.node == writer), key=lambda e: e.seq)


def revoke(world: World, node: bytes, upto: int) -> None:
    """The center revokes a node: its journal counts up to a place, which is sealed."""
    entry = next(one for one in written(world.center, node) if one.seq == upto)
    order(world, kinds.REVOCATION, node, entry.journal, entry.tip)


def order(world: World, kind: str, node: bytes, journal: JournalId, tip: Tip) -> None:
    bound = Bound(node, {journal: frozenset({tip})}, NOON, "Lê Văn Quản", "máy bị mất")
    world.center.order(kind, bound)


def begun(world: World, number: int = 3) -> Desk:
    """A new desk after its first exchange."""
    new = world.add_desk(number)
    new.exchange(world.center)
    assert filling_now(new) is not None
    return new


def filling_now(desk: Desk) -> Filling | None:
    return filling_of(desk.ledger.rows, CHANNEL)


def agrees(desk: Desk, world: World) -> None:
    """In the end it is the center's copy, sums and all."""
    desk.drain(world.center)
    assert filling_now(desk) is None
    assert not desk.store.tables.lent.get(CHANNEL)
    assert desk.entries() == world.center.entries()
    assert desk.root() == world.center.root()
    assert projections(desk) == projections(world.center)


def test_a_new_desk_knows_of_a_revocation_at_once_and_gets_nothing_that_lies_beyond() -> None:
    world, lost, _other, ids = commune()
    revoke(world, lost.keys.node, upto=11)
    new = begun(world)
    assert new.ledger.bounds(lost.keys.node) is not None
    assert {dossier for _channel, dossier in projections(new)} == set(ids[:10])
    agrees(new, world)
    assert not new.aside()


@pytest.mark.parametrize("upto", [3, 29, 31])
def test_a_revocation_while_a_desk_is_filled_up_leaves_what_counts(upto: int) -> None:
    """Beyond what is here of the journal, within it, and below it: there it comes anew from its beginning."""
    world, lost, _other, ids = commune()
    new = begun(world)
    revoke(world, lost.keys.node, upto)
    new.exchange(world.center)
    assert {dossier for _channel, dossier in projections(new)} == set(ids[: upto - 1])
    agrees(new, world)


def test_what_was_lent_beyond_a_bound_is_recalled() -> None:
    world, lost, _other, ids = commune()
    new = begun(world)
    lent = new.store.tables.lent[CHANNEL].values()
    assert [one for one in lent if one.journal.node == lost.keys.node and one.seq > 5]
    revoke(world, lost.keys.node, upto=5)
    new.exchange(world.center)
    lent = new.store.tables.lent[CHANNEL].values()
    assert not [one for one in lent if one.journal.node == lost.keys.node and one.seq > 5]
    assert ids[20] not in {dossier for _channel, dossier in projections(new)}


@pytest.mark.parametrize("upto", [20, 31])
def test_what_is_admitted_after_all_comes_to_a_desk_that_is_being_filled(upto: int) -> None:
    """Up to a place that is not here yet, and to one in the quarantine with a hole beneath it."""
    world, lost, _other, ids = commune()
    new = begun(world)
    entry = written(world.center, lost.keys.node)[upto - 1]
    revoke(world, lost.keys.node, upto=3)
    new.exchange(world.center)
    order(world, kinds.ADMITTED, lost.keys.node, entry.journal, entry.tip)
    new.exchange(world.center, budget=1)
    agrees(new, world)
    assert {dossier for _channel, dossier in projections(new)} == set(ids[: entry.seq - 1])


def test_a_dossier_whose_reception_counts_no_more_is_shown_as_the_center_shows_it() -> None:
    world, lost, other, ids = commune()
    other.status(ids[20], "processing")
    world.heal()
    revoke(world, lost.keys.node, upto=5)
    new = begun(world)
    assert projections(new)[CHANNEL, ids[20]] == projections(world.center)[CHANNEL, ids[20]]
    new.status(ids[20], "done")
    here = new.ledger.dossier(CHANNEL, ids[20])
    assert here is not None
    assert [event.act for event in here.history] == [kinds.STATUS, kinds.STATUS]
    assert projections(new)[CHANNEL, ids[20]] == here
    agrees(new, world)


def test_a_journal_whose_key_was_renewed_is_filled_up_like_any_other() -> None:
    world, first, _other, ids = commune()
    old = first.keys.node
    first.ask_key()
    first.drain(world.center)
    assert first.take_key()
    first.receive(serial=90)
    world.heal()
    new = begun(world)
    assert new.ledger.bounds(old) is not None
    filling = filling_now(new)
    assert filling is not None
    assert old in {one.node for one in filling.below}
    agrees(new, world)
    assert len(projections(new)) == len(ids) + 1


def test_a_desk_that_is_being_filled_up_changes_its_key() -> None:
    world, _first, _other, ids = commune()
    new = begun(world)
    new.ask_key()
    with patch.object(limits, "FILL_BUDGET", 1):
        for _exchange in range(2):
            new.exchange(world.center)
    assert filling_now(new) is not None
    assert new.take_key()
    new.receive(serial=91)
    agrees(new, world)
    assert new.pending == 0
    assert len(projections(new)) == len(ids) + 1


def test_a_dossier_carried_from_another_unit_is_whole_at_once() -> None:
    units = Units(2)
    home, other = units.desks
    early = [other.take_in(n + 1) for n in range(30)]
    dossier = home.take_in(1)
    home.forward(dossier, UNITS[1])
    units.heal()
    other.accept(dossier)
    units.heal()
    new = UnitDesk(
        "N", KEYS[6], CrashingStore({units.center.keys.node: units.center.keys.public}), units.chance
    )
    new.upstream = units.center.keys
    new.unit = UNITS[1]
    units.center.welcome(new, 9)
    new.exchange(units.center)
    assert filling_of(new.ledger.rows, new.channel) is not None
    shown = projections(new)
    assert shown[new.channel, dossier] == other.state(dossier)
    assert {(new.channel, one) for one in early} <= shown.keys()
    late = home.take_in(2)
    home.forward(late, UNITS[1])
    home.drain(units.center)
    new.exchange(units.center)
    assert filling_of(new.ledger.rows, new.channel) is not None
    new.accept(late)
    assert projections(new)[new.channel, late] == new.state(late), "an act on what was carried shows at once"
    new.drain(units.center)
    assert filling_of(new.ledger.rows, new.channel) is None
    assert new.state(dossier) == other.state(dossier)


@pytest.mark.parametrize("before", [0, 1], ids=["all of it", "a part of it"])
def test_a_new_desk_is_lent_what_was_carried_as_far_as_it_counts(before: int) -> None:
    units = Units(2)
    home, other = units.desks
    early = [other.take_in(n + 1) for n in range(30)]
    places = taken_back.place(home) if before == 0 else {}
    dossier = home.take_in(1)
    home.forward(dossier, UNITS[1])
    units.heal()
    if before:
        places = taken_back.place(home)
        home.move(dossier, "done")
        units.heal()
    taken_back.order(units, home, kinds.REVOCATION, places)
    new = UnitDesk(
        "N", KEYS[6], CrashingStore({units.center.keys.node: units.center.keys.public}), units.chance
    )
    new.unit, new.upstream = UNITS[1], units.center.keys
    units.center.welcome(new, 9)
    new.exchange(units.center)
    assert filling_of(new.ledger.rows, new.channel) is not None
    assert {(new.channel, one) for one in early} <= projections(new).keys()
    for _ in range(2):
        units.heal()
        shown = projections(other).get((other.channel, dossier))
        assert projections(new).get((new.channel, dossier)) == shown
        assert (shown is None) == (before == 0)
        new.drain(units.center)
    assert filling_of(new.ledger.rows, new.channel) is None


def test_a_stick_does_not_bring_a_revoked_nodes_entries_below_a_gap() -> None:
    """They would lie there with a hole above them; they come by the way everything older comes."""
    world, lost, other, _ids = commune()
    revoke(world, lost.keys.node, upto=31)
    other.drain(world.center)
    new = begun(world)
    journal = written(world.center, lost.keys.node)[0].journal
    row = other.ledger.rows.journal_row(journal, create=False)
    assert row is not None
    runs, _more = other.ledger.beyond(journal, [], 10**6)
    [run] = runs
    mark = next(one for one in run.seals if 5 <= one.tip.seq < 20)
    middle = tuple(entry for entry in run.entries if mark.tip.seq - 2 <= entry.seq <= mark.tip.seq)
    with new.store.transaction() as ledger, pytest.raises(SegmentRefused, match="later"):
        ledger.admit(Segment(journal, middle, (mark,)))
    with new.store.transaction() as ledger:
        ledger.admit(run)
    filling = filling_now(new)
    assert filling is not None
    assert not filling.places(journal)
    agrees(new, world)
