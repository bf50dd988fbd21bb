"""What a bundle is filled with: all that the upstream is not known to hold, and the receipts known here.

No sequence of bundles is required: each holds everything beyond the receipt in force, so one that is lost,
late or repeated does no harm, and what the network delivered meanwhile is simply not in the next.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

import msgspec

from sync.identity.keys import NodeKeys, PublicKeys
from sync.journal.bounds import revoked_nodes
from sync.journal.ledger import Ledger
from sync.journal.own import PROGRAM
from sync.journal.port import JournalStore, NodeRecord
from sync.journal.quarantine import quarantined_runs
from sync.journal.segments import Segment, cut
from sync.model import kinds
from sync.model.entry import JournalId, Tip
from sync.model.heads import root_of
from sync.protocol import limits
from sync.protocol.asking import NotEnrolled, note_key
from sync.protocol.bundles import Chance, ChannelHeads, HistoryManifest, Manifest, write_bundle
from sync.protocol.codec import points_in, points_out, segment_out
from sync.protocol.messages import Condition, JournalPoints, WireSegment
from sync.protocol.peers import held_places, kept_points
from sync.protocol.receipts import latest_receipt, own_journals
from sync.protocol.stick_scans import NOTHING, Chosen, ScanLoad, choose, in_parts

PART_BYTES = 1024 * 1024
"""Bytes of entries in one piece of cargo."""
MOST_BYTES = 1_900_000_000
"""Bytes of entries in a bundle; compression only makes them fewer, so the file stays below its limit."""
_EXPORTS = 4
"""So many of the last bundles made here are recognised when an answer comes home."""

Targets = Mapping[JournalId, frozenset[Tip]]
Rows = Sequence[tuple[int, JournalId]]


@dataclass(frozen=True, slots=True)
class Packed:
    """A bundle that was written: its id, and what its manifest says."""

    id: bytes
    manifest: Manifest


class _Export(msgspec.Struct, array_like=True, frozen=True):
    """A bundle made here, and how many answers had been heard then."""

    id: bytes
    heard: bytes


def carried_key(center: bytes) -> str:
    """The note of journals that came by stick and that the center may not have, with where they begin."""
    return f"carried:{center.hex()}"


def recipients(ledger: Ledger, unit: str) -> list[PublicKeys]:
    """Every node of the unit known here, hubs among them and the revoked left out, and the centers above."""
    found: dict[bytes, PublicKeys] = dict(ledger.trusted)
    for node in ledger.rows.roles():
        record = ledger.rows.node(node)
        if record is None or ledger.bounds(node) is not None:
            continue
        if record.unit == unit or record.role == kinds.CENTER:
            found[node] = record.keys
    return [found[node] for node in sorted(found)][: limits.MAX_WRAPS]


def pack_bundle(  # noqa: PLR0913 (what a bundle is made of)
    store: JournalStore,
    keys: NodeKeys,
    receiver: PublicKeys,
    now: datetime,
    file: BinaryIO,
    *,
    most: int = MOST_BYTES,
    entropy: Chance = os.urandom,
    load: ScanLoad = NOTHING,
    conditions: Sequence[Condition] = (),
) -> Packed:
    """Writes the bundle for `receiver`, our upstream, into `file`; scans of `load` behind the entries.
    `conditions` say how we stand.

    `most` bytes of entries at most; the rest waits for the next. Raises `NotEnrolled` while the store has
    no certificate of `keys`' node.
    """
    with store.snapshot() as ledger:
        record = ledger.rows.node(keys.node)
        if record is None or not record.certificate:
            raise NotEnrolled("no certificate")
        targets = _targets(ledger, keys.node, receiver.node)
        manifest = _manifest(ledger, record, receiver.node, now)
        manifest = counted(ledger, targets, manifest, most, _aside(ledger, keys.node))
        chosen = chosen_for(ledger, targets, most, load, _aside(ledger, keys.node))
        manifest = with_scans(manifest, load, chosen)
        said = list(conditions)[: limits.MAX_RELAYED]
        manifest = HistoryManifest(**msgspec.structs.asdict(manifest), conditions=said)
        heard = ledger.rows.note(note_key("heard", receiver.node)) or b""
        made = write_bundle(
            file,
            keys,
            record.certificate,
            recipients(ledger, record.unit),
            manifest,
            wired(cargo(ledger, targets, most, _aside(ledger, keys.node)), keys.node),
            entropy,
            in_parts(load, chosen),
        )
    with store.transaction() as ledger:
        exports = [*_exports(ledger, receiver.node), _Export(made, heard)][-_EXPORTS:]
        ledger.rows.put_note(note_key("sticks", receiver.node), msgspec.msgpack.encode(exports))
    return Packed(made, manifest)


def _exports(ledger: Ledger, center: bytes) -> list[_Export]:
    raw = ledger.rows.note(note_key("sticks", center))
    try:
        return msgspec.msgpack.decode(raw, type=list[_Export]) if raw else []
    except msgspec.DecodeError:
        return []


def answers_the_latest(ledger: Ledger, center: bytes, answered: bytes) -> bool:
    """Whether a bundle made here is answered, and nothing was heard of the center since it was made."""
    heard = ledger.rows.note(note_key("heard", center)) or b""
    return any((one.id, one.heard) == (answered, heard) for one in _exports(ledger, center))


def _targets(ledger: Ledger, node: bytes, center: bytes) -> dict[JournalId, frozenset[Tip]]:
    """The journals to carry, and the places beyond which; no places: from the first entry."""
    receipt = latest_receipt(ledger, center)
    targets: dict[JournalId, frozenset[Tip]] = {}
    for row, journal in own_journals(ledger, node):
        told = receipt.heads.get(journal, frozenset()) if receipt else frozenset()
        if ledger.rows.tips(row) != told:
            targets[journal] = held_places(ledger, journal, told)
    for note in (note_key("wanted", center), carried_key(center)):
        for journal, places in points_in(kept_points(ledger, note), node).items():
            if journal.node != node:  # for our own the receipt tells
                held = held_places(ledger, journal, places)
                targets[journal] = targets.get(journal, held) & held  # known either way: more, never less
    return targets


def _aside(ledger: Ledger, node: bytes) -> Rows:
    """The journals of which something is in quarantine here, to be carried up."""
    found = [one for one in revoked_nodes(ledger.rows) if one != node and ledger.rows.quarantined_bytes(one)]
    return [pair for one in found for pair in own_journals(ledger, one)]


def cargo(ledger: Ledger, targets: Targets, most: int, aside: Rows = ()) -> Iterator[Segment]:
    """The runs beyond the places, centers' journals first and audit last, up to `most` bytes.

    Behind them what is in quarantine of the journals `aside`, which goes to an upstream only.
    """

    def urgency(journal: JournalId) -> tuple[bool, bool, JournalId]:
        return journal.channel.startswith("audit:"), journal.node not in ledger.trusted, journal

    for journal in sorted(targets, key=urgency):
        known, left = list(targets[journal]), True
        while left:
            if most <= 0:
                return
            runs, left = ledger.beyond(journal, known, min(PART_BYTES, most))
            left = left and bool(runs)
            for run in runs:
                most -= size_of(run)
                known.append(run.tip)
                yield run
    for row, journal in aside:
        for run in quarantined_runs(ledger, row, journal, ()):
            for part in cut(run, limits.MAX_CHUNK):
                most -= size_of(part)
                if most <= 0:
                    return
                yield part


def size_of(run: Segment) -> int:
    """Bytes of a run's entries."""
    return sum(len(one.envelope) + len(one.body or b"") for one in run.entries)


def counted(ledger: Ledger, targets: Targets, manifest: Manifest, most: int, aside: Rows = ()) -> Manifest:
    """The manifest with what the cargo will hold."""
    entries, dossiers, reached = 0, set(), dict[JournalId, list[Tip]]()
    for run in cargo(ledger, targets, most, aside):
        entries += len(run.entries)
        dossiers |= {(run.journal.channel, one.dossier) for one in run.entries if one.dossier}
        reached.setdefault(run.journal, list(targets.get(run.journal, ()))).append(run.tip)
    more = any(ledger.beyond(one, reached.get(one, targets[one]), 1)[0] for one in targets)
    return msgspec.structs.replace(manifest, entries=entries, dossiers=len(dossiers), more=more)


def chosen_for(ledger: Ledger, targets: Targets, most: int, load: ScanLoad, aside: Rows = ()) -> Chosen:
    """The scans that fit behind the entries."""
    if not load.offered:
        return Chosen()
    used = sum(size_of(run) for run in cargo(ledger, targets, most, aside))
    return choose(load, min(MOST_BYTES, load.room) - used)


def with_scans(manifest: Manifest, load: ScanLoad, chosen: Chosen) -> Manifest:
    """The manifest with what is said of scans."""
    most = limits.MAX_BUNDLE_SCANS
    return msgspec.structs.replace(
        manifest,
        scans=len(chosen.files),
        scan_bytes=sum(length for _name, length in chosen.files),
        scans_left=chosen.left,
        scans_missing=list(chosen.missing),
        scans_asked=list(load.asked)[:most],
        scans_held=list(load.held)[:most],
        scans_wanted=list(load.wanted)[:most],
        scans_lacked=list(load.lacks)[:most],
    )


def wired(runs: Iterable[Segment], maker: bytes) -> Iterator[list[WireSegment]]:
    """Runs as they travel, in pieces; one at least, for a bundle's last piece is marked."""
    piece: list[WireSegment] = []
    size = 0
    for run in runs:
        if piece and size + size_of(run) > PART_BYTES:
            yield piece
            piece, size = [], 0
        piece.append(segment_out(run, maker))
        size += size_of(run)
    yield piece


def channel_heads(ledger: Ledger, channels: Iterable[str], maker: bytes) -> list[ChannelHeads]:
    """Where we stand in channels."""
    found = []
    for channel in sorted(set(channels)):
        heads = ledger.heads(channel)
        points = [points_out(journal, heads[journal], maker) for journal in sorted(heads)]
        found.append(ChannelHeads(channel, root_of(heads), points[: limits.MAX_POINTS]))
    return found


def _manifest(ledger: Ledger, record: NodeRecord, center: bytes, now: datetime) -> Manifest:
    own: list[JournalPoints] = [
        points_out(journal, ledger.rows.tips(row), record.node)
        for row, journal in own_journals(ledger, record.node)
        if journal.channel not in record.reads
    ]
    receipt = latest_receipt(ledger, center)
    others = [raw for _key, raw in ledger.rows.notes("receipt-of:")]
    receipts = ([receipt.encode()] if receipt else []) + others
    return Manifest(
        program=PROGRAM,
        time=max(0, int(now.timestamp())),
        unit=record.unit,
        role=record.role,
        desk=record.desk,
        to=b"",
        answers=b"",
        channels=channel_heads(ledger, record.reads, record.node),
        own=own,
        wants=[],
        receipts=[raw for raw in receipts if len(raw) <= limits.MAX_RECEIPT][: limits.MAX_RECEIPTS],
        entries=0,
        dossiers=0,
    )
