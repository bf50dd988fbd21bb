"""The audit log: `motcua audit` lists, narrows and saves what the journal and the desk wrote down."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import click

from desk_app.cli.frame import common, moment_words, motcua, opened, show
from desk_app.domain.mistakes import DeskError

_DAY = click.DateTime(["%Y-%m-%d", "%d/%m/%Y"])


@motcua.command()
@common
@click.option("--from", "first", type=_DAY, default=None, help="Từ ngày.")
@click.option("--to", "last", type=_DAY, default=None, help="Đến hết ngày.")
@click.option("--by", default="", help="Một phần tên người làm, có dấu hoặc không.")
@click.option("--number", default="", help="Mã hồ sơ.")
@click.option("--sort", type=click.Choice(["newest", "oldest"]), default="newest", help="Mới hay cũ trước.")
@click.option("--limit", type=click.IntRange(1, 100_000), default=None, help="Số dòng; màn hình: 100.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=None, help="Tệp .pdf hoặc .csv sẽ ghi."
)
def audit(  # noqa: PLR0913 - one for each option
    *,
    data: Path,
    as_json: bool,
    first: datetime | None,
    last: datetime | None,
    by: str,
    number: str,
    sort: str,
    limit: int | None,
    output: Path | None,
) -> None:
    """Nhật ký: ai làm gì, lúc nào, ở máy nào, trước và sau ra sao; ai xem, in, đăng nhập."""
    from desk_app.operations.audit_files import as_value, audit_file
    from desk_app.operations.audit_log import AuditRow, Filters, audit_lines
    from desk_app.store.store import write_atomically

    filters = Filters(first.date() if first else None, last.date() if last else None, by, number, sort)
    with opened(data) as desk:
        if output is not None:
            ending = output.suffix.lower().lstrip(".")
            if ending not in ("csv", "pdf"):
                raise DeskError(f"Chưa biết ghi tệp “{output.name[-40:]}”.", "Đặt tên tệp .pdf hoặc .csv.")
            write_atomically(output, audit_file(desk, filters, ending, limit))
            show({"file": output}, as_json, lambda: str(output))
            return
        rows = list(audit_lines(desk, filters, limit or 100))

    def words(row: AuditRow) -> str:
        when = moment_words(row.at) if row.at else f"      {row.day:%d/%m/%Y}"
        said = "; ".join([row.words, *(one.words for one in row.changes)])
        return "  ".join(one for one in (when, row.who, row.machine, row.subject, said) if one)

    show(
        [as_value(one) for one in rows], as_json, lambda: "\n".join(map(words, rows)) or "Không có dòng nào."
    )


@motcua.command(name="closing-sheet")
@common
@click.option("--day", type=_DAY, default=None, help="Ngày được chốt; mặc định hôm nay.")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="Tệp PDF sẽ ghi.")
def closing(data: Path, as_json: bool, day: datetime | None, output: Path) -> None:
    """Phiếu chốt sổ trong ngày: đầu các sổ và mã QR, để về sau biết sổ có bị sửa không."""
    from desk_app.documents.closing_paper import closing_pdf
    from desk_app.operations.closing_sheet import closing_sheet
    from desk_app.store.store import write_atomically

    with opened(data) as desk:
        sheet = closing_sheet(desk, day.date() if day else None)
    write_atomically(output, closing_pdf(sheet))
    value = {
        "day": sheet.day,
        "entries": sheet.written,
        "heads": [one.text for one in sheet.heads],
        "problems": list(sheet.problems),
        "file": output,
    }
    show(
        value, as_json, lambda: "\n".join([str(output), *(one.text for one in sheet.heads), *sheet.problems])
    )
