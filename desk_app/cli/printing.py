"""Printers, and printing a dossier's papers."""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desk_app.cli.frame import common, motcua, officer_option, opened, show
from desk_app.domain.mistakes import DeskError

if TYPE_CHECKING:
    from desk_app.devices.choosing import KnownPrinter
    from desk_app.domain.print_job import PrintJob

WAIT_SECONDS = 60
ASK_SECONDS = 0.5


@motcua.command()
@common
@click.option("--form", default=None, help="Chọn máy in cho mẫu này (cùng với --use).")
@click.option("--use", default=None, metavar="MÁY-IN", help="Tên hoặc địa chỉ máy in cho mẫu đó.")
@click.option("--tray", default="", help="Khay giấy, ví dụ tray-2.")
@click.option("--paper", default="", help="Cỡ giấy của mẫu đó, ví dụ a5, 2xa5, a4.")
@click.option("--add", default=None, metavar="ĐỊA-CHỈ", help="Nhớ một máy in theo địa chỉ.")
@click.option("--forget", default=None, metavar="ĐỊA-CHỈ", help="Bỏ một máy in đã nhớ.")
def printers(
    data: Path,
    as_json: bool,
    form: str | None,
    use: str | None,
    tray: str,
    paper: str,
    add: str | None,
    forget: str | None,
) -> None:
    """Các máy in và tình trạng; --form MẪU --use MÁY-IN để nhớ máy in của một mẫu.

    MÁY-IN: tên máy in của hệ thống, ipp://máy/đường-dẫn, escpos://máy:9100, escpos-usb://vvvv:pppp,
    escpos-raw://tên, file:thư-mục.
    """
    from desk_app.devices.choosing import known_printers
    from desk_app.operations.printing import add_printer, added_printers, choose_printer, forget_printer
    from desk_app.operations.printing import printers as chosen_printers

    if (form is None) != (use is None):
        raise click.UsageError("--form và --use phải đi cùng nhau.")
    with opened(data) as desk:
        if form is not None and use is not None:
            choose_printer(desk, form, use, tray, paper)
        if add is not None:
            add_printer(desk, add)
        if forget is not None:
            forget_printer(desk, forget)
        chosen, added = chosen_printers(desk), added_printers(desk)
    found = known_printers([*added, *(one.printer for one in chosen.values())])
    forms: dict[str, list[str]] = {one.address: [] for one in found}
    for name, choice in chosen.items():
        forms.setdefault(choice.printer, []).append(name)
    values = [_printer(one, forms[one.address]) for one in found]
    show(values, as_json, lambda: "\n".join(map(_printer_words, values)) or "Máy này chưa có máy in.")


def _printer(one: KnownPrinter, forms: list[str]) -> dict[str, Any]:
    return {
        "printer": one.address,
        "name": one.name,
        "kind": one.kind,
        "default": one.default,
        "ready": one.ready,
        "said": one.said,
        "forms": forms,
    }


def _printer_words(one: dict[str, Any]) -> str:
    state = "sẵn sàng" if one["ready"] else one["said"] or "chưa sẵn sàng"
    default = " (mặc định)" if one["default"] else ""
    forms = f"  in: {', '.join(one['forms'])}" if one["forms"] else ""
    return f"{one['printer']}{default}  {state}{forms}"


@motcua.command(name="print")
@common
@officer_option
@click.option("--form", default="slip", help="Mẫu giấy; mặc định là phiếu hẹn (slip).")
@click.option("--printer", default=None, help="Tên hoặc địa chỉ máy in; mặc định là máy đã chọn cho mẫu.")
@click.option("--tray", default="", help="Khay giấy, ví dụ tray-2 (cùng với --printer).")
@click.option("--wait", type=click.IntRange(0, 3600), default=WAIT_SECONDS, help="Chờ máy in bao nhiêu giây.")
@click.argument("number")
def print_(
    data: Path,
    as_json: bool,
    officer: str | None,
    form: str,
    printer: str | None,
    tray: str,
    wait: int,
    number: str,
) -> None:
    """In một giấy của hồ sơ và chờ máy in trả lời."""
    from desk_app.devices.spool import Spooler
    from desk_app.operations.find import show as show_one
    from desk_app.operations.officers import officer_named
    from desk_app.operations.printing import PrinterChoice, enqueue

    choice = PrinterChoice(printer, tray) if printer is not None else None
    with opened(data) as desk:
        by, dossier = officer_named(desk, officer), show_one(desk, number).dossier
        spooler = Spooler(desk)
        with spooler.alone():
            spooler.recover()
            job = enqueue(desk, form, by, dossier, choice=choice).value
            job = spooler.print(job.id).value
        job = _followed(spooler, job, wait)
    if job.state not in ("printed", "taken"):
        raise DeskError(job.said or f"Máy in đã nhận lệnh nhưng sau {wait} giây chưa báo in xong.")
    show(_job(job), as_json, lambda: f"{job.number}  {job.state.label}  {job.printer or 'máy in mặc định'}")


def _followed(spooler: Any, job: PrintJob, wait: int) -> PrintJob:
    """The job once the printer has answered, or when the patience ends."""
    deadline = time.monotonic() + wait
    while job.state == "sent" and job.ticket and time.monotonic() < deadline:
        time.sleep(ASK_SECONDS)
        job = spooler.ask(job.id).value
    return job


def _job(job: PrintJob) -> dict[str, Any]:
    return {
        "job": job.id,
        "number": job.number,
        "form": job.form,
        "printer": job.printer,
        "tray": job.tray,
        "state": str(job.state),
        "reprint": job.reprint,
        "said": job.said,
    }
