"""Retention at the center: what is past its term in its units, and the purge."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import click

from desk_app.cli.center import center, database_option, open_center
from desk_app.cli.frame import common, officer_option, show
from desk_app.domain.mistakes import DeskError
from sync.model.dossier import Officer

_UNITS = click.option("--unit", "units", multiple=True, help="Chỉ đơn vị này (lặp lại được).")


@center.group(name="retention")
@database_option
def center_retention() -> None:
    """Thời hạn bảo quản: hồ sơ hết hạn ở các đơn vị, và hủy thật."""


def _lines(rows: list[dict[str, Any]]) -> str:
    said = [
        f"{one['unit']:<16} {one['name']}: {one['due']} hồ sơ hết hạn từ {one['since']:%d/%m/%Y}"
        f" ({one['law']})"
        for one in rows
    ]
    return "\n".join(said) or "Không có hồ sơ nào hết thời hạn bảo quản."


@center_retention.command(name="report")
@common
@database_option
@_UNITS
def report(data: Path, as_json: bool, units: tuple[str, ...]) -> None:
    """Số hồ sơ đã hết thời hạn bảo quản, theo đơn vị và loại, với căn cứ."""
    from sync.center.work.retention import lines_of, standing

    with open_center(data) as opened:
        rows = lines_of(standing(opened, units))
    show(rows, as_json, lambda: _lines(rows))


@center_retention.command(name="purge")
@common
@database_option
@officer_option
@_UNITS
@click.option("--reason", required=True, help="Căn cứ: số và ngày của quyết định hủy tài liệu.")
@click.option("--rule", "codes", multiple=True, help="Chỉ loại này (lặp lại được); mặc định mọi loại.")
@click.option("--yes", "sure", is_flag=True, help="Hủy thật; không có thì chỉ cho biết sẽ hủy gì.")
@click.option("--out", "-o", type=click.Path(path_type=Path), help="Tệp PDF của biên bản.")
def purge(
    data: Path,
    as_json: bool,
    officer: str | None,
    units: tuple[str, ...],
    reason: str,
    codes: tuple[str, ...],
    sure: bool,
    out: Path | None,
) -> None:
    """Hủy hồ sơ hết thời hạn bảo quản ở trung tâm và mọi máy của đơn vị, không lấy lại được; lập biên bản."""
    from desk_app.documents.purge_report import PurgedLine, purge_report
    from desk_app.store.store import write_atomically
    from sync.center.work.retention import ENDS, lines_of, purge_due, standing

    with open_center(data) as opened:
        if not sure:
            raise DeskError(
                "Chưa hủy gì. Chạy lại với --yes để hủy, không lấy lại được:",
                _lines(lines_of(standing(opened, units))),
            )
        by = Officer(officer, officer) if officer else Officer("center", opened.title)
        done = purge_due(opened, by, reason, units=units, codes=codes)
        lines = [
            PurgedLine(due.of.number, f"{due.rule.name} ({due.rule.law})", due.since)
            for one in done.units
            for due in one.due
        ]
        path = out or data / "purges" / f"bien-ban-huy-{done.at:%Y%m%d-%H%M}.pdf"
        try:
            write_atomically(
                path.resolve(), purge_report(opened.title, done.at, by.name, done.reason, lines, ENDS)
            )
        except OSError as error:
            raise DeskError(
                f"Đã hủy {done.count} hồ sơ nhưng chưa ghi được tệp biên bản.", "Ổ đĩa phải ghi được."
            ) from error
    value = {"purged": [one.name for one in lines], "at": done.at, "reason": done.reason, "pdf": path}
    show(value, as_json, lambda: f"Đã hủy {done.count} hồ sơ. {ENDS}\nBiên bản: {path}")
