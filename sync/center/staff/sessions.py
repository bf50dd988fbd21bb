"""Logging in and staying so: sessions in the database, so that any process may serve the next page.

A session is a random token in the browser's cookie, of which only the hash is kept. It ends after half an
hour without a page and after twelve hours in any case; its row stays a day longer. Wrong passwords lock an
account for ever longer, up to a quarter of an hour: 107 guesses a day.

Half a session (`stage`) opens no page but the one on which its other half is to be had: a code of the second
factor, or the second factor itself where its last day is over.
"""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from sqlalchemy import delete, insert, select, update

from sync.center.staff.accounts import Member, end_sessions, find, member_of
from sync.center.staff.factors import factor_of, is_overdue
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
WHOLE_STAGE, HALF_CODE, HALF_SETUP = "", "code", "setup"
"""A whole session, one that waits for a code, one whose owner must set up the second factor first."""
CODE_SECONDS: Final = 5 * 60
"""How long half a session waits for its code."""
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
    stage: str = WHOLE_STAGE
    proved: int = 0
    """Seconds since 1970: when its owner proved last who he is."""


@dataclass(frozen=True, slots=True)
class Place:
    """A session as its owner sees it; times are seconds since 1970, `device` is of the browser's own word."""

    name: str
    began: int
    seen: int
    device: str
    here: bool


class LoginRefused(CenterError):
    """Not logged in; the sentence does not say which of name and password was wrong."""


def hash_of(token: bytes) -> bytes:
    """What the database knows of a token."""
    return sha256(b"motcua session\x00" + token).digest()


def log_in(center: Center, login: str, password: str, address: str, device: str = "") -> bytes:
    """A new session's token, perhaps of half a one (`stage_of`). Raises `LoginRefused`.

    Takes a sixth of a second whatever comes.
    """
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
                locked = one_more_failure(center, rows, current, now)
        if right and current is not None and locked <= now:
            return _begin(center, rows, current, now, device)
    if locked > now:
        raise locked_words(locked - now)
    raise LoginRefused(
        "Tên đăng nhập hoặc mật khẩu không đúng.", "Hãy kiểm tra bộ gõ và phím Caps Lock rồi nhập lại."
    )


def locked_words(seconds: int) -> LoginRefused:
    """That an account is locked for so long."""
    minutes = -(-seconds // 60)
    return LoginRefused("Tài khoản tạm khóa vì nhập sai nhiều lần.", f"Hãy thử lại sau {minutes} phút.")


def one_more_failure(center: Center, rows: CenterRows, one: Member, now: int) -> int:
    """Counts a wrong password or code; until when the account is locked by it, 0: not yet."""
    t = tables.staff
    failures = int(rows.connection.scalar(select(t.c.failures).where(t.c.id == one.id)) or 0) + 1
    over = failures - FREE
    locked = now + min(_FIRST_LOCK * 2 ** min(over, 10), _LONGEST_LOCK) if over >= 0 else 0
    rows.execute(update(t).where(t.c.id == one.id).values(failures=failures, locked_until=locked))
    record(center, rows, one.id, one.login, "locked" if locked else "login-refused")
    return locked


def _begin(center: Center, rows: CenterRows, one: Member, now: int, device: str) -> bytes:
    token = center.entropy(TOKEN_BYTES)
    t, s = tables.staff, tables.staff_sessions
    stage = WHOLE_STAGE
    if factor_of(rows, one.id) is not None:
        stage = HALF_CODE  # wrong codes count on: the right password alone forgives none
    else:
        rows.execute(update(t).where(t.c.id == one.id).values(failures=0, locked_until=0))
        if is_overdue(center, rows, one):
            stage = HALF_SETUP
    rows.execute(delete(s).where(s.c.began < now - _FORGOTTEN))
    values = {
        "token": hash_of(token),
        "staff": one.id,
        "began": now,
        "seen": now,
        "kept_path": "",
        "kept": "",
        "stage": stage,
        "proved": now,
        "device": device[:60],
    }
    rows.execute(insert(s), values)
    record(center, rows, one.id, one.login, "login-half" if stage == HALF_CODE else "login")
    return token


def stage_of(center: Center, token: bytes) -> str:
    """How far a log-in has come; whole, where there is none."""
    s = tables.staff_sessions.c
    with center.store.snapshot() as ledger:
        found = center_rows(ledger).connection.scalar(select(s.stage).where(s.token == hash_of(token)))
    return str(found or WHOLE_STAGE)


def session_of(center: Center, token: bytes, *, half: bool = False) -> Session | None:
    """The session of a token, which it keeps alive; None when there is none, or it is over.

    `half`: also one whose owner must set up the second factor first. One that waits for a code never.
    """
    if len(token) != TOKEN_BYTES:
        return None
    now, hashed = int(center.clock().timestamp()), hash_of(token)
    t, s = tables.staff, tables.staff_sessions
    query = (
        select(t, s.c.began, s.c.seen, s.c.kept_path, s.c.kept, s.c.stage, s.c.proved)
        .join_from(s, t, s.c.staff == t.c.id)
        .where(s.c.token == hashed)
        .where(s.c.stage.in_((WHOLE_STAGE, HALF_SETUP) if half else (WHOLE_STAGE,)))
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
    return Session(hashed, member_of(row), row.kept_path, row.kept, row.stage, int(row.proved))


def places(center: Center, session: Session) -> list[Place]:
    """The account's sessions that are not over, the one in use last first."""
    s, now = tables.staff_sessions, int(center.clock().timestamp())
    query = (
        select(s)
        .where(s.c.staff == session.member.id, s.c.stage != HALF_CODE)
        .where(s.c.seen > now - IDLE, s.c.began > now - WHOLE)
        .order_by(s.c.seen.desc(), s.c.began.desc(), s.c.token)
    )
    with center.store.snapshot() as ledger:
        rows = center_rows(ledger).connection.execute(query).all()
    return [
        Place(
            bytes(row.token).hex()[:16],
            int(row.began),
            int(row.seen),
            row.device,
            bytes(row.token) == session.token_hash,
        )
        for row in rows
    ]


def end_elsewhere(center: Center, session: Session, name: str = "") -> int:
    """Ends the account's other sessions (the one of that name); how many."""
    s = tables.staff_sessions
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        query = select(s.c.token).where(s.c.staff == session.member.id, s.c.token != session.token_hash)
        found = [bytes(one) for one in rows.connection.execute(query).scalars()]
        ended = [one for one in found if not name or one.hex()[:16] == name]
        for one in ended:
            rows.execute(delete(s).where(s.c.token == one))
        if ended:
            record(center, rows, session.member.id, session.member.login, "sessions-ended", str(len(ended)))
    return len(ended)


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
            if one_more_failure(center, rows, one, int(center.clock().timestamp())):
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
