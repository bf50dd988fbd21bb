"""Carried entries: another entry's original bytes, inside an entry of the one who carries it.

A dossier lives in one channel; who may read another has what is written here carried there. The original
keeps its name (its digest), its journal and its place in the order, and counts once however often it is
carried; the carrier vouches for its writer's role. The text of a ``carried`` entry, big endian::

    u8 form=1 | u8 part, from 1 | u8 parts | 32 digest of the original | piece

and all pieces of an original, joined::

    u8 role (1 desk, 2 hub, 3 center) | u16+envelope | u8 body there (0: purged) | u16+body
    | 64 signature of the seal at this very entry, or nothing
"""

from __future__ import annotations

import struct
from collections import ChainMap
from collections.abc import Iterable, Iterator, Mapping, MutableMapping, Sequence
from dataclasses import dataclass, field
from typing import cast

from sync.model import kinds
from sync.model.entry import DIGEST_BYTES, Entry, EntryRefused, decode_entry

PIECE_BYTES = 15_000
"""Of the original in one carrying entry: with its envelope and salt it stays below the limit of entries."""
SIGNATURE_BYTES = 64
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
    or unreadable).
    """

    entries: list[Entry]
    found: dict[bytes, Original] = field(default_factory=dict)
    kept: list[Entry] = field(default_factory=list)

    def roles(self, roles: Mapping[bytes, str]) -> Mapping[bytes, str]:
        """The role of each writer: as this store knows it, else as the carrier says."""
        if not self.found:
            return roles
        said = {one.entry.journal.node: one.role for one in self.found.values()}
        return ChainMap(cast("MutableMapping[bytes, str]", roles), said)


def unpacked(entries: Iterable[Entry], roles: Mapping[bytes, str]) -> Unpacked:
    """The originals of a dossier's entries in one channel. A function of the set, whatever its order."""
    here: list[Entry] = []
    carriers: list[Entry] = []
    for entry in entries:
        (carriers if entry.kind == kinds.CARRIED else here).append(entry)
    made = Unpacked(here)
    if not carriers:
        return made
    held = {entry.digest for entry in here}
    pieces: dict[tuple[bytes, int], dict[int, bytes]] = {}
    bearers: dict[tuple[bytes, int], list[Entry]] = {}
    for entry in sorted(carriers, key=lambda one: one.order):
        text = entry.text
        if text is None or roles.get(entry.journal.node) not in kinds.KINDS[kinds.CARRIED].roles:
            made.kept.append(entry)
            continue
        try:
            form, number, parts, digest = _HEAD.unpack_from(text)
        except struct.error:
            form, number, parts, digest = 0, 0, 0, b""
        if form != 1 or not 1 <= number <= parts:
            made.kept.append(entry)
            continue
        pieces.setdefault((digest, parts), {}).setdefault(number, text[_HEAD.size :])
        bearers.setdefault((digest, parts), []).append(entry)
    for (digest, parts), some in pieces.items():
        if digest in held or digest in made.found or len(some) < parts:
            continue  # here itself, carried before, or not yet here whole
        bearer = bearers[digest, parts]
        try:
            one = _unwrapped(b"".join(some[at] for at in range(1, parts + 1)), digest, bearer[0].journal.node)
            if one.entry.dossier != bearer[0].dossier:
                raise NotCarried("original: of another dossier")
        except NotCarried:
            made.kept += bearer
            continue
        made.found[digest] = one
    made.entries += [one.entry for one in made.found.values()]
    return made


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
    """The names of all originals that a channel holds of a dossier."""
    return frozenset(entry.digest for entry in unpacked(entries, roles).entries)


assert _HEAD.size == 3 + DIGEST_BYTES
