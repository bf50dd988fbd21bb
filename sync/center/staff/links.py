"""Links that work once: to become the first administrator, and to choose a password.

A link holds 160 random bits, of which only the hash is kept; it expires. Following one shows a form and
uses nothing up: only the form does.
"""

from __future__ import annotations

import base64
from dataclasses import dataclass
from hashlib import sha256
from typing import Final

from sqlalchemy import delete, func, insert, select

from sync.acts.mistakes import Mistake
from sync.center.staff.accounts import (
    AccountRefused,
    Member,
    Wanted,
    add_member,
    end_sessions,
    member_of,
)
from sync.center.staff.record import record
from sync.center.staff.roles import Role
from sync.center.staff.sessions import set_verifier
from sync.center.store import staff_tables as tables
from sync.center.store.opening import Center
from sync.center.store.rows import CenterRows
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows
from sync.identity.passwords import PasswordRefused, check_password, verifier_of

PATH: Final = "/lien-ket/"
FIRST_SECONDS: Final = 24 * 3600
LINK_SECONDS: Final = 72 * 3600
_CODE_BYTES: Final = 20
_FIRST = 0


@dataclass(frozen=True, slots=True)
class Link:
    """What a link is for: `member` chooses a password; None: the first administrator is made."""

    code_hash: bytes
    member: Member | None


class LinkOver(CenterError):
    """Used, expired, or never given."""

    status = 410

    def __init__(self) -> None:
        super().__init__(
            "Liên kết này đã dùng hoặc đã hết hạn.",
            "Hãy xin quản trị viên liên kết mới; ở máy chủ: “motcua center staff reset”.",
        )


def first_link(center: Center) -> str | None:
    """The path of a new link to the first administrator's form; None when there is an administrator."""
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        if has_administrator(rows):
            return None
        return _new(center, rows, _FIRST, FIRST_SECONDS)


def has_administrator(rows: CenterRows) -> bool:
    """Whether somebody can administrate."""
    active = select(tables.staff).where(tables.staff.c.disabled_at == "", tables.staff.c.verifier != "")
    return any(Role.ADMINISTRATOR in member_of(row).roles for row in rows.connection.execute(active))


def link_for(center: Center, rows: CenterRows, one: Member, by: Member | None = None) -> str:
    """The path of a link by which `one` chooses a password; earlier ones of the account no longer work."""
    if not one.active:
        raise CenterError("Tài khoản này đã ngừng dùng.", "Hãy cho dùng lại tài khoản trước.")
    rows.execute(delete(tables.staff_links).where(tables.staff_links.c.staff == one.id))
    record(center, rows, by.id if by else 0, by.login if by else "", "link", one.login)
    return _new(center, rows, one.id, LINK_SECONDS)


def _new(center: Center, rows: CenterRows, staff: int, seconds: int) -> str:
    code = center.entropy(_CODE_BYTES)
    now = int(center.clock().timestamp())
    rows.execute(delete(tables.staff_links).where(tables.staff_links.c.expires < now))
    values = {"code": _hash(code), "staff": staff, "expires": now + seconds}
    rows.execute(insert(tables.staff_links), values)
    return PATH + base64.b32encode(code).decode().lower()


def _hash(code: bytes) -> bytes:
    return sha256(b"motcua link\x00" + code).digest()


def link_of(center: Center, text: str) -> Link:
    """What the end of a link's path stands for. Raises `LinkOver`."""
    with center.store.snapshot() as ledger:
        return _read(center, center_rows(ledger), text)


def _read(center: Center, rows: CenterRows, text: str) -> Link:
    try:
        code = base64.b32decode(text.strip().upper())
    except ValueError as error:
        raise LinkOver from error
    hashed, t = _hash(code), tables.staff_links.c
    row = rows.connection.execute(
        select(t.staff, t.expires).where(t.code == hashed, t.expires > int(center.clock().timestamp()))
    ).one_or_none()
    if row is None:
        raise LinkOver
    if row.staff == _FIRST:
        if has_administrator(rows):
            raise LinkOver
        return Link(hashed, None)
    found = rows.connection.execute(select(tables.staff).where(tables.staff.c.id == row.staff)).one()
    if found.disabled_at:
        raise LinkOver
    return Link(hashed, member_of(found))


def make_first(center: Center, text: str, login: str, name: str, password: str) -> Member:
    """Uses the link up: the first administrator. Raises `LinkOver`, `AccountRefused`."""
    wanted = Wanted(login, name, frozenset({Role.ADMINISTRATOR}))
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        rows.lock(center.channel)  # of two that follow two links at once, one is the first
        if _read(center, rows, text).member is not None:
            raise LinkOver
        one = add_member(center, rows, wanted)
        set_verifier(center, rows, one, _verifier(center, password, one.login))
        record(center, rows, one.id, one.login, "first-administrator")
        rows.execute(delete(tables.staff_links).where(tables.staff_links.c.staff == _FIRST))
        return one


def choose_password(center: Center, text: str, password: str) -> Member:
    """Uses the link up: the account's new password; its sessions end. Raises `LinkOver`, `AccountRefused`."""
    one = link_of(center, text).member
    if one is None:
        raise LinkOver
    made = _verifier(center, password, one.login)
    with center.store.transaction() as ledger:
        rows = center_rows(ledger)
        rows.lock(center.channel)
        link = _read(center, rows, text)
        rows.execute(delete(tables.staff_links).where(tables.staff_links.c.code == link.code_hash))
        set_verifier(center, rows, one, made)
        end_sessions(rows, one.id)
        return one


def _verifier(center: Center, password: str, login: str) -> str:
    try:
        check_password(password, login)
    except PasswordRefused as error:
        raise AccountRefused(Mistake("password", str(error))) from error
    return verifier_of(password, center.entropy)


def pending(rows: CenterRows) -> int:
    """How many links wait to be followed."""
    return int(rows.connection.scalar(select(func.count()).select_from(tables.staff_links)) or 0)
