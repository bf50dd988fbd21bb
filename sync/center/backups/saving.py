"""Backing up a running center: one snapshot of all rows, streamed into an archive that is read again before
it counts, and the scans it names, each copied once.

The snapshot is the database's own (a WAL reader, REPEATABLE READ), so writers go on meanwhile. A folder of
backups belongs to one center::

    FOLDER/trung-tam-20261123-091500.mcbk      an archive of all rows (see `archive`)
    FOLDER/scans/ab/abcdef…                    sealed scans by digest, shared by all archives
"""

from __future__ import annotations

import itertools
import os
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO, Final

from filelock import FileLock, Timeout
from sqlalchemy import Connection, inspect
from sqlalchemy.exc import DBAPIError

from sync.attachments.files import WHOLE, ScanFiles
from sync.attachments.trouble import ScanLost
from sync.center.backups.archive import ArchiveReader, ArchiveWriter, Head, Table, name_in
from sync.center.backups.proving import Proof, Scan, prove, whole_in
from sync.center.exchange.scans import scan_files
from sync.center.store.joining import center_settings
from sync.center.store.opening import Center
from sync.center.store.settings import SETTINGS, read_settings
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows
from sync.durable import sync_folder
from sync.model.moment import iso_minute

SUFFIX: Final = ".mcbk"
_FIRST: Final = ("channels", "journals", "nodes", "entries")
"""Read first when an archive is proved: whose journal it is, its writers, its entries; then the rest."""
_ORDERS: Final = {"entries": ("journal", "seq", "digest")}
_LEFT_OUT: Final = frozenset({"migrations", "staff_sessions", "staff_links", "tries", "dossier_changes"})
"""Told in the head; and in a restored center nobody is logged in, and no link that was used works again."""
_AT_ONCE: Final = 500


@dataclass(frozen=True, slots=True)
class Backup:
    """A proved archive: where, its bytes, rows by table; scans it names, copied now, and not to be had."""

    path: Path
    size: int
    counts: dict[str, int]
    scans: int
    scans_copied: int
    scans_missing: int
    removed: int = 0


def back_up(center: Center, folder: Path, *, keep: int = 0, deep: bool = False) -> Backup:
    """Writes and proves a new archive in `folder`; with `keep` only so many of the newest then stay.

    `deep`: scans copied before are hashed again, and copied again where the disk of backups spoilt them.
    Nothing in the folder is ever written over. Raises `CenterError`.
    """
    with _in_words(folder), _alone(folder):
        _check_folder(center, folder)
        path = _unused(folder, f"trung-tam-{center.clock():%Y%m%d-%H%M%S}")
        draft = path.with_suffix(".part")
        try:
            with open(draft, "xb") as file:
                write_archive(center, file)
                file.flush()
                os.fsync(file.fileno())
            copying = _Copying(center, ScanFiles(folder / "scans"), deep=deep)
            with open(draft, "rb") as file:
                proof = prove(ArchiveReader(file, center.keys.secret), copying.one)
            if not proof.ok:
                raise CenterError(
                    "Sổ gốc của trung tâm có sai lệch nên bản sao lưu này không được giữ.",
                    "Hãy chạy “motcua center verify”; các bản sao lưu trước vẫn còn nguyên. "
                    + "; ".join(proof.problems[:3]),
                )
            draft.replace(path)
            sync_folder(folder)
        except BaseException:
            with suppress(OSError):
                draft.unlink(missing_ok=True)
            raise
        removed = _keep_newest(folder, keep) if keep else 0
        return Backup(
            path,
            path.stat().st_size,
            proof.counts,
            proof.scans,
            copying.copied,
            proof.scans_missing,
            removed,
        )


def write_archive(center: Center, file: BinaryIO) -> None:
    """All rows of one snapshot, as an archive."""
    settings = settings_of(center)
    writer = ArchiveWriter(file, bytes.fromhex(settings["id"]), center.keys.secret, center.entropy)
    with center.store.snapshot() as ledger:
        connection = center_rows(ledger).connection
        migrations = _applied(connection)
        made = iso_minute(center.clock())
        writer.head(Head(made, settings, migrations, connection.dialect.name))
        for table in tables_in(connection):
            columns = [str(one["name"]) for one in inspect(connection).get_columns(table)]
            writer.table(Table(table, columns))
            for row in _rows(connection, table, columns):
                writer.row(row)
    writer.close()


def settings_of(center: Center) -> dict[str, Any]:
    """What an archive says of its center: nothing of this machine's."""
    if not center.store.engines.is_sqlite:
        return center_settings(center)
    settings = read_settings(center.data / SETTINGS)
    return {
        name: settings[name] for name in ("version", "id", "unit", "title", "upstream") if name in settings
    }


def _applied(connection: Connection) -> list[str]:
    """The schema's history; reads only."""
    found = connection.exec_driver_sql("SELECT name FROM migrations ORDER BY step")
    return [str(name) for (name,) in found]


def tables_in(connection: Connection) -> list[str]:
    """Every table to be kept, each after those it refers to."""
    found = [name for name, _keys in inspect(connection).get_sorted_table_and_fkc_names() if name]
    wanted = [name for name in found if name not in _LEFT_OUT]
    return [*(name for name in _FIRST if name in wanted), *(name for name in wanted if name not in _FIRST)]


def _rows(connection: Connection, table: str, columns: list[str]) -> Iterator[list[Any]]:
    quote = connection.dialect.identifier_preparer.quote
    statement = f"SELECT {', '.join(map(quote, columns))} FROM {quote(table)}"
    if table in _ORDERS:
        statement += f" ORDER BY {', '.join(_ORDERS[table])}"
    streaming = connection.execution_options(stream_results=True, yield_per=_AT_ONCE)
    for row in streaming.exec_driver_sql(statement):
        yield [bytes(one) if isinstance(one, memoryview) else one for one in row]


class _Copying:
    """Copies scans into the folder of backups as the archive names them; each file once for all archives."""

    def __init__(self, center: Center, into: ScanFiles, *, deep: bool) -> None:
        self._center = center
        self._into = into
        self._deep = deep
        self.copied = 0

    def one(self, scan: Scan) -> bool:
        """Whether the file is there now, whole."""
        channel, name, length = scan
        if self._into.state(name, length, deep=self._deep) == WHOLE:
            return True
        try:
            sealed = scan_files(self._center, channel).read(name, length)
        except ScanLost:
            return False
        self._into.put(name, sealed)
        self.copied += 1
        return True


def archives_in(folder: Path) -> list[Path]:
    """The archives of a folder, the newest last."""
    return sorted(folder.glob(f"*{SUFFIX}"), key=lambda path: path.stem)


def _unused(folder: Path, name: str) -> Path:
    """A file that is not there yet, after those of the same second."""
    names = (f"{name}-{number:02}" if number else name for number in itertools.count())
    return next(path for path in (folder / (one + SUFFIX) for one in names) if not path.exists())


def newest(path: Path) -> Path:
    """The archive that is meant by a path: itself, or of a folder the newest. Raises `CenterError`."""
    if path.is_dir():
        found = archives_in(path)
        if not found:
            raise CenterError(f"Thư mục “{path}” không có bản sao lưu nào.", "Hãy chỉ đúng thư mục sao lưu.")
        return found[-1]
    if not path.is_file():
        raise CenterError(f"Không có tệp “{path}”.", "Hãy chỉ đúng tệp .mcbk hoặc thư mục sao lưu.")
    return path


def prove_archive(path: Path, secret: bytes) -> tuple[Head, Proof]:
    """Reads an archive whole, and every scan beside it. Raises `CenterError`."""
    with _in_words(path), open(path, "rb") as file:
        reader = ArchiveReader(file, secret)
        return reader.head, prove(reader, whole_in(ScanFiles(path.parent / "scans")))


def _keep_newest(folder: Path, keep: int) -> int:
    old = archives_in(folder)[:-keep]
    for path in old:
        path.unlink()
    return len(old)


def _check_folder(center: Center, folder: Path) -> None:
    """A folder of backups is one center's: its scans are shared and its oldest archives may be removed."""
    for path in archives_in(folder)[-1:]:
        with open(path, "rb") as file:
            if name_in(file).hex() != settings_of(center)["id"]:
                raise CenterError(
                    "Thư mục này chứa bản sao lưu của một trung tâm khác.",
                    "Hãy chọn thư mục riêng cho mỗi trung tâm.",
                )


@contextmanager
def _alone(folder: Path) -> Iterator[None]:
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    try:
        with FileLock(str(folder / ".lock"), timeout=0, mode=0o600):
            yield
    except Timeout as error:
        raise CenterError(
            "Đang có một lần sao lưu khác vào thư mục này.", "Hãy chờ lần đó xong rồi chạy lại."
        ) from error


@contextmanager
def _in_words(where: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise CenterError(
            f"Không đọc hoặc ghi được “{where}”.",
            "Hãy kiểm tra ổ đĩa còn chỗ, còn cắm và quyền của tài khoản.",
        ) from error
    except DBAPIError as error:
        raise CenterError(
            "Không đọc được kho dữ liệu của trung tâm.",
            "Hãy kiểm tra ổ đĩa hoặc máy chủ PostgreSQL rồi thử lại.",
        ) from error
