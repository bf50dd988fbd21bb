"""Reports of the commune from its own store."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import click

from desk_app.cli.frame import common, motcua, opened, show

_DAY = click.DateTime(["%Y-%m-%d", "%d/%m/%Y"])


@motcua.command()
@common
@click.argument("name")
@click.option("--from", "first", type=_DAY, default=None, help="Ngày đầu; mặc định là đầu tháng này.")
@click.option(
    "--to", "last", type=_DAY, default=None, help="Ngày cuối, tính cả ngày đó; mặc định là hôm nay."
)
@click.option("--period", "code", default="", help="Thay cho hai ngày: 2026-11, 2026-Q4 hoặc 2026.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=None, help="Tệp .csv, .xlsx hoặc .pdf sẽ ghi."
)
def report(
    data: Path,
    as_json: bool,
    name: str,
    first: datetime | None,
    last: datetime | None,
    code: str,
    output: Path | None,
) -> None:
    """Báo cáo của đơn vị, tính từ dữ liệu của quầy: linh-vuc, thu-tuc, can-bo (đúng hạn), vao-ra, xu-huong,
    ton-thoi-gian, ton-linh-vuc, ton-thu-tuc, ton-can-bo, ton-buoc (chưa xong lúc này), hai-long,
    hai-long-quay.
    """
    from desk_app.operations import reports
    from desk_app.store.store import write_atomically
    from sync.reports.periods import between
    from sync.reports.report import cell_words

    if code and (first or last):
        raise click.UsageError("Chọn --period, hoặc --from và --to.")
    with opened(data) as desk:
        today = reports.today_of(desk)
        begin = first.date() if first else (last.date() if last else today).replace(day=1)
        end = last.date() if last else max(today, begin)
        period = reports.period_named(code) if code else between(begin, end)
        made = reports.report_of(desk, name, period)
        if output is not None:
            write_atomically(output, reports.file_of(desk, made, output.suffix.lower().removeprefix(".")))
    found = made.report

    def words() -> str:
        lines = [*found.lines, *([found.total] if found.total else [])]
        rows = [found.heads, *((one.name, *map(cell_words, one.cells)) for one in lines)]
        return "\n".join([f"{found.title}, {found.period}", *("\t".join(row) for row in rows), found.note])

    value = {
        "report": name,
        "title": found.title,
        "from": _iso(period.first),
        "to": _iso(period.last),
        "period": found.period,
        "lines": reports.lines_of(made),
        "file": output,
    }
    show(value, as_json, words)


def _iso(day: date) -> str:
    return day.isoformat()
