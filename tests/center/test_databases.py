"""The same histories give the same answers in memory, on SQLite and on PostgreSQL."""

from __future__ import annotations

import random
import threading
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select, text

from sync.center.store import schema, tables
from sync.center.store.dialect import Engines
from sync.center.store.opening import Center, introduce
from sync.center.store.store import CenterStore
from sync.center.store.trouble import CenterError
from sync.center.units.invitations import invite
from sync.center.units.tree import add_unit, center_rows
from sync.center.work.checking import verify
from sync.center.work.deciding import decide
from sync.center.work.listing import dossiers
from sync.identity.keys import NodeKeys
from sync.identity.seals import Seal
from sync.journal.ledger import Ledger
from sync.journal.memory import MemoryRows, MemoryStore
from sync.journal.port import JournalStore, NodeRecord
from sync.journal.segments import Segment
from sync.model import kinds
from sync.model.entry import JournalId, Tip
from tests.center.places import CHANNEL, UNIT, Clock, EnrolledDesk, MemoryDesk, Place

NAMES = ("Lan", "Mai", "Đào")


def made(engines: Engines, desk: MemoryDesk, **options: Any) -> CenterStore:
    store = CenterStore(engines, desk.store.trusted, **options)
    store.migrate()
    return store


def history(tmp_path: Path, chance: random.Random) -> tuple[MemoryDesk, list[Segment]]:
    """What several desks wrote, with a fork, cut at seals and shuffled, some of it twice."""
    desks: list[MemoryDesk] = []
    segments: list[Segment] = []
    with Place(tmp_path).open() as center:
        for number in range(1, 4):
            desk = MemoryDesk(center, desk=number)
            for _ in range(chance.randrange(1, 5)):
                numbers = [f"{UNIT}-261123-{chance.randrange(9999):04d}" for _ in range(chance.randrange(40))]
                for dossier in desk.receive(*numbers)[:3]:
                    desk.status(dossier, chance.choice(["processing", "done", "returned"]))
            desks.append(desk)
        segments = [one for desk in desks for one in desk.segments()]
        twin = desks[0].store.copied()
        desks[0].receive(f"{UNIT}-261123-0001")
        segments += desks[0].segments()
        desks[0].store = twin
        desks[0].receive(f"{UNIT}-261123-0002")
        segments += desks[0].segments()
    parts = [part for segment in segments for part in cut(segment, chance)]
    parts += chance.sample(parts, len(parts) // 3)
    chance.shuffle(parts)
    return desks[0], parts + segments


def cut(segment: Segment, chance: random.Random) -> list[Segment]:
    """The segment in runs that end at seals."""
    first = segment.entries[0].seq
    ends = [(one.tip.seq - first + 1, at + 1) for at, one in enumerate(segment.seals)]
    picked = sorted({ends[-1], *chance.sample(ends, chance.randrange(len(ends) + 1))})
    runs, start, seals = [], 0, 0
    for end, upto in picked:
        runs.append(Segment(segment.journal, segment.entries[start:end], segment.seals[seals:upto]))
        start, seals = end, upto
    return runs


def admit(store: JournalStore, segments: list[Segment]) -> list[tuple[int, bool, bool]]:
    results = []
    for segment in segments:
        with store.transaction() as ledger:
            admission = ledger.admit(segment)
        results.append((admission.new, admission.parked, admission.forked))
    return results


def pictured(ledger: Ledger) -> dict[str, Any]:
    """All that a ledger can be asked, by names that every store shares."""
    rows = ledger.rows
    found: dict[str, Any] = {"channels": rows.channels()}
    for channel in rows.channels():
        found[f"heads {channel}"] = ledger.heads(channel)
        for row, journal in rows.journals(channel):
            places = rows.index(row)
            known = [Tip(place.seq, place.digest) for place in places[:1]]
            found[f"journal {journal}"] = (
                rows.tips(row),
                places,
                rows.seals(row, 0, 2**63 - 1),
                rows.parked(row),
                [entry.digest for entry in rows.entries_after(row, 3)],
                rows.seqs(row, [place.digest for place in places] + [bytes(32)]),
                ledger.ladder(journal),
                ledger.beyond(journal, known, 2000),
                ledger.beyond(journal, (), 10**9),
            )
        ids = sorted({entry.dossier for entry in _entries(ledger, channel) if entry.dossier})
        held = rows.dossier_entries(channel, [*ids, bytes(16)])
        found[f"dossiers {channel}"] = {one: sorted(e.digest for e in held[one]) for one in held}
        found[f"folded {channel}"] = [ledger.dossier(channel, one) for one in ids]
    return found


def _entries(ledger: Ledger, channel: str) -> list[Any]:
    rows = ledger.rows
    return [entry for row, _journal in rows.journals(channel) for entry in rows.entries_after(row, 0)]


@pytest.mark.parametrize("seed", range(4))
def test_any_history_gives_the_same_answers_as_in_memory(tmp_path: Path, engines: Engines, seed: int) -> None:
    desk, segments = history(tmp_path, random.Random(seed))
    memory, store = MemoryStore(desk.store.trusted), made(engines, desk)
    center = NodeRecord(desk.center.keys.public, kinds.CENTER, "H00")
    for one in (memory, store):
        with one.transaction() as ledger:
            ledger.rows.save_node(center)
            for channel_of in segments:
                ledger.rows.save_node(desk.record)
                if channel_of.entries[0].seq == 1:
                    ledger.admit(channel_of)
    assert admit(store, segments) == admit(memory, segments)
    with store.snapshot() as mine, memory.snapshot() as theirs:
        assert pictured(mine) == pictured(theirs)
        assert isinstance(theirs.rows, MemoryRows)
        projections = theirs.rows.tables.dossiers
        rows = center_rows(mine).connection.execute(select(tables.dossiers)).all()
        assert {(row.channel, bytes(row.id)): row.status for row in rows} == {
            key: dossier.status.value for key, dossier in projections.items()
        }


def test_notes_leases_and_seals_are_kept_alike(tmp_path: Path, engines: Engines) -> None:
    with Place(tmp_path).open() as center:
        desk = MemoryDesk(center)
    store = made(engines, desk)
    journal = JournalId(bytes(16), CHANNEL, bytes(8))
    with store.transaction() as ledger:
        rows = ledger.rows
        for key in ("a:2", "a:1", "A:1", "a", "b:%", "a:Đ"):
            rows.put_note(key, key.encode())
        rows.put_note("a:2", b"other")
        rows.put_note("a:1", None)
        row = rows.journal_row(journal, create=True)
        assert row == rows.journal_row(journal, create=True)
        assert row is not None
        for _ in range(2):
            rows.insert_seals(
                row, [Seal(Tip(1, bytes(32)), bytes(64)), Seal(Tip(2**63 - 1, bytes(32)), b"x")]
            )
    with store.snapshot() as ledger:
        rows = ledger.rows
        assert rows.notes("a:") == [("a:2", b"other"), ("a:Đ", "a:Đ".encode())]
        assert rows.note("a:1") is None
        assert rows.channels() == [CHANNEL]
        assert len(rows.seals(row, 0, 2**63 - 1)) == 2
        assert rows.journal_row(journal._replace(node=bytes(15) + b"x"), create=False) is None
        assert rows.heads(CHANNEL) == {}


def test_a_migration_is_all_or_nothing_with_its_record(tmp_path: Path, engines: Engines) -> None:
    with Place(tmp_path).open() as center:
        desk = MemoryDesk(center)
    store = made(engines, desk)
    assert store.migrate() == 0
    with store.snapshot() as ledger:
        count = center_rows(ledger).connection.execute(text("SELECT count(*) FROM migrations")).scalar()
        assert count == len(schema.MIGRATIONS)


def test_writers_of_one_channel_come_one_after_the_other(tmp_path: Path, engines: Engines) -> None:
    """Several stores on one database are several processes to it."""
    with Place(tmp_path).open() as center:
        desk = MemoryDesk(center)
    lock = tmp_path / "lock" if engines.is_sqlite else None
    stores = [made(engines, desk, lock=lock) for _ in range(3)]
    with stores[0].transaction() as ledger:
        ledger.rows.lock(CHANNEL)
        ledger.rows.put_note("count", b"0")

    def count(store: CenterStore) -> None:
        for _ in range(20):
            with store.transaction() as ledger:
                ledger.rows.lock(CHANNEL)
                ledger.rows.put_note("count", str(int(ledger.rows.note("count") or b"") + 1).encode())

    threads = [threading.Thread(target=count, args=(store,)) for store in stores]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    with stores[0].snapshot() as ledger:
        assert ledger.rows.note("count") == b"60"


def test_a_whole_day_at_the_center_on_each_database(tmp_path: Path, engines: Engines) -> None:
    keys = NodeKeys.generate()
    store = CenterStore(
        engines, {keys.node: keys.public}, lock=tmp_path / "lock" if engines.is_sqlite else None
    )
    store.migrate()
    center = Center(tmp_path, "H00", "Trung tâm", keys, store, Clock())
    introduce(center)
    add_unit(center, UNIT, "UBND xã Minh Châu")
    desks = [EnrolledDesk(center, invite(center, UNIT, "http://127.0.0.1:1")) for _ in range(3)]
    for number, desk in enumerate(desks):
        desk.enrol()
        desk.receive(
            *(f"{UNIT}-261123-{number}{n:03d}" for n in range(1, 30)), name=f"Đỗ Thị {NAMES[number]}"
        )
        assert desk.exchange().pending == 0
    decide(center, f"{UNIT}-261123-0001", "processing")
    with pytest.raises(CenterError):
        decide(center, f"{UNIT}-261123-0001", "returned")
    assert len(dossiers(center, "do thi mai")) == 29
    assert dossiers(center, "0001")[0]["status"] == "processing"
    assert verify(center)["ok"]
    # desks at once: on PostgreSQL, as if from several processes
    threads = [threading.Thread(target=busy, args=(desk, number)) for number, desk in enumerate(desks)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert len(dossiers(center)) == 3 * 29 + 3 * 10
    assert verify(center)["ok"]


def busy(desk: EnrolledDesk, number: int) -> None:
    for n in range(10):
        desk.receive(f"{UNIT}-261124-{number}{n:03d}")
        assert desk.exchange().pending == 0
