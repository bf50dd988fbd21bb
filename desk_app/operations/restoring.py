"""A desk made of a backup: the copy is proved first, nothing is overwritten, the journal begins anew.

What was written after the copy is at the center and at hubs and comes back by sync. Until then nobody here
knows which numbers were given, so the old journal is never written to again: the store is told so before it
becomes the desk's, and a new journal takes a spare block of numbers where the head marks of this machine say
that it was never taken, or waits for the center (see `numbers`).
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from filelock import FileLock, Timeout

from desk_app.domain.mistakes import DeskError
from desk_app.operations import backup_copies as lying
from desk_app.operations.attaching import check_files
from desk_app.operations.backup_key import keep_restored
from desk_app.operations.backup_proving import prove
from desk_app.operations.desk import Clock, Desk, open_desk, read_settings
from desk_app.operations.hearing_purges import hear_purges
from desk_app.operations.numbers import begin_anew
from desk_app.operations.restoring_keys import RestoringKeys, locked_by_password
from desk_app.operations.window_lock import refuse_open_window
from desk_app.paths import DeskPaths
from desk_app.store.driver import DriverError, StoreTrouble, connect, rekey, trouble_of
from desk_app.store.rows import SqliteRows
from desk_app.store.store import write_atomically
from desk_app.store.tables import DeskTables
from sync.attachments.files import WHOLE, ScanFiles
from sync.durable import make_folder, sync_folder
from sync.identity.keys import PublicKeys

STAGE = "restoring"


@dataclass(frozen=True, slots=True)
class Restored:
    """What stands now: `desk` opened, the `copy` it was made of, what lay there before in `aside`.

    `passed` newer copies were damaged; `scans_missing` scans came from nowhere yet; `numbers`: it can give
    numbers at once.
    """

    desk: Desk
    copy: lying.Copy
    aside: Path | None
    passed: int
    scans_missing: int
    numbers: bool


def restore(data: Path, source: Path, clock: Clock, code: str = "") -> Restored:
    """Makes the desk of `data` from the newest good copy at `source`, or from the one that is named.

    `code` opens the envelope where this machine has no key. Raises `DeskError`; then nothing was changed.
    """
    try:
        copies = found_copies(source)
        keys = RestoringKeys(copies, data, code)
        copy, key, passed = _first_good(copies, keys)
        stage = data.with_name(f"{data.name}.{STAGE}")
        shutil.rmtree(stage, ignore_errors=True)
        stage.mkdir(parents=True)
        try:
            key = _fill(stage, copy, key, keys.own or key)
            staged = DeskPaths(stage)
            locked = locked_by_password(staged.database, key)
            keep_restored(copy.manifest.desk, key, staged.envelope, by_password=locked)
            aside = move_aside(data, clock())
            move_in(stage, data)
        finally:
            shutil.rmtree(stage, ignore_errors=True)
    except (OSError, StoreTrouble) as error:
        raise DeskError(
            "Chưa khôi phục được: ổ đĩa báo lỗi khi đọc bản sao lưu hoặc ghi dữ liệu.",
            "Kiểm tra ổ sao lưu còn cắm, ổ dữ liệu còn chỗ và không cửa sổ Một cửa nào đang mở; rồi làm lại.",
        ) from error
    desk = open_desk(data, clock, key)
    try:
        numbers = begin_anew(desk)
        hear_purges(desk)
        missing = len(check_files(desk)[1])
    except BaseException:
        desk.close()
        raise
    return Restored(desk, copy, aside, passed, missing, numbers)


def found_copies(source: Path) -> list[lying.Copy]:
    """The copies at a place, in a desk's folder there, or the one that is named, the newest first.

    Raises `DeskError` where there is none or they are of several desks, `OSError`.
    """
    folder = source.parent if source.is_file() else source
    if not folder.is_dir():
        raise DeskError(f"Không thấy “{source}”.", "Cắm ổ sao lưu rồi chọn lại.")
    named = lying.read_copy(folder)
    if named is not None:
        return [named]
    desks = lying.desks_at(folder)
    if len(desks) > 1:
        raise DeskError(
            "Nơi này có bản sao lưu của nhiều quầy.",
            "Chọn thư mục của đúng quầy: " + ", ".join(one.name for one in desks) + ".",
        )
    copies = lying.copies_in(desks[0]) if desks else []
    if not copies:
        raise DeskError(f"Không có bản sao lưu nào ở “{source}”.", "Chọn đúng ổ hoặc thư mục sao lưu.")
    return copies


def _first_good(copies: list[lying.Copy], keys: RestoringKeys) -> tuple[lying.Copy, bytes, int]:
    """The newest copy that proves, its key, and how many newer ones did not."""
    for passed, copy in enumerate(copies):
        key = keys.key_of(copy) if lying.file_is(copy) else None
        if key is not None:
            proved = prove(copy.database, key, _trusted(copy.database, key))
            if not proved.problems and proved.entries == copy.manifest.entries:
                return copy, key, passed
    raise DeskError(
        "Bản sao lưu bị hỏng nên không dùng được; dữ liệu đang có không bị thay đổi.",
        "Chọn bản khác; nếu không còn bản nào, dùng “motcua salvage”.",
    )


def _trusted(database: Path, key: bytes) -> dict[bytes, PublicKeys]:
    """The center that the copy's settings pin."""
    with closing(connect(database, key, readonly=True)) as connection:
        center = read_settings(DeskTables(connection).settings()).center
    return {center.node: center} if center is not None else {}


def _fill(stage: Path, copy: lying.Copy, key: bytes, wanted: bytes) -> bytes:
    """The data folder as it will be, durable: the store, told to begin anew, and the scans there are.

    A copy from before the key was changed is put under the one that is `wanted` now, which is given back.
    """
    paths = DeskPaths(stage)
    shutil.copyfile(copy.database, paths.database)
    if wanted != key:
        rekey(paths.database, key, wanted)
        key = wanted
    forbid_old_journals(paths.database, key)
    with open(paths.database, "rb+") as file:
        os.fsync(file.fileno())
    source, target = ScanFiles(copy.folder.parent / "scans"), ScanFiles(paths.scans)
    for name, length in copy.scan_names().items():
        if source.state(name, length, deep=True) == WHOLE:
            target.put(name, source.read(name, length))
    envelope = copy.folder / lying.ENVELOPE
    if envelope.exists():
        write_atomically(paths.envelope, envelope.read_bytes())
    raw: dict[str, Any] = {"desk": copy.manifest.desk, "format": 1}
    write_atomically(paths.identity, json.dumps(raw).encode("ascii"))
    return key


def forbid_old_journals(database: Path, key: bytes) -> None:
    """Whatever happens next, no entry is ever added to the journals that the copy was writing."""
    try:
        with closing(connect(database, key)) as connection:
            rows = SqliteRows(connection)
            connection.execute("BEGIN IMMEDIATE")
            for name, _incarnation in list(rows.notes("own:")):
                rows.put_note(f"forked:{name.removeprefix('own:')}", b"1")
            connection.execute("COMMIT")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except DriverError as error:
        raise trouble_of(error) or error from error


def move_aside(data: Path, now: datetime) -> Path | None:
    """Gives a folder that holds a desk, or what is left of one, another name. Raises `DeskError` when it is
    being used."""
    paths = DeskPaths(data)
    if not paths.identity.exists() and not paths.database.exists():
        return None
    try:
        with FileLock(str(paths.lock), timeout=0):
            pass
    except Timeout as error:
        raise DeskError("Quầy đang được dùng.", "Đóng cửa sổ Một cửa rồi khôi phục lại.") from error
    refuse_open_window(data, "Cửa sổ Một cửa của quầy đang mở.", "Đóng cửa sổ đó rồi khôi phục lại.")
    name, more = f"{data.name}.truoc-{now:%Y%m%d-%H%M}", 1
    while data.with_name(name).exists():
        more += 1
        name = f"{data.name}.truoc-{now:%Y%m%d-%H%M}-{more}"
    data.rename(data.with_name(name))
    sync_folder(data.parent)
    return data.with_name(name)


def move_in(stage: Path, data: Path) -> None:
    """What was staged becomes the desk's; the identity last: before it stands there is no desk here."""
    make_folder(data)
    there, staged = DeskPaths(data), DeskPaths(stage)
    identity = json.loads(staged.identity.read_bytes())
    write_atomically(there.founding, json.dumps({"desk": identity["desk"]}).encode("ascii"))
    moves: tuple[Callable[[DeskPaths], Path], ...] = (
        lambda one: one.database,
        lambda one: one.scans,
        lambda one: one.envelope,
        lambda one: one.identity,
    )
    for of in moves:
        if of(staged).exists():
            of(staged).replace(of(there))
            sync_folder(data)
    there.founding.unlink()
    there.answers.unlink(missing_ok=True)
