"""The center's command for what lay on a stolen machine."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from desk_app.cli.center import center, open_center
from desk_app.cli.frame import clock, common, moment_words, show

_FILE = click.Path(path_type=Path, dir_okay=False)


@center.command(name="exposed")
@common
@click.argument("node", metavar="MÁY")
@click.option("--days", type=click.IntRange(1, 3660), help="Chỉ hồ sơ tiếp nhận trong số ngày cuối.")
@click.option("--csv", "csv_file", type=_FILE, help="Ghi danh sách ra tệp CSV.")
@click.option("--pdf", "pdf_file", type=_FILE, help="Ghi danh sách ra tệp PDF để in.")
def center_exposed(
    data: Path, as_json: bool, node: str, days: int | None, csv_file: Path | None, pdf_file: Path | None
) -> None:
    """Hồ sơ trên một máy bị mất đến lần liên lạc cuối: MÃ-ĐƠN-VỊ/SỐ-QUẦY hoặc mã máy; ghi vào nhật ký."""
    from sync.center.units.exposed import exposed
    from sync.center.work.exposing import listed_words, take
    from sync.reports.lists import csv_of_list, paper_of_list

    with open_center(data) as opened:
        found = exposed(opened, node, days)
        act = "exposed-exported" if csv_file or pdf_file else "exposed-read"
        told = listed_words(found, take(opened, found, act, None))
        title = opened.title
    if csv_file is not None:
        csv_file.write_bytes(csv_of_list(told))
    if pdf_file is not None:
        pdf_file.write_bytes(paper_of_list(told, title, f"{clock():%H:%M %d/%m/%Y}"))
    value = {**asdict(found), "node": found.node.hex()}
    heard = moment_words(found.heard_at) if found.heard_at else "chưa có"
    words = f"{told.title}: {found.dossiers} hồ sơ, {found.scans} bản chụp; liên lạc cuối {heard}."
    some = [] if csv_file or pdf_file else ["  ".join(row) for row in told.rows]
    show({**value, "listed": [list(row) for row in told.rows]}, as_json, lambda: "\n".join([words, *some]))
