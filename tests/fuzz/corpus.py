"""The corpus: for each decoder a file of inputs, each with a word why it is kept, replayed for ever."""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec
import zstandard

from sync.protocol.codec import PLAIN, VERSION, ZSTD
from tests.fuzz.decoders import DECODERS

FOLDER = Path(__file__).parents[1] / "data" / "malformed"
_LONGEST_KEPT = 2048
"""Bytes. Longer ones are made anew each time (`by_hand`)."""
_CUTS = 6
_FLIPS = 8
_MESSAGES = {"request", "reply", "enrol-request", "enrol-reply", "segments", "exchange"}


def kept(name: str) -> list[tuple[str, bytes]]:
    """(word, input) of a decoder's corpus; empty when there is no file."""
    path = FOLDER / f"{name}.txt"
    if not path.is_file():
        return []
    lines = path.read_text(encoding="ascii").splitlines()
    return [(word, bytes.fromhex(raw)) for word, _, raw in (line.partition(" ") for line in lines if line)]


def keep(name: str, inputs: Iterable[tuple[str, bytes]]) -> None:
    """Writes a decoder's corpus, each input once, in a fixed order."""
    found = {raw: word for word, raw in inputs if len(raw) <= _LONGEST_KEPT}
    lines = sorted(f"{word} {raw.hex()}" for raw, word in found.items())
    FOLDER.mkdir(exist_ok=True)
    (FOLDER / f"{name}.txt").write_text("\n".join(lines) + "\n", encoding="ascii")


def by_hand(name: str) -> Iterator[tuple[str, bytes]]:
    """What is tried with any decoder: nothing, noise, sound inputs cut, flipped, doubled, and bombs."""
    chance = random.Random(name)
    yield "empty", b""
    yield "zeros", bytes(64)
    yield "ones", b"\xff" * 64
    yield "digits", b"9" * 5000
    yield "surrogate", b'{"a":"' + b"\\ud800" + b'"}'
    yield "nested-json", b"[" * 5000
    yield "nan", b'{"at":NaN,"n":1e999}'
    for sound in DECODERS[name].seeds():
        for _ in range(_CUTS):
            yield "cut", sound[: chance.randrange(len(sound))]
        for _ in range(_FLIPS):
            spoilt = bytearray(sound)
            spoilt[chance.randrange(len(spoilt))] ^= 1 << chance.randrange(8)
            yield "flipped", bytes(spoilt)
        yield "doubled", sound + sound
        yield "longer", sound + b"x"
    if name in _MESSAGES:
        yield from _messages()


def _messages() -> Iterator[tuple[str, bytes]]:
    plain, small = bytes((VERSION, PLAIN)), bytes((VERSION, ZSTD))
    yield "nested-msgpack", plain + b"\x91" * 3000 + b"\xc0"
    yield "list-of-4-billion", plain + b"\xdd\xff\xff\xff\xff"
    yield "text-of-4-gigabytes", plain + b"\x91\xdb\xff\xff\xff\xff"
    yield "not-utf8", plain + msgspec.msgpack.encode(["test"]).replace(b"test", b"\xff\xfe\xfd\xfc")
    yield "bomb", small + zstandard.ZstdCompressor(level=19).compress(bytes(256 * 1024 * 1024))
    yield (
        "bomb-without-size",
        small + zstandard.ZstdCompressor(write_content_size=False).compress(bytes(1 << 22)),
    )
    yield "version-2", bytes((2, PLAIN)) + b"\x90"
    yield "unknown-dictionary", bytes((VERSION, 99)) + b"\x90"
