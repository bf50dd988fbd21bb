"""The one place that knows in which database the center's rows lie.

SQLite goes through SQLCipher's driver with a raw 256-bit key; PostgreSQL is a URL. Both give a
writing engine and a reading one, so that nothing is ever read through the writer's connection.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from hashlib import sha256
from operator import itemgetter
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, Table, create_engine, event
from sqlalchemy.dialects.postgresql import Insert as PostgresInsert
from sqlalchemy.dialects.postgresql import insert as postgres_insert
from sqlalchemy.dialects.sqlite import Insert as SqliteInsert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.exc import DBAPIError, OperationalError
from sqlalchemy.pool import QueuePool

from sync.center.store.trouble import CenterError

LEAST_SQLITE = (3, 51, 3)
"""Older ones can corrupt a WAL when two connections checkpoint at once (the WAL-reset bug)."""
KEY_BYTES = 32
BUSY_SECONDS = 60
_READERS = 8
_SHARED_READERS = 6
_SHARED_WRITERS = 2
"""Connections of one process to PostgreSQL: it writes one transaction at a time, the second is for the lock
over several of them."""
_SESSION = (
    "SET idle_in_transaction_session_timeout = '120s'",
    "SET lock_timeout = '60s'",
)
"""What a process that hangs, or a machine that is gone, may hold up the others for."""
_PASSING = frozenset({"40001", "40P01", "55P03"})
"""SQLSTATE: cannot serialise, deadlock found, lock not to be had. Nothing was written; trying again helps."""
_CHECKPOINT = "PRAGMA wal_checkpoint(TRUNCATE)"

_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    "PRAGMA synchronous = FULL",
    "PRAGMA foreign_keys = ON",
    "PRAGMA secure_delete = ON",
    "PRAGMA temp_store = MEMORY",
    "PRAGMA mmap_size = 0",
    "PRAGMA trusted_schema = OFF",
    "PRAGMA cell_size_check = ON",
    "PRAGMA cache_size = -32768",
)


@dataclass(frozen=True, slots=True)
class Engines:
    """`writer` has one connection and begins writing at once; `reader`'s transactions are snapshots."""

    writer: Engine
    reader: Engine

    @property
    def is_sqlite(self) -> bool:
        """Whether it is one machine's file."""
        return self.writer.dialect.name == "sqlite"

    def dispose(self) -> None:
        """Closes every connection that is not in use; the next use opens anew."""
        self.writer.dispose()
        self.reader.dispose()


def check_sqlite(version: tuple[int, ...]) -> None:
    """Raises `CenterError` for a SQLite that may lose data."""
    if version < LEAST_SQLITE:
        have, least = (".".join(map(str, one)) for one in (version, LEAST_SQLITE))
        raise CenterError(
            f"Thư viện SQLite {have} có lỗi có thể làm hỏng dữ liệu nên chương trình không mở kho.",
            f"Hãy cài lại chương trình với SQLite từ {least} trở lên.",
        )


def sqlite_engines(path: Path, key: bytes) -> Engines:
    """Engines over an encrypted file; `key` is 32 bytes. Raises `CenterError` for an unsafe SQLite."""
    from sqlcipher3 import dbapi2

    check_sqlite(dbapi2.sqlite_version_info)
    if len(key) != KEY_BYTES:
        raise ValueError("database key: wrong length")

    def connect(*pragmas: str) -> Any:
        # the driver begins nothing by itself: its own idea of when to begin is a deferred one
        connection = dbapi2.connect(
            str(path),
            isolation_level=None,
            check_same_thread=False,
            timeout=BUSY_SECONDS,
            cached_statements=256,
        )
        try:
            connection.execute(f"PRAGMA key = \"x'{key.hex()}'\"")
            for pragma in (*_PRAGMAS, *pragmas):
                connection.execute(pragma)
        except BaseException:
            connection.close()
            raise
        return connection

    writer = create_engine(
        "sqlite://", module=dbapi2, creator=connect, poolclass=QueuePool, pool_size=1, max_overflow=0
    )
    reader = create_engine(
        "sqlite://",
        module=dbapi2,
        creator=lambda: connect("PRAGMA query_only = ON"),
        poolclass=QueuePool,
        pool_size=_READERS,
        max_overflow=0,
    )
    for engine, begin in ((writer, "BEGIN IMMEDIATE"), (reader, "BEGIN")):
        event.listen(engine, "begin", _beginner(begin))
    return Engines(writer, reader)


def _beginner(statement: str) -> Any:
    def begin(connection: Connection) -> None:
        connection.exec_driver_sql(statement)

    return begin


def postgres_engines(url: str | URL) -> Engines:
    """Engines over PostgreSQL (``postgresql+psycopg://…``); at most eight connections."""
    common: dict[str, Any] = {
        "pool_pre_ping": True,
        "max_overflow": 0,
        "hide_parameters": True,
        "connect_args": {"connect_timeout": 10, "application_name": "motcua center"},
    }
    writer = create_engine(url, isolation_level="READ COMMITTED", pool_size=_SHARED_WRITERS, **common)
    reader = create_engine(
        url,
        isolation_level="REPEATABLE READ",
        pool_size=_SHARED_READERS,
        execution_options={"postgresql_readonly": True},
        **common,
    )
    for engine in (writer, reader):
        event.listen(engine, "connect", _begin_session)
    return Engines(writer, reader)


def _begin_session(connection: Any, _record: Any) -> None:
    before, connection.autocommit = connection.autocommit, True
    for statement in _SESSION:
        connection.execute(statement)
    connection.autocommit = before


def _lock_number(name: str) -> int:
    """An advisory lock's number: signed, 64 bits, the same in every process."""
    return int.from_bytes(sha256(f"motcua center\0{name}".encode()).digest()[:8], "big", signed=True)


_WRITERS = _lock_number("writers")
_SEVERAL = _lock_number("several transactions")


def take_turn(connection: Connection, *, beside: bool) -> None:
    """Waits for this transaction's turn among all processes; on a file BEGIN IMMEDIATE has done so.

    `beside`: together with others of that kind, which lock the channels they write; else alone.
    """
    if connection.dialect.name != "sqlite":
        take = "pg_advisory_xact_lock_shared" if beside else "pg_advisory_xact_lock"
        connection.exec_driver_sql(f"SELECT {take}({_WRITERS})")


def hold_name(connection: Connection, name: str) -> None:
    """Keeps others that write at the same time off what is called `name`, until the transaction ends."""
    connection.exec_driver_sql(f"SELECT pg_advisory_xact_lock({_lock_number(name)})")


@contextmanager
def alone(engines: Engines) -> Iterator[None]:
    """Keeps other processes' `alone` out over several transactions; files have a lock file for that."""
    if engines.is_sqlite:
        yield
        return
    with engines.writer.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.exec_driver_sql(f"SELECT pg_advisory_lock({_SEVERAL})")
        try:
            yield
        finally:
            connection.exec_driver_sql(f"SELECT pg_advisory_unlock({_SEVERAL})")


def insert_into(connection: Connection, table: Table) -> SqliteInsert | PostgresInsert:
    """An insert that can be told what to do where the row is already there."""
    if connection.dialect.name == "sqlite":
        return sqlite_insert(table)
    return postgres_insert(table)


def write_many(connection: Connection, statement: Any, rows: Sequence[Mapping[str, Any]]) -> None:
    """Runs an insert for many rows of the same columns: compiled once, handed to the driver as it takes them.

    SQLAlchemy's own path spends more on each row's parameters than SQLite on writing it.
    """
    compiled = statement.compile(dialect=connection.dialect, column_keys=list(rows[0]))
    names = compiled.positiontup
    if names is None:
        connection.exec_driver_sql(compiled.string, list(rows))
        return
    pick = itemgetter(*names)
    connection.exec_driver_sql(compiled.string, [pick(row) for row in rows])


def is_busy(error: DBAPIError) -> bool:
    """Whether the database only asks to wait: nothing is wrong with it."""
    return is_passing(error) or any(word in str(error.orig) for word in ("locked", "busy"))


def is_passing(error: DBAPIError) -> bool:
    """Whether writers stood in each other's way: the whole transaction may be tried again at once."""
    return getattr(error.orig, "sqlstate", None) in _PASSING


def settle(engines: Engines) -> None:
    """After an I/O error: reopens and moves the whole WAL into the file before anything is acknowledged.

    Carrying on after one failed fsync can lose later commits that were acknowledged; a checkpoint
    that ends well puts every page on the platter again. Raises what the database raises.
    """
    engines.dispose()
    if not engines.is_sqlite:
        return
    # by the driver itself: a checkpoint cannot stand inside the transaction that an engine begins
    dialect = engines.writer.dialect
    assert dialect.loaded_dbapi is not None
    raw = engines.writer.raw_connection()
    try:
        cursor = raw.cursor()
        cursor.execute(_CHECKPOINT)
        [(busy, *_rest)] = cursor.fetchall()
        cursor.close()
    except dialect.loaded_dbapi.Error as error:
        raw.invalidate()
        raise OperationalError(_CHECKPOINT, {}, error) from error
    finally:
        raw.close()
    if busy:
        raise CenterError(
            "Ổ đĩa của trung tâm vừa báo lỗi, kho dữ liệu đang được kiểm tra lại.",
            "Hãy thử lại sau giây lát.",
        )
