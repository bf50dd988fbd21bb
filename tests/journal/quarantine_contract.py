"""What every `JournalStore` promises about revoked nodes: bounds by place, in whatever order all comes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from itertools import permutations

import pytest

from sync.identity.keys import PublicKeys
from sync.journal.bounds import Bound, bound_body, read_bound, revoked_nodes
from sync.journal.ledger import Ledger
from sync.journal.own import Draft, OwnJournals
from sync.journal.port import JournalStore
from sync.journal.quarantine import quarantined_runs
from sync.journal.segments import Segment, SegmentRefused
from sync.journal.sums import kept_sums, recount
from sync.model import kinds
from sync.model.bodies import pack
from sync.model.entry import Entry, JournalId, Tip
from sync.model.heads import root_of
from sync.model.moment import VIETNAM
from tests.journal.sample import CENTER, CHANNEL, DAY, DESK, JOURNAL, RECORD, TRUSTED, Counting, run, sealed

NINE = datetime(2026, 11, 23, 9, 0, tzinfo=VIETNAM)
ONE, TWO = bytes(15) + b"\1", bytes(15) + b"\2"
StoreFactory = Callable[[Mapping[bytes, PublicKeys]], JournalStore]


def bound(*tips: Tip, journal: JournalId = JOURNAL) -> Bound:
    """A bound of the desk at these places of one journal; none: nothing of any journal counts."""
    places = {journal: frozenset(tips)} if tips else {}
    return Bound(DESK.node, places, NINE, "Lê Văn Quản", "máy bị mất", date(2026, 12, 1))


def orders(kind: str, said: Bound, chance: Counting | None = None) -> Segment:
    """A center's own journal of one such entry, as it travels."""
    from sync.journal.memory import MemoryStore

    store = MemoryStore(TRUSTED)
    with store.transaction() as ledger:
        own = OwnJournals(ledger, CENTER, chance or Counting())
        own.append(CHANNEL, [Draft(kind, bound_body(said), personal=False)], DAY)
        [journal] = ledger.heads(CHANNEL)
        [segment], _more = ledger.beyond(journal, [], 10**6)
    return segment


def picture(ledger: Ledger) -> tuple[object, ...]:
    """All that a store says counts, and what it keeps apart."""
    row = ledger.rows.journal_row(JOURNAL, create=False)
    assert row is not None
    return (
        root_of({one: tips for one, tips in ledger.heads(CHANNEL).items() if one == JOURNAL}),
        sorted(one.digest for one in ledger.rows.entries_after(row, 0)),
        sorted(one.digest for one, _seal in ledger.rows.quarantined(row)),
        sorted((one.dossier, one.status) for one in ledger.rows.folded(CHANNEL, None)),
        {one.tip.digest for one in ledger.rows.seals(row, 0, 10**6)},
    )


class QuarantineContract:
    """The part of the contract about revocations; see `JournalStoreContract`."""

    @pytest.fixture
    def store_factory(self) -> StoreFactory:
        raise NotImplementedError("the subclass says how a store is made")

    @pytest.fixture
    def known(self, store_factory: StoreFactory) -> JournalStore:
        return self.knowing(store_factory)

    def knowing(self, store_factory: StoreFactory) -> JournalStore:
        """A store that knows the desk and has counted its channel."""
        store = store_factory(TRUSTED)
        with store.transaction() as ledger:
            ledger.rows.save_node(RECORD)
            recount(ledger.rows, CHANNEL)
        return store

    def written(self) -> tuple[list[Entry], list[Entry]]:
        """Eight entries of two dossiers, the second only beyond the fourth; and a branch after the second."""
        first = run(4, dossier=ONE)
        trunk = [
            *first,
            *run(2, first[-1], dossier=TWO),
            *run(2, run(2, first[-1], dossier=TWO)[-1], dossier=ONE),
        ]
        return trunk, run(3, trunk[1], word=b"branch", dossier=TWO)

    def test_what_lies_beyond_is_taken_out_and_kept(self, known: JournalStore) -> None:
        trunk, _branch = self.written()
        with known.transaction() as ledger:
            ledger.admit(sealed(trunk, at=(1, 3, 5, 7)))
            assert ledger.dossier(CHANNEL, TWO) is not None
        with known.transaction() as ledger:
            ledger.admit(orders(kinds.REVOCATION, bound(trunk[3].tip)))
        with known.transaction() as ledger:
            rows = ledger.rows
            row = rows.journal_row(JOURNAL, create=False)
            assert row is not None
            assert ledger.heads(CHANNEL)[JOURNAL] == {trunk[3].tip}
            assert [one.digest for one, _seal in rows.quarantined(row)] == [one.digest for one in trunk[4:]]
            assert [one for one, _seal in rows.quarantined(row)] == trunk[4:], "verbatim"
            assert [one.body for one, _seal in rows.quarantined(row)] == [one.body for one in trunk[4:]]
            assert ledger.dossier(CHANNEL, TWO) is None
            assert {one.dossier for one in rows.folded(CHANNEL, None)} == {ONE}
            assert ledger.beyond(JOURNAL, [trunk[3].tip], 10**6) == ([], False)
            assert list(rows.seals(row, 4, 9)) == []
            assert rows.quarantined_bytes(DESK.node) == sum(
                len(one.envelope) + len(one.body or b"") for one in trunk[4:]
            )
            kept = kept_sums(rows, CHANNEL)
            assert kept is not None
            assert (kept.entries.count, kept.folds.count) == (4 + 2, 1)
            assert recount(rows, CHANNEL) == [], "sums are those of what counts"
            assert kept_sums(rows, CHANNEL) == kept
            assert revoked_nodes(rows) == [DESK.node]

    def test_any_order_of_arrival_ends_the_same(self, store_factory: StoreFactory) -> None:
        """Entries before and after the bound, on two branches, and two bounds, by any way."""
        trunk, branch = self.written()
        pieces = [
            sealed(trunk[:4], at=(1, 3)),
            sealed(trunk[4:], at=(1, 3)),
            sealed(branch),
            orders(kinds.REVOCATION, bound(trunk[3].tip)),
            orders(kinds.ADMITTED, bound(trunk[5].tip), Counting()),
        ]
        pictures = set()
        for number, order in enumerate(permutations(range(len(pieces)))):
            if number % 23:
                continue
            store = self.knowing(store_factory)
            for at in order:
                with store.transaction() as ledger:
                    ledger.admit(pieces[at])
            with store.transaction() as ledger:
                pictures.add(repr(picture(ledger)))
                assert recount(ledger.rows, CHANNEL) == []
        assert len(pictures) == 1
        with store.snapshot() as ledger:
            assert ledger.heads(CHANNEL)[JOURNAL] == {trunk[5].tip}

    def test_a_node_of_which_nothing_is_named_counts_not_at_all(self, known: JournalStore) -> None:
        with known.transaction() as ledger:
            ledger.admit(orders(kinds.REVOCATION, bound()))
            admission = ledger.admit(sealed(run(3, dossier=ONE)))
            assert (admission.new, admission.quarantined) == (0, 3)
            assert JOURNAL not in ledger.heads(CHANNEL)
            assert list(ledger.rows.folded(CHANNEL, None)) == []

    def test_a_repeated_late_entry_is_kept_once(self, known: JournalStore) -> None:
        trunk, _branch = self.written()
        with known.transaction() as ledger:
            ledger.admit(orders(kinds.REVOCATION, bound(trunk[3].tip)))
            ledger.admit(sealed(trunk[:4]))
        for _ in range(2):
            with known.transaction() as ledger:
                ledger.admit(sealed(trunk[4:]))
        with known.snapshot() as ledger:
            row = ledger.rows.journal_row(JOURNAL, create=False)
            assert row is not None
            assert len(ledger.rows.quarantined(row)) == 4

    def test_quarantined_runs_leave_sealed_from_where_the_other_stands(self, known: JournalStore) -> None:
        trunk, branch = self.written()
        with known.transaction() as ledger:
            for piece in (
                sealed(trunk, at=(1, 3, 5, 7)),
                sealed(branch),
                orders(kinds.REVOCATION, bound(trunk[1].tip)),
            ):
                ledger.admit(piece)
        with known.snapshot() as ledger:
            row = ledger.rows.journal_row(JOURNAL, create=False)
            assert row is not None
            runs = quarantined_runs(ledger, row, JOURNAL, [])
            names = [one.digest for one_run in runs for one in one_run.entries]
            assert sorted(names) == sorted(one.digest for one in (*trunk[2:], *branch))
            assert len(names) == len(set(names))
            rest = quarantined_runs(ledger, row, JOURNAL, [trunk[5].tip, branch[-1].tip])
            assert [one.entries for one in rest] == [tuple(trunk[6:])]

    def test_the_quarantine_has_room_for_so_much_of_a_node(
        self, known: JournalStore, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        trunk, _branch = self.written()
        with known.transaction() as ledger:
            ledger.admit(orders(kinds.REVOCATION, bound(trunk[3].tip)))
            ledger.admit(sealed(trunk[:4]))
        monkeypatch.setattr("sync.journal.quarantine.MAX_QUARANTINED_BYTES", 10)
        with known.transaction() as ledger:
            with pytest.raises(SegmentRefused, match="quarantine"):
                ledger.admit(sealed(trunk[4:]))
            row = ledger.rows.journal_row(JOURNAL, create=False)
            assert row is not None
            assert not ledger.rows.quarantined(row)

    def test_only_a_center_revokes(self, known: JournalStore) -> None:
        entries = run(2)
        own: Sequence[Draft] = [Draft(kinds.REVOCATION, bound_body(bound()), personal=False)]
        with known.transaction() as ledger:
            ledger.admit(sealed(entries))
            OwnJournals(ledger, DESK, Counting()).append(CHANNEL, own, DAY)
            assert ledger.bounds(DESK.node) is None
            assert ledger.heads(CHANNEL)[JOURNAL] == {entries[-1].tip}

    def test_a_bound_is_what_was_written(self) -> None:
        said = bound(Tip(5, bytes(range(32))))
        assert read_bound(bound_body(said)) == said
        assert read_bound(pack({**_body(bound()), "new": 1})) == bound()


def _body(said: Bound) -> dict[str, object]:
    from sync.model.bodies import unpack

    return dict(unpack(bound_body(said)))
