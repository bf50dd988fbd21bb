"""Fees that the province sets."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from desk_app.cli.frame import common, motcua, opened, show

if TYPE_CHECKING:
    from desk_app.operations.local_fees import FeeLine

_DAY = click.DateTime(["%Y-%m-%d", "%d/%m/%Y"])
_STATES = {"now": "đang áp dụng", "later": "chưa đến ngày", "past": "đã thay", "center": "theo trung tâm"}


@motcua.group()
def fee() -> None:
    """Mức phí do HĐND tỉnh quy định, dùng chung cho các quầy của đơn vị."""


@fee.command(name="list")
@common
def list_fees(data: Path, as_json: bool) -> None:
    """Các mức phí đã ghi."""
    from desk_app.operations.local_fees import fee_lines

    with opened(data) as desk:
        lines = fee_lines(desk)
    value = [{**one.fee.to_dict(), "procedure_name": one.procedure, "state": one.state} for one in lines]
    show(value, as_json, lambda: "\n".join(map(_line, lines)) or "Chưa ghi mức phí nào.")


@fee.command(name="set")
@common
@click.argument("procedure")
@click.argument("name")
@click.argument("amount")
@click.option("--from", "first", type=_DAY, required=True, help="Ngày bắt đầu áp dụng.")
@click.option("--source", required=True, help="Căn cứ: số, ngày của nghị quyết.")
@click.option(
    "--per", type=click.Choice(["fixed", "per_copy", "per_page"]), default="fixed", help="Tính theo."
)
@click.option("--exempt", default="", help="Nhóm được miễn, cách nhau bằng dấu chấm phẩy.")
def set_one(data: Path, as_json: bool, first: datetime, **typed: str) -> None:
    """Ghi mức phí AMOUNT (đồng) của khoản NAME ở thủ tục PROCEDURE. Hồ sơ đã nhận giữ mức cũ."""
    from desk_app.operations.local_fees import fee_typed, set_fee
    from desk_app.operations.officers import officer_named

    made = fee_typed(first=first.date(), **typed)
    with opened(data) as desk:
        published = set_fee(desk, made, officer_named(desk, None)).value
    told = " Trung tâm đã công bố phí của thủ tục này; mức của trung tâm được dùng." if published else ""
    show({**made.to_dict(), "published": published}, as_json, lambda: f"Đã ghi mức phí.{told}")


@fee.command()
@common
@click.argument("procedure")
@click.argument("name")
@click.option("--from", "first", type=_DAY, required=True, help="Ngày bắt đầu áp dụng của mức cần bỏ.")
def drop(data: Path, as_json: bool, procedure: str, name: str, first: datetime) -> None:
    """Bỏ một mức phí đã ghi."""
    from desk_app.domain.mistakes import DeskError
    from desk_app.operations.local_fees import drop_fee, local_fees
    from desk_app.operations.officers import officer_named

    with opened(data) as desk:
        wanted = (procedure, name, first.date())
        found = [one for one in local_fees(desk) if (one.procedure, one.name, one.first) == wanted]
        if not found:
            raise DeskError("Không có mức phí đó.", "Xem “motcua fee list”.")
        drop_fee(desk, found[0], officer_named(desk, None))
    show(found[0].to_dict(), as_json, lambda: "Đã bỏ mức phí.")


def _line(one: FeeLine) -> str:
    from sync.catalogue.local_fees import PER
    from sync.model.words import dong

    fee_of = one.fee
    return (
        f"{fee_of.procedure}  {fee_of.name}: {dong(fee_of.amount)}/{PER[fee_of.per]}, từ"
        f" {fee_of.first:%d/%m/%Y} ({fee_of.source}) – {_STATES[one.state]}"
    )
