"""Bundles: a flat file that carries journals on a stick. See PROTOCOL.md, "Bundles".

No archive, no names, no paths: a magic word, a head in clear (who made it, for whom), sealed pieces
(`Manifest` first, then `Cargo`), and a signature over all of it, which is checked before anything else is
looked at. Works on any binary file object; memory stays within a few pieces whatever the file's size.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from hashlib import sha256
from typing import BinaryIO, TypeVar

import msgspec

from sync.identity.keys import SIGNATURE_BYTES, NodeKeys, NotGenuine, PublicKeys
from sync.identity.parcels import (
    CONTENT_KEY_BYTES,
    PIECE_OVERHEAD,
    Pieces,
    unwrap,
    wrap,
)
from sync.protocol import limits
from sync.protocol.bundle_shapes import (
    Cargo,
    ChannelHeads,
    Head,
    HistoryCargo,
    HistoryManifest,
    Manifest,
    ScanPart,
    Wrap,
)
from sync.protocol.codec import PLAIN, MessageRefused, MessageTooLarge, pack, preferred, unpack
from sync.protocol.messages import JournalPoints, WireSegment

MAGIC = b"MCBNDL1\n"
CONTEXT = b"motcua bundle v1"
_LENGTH = struct.Struct(">I")
_BLOCK = 1 << 20
Chance = Callable[[int], bytes]
_T = TypeVar("_T")

NOT_A_BUNDLE = "not a bundle"
NEWER = "of a newer program"
TRUNCATED = "cut short"
TOO_LARGE = "too large"
UNSIGNED = "signature"
STRANGER = "made by a node unknown here"
NOT_FOR_US = "not for this node"
DAMAGED = "damaged"
FOREIGN = "of another unit"
UNREADABLE = "the medium cannot be read"
REASONS = (
    NOT_A_BUNDLE, NEWER, TRUNCATED, TOO_LARGE, UNSIGNED, STRANGER, NOT_FOR_US, DAMAGED, FOREIGN, UNREADABLE,
)  # fmt: skip


class BundleRefused(ValueError):
    """A file that is no bundle for us; `reason` is one of `REASONS`. Nothing of it was believed."""

    def __init__(self, reason: str) -> None:
        super().__init__(f"bundle: {reason}")
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Bundle:
    """An opened bundle: its signature holds and its manifest is read; the cargo is still to be read.

    `id` is the SHA-256 of the whole file; `maker` signed it.
    """

    id: bytes
    maker: PublicKeys
    certificate: bytes
    manifest: HistoryManifest
    size: int


# -- writing ---------------------------------------------------------------------------------------


def write_bundle(
    file: BinaryIO,
    keys: NodeKeys,
    certificate: bytes,
    receivers: Iterable[PublicKeys],
    manifest: Manifest,
    cargo: Iterable[list[WireSegment] | Cargo],
    entropy: Chance = os.urandom,
    scans: Iterable[list[ScanPart]] = (),
) -> bytes:
    """Writes a bundle, piece by piece, scans last; returns its id. Raises `MessageTooLarge`."""
    key = entropy(CONTENT_KEY_BYTES)
    ephemeral, wrapped = wrap(key, receivers, entropy)
    head = Head(keys.public.sign, keys.public.seal, certificate, ephemeral, [Wrap(*one) for one in wrapped])
    raw = msgspec.msgpack.encode(head)
    if len(raw) > limits.MAX_BUNDLE_HEAD:
        raise MessageTooLarge("bundle: head too large")
    whole, size = sha256(), 0

    def put(data: bytes) -> None:
        nonlocal size
        size += len(data)
        if size > limits.MAX_BUNDLE:
            raise MessageTooLarge("bundle: too large")
        whole.update(data)
        file.write(data)

    put(MAGIC + _LENGTH.pack(len(raw)) + raw)
    pieces = Pieces(key, whole.copy().digest())
    for number, (text, last) in enumerate(_marked(_texts(manifest, cargo, scans))):
        sealed = pieces.seal(number, text, last=last)
        put(_LENGTH.pack(len(sealed) << 1 | last) + sealed)
    put(keys.sign(CONTEXT, whole.copy().digest()))
    return whole.digest()


def _texts(
    manifest: Manifest, cargo: Iterable[list[WireSegment] | Cargo], scans: Iterable[list[ScanPart]]
) -> Iterator[bytes]:
    coding = preferred()
    yield pack(manifest, coding)
    for some in cargo:
        yield pack(some if isinstance(some, Cargo) else Cargo(some), coding)
    for parts in scans:
        yield pack(Cargo([], parts), PLAIN)  # ciphertext grows no smaller


def _marked(texts: Iterable[bytes]) -> Iterator[tuple[bytes, bool]]:
    """Each with whether it is the last."""
    before: bytes | None = None
    for text in texts:
        if before is not None:
            yield before, False
        before = text
    if before is not None:
        yield before, True


# -- reading ---------------------------------------------------------------------------------------

Known = Callable[[PublicKeys, bytes], bool]
"""`known(keys, certificate)`: whether whoever holds these keys may bring us anything."""


class BundleReader:
    """Opens a bundle. The signature over the whole file is checked first; then the manifest is read.

    Raises `BundleRefused`. `cargo` yields the pieces' segments afterwards, in order, each once.
    """

    def __init__(self, file: BinaryIO, keys: NodeKeys, known: Known) -> None:
        self._file = file
        head, after_head, whole, size = _signed(file, known)
        wrapped = next((one.key for one in head.wraps if one.node == keys.node), None)
        if wrapped is None:
            raise BundleRefused(NOT_FOR_US)
        try:
            key = unwrap(keys, head.ephemeral, wrapped)
        except NotGenuine as error:
            raise BundleRefused(DAMAGED) from error
        self._pieces = Pieces(key, after_head)
        self._number = 0
        self._last = False
        self._end = size - SIGNATURE_BYTES
        maker = PublicKeys(head.sign, head.seal)
        self.bundle = Bundle(whole, maker, head.certificate, self._next(HistoryManifest), size)

    def cargo(self) -> Iterator[list[WireSegment]]:
        """The entries that the bundle carries, a few megabytes at a time. Raises `BundleRefused`."""
        for piece in self.pieces():
            yield piece.segments

    def pieces(self) -> Iterator[HistoryCargo]:
        """What the bundle carries, a few megabytes at a time. Raises `BundleRefused`."""
        while not self._last:
            yield self._next(HistoryCargo)
        if _here(self._file) != self._end:
            raise BundleRefused(DAMAGED)

    def _next(self, shape: type[_T]) -> _T:
        marked = _LENGTH.unpack(_exactly(self._file, _LENGTH.size, self._end))[0]
        length, last = marked >> 1, bool(marked & 1)
        if not PIECE_OVERHEAD <= length <= limits.MAX_SEALED:
            raise BundleRefused(TOO_LARGE if length > limits.MAX_SEALED else DAMAGED)
        sealed = _exactly(self._file, length, self._end)
        try:
            text = self._pieces.open(self._number, sealed, last=last)
            found = unpack(text, shape)
        except MessageTooLarge as error:
            raise BundleRefused(TOO_LARGE) from error
        except (NotGenuine, MessageRefused) as error:
            raise BundleRefused(DAMAGED) from error
        self._number, self._last = self._number + 1, last
        return found


def _signed(file: BinaryIO, known: Known) -> tuple[Head, bytes, bytes, int]:
    """(head, digest up to it, digest of the whole file, size) of a file that its maker signed."""
    size = _size(file)
    if size > limits.MAX_BUNDLE:
        raise BundleRefused(TOO_LARGE)
    start = _read(file, len(MAGIC) + _LENGTH.size)
    if start[: len(MAGIC)] != MAGIC:
        newer = len(start) >= len(MAGIC) and start[:6] == MAGIC[:6] and start[6:7].isdigit()
        raise BundleRefused(NEWER if newer else NOT_A_BUNDLE)
    if len(start) < len(MAGIC) + _LENGTH.size:
        raise BundleRefused(TRUNCATED)
    [length] = _LENGTH.unpack(start[len(MAGIC) :])
    if length > limits.MAX_BUNDLE_HEAD:
        raise BundleRefused(TOO_LARGE)
    raw = _read(file, length)
    if len(raw) < length or size < len(start) + length + SIGNATURE_BYTES:
        raise BundleRefused(TRUNCATED)
    whole = sha256(start + raw)
    after_head = whole.copy().digest()
    begin = _here(file)
    left = size - begin - SIGNATURE_BYTES
    while left:
        block = _read(file, min(left, _BLOCK))
        if not block:
            raise BundleRefused(TRUNCATED)
        whole.update(block)
        left -= len(block)
    signature = _read(file, SIGNATURE_BYTES)
    head = _head(raw)
    maker = PublicKeys(head.sign, head.seal)
    if len(signature) < SIGNATURE_BYTES:
        raise BundleRefused(TRUNCATED)
    try:
        maker.verify(CONTEXT, whole.copy().digest(), signature)
    except NotGenuine as error:
        raise BundleRefused(UNSIGNED) from error
    if not known(maker, head.certificate):
        raise BundleRefused(STRANGER)
    whole.update(signature)
    _seek(file, begin)
    return head, after_head, whole.digest(), size


def _head(raw: bytes) -> Head:
    """The head, in its one strict shape: it has the key that the signature is checked with."""
    try:
        return msgspec.msgpack.decode(raw, type=Head)
    except (msgspec.DecodeError, ValueError, RecursionError, OverflowError) as error:
        raise BundleRefused(DAMAGED) from error


def _exactly(file: BinaryIO, length: int, end: int) -> bytes:
    if _here(file) + length > end:
        raise BundleRefused(DAMAGED)
    data = _read(file, length)
    if len(data) != length:
        raise BundleRefused(TRUNCATED)
    return data


# A stick is pulled out while it is read: that is a reason like the others.


def _read(file: BinaryIO, length: int) -> bytes:
    try:
        return file.read(length)
    except OSError as error:
        raise BundleRefused(UNREADABLE) from error


def _here(file: BinaryIO) -> int:
    return file.tell()


def _seek(file: BinaryIO, at: int) -> None:
    try:
        file.seek(at)
    except OSError as error:
        raise BundleRefused(UNREADABLE) from error


def _size(file: BinaryIO) -> int:
    try:
        size = file.seek(0, os.SEEK_END)
        file.seek(0)
    except OSError as error:
        raise BundleRefused(UNREADABLE) from error
    return size


__all__ = [
    "MAGIC",
    "REASONS",
    "Bundle",
    "BundleReader",
    "BundleRefused",
    "Cargo",
    "ChannelHeads",
    "Head",
    "HistoryCargo",
    "HistoryManifest",
    "JournalPoints",
    "Manifest",
    "ScanPart",
    "Wrap",
    "write_bundle",
]
