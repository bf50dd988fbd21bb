"""The desk's store: one writer at a time over all processes, readers beside it, nothing half-done.

Every write takes the folder's lock for one transaction, reads the head mark inside it, commits, and
writes the mark before it lets go: what is acknowledged or printed afterwards is on the platter.
After an I/O error the connection is closed and opened again before anything else is believed: a
connection that saw a failed fsync may go on to lose commits it reports as done. What the log (WAL) holds
is then written into the database before the lock is let go: the bytes a failed fsync was for are in memory
only, every reader sees them, and no later fsync of that log brings them or what follows them to the platter.
"""

from __future__ import annotations

import errno
import os
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import FileLock, Timeout

from desk_app.paths import DeskPaths
from desk_app.store.driver import Connection, DriverError, StoreTrouble, connect, trouble_of
from desk_app.store.narrow import narrow
from desk_app.store.places import Ballast, Room, on_network
from desk_app.store.rows import SqliteRows
from desk_app.store.schema import migrate
from sync.durable import make_folder, sync_folder
from sync.identity.keys import PublicKeys
from sync.journal.ledger import Ledger
from sync.journal.marks import HeadMarks, MarkState
from sync.model.entry import JournalId, Tip

LOCK_SECONDS = 30.0
_LOCK_KINDS = {
    errno.EROFS: "readonly",
    errno.EACCES: "readonly",
    errno.EPERM: "readonly",
    errno.ENOSPC: "full",
    errno.EDQUOT: "full",
    errno.ENOENT: "open",
}


class Store:
    """An opened `desk.db`. Threads may share it: writers queue, each reading thread has its own connection.

    `marks` are the head marks outside the folder; `trusted` the pinned centers.
    """

    def __init__(self, paths: DeskPaths, key: bytes, marks: HeadMarks, *, create: bool = False) -> None:
        if on_network(paths.data):
            raise StoreTrouble("network")
        self.paths = paths
        self.marks = marks
        self.ballast = Ballast(paths.data)
        self.marks_fail = False
        """Whether the head marks could not be written the last time: a restored copy may go unnoticed."""
        self.trusted: dict[bytes, PublicKeys] = {}
        self._key = key
        self._writing = threading.RLock()
        self._lock = FileLock(str(paths.lock), timeout=LOCK_SECONDS, thread_local=False)
        self._local = threading.local()
        self.gate: Callable[[], bool] | None = None
        """Whether who reads now may read about citizens; without one everybody may."""
        self._readers: list[Connection] = []
        self._readers_guard = threading.Lock()
        self._writer: Connection = None
        self._file = (0, 0)
        self._doubtful = False
        """Whether a sync may have failed: what the log holds may not be on the platter."""
        self._open_writer(create=create)

    @property
    def key(self) -> bytes:
        """The key the database is under: for backups of it, and for those who wrap it."""
        return self._key

    def _open_writer(self, *, create: bool = False) -> None:
        with self._file_lock():
            connection = connect(self.paths.database, self._key, create=create)
            migrate(connection)
            self._writer = connection
            self._file = _file_of(self.paths.database)

    @contextmanager
    def _file_lock(self) -> Iterator[None]:
        try:
            self._lock.acquire()
        except Timeout as error:
            raise StoreTrouble("busy", "lock") from error
        except OSError as error:
            raise StoreTrouble(_LOCK_KINDS.get(error.errno or 0, "io"), "lock") from error
        try:
            yield
        finally:
            self._lock.release()

    @contextmanager
    def transaction(self, *, marked: bool = True) -> Iterator[Ledger]:
        """The desk's one way to write. Durable when the block ends; undone, and said so, when it raises.

        `marked` False is for rewriting tables that follow from the journals: the head mark stays, for
        a mark written without an entry would hide that the folder was restored.
        """
        with self._writing, self._file_lock():
            if _file_of(self.paths.database) != self._file:
                raise StoreTrouble("replaced")
            self.ballast.before_writing()
            connection = self._connected()
            ledger = Ledger(SqliteRows(connection), self.trusted)
            try:
                connection.execute("BEGIN IMMEDIATE")
                yield ledger
                mark = _own_tip(ledger) if marked else None
                connection.execute("COMMIT")
            except DriverError as error:
                trouble = trouble_of(error)
                self._give_up(connection, trouble)
                if trouble is not None and trouble.kind == "full":
                    self.ballast.give_up()
                raise trouble or error from error
            except BaseException:
                if connection.in_transaction:
                    connection.execute("ROLLBACK")
                raise
            if mark is not None:
                self._mark(*mark)

    def _mark(self, journal: JournalId, tip: Tip) -> None:
        """What was committed holds where the mark cannot follow; one that lags is harmless, and is told."""
        try:
            self.marks.write(journal, tip)
        except OSError:
            self.marks_fail = True
        else:
            self.marks_fail = False

    def _connected(self) -> Connection:
        """The writer's connection, opened anew after trouble."""
        if self._writer is None:
            connection = connect(self.paths.database, self._key)
            if self._doubtful:
                self._begin_log(connection)
            self._writer = connection
        return self._writer

    def _begin_log(self, connection: Connection) -> None:
        """Empties the log into the database, durably. Raises `StoreTrouble` where that cannot be done."""
        try:
            stays = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]
        except DriverError as error:
            connection.close()
            raise trouble_of(error) or error from error
        if stays:
            connection.close()
            raise StoreTrouble("busy", "checkpoint")
        self._doubtful = False

    def _give_up(self, connection: Connection, trouble: StoreTrouble | None) -> None:
        """Drops a connection that saw trouble: nothing it says may be believed. Closing rolls back."""
        self._writer = None
        with suppress(DriverError):
            connection.close()
        if trouble is not None and trouble.kind == "io":
            self._doubtful = True
            with suppress(StoreTrouble, DriverError):  # else whoever writes next tries again, and is told
                self._connected()

    @contextmanager
    def snapshot(self) -> Iterator[Ledger]:
        """A consistent view of what is committed, on this thread's own read-only connection."""
        connection = self.reader()
        nested = bool(connection.in_transaction)
        try:
            if not nested:
                connection.execute("BEGIN")
            yield Ledger(SqliteRows(connection), self.trusted)
        except DriverError as error:
            self._forget(connection)
            with suppress(DriverError):
                connection.close()
            raise trouble_of(error) or error from error
        finally:
            if not nested and connection in self._readers and self._is_mine(connection):
                connection.execute("ROLLBACK")

    def reader(self) -> Connection:
        """This thread's read-only connection: the one without citizens where the gate is shut."""
        name = "reader" if self.gate is None or self.gate() else "narrow"
        connection: Connection = getattr(self._local, name, None)
        if connection is None:
            connection = connect(self.paths.database, self._key, readonly=True)
            if name == "narrow":
                narrow(connection)
            setattr(self._local, name, connection)
            with self._readers_guard:
                self._readers.append(connection)
        return connection

    def _is_mine(self, connection: Connection) -> bool:
        """Whether this thread still reads by it."""
        return connection in (getattr(self._local, "reader", None), getattr(self._local, "narrow", None))

    def _forget(self, connection: Connection) -> None:
        """Reads by it no more."""
        for name in ("reader", "narrow"):
            if getattr(self._local, name, None) is connection:
                setattr(self._local, name, None)

    def checkpoint(self) -> None:
        """Moves all of the log into the database and empties it, as far as no reader is in the way: bodies
        that were deleted lie in neither."""
        with self._writing, self._file_lock():
            self._connected().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()

    def damaged_pages(self) -> int:
        """How many pages of the file do not bear their HMAC; reads the whole file.

        A page that the power cut while the log was written into the file stands whole in the log, which this
        check does not read: what is doubtful is written once more and asked again, nobody writing meanwhile.
        """
        check = "PRAGMA cipher_integrity_check"
        if not self.reader().execute(check).fetchall():
            return 0
        with self._writing, self._file_lock():
            try:
                self._connected().execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
            except DriverError as error:
                trouble = trouble_of(error)
                self._give_up(self._writer, trouble)
                if trouble is None:
                    raise
            return len(self.reader().execute(check).fetchall())

    def mark_state(self) -> MarkState:
        """What the head marks say of this database; call inside a transaction or at the start."""
        with self.snapshot() as ledger:
            return self.marks.check(ledger.knows)

    def free_bytes(self) -> int:
        """Free space where the data lies."""
        return self.room().free

    def room(self) -> Room:
        """How much room is left where the data lies. Raises `OSError` where nobody knows."""
        return self.ballast.room()

    def close(self) -> None:
        """Closes every connection and mark file."""
        with self._writing:
            for connection in (*self._readers, self._writer):
                if connection is not None:
                    connection.close()
            self._readers.clear()
            self._writer = None
            self._local = threading.local()
            self.marks.close()


def _file_of(database: Path) -> tuple[int, int]:
    """Which file bears the name: another one stands there after a restore or a change of the key."""
    try:
        found = database.stat()
    except FileNotFoundError:
        return 0, 0
    return found.st_dev, found.st_ino


def _own_tip(ledger: Ledger) -> tuple[JournalId, Tip] | None:
    """Where our own writing in the unit's channel stands, for the head mark."""
    channel = ledger.rows.note("own-channel")
    node = ledger.rows.note("own-node")
    if channel is None or node is None:
        return None
    name = channel.decode("ascii")
    incarnation, tip = ledger.rows.note(f"own:{name}"), ledger.rows.note(f"own-tip:{name}")
    if incarnation is None or tip is None:
        return None
    return JournalId(node, name, incarnation), Tip(int.from_bytes(tip[:8], "big"), tip[8:])


def write_atomically(path: Path, content: bytes) -> None:
    """A file that is whole or not there: written beside, fsynced, renamed, the folder fsynced."""
    make_folder(path.parent)
    beside = path.with_name(f".{path.name}.{os.getpid()}.{threading.get_ident()}.part")
    try:
        with open(beside, "wb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        os.replace(beside, path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise
    sync_folder(path.parent)
