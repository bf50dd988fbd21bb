"""The center's commands about units and what goes on between them."""

from __future__ import annotations

from pathlib import Path

import click

from desk_app.cli.center import center, open_center
from desk_app.cli.frame import common, officer_option, show
from sync.model.dossier import Officer


@center.group()
def unit() -> None:
    """Cây đơn vị của trung tâm: thêm, xem, sáp nhập."""


@unit.command(name="add")
@common
@click.argument("code")
@click.option("--name", required=True, help="Tên đơn vị.")
@click.option("--parent", help="Mã đơn vị cấp trên.")
def unit_add(data: Path, as_json: bool, code: str, name: str, parent: str | None) -> None:
    """Thêm (hoặc đổi tên) một đơn vị."""
    from sync.center.units.tree import add_unit

    with open_center(data, create=True) as opened:
        added = add_unit(opened, code, name, parent)
    value = {"code": added.code, "name": added.name, "parent": added.parent}
    show(value, as_json, lambda: f"Đã có đơn vị {added.code} – {added.name}.")


@unit.command(name="list")
@common
def unit_list(data: Path, as_json: bool) -> None:
    """Mọi đơn vị, kể cả đơn vị đã sáp nhập."""
    from sync.center.units.tree import units as all_units

    with open_center(data) as opened:
        found = all_units(opened)
    value = [
        {"code": one.code, "name": one.name, "parent": one.parent, "into": one.successor} for one in found
    ]
    lines = [
        f"{one.code}  {one.name}" + (f"  (đã sáp nhập vào {one.successor})" if one.successor else "")
        for one in found
    ]
    show(value, as_json, lambda: "\n".join(lines) or "Chưa có đơn vị nào.")


@unit.command(name="merge")
@common
@click.argument("codes", nargs=-1, required=True, metavar="MÃ_CŨ...")
@click.option("--into", required=True, help="Mã đơn vị mới, hoặc đơn vị nhận sáp nhập.")
@click.option("--name", help="Tên đơn vị mới, khi chưa có trong cây.")
def unit_merge(data: Path, as_json: bool, codes: tuple[str, ...], into: str, name: str | None) -> None:
    """Sáp nhập (hoặc đổi mã) đơn vị: hồ sơ, số và phiếu cũ dùng tiếp ở đơn vị mới.

    Chia tách: sáp nhập vào đơn vị giữ sổ, rồi chuyển hồ sơ của đơn vị khác bằng “center forward”.
    """
    from sync.center.units.merging import merge_units

    with open_center(data) as opened:
        done = merge_units(opened, codes, into, name)
    value = {
        "code": done.unit.code,
        "name": done.unit.name,
        "merged": [one.code for one in done.old],
        "recertified": done.nodes,
    }

    def words() -> str:
        old = ", ".join(f"{one.name} ({one.code})" for one in done.old)
        advice = "Máy quầy của đơn vị cũ làm tiếp được cho đến khi ghi danh lại bằng thư mời của đơn vị mới."
        return f"{old} đã sáp nhập vào {done.unit.name} ({done.unit.code}). {advice}"

    show(value, as_json, words)


# As the group was called before; what was written down then still works.
center.add_command(
    click.Group("units", commands=unit.commands, hidden=True, help="Tên cũ của “center unit”.")
)


@center.command(name="forward")
@common
@officer_option
@click.argument("number")
@click.argument("unit")
@click.option("--note", default="", help="Ghi chú.")
def center_forward(data: Path, as_json: bool, officer: str | None, number: str, unit: str, note: str) -> None:
    """Chuyển một hồ sơ đến đơn vị khác; quầy hai nơi nhận được ở lần đồng bộ sau."""
    from sync.center.work.deciding import forward_dossier

    by = Officer(officer, officer) if officer else None
    with open_center(data) as opened:
        sent = forward_dossier(opened, number, unit, note, officer=by)
    show(sent, as_json, lambda: f"{sent['number']}: đã chuyển đến {unit.upper()}")
