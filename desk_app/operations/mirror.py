"""The mirror of the desk's own journals: every entry once more, on another volume or a stick that stays in.

It follows the store: what is committed is read from there and added to the mirror, durably, by a thread or a
process that no reception waits for. A volume that is slow or gone leaves it behind; when it is there again it
catches up, for how far it came is read from the mirror itself. It holds what neither the center's receipt nor
a proved backup covers, whole segments at a time.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from itertools import islice, pairwise
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import BACKUP, MACHINE
from desk_app.operations import mirror_files as files
from desk_app.operations.backup import choose_place, desk_id_of
from desk_app.operations.backup_copies import ENVELOPE, desk_folder
from desk_app.operations.backup_plan import covered_by_backup
from desk_app.operations.backup_trouble import backup_trouble, trouble_at
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.mirror_plan import (
    MirrorStanding,
    keep_place,
    name_of,
    note_reached,
    note_trouble,
    place_of,
    purges_here,
    read_notes,
    standing,
)
from desk_app.operations.mirror_records import (
    Begin,
    DeskRecord,
    Heads,
    Run,
    begin_record,
    heads_in,
    pack,
    read_desk,
    run_record,
    unpack,
)
from desk_app.operations.outcome import Outcome
from desk_app.store.store import write_atomically
from desk_app.store.tables import connection_of
from sync.durable import sync_folder
from sync.journal.ledger import Ledger
from sync.model.entry import JournalId, Tip
from sync.protocol.receipts import Coverage, latest_receipt, own_journals

SEGMENT_BYTES: Final = 2 * 1024 * 1024
"""A segment that has grown so long gets no more records."""
_AT_ONCE: Final = 256


class MirrorDamaged(ValueError):
    """The newest part of the mirror does not read as it was written."""


@needs(BACKUP)
def choose_mirror(desk: Desk, place: Path) -> Outcome[None]:
    """From now on the mirror lies at `place`, which must be there. Raises `DeskError`."""
    folder = choose_place(desk, place) / files.FOLDER
    try:
        folder.mkdir(exist_ok=True)
        sync_folder(folder.parent)
    except OSError as error:
        raise trouble_at(error, place) from error
    return keep_place(desk, str(place))


@needs(BACKUP)
def end_mirror(desk: Desk) -> Outcome[None]:
    """No mirror from now on; what lies at its place stays."""
    return keep_place(desk, "")


@needs(MACHINE)
def catch_up(desk: Desk) -> Outcome[MirrorStanding]:
    """Adds to the mirror what it lacks, and lets go what is covered; after a purge writes it anew without the
    bodies. Does nothing where none was chosen, or
    while another process does it. Raises `DeskError` for trouble at the place, which is noted.
    """
    place = place_of(desk)
    stands = standing(desk)
    if place and stands.behind + stands.purged + _is_new(desk, place):
        with _trouble_noted(desk, place), _alone(desk) as alone:
            if alone and stands.purged:
                _write_anew(desk, Path(place))
            elif alone:
                _follow(desk, Path(place))
    return Outcome(standing(desk))


@needs(BACKUP)
def renew(desk: Desk) -> Outcome[MirrorStanding]:
    """Writes the mirror anew from the store and then drops what was there: after damage, after a purge.

    Raises `DeskError` for trouble at the place, which is noted; then what was there stays.
    """
    place = place_of(desk)
    if place:
        with _trouble_noted(desk, place), _alone(desk) as alone:
            if alone:
                _write_anew(desk, Path(place))
    return Outcome(standing(desk))


@needs(MACHINE)
def mirror_folder(desk: Desk, place: Path) -> Path:
    """Where the segments lie at a place."""
    return desk_folder(place, desk_id_of(desk)) / files.FOLDER


def _is_new(desk: Desk, place: str) -> int:
    """1 where nothing was noted of this place yet: it is looked at even while nothing waits."""
    notes = read_notes(desk)
    return int(notes.get("place") != place or bool(notes.get("trouble")))


@contextmanager
def _trouble_noted(desk: Desk, place: str) -> Iterator[None]:
    try:
        yield
    except DeskError as trouble:
        note_trouble(desk, place, trouble)
        raise
    except OSError as error:
        at_place = trouble_at(error, Path(place))
        note_trouble(desk, place, at_place)
        raise at_place from error


@contextmanager
def _alone(desk: Desk) -> Iterator[bool]:
    lock = FileLock(str(desk.paths.mirror_lock), timeout=0)
    try:
        lock.acquire()
    except Timeout:
        yield False
        return
    try:
        yield True
    finally:
        lock.release()


def _follow(desk: Desk, place: Path) -> None:
    folder = mirror_folder(desk, place)
    if not folder.is_dir():
        raise backup_trouble("gone", place)
    purges = purges_here(desk)  # asked before: one that comes meanwhile makes it be written anew
    try:
        writer = MirrorWriter(desk, folder, desk.store.key)
    except MirrorDamaged:
        _write_anew(desk, place)
        return
    writer.write_all()
    writer.let_go()
    note_reached(desk, str(place), writer.heads, purges)


def _write_anew(desk: Desk, place: Path) -> None:
    folder = mirror_folder(desk, place)
    if not folder.is_dir():
        raise backup_trouble("gone", place)
    purges = purges_here(desk)
    old = files.segments_in(folder)
    writer = MirrorWriter(desk, folder, desk.store.key, anew=True)
    writer.write_all()
    for one in old:
        one.unlink()
    sync_folder(folder)
    note_reached(desk, str(place), writer.heads, purges)


class MirrorWriter:
    """The one who adds to a mirror; `heads` is how far it has come. Raises `OSError`, `MirrorDamaged`."""

    def __init__(self, desk: Desk, folder: Path, key: bytes, *, anew: bool = False) -> None:
        self._desk, self._folder, self._key = desk, folder, key
        self.heads: Heads = {}
        self._known_desk = b""
        self._number = self._at = self._index = 0
        self._path: Path | None = None
        there = files.segments_in(folder)
        if anew:
            self._number = files.number_of(there[-1]) if there else 0
        else:
            self._stand_at_the_end(there)

    def _stand_at_the_end(self, there: list[Path]) -> None:
        """Reads the last segment that says something; one behind it that a power cut left empty goes."""
        for path in reversed(there):
            read = files.read_segment(path, self._key)
            if read.damaged:
                raise MirrorDamaged
            if read.records:
                self._take(read.records)
                self._path, self._number = path, read.number
                self._at, self._index = read.good_bytes, read.last_index
                return
            path.unlink()

    def _take(self, records: tuple[bytes, ...]) -> None:
        first = unpack(records[0])
        if not isinstance(first, Begin):
            raise MirrorDamaged
        self.heads = heads_in(first)
        for raw in records[1:]:
            record = unpack(raw)
            if isinstance(record, Run):
                self.heads[record.journal] = frozenset(Tip(*one) for one in record.tips)
            elif isinstance(record, DeskRecord):
                self._known_desk = _settled(record)

    def write_all(self) -> None:
        """Adds everything that is committed and not there, a few hundred entries at a time."""
        while True:
            with self._desk.reading() as ledger:
                desk = read_desk(connection_of(ledger))
                covered = covered_places(self._desk, ledger)
                runs = next(self._runs(ledger, covered), None)
            if runs is None and _settled(desk) == self._known_desk:
                return
            self._add(desk, runs or [])

    def _runs(self, ledger: Ledger, covered: dict[str, int]) -> Iterator[list[Run]]:
        for row, journal in own_journals(ledger, self._desk.keys.node):
            tips, held = ledger.rows.tips(row), self.heads.get(journal, frozenset())
            if not tips or tips == held:
                continue
            yield self._runs_of(ledger, row, journal, covered.get(name_of(journal), 0))

    def _runs_of(self, ledger: Ledger, row: int, journal: JournalId, covered: int) -> list[Run]:
        """What one journal lacks next: up to its next few hundred entries, all of it where it has forked."""
        rows, held = ledger.rows, self.heads.get(journal, frozenset())
        tips = rows.tips(row)
        if len(tips) > 1:
            entries = list(rows.entries_after(row, 0))
            parts = [entries[at : at + _AT_ONCE] for at in range(0, len(entries), _AT_ONCE)]
            seals = {one.tip.digest: one for one in rows.seals(row, 0, 2**62)}
            return [
                run_record(journal, part, [seals[one.digest] for one in part if one.digest in seals], tips)
                for part in parts
            ]
        after = covered if not held else 0
        if len(held) == 1:
            (last,) = held
            after = last.seq if ledger.knows(journal, last.digest) else 0
        entries = list(islice(rows.entries_after(row, after), _AT_ONCE))
        found = rows.seals(row, after, entries[-1].seq) if entries else []
        if len(entries) == _AT_ONCE and found:  # a part ends where a seal stands
            entries = [one for one in entries if one.seq <= found[-1].tip.seq]
        last_here = frozenset({entries[-1].tip}) if entries else tips
        return [run_record(journal, entries, found, last_here)]

    def _add(self, desk: DeskRecord, runs: list[Run]) -> None:
        records = [] if _settled(desk) == self._known_desk else [pack(desk)]
        records += [pack(one) for one in runs]
        if self._path is None or self._at >= SEGMENT_BYTES:
            self._begin_next()
            records = [pack(begin_record(self._index, self.heads)), pack(desk), *(pack(one) for one in runs)]
            self._index = 0
        assert self._path is not None
        self._at = files.append(self._path, self._key, self._at, self._index + 1, records)
        self._index += len(records)
        self._known_desk = _settled(desk)
        for run in runs:
            self.heads[run.journal] = frozenset(Tip(*one) for one in run.tips)

    def _begin_next(self) -> None:
        self._number += 1
        desk_id = desk_id_of(self._desk)
        self._path = files.begin_segment(self._folder, self._number, desk_id)
        self._at = self._path.stat().st_size
        envelope = self._desk.paths.envelope
        if envelope.exists():
            write_atomically(self._folder / ENVELOPE, envelope.read_bytes())

    def let_go(self) -> None:
        """Removes whole segments, the oldest first, all of which the center and a proved backup have."""
        there = files.segments_in(self._folder)
        with self._desk.reading() as ledger:
            covered = covered_places(self._desk, ledger)
        for path, after in pairwise(there):
            read = files.read_segment(after, self._key, 1)
            first = unpack(read.records[0]) if read.records else None
            if not isinstance(first, Begin):
                return
            for journal, tips in heads_in(first).items():
                if len(tips) > 1 or max(tip.seq for tip in tips) > covered.get(name_of(journal), 0):
                    return
            path.unlink()


@needs(MACHINE)
def covered_places(desk: Desk, ledger: Ledger) -> dict[str, int]:
    """How far each own journal stands both in the center's receipt in force and in a proved backup."""
    center = desk.settings.center
    saved = covered_by_backup(desk)
    if center is None or not saved:
        return {}
    cover = Coverage(ledger, desk.keys.node, latest_receipt(ledger, center.node))
    found: dict[str, int] = {}
    for row, journal in own_journals(ledger, desk.keys.node):
        if len(ledger.rows.tips(row)) == 1:
            has = cover.waiting(row, journal)[1]
            found[name_of(journal)] = min(has, saved.get(name_of(journal), 0))
    return found


def _settled(desk: DeskRecord) -> bytes:
    """What of a desk's record is worth writing again; the clock's mark moves with every entry."""
    return pack(DeskRecord({name: one for name, one in desk.notes.items() if name != "clock"}, desk.tables))
