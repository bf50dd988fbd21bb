"""The keys a backup may be under: this machine's, the ones before it, the one in the copy's own envelope.

A desk whose key was changed since has backups under the key before. That one lies in the store, under the key
in force, so that whoever opens the newest opens the older ones too; elsewhere the printed code opens each
copy's
own envelope.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import closing
from pathlib import Path
from typing import Final

from desk_app.domain.mistakes import DeskError
from desk_app.operations import backup_copies as lying
from desk_app.operations.backup_key import opened_key
from desk_app.operations.key_files import KeyPlace
from desk_app.operations.key_opening import Locked, asked
from desk_app.paths import DeskPaths
from desk_app.store.driver import Connection, DriverError, StoreTrouble, connect
from desk_app.store.rows import SqliteRows
from desk_app.store.tables import DeskTables

FORMER: Final = "former-keys"
"""The note in the store with the keys before, 32 bytes each, the newest first."""
_KEY: Final = 32


class RestoringKeys:
    """The keys that copies of one desk are tried with. `own` is this machine's, if it has one."""

    def __init__(self, copies: Sequence[lying.Copy], data: Path, code: str) -> None:
        self._code = code.strip()
        desk_id = copies[0].manifest.desk
        self.own = _machines(desk_id, data) if not self._code else KeyPlace(desk_id).unattended()
        self._keys = [self.own] if self.own is not None else []
        if self.own is None:
            self._keys.append(_of_envelope(copies[0], self._code))
        for database in (DeskPaths(data).database, *(one.database for one in copies)):
            self._learn(database)

    def key_of(self, copy: lying.Copy) -> bytes | None:
        """The key a copy opens with; None where none of these does. A damaged copy opens with none."""
        if self._code:
            try:
                self._add(_of_envelope(copy, self._code))
            except DeskError:
                pass  # a copy from before this code; the other keys may open it
        return next((key for key in self._keys if _opened(copy.database, key)), None)

    def _learn(self, database: Path) -> None:
        """Takes up the keys before that a database knows, where one of these keys opens it."""
        for key in list(self._keys):
            try:
                with closing(connect(database, key, readonly=True)) as connection:
                    for one in former_keys(connection):
                        self._add(one)
                    return
            except (StoreTrouble, DriverError):
                continue

    def _add(self, key: bytes) -> None:
        if key not in self._keys:
            self._keys.append(key)


def former_keys(connection: Connection) -> list[bytes]:
    """The keys a store was under before."""
    kept = SqliteRows(connection).note(FORMER) or b""
    return [kept[at : at + _KEY] for at in range(0, len(kept), _KEY)]


def locked_by_password(database: Path, key: bytes) -> bool:
    """Whether the desk in a database was locked with passwords."""
    from desk_app.operations.key_wraps import KEY_MODE

    with closing(connect(database, key, readonly=True)) as connection:
        return bool(DeskTables(connection).settings().get(KEY_MODE) == "password")


def _machines(desk_id: str, data: Path) -> bytes | None:
    """This machine's key; an officer is asked for it where the desk is locked with passwords."""
    place = KeyPlace(desk_id)
    key = place.unattended()
    wraps = place.read().wraps if key is None else None
    if wraps is None or not wraps.logins:
        return key
    return asked(Locked(DeskPaths(data), wraps))


def _of_envelope(copy: lying.Copy, code: str) -> bytes:
    envelope = copy.folder / lying.ENVELOPE
    if not envelope.exists():
        raise DeskError(
            "Máy này không có khóa để mở bản sao lưu, và bản này không kèm phong bì khóa.",
            "Khôi phục trên máy cũ, hoặc chép thư mục khóa (MOTCUA_KEYS) của quầy sang đây.",
        )
    if not code:
        raise DeskError(
            "Cần mã khôi phục để mở bản sao lưu trên máy này.",
            "Gõ mã trên tờ khôi phục đã in (--code).",
        )
    return opened_key(envelope.read_bytes(), copy.manifest.desk, code)


def _opened(database: Path, key: bytes) -> bool:
    try:
        with closing(connect(database, key, readonly=True)):
            return True
    except (StoreTrouble, DriverError):
        return False
