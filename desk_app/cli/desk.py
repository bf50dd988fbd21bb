"""Setting up a desk and its officers."""

from __future__ import annotations

from datetime import time
from pathlib import Path

import click

from desk_app.cli.frame import clock, common, data_folder, motcua, opened, show
from desk_app.domain.mistakes import DeskError


def _time(_context: click.Context, _parameter: click.Parameter, value: str | None) -> time | None:
    if not value:
        return None
    try:
        return time.fromisoformat(value)
    except ValueError as error:
        raise click.BadParameter("giờ phải viết như 15:00") from error


cutoff_option = click.option(
    "--cutoff", callback=_time, help="Giờ chốt trong ngày, ví dụ 15:00 (cách tính P2)."
)


@motcua.command()
@common
@click.option("--unit", required=True, help="Mã định danh đơn vị, ví dụ H15.50.05.13.")
@click.option("--name", required=True, help="Tên đơn vị in trên phiếu.")
@click.option("--desk", "number", type=int, default=1, show_default=True, help="Số quầy của máy này (1–6).")
@click.option("--officer", default="Cán bộ tiếp nhận", show_default=True, help="Tên cán bộ đầu tiên.")
@click.option("--upstream-title", default="", help="Cơ quan cấp trên in trên phiếu.")
@click.option("--place", default="", help="Địa danh trong dòng ngày tháng.")
@click.option("--address", default="", help="Địa chỉ trụ sở.")
@click.option("--phone", default="", help="Điện thoại của quầy.")
@click.option(
    "--policy",
    type=click.Choice(["P1", "P2", "P3"]),
    default="P1",
    show_default=True,
    help="Cách tính thời hạn.",
)
@cutoff_option
def setup(  # noqa: PLR0913, PLR0917 - one for each option
    data: Path,
    as_json: bool,
    unit: str,
    name: str,
    number: int,
    officer: str,
    upstream_title: str,
    place: str,
    address: str,
    phone: str,
    policy: str,
    cutoff: time | None,
) -> None:
    """Lập quầy của một xã chưa nối với trung tâm."""
    from desk_app.operations.desk import set_up
    from desk_app.operations.first_start import finish

    desk = set_up(
        data,
        unit=unit,
        name=name,
        clock=clock,
        desk=number,
        officer=officer,
        upstream_title=upstream_title,
        place=place,
        address=address,
        phone=phone,
        policy=policy,
        cutoff=cutoff,
    )
    settings = desk.settings
    desk.close()
    finish(data)
    value = {"unit": settings.unit, "name": settings.unit_name, "desk": settings.desk, "data": data}
    show(value, as_json, lambda: f"Đã lập quầy {settings.desk} của {settings.unit_name} ({settings.unit}).")


@motcua.command("desk")
@click.option(
    "--data",
    type=click.Path(path_type=Path),
    callback=data_folder,
    help="Thư mục dữ liệu (hoặc MOTCUA_DATA).",
)
@click.option("--training", is_flag=True, help="Quầy để tập: dữ liệu riêng, giấy in có chữ MẪU.")
@click.option("--reset", is_flag=True, help="Cùng --training: xóa dữ liệu tập, làm lại từ đầu.")
@click.pass_context
def desk_window(context: click.Context, data: Path, training: bool, reset: bool) -> None:
    """Mở cửa sổ làm việc; thư mục trống thì hỏi để lập quầy."""
    if reset and not training:
        raise click.UsageError("--reset chỉ dùng cùng --training.")
    from desk_app.main import Training, run_window

    context.exit(run_window(data, Training(reset) if training else None))


@motcua.command()
@common
@click.option("--add", "name", help="Thêm một cán bộ.")
def officers(data: Path, as_json: bool, name: str | None) -> None:
    """Danh sách cán bộ của quầy."""
    from desk_app.operations.officers import add_officer
    from desk_app.operations.officers import officers as listed

    with opened(data) as desk:
        if name is not None:
            add_officer(desk, name)
        found = listed(desk)
    value = [{"id": one.id, "name": one.name} for one in found]
    show(value, as_json, lambda: "\n".join(f"{one.id}  {one.name}" for one in found))


@motcua.command()
@common
@click.option(
    "--sheet", default="", help="Phiếu chốt sổ đã in: một dòng đầu sổ gõ lại, hoặc tệp ảnh của phiếu."
)
def verify(data: Path, as_json: bool, sheet: str) -> None:
    """Kiểm tra toàn bộ sổ gốc: chuỗi, dấu niêm phong, và bảng tra cứu đúng với sổ gốc.

    Với --sheet: chỉ đối chiếu sổ gốc với một phiếu chốt sổ đã in.
    """
    from desk_app.operations.checking import verify as verify_desk

    if sheet:
        _against_sheet(data, as_json, sheet)
        return
    with opened(data) as desk:
        report = verify_desk(desk)
    counted = f"{report['entries']} mục, {report['dossiers']} hồ sơ, {report['seals']} dấu niêm phong"
    words = "đúng" if report["ok"] else "CÓ SAI LỆCH"
    problems = [str(one) for one in report["problems"]]
    show(report, as_json, lambda: "\n".join([f"Đã kiểm tra {counted}: {words}.", *problems]))
    if not report["ok"]:
        if as_json:
            raise click.exceptions.Exit(1)
        raise DeskError("Sổ gốc hoặc bảng tra cứu có sai lệch.", "Đừng xóa gì; báo người phụ trách kỹ thuật.")


def _against_sheet(data: Path, as_json: bool, sheet: str) -> None:
    """A printed sheet against the journals; the exit code is 1 where they do not agree."""
    from desk_app.devices.pictures import codes_in, is_picture
    from desk_app.operations.closing_sheet import check_sheet

    texts = codes_in(Path(sheet)) if is_picture(sheet) else [sheet]
    with opened(data) as desk:
        verdict = check_sheet(desk, texts)
    value = {
        "ok": verdict.ok,
        "sentence": verdict.sentence,
        "heads": [{"head": head.text, "state": state} for head, state in verdict.heads],
    }
    if not verdict.ok and not as_json:
        raise DeskError(verdict.sentence)
    show(value, as_json, lambda: verdict.sentence)
    if not verdict.ok:
        raise click.exceptions.Exit(1)
