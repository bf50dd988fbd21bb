"""The rules of journals over a store's rows: admit what others wrote, append what we write.

A `Ledger` lives as long as one transaction. It never commits: the store does, and only then may
anything be acknowledged or printed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field

from sync.identity.certificates import read_certificate
from sync.identity.keys import NotGenuine, PublicKeys
from sync.journal.bounds import Bounds, bounds_of, keep_bound
from sync.journal.control import ControlBody, read_control
from sync.journal.filling import fill_below, filling_at, recall
from sync.journal.genuine import Judge
from sync.journal.port import NodeRecord, Place, Rows, record_of
from sync.journal.purged import countable, purged_of, stripped, stripped_segment
from sync.journal.purging import give_bodies, heed_purge
from sync.journal.quarantine import admit_bounded, is_own, settle
from sync.journal.reading import Reading
from sync.journal.rekeying import note_rekeying
from sync.journal.roles import Roles
from sync.journal.segments import Segment, SegmentRefused, check_segment, pack_segment, unpack_segment
from sync.journal.sums import count_entries, count_folds
from sync.journal.travelling import introduced, note_again, note_carried, note_travelling
from sync.journal.wholeness import is_partial, only_closed
from sync.model import kinds
from sync.model.bodies import Unreadable
from sync.model.dossier import Dossier
from sync.model.entry import NO_PREV, Entry, JournalId, Tip
from sync.model.fold import fold, stands
from sync.model.heads import Heads
from sync.model.purge import purged_dossier

_ORDERS = (kinds.CERTIFICATE, kinds.LEASE, kinds.REVOCATION, kinds.ADMITTED)
"""Kinds by which a center says who may write, number, and how far that counts."""


@dataclass(slots=True)
class Admission:
    """What a segment changed: entries new here, entries put into quarantine, dossiers touched (in the order
    they came), whether it waits for a gap to fill.
    """

    new: int = 0
    quarantined: int = 0
    parked: bool = False
    forked: bool = False
    dossiers: dict[bytes, None] = field(default_factory=dict)


class Ledger(Reading):
    """Journals of one store inside one transaction.

    `trusted` are the centers whose certificates count here (node id -> keys); for a desk the pinned
    one, for a center itself, which also `carries` between units (`sync.journal.carriage`).
    """

    def __init__(self, rows: Rows, trusted: Mapping[bytes, PublicKeys], *, carries: bool = False) -> None:
        self.rows = rows
        self.trusted = trusted
        self.carries = carries
        self.roles: Mapping[bytes, str] = Roles(rows, trusted)
        """The role of each node, as the fold asks for it."""
        self._bounds: dict[bytes, Bounds | None] = {}
        self.judge = Judge(rows, trusted)

    # -- reading ----------------------------------------------------------------------------

    def heads(self, channel: str) -> Heads:
        """The tips of every journal of the channel."""
        return self.rows.heads(channel)

    def bounds(self, node: bytes) -> Bounds | None:
        """How far a revoked node's journals count; None for a node nobody revoked."""
        if node not in self._bounds:
            self._bounds[node] = bounds_of(self.rows, node)
        return self._bounds[node]

    def knows(self, journal: JournalId, digest: bytes) -> bool:
        """Whether this store holds that entry of that journal."""
        row = self.rows.journal_row(journal, create=False)
        return row is not None and bool(self.rows.seqs(row, [digest]))

    def dossier(self, channel: str, dossier: bytes) -> Dossier | None:
        """One dossier folded anew from its entries."""
        entries = self.rows.dossier_entries(channel, [dossier]).get(dossier)
        folded = self.fold(channel, dossier, entries) if entries else None
        return folded if folded is not None and stands(folded) else None

    def fold(self, channel: str, dossier: bytes, entries: Sequence[Entry]) -> Dossier:
        """The dossier of its entries in a channel, as this store can prove those that were carried there.

        One that does not stand (`sync.model.fold.stands`) is to be shown nowhere.
        """
        if any(entry.body is None for entry in entries):
            kept = purged_of(self.rows, channel, dossier)
            if kept is not None:
                return purged_dossier(dossier, kept, channel.partition(":")[2], entries)
        return fold(dossier, entries, self.roles, self.judge.proofs(channel, entries, self.roles))

    # -- admitting --------------------------------------------------------------------------

    def admit(self, segment: Segment) -> Admission:
        """Takes in a sealed run of another's (or our own, come back) journal; idempotent.

        Raises `SegmentRefused` when it cannot be proved authentic or its writer may not write there.
        """
        if not segment.entries:
            raise SegmentRefused("segment: empty")
        keys = self.writer(segment)
        check_segment(segment, keys.sign)
        channel = segment.journal.channel
        self.rows.lock(channel)
        row = self.rows.journal_row(segment.journal, create=True)
        assert row is not None
        if segment.entries[0].seq == 1:
            self.refold(channel, introduced(self.rows, channel, segment.journal.node), news=False)
        admission = Admission()
        segment = stripped_segment(self.rows, segment)
        give_bodies(self, row, segment.entries)
        self._take_run(row, segment, admission)
        if admission.new or admission.quarantined:
            self._fill_gaps(row, segment, admission)
            self.refold(channel, admission.dossiers)
        if admission.quarantined and self.carries:  # it may have been carried before a restore
            note_again(self.rows, {entry.dossier for entry in segment.entries if entry.dossier})
        return admission

    def writer(self, segment: Segment) -> PublicKeys:
        """The writer's keys, if it may write this journal. Raises `SegmentRefused`."""
        node, channel, _incarnation = segment.journal
        center = self.trusted.get(node)
        if center is not None:
            return center
        record = self.rows.node(node)
        if record is None:
            record = self._introduced(segment)
        if channel not in record.writes:
            raise SegmentRefused("certificate: does not allow this channel")
        return record.keys

    def _introduced(self, segment: Segment) -> NodeRecord:
        """A node nobody told of: its journal's first entry must carry a certificate of a trusted center."""
        first = segment.entries[0]
        if first.seq != 1 or first.kind != kinds.JOURNAL or first.text is None:
            raise SegmentRefused("writer: not known here")
        try:
            control = read_control(first)
        except Unreadable as error:
            raise SegmentRefused("journal: first entry unreadable") from error
        return self.certified(control.certificate, segment.journal.node)

    def vouched(self, raw: bytes, node: bytes) -> NodeRecord:
        """The record of a node from its certificate, by a trusted center. Raises `SegmentRefused`."""
        for issuer in self.trusted.values():
            try:
                certificate = read_certificate(raw, issuer)
            except NotGenuine:
                continue
            if certificate.node == node:
                return record_of(certificate, raw)
        raise SegmentRefused("certificate: none by a known center")

    def certified(self, raw: bytes, node: bytes) -> NodeRecord:
        """`vouched`, and kept, renewing our own; an older one that comes by again changes nothing."""
        record = self.vouched(raw, node)
        known = self.rows.node(node)
        if known is not None and known.certificate and _issued(known.certificate) > _issued(raw):
            return known
        self.rows.save_node(record)
        if is_own(self, node):
            self.rows.put_note("certificate", raw)
        return record

    def _take_run(self, row: int, segment: Segment, admission: Admission) -> None:
        bounds = self.bounding(segment.journal.node)
        if bounds is None:
            self._admit_run(row, segment, admission)
        else:
            admit_bounded(self, row, segment, bounds, admission)

    def bounding(self, node: bytes) -> Bounds | None:
        """The bounds that this store goes by; a revoked desk does not by its own: its lists stand."""
        bounds = self.bounds(node)
        return bounds if bounds is not None and not is_own(self, node) else None

    def abide(self, row: int, journal: JournalId, bounds: Bounds) -> list[bytes]:
        """Puts each entry of a revoked node's journal on its side of the bounds; dossiers touched."""
        admission = Admission()
        settle(self, row, journal, bounds, admission)
        return list(admission.dossiers)

    def park(self, row: int, segment: Segment, first: Entry, admission: Admission) -> None:
        """Keeps a run until the gap before `first` fills. Raises `SegmentRefused` when there is no room."""
        place = Place(first.seq, first.digest, first.prev)
        if not self.rows.park(row, segment.journal.node, place, pack_segment(segment)):
            raise SegmentRefused("gap: too much is waiting for this node")
        admission.parked = True

    def _admit_run(self, row: int, segment: Segment, admission: Admission) -> None:
        filling = filling_at(self.rows, segment.journal)
        if filling is not None:
            new, rest = fill_below(self, filling, segment)
            self._note(new, admission)
            if rest is None:
                return
            segment = rest
        self._admit_above(row, segment, admission)

    def _admit_above(self, row: int, segment: Segment, admission: Admission) -> None:
        tips = self.rows.tips(row)
        first = segment.entries[0]
        if tips == {Tip(first.seq - 1, first.prev)} or (not tips and first.seq == 1):
            fresh = list(segment.entries)  # the common case: it continues what is here
        else:
            held = self.rows.seqs(row, [entry.digest for entry in segment.entries])
            fresh = [entry for entry in segment.entries if entry.digest not in held]
            if not fresh:
                self.rows.insert_seals(row, segment.seals)
                return
            first = fresh[0]
            before = self.rows.seqs(row, [first.prev]).get(first.prev) if first.seq > 1 else 0
            if before is not None and before != first.seq - 1:
                raise SegmentRefused("segment: broken chain")
            if before is None:
                self.park(row, segment, first, admission)
                return
        self._add(row, fresh, tips, admission)
        self.rows.insert_seals(row, segment.seals)

    def insert(self, row: int, entries: Sequence[Entry]) -> None:
        """Adds entries of one journal that are known not to be there, and counts them into their day."""
        if not entries:
            return
        entries = stripped(self.rows, entries)
        channel = entries[0].journal.channel
        self.rows.insert_entries(row, entries)
        count_entries(self.rows, channel, countable(self.rows, channel, entries))
        if self.rows.loans is not None:
            self.rows.loans.repaid(channel, [entry.digest for entry in entries])

    def _add(self, row: int, fresh: Sequence[Entry], tips: frozenset[Tip], admission: Admission) -> None:
        self.insert(row, fresh)
        grown = {tip for tip in tips if tip.digest != fresh[0].prev} | {fresh[-1].tip}
        admission.forked |= len(grown) > max(1, len(tips))
        self.rows.set_tips(row, frozenset(grown))
        self._note(fresh, admission)
        for entry in fresh:
            self._heed(entry)

    def _note(self, fresh: Sequence[Entry], admission: Admission) -> None:
        admission.new += len(fresh)
        for entry in fresh:
            if entry.dossier:
                admission.dossiers.setdefault(entry.dossier)

    def _heed(self, entry: Entry) -> None:
        if entry.dossier:
            return
        if entry.kind in _ORDERS:
            self.obey(entry)
        elif entry.kind in (kinds.REKEY, kinds.JOURNAL):
            note_rekeying(self.rows, entry)
        elif entry.kind == kinds.PURGE:
            heed_purge(self, entry)

    def learn(self, entry: Entry) -> None:
        """Who writes, and what the center ruled, from an entry that stands on the center's word."""
        if entry.kind == kinds.JOURNAL and entry.text is not None:
            with suppress(Unreadable, SegmentRefused, NotGenuine):
                self.certified(read_control(entry).certificate, entry.journal.node)
        self._heed(entry)

    def obey(self, entry: Entry) -> None:
        """Entries of a center about nodes and leases take effect as they come, or as it writes them."""
        if entry.journal.node not in self.trusted:
            return
        try:
            if entry.kind in (kinds.REVOCATION, kinds.ADMITTED):
                bound = keep_bound(self.rows, entry)
                if bound is not None:
                    self._settle(bound.node)
                return
            control = read_control(entry)
        except Unreadable:
            return  # kept as bytes; `verify` names it
        self._effect(entry.journal.channel, control)

    def _effect(self, channel: str, control: ControlBody) -> None:
        if control.lease is not None:
            self.rows.save_lease(channel, control.lease)
        elif control.certificate:
            try:
                certificate = read_certificate(control.certificate, None)
                self.certified(control.certificate, certificate.node)
                self.refold(channel, introduced(self.rows, channel, certificate.node), news=False)
            except (NotGenuine, SegmentRefused):
                return

    def _settle(self, node: bytes) -> None:
        """A bound became known: each entry of the node goes to its side of it."""
        self._bounds.pop(node, None)
        bounds = self.bounding(node)
        if bounds is None:
            return
        for channel in self.rows.channels():
            touched: dict[bytes, None] = {}
            for row, journal in self.rows.journals(channel):
                if journal.node == node:
                    self.rows.lock(channel)
                    touched |= dict.fromkeys(self.abide(row, journal, bounds))
            touched |= dict.fromkeys(recall(self, channel, node))
            if self.carries:
                note_again(self.rows, touched)
            waiting = {one for one in touched if is_partial(self.rows, channel, one)}
            self.refold(channel, [one for one in touched if one not in waiting], given=True)
            self.refold(channel, [one for one in touched if one in waiting])

    def _fill_gaps(self, row: int, segment: Segment, admission: Admission) -> None:
        """Runs parked behind what has just come in are admitted, as far as they now join."""
        come = {entry.digest for entry in segment.entries}  # into the journal or into the quarantine
        progress = True
        while progress:
            progress = False
            for prev, raw in self.rows.parked(row):
                if prev == NO_PREV or prev in come or self.rows.seqs(row, [prev]):
                    self.rows.unpark(row, prev)
                    progress = True
                    waited = unpack_segment(segment.journal, raw)
                    try:
                        self._take_run(row, waited, admission)
                        come |= {entry.digest for entry in waited.entries}
                    except SegmentRefused:
                        continue  # what waited was no continuation after all; what came now is sound

    def refold(
        self, channel: str, dossiers: Iterable[bytes], *, news: bool = True, given: bool = False
    ) -> list[Dossier]:
        """Folds the named dossiers anew, writes their projections in that order and returns them.

        One of which no entry counts any more is dropped. While the channel is filled from a checkpoint one
        whose history is not closed is left as it stands; `news` says whether it is then to be asked for.
        `given`: all that counts of them is here, closed or not.
        """
        ids = list(dossiers)
        held = self.rows.dossier_entries(channel, ids) if ids else {}
        gone = [one for one in ids if one not in held]
        entries = only_closed(self, channel, held, news=news, given=given)
        folded: list[Dossier] = []
        for one in (one for one in ids if one in entries):
            dossier = self.fold(channel, one, entries[one])
            note_carried(self, channel, one, entries[one])
            if stands(dossier):
                folded.append(dossier)
            else:
                gone.append(one)
        if self.carries:
            note_travelling(self.rows, channel, folded)
        if ids:
            count_folds(self.rows, channel, folded, gone)
            self.rows.save_dossiers(channel, folded)
        if gone:
            self.rows.drop_dossiers(channel, gone)
        return folded


def _issued(raw: bytes) -> str:
    return read_certificate(raw, None).issued_at
