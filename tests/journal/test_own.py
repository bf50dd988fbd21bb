"""Our own writing: sealed, chained, opened anew when somebody else holds another continuation."""

from __future__ import annotations

from datetime import date

import pytest

from sync.identity.keys import PublicKeys
from sync.identity.seals import SEAL_EVERY, check_seal
from sync.journal.control import read_control
from sync.journal.memory import MemoryStore
from sync.journal.own import Draft, OwnJournals
from sync.model import kinds
from sync.model.bodies import Unreadable, pack
from sync.model.entry import Entry
from sync.model.number import Lease
from tests.journal.sample import CHANNEL, DAY, DESK, OTHER_CHANNEL, RECORD, TRUSTED, Counting, run, sealed

DOSSIER = bytes(15) + b"\7"
STATUS = pack({"at": "2026-11-23T09:00+07:00", "by": ["cb1", "Hạnh"], "to": "processing"})


class Writer:
    """A desk that writes, one transaction per call."""

    def __init__(self) -> None:
        self.store = MemoryStore(TRUSTED)
        self.chance = Counting()
        with self.store.transaction() as ledger:
            ledger.rows.save_node(RECORD)

    def own(self) -> OwnJournals:
        with self.store.transaction() as ledger:
            return OwnJournals(ledger, DESK, self.chance)

    def write(self, count: int = 1, channel: str = CHANNEL) -> list[Entry]:
        return list(self.own().append(channel, [Draft("test.note", b"n")] * count, DAY).entries)


def test_the_first_entry_of_a_journal_introduces_its_writer() -> None:
    writer = Writer()
    [note] = writer.write()
    opening = next(iter(writer.own().rows.entries_after(0, 0)))
    control = read_control(opening)
    assert (opening.seq, opening.kind, note.seq) == (1, kinds.JOURNAL, 2)
    assert control.keys == DESK.public
    assert control.certificate == RECORD.certificate
    assert control.closes is None


def test_every_batch_ends_with_a_seal_and_long_ones_have_more() -> None:
    writer = Writer()
    writer.write(40)
    writer.write(1)
    own = writer.own()
    seals = own.rows.seals(0, 0, 100)
    assert [one.tip.seq for one in seals] == [1, 1 + SEAL_EVERY, 1 + 2 * SEAL_EVERY, 41, 42]
    now = own.current(CHANNEL)
    assert now is not None
    for one in seals:
        check_seal(DESK.public.sign, now[0], one)


def test_channels_have_journals_of_their_own() -> None:
    writer = Writer()
    [one], [other] = writer.write(), writer.write(channel=OTHER_CHANNEL)
    assert one.journal.incarnation != other.journal.incarnation
    assert writer.write()[0].prev == one.digest


def test_personal_bodies_begin_with_chance() -> None:
    writer = Writer()
    first, second = writer.write(2)
    assert first.text == second.text == b"n"
    assert first.body_hash != second.body_hash


@pytest.mark.parametrize("how", ["shown", "admitted"])
def test_another_continuation_opens_a_new_incarnation(how: str) -> None:
    writer = Writer()
    [last] = writer.write()
    if how == "shown":
        writer.own().report_fork(CHANNEL)
    else:
        with writer.store.transaction() as ledger:
            ledger.admit(sealed(run(1, last, journal=last.journal), journal=last.journal))
    assert writer.own().must_reopen(CHANNEL)
    [entry] = writer.write()
    assert entry.journal != last.journal
    opening = next(one for one in writer.store.tables.entries[1].values() if one.seq == 1)
    assert read_control(opening).closes == (last.journal.incarnation, last.tip)
    assert not writer.own().must_reopen(CHANNEL)


def test_a_spare_block_is_bound_to_the_incarnation_that_takes_it() -> None:
    writer = Writer()
    spare = Lease("H15.50.05.13", 6000, 6099, DESK.node, b"", date(2026, 11, 23))
    assert spare.spare
    journal = writer.own().reopen(CHANNEL, DAY, takes=spare)
    [lease] = writer.own().rows.leases(CHANNEL)
    assert (lease.incarnation, lease.spare) == (journal.incarnation, False)
    opening = next(iter(writer.own().rows.entries_after(0, 0)))
    assert read_control(opening).takes == (6000, 6099)


def test_entries_of_a_dossier_name_what_their_writer_had_seen() -> None:
    writer = Writer()
    drafts = [Draft(kinds.STATUS, STATUS, DOSSIER), Draft(kinds.STATUS, STATUS, DOSSIER)]
    first, second = writer.own().append(CHANNEL, drafts, DAY).entries
    [third] = writer.own().append(CHANNEL, drafts[:1], DAY).entries
    assert (first.after, first.height) == ((), 1)
    assert (second.after, second.height) == ((first.digest[:8],), 2)
    assert (third.after, third.height) == ((second.digest[:8],), 3)


def test_an_own_entry_that_cannot_be_read_back_is_not_written() -> None:
    writer = Writer()
    before = writer.store.tables.copied()

    def write() -> None:
        with writer.store.transaction() as ledger:
            drafts = [Draft(kinds.STATUS, b"{", DOSSIER)]
            OwnJournals(ledger, DESK, writer.chance).append(CHANNEL, drafts, DAY)

    with pytest.raises(Unreadable):
        write()
    assert writer.store.tables == before


def test_writing_refolds_and_says_what_became_of_the_dossier() -> None:
    writer = Writer()
    [dossier] = writer.own().append(CHANNEL, [Draft(kinds.STATUS, STATUS, DOSSIER)], DAY).dossiers
    assert dossier.id == DOSSIER
    assert writer.store.tables.dossiers[CHANNEL, DOSSIER] == dossier
    assert isinstance(DESK.public, PublicKeys)
