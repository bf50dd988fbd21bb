"""Two stores with equal heads prove that they hold the same, and what a disk lost comes back day by day."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from sync.journal.own import Draft
from sync.journal.sums import kept_sums
from sync.model import kinds
from sync.model.status import Status
from sync.protocol import engine
from sync.protocol.answering import open_request, respond, seal_reply
from sync.protocol.engine import Heard
from sync.protocol.messages import Reply, Request
from sync.protocol.proving import News, proof_news, refold_marked
from tests.protocol.world import (
    CHANNEL,
    DAY,
    NOON,
    Center,
    Desk,
    Node,
    World,
    projections,
    rebuilt,
    status_body,
)

TODAY = DAY.toordinal()


@pytest.fixture
def world() -> World:
    """Three days of work, known to the center and both desks, and counted everywhere."""
    world = World(2)
    for day in range(3):
        for desk in world.desks:
            for _ in range(4):
                dossier = desk.receive(serial=day * 10 + desk.chance.state % 9 + 1)
                with desk.writing() as own:
                    draft = Draft(kinds.STATUS, status_body("processing"), dossier)
                    own.append(CHANNEL, [draft], TODAY + day)
    world.heal()
    for node in world.nodes:
        assert kept_sums(node.ledger.rows, CHANNEL) is not None
    assert len({proof(node) for node in world.nodes}) == 1
    return world


def proof(node: Node) -> bytes:
    kept = kept_sums(node.ledger.rows, CHANNEL)
    assert kept is not None
    return kept.check


def later(world: World, hours: int = 1) -> None:
    """Time goes on, so that the next day in turn is counted again."""
    for node in world.nodes:
        node.clock += timedelta(hours=hours)


def lose(node: Node, day: int, count: int = 1, *, of: Node | None = None) -> set[bytes]:
    """The disk loses entries of a day, and nobody tells the store."""
    tables = node.store.tables
    writer = (of or node).keys.node
    lost: set[bytes] = set()
    for row, held in tables.entries.items():
        journal = tables.journals[row]
        tips = {tip.digest for tip in tables.tips[row]}
        for digest, entry in sorted(held.items()):
            if len(lost) < count and entry.day == day and digest not in tips and journal.node == writer:
                del held[digest]
                tables.by_dossier[CHANNEL, entry.dossier].remove(entry)
                lost.add(digest)
    assert len(lost) == count
    return lost


def talk(desk: Desk, center: Center) -> list[tuple[Heard, Request, Reply]]:
    """Exchanges until nothing is left; with what was said."""
    said = []
    for _round in range(12):
        question = desk.ask()
        opened = open_request(center.keys, question.sealed)
        with center.store.transaction() as ledger:
            reply = respond(ledger, center.keys, opened, center.clock, center.after_admit, center.chance)
        heard = desk.hear(question, seal_reply(center.keys, opened, reply))
        assert opened.request is not None
        said.append((heard, opened.request, reply))
        if not heard.more:
            break
    return said


def whole(world: World) -> None:
    """Everybody holds everything, and the tables say what a rebuild would."""
    assert len({frozenset(node.entries()) for node in world.nodes}) == 1
    for node in world.nodes:
        assert projections(node) == rebuilt(node)


@pytest.mark.parametrize("day", [TODAY, TODAY + 1, TODAY + 2])
@pytest.mark.parametrize("whose", ["own", "center", "other"])
def test_an_entry_a_desks_disk_lost_is_noticed_and_comes_back(world: World, day: int, whose: str) -> None:
    desk, other = world.desks
    writer = {"own": desk, "center": world.center, "other": other}[whose]
    if whose == "center":
        for _ in range(3):
            with world.center.writing() as own:
                own.append(CHANNEL, [Draft("test.note", b"note", b"d" * 16, personal=False)], day)
        world.heal()
    before = desk.entries().keys() - set()
    lost = lose(desk, day, of=writer)
    said = []
    for _hour in range(8):
        later(world)
        said += talk(desk, world.center)
    assert sum(heard.mended for heard, _request, _reply in said) == 1
    assert desk.entries().keys() == before
    whole(world)
    days = {entry.day for _heard, _request, reply in said for run in reply.mends for entry in run.entries}
    assert day in days
    names = {one.day for _heard, request, _reply in said for one in request.names}
    assert names == {day}, "only that day was listed"
    sent = sum(len(run.entries) for _heard, _request, reply in said for run in reply.mends)
    assert sent <= 16, "only a stretch of that day travelled"
    assert not [reply for _heard, _request, reply in said if reply.segments]
    [news] = proof_news(desk.ledger)
    assert (news.channel, news.day, news.here, news.there) == (CHANNEL, day, len(lost), 0)
    [told] = proof_news(world.center.ledger)
    assert (told.channel, told.day, told.here, told.there) == (CHANNEL, day, 0, len(lost))


@pytest.mark.parametrize("day", [TODAY, TODAY + 2])
def test_entries_a_centers_disk_lost_come_back_from_any_desk(world: World, day: int) -> None:
    desk, other = world.desks
    lost = lose(world.center, day, 3, of=other)
    said = []
    for _hour in range(8):
        later(world)
        said += talk(desk, world.center)
    assert lost <= world.center.entries().keys()
    whole(world)
    assert {one.day for _h, request, _r in said for one in request.names} == {day}
    assert 3 <= sum(len(run.entries) for _h, request, _r in said for run in request.mends) <= 3 * 16
    [news] = proof_news(world.center.ledger)
    assert (news.day, news.here) == (day, 3)
    assert [(one.day, one.there) for one in proof_news(desk.ledger)] == [(day, 3)]


def test_both_lost_something_of_the_same_day_and_both_get_it_back(world: World) -> None:
    desk, other = world.desks
    lose(desk, TODAY + 1, 2, of=other)
    lose(world.center, TODAY + 1, 2, of=desk)
    for _hour in range(8):
        later(world)
        talk(desk, world.center)
    whole(world)
    assert proof(desk) == proof(world.center)


def test_a_sum_that_is_wrong_by_itself_is_counted_again_and_nothing_travels(world: World) -> None:
    [desk, _other] = world.desks
    for node in (desk, world.center):
        sums = node.store.tables.sums[CHANNEL]
        sums[TODAY] = sums[TODAY].plus(b"x" * 32)
        for _hour in range(6):
            later(world)
            for _heard, request, reply in talk(desk, world.center):
                assert not request.mends
                assert not reply.mends
        assert node.store.tables.sums[CHANNEL] == world.desks[1].store.tables.sums[CHANNEL]


def test_an_idle_exchange_with_its_proof_costs_half_a_kibibyte_at_most(world: World) -> None:
    [desk, _other] = world.desks
    desk.drain(world.center)
    question = desk.ask()
    answer = world.center.answer(question.sealed)
    assert question.proofs[CHANNEL]
    assert len(question.sealed) + len(answer) <= 512
    assert not desk.hear(question, answer).more


def test_different_folds_are_refolded_and_told_and_nothing_is_sent(world: World) -> None:
    [desk, other] = world.desks
    dossiers = desk.store.tables.dossiers
    key = sorted(dossiers)[0]
    dossiers[key] = replace(dossiers[key], status=Status.RETURNED)
    with desk.store.transaction() as ledger:  # the sum is that of the wrong table, as after a bug
        from sync.journal.sums import recount_folds

        recount_folds(ledger.rows, CHANNEL)
    said = talk(desk, world.center)
    assert any(one.folds for _h, _q, reply in said for one in reply.doubts)
    assert not [one for _h, request, reply in said for one in (*request.mends, *reply.mends, *reply.segments)]
    for node in (desk, world.center):
        assert refold_marked(node.store) == len(dossiers)
        assert [(one.channel, one.day) for one in proof_news(node.ledger)] == [(CHANNEL, 0)]
    assert proof(desk) == proof(world.center) == proof(other)
    whole(world)
    assert len(talk(desk, world.center)) == 1


def test_folds_of_another_program_are_not_compared(world: World) -> None:
    [desk, _other] = world.desks
    rows = desk.ledger.rows
    kept = kept_sums(rows, CHANNEL)
    assert kept is not None
    with desk.store.transaction() as ledger:
        from sync.journal.sums import Sum, keep_sums

        keep_sums(ledger.rows, CHANNEL, replace(kept, version=kept.version + 1, folds=Sum(5, 5)))
    [(heard, _request, reply)] = talk(desk, world.center)
    assert not reply.doubts
    assert not heard.more


def test_a_desk_is_told_nothing_of_channels_it_does_not_read(world: World) -> None:
    """Nor do names of another channel's days make the center list or send anything."""
    from sync.protocol.asking import seal_request
    from sync.protocol.messages import ChannelAsk, DayNames

    [desk, _other] = world.desks
    elsewhere = "unit:H15.50.05.99"
    with world.center.writing() as own:
        own.append(elsewhere, [Draft("test.note", b"secret", b"e" * 16, personal=False)], TODAY)
    root = world.center.root(elsewhere)
    request = Request(
        "test", 0, 65536, [ChannelAsk(elsewhere, root)], proofs=[b"p" * 16],
        names=[DayNames(elsewhere, TODAY, b"")],
    )  # fmt: skip
    box = seal_request(desk.keys, world.center.keys.public, request)
    opened = open_request(world.center.keys, box.sealed)
    with world.center.store.transaction() as ledger:
        reply = respond(ledger, world.center.keys, opened, NOON)
    assert not reply.doubts
    assert not reply.mends


def test_what_is_mended_must_be_sealed_and_followed_by_what_is_held(world: World) -> None:
    """A forged run in place of a lost one is refused; a sound one that nothing follows changes nothing."""
    from sync.journal.mending import mend, stretches
    from sync.journal.segments import SegmentRefused

    [desk, other] = world.desks
    lost = lose(desk, TODAY + 1, of=other)
    [run] = stretches(world.center.ledger, CHANNEL, lost, 1 << 20)
    forged = replace(run, entries=(replace(run.entries[0], kind="test.note", envelope=b""), *run.entries[1:]))
    news = other.append("test.note", b"news").entries
    row = other.ledger.rows.journal_row(news[0].journal, create=False)
    assert row is not None
    fresh = replace(
        run, entries=news, seals=tuple(other.ledger.rows.seals(row, news[0].seq - 1, news[0].seq))
    )
    with desk.store.transaction() as ledger:
        with pytest.raises(SegmentRefused):
            mend(ledger, forged)
        assert mend(ledger, fresh) == []
        assert {entry.digest for entry in mend(ledger, run)} == lost
        assert mend(ledger, run) == []


def test_news_are_kept_bounded() -> None:
    world = World(1)
    [desk] = world.desks
    from sync.protocol.proving import tell

    with desk.store.transaction() as ledger:
        tell(ledger, [News(n, CHANNEL, TODAY) for n in range(100)])
        tell(ledger, [News(100, CHANNEL, TODAY)])
    news = proof_news(desk.ledger)
    assert len(news) == 32
    assert news[-1].time == 100
    assert engine.pending_entries(desk.ledger, desk.keys.node, desk.upstream.node).entries == 0


def test_without_counting_anew_a_lost_row_would_tell_nobody(
    world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The control: sums that are only kept say what should be there, not what is."""
    [desk, other] = world.desks
    monkeypatch.setattr("sync.protocol.hearing.count_in_turn", lambda *_: None)
    lost = lose(desk, TODAY + 1, of=other)
    for _hour in range(8):
        later(world)
        talk(desk, world.center)
    assert not lost & desk.entries().keys()
    monkeypatch.undo()
    for _hour in range(8):
        later(world)
        talk(desk, world.center)
    assert lost <= desk.entries().keys()
