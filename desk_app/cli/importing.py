"""`motcua import`: dossiers from a table."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desk_app.cli.frame import common, motcua, officer_option, opened, show

if TYPE_CHECKING:
    from desk_app.operations.importing import CheckedRow
    from desk_app.operations.receive import Received


@motcua.command(name="import")
@common
@officer_option
@click.option("--date-confirmed", is_flag=True, help="Xác nhận ngày giờ của máy đang đúng.")
@click.option("--dry-run", is_flag=True, help="Chỉ xem từng dòng, không tiếp nhận.")
@click.option("--skip-wrong", is_flag=True, help="Tiếp nhận các dòng đúng dù còn dòng có lỗi.")
@click.argument("file", type=click.Path(path_type=Path))
@click.pass_context
def import_table(
    context: click.Context,
    data: Path,
    as_json: bool,
    officer: str | None,
    date_confirmed: bool,
    dry_run: bool,
    skip_wrong: bool,
    file: Path,
) -> None:
    """Tiếp nhận nhiều hồ sơ từ một bảng CSV hoặc XLSX; còn dòng có lỗi thì không tiếp nhận dòng nào."""
    from desk_app.domain.table_file import MOST_BYTES
    from desk_app.operations.importing import check_table, receive_table
    from desk_app.operations.officers import officer_named

    with open(file, "rb") as table_file:
        raw = table_file.read(MOST_BYTES + 1)
    with opened(data) as desk:
        by = officer_named(desk, officer)
        table = check_table(desk, raw, file.name, by)
        wrong = len(table.rows) - len(table.sound)
        done: dict[int, Received] = {}
        if not dry_run and table.sound and (skip_wrong or not wrong):
            done = receive_table(desk, table, by, date_confirmed=date_confirmed).value
    value = {
        "rows": [_row(row, done.get(row.number)) for row in table.rows],
        "received": len(done),
        "wrong": wrong,
        "unused_columns": list(table.unused),
    }

    def lines() -> str:
        said = [_words(row, done.get(row.number)) for row in table.rows]
        if table.unused:
            said.append(f"Cột không dùng: {', '.join(table.unused)}")
        return "\n".join([*said, f"Đã tiếp nhận {len(done)} hồ sơ, {wrong} dòng có lỗi."])

    show(value, as_json, lines)
    if wrong and not dry_run:
        context.exit(1)


def _row(row: CheckedRow, done: Received | None) -> dict[str, Any]:
    value: dict[str, Any] = {"row": row.number, "name": row.name, "procedure": row.procedure}
    value["outcome"] = "received" if done else "sound" if row.sound else "wrong"
    if done:
        value |= {"number": done.number, "due_at": done.due_at, "fee": done.fee}
    if row.mistakes:
        value["mistakes"] = [{"field": one.field, "message": one.message} for one in row.mistakes]
    if row.cautions:
        value["cautions"] = list(row.cautions)
    return value


def _words(row: CheckedRow, done: Received | None) -> str:
    what = f"Dòng {row.number}: {row.name or '(chưa có tên)'} – {row.procedure}"
    if row.mistakes:
        return f"{what}: ✕ " + " ".join(f"{one.field}: {one.message}" for one in row.mistakes)
    cautions = f" (! {'; '.join(row.cautions)})" if row.cautions else ""
    return f"{what}: {f'✓ {done.number}' if done else 'đúng'}{cautions}"
