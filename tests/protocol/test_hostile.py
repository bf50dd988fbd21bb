"""Bytes from anybody: a typed refusal, nothing stored, no other exception, bounded memory."""

from __future__ import annotations

import tracemalloc
from collections.abc import Callable

import msgspec
import pytest
import zstandard
from hypothesis import given, settings
from hypothesis import strategies as st

from sync.identity.boxes import RequestBox
from sync.identity.keys import NotGenuine
from sync.protocol import codec, engine, limits, messages
from sync.protocol.asking import REQUEST_CONTEXT, seal_request
from sync.protocol.codec import MessageRefused, MessageTooLarge, UnknownVersion, pack, unpack
from sync.protocol.messages import ChannelAsk, EnrolReply, EnrolRequest, Reply, Request
from tests.protocol.world import CHANNEL, KEYS, NOON, Desk, World

WORLD = World(1)
DESK: Desk = WORLD.desks[0]
DESK.receive(serial=1)
WORLD.heal()
SOUND = DESK.ask().sealed
SHAPES = (Request, Reply, EnrolRequest, EnrolReply)


def refused(sealed: bytes) -> MessageRefused:
    """Sends bytes to the center; it must refuse them and store nothing."""
    before = WORLD.center.store.tables.copied()
    with pytest.raises((MessageRefused, NotGenuine)) as caught:
        WORLD.center.answer(sealed)
    assert WORLD.center.store.tables == before
    assert isinstance(caught.value, MessageRefused), "the answering side has one kind of refusal"
    assert caught.value.status in (400, 413)
    return caught.value


def sealed_frame(frame: bytes, keys: object = None) -> bytes:
    """A frame, signed by the desk (or `keys`) and sealed to the center."""
    signer = keys if keys is not None else DESK.keys
    signature = signer.sign(REQUEST_CONTEXT, WORLD.center.keys.node + frame)  # type: ignore[attr-defined]
    return RequestBox(WORLD.center.keys.public, signature + DESK.keys.node + frame).sealed


@given(st.binary(max_size=400))
def test_noise_is_refused(raw: bytes) -> None:
    refused(raw)


@given(st.integers(0, len(SOUND) - 1))
def test_a_cut_message_is_refused(at: int) -> None:
    refused(SOUND[:at])


@given(st.integers(0, len(SOUND) - 1), st.integers(1, 255))
def test_a_changed_byte_is_refused(at: int, change: int) -> None:
    refused(SOUND[:at] + bytes((SOUND[at] ^ change,)) + SOUND[at + 1 :])


@given(st.binary(max_size=300))
def test_noise_inside_a_sound_envelope_is_refused(raw: bytes) -> None:
    refused(sealed_frame(bytes((codec.VERSION, codec.PLAIN)) + raw))
    refused(RequestBox(WORLD.center.keys.public, raw).sealed)


def _request() -> Request:
    runs, _more = DESK.ledger.beyond(DESK.current(), [], 1 << 20)  # type: ignore[arg-type]
    root = WORLD.center.root()
    return Request(
        "test", 0, 1 << 16, [ChannelAsk(CHANNEL, root)], segments=[codec.segment_out(r, b"") for r in runs]
    )


PUSH = pack(_request(), codec.PLAIN)


@given(st.data())
@settings(max_examples=150)
def test_a_mutated_message_is_refused_or_is_sound(data: st.DataObject) -> None:
    """Signed by the desk itself, so that the decoder and the journals see every byte."""
    plain = bytearray(PUSH)
    for _ in range(data.draw(st.integers(1, 4))):
        plain[data.draw(st.integers(2, len(plain) - 1))] = data.draw(st.integers(0, 255))
    store, WORLD.center.store = WORLD.center.store, WORLD.center.store.copied()
    try:
        WORLD.center.answer(sealed_frame(bytes(plain)))
    except MessageRefused:
        assert WORLD.center.store.tables == store.tables
    finally:
        WORLD.center.store = store


@pytest.mark.parametrize("shape", SHAPES)
@given(raw=st.binary(max_size=200))
def test_every_decoder_refuses_noise(shape: type, raw: bytes) -> None:
    with pytest.raises(MessageRefused):
        unpack(bytes((codec.VERSION, codec.PLAIN)) + b"\xc1" + raw, shape)
    try:
        unpack(raw, shape)
    except MessageRefused:
        pass


@given(st.recursive(st.none() | st.integers() | st.binary(max_size=40) | st.text(max_size=5), st.lists))
def test_every_decoder_refuses_other_shapes(value: object) -> None:
    try:
        raw = msgspec.msgpack.encode(value)
    except OverflowError:
        return
    for shape in SHAPES:
        try:
            message = unpack(bytes((codec.VERSION, codec.PLAIN)) + raw, shape)
        except MessageRefused:
            continue
        assert isinstance(message, (Reply, EnrolReply)), "an answer may end early, a request may not"


def bomb(size: int, **more: bool) -> bytes:
    """A few bytes that declare, and unpack to, many."""
    return zstandard.ZstdCompressor(level=3, **more).compress(bytes(size))  # type: ignore[arg-type]


def test_a_decompression_bomb_is_refused_before_it_is_unpacked() -> None:
    frame = bytes((codec.VERSION, codec.ZSTD)) + bomb(512 * 1024 * 1024)
    sealed = sealed_frame(frame)
    tracemalloc.start()
    with pytest.raises(MessageTooLarge):
        WORLD.center.answer(sealed)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 4 * 1024 * 1024


def test_a_bomb_that_hides_its_size_is_refused() -> None:
    frame = bytes((codec.VERSION, codec.ZSTD)) + bomb(64 * 1024 * 1024, write_content_size=False)
    assert "size not declared" in str(refused(sealed_frame(frame)))


def test_what_follows_the_frame_is_refused() -> None:
    small = zstandard.ZstdCompressor().compress(b"\x90" * 200)
    refused(sealed_frame(bytes((codec.VERSION, codec.ZSTD)) + small + b"x"))


def test_a_list_longer_than_allowed_is_refused_unread() -> None:
    plain = msgspec.msgpack.encode(["test", 0, 1, [[CHANNEL, bytes(16), None]] * (limits.MAX_CHANNELS + 1)])
    refused(sealed_frame(bytes((codec.VERSION, codec.PLAIN)) + plain))


def test_a_message_too_large_to_post_is_refused_unopened() -> None:
    assert refused(bytes(limits.MAX_SEALED + 1)).status == 413


def test_a_wrong_signature_is_refused() -> None:
    frame = pack(_request())
    assert "signature" in str(refused(sealed_frame(frame, KEYS[6])))


def test_a_request_sealed_on_to_another_receiver_is_refused() -> None:
    """A hub that was asked cannot pass for the desk at the center."""
    frame = pack(_request())
    signature = DESK.keys.sign(REQUEST_CONTEXT, KEYS[6].node + frame)
    refused(RequestBox(WORLD.center.keys.public, signature + DESK.keys.node + frame).sealed)


def test_an_unknown_version_is_told_so_in_words_it_knows() -> None:
    for first, problem in ((2, messages.UNKNOWN_VERSION), (codec.VERSION, messages.UNKNOWN_CODING)):
        frame = bytes((first, 99)) + b"whatever comes then"
        signature = DESK.keys.sign(REQUEST_CONTEXT, WORLD.center.keys.node + frame)
        box = RequestBox(WORLD.center.keys.public, signature + DESK.keys.node + frame)
        opened = box.open_answer(WORLD.center.answer(box.sealed))
        assert unpack(opened[64:], Reply).problem == problem
    with pytest.raises(UnknownVersion):
        unpack(b"\x02\x00\x90", Reply)


def test_an_old_request_sent_again_changes_nothing() -> None:
    world = World(1)
    [desk] = world.desks
    desk.receive(serial=1)
    recorded = desk.ask().sealed
    world.center.answer(recorded)
    desk.receive(serial=2)
    world.heal()
    before = (world.center.root(), desk.pending)
    world.center.answer(recorded)
    assert (world.center.root(), desk.pending) == before
    desk.receive(serial=3)
    assert desk.drain(world.center).pending == 0
    assert world.equal()


def _unsigned(reply: bytes) -> bytes:
    return bytes((reply[0] ^ 1,)) + reply[1:]


@pytest.mark.parametrize(
    "spoil",
    [_unsigned, lambda raw: raw[:-1], lambda raw: b"", lambda raw: bytes(limits.MAX_SEALED + 1)],
    ids=["changed", "cut", "empty", "endless"],
)
def test_a_spoilt_answer_is_no_answer(spoil: Callable[[bytes], bytes]) -> None:
    question = DESK.ask()
    answer = WORLD.center.answer(question.sealed)
    before = DESK.store.tables.copied()
    with pytest.raises((NotGenuine, MessageRefused)):
        DESK.hear(question, spoil(answer))
    assert DESK.store.tables == before


def test_an_answer_by_somebody_else_is_no_answer() -> None:
    """Sealed as it should be, by one who could read the question, but not signed by the center."""
    question = DESK.ask()
    opened = engine.open_request(WORLD.center.keys, question.sealed)
    forged = engine.seal_reply(KEYS[6], opened, Reply(problem=messages.UNKNOWN_VERSION))
    with pytest.raises(NotGenuine):
        DESK.hear(question, forged)


def test_a_receipt_that_says_more_than_was_signed_is_no_receipt() -> None:
    question = DESK.ask()
    opened = engine.open_request(WORLD.center.keys, question.sealed)
    with WORLD.center.store.transaction() as ledger:
        reply = engine.respond(ledger, WORLD.center.keys, opened, NOON, None, WORLD.center.chance)
    assert reply.receipt is not None
    lied = msgspec.structs.replace(
        reply, receipt=msgspec.structs.replace(reply.receipt, counter=reply.receipt.counter + 1)
    )
    with pytest.raises(NotGenuine, match="receipt"):
        DESK.hear(question, engine.seal_reply(WORLD.center.keys, opened, lied))


def test_an_answer_without_its_parts_is_refused() -> None:
    question = DESK.ask()
    opened = engine.open_request(WORLD.center.keys, question.sealed)
    with pytest.raises(MessageRefused):
        DESK.hear(question, engine.seal_reply(WORLD.center.keys, opened, Reply()))


def test_nobody_is_asked_without_a_certificate() -> None:
    stranger = WORLD.blank(3)
    with pytest.raises(engine.NotEnrolled):
        stranger.ask()
    assert seal_request(stranger.keys, WORLD.center.keys.public, _request()).sealed
