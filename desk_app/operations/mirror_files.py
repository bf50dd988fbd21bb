"""The files of a journal's mirror: sealed records one after another, each whole by itself.

::

    place/motcua-<desk's id>/journal/    made when the place is chosen; missing: the volume is not there
        recovery.mckeys                  the desk's key under a printed code, if one was made
        00000001.mcj …                   segments, written at the end of the last one only

    segment = "MCJRNL" 00 01 | desk's id (8 bytes) | u32 number | salt (32 bytes) | frames
    frame   = "\\xabMJR" | u32 index, from 1 | u32 length | nonce (12 bytes) | sealed record

A segment's key is HKDF-SHA256 (RFC 5869) of the desk's key and the salt; each record is sealed by
ChaCha20-Poly1305 (RFC 8439) under a nonce drawn for it, with both heads under its tag.
A reader who meets damage looks for the next frame that opens, so that nothing behind it is lost; a last frame
that is not whole is what a power cut leaves, and was never promised.
"""

from __future__ import annotations

import os
import re
import struct
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from sync.durable import sync_folder

FOLDER: Final = "journal"
MAX_RECORD: Final = 8 * 1024 * 1024
_MAGIC: Final = b"MCJRNL\x00\x01"
_MARK: Final = b"\xabMJR"
_HEAD: Final = struct.Struct(">8s8sI32s")
_FRAME: Final = struct.Struct(">4sII12s")
_PURPOSE: Final = b"motcua journal mirror v1"
_NAME: Final = re.compile(r"(\d{8})\.mcj\Z")
Entropy = Callable[[int], bytes]


@dataclass(frozen=True, slots=True)
class SegmentRead:
    """What a segment gave: its `records` in order, the bytes up to the end of the last one that opens
    (`good_bytes`), how many places in it are damaged, and whether its end is torn."""

    number: int
    records: tuple[bytes, ...]
    good_bytes: int
    damaged: int = 0
    torn: bool = False
    last_index: int = 0


def segments_in(folder: Path) -> list[Path]:
    """The segments of a mirror, by number. Raises `OSError`."""
    return sorted(one for one in folder.iterdir() if _NAME.match(one.name))


def number_of(path: Path) -> int:
    """The number in a segment's name."""
    found = _NAME.match(path.name)
    return int(found[1]) if found else 0


def path_of(folder: Path, number: int) -> Path:
    """Where the segment of a number lies."""
    return folder / f"{number:08}.mcj"


def begin_segment(folder: Path, number: int, desk_id: str, entropy: Entropy = os.urandom) -> Path:
    """A new segment without records, durable. Raises `OSError`; `FileExistsError` where it is there."""
    path = path_of(folder, number)
    with open(path, "xb") as file:
        file.write(_HEAD.pack(_MAGIC, bytes.fromhex(desk_id), number, entropy(32)))
        file.flush()
        os.fsync(file.fileno())
    sync_folder(folder)
    return path


def append(
    path: Path, key: bytes, at: int, index: int, records: Sequence[bytes], entropy: Entropy = os.urandom
) -> int:
    """Adds records behind the first `at` bytes, the first of them bearing `index`; the length it then has.

    What lies beyond `at` (a torn end) is cut off first. Durable on return. Raises `OSError`.
    """
    with open(path, "r+b") as file:
        head = file.read(_HEAD.size)
        box = _box(head, key)
        file.truncate(at)
        file.seek(at)
        for place, record in enumerate(records):
            nonce = entropy(12)
            frame = _FRAME.pack(_MARK, index + place, len(record) + 16, nonce)
            file.write(frame + box.encrypt(nonce, record, head + frame))
        file.flush()
        os.fsync(file.fileno())
        return file.tell()


def read_segment(path: Path, key: bytes, most: int | None = None) -> SegmentRead:
    """Reads a segment, past what is damaged; `most`: so many records at most.

    Raises `OSError`. A head that is not one, or another desk's key, gives one damaged place and no records.
    """
    raw = path.read_bytes()
    number = number_of(path)
    if len(raw) < _HEAD.size:
        return SegmentRead(number, (), 0, torn=True)
    head = raw[: _HEAD.size]
    magic, _desk, named, _salt = _HEAD.unpack(head)
    if magic != _MAGIC or named != number:
        return SegmentRead(number, (), 0, damaged=1)
    box = _box(head, key)
    records: list[bytes] = []
    at = good = _HEAD.size
    index = damaged = 0
    sound = True
    while at < len(raw) and (most is None or len(records) < most):
        found = _opened(raw, at, head, box)
        if found is None:
            sound = False
            at = raw.find(_MARK, at + 1)
            if at < 0:
                break
            continue
        place, record, end = found
        if place <= index:  # an older frame once more is none of this segment's
            sound, at = False, end
            continue
        damaged += not sound or place != index + 1
        sound, index, at = True, place, end
        good = end
        records.append(record)
    return SegmentRead(number, tuple(records), good, damaged, not sound, index)


def _opened(raw: bytes, at: int, head: bytes, box: ChaCha20Poly1305) -> tuple[int, bytes, int] | None:
    """(index, record, where it ends) of the frame at a place; None where none opens."""
    start = at + _FRAME.size
    if start > len(raw):
        return None
    mark, index, length, nonce = _FRAME.unpack_from(raw, at)
    if mark != _MARK or length > MAX_RECORD + 16 or start + length > len(raw):
        return None
    try:
        return index, box.decrypt(nonce, raw[start : start + length], head + raw[at:start]), start + length
    except InvalidTag:
        return None


def _box(head: bytes, key: bytes) -> ChaCha20Poly1305:
    return ChaCha20Poly1305(HKDF(SHA256(), 32, head[-32:], _PURPOSE).derive(key))
