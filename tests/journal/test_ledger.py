"""The rules of journals: forks are kept, gaps wait, only what is proved is admitted, relays cut at seals."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.identity.seals import Seal, seal
from sync.journal.control import certificate_body, journal_body, lease_body
from sync.journal.ledger import Ledger
from sync.journal.memory import MemoryStore
from sync.journal.segments import Segment, SegmentRefused
from sync.model import kinds
from sync.model.entry import Entry, JournalId, Tip, new_entry
from sync.model.number import Lease
from tests.journal.sample import (
    CENTER,
    CHANNEL,
    DAY,
    DESK,
    JOURNAL,
    OTHER_CHANNEL,
    RECORD,
    STRANGER,
    TRUSTED,
    certificate,
    run,
    sealed,
    tip,
)


def opened(known: bool = True) -> Ledger:
    """The ledger of a fresh store, which the desk is known to."""
    store = MemoryStore(TRUSTED)
    with store.transaction() as ledger:
        if known:
            ledger.rows.save_node(RECORD)
        return ledger


def tips(ledger: Ledger, journal: JournalId = JOURNAL) -> frozenset[Tip]:
    row = ledger.rows.journal_row(journal, create=False)
    return ledger.rows.tips(row) if row is not None else frozenset()


# -- who may write -------------------------------------------------------------------------------


def test_a_writer_nobody_knows_is_refused() -> None:
    with pytest.raises(SegmentRefused, match="writer: not known"):
        opened(known=False).admit(sealed(run(2)))


def test_a_writer_is_introduced_by_its_first_entry() -> None:
    ledger = opened(known=False)
    body = journal_body(DESK.public, certificate(), None, None, "test")
    first = new_entry(JOURNAL, None, kind=kinds.JOURNAL, body=body, day=DAY)
    assert ledger.admit(sealed([first, *run(1, first)])).new == 2
    record = ledger.rows.node(DESK.node)
    assert record is not None
    assert (record.writes, record.role, record.certificate) == ((CHANNEL,), kinds.DESK, certificate())


@pytest.mark.parametrize(
    "raw",
    [
        certificate(by=STRANGER),
        certificate(keys=STRANGER),
        b"",
        certificate()[:-3],
        bytes(64) + certificate()[64:],
    ],
    ids=["another center's", "another node's", "none", "cut", "unsigned"],
)
def test_a_first_entry_with_a_certificate_that_is_none_introduces_nobody(raw: bytes) -> None:
    ledger = opened(known=False)
    body = journal_body(DESK.public, raw, None, None, "test")
    first = new_entry(JOURNAL, None, kind=kinds.JOURNAL, body=body, day=DAY)
    with pytest.raises(SegmentRefused):
        ledger.admit(sealed([first]))
    assert ledger.rows.node(DESK.node) is None


@pytest.mark.parametrize("body", [b"", b"{", b"[]", b'{"keys":1}', b'{"keys":"AAAA","takes":{}}', b"\xff"])
def test_a_first_entry_nobody_can_read_introduces_nobody(body: bytes) -> None:
    first = new_entry(JOURNAL, None, kind=kinds.JOURNAL, body=body, day=DAY)
    with pytest.raises(SegmentRefused):
        opened(known=False).admit(sealed([first]))


def test_a_channel_the_certificate_does_not_name_is_refused() -> None:
    journal = JournalId(DESK.node, OTHER_CHANNEL, b"incarn-1")
    ledger = opened()
    with pytest.raises(SegmentRefused, match="does not allow"):
        ledger.admit(sealed(run(1, journal=journal), journal=journal))
    assert ledger.rows.journal_row(journal, create=False) is None


def test_a_center_writes_without_being_introduced_and_its_word_takes_effect() -> None:
    ledger = opened(known=False)
    journal = JournalId(CENTER.node, CHANNEL, b"center-1")
    lease = Lease("H15.50.05.13", 1, 999, DESK.node, b"incarn-1", date(2026, 11, 23))
    first = new_entry(journal, None, kind=kinds.CERTIFICATE, body=certificate_body(certificate()), day=DAY)
    second = new_entry(journal, first.tip, kind=kinds.LEASE, body=lease_body(lease), day=DAY)
    third = new_entry(journal, second.tip, kind=kinds.LEASE, body=b"{", day=DAY)
    ledger.admit(sealed([first, second, third], keys=CENTER, journal=journal))
    assert ledger.rows.leases(CHANNEL) == [lease]
    assert ledger.roles[CENTER.node] == kinds.CENTER
    assert ledger.roles[DESK.node] == kinds.DESK
    assert ledger.admit(sealed(run(1))).new == 1


def test_a_desk_cannot_lease_or_certify() -> None:
    ledger = opened()
    lease = Lease("H15.50.05.13", 1, 999, DESK.node, b"incarn-1", date(2026, 11, 23))
    first = new_entry(JOURNAL, None, kind=kinds.LEASE, body=lease_body(lease), day=DAY)
    raw = certificate(STRANGER, by=DESK)
    second = new_entry(JOURNAL, first.tip, kind=kinds.CERTIFICATE, body=certificate_body(raw), day=DAY)
    assert ledger.admit(sealed([first, second])).new == 2, "kept, and without effect"
    assert not ledger.rows.leases(CHANNEL)
    assert ledger.rows.node(STRANGER.node) is None


def test_an_old_certificate_that_comes_by_again_changes_nothing() -> None:
    ledger = opened(known=False)
    new = certificate(reads=(CHANNEL, OTHER_CHANNEL), issued_at="2027-01-01T00:00:00+07:00")
    for raw in (certificate(), new, certificate()):
        ledger.certified(raw, DESK.node)
    record = ledger.rows.node(DESK.node)
    assert record is not None
    assert record.reads == (CHANNEL, OTHER_CHANNEL)


# -- what is proved ------------------------------------------------------------------------------


def test_a_run_has_to_be_chained_and_sealed_by_its_writer() -> None:
    entries = run(4)
    good = sealed(entries)
    elsewhere = run(1, journal=JournalId(DESK.node, CHANNEL, b"incarn-9"))
    wrong = {
        "empty": Segment(JOURNAL, (), ()),
        "hole": sealed([entries[0], *entries[2:]]),
        "swapped": sealed([entries[1], entries[0]]),
        "two journals": Segment(JOURNAL, (*elsewhere, *entries), good.seals),
        "no seal": Segment(JOURNAL, good.entries, ()),
        "open end": sealed(entries, at=(1,)),
        "another's seal": sealed(entries, keys=STRANGER),
        "another place's": Segment(
            JOURNAL, good.entries, (Seal(tip(2), good.seals[0].signature), *good.seals)
        ),
        "another journal's": Segment(
            JOURNAL,
            good.entries,
            (seal(DESK, JournalId(DESK.node, CHANNEL, b"incarn-9"), entries[-1].tip),),
        ),
        "one bad among good": Segment(JOURNAL, good.entries, (Seal(entries[0].tip, bytes(64)), *good.seals)),
    }
    for name, segment in wrong.items():
        ledger = opened()
        with pytest.raises(SegmentRefused):
            ledger.admit(segment)
        assert not ledger.rows.heads(CHANNEL), name


def test_an_entry_whose_seq_does_not_follow_is_refused_wherever_it_joins() -> None:
    entries = run(5)
    lied = _entry_at(9, entries[2])
    for held in (entries, entries[:3]):
        ledger = opened()
        ledger.admit(sealed(held))
        before = tips(ledger)
        with pytest.raises(SegmentRefused, match="broken chain"):
            ledger.admit(sealed([lied]))
        assert tips(ledger) == before


def _entry_at(seq: int, prev: Entry) -> Entry:
    return Entry(
        JOURNAL, seq, prev.digest, "test.note", 0, DAY, b"", (), 0, run(1)[0].body_hash, run(1)[0].body
    )


# -- forks and gaps ------------------------------------------------------------------------------


def test_a_fork_keeps_both_branches_and_says_so() -> None:
    trunk = run(3)
    left, right = run(2, trunk[1], word=b"left"), run(2, trunk[2], word=b"right")
    ledger = opened()
    assert not ledger.admit(sealed([*trunk, *right])).forked
    admission = ledger.admit(sealed([*trunk[:2], *left]))
    assert (admission.forked, admission.new) == (True, 2)
    assert tips(ledger) == {left[-1].tip, right[-1].tip}


def test_two_first_entries_are_a_fork_too() -> None:
    ledger = opened()
    one, two = run(2, word=b"one"), run(3, word=b"two")
    ledger.admit(sealed(one))
    ledger.admit(sealed(two))
    assert tips(ledger) == {one[-1].tip, two[-1].tip}
    segments, _more = ledger.beyond(JOURNAL, [one[-1].tip], 1 << 20)
    assert [entry for segment in segments for entry in segment.entries] == two


def test_a_gap_changes_no_head_and_fills() -> None:
    entries = run(9)
    ledger = opened()
    ledger.admit(sealed(entries[:2]))
    assert ledger.admit(sealed(entries[6:])).parked
    assert ledger.admit(sealed(entries[4:6])).parked
    assert tips(ledger) == {entries[1].tip}
    admission = ledger.admit(sealed(entries[2:4]))
    assert (admission.new, admission.parked) == (7, False)
    assert tips(ledger) == {entries[-1].tip}


def test_a_parked_run_that_was_a_lie_does_not_spoil_what_fills_the_gap() -> None:
    entries = run(4)
    lied = _entry_at(9, entries[2])
    ledger = opened()
    ledger.admit(sealed(entries[:2]))
    assert ledger.admit(sealed([lied])).parked
    assert ledger.admit(sealed(entries[2:])).new == 2
    row = ledger.rows.journal_row(JOURNAL, create=False)
    assert row is not None
    assert not ledger.rows.parked(row)
    assert tips(ledger) == {entries[-1].tip}


def test_too_much_behind_gaps_is_refused() -> None:
    ledger = opened()

    def pile_up() -> None:
        for number in range(1, 400):
            before = Tip(5, number.to_bytes(32, "big"))
            ledger.admit(sealed([new_entry(JOURNAL, before, kind="t", body=bytes(16_000), day=DAY)]))

    with pytest.raises(SegmentRefused, match="gap"):
        pile_up()
    assert not tips(ledger)


# -- relaying ------------------------------------------------------------------------------------


def test_only_sealed_stretches_leave() -> None:
    entries = run(10)
    ledger = opened()
    ledger.admit(sealed(entries, at=(2, 6, 9)))
    row = ledger.rows.journal_row(JOURNAL, create=False)
    assert row is not None
    for budget, lengths in ((1, [3, 4, 3]), (400, [3, 4, 3]), (1 << 20, [10])):
        known: list[Tip] = []
        seen = []
        more = True
        while more:
            segments, more = ledger.beyond(JOURNAL, known, budget)
            seen += [len(segment.entries) for segment in segments]
            known = [segment.tip for segment in segments]
        assert seen == lengths
    ledger.rows.insert_entries(row, run(2, entries[-1]))
    assert ledger.beyond(JOURNAL, [entries[-1].tip], 1 << 20) == ([], False), "not sealed yet"


def test_a_peer_that_is_elsewhere_is_sent_nothing_until_it_shows_a_ladder() -> None:
    entries = run(20)
    ledger = opened()
    ledger.admit(sealed(entries))
    assert ledger.beyond(JOURNAL, [tip(19)], 1 << 20) == ([], False)
    other = opened()
    branch = run(4, entries[9], word=b"elsewhere")
    other.admit(sealed([*entries[:10], *branch]))
    rungs = other.ladder(JOURNAL)
    assert [rung.seq for rung in rungs] == [14, 13, 12, 10, 6, 1]
    segments, _more = ledger.beyond(JOURNAL, rungs, 1 << 20)
    assert [entry.seq for segment in segments for entry in segment.entries] == list(range(11, 21))


def test_a_journal_nobody_has_leads_nowhere() -> None:
    ledger = opened()
    assert ledger.ladder(JOURNAL) == []
    assert ledger.beyond(JOURNAL, [], 100) == ([], False)
    assert not ledger.knows(JOURNAL, bytes(32))


def test_a_fork_inside_a_sealed_stretch_still_travels() -> None:
    """The seal of what both branches share lies on a branch: the shared entries travel with it."""
    trunk = run(6)
    left, right = run(2, trunk[4], word=b"left"), run(3, trunk[4], word=b"right")
    here = opened()
    here.admit(sealed([*trunk[:3]]))
    here.admit(sealed([*trunk[:5], *left]))
    here.admit(sealed([*trunk[:5], *right]))
    assert len(tips(here)) == 2
    for known in ([], [trunk[2].tip], [left[-1].tip]):
        segments, _more = here.beyond(JOURNAL, known, 1 << 20)
        fresh = opened()
        if known:
            fresh.admit(sealed(trunk[:3]))
        if known == [left[-1].tip]:
            fresh.admit(sealed([*trunk[3:5], *left]))
        for segment in segments:
            fresh.admit(segment)
        assert fresh.heads(CHANNEL) == here.heads(CHANNEL)


@given(
    cuts=st.lists(st.integers(0, 30), min_size=1, max_size=5),
    budget=st.integers(1, 3_000),
)
def test_branches_arrive_whole_at_any_budget(cuts: list[int], budget: int) -> None:
    """A journal that forked anywhere, again and again, sent piece by piece."""
    trunk = run(12)
    everything = list(trunk)
    here = opened()
    here.admit(sealed(trunk, at=(3, 9, -1)))
    for number, cut in enumerate(cuts):
        parent = everything[cut % len(everything)]
        branch = run(1 + cut % 4, parent, word=b"branch %d" % number)
        chain = [parent]
        while chain[0].seq > 1:
            chain.insert(0, next(one for one in everything if one.digest == chain[0].prev))
        here.admit(sealed([*chain, *branch]))
        everything += branch
    there = opened()
    for _round in range(200):
        known = tips(there)
        segments, more = here.beyond(JOURNAL, known, budget)
        for segment in segments:
            there.admit(segment)
        if not more:
            break
    assert there.heads(CHANNEL) == here.heads(CHANNEL)
