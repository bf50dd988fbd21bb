"""The one place that opens the encrypted database, and the one that translates its errors."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

from sqlcipher3 import dbapi2

Connection = Any
"""A `sqlcipher3.dbapi2.Connection`; the package ships no types."""

MIN_SQLITE = (3, 51, 3)
"""Below it the WAL-reset bug can corrupt a database that two connections write and checkpoint."""


SQLITE_VERSION: str = dbapi2.sqlite_version

CACHE_WRITING = 8_000
"""KiB of pages kept in memory, decrypted: indexes of a whole office are touched all over by a commit."""
CACHE_READING = 2_000
"""The same for reading. Every thread that reads has a connection of its own, and each fills its cache in the
course of a day. With a million dossiers four times as much makes a search a fifth quicker by the median, its
slowest twentieth not at all."""


class StoreTrouble(Exception):
    """Trouble of the world with the store: disk, space, lock, key. `kind` is one of `TROUBLES`."""

    def __init__(self, kind: str, detail: str = "") -> None:
        super().__init__(f"{kind}: {detail}" if detail else kind)
        self.kind = kind


TROUBLES = (
    *("full", "io", "busy", "corrupt", "key", "readonly", "old-sqlite", "newer", "open", "network"),
    "forbidden",
    "replaced",
)

DriverError: type[Exception] = dbapi2.Error

_KINDS = (
    ("SQLITE_FULL", "full"),
    ("SQLITE_IOERR", "io"),
    ("SQLITE_BUSY", "busy"),
    ("SQLITE_LOCKED", "busy"),
    ("SQLITE_NOTADB", "key"),
    ("SQLITE_CORRUPT", "corrupt"),
    ("SQLITE_READONLY", "readonly"),
    ("SQLITE_CANTOPEN", "open"),
    ("SQLITE_AUTH", "forbidden"),
)
_WORDS = (
    ("database or disk is full", "full"),
    ("disk i/o error", "io"),
    ("database is locked", "busy"),
    ("file is not a database", "key"),
    ("malformed", "corrupt"),
    ("hmac check failed", "corrupt"),
    ("readonly", "readonly"),
    ("unable to open", "open"),
    ("is prohibited", "forbidden"),
)


def trouble_of(error: Exception) -> StoreTrouble | None:
    """The trouble behind a driver's error; None when it is our own bug (bad SQL, broken constraint)."""
    name = getattr(error, "sqlite_errorname", "") or ""
    for prefix, kind in _KINDS:
        if name.startswith(prefix):
            return StoreTrouble(kind, name)
    text = str(error).lower()
    for words, kind in _WORDS:
        if words in text:
            return StoreTrouble(kind, words)
    return None


def refuse_old_sqlite(version: tuple[int, ...] = dbapi2.sqlite_version_info) -> None:
    """Raises `StoreTrouble` ("old-sqlite") on a library with the WAL-reset bug."""
    if version < MIN_SQLITE:
        raise StoreTrouble("old-sqlite", ".".join(map(str, version)))


def connect(path: Path, key: bytes, *, readonly: bool = False, create: bool = False) -> Connection:
    """Opens the store with its raw 256-bit key, every setting a decision of safety.

    WAL and synchronous=FULL: a slip is a promise, so its commit is on the platter before the paper.
    Where the power was cut in the middle of writing the file's first page, the salt it begins with is gone,
    and nothing can be read. Closing then brings that page whole out of the log, and the second try reads it.
    Raises `StoreTrouble`.
    """
    refuse_old_sqlite()
    log = path.with_name(path.name + "-wal")
    in_log = not readonly and log.exists() and log.stat().st_size > 0
    try:
        return _connected(path, key, readonly=readonly, create=create)
    except StoreTrouble as trouble:
        if trouble.kind != "key" or not in_log:
            raise
    return _connected(path, key, readonly=readonly, create=create)


def _connected(path: Path, key: bytes, *, readonly: bool, create: bool) -> Connection:
    """One try of `connect`."""
    mode = "ro" if readonly else "rwc" if create else "rw"
    uri = f"{path.resolve().as_uri()}?mode={mode}"
    connection: Connection = None
    try:
        connection = dbapi2.connect(
            uri, uri=True, isolation_level=None, check_same_thread=False, timeout=30.0, cached_statements=256
        )
        connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        if readonly:
            connection.execute("PRAGMA query_only = ON")
        else:
            connection.execute("PRAGMA journal_mode = WAL")
            connection.execute("PRAGMA synchronous = FULL")
            connection.execute("PRAGMA secure_delete = ON")
        for setting in (
            "foreign_keys = ON",
            "temp_store = MEMORY",
            "mmap_size = 0",
            "trusted_schema = OFF",
            "cell_size_check = ON",
            f"cache_size = -{CACHE_READING if readonly else CACHE_WRITING}",
        ):
            connection.execute(f"PRAGMA {setting}")
    except dbapi2.Error as error:
        if connection is not None:
            connection.close()
        raise trouble_of(error) or error from error
    return connection


def rekey(path: Path, key: bytes, fresh: bytes) -> None:
    """Puts a database that nobody else has open under another key, page by page, durably.

    For a copy that is thrown away when this is cut short: it is not safe against power cuts. Raises
    `StoreTrouble`.
    """
    connection = connect(path, key)
    try:
        connection.execute("PRAGMA journal_mode = DELETE")
        connection.execute(f"PRAGMA rekey = \"x'{fresh.hex()}'\"")
    except dbapi2.Error as error:
        raise trouble_of(error) or error from error
    finally:
        connection.close()
    with open(path, "rb+") as file:
        os.fsync(file.fileno())
