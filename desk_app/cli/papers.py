"""Papers: every form of the desk as PDF."""

from __future__ import annotations

from pathlib import Path

import click

from desk_app.cli.frame import common, motcua, opened, show

PAPERS = ("a5", "2xa5", "a4", "80mm", "58mm")


@motcua.command()
@common
@click.argument("name")
@click.argument("number", required=False)
@click.option(
    "--set", "form_set", default="", help="Bộ mẫu: “TT 01/2018” hoặc “TT 03/2025”; mặc định của hồ sơ."
)
@click.option("--paper", type=click.Choice(PAPERS), default=None, help="Khổ giấy; mặc định của mẫu.")
@click.option("--sample", is_flag=True, help="Mẫu với người không có thật, có chữ MẪU.")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="Tệp PDF sẽ ghi.")
def form(
    data: Path,
    as_json: bool,
    name: str,
    number: str | None,
    form_set: str,
    paper: str | None,
    sample: bool,
    output: Path,
) -> None:
    """Ghi một mẫu ra PDF: slip, supplement, refusal, apology, stopping, control-sheet, register, receipt,
    handover, cash, rating, ticket, label.
    """
    from desk_app.operations.forms import make_form, wording_problems
    from desk_app.store.store import write_atomically

    with opened(data) as desk:
        pdf = make_form(desk, name, number, form_set=form_set, paper=paper, sample=sample)
        problems = wording_problems(desk)
    write_atomically(output, pdf)
    for problem in problems:
        click.echo(f"Bỏ qua câu chữ riêng của xã: {problem}", err=True)
    value: dict[str, object] = {"form": name, "number": number, "pdf": output}
    show(value, as_json, lambda: str(output))
