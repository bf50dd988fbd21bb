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
    from desk_app.operations.desk import Desk

_FOLDER = click.Path(path_type=Path)


@motcua.command()
@common
@click.option("--to", "place", type=_FOLDER, help="Nơi sao lưu: ổ đĩa thứ hai hoặc USB.")
@click.option("--remember", is_flag=True, help="Cùng --to: từ nay tự động sao lưu ra đó.")
@click.option("--list", "listed", is_flag=True, help="Các bản đang có, mới nhất trước.")
@click.option("--code", "printed", is_flag=True, help="Tạo mã khôi phục để in, dùng khi máy này không còn.")
@click.option(
    "--center",
    "center",
    type=click.Choice(["on", "off"]),
    help="Từ nay gửi (hay thôi gửi) bản mới lên trung tâm.",
)
@click.option("--every", "days", type=click.IntRange(1, 90), help="Cùng --center on: cách nhau mấy ngày.")
@click.option("--send", "sent", is_flag=True, help="Gửi bản mới nhất lên trung tâm ngay.")
@click.option("--fetch", "fetched", type=_FOLDER, help="Tải các bản của đơn vị từ trung tâm về thư mục này.")
@click.option("--behind", is_flag=True, hidden=True, help="Chạy nhường máy, không nói gì: cho cửa sổ gọi.")
@click.option("--key-in", is_flag=True, hidden=True, help="Khóa đến qua đầu vào chuẩn: cho cửa sổ gọi.")
def backup(  # noqa: PLR0913, PLR0917 - one for each option
    data: Path,
    as_json: bool,
    place: Path | None,
    remember: bool,
    listed: bool,
    printed: bool,
    center: str | None,
    days: int | None,
    sent: bool,
    fetched: Path | None,
    behind: bool,
    key_in: bool,
) -> None:
    """Sao lưu quầy, mã hóa và kiểm tra từng bản; không kèm --to: ra mọi nơi đã chọn."""
    from desk_app.operations.backup import back_up, back_up_everywhere, choose_place
    from desk_app.operations.backup_key import make_code
    from desk_app.operations.backup_plan import plan_of, set_plan

    if key_in:
        from desk_app.cli.key_prompt import take_key

        take_key()
    with opened(data) as desk:
        if behind:
            if os.name == "posix":
                os.nice(10)
            back_up_everywhere(desk)  # what went wrong is noted, and the window says it
            return
        if printed:
            code = make_code(desk.paths, key=desk.store.key)
            show({"code": code}, as_json, lambda: _CODE.format(code))
            return
        if center is not None or sent or fetched is not None:
            _at_center(desk, center, days, fetched, as_json)
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


def _at_center(desk: Desk, center: str | None, days: int | None, fetched: Path | None, as_json: bool) -> None:
    """Turns sending to the center on or off, sends now, or fetches."""
    from desk_app.operations import center_copies as copies
    from desk_app.operations.synchronise import ways_to

    plan = copies.center_copy_plan(desk)
    if center is not None:
        plan = replace(plan, on=center == "on", days=days or plan.days)
        copies.set_center_copy(desk, plan)
        value = {"on": plan.on, "days": plan.days, "sent_at": copies.last_sent(desk)}
        words = (
            f"Từ nay gửi lên trung tâm, {plan.days} ngày một lần." if plan.on else "Thôi gửi lên trung tâm."
        )
        show(value, as_json, lambda: words)
        return
    wire = ways_to(desk.settings.center_address, desk.settings.center_pins)[1]
    if fetched is None:
        copies.try_to_send(desk, wire)
        trouble = copies.trouble_of_sending(desk)
        if trouble:
            raise DeskError(trouble)
        at = copies.last_sent(desk)
        show(
            {"sent_at": at},
            as_json,
            lambda: (
                f"Trung tâm có bản gửi lúc {at:%H:%M %d/%m/%Y}." if at else "Chưa gửi hết; lần sau gửi tiếp."
            ),
        )
        return
    fetched.mkdir(parents=True, exist_ok=True)
    folders = [copies.fetch_copy(desk, wire, one, fetched) for one in copies.listed_copies(desk, wire)]
    show(folders, as_json, lambda: "\n".join(map(str, folders)) or "Trung tâm không có bản nào của đơn vị.")


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
