"""The asking side of a checkpoint: a channel that is new begins there, works, and is filled up afterwards."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

import msgspec

from sync.identity.keys import PublicKeys
from sync.journal import filling as journals
from sync.journal.filling import begin, fill, filling_of, keep_filling, lend
from sync.journal.ledger import Ledger
from sync.journal.port import JournalStore
from sync.journal.segments import Segment, SegmentRefused
from sync.journal.wholeness import given_whole, settle, wait_for, wanted_whole
from sync.model.entry import Entry, EntryRefused, JournalId
from sync.protocol import limits, messages
from sync.protocol.codec import MessageRefused, name_in, points_in, points_out, run_in, segment_in
from sync.protocol.cutting import downwards
from sync.protocol.lending import LOAN_CONTEXT, said
from sync.protocol.messages import FillAsk, Loan, OlderRun, Reply

UNIT = "unit:"
"""Channels of dossiers: what stands in `all:` is short, and read in order."""
_PLACES_AT_ONCE = 4
_LENT_AT_ONCE = 32
FILLED_AT_ONCE = 48
"""Entries lent, and filled in, in one transaction: the desk's own work gets in between."""


def fills_for(ledger: Ledger, node: bytes, receiver: bytes, channels: Sequence[str]) -> list[FillAsk]:
    """What to ask of checkpoints; only of a center we trust, for what it lends stands on its word."""
    if ledger.rows.loans is None or receiver not in ledger.trusted:
        return []
    asks: list[FillAsk] = []
    for channel in channels:
        filling = filling_of(ledger.rows, channel)
        if filling is None:
            if channel.startswith(UNIT) and journals.may_begin(ledger.heads(channel), node):
                asks.append(FillAsk(channel, begin=True))
            continue
        dossiers = wanted_whole(ledger.rows, channel, limits.MAX_NAMED) if filling.lent else []
        below = journals.next_below(filling, _PLACES_AT_ONCE) if filling.lent else []
        if filling.lent and not below and not dossiers:
            continue
        places = [
            points_out(JournalId(one.node, channel, one.incarnation), [journals.tip_of(one)], node)
            for one in below
        ]
        asks.append(FillAsk(channel, False, filling.cursor, filling.lent, places, dossiers))
    return asks


@dataclass(slots=True)
class Borrowed:
    """What a reply's loans and older runs brought: `new` entries, `dossiers` touched, runs refused."""

    new: int = 0
    dossiers: set[tuple[str, bytes]] = field(default_factory=set)
    refusals: list[tuple[JournalId, str]] = field(default_factory=list)

    def add(self, channel: str, entries: Iterable[Entry]) -> None:
        """Counts entries in."""
        for entry in entries:
            self.new += 1
            if entry.dossier:
                self.dossiers.add((channel, entry.dossier))


@dataclass(slots=True)
class Borrower:
    """Takes in the checkpoints' part of one reply, in short transactions."""

    store: JournalStore
    node: bytes
    receiver: PublicKeys
    asked: Sequence[FillAsk]
    took: Borrowed = field(default_factory=Borrowed)

    def take(self, loans: Sequence[Loan], fills: Sequence[OlderRun]) -> Borrowed:
        """All of it. A loan that is not signed by the center asked raises `NotGenuine`."""
        asks = {ask.channel: ask for ask in self.asked}
        runs = list(self.decoded(fills, asks.keys()))
        self.take_loans(loans, runs)
        for run in runs:
            if not asks[run.journal.channel].begin:
                self.fill(run)
        return self.took

    def take_loans(self, loans: Sequence[Loan], tops: Sequence[Segment]) -> None:
        """Checks the signatures of loans, begins channels that are asked for so, and takes in what is lent.

        Raises `NotGenuine`, and then nothing was taken in.
        """
        asks = {ask.channel: ask for ask in self.asked}
        loans = [loan for loan in loans if loan.channel in asks]
        for loan in loans:
            self.receiver.verify(LOAN_CONTEXT, said(loan), loan.signature)
        for loan in loans:
            if loan.heads and asks[loan.channel].begin:
                self.begin(loan, [run for run in tops if run.journal.channel == loan.channel])
            self.lend(loan)

    def decoded(self, fills: Sequence[OlderRun], channels: Iterable[str]) -> Iterator[Segment]:
        """The older runs as written."""
        wanted = set(channels)
        for wire in fills:
            try:
                segment = segment_in(wire, self.node)
            except (EntryRefused, MessageRefused) as error:
                self.took.refusals.append((name_in(wire, self.node), f"fill: {error}"))
                continue
            if segment.journal.channel in wanted:
                yield segment

    def begin(self, loan: Loan, tops: Sequence[Segment]) -> None:
        """Puts the channel at the checkpoint's heads."""
        heads = points_in(loan.heads, b"")
        with self.store.transaction() as ledger:
            try:
                new = begin(ledger, loan.channel, self.node, heads, tops, loan.since)
            except SegmentRefused as error:
                raise MessageRefused(str(error)) from error
            for dossier in {entry.dossier for entry in new if entry.dossier}:
                wait_for(ledger.rows, loan.channel, dossier)  # who writes here is not known yet
        self.took.add(loan.channel, new)

    def lend(self, loan: Loan) -> None:
        """Takes in what a piece lends, dossier by dossier; its last transaction moves the cursor."""
        try:
            entries = [entry for run in loan.runs for entry in run_in(run, loan.channel)]
        except EntryRefused as error:
            raise MessageRefused(str(error)) from error
        for some in _by_dossier(entries):
            with self.store.transaction() as ledger:
                new = lend(ledger, loan.channel, some)
            self.took.add(loan.channel, new)
        with self.store.transaction() as ledger:
            filling = filling_of(ledger.rows, loan.channel)
            if loan.named:
                given_whole(ledger.rows, loan.channel, loan.named)
            elif filling is not None and not filling.lent and filling.cursor == loan.after:
                now = msgspec.structs.replace(filling, cursor=loan.cursor, lent=loan.last)
                keep_filling(ledger.rows, loan.channel, now)

    def fill(self, run: Segment) -> None:
        """Takes in an older run, from its end downwards, in parts of one short transaction."""
        for part in downwards(run, FILLED_AT_ONCE):
            try:
                with self.store.transaction() as ledger:
                    new = fill(ledger, part)
            except SegmentRefused as error:
                self.took.refusals.append((run.journal, str(error)))
                return
            self.took.add(run.journal.channel, new)


def borrow(
    store: JournalStore,
    node: bytes,
    receiver: PublicKeys,
    asked: Sequence[FillAsk],
    reply: Reply,
    channels: Sequence[str],
) -> Borrowed:
    """The checkpoints' part of a reply; what was filled up is brought to an end where heads are equal in one
    of `channels`, those asked about.
    """
    borrower = Borrower(store, node, receiver, asked)
    took = borrower.take(reply.loans, reply.fills) if asked else borrower.took
    same = [
        channel for channel, state in zip(channels, reply.states, strict=True) if state.code == messages.SAME
    ]
    with store.snapshot() as ledger:
        ready = [one for one in same if filling_of(ledger.rows, one) is not None]
    took.dossiers |= settle_all(store, ready)
    return took


def settle_all(store: JournalStore, channels: Iterable[str]) -> set[tuple[str, bytes]]:
    """Ends what has been filled, in channels whose heads are the center's now; dossiers touched."""
    touched: set[tuple[str, bytes]] = set()
    for channel in channels:
        more = True
        while more:
            with store.transaction() as ledger:
                step = settle(ledger, channel)
            touched |= {(channel, dossier) for dossier in step.dossiers}
            more = step.more
    return touched


def filling_up(ledger: Ledger, channels: Iterable[str]) -> bool:
    """Whether something of a checkpoint, or below one, is still to be asked for, or to be brought to an end
    when heads are equal.
    """
    return any(filling_of(ledger.rows, channel) is not None for channel in channels)


def _by_dossier(entries: Sequence[Entry]) -> Iterator[list[Entry]]:
    """Entries in parts of about one transaction, those of a dossier together; first who may write."""
    groups: dict[bytes, list[Entry]] = {}
    for entry in sorted(entries, key=lambda one: bool(one.dossier)):
        groups.setdefault(entry.dossier or entry.digest, []).append(entry)
    part: list[Entry] = []
    for group in groups.values():
        if part and len(part) + len(group) > _LENT_AT_ONCE:
            yield part
            part = []
        part += group
    if part:
        yield part
