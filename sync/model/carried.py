"""Carried entries: another entry's original bytes, inside an entry of the one who carries it.

A dossier lives in one channel; who may read another has what is written here carried there. The original
keeps its name (its digest), its journal and its place in the order, and counts once however often it is
carried; the carrier vouches for its writer's role. The text of a ``carried`` entry, big endian::

    u8 form=1 | u8 part, from 1 | u8 parts | 32 digest of the original | piece

and all pieces of an original, joined::

    u8 role (1 desk, 2 hub, 3 center) | u16+envelope | u8 body there (0: purged) | u16+body
    | 64 signature of the seal at this very entry, or nothing

Most entries stand before a seal and not at one. A `Way` leads there; it is carried under a part and a number
of parts that no original has (255 of 255), which who does not know it takes for an original not yet whole::

    u8 steps | steps times u16+(envelope without its prev) | 64 signature of the seal at the last step
"""

from __future__ import annotations

import struct
from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence, Set
from dataclasses import dataclass, field
from typing import cast

from sync.model import kinds
from sync.model.entry import DIGEST_BYTES, Entry, EntryRefused, Tip, decode_entry
from sync.model.recalled import turns

PIECE_BYTES = 15_000
"""Of the original in one carrying entry: with its envelope and salt it stays below the limit of entries."""
SIGNATURE_BYTES = 64
MAX_STEPS = 64
"""From an entry to the seal behind it: writers seal every 16 entries, senders may leave out some seals."""
_WAY_PART = 255
_PREV = slice(42, 42 + DIGEST_BYTES)
"""Where an envelope names its predecessor."""
_HEAD = struct.Struct(">BBB32s")
_ROLES = {1: kinds.DESK, 2: kinds.HUB, 3: kinds.CENTER}
_CODES = {role: code for code, role in _ROLES.items()}


class NotCarried(ValueError):
    """The text of a ``carried`` entry that is none; the words name the field."""


@dataclass(frozen=True, slots=True)
class Original:
    """An entry as it was carried here: its writer's role, the seal's signature at it (or empty), and the node
    that carried it (empty: it is here itself)."""

    entry: Entry
    role: str
    signature: bytes = b""
    carrier: bytes = b""


def carried_texts(one: Original) -> list[bytes]:
    """The texts of the entries that carry an original, one for each piece."""
    entry, body = one.entry, one.entry.body
    whole = b"".join(
        (
            bytes((_CODES[one.role],)),
            len(entry.envelope).to_bytes(2, "big"),
            entry.envelope,
            bytes((body is not None,)),
            len(body or b"").to_bytes(2, "big"),
            body or b"",
            one.signature,
        )
    )
    pieces = [whole[at : at + PIECE_BYTES] for at in range(0, len(whole), PIECE_BYTES)]
    return [
        _HEAD.pack(1, number, len(pieces), entry.digest) + piece
        for number, piece in enumerate(pieces, start=1)
    ]


@dataclass(frozen=True, slots=True)
class Way:
    """From an entry along its journal to a seal: the places on the way, the sealed one last; `raw` is how it
    was carried."""

    places: tuple[Tip, ...]
    signature: bytes
    raw: bytes = field(default=b"", repr=False)

    @property
    def text(self) -> bytes:
        """The text of an entry that carries it on."""
        return _HEAD.pack(1, _WAY_PART, _WAY_PART, self.places[0].digest) + self.raw


@dataclass(frozen=True, slots=True)
class Proofs:
    """What a store could prove of originals, by digest: `proved` are their writers' own, `refused` are not.

    What is in neither stands on the word of the center that carried it.
    """

    proved: frozenset[bytes] = frozenset()
    refused: frozenset[bytes] = frozenset()


def way_text(digest: bytes, steps: Sequence[Entry], signature: bytes) -> bytes:
    """The text of the entry that carries the way from an original to a seal; `steps` follow the original."""
    shorts = (one.envelope[: _PREV.start] + one.envelope[_PREV.stop :] for one in steps)
    path = b"".join(len(short).to_bytes(2, "big") + short for short in shorts)
    return _HEAD.pack(1, _WAY_PART, _WAY_PART, digest) + bytes((len(steps),)) + path + signature


def _way_in(entry: Entry, raw: bytes) -> Way | None:
    """The way that leads on from an entry, its seal not looked at; None for bytes that are none."""
    places, journal, at = [entry.tip], entry.journal, 1
    try:
        for _step in range(raw[0]):
            size = int.from_bytes(raw[at : at + 2], "big")
            short, at = raw[at + 2 : at + 2 + size], at + 2 + size
            last = places[-1]
            step = decode_entry(short[: _PREV.start] + last.digest + short[_PREV.start :], None)
            if (step.journal, step.seq) != (journal, last.seq + 1):
                return None
            places.append(step.tip)
    except (IndexError, EntryRefused):
        return None
    signature = raw[at:]
    if not 1 < len(places) <= MAX_STEPS + 1 or len(signature) != SIGNATURE_BYTES:
        return None
    return Way(tuple(places), signature, raw)


def _unwrapped(whole: bytes, digest: bytes, carrier: bytes) -> Original:
    try:
        role, size = _ROLES[whole[0]], int.from_bytes(whole[1:3], "big")
        at = 3 + size
        envelope, there = whole[3:at], whole[at]
        size = int.from_bytes(whole[at + 1 : at + 3], "big")
        body, rest = whole[at + 3 : at + 3 + size], whole[at + 3 + size :]
        if there not in (0, 1) or len(body) != size or len(rest) not in (0, SIGNATURE_BYTES):
            raise NotCarried("original: cut")
        entry = decode_entry(envelope, body if there else None)
    except (IndexError, KeyError, EntryRefused) as error:
        raise NotCarried("original: unreadable") from error
    if entry.digest != digest or entry.kind == kinds.CARRIED:
        raise NotCarried("original: another than was named")
    return Original(entry, role, rest, carrier)


@dataclass(slots=True)
class Unpacked:
    """The entries of a dossier with the carried ones as they were written.

    `entries` are the originals, each once; `found` those of them that are here only because they were
    carried, by digest; `kept` the ``carried`` entries that are without effect (of a role that may not carry,
    or unreadable) and `forged` those whose original is not genuine. `recalled` were carried here and do not
    count now. `ways` lead from originals in `found` to the seals behind them.
    """

    entries: list[Entry]
    found: dict[bytes, Original] = field(default_factory=dict)
    kept: list[Entry] = field(default_factory=list)
    forged: list[Entry] = field(default_factory=list)
    recalled: dict[bytes, Original] = field(default_factory=dict)
    ways: dict[bytes, list[Way]] = field(default_factory=dict)

    def roles(self, roles: Mapping[bytes, str]) -> Mapping[bytes, str]:
        """The role of each writer: as this store knows it, else as the carrier says."""
        if not self.found:
            return roles
        said = {one.entry.journal.node: one.role for one in self.found.values()}
        return ChainMap(cast("MutableMapping[bytes, str]", roles), said)


@dataclass(slots=True)
class _Pieces:
    """What carriers hold, by (digest, number of parts): their pieces and themselves; ways by digest."""

    pieces: dict[tuple[bytes, int], dict[int, bytes]] = field(default_factory=dict)
    bearers: dict[tuple[bytes, int], list[Entry]] = field(default_factory=dict)
    ways: dict[bytes, list[bytes]] = field(default_factory=dict)

    def take(self, entry: Entry, text: bytes) -> bool:
        """Whether it is a piece of something."""
        try:
            form, number, parts, digest = _HEAD.unpack_from(text)
        except struct.error:
            return False
        if form != 1 or not 1 <= number <= parts:
            return False
        if parts == _WAY_PART:
            self.ways.setdefault(digest, []).append(text[_HEAD.size :])
            return True
        self.pieces.setdefault((digest, parts), {}).setdefault(number, text[_HEAD.size :])
        self.bearers.setdefault((digest, parts), []).append(entry)
        return True


def unpacked(
    entries: Iterable[Entry], roles: Mapping[bytes, str], refused: Set[bytes] = frozenset()
) -> Unpacked:
    """The originals of a dossier's entries in one channel. A function of the set, whatever its order.

    `refused` are originals known not to be genuine.
    """
    here: list[Entry] = []
    carriers: list[Entry] = []
    for entry in entries:
        (carriers if entry.kind == kinds.CARRIED else here).append(entry)
    made = Unpacked(here)
    if not carriers:
        return made
    held = {entry.digest for entry in here}
    some = _Pieces()
    for entry in sorted(carriers, key=lambda one: one.order):
        text = entry.text
        may = roles.get(entry.journal.node) in kinds.KINDS[kinds.CARRIED].roles
        if text is None or not may or not some.take(entry, text):
            made.kept.append(entry)
    for (digest, parts), there in some.pieces.items():
        if digest in held or digest in made.found or len(there) < parts:
            continue  # here itself, carried before, or not yet here whole
        bearers = some.bearers[digest, parts]
        try:
            whole = b"".join(there[at] for at in range(1, parts + 1))
            one = _unwrapped(whole, digest, bearers[0].journal.node)
            if one.entry.dossier != bearers[0].dossier:
                raise NotCarried("original: of another dossier")
        except NotCarried:
            made.kept += bearers
            continue
        if digest in refused:
            made.forged += bearers
            continue
        made.found[digest] = one
    made.ways = {
        digest: [way for raw in some.ways.get(digest, ()) if (way := _way_in(one.entry, raw)) is not None]
        for digest, one in made.found.items()
    }
    _recall(made, roles)
    made.entries += [one.entry for one in made.found.values()]
    return made


def _recall(made: Unpacked, roles: Mapping[bytes, str]) -> None:
    """Leaves out what was carried here and its carrier took back."""
    every = [*made.entries, *(one.entry for one in made.found.values())]
    last = turns(every, made.roles(roles))
    made.recalled = {digest: one for digest, one in made.found.items() if last.get(digest, 0) % 2}
    for digest in made.recalled:
        del made.found[digest]


def originals(
    entries: Sequence[Entry], roles: Mapping[bytes, str], signature: Mapping[bytes, bytes]
) -> Iterator[Original]:
    """All that a channel holds of a dossier, ready to be carried on; `signature` of the seals by digest.

    An entry whose writer's role is not known here is left out: nobody could vouch for it.
    """
    made = unpacked(entries, roles)
    for entry in made.entries:
        carried = made.found.get(entry.digest)
        role = carried.role if carried else roles.get(entry.journal.node)
        if role is not None:
            yield carried or Original(entry, role, signature.get(entry.digest, b""))


def digests_in(entries: Sequence[Entry], roles: Mapping[bytes, str]) -> frozenset[bytes]:
    """The names of all originals that a channel holds of a dossier, also of those that do not count now."""
    made = unpacked(entries, roles)
    return frozenset((*(entry.digest for entry in made.entries), *made.recalled))


assert _HEAD.size == 3 + DIGEST_BYTES
