"""A center on PostgreSQL: any number of processes, on any number of machines, are one center.

All state lies in the database and in one folder of scans that every process sees. A process brings the
center's signing key in its own place of secrets and the database's address; `center.json` in its data folder
only remembers them, without the password. The key is never in the database: who can read that, or a backup
of it, can sign nothing.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from platformdirs import user_state_path
from sqlalchemy import inspect
from sqlalchemy.exc import DBAPIError

from sync.center.store.address import read_address, without_password
from sync.center.store.dialect import Engines, postgres_engines
from sync.center.store.opening import (
    DEFAULT_TITLE,
    DEFAULT_UNIT,
    ERA,
    IDENTITY,
    Center,
    Storage,
    carry_on_restored,
    era,
    introduce,
    kept,
)
from sync.center.store.settings import SETTINGS, checked_settings, read_settings, write_settings
from sync.center.store.store import CenterStore
from sync.center.store.trouble import CenterError
from sync.durable import sync_folder
from sync.identity.keys import NodeKeys
from sync.identity.secrets import SecretStore
from sync.journal.marks import HeadMarks, MarkState, machine_id

_FOLDER: Final = "scans-folder"
"""Note: what stands in the file that marks the one folder of scans."""
FOLDER_MARK: Final = ".motcua-scans"
SET_BACK: Final = "set-back"
"""Note: the database is a restored copy, and nobody has dealt with it yet."""


def join_center(
    data: Path,
    secrets: SecretStore,
    clock: Callable[[], datetime],
    storage: Storage,
    *,
    create: bool,
    marks: Sequence[Path] | None = None,
) -> Center:
    """Opens the center that is in the database, as one more process of it; with `create` an empty database is
    made one. `marks` as for `open_center`. Raises `CenterError`.
    """
    settings = _remembered(data)
    url = read_address(storage.database or str(settings.get("database", "")))
    files = storage.scans or (Path(settings["scans"]) if settings.get("scans") else None)
    engines = postgres_engines(url)
    store = CenterStore(engines, {}, carries=True)
    try:
        with _in_words(engines):
            _check_ours(engines, create=create)
            store.migrate()
            with store.exclusive():
                center = _founded_or_known(data, store, settings, secrets, clock, create=create)
                center.secrets = secrets
                center.scans = files
                _check_folder(center, adopt=storage.adopt)
                folders = marks or (secrets.folder, user_state_path("motcua", appauthor=False))
                _keep_marks(center, folders)
            with store.snapshot() as ledger:
                center.restored = era(ledger.rows.note(ERA)) > 0
            remember(center, without_password(url), settings)
    except BaseException:
        store.close()
        raise
    return center


def remember(center: Center, database: str, before: dict[str, Any]) -> None:
    """Writes `center.json` where it does not say so already: the next command needs only the folder."""
    wanted = {**before, **center_settings(center), "database": database}
    if center.scans is not None:
        wanted["scans"] = str(center.scans.resolve())
    if wanted != before:
        center.data.mkdir(mode=0o700, parents=True, exist_ok=True)
        write_settings(center.data / SETTINGS, wanted)


def center_settings(center: Center) -> dict[str, Any]:
    """What the database says of itself."""
    with center.store.snapshot() as ledger:
        raw = ledger.rows.note(IDENTITY)
    return _identity(raw)


def _remembered(data: Path) -> dict[str, Any]:
    path = data / SETTINGS
    if not path.exists():
        return {}
    settings = read_settings(path)
    if "database" not in settings:
        raise CenterError(
            "Thư mục này là của một trung tâm dùng SQLite, không phải PostgreSQL.",
            "Hãy chọn thư mục khác; để chuyển dữ liệu sang PostgreSQL: `center backup`, rồi `center restore"
            " --database`.",
        )
    return settings


@contextmanager
def _in_words(engines: Engines) -> Iterator[None]:
    """Trouble of the database in a sentence; what the driver says may name hosts and users: not repeated."""
    try:
        yield
    except DBAPIError as error:
        raise CenterError(
            f"Không dùng được cơ sở dữ liệu PostgreSQL “{engines.writer.url.database}”.",
            "Hãy kiểm tra máy chủ có đang chạy không, địa chỉ, tài khoản, mật khẩu và quyền tạo bảng.",
        ) from error
    except OSError as error:
        raise CenterError(
            "Không ghi được thư mục của trung tâm.", "Hãy kiểm tra ổ đĩa và quyền ghi của tài khoản."
        ) from error


def _check_ours(engines: Engines, *, create: bool) -> None:
    """Nothing is created among another program's tables, nor where an existing center is to be opened."""
    with engines.reader.connect() as connection:
        tables = inspect(connection).get_table_names()
    if "migrations" in tables:
        return
    if tables:
        raise CenterError(
            "Cơ sở dữ liệu này đang có bảng của chương trình khác.",
            "Hãy tạo một cơ sở dữ liệu trống dành riêng cho trung tâm.",
        )
    if not create:
        raise CenterError(
            "Cơ sở dữ liệu này chưa có dữ liệu của trung tâm.",
            "Hãy chạy lệnh `center serve` để tạo, hoặc kiểm tra --database.",
        )


def _identity(raw: bytes | None) -> dict[str, Any]:
    try:
        return checked_settings(json.loads(raw or b""))
    except ValueError as error:
        raise CenterError(
            "Cơ sở dữ liệu không ghi là của trung tâm nào.", "Hãy khôi phục từ bản sao lưu."
        ) from error


def _founded_or_known(
    data: Path,
    store: CenterStore,
    settings: dict[str, Any],
    secrets: SecretStore,
    clock: Callable[[], datetime],
    *,
    create: bool,
) -> Center:
    with store.snapshot() as ledger:
        raw = ledger.rows.note(IDENTITY)
    if raw is None and create and not settings:
        return found_center(data, store, secrets, clock)
    known = _identity(raw)
    if settings and settings["id"] != known["id"]:
        raise CenterError(
            "Cơ sở dữ liệu này là của một trung tâm khác với thư mục dữ liệu.",
            "Hãy kiểm tra --database và --data.",
        )
    secret = kept(secrets, f"center-node-{known['id']}")
    if secret is None:
        raise CenterError(
            "Máy này chưa có khóa của trung tâm.",
            f"Hãy chép tệp center-node-{known['id']}.secret từ thư mục MOTCUA_KEYS của máy đang chạy.",
        )
    return _center(data, store, known, NodeKeys(secret), clock)


def found_center(
    data: Path,
    store: CenterStore,
    secrets: SecretStore,
    clock: Callable[[], datetime],
    *,
    unit: str = DEFAULT_UNIT,
    title: str = DEFAULT_TITLE,
) -> Center:
    """A new center in an empty, migrated database: its key first, then its rows in one transaction."""
    name, keys = os.urandom(8).hex(), NodeKeys.generate()
    secrets.put(f"center-node-{name}", keys.secret)
    settings = {"version": 1, "id": name, "unit": unit, "title": title}
    center = _center(data, store, settings, keys, clock)
    introduce(center, settings)
    return center


def _center(
    data: Path, store: CenterStore, settings: dict[str, Any], keys: NodeKeys, clock: Callable[[], datetime]
) -> Center:
    store.trusted[keys.node] = keys.public
    return Center(data, settings["unit"], settings["title"], keys, store, clock)


def _keep_marks(center: Center, folders: Sequence[Path]) -> None:
    """Marks of this machine's own commits: they find out a database that was set back, or lost its newest
    commits to a replica. A machine that has none yet joins; a container that forgets its own loses only that
    watch.
    """
    machine = machine_id()
    name = f"{center_settings(center)['id']}\0{machine}"
    owner = sha256(f"{name}\0{center.data.resolve()}".encode()).hexdigest()[:24]
    state = center.store.guard(
        HeadMarks(folders, name, center.data, machine), center.keys.node, center.channel, owner
    )
    with center.store.snapshot() as ledger:
        told = ledger.rows.note(SET_BACK) is not None
    if told or state is MarkState.AHEAD:
        carry_on_restored(center)
        with center.store.transaction() as ledger:
            ledger.rows.put_note(SET_BACK, None)
    else:
        center.store.mark_now()


def _check_folder(center: Center, *, adopt: bool) -> None:
    """Every process must see the same scans: the folder carries a mark that the database knows."""
    mark = center.files / FOLDER_MARK
    with center.store.snapshot() as ledger:
        wanted = ledger.rows.note(_FOLDER)
    try:
        found = mark.read_bytes()
    except FileNotFoundError:
        found = b""
    if wanted is not None and found != wanted and not adopt:
        raise CenterError(
            f"“{center.files}” không phải thư mục bản chụp của trung tâm này.",
            "Mọi tiến trình phải dùng chung một thư mục: hãy gắn thư mục đó rồi chỉ ra bằng --scans"
            " (hoặc thêm --adopt-scans nếu thư mục cũ đã mất).",
        )
    if wanted is None or found != wanted:
        mark_folder(center)


def mark_folder(center: Center) -> None:
    """Makes the center's folder the one that the database knows."""
    name = os.urandom(16).hex().encode()
    center.files.mkdir(mode=0o700, parents=True, exist_ok=True)
    with open(center.files / FOLDER_MARK, "wb") as file:
        file.write(name)
        file.flush()
        os.fsync(file.fileno())
    sync_folder(center.files)
    with center.store.transaction() as ledger:
        ledger.rows.put_note(_FOLDER, name)
