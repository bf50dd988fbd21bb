"""`CenterStore`: transactions and snapshots of the center's database, for any number of processes.

A writing transaction: this process's lock, then the turn among processes (on one machine's file a lock
file and BEGIN IMMEDIATE, on PostgreSQL an advisory lock); COMMIT; then the head mark outside the
database. Only when `transaction` returns may anything be acknowledged.
"""

from __future__ import annotations

import os
import threading
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

from filelock import FileLock
from sqlalchemy.exc import DBAPIError, IntegrityError

from sync.center.store.dialect import Engines, alone, is_busy, settle, take_turn
from sync.center.store.rows import CenterRows
from sync.center.store.schema import migrate_one
from sync.center.store.trouble import CenterError
from sync.identity.keys import PublicKeys
from sync.journal.ledger import Ledger
from sync.journal.marks import HeadMarks, MarkState
from sync.journal.port import Rows
from sync.model.entry import JournalId, Tip

_COMMITS = "commits"
_STAMP_BYTES = 8
_KEPT_STAMPS = 64
_DURABLE_EVERY = 16
"""So often the mark is forced to the platter; it never lags more stamps than the database remembers."""


class SetBack(CenterError):
    """The database under this running process was replaced by an older copy of itself."""

    def __init__(self) -> None:
        super().__init__(
            "Cơ sở dữ liệu của trung tâm vừa bị đưa về một bản cũ hơn.",
            "Hãy khởi động lại tiến trình này; trung tâm sẽ tự nhận lại phần thiếu từ các máy quầy.",
        )


@dataclass(frozen=True, slots=True)
class Stamps:
    """The last commits of this database: how many there were and random names of the newest."""

    count: int = 0
    names: tuple[bytes, ...] = ()

    @classmethod
    def read(cls, raw: bytes | None) -> Stamps:
        """The stamps in a note."""
        if not raw:
            return cls()
        names = raw[8:]
        return cls(
            int.from_bytes(raw[:8], "big"),
            tuple(names[at : at + _STAMP_BYTES] for at in range(0, len(names), _STAMP_BYTES)),
        )

    def next(self, name: bytes) -> Stamps:
        """The stamps after one more commit."""
        return Stamps(self.count + 1, (name, *self.names[: _KEPT_STAMPS - 1]))

    @property
    def raw(self) -> bytes:
        """As a note."""
        return self.count.to_bytes(8, "big") + b"".join(self.names)


class CenterStore:
    """`JournalStore` over a database; `trusted` as for `Ledger`.

    `lock` is the file that processes on one data folder lock (None: the database sees to it). `carries`: as
    for `Ledger`, in a center's own store.
    `marks` are the head marks outside the database; `me` is the journal they are written under. `set_back` is
    called once commits of this process are gone from the database (`replaced`).
    """

    def __init__(
        self,
        engines: Engines,
        trusted: Mapping[bytes, PublicKeys],
        *,
        lock: Path | None = None,
        carries: bool = False,
        entropy: Callable[[int], bytes] = os.urandom,
    ) -> None:
        self.engines = engines
        self.trusted = dict(trusted)
        self.carries = carries
        self._entropy = entropy
        self._thread = threading.RLock()
        self._lock: AbstractContextManager[object] = (
            FileLock(str(lock), thread_local=False, mode=0o600) if lock is not None else nullcontext()
        )
        self._marks: HeadMarks | None = None
        self._me: JournalId | None = None
        self._suspect = False
        self._commits = _COMMITS
        self._newest = Stamps()
        self.replaced = False
        self.set_back: Callable[[], None] = lambda: None

    def migrate(self) -> int:
        """Brings the schema up to date; returns the number of steps. Raises `CenterError` for a newer one."""
        steps = 0
        while True:
            with self._writing() as rows:
                if not migrate_one(rows.connection):
                    return steps
                steps += 1

    @contextmanager
    def exclusive(self) -> Iterator[None]:
        """Keeps every other writer out, in this process and the others, over several transactions."""
        with self._thread, self._lock, alone(self.engines):
            yield

    @contextmanager
    def transaction(self, *, beside: bool = False) -> Iterator[Ledger]:
        """A writing transaction: durable when the block ends, undone when it raises.

        It is the only one that writes, in whatever process. `beside`: on PostgreSQL others may write at the
        same time, each in channels it has locked; only for what reads nothing of other channels and registers
        that it goes on to write.
        """
        with self._thread, self._lock:
            stamps: Stamps | None = None
            with self._writing(beside=beside) as rows:
                yield Ledger(rows, self.trusted, carries=self.carries)
                if rows.changed and self._marks is not None:
                    stamps = self._stamped(rows)
            if stamps is not None:
                self._newest = stamps
                self._mark(stamps)

    def _stamped(self, rows: CenterRows) -> Stamps:
        """One more commit. Raises `SetBack` where commits of this process's are not there any more."""
        before, newest = Stamps.read(rows.note(self._commits)), self._newest
        since = before.count - newest.count
        if since < 0 or (since < _KEPT_STAMPS and newest.names and newest.names[0] not in before.names):
            self.replaced = True
            self.set_back()
            raise SetBack
        stamps = before.next(self._entropy(_STAMP_BYTES))
        rows.put_note(self._commits, stamps.raw)
        return stamps

    @contextmanager
    def snapshot(self) -> Iterator[Ledger]:
        """A reading transaction on a connection of its own: what it hands out is committed."""
        try:
            with self.engines.reader.connect() as connection, connection.begin() as reading:
                try:
                    yield Ledger(CenterRows(connection), self.trusted)
                finally:
                    reading.rollback()
        except DBAPIError as error:
            self._distrust(error)
            raise

    @contextmanager
    def _writing(self, *, beside: bool = False) -> Iterator[CenterRows]:
        if self._suspect:
            settle(self.engines)
            self._suspect = False
        try:
            with self.engines.writer.connect() as connection:
                try:
                    with connection.begin():
                        take_turn(connection, beside=beside)
                        yield CenterRows(connection, beside=beside and not self.engines.is_sqlite)
                except DBAPIError as error:
                    if self._distrust(error):
                        connection.invalidate()
                    raise
        except DBAPIError as error:
            self._distrust(error)
            raise

    def _distrust(self, error: DBAPIError) -> bool:
        """Notes that the disk failed us: the next transaction reopens before it does anything."""
        if isinstance(error, IntegrityError) or is_busy(error):
            return False
        self._suspect = True
        return True

    # -- head marks -------------------------------------------------------------------------------

    def guard(self, marks: HeadMarks, me: bytes, channel: str, owner: str = "") -> MarkState:
        """Begins to keep `marks`; says whether this database is the one they were written for.

        The mark names the newest commit: a copy put back, or a WAL cut short, has fewer, and a
        clone that went its own way has others. On a database of several machines each keeps marks of its
        own commits (`owner` names it there): one that keeps none yet joins (`MISSING`), and a restore that
        another dealt with counts as dealt with.
        """
        self._me = JournalId(me, channel, bytes(8))
        self._commits = f"{_COMMITS}:{owner}" if owner else _COMMITS
        with self._thread, self._lock, self.snapshot() as ledger:
            self._marks = marks
            raw = ledger.rows.note(self._commits)
            self._newest = Stamps.read(raw)
            if owner and raw == b"":
                return MarkState.OK
            return marks.check(lambda _journal, name: name in self._newest.names)

    def forgive_others(self, rows: Rows) -> None:
        """A restore is being dealt with: the other machines' marks are not to find it again."""
        for key, _value in list(rows.notes(f"{_COMMITS}:")):
            if key != self._commits:
                rows.put_note(key, b"")

    def mark_now(self) -> None:
        """Writes the mark durably as the database stands: at set-up, and when a restore was dealt with."""
        with self._thread, self._lock:
            with self.snapshot() as ledger:
                self._newest = Stamps.read(ledger.rows.note(self._commits))
            self._mark(self._newest, durable=True)

    def _mark(self, stamps: Stamps, *, durable: bool = False) -> None:
        if self._marks is None:
            return
        tip = Tip(stamps.count, stamps.names[0]) if stamps.names else None
        self._marks.write(self._me, tip, durable=durable or stamps.count % _DURABLE_EVERY == 0)

    def close(self) -> None:
        """Closes every connection and the marks' files."""
        with self._thread:
            self.engines.dispose()
            if self._marks is not None:
                self._marks.close()
