"""Taking a bundle in: any number of times, in any order, beside the network, by the rules of an exchange.

Nothing is taken before the file's signature holds. Entries are admitted in short transactions; a power cut
or a stick pulled out in between costs nothing but taking the bundle again.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import BinaryIO

from sync.identity.keys import NodeKeys, NotGenuine, PublicKeys
from sync.journal.ledger import Ledger
from sync.journal.port import JournalStore, NodeRecord
from sync.journal.segments import Segment, SegmentRefused
from sync.model import kinds
from sync.model.entry import JournalId, Tip
from sync.model.heads import root_of
from sync.protocol import limits
from sync.protocol.asking import NotEnrolled, note_key
from sync.protocol.bundles import FOREIGN, STRANGER, Bundle, BundleReader, BundleRefused
from sync.protocol.carrying import answers_the_latest, carried_key
from sync.protocol.codec import MessageRefused, points_in, points_out
from sync.protocol.cutting import pieces
from sync.protocol.histories import HistoryTaking
from sync.protocol.peers import held_places, keep_points, kept_points, notice_fork
from sync.protocol.receipts import Receipt, keep_receipt, latest_receipt, pending_entries, read_receipt
from sync.protocol.stick_scans import ScanSink, ScanTaking


@dataclass(slots=True)
class Unloaded:
    """What a bundle brought.

    `received` entries were new here, of `dossiers`; `parked` runs wait for what comes before them;
    `refused` journals with reasons. `acknowledged` and `pending` count our own entries against the receipt
    now in force; `forks`: channels in which our next entry opens a new incarnation, seen now. `scans` tells
    of their files; the center, as `incarnation`, says in its answer that it holds `scans_held` and lacks
    `scans_wanted`.
    """

    received: int = 0
    parked: int = 0
    acknowledged: int = 0
    pending: int = 0
    forks: set[str] = field(default_factory=set)
    dossiers: set[tuple[str, bytes]] = field(default_factory=set)
    refused: list[tuple[JournalId, str]] = field(default_factory=list)
    forked: set[JournalId] = field(default_factory=set)
    before: dict[JournalId, frozenset[Tip]] = field(default_factory=dict)
    scans: ScanTaking = field(default_factory=lambda: ScanTaking(None))
    scans_held: frozenset[bytes] = frozenset()
    scans_wanted: frozenset[bytes] = frozenset()
    incarnation: bytes = b""


def open_bundle(store: JournalStore, keys: NodeKeys, file: BinaryIO) -> BundleReader:
    """Opens a bundle and reads its manifest; changes nothing. Raises `BundleRefused`."""

    def known(maker: PublicKeys, certificate: bytes) -> bool:
        with store.snapshot() as ledger:
            return maker_record(ledger, maker, certificate) is not None

    return BundleReader(file, keys, known)


def maker_record(ledger: Ledger, maker: PublicKeys, certificate: bytes) -> NodeRecord | None:
    """Who made a bundle: a trusted center, a node known here, or one with a trusted center's certificate."""
    center = ledger.trusted.get(maker.node)
    if center is not None:
        return ledger.rows.node(maker.node) or NodeRecord(center, kinds.CENTER, "")
    record = ledger.rows.node(maker.node)
    if record is not None:
        return record
    try:
        return ledger.vouched(certificate, maker.node)
    except SegmentRefused:
        return None


def take_bundle(
    store: JournalStore,
    keys: NodeKeys,
    center: PublicKeys,
    reader: BundleReader,
    sink: ScanSink | None = None,
) -> Unloaded:
    """Takes a bundle in at a node below `center`. Raises `BundleRefused`, or `NotEnrolled`."""
    bundle, taken = reader.bundle, Unloaded(scans=ScanTaking(sink))
    with store.transaction() as ledger:
        mine = ledger.rows.node(keys.node)
        if mine is None or not mine.certificate:
            raise NotEnrolled("no certificate")
        maker = introduced(ledger, bundle)
        if maker.role != kinds.CENTER and maker.unit != mine.unit:
            raise BundleRefused(FOREIGN)
    older = HistoryTaking(store, keys.node, center, mine.reads) if maker.keys == center else None
    unload(store, reader, maker, taken, reads=(*mine.reads, *mine.writes), own=keys, history=older)
    if older is not None:
        older.end(bundle.manifest)
        taken.received += older.took.new
        taken.dossiers |= older.took.dossiers
        taken.refused += older.took.refusals
    with store.transaction() as ledger:
        _close(ledger, keys, center, bundle, taken)
        pending = pending_entries(ledger, keys.node, center.node)
        taken.acknowledged, taken.pending = pending.covered, pending.entries
    return taken


def introduced(ledger: Ledger, bundle: Bundle) -> NodeRecord:
    """The maker's record, kept from now on. Raises `BundleRefused`."""
    record = maker_record(ledger, bundle.maker, bundle.certificate)
    if record is None:
        raise BundleRefused(STRANGER)
    if bundle.certificate and ledger.rows.node(record.node) is None:
        ledger.rows.save_node(record)
    return record


def unload(
    store: JournalStore,
    reader: BundleReader,
    maker: NodeRecord,
    taken: Unloaded,
    *,
    reads: Sequence[str] | None,
    own: NodeKeys,
    history: HistoryTaking | None = None,
) -> None:
    """Admits the cargo in short transactions; each run stands or falls alone.

    `reads`: the channels read here (None: every one, as at a center). `history`: who takes a channel's in.
    Raises `BundleRefused` when the rest cannot be read; what came before it stays.
    """
    try:
        for cargo in reader.pieces():
            for piece in pieces(cargo.segments, maker.node, taken.refused):
                with store.transaction() as ledger:
                    for channel in sorted({one.journal.channel for one in piece}):
                        ledger.rows.lock(channel)
                    for segment in piece:
                        try:
                            _admit(ledger, segment, maker, reads, taken, own)
                        except SegmentRefused as error:
                            taken.refused.append((segment.journal, str(error)))
            if history is not None:
                history.take(cargo)
            taken.scans.take(cargo.scans)
    finally:
        taken.scans.end()


def _admit(
    ledger: Ledger,
    segment: Segment,
    maker: NodeRecord,
    reads: Sequence[str] | None,
    taken: Unloaded,
    own: NodeKeys,
) -> None:
    journal = segment.journal
    brings = maker.role == kinds.CENTER or journal.node == maker.node or journal.channel in maker.reads
    if not brings:
        raise SegmentRefused("channel: its bringer does not read it")
    if reads is not None and journal.channel not in reads:
        raise SegmentRefused("channel: not read here")
    if journal not in taken.before:
        row = ledger.rows.journal_row(journal, create=False)
        taken.before[journal] = ledger.rows.tips(row) if row is not None else frozenset()
    if notice_fork(ledger, own, journal, [segment.tip]):
        taken.forks.add(journal.channel)
    admission = ledger.admit(segment)
    taken.received += admission.new
    taken.parked += admission.parked
    taken.dossiers |= {(journal.channel, dossier) for dossier in admission.dossiers}
    if admission.forked:
        taken.forked.add(journal)


# -- the last transaction --------------------------------------------------------------------------


def _close(ledger: Ledger, keys: NodeKeys, center: PublicKeys, bundle: Bundle, taken: Unloaded) -> None:
    manifest, maker = bundle.manifest, bundle.maker.node
    stands = {
        journal: tips for one in manifest.channels for journal, tips in points_in(one.points, maker).items()
    }
    wants = points_in(manifest.wants, maker)
    receipts = carried_receipts(ledger, manifest.receipts)
    mine = [one.heads for one in receipts if one.node == keys.node]
    for points in (stands, wants, *mine):
        for journal, tips in points.items():
            if notice_fork(ledger, keys, journal, tips):
                taken.forks.add(journal.channel)
    answered = bool(manifest.answers) and manifest.to == keys.node and maker == center.node
    direct = answered and answers_the_latest(ledger, center.node, manifest.answers)
    for receipt in receipts:
        if receipt.node != keys.node:
            keep_others_receipt(ledger, receipt)
        elif receipt.center == center.node:
            keep_receipt(ledger, receipt, direct=direct and receipt.time >= manifest.time)
    _remember(ledger, keys, center, bundle, stands, taken)
    if direct:
        latest = latest_receipt(ledger, center.node)
        taken.incarnation = latest.incarnation if latest is not None else b""
        taken.scans_held = frozenset(manifest.scans_held)
        taken.scans_wanted = frozenset(manifest.scans_wanted)
        wanted = [points_out(journal, wants[journal], keys.node) for journal in sorted(wants)]
        keep_points(ledger, note_key("wanted", center.node), wanted)
        key = note_key("heard", center.node)
        heard = int.from_bytes(ledger.rows.note(key) or b"", "big") + 1
        ledger.rows.put_note(key, heard.to_bytes(8, "big"))


def _remember(
    ledger: Ledger,
    keys: NodeKeys,
    center: PublicKeys,
    bundle: Bundle,
    stands: dict[JournalId, frozenset[Tip]],
    taken: Unloaded,
) -> None:
    """Which journals came by stick only, so that the next bundle for the center takes them along."""
    key = carried_key(center.node)
    carried = points_in(kept_points(ledger, key), b"")
    if bundle.maker.node == center.node:
        for journal in list(carried):
            tips = stands.get(journal)
            if tips is not None and tips == _tips(ledger, journal):
                del carried[journal]
    elif bundle.maker.node not in ledger.trusted:
        for journal, before in taken.before.items():
            theirs = journal.node != keys.node and journal.node not in ledger.trusted
            if theirs and _tips(ledger, journal) != before:
                carried.setdefault(journal, before)
    keep_points(ledger, key, [points_out(one, carried[one], b"") for one in sorted(carried)])


def _tips(ledger: Ledger, journal: JournalId) -> frozenset[Tip]:
    row = ledger.rows.journal_row(journal, create=False)
    return ledger.rows.tips(row) if row is not None else frozenset()


def carried_receipts(ledger: Ledger, raws: Sequence[bytes]) -> list[Receipt]:
    """The receipts among these bytes that a center trusted here has signed."""
    found: list[Receipt] = []
    for raw in raws:
        try:
            receipt = read_receipt(raw)
            center = ledger.trusted.get(receipt.center)
            if center is not None:
                receipt.check(center)
                found.append(receipt)
        except (NotGenuine, MessageRefused):
            continue
    return found


def keep_others_receipt(ledger: Ledger, receipt: Receipt) -> None:
    """Keeps the latest receipt of another node, to be carried on to it, for as many as a bundle has room."""
    key = f"receipt-of:{receipt.center.hex()}:{receipt.node.hex()}"
    raw = ledger.rows.note(key)
    if raw is None and sum(1 for _one in ledger.rows.notes("receipt-of:")) >= limits.MAX_RECEIPTS - 1:
        return
    kept = read_receipt(raw) if raw else None
    if kept is None or (receipt.time, receipt.counter) > (kept.time, kept.counter):
        ledger.rows.put_note(key, receipt.encode())


def confirms(store: JournalStore, keys: NodeKeys, center: PublicKeys, bundle: Bundle) -> bool:
    """Whether a bundle brings a receipt of ours that says something later than the one in force."""
    with store.snapshot() as ledger:
        kept = latest_receipt(ledger, center.node)
        said = (kept.time, kept.heads, kept.roots) if kept is not None else (0, {}, {})
        return any(
            one.node == keys.node
            and one.center == center.node
            and one.time >= said[0]
            and (one.heads, one.roots) != said[1:]
            for one in carried_receipts(ledger, bundle.manifest.receipts)
        )


def news_in(store: JournalStore, bundle: Bundle) -> dict[str, bool]:
    """For each channel of a bundle whether its maker stands somewhere that is not known here."""
    found: dict[str, bool] = {}
    with store.snapshot() as ledger:
        for one in bundle.manifest.channels:
            points = points_in(one.points, bundle.maker.node)
            found[one.channel] = root_of(ledger.heads(one.channel)) != one.root and any(
                held_places(ledger, journal, tips) != tips for journal, tips in points.items()
            )
    return found
