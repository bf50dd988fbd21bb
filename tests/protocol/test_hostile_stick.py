"""Sticks that went astray: bundles again, old, of others and for others, in any order: nothing happens twice.

`test_hostile_bundles.py` has the bytes; here are whole, sound bundles at the wrong place or time, and some
that were touched on the way.
"""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from random import Random

import msgspec
import pytest

from sync.identity.certificates import Certificate, sign_certificate
from sync.identity.keys import NodeKeys, PublicKeys
from sync.journal.ledger import Ledger
from sync.journal.port import NodeRecord
from sync.model import kinds
from sync.protocol import bundles, codec, unloading
from sync.protocol.bundles import BundleReader, BundleRefused, write_bundle
from sync.protocol.carrying import pack_bundle
from sync.protocol.messages import WireSegment
from sync.protocol.unloading import open_bundle, take_bundle
from tests.protocol.stick_machine import taken_in
from tests.protocol.world import ALL, CHANNEL, NOON, UNIT, Center, Desk, Node, World

SLICE, LENGTH = 300, 10_000
STRANGER = NodeKeys(bytes(range(7, 71)))
TWO_GIB = 2 * 1024**3


@dataclass
class Sticks:
    """A world that is at rest, and every bundle that was made on the way there."""

    world: World
    made: list[bytes]

    @property
    def nodes(self) -> list[Node]:
        return [self.world.center, *self.world.desks]


def at_rest() -> Sticks:
    world = World(2)
    sticks = Sticks(world, [])
    world.heal()
    for serial in range(1, 6):
        desk = world.desks[serial % 2]
        desk.receive(serial=serial)
        file = BytesIO()
        pack_bundle(desk.store, desk.keys, desk.upstream.public, NOON, file)
        sticks.made += [file.getvalue(), taken_in(world.center, file.getvalue())]
        take(desk, sticks.made[-1])
    world.heal()
    assert world.equal()
    world.center.leases = False  # what it writes of itself is not in question
    return sticks


def take(node: Node, raw: bytes) -> None:
    """Takes a bundle in as a desk or as the center does."""
    if isinstance(node, Center):
        taken_in(node, raw)
    else:
        assert isinstance(node, Desk)
        reader = open_bundle(node.store, node.keys, BytesIO(raw))
        take_bundle(node.store, node.keys, node.upstream.public, reader)


def standing(node: Node) -> tuple[object, ...]:
    """What must be the same after whatever a stick brought."""
    pending = node.pending if isinstance(node, Desk) else 0
    return set(node.entries()), set(node.aside()), dict(node.store.tables.dossiers), pending


def stranger_s(node: Node, sticks: Sticks, chance: Random) -> bytes:
    """By a machine that nobody here certified; perhaps it shows what another center signed."""
    other = Certificate(
        STRANGER.public, UNIT, kinds.DESK, 1, (CHANNEL, ALL), (CHANNEL,), STRANGER.node, NOON.isoformat()
    )
    shown = sign_certificate(STRANGER, other) if chance.random() < 0.5 else b""
    sound = BytesIO(chance.choice(sticks.made[::2]))
    told = BundleReader(sound, sticks.world.center.keys, lambda *_: True).bundle.manifest
    file = BytesIO()
    write_bundle(file, STRANGER, shown, [node.keys.public], told, [[]])
    return file.getvalue()


def touched(raw: bytes, chance: Random) -> bytes:
    """A bit turned, or the end gone."""
    at = chance.randrange(len(raw))
    if chance.random() < 0.3:
        return raw[:at]
    return raw[:at] + bytes((raw[at] ^ 1 << chance.randrange(8),)) + raw[at + 1 :]


def tried(sticks: Sticks, chance: Random) -> bool:
    """One stick at one machine; whether it was taken. Nothing changes either way."""
    node, roll = chance.choice(sticks.nodes), chance.random()
    before, must_refuse = standing(node), roll >= 0.6
    raw = chance.choice(sticks.made)
    if roll >= 0.8:
        raw = touched(raw, chance)
    elif must_refuse:
        raw = stranger_s(node, sticks, chance)
    taken = True
    try:
        take(node, raw)
    except BundleRefused:
        taken = False
    assert not (taken and must_refuse), "a bundle that was touched or is a stranger's was taken"
    assert standing(node) == before
    return taken


def _all_tried(sticks: Sticks, chance: Random, count: int) -> int:
    return sum(tried(sticks, chance) for _ in range(count))


def cases(count: int, seed: int) -> int:
    sticks = at_rest()
    taken = _all_tried(sticks, Random(seed), count)
    assert 0 < taken < count
    assert sticks.world.equal()
    return taken


def test_bundles_again_old_foreign_and_touched_change_nothing() -> None:
    cases(SLICE, 11)


@pytest.mark.proof
def test_ten_thousand_sticks_change_nothing() -> None:
    cases(LENGTH, 12)


def test_a_machine_that_believes_every_maker_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    """The planted mistake: whoever made a bundle is taken for one of us."""

    def believing(_ledger: Ledger, maker: PublicKeys, _certificate: bytes) -> NodeRecord:
        return NodeRecord(maker, kinds.DESK, UNIT, 1, (CHANNEL, ALL), (CHANNEL,))

    sticks = at_rest()
    monkeypatch.setattr(unloading, "maker_record", believing)
    with pytest.raises(AssertionError, match="touched or is a stranger's"):
        _all_tried(sticks, Random(11), SLICE)


def test_a_wrong_signature_is_refused_before_anything_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    sticks = at_rest()
    desk = sticks.world.desks[1]
    decoded: list[object] = []

    def counted(raw: bytes, shape: type, *rest: object) -> object:
        decoded.append(shape)
        return unpack(raw, shape, *rest)

    unpack: Callable[..., object] = codec.unpack
    monkeypatch.setattr(bundles, "unpack", counted)
    raw = sticks.made[-1]
    with pytest.raises(BundleRefused, match=bundles.UNSIGNED):
        take(desk, raw[:-1] + bytes((raw[-1] ^ 1,)))
    assert not decoded
    take(desk, raw)
    assert decoded


def noise(sound: WireSegment, size: int) -> Iterator[list[WireSegment]]:
    """So many bytes of cargo that do not compress."""
    chance = Random(5)
    for _number in range(size // (256 * 16_000) + 1):
        some = [msgspec.structs.replace(sound.entries[0], body=chance.randbytes(16_000)) for _ in range(256)]
        yield [msgspec.structs.replace(sound, entries=some)]


@pytest.mark.proof
def test_a_file_of_two_gib_passes_through_64_mb(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    sticks = at_rest()
    desk, other = sticks.world.desks
    reader = BundleReader(BytesIO(sticks.made[0]), sticks.world.center.keys, lambda *_: True)
    told = reader.bundle.manifest
    sound = next(one for piece in reader.cargo() for one in piece if one.entries)
    monkeypatch.setattr("sync.protocol.limits.MAX_BUNDLE", 4 * TWO_GIB)
    path = tmp_path / "large.mcb"
    with path.open("w+b") as file:
        write_bundle(file, desk.keys, b"", [other.keys.public], told, noise(sound, TWO_GIB - 64 * 1024**2))
        assert path.stat().st_size > TWO_GIB * 0.9
        tracemalloc.start()
        taken = open_bundle(other.store, other.keys, file)
        count = sum(len(one.entries) for piece in taken.cargo() for one in piece)
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        assert count > 100_000
        assert peak < 64 * 1024 * 1024
        file.seek(-1, 2)
        last = file.read(1)
        file.seek(-1, 2)
        file.write(bytes((last[0] ^ 1,)))
        with pytest.raises(BundleRefused, match=bundles.UNSIGNED):
            open_bundle(other.store, other.keys, file)
    path.unlink()
