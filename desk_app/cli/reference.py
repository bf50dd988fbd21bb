"""Looking things up: due times, procedures, and importing the catalogue."""

from __future__ import annotations

import json
from datetime import time
from pathlib import Path

import click

from desk_app.cli.desk import cutoff_option
from desk_app.cli.frame import clock, common, motcua, opened, show
from desk_app.domain.mistakes import DeskError
from sync.model.moment import parse_moment


@motcua.command()
@common
@click.option("--received", required=True, help="Lúc tiếp nhận, ví dụ 2026-11-23T09:15.")
@click.option("--limit", required=True, help="Thời hạn, ví dụ “3 ngày làm việc” hoặc “trong ngày”.")
@click.option("--policy", type=click.Choice(["P1", "P2", "P3"]), default=None, help="Cách tính thời hạn.")
@cutoff_option
def due(
    data: Path, as_json: bool, received: str, limit: str, policy: str | None, cutoff: time | None
) -> None:
    """Tính ngày giờ hẹn trả và giải thích cách tính."""
    from desk_app.operations.reckoning import reckon_due

    try:
        moment = parse_moment(received)
    except ValueError as error:
        raise DeskError(
            f"Lúc tiếp nhận “{received[:40]}” không đúng.", "Viết như 2026-11-23T09:15."
        ) from error
    found = reckon_due(data, moment, limit, policy, cutoff)
    value = {"due": found.at, "explanation": found.explanation}
    show(value, as_json, lambda: f"{found.at:%H:%M %d/%m/%Y}\n{found.explanation}")


@motcua.command()
@common
@click.argument("text", required=False, default="")
def procedures(data: Path, as_json: bool, text: str) -> None:
    """Tìm thủ tục theo bất kỳ phần nào của tên, chữ cái đầu, hoặc mã."""
    from desk_app.operations.reckoning import find_procedures

    found = find_procedures(data, text, clock())
    value = [one.to_dict() for one in found]
    show(
        value, as_json, lambda: "\n".join(f"{p.code}  {p.name}  [{p.field}]  {p.limit or '—'}" for p in found)
    )


@motcua.group()
def catalogue() -> None:
    """Danh mục thủ tục."""


@catalogue.command(name="import")
@common
@click.argument("file", type=click.Path(path_type=Path))
def import_(data: Path, as_json: bool, file: Path) -> None:
    """Nhập bảng thủ tục (TSV) như cổng quốc gia công bố; chỗ không hiểu được báo theo từng dòng."""
    from desk_app.operations.catalogue import MAX_TABLE_BYTES, import_catalogue

    with open(file, "rb") as opened_file:
        table = opened_file.read(MAX_TABLE_BYTES + 1)
    with opened(data) as desk:
        report = import_catalogue(desk, table).value
    value = report.to_dict()
    counts = f"Thêm mới {value['imported']}, sửa đổi {value['amended']}, giữ nguyên {value['unchanged']}."
    problems = [f"Dòng {one.row}, {one.code}, {one.field}: {one.text}" for one in report.problems]
    show(value, as_json, lambda: "\n".join([counts, *problems]))


@catalogue.command(name="status")
@common
def catalogue_status(data: Path, as_json: bool) -> None:
    """Bản danh mục trung tâm công bố mà quầy đang dùng, và thủ tục sắp hết hiệu lực."""
    from desk_app.operations.releases import ending_soon, standing
    from sync.catalogue.releases import fingerprint

    with opened(data) as desk:
        found, ending = standing(desk), ending_soon(desk)
        version = desk.catalogue.version
    mark = fingerprint(found.publisher) if found.publisher else ""
    value = {
        "version": version,
        "sequence": found.sequence,
        "decision": found.decision,
        "publisher": mark,
        "expired": found.expired,
        "waiting": found.waiting,
        "strange": found.strange,
        "ending": [
            {"code": one.code, "until": one.effective_to, "replaced_by": one.replaced_by} for one in ending
        ],
    }
    lines = [f"Danh mục {version}."]
    if found.sequence:
        lines.append(f"Bản công bố số {found.sequence} ({found.decision}), khóa công bố {mark}.")
    if found.expired:
        lines.append("ĐÃ QUÁ HẠN: lâu không có bản công bố mới; đồng bộ, rồi hỏi trung tâm.")
    if found.waiting or found.strange:
        lines.append(
            f"{found.waiting} bản chờ bản trước nó; {found.strange} bản không rõ nguồn, không áp dụng."
        )
    lines += [f"Sắp hết hiệu lực: {p.code} {p.name}, đến hết {p.effective_to:%d/%m/%Y}" for p in ending]
    show(value, as_json, lambda: "\n".join(lines))


@motcua.group()
def calendar() -> None:
    """Lịch làm việc của đơn vị."""


@calendar.command(name="export")
@common
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="Tệp JSON sẽ ghi.")
def export(data: Path, as_json: bool, output: Path) -> None:
    """Ghi lịch đang dùng ra tệp JSON để sửa."""
    from desk_app.operations.reckoning import calendar_of
    from desk_app.store.store import write_atomically

    found = calendar_of(data, clock())
    write_atomically(output, json.dumps(found.to_table(), ensure_ascii=False, indent=1).encode("utf-8"))
    show({"version": found.version, "calendar": output}, as_json, lambda: f"Lịch {found.version}: {output}")


@calendar.command(name="import")
@common
@click.argument("file", type=click.Path(path_type=Path))
def import_own(data: Path, as_json: bool, file: Path) -> None:
    """Dùng lịch trong tệp JSON cho hồ sơ nhận từ nay; hạn đã in không đổi mà được liệt kê."""
    from desk_app.operations.calendars import MAX_BYTES, import_calendar

    with open(file, "rb") as opened_file:
        table = opened_file.read(MAX_BYTES)
    with opened(data) as desk:
        affected = import_calendar(desk, table).value
        version = desk.calendar.version
    value = {
        "version": version,
        "affected": [{"number": a.number, "due_at": a.due_at, "would_be": a.would_be} for a in affected],
    }
    lines = [
        f"{a.number}: phiếu hẹn {a.due_at:%H:%M %d/%m/%Y}, lịch mới {a.would_be:%H:%M %d/%m/%Y}"
        for a in affected
    ]
    show(value, as_json, lambda: "\n".join([f"Đã dùng lịch {version}.", *lines]))
