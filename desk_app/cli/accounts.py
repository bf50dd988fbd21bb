"""The unit's accounts: the first one, adding, changing, passwords, and the center's code by telephone."""

from __future__ import annotations

import os
import sys
from base64 import b32encode
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desk_app.cli.frame import common, motcua, officer_option, opened, show
from desk_app.domain.mistakes import DeskError

if TYPE_CHECKING:
    from desk_app.operations.desk import Desk
    from sync.model.accounts import Account

ROLES = ("reception", "processing", "leader", "records", "administrator", "auditor")
_ROLE_WORDS = {
    "reception": "tiếp nhận",
    "processing": "xử lý",
    "leader": "lãnh đạo",
    "records": "văn thư",
    "administrator": "quản trị",
    "auditor": "giám sát",
}
_role = click.option(
    "--role", "roles", type=click.Choice(ROLES), multiple=True, help="Vai trò; ghi nhiều lần được."
)


@motcua.group()
def account() -> None:
    """Tài khoản cán bộ của đơn vị: ai được đăng nhập và làm gì."""


@account.command()
@common
@click.argument("login")
@click.option("--name", required=True, help="Họ và tên của quản trị viên đầu tiên.")
def first(data: Path, as_json: bool, login: str, name: str) -> None:
    """Bật tài khoản cho đơn vị: LOGIN là quản trị viên đầu tiên (mật khẩu: MOTCUA_NEW_PASSWORD hoặc hỏi)."""
    from desk_app.operations.accounts import accounts_on, first_administrator

    with opened(data) as desk:
        if accounts_on(desk):
            raise DeskError("Đơn vị đã có tài khoản.", "Thêm người bằng “motcua account add”.")
        made = first_administrator(desk, name, login, _new_password()).value
    show(_said(made), as_json, lambda: f"Đã bật tài khoản. Quản trị viên: {_line(_said(made))}")


@account.command(name="list")
@common
@officer_option
def account_list(data: Path, as_json: bool, officer: str | None) -> None:
    """Mọi tài khoản, kể cả tài khoản đã ngừng."""
    from desk_app.operations.accounts import accounts
    from desk_app.operations.login import waiting_seconds

    with opened(data) as desk:
        found = [{**_said(one), "wait": waiting_seconds(desk, one.login)} for one in accounts(desk)]
    words = "Chưa có tài khoản nào; bật bằng “motcua account first”."
    show(found, as_json, lambda: "\n".join(map(_line, found)) or words)


@account.command()
@common
@officer_option
@click.argument("login")
@click.option("--name", required=True, help="Họ và tên.")
@_role
def add(
    data: Path, as_json: bool, officer: str | None, login: str, name: str, roles: tuple[str, ...]
) -> None:
    """Thêm tài khoản LOGIN; in mật khẩu tạm, phải đổi ở lần đăng nhập đầu."""
    from desk_app.operations.accounts import add_account
    from desk_app.operations.officers import officer_named

    password = _temporary()
    with opened(data) as desk:
        _refuse_open(desk)
        made = add_account(desk, name, login, roles, password, officer_named(desk, officer)).value
    _show_temporary(made, password, as_json)


@account.command()
@common
@officer_option
@click.argument("login")
@click.option("--name", help="Họ và tên mới.")
@_role
@click.option("--active/--inactive", default=None, help="Dùng tiếp, hoặc ngừng dùng.")
def change(
    data: Path,
    as_json: bool,
    officer: str | None,
    login: str,
    name: str | None,
    roles: tuple[str, ...],
    active: bool | None,
) -> None:
    """Sửa tên, vai trò, hoặc ngừng tài khoản LOGIN."""
    from desk_app.operations.accounts import account_of, change_account
    from desk_app.operations.officers import officer_named

    with opened(data) as desk:
        wanted, by = account_of(desk, login), officer_named(desk, officer)
        made = change_account(desk, wanted.id, name=name, roles=roles or None, active=active, by=by).value
    show(_said(made), as_json, lambda: _line(_said(made)))


@account.command()
@common
@officer_option
@click.argument("login", required=False)
def password(data: Path, as_json: bool, officer: str | None, login: str | None) -> None:
    """Đổi mật khẩu của mình (cũ: MOTCUA_PASSWORD, mới: MOTCUA_NEW_PASSWORD), hoặc đặt mật khẩu tạm."""
    from desk_app.operations.accounts import account_of, change_own_password, set_password

    with opened(data) as desk:
        session = desk.session
        if session is not None and login in (None, session.login):
            made = change_own_password(desk, _password("Mật khẩu hiện tại"), _new_password()).value
            show(_said(made), as_json, lambda: "Đã đổi mật khẩu.")
            return
        given = _temporary()
        if login is None or session is None:
            raise DeskError(
                "Chưa đăng nhập nên không đổi được mật khẩu.", "Thêm --officer TÊN và MOTCUA_PASSWORD."
            )
        made = set_password(desk, account_of(desk, login).id, given, session.officer).value
    _show_temporary(made, given, as_json)


@account.command()
@common
@officer_option
@click.argument("login")
def unlock(data: Path, as_json: bool, officer: str | None, login: str) -> None:
    """Cho LOGIN đăng nhập lại ngay, không phải chờ sau nhiều lần sai mật khẩu."""
    from desk_app.operations.accounts import account_of
    from desk_app.operations.login import end_wait

    with opened(data) as desk:
        found = account_of(desk, login)
        end_wait(desk, found.login)
    show(_said(found), as_json, lambda: f"{found.login} đăng nhập được ngay.")


@account.command()
@common
@click.argument("login")
def ask(data: Path, as_json: bool, login: str) -> None:
    """Quên mật khẩu: in mã hỏi để đọc qua điện thoại cho trung tâm."""
    from desk_app.operations.account_code import ask_center

    with opened(data) as desk:
        question = ask_center(desk, login).value
    words = f"Đọc cho trung tâm: tên đăng nhập “{login}”, mã hỏi {question}"
    show({"login": login, "question": question}, as_json, lambda: words)


@account.command()
@common
@click.argument("login")
@click.argument("code")
def answer(data: Path, as_json: bool, login: str, code: str) -> None:
    """Đặt mật khẩu mới cho LOGIN bằng mã trung tâm đọc (mật khẩu: MOTCUA_NEW_PASSWORD hoặc hỏi)."""
    from desk_app.operations.account_code import answer_center

    with opened(data) as desk:
        made = answer_center(desk, login, code, _new_password()).value
    show(_said(made), as_json, lambda: f"Đã đặt mật khẩu mới cho {made.login}.")


def _password(asked: str, variable: str = "MOTCUA_PASSWORD", *, twice: bool = False) -> str:
    given = os.environ.get(variable, "")
    if given:
        return given
    if not sys.stdin.isatty():
        raise DeskError("Chưa có mật khẩu.", f"Ghi vào biến {variable}, hoặc chạy lệnh ở cửa sổ dòng lệnh.")
    return str(click.prompt(asked, hide_input=True, confirmation_prompt=twice))


def _new_password() -> str:
    return _password("Mật khẩu mới", "MOTCUA_NEW_PASSWORD", twice=True)


def _temporary() -> str:
    """Sixty bits in groups of four, to be read out and typed once."""
    letters = b32encode(os.urandom(8))[:12].decode("ascii").lower()
    return "-".join(letters[at : at + 4] for at in range(0, 12, 4))


def _refuse_open(desk: Desk) -> None:
    from desk_app.operations.accounts import accounts_on

    if not accounts_on(desk):
        raise DeskError(
            "Đơn vị chưa bật tài khoản.", "Lập quản trị viên đầu tiên bằng “motcua account first”."
        )


def _show_temporary(made: Account, given: str, as_json: bool) -> None:
    said = {**_said(made), "temporary_password": given}
    words = f"{_line(said)}\nMật khẩu tạm (chỉ hiện lần này, phải đổi khi đăng nhập): {given}"
    show(said, as_json, lambda: words)


def _said(one: Account) -> dict[str, Any]:
    return {
        "id": one.id,
        "login": one.login,
        "name": one.name,
        "roles": [role for role in ROLES if role in one.roles],
        "active": one.active,
        "has_password": bool(one.verifier),
        "must_change": one.temporary,
    }


def _line(one: dict[str, Any]) -> str:
    roles = ", ".join(_ROLE_WORDS[role] for role in one["roles"])
    line = f"{one['login']}  {one['name']}  {roles}"
    if not one["active"]:
        line += "  ĐÃ NGỪNG"
    elif not one["has_password"]:
        line += "  chưa có mật khẩu"
    elif one["must_change"]:
        line += "  mật khẩu tạm"
    return line + (f"  chờ {one['wait']} giây" if one.get("wait") else "")
