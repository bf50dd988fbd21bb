"""Mistakes an engine could make, each a patch over the real one. The machine must fail with any of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

from sync.journal import quarantine
from sync.journal.ledger import Admission, Ledger
from sync.journal.memory import MemoryRows
from sync.journal.own import OwnJournals
from sync.journal.segments import Segment, SegmentRefused
from sync.model.entry import Entry, JournalId, Tip
from sync.protocol import answering, asking, hearing, receipts, serving
from sync.protocol.receipts import Receipt, own_journals
from tests.protocol.machine import Histories
from tests.protocol.planting import Mistakes
from tests.protocol.world import Center, Crash, CrashingStore

PLANTED = Mistakes()
plant, planted = PLANTED.plant, PLANTED.planted


@plant
def one_entry_per_seq(stack: ExitStack) -> None:
    """(journal, seq) taken for an entry's name: the second branch of a fork is refused."""
    admit_run = Ledger._admit_run

    def refuse(self: Ledger, row: int, segment: Segment, admission: Admission) -> None:
        taken = {place.seq: place.digest for place in self.rows.index(row)}
        if any(taken.get(entry.seq, entry.digest) != entry.digest for entry in segment.entries):
            raise SegmentRefused("seq: taken")
        admit_run(self, row, segment, admission)

    stack.enter_context(patch.object(Ledger, "_admit_run", refuse))


@plant
def late_entries_are_folded_last(stack: ExitStack) -> None:
    """What arrives late is folded on at the end instead of where it belongs."""
    order = Entry.order

    arrived: dict[bytes, int] = {}

    def by_arrival(self: Entry) -> tuple[int, bytes, bytes, int, bytes]:
        return (arrived.setdefault(self.digest, len(arrived)), b"", b"", 0, b"")

    refold = Ledger.refold

    def folded_on(self: Ledger, channel: str, dossiers: Iterable[bytes], **how: bool) -> Any:
        Entry.order = property(by_arrival)  # type: ignore[method-assign, assignment]
        try:
            return refold(self, channel, dossiers, **how)
        finally:
            Entry.order = order  # type: ignore[method-assign]

    stack.enter_context(patch.object(Ledger, "refold", folded_on))


@plant
def gaps_are_jumped(stack: ExitStack) -> None:
    """A stretch without its predecessor is taken in and moves the head."""

    def jump(self: Ledger, row: int, segment: Segment, admission: Admission) -> None:
        held = self.rows.seqs(row, [entry.digest for entry in segment.entries])
        fresh = [entry for entry in segment.entries if entry.digest not in held]
        if fresh:
            self._add(row, fresh, self.rows.tips(row), admission)
            self.rows.set_tips(row, frozenset({segment.tip}))
        self.rows.insert_seals(row, segment.seals)

    stack.enter_context(patch.object(Ledger, "_admit_run", jump))


@plant
def parked_runs_are_forgotten(stack: ExitStack) -> None:
    """A run that waited is dropped when its gap fills, and its tip believed held."""

    def forget(self: Ledger, row: int, _journal: JournalId, _admission: Admission) -> None:
        for prev, _raw in self.rows.parked(row):
            if self.rows.seqs(row, [prev]):
                self.rows.unpark(row, prev)
                raise AssertionError("what waited is lost")

    stack.enter_context(patch.object(Ledger, "_fill_gaps", forget))


@plant
def receipts_never_go_back(stack: ExitStack) -> None:
    """A restored center's receipt is taken for an old one: what it lost is never sent again."""
    keep = receipts.keep_receipt

    def highest(ledger: Ledger, receipt: Receipt, *, direct: bool) -> bool:
        kept = receipts.latest_receipt(ledger, receipt.center)
        if kept is not None and any(
            max(tip.seq for tip in tips) > max((tip.seq for tip in receipt.heads.get(journal, ())), default=0)
            for journal, tips in kept.heads.items()
        ):
            return False
        return keep(ledger, receipt, direct=direct)

    stack.enter_context(patch.object(hearing, "keep_receipt", highest))


@plant
def sent_is_acknowledged(stack: ExitStack) -> None:
    """What left is believed to have arrived."""
    ask = asking.ask

    def optimist(store: Any, keys: Any, receiver: Any, *rest: Any) -> Any:
        question = ask(store, keys, receiver, *rest)
        with store.transaction() as ledger:
            heads = {journal: ledger.rows.tips(row) for row, journal in own_journals(ledger, keys.node)}
            receipt = Receipt(receiver.node, bytes(8), keys.node, 0, 0, {}, heads, bytes(64))
            receipts.keep_receipt(ledger, receipt, direct=True)
        return question

    stack.enter_context(patch("sync.protocol.engine.ask", optimist))


@plant
def receipts_leave_before_commit(stack: ExitStack) -> None:
    """The answer goes out although the commit failed."""
    answer = Center.answer

    def hasty(self: Center, sealed: bytes) -> bytes:
        before = self.store.tables.copied()
        crash, self.store.crash_at = self.store.crash_at, 0
        reply = answer(self, sealed)
        if crash:
            self.store.tables = before
        return reply

    stack.enter_context(patch.object(Center, "answer", hasty))


@plant
def forks_go_unseen(stack: ExitStack) -> None:
    """A restored desk "pulls back and goes on" in the same incarnation."""

    def blind(self: OwnJournals, channel: str) -> bool:
        return self.current(channel) is None

    stack.enter_context(patch.object(OwnJournals, "must_reopen", blind))


@plant
def nothing_is_wanted(stack: ExitStack) -> None:
    """A restored center takes back only what its desks wrote themselves."""
    stack.enter_context(patch.object(serving._Channel, "want", lambda *_: None))


@plant
def no_ladders(stack: ExitStack) -> None:
    """Two branches that do not know each other's tips never find their fork."""
    stack.enter_context(patch.object(asking._Draft, "climb", lambda *_: None))


@plant
def one_branch_travels(stack: ExitStack) -> None:
    """Of a forked journal only the longer branch is passed on."""

    def longest(self: Ledger, row: int, journal: JournalId, held: set[bytes], budget: int) -> Any:
        tip = max(self.rows.tips(row))
        places = {place.digest: place for place in self.rows.index(row)}
        at: bytes = tip.digest
        chain: list[bytes] = []
        while at in places and at not in held:
            chain.insert(0, at)
            at = places[at].prev
        entries = self.rows.entries(row, chain)
        names = set(chain)
        seals = [one for one in self.rows.seals(row, 0, tip.seq) if one.tip.digest in names]
        run = tuple(entries[digest] for digest in chain)
        return ([Segment(journal, run, tuple(seals))] if run else []), False

    stack.enter_context(patch.object(Ledger, "_branches", longest))


@plant
def leases_right_after_a_restore(stack: ExitStack) -> None:
    """A restored center leases before it has heard what it leased already."""
    stack.enter_context(patch.object(Center, "may_lease", property(lambda _: True, lambda *_: None)))


@plant
def commits_in_halves(stack: ExitStack) -> None:
    """A crash leaves half a transaction: entries without their projections."""

    @contextmanager
    def torn(self: CrashingStore) -> Iterator[Ledger]:
        dossiers = dict(self.tables.dossiers)
        with self.snapshot() as ledger:
            yield ledger
        if self.crash_at:
            self.crash_at -= 1
            if not self.crash_at:
                self.tables.dossiers = dossiers
                raise Crash

    stack.enter_context(patch.object(CrashingStore, "transaction", torn))


@plant
def revoked_by_time_and_not_by_place(stack: ExitStack) -> None:
    """Whatever had come before the revocation was heard of counts on."""
    stack.enter_context(patch.object(Ledger, "_settle", lambda self, node: self._bounds.pop(node, None)))


@plant
def quarantined_entries_are_folded(stack: ExitStack) -> None:
    """What lies beyond a bound still moves dossiers."""
    entries = MemoryRows.dossier_entries

    def all_of_them(self: MemoryRows, channel: str, dossiers: Sequence[bytes]) -> Any:
        found = {one: list(some) for one, some in entries(self, channel, dossiers).items()}
        for held in self.tables.aside.values():
            for entry, _seal in held.values():
                if entry.journal.channel == channel and entry.dossier in dossiers:
                    found.setdefault(entry.dossier, []).append(entry)
        return found

    stack.enter_context(patch.object(MemoryRows, "dossier_entries", all_of_them))


@plant
def quarantined_entries_are_summed(stack: ExitStack) -> None:
    """What is taken out of a journal stays in its day's sum."""
    stack.enter_context(patch.object(quarantine, "uncount_entries", lambda *_: None))


@plant
def quarantined_entries_are_passed_down(stack: ExitStack) -> None:
    """A reply holds what lies beyond a bound, as if it were wanted below."""
    send = serving._Channel.send

    def generous(self: Any, mine: Any, theirs: Any) -> Any:
        after = send(self, mine, theirs)
        for _row, journal in self.served.ledger.rows.journals(self.ask.channel):
            self.served.out.add_aside(journal, ())
        return after

    stack.enter_context(patch.object(serving._Channel, "send", generous))


@plant
def quarantined_entries_are_forgotten(stack: ExitStack) -> None:
    """What came late of a revoked node is thrown away."""
    keep = MemoryRows.quarantine

    def only_known(self: MemoryRows, row: int, entries: Sequence[Entry], seals: Any) -> None:
        held = self.tables.entries[row]
        keep(self, row, [one for one in entries if one.digest in held], seals)

    stack.enter_context(patch.object(MemoryRows, "quarantine", only_known))


@plant
def quarantined_entries_stay_below(stack: ExitStack) -> None:
    """What only a desk has of a revoked node never reaches the center."""
    stack.enter_context(patch.object(asking._Draft, "aside", lambda _self: asking.Aside()))


@plant
def a_revoked_node_is_served(stack: ExitStack) -> None:
    """Its exchange is answered as ever."""
    put_aside = answering._Answer.put_aside

    def as_ever(self: Any) -> Any:
        put_aside(self)
        return self.reply()

    stack.enter_context(patch.object(answering._Answer, "put_aside", as_ever))


__all__ = ["PLANTED", "Histories", "Sequence", "Tip", "planted"]
