"""What a damaged store still holds, entry by entry: kept is only what its chain and a seal prove.

Pages that do not bear their HMAC cannot be read and are stepped over. What can be read is taken into a new
store as if a peer had sent it: each run of entries as far as a seal covers it, what lies beyond a gap waits
there until the center or a hub fills the gap. The desk of the new store begins a new journal, as after any
restore.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from desk_app.domain.mistakes import DeskError
from desk_app.operations.attaching import check_files
from desk_app.operations.desk import Clock, Desk, open_desk, read_settings
from desk_app.operations.key_opening import machine_key
from desk_app.operations.numbers import begin_anew
from desk_app.operations.restoring import forbid_old_journals
from desk_app.paths import DeskPaths
from desk_app.store.driver import Connection, DriverError, StoreTrouble, connect
from desk_app.store.rebuild import set_refolded
from desk_app.store.rows import SqliteRows
from desk_app.store.schema import migrate
from desk_app.store.store import write_atomically
from desk_app.store.tables import DeskTables
from sync.attachments.files import ScanFiles
from sync.attachments.trouble import ScanLost
from sync.identity.keys import NotGenuine
from sync.identity.seals import Seal, check_seal
from sync.journal.ledger import Ledger
from sync.journal.segments import Segment, SegmentRefused
from sync.model.entry import Entry, EntryRefused, JournalId, Tip, decode_entry

_AT_ONCE: Final = 256
_EMPTY_STEPS: Final = 64
_COPIED: Final = {
    "nodes": "node, sign, seal, role, unit, desk, reads, writes, certificate",
    "leases": "id, channel, identifier, first, last, node, incarnation, since",
    "settings": "key, value",
    "officers": "id, name, position, retired",
    "issued": "identifier, day, serial, dossier",
}
"""The small tables a desk cannot work without, in the columns that are copied row by row."""
_NOTES: Final = ("own-node", "node-secret", "own-channel", "clock", "certificate")
"""Who this desk is; every other note follows from entries or from the next exchange."""


@dataclass(frozen=True, slots=True)
class JournalSalvaged:
    """One journal: entries `kept` from the first on; places that are `missing`, as ranges of sequence
    numbers; entries `beyond` a gap that wait in the store until it is filled; `refused`: nothing proves them.
    """

    journal: JournalId
    kept: int
    missing: tuple[tuple[int, int], ...]
    beyond: int
    refused: int

    @property
    def name(self) -> str:
        """As the journal is named to people: channel, node, incarnation."""
        one = self.journal
        return f"{one.channel} {one.node.hex()[:8]}/{one.incarnation.hex()[:8]}"


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What came of it; `lost_rows`: rows of the small tables that could not be read."""

    desk: Desk
    journals: tuple[JournalSalvaged, ...]
    dossiers: int
    lost_rows: int
    numbers: bool


def salvage(file: Path, to: Path, clock: Clock) -> Salvaged:
    """Makes a desk in the new folder `to` of what can be proved in a damaged `desk.db`, which stays as it is.

    The desk's identity is read beside the file. Raises `DeskError`.
    """
    if to.exists() and any(to.iterdir()):
        raise DeskError(f"Thư mục “{to}” không trống.", "Chọn thư mục mới; không có gì bị ghi đè.")
    try:
        desk_id = str(json.loads((file.parent / "desk.json").read_bytes())["desk"])
    except (OSError, ValueError, KeyError) as error:
        raise _nothing() from error
    key = machine_key(file.parent, desk_id)
    to.mkdir(parents=True, exist_ok=True)
    paths = DeskPaths(to)
    write_atomically(paths.founding, json.dumps({"desk": desk_id}).encode("ascii"))
    try:
        with (
            closing(DamagedStore(file, key)) as source,
            closing(connect(paths.database, key, create=True)) as target,
        ):
            migrate(target)
            target.execute("BEGIN IMMEDIATE")
            lost = sum(_copy_rows(source, target, table, names) for table, names in _COPIED.items())
            _copy_notes(source, target)
            journals = _salvage_journals(source, target)
            target.execute("COMMIT")
    except (DriverError, StoreTrouble) as error:
        shutil.rmtree(to)
        raise _nothing() from error
    except DeskError:
        shutil.rmtree(to)
        raise
    forbid_old_journals(paths.database, key)
    _copy_scans(ScanFiles(file.parent / "scans"), ScanFiles(paths.scans))
    write_atomically(paths.identity, json.dumps({"desk": desk_id, "format": 1}).encode("ascii"))
    paths.founding.unlink()
    desk = open_desk(to, clock, key)
    numbers = begin_anew(desk)
    check_files(desk)  # what is missing is fetched again
    dossiers = int(desk.store.reader().execute("SELECT count(*) FROM dossiers").fetchone()[0])
    return Salvaged(desk, tuple(journals), dossiers, lost, numbers)


def _copy_scans(source: ScanFiles, target: ScanFiles) -> None:
    """Copies the sealed files whose digest is still their name."""
    for name in source.names():
        try:
            target.put(name, source.read(name, source.path(name).stat().st_size))
        except ScanLost:
            continue


def _nothing() -> DeskError:
    return DeskError("Không cứu được gì từ tệp này.", "Thử bản sao lưu, hoặc dựng lại quầy từ trung tâm.")


class DamagedStore:
    """Reads of a damaged file: one that fails gives None, and the next goes over a connection of its own, for
    SQLCipher believes nothing more on one that met a page without its HMAC."""

    def __init__(self, file: Path, key: bytes) -> None:
        self._file, self._key = file, key
        self._connection = connect(file, key, readonly=True)

    def rows(self, query: str, *given: object) -> list[tuple[Any, ...]] | None:
        """All rows of a query; None where a page of it cannot be read."""
        try:
            return list(self._connection.execute(query, given).fetchall())
        except DriverError:
            self.close()
            self._connection = connect(self._file, self._key, readonly=True)
            return None

    def between(self, query: str, first: int, last: int) -> Iterator[tuple[Any, ...]]:
        """The rows that can be read of a range. `query` has a place for either end, both inclusive.

        A range that cannot be read whole is halved, down to single rows.
        """
        waiting = [(first, last)]
        while waiting:
            low, high = waiting.pop()
            rows = self.rows(query, low, high)
            if rows is not None:
                yield from rows
            elif high > low:
                middle = (low + high) // 2
                waiting += [(middle + 1, high), (low, middle)]

    def close(self) -> None:
        """Closes the file."""
        self._connection.close()


def _copy_rows(source: DamagedStore, target: Connection, table: str, names: str) -> int:
    """Copies a small table; 1 where it could not be read."""
    marks = ", ".join("?" * len(names.split(", ")))
    rows = source.rows(f"SELECT {names} FROM {table}")
    target.executemany(f"INSERT OR REPLACE INTO {table} ({names}) VALUES ({marks})", rows or ())
    return int(rows is None)


def _copy_notes(source: DamagedStore, target: Connection) -> None:
    """Copies who this desk is. Raises `DeskError` where that cannot be read."""
    marks = ", ".join("?" * len(_NOTES))
    kept = source.rows(f"SELECT key, value FROM notes WHERE key IN ({marks})", *_NOTES) or []
    if not {"own-node", "node-secret", "own-channel"} <= {name for name, _value in kept}:
        raise DeskError(
            "Không đọc được khóa hoặc sổ gốc của quầy trong tệp.",
            "Thử bản sao lưu, hoặc dựng lại quầy từ trung tâm.",
        )
    own = source.rows("SELECT key, value FROM notes WHERE key GLOB 'own:*'") or []
    for name, value in (*kept, *own):
        SqliteRows(target).put_note(name, value)


def _salvage_journals(source: DamagedStore, target: Connection) -> list[JournalSalvaged]:
    """Reads all entries there are and takes in those that are proved, as if a peer had sent them."""
    center = read_settings(DeskTables(target).settings()).center
    ledger = Ledger(SqliteRows(target), {center.node: center} if center is not None else {})
    found: dict[JournalId, list[Entry]] = {}
    for entry in _entries(source):
        found.setdefault(entry.journal, []).append(entry)
    seals = _seals(source, {journal: max(one.seq for one in held) for journal, held in found.items()})
    said = take_in(ledger, found, seals, _own_channel(ledger))
    for journal in found:
        stand_where_it_ends(ledger, journal)
    set_refolded(ledger)
    return said


def take_in(
    ledger: Ledger,
    found: Mapping[JournalId, Sequence[Entry]],
    seals: Mapping[JournalId, Sequence[Seal]],
    first: str = "",
) -> list[JournalSalvaged]:
    """Admits what of entries found outside a store is proved, run by run, those of channel `first` before
    others; what came of each journal. In the caller's transaction."""
    said = []
    for journal in sorted(found, key=lambda one: (one.channel != first, one)):
        entries = sorted(found[journal], key=lambda one: one.seq)
        refused = 0
        for run in runs(entries):
            segment = sealed_run(journal, run, seals.get(journal, ()), _key(ledger, journal))
            refused += len(run) - len(segment.entries)
            if segment.entries:
                try:
                    ledger.admit(segment)
                except SegmentRefused:
                    refused += len(segment.entries)
        said.append(_told(ledger, journal, entries, seals.get(journal, ()), refused))
    return said


def stand_where_it_ends(ledger: Ledger, journal: JournalId) -> None:
    """Our own place in a journal is where the part of it without a gap ends."""
    row = ledger.rows.journal_row(journal, create=False)
    tips = ledger.rows.tips(row) if row is not None else frozenset()
    kept = max(tips, key=lambda one: one.seq, default=None)
    if kept is not None and ledger.rows.note(f"own:{journal.channel}") == journal.incarnation:
        ledger.rows.put_note(f"own-tip:{journal.channel}", kept.seq.to_bytes(8, "big") + kept.digest)


def runs(entries: Sequence[Entry]) -> list[list[Entry]]:
    """Entries of one journal, in order of sequence, as runs in which each names the one before."""
    by_tip: dict[bytes, list[Entry]] = {}
    made: list[list[Entry]] = []
    for entry in entries:
        run = by_tip.pop(entry.prev, None)
        if run is None:
            run = []
            made.append(run)
        run.append(entry)
        by_tip[entry.digest] = run
    return made


def sealed_run(journal: JournalId, run: Sequence[Entry], seals: Sequence[Seal], key: bytes | None) -> Segment:
    """A run up to the last entry that a genuine seal covers, with those seals; empty where there is none.

    Without the writer's key, which its own first entry may bring, the seals are left to be proved later.
    """
    places = {entry.tip: at for at, entry in enumerate(run)}
    genuine = []
    for one in sorted((one for one in seals if one.tip in places), key=lambda one: one.tip.seq):
        try:
            if key is not None:
                check_seal(key, journal, one)
        except NotGenuine:
            continue
        genuine.append(one)
    kept = run[: places[genuine[-1].tip] + 1] if genuine else ()
    return Segment(journal, tuple(kept), tuple(genuine))


def _told(
    ledger: Ledger, journal: JournalId, entries: Sequence[Entry], seals: Sequence[Seal], refused: int
) -> JournalSalvaged:
    """What stands of a journal now."""
    row = ledger.rows.journal_row(journal, create=False)
    tips = ledger.rows.tips(row) if row is not None else frozenset()
    kept = max(tips, key=lambda one: one.seq, default=None)
    there = {one.seq for one in entries}
    last = max([*there, *(one.tip.seq for one in seals)])
    missing: list[tuple[int, int]] = []
    for seq in range(1, last + 1):
        if seq in there:
            continue
        if missing and missing[-1][1] == seq - 1:
            missing[-1] = missing[-1][0], seq
        else:
            missing.append((seq, seq))
    place = kept.seq if kept is not None else 0
    beyond = sum(one.seq > place for one in entries) - refused
    return JournalSalvaged(journal, place, tuple(missing), max(0, beyond), refused)


def _own_channel(ledger: Ledger) -> str:
    return (ledger.rows.note("own-channel") or b"").decode("ascii")


def _entries(source: DamagedStore) -> Iterator[Entry]:
    for envelope, body in _of_table(source, "entries", "envelope, body"):
        try:
            yield decode_entry(envelope, body)
        except EntryRefused:
            continue


def _of_table(source: DamagedStore, table: str, names: str) -> Iterator[tuple[Any, ...]]:
    """Rows by row id, in steps; where even the last id cannot be read, until many steps gave nothing."""
    found = source.rows(f"SELECT max(rowid) FROM {table}")
    last = int(found[0][0] or 0) if found else 0
    query = f"SELECT {names} FROM {table} WHERE rowid BETWEEN ? AND ?"
    first, empty = 1, 0
    while first <= last or (not last and empty < _EMPTY_STEPS):
        rows = list(source.between(query, first, first + _AT_ONCE - 1))
        empty = 0 if rows else empty + 1
        first += _AT_ONCE
        yield from rows


def _seals(source: DamagedStore, last: Mapping[JournalId, int]) -> dict[JournalId, list[Seal]]:
    """The seals that can be read, by journal, as far as entries were found."""
    found: dict[JournalId, list[Seal]] = {}
    for row, node, channel, incarnation in _of_table(source, "journals", "id, node, channel, incarnation"):
        journal = JournalId(node, channel, incarnation)
        query = f"SELECT seq, digest, signature FROM seals WHERE journal = {int(row)} AND seq BETWEEN ? AND ?"
        for first in range(1, last.get(journal, 0) + 1, _AT_ONCE):
            found.setdefault(journal, []).extend(
                Seal(Tip(seq, digest), signature)
                for seq, digest, signature in source.between(query, first, first + _AT_ONCE - 1)
            )
    return found


def _key(ledger: Ledger, journal: JournalId) -> bytes | None:
    center, record = ledger.trusted.get(journal.node), ledger.rows.node(journal.node)
    keys = center or (record.keys if record else None)
    return keys.sign if keys else None
