"""The center's commands about units and what goes on between them."""

from __future__ import annotations

from pathlib import Path

import click

from desk_app.cli.center import center, open_center
from desk_app.cli.frame import common, officer_option, show
from sync.model.dossier import Officer


@center.group()
def unit() -> None:
    """Cây đơn vị của trung tâm: thêm, xem, đổi tên, sáp nhập, chia tách, lịch sử."""


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

    Tài khoản cán bộ của đơn vị cũ chuyển theo.
    """
    from sync.center.staff.accounts import follow_unit
    from sync.center.units.merging import merge_units
    from sync.center.units.tree import center_rows

    with open_center(data) as opened:
        done = merge_units(opened, codes, into, name)
        with opened.store.transaction() as ledger:
            for one in done.old:
                follow_unit(opened, center_rows(ledger), one.code, done.unit.code)
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


@unit.command(name="rename")
@common
@click.argument("code")
@click.argument("name")
def unit_rename(data: Path, as_json: bool, code: str, name: str) -> None:
    """Đổi tên đơn vị CODE thành NAME; mã, hồ sơ và phiếu giữ nguyên."""
    from sync.center.store.trouble import CenterError
    from sync.center.units.tree import add_unit, checked_code
    from sync.center.units.tree import units as all_units

    with open_center(data) as opened:
        wanted = checked_code(code)
        if wanted not in {one.code for one in all_units(opened)}:
            raise CenterError(f"Chưa có đơn vị {wanted}.", "Xem lại mã bằng “motcua center unit list”.")
        named = add_unit(opened, wanted, name)
    show({"code": named.code, "name": named.name}, as_json, lambda: f"{named.code}: nay là {named.name}.")


@unit.command(name="split")
@common
@click.argument("code")
@click.option("--into", "parts", multiple=True, required=True, metavar="MÃ=TÊN", help="Đơn vị được tách ra.")
@click.option("--keeper", default="", help="Mã đơn vị nhận cả sổ; để trống: đơn vị cũ còn hoạt động, giữ sổ.")
def unit_split(data: Path, as_json: bool, code: str, parts: tuple[str, ...], keeper: str) -> None:
    """Tách đơn vị CODE: một phần thành đơn vị khác; sổ hồ sơ cũ không chia đôi.

    Hồ sơ đang giải quyết của phần tách ra thì chuyển bằng “center forward” hoặc trong trang web.
    """
    from sync.center.staff.accounts import follow_unit
    from sync.center.units.splitting import split_unit
    from sync.center.units.tree import center_rows

    wanted = {one.partition("=")[0]: one.partition("=")[2] for one in parts}
    with open_center(data) as opened:
        done = split_unit(opened, code, wanted, keeper)
        if done.old.successor:
            with opened.store.transaction() as ledger:
                follow_unit(opened, center_rows(ledger), done.old.code, done.old.successor)
    value = {
        "code": done.old.code,
        "parts": [one.code for one in done.parts],
        "into": done.old.successor,
        "recertified": done.nodes,
    }
    names = ", ".join(f"{one.name} ({one.code})" for one in done.parts)
    kept = f"sổ hồ sơ do {done.old.successor or done.old.code} giữ"
    show(value, as_json, lambda: f"{done.old.name} đã tách ra {names}; {kept}.")


@unit.command(name="history")
@common
@click.argument("code")
def unit_history(data: Path, as_json: bool, code: str) -> None:
    """Thành lập, đổi tên, chuyển cấp trên, chia tách, sáp nhập của đơn vị CODE; mới nhất trước."""
    from sync.center.units.history import history_of, told_units
    from sync.center.units.tree import center_rows, checked_code

    with open_center(data) as opened, opened.store.snapshot() as ledger:
        turns = history_of(told_units(opened, center_rows(ledger)), checked_code(code))
    value = [{"at": one.at.isoformat() if one.at else "", "words": one.words} for one in turns]
    lines = [f"{one.at:%d/%m/%Y}  {one.words}" if one.at else one.words for one in turns]
    show(value, as_json, lambda: "\n".join(lines) or "Trung tâm chưa ghi thay đổi nào của đơn vị này.")


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
