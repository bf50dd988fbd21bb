"""The accounts of the unit's officers: made, changed, and never erased.

Each is an entry of kind ``account`` in the unit's channel (`sync.model.accounts`): in force at once at this
desk, at the others with their next exchange. A unit without an account is open, as every unit was before.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from datetime import datetime
from typing import Any

from desk_app.domain.mistakes import DeskError, Mistake
from desk_app.domain.rights import ACCOUNTS, MACHINE, PRESENT, RESET
from desk_app.operations.account_table import accounts_now, fold_held, put_accounts
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.key_wraps import follow_leaving, follow_password
from desk_app.operations.numbers import check_clock, settle_journal
from desk_app.operations.outcome import Changes, Outcome
from desk_app.operations.rights import may, require
from desk_app.operations.writing_rights import proved
from sync.acts.accounts import change_account as changed
from sync.acts.move import Move
from sync.identity.passwords import PasswordRefused, check_password, verifier_of
from sync.journal.ledger import Ledger
from sync.journal.own import Draft
from sync.model.accounts import ADMINISTRATOR, RECEPTION, Account, Accounts
from sync.model.dossier import Officer
from sync.model.moment import day_of
from sync.model.text import fold

_CHANGES = Changes(settings=True, sync=True)
Write = Callable[..., None]
_TO_LOOK = "Xem lại danh sách tài khoản (motcua account list)."


@needs(PRESENT)
def accounts(desk: Desk) -> list[Account]:
    """All accounts, those in use first, by name; without verifiers (`Account.usable` says whether a password
    is set)."""
    found = accounts_now(desk).by_id.values()
    return sorted(found, key=lambda one: (not one.active, fold(one.name), one.login))


@needs(MACHINE)
def accounts_on(desk: Desk) -> bool:
    """Whether one must log in at this desk."""
    return accounts_now(desk).on


@needs(PRESENT)
def account_of(desk: Desk, wanted: str) -> Account:
    """The account of an id or a log-in name. Raises `DeskError`."""
    held = accounts_now(desk)
    found = held.by_id.get(wanted) or held.of_login(wanted)
    if found is None:
        raise DeskError(f"Không có tài khoản “{wanted[:40]}”.", _TO_LOOK)
    return found


@needs(MACHINE)
def first_administrator(desk: Desk, name: str, login: str, password: str) -> Outcome[Account]:
    """Turns accounts on: the unit's first account, with every role but auditor left to be given later.

    The other officers of the desk become accounts by name, with the role reception and no password yet.
    Raises `DeskError` when the unit has accounts already.
    """
    verifier = _verifier(password, login)
    others = [one.name for one in desk.tables.officers() if one.name != name.strip()]

    def make(held: Accounts, write: Write) -> str:
        if held.on:
            raise DeskError("Đơn vị đã có tài khoản.", "Đăng nhập rồi thêm người bằng “motcua account add”.")
        identity = _new_id(desk)
        officer = Officer(identity, name.strip())
        given = held.of_login(login)
        if given is not None:
            raise _doubled(login)
        fields = {"name": name, "login": login, "roles": (RECEPTION, ADMINISTRATOR), "verifier": verifier}
        write(identity, "first", officer, **fields)
        taken = {login.strip().lower(), *(one.login for one in held.by_id.values())}
        for other in others:
            free = _login_for(other, taken)
            taken.add(free)
            write(_new_id(desk), "first", officer, name=other, login=free, roles=(RECEPTION,))
        return identity

    return _write(desk, make)


@needs(ACCOUNTS)
def add_account(
    desk: Desk, name: str, login: str, roles: Collection[str], password: str, by: Officer
) -> Outcome[Account]:
    """A new account; its password is temporary: the officer changes it at the first log-in. Raises
    `DeskError` with the mistakes by field."""
    require(desk, ACCOUNTS)
    verifier = _verifier(password, login)

    def make(held: Accounts, write: Write) -> str:
        if held.of_login(login) is not None:
            raise _doubled(login)
        identity = _new_id(desk)
        fields = {"name": name, "login": login, "roles": roles, "verifier": verifier, "temporary": True}
        write(identity, "added", by, **fields)
        return identity

    return _write(desk, make)


@needs(ACCOUNTS)
def change_account(
    desk: Desk,
    identity: str,
    *,
    by: Officer,
    name: str | None = None,
    roles: Collection[str] | None = None,
    active: bool | None = None,
) -> Outcome[Account]:
    """Another name, other roles, or in use or not. Raises `DeskError`, also for what would leave the unit
    without anybody who administrates."""
    require(desk, ACCOUNTS)

    def make(held: Accounts, write: Write) -> str:
        before = _known(held, identity)
        losing = active is False or (roles is not None and ADMINISTRATOR not in roles)
        if losing and [one.id for one in held.administrators()] == [before.id]:
            raise DeskError(
                "Đây là quản trị viên duy nhất của đơn vị.",
                "Giao vai trò quản trị cho người khác (có mật khẩu) trước.",
            )
        write(before.id, "changed", by, name=name, roles=roles, active=active)
        return before.id

    done = _write(desk, make)
    if active is False:
        follow_leaving(desk, done.value.login)
    return done


@needs(RESET)
def set_password(desk: Desk, identity: str, password: str, by: Officer) -> Outcome[Account]:
    """Another password of somebody else's account, by an administrator or a leader: temporary, so that only
    its owner knows the next one. Raises `DeskError`."""
    from desk_app.operations.login import forget_tries

    require(desk, RESET)
    if desk.session is not None and desk.session.officer.id == identity:
        raise DeskError(
            "Đây là mật khẩu của chính mình.", "Đổi bằng mục Đổi mật khẩu (motcua account password)."
        )
    wanted = _known(accounts_now(desk), identity)
    if ADMINISTRATOR in wanted.roles and not may(desk, ACCOUNTS):
        raise DeskError(
            "Mật khẩu của quản trị viên do một quản trị viên khác hoặc trung tâm đặt lại.",
            "Nhờ quản trị viên khác, hoặc xin mã của trung tâm.",
        )
    done = _new_password(desk, identity, password, by, why="reset", temporary=True)
    forget_tries(desk, done.value.login, by.id)
    return done


@needs(MACHINE)
def change_own_password(desk: Desk, old: str, new: str) -> Outcome[Account]:
    """The password of the one who is logged in, who proves it with the old one. Raises `DeskError`; wrong
    tries count as those of a log-in."""
    from desk_app.operations.login import prove_again, settle_session

    session = prove_again(desk, old)
    if old == new:
        raise DeskError("Mật khẩu mới trùng mật khẩu cũ.", "Chọn mật khẩu khác.")
    identity = session.officer.id
    with proved(identity):
        done = _new_password(desk, identity, new, session.officer, why="password", temporary=False)
    settle_session(desk)
    return done


@needs(MACHINE)
def password_by_code(desk: Desk, identity: str, password: str) -> Outcome[Account]:
    """A new password by the center's word, which the caller has proved. Raises `DeskError`."""
    from desk_app.operations.login import forget_tries

    title = desk.settings.center_title or "Trung tâm"
    center = Officer("center", title)
    before = accounts_now(desk)
    wanted = _known(before, identity)
    if before.administrators() and not wanted.active:
        raise DeskError("Tài khoản này đã ngừng dùng.", "Quản trị viên của đơn vị mở lại được.")
    verifier = _verifier(password, wanted.login)

    def make(held: Accounts, write: Write) -> str:
        fields: dict[str, Any] = {"verifier": verifier, "temporary": False}
        if not held.administrators():
            fields |= {"active": True, "roles": {*wanted.roles, ADMINISTRATOR}}
        write(identity, "code", center, **fields)
        return identity

    with proved(identity):
        done = _write(desk, make)
    forget_tries(desk, wanted.login, identity)
    return done


def _new_password(
    desk: Desk, identity: str, password: str, by: Officer, *, why: str, temporary: bool
) -> Outcome[Account]:
    verifier = _verifier(password, _known(accounts_now(desk), identity).login)

    def make(held: Accounts, write: Write) -> str:
        before = _known(held, identity)
        write(before.id, why, by, verifier=verifier, temporary=temporary)
        return before.id

    done = _write(desk, make)
    follow_password(desk, done.value.login, password)
    return done


def _write(desk: Desk, make: Callable[[Accounts, Write], str]) -> Outcome[Account]:
    """Writes the changes that `make` asks for and puts them in force, in one transaction."""
    with desk.writing() as ledger:
        channel = desk.settings.channel
        held = fold_held(ledger, channel)
        now = desk.clock()
        drafts: list[tuple[Draft, Officer]] = []

        def write(identity: str, why: str, by: Officer, **fields: Any) -> None:
            height = held.heights.get(identity, 0) + 1
            made = changed(identity, height, why, officer=by, now=now, **fields)
            if not isinstance(made, Move):
                raise DeskError(f"Chưa làm được: {made[0].message}", "", made)
            drafts.append((Draft(made.kind, made.body), by))

        identity = make(held, write)
        _append(desk, ledger, drafts, now)
        after = fold_held(ledger, channel)
        put_accounts(ledger, after)
    return Outcome(accounts_now(desk).by_id[identity], _CHANGES)


def _append(desk: Desk, ledger: Ledger, drafts: list[tuple[Draft, Officer]], now: datetime) -> None:
    own = settle_journal(desk, ledger)
    check_clock(desk, ledger, own, drafts[0][1], now, confirmed=False)
    own.append(desk.settings.channel, [draft for draft, _by in drafts], day_of(now).toordinal())


def _verifier(password: str, login: str) -> str:
    try:
        check_password(password, login.strip().lower())
    except PasswordRefused as refused:
        raise DeskError(str(refused), "", (Mistake("password", str(refused)),)) from refused
    return verifier_of(password)


def _known(held: Accounts, identity: str) -> Account:
    found = held.by_id.get(identity)
    if found is None:
        raise DeskError("Tài khoản này không có trong đơn vị.", _TO_LOOK)
    return found


def _doubled(login: str) -> DeskError:
    message = f"Tên đăng nhập “{login.strip().lower()[:40]}” đã có người dùng."
    return DeskError(message, "Chọn tên khác, ví dụ thêm chữ đệm.", (Mistake("login", message),))


def _new_id(desk: Desk) -> str:
    return desk.entropy(8).hex()


def _login_for(name: str, taken: Collection[str]) -> str:
    """A log-in name made of a person's: ``mau.nguyenvan``, and a number where that is taken."""
    words = [
        "".join(letter for letter in word if letter.isascii() and letter.isalnum())
        for word in fold(name).split()
    ]
    words = [word for word in words if word] or ["canbo"]
    base = (words[-1] + ("." + "".join(words[:-1]) if len(words) > 1 else ""))[:36]
    if not base[0].isalpha() or len(base) < 3:
        base = f"cb.{base}"
    found, number = base, 1
    while found in taken:
        number += 1
        found = f"{base}{number}"
    return found
