"""Restoring an archive into an empty place, in either database: what comes out is a restored center.

It has another name for its place of secrets than the one that was backed up, so it never touches the keys of
a center that is still there; its signing key is the same, and so desks believe it. As every restored copy it
goes on in new incarnations and leases numbers only where it has heard every node again.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, inspect, text
from sqlalchemy.exc import DBAPIError

from sync.attachments.files import WHOLE, ScanFiles
from sync.attachments.trouble import ScanLost
from sync.center.backups.archive import ArchiveReader, ArchiveRefused, Head, name_in
from sync.center.backups.proving import Proof
from sync.center.backups.saving import newest, prove_archive
from sync.center.exchange.scans import scan_files
from sync.center.store import scans as rows_of
from sync.center.store.address import read_address, without_password
from sync.center.store.changes import begin_anew
from sync.center.store.dialect import KEY_BYTES, Engines, postgres_engines, sqlite_engines
from sync.center.store.joining import SET_BACK, mark_folder, remember
from sync.center.store.opening import DATABASE, IDENTITY, Center, Storage, kept, open_center
from sync.center.store.schema import MIGRATIONS, migrate_one
from sync.center.store.settings import SETTINGS, write_settings
from sync.center.store.store import CenterStore
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows
from sync.identity.keys import NodeKeys
from sync.identity.secrets import SecretStore

_OF_ONE_PLACE: Final = ("commits", "scans-folder", IDENTITY)
"""Notes that say where a database is, not what it holds."""
_AT_ONCE: Final = 2000


@dataclass(frozen=True, slots=True)
class Restored:
    """What was restored: what the archive said and holds, scans put back and scans to be asked for again."""

    head: Head
    proof: Proof
    scans: int
    scans_wanted: int


def secret_for(path: Path, secrets: SecretStore) -> bytes:
    """The signing key of the archive's center. Raises `CenterError` where it is not to be had."""
    try:
        with open(path, "rb") as file:
            name = name_in(file).hex()
    except OSError as error:
        raise CenterError(f"Không đọc được “{path}”.", "Hãy kiểm tra ổ đĩa chứa bản sao lưu.") from error
    secret = kept(secrets, f"center-node-{name}")
    if secret is None:
        raise CenterError(
            "Máy này không có khóa để mở bản sao lưu.",
            f"Hãy chép tệp center-node-{name}.secret (thư mục MOTCUA_KEYS của trung tâm) về máy này trước,"
            " hoặc dùng phong bì khóa: center recovery open.",
        )
    return secret


def restore(
    source: Path,
    data: Path,
    secrets: SecretStore,
    clock: Callable[[], datetime],
    *,
    marks: Sequence[Path] | None = None,
    storage: Storage | None = None,
) -> tuple[Center, Restored]:
    """The center of the archive (of a folder: its newest) in the empty folder `data`, opened.

    With a database in `storage` its rows go into that PostgreSQL, which must be empty. The archive is proved
    first; what fails later leaves a folder that no command opens, or an empty database. Raises `CenterError`.
    """
    storage, path = storage or Storage(), newest(source)
    if storage.scans is not None and not storage.database:
        raise CenterError("Chỉ trung tâm dùng PostgreSQL mới có --scans.", "Hãy bỏ --scans.")
    secret = secret_for(path, secrets)
    head, proof = prove_archive(path, secret)
    if not proof.ok:
        raise CenterError(
            "Bản sao lưu không khớp với chính nó nên không được khôi phục.", "; ".join(proof.problems[:3])
        )
    _check_history(head)
    _check_empty(data)
    if storage.scans is not None:
        _check_empty(storage.scans)
    with _in_words():
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        settings = {**head.settings, "id": os.urandom(8).hex()}
        secrets.put(f"center-node-{settings['id']}", secret)
        if storage.database:
            _fill_shared(path, data, settings, storage, secret)
        else:
            _fill_file(path, data, settings, secrets, secret)
        center = open_center(data, secrets, clock, create=False, marks=marks, storage=storage)
    try:
        with _in_words():
            put, wanted = _put_scans(center, ScanFiles(path.parent / "scans"))
    except BaseException:
        center.close()
        raise
    center.restored = True
    return center, Restored(head, proof, put, wanted)


def _check_history(head: Head) -> None:
    known = [name for name, _lines in MIGRATIONS]
    if head.migrations != known[: len(head.migrations)]:
        raise ArchiveRefused(
            "Bản sao lưu do phiên bản phần mềm mới hơn ghi.", "Hãy cài phiên bản mới nhất rồi khôi phục."
        )


def _check_empty(folder: Path) -> None:
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise CenterError(
            f"“{folder}” không trống; khôi phục không bao giờ ghi đè.",
            "Hãy chỉ một thư mục trống hoặc chưa có.",
        )


def _fill_file(path: Path, data: Path, settings: dict[str, Any], secrets: SecretStore, secret: bytes) -> None:
    """An encrypted file under a new key; `center.json` last, as when a center is made."""
    key = os.urandom(KEY_BYTES)
    secrets.put(f"center-{settings['id']}", key)
    engines = sqlite_engines(data / DATABASE, key)
    try:
        _fill(path, engines, secret)
    finally:
        engines.dispose()
    write_settings(data / SETTINGS, settings)


def _fill_shared(path: Path, data: Path, settings: dict[str, Any], storage: Storage, secret: bytes) -> None:
    """An empty PostgreSQL, in one transaction; its processes then join it as they join any."""
    if "upstream" in settings:
        raise CenterError("Máy đầu mối không dùng PostgreSQL.", "Hãy khôi phục mà không có --database.")
    url = read_address(storage.database)
    engines = postgres_engines(url)
    keys = NodeKeys(secret)
    store = CenterStore(engines, {keys.node: keys.public}, carries=True)
    center = Center(data, settings["unit"], settings["title"], keys, store, _never)
    center.scans = storage.scans
    try:
        _fill(path, engines, secret, settings)
        mark_folder(center)
        remember(center, without_password(url), {})
    finally:
        engines.dispose()


def _never() -> datetime:
    raise AssertionError("nothing is dated while rows are put back")


def _fill(path: Path, engines: Engines, secret: bytes, identity: dict[str, Any] | None = None) -> None:
    with engines.writer.connect() as connection, connection.begin():
        if inspect(connection).get_table_names():
            raise CenterError(
                "Cơ sở dữ liệu đích không trống; khôi phục không bao giờ ghi đè.",
                "Hãy tạo một cơ sở dữ liệu mới, trống.",
            )
        with open(path, "rb") as file:
            reader = ArchiveReader(file, secret)
            for _step in reader.head.migrations:
                migrate_one(connection)
            _fill_tables(connection, reader)
        while migrate_one(connection):
            pass
        begin_anew(connection)
        _restored_marks(connection, identity)


def _restored_marks(connection: Connection, identity: dict[str, Any] | None) -> None:
    """A shared database says itself that it is a restored copy; a file is one by its missing head marks."""
    if identity is None:
        return
    named = {name: identity[name] for name in ("version", "id", "unit", "title")}
    put = text("INSERT INTO notes (key, value) VALUES (:key, :value)")
    connection.execute(put, {"key": IDENTITY, "value": json.dumps(named, ensure_ascii=False).encode()})
    connection.execute(put, {"key": SET_BACK, "value": b"1"})


def _fill_tables(connection: Connection, reader: ArchiveReader) -> None:
    known = {name: _columns(connection, name) for name in inspect(connection).get_table_names()}
    for table, rows in reader.rows():
        if table.name not in known or not set(table.columns) <= known[table.name]:
            raise ArchiveRefused(
                "Bản sao lưu có bảng mà chương trình không biết.", "Hãy cài phiên bản mới nhất rồi khôi phục."
            )
        if table.name == "notes":
            at = table.columns.index("key")
            kept_rows = [row for row in rows if row[at].partition(":")[0] not in _OF_ONE_PLACE]
        else:
            kept_rows = rows
        if kept_rows:
            _insert(connection, table.name, table.columns, kept_rows)
    if connection.dialect.name != "sqlite":
        _go_on_counting(connection, [name for name, columns in known.items() if "id" in columns])


def _columns(connection: Connection, table: str) -> set[str]:
    return {str(one["name"]) for one in inspect(connection).get_columns(table)}


def _insert(connection: Connection, table: str, columns: Sequence[str], rows: list[list[Any]]) -> None:
    quote = connection.dialect.identifier_preparer.quote
    names = ", ".join(map(quote, columns))
    if connection.dialect.name == "sqlite":
        marks = ", ".join("?" * len(columns))
        statement = f"INSERT INTO {quote(table)} ({names}) VALUES ({marks})"
        connection.exec_driver_sql(statement, [tuple(row) for row in rows])
        return
    driver: Any = connection.connection.dbapi_connection
    with driver.cursor() as cursor, cursor.copy(f"COPY {quote(table)} ({names}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)


def _go_on_counting(connection: Connection, tables: Sequence[str]) -> None:
    """Rows came with their numbers: the next one is to be beyond the last."""
    quote = connection.dialect.identifier_preparer.quote
    for table in tables:
        sequence = connection.scalar(
            text("SELECT pg_get_serial_sequence(:table, 'id')"), {"table": quote(table)}
        )
        last = (
            connection.exec_driver_sql(f"SELECT max(id) FROM {quote(table)}").scalar() if sequence else None
        )
        if last is not None:
            connection.execute(text("SELECT setval(:name, :last)"), {"name": sequence, "last": last})


def _put_scans(center: Center, kept_files: ScanFiles) -> tuple[int, int]:
    """Puts back every file that was held and is in the backup; of the others desks are asked again."""
    with center.store.snapshot() as ledger:
        expected = rows_of.files_expected(center_rows(ledger).connection)
    lost: list[tuple[str, bytes]] = []
    put = 0
    for channel, name, length in expected:
        files = scan_files(center, channel)
        if files.state(name, length) == WHOLE:
            continue
        try:
            files.put(name, kept_files.read(name, length))
            put += 1
        except ScanLost:
            lost.append((channel, name))
    for at in range(0, len(lost), _AT_ONCE):
        with center.store.transaction() as ledger:
            rows = center_rows(ledger)
            for channel, name in lost[at : at + _AT_ONCE]:
                rows_of.mark_all(rows.connection, channel, name, rows_of.LOST)
            rows.changed = True
    return put, len(lost)


@contextmanager
def _in_words() -> Iterator[None]:
    try:
        yield
    except DBAPIError as error:
        raise CenterError(
            "Không ghi được vào cơ sở dữ liệu đích.",
            "Hãy kiểm tra máy chủ, quyền tạo bảng và chỗ trống rồi thử lại.",
        ) from error
    except OSError as error:
        raise CenterError(
            "Không ghi được nơi khôi phục.", "Hãy kiểm tra ổ đĩa còn chỗ và quyền ghi của tài khoản."
        ) from error
