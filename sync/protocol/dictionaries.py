"""The zstd dictionaries both ends ship, by coding: read when the first frame needs one, checked, then kept.

A coding's number never changes its content: the digests below are the protocol's, and a file that is missing
or damaged is as good as not shipped. `tests/tools/train_dictionary.py` makes them and tells how.
"""

from __future__ import annotations

from functools import lru_cache
from hashlib import sha256
from typing import TYPE_CHECKING

from sync.resources import read_resource

if TYPE_CHECKING:
    import zstandard

DIGESTS: dict[int, str] = {
    2: "4f148d6208f1043bb81f089dd70c4b9d323629ba60ee09ae2d952d11825be7ad",
}
"""Coding (2 and up) -> SHA-256 of ``resources/dictionaries/<coding>.zdict``."""


@lru_cache(maxsize=4)
def _read(coding: int, digest: str) -> bytes | None:
    try:
        raw = read_resource("dictionaries", f"{coding}.zdict")
    except OSError:
        return None
    return raw if sha256(raw).hexdigest() == digest else None


def content(coding: int) -> bytes | None:
    """The dictionary of a coding; None when it is not shipped here, or is damaged."""
    digest = DIGESTS.get(coding)
    return None if digest is None else _read(coding, digest)


def newest(below: int | None = None) -> int | None:
    """The highest coding whose dictionary is here, under `below` where that is given; None: there is none."""
    codings = (one for one in sorted(DIGESTS, reverse=True) if below is None or one < below)
    return next((one for one in codings if content(one) is not None), None)


@lru_cache(maxsize=8)
def to_write(raw: bytes, level: int) -> zstandard.ZstdCompressionDict:
    """A dictionary digested for a level: an idle exchange then takes microseconds, not milliseconds."""
    import zstandard

    made = zstandard.ZstdCompressionDict(raw)
    made.precompute_compress(level=level)
    return made


@lru_cache(maxsize=4)
def to_read(raw: bytes) -> zstandard.ZstdCompressionDict:
    """A dictionary for decompression, digested at its first use."""
    import zstandard

    return zstandard.ZstdCompressionDict(raw)
