"""What every `JournalStore` promises; subclass it and give it a `store_factory`."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import pytest

from sync.identity.keys import PublicKeys
from sync.journal.ledger import Ledger
from sync.journal.own import Draft, OwnJournals
from sync.journal.port import JournalStore, NodeRecord, Place
from sync.journal.sums import Sum, folded_of, kept_sums, recount, recount_folds
from sync.model import kinds
from sync.model.bodies import pack
from sync.model.dossier import Dossier
from sync.model.entry import MAX_SEQ, PERSONAL, Entry, JournalId, Tip, new_entry
from sync.model.heads import root_of
from sync.model.number import Lease
from sync.model.status import Status
from tests.journal.purge_contract import PurgeContract
from tests.journal.quarantine_contract import QuarantineContract
from tests.journal.sample import (
    CENTER,
    CHANNEL,
    DAY,
    DESK,
    JOURNAL,
    OTHER_CHANNEL,
    RECORD,
    TRUSTED,
    Counting,
    run,
    sealed,
    tip,
)

StoreFactory = Callable[[Mapping[bytes, PublicKeys]], JournalStore]
"""Makes a fresh, empty store with the given trusted centers; called more than once in some tests."""

DOSSIER, OTHER_DOSSIER = bytes(15) + b"\1", bytes(15) + b"\2"


class Undone(Exception):
    """Raised inside a transaction to have it undone."""


class JournalStoreContract(QuarantineContract, PurgeContract):
    """The one contract of the memory store, the desk's, and the center's on both databases.

    A subclass defines the fixture `store_factory`. A store may bring what its own set-up writes (a
    node, a note): nothing here counts what is there in all.
    """

    @pytest.fixture
    def store_factory(self) -> StoreFactory:
        raise NotImplementedError("the subclass says how a store is made")

    @pytest.fixture
    def store(self, store_factory: StoreFactory) -> JournalStore:
        return store_factory(TRUSTED)

    # -- transactions ---------------------------------------------------------------------------

    def test_what_a_transaction_wrote_is_there_afterwards(self, store: JournalStore) -> None:
        with store.transaction() as ledger:
            ledger.rows.put_note("test:a", b"1")
        with store.snapshot() as ledger:
            assert ledger.rows.note("test:a") == b"1"
        with store.transaction() as ledger:
            assert ledger.rows.note("test:a") == b"1"

    def test_a_transaction_that_raises_leaves_nothing(self, store: JournalStore) -> None:

        def write(ledger: Ledger) -> None:
            ledger.rows.lock(CHANNEL)
            row = ledger.rows.journal_row(JOURNAL, create=True)
            assert row is not None
            ledger.rows.insert_entries(row, run(3))
            ledger.rows.put_note("test:a", b"1")
            ledger.rows.save_node(RECORD)

        with pytest.raises(Undone):
            _undo(store, write)
        with store.snapshot() as ledger:
            assert ledger.rows.note("test:a") is None
            assert ledger.rows.journal_row(JOURNAL, create=False) is None
            assert ledger.rows.node(DESK.node) is None

    def test_a_transaction_sees_its_own_writing(self, store: JournalStore) -> None:
        with store.transaction() as ledger:
            row = ledger.rows.journal_row(JOURNAL, create=True)
            assert row is not None
            entries = run(2)
            ledger.rows.insert_entries(row, entries)
            assert ledger.rows.seqs(row, [entries[1].digest]) == {entries[1].digest: 2}

    def test_the_trusted_centers_come_along(self, store: JournalStore) -> None:
        with store.snapshot() as ledger:
            assert ledger.trusted[CENTER.node] == CENTER.public

    # -- journals -------------------------------------------------------------------------------

    def test_a_journal_has_one_row(self, store: JournalStore) -> None:
        other = JournalId(DESK.node, OTHER_CHANNEL, JOURNAL.incarnation)
        next_one = JournalId(DESK.node, CHANNEL, b"incarn-2")
        with store.transaction() as ledger:
            rows = ledger.rows
            assert rows.journal_row(JOURNAL, create=False) is None
            made = [rows.journal_row(one, create=True) for one in (JOURNAL, other, next_one)]
            assert len(set(made)) == 3
        with store.snapshot() as ledger:
            rows = ledger.rows
            assert [rows.journal_row(one, create=False) for one in (JOURNAL, other, next_one)] == made
            assert [one for _row, one in rows.journals(CHANNEL)] == [JOURNAL, next_one]
            assert [row for row, _one in rows.journals(CHANNEL)] == [made[0], made[2]]
            assert list(rows.channels()) == sorted(rows.channels())
            assert {CHANNEL, OTHER_CHANNEL} <= set(rows.channels())

    def test_tips_are_what_was_set_last(self, store: JournalStore) -> None:
        high = Tip(MAX_SEQ, bytes(range(224, 256)))
        with store.transaction() as ledger:
            row = ledger.rows.journal_row(JOURNAL, create=True)
            assert row is not None
            assert ledger.rows.tips(row) == frozenset()
            assert dict(ledger.rows.heads(CHANNEL)) == {}, "an empty journal has no heads"
            ledger.rows.set_tips(row, frozenset({tip(1)}))
            ledger.rows.set_tips(row, frozenset({tip(2), high}))
        with store.snapshot() as ledger:
            assert ledger.rows.tips(row) == {tip(2), high}
            assert dict(ledger.rows.heads(CHANNEL)) == {JOURNAL: frozenset({tip(2), high})}
            assert dict(ledger.rows.heads(OTHER_CHANNEL)) == {}

    def test_entries_come_back_byte_for_byte(self, store: JournalStore) -> None:
        entries = run(3)
        strange = new_entry(
            JOURNAL,
            entries[-1].tip,
            kind="test.note",
            body=bytes(range(256)) * 40,
            day=DAY,
            flags=PERSONAL,
            dossier=DOSSIER,
            seen=[bytes([n]) * 32 for n in range(32)],
            height=2**32 - 1,
        )
        purged = replace(run(1, strange)[0], body=None, envelope=run(1, strange)[0].envelope)
        everything = [*entries, strange, purged]
        with store.transaction() as ledger:
            row = ledger.rows.journal_row(JOURNAL, create=True)
            assert row is not None
            ledger.rows.insert_entries(row, everything)
        with store.snapshot() as ledger:
            found = list(ledger.rows.entries_after(row, 0))
            assert found == everything
            assert [one.envelope for one in found] == [one.envelope for one in everything]
            assert [one.digest for one in found] == [one.digest for one in everything]
            assert [one.body for one in found] == [one.body for one in everything]
            assert list(ledger.rows.entries_after(row, 3)) == everything[3:]
            assert list(ledger.rows.entries_after(row, 5)) == []
            for seq in (0, 3, 5):
                assert ledger.rows.dossiers_after(row, seq) == {
                    one.dossier for one in everything if one.seq > seq and one.dossier
                }
            digests = [strange.digest, bytes(32), entries[0].digest]
            assert ledger.rows.entries(row, digests) == {
                strange.digest: strange,
                entries[0].digest: entries[0],
            }
            assert list(ledger.rows.index(row)) == [
                Place(one.seq, one.digest, one.prev) for one in everything
            ]

    def test_both_branches_of_a_fork_are_kept(self, store: JournalStore) -> None:
        trunk = run(2)
        branches = [run(2, trunk[-1], word=word) for word in (b"left", b"right")]
        with store.transaction() as ledger:
            row = ledger.rows.journal_row(JOURNAL, create=True)
            assert row is not None
            for some in (trunk, *branches):
                ledger.rows.insert_entries(row, some)
        with store.snapshot() as ledger:
            seqs = [one.seq for one in ledger.rows.entries_after(row, 0)]
            assert seqs == [1, 2, 3, 3, 4, 4]
            assert [one.seq for one in ledger.rows.index(row)] == seqs

    def test_many_digests_are_looked_up_at_once(self, store: JournalStore) -> None:
        entries = run(40)
        asked = [n.to_bytes(32, "big") for n in range(40_000)] + [one.digest for one in entries]
        with store.transaction() as ledger:
            row = ledger.rows.journal_row(JOURNAL, create=True)
            assert row is not None
            ledger.rows.insert_entries(row, entries)
            assert ledger.rows.seqs(row, asked) == {one.digest: one.seq for one in entries}
            assert ledger.rows.seqs(row, []) == {}
            assert ledger.rows.entries(row, []) == {}
            assert len(ledger.rows.entries(row, asked)) == 40

    def test_seals_are_found_by_place_and_kept_once(self, store: JournalStore) -> None:
        entries = run(6)
        seals = sealed(entries, at=(1, 3, 5)).seals
        again = replace(seals[0], signature=bytes(64))
        with store.transaction() as ledger:
            row = ledger.rows.journal_row(JOURNAL, create=True)
            assert row is not None
            ledger.rows.insert_entries(row, entries)
            ledger.rows.insert_seals(row, [seals[2], seals[0]])
            ledger.rows.insert_seals(row, [seals[1], again])
        with store.snapshot() as ledger:
            assert list(ledger.rows.seals(row, 0, 6)) == list(seals)
            assert list(ledger.rows.seals(row, 2, 5)) == [seals[1]]
            assert list(ledger.rows.seals(row, 4, 5)) == []

    # -- dossiers -------------------------------------------------------------------------------

    def test_a_dossiers_entries_are_found_in_its_channel_only(self, store: JournalStore) -> None:
        one = run(2, dossier=DOSSIER)
        second = run(1, one[-1], dossier=OTHER_DOSSIER)
        elsewhere = JournalId(DESK.node, OTHER_CHANNEL, JOURNAL.incarnation)
        foreign = run(1, journal=elsewhere, dossier=DOSSIER)
        with store.transaction() as ledger:
            for journal, entries in ((JOURNAL, [*one, *second]), (elsewhere, foreign)):
                row = ledger.rows.journal_row(journal, create=True)
                assert row is not None
                ledger.rows.insert_entries(row, entries)
        with store.snapshot() as ledger:
            find = ledger.rows.dossier_entries
            found = find(CHANNEL, [DOSSIER, OTHER_DOSSIER, bytes(16)])
            assert {key: set(map(_digest, value)) for key, value in found.items()} == {
                DOSSIER: set(map(_digest, one)),
                OTHER_DOSSIER: set(map(_digest, second)),
            }
            assert [e.digest for e in find(OTHER_CHANNEL, [DOSSIER])[DOSSIER]] == [foreign[0].digest]
            assert find(CHANNEL, []) == {}
            assert len(find(CHANNEL, [n.to_bytes(16, "big") for n in range(40_000)])) == 2

    def test_a_dossier_without_intake_is_a_projection_too(self, store: JournalStore) -> None:
        """It may come before its first entry does, and be written over any number of times."""
        bare = Dossier(DOSSIER, "H15.50.05.13", Status.REGISTERED, None, "", None, flags=("no-intake",))
        with store.transaction() as ledger:
            ledger.rows.save_dossiers(CHANNEL, [bare])
            ledger.rows.save_dossiers(CHANNEL, [replace(bare, status=Status.PROCESSING), bare])
            ledger.rows.save_dossiers(CHANNEL, [])

    # -- sums -----------------------------------------------------------------------------------

    def test_every_entry_is_counted_into_its_day(self, store: JournalStore) -> None:
        """In its own transaction, whatever way it came, and as a count of what is there would give it."""
        body = pack({"at": "2026-11-23T09:00+07:00", "by": ["cb1", "Hạnh"], "to": "processing"})
        with store.transaction() as ledger:
            self.admitting(ledger)
            assert recount(ledger.rows, CHANNEL) == [], "a channel never counted has no wrong days"
            trunk = run(3)
            ledger.admit(sealed(trunk))
            ledger.admit(sealed(trunk))
            ledger.admit(sealed(run(2, trunk[0], word=b"branch")))
            own = OwnJournals(ledger, DESK, Counting())
            own.append(CHANNEL, [Draft(kinds.STATUS, body, DOSSIER)] * 2, DAY + 1)
            own.append(CHANNEL, [Draft(kinds.STATUS, body, OTHER_DOSSIER)], DAY + 1)
        with store.transaction() as ledger:
            rows = ledger.rows
            sums, kept = rows.day_sums(CHANNEL, None), kept_sums(rows, CHANNEL)
            assert {day: one.count for day, one in sums.items()} == {DAY: 5, DAY + 1: 4}
            assert rows.day_sums(CHANNEL, [DAY]) == {DAY: sums[DAY]}
            assert dict(rows.day_sums(OTHER_CHANNEL, None)) == {}
            assert kept is not None
            assert (kept.entries.count, kept.folds.count) == (9, 2)
            digests = sorted(rows.digests_of(CHANNEL, None))
            assert sorted(rows.digests_of(CHANNEL, [DAY, DAY + 1])) == digests
            assert {day for day, _digest in rows.digests_of(CHANNEL, [DAY + 1])} == {DAY + 1}
            assert (
                sums[DAY].total
                == sum(int.from_bytes(one, "big") for day, one in digests if day == DAY) % 2**256
            )
            assert recount(rows, CHANNEL) == []
            assert kept_sums(rows, CHANNEL) == kept

    def test_a_transaction_undone_counts_nothing(self, store: JournalStore) -> None:
        with store.transaction() as ledger:
            self.admitting(ledger)
            recount(ledger.rows, CHANNEL)

        def write(ledger: Ledger) -> None:
            ledger.admit(sealed(run(3)))

        with pytest.raises(Undone):
            _undo(store, write)
        with store.snapshot() as ledger:
            assert dict(ledger.rows.day_sums(CHANNEL, None)) == {}
            kept = kept_sums(ledger.rows, CHANNEL)
            assert kept is not None
            assert kept.entries.count == 0

    def test_a_wrong_sum_is_found_and_put_right(self, store: JournalStore) -> None:
        with store.transaction() as ledger:
            self.admitting(ledger)
            ledger.admit(sealed(run(4)))
            recount(ledger.rows, CHANNEL)
        with store.transaction() as ledger:
            right, kept = ledger.rows.day_sums(CHANNEL, None), kept_sums(ledger.rows, CHANNEL)
            wrong = {DAY: right[DAY].plus(bytes(31) + b"1"), DAY + 7: Sum().plus(bytes(32))}
            ledger.rows.put_day_sums(CHANNEL, wrong)
            assert recount(ledger.rows, CHANNEL, [DAY + 7]) == [DAY + 7]
            assert recount(ledger.rows, CHANNEL) == [DAY]
            assert ledger.rows.day_sums(CHANNEL, None) == right
            assert kept_sums(ledger.rows, CHANNEL) == kept

    def test_folds_are_summed_as_they_stand(self, store: JournalStore) -> None:
        """Whatever a dossier went through, the sum is that of what its projection says now."""
        to = ("processing", "done", "returned")
        bodies = [pack({"at": "2026-11-23T09:00+07:00", "by": ["cb1", "Hạnh"], "to": one}) for one in to]
        with store.transaction() as ledger:
            self.admitting(ledger)
            recount(ledger.rows, CHANNEL)
        for body in bodies:
            with store.transaction() as ledger:
                OwnJournals(ledger, DESK, Counting()).append(
                    CHANNEL, [Draft(kinds.STATUS, body, DOSSIER)], DAY
                )
        with store.transaction() as ledger:
            kept = kept_sums(ledger.rows, CHANNEL)
            [one] = ledger.rows.folded(CHANNEL, [DOSSIER, OTHER_DOSSIER])
            dossier = ledger.dossier(CHANNEL, DOSSIER)
            assert kept is not None
            assert dossier is not None
            assert one == folded_of(dossier)
            assert kept.folds == Sum().plus(one.digest)
            assert not recount_folds(ledger.rows, CHANNEL)
            strange = replace(dossier, due_at=None, number="\0 H15")
            ledger.rows.save_dossiers(CHANNEL, [strange])
            assert recount_folds(ledger.rows, CHANNEL)
            [one] = ledger.rows.folded(CHANNEL, None)
            assert one.digest == folded_of(strange).digest

    # -- gaps -----------------------------------------------------------------------------------

    def test_parked_runs_wait_under_their_predecessor(self, store: JournalStore) -> None:
        first, other = Place(5, b"a" * 32, b"p" * 32), Place(5, b"b" * 32, b"p" * 32)
        third = Place(9, b"c" * 32, b"q" * 32)
        with store.transaction() as ledger:
            row = ledger.rows.journal_row(JOURNAL, create=True)
            assert row is not None
            for place, raw in ((first, b"one"), (other, b"two"), (third, b"three"), (first, b"one")):
                assert ledger.rows.park(row, DESK.node, place, raw)
        with store.transaction() as ledger:
            assert sorted(ledger.rows.parked(row)) == [
                (b"p" * 32, b"one"),
                (b"p" * 32, b"two"),
                (b"q" * 32, b"three"),
            ]
            ledger.rows.unpark(row, b"p" * 32)
            assert list(ledger.rows.parked(row)) == [(b"q" * 32, b"three")]

    def test_a_longer_run_from_the_same_place_takes_the_shorters(self, store: JournalStore) -> None:
        place = Place(5, b"a" * 32, b"p" * 32)
        with store.transaction() as ledger:
            row = ledger.rows.journal_row(JOURNAL, create=True)
            assert row is not None
            for raw in (b"long run", b"run"):
                assert ledger.rows.park(row, DESK.node, place, raw)
            assert list(ledger.rows.parked(row)) == [(b"p" * 32, b"long run")]

    def test_a_node_cannot_park_without_bound(self, store: JournalStore) -> None:
        with store.transaction() as ledger:
            row = ledger.rows.journal_row(JOURNAL, create=True)
            assert row is not None
            kept = [
                ledger.rows.park(
                    row, DESK.node, Place(n, n.to_bytes(32, "big"), b"p" * 32), bytes(1024 * 1024)
                )
                for n in range(1, 12)
            ]
            assert kept[0]
            assert not kept[-1]

    # -- nodes, leases, notes -------------------------------------------------------------------

    def test_a_node_is_what_was_saved_last(self, store: JournalStore) -> None:
        changed = replace(RECORD, desk=2, reads=(CHANNEL, OTHER_CHANNEL), certificate=bytes(range(256)))
        with store.transaction() as ledger:
            assert ledger.rows.node(DESK.node) is None
            ledger.rows.save_node(RECORD)
            ledger.rows.save_node(changed)
            ledger.rows.save_node(NodeRecord(CENTER.public, kinds.CENTER, "H15"))
        with store.snapshot() as ledger:
            assert ledger.rows.node(DESK.node) == changed
            roles = ledger.rows.roles()
            assert (roles[DESK.node], roles[CENTER.node]) == (kinds.DESK, kinds.CENTER)
            assert ledger.roles[DESK.node] == kinds.DESK
            assert ledger.roles.get(bytes(16)) is None

    def test_a_lease_is_kept_once_and_in_order(self, store: JournalStore) -> None:
        spare = Lease("H15.50.05.13", 6000, 6099, DESK.node, b"", date(2026, 11, 23))
        main = Lease("H15.50.05.13", 1, 999, DESK.node, JOURNAL.incarnation, date(2026, 11, 23))
        with store.transaction() as ledger:
            for lease in (spare, main, spare, main):
                ledger.rows.save_lease(CHANNEL, lease)
            ledger.rows.save_lease(OTHER_CHANNEL, replace(main, identifier="H15.50.05.14"))
        with store.snapshot() as ledger:
            assert list(ledger.rows.leases(CHANNEL)) == [spare, main]
            assert len(ledger.rows.leases(OTHER_CHANNEL)) == 1

    def test_notes_are_set_replaced_and_removed(self, store: JournalStore) -> None:
        with store.transaction() as ledger:
            rows = ledger.rows
            for key in ("test:b", "test:a", "test_c", "testXc", "test%", "tesz"):
                rows.put_note(key, key.encode())
            rows.put_note("test:a", b"\0\xff")
            rows.put_note("test:gone", b"1")
            rows.put_note("test:gone", None)
            rows.put_note("test:never", None)
        with store.snapshot() as ledger:
            notes = ledger.rows.notes
            assert list(notes("test:")) == [("test:a", b"\0\xff"), ("test:b", b"test:b")]
            assert list(notes("test_")) == [("test_c", b"test_c")]
            assert list(notes("test%")) == [("test%", b"test%")]
            assert ledger.rows.note("test:gone") is None

    # -- the rules, over this store -------------------------------------------------------------

    def admitting(self, ledger: Ledger) -> None:
        """Makes the desk known."""
        ledger.rows.save_node(RECORD)

    def test_a_repeated_entry_is_accepted_once(self, store: JournalStore) -> None:
        segment = sealed(run(5))
        with store.transaction() as ledger:
            self.admitting(ledger)
            assert ledger.admit(segment).new == 5
            assert ledger.admit(segment).new == 0
        with store.transaction() as ledger:
            assert ledger.admit(sealed(segment.entries[:3])).new == 0
            assert ledger.admit(sealed([*segment.entries, *run(2, segment.entries[-1])])).new == 2
            assert [tip.seq for tip in ledger.heads(CHANNEL)[JOURNAL]] == [7]

    def test_any_order_of_arrival_ends_in_the_same_heads(self, store_factory: StoreFactory) -> None:
        trunk = run(6)
        left, right = run(3, trunk[3], word=b"left"), run(1, trunk[3], word=b"right")
        pieces = [
            sealed(trunk[:2]),
            sealed(trunk[2:4]),
            sealed(trunk[4:]),
            sealed(left[:1]),
            sealed(left[1:]),
            sealed(right),
        ]
        roots = set()
        for order in ([0, 1, 2, 3, 4, 5], [5, 4, 3, 2, 1, 0], [2, 4, 0, 5, 3, 1], [3, 3, 1, 0, 5, 2, 4, 0]):
            store = store_factory(TRUSTED)
            for index in order:
                with store.transaction() as ledger:
                    self.admitting(ledger)
                    ledger.admit(pieces[index])
            with store.snapshot() as ledger:
                roots.add(root_of(ledger.heads(CHANNEL)))
                row = ledger.rows.journal_row(JOURNAL, create=False)
                assert row is not None
                assert len(ledger.rows.tips(row)) == 3
                assert not ledger.rows.parked(row)
                assert len(ledger.rows.index(row)) == 10
        assert len(roots) == 1

    def test_what_one_store_gives_another_takes(self, store_factory: StoreFactory) -> None:
        """Own writing, folded, handed on in sealed pieces, and the same at the other end."""
        here, there = store_factory(TRUSTED), store_factory(TRUSTED)
        body = pack({"at": "2026-11-23T09:00+07:00", "by": ["cb1", "Hạnh"], "to": "processing"})
        with here.transaction() as ledger:
            self.admitting(ledger)
            own = OwnJournals(ledger, DESK, Counting())
            for _ in range(20):
                own.append(CHANNEL, [Draft(kinds.STATUS, body, DOSSIER)], DAY)
        with there.transaction() as ledger:
            self.admitting(ledger)
        for _ in range(20):
            with there.snapshot() as ledger:
                heads = dict(ledger.heads(CHANNEL))
            with here.snapshot() as ledger:
                [journal] = ledger.heads(CHANNEL)
                segments, more = ledger.beyond(journal, heads.get(journal, ()), 600)
            with there.transaction() as ledger:
                for segment in segments:
                    ledger.admit(segment)
            if not more:
                break
        with here.snapshot() as ledger, there.snapshot() as other:
            assert root_of(ledger.heads(CHANNEL)) == root_of(other.heads(CHANNEL))
            assert ledger.dossier(CHANNEL, DOSSIER) == other.dossier(CHANNEL, DOSSIER)

    def test_our_own_next_entry_follows_the_last(self, store: JournalStore) -> None:
        chance = Counting()
        with store.transaction() as ledger:
            self.admitting(ledger)
            first = OwnJournals(ledger, DESK, chance).append(CHANNEL, [Draft("test.note", b"one")], DAY)

        def lose(ledger: Ledger) -> None:
            OwnJournals(ledger, DESK, chance).append(CHANNEL, [Draft("test.note", b"lost")], DAY)

        with pytest.raises(Undone):
            _undo(store, lose)
        with store.transaction() as ledger:
            second = OwnJournals(ledger, DESK, chance).append(CHANNEL, [Draft("test.note", b"two")], DAY)
        assert second.entries[0].prev == first.entries[-1].digest
        assert second.entries[0].journal == first.entries[-1].journal


def _digest(entry: Entry) -> bytes:
    return entry.digest


def _undo(store: JournalStore, write: Callable[[Ledger], None]) -> None:
    with store.transaction() as ledger:
        write(ledger)
        raise Undone
