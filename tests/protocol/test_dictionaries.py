"""The shipped dictionary: what it is, what it saves, that nobody needs it, and that it opens no door."""

from __future__ import annotations

import re
import subprocess
import sys
import tracemalloc
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import timedelta
from hashlib import sha256
from pathlib import Path
from statistics import mean

import msgspec
import pytest
import zstandard

from sync.protocol import asking, codec, dictionaries, engine, limits, messages
from sync.protocol.codec import (
    PLAIN,
    ZSTD,
    MessageRefused,
    MessageTooLarge,
    UnknownCoding,
    pack,
    preferred,
    unpack,
)
from sync.protocol.messages import Reply, Request
from sync.resources import read_resource
from tests.protocol.strangers import strangers_traffic
from tests.protocol.test_specification import REQUEST, SPECIFICATION
from tests.protocol.traffic import Exchange
from tests.protocol.world import Center, Desk, World

NEWEST = max(dictionaries.DIGESTS)
SHIPPED = dict(dictionaries.DIGESTS)
LATER = b"words of a later version, unit: received full_name address papers " * 40


@contextmanager
def shipping(codings: dict[int, str]) -> Iterator[None]:
    """A program that ships these dictionaries; 7 is one of a later version."""

    def read(*parts: str) -> bytes:
        return LATER if parts[-1] == "7.zdict" else read_resource(*parts)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dictionaries, "DIGESTS", codings)
        patch.setattr(dictionaries, "read_resource", read)
        yield


OLD: dict[int, str] = {}
NEW = {**SHIPPED, 7: sha256(LATER).hexdigest()}


# -- what it is ---------------------------------------------------------------------------------


def test_the_shipped_files_are_those_written_down() -> None:
    table = dict(re.findall(r"^\| (\d+) \| \d+ \| `([0-9a-f]{64})` \|$", SPECIFICATION, re.MULTILINE))
    assert {int(coding): digest for coding, digest in table.items()} == SHIPPED
    sizes = dict(re.findall(r"^\| (\d+) \| (\d+) \| `[0-9a-f]{64}` \|$", SPECIFICATION, re.MULTILINE))
    for coding, digest in SHIPPED.items():
        raw = read_resource("dictionaries", f"{coding}.zdict")
        assert (sha256(raw).hexdigest(), str(len(raw))) == (digest, sizes[str(coding)])


def test_a_frame_written_down_opens_with_it() -> None:
    """Bytes of another maker: how well something is compressed may change, what it says may not."""
    [rows] = re.findall(r"A frame in coding 2:\n\n((?:    [0-9a-f]+\n)+)", SPECIFICATION)
    frame = bytes.fromhex("".join(rows.split()))
    assert frame[:2] == bytes((codec.VERSION, 2))
    assert unpack(frame, Request) == REQUEST


def test_nothing_is_read_before_the_first_frame() -> None:
    look = (
        "import sys; from sync.protocol import asking, dictionaries, engine;"
        "print('zstandard' in sys.modules, dictionaries._read.cache_info().currsize)"
    )
    root = Path(codec.__file__).parents[2]
    done = subprocess.run([sys.executable, "-c", look], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["False", "0"]


def test_a_damaged_dictionary_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    frame = pack(REQUEST, NEWEST)
    dictionaries._read.cache_clear()
    monkeypatch.setattr(dictionaries, "read_resource", lambda *_parts: b"damaged")
    try:
        assert preferred() == ZSTD
        with pytest.raises(UnknownCoding):
            unpack(frame, Request)
    finally:
        dictionaries._read.cache_clear()


def test_a_missing_dictionary_is_as_good_as_none(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(dictionaries.DIGESTS, 9, "0" * 64)
    assert preferred() == NEWEST
    with pytest.raises(UnknownCoding):
        pack(REQUEST, 9)


# -- what it saves ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def traffic() -> list[Exchange]:
    return strangers_traffic(101, 60, (200,))


def test_a_dossier_of_people_never_seen_is_small(traffic: list[Exchange]) -> None:
    """Counted is all that is POSTed (sealed box, signature, frame: entry, seal, place in the journal) less
    the same request with nothing to bring."""
    nothing = mean(one.sealed for one in traffic if one.what == "idle")
    alone = [one.sealed - nothing for one in traffic if one.what == "lone"]
    assert mean(alone) <= 300
    assert sorted(alone)[len(alone) * 9 // 10] <= 340
    [batch] = [one.sealed - nothing for one in traffic if one.what == "batch"]
    assert batch / 200 <= 220 / 2, "less than half of what was promised"


def test_an_exchange_about_nothing_stays_within_half_a_kibibyte(traffic: list[Exchange]) -> None:
    sealed = [one.sealed for one in traffic if one.what == "idle"]
    replies = [
        len(pack(msgspec.msgpack.decode(one.reply, type=Reply), 2)) for one in traffic if one.what == "idle"
    ]
    assert max(sealed) + max(replies) + 64 + 16 <= 512


def test_short_messages_are_squeezed_and_long_ones_are_quick() -> None:
    levels = [codec.level_for(size) for size in (100, 64 << 10, 65 << 10, 1 << 20, limits.MAX_PLAIN)]
    assert levels == sorted(levels, reverse=True)
    assert (levels[0], levels[-1]) == (16, 3)


# -- nobody needs it ----------------------------------------------------------------------------


def frames(desk: Desk, center: Center) -> tuple[int, int]:
    """The codings of a question and of the answer to it; the desk hears the answer."""
    question = desk.ask()
    sealed = center.answer(question.sealed)
    asked = engine.open_request(center.keys, question.sealed)
    opened = question.box.open_answer(sealed)
    desk.hear(question, sealed)
    return asked.frame[1], opened[64:][1]


def test_both_ends_use_the_newest_they_share() -> None:
    world = World(1)
    [desk] = world.desks
    desk.receive(serial=1)
    assert frames(desk, world.center) == (NEWEST, NEWEST)
    assert desk.pending == 0


def test_an_old_center_gets_the_next_question_without() -> None:
    world = World(1)
    [desk] = world.desks
    desk.receive(serial=1)
    question = desk.ask()
    with shipping(OLD):
        sealed = world.center.answer(question.sealed)
    heard = desk.hear(question, sealed)
    assert (heard.problem, heard.more, heard.pending) == (messages.UNKNOWN_CODING, True, 2)
    again = desk.ask()
    assert again.coding == ZSTD
    with shipping(OLD):
        sealed = world.center.answer(again.sealed)
    heard = desk.hear(again, sealed)
    assert (heard.problem, heard.pending) == ("", 0)


def test_an_old_center_costs_one_round_trip_a_day_and_an_updated_one_is_noticed() -> None:
    world = World(1)
    [desk] = world.desks

    def rounds() -> int:
        """The desk drains towards a center that knows no dictionary."""

        def post(_path: str, sealed: bytes) -> bytes:
            with shipping(OLD):
                return world.center.answer(sealed)

        done = engine.drain(
            desk.store, desk.keys, desk.upstream.public, post, lambda: desk.clock, engine.Pace()
        )
        assert (done.pending, done.problem, done.failure) == (0, "", None)
        return done.rounds

    desk.receive(serial=1)
    rounds()
    desk.receive(serial=2)
    usual = rounds()
    desk.clock += timedelta(days=1)
    desk.receive(serial=3)
    assert rounds() == usual + 1
    desk.receive(serial=4)
    assert rounds() == usual
    desk.clock += timedelta(days=1)
    desk.receive(serial=5)
    assert frames(desk, world.center)[0] == NEWEST
    assert desk.pending == 0


def test_a_newer_desk_goes_down_to_what_the_center_knows() -> None:
    world = World(1)
    [desk] = world.desks
    desk.receive(serial=1)
    with shipping(NEW):
        question = desk.ask()
    assert question.coding == 7
    heard = desk.hear(question, world.center.answer(question.sealed))
    assert (heard.problem, heard.more) == (messages.UNKNOWN_CODING, True)
    with shipping(NEW):
        again = desk.ask()
    assert again.coding == NEWEST
    assert not desk.hear(again, world.center.answer(again.sealed)).problem


def test_an_old_desk_is_answered_in_what_it_knows() -> None:
    world = World(1)
    [desk] = world.desks
    world.center.status(desk.receive(serial=1), "processing")
    with shipping(OLD):
        question = desk.ask()
    with shipping(NEW):
        sealed = world.center.answer(question.sealed)
    assert question.box.open_answer(sealed)[64:][1] in (PLAIN, ZSTD)
    with shipping(OLD):
        assert not desk.hear(question, sealed).problem
    assert desk.pending == 0


def test_a_center_that_refuses_every_coding_is_not_asked_for_ever() -> None:
    world = World(1)
    [desk] = world.desks
    codings, more = [], True
    for _ in range(3):
        question = desk.ask()
        codings.append(question.coding)
        opened = engine.open_request(world.center.keys, question.sealed)
        no = engine.seal_reply(world.center.keys, opened, Reply(problem=messages.UNKNOWN_CODING))
        more = desk.hear(question, no).more
    assert codings == [NEWEST, ZSTD, ZSTD]
    assert not more


def test_what_an_older_program_noted_does_no_harm() -> None:
    [desk] = World(1).desks
    with desk.store.transaction() as ledger:
        ledger.rows.put_note(asking.note_key("plain", desk.upstream.node), b"1")
    assert desk.ask().coding == NEWEST


# -- it opens no door ---------------------------------------------------------------------------


def _squeezed(text: bytes, **more: bool) -> bytes:
    words = dictionaries.content(2)
    assert words is not None
    made = zstandard.ZstdCompressor(
        level=3,
        dict_data=zstandard.ZstdCompressionDict(words),
        write_dict_id=False,
        **more,  # type: ignore[arg-type]
    )
    return bytes((codec.VERSION, 2)) + made.compress(text)


def test_a_bomb_with_a_dictionary_is_refused_before_it_is_unpacked() -> None:
    unpack(pack(REQUEST, 2), Request)
    frame = _squeezed(bytes(512 * 1024 * 1024))
    tracemalloc.start()
    with pytest.raises(MessageTooLarge):
        unpack(frame, Request)
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    assert peak < 1024 * 1024


def test_a_bomb_with_a_dictionary_that_hides_its_size_is_refused() -> None:
    with pytest.raises(MessageRefused, match="size not declared"):
        unpack(_squeezed(bytes(16 * 1024 * 1024), write_content_size=False), Request)


def test_what_follows_a_frame_with_a_dictionary_is_refused() -> None:
    frame = pack(REQUEST, 2)
    assert frame[1] == 2
    with pytest.raises(MessageRefused):
        unpack(frame + b"x", Request)


def test_a_frame_is_nothing_under_another_coding() -> None:
    frame = pack(REQUEST, 2)
    with pytest.raises(MessageRefused):
        unpack(bytes((codec.VERSION, ZSTD)) + frame[2:], Request)
    with pytest.raises(UnknownCoding):
        unpack(bytes((codec.VERSION, 3)) + frame[2:], Request)


def test_a_frame_with_a_changed_byte_never_brings_anything_but_a_refusal() -> None:
    frame = pack(REQUEST, 2)
    for at in range(2, len(frame)):
        for change in (1, 128):
            raw = frame[:at] + bytes((frame[at] ^ change,)) + frame[at + 1 :]
            try:
                unpack(raw, Request)
            except MessageRefused:
                continue
