"""Bytes of a dossier on the wire and at rest: bodies with their salt, alone and in batches."""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable, Iterator, Sequence

import zstandard

from sync.model.bodies import intake_out
from sync.model.entry import SALT_BYTES
from tests.bench import samples
from tests.bench.figures import Goal, Row
from tests.bench.registry import Run, bench

BATCH = 200
DICTIONARY = 32 * 1024


def bodies(count: int, seed: int, commune: int) -> list[bytes]:
    """Bodies as entries hold them, each with its own 16 random bytes."""
    return [os.urandom(SALT_BYTES) + intake_out(one) for one in samples.dossiers(count, seed, commune)]


def trained(count: int) -> zstandard.ZstdCompressionDict:
    """A dictionary from other communes than those measured with."""
    texts: list[bytes | bytearray | memoryview] = [
        body[SALT_BYTES:] for commune in (2, 3, 4, 5) for body in bodies(count // 4, 7, commune)
    ]
    return zstandard.train_dictionary(DICTIONARY, texts)


@bench("bytes per dossier")
def bytes_per_dossier(run: Run) -> Iterator[Row]:
    """The entry's body with its salt; no floor: what is left is names, numbers and salt."""
    dictionary = trained(run.rounds(12_000, 3_000))
    test = bodies(run.rounds(2_000, 400), 8, 6)
    whole = sum(map(len, test)) / len(test)

    def zstd(level: int, *, plain: bool = False) -> Callable[[bytes], bytes]:
        chosen = None if plain else dictionary
        return zstandard.ZstdCompressor(level=level, dict_data=chosen, write_content_size=False).compress

    def size(pack: Callable[[bytes], bytes], pieces: Sequence[bytes]) -> float:
        return sum(len(pack(piece)) for piece in pieces) / len(test)

    batches = [b"".join(test[start : start + BATCH]) for start in range(0, len(test), BATCH)]
    for name, pieces, most in (("alone", test, 300.0), (f"in batches of {BATCH}", batches, 220.0)):
        peers: dict[str, float | str] = {
            "gzip -6": size(lambda piece: gzip.compress(piece, 6), pieces),
            "zstd -3": size(zstd(3, plain=True), pieces),
            "JSON": whole,
        }
        for level in (3, 19):
            yield Row(
                f"a dossier {name}, zstd -{level} with a dictionary",
                "B",
                size(zstd(level), pieces),
                peers=peers,
                goal=Goal(most),
                note="body with salt; its envelope is not counted",
            )
