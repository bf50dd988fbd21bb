"""The center's commands about its staff: at the machine itself, also when nobody can log in any more."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desk_app.cli.center import center, open_center
from desk_app.cli.frame import common, show

if TYPE_CHECKING:
    from sync.center.staff.accounts import Member
    from sync.center.store.opening import Center

ROLES = ("reception", "specialist", "leader", "records", "administrator", "auditor")


@center.group()
def staff() -> None:
    """Tài khoản cán bộ dùng trang web của trung tâm."""


@staff.command(name="list")
@common
def staff_list(data: Path, as_json: bool) -> None:
    """Mọi tài khoản, kể cả tài khoản đã ngừng."""
    from sync.center.staff.accounts import members

    with open_center(data) as opened:
        found = [_said(one) for one in members(opened)]
    show(found, as_json, lambda: "\n".join(map(_line, found)) or "Chưa có tài khoản nào.")


@staff.command(name="add")
@common
@click.argument("login")
@click.option("--name", required=True, help="Họ và tên.")
@click.option("--role", "roles", type=click.Choice(ROLES), multiple=True, required=True, help="Vai trò.")
@click.option("--unit", default="", help="Mã đơn vị; để trống: toàn trung tâm.")
def staff_add(data: Path, as_json: bool, login: str, name: str, roles: tuple[str, ...], unit: str) -> None:
    """Thêm một tài khoản; in liên kết một lần để người đó tự đặt mật khẩu."""
    from sync.center.staff.accounts import Wanted, add_member
    from sync.center.staff.links import link_for
    from sync.center.staff.roles import Role
    from sync.center.units.tree import center_rows

    wanted = Wanted(login, name, frozenset(Role(one) for one in roles), unit)
    with open_center(data) as opened:
        with opened.store.transaction() as ledger:
            rows = center_rows(ledger)
            added = add_member(opened, rows, wanted)
            path = link_for(opened, rows, added)
        link = _address(opened) + path
    _show_link(_said(added), link, as_json)


@staff.command(name="reset")
@common
@click.option("--keep-factor", is_flag=True, help="Giữ xác nhận hai bước; chỉ đặt lại mật khẩu.")
@click.argument("login")
def staff_reset(data: Path, as_json: bool, login: str, keep_factor: bool) -> None:
    """Cấp liên kết một lần để đặt lại mật khẩu và bỏ xác nhận hai bước, khi không ai vào được.

    Mọi phiên của tài khoản kết thúc; việc này ghi vào nhật ký của trung tâm.
    """
    from sync.center.staff.resetting import reset
    from sync.center.store.log import logging_to

    with open_center(data) as opened, logging_to(sys.stderr):
        one, path = reset(opened, login, keep_factor=keep_factor)
        link = _address(opened) + path
    _show_link(_said(one), link, as_json)


@staff.command(name="two-factor")
@common
@click.option("--role", "roles", type=click.Choice(ROLES), multiple=True, help="Vai trò bắt buộc.")
@click.option("--days", type=click.IntRange(0, 365), help="Số ngày để bật, kể từ lần được nhắc đầu tiên.")
@click.option("--nobody", is_flag=True, help="Không vai trò nào bắt buộc.")
def staff_two_factor(
    data: Path, as_json: bool, roles: tuple[str, ...], days: int | None, nobody: bool
) -> None:
    """Xem hoặc đặt ai phải có xác nhận hai bước."""
    from sync.center.staff.factors import Rule, rule_of, set_rule, stated
    from sync.center.staff.roles import Role
    from sync.center.units.tree import center_rows

    if roles and nobody:
        raise click.UsageError("--nobody không đi cùng --role.")
    with open_center(data) as opened:
        with opened.store.snapshot() as ledger:
            rule = rule_of(center_rows(ledger))
        if roles or nobody or days is not None:
            chosen = frozenset(Role(one) for one in roles) if roles or nobody else rule.roles
            rule = Rule(chosen, rule.days if days is None else days)
            set_rule(opened, rule)
    words = ", ".join(one.label for one in Role if one in rule.roles) or "không vai trò nào"
    show(stated(rule), as_json, lambda: f"Bắt buộc: {words}; trong {rule.days} ngày từ lần nhắc đầu tiên.")


def _address(opened: Center) -> str:
    """Where the center was last served."""
    from sync.center.units.invitations import ADDRESS

    with opened.store.snapshot() as ledger:
        return (ledger.rows.note(ADDRESS) or b"").decode()


def _show_link(said: dict[str, Any], link: str, as_json: bool) -> None:
    words = (
        f"Tài khoản {said['login']} – {said['name']}. Liên kết đặt mật khẩu (một lần, hết hạn sau 72 giờ):"
    )
    show({**said, "link": link}, as_json, lambda: f"{words}\n{link}")


def _said(one: Member) -> dict[str, Any]:
    return {
        "login": one.login,
        "name": one.name,
        "roles": [role for role in ROLES if role in one.roles],
        "unit": one.unit,
        "active": one.active,
        "has_password": one.has_password,
    }


def _line(said: dict[str, Any]) -> str:
    state = "" if said["active"] else "  (đã ngừng)"
    return f"{said['login']}  {said['name']}  {', '.join(said['roles'])}  {said['unit']}{state}".rstrip()


@center.command(name="account-code")
@common
@click.argument("question", metavar="MÃ_HỎI")
@click.option("--login", required=True, help="Tên đăng nhập của cán bộ xã xin mã.")
@click.option("--by", required=True, help="Họ tên người quyết định, sau khi biết chắc ai đang gọi.")
def center_account_code(data: Path, as_json: bool, question: str, login: str, by: str) -> None:
    """Mã đọc qua điện thoại để cán bộ xã quên mật khẩu đặt mật khẩu mới tại máy đang hỏi."""
    from sync.center.units.account_codes import account_code

    with open_center(data) as opened:
        made = account_code(opened, question, login, by)
    said = {"unit": made.unit, "desk": made.desk, "login": made.login, "code": made.code}
    words = f"{made.unit}, quầy {made.desk}, {made.login}\nĐọc mã: {made.code}"
    show(said, as_json, lambda: words)
