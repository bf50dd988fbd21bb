"""Segments: a run of one journal's entries with its seals, the unit that travels and is admitted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import msgspec

from sync.identity.keys import NotGenuine
from sync.identity.seals import Seal, check_seal
from sync.model.entry import Entry, JournalId, Tip, decode_entry


class SegmentRefused(ValueError):
    """A run that cannot be proved authentic: broken chain, no or wrong seal. Names the reason."""


@dataclass(frozen=True, slots=True)
class Segment:
    """Entries of one journal, consecutive by `seq` and chained by `prev`; seals in order of seq.

    A sound segment ends with a seal, for a relay cuts only there.
    """

    journal: JournalId
    entries: tuple[Entry, ...]
    seals: tuple[Seal, ...]

    @property
    def tip(self) -> Tip:
        """The last entry's place."""
        return self.entries[-1].tip


def check_segment(segment: Segment, sign_key: bytes) -> None:
    """Raises `SegmentRefused` unless the run is chained and its last entry sealed by `sign_key`'s holder.

    Every seal is checked, for all are kept and any may later be where a relay cuts.
    """
    if not segment.entries:
        raise SegmentRefused("segment: empty")
    check_chain(segment.journal, segment.entries)
    if not segment.seals or segment.seals[-1].tip != segment.tip:
        raise SegmentRefused("segment: does not end with a seal")
    places = {entry.tip for entry in segment.entries}
    for one in segment.seals:
        if one.tip not in places:
            raise SegmentRefused("seal: of another entry")
    try:
        for one in segment.seals:
            check_seal(sign_key, segment.journal, one)
    except NotGenuine as error:
        raise SegmentRefused("seal: wrong signature") from error


def check_chain(journal: JournalId, entries: Sequence[Entry]) -> None:
    """Raises `SegmentRefused` unless the entries are one journal's and each follows the one before."""
    before: Entry | None = None
    for entry in entries:
        if entry.journal != journal:
            raise SegmentRefused("segment: entries of several journals")
        if before is not None and (entry.seq != before.seq + 1 or entry.prev != before.digest):
            raise SegmentRefused("segment: broken chain")
        before = entry


def pack_segment(segment: Segment) -> bytes:
    """A run as it is kept while it waits behind a gap."""
    return msgspec.msgpack.encode(
        (
            [(entry.envelope, entry.body) for entry in segment.entries],
            [(seal.tip.seq, seal.tip.digest, seal.signature) for seal in segment.seals],
        )
    )


def unpack_segment(journal: JournalId, raw: bytes) -> Segment:
    """The inverse of `pack_segment`."""
    entries, seals = msgspec.msgpack.decode(raw)
    return Segment(
        journal,
        tuple(decode_entry(envelope, body) for envelope, body in entries),
        tuple(Seal(Tip(seq, digest), signature) for seq, digest, signature in seals),
    )


def cut(segment: Segment, most: int) -> Iterator[Segment]:
    """The same run in parts of about `most` entries, each ending with a seal."""
    first = segment.entries[0].seq
    start, ends = 0, [one.tip.seq - first + 1 for one in segment.seals]
    seals = list(segment.seals)
    taken = 0
    for at, end in enumerate(ends):
        beyond = ends[at + 1] if at + 1 < len(ends) else len(segment.entries) + most
        if beyond - start > most and end > start:
            stop = end if at + 1 < len(ends) else len(segment.entries)
            yield Segment(segment.journal, segment.entries[start:stop], tuple(seals[taken : at + 1]))
            start, taken = stop, at + 1
    if start < len(segment.entries):
        yield Segment(segment.journal, segment.entries[start:], tuple(seals[taken:]))
