"""Scans of dossiers on the command line: attach, list, look, take off, and how they are made and sent."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desk_app.cli.frame import common, moment_words, motcua, officer_option, opened, show

if TYPE_CHECKING:
    from desk_app.operations.attaching import Attachment
    from desk_app.operations.scan_settings import ScanSettings


@motcua.command()
@common
@officer_option
@click.option("--title", default="", help="Tên giấy tờ; để trống: tên tệp.")
@click.option("--date-confirmed", is_flag=True, help="Xác nhận ngày giờ của máy đang đúng.")
@click.argument("number")
@click.argument("file", type=click.Path(path_type=Path))
def attach(
    data: Path, as_json: bool, officer: str | None, title: str, date_confirmed: bool, number: str, file: Path
) -> None:
    """Đính kèm bản chụp (PDF, JPEG, PNG, TIFF) vào hồ sơ."""
    from desk_app.operations.attaching import attach as attach_file
    from desk_app.operations.attaching import read_source
    from desk_app.operations.officers import officer_named

    content = read_source(file)
    with opened(data) as desk:
        by = officer_named(desk, officer)
        named = title or file.stem
        one = attach_file(desk, number, content, named, by, date_confirmed=date_confirmed).value
    show({"number": number, **_value(one)}, as_json, lambda: _words(one))


@motcua.command()
@common
@click.argument("number")
def attachments(data: Path, as_json: bool, number: str) -> None:
    """Các bản chụp của một hồ sơ và tình trạng gửi của từng bản."""
    from desk_app.operations.attaching import attachments_of

    with opened(data) as desk:
        found = attachments_of(desk, number)
    show(list(map(_value, found)), as_json, lambda: "\n".join(map(_words, found)) or "Chưa có bản chụp nào.")


@motcua.group()
def attachment() -> None:
    """Một bản chụp: lấy ra tệp, gỡ khỏi hồ sơ; cách tạo và gửi bản chụp."""


@attachment.command()
@common
@click.argument("number")
@click.argument("place", type=click.IntRange(1))
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="Tệp PDF sẽ ghi.")
def get(data: Path, as_json: bool, number: str, place: int, output: Path) -> None:
    """Ghi bản chụp thứ PLACE của hồ sơ ra tệp PDF; bản ở máy khác thì tải về trước."""
    from desk_app.domain.mistakes import DeskError
    from desk_app.operations.attaching import open_attachment
    from desk_app.operations.synchronise import synchronise
    from desk_app.store.store import write_atomically

    with opened(data) as desk:
        try:
            scan, pdf = open_attachment(desk, number, place)
        except DeskError:
            if not desk.settings.enrolled:
                raise
            synchronise(desk)  # it was noted as wanted; a second failure says why
            scan, pdf = open_attachment(desk, number, place)
    write_atomically(output, pdf)
    show({"number": number, "file": output, "title": scan.title}, as_json, lambda: str(output))


@attachment.command()
@common
@officer_option
@click.argument("number")
@click.argument("place", type=click.IntRange(1))
@click.option("--reason", required=True, help="Lý do gỡ.")
@click.option("--date-confirmed", is_flag=True, help="Xác nhận ngày giờ của máy đang đúng.")
def remove(
    data: Path,
    as_json: bool,
    officer: str | None,
    number: str,
    place: int,
    reason: str,
    date_confirmed: bool,
) -> None:
    """Gỡ bản chụp thứ PLACE đính kèm nhầm; việc gỡ được ghi vào quá trình của hồ sơ."""
    from desk_app.operations.attaching import attachments_of, detach
    from desk_app.operations.officers import officer_named

    with opened(data) as desk:
        by = officer_named(desk, officer)
        detach(desk, number, place, reason, by, date_confirmed=date_confirmed)
        left = attachments_of(desk, number)
    show(list(map(_value, left)), as_json, lambda: f"Đã gỡ; hồ sơ còn {len(left)} bản chụp.")


@attachment.command()
@common
@click.option("--dpi", type=int, help="Độ nét (75–600, thường 150).")
@click.option("--jpeg", type=int, help="Chất lượng ảnh (20–95, thường 60).")
@click.option("--daily-bytes", type=int, help="Số byte được gửi và nhận mỗi ngày; 0: không giới hạn.")
@click.option(
    "--least-rate", type=int, help="Chỉ gửi khi đường truyền đạt số byte mỗi giây này; 0: luôn gửi."
)
@click.option("--folder", help="Thư mục máy quét ghi tệp vào.")
def settings(data: Path, as_json: bool, **given: Any) -> None:
    """Xem hoặc đặt cách tạo và gửi bản chụp."""
    from desk_app.operations.scan_settings import scan_settings, set_scans

    changed = {name: value for name, value in given.items() if value is not None}
    with opened(data) as desk:
        now = set_scans(desk, **changed).value if changed else scan_settings(desk)
    show(_settings(now), as_json, lambda: "\n".join(f"{k}: {v}" for k, v in _settings(now).items()))


def _settings(now: ScanSettings) -> dict[str, Any]:
    return {
        "dpi": now.dpi,
        "jpeg": now.jpeg,
        "daily_bytes": now.daily_bytes,
        "least_rate": now.least_rate,
        "folder": now.folder,
    }


def _value(one: Attachment) -> dict[str, Any]:
    scan = one.scan
    return {
        "place": one.place,
        "title": scan.title,
        "pages": scan.file.pages,
        "size": scan.file.size,
        "type": scan.file.type,
        "at": scan.at,
        "officer": scan.officer.name,
        "name": scan.name.hex(),
        "sha256": scan.file.plain.hex(),
        "state": one.state,
        "problem": one.problem,
    }


def _words(one: Attachment) -> str:
    from desk_app.operations.attaching import STATE_WORDS

    scan = one.scan
    kilobytes = -(-scan.file.size // 1024)
    line = f"{one.place}. {scan.title or 'không tên'}  {scan.file.pages} trang  {kilobytes} KB"
    line += f"  {moment_words(scan.at)}  {STATE_WORDS[one.state]}"
    return f"{line}  {one.problem}" if one.problem else line
