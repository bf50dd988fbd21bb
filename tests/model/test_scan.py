"""Scans in the fold: attached once, taken off with a reason, whatever order entries come in."""

from __future__ import annotations

import os
from itertools import permutations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.acts.attaching import MAX_SCANS, attach, detach
from sync.acts.mistakes import Mistake
from sync.acts.move import Move
from sync.model import kinds
from sync.model.bodies import Unreadable, intake_out, pack, unpack
from sync.model.dossier import Dossier, Officer
from sync.model.entry import Entry, JournalId, new_entry
from sync.model.fold import fold
from sync.model.scan import ScanFile, file_in, file_out
from tests.center.places import START, UNIT, intake

DOSSIER = bytes(range(16))
CHANNEL = f"unit:{UNIT}"
BY = Officer("1", "Trần Văn Bình")


def a_file(seed: int = 1) -> ScanFile:
    """A file that need not exist."""
    return ScanFile(bytes([seed] * 32), bytes([seed + 1] * 32), bytes([seed + 2] * 32), 100, 124, 2)


class Writer:
    """One node's journal of the dossier."""

    def __init__(self, node: int, role: str = kinds.DESK) -> None:
        self.journal = JournalId(bytes([node] * 16), CHANNEL, bytes(8))
        self.role = role
        self.entries: list[Entry] = []

    def write(self, kind: str, body: bytes, seen: Dossier | None) -> Entry:
        entry = new_entry(
            self.journal,
            self.entries[-1].tip if self.entries else None,
            kind=kind,
            body=body,
            day=START.toordinal(),
            dossier=DOSSIER,
            seen=seen.tips if seen else (),
            height=seen.height + 1 if seen else 1,
        )
        self.entries.append(entry)
        return entry


def folded(*writers: Writer, order: tuple[Entry, ...] | None = None) -> Dossier:
    entries = order or tuple(entry for writer in writers for entry in writer.entries)
    return fold(DOSSIER, entries, {writer.journal.node: writer.role for writer in writers})


def received() -> Writer:
    """A desk that received the dossier."""
    desk = Writer(1)
    desk.write(kinds.RECEIVED, intake_out(intake(f"{UNIT}-261123-0001", START)), None)
    return desk


def attached(desk: Writer, file: ScanFile, title: str = "Tờ khai", seen: Dossier | None = None) -> Entry:
    made = attach(seen or folded(desk), file, title, officer=BY, now=START)
    assert isinstance(made, Move)
    return desk.write(made.kind, made.body, seen or folded(desk))


def test_an_attached_scan_is_in_the_dossier_and_its_key_not_in_the_history() -> None:
    desk = received()
    entry = attached(desk, a_file())
    dossier = folded(desk)
    [scan] = dossier.scans
    assert (scan.file, scan.title, scan.entry, scan.node) == (
        a_file(),
        "Tờ khai",
        entry.digest,
        desk.journal.node,
    )
    assert not dossier.flags
    assert str(a_file().key) not in repr(dossier)


def test_detaching_leaves_it_in_the_record() -> None:
    desk = received()
    entry = attached(desk, a_file())
    made = detach(folded(desk), entry.digest, "Nhầm", officer=BY, now=START)
    assert isinstance(made, Move)
    desk.write(made.kind, made.body, folded(desk))
    dossier = folded(desk)
    assert (dossier.scans, [one.name for one in dossier.detached]) == ((), [a_file().name])
    assert isinstance(detach(dossier, entry.digest, "Nhầm", officer=BY, now=START), Mistake)
    attached(desk, a_file())
    assert [one.name for one in folded(desk).scans] == [a_file().name], "it may be attached again"


def test_two_desks_that_attach_unseen_both_keep_theirs_whatever_comes_first() -> None:
    desk, other = received(), Writer(2)
    before = folded(desk)
    attached(desk, a_file(1), "Một", before)
    attached(other, a_file(5), "Hai", before)
    attached(other, a_file(1), "Một lần nữa", before)
    everything = (*desk.entries, *other.entries)
    results = {repr(folded(desk, other, order=order)) for order in permutations(everything)}
    assert len(results) == 1
    dossier = folded(desk, other)
    assert sorted(one.title for one in dossier.scans) == ["Hai", "Một"]
    assert not dossier.flags, "nobody has to decide anything"


def test_a_hub_may_not_attach() -> None:
    desk, hub = received(), Writer(3, kinds.HUB)
    attached(hub, a_file(), seen=folded(desk))
    dossier = folded(desk, hub)
    assert (dossier.scans, dossier.flags) == ((), ("role",))


def test_a_purged_body_takes_the_scan_with_it() -> None:
    desk = received()
    entry = attached(desk, a_file())
    purged = Entry(
        entry.journal, entry.seq, entry.prev, entry.kind, entry.flags, entry.day, entry.dossier, entry.after,
        entry.height, entry.body_hash, None,
    )  # fmt: skip
    dossier = folded(desk, order=(desk.entries[0], purged))
    assert (dossier.scans, dossier.detached) == ((), ())


def test_mistakes_are_values_in_words() -> None:
    desk = received()
    attached(desk, a_file())
    dossier = folded(desk)
    assert isinstance(attach(dossier, a_file(), "Lần nữa", officer=BY, now=START), Mistake)
    assert isinstance(attach(dossier, a_file(9), "x" * 201, officer=BY, now=START), Mistake)
    for number in range(1, MAX_SCANS):
        attached(
            desk,
            ScanFile(number.to_bytes(32, "big"), bytes(32), number.to_bytes(32, "big"), 1, 25, 1),
            seen=dossier,
        )
    assert isinstance(attach(folded(desk), a_file(9), "Nữa", officer=BY, now=START), Mistake)


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "AAAA"},
        {"key": ""},
        {"plain": 5},
        {"size": 0},
        {"length": 3},
        {"length": 2**50},
        {"pages": "2"},
    ],
)
def test_a_body_that_names_no_file_is_unreadable_and_harms_nothing(wrong: dict[str, object]) -> None:
    body = {"at": "2026-11-23T09:15+07:00", "by": ["1", "Bình"], **file_out(a_file()), **wrong}
    with pytest.raises(Unreadable):
        file_in(unpack(pack(body)))
    desk = received()
    desk.write(kinds.ATTACHED, pack(body), folded(desk))
    dossier = folded(desk)
    assert (dossier.scans, dossier.flags) == ((), ("unreadable",))


@given(st.binary(min_size=32, max_size=32), st.integers(1, 2**30), st.integers(1, 100))
def test_a_file_s_fields_come_back_as_they_were(name: bytes, size: int, pages: int) -> None:
    file = ScanFile(name, name[::-1], os.urandom(32), size, size + 24, pages)
    assert file_in(unpack(pack(file_out(file)))) == file
