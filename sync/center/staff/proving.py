"""Proving who one is beyond the password of the log-in: its second step, and once more before grave acts.

Wrong codes count with wrong passwords and lock the account as long; a session under which an account gets
locked ends.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import delete, select, update

from sync.center.staff import factors
from sync.center.staff.accounts import Member, end_sessions, find, member_of
from sync.center.staff.record import record
from sync.center.staff.sessions import (
    CODE_SECONDS,
    HALF_CODE,
    TOKEN_BYTES,
    LoginRefused,
    Session,
    hash_of,
    locked_words,
    one_more_failure,
)
from sync.center.staff.tries import Rate, tried
from sync.center.store import staff_tables as tables
from sync.center.store.opening import Center
from sync.center.store.rows import CenterRows
from sync.center.units.tree import center_rows
from sync.identity.passwords import is_password

FRESH_SECONDS: Final = 10 * 60
"""How long a proof is good for grave acts."""
CODE_RATE: Final = Rate("code", 30, 600)
"""Codes tried from one address, right or wrong: thirty in ten minutes."""


def waiting(center: Center, token: bytes) -> Member | None:
    """Who gave the right password with this token and has still to give a code."""
    with center.store.snapshot() as ledger:
        return _waiting(center, center_rows(ledger), token)


def _waiting(center: Center, rows: CenterRows, token: bytes) -> Member | None:
    t, s = tables.staff, tables.staff_sessions
    now = int(center.clock().timestamp())
    query = (
        select(t)
        .join_from(s, t, s.c.staff == t.c.id)
        .where(s.c.token == hash_of(token), s.c.stage == HALF_CODE)
        .where(s.c.began <= now, s.c.began > now - CODE_SECONDS, t.c.disabled_at == "")
    )
    row = rows.connection.execute(query).one_or_none() if len(token) == TOKEN_BYTES else None
    return None if row is None else member_of(row)


def second_step(center: Center, token: bytes, code: str, address: str) -> bytes:
    """The token of a whole session for that of half a one. Raises `LoginRefused`."""
    if not tried(center, CODE_RATE, address):
        raise LoginRefused("Có quá nhiều lần thử mã từ máy này.", "Hãy thử lại sau mười phút.")
    now, locked = int(center.clock().timestamp()), 0
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        one = _waiting(center, rows, token)
        if one is None:
            raise LoginRefused("Đã quá năm phút từ lúc nhập mật khẩu.", "Hãy đăng nhập lại từ đầu.")
        find(rows, one.login, lock=True)
        one = _waiting(center, rows, token) or one
        locked = one.locked_until
        if locked <= now:
            kind = factors.taken(center, rows, one, code)
            if kind:
                fresh = _renewed(center, rows, hash_of(token), now)
                record(center, rows, one.id, one.login, "login", kind)
                return fresh
            locked = one_more_failure(center, rows, one, now)
            if locked:
                s = tables.staff_sessions
                rows.execute(delete(s).where(s.c.staff == one.id, s.c.stage == HALF_CODE))
    if locked > now:
        raise locked_words(locked - now)
    raise LoginRefused(
        "Mã chưa đúng hoặc đã dùng rồi.", "Chờ mã mới trên điện thoại rồi nhập; mỗi mã dùng một lần."
    )


def prove_again(center: Center, session: Session, password: str, code: str) -> bytes:
    """Another token for the same session, which is fresh then. One of both is enough: the password, or a
    code where the account has a second factor. Raises `LoginRefused`."""
    one, now = session.member, int(center.clock().timestamp())
    with center.store.snapshot() as ledger:
        query = select(tables.staff.c.verifier).where(tables.staff.c.id == one.id)
        verifier = str(center_rows(ledger).connection.scalar(query) or "")
    right = bool(password) and is_password(password, verifier)
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        one = find(rows, one.login, lock=True) or one
        locked = one.locked_until
        if locked <= now:
            if right or (code and factors.taken(center, rows, one, code)):
                record(center, rows, one.id, one.login, "proved")
                return _renewed(center, rows, session.token_hash, now)
            locked = one_more_failure(center, rows, one, now)
            if locked:
                end_sessions(rows, one.id)
    if locked > now:
        raise locked_words(locked - now)
    raise LoginRefused("Mật khẩu hoặc mã chưa đúng.", "Hãy kiểm tra bộ gõ rồi nhập lại.")


def whole_now(center: Center, session: Session) -> bytes:
    """After the second factor was set up: a whole session under another token, the account's only one."""
    now = int(center.clock().timestamp())
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        end_sessions(rows, session.member.id, but=session.token_hash)
        return _renewed(center, rows, session.token_hash, now)


def _renewed(center: Center, rows: CenterRows, token_hash: bytes, now: int) -> bytes:
    token, s, t = center.entropy(TOKEN_BYTES), tables.staff_sessions, tables.staff
    staff = rows.connection.scalar(select(s.c.staff).where(s.c.token == token_hash))
    values = {"token": hash_of(token), "stage": "", "seen": now, "proved": now}
    rows.execute(update(s).where(s.c.token == token_hash).values(**values))
    rows.execute(update(t).where(t.c.id == staff).values(failures=0, locked_until=0))
    return token


def is_fresh(session: Session, now: int) -> bool:
    """Whether its owner proved who he is just now."""
    return session.proved <= now < session.proved + FRESH_SECONDS
