"""Cash at the end of a shift, from the command line."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import click

from desk_app.cli.frame import common, motcua, officer_option, opened, show


@motcua.command()
@common
@officer_option
@click.option("--counted", type=click.IntRange(0), default=None, help="Số tiền đếm được, đồng; kết ca.")
@click.option("--note", default="", help="Lý do khi tiền đếm lệch với sổ.")
def shift(data: Path, as_json: bool, officer: str | None, counted: int | None, note: str) -> None:
    """Tiền mặt của ca: theo sổ phải có bao nhiêu, và mỗi cán bộ đã làm gì; có --counted thì kết ca.

    In phiếu kết ca: motcua form shift -o tệp.pdf.
    """
    from desk_app.documents.counter_papers import work_words
    from desk_app.operations.day_papers import cash_lines
    from desk_app.operations.officer_work import work_between
    from desk_app.operations.officers import officer_named
    from desk_app.operations.unit_words import cash_to_count, close_shift
    from sync.model.words import dong

    with opened(data) as desk:
        if counted is None:
            cash = cash_to_count(desk)
        else:
            cash = close_shift(desk, counted, officer_named(desk, officer), note).value
        lines = cash_lines(desk, cash.begin, cash.end, cash.expected)
        work = work_between(desk, cash.begin, cash.end)
    value = {
        "begin": cash.begin,
        "end": cash.end,
        "expected": cash.expected,
        "payments": cash.payments,
        "counted": counted,
        "difference": None if counted is None else counted - cash.expected,
        "note": note,
        "lines": [{"procedure": x.procedure, "payments": x.payments, "amount": x.amount} for x in lines],
        "officers": [asdict(one) for one in work],
    }
    said = [f"{line.procedure}: {dong(line.amount)}" for line in lines]
    said.append(f"Theo sổ: {dong(cash.expected)}")
    said += [f"Đếm được: {dong(counted)}. Đã kết ca."] if counted is not None else []
    said += [f"{one.officer}: {work_words(one)}" for one in work]
    show(value, as_json, lambda: "\n".join(said))
