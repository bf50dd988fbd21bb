"""A new desk starts from the center's checkpoint: it works at once, and is whole in the end."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from typing import Any
from unittest.mock import patch

import msgspec
import pytest

from sync.identity.keys import NodeKeys, NotGenuine
from sync.journal.filling import filling_of
from sync.journal.ledger import Ledger
from sync.protocol import engine, limits
from sync.protocol.engine import Opened
from sync.protocol.messages import Reply
from tests.protocol.checkpoint_machine import made_up
from tests.protocol.world import CHANNEL, DAY, Desk, World, projections


@pytest.fixture(autouse=True)
def _every_channel_is_long() -> Iterator[None]:
    with patch.object(limits, "CHECKPOINT_FROM", 1), patch.object(limits, "FILL_BUDGET", 3_000):
        yield


def commune(finished: int = 40, open_ones: int = 3) -> tuple[World, Desk, list[bytes]]:
    """A commune that worked months ago; `finished` dossiers were returned, a few are still open."""
    world = World(1)
    [old] = world.desks
    ids = [old.receive(serial=n + 1) for n in range(finished + open_ones)]
    old.drain(world.center)
    for one in ids[:finished]:
        for to in ("processing", "done", "returned"):
            old.status(one, to)
    old.drain(world.center)
    world.center.clock += timedelta(days=90)
    return world, old, ids


def shown(desk: Desk) -> set[bytes]:
    return {dossier for _channel, dossier in projections(desk)}


def test_open_dossiers_are_there_after_one_exchange_and_all_in_the_end() -> None:
    world, old, ids = commune()
    new = world.add_desk(2)
    new.exchange(world.center)
    assert shown(new) == set(ids[40:])
    assert new.root() == world.center.root()
    assert filling_of(new.ledger.rows, CHANNEL) is not None
    new.drain(world.center)
    assert projections(new) == projections(old) == projections(world.center)
    assert new.entries() == world.center.entries()
    assert filling_of(new.ledger.rows, CHANNEL) is None


def test_what_is_written_at_once_counts_and_arrives() -> None:
    world, old, ids = commune()
    new = world.add_desk(2)
    new.exchange(world.center)
    new.status(ids[41], "done")
    new.receive(serial=200)
    new.exchange(world.center)
    assert new.pending == 0
    assert filling_of(new.ledger.rows, CHANNEL) is not None
    old.drain(world.center)
    assert projections(old)[CHANNEL, ids[41]].status == "done"  # type: ignore[attr-defined]


def test_older_entries_come_newest_first_and_the_date_goes_back() -> None:
    world, _old, _ids = commune()
    new = world.add_desk(2)
    new.exchange(world.center)
    lowest: list[int] = []
    for _round in range(100):
        filling = filling_of(new.ledger.rows, CHANNEL)
        if filling is None or not filling.below:
            break
        assert filling.complete_since <= DAY.toordinal() + 90
        lowest.append(sum(one.seq for one in filling.below))
        new.exchange(world.center)
    assert lowest == sorted(lowest, reverse=True)
    assert len(lowest) > 3


def test_an_act_on_an_old_dossier_brings_all_of_it() -> None:
    world, old, ids = commune()
    new = world.add_desk(2)
    new.exchange(world.center)
    assert ids[0] not in shown(new)
    old.status(ids[0], "done")
    old.drain(world.center)
    with patch.object(limits, "FILL_BUDGET", 1):
        new.exchange(world.center)
        assert ids[0] not in shown(new)
        new.exchange(world.center)
    assert projections(new)[CHANNEL, ids[0]] == projections(old)[CHANNEL, ids[0]]


def test_a_center_without_checkpoints_gives_the_journals_from_the_first_entry() -> None:
    world, old, _ids = commune()
    new = world.add_desk(2)
    respond = engine.respond

    def earlier(ledger: Ledger, keys: NodeKeys, opened: Opened, *rest: Any) -> Reply:
        assert opened.request is not None
        without = msgspec.structs.replace(opened.request, fills=[])
        return respond(ledger, keys, replace(opened, request=without), *rest)

    with patch("sync.protocol.answering.respond", earlier):
        new.drain(world.center)
    assert filling_of(new.ledger.rows, CHANNEL) is None
    assert projections(new) == projections(old)


def test_a_short_channel_is_given_whole() -> None:
    world, old, _ids = commune(finished=2)
    new = world.add_desk(2)
    with patch.object(limits, "CHECKPOINT_FROM", 1_000):
        new.exchange(world.center)
        assert filling_of(new.ledger.rows, CHANNEL) is None
        new.drain(world.center)
    assert projections(new) == projections(old)


def test_a_loan_that_the_center_did_not_sign_is_refused() -> None:
    world, _old, _ids = commune()
    new = world.add_desk(2)
    question = new.ask()
    respond = engine.respond
    with patch("sync.protocol.answering.respond", lambda *args: made_up(respond(*args))):
        sealed = world.center.answer(question.sealed)
    with pytest.raises(NotGenuine):
        new.hear(question, sealed)
    assert not shown(new)


def test_only_a_center_that_is_trusted_is_asked_for_a_checkpoint() -> None:
    world, _old, _ids = commune()
    new = world.add_desk(2)
    assert new.ask().fills
    new.store.trusted = {}
    assert not new.ask().fills


def test_small_messages_bring_the_checkpoint_in_pieces_that_resume() -> None:
    world, old, ids = commune(open_ones=30)
    new = world.add_desk(2)
    seen: list[int] = []
    for _round in range(200):
        new.exchange(world.center, budget=1_000)
        seen.append(len(shown(new)))
        filling = filling_of(new.ledger.rows, CHANNEL)
        if filling is None or filling.lent:
            break
    assert len(set(seen)) > 5
    assert set(ids[40:]) <= shown(new)
    new.drain(world.center)
    assert projections(new) == projections(old)
