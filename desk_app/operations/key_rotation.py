"""The database under a new key: into a copy that is proved equal, then in place of the old one.

Nothing is rewritten where it lies (`PRAGMA rekey` on the live database would not outlive a power cut). Killed
after any of the `STEPS`, the next opening finds the key the database is under and finishes or undoes the rest
(`key_opening.settled_key`). Officers' passwords and the printed sheet stay as they are; keys of scans lie in
the
database and go with it; head marks name entries, not keys, and stay. The key before is kept in the store,
under
the new one, for the backups made under it.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from desk_app.domain.mistakes import DeskError
from desk_app.operations.founding import read_identity
from desk_app.operations.key_files import PRINTED, KeyPlace, Wraps
from desk_app.operations.key_opening import (
    BEFORE,
    PART,
    machine_key,
    settled_key,
    settled_under_lock,
    sweep_change,
)
from desk_app.operations.restoring_keys import FORMER
from desk_app.operations.troubles import in_words
from desk_app.operations.window_lock import refuse_open_window
from desk_app.paths import DeskPaths
from desk_app.store.driver import Connection, DriverError, StoreTrouble, connect, rekey, trouble_of
from desk_app.store.rows import SqliteRows
from sync.durable import sync_folder

STEPS: Final = (
    "prepared",
    "copied",
    "rekeyed",
    "proved",
    "set aside",
    "replaced",
    "kept",
    "settled",
    "enveloped",
    "dropped",
    "swept",
)
"""What is on the disk after each: see `rotate` and `key_opening`."""
_KEY_BYTES: Final = 32
_FORMER_KEPT: Final = 8
_HEADROOM: Final = 16 * 1024 * 1024
_BUSY_MS: Final = 2_000
_IN_USE: Final = (
    "Quầy đang được dùng nên chưa đổi được khóa.",
    "Đóng mọi cửa sổ Một cửa của quầy rồi làm lại.",
)
Reached = Callable[[str], None]


@dataclass(frozen=True, slots=True)
class Rotated:
    """A change that is done: how many `rows` were proved equal; `printed`: the sheet in the safe opens it
    too."""

    rows: int
    printed: bool


def rotate(
    data: Path,
    key: bytes | None = None,
    *,
    entropy: Callable[[int], bytes] = os.urandom,
    reached: Reached = lambda _step: None,
) -> Rotated:
    """Puts the desk of a folder that nobody has open under a new key. `key`: where somebody gave it.

    `reached` is told each of `STEPS`. Raises `DeskError`; then the desk opens as it did.
    """
    paths = DeskPaths(data)
    desk_id = read_identity(paths)
    place = KeyPlace(desk_id)
    old = settled_key(paths, place, key) if key is not None else machine_key(data, desk_id)
    refuse_open_window(data, *_IN_USE)
    try:
        with _alone(paths):
            rows = _changed(paths, place, old, entropy(_KEY_BYTES), reached)
            printed = PRINTED in settled_wraps(place).locks
    except StoreTrouble as trouble:
        raise in_words(trouble) from trouble
    except OSError as error:
        raise DeskError(
            "Chưa đổi được khóa: ổ đĩa báo lỗi.",
            "Dữ liệu vẫn mở được như trước. Kiểm tra chỗ trống và thư mục khóa rồi làm lại.",
        ) from error
    return Rotated(rows, printed)


def settled_wraps(place: KeyPlace) -> Wraps:
    """The wraps as they stand, empty where there are none."""
    return place.read().wraps or Wraps(place.desk)


@contextmanager
def _alone(paths: DeskPaths) -> Iterator[None]:
    """Nobody writes or backs up meanwhile."""
    try:
        with FileLock(str(paths.lock), timeout=0), FileLock(str(paths.backup_lock), timeout=0):
            yield
    except Timeout as error:
        raise DeskError(*_IN_USE) from error


def _changed(paths: DeskPaths, place: KeyPlace, old: bytes, new: bytes, reached: Reached) -> int:
    part, before = paths.data / PART, paths.data / BEFORE
    _room(paths)
    with closing(_alone_connection(paths.database, old)) as source:
        _prepare(place, new)
        reached("prepared")
        try:
            _copy(source, part, old)
            reached("copied")
            rekey(part, old, new)
            reached("rekeyed")
            rows = _prove(source, part, new)
            _remember(part, old, new)
            reached("proved")
        except BaseException:
            sweep_change(paths)
            _take_back(place, old)
            raise
    os.replace(paths.database, before)
    sync_folder(paths.data)
    reached("set aside")
    os.replace(part, paths.database)
    sync_folder(paths.data)
    reached("replaced")
    settled_under_lock(paths, place, old, coming=new, reached=reached)
    return rows


def _alone_connection(database: Path, key: bytes) -> Connection:
    """A connection that nobody else has beside it: the database is one file then, without a log."""
    connection = connect(database, key)
    try:
        connection.execute(f"PRAGMA busy_timeout = {_BUSY_MS}")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        connection.execute("PRAGMA locking_mode = EXCLUSIVE")
        if connection.execute("PRAGMA journal_mode = DELETE").fetchone()[0] != "delete":
            raise DeskError(*_IN_USE)
        connection.execute("BEGIN EXCLUSIVE")
        connection.execute("COMMIT")
    except DriverError as error:
        connection.close()
        trouble = trouble_of(error)
        if trouble is not None and trouble.kind == "busy":
            raise DeskError(*_IN_USE) from error
        raise trouble or error from error
    except DeskError:
        connection.close()
        raise
    return connection


def _prepare(place: KeyPlace, new: bytes) -> None:
    """The key to come is where the old one is, before anything lies under it."""
    wraps = settled_wraps(place)
    if wraps.mode == "auto":
        place.put_unattended(new, coming=True)
    if wraps.keys:
        place.write(wraps.with_next(new))


def _take_back(place: KeyPlace, old: bytes) -> None:
    wraps = settled_wraps(place)
    if wraps.keys:
        place.write(wraps.settled(old))
    if place.unattended(coming=True) is not None:
        place.drop_unattended(coming=True)


def _copy(source: Connection, part: Path, key: bytes) -> None:
    with closing(connect(part, key, create=True)) as target:
        target.execute("PRAGMA journal_mode = DELETE")
        source.backup(target)
        target.execute("PRAGMA journal_mode = DELETE")


def _prove(source: Connection, part: Path, new: bytes) -> int:
    """Every page bears its HMAC under the new key, and every row is the old one's. The rows there are."""
    with closing(connect(part, new, readonly=True)) as target:
        wrong = target.execute("PRAGMA cipher_integrity_check").fetchall()
        was, stands = content_of(source), content_of(target)
    if wrong or was != stands:
        raise DeskError(
            "Bản dưới khóa mới không giống dữ liệu đang có nên không dùng.",
            "Dữ liệu vẫn mở được như trước. Chạy “motcua verify”, kiểm tra ổ đĩa rồi làm lại.",
        )
    return stands[1]


def content_of(connection: Connection) -> tuple[str, int]:
    """The digest of everything a database holds, and its rows: schema, version, every row of every table."""
    digest, rows = sha256(), 0
    digest.update(repr(connection.execute("PRAGMA user_version").fetchone()).encode())
    schema = connection.execute("SELECT type, name, sql FROM sqlite_schema ORDER BY type, name").fetchall()
    digest.update(repr(schema).encode())
    for kind, name, sql in schema:
        if kind == "table" and not str(sql).upper().startswith("CREATE VIRTUAL"):
            digest.update(name.encode())
            for row in connection.execute(f'SELECT * FROM "{name}"'):
                digest.update(repr(row).encode("utf-8", "surrogatepass"))
                rows += 1
    return digest.hexdigest(), rows


def _remember(part: Path, old: bytes, new: bytes) -> None:
    """The key before goes into the store under the new one."""
    with closing(connect(part, new)) as connection:
        connection.execute("PRAGMA journal_mode = DELETE")
        rows = SqliteRows(connection)
        connection.execute("BEGIN IMMEDIATE")
        kept = old + (rows.note(FORMER) or b"")
        rows.put_note(FORMER, kept[: _FORMER_KEPT * _KEY_BYTES])
        connection.execute("COMMIT")
    with open(part, "rb+") as file:
        os.fsync(file.fileno())


def _room(paths: DeskPaths) -> None:
    import shutil

    if shutil.disk_usage(paths.data).free < paths.database.stat().st_size + _HEADROOM:
        raise in_words(StoreTrouble("full"))
