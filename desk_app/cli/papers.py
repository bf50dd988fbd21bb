"""Papers: every form of the desk as PDF."""

from __future__ import annotations

from pathlib import Path

import click

from desk_app.cli.frame import common, motcua, opened, show

PAPERS = ("a5", "2xa5", "a4", "80mm", "58mm")


@motcua.command()
@common
@click.argument("name")
@click.argument("numbers", metavar="[NUMBER]...", nargs=-1)
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
    numbers: tuple[str, ...],
    form_set: str,
    paper: str | None,
    sample: bool,
    output: Path,
) -> None:
    """Ghi một mẫu ra PDF: slip, supplement, refusal, apology, stopping, control-sheet, register, receipt,
    handover, submitted-list, guide (kèm mã thủ tục), cash, rating, ticket, label,
    shift (kết ca), day (việc trong ngày).

    Với handover, ghi nhiều mã hồ sơ để in chung một danh sách bàn giao. Với register, NUMBER là năm
    (2026: sổ cả năm, khóa sổ nếu năm đã hết), tháng (2026-11), hoặc mã của một hồ sơ trong sổ.
    """
    from desk_app.operations.forms import make_form, wording_problems
    from desk_app.operations.handing_over import hand_over_pdf
    from desk_app.store.store import write_atomically

    if len(numbers) > 1 and (name != "handover" or sample):
        raise click.UsageError("Chỉ mẫu handover nhận nhiều mã hồ sơ, và không đi cùng --sample.")
    number = numbers[0] if numbers else None
    with opened(data) as desk:
        if len(numbers) > 1:
            pdf = hand_over_pdf(desk, numbers, form_set=form_set, paper=paper)
        else:
            pdf = make_form(desk, name, number, form_set=form_set, paper=paper, sample=sample)
        problems = wording_problems(desk)
    write_atomically(output, pdf)
    for problem in problems:
        click.echo(f"Bỏ qua câu chữ riêng của xã: {problem}", err=True)
    value: dict[str, object] = {"form": name, "number": number, "pdf": output}
    if len(numbers) > 1:
        value["numbers"] = list(numbers)
    show(value, as_json, lambda: str(output))


@motcua.command()
@common
@click.argument("name", type=click.Choice(["shipped", "times"]), required=False)
def typeface(data: Path, as_json: bool, name: str | None) -> None:
    """Phông chữ của giấy tờ: phông có sẵn (shipped) hoặc Times New Roman của máy (times).

    Không kèm tên nào: cho biết đang dùng phông nào.
    """
    from desk_app.operations.typefaces import choose_typeface, chosen_typeface
    from sync.typeset.fonts import SERIF

    with opened(data) as desk:
        chosen = chosen_typeface(desk) if name is None else choose_typeface(desk, name).value
        wanted = desk.settings.typeface
    used = "shipped" if chosen.typeface is SERIF else "times"
    value = {"typeface": wanted, "used": used, "problem": chosen.problem, "file": chosen.typeface.files[0]}
    titles = {"shipped": "phông có sẵn của chương trình", "times": "Times New Roman"}
    show(value, as_json, lambda: chosen.problem or f"Giấy tờ in bằng {titles[used]}.")
