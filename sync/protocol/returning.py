"""A center's side of the stick: takes a bundle in and makes the answer that goes home with it.

The same rules as an exchange: what its maker is given follows from its certificate as we hold it, and the
receipt is committed with the entries before the answer is written.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import BinaryIO

from sync.identity.keys import NodeKeys, PublicKeys
from sync.journal.ledger import Ledger
from sync.journal.own import PROGRAM
from sync.journal.port import JournalStore, NodeRecord
from sync.model import kinds
from sync.model.entry import JournalId, Tip
from sync.model.heads import root_of
from sync.protocol import limits
from sync.protocol.answering import AfterAdmit, Visit, forget_incarnation
from sync.protocol.bundles import Bundle, BundleReader, Chance, Manifest, write_bundle
from sync.protocol.carrying import (
    MOST_BYTES,
    Packed,
    cargo,
    channel_heads,
    chosen_for,
    counted,
    wired,
    with_scans,
)
from sync.protocol.codec import points_in, points_out
from sync.protocol.messages import JournalPoints
from sync.protocol.peers import held_places, notice_fork, remember
from sync.protocol.receipts import Receipt, sign_receipt
from sync.protocol.stick_scans import NOTHING, ScanLoad, ScanSink, ScanTaking, in_parts
from sync.protocol.unloading import Unloaded, introduced, unload

Places = Mapping[JournalId, frozenset[Tip]]


@dataclass(frozen=True, slots=True)
class Received:
    """A bundle as a center took it in, with what the answer says; `visit` is for its own bookkeeping.

    `whole`: the maker stands nowhere that is not known here. `revoked`: what it brought was taken in, each
    entry on its side of the bound, and it gets no answer.
    """

    bundle: Bundle
    record: NodeRecord
    taken: Unloaded
    visit: Visit
    receipts: tuple[Receipt, ...]
    wants: tuple[JournalPoints, ...]
    whole: bool
    revoked: bool = False


def receive_bundle(
    store: JournalStore,
    keys: NodeKeys,
    reader: BundleReader,
    now: datetime,
    after_admit: AfterAdmit | None = None,
    entropy: Chance = os.urandom,
    sink_for: Callable[[NodeRecord], ScanSink] | None = None,
) -> Received:
    """Takes a bundle in at a center; all that the answer will say is committed. Raises `BundleRefused`.

    `sink_for` the maker takes the scans; a revoked one may bring none.
    """
    bundle, taken = reader.bundle, Unloaded()
    with store.transaction() as ledger:
        record = introduced(ledger, bundle)
        revoked = ledger.bounds(record.node) is not None
    if sink_for is not None and not revoked:
        taken.scans = ScanTaking(sink_for(record))
    unload(store, reader, record, taken, reads=None, own=keys)
    visit = Visit(record, bundle.manifest.program, bundle.manifest.time, int(now.timestamp()))
    visit.scans = tuple(dict.fromkeys(bundle.manifest.scans_asked))
    visit.conditions, visit.made = tuple(bundle.manifest.conditions), bundle.manifest.time
    visit.admitted, visit.parked = taken.received, taken.parked
    visit.forked, visit.dossiers, visit.refused = taken.forked, taken.dossiers, taken.refused
    with store.transaction() as ledger:
        if ledger.bounds(record.node) is not None:
            return Received(bundle, record, taken, visit, (), (), whole=False, revoked=True)
        theirs = _theirs(bundle, record)
        for channel in sorted({journal.channel for journal in theirs}):
            ledger.rows.lock(channel)
        for journal, tips in theirs.items():
            if notice_fork(ledger, keys, journal, tips):
                forget_incarnation(ledger)
                taken.forks.add(journal.channel)
        if after_admit is not None:
            after_admit(ledger, visit)
        wants = _wants(ledger, record, theirs)
        receipts = tuple(
            _receipt(ledger, keys, one, visit.time, entropy) for one in _writers(ledger, record, taken)
        )
        for one in bundle.manifest.channels:
            if one.channel in record.reads:
                _know(ledger, record.node, one.channel, theirs)
        whole = not bundle.manifest.more and all(
            held_places(ledger, *one) == one[1] for one in theirs.items()
        )
    return Received(bundle, record, taken, visit, receipts, tuple(wants), whole)


def pack_answer(  # noqa: PLR0913 - one for each thing that is handed in
    store: JournalStore,
    keys: NodeKeys,
    received: Received,
    receivers: Iterable[PublicKeys],
    now: datetime,
    file: BinaryIO,
    *,
    most: int = MOST_BYTES,
    entropy: Chance = os.urandom,
    load: ScanLoad = NOTHING,
) -> Packed:
    """Writes the answer: the receipts, what the maker lacks of the channels it reads, and what we want.

    `load`: the scans it would like to be brought, and what is said of those it asked about.
    """
    record, bundle = received.record, received.bundle
    theirs = _theirs(bundle, record)
    with store.snapshot() as ledger:
        named = [one.channel for one in bundle.manifest.channels if one.channel in record.reads]
        targets = _lacking(ledger, named, theirs)
        manifest = Manifest(
            program=PROGRAM,
            time=max(0, int(now.timestamp())),
            unit=record.unit,
            role=kinds.CENTER,
            desk=0,
            to=record.node,
            answers=bundle.id,
            channels=channel_heads(ledger, named, keys.node),
            own=[],
            wants=list(received.wants),
            receipts=[one.encode() for one in received.receipts][: limits.MAX_RECEIPTS],
            entries=0,
            dossiers=0,
        )
        manifest = counted(ledger, targets, manifest, most)
        chosen = chosen_for(ledger, targets, most, load)
        manifest = with_scans(manifest, load, chosen)
        pieces = wired(cargo(ledger, targets, most), keys.node)
        parts = in_parts(load, chosen)
        made = write_bundle(file, keys, b"", receivers, manifest, pieces, entropy, parts)
    return Packed(made, manifest)


def _theirs(bundle: Bundle, record: NodeRecord) -> dict[JournalId, frozenset[Tip]]:
    """The maker's heads in the channels that its certificate names."""
    named = {*record.reads, *record.writes}
    points = [one.points for one in bundle.manifest.channels if one.channel in named]
    return {
        journal: tips
        for some in (*points, bundle.manifest.own)
        for journal, tips in points_in(some, record.node).items()
        if tips and journal.channel in named
    }


def _wants(ledger: Ledger, record: NodeRecord, theirs: Places) -> list[JournalPoints]:
    """What the maker holds and we do not, after all it brought; its own it sends by what the receipt says."""
    wants = []
    for journal in sorted(theirs):
        if journal.node != record.node and held_places(ledger, journal, theirs[journal]) != theirs[journal]:
            wants.append(points_out(journal, _tips(ledger, journal), b""))
    return wants[: limits.MAX_POINTS]


def _tips(ledger: Ledger, journal: JournalId) -> frozenset[Tip]:
    row = ledger.rows.journal_row(journal, create=False)
    return ledger.rows.tips(row) if row is not None else frozenset()


def _writers(ledger: Ledger, record: NodeRecord, taken: Unloaded) -> list[NodeRecord]:
    """The maker, and whoever else's journals it carried: a receipt is true for anyone."""
    found = {record.node: record} if record.role != kinds.CENTER else {}
    for journal in taken.before:
        other = ledger.rows.node(journal.node)
        if other is None or ledger.bounds(other.node) is not None:
            continue
        if other.role != kinds.CENTER and journal.node not in ledger.trusted:
            found.setdefault(other.node, other)
    return [found[node] for node in sorted(found, key=lambda node: (node != record.node, node))]


def _receipt(ledger: Ledger, keys: NodeKeys, record: NodeRecord, time: int, entropy: Chance) -> Receipt:
    heads = {channel: ledger.heads(channel) for channel in {*record.reads, *record.writes}}
    roots = {channel: root_of(heads[channel]) for channel in record.reads}
    return sign_receipt(ledger, keys, record, roots, heads, time, entropy)


def _lacking(ledger: Ledger, channels: Iterable[str], theirs: Places) -> dict[JournalId, frozenset[Tip]]:
    """Our journals in which the maker is behind or elsewhere, and the places of them it has."""
    targets = {}
    for channel in channels:
        for journal, tips in ledger.heads(channel).items():
            told = theirs.get(journal, frozenset())
            if tips != told:
                held = held_places(ledger, journal, told)
                if tips != held:
                    targets[journal] = held
    return targets


def _know(ledger: Ledger, node: bytes, channel: str, theirs: Places) -> None:
    """Notes what the maker has of a channel, and will have once the answer came home."""
    mine = ledger.heads(channel)
    here = {journal: tips for journal, tips in theirs.items() if journal.channel == channel}
    after = {**here}
    for journal, tips in mine.items():
        before = here.get(journal, frozenset())
        after[journal] = tips if held_places(ledger, journal, before) == before else before | tips
    remember(ledger, node, channel, [after, here])
