"""Logging in at a desk, without any network: passwords against the unit's accounts, and waits after mistakes.

Five wrong passwords of a log-in name are free, then the name waits 30 seconds, doubling up to 15 minutes:
107 guesses a day. The wait is counted in seconds the machine has run, kept in the database: a clock set
forward or back changes nothing, and neither does a restart of the program; after a restart of the machine,
the time since it was started counts. A right password after the wait forgets the wrong ones; during it even
the right one is refused.
"""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256
from typing import Final

from desk_app.domain.login_session import LoginSession
from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import MACHINE, RESET
from desk_app.operations.access_log import write_accesses
from desk_app.operations.account_table import fold_held
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.key_wraps import follow_password
from desk_app.operations.rights import require
from desk_app.store.login_tables import LoginTables, Waiting
from desk_app.store.tables import connection_of
from sync.identity.passwords import is_password
from sync.journal.ledger import Ledger
from sync.model.accounts import Account
from sync.model.moment import iso_minute

__all__ = [
    "LoginRefused",
    "LoginSession",
    "end_wait",
    "lock_minutes",
    "log_in",
    "log_out",
    "unlock",
    "waiting_seconds",
]
FREE: Final = 5
"""Wrong passwords in a row before a name must wait for the first time."""
FIRST_WAIT: Final = 30
LONGEST_WAIT: Final = 15 * 60
LOCK_MINUTES: Final = 5
"""Minutes without a key or a click after which the window locks, unless the unit says otherwise."""
_LOCK_SETTING: Final = "lock_minutes"
_WRONG = "Tên đăng nhập hoặc mật khẩu không đúng."
_TO_CHECK = "Kiểm tra bộ gõ và phím Caps Lock rồi nhập lại."


class LoginRefused(DeskError):
    """Not logged in. The words do not say which of name and password was wrong; `wait_seconds`: how long the
    next try must wait, 0 when it may come at once."""

    def __init__(self, title: str, advice: str, wait_seconds: int = 0) -> None:
        super().__init__(title, advice)
        self.wait_seconds = wait_seconds


@needs(MACHINE)
def log_in(desk: Desk, login: str, password: str) -> LoginSession:
    """Logs an officer in and puts the session on the desk. Raises `LoginRefused`. Takes the sixth of a second
    that a password costs, whoever is named."""
    name = login.strip().lower()[:60]
    with desk.reading() as ledger:
        held = fold_held(ledger, desk.settings.channel)
    account = held.of_login(name)
    usable = account if account is not None and account.usable else None
    right = is_password(password, usable.verifier if usable else "")
    with desk.writing() as ledger:
        wait = _judged(desk, ledger, name, usable if right else None, account)
    if usable is None or not right or wait:
        raise _refusal(wait)
    session = LoginSession(usable.officer, usable.login, usable.roles, desk.clock(), usable.temporary)
    desk.session = session
    follow_password(desk, usable.login, password)
    return session


@needs(MACHINE)
def unlock(desk: Desk, password: str) -> LoginSession:
    """The password of the one whose session is locked, anew. Raises `LoginRefused`; the session stays."""
    return prove_again(desk, password)


@needs(MACHINE)
def prove_again(desk: Desk, password: str) -> LoginSession:
    """That it is still the one who is logged in. Raises `LoginRefused`; `DeskError` where nobody is."""
    if desk.session is None:
        raise DeskError("Chưa có ai đăng nhập ở quầy này.", "Đăng nhập bằng tài khoản của mình.")
    return log_in(desk, desk.session.login, password)


@needs(MACHINE)
def settle_session(desk: Desk) -> None:
    """The session after its own password was changed: it may go on."""
    if desk.session is not None:
        desk.session = replace(desk.session, must_change=False)


@needs(RESET)
def end_wait(desk: Desk, login: str) -> None:
    """Lets a log-in name be tried at once again, by one who may set passwords. Raises `DeskError`."""
    require(desk, RESET)
    by = desk.session.officer.id if desk.session else ""
    forget_tries(desk, login, by)


@needs(MACHINE)
def forget_tries(desk: Desk, login: str, by: str) -> None:
    """Forgets the wrong tries of a log-in name and notes who did it (an officer's id)."""
    with desk.writing() as ledger:
        tables = LoginTables(connection_of(ledger))
        tables.free(_digest(login.strip().lower()))
        tables.note_try(iso_minute(desk.clock()), by, "freed", 0)


@needs(MACHINE)
def waiting_seconds(desk: Desk, login: str) -> int:
    """How long a log-in name must still wait; 0 when it may be tried."""
    with desk.reading() as ledger:
        held = LoginTables(connection_of(ledger)).waiting(_digest(login.strip().lower()))
    return _whole(_left(held, desk.ticks()))


@needs(MACHINE)
def log_out(desk: Desk) -> None:
    """Ends the session; what was read is written down first."""
    try:
        write_accesses(desk)
    finally:
        desk.session = None


@needs(MACHINE)
def lock_minutes(desk: Desk) -> int:
    """Minutes without a key or a click after which the window locks: 1 to 5."""
    kept = desk.tables.setting(_LOCK_SETTING)
    return min(max(int(kept), 1), LOCK_MINUTES) if isinstance(kept, int) else LOCK_MINUTES


def _judged(desk: Desk, ledger: Ledger, login: str, entering: Account | None, named: Account | None) -> int:
    """Notes a try; the seconds the name must still wait. `entering`: whose password was right."""
    tables = LoginTables(connection_of(ledger))
    name, ticks = _digest(login), desk.ticks()
    held = tables.waiting(name)
    left = _left(held, ticks)
    what = "in"
    if left > 0:
        what = "waiting"
        tables.wait(name, Waiting(held.failures, left, ticks), known=named is not None)
    elif entering is not None:
        tables.free(name)
    else:
        failures = held.failures + 1
        left = _wait_after(failures)
        what = "locked" if left else "wrong"
        tables.wait(name, Waiting(failures, left, ticks), known=named is not None)
    tables.note_try(iso_minute(desk.clock()), named.id if named else "", what, _whole(left))
    return _whole(left)


def _left(held: Waiting, ticks: float) -> float:
    """Seconds still to wait. The machine was started anew where it has run for less than it had: then only
    the time since counts, which cannot be more than has passed."""
    passed = ticks - held.ticks if ticks >= held.ticks else ticks
    return max(0.0, held.seconds - passed)


def _wait_after(failures: int) -> int:
    over = failures - FREE
    return min(FIRST_WAIT * 2 ** min(over, 10), LONGEST_WAIT) if over >= 0 else 0


def _whole(seconds: float) -> int:
    return -int(-seconds // 1)


def _digest(login: str) -> bytes:
    return sha256(b"motcua login\x00" + login.encode("utf-8", "replace")).digest()


def _refusal(wait: int) -> LoginRefused:
    if not wait:
        return LoginRefused(_WRONG, _TO_CHECK)
    words = f"{-(-wait // 60)} phút" if wait > 60 else f"{wait} giây"
    return LoginRefused(
        "Sai mật khẩu nhiều lần nên tên đăng nhập này phải chờ.",
        f"Thử lại sau {words}, hoặc nhờ quản trị viên hay lãnh đạo đặt lại mật khẩu.",
        wait,
    )
