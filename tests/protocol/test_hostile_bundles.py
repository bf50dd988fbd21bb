"""Files from anybody: a typed refusal, nothing stored, no other exception, bounded memory."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable, Iterator
from dataclasses import replace
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from random import Random

import msgspec
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.identity.keys import NodeKeys, NotGenuine
from sync.identity.parcels import Pieces, unwrap, wrap
from sync.protocol import bundles, limits
from sync.protocol.bundles import (
    CONTEXT,
    MAGIC,
    REASONS,
    BundleReader,
    BundleRefused,
    Head,
    Manifest,
    Wrap,
    write_bundle,
)
from sync.protocol.carrying import pack_bundle, recipients
from sync.protocol.codec import MessageTooLarge, pack
from sync.protocol.messages import WireSegment
from sync.protocol.unloading import open_bundle, take_bundle
from tests.protocol.stick_machine import taken_in
from tests.protocol.world import KEYS, NOON, UNIT, Desk, World

WORLD = World(2)
DESK, OTHER = WORLD.desks
WORLD.heal()
DESK.receive(serial=1)
STRANGER = NodeKeys(bytes(range(7, 71)))


def made(desk: Desk = DESK) -> bytes:
    file = BytesIO()
    pack_bundle(desk.store, desk.keys, desk.upstream.public, NOON, file)
    return file.getvalue()


SOUND = made()


def refused(raw: bytes) -> str:
    """Center and colleague are given a file; both refuse it and store nothing. The reason."""
    reasons = set()
    for node, take in ((WORLD.center, lambda: taken_in(WORLD.center, raw)), (OTHER, lambda: taken(raw))):
        before = node.store.tables.copied()
        with pytest.raises(BundleRefused) as caught:
            take()
        assert node.store.tables == before
        assert caught.value.reason in REASONS
        reasons.add(caught.value.reason)
    assert len(reasons) == 1
    return reasons.pop()


def taken(raw: bytes) -> object:
    reader = open_bundle(OTHER.store, OTHER.keys, BytesIO(raw))
    return take_bundle(OTHER.store, OTHER.keys, OTHER.upstream.public, reader)


def bundle_of(
    texts: list[bytes],
    keys: NodeKeys = DESK.keys,
    *,
    last: Callable[[int], bool] | None = None,
    head: Callable[[Head], object] = lambda head: head,
) -> bytes:
    """A bundle of any pieces, signed by the desk: what only a certified machine gone bad can make."""
    key = bytes(32)
    ephemeral, wrapped = wrap(key, [WORLD.center.keys.public, OTHER.keys.public], lambda size: b"e" * size)
    record = DESK.ledger.rows.node(DESK.keys.node)
    assert record is not None
    plain = Head(
        keys.public.sign, keys.public.seal, record.certificate, ephemeral, [Wrap(*one) for one in wrapped]
    )
    raw = msgspec.msgpack.encode(head(plain))
    body = MAGIC + len(raw).to_bytes(4, "big") + raw
    pieces = Pieces(key, sha256(body).digest())
    for number, text in enumerate(texts):
        ends = last(number) if last else number == len(texts) - 1
        sealed = pieces.seal(number, text, last=ends)
        body += (len(sealed) << 1 | ends).to_bytes(4, "big") + sealed
    return body + keys.sign(CONTEXT, sha256(body).digest())


def manifest() -> Manifest:
    return BundleReader(BytesIO(SOUND), OTHER.keys, lambda *_: True).bundle.manifest


MANIFEST = pack(manifest())
CARGO = pack(bundles.Cargo([]))


@given(st.binary(max_size=400).filter(lambda raw: not raw.startswith(MAGIC[:6])))
def test_noise_is_refused(raw: bytes) -> None:
    assert refused(raw) == bundles.NOT_A_BUNDLE
    refused(MAGIC + raw)


@given(st.integers(0, len(SOUND) - 1))
def test_a_cut_bundle_is_refused(at: int) -> None:
    refused(SOUND[:at])


@given(st.integers(0, len(SOUND) - 1), st.integers(1, 255))
def test_a_changed_byte_is_refused(at: int, change: int) -> None:
    refused(SOUND[:at] + bytes((SOUND[at] ^ change,)) + SOUND[at + 1 :])


@given(st.data())
@settings(max_examples=60)
def test_pieces_moved_about_are_refused(data: st.DataObject) -> None:
    """Any stretch repeated, dropped or put elsewhere."""
    start = data.draw(st.integers(0, len(SOUND) - 1))
    end = data.draw(st.integers(start + 1, len(SOUND)))
    at = data.draw(st.integers(0, len(SOUND)))
    part, rest = SOUND[start:end], SOUND[:start] + SOUND[end:]
    for raw in (rest, SOUND[:at] + part + SOUND[at:], rest[:at] + part + rest[at:]):
        if raw != SOUND:
            refused(raw)


def test_only_what_its_maker_signed_is_looked_into() -> None:
    assert refused(SOUND[:-64] + STRANGER.sign(CONTEXT, sha256(SOUND[:-64]).digest())) == bundles.UNSIGNED
    assert refused(SOUND[:-64] + DESK.keys.sign(b"motcua request v1", sha256(SOUND[:-64]).digest())) == (
        bundles.UNSIGNED
    )


def test_a_stranger_is_refused_whatever_certificate_he_shows() -> None:
    assert refused(bundle_of([MANIFEST, CARGO], STRANGER)) == bundles.STRANGER
    assert refused(bundle_of([MANIFEST, CARGO], KEYS[6])) == bundles.STRANGER


@pytest.mark.parametrize(
    "texts",
    [
        [],
        [b""],
        [b"\x01"],
        [b"\x01\x00\xc0"],
        [b"\x02\x00" + MANIFEST[2:]],
        [b"\x01\xff" + MANIFEST[2:]],
        [CARGO],
        [MANIFEST, MANIFEST],
        [MANIFEST, b"\x01\x01" + b"\xff" * 40],
        [MANIFEST, CARGO + b"more"],
        [MANIFEST, pack(bundles.Cargo([])), b"\x01\x00\x93"],
        [MANIFEST, b"\x01\x01" + zstandard.ZstdCompressor().compress(bytes(64 * 1024 * 1024))],
        [b"\x01\x00" + msgspec.msgpack.encode(["x" * 300])],
        [b"\x01\x00" + b"\x91" * 5000],
    ],
    ids=range(14),
)
def test_a_certified_machine_gone_bad_is_refused_piece_by_piece(texts: list[bytes]) -> None:
    assert refused(bundle_of(texts)) in (bundles.DAMAGED, bundles.TOO_LARGE, bundles.TRUNCATED)


def test_the_last_piece_and_no_other_is_the_last() -> None:
    for last in (lambda _n: False, lambda n: n == 0, lambda _n: True):
        assert refused(bundle_of([MANIFEST, CARGO, CARGO], last=last)) == bundles.DAMAGED


@pytest.mark.parametrize(
    "change",
    [
        lambda head: [],
        lambda head: None,
        lambda head: [head.sign[:-1], head.seal, head.certificate, head.ephemeral, head.wraps],
        lambda head: msgspec.structs.replace(head, wraps=[]),
        lambda head: msgspec.structs.replace(head, wraps=[Wrap(bytes(16), bytes(48))] * 4097),
        lambda head: msgspec.structs.replace(head, certificate=bytes(limits.MAX_CERTIFICATE + 1)),
    ],
    ids=range(6),
)
def test_a_head_of_another_shape_is_refused(change: Callable[[Head], object]) -> None:
    assert refused(bundle_of([MANIFEST, CARGO], head=change)) == bundles.DAMAGED


def test_keys_that_were_wrapped_for_somebody_else_open_nothing() -> None:
    swapped = bundle_of(
        [MANIFEST, CARGO],
        head=lambda head: msgspec.structs.replace(
            head,
            wraps=[Wrap(a.node, b.key) for a, b in zip(head.wraps, reversed(head.wraps), strict=True)],
        ),
    )
    assert refused(swapped) == bundles.DAMAGED
    assert (
        refused(bundle_of([MANIFEST], head=lambda head: msgspec.structs.replace(head, ephemeral=bytes(32))))
        == bundles.DAMAGED
    )
    nobody = bundle_of(
        [MANIFEST], head=lambda head: msgspec.structs.replace(head, wraps=[Wrap(bytes(16), bytes(48))])
    )
    assert refused(nobody) == bundles.NOT_FOR_US
    ephemeral, [(_node, key)] = wrap(b"k" * 32, [OTHER.keys.public], lambda size: b"e" * size)
    assert unwrap(OTHER.keys, ephemeral, key) == b"k" * 32
    with pytest.raises(NotGenuine):
        unwrap(STRANGER, ephemeral, key)


def test_runs_that_may_not_be_brought_are_refused_one_by_one_and_block_nothing() -> None:
    """Another unit's journals, broken chains and seals: named, not admitted; the sound ones are."""
    world = World(2)
    desk, other = world.desks
    world.heal()
    desk.receive(serial=7)
    file = BytesIO()
    pack_bundle(desk.store, desk.keys, desk.upstream.public, NOON, file)
    reader = BundleReader(BytesIO(file.getvalue()), other.keys, lambda *_: True)
    [[sound]] = list(reader.cargo())
    elsewhere = msgspec.structs.replace(sound, channel="unit:H15.50.05.99")
    broken = msgspec.structs.replace(sound, incarnation=b"incarn-9")
    whole = BytesIO()
    write_bundle(
        whole,
        desk.keys,
        b"",
        recipients(desk.ledger, UNIT),
        reader.bundle.manifest,
        [[elsewhere, broken], [sound]],
    )
    before, center = other.entries().keys() - set(), world.center.entries().keys() - set()
    for _twice in range(2):
        found = take_bundle(
            other.store,
            other.keys,
            other.upstream.public,
            open_bundle(other.store, other.keys, BytesIO(whole.getvalue())),
        )
        assert len(found.refused) == 2
        assert other.entries().keys() - before == desk.entries().keys() - before
    assert world.center.entries().keys() == center
    taken_in(world.center, whole.getvalue())
    assert desk.entries().keys() <= world.center.entries().keys()
    assert not world.center.ledger.heads("unit:H15.50.05.99")


def test_a_bundle_of_another_unit_is_refused_at_a_desk() -> None:
    world = World(2)
    desk, other = world.desks
    record = desk.ledger.rows.node(desk.keys.node)
    assert record is not None
    for node in (desk, other):
        with node.store.transaction() as ledger:
            ledger.rows.save_node(replace(record, unit="H15.50.05.99"))
    file = BytesIO()
    write_bundle(file, desk.keys, b"", [other.keys.public], manifest(), [[]])
    reader = open_bundle(other.store, other.keys, BytesIO(file.getvalue()))
    with pytest.raises(BundleRefused, match=bundles.FOREIGN):
        take_bundle(other.store, other.keys, other.upstream.public, reader)


def test_a_stick_pulled_out_while_it_is_read_is_a_reason_like_the_others() -> None:
    class Pulled(BytesIO):
        left = 3

        def read(self, size: int | None = -1) -> bytes:
            self.left -= 1
            if self.left < 0:
                raise OSError(5, "Input/output error")
            return super().read(size)

    for left in range(6):
        file = Pulled(SOUND)
        file.left = left
        with pytest.raises(BundleRefused, match=bundles.UNREADABLE):
            list(BundleReader(file, OTHER.keys, lambda *_: True).cargo())


def test_a_bundle_that_grows_beyond_its_limit_is_not_written(monkeypatch: pytest.MonkeyPatch) -> None:
    told = manifest()
    monkeypatch.setattr(limits, "MAX_BUNDLE", 1_000)
    with pytest.raises(MessageTooLarge):
        write_bundle(BytesIO(), DESK.keys, b"", [OTHER.keys.public], told, [[]] * 50)


def test_what_does_not_fit_waits_for_the_next_bundle() -> None:
    world = World(1)
    [desk] = world.desks
    for serial in range(1, 40):
        desk.receive(serial=serial)
    seen = []
    for _trip in range(60):
        file = BytesIO()
        packed = pack_bundle(desk.store, desk.keys, desk.upstream.public, NOON, file, most=4_000)
        seen.append(packed.manifest.more)
        home = open_bundle(desk.store, desk.keys, BytesIO(taken_in(world.center, file.getvalue())))
        take_bundle(desk.store, desk.keys, desk.upstream.public, home)
        if not packed.manifest.more:
            break
    assert seen[0]
    assert not seen[-1]
    assert (desk.pending, desk.root()) == (0, world.center.root())


def test_memory_stays_bounded_however_large_the_file(tmp_path: Path) -> None:
    """A piece is what is held at once; here 160 MB of cargo, that do not compress, pass through 40 MB."""
    [[sound]] = list(BundleReader(BytesIO(SOUND), OTHER.keys, lambda *_: True).cargo())
    chance = Random(5)

    def cargo() -> Iterator[list[WireSegment]]:
        for _number in range(40):
            noise = [
                msgspec.structs.replace(sound.entries[0], body=chance.randbytes(16_000)) for _ in range(256)
            ]
            yield [msgspec.structs.replace(sound, entries=noise)]

    path = tmp_path / "large.mcb"
    with path.open("w+b") as file:
        tracemalloc.start()
        write_bundle(file, DESK.keys, b"", [OTHER.keys.public], manifest(), cargo())
        reader = BundleReader(file, OTHER.keys, lambda *_: True)
        assert sum(len(one.entries) for piece in reader.cargo() for one in piece) == 40 * 256
        peak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert peak < 64 * 1024 * 1024
