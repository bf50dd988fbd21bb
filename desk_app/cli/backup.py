"""Backups of a desk on the command line: made, listed, proved, restored."""

from __future__ import annotations

import os
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desk_app.cli.frame import clock, common, moment_words, motcua, opened, show
from desk_app.domain.mistakes import DeskError

if TYPE_CHECKING:
    from desk_app.operations.backup import Made
    from desk_app.operations.backup_copies import Copy

_FOLDER = click.Path(path_type=Path)


@motcua.command()
@common
@click.option("--to", "place", type=_FOLDER, help="Nơi sao lưu: ổ đĩa thứ hai hoặc USB.")
@click.option("--remember", is_flag=True, help="Cùng --to: từ nay tự động sao lưu ra đó.")
@click.option("--list", "listed", is_flag=True, help="Các bản đang có, mới nhất trước.")
@click.option("--code", "printed", is_flag=True, help="Tạo mã khôi phục để in, dùng khi máy này không còn.")
@click.option("--behind", is_flag=True, hidden=True, help="Chạy nhường máy, không nói gì: cho cửa sổ gọi.")
def backup(
    data: Path,
    as_json: bool,
    place: Path | None,
    remember: bool,
    listed: bool,
    printed: bool,
    behind: bool,
) -> None:
    """Sao lưu quầy, mã hóa và kiểm tra từng bản; không kèm --to: ra mọi nơi đã chọn."""
    from desk_app.operations.backup import back_up, back_up_everywhere, choose_place
    from desk_app.operations.backup_key import make_code
    from desk_app.operations.backup_plan import plan_of, set_plan

    with opened(data) as desk:
        if behind:
            if os.name == "posix":
                os.nice(10)
            back_up_everywhere(desk)  # what went wrong is noted, and the window says it
            return
        if printed:
            code = make_code(desk.paths)
            show({"code": code}, as_json, lambda: _CODE.format(code))
            return
        plan = plan_of(desk)
        if listed:
            places = [place] if place else [Path(one) for one in plan.places]
            _list(places, as_json)
            return
        if place is None:
            if not plan.places:
                raise DeskError("Chưa chọn nơi sao lưu.", "Thêm --to THƯ_MỤC (ổ đĩa thứ hai hoặc USB).")
            made, troubles = back_up_everywhere(desk)
            _show([*made], as_json)
            if troubles:
                raise troubles[0]
            return
        place = place.resolve()
        choose_place(desk, place)
        if remember and str(place) not in plan.places:
            set_plan(desk, replace(plan, places=(*plan.places, str(place))))
        _show([back_up(desk, place)], as_json)


_CODE = (
    "Mã khôi phục: {0}\nIn hoặc chép tay, bỏ phong bì, cất trong két; mã không được lưu ở đâu khác."
    " Các bản sao lưu tạo từ bây giờ mở được bằng mã này trên máy khác."
)


def _show(made: list[Made], as_json: bool) -> None:
    value = [{**_value(one.copy), "removed": one.removed, "same_disk": one.same_disk} for one in made]

    def lines() -> str:
        said = []
        for one in made:
            held = one.copy.manifest
            line = f"Đã sao lưu và kiểm tra: {held.dossiers} hồ sơ, {held.scans} bản chụp → {one.copy.folder}"
            if held.scans_missing:
                line += f"\nThiếu {len(held.scans_missing)} bản chụp không có trên máy này (xem copy.json)."
            if one.same_disk:
                line += "\nNơi này cùng ổ đĩa với dữ liệu: ổ hỏng là mất cả hai; nên chọn ổ khác."
            said.append(line)
        return "\n".join(said)

    show(value, as_json, lines)


def _value(copy: Copy) -> dict[str, object]:
    held = copy.manifest
    return {
        "folder": copy.folder,
        "made_at": copy.made_at,
        "dossiers": held.dossiers,
        "entries": held.entries,
        "scans": held.scans,
        "scans_missing": list(held.scans_missing),
    }


def _list(places: list[Path], as_json: bool) -> None:
    from desk_app.operations.restoring import found_copies

    copies = [copy for place in places for copy in found_copies(place)]
    show(
        [_value(one) for one in copies],
        as_json,
        lambda: (
            "\n".join(
                f"{moment_words(one.made_at)}  {one.manifest.dossiers} hồ sơ  {one.folder}" for one in copies
            )
            or "Chưa có bản sao lưu nào."
        ),
    )


@motcua.command()
@common
@click.argument("source", type=_FOLDER)
@click.option("--code", default="", help="Mã khôi phục đã in, khi máy này không có khóa của quầy.")
def restore(data: Path, as_json: bool, source: Path, code: str) -> None:
    """Dựng lại quầy từ bản sao lưu ở SOURCE (nơi sao lưu, hoặc một bản); dữ liệu đang có được giữ lại."""
    from desk_app.operations.restoring import restore as restore_desk

    done = restore_desk(data, source.resolve(), clock, code)
    enrolled = done.desk.settings.enrolled
    done.desk.close()
    value = {
        **_value(done.copy),
        "data": data,
        "aside": done.aside,
        "passed": done.passed,
        "scans_missing": done.scans_missing,
        "numbers": done.numbers,
    }
    show(value, as_json, lambda: _restored(value, done.copy.made_at, enrolled))


def _restored(value: dict[str, object], made_at: datetime, enrolled: bool) -> str:
    lines = [f"Đã khôi phục {value['dossiers']} hồ sơ từ bản {made_at:%H:%M %d/%m/%Y}."]
    if value["passed"]:
        lines.append(f"{value['passed']} bản mới hơn bị hỏng nên đã bỏ qua.")
    if value["aside"]:
        lines.append(f"Dữ liệu trước đó được giữ ở {value['aside']}.")
    if value["scans_missing"]:
        lines.append(f"{value['scans_missing']} bản chụp chưa có; sẽ tải lại từ trung tâm khi đồng bộ.")
    if enrolled:
        lines.append("Việc tiếp theo: “motcua sync” để lấy lại những gì ghi sau bản này.")
    if not value["numbers"]:
        lines.append(
            "Quầy chờ trung tâm cấp dải số mới rồi mới tiếp nhận."
            if enrolled
            else "Quầy độc lập: chạy “motcua setup --desk N” với một số quầy chưa dùng để nhận tiếp."
        )
    return "\n".join(lines)


@motcua.command()
@common
@click.argument("file", type=_FOLDER)
@click.option("--to", "to", type=_FOLDER, required=True, help="Thư mục mới cho quầy được cứu.")
def salvage(data: Path, as_json: bool, file: Path, to: Path) -> None:
    """Cứu những gì đọc được từ tệp dữ liệu hỏng FILE (desk.db); tệp đó không bị thay đổi."""
    from desk_app.operations.salvaging import salvage as salvage_desk

    done = salvage_desk(file.resolve(), to.resolve(), clock)
    done.desk.close()
    value = {
        "data": to,
        "dossiers": done.dossiers,
        "lost_tables": done.lost_rows,
        "numbers": done.numbers,
        "journals": [
            {
                "name": one.name,
                "kept": one.kept,
                "missing": [list(pair) for pair in one.missing],
                "beyond": one.beyond,
                "refused": one.refused,
            }
            for one in done.journals
        ],
    }

    def lines() -> str:
        said = [f"Đã cứu {done.dossiers} hồ sơ vào {to}."]
        for one in done.journals:
            gaps = ", ".join(f"{first}–{last}" for first, last in one.missing) or "không"
            said.append(f"Sổ {one.name}: giữ {one.kept} mục, chờ sau chỗ thiếu {one.beyond}; thiếu: {gaps}.")
        said.append("Việc tiếp theo: “motcua sync --data …” để lấy phần thiếu từ trung tâm.")
        return "\n".join(said)

    show(value, as_json, lines)
