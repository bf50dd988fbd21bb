"""The history of a channel in a bundle: a checkpoint, and all journals from their heads downwards.

The center makes it for a new desk of a unit, so that years need not come over a thin line. A desk takes in
what goes on below the places where its journals stop, whatever the network brought before or brings
meanwhile; one to which the channel is new begins from the checkpoint in the bundle.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import BinaryIO

from sync.identity.keys import NodeKeys, NotGenuine, PublicKeys
from sync.journal.filling import fill, filling_of, may_begin
from sync.journal.ledger import Ledger
from sync.journal.own import PROGRAM
from sync.journal.port import JournalStore
from sync.journal.segments import Segment, SegmentRefused
from sync.journal.sums import kept_sums
from sync.model import kinds
from sync.model.entry import Entry
from sync.model.heads import Heads
from sync.protocol import limits
from sync.protocol.borrowing import FILLED_AT_ONCE, UNIT, Borrowed, Borrower, settle_all
from sync.protocol.bundles import (
    DAMAGED,
    BundleRefused,
    Chance,
    HistoryCargo,
    HistoryManifest,
    Manifest,
    write_bundle,
)
from sync.protocol.carrying import PART_BYTES, Packed, channel_heads
from sync.protocol.codec import MessageRefused, older_out, points_in
from sync.protocol.lending import all_downwards, checkpoint, size_of
from sync.protocol.messages import FillAsk, Loan, OlderRun

# -- at the center -------------------------------------------------------------------------------------


def pack_history(
    store: JournalStore,
    keys: NodeKeys,
    unit: str,
    receivers: Iterable[PublicKeys],
    now: datetime,
    file: BinaryIO,
    *,
    entropy: Chance = os.urandom,
) -> Packed:
    """Writes all that counts in a unit's channel, as it stands, for the nodes `receivers`."""
    time = max(0, int(now.timestamp()))
    with store.snapshot() as ledger:
        channel = UNIT + unit
        entries, dossiers = _counts(ledger, channel)
        manifest = HistoryManifest(
            program=PROGRAM,
            time=time,
            unit=unit,
            role=kinds.CENTER,
            desk=0,
            to=b"",
            answers=b"",
            channels=channel_heads(ledger, [channel], keys.node),
            own=[],
            wants=[],
            receipts=[],
            entries=entries,
            dossiers=dossiers,
            history=True,
        )
        made = write_bundle(
            file, keys, b"", receivers, manifest, _pieces(ledger, keys, channel, time), entropy
        )
    return Packed(made, manifest)


def _counts(ledger: Ledger, channel: str) -> tuple[int, int]:
    """How many entries and dossiers a channel has, by the sums that are kept of it."""
    kept = kept_sums(ledger.rows, channel)
    if kept is None:
        return sum(max(tip.seq for tip in tips) for tips in ledger.heads(channel).values()), 0
    return kept.entries.count, kept.folds.count


def _pieces(ledger: Ledger, keys: NodeKeys, channel: str, time: int) -> Iterator[HistoryCargo]:
    for given in checkpoint(ledger, keys, channel, time, PART_BYTES):
        yield HistoryCargo([], loans=given.loans, fills=[older_out(one, keys.node) for one in given.fills])
    some: list[OlderRun] = []
    size = 0
    for run in all_downwards(ledger, channel, limits.FILL_BUDGET):
        some.append(older_out(run, keys.node))
        size += size_of(run.entries)
        if size >= PART_BYTES:
            yield HistoryCargo([], fills=some)
            some, size = [], 0
    if some:
        yield HistoryCargo([], fills=some)


# -- at the desk ---------------------------------------------------------------------------------------


@dataclass(slots=True)
class HistoryTaking:
    """Takes in what bundles of `center` hold of the history of the channels read here, piece by piece."""

    store: JournalStore
    node: bytes
    center: PublicKeys
    reads: Sequence[str]
    took: Borrowed = field(default_factory=Borrowed)
    _lends: dict[str, bool] = field(default_factory=dict)

    def take(self, cargo: HistoryCargo) -> None:
        """One piece. Raises `BundleRefused` for a loan that the center did not sign."""
        if not cargo.loans and not cargo.fills:
            return
        loans = [loan for loan in cargo.loans if self._is_read(loan.channel) and not loan.named]
        begins = self._begins(loans)
        asked = [
            FillAsk(channel, begin=channel in begins) for channel in self.reads if self._is_read(channel)
        ]
        borrower = Borrower(self.store, self.center.node, self.center, asked, self.took)
        try:
            runs = list(borrower.decoded(cargo.fills, [ask.channel for ask in asked]))
            borrower = Borrower(self.store, self.node, self.center, asked, self.took)
            if any(self._lends.get(loan.channel) for loan in loans):
                tops = [run for run in runs if run.journal.channel in begins]
                borrower.take_loans([loan for loan in loans if self._lends.get(loan.channel)], tops)
        except (NotGenuine, MessageRefused) as error:
            raise BundleRefused(DAMAGED) from error
        for run in runs:
            self._fill(run)

    def _is_read(self, channel: str) -> bool:
        return channel.startswith(UNIT) and channel in self.reads

    def _begins(self, loans: Sequence[Loan]) -> set[str]:
        """The channels that begin here with these loans; which of them may lend anything is noted."""
        begins = set()
        with self.store.snapshot() as ledger:
            for loan in loans:
                if not loan.heads:
                    continue
                filling, mine = filling_of(ledger.rows, loan.channel), ledger.heads(loan.channel)
                if filling is None and may_begin(mine, self.node):
                    begins.add(loan.channel)
                self._lends[loan.channel] = loan.channel in begins or (
                    filling is not None
                    and not filling.lent
                    and _as_new(points_in(loan.heads, b""), mine, self.node)
                )
        return begins

    def _fill(self, run: Segment) -> None:
        """What of a run lies below a place where its journal stops, in short transactions."""
        left = run.entries
        with self.store.snapshot() as ledger:
            if _place_in(ledger, run, left) < 0:
                return
        while left:
            try:
                with self.store.transaction() as ledger:
                    at = _place_in(ledger, run, left)
                    part = left[max(0, at + 1 - FILLED_AT_ONCE) : at + 1]
                    names = {entry.digest for entry in part}
                    seals = tuple(one for one in run.seals if one.tip.digest in names)
                    new = fill(ledger, Segment(run.journal, part, seals)) if part else []
            except SegmentRefused as error:
                self.took.refusals.append((run.journal, str(error)))
                return
            self.took.add(run.journal.channel, new)
            left = left[: at + 1 - len(part)]

    def end(self, manifest: Manifest) -> None:
        """Everything was taken: a channel that stands where the bundle's maker stood, and of which nothing is
        older, is whole now.
        """
        whole = []
        with self.store.snapshot() as ledger:
            for one in manifest.channels:
                filling, loans = filling_of(ledger.rows, one.channel), ledger.rows.loans
                theirs = points_in(one.points, self.center.node)
                if filling is None or loans is None or filling.below or loans.lent(one.channel, 1):
                    continue
                if _others(theirs, self.node) == _others(ledger.heads(one.channel), self.node):
                    whole.append(one.channel)
        self.took.dossiers |= settle_all(self.store, whole)


def _place_in(ledger: Ledger, run: Segment, entries: Sequence[Entry]) -> int:
    """The index of the last of the entries that is a place where the journal stops; -1: none is."""
    filling = filling_of(ledger.rows, run.journal.channel)
    places = {one.digest for one in filling.places(run.journal)} if filling is not None else set()
    return max((at for at, entry in enumerate(entries) if entry.digest in places), default=-1)


def _others(heads: Heads, node: bytes) -> Heads:
    return {journal: tips for journal, tips in heads.items() if journal.node != node}


def _as_new(theirs: Heads, mine: Heads, node: bytes) -> bool:
    """Whether heads are nowhere behind ours."""
    return all(
        journal in theirs and max(tip.seq for tip in theirs[journal]) >= max(tip.seq for tip in tips)
        for journal, tips in _others(mine, node).items()
    )
