"""Single exchanges: round trips, sizes, what is given to whom, what is refused."""

from __future__ import annotations

from dataclasses import replace

import msgspec
import pytest

from sync.identity.certificates import Certificate, sign_certificate
from sync.identity.keys import NotGenuine
from sync.journal.own import OwnJournals
from sync.journal.segments import Segment, SegmentRefused
from sync.model import kinds
from sync.protocol import engine, messages
from sync.protocol.codec import MessageRefused, segment_in, segment_out
from sync.protocol.messages import Reply, Request
from sync.protocol.receipts import latest_receipt, read_receipt
from tests.protocol.world import (
    ALL,
    CHANNEL,
    DAY,
    KEYS,
    NOON,
    UNIT,
    Desk,
    World,
    projections,
    status_body,
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


# -- who is given what ---------------------------------------------------------------------------


def test_a_channel_that_the_certificate_does_not_name_is_not_given() -> None:
    world, [desk] = settled()
    foreign = "unit:H99.01"
    with world.center.writing() as own:
        own.reopen(foreign, DAY.toordinal())
    request = Request(
        "test", 0, 1 << 20, [messages.ChannelAsk(foreign, bytes(16)), messages.ChannelAsk(CHANNEL, bytes(16))]
    )
    reply = respond_to(world, desk, request)
    assert [state.code for state in reply.states] == [messages.NOT_YOURS, messages.POINTS]
    assert not reply.segments


def respond_to(world: World, desk: Desk, request: Request) -> Reply:
    """The center's reply to a request written by hand."""
    from sync.protocol.asking import seal_request

    box = seal_request(desk.keys, world.center.keys.public, request)
    opened = engine.open_request(world.center.keys, box.sealed)
    with world.center.store.transaction() as ledger:
        return engine.respond(ledger, world.center.keys, opened, NOON, None, world.center.chance)


def test_an_entry_for_another_units_channel_is_refused_and_named() -> None:
    world, [desk] = settled()
    foreign = "unit:H99.01"
    with desk.writing() as own:
        own.reopen(foreign, DAY.toordinal())
    desk.receive(serial=2)
    heard = desk.exchange(world.center)
    assert [(journal.channel, reason) for journal, reason in heard.refused] == [
        (foreign, "certificate: does not allow this channel")
    ]
    assert heard.pending == 1, "what was refused still waits, visibly"
    assert foreign not in world.center.ledger.rows.channels() or not world.center.ledger.heads(foreign)
    again = desk.exchange(world.center)
    assert (again.sent, again.more) == (0, False), "not sent again today"
    desk.clock = NOON.replace(day=24)
    assert desk.ask().sent == 1, "but tomorrow"


def test_a_refused_run_blocks_no_other() -> None:
    world, [desk] = settled()
    desk.receive(serial=2)
    question_parts = desk.ledger.beyond(desk.current(), [], 1 << 20)[0]  # type: ignore[arg-type]
    good = segment_out(question_parts[0], desk.keys.node)
    bad = msgspec.structs.replace(good, entries=good.entries[:1], seals=good.seals[:1])
    bad = msgspec.structs.replace(bad, incarnation=b"otherone")
    reply = respond_to(world, desk, Request("test", 0, 1, [], segments=[bad, good]))
    assert len(reply.refused) == 1
    assert desk.entries().keys() <= world.center.entries().keys()


def test_another_nodes_journal_is_taken_from_whoever_reads_its_channel() -> None:
    world, [desk, other] = settled(2)
    other.receive(serial=9)
    journal = other.current()
    assert journal is not None
    runs, _more = other.ledger.beyond(journal, [], 1 << 20)
    wire = [segment_out(one, desk.keys.node) for one in runs]
    reply = respond_to(world, desk, Request("test", 0, 1, [], segments=wire))
    assert not reply.refused
    assert other.entries().keys() <= world.center.entries().keys()


def test_a_journal_in_a_channel_the_bringer_does_not_read_is_refused() -> None:
    world, [desk, other] = settled(2)
    with world.center.store.transaction() as ledger:
        record = ledger.rows.node(desk.keys.node)
        assert record is not None
        ledger.rows.save_node(replace(record, reads=(ALL,)))
    runs, _more = other.ledger.beyond(other.current(), [], 1 << 20)  # type: ignore[arg-type]
    wire = [segment_out(one, desk.keys.node) for one in runs]
    reply = respond_to(world, desk, Request("test", 0, 1, [], segments=wire))
    assert [one.reason for one in reply.refused] == ["channel: this node does not read it"]


def test_a_certificate_changed_by_the_center_widens_what_is_asked() -> None:
    world, [desk] = settled()
    merged = "unit:H15.50.05.14"
    raw = sign_certificate(
        world.center.keys,
        Certificate(
            desk.keys.public,
            UNIT,
            kinds.DESK,
            1,
            (CHANNEL, ALL, merged),
            (CHANNEL, merged),
            world.center.keys.node,
            NOON.replace(hour=13).isoformat(),
        ),
    )
    with world.center.store.transaction() as ledger:
        world.center.certify_in(ledger, raw, desk.keys)
        OwnJournals(ledger, world.center.keys, world.center.chance).reopen(merged, DAY.toordinal())
    done = desk.drain(world.center)
    assert done.pending == 0
    desk.drain(world.center)
    assert desk.root(merged) == world.center.root(merged)


# -- nodes and versions --------------------------------------------------------------------------


def test_a_center_that_forgot_a_node_is_shown_its_certificate() -> None:
    world, [desk] = settled()
    world.center.store.tables.nodes.pop(desk.keys.node)
    heard = desk.exchange(world.center)
    assert (heard.problem, heard.more) == (messages.UNKNOWN_NODE, True)
    desk.receive(serial=2)
    assert desk.exchange(world.center).pending == 0
    assert world.equal()


def test_a_node_nobody_certified_is_told_once_and_given_nothing() -> None:
    world, [desk] = settled()
    stranger = world.blank(3)
    raw = sign_certificate(
        KEYS[5],
        Certificate(
            stranger.keys.public, UNIT, kinds.DESK, 3, (CHANNEL,), (CHANNEL,), KEYS[5].node, NOON.isoformat()
        ),
    )
    with stranger.store.transaction() as ledger:
        record = desk.ledger.rows.node(desk.keys.node)
        assert record is not None
        ledger.rows.save_node(replace(record, keys=stranger.keys.public, certificate=raw))
    before = world.center.store.tables.copied()
    assert stranger.exchange(world.center).more
    again = stranger.exchange(world.center)
    assert (again.problem, again.more, again.received) == (messages.UNKNOWN_NODE, False, 0)
    assert world.center.store.tables == before


def test_a_purged_body_travels_as_its_digest() -> None:
    _world, [desk] = settled()
    runs, _more = desk.ledger.beyond(desk.current(), [], 1 << 20)  # type: ignore[arg-type]
    purged = tuple(
        replace(entry, body=None, envelope=entry.envelope) if entry.kind == kinds.RECEIVED else entry
        for entry in runs[0].entries
    )
    segment = Segment(runs[0].journal, purged, runs[0].seals)
    again = segment_in(segment_out(segment, b""), desk.keys.node)
    assert [entry.digest for entry in again.entries] == [entry.digest for entry in runs[0].entries]
    assert [entry.body for entry in again.entries] == [entry.body for entry in purged]


def test_a_body_that_cannot_be_read_is_acknowledged_and_flagged() -> None:
    world, [desk] = settled()
    dossier = desk.receive(serial=2)
    with desk.writing() as own:
        journal, last = own.current(CHANNEL)  # type: ignore[misc]
        from sync.journal.own import Draft

        own._write(journal, last, [Draft(kinds.STATUS, b"\xff{", dossier)], DAY.toordinal())
    assert desk.exchange(world.center).pending == 0
    assert "unreadable" in world.center.store.tables.dossiers[CHANNEL, dossier].flags
    assert len(status_body("done")) > 10


def test_the_answer_to_another_question_is_no_answer() -> None:
    world, [desk] = settled()
    first, second = desk.ask(), desk.ask()
    answer = world.center.answer(first.sealed)
    before = desk.store.tables.copied()
    with pytest.raises(NotGenuine):
        desk.hear(second, answer)
    assert desk.store.tables == before


def test_a_run_that_is_not_sealed_at_its_end_is_refused() -> None:
    _world, [desk] = settled()
    runs, _more = desk.ledger.beyond(desk.current(), [], 1 << 20)  # type: ignore[arg-type]
    with desk.store.transaction() as ledger, pytest.raises(SegmentRefused):
        ledger.admit(Segment(runs[0].journal, runs[0].entries, runs[0].seals[:1]))
    wire = segment_out(runs[0], desk.keys.node)
    with pytest.raises(MessageRefused):
        segment_in(msgspec.structs.replace(wire, seals=[*wire.seals, wire.seals[0]]), desk.keys.node)
