"""A desk goes on under another key: nothing is lost, nothing doubled, and the old key is closed by place."""

from __future__ import annotations

import pytest

from sync.journal.own import Draft
from sync.journal.rekeying import followed, read_next_key
from sync.model import kinds
from sync.model.bodies import Unreadable, pack, unpack
from sync.protocol.succession import next_key_waits_for
from tests.protocol.world import CHANNEL, DAY, KEYS, Desk, World, projections


def changed(world: World, desk: Desk) -> None:
    desk.ask_key()
    desk.drain(world.center)
    assert desk.take_key()
    desk.drain(world.center)


def test_a_desk_goes_on_under_another_key_and_all_agree() -> None:
    world = World(2)
    desk, other = world.desks
    before = desk.receive(serial=1)
    world.heal()
    old = desk.keys.node
    changed(world, desk)
    after = desk.receive(serial=2)
    desk.status(before, "processing")
    world.heal()
    assert desk.keys.node != old
    assert world.equal()
    assert {one for _channel, one in projections(other)} == {before, after}
    assert desk.pending == 0
    assert not any(node.aside() for node in world.nodes), "nothing of the old key lies beyond its bound"


def test_the_range_of_numbers_moves_with_the_key() -> None:
    world = World(1)
    [desk] = world.desks
    desk.receive()
    world.heal()
    range_before = desk.lease()
    changed(world, desk)
    range_after = desk.lease()
    assert range_before is not None
    assert range_after is not None
    assert (range_after.first, range_after.last) == (range_before.first, range_before.last)
    assert range_after.node == desk.keys.node


def test_until_all_is_acknowledged_the_old_key_goes_on() -> None:
    world = World(1)
    [desk] = world.desks
    old = desk.keys.node
    desk.ask_key()
    assert next_key_waits_for(desk.ledger, desk.keys, world.center.keys.node) == "certificate"
    assert not desk.take_key()
    desk.drain(world.center)
    desk.receive(serial=3)
    assert next_key_waits_for(desk.ledger, desk.keys, world.center.keys.node) == "receipt"
    assert not desk.take_key()
    desk.drain(world.center)
    assert desk.keys.node == old
    assert next_key_waits_for(desk.ledger, desk.keys, world.center.keys.node) == ""
    assert desk.take_key()


def test_the_first_entry_names_the_journals_it_follows_and_how_far_they_went() -> None:
    world = World(1)
    [desk] = world.desks
    desk.receive(serial=1)
    old, heads = desk.keys.node, desk.ledger.heads(CHANNEL)
    desk.ask_key()
    desk.drain(world.center)
    assert desk.take_key()
    [first] = [one for one in desk.entries().values() if one.journal.node == desk.keys.node]
    said = followed(first)
    assert said is not None
    assert said[0] == old
    [(journal, [tip])] = [(one, tips) for one, tips in said[1].items()]
    assert journal in heads
    assert desk.ledger.rows.tips(desk.ledger.rows.journal_row(journal, create=False) or 0) == {tip}
    desk.drain(world.center)
    bounds = world.center.ledger.bounds(old)
    assert bounds is not None
    assert [one.successor for one in bounds.revoked] == [desk.keys.node]
    assert [dict(one.places) for one in bounds.revoked] == [{journal: frozenset({tip})}]


def test_asking_twice_asks_once() -> None:
    world = World(1)
    [desk] = world.desks
    desk.ask_key()
    count = len(desk.entries())
    desk.ask_key()
    assert len(desk.entries()) == count


def test_what_is_written_with_the_old_key_afterwards_counts_nowhere() -> None:
    """Somebody has a copy of the disk from before."""
    world = World(2)
    desk, other = world.desks
    desk.receive(serial=1)
    world.heal()
    thief = Desk("T", desk.keys, desk.store.copied(), desk.chance)
    thief.upstream = desk.upstream
    changed(world, desk)
    stolen = thief.receive(serial=9)
    assert thief.exchange(world.center).problem == "revoked"
    world.heal()
    assert (CHANNEL, stolen) not in projections(other)
    assert (CHANNEL, stolen) not in projections(desk)
    assert {one.dossier for one in world.center.aside().values()} >= {stolen}


def test_a_key_can_be_asked_for_only_by_the_two_keys_together() -> None:
    world = World(1)
    [desk] = world.desks
    desk.ask_key()
    [entry] = [one for one in desk.entries().values() if one.kind == kinds.REKEY]
    assert entry.text is not None
    assert read_next_key(entry.text, desk.keys.node).by == "Trần Văn Bình"
    with pytest.raises(Unreadable):
        read_next_key(entry.text, KEYS[5].node)
    for field, wrong in (("proof", "00" * 64), ("incarnation", "00"), ("keys", "AAAA"), ("keys", 7)):
        with pytest.raises(Unreadable):
            read_next_key(pack({**unpack(entry.text), field: wrong}), desk.keys.node)


def test_nobody_closes_a_node_that_did_not_ask() -> None:
    """A desk's journal says that it follows its neighbour."""
    world = World(2)
    desk, other = world.desks
    desk.receive(serial=1)
    world.heal()
    other.store.tables.notes.pop(f"own:{CHANNEL}", None)
    with other.writing() as own:
        said = {"node": desk.keys.node.hex(), "journals": []}
        own.begin(CHANNEL, b"12345678", said, DAY.toordinal())
        own.append(CHANNEL, [Draft("test.note", b"n", personal=False)], DAY.toordinal())
    world.heal()
    assert not world.center.ledger.bounds(desk.keys.node)
    assert world.equal()
