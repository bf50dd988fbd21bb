"""Staff accounts: named people with roles, for the whole center or for one unit and those below it.

A log-in name never changes and is never used again: acts name it for ever. Nobody but its owner knows a
password; who loses it gets a link (`sync.center.staff.links`).
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any

from sqlalchemy import delete, insert, select, update

from sync.acts.mistakes import Mistake
from sync.center.staff.record import record
from sync.center.staff.roles import Role, roles_in, roles_out
from sync.center.store import staff_tables as tables
from sync.center.store.opening import Center
from sync.center.store.rows import CenterRows
from sync.center.store.trouble import CenterError
from sync.center.units.tree import center_rows, read_units
from sync.model.moment import iso_minute
from sync.model.text import TextRefused, nfc_line

LOGIN = re.compile(r"[a-z][a-z0-9._-]{2,39}\Z")
MAX_NAME = 100


@dataclass(frozen=True, slots=True)
class Member:
    """One of the staff. `unit` empty: the whole center; `changed` counts the changes of the account."""

    id: int
    login: str
    name: str
    roles: frozenset[Role]
    unit: str
    has_password: bool
    locked_until: int
    disabled_at: str
    created_at: str
    changed: int

    @property
    def active(self) -> bool:
        """Whether the account may be used."""
        return not self.disabled_at


@dataclass(frozen=True, slots=True)
class Wanted:
    """An account as a form asks for it."""

    login: str
    name: str
    roles: frozenset[Role]
    unit: str = ""


class AccountRefused(CenterError):
    """An account that cannot be as asked; `mistakes` say which field and why."""

    def __init__(self, *mistakes: Mistake) -> None:
        super().__init__(mistakes[0].message)
        self.mistakes = mistakes


class AccountChanged(CenterError):
    """Somebody else changed the account meanwhile."""

    def __init__(self) -> None:
        super().__init__(
            "Người khác vừa sửa tài khoản này.", "Nội dung mới hiện bên dưới; hãy xem lại rồi lưu lần nữa."
        )


def member_of(row: Any) -> Member:
    """A row of `staff`."""
    return Member(
        int(row.id),
        row.login,
        row.name,
        roles_in(row.roles),
        row.unit,
        bool(row.verifier),
        int(row.locked_until),
        row.disabled_at,
        row.created_at,
        int(row.changed),
    )


def members(center: Center) -> list[Member]:
    """Every account, by name."""
    with center.store.snapshot() as ledger:
        rows = center_rows(ledger)
        found = [member_of(row) for row in rows.connection.execute(select(tables.staff))]
    return sorted(found, key=lambda one: (not one.active, one.name, one.login))


def member(center: Center, login: str) -> Member | None:
    """The account of that log-in name."""
    with center.store.snapshot() as ledger:
        return find(center_rows(ledger), login)


def find(rows: CenterRows, login: str, *, lock: bool = False) -> Member | None:
    """`member` inside an open transaction; `lock`: nobody else writes it until that ends."""
    query = select(tables.staff).where(tables.staff.c.login == login.strip().lower())
    if lock:
        query = query.with_for_update()
    row = rows.connection.execute(query).one_or_none()
    return None if row is None else member_of(row)


def add_member(center: Center, rows: CenterRows, wanted: Wanted, by: Member | None = None) -> Member:
    """A new account, which has no password yet. Raises `AccountRefused`."""
    clean = _checked(rows, wanted)
    if find(rows, clean.login) is not None:
        raise AccountRefused(Mistake("login", f"Tên đăng nhập “{clean.login}” đã có người dùng."))
    values = {
        "login": clean.login,
        "name": clean.name,
        "roles": roles_out(clean.roles),
        "unit": clean.unit,
        "verifier": "",
        "failures": 0,
        "locked_until": 0,
        "disabled_at": "",
        "created_at": iso_minute(center.clock()),
        "changed": 0,
    }
    rows.execute(insert(tables.staff), values)
    added = find(rows, clean.login)
    assert added is not None
    _note(center, rows, by, added, "staff-added", _named(clean))
    return added


def change_member(center: Center, rows: CenterRows, wanted: Wanted, seen: int, by: Member) -> Member:
    """Another name, roles or unit. Raises `AccountRefused`, and `AccountChanged` when `seen` is stale."""
    before = _current(center, rows, wanted.login, seen)
    clean = _checked(rows, wanted)
    if Role.ADMINISTRATOR in before.roles and Role.ADMINISTRATOR not in clean.roles:
        _keep_an_administrator(rows, before)
    _save(rows, before, name=clean.name, roles=roles_out(clean.roles), unit=clean.unit)
    if clean.roles != before.roles or clean.unit != before.unit:
        end_sessions(rows, before.id)  # what was open was opened with other rights
    _note(center, rows, by, before, "staff-changed", _named(clean))
    return _again(rows, before)


def follow_unit(center: Center, rows: CenterRows, old: str, new: str, by: Member | None = None) -> int:
    """Moves every account of a unit that goes on in another to that one, inside an open transaction; how
    many. Their sessions end: what was open was opened with another scope."""
    rows.lock(center.channel)
    found = rows.connection.execute(select(tables.staff).where(tables.staff.c.unit == old)).all()
    for row in found:
        one = member_of(row)
        _save(rows, one, unit=new)
        end_sessions(rows, one.id)
        _note(center, rows, by, one, "staff-changed", f"– {old} → {new}")
    return len(found)


def disable(center: Center, rows: CenterRows, login: str, seen: int, by: Member) -> Member:
    """Ends an account's use at once; it stays known. Raises `CenterError` for the last administrator."""
    before = _current(center, rows, login, seen)
    if before.id == by.id:
        raise CenterError("Không tự ngừng được tài khoản của chính mình.", "Nhờ quản trị viên khác làm.")
    _keep_an_administrator(rows, before)
    _save(rows, before, disabled_at=iso_minute(center.clock()))
    end_sessions(rows, before.id)
    rows.execute(delete(tables.staff_links).where(tables.staff_links.c.staff == before.id))
    _note(center, rows, by, before, "staff-disabled")
    return _again(rows, before)


def enable(center: Center, rows: CenterRows, login: str, seen: int, by: Member) -> Member:
    """The account may be used again, with its password."""
    before = _current(center, rows, login, seen)
    _save(rows, before, disabled_at="", failures=0, locked_until=0)
    _note(center, rows, by, before, "staff-enabled")
    return _again(rows, before)


def end_sessions(rows: CenterRows, staff: int, but: bytes | None = None) -> None:
    """Ends every session of an account (`but` the one of that token's hash)."""
    t = tables.staff_sessions.c
    query = delete(tables.staff_sessions).where(t.staff == staff)
    rows.execute(query if but is None else query.where(t.token != but))


def _current(center: Center, rows: CenterRows, login: str, seen: int) -> Member:
    rows.lock(center.channel)  # one administrator after the other, also from several processes
    before = find(rows, login)
    if before is None:
        raise CenterError("Không có tài khoản này.", "Xem lại danh sách tài khoản.")
    if before.changed != seen:
        raise AccountChanged
    return before


def _again(rows: CenterRows, before: Member) -> Member:
    after = find(rows, before.login)
    assert after is not None
    return after


def _save(rows: CenterRows, before: Member, **values: str | int) -> None:
    t = tables.staff.c
    rows.execute(update(tables.staff).where(t.id == before.id).values(**values, changed=before.changed + 1))


def _keep_an_administrator(rows: CenterRows, leaving: Member) -> None:
    if not leaving.active or Role.ADMINISTRATOR not in leaving.roles:
        return
    others = [member_of(row) for row in rows.connection.execute(select(tables.staff))]
    if not any(one.active and one.id != leaving.id and Role.ADMINISTRATOR in one.roles for one in others):
        raise AccountRefused(
            Mistake("roles", "Đây là quản trị viên duy nhất; hãy giao quyền quản trị cho người khác trước.")
        )


def _checked(rows: CenterRows, wanted: Wanted) -> Wanted:
    mistakes: list[Mistake] = []
    login = wanted.login.strip().lower()
    if not LOGIN.match(login):
        mistakes.append(
            Mistake("login", "Tên đăng nhập gồm 3–40 chữ thường không dấu, số, dấu . _ -; bắt đầu bằng chữ.")
        )
    try:
        name = nfc_line(wanted.name)
    except TextRefused as error:
        name = ""
        mistakes.append(Mistake("name", f"{error.title}. {error.advice}"))
    else:
        if not 2 <= len(name) <= MAX_NAME:
            mistakes.append(Mistake("name", f"Ghi họ và tên, từ 2 đến {MAX_NAME} ký tự."))
    if not wanted.roles:
        mistakes.append(Mistake("roles", "Chọn ít nhất một vai trò."))
    unit = "".join(wanted.unit.split()).upper()
    mistakes += _unit_mistakes(rows, unit, wanted.roles)
    if mistakes:
        raise AccountRefused(*mistakes)
    return Wanted(login, name, wanted.roles, unit)


def _unit_mistakes(rows: CenterRows, unit: str, roles: Collection[Role]) -> list[Mistake]:
    if not unit:
        return []
    if Role.ADMINISTRATOR in roles:
        return [Mistake("unit", "Quản trị viên thuộc toàn trung tâm; để trống đơn vị.")]
    known = {one.code: one for one in read_units(rows)}
    if unit not in known:
        return [Mistake("unit", f"Chưa có đơn vị {unit}.")]
    if known[unit].successor:
        return [Mistake("unit", f"Đơn vị này đã sáp nhập vào {known[unit].successor}.")]
    return []


def _named(wanted: Wanted) -> str:
    roles = ", ".join(one.label for one in Role if one in wanted.roles)
    return f"– {roles}" + (f" – {wanted.unit}" if wanted.unit else "")


def _note(center: Center, rows: CenterRows, by: Member | None, one: Member, act: str, more: str = "") -> None:
    """Without `by` it was done at the machine itself, with its command line."""
    what = f"{one.login} {more}".strip()
    record(center, rows, by.id if by else 0, by.login if by else "", act, what)
