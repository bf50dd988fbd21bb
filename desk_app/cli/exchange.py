"""Enrolling at a center and exchanging with it."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from desk_app.cli.frame import clock, common, motcua, officer_option, opened, show


@motcua.command()
@common
@click.argument("invitation")
@click.option(
    "--officer",
    "officer",
    default="Cán bộ tiếp nhận",
    show_default=True,
    help="Tên cán bộ đầu tiên của quầy mới.",
)
@click.option("--desk", "number", type=click.IntRange(1, 6), help="Số quầy mong muốn.")
def enrol(data: Path, as_json: bool, invitation: str, officer: str, number: int | None) -> None:
    """Ghi danh máy quầy này với trung tâm bằng thư mời, rồi đồng bộ lần đầu."""
    from desk_app.operations.enrolment import enrol as enrol_desk
    from desk_app.operations.first_start import finish

    desk = enrol_desk(data, invitation, clock=clock, officer=officer, wished=number)
    settings = desk.settings
    desk.close()
    finish(data)
    value = {
        "unit": settings.unit,
        "name": settings.unit_name,
        "desk": settings.desk,
        "center": settings.center_title,
        "address": settings.center_address,
    }
    show(
        value,
        as_json,
        lambda: f"Đã ghi danh quầy {settings.desk} của {settings.unit_name} với {settings.center_title}.",
    )


@motcua.command()
@common
@click.option("--direct", is_flag=True, help="Gọi thẳng trung tâm, kể cả khi có máy đầu mối.")
def sync(data: Path, as_json: bool, direct: bool) -> None:
    """Đồng bộ với trung tâm (hoặc máy đầu mối của xã) ngay bây giờ."""
    from desk_app.operations.receipts import complete_words
    from desk_app.operations.synchronise import HUB, synchronise

    with opened(data) as desk:
        report = synchronise(desk, direct=direct).value
    value: dict[str, object] = {
        "reached": report.reached,
        "sent": report.sent,
        "received": report.received,
        "acknowledged": report.acknowledged,
        "pending": report.pending,
        "scans_pending": report.scans_pending,
    }
    if report.via == HUB:
        value["via"] = HUB
    if report.scans_to_hub:
        value["scans_to_hub"] = report.scans_to_hub
    if report.complete_since is not None:
        value["complete_since"] = report.complete_since.isoformat()
    if report.problem:
        value["problem"] = report.problem
    if report.scans_problem:
        value["scans_problem"] = report.scans_problem
    if report.proofs:
        value["proofs"] = list(report.proofs)
    words = f"Đã gửi {report.sent}, nhận {report.received}; còn chờ {report.pending}."
    if report.scans_pending or report.scans_sent:
        words += f" Bản chụp: đã gửi {report.scans_sent}, còn chờ {report.scans_pending}."
    if report.scans_to_hub:
        words += f" Máy đầu mối đã nhận {report.scans_to_hub} bản chụp."
    if report.complete_since is not None:
        words += f" {complete_words(report.complete_since)}."
    words = " ".join((words, *report.proofs))
    show(
        value, as_json, lambda: words if report.reached else f"{report.problem} Còn chờ gửi {report.pending}."
    )


@motcua.command()
@common
@click.option("--address", help="Địa chỉ máy đầu mối, ví dụ http://192.168.1.10:8443.")
@click.option("--find", is_flag=True, help="Tìm máy đầu mối trên mạng nội bộ.")
@click.option("--forget", is_flag=True, help="Không dùng máy đầu mối nữa.")
def hub(data: Path, as_json: bool, address: str | None, find: bool, forget: bool) -> None:
    """Xem hoặc chọn máy đầu mối (hub) của xã."""
    from desk_app.operations.hubs import find_hub, forget_hub, hub_of, use_hub

    with opened(data) as desk:
        if forget:
            forget_hub(desk)
        elif address:
            use_hub(desk, address)
        elif find:
            find_hub(desk)
        used = hub_of(desk)
    value = {"address": used.address if used else None, "node": used.keys.node.hex() if used else None}
    show(value, as_json, lambda: f"Máy đầu mối: {used.address}" if used else "Chưa dùng máy đầu mối nào.")


@motcua.command()
@common
@officer_option
@click.option("--reason", required=True, help="Vì sao đổi khóa, ví dụ “ổ đĩa đã mang đi sửa”.")
def rekey(data: Path, as_json: bool, officer: str | None, reason: str) -> None:
    """Đổi khóa của quầy: xin trung tâm chứng thư mới; quầy làm việc tiếp bằng khóa cũ cho đến khi có."""
    from desk_app.operations.officers import officer_named
    from desk_app.operations.rekeying import ask_for_next_key

    with opened(data) as desk:
        done = ask_for_next_key(desk, reason, officer_named(desk, officer)).value
    show(
        asdict(done),
        as_json,
        lambda: (
            f"Đã xin khóa mới {done.next[:8]} cho máy {done.node[:8]};"
            f" {done.waits or 'dùng sau lần đồng bộ tới'}."
            " Chạy “motcua sync” hoặc mang thẻ nhớ lên trung tâm; sau khi đổi, sao lưu lại ngay."
        ),
    )
