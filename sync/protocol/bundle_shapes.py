"""What stands in a bundle: its head in clear, its manifest and its cargo. See PROTOCOL.md, "Bundles"."""

from __future__ import annotations

from typing import Annotated

import msgspec
from msgspec import Meta

from sync.identity.parcels import WRAPPED_BYTES
from sync.protocol import limits
from sync.protocol.messages import (
    Channel,
    Condition,
    Key,
    Loan,
    Node,
    OlderRun,
    PointsList,
    RawCertificate,
    Root,
    Seconds,
    SegmentList,
    Text,
)

DIGEST_BYTES = 32


class _Wire(msgspec.Struct, array_like=True, frozen=True):
    """An array in a bundle; fields may only be added at the end, with a default."""


class Wrap(_Wire, frozen=True):
    """The content key for one node."""

    node: Annotated[bytes, Meta(min_length=16, max_length=16)]
    key: Annotated[bytes, Meta(min_length=WRAPPED_BYTES, max_length=WRAPPED_BYTES)]


class Head(_Wire, frozen=True):
    """What stands in clear: the maker's keys and certificate (empty: a center), and for whom it is."""

    sign: Key
    seal: Key
    certificate: RawCertificate
    ephemeral: Key
    wraps: Annotated[list[Wrap], Meta(min_length=1, max_length=limits.MAX_WRAPS)]


ScanName = Annotated[bytes, Meta(min_length=32, max_length=32)]
ScanNames = Annotated[list[ScanName], Meta(max_length=limits.MAX_BUNDLE_SCANS)]


class ChannelHeads(_Wire, frozen=True):
    """Where the maker stands in a channel that it reads."""

    channel: Channel
    root: Root
    points: PointsList


class Manifest(_Wire, frozen=True):
    """What a bundle holds. An empty node stands for the maker.

    `unit` is the unit it is about; `answers` the id of the bundle that it answers (empty: none), `to` then
    the node that made that one. `entries` and `dossiers` are counts of what the cargo holds; `more`: not
    everything fitted. The cargo holds `scans` whole files of `scan_bytes`; `scans_left` found no room, and
    those `scans_missing` should be at the maker and are not, or not whole. The maker asks which of
    `scans_asked` are held and would like to be brought `scans_lacked`; an answer says which it holds
    (`scans_held`) and which it lacks (`scans_wanted`). `receipts` are whole, as kept; `wants` are what the
    maker lacks; `own` are heads of its journals in channels not among `channels`.
    """

    program: Text
    time: Seconds
    unit: Annotated[str, Meta(max_length=limits.MAX_CHANNEL)]
    role: Annotated[str, Meta(max_length=limits.MAX_KIND)]
    desk: Annotated[int, Meta(ge=0, le=999)]
    to: Node
    answers: Annotated[bytes, Meta(max_length=DIGEST_BYTES)]
    channels: Annotated[list[ChannelHeads], Meta(max_length=limits.MAX_CHANNELS)]
    own: PointsList
    wants: PointsList
    receipts: Annotated[
        list[Annotated[bytes, Meta(max_length=limits.MAX_RECEIPT)]], Meta(max_length=limits.MAX_RECEIPTS)
    ]
    entries: Annotated[int, Meta(ge=0)]
    dossiers: Annotated[int, Meta(ge=0)]
    more: bool = False
    scans: Annotated[int, Meta(ge=0)] = 0
    scan_bytes: Annotated[int, Meta(ge=0)] = 0
    scans_left: Annotated[int, Meta(ge=0)] = 0
    scans_missing: ScanNames = []
    scans_asked: ScanNames = []
    scans_held: ScanNames = []
    scans_wanted: ScanNames = []
    scans_lacked: ScanNames = []


class ScanPart(_Wire, frozen=True):
    """Some bytes of a scan's file of `length` bytes; parts of a file follow one another, the first at 0."""

    name: ScanName
    length: Annotated[int, Meta(ge=1, le=limits.MAX_SCAN)]
    offset: Annotated[int, Meta(ge=0, le=limits.MAX_SCAN)]
    content: Annotated[bytes, Meta(min_length=1, max_length=limits.MAX_SCAN_PART)]


class Cargo(_Wire, frozen=True):
    """Some of what a bundle carries: entries, and behind all of them scans."""

    segments: SegmentList
    scans: Annotated[list[ScanPart], Meta(max_length=limits.MAX_BUNDLE_SCANS)] = []


class HistoryManifest(Manifest, frozen=True):
    """A manifest as it is read. `history`: the bundle holds a channel's checkpoint and all that is older.
    `conditions`: how the maker stood when it was made, as a request says it (PROTOCOL.md, 6.1)."""

    history: bool = False
    conditions: Annotated[list[Condition], Meta(max_length=limits.MAX_RELAYED)] = []


class HistoryCargo(Cargo, frozen=True):
    """Cargo as it is read: of a history, pieces of a checkpoint, then runs from its heads downwards."""

    loans: Annotated[list[Loan], Meta(max_length=limits.MAX_CHANNELS)] = []
    fills: Annotated[list[OlderRun], Meta(max_length=limits.MAX_SEGMENTS)] = []
