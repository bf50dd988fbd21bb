"""Enrolling at a center and exchanging with it."""

from __future__ import annotations

from pathlib import Path

import click

from desk_app.cli.frame import clock, common, motcua, opened, show


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

    desk = enrol_desk(data, invitation, clock=clock, officer=officer, wished=number)
    settings = desk.settings
    desk.close()
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
def sync(data: Path, as_json: bool) -> None:
    """Đồng bộ với trung tâm ngay bây giờ."""
    from desk_app.operations.synchronise import synchronise

    with opened(data) as desk:
        report = synchronise(desk).value
    value: dict[str, object] = {
        "reached": report.reached,
        "sent": report.sent,
        "received": report.received,
        "acknowledged": report.acknowledged,
        "pending": report.pending,
        "scans_pending": report.scans_pending,
    }
    if report.problem:
        value["problem"] = report.problem
    if report.scans_problem:
        value["scans_problem"] = report.scans_problem
    if report.proofs:
        value["proofs"] = list(report.proofs)
    words = f"Đã gửi {report.sent}, nhận {report.received}; còn chờ {report.pending}."
    if report.scans_pending or report.scans_sent:
        words += f" Bản chụp: đã gửi {report.scans_sent}, còn chờ {report.scans_pending}."
    words = " ".join((words, *report.proofs))
    show(
        value, as_json, lambda: words if report.reached else f"{report.problem} Còn chờ gửi {report.pending}."
    )
