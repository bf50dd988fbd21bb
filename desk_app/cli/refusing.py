"""Refusing at reception, from the command line."""

from __future__ import annotations

from pathlib import Path

import click

from desk_app.cli.dossiers import bytes_of
from desk_app.cli.frame import common, motcua, officer_option, opened, show


@motcua.command()
@common
@officer_option
@click.option("--date-confirmed", is_flag=True, help="Xác nhận ngày giờ của máy đang đúng.")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
def refuse(data: Path, as_json: bool, officer: str | None, date_confirmed: bool, file: Path) -> None:
    """Từ chối tiếp nhận từ tệp JSON (“-”: đọc từ đầu vào chuẩn) và lập phiếu từ chối (Mẫu 03).

    Tệp như của motcua receive, thêm "reasons": danh sách lý do. Không lập hồ sơ, không cấp mã.
    In lại: motcua form refusal MÃ-TỪ-CHỐI -o tệp.pdf.
    """
    from desk_app.domain.request import read_refusals
    from desk_app.operations.officers import officer_named
    from desk_app.operations.refusals import refuse as refuse_all
    from desk_app.operations.refusals import write_refusal

    asked, many = read_refusals(bytes_of(file))
    values = []
    with opened(data) as desk:
        by = officer_named(desk, officer)
        done = refuse_all(desk, asked, by, date_confirmed=date_confirmed).value if asked else ()
        for one in done:
            paper: Path | None = None
            problem = ""
            try:
                paper = write_refusal(desk, one.id)
            except OSError:
                problem = "Đã ghi nhận nhưng chưa ghi được tệp phiếu; in lại khi ổ đĩa còn chỗ trống."
            values.append(
                {
                    "refusal": one.id,
                    "refused_at": one.at,
                    "procedure": one.procedure.code,
                    "reasons": list(one.reasons),
                    "pdf": paper,
                    **({"pdf_problem": problem} if problem else {}),
                }
            )
    words = [f"{one['refusal']}  {one['pdf'] or one['pdf_problem']}" for one in values]
    show(values if many else values[0], as_json, lambda: "\n".join(words))
