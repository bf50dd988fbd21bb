"""The giving side of a checkpoint: heads, what is open or was touched lately, and older runs afterwards.

Nothing is kept about who was given what: each piece is made anew from the store as it stands, from the
cursor that the asking node names. What was written since the heads were told comes as news does.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice

import msgspec

from sync.identity.keys import NodeKeys
from sync.journal.ledger import Ledger
from sync.journal.port import NodeRecord
from sync.journal.segments import Segment
from sync.model.entry import Entry, JournalId, Tip
from sync.model.heads import Heads
from sync.model.moment import VIETNAM, day_of
from sync.protocol import limits
from sync.protocol.codec import name_in, points_in, points_out, run_out
from sync.protocol.messages import FillAsk, JournalPoints, Loan, Request, WireRun

LOAN_CONTEXT = b"motcua checkpoint v1"
_CONTROL, _OPEN, _TOUCHED = b"\0", b"\1", b"\2"
_LATEST = 2**32 - 1
_AT_ONCE = 64
_WINDOW = 256


@dataclass(slots=True)
class Given:
    """The checkpoints' part of a reply. `more`: another request brings something at once."""

    budget: int
    loans: list[Loan] = field(default_factory=list)
    fills: list[Segment] = field(default_factory=list)
    more: bool = False


def worth_a_checkpoint(ledger: Ledger, mine: Heads, theirs: Collection[JournalId], node: bytes) -> bool:
    """Whether a channel is given from a checkpoint: it is new to the node, and long."""
    if ledger.rows.recent is None or any(journal.node != node for journal in theirs):
        return False
    lacking = [tips for journal, tips in mine.items() if journal not in theirs]
    return sum(max(tip.seq for tip in tips) for tips in lacking) >= limits.CHECKPOINT_FROM


def give(
    ledger: Ledger,
    keys: NodeKeys,
    record: NodeRecord,
    request: Request,
    begun: Mapping[str, tuple[Heads, Heads]],
    budget: int,
    time: int,
) -> Given:
    """What the request's `fills` ask for, within `budget` bytes of entries.

    `begun` are the channels for which a checkpoint begins in this reply: (our heads, the node's).
    """
    given = Given(budget)
    if ledger.rows.recent is None:
        return given
    asks = {ask.channel: ask for ask in request.fills if ask.channel in record.reads}
    for channel, ask in asks.items():
        pieces = _Lender(ledger, keys, channel, time, given)
        if ask.begin:
            if channel in begun:
                pieces.begin(*begun[channel])
            continue
        if ask.dossiers and ask.lent:
            pieces.name(ask.dossiers)
        if not ask.lent:
            pieces.lend(ask.cursor)
    for channel, ask in asks.items():
        if ask.lent and not ask.begin:
            _Lender(ledger, keys, channel, time, given).fill(ask, record.node)
    return given


@dataclass(slots=True)
class _Lender:
    """Pieces of one channel's checkpoint."""

    ledger: Ledger
    keys: NodeKeys
    channel: str
    time: int
    given: Given

    @property
    def since(self) -> int:
        """The first of the last days."""
        today = day_of(datetime.fromtimestamp(self.time, VIETNAM)).toordinal()
        return max(1, today - limits.CHECKPOINT_DAYS)

    def begin(self, mine: Heads, theirs: Heads) -> None:
        """The heads, the run that ends at each of them, and the first piece."""
        wire = []
        for journal in sorted(mine):
            if journal in theirs:
                continue
            wire.append(points_out(journal, mine[journal], b""))
            for tip in sorted(mine[journal]):
                top = run_down(self.ledger, journal, tip, 1)
                if top is not None:
                    self.given.fills.append(top)
                    self.given.budget -= size_of(top.entries)
        self.lend(b"", wire)

    def lend(self, after: bytes, heads: Sequence[JournalPoints] = ()) -> None:
        """The piece behind a cursor."""
        entries: list[Entry] = []
        cursor, last = after, True
        for key, some in self._items(after):
            if entries and self.given.budget <= 0:
                last = False
                break
            entries += some
            cursor = key
            self.given.budget -= size_of(some)
        piece = Loan(
            self.channel, self.time, self.since, list(heads), after, cursor, last, [], _runs(entries)
        )
        self.add(piece)
        self.given.more |= not last

    def name(self, dossiers: Sequence[bytes]) -> None:
        """All entries of some dossiers; at least one dossier."""
        assert self.ledger.rows.recent is not None
        named: list[bytes] = []
        entries: list[Entry] = []
        for one in dict.fromkeys(dossiers):
            if named and self.given.budget <= 0:
                self.given.more = True
                break
            some = self.ledger.rows.dossier_entries(self.channel, [one]).get(one, ())
            named.append(one)
            entries += some
            self.given.budget -= size_of(some)
        self.add(Loan(self.channel, self.time, self.since, named=named, runs=_runs(entries)))

    def add(self, loan: Loan) -> None:
        """Signs a piece."""
        self.given.loans.append(
            msgspec.structs.replace(loan, signature=self.keys.sign(LOAN_CONTEXT, said(loan)))
        )

    def fill(self, ask: FillAsk, node: bytes) -> None:
        """Runs that end at the places named, as far as they fit; at least one."""
        budget = min(self.given.budget, limits.FILL_BUDGET)
        for place in ask.below:
            journal = name_in(place, node)
            for tip in points_in([place], node)[journal]:
                if budget <= 0 and self.given.fills:
                    self.given.more = True
                    return
                run = (
                    run_down(self.ledger, journal, tip, max(budget, 1))
                    if journal.channel == self.channel
                    else None
                )
                if run is not None:
                    self.given.fills.append(run)
                    budget -= size_of(run.entries)
                    self.given.budget -= size_of(run.entries)
                    self.given.more |= run.entries[0].seq > 1

    def _items(self, after: bytes) -> Iterator[tuple[bytes, Sequence[Entry]]]:
        """(cursor, entries) behind a cursor; what is needed first comes first."""
        recent = self.ledger.rows.recent
        assert recent is not None
        if after < _OPEN:
            control = recent.control(self.channel, self.since)
            keyed = sorted((_CONTROL + _place(entry), entry) for entry in control)
            yield from ((key, [entry]) for key, entry in keyed if key > after)
        wanted = sorted(
            key
            for unfinished, day, one in recent.dossiers(self.channel, self.since)
            if (key := (_OPEN if unfinished else _TOUCHED) + (_LATEST - day).to_bytes(4, "big") + one) > after
        )
        left = iter(wanted)
        while some := list(islice(left, _AT_ONCE)):
            held = self.ledger.rows.dossier_entries(self.channel, [key[5:] for key in some])
            yield from ((key, held.get(key[5:], ())) for key in some)


def checkpoint(ledger: Ledger, keys: NodeKeys, channel: str, time: int, part: int) -> Iterator[Given]:
    """A whole checkpoint in pieces of about `part` bytes, for whomever it reaches; with the first the runs
    that end at its heads. Only where checkpoints are made (`Rows.recent`).
    """
    given = Given(part)
    _Lender(ledger, keys, channel, time, given).begin(ledger.heads(channel), {})
    yield given
    while given.more:
        after = given.loans[-1].cursor
        given = Given(part)
        _Lender(ledger, keys, channel, time, given).lend(after)
        yield given


def all_downwards(ledger: Ledger, channel: str, part: int) -> Iterator[Segment]:
    """Everything in a channel's journals as runs of about `part` bytes from the heads down, newest first."""
    heads = ledger.heads(channel)
    ends = [(_LATEST, journal, tip) for journal in sorted(heads) for tip in sorted(heads[journal])]
    seen: set[bytes] = set()
    while ends:
        latest = max(ends, key=lambda one: one[0])
        ends.remove(latest)
        _day, journal, tip = latest
        run = run_down(ledger, journal, tip, part) if tip.digest not in seen else None
        if run is None:
            continue
        yield run
        first = run.entries[0]
        if len(heads[journal]) > 1:  # what is behind a fork goes once
            seen |= {entry.digest for entry in run.entries}
        if first.seq > 1:
            ends.append((first.day, journal, Tip(first.seq - 1, first.prev)))


def said(loan: Loan) -> bytes:
    """What is signed of a loan."""
    return msgspec.msgpack.encode(msgspec.structs.replace(loan, signature=b""))


def size_of(entries: Iterable[Entry]) -> int:
    """Bytes of entries as budgets count them."""
    return sum(len(one.envelope) + len(one.body or b"") for one in entries)


def _place(entry: Entry) -> bytes:
    return entry.journal.node + entry.journal.incarnation + entry.seq.to_bytes(8, "big") + entry.digest[:8]


def _runs(entries: Iterable[Entry]) -> list[WireRun]:
    """Entries as runs of journals, each as long as it goes."""
    runs: list[list[Entry]] = []
    for entry in sorted(entries, key=_place):
        if runs and runs[-1][-1].journal == entry.journal and runs[-1][-1].digest == entry.prev:
            runs[-1].append(entry)
        else:
            runs.append([entry])
    return [run_out(run) for run in runs]


def run_down(ledger: Ledger, journal: JournalId, tip: Tip, budget: int) -> Segment | None:
    """The run that ends at a place of a journal, of about `budget` bytes; it begins behind a seal."""
    rows = ledger.rows
    row = rows.journal_row(journal, create=False)
    if row is None or rows.seqs(row, [tip.digest]).get(tip.digest) != tip.seq:
        return None
    found: list[Entry] = []
    at, size = tip, 0
    while at.seq:
        first = max(1, at.seq - _WINDOW + 1)
        window = {entry.digest: entry for entry in _upto(rows.entries_after(row, first - 1), at.seq)}
        sealed = {one.tip.digest for one in rows.seals(row, first - 2, at.seq)}
        while at.seq >= first:
            entry = window[at.digest]
            found.append(entry)
            size += size_of([entry])
            at = Tip(entry.seq - 1, entry.prev)
            if size >= budget and entry.prev in sealed:
                return _run(ledger, row, journal, found)
    return _run(ledger, row, journal, found)


def _upto(entries: Iterable[Entry], seq: int) -> Iterator[Entry]:
    for entry in entries:
        if entry.seq > seq:
            return
        yield entry


def _run(ledger: Ledger, row: int, journal: JournalId, found: list[Entry]) -> Segment:
    found.reverse()
    names = {entry.digest for entry in found}
    seals = ledger.rows.seals(row, found[0].seq - 1, found[-1].seq)
    return Segment(journal, tuple(found), tuple(one for one in seals if one.tip.digest in names))
