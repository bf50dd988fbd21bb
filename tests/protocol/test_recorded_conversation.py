"""What was said in version 1 is understood for ever: by a center, by desks, and from a stick."""

from __future__ import annotations

from typing import Any

import pytest

from sync.identity.keys import NodeKeys
from sync.protocol import engine
from sync.protocol.answering import open_request
from sync.protocol.codec import segment_in
from sync.protocol.enrolling import EnrolQuestion
from tests.protocol.recording import FILE, Said, conversation, main, recorded
from tests.protocol.stick_machine import taken_in
from tests.protocol.world import CHANNEL, NOON, Desk, World


@pytest.fixture
def file() -> dict[str, Any]:
    return recorded()


def told(world: World, said: list[Said]) -> None:
    """A center of today hears what the desks said then."""
    for one in said:
        if one.path == engine.ENROL_PATH:
            engine.answer_enrol(world.center.store, world.center.keys, one.request, NOON, world.center.policy)
        else:
            world.center.answer(one.request)


def desks_entries(world: World, file: dict[str, Any]) -> set[str]:
    nodes = {NodeKeys(bytes.fromhex(secret)).node for secret in file["desks"]}
    entries = world.center.entries()
    return {digest.hex() for digest, entry in entries.items() if entry.journal.node in nodes}


def test_a_center_understands_what_desks_said_in_version_1(file: dict[str, Any]) -> None:
    world = World(0)
    assert world.center.keys.secret.hex() == file["center"]
    told(world, conversation(file))
    held = desks_entries(world, file)
    assert held <= set(file["entries"])
    assert len(held) == 23, "2 journals' first entries, 20 dossiers received, a status"
    for name, number in file["dossiers"].items():
        dossier = world.center.ledger.dossier(CHANNEL, bytes.fromhex(name))
        assert dossier is not None
        assert dossier.number == number


def test_desks_understand_what_the_center_said_in_version_1(file: dict[str, Any]) -> None:
    center = NodeKeys(bytes.fromhex(file["center"]))
    desks: list[Desk] = []
    for one in conversation(file):
        keys = NodeKeys(bytes.fromhex(file["desks"][one.desk - 1]))
        if one.path == engine.ENROL_PATH:
            desk = World(0).blank(one.desk)
            assert desk.keys.secret == keys.secret
            enrolled = engine.hear_enrol(EnrolQuestion(one.box(), keys, center.public), one.answer)
            with desk.store.transaction() as ledger:
                engine.keep_enrolment(ledger, enrolled, center.public)
            desks.append(desk)
            continue
        desk = desks[one.desk - 1]
        request = open_request(center, one.request).request
        assert request is not None
        with desk.store.transaction() as ledger:
            for wire in request.segments:
                ledger.admit(segment_in(wire, keys.node))
        heard = desk.hear(one.question(keys, center), one.answer)
        assert heard.problem == ""
        assert heard.refusals == ()
    assert desks[0].root().hex() == file["root at the desks"]
    assert sorted(digest.hex() for digest in desks[0].entries()) == file["entries"]
    assert desks[0].pending == 0


def test_a_stick_of_version_1_is_taken_in(file: dict[str, Any]) -> None:
    world = World(0)
    told(world, conversation(file))
    before = desks_entries(world, file)
    taken_in(world.center, bytes.fromhex(file["bundle"]))
    assert len(desks_entries(world, file)) == len(before) + 1


def test_the_recorded_conversation_is_never_written_anew() -> None:
    before = FILE.read_bytes()
    with pytest.raises(SystemExit, match="stands for ever"):
        main()
    assert FILE.read_bytes() == before
