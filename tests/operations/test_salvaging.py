"""A damaged store: what can be proved is kept, what is missing is said, and the center gives the rest."""

from __future__ import annotations

import json
import random
from contextlib import closing
from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.backup_key import kept_key
from desk_app.operations.checking import verify
from desk_app.operations.salvaging import runs, salvage, sealed_run
from desk_app.store.driver import DriverError, StoreTrouble, connect
from sync.model.entry import Entry
from tests.offices import MovedClock, new_desk
from tests.operations.communes import Commune

_PAGE = 4096


def _entries(commune: Commune) -> tuple[list[Entry], int]:
    desk = commune.desks[0]
    with desk.store.snapshot() as ledger:
        channel = desk.settings.channel
        row = next(row for row, one in ledger.rows.journals(channel) if one.node == desk.keys.node)
        return list(ledger.rows.entries_after(row, 0)), row


def _damage(database: Path, key: bytes, seed: int, pages: int) -> None:
    """Overwrites some pages, none of those that say which tables there are or who the desk is: a file that
    lost one of them needs a backup."""
    whole, chance = database.read_bytes(), random.Random(seed)
    raw, hit = bytearray(whole), 0
    for page in chance.sample(range(1, len(whole) // _PAGE), len(whole) // _PAGE - 1):
        place = slice(page * _PAGE, (page + 1) * _PAGE)
        raw[place] = bytes(_PAGE)
        database.write_bytes(raw)
        if _says_who(database, key):
            hit += 1
        else:
            raw[place] = whole[place]
        if hit == pages:
            break
    database.write_bytes(raw)
    assert hit == pages


def _says_who(database: Path, key: bytes) -> bool:
    try:
        with closing(connect(database, key, readonly=True)) as connection:
            for table in ("notes", "nodes", "settings", "officers"):
                connection.execute(f"SELECT * FROM {table}").fetchall()
    except (StoreTrouble, DriverError):
        return False
    return True


def test_an_undamaged_store_is_salvaged_whole(commune: Commune) -> None:
    numbers = commune.received(commune.desks[0], 3)
    commune.desks[0].close()
    done = salvage(commune.root / "desk-1" / "desk.db", commune.root / "saved", commune.clock)
    assert done.dossiers == 3
    assert [one for one in done.journals if one.missing or one.beyond or one.refused] == []
    report = verify(done.desk)
    assert report["problems"] == []
    commune.desks[0] = done.desk
    commune.cut = False
    for _round in range(2):
        for one in commune.desks:
            commune.sync(one)
    assert commune.received(done.desk)[0] not in numbers
    commune.sync(done.desk)
    commune.sync(commune.desks[1])
    assert len(commune.roots()) == 1


@pytest.mark.parametrize("seed", [1, 2, 3])
def test_the_rest_of_a_damaged_store_comes_from_the_center(commune: Commune, seed: int) -> None:
    commune.cut = False
    for _time in range(8):
        commune.received(commune.desks[0], 8)
    commune.sync(commune.desks[0])
    data, there = commune.root / "desk-1", _entries(commune)[0]
    key = kept_key(json.loads(commune.desks[0].paths.identity.read_bytes())["desk"])
    assert key is not None
    commune.desks[0].close()
    _damage(data / "desk.db", key, seed, 8)
    before = (data / "desk.db").read_bytes()
    done = salvage(data / "desk.db", commune.root / "saved", commune.clock)
    commune.desks[0] = done.desk
    own = next(one for one in done.journals if one.journal == there[0].journal)
    gone = sum(last - first + 1 for first, last in own.missing)
    assert own.kept + own.beyond > 0
    assert own.kept + own.beyond + own.refused + gone == len(there)
    assert (data / "desk.db").read_bytes() == before
    for _round in range(3):
        for one in commune.desks:
            commune.sync(one)
    assert len(commune.roots()) == 1
    assert verify(done.desk)["problems"] == []


def test_what_lies_beyond_a_gap_and_what_no_seal_covers_is_told_apart(commune: Commune) -> None:
    desk = commune.desks[0]
    for _time in range(4):
        commune.received(desk)
    entries, row = _entries(commune)
    with desk.store.snapshot() as ledger:
        seals = ledger.rows.seals(row, 0, 2**62)
    journal = entries[0].journal
    apart = runs([one for one in entries if one.seq != 2])
    assert [one[0].seq for one in apart] == [1, 3]
    covered = sealed_run(journal, entries, seals, desk.keys.public.sign)
    assert covered.tip == entries[-1].tip
    assert sealed_run(journal, entries, seals, bytes(32)).entries == ()


def test_nothing_is_overwritten_and_what_is_no_store_is_said(tmp_path: Path, clock: MovedClock) -> None:
    new_desk(tmp_path / "desk", clock).close()
    with pytest.raises(DeskError, match="không trống"):
        salvage(tmp_path / "desk" / "desk.db", tmp_path / "desk", clock)
    (tmp_path / "desk" / "desk.db").write_bytes(b"\0" * _PAGE * 3)
    with pytest.raises(DeskError, match="Không cứu được gì"):
        salvage(tmp_path / "desk" / "desk.db", tmp_path / "saved", clock)
