"""A center gone bad, with its true keys: it cannot delete or alter what a desk received, nor crash the desk.

Its answers are mutated in their parts and in their bytes, signed and sealed as they should be; and it writes
entries of every kind with any body upon the desk's dossiers. The one kind made to drop bodies, a purge by the
rules of keeping, has rules and tests of its own.
"""

from __future__ import annotations

import json
import os
import random
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import msgspec
import pytest
import zstandard

from sync.identity.keys import NotGenuine
from sync.journal.own import Draft
from sync.model import kinds
from sync.model.bodies import intake_out
from sync.model.dossier import Intake
from sync.protocol import codec, engine, limits
from sync.protocol.codec import MessageRefused
from sync.protocol.hearing import REPLY_CONTEXT
from tests.protocol.world import CHANNEL, DAY, NOON, World, intake

SECONDS = int(os.environ.get("MOTCUA_FUZZ_SECONDS", "60"))
SLICE = 120
DROPPING = frozenset({"purge", "purged"})
ODD: list[Any] = [
    *(None, True, -1, 0, 1, 2**63, 2**64 - 1, 1.5, "", "x" * 300, "../../etc/passwd", "C:\\x", "\x00", b""),
    *(b"\xff" * 16, bytes(32), bytes(64), b"../../x", [], [[]], [None], {}, {"a": 1}, "unit:H99", "all:H15"),
]
_OPENED: list[str] = []
_WATCHING = [False]


def _watch(event: str, given: tuple[object, ...]) -> None:
    if _WATCHING[0] and event in ("open", "os.remove", "os.rename", "os.mkdir", "subprocess.Popen", "exec"):
        _OPENED.append(f"{event} {given[:1]}")


sys.addaudithook(_watch)


@contextmanager
def no_file_touched() -> Iterator[None]:
    """Within it nothing may be opened, removed, renamed or run."""
    _OPENED.clear()
    _WATCHING[0] = True
    try:
        yield
    finally:
        _WATCHING[0] = False
    assert not _OPENED


def prepared() -> tuple[World, dict[bytes, Intake]]:
    """A desk with dossiers that the center has, one it has not, and another desk's on their way to it."""
    world = World(2)
    desk, other = world.desks
    mine = [desk.receive(serial=number) for number in (1, 2, 3)]
    world.heal()
    desk.status(mine[0], "processing")
    mine.append(desk.receive(serial=4))
    other.receive(serial=5)
    other.drain(world.center)
    return world, {one: _intake(world, one) for one in mine}


def _intake(world: World, dossier: bytes) -> Intake:
    found = world.desks[0].ledger.dossier(CHANNEL, dossier)
    assert found is not None
    assert found.intake is not None
    return found.intake


def own_bodies(world: World) -> dict[bytes, tuple[bytes, bytes | None]]:
    """What the desk itself wrote, wherever it is kept."""
    desk = world.desks[0]
    held = {**desk.entries(), **desk.aside()}
    return {
        digest: (one.envelope, one.body) for digest, one in held.items() if one.journal.node == desk.keys.node
    }


def mutated(value: Any, chance: random.Random) -> Any:
    """A message as plain values with one to four of its parts replaced, dropped, doubled or grown."""
    plain = msgspec.msgpack.decode(msgspec.msgpack.encode(value))
    for _ in range(chance.randrange(1, 5)):
        plain = _changed(plain, chance, 0)
    return plain


def _changed(value: Any, chance: random.Random, depth: int) -> Any:
    inner = isinstance(value, (list, dict)) and value
    if not inner or chance.random() < 0.06 * depth:
        return _spoilt(value, chance)
    if isinstance(value, dict):
        key = chance.choice(list(value))
        return {**value, key: _changed(value[key], chance, depth + 1)}
    at = chance.randrange(len(value))
    roll = chance.random()
    if roll < 0.08:
        return [*value[:at], *value[at + 1 :]]
    if roll < 0.16:
        return [*value, *[value[at]] * chance.choice((1, 3, 300))]
    return [*value[:at], _changed(value[at], chance, depth + 1), *value[at + 1 :]]


def _spoilt(value: Any, chance: random.Random) -> Any:
    if isinstance(value, bytes) and value and chance.random() < 0.5:
        at = chance.randrange(len(value))
        return value[:at] + bytes((value[at] ^ 1 << chance.randrange(8),)) + value[at + 1 :]
    if isinstance(value, int) and chance.random() < 0.5:
        return value + chance.choice((-1, 1, 1000))
    return chance.choice(ODD)


def rogue_answer(world: World, question: engine.Question, chance: random.Random) -> bytes:
    """An answer with the center's true signature over something that no honest center says."""
    center = world.center
    opened = engine.open_request(center.keys, question.sealed)
    with center.store.transaction() as ledger:
        reply = engine.respond(ledger, center.keys, opened, NOON, None, center.chance)
    frame = codec.pack(reply, opened.coding)
    roll = chance.random()
    if roll < 0.15:
        at = chance.randrange(len(frame))
        frame = frame[:at] + bytes((chance.randrange(256),)) + frame[at + 1 :]
    elif roll < 0.2:
        frame = frame[: chance.randrange(len(frame))]
    elif roll < 0.25:
        frame = bytes((codec.VERSION, codec.ZSTD)) + chance.randbytes(chance.randrange(200))
    else:
        # plain coding, so that the mutation reaches the decoder
        frame = bytes((codec.VERSION, codec.PLAIN)) + msgspec.msgpack.encode(mutated(reply, chance))
    signature = center.keys.sign(REPLY_CONTEXT, opened.box.digest + frame)
    return opened.box.seal_answer(signature + frame)


def attacked(world: World, chance: random.Random) -> bool:
    """One answer heard; whether it was taken. Whatever it was, what the desk wrote stands."""
    once = world.copied()
    desk, before = once.desks[0], own_bodies(once)
    question = desk.ask()
    sealed = rogue_answer(once, question, chance)
    entries = len(desk.entries())
    taken = True
    with no_file_touched():
        try:
            desk.hear(question, sealed)
        except (MessageRefused, NotGenuine):
            taken = False
    after = own_bodies(once)
    assert {digest: after.get(digest) for digest in before} == before, "what the desk wrote was changed"
    assert len(desk.entries()) - entries <= 1000
    return taken


def intakes_stand(world: World, was: dict[bytes, Intake]) -> None:
    for dossier, intake_then in was.items():
        assert _intake(world, dossier) == intake_then


def rounds(
    world: World, was: dict[bytes, Intake], chance: random.Random, go_on: Callable[[int], bool]
) -> int:
    count = taken = 0
    while go_on(count):
        taken += attacked(world, chance)
        count += 1
    intakes_stand(world, was)
    assert 0 < taken < count, "the mutations are neither all refused nor all harmless"
    return count


def test_no_answer_of_a_rogue_center_changes_what_the_desk_wrote_or_touches_a_file() -> None:
    world, was = prepared()
    assert rounds(world, was, random.Random(7), lambda count: count < SLICE) == SLICE


@pytest.mark.proof
def test_no_answer_of_a_rogue_center_does_for_as_long_as_is_asked() -> None:
    world, was = prepared()
    end = time.monotonic() + SECONDS
    count = rounds(world, was, random.Random(), lambda count: count < SLICE or time.monotonic() < end)
    sys.stderr.write(f"rogue center: {count} answers\n")


def body_for(kind: str, number: str, chance: random.Random) -> bytes:
    """A body as the kind might have, or anything."""
    sound = json.loads(intake_out(replace(intake(number, name="Kẻ Xấu"), received_at=NOON)))
    more = {
        "at": "2026-11-23T13:00+07:00",
        "by": ["x", "Kẻ Xấu"],
        "to": "stopped",
        "reason": "x",
        "text": "x",
    }
    if kind in (kinds.CORRECTED, kinds.IMPORTED) or chance.random() < 0.6:
        again = {"received": sound["at"], "received_by": sound["by"], "from": "x", "limit": sound["limit"]}
        return json.dumps({**sound, **more, **again, "issue": 1}).encode()
    return chance.choice(
        (b"", b"{}", b"[" * 4000, b"\xff", json.dumps(more).encode(), json.dumps(sound).encode())
    )


def written_upon(chance: random.Random, kinds_there: list[str]) -> tuple[World, dict[bytes, Intake]]:
    """The center has written entries of these kinds upon the desk's dossiers, and the desk has them."""
    world, was = prepared()
    before = own_bodies(world)
    for dossier in was:
        number = was[dossier].number
        drafts = [Draft(kind, body_for(kind, number, chance), dossier) for kind in kinds_there]
        with world.center.writing() as own:  # past the check of an honest writer
            now = own.current(CHANNEL)
            assert now is not None
            own._write(*now, drafts, DAY.toordinal())
    world.desks[0].drain(world.center)
    world.desks[0].drain(world.center)
    after = own_bodies(world)
    assert {digest: after.get(digest) for digest in before} == before
    return world, was


KINDS_UPON = sorted(name for name, kind in kinds.KINDS.items() if kind.of_dossier and name not in DROPPING)


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_entries_of_any_kind_by_the_center_leave_every_intake_as_it_was(seed: int) -> None:
    world, was = written_upon(random.Random(seed), KINDS_UPON)
    intakes_stand(world, was)
    for dossier in was:
        found = world.desks[0].ledger.dossier(CHANNEL, dossier)
        assert found is not None
        assert "role" in found.flags, "what it had no right to write is seen by the officer"


def test_a_desk_that_lets_the_center_correct_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The planted mistake: a desk that asks nobody who may write a kind."""
    for name, kind in list(kinds.KINDS.items()):
        monkeypatch.setitem(kinds.KINDS, name, replace(kind, roles=frozenset(kinds.ROLES)))
    caught = 0
    for seed in range(3):
        world, was = written_upon(random.Random(seed), KINDS_UPON)
        try:
            intakes_stand(world, was)
        except AssertionError:
            caught += 1
    assert caught


def test_an_answer_larger_than_any_may_be_is_refused_unread() -> None:
    world, _was = prepared()
    desk = world.desks[0]
    question = desk.ask()
    opened = engine.open_request(world.center.keys, question.sealed)
    for frame in (bytes(limits.MAX_SEALED), _bomb()):
        signature = world.center.keys.sign(REPLY_CONTEXT, opened.box.digest + frame)
        before = own_bodies(world)
        with pytest.raises((MessageRefused, NotGenuine)):
            desk.hear(question, opened.box.seal_answer(signature + frame))
        assert own_bodies(world) == before


def _bomb() -> bytes:
    packed = zstandard.ZstdCompressor().compress(bytes(128 * 1024 * 1024))
    return bytes((codec.VERSION, codec.ZSTD)) + packed
