"""Backups of a desk: taken while it works, proved before they get their names, rotated, never in clear.

The copy is made page by page by SQLite's backup interface, from one snapshot, into a database under the same
key; readers hold no writer up. Scans are copied as the sealed files they are. Nothing that was there before
is touched until the new copy was read back from the disk and proved.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator, Mapping, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import file_digest
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import BACKUP, MACHINE
from desk_app.operations import backup_copies as lying
from desk_app.operations.attaching import files_of
from desk_app.operations.backup_plan import Plan, note_made, note_trouble, plan_of, standing
from desk_app.operations.backup_proving import Proved, prove
from desk_app.operations.backup_trouble import backup_trouble, trouble_at
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.drives import drives
from desk_app.store.driver import DriverError, StoreTrouble, connect, trouble_of
from desk_app.store.scans import NamedFile, ScanTables
from sync.attachments.files import ScanFiles
from sync.attachments.trouble import ScanLost
from sync.durable import sync_folder
from sync.model.moment import iso_minute

_HEADROOM = 16 * 1024 * 1024
"""What a place must have free beyond the copy."""


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that stands: its copy, how many older ones it let go, whether it lies on the data's disk, and
    how far the desk's own journals go in it (`mirror_plan.name_of`)."""

    copy: lying.Copy
    removed: int
    same_disk: bool
    own: Mapping[str, int] = field(default_factory=dict)


@needs(BACKUP)
def choose_place(desk: Desk, place: Path) -> Path:
    """Makes the desk's folder at a place that is there and gives it. Raises `DeskError`.

    An automatic backup never makes it: a volume that is not mounted leaves an empty folder behind.
    """
    if place.resolve().is_relative_to(desk.paths.data.resolve()):
        raise DeskError("Nơi sao lưu không được nằm trong thư mục dữ liệu.", "Chọn ổ đĩa thứ hai hoặc USB.")
    if not place.is_dir():
        raise backup_trouble("gone", place)
    folder = lying.desk_folder(place, desk_id_of(desk))
    try:
        folder.mkdir(exist_ok=True)
        sync_folder(place)
    except OSError as error:
        raise trouble_at(error, place) from error
    return folder


@needs(MACHINE)
def back_up(desk: Desk, place: Path, plan: Plan | None = None) -> Made:
    """Makes one backup at a chosen place, proves it, then lets outlived ones go. Raises `DeskError`."""
    folder = lying.desk_folder(place, desk_id_of(desk))
    with _alone(desk):
        try:
            if not folder.is_dir():
                raise backup_trouble("gone", place)
            made = _made(desk, place, folder, plan or plan_of(desk))
        except (OSError, StoreTrouble) as error:
            trouble = trouble_at(error, place)
            note_trouble(desk, place, trouble)
            raise trouble from error
        except DeskError as trouble:
            note_trouble(desk, place, trouble)
            raise
        note_made(desk, place, made.copy, made.own)
    return made


@needs(MACHINE)
def back_up_everywhere(desk: Desk) -> tuple[list[Made], list[DeskError]]:
    """One backup at every place that was chosen, and on every stick that is plugged in and was given this
    desk's folder before: those made, and the troubles of the others."""
    seen, made, troubles = standing(desk, drives()), [], []
    plan = seen.plan
    for place in seen.wanted:
        try:
            made.append(back_up(desk, Path(place), plan))
        except DeskError as trouble:
            troubles.append(trouble)
    return made, troubles


@contextmanager
def _alone(desk: Desk) -> Iterator[None]:
    try:
        with FileLock(str(desk.paths.backup_lock), timeout=0):
            yield
    except Timeout as error:
        raise DeskError("Một lần sao lưu khác đang chạy.", "Chờ nó xong rồi làm lại.") from error


def _made(desk: Desk, place: Path, folder: Path, plan: Plan) -> Made:
    lying.sweep(folder, desk.clock())
    _room(desk, place)
    now = desk.clock()
    name = lying.free_name(folder, now)
    part = folder / f"{name}{lying.PART}"
    part.mkdir()
    try:
        manifest, own = _fill(desk, place, part, now)
        _write(part / lying.MANIFEST, manifest.written())
        sync_folder(part)
        part.rename(folder / name)
        sync_folder(folder)
    except BaseException:
        shutil.rmtree(part, ignore_errors=True)
        raise
    copy = lying.Copy(folder / name, manifest)
    older = [one for one in lying.copies_in(folder) if one.folder != copy.folder]
    gone = lying.remove(lying.outlived([copy, *older], plan.days, plan.weeks, plan.months))
    return Made(copy, gone, _same_disk(desk.paths.data, place), own)


def _fill(desk: Desk, place: Path, part: Path, now: datetime) -> tuple[lying.Manifest, dict[str, int]]:
    """Everything a copy holds but what it says of itself, durable and proved; and how far own journals go."""
    desk_id = desk_id_of(desk)
    key = desk.store.key
    database = part / lying.DATABASE
    copy_store(desk.paths.database, database, key)
    proved = _proved(place, database, key, desk)
    named = _named_scans(database, key, desk.keys.node)
    there, missing = _carry_scans(files_of(desk), ScanFiles(part.parent / "scans"), named)
    _write(part / lying.SCAN_LIST, "".join(f"{one.hex()} {size}\n" for one, size in there).encode("ascii"))
    for path, name in ((desk.paths.identity, lying.IDENTITY), (desk.paths.envelope, lying.ENVELOPE)):
        if path.exists():
            _write(part / name, path.read_bytes())
    with open(database, "rb") as file:
        digest = file_digest(file, "sha256").hexdigest()
    manifest = lying.Manifest(
        desk=desk_id,
        made_at=iso_minute(now),
        sha256=digest,
        size=database.stat().st_size,
        journals=proved.journals,
        entries=proved.entries,
        seals=proved.seals,
        dossiers=proved.dossiers,
        scans=len(there),
        scans_missing=tuple(one.hex() for one in missing),
    )
    return manifest, dict(proved.own)


def copy_store(source: Path, target: Path, key: bytes) -> None:
    """Copies an open store, from one snapshot, into a file under the same key, durably.

    Raises `StoreTrouble`, `OSError`.
    """
    try:
        with (
            closing(connect(source, key, readonly=True)) as reader,
            closing(connect(target, key, create=True)) as writer,
        ):
            writer.execute("PRAGMA journal_mode = DELETE")
            reader.backup(writer)
            writer.execute("PRAGMA journal_mode = DELETE")  # one file, that a read-only medium can open
    except DriverError as error:
        raise trouble_of(error) or error from error
    with open(target, "rb+") as file:
        os.fsync(file.fileno())


def _proved(place: Path, database: Path, key: bytes, desk: Desk) -> Proved:
    """What was proved in the copy; a problem is the store's own, or else the place's."""
    proved = prove(database, key, desk.store.trusted)
    if not proved.problems:
        return proved
    own = prove(desk.paths.database, key, desk.store.trusted)
    raise backup_trouble("own" if own.problems else "kept-badly", place)


def _named_scans(database: Path, key: bytes, node: bytes) -> list[NamedFile]:
    """The scans that the copy's dossiers name."""
    with closing(connect(database, key, readonly=True)) as connection:
        return ScanTables(connection).all_files(node)


def _carry_scans(
    source: ScanFiles, target: ScanFiles, named: Sequence[NamedFile]
) -> tuple[list[tuple[bytes, int]], list[bytes]]:
    """Copies the sealed files that are not at the place yet; (those there with their lengths, those missing).

    One of another desk's that was never fetched here is missing too: the copy cannot give it back.
    """
    there: list[tuple[bytes, int]] = []
    missing: list[bytes] = []
    for one in named:
        try:
            if target.state(one.name, one.length) != "whole":
                target.put(one.name, source.read(one.name, one.length))
            there.append((one.name, one.length))
        except ScanLost:
            missing.append(one.name)
    return there, missing


def _room(desk: Desk, place: Path) -> None:
    """Says that a place is full before anything is written there."""
    needed = desk.paths.database.stat().st_size + _HEADROOM
    if shutil.disk_usage(place).free < needed:
        raise backup_trouble("full", place)


def _same_disk(data: Path, place: Path) -> bool:
    return data.stat().st_dev == place.stat().st_dev


@needs(MACHINE)
def desk_id_of(desk: Desk) -> str:
    """The id that names the desk's folder at a place."""
    raw: Any = json.loads(desk.paths.identity.read_bytes())
    return str(raw["desk"])


def _write(path: Path, content: bytes) -> None:
    with open(path, "wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
