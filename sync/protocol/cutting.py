"""Segments as they came, cut into what one short transaction admits."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from sync.journal.segments import Segment, cut
from sync.model.entry import EntryRefused, JournalId
from sync.protocol import limits
from sync.protocol.codec import MessageRefused, name_in, segment_in
from sync.protocol.messages import WireSegment


def pieces(
    wires: Sequence[WireSegment], node: bytes, refused: list[tuple[JournalId, str]]
) -> Iterator[list[Segment]]:
    """The segments of a message of `node`, cut at seals into pieces of about `limits.MAX_CHUNK` entries.

    What cannot be read is added to `refused`, with the reason, and blocks nothing else.
    """
    piece: list[Segment] = []
    size = 0
    for wire in wires:
        try:
            segment = segment_in(wire, node)
        except (EntryRefused, MessageRefused) as error:
            refused.append((name_in(wire, node), str(error)))
            continue
        for part in cut(segment, limits.MAX_CHUNK):
            if piece and size + len(part.entries) > limits.MAX_CHUNK:
                yield piece
                piece, size = [], 0
            piece.append(part)
            size += len(part.entries)
    if piece:
        yield piece


def downwards(segment: Segment, most: int) -> Iterator[Segment]:
    """A run in parts of up to `most` entries, the last part first."""
    end = len(segment.entries)
    while end:
        start = max(0, end - most)
        part = segment.entries[start:end]
        names = {entry.digest for entry in part}
        yield Segment(segment.journal, part, tuple(one for one in segment.seals if one.tip.digest in names))
        end = start
