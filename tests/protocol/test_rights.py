"""Who is given what, what is refused, and what nodes that do not know each other say."""

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
from tests.protocol.test_exchange import settled
from tests.protocol.world import (
    ALL,
    CHANNEL,
    DAY,
    KEYS,
    NOON,
    UNIT,
    Desk,
    World,
    status_body,
)

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
