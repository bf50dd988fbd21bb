"""Single exchanges: round trips, sizes, receipts."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from sync.identity.keys import NotGenuine
from sync.journal.segments import Segment
from sync.protocol import engine
from sync.protocol.messages import Reply
from sync.protocol.receipts import latest_receipt, read_receipt
from tests.protocol.world import (
    CHANNEL,
    DAY,
    NOON,
    Desk,
    World,
    projections,
)


def settled(count: int = 1) -> tuple[World, list[Desk]]:
    """Desks that have received one dossier each, and everybody has everything."""
    world = World(count)
    for serial, desk in enumerate(world.desks, start=1):
        desk.receive(serial=serial)
    world.heal()
    assert world.equal()
    return world, world.desks


def reply_to(world: World, desk: Desk, budget: int = 64 * 1024) -> Reply:
    """What the center replies to the desk's next question, in the clear."""
    opened = engine.open_request(world.center.keys, desk.ask(budget).sealed)
    with world.center.store.transaction() as ledger:
        return engine.respond(
            ledger, world.center.keys, opened, NOON, world.center.after_admit, world.center.chance
        )


# -- round trips ---------------------------------------------------------------------------------


def test_a_dossier_arrives_in_one_round_trip_and_is_acknowledged_by_it() -> None:
    world, [desk] = settled()
    dossier = desk.receive(serial=7)
    assert desk.pending == 1
    heard = desk.exchange(world.center)
    assert (heard.sent, heard.received, heard.pending, heard.more) == (1, 0, 0, False)
    assert world.equal()
    assert world.center.store.tables.dossiers[CHANNEL, dossier] == projections(desk)[CHANNEL, dossier]


def test_a_decision_comes_back_in_one_round_trip() -> None:
    world, [desk] = settled()
    [dossier] = [one for _channel, one in projections(desk)]
    world.center.status(dossier, "processing")
    heard = desk.exchange(world.center)
    assert (heard.received, heard.more) == (1, False)
    assert heard.dossiers == {(CHANNEL, dossier)}
    assert world.equal()


def test_both_ways_at_once_take_one_round_trip() -> None:
    world, [desk, other] = settled(2)
    other.receive(serial=20)
    other.exchange(world.center)
    desk.receive(serial=21)
    heard = desk.exchange(world.center)
    assert (heard.sent, heard.received, heard.pending, heard.more) == (1, 1, 0, False)
    assert desk.root() == world.center.root()


def test_a_lost_answer_costs_no_further_round_trip() -> None:
    world, [desk, other] = settled(2)
    other.receive(serial=20)
    other.exchange(world.center)
    desk.receive(serial=21)
    world.center.answer(desk.ask().sealed)
    desk.receive(serial=22)
    heard = desk.exchange(world.center)
    assert (heard.sent, heard.received, heard.pending, heard.more) == (2, 1, 0, False)
    assert desk.root() == world.center.root()


def test_a_restored_desk_has_everything_back_in_two_round_trips() -> None:
    world, [desk] = settled()
    old = desk.store.copied()
    desk.receive(serial=2)
    desk.exchange(world.center)
    desk.store = old
    first = desk.exchange(world.center)
    assert first.forks == (CHANNEL,)
    assert first.more
    second = desk.exchange(world.center)
    assert second.received == 1
    assert not second.more
    assert world.equal()


def test_a_fork_is_known_to_both_sides_within_four_round_trips() -> None:
    world, [desk] = settled()
    old = desk.store.copied()
    journal = desk.current()
    desk.receive(serial=2)
    desk.exchange(world.center)
    desk.store = old
    desk.receive(serial=3)  # the same place in the journal, another dossier
    done = desk.drain(world.center)
    assert done.rounds <= 4
    assert done.forks == {CHANNEL}
    assert desk.current() == journal
    desk.receive(serial=4)
    assert desk.current() != journal, "it goes on in a new incarnation"
    world.heal()
    assert world.equal()
    assert len(projections(desk)) == 4


def test_a_new_incarnation_names_the_one_it_closes() -> None:
    _world, [desk] = settled()
    before = desk.current()
    assert before is not None
    with desk.writing() as own:
        last = own.current(CHANNEL)
        journal = own.reopen(CHANNEL, DAY.toordinal())
    assert last is not None
    [opening] = [one for one in desk.entries().values() if one.journal == journal]
    assert opening.text is not None
    closes = msgspec.json.decode(opening.text)["closes"]
    assert last[1] is not None
    assert closes == [before.incarnation.hex(), last[1].seq, last[1].digest.hex()]


def test_a_restored_center_takes_its_own_old_entries_back() -> None:
    world, [desk, other] = settled(2)
    old = world.center.store.copied()
    [dossier, *_] = [one for _channel, one in projections(desk)]
    world.center.status(dossier, "processing")
    other.receive(serial=20)
    world.heal(2)
    lost = world.center.entries().keys() - {d for held in old.tables.entries.values() for d in held}
    world.center.store = old
    incarnation = world.center.current()
    desk.drain(world.center)
    assert lost <= world.center.entries().keys()
    world.center.status(dossier, "done")
    assert world.center.current() != incarnation, "its incarnation was seen further than it is"
    world.heal()
    assert world.equal()


def test_what_a_restored_center_lost_waits_again() -> None:
    world, [desk] = settled()
    old = world.center.store.copied()
    desk.receive(serial=2)
    desk.exchange(world.center)
    assert desk.pending == 0
    world.center.store = old
    heard = desk.exchange(world.center)
    assert heard.pending == 1
    desk.drain(world.center)
    assert desk.pending == 0
    assert world.equal()


def test_a_stretch_behind_a_gap_waits_and_then_joins() -> None:
    world, [desk] = settled()
    journal = desk.current()
    assert journal is not None
    for serial in range(2, 5):
        desk.receive(serial=serial)
    segment, _more = desk.ledger.beyond(journal, [], 1 << 20)
    entries = segment[0].entries
    seal = {one.tip: one for one in segment[0].seals}
    with world.center.store.transaction() as ledger:
        admission = ledger.admit(Segment(journal, entries[-1:], (seal[entries[-1].tip],)))
        assert admission.parked
    before = world.center.root()
    assert before == world.center.root()
    heard = desk.exchange(world.center, budget=1)
    assert heard.sent >= 1
    desk.drain(world.center)
    assert world.equal()
    assert not any(world.center.store.tables.parked.values())


def test_a_backlog_drains_in_messages_that_grow() -> None:
    world, [desk] = settled()
    for serial in range(2, 202):
        desk.receive(serial=serial)
    done = desk.drain(world.center, size=4096)
    assert (done.sent, done.pending, done.acknowledged) == (200, 0, 200)
    assert done.rounds <= 6
    assert world.equal()


def test_the_smallest_budget_still_brings_a_stretch_across() -> None:
    world, [desk] = settled()
    for serial in range(2, 40):
        desk.receive(serial=serial)
    waiting = desk.pending
    heard = desk.exchange(world.center, budget=1)
    assert heard.more
    assert 1 <= waiting - heard.pending <= 16


# -- sizes ---------------------------------------------------------------------------------------


def test_an_exchange_with_nothing_to_do_takes_half_a_kibibyte() -> None:
    world, [desk] = settled()
    desk.exchange(world.center)
    question = desk.ask()
    answer = world.center.answer(question.sealed)
    assert len(question.sealed) + len(answer) <= 512
    before = dict(world.center.store.tables.notes)
    world.center.answer(desk.ask().sealed)
    assert world.center.store.tables.notes == before, "nothing to do writes nothing at the center"


# -- receipts ------------------------------------------------------------------------------------


def test_a_receipt_stands_for_itself() -> None:
    world, [desk] = settled()
    receipt = latest_receipt(desk.ledger, world.center.keys.node)
    assert receipt is not None
    again = read_receipt(receipt.encode())
    again.check(world.center.keys.public)
    assert again == receipt
    assert again.roots[CHANNEL] == world.center.root()
    journal = desk.current()
    assert journal is not None
    assert again.heads[journal] == desk.ledger.heads(CHANNEL)[journal]


@pytest.mark.parametrize("change", [{"counter": 99}, {"time": 1}, {"heads": {}}, {"roots": {}}])
def test_a_receipt_with_another_word_is_not_signed(change: dict[str, object]) -> None:
    world, [desk] = settled()
    receipt = latest_receipt(desk.ledger, world.center.keys.node)
    assert receipt is not None
    with pytest.raises(NotGenuine):
        replace(receipt, **change).check(world.center.keys.public)  # type: ignore[arg-type]


def test_the_counter_grows_only_when_the_receipt_says_something_new() -> None:
    world, [desk] = settled()
    desk.exchange(world.center)
    first = reply_to(world, desk).receipt
    second = reply_to(world, desk).receipt
    desk.receive(serial=2)
    third = reply_to(world, desk).receipt
    assert first is not None
    assert second is not None
    assert third is not None
    assert first.counter == second.counter < third.counter


def test_waiting_entries_say_how_old_the_oldest_is() -> None:
    world, [desk] = settled()
    desk.receive(serial=5)
    desk.receive(serial=6)
    pending = engine.pending_entries(desk.ledger, desk.keys.node, world.center.keys.node)
    assert (pending.entries, pending.covered) == (2, 2)
    assert pending.oldest_at is not None
    assert (pending.oldest_at - NOON).total_seconds() == 5 * 60
    assert pending.as_of == NOON
    waiting = engine.pending_dossiers(desk.ledger, desk.keys.node, world.center.keys.node)
    assert len(waiting) == 2
    assert engine.pending_entries(desk.ledger, desk.keys.node, None).entries == 4
