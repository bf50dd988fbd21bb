"""The center's commands about keys of other systems: given out, listed, revoked."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desk_app.cli.center import center, open_center
from desk_app.cli.frame import common, show

if TYPE_CHECKING:
    from sync.center.staff.keys import Key
    from sync.center.store.opening import Center

SCOPES = ("catalogue", "dossiers", "people", "export", "import")


@center.group()
def key() -> None:
    """Khóa để hệ thống khác đọc hoặc gửi hồ sơ qua /api/v1."""


@key.command(name="add")
@common
@click.argument("name")
@click.option("--scope", "scopes", type=click.Choice(SCOPES), multiple=True, required=True, help="Phạm vi.")
@click.option("--unit", default="", help="Mã đơn vị, kể cả cấp dưới; để trống: toàn trung tâm.")
@click.option("--days", type=int, default=365, show_default=True, help="Số ngày khóa còn dùng được.")
@click.option("--per-minute", type=int, default=300, show_default=True, help="Số lượt gọi mỗi phút.")
def key_add(
    data: Path, as_json: bool, name: str, scopes: tuple[str, ...], unit: str, days: int, per_minute: int
) -> None:
    """Cấp khóa cho hệ thống NAME; khóa chỉ hiện một lần."""
    from sync.center.staff.keys import KeyScope, WantedKey, add_key

    code = "".join(unit.split()).upper()
    wanted = WantedKey(name, frozenset(KeyScope(one) for one in scopes), code, days, per_minute)
    with open_center(data) as opened:
        added, secret = add_key(opened, wanted)
        said = {**_said(opened, added), "key": secret}
    words = f"{_line(said)}\nKhóa (chỉ hiện lần này, hãy giữ kín): {secret}"
    show(said, as_json, lambda: words)


@key.command(name="list")
@common
def key_list(data: Path, as_json: bool) -> None:
    """Mọi khóa đã cấp, mới nhất trước; không hiện nội dung khóa."""
    from sync.center.staff.keys import keys

    with open_center(data) as opened:
        found = [_said(opened, one) for one in keys(opened)]
    show(found, as_json, lambda: "\n".join(map(_line, found)) or "Chưa cấp khóa nào.")


@key.command(name="revoke")
@common
@click.argument("number", type=int)
def key_revoke(data: Path, as_json: bool, number: int) -> None:
    """Thu hồi khóa số NUMBER ngay."""
    from sync.center.staff.keys import revoke_key

    with open_center(data) as opened:
        said = _said(opened, revoke_key(opened, number))
    show(said, as_json, lambda: _line(said))


def _said(opened: Center, one: Key) -> dict[str, Any]:
    from sync.center.staff.keys import last_day

    return {
        "id": one.id,
        "name": one.name,
        "scopes": [scope for scope in SCOPES if scope in one.scopes],
        "unit": one.unit,
        "per_minute": one.per_minute,
        "expires": last_day(one),
        "used": one.used_at,
        "active": one.active(int(opened.clock().timestamp())),
    }


def _line(said: dict[str, Any]) -> str:
    state = f"đến {said['expires']}" if said["active"] else "không còn dùng được"
    unit = said["unit"] or "toàn trung tâm"
    used = f"gọi gần nhất {said['used']}" if said["used"] else "chưa gọi lần nào"
    return f"{said['id']}  {said['name']}  {', '.join(said['scopes'])}  {unit}  {state}  {used}"
