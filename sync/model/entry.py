"""Entries: the only thing that is ever stored about a dossier, and their one encoding.

An entry is an envelope and a body. The envelope is strict binary, has exactly one encoding and
holds nothing personal; its SHA-256 is the entry's name. The body is bytes that are stored, passed
on and hashed as they came and never re-encoded; its SHA-256 stands in the envelope, so a purged
body leaves chains, seals and heads standing.

Envelope, big endian::

    u8 version=1 | u8 flags | u32 day | u32 height | u64 seq | 16 node | 8 incarnation
    | 32 prev | 32 SHA-256(body) | u8+channel | u8+kind | u8(0|16)+dossier | u8+8*n after

`day` is the proleptic ordinal of the date the writer wrote it on (`date.toordinal`); `after` are
the first 8 bytes of the dossier's latest entries the writer had seen, ascending, no doubles.
"""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import pairwise
from typing import NamedTuple

NODE_BYTES = 16
INCARNATION_BYTES = 8
DIGEST_BYTES = 32
DOSSIER_BYTES = 16
AFTER_BYTES = 8
SALT_BYTES = 16

MAX_ENTRY_BYTES = 16 * 1024
"""Envelope and body together; anything bigger is a blob named by digest."""
MAX_AFTER = 32
MAX_HEIGHT = 2**32 - 1
MAX_SEQ = 2**63 - 1

MUST_UNDERSTAND = 1
"""Flag: a program that does not know the kind must not act on the dossier."""
PERSONAL = 2
"""Flag: the body holds personal data and begins with 16 random bytes."""
KNOWN_FLAGS = MUST_UNDERSTAND | PERSONAL

NO_PREV = bytes(DIGEST_BYTES)

_CHANNEL = re.compile(r"(unit|all|audit):[0-9A-Z][0-9A-Z.]{0,39}\Z")
_KIND = re.compile(r"[a-z][a-z0-9_.]{0,31}\Z")
_FIXED = struct.Struct(">BBIIQ16s8s32s32s")


class EntryRefused(ValueError):
    """An envelope or a body that cannot be an entry; the text names the field."""


class JournalId(NamedTuple):
    """One writer's log: node (16 bytes), channel ("unit:H99.99.001"), incarnation (8 bytes)."""

    node: bytes
    channel: str
    incarnation: bytes


class Tip(NamedTuple):
    """A place in a journal: its seq and the digest of the entry there."""

    seq: int
    digest: bytes


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry; refuses to exist wrongly (`EntryRefused`). `body` is None once purged."""

    journal: JournalId
    seq: int
    prev: bytes
    kind: str
    flags: int
    day: int
    dossier: bytes
    after: tuple[bytes, ...]
    height: int
    body_hash: bytes
    body: bytes | None
    envelope: bytes = field(default=b"", repr=False, compare=False)
    digest: bytes = field(default=b"", compare=False)

    def __post_init__(self) -> None:
        if not self.envelope:
            _check(self)
            envelope = _encode(self)
            object.__setattr__(self, "envelope", envelope)
        object.__setattr__(self, "digest", sha256(self.envelope).digest())
        size = len(self.envelope)
        if self.body is not None:
            size += len(self.body)
            if sha256(self.body).digest() != self.body_hash:
                raise EntryRefused("body: does not hash to the envelope's digest")
            if self.flags & PERSONAL and len(self.body) < SALT_BYTES:
                raise EntryRefused("body: personal, but shorter than its salt")
        if size > MAX_ENTRY_BYTES:
            raise EntryRefused(f"entry: {size} bytes, more than {MAX_ENTRY_BYTES}")

    @property
    def tip(self) -> Tip:
        """The entry's place in its journal."""
        return Tip(self.seq, self.digest)

    @property
    def text(self) -> bytes | None:
        """The body without its salt; None when purged."""
        if self.body is None:
            return None
        return self.body[SALT_BYTES:] if self.flags & PERSONAL else self.body

    @property
    def order(self) -> tuple[int, bytes, bytes, int, bytes]:
        """The place of an entry in the fold of its dossier, without any clock."""
        return (self.height, self.journal.node, self.journal.incarnation, self.seq, self.digest)


def new_entry(  # noqa: PLR0913 - an entry's parts
    journal: JournalId,
    last: Tip | None,
    *,
    kind: str,
    body: bytes,
    day: int,
    flags: int = 0,
    dossier: bytes = b"",
    seen: Iterable[bytes] = (),
    height: int = 0,
) -> Entry:
    """The entry that follows `last` in `journal`. `seen`: digests of the dossier's latest entries."""
    return Entry(
        journal=journal,
        seq=last.seq + 1 if last else 1,
        prev=last.digest if last else NO_PREV,
        kind=kind,
        flags=flags,
        day=day,
        dossier=dossier,
        after=tuple(sorted({digest[:AFTER_BYTES] for digest in seen}))[:MAX_AFTER],
        height=min(height, MAX_HEIGHT),
        body_hash=sha256(body).digest(),
        body=body,
    )


def is_channel(text: str) -> bool:
    """Whether a text names a channel: ``unit:CODE``, ``all:CODE`` or ``audit:CODE``."""
    return bool(_CHANNEL.match(text))


def _check(entry: Entry) -> None:  # noqa: C901 - one line for each field
    node, channel, incarnation = entry.journal
    if len(node) != NODE_BYTES or len(incarnation) != INCARNATION_BYTES:
        raise EntryRefused("journal: wrong length of node or incarnation")
    if not _CHANNEL.match(channel):
        raise EntryRefused("journal: not a channel")
    if not _KIND.match(entry.kind):
        raise EntryRefused("kind: not a word of 1 to 32 letters")
    if entry.flags & ~KNOWN_FLAGS:
        raise EntryRefused("flags: unknown")
    if not 1 <= entry.seq <= MAX_SEQ:
        raise EntryRefused("seq: out of range")
    if len(entry.prev) != DIGEST_BYTES or (entry.seq == 1) != (entry.prev == NO_PREV):
        raise EntryRefused("prev: wrong for this seq")
    if not 1 <= entry.day <= 3652059:
        raise EntryRefused("day: out of range")
    if not 0 <= entry.height <= MAX_HEIGHT:
        raise EntryRefused("height: out of range")
    if len(entry.dossier) not in (0, DOSSIER_BYTES):
        raise EntryRefused("dossier: wrong length")
    if len(entry.body_hash) != DIGEST_BYTES:
        raise EntryRefused("body digest: wrong length")
    after = entry.after
    if len(after) > MAX_AFTER or any(len(one) != AFTER_BYTES for one in after):
        raise EntryRefused("after: wrong count or length")
    if any(a >= b for a, b in pairwise(after)):
        raise EntryRefused("after: not ascending")


def _encode(entry: Entry) -> bytes:
    node, channel, incarnation = entry.journal
    name, kind = channel.encode("ascii"), entry.kind.encode("ascii")
    return b"".join(
        (
            _FIXED.pack(
                1,
                entry.flags,
                entry.day,
                entry.height,
                entry.seq,
                node,
                incarnation,
                entry.prev,
                entry.body_hash,
            ),
            bytes((len(name),)),
            name,
            bytes((len(kind),)),
            kind,
            bytes((len(entry.dossier),)),
            entry.dossier,
            bytes((len(entry.after),)),
            *entry.after,
        )
    )


def decode_entry(envelope: bytes, body: bytes | None) -> Entry:
    """The entry of an envelope and its body. Raises `EntryRefused` on anything but its one encoding."""
    try:
        version, flags, day, height, seq, node, incarnation, prev, body_hash = _FIXED.unpack_from(envelope)
        if version != 1:
            raise EntryRefused("envelope: unknown version")
        at = _FIXED.size
        parts: list[bytes] = []
        for step in (1, 1, 1, AFTER_BYTES):
            size = envelope[at] * step
            part = envelope[at + 1 : at + 1 + size]
            if len(part) != size:
                raise EntryRefused("envelope: truncated")
            parts.append(part)
            at += 1 + size
        if at != len(envelope):
            raise EntryRefused("envelope: trailing bytes")
        channel, kind = parts[0].decode("ascii"), parts[1].decode("ascii")
    except (struct.error, IndexError, UnicodeDecodeError) as error:
        raise EntryRefused("envelope: truncated or not text") from error
    after = tuple(parts[3][i : i + AFTER_BYTES] for i in range(0, len(parts[3]), AFTER_BYTES))
    return Entry(
        JournalId(node, channel, incarnation),
        seq,
        prev,
        kind,
        flags,
        day,
        parts[2],
        after,
        height,
        body_hash,
        body,
    )


def trusted_entry(envelope: bytes, body: bytes | None) -> Entry:
    """An entry from our own store, whose page HMACs and chain stand for it: nothing is checked.

    A body that was damaged after all is for the fold to flag and for `verify` to name.
    """
    _version, flags, day, height, seq, node, incarnation, prev, body_hash = _FIXED.unpack_from(envelope)
    at = _FIXED.size
    size = envelope[at]
    channel = envelope[at + 1 : at + 1 + size].decode("ascii")
    at += 1 + size
    size = envelope[at]
    kind = envelope[at + 1 : at + 1 + size].decode("ascii")
    at += 1 + size
    size = envelope[at]
    dossier = envelope[at + 1 : at + 1 + size]
    raw = envelope[at + 2 + size :]
    after = tuple(raw[i : i + AFTER_BYTES] for i in range(0, len(raw), AFTER_BYTES)) if raw else ()
    entry = object.__new__(Entry)
    for name, value in (
        ("journal", JournalId(node, channel, incarnation)),
        ("seq", seq),
        ("prev", prev),
        ("kind", kind),
        ("flags", flags),
        ("day", day),
        ("dossier", dossier),
        ("after", after),
        ("height", height),
        ("body_hash", body_hash),
        ("body", body),
        ("envelope", envelope),
        ("digest", sha256(envelope).digest()),
    ):
        object.__setattr__(entry, name, value)
    return entry
