"""Bytes of messages: frame, compression, signature, and runs of entries without what is derivable.

A sealed message opens to ``signature (64) | node id (16, requests only) | frame``; a frame is
``version (1) | coding (1) | text``. Coding 0 is plain msgpack, 1 is zstd, higher ones are zstd with
the dictionary of that number (see `dictionaries`). Nothing is believed, and no memory spent, beyond `limits`.
"""

from __future__ import annotations

from hashlib import sha256
from typing import TYPE_CHECKING, Final, TypeVar

import msgspec

from sync.identity.seals import Seal
from sync.journal.segments import Segment
from sync.model.entry import (
    AFTER_BYTES,
    DIGEST_BYTES,
    NO_PREV,
    NODE_BYTES,
    Entry,
    EntryRefused,
    JournalId,
    Tip,
)
from sync.protocol import dictionaries, limits
from sync.protocol.messages import (
    JournalName,
    JournalPoints,
    OlderRun,
    WireEntry,
    WireRun,
    WireSeal,
    WireSegment,
    WireTip,
)

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

VERSION = 1
PLAIN, ZSTD = 0, 1
PURGED = 128
SEAL_STRIDE = 16
"""Of the seals of a run every one at least this far behind the last sent travels, and the last."""

_LEVELS: Final = ((64 * 1024, 16), (512 * 1024, 9))
_FAST: Final = 3
"""Level by the size of the text, and so by the line: `retry.Pace` lets messages grow only where they get
through. What fits a thin line is squeezed as far as it goes (0.2 ms for a dossier, 3 ms for twenty); a long
message goes over a line that is faster than such a compressor would be."""
_T = TypeVar("_T")


def preferred(refused: int | None = None) -> int:
    """The coding to send with: the newest dictionary here, but one older than `refused`; else plain zstd."""
    return dictionaries.newest(refused) or ZSTD


class MessageRefused(ValueError):
    """Bytes that are no message for us. `status` is the HTTP status for it; the text never holds content."""

    status = 400


class MessageTooLarge(MessageRefused):
    """Larger, before or after decompression, than version 1 allows."""

    status = 413


class UnknownVersion(MessageRefused):
    """A frame of a protocol version this program does not speak."""


class UnknownCoding(MessageRefused):
    """A frame compressed with a dictionary that is not shipped here."""


def level_for(size: int) -> int:
    """The compression level for a text of `size` bytes."""
    return next((level for most, level in _LEVELS if size <= most), _FAST)


def pack(message: msgspec.Struct, coding: int = ZSTD) -> bytes:
    """The frame of a message; plain where compression would not make it smaller.

    Raises `UnknownCoding` for a dictionary that is not shipped here.
    """
    text = msgspec.msgpack.encode(message)
    if len(text) > limits.MAX_PLAIN:
        raise MessageTooLarge("message: too large")
    if coding != PLAIN:
        import zstandard

        level, words = level_for(len(text)), _words(coding)
        small = zstandard.ZstdCompressor(
            level=level,
            dict_data=dictionaries.to_write(words, level) if words is not None else None,
            write_checksum=False,
            write_dict_id=False,
        ).compress(text)
        if len(small) < len(text):
            return bytes((VERSION, coding)) + small
    return bytes((VERSION, PLAIN)) + text


def _words(coding: int) -> bytes | None:
    """The dictionary of a coding, None for plain zstd. Raises `UnknownCoding`."""
    if coding == ZSTD:
        return None
    raw = dictionaries.content(coding)
    if raw is None:
        raise UnknownCoding("frame: unknown dictionary")
    return raw


def unpack(frame: bytes, shape: type[_T], most: int = limits.MAX_PLAIN) -> _T:
    """The message in a frame. Raises `MessageRefused` (or one of its kinds) on anything else."""
    if len(frame) < 2:
        raise MessageRefused("frame: truncated")
    if frame[0] != VERSION:
        raise UnknownVersion("frame: unknown version")
    coding, text = frame[1], frame[2:]
    if coding != PLAIN:
        text = _inflate(text, coding, most)
    if len(text) > most:
        raise MessageTooLarge("message: too large")
    try:
        return msgspec.msgpack.decode(text, type=shape)
    except UnicodeDecodeError as error:
        raise MessageRefused("message: text that is not UTF-8") from error
    except (msgspec.DecodeError, ValueError, RecursionError, OverflowError) as error:
        # the library's words name field and type, never a value
        raise MessageRefused(f"message: {error}") from error


def _inflate(raw: bytes, coding: int, most: int) -> bytes:
    import zstandard

    words = _words(coding)
    try:
        declared = zstandard.get_frame_parameters(raw)
        # The library allocates what the frame declares whatever limit it is given, so look first.
        if declared.content_size in (zstandard.CONTENTSIZE_UNKNOWN, zstandard.CONTENTSIZE_ERROR):
            raise MessageRefused("frame: size not declared")
        if declared.content_size > most or declared.window_size > limits.MAX_WINDOW:
            raise MessageTooLarge("message: too large")
        return zstandard.ZstdDecompressor(
            dict_data=dictionaries.to_read(words) if words is not None else None,
            max_window_size=limits.MAX_WINDOW,
        ).decompress(raw, max_output_size=most, allow_extra_data=False)
    except (zstandard.ZstdError, MemoryError) as error:
        raise MessageRefused("frame: damaged") from error


# -- journals and places ------------------------------------------------------------------------


def short(node: bytes, asker: bytes) -> bytes:
    """The node id as it travels."""
    return b"" if node == asker else node


def full(node: bytes, asker: bytes) -> bytes:
    """The inverse of `short`. Raises `MessageRefused`."""
    if not node:
        return asker
    if len(node) != NODE_BYTES:
        raise MessageRefused("node: wrong length")
    return node


def name_out(journal: JournalId, asker: bytes) -> JournalName:
    """A journal's name as it travels."""
    return JournalName(short(journal.node, asker), journal.channel, journal.incarnation)


def name_in(wire: JournalName | JournalPoints | WireSegment | OlderRun, asker: bytes) -> JournalId:
    """The inverse of `name_out`, from anything that begins with a journal's name."""
    return JournalId(full(wire.node, asker), wire.channel, wire.incarnation)


def points_out(journal: JournalId, tips: Iterable[Tip], asker: bytes) -> JournalPoints:
    """Places of a journal as they travel, in a fixed order."""
    wire = [WireTip(seq, digest) for seq, digest in sorted(tips, reverse=True)[: limits.MAX_TIPS]]
    return JournalPoints(short(journal.node, asker), journal.channel, journal.incarnation, wire)


def points_in(wire: Iterable[JournalPoints], asker: bytes) -> dict[JournalId, frozenset[Tip]]:
    """The inverse of `points_out`, for a list of them."""
    return {name_in(one, asker): frozenset(Tip(t.seq, t.digest) for t in one.tips) for one in wire}


# -- runs of entries ----------------------------------------------------------------------------


def segment_out(segment: Segment, asker: bytes) -> WireSegment:
    """A run as it travels: names, places, digests and most seals left out."""
    first = segment.entries[0]
    seals: list[WireSeal] = []
    sent, held = first.seq - 1, None
    for one in segment.seals:
        if one.tip.seq - sent > SEAL_STRIDE and held is not None:
            seals.append(WireSeal(held.tip.seq - first.seq, held.signature))
            sent = held.tip.seq
        held = one
    if held is not None:
        seals.append(WireSeal(held.tip.seq - first.seq, held.signature))
    return WireSegment(
        short(segment.journal.node, asker),
        segment.journal.channel,
        segment.journal.incarnation,
        first.seq,
        b"" if first.seq == 1 else first.prev,
        [_entry_out(entry) for entry in segment.entries],
        seals,
    )


def _entry_out(entry: Entry) -> WireEntry:
    body, flags = entry.body, entry.flags
    if body is None:
        body, flags = entry.body_hash, flags | PURGED
    return WireEntry(entry.kind, flags, entry.day, entry.dossier, b"".join(entry.after), entry.height, body)


def segment_in(wire: WireSegment | OlderRun, asker: bytes) -> Segment:
    """The run as written, not yet checked for chain and seals. Raises `EntryRefused` or `MessageRefused`."""
    journal = name_in(wire, asker)
    if len(wire.prev) not in (0, DIGEST_BYTES):
        raise MessageRefused("prev: wrong length")
    seq, prev = wire.seq, wire.prev or NO_PREV
    entries: list[Entry] = []
    for one in wire.entries:
        entry = _entry_in(journal, seq, prev, one)
        entries.append(entry)
        seq, prev = seq + 1, entry.digest
    seals: list[Seal] = []
    last = -1
    for mark in wire.seals:
        if not last < mark.at < len(entries):
            raise MessageRefused("seal: out of its run")
        last = mark.at
        seals.append(Seal(entries[last].tip, mark.signature))
    return Segment(journal, tuple(entries), tuple(seals))


def older_out(segment: Segment, asker: bytes) -> OlderRun:
    """A run that ends at a place the asker named."""
    wire = segment_out(segment, asker)
    return OlderRun(wire.node, wire.channel, wire.incarnation, wire.seq, wire.prev, wire.entries, wire.seals)


def run_out(entries: Sequence[Entry]) -> WireRun:
    """Consecutive entries of one journal as a loan holds them."""
    first = entries[0]
    return WireRun(
        first.journal.node,
        first.journal.incarnation,
        first.seq,
        b"" if first.seq == 1 else first.prev,
        [_entry_out(entry) for entry in entries],
    )


def run_in(wire: WireRun, channel: str) -> list[Entry]:
    """The inverse of `run_out`. Raises `EntryRefused` or `MessageRefused`."""
    if len(wire.prev) not in (0, DIGEST_BYTES):
        raise MessageRefused("prev: wrong length")
    journal = JournalId(wire.node, channel, wire.incarnation)
    seq, prev = wire.seq, wire.prev or NO_PREV
    entries: list[Entry] = []
    for one in wire.entries:
        entry = _entry_in(journal, seq, prev, one)
        entries.append(entry)
        seq, prev = seq + 1, entry.digest
    return entries


def _entry_in(journal: JournalId, seq: int, prev: bytes, wire: WireEntry) -> Entry:
    body: bytes | None = wire.body
    flags, after = wire.flags, wire.after
    if flags & PURGED:
        flags, body_hash, body = flags & ~PURGED, wire.body, None
    else:
        body_hash = sha256(wire.body).digest()
    if len(after) % AFTER_BYTES:
        raise EntryRefused("after: wrong length")
    names = tuple(after[i : i + AFTER_BYTES] for i in range(0, len(after), AFTER_BYTES)) if after else ()
    return Entry(
        journal, seq, prev, wire.kind, flags, wire.day, wire.dossier, names, wire.height, body_hash, body
    )
