"""The key a desk is opened with: from the unattended place, or from whoever gives a password or the code.

A process that can ask somebody says how at its start (`ask_by`); any other is told in one sentence that it
cannot open the desk. Where a change of the key was cut short, the key the database is really under is found
by trying both, and the change is finished or undone.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Final

from filelock import FileLock, Timeout

from desk_app.domain.mistakes import DeskError
from desk_app.operations.key_asking import asking
from desk_app.operations.key_files import NO_KEY, Found, KeyMissing, KeyPlace, Wraps
from desk_app.paths import DeskPaths
from desk_app.store.driver import StoreTrouble, connect
from sync.durable import sync_folder
from sync.identity.code_words import WrongGroups, read
from sync.identity.secrets import SecretsLocked, wipe
from sync.identity.wraps import WrongSecret

_LOCK_SECONDS: Final = 30.0
PART, BEFORE = "desk.db.doi-khoa", "desk.db.khoa-cu"
"""In the data folder while the key is changed: the copy under the new key, the database under the old one."""


class KeyLocked(DeskError):
    """The desk opens by a password only, and nobody was there to give one. `locked` opens it."""

    def __init__(self, locked: Locked) -> None:
        super().__init__(
            "Dữ liệu của quầy khóa bằng mật khẩu nên lệnh này không tự mở được.",
            "Mở cửa sổ Một cửa bằng mật khẩu và đồng bộ ở đó, hoặc đặt MOTCUA_PASSWORD cho lệnh này.",
        )
        self.locked = locked


class Locked:
    """A desk whose key only a person has. `logins` are those whose password opens it on this machine."""

    def __init__(self, paths: DeskPaths, wraps: Wraps) -> None:
        self._paths, self._wraps = paths, wraps

    @property
    def logins(self) -> list[str]:
        """Whose password opens."""
        return self._wraps.logins

    def by_password(self, login: str, password: str) -> bytes:
        """The key, by an officer's password; `login` empty: whoever's it is. Raises `DeskError`."""
        known = {one.casefold(): one for one in self.logins}
        names = [known[login.casefold()]] if login.casefold() in known else [] if login else self.logins
        for name in names:
            try:
                return self._fitting(self._wraps.by_password(name, password))
            except WrongSecret:
                continue
        raise DeskError(
            "Tên đăng nhập hoặc mật khẩu không mở được dữ liệu trên máy này.",
            "Gõ lại; nếu mật khẩu vừa đổi ở máy khác thì dùng mật khẩu cũ một lần, hoặc nhờ người đã"
            " đăng nhập"
            " máy này mở, hoặc gõ mã khôi phục đã in.",
        )

    def by_code(self, text: str) -> bytes:
        """The key, by the printed code as it was typed. Raises `DeskError`."""
        try:
            return self._fitting(self._wraps.by_code(code_of(text)))
        except WrongSecret:
            from desk_app.operations.backup_key import key_in_envelope

            return key_in_envelope(self._paths.envelope, self._wraps.desk, text)

    def _fitting(self, keys: list[bytes]) -> bytes:
        if len(keys) == 1:
            return keys[0]
        with changing_alone(self._paths):
            _bring_back(self._paths)
            return fitting(self._paths, keys)


def code_of(text: str) -> bytes:
    """The bytes of a printed code as it was typed. Raises `DeskError` naming the groups that do not fit."""
    try:
        return read(text)
    except WrongGroups as error:
        groups = ", ".join(map(str, error.groups))
        raise DeskError(
            f"Mã khôi phục không đúng: nhóm {groups} gõ sai."
            if groups
            else "Mã khôi phục không đúng: thiếu hoặc thừa ký tự.",
            "Gõ lại đủ tám nhóm như trên tờ giấy đã in; dấu gạch không cần.",
        ) from error


def opening_key(data: Path, desk_id: str, given: bytes | None) -> bytes:
    """The key to open a desk with: the one that was given, or this machine's. Raises `DeskError`."""
    if given is None:
        return machine_key(data, desk_id)
    return settled_key(DeskPaths(data), KeyPlace(desk_id), given)


def machine_key(data: Path, desk_id: str) -> bytes:
    """The key of a desk on this machine, whoever has to be asked for it. Raises `DeskError`."""
    place, paths = KeyPlace(desk_id), DeskPaths(data)
    found = _found(place)
    wraps = found.wraps
    if wraps is None or wraps.mode == "auto":
        key = place.unattended()
        if key is None:
            if wraps is not None and wraps.keys:
                return asked(Locked(paths, wraps))
            raise KeyMissing
    else:
        place.mend(found)
        _finish_locking(place)
        key = asked(Locked(paths, wraps))
    return settled_key(paths, place, key)


def _found(place: KeyPlace) -> Found:
    """The wraps; damaged ones are nothing to a desk whose key lies in the unattended place."""
    try:
        return place.read()
    except KeyMissing:
        if place.unattended() is None:
            raise
        return Found(None, whole=False)


def _readable(place: KeyPlace) -> Wraps | None:
    """The wraps, where they can be read."""
    try:
        return place.read().wraps
    except KeyMissing:
        return None


def asked(locked: Locked) -> bytes:
    """The key of a locked desk, from whoever this process can ask. Raises `DeskError`."""
    ask = asking()
    if ask is None:
        raise KeyLocked(locked)
    return ask(locked)


def _finish_locking(place: KeyPlace) -> None:
    """A power cut while the key was being taken off the disk: it is taken off now."""
    try:
        for coming in (False, True):
            if place.unattended(coming=coming) is not None:
                place.drop_unattended(coming=coming)
    except SecretsLocked as error:
        raise DeskError(
            "Chưa xóa được khóa khỏi kho khóa của máy.", "Mở khóa kho khóa của hệ điều hành rồi thử lại."
        ) from error


# ------------------------------------------------------------------------------------- a change cut short


def settled_key(paths: DeskPaths, place: KeyPlace, key: bytes) -> bytes:
    """The key the database is under, after a change that was cut short is finished or undone.

    Costs nothing where none was. Raises `DeskError`.
    """
    if not change_begun(paths, place):
        return key
    with changing_alone(paths):
        return settled_under_lock(paths, place, key)


@contextmanager
def changing_alone(paths: DeskPaths) -> Iterator[None]:
    """The folder's lock, for what a change of the key left. Raises `DeskError` while one goes on."""
    try:
        with FileLock(str(paths.lock), timeout=_LOCK_SECONDS):
            yield
    except Timeout as error:
        raise DeskError("Quầy đang được đổi khóa.", "Chờ một phút rồi mở lại.") from error


def change_begun(paths: DeskPaths, place: KeyPlace) -> bool:
    """Whether something of a change of the key is left, in the data folder or among the keys."""
    if any((paths.data / name).exists() for name in (PART, BEFORE)):
        return True
    wraps = _readable(place)
    return (wraps is not None and len(wraps.keys) > 1) or place.unattended(coming=True) is not None


def settled_under_lock(
    paths: DeskPaths,
    place: KeyPlace,
    key: bytes,
    *,
    coming: bytes | None = None,
    reached: Callable[[str], None] = lambda _step: None,
) -> bytes:
    """Finishes or undoes a change of the key, for who holds the folder's lock; the key that fits.

    `coming`: the new key, where it is known. The order is what makes it safe to be killed in between: the key
    that fits is kept first, what the other one opens goes last. Raises `DeskError`.
    """
    before = paths.data / BEFORE
    _bring_back(paths)
    waiting = place.unattended(coming=True)
    fit = fitting(paths, [one for one in (coming, key, waiting) if one is not None])
    wraps = _readable(place)
    try:
        by_itself = wraps.mode == "auto" if wraps is not None else place.unattended() is not None
        if by_itself and place.unattended() != fit:
            place.put_unattended(fit)
        reached("kept")
        if wraps is not None and wraps.keys:
            wraps = place.write(wraps.settled(fit))
        reached("settled")
        if before.exists():  # the database is the new one
            _renew_envelope(paths, wraps, fit)
        reached("enveloped")
        if waiting is not None:
            place.drop_unattended(coming=True)
        reached("dropped")
        sweep_change(paths)
        reached("swept")
    except OSError as error:
        raise DeskError(
            "Chưa thu xếp xong lần đổi khóa bị ngắt giữa chừng.", "Kiểm tra thư mục khóa rồi mở lại."
        ) from error
    return fit


def _bring_back(paths: DeskPaths) -> None:
    """Cut short between the two renamings: the old database is the desk's again."""
    before = paths.data / BEFORE
    if before.exists() and not paths.database.exists():
        os.replace(before, paths.database)
        sync_folder(paths.data)


def _renew_envelope(paths: DeskPaths, wraps: Wraps | None, key: bytes) -> None:
    """The envelope beside the data holds the new key; one that only opens the old key opens nothing and
    goes."""
    from desk_app.operations.backup_key import write_envelope

    if wraps is None or not write_envelope(paths, wraps, key):
        wipe(paths.envelope)


def sweep_change(paths: DeskPaths) -> None:
    """Removes what a change of the key leaves in the data folder; the database itself stands. `OSError`."""
    for name in (PART, BEFORE):
        for ending in ("", "-journal", "-wal", "-shm"):
            wipe(paths.data / f"{name}{ending}")


def fitting(paths: DeskPaths, keys: Iterable[bytes]) -> bytes:
    """The one of some keys that the database opens with. Raises `DeskError`."""
    for key in keys:
        if opens(paths.database, key):
            return key
    raise KeyMissing(NO_KEY, "Khôi phục quầy từ bản sao lưu bằng mã khôi phục đã in.")


def opens(database: Path, key: bytes) -> bool:
    """Whether a database opens with a key. Raises `DeskError` for other trouble."""
    from desk_app.operations.troubles import in_words

    try:
        with closing(connect(database, key)):
            return True
    except StoreTrouble as trouble:
        if trouble.kind == "key":
            return False
        raise in_words(trouble) from trouble
