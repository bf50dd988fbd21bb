"""Logging in and staying so: sessions in the database, so that any process may serve the next page.

A session is a random token in the browser's cookie, of which only the hash is kept. It ends after half an
hour without a page and after twelve hours in any case; its row stays a day longer. Wrong passwords lock an
account for ever longer, up to a quarter of an hour: 107 guesses a day.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from sqlalchemy import delete, insert, select, update

from sync.center.staff.accounts import Member, end_sessions, find, member_of
from sync.center.staff.record import record
from sync.center.staff.tries import Rate, tried
from sync.center.store import staff_tables as tables
from sync.center.store.opening import Center
from sync.center.store.rows import CenterRows
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows
from sync.identity.passwords import PasswordRefused, check_password, is_password, verifier_of

TOKEN_BYTES: Final = 32
IDLE: Final = 30 * 60
WHOLE: Final = 12 * 3600
_FORGOTTEN: Final = WHOLE + 86_400
_TOUCH: Final = 60
"""Seconds: so often a page in use is noted at most."""
FREE: Final = 5
"""Wrong passwords before an account is locked for the first time."""
_FIRST_LOCK: Final = 30
_LONGEST_LOCK: Final = 15 * 60
LOGIN_RATE: Final = Rate("login", 30, 600)
"""Log-ins tried from one address, right or wrong: thirty in ten minutes."""
MAX_KEPT: Final = 64 * 1024


@dataclass(frozen=True, slots=True)
class Session:
    """Who is logged in; `kept` is a form (JSON of names and values) for the page `kept_path`, or empty."""

    token_hash: bytes
    member: Member
    kept_path: str
    kept: str


class LoginRefused(CenterError):
    """Not logged in; the sentence does not say which of name and password was wrong."""


def hash_of(token: bytes) -> bytes:
    """What the database knows of a token."""
    return sha256(b"motcua session\x00" + token).digest()


def log_in(center: Center, login: str, password: str, address: str) -> bytes:
    """A new session's token. Raises `LoginRefused`. Takes a sixth of a second whatever comes."""
    name = login.strip().lower()[:60]
    if not tried(center, LOGIN_RATE, address):
        raise LoginRefused("Có quá nhiều lần đăng nhập từ máy này.", "Hãy thử lại sau mười phút.")
    now = int(center.clock().timestamp())
    with center.store.snapshot() as ledger:
        query = select(tables.staff).where(tables.staff.c.login == name)
        row = center_rows(ledger).connection.execute(query).one_or_none()
    right = is_password(password, row.verifier if row is not None else "")
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        current = find(rows, name, lock=True)
        if current is None or not current.active:
            record(center, rows, current.id if current else 0, name if current else "", "login-refused")
            right, locked = False, 0
        else:
            locked = current.locked_until
            if locked <= now and not right:
                locked = _one_more_failure(center, rows, current, now)
        if right and current is not None and locked <= now:
            return _begin(center, rows, current, now)
    if locked > now:
        minutes = -(-(locked - now) // 60)
        raise LoginRefused(
            "Tài khoản tạm khóa vì sai mật khẩu nhiều lần.", f"Hãy thử lại sau {minutes} phút."
        )
    raise LoginRefused(
        "Tên đăng nhập hoặc mật khẩu không đúng.", "Hãy kiểm tra bộ gõ và phím Caps Lock rồi nhập lại."
    )


def _one_more_failure(center: Center, rows: CenterRows, one: Member, now: int) -> int:
    t = tables.staff
    failures = int(rows.connection.scalar(select(t.c.failures).where(t.c.id == one.id)) or 0) + 1
    over = failures - FREE
    locked = now + min(_FIRST_LOCK * 2 ** min(over, 10), _LONGEST_LOCK) if over >= 0 else 0
    rows.execute(update(t).where(t.c.id == one.id).values(failures=failures, locked_until=locked))
    record(center, rows, one.id, one.login, "locked" if locked else "login-refused")
    return locked


def _begin(center: Center, rows: CenterRows, one: Member, now: int) -> bytes:
    token = center.entropy(TOKEN_BYTES)
    t, s = tables.staff, tables.staff_sessions
    rows.execute(update(t).where(t.c.id == one.id).values(failures=0, locked_until=0))
    rows.execute(delete(s).where(s.c.began < now - _FORGOTTEN))
    values = {
        "token": hash_of(token),
        "staff": one.id,
        "began": now,
        "seen": now,
        "kept_path": "",
        "kept": "",
    }
    rows.execute(insert(s), values)
    record(center, rows, one.id, one.login, "login")
    return token


def session_of(center: Center, token: bytes) -> Session | None:
    """The session of a token, which it keeps alive; None when there is none, or it is over."""
    if len(token) != TOKEN_BYTES:
        return None
    now, hashed = int(center.clock().timestamp()), hash_of(token)
    t, s = tables.staff, tables.staff_sessions
    query = (
        select(t, s.c.began, s.c.seen, s.c.kept_path, s.c.kept)
        .join_from(s, t, s.c.staff == t.c.id)
        .where(s.c.token == hashed)
    )
    with center.store.snapshot() as ledger:
        row = center_rows(ledger).connection.execute(query).one_or_none()
    if row is None or row.disabled_at or not row.seen - _TOUCH <= now < row.seen + IDLE:
        return None
    if now >= row.began + WHOLE:
        return None
    if now >= row.seen + _TOUCH:
        with center.store.transaction() as ledger:
            center_rows(ledger).execute(update(s).where(s.c.token == hashed).values(seen=now))
    return Session(hashed, member_of(row), row.kept_path, row.kept)


def keep_form(center: Center, token: bytes, path: str, kept: str) -> None:
    """Keeps a form that could not be sent for the page it is of; larger ones than `MAX_KEPT` are let go."""
    if len(kept) > MAX_KEPT:
        path = kept = ""
    s = tables.staff_sessions
    with center.store.transaction() as ledger:
        query = update(s).where(s.c.token == hash_of(token)).values(kept_path=path, kept=kept)
        center_rows(ledger).execute(query)


def log_out(center: Center, session: Session) -> None:
    """Ends a session."""
    s = tables.staff_sessions
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        rows.execute(delete(s).where(s.c.token == session.token_hash))
        record(center, rows, session.member.id, session.member.login, "logout")


def change_password(center: Center, session: Session, old: str, new: str) -> None:
    """Another password; every other session of the account ends. Raises `PasswordRefused`, `LoginRefused`."""
    one = session.member
    with center.store.snapshot() as ledger:
        query = select(tables.staff.c.verifier).where(tables.staff.c.id == one.id)
        verifier = str(center_rows(ledger).connection.scalar(query) or "")
    if not is_password(old, verifier):
        with center.store.transaction() as ledger:
            rows = center_rows(ledger)
            find(rows, one.login, lock=True)
            if _one_more_failure(center, rows, one, int(center.clock().timestamp())):
                end_sessions(rows, one.id)
        raise LoginRefused("Mật khẩu hiện tại không đúng.")
    if old == new:
        raise PasswordRefused("Mật khẩu mới phải khác mật khẩu hiện tại.")
    check_password(new, one.login)
    made = verifier_of(new, center.entropy)
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        set_verifier(center, rows, one, made)
        end_sessions(rows, one.id, but=session.token_hash)


def set_verifier(center: Center, rows: CenterRows, one: Member, verifier: str) -> None:
    """Keeps a new password's verifier and lets the account in again."""
    t = tables.staff
    values = {"verifier": verifier, "failures": 0, "locked_until": 0}
    rows.execute(update(t).where(t.c.id == one.id).values(**values))
    record(center, rows, one.id, one.login, "password")
