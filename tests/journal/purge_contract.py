"""What every store promises of purges; a part of `JournalStoreContract`."""

from __future__ import annotations

from datetime import UTC, datetime

from sync.identity.seals import seal
from sync.journal.own import Draft, OwnJournals
from sync.journal.port import JournalStore
from sync.journal.purging import write_purge
from sync.journal.segments import Segment
from sync.journal.sums import recount
from sync.model import kinds
from sync.model.bodies import pack
from sync.model.dossier import Officer, ProcedureRef
from sync.model.entry import Entry, JournalId, trusted_entry
from sync.model.heads import root_of
from sync.model.purge import Purge, Remains, purge_bodies
from sync.model.status import Status
from tests.journal.sample import CENTER, CHANNEL, DAY, DESK, JOURNAL, RECORD, Counting, run, sealed

GONE, STAYS = bytes(15) + b"\5", bytes(15) + b"\6"
AT = datetime(2036, 11, 24, 1, 0, tzinfo=UTC)
LEFT = Remains(
    number="H15.50.05.13-261123-0001",
    unit=CHANNEL.partition(":")[2],
    procedure=ProcedureRef("1.004873", "Xác nhận tình trạng hôn nhân", "Hộ tịch"),
    received_at=AT.replace(year=2026),
    due_at=AT.replace(year=2026),
    status=Status.RETURNED,
    officer=Officer("1", "Hạnh"),
    outcome="on_time",
    ended_at=AT.replace(year=2026),
    fee=15_000,
)


def purge_of(*dossiers: bytes, entries: tuple[bytes, ...] = ()) -> Purge:
    """A decision of the commune."""
    by = Officer("9", "Lê Văn Lưu")
    return Purge(AT, by, "general", "Luật Lưu trữ", "QĐ 12/QĐ-UBND", dict.fromkeys(dossiers, LEFT), entries)


class PurgeContract:
    """Bodies go, envelopes stay, and nothing of it is taken in again."""

    def dossiers_run(self) -> list[Entry]:
        first = run(3, dossier=GONE)
        return [*first, *run(2, first[-1], dossier=STAYS), *run(1, run(2, first[-1], dossier=STAYS)[-1])]

    def held(self, store: JournalStore) -> list[Entry]:
        with store.snapshot() as ledger:
            row = ledger.rows.journal_row(JOURNAL, create=False)
            assert row is not None
            return list(ledger.rows.entries_after(row, 0))

    def purged(self, store: JournalStore, purge: Purge) -> None:
        with store.transaction() as ledger:
            write_purge(OwnJournals(ledger, CENTER, Counting()), CHANNEL, purge, DAY)

    def test_a_purge_deletes_bodies_and_leaves_heads_seals_and_sums(self, store: JournalStore) -> None:
        entries = self.dossiers_run()
        with store.transaction() as ledger:
            ledger.rows.save_node(RECORD)
            recount(ledger.rows, CHANNEL)
            ledger.admit(sealed(entries))
            before = ledger.heads(CHANNEL)[JOURNAL], dict(ledger.rows.day_sums(CHANNEL, None))
        self.purged(store, purge_of(GONE))
        assert [one.body is None for one in self.held(store)] == [True] * 3 + [False] * 3
        assert [one.envelope for one in self.held(store)] == [one.envelope for one in entries]
        with store.transaction() as ledger:
            assert ledger.heads(CHANNEL)[JOURNAL] == before[0]
            assert before[1].keys() <= ledger.rows.day_sums(CHANNEL, None).keys()
            assert recount(ledger.rows, CHANNEL) == []
            [segment], _more = ledger.beyond(JOURNAL, [], 10**6)
            assert segment.seals[-1].tip == entries[-1].tip

    def test_what_stays_of_a_purged_dossier_is_its_number_and_what_figures_count(
        self, store: JournalStore
    ) -> None:
        with store.transaction() as ledger:
            ledger.rows.save_node(RECORD)
            ledger.admit(sealed(self.dossiers_run()))
        self.purged(store, purge_of(GONE))
        with store.snapshot() as ledger:
            dossier = ledger.dossier(CHANNEL, GONE)
            assert dossier is not None
            assert dossier.purged is not None
            assert (dossier.number, dossier.status, dossier.flags) == (LEFT.number, LEFT.status, ("purged",))
            [folded] = ledger.rows.folded(CHANNEL, [GONE])
            assert (folded.number, folded.status) == (LEFT.number, "returned")

    def test_a_purged_body_is_not_taken_again(self, store: JournalStore) -> None:
        """Before it came, after it came, behind a gap, and in what is written later about the dossier."""
        entries = self.dossiers_run()
        with store.transaction() as ledger:
            ledger.rows.save_node(RECORD)
            ledger.admit(sealed(entries[:1]))
            ledger.admit(Segment(JOURNAL, tuple(entries[2:3]), (seal(DESK, JOURNAL, entries[2].tip),)))
        self.purged(store, purge_of(GONE))
        with store.transaction() as ledger:
            ledger.admit(sealed(entries[:2]))
            ledger.admit(sealed(entries))
            late = run(1, entries[-1], dossier=GONE)
            ledger.admit(sealed(late))
        assert [one.body is None for one in self.held(store)] == [True] * 3 + [False] * 3 + [True]

    def test_a_single_entry_is_purged_and_the_rest_of_its_dossier_stays(self, store: JournalStore) -> None:
        entries = self.dossiers_run()
        with store.transaction() as ledger:
            ledger.rows.save_node(RECORD)
            ledger.admit(sealed(entries))
        self.purged(store, purge_of(entries=(entries[1].digest, entries[5].digest)))
        assert [one.body is None for one in self.held(store)] == [False, True, False, False, False, True]

    def test_a_desks_purge_waits_until_a_center_repeats_it(self, store: JournalStore) -> None:
        entries = self.dossiers_run()
        [body] = purge_bodies(purge_of(GONE))
        with store.transaction() as ledger:
            ledger.rows.save_node(RECORD)
            ledger.admit(sealed(entries))
            journal = JournalId(DESK.node, CHANNEL, b"incarn-2")
            own = OwnJournals(ledger, DESK, Counting())
            written = own.append(CHANNEL, [Draft(kinds.PURGE, body, personal=False)], DAY)
            assert journal != written.entries[0].journal
        assert all(one.body is not None for one in self.held(store))
        self.purged(store, purge_of(GONE))
        assert self.held(store)[0].body is None

    def test_a_body_that_a_relay_cut_off_counts_as_missing_until_it_comes(self, store: JournalStore) -> None:
        entries = self.dossiers_run()
        bare = [trusted_entry(one.envelope, None) for one in entries]
        with store.transaction() as ledger:
            ledger.rows.save_node(RECORD)
            recount(ledger.rows, CHANNEL)
            ledger.admit(sealed(bare))
            assert ledger.rows.day_sums(CHANNEL, None) == {}
            root = root_of(ledger.heads(CHANNEL))
            ledger.admit(sealed(entries))
            assert ledger.rows.day_sums(CHANNEL, None)[DAY].count == 6
            assert recount(ledger.rows, CHANNEL) == []
            assert root_of(ledger.heads(CHANNEL)) == root
        assert [one.body for one in self.held(store)] == [one.body for one in entries]

    def test_a_body_that_was_cut_off_counts_once_its_purge_is_known(self, store: JournalStore) -> None:
        bare = [trusted_entry(one.envelope, None) for one in run(3, dossier=GONE)]
        with store.transaction() as ledger:
            ledger.rows.save_node(RECORD)
            recount(ledger.rows, CHANNEL)
            ledger.admit(sealed(bare))
        self.purged(store, purge_of(GONE))
        with store.transaction() as ledger:
            assert ledger.rows.day_sums(CHANNEL, None)[DAY].count == 3 + 2
            assert recount(ledger.rows, CHANNEL) == []

    def test_of_two_purges_every_store_keeps_the_same(self, store: JournalStore) -> None:
        first, other = purge_of(GONE), purge_of(GONE)
        other = Purge(AT, other.by, "general", "", "QĐ 11/QĐ-UBND", other.dossiers)
        kept = []
        for order in ((first, other), (other, first)):
            for one in order:
                self.purged(store, one)
            with store.snapshot() as ledger:
                kept.append(ledger.rows.note(f"purged:{CHANNEL}:{GONE.hex()}"))
        assert kept[0] == kept[1] is not None

    def test_an_act_on_a_purged_dossier_leaves_it_purged(self, store: JournalStore) -> None:
        self.purged(store, purge_of(GONE))
        body = pack({"at": "2036-11-25T09:00+07:00", "by": ["1", "Hạnh"], "to": "processing"})
        with store.transaction() as ledger:
            ledger.rows.save_node(RECORD)
            OwnJournals(ledger, DESK, Counting()).append(CHANNEL, [Draft(kinds.STATUS, body, GONE)], DAY)
            dossier = ledger.dossier(CHANNEL, GONE)
            assert dossier is not None
            assert dossier.status is Status.RETURNED
            assert all(one.body is None for one in ledger.rows.dossier_entries(CHANNEL, [GONE])[GONE])
