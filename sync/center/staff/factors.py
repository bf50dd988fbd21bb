"""The second factor of the staff: an authenticator's secret and ten recovery codes, and who must have one.

The secret lies in the database sealed with ChaCha20-Poly1305 under a key made (HKDF-SHA-256) of the center's
own, which lies in the place of secrets: every process of a center has it, a copy of the database has not.
A recovery code holds 120 random bits, of which only the hash is kept; it opens once.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Any, Final

import msgspec
from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from sqlalchemy import delete, func, insert, select, update

from sync.center.staff import totp
from sync.center.staff.accounts import Member, end_sessions
from sync.center.staff.record import record
from sync.center.staff.roles import Role, roles_in, roles_out
from sync.center.store import staff_tables as tables
from sync.center.store.opening import Center
from sync.center.store.rows import CenterRows
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows
from sync.model.moment import day_of, iso_minute

CODES: Final = 10
CODE_BYTES: Final = 15
MOST_DAYS: Final = 365
AUTHENTICATOR, RECOVERY = "authenticator", "recovery"
"""What a code that was right is of."""
_NONCE: Final = 12
_RULE, _ASKED = "second-factor", "second-factor-asked:"


@dataclass(frozen=True, slots=True)
class Rule:
    """Who must have a second factor: these roles, so many days after it was asked for first."""

    roles: frozenset[Role] = frozenset({Role.ADMINISTRATOR})
    days: int = 14


@dataclass(frozen=True, slots=True)
class Factor:
    """An account's second factor: since when (ISO 8601), and how many recovery codes are left."""

    since: str
    codes: int


def rule_of(rows: CenterRows) -> Rule:
    """The center's rule."""
    raw = rows.note(_RULE)
    if raw is None:
        return Rule()
    told = msgspec.json.decode(raw)
    return Rule(roles_in(told["roles"]), int(told["days"]))


def set_rule(center: Center, rule: Rule, by: Member | None = None) -> None:
    """Another rule; it holds from everybody's next log-in. Raises `CenterError`."""
    if not 0 <= rule.days <= MOST_DAYS:
        raise CenterError(f"Số ngày từ 0 đến {MOST_DAYS}.", "0: bắt buộc ngay từ lần đăng nhập sau.")
    told = {"roles": roles_out(rule.roles), "days": rule.days}
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        rows.put_note(_RULE, msgspec.json.encode(told))
        words = ", ".join(one.label for one in Role if one in rule.roles) or "không vai trò nào"
        _note(center, rows, by, "factor-rule", f"{words} – {rule.days} ngày")


def factor_of(rows: CenterRows, staff: int) -> Factor | None:
    """The second factor of an account."""
    f, c = tables.staff_factors.c, tables.staff_codes.c
    since = rows.connection.scalar(select(f.since).where(f.staff == staff))
    if since is None:
        return None
    left = select(func.count()).select_from(tables.staff_codes).where(c.staff == staff, c.used_at == "")
    return Factor(str(since), int(rows.connection.scalar(left) or 0))


def with_factors(rows: CenterRows) -> frozenset[int]:
    """The accounts that have a second factor."""
    return frozenset(rows.connection.execute(select(tables.staff_factors.c.staff)).scalars())


def must_have(rows: CenterRows, one: Member) -> bool:
    """Whether the rule is about this account."""
    return bool(rule_of(rows).roles & one.roles)


def last_day(center: Center, rows: CenterRows, one: Member, *, ask: bool = False) -> date | None:
    """Until when an account may still do without; None when it need not or has one. `ask`: it is told now."""
    rule = rule_of(rows)
    if not rule.roles & one.roles or factor_of(rows, one.id) is not None:
        return None
    key, today = f"{_ASKED}{one.id}", day_of(center.clock())
    raw = rows.note(key)
    if raw is None and ask:
        rows.put_note(key, today.isoformat().encode())
    asked = date.fromisoformat(raw.decode()) if raw else today
    return asked + timedelta(days=rule.days)


def is_overdue(center: Center, rows: CenterRows, one: Member) -> bool:
    """Whether an account must have its second factor before anything else; it is asked for now."""
    until = last_day(center, rows, one, ask=True)
    return until is not None and day_of(center.clock()) >= until


def new_secret(center: Center) -> bytes:
    """A secret to be shown to its owner's telephone."""
    return center.entropy(totp.SECRET_BYTES)


def draft_of(center: Center, one: Member, secret: bytes) -> str:
    """The secret as the form carries it to and fro until a code has proved that the telephone has it."""
    return base64.b64encode(_sealed(center, f"draft {one.id}", secret)).decode()


def secret_in(center: Center, one: Member, draft: str) -> bytes | None:
    """The inverse of `draft_of`; None for anything else."""
    try:
        return _opened(center, f"draft {one.id}", base64.b64decode(draft, validate=True))
    except ValueError:
        return None


def turn_on(center: Center, one: Member, secret: bytes, code: str) -> list[str] | None:
    """Keeps the secret if the code is its own: the recovery codes, shown once; None when it is not.

    A second factor that was there before is replaced, with its codes. Sessions are the caller's affair.
    """
    step = totp.step_of(secret, code, int(center.clock().timestamp()), -1)
    if step is None:
        return None
    t = tables.staff_factors
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        rows.execute(delete(t).where(t.c.staff == one.id))
        values = {
            "staff": one.id,
            "sealed": _sealed(center, str(one.id), secret),
            "since": iso_minute(center.clock()),
            "step": step,
        }
        rows.execute(insert(t), values)
        made = _codes(center, rows, one)
        record(center, rows, one.id, one.login, "factor-on")
    return made


def renew_codes(center: Center, one: Member) -> list[str]:
    """Ten other recovery codes; those from before open nothing any more. Raises `CenterError`."""
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        if factor_of(rows, one.id) is None:
            raise CenterError("Tài khoản chưa bật xác nhận hai bước.", "Hãy bật trước.")
        record(center, rows, one.id, one.login, "factor-codes")
        return _codes(center, rows, one)


def _codes(center: Center, rows: CenterRows, one: Member) -> list[str]:
    t = tables.staff_codes
    rows.execute(delete(t).where(t.c.staff == one.id))
    made = [center.entropy(CODE_BYTES) for _ in range(CODES)]
    for code in made:
        rows.execute(insert(t), {"staff": one.id, "hash": _hash(one, code), "used_at": ""})
    texts = [base64.b32encode(code).decode().lower() for code in made]
    return ["-".join(text[at : at + 4] for at in range(0, len(text), 4)) for text in texts]


def drop(center: Center, rows: CenterRows, one: Member, by: Member | None) -> bool:
    """Takes an account's second factor away and ends its sessions; whether there was one.

    By its owner (`by` the same), by an administrator, or at the machine itself (`by` None).
    """
    had = factor_of(rows, one.id) is not None
    for table in (tables.staff_codes, tables.staff_factors):
        rows.execute(delete(table).where(table.c.staff == one.id))
    rows.put_note(f"{_ASKED}{one.id}", None)  # it is asked for anew, with the same days
    own = by is not None and by.id == one.id
    if had:
        _note(center, rows, by, "factor-off" if own else "factor-reset", one.login)
    if not own:
        end_sessions(rows, one.id)
    return had


def taken(center: Center, rows: CenterRows, one: Member, code: str) -> str:
    """What kind of code this is (`AUTHENTICATOR`, `RECOVERY`), which is used up by that; empty: none of them.

    Inside a transaction that has the account's row locked.
    """
    f = tables.staff_factors
    row = rows.connection.execute(select(f).where(f.c.staff == one.id)).one_or_none()
    if row is None:
        return ""
    plain = "".join(code.split()).replace("-", "")
    if plain.isascii() and plain.isdigit():
        secret = _opened(center, str(one.id), bytes(row.sealed))
        if secret is None:
            raise CenterError(
                "Không mở được khóa xác nhận hai bước của tài khoản.",
                "Hãy nhờ quản trị viên đặt lại xác nhận hai bước.",
            )
        step = totp.step_of(secret, plain, int(center.clock().timestamp()), int(row.step))
        if step is None:
            return ""
        rows.execute(update(f).where(f.c.staff == one.id).values(step=step))
        return AUTHENTICATOR
    return RECOVERY if _used(center, rows, one, plain) else ""


def _used(center: Center, rows: CenterRows, one: Member, plain: str) -> bool:
    try:
        raw = base64.b32decode(plain.upper())
    except ValueError:
        return False
    t = tables.staff_codes
    where = (t.c.staff == one.id, t.c.hash == _hash(one, raw), t.c.used_at == "")
    if rows.connection.scalar(select(t.c.staff).where(*where)) is None:
        return False
    rows.execute(update(t).where(*where).values(used_at=iso_minute(center.clock())))
    record(center, rows, one.id, one.login, "factor-code-used")
    return True


def _hash(one: Member, code: bytes) -> bytes:
    return sha256(b"motcua recovery code\x00%d\x00" % one.id + code).digest()


def _key(center: Center) -> ChaCha20Poly1305:
    made = HKDF(SHA256(), 32, None, b"motcua staff second factor v1").derive(center.keys.secret)
    return ChaCha20Poly1305(made)


def _sealed(center: Center, of: str, secret: bytes) -> bytes:
    nonce = center.entropy(_NONCE)
    return nonce + _key(center).encrypt(nonce, secret, of.encode())


def _opened(center: Center, of: str, sealed: bytes) -> bytes | None:
    if len(sealed) < _NONCE:
        return None
    try:
        return _key(center).decrypt(sealed[:_NONCE], sealed[_NONCE:], of.encode())
    except InvalidTag:
        return None


def _note(center: Center, rows: CenterRows, by: Member | None, act: str, what: str) -> None:
    record(center, rows, by.id if by else 0, by.login if by else "", act, what)


def stated(rule: Rule) -> dict[str, Any]:
    """A rule as the command line prints it."""
    return {"roles": roles_out(rule.roles).split(), "days": rule.days}
