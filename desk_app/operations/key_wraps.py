"""Who opens a desk's data on this machine: the unattended place, officers' passwords, the printed code.

A new desk opens by itself. Locked with passwords (`turn_on`) its key lies on the disk nowhere in the clear:
each start asks an officer's password, or the printed code. No window in here.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import ACCOUNTS, BACKUP, MACHINE
from desk_app.operations.backup_key import make_code
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.founding import read_identity
from desk_app.operations.key_files import PRINTED, Found, KeyMissing, KeyPlace, Mode, Wraps
from desk_app.operations.key_opening import Locked
from desk_app.paths import DeskPaths
from desk_app.store.tables import tables_of
from sync.identity.code_words import looks_like_code
from sync.identity.passwords import PasswordRefused, check_password
from sync.identity.secrets import SecretsLocked
from sync.identity.wraps import WrongSecret, lock_for_password

KEY_MODE: Final = "key_mode"
"""The setting that a backup takes along: how the desk was locked."""


@dataclass(frozen=True, slots=True)
class KeyStatus:
    """How a desk's key is kept on this machine: its `mode`, whose passwords open it, whether a code was
    printed,
    whether the raw key lies here, `damaged` wraps ("", "one" file of two, or "all")."""

    mode: Mode
    logins: tuple[str, ...]
    printed: bool
    unattended: bool
    damaged: str = ""


@needs(MACHINE)
def status(desk: Desk) -> KeyStatus:
    """How the key is kept. Raises `DeskError` where the keyring does not answer."""
    return status_of(desk.paths.data)


def status_of(data: Path) -> KeyStatus:
    """The same of a folder whose desk need not be opened."""
    place = KeyPlace(read_identity(DeskPaths(data)))
    there = place.unattended() is not None
    try:
        found = place.read()
    except KeyMissing:
        return KeyStatus("auto" if there else "password", (), False, there, "all")
    wraps = found.wraps or Wraps(place.desk)
    printed = PRINTED in wraps.locks or (found.wraps is None and DeskPaths(data).envelope.exists())
    return KeyStatus(wraps.mode, tuple(wraps.logins), printed, there, "" if found.whole else "one")


@needs(MACHINE)
def locked_with_passwords(desk: Desk) -> bool:
    """Whether nobody opens this desk without a password or the code."""
    return _wraps(desk).mode == "password"


@needs(MACHINE)
def wrap_for(desk: Desk, login: str, password: str) -> bool:
    """Lets an officer's password open the open desk on this machine; whether anything had to be written.

    Call it when a password was proved or set: a wrap that the password opens already stays as it is. Takes a
    sixth of a second and 64 MiB. Raises `DeskError`.
    """
    name = login.strip()
    if name == PRINTED:
        raise DeskError("Chưa có tên đăng nhập.", "Gõ tên đăng nhập của cán bộ.")
    wraps = _wraps(desk)
    try:
        if desk.store.key in wraps.by_password(name, password):
            return False
    except WrongSecret:
        pass  # none yet, or of the password before
    lock = lock_for_password(password, wraps.about(name), desk.entropy)
    _place(desk).write(wraps.with_lock(name, lock, desk.store.key))
    return True


@needs(MACHINE)
def follow_password(desk: Desk, login: str, password: str) -> bool:
    """A password that was proved or set opens a desk that is locked with passwords; whether it was news.

    Raises `DeskError`.
    """
    return locked_with_passwords(desk) and wrap_for(desk, login, password)


@needs(MACHINE)
def follow_leaving(desk: Desk, login: str) -> bool:
    """An account that is used no longer opens this machine no longer, unless nobody else's does; whether it
    did.

    Raises `DeskError`.
    """
    return status(desk).logins != (login,) and drop_wrap(desk, login)


@needs(ACCOUNTS, BACKUP)
def drop_wrap(desk: Desk, login: str) -> bool:
    """An officer's password opens this machine no longer; whether it did. Raises `DeskError` for the last
    one.

    Copies of the wraps that somebody took keep opening what lay under the key until it is changed (`rotate`).
    """
    wraps = _wraps(desk)
    if login not in wraps.logins:
        return False
    if wraps.mode == "password" and wraps.logins == [login]:
        raise DeskError(
            "Đây là mật khẩu cuối cùng mở được dữ liệu trên máy này.",
            "Cho một cán bộ khác đăng nhập trên máy này trước, hoặc bỏ khóa bằng mật khẩu.",
        )
    _place(desk).write(wraps.without(login))
    return True


def unwrap(data: Path, login: str, password: str) -> bytes:
    """The key of a folder's desk, by an officer's password. Raises `DeskError`."""
    return locked_of(data).by_password(login, password)


def unwrap_by_code(data: Path, code: str) -> bytes:
    """The key of a folder's desk, by the printed code. Raises `DeskError`."""
    place = KeyPlace(read_identity(DeskPaths(data)))
    try:
        wraps = place.read().wraps
    except KeyMissing:
        wraps = None  # both files damaged: the envelope beside the data is what is left
    return Locked(DeskPaths(data), wraps or Wraps(place.desk)).by_code(code)


def key_by(data: Path, text: str) -> bytes:
    """The key of a folder's desk, by an officer's password or the printed code, whichever was typed.

    Raises `DeskError`.
    """
    locked = locked_of(data)
    try:
        return locked.by_password("", text)
    except DeskError as refused:
        if not looks_like_code(text):
            raise
        try:
            return locked.by_code(text)
        except DeskError as wrong:
            raise wrong from refused


def locked_of(data: Path) -> Locked:
    """What opens a folder's desk: for a page or a command that asks. Raises `DeskError`."""
    place = KeyPlace(read_identity(DeskPaths(data)))
    return Locked(DeskPaths(data), place.read().wraps or Wraps(place.desk))


@needs(BACKUP)
def new_code(desk: Desk) -> str:
    """A new printed code of an open desk, kept nowhere; the one before opens older backups only."""
    return make_code(desk.paths, desk.entropy, key=desk.store.key)


@needs(BACKUP)
def recovery_sheet(desk: Desk) -> tuple[bytes, str]:
    """A new printed code, and the sheet it is printed on as a PDF. Neither is kept. Raises `DeskError`."""
    from desk_app.documents.recovery_sheet import recovery_sheet_pdf

    code = new_code(desk)
    settings = desk.settings
    return recovery_sheet_pdf(
        code, settings.unit_name, settings.desk, read_identity(desk.paths), desk.clock()
    ), code


@needs(BACKUP)
def turn_on(desk: Desk) -> None:
    """Locks the desk with passwords: from here on its key lies on this disk nowhere in the clear.

    Raises `DeskError` where no password opens it yet, or no code was printed that helps when all are
    forgotten.
    """
    place, wraps = _place(desk), _wraps(desk)
    if not wraps.logins:
        raise DeskError(
            "Chưa mật khẩu nào mở được dữ liệu trên máy này.", "Đăng nhập bằng mật khẩu trên máy này trước."
        )
    if PRINTED not in wraps.locks:
        raise DeskError(
            "Chưa in tờ khôi phục: quên mật khẩu là mất dữ liệu.",
            "In tờ khôi phục, cất trong két, rồi khóa bằng mật khẩu.",
        )
    with desk.writing() as ledger:
        tables_of(ledger).put_setting(KEY_MODE, "password")
    place.write(replace(wraps, mode="password"))
    try:
        place.drop_unattended()
    except SecretsLocked as error:
        raise DeskError(
            "Đã khóa bằng mật khẩu nhưng chưa xóa được khóa khỏi kho khóa của máy.",
            "Mở khóa kho khóa của hệ điều hành rồi mở lại chương trình; chương trình sẽ tự xóa.",
        ) from error


@needs(BACKUP)
def lock_with(desk: Desk, officer: str | None, password: str) -> str:
    """Locks the desk with an officer's password, or lets one more officer's password open a locked one.

    With accounts on it is the own password of who is logged in. Whose name is given back. Raises `DeskError`.
    """
    from desk_app.operations.officers import officer_named

    name = _proved_name(desk, password) or officer_named(desk, officer).name
    if desk.session is None:
        check_new_password(password, name)
    wrap_for(desk, name, password)
    if not locked_with_passwords(desk):
        turn_on(desk)
    return name


@needs(BACKUP)
def turn_off(desk: Desk) -> None:
    """The desk opens by itself again. Raises `DeskError`."""
    place, wraps = _place(desk), _wraps(desk)
    try:
        place.put_unattended(desk.store.key)
    except SecretsLocked as error:
        raise DeskError(
            "Không ghi được khóa vào kho khóa của máy.", "Mở khóa kho khóa của hệ điều hành rồi làm lại."
        ) from error
    place.write(replace(wraps, mode="auto"))
    with desk.writing() as ledger:
        tables_of(ledger).put_setting(KEY_MODE, "auto")


def check_new_password(password: str, login: str) -> None:
    """Raises `DeskError` for a password that is not taken."""
    try:
        check_password(password, login)
    except PasswordRefused as refused:
        raise DeskError(str(refused)) from refused


@needs(MACHINE)
def put_right(desk: Desk) -> bool:
    """Makes damaged wraps anew: one file from the other, or from what the open desk knows; whether it had to.

    Where both were damaged the officers' passwords are taken in again at their next log-in; the printed
    code's
    lock is read back from the envelope beside the data.
    """
    from desk_app.operations.backup_key import lock_in

    place, there = _place(desk), False
    try:
        found = place.read()
        there = found.wraps is not None or place.unattended() is not None
    except KeyMissing:
        found = Found(None)
    if there:
        place.mend(found)
        return not found.whole
    envelope = desk.paths.envelope
    lock = lock_in(envelope.read_bytes(), place.desk) if envelope.exists() else None
    wraps = Wraps(place.desk, "password" if place.unattended() is None else "auto")
    place.write(wraps.with_lock(PRINTED, lock, desk.store.key) if lock else wraps)
    return True


def _proved_name(desk: Desk, password: str) -> str:
    """The log-in name of who is logged in, whose own password this has to be; empty at an open desk."""
    from desk_app.operations.login import prove_again

    return prove_again(desk, password).login if desk.session is not None else ""


def _place(desk: Desk) -> KeyPlace:
    return KeyPlace(read_identity(desk.paths))


def _wraps(desk: Desk) -> Wraps:
    place = _place(desk)
    found: Found = place.read()
    return found.wraps or Wraps(place.desk)
