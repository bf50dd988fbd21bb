"""The queue from the command line: other counters and kiosks of a data folder share it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desk_app.cli.frame import common, motcua, officer_option, opened, show

if TYPE_CHECKING:
    from desk_app.domain.queue import Ticket
    from desk_app.operations.desk import Desk

counter_option = click.option(
    "--counter", type=click.IntRange(0), default=0, help="Số quầy; mặc định quầy của máy."
)


@motcua.group()
def queue() -> None:
    """Hàng đợi: lấy số, gọi số, tình trạng các quầy."""


@queue.command(name="take")
@common
@officer_option
@click.option("--service", default="", help="Nhóm dịch vụ, như trong Cài đặt.")
@click.option("--priority", default="", help="Diện ưu tiên, như trong Cài đặt.")
@click.option("--print", "printed", is_flag=True, help="In phiếu số thứ tự.")
@click.option("--printer", default=None, help="Máy in cho phiếu này (cùng với --print).")
def take_(
    data: Path,
    as_json: bool,
    officer: str | None,
    service: str,
    priority: str,
    printed: bool,
    printer: str | None,
) -> None:
    """Lấy số tiếp theo."""
    from desk_app.operations.queue import take

    with opened(data) as desk:
        taken = take(desk, service=service, priority=priority).value
        value = _ticket(taken.ticket) | {"ahead": taken.ahead}
        if printed or printer is not None:
            value["print"] = _print(desk, taken.ticket, officer, printer)
    show(value, as_json, lambda: f"{value['turn']}  chờ trước: {value['ahead']}")


def _print(desk: Desk, ticket: Ticket, officer: str | None, printer: str | None) -> str:
    """The job's state. A ticket whose paper did not come out is still a turn: it can be read out."""
    from desk_app.devices.spool import Spooler
    from desk_app.operations.officers import officer_named
    from desk_app.operations.printing import PrinterChoice
    from desk_app.operations.tickets import enqueue_ticket

    choice = PrinterChoice(printer) if printer is not None else None
    job = enqueue_ticket(desk, ticket, officer_named(desk, officer), choice).value
    job = Spooler(desk).print(job.id).value
    if job.said:
        click.echo(job.said, err=True)
    return str(job.state)


@queue.command(name="next")
@common
@counter_option
@click.option("--service", default="", help="Chỉ gọi nhóm dịch vụ này.")
def next_(data: Path, as_json: bool, counter: int, service: str) -> None:
    """Gọi số tiếp theo; số đang ở quầy coi như đã xong."""
    from desk_app.operations.queue import call_next

    with opened(data) as desk:
        ticket = call_next(desk, counter, service=service).value
    show(_ticket(ticket), as_json, lambda: _words(ticket))


@queue.command()
@common
@counter_option
@click.argument("turn")
def call(data: Path, as_json: bool, counter: int, turn: str) -> None:
    """Gọi đúng một số, ví dụ A012: số đã vắng mặt, hoặc kết thúc nhầm."""
    from desk_app.operations.queue import call_turn

    with opened(data) as desk:
        ticket = call_turn(desk, turn, counter).value
    show(_ticket(ticket), as_json, lambda: _words(ticket))


@queue.command()
@common
@counter_option
@click.argument("what", type=click.Choice(["again", "serve", "finish", "miss"]))
def mark(data: Path, as_json: bool, counter: int, what: str) -> None:
    """Số đang ở quầy: again gọi lại, serve bắt đầu phục vụ, finish xong, miss vắng mặt."""
    from desk_app.operations.queue import call_again, finish, miss, serve

    steps = {"again": call_again, "serve": serve, "finish": finish, "miss": miss}
    with opened(data) as desk:
        ticket = steps[what](desk, counter).value
    show(_ticket(ticket), as_json, lambda: _words(ticket))


@queue.command(name="transfer")
@common
@counter_option
@click.argument("to", type=click.IntRange(1))
def transfer_(data: Path, as_json: bool, counter: int, to: int) -> None:
    """Chuyển số đang ở quầy sang quầy khác."""
    from desk_app.operations.queue import transfer

    with opened(data) as desk:
        ticket = transfer(desk, to, counter).value
    show(_ticket(ticket), as_json, lambda: f"{ticket.turn}  chuyển sang quầy {ticket.bound}")


@queue.command(name="pause")
@common
@counter_option
@click.option("--open", "opening", is_flag=True, help="Mở lại quầy.")
def pause_(data: Path, as_json: bool, counter: int, opening: bool) -> None:
    """Tạm dừng một quầy, hoặc mở lại (--open)."""
    from desk_app.operations.queue import pause

    with opened(data) as desk:
        paused = pause(desk, not opening, counter).value
    show({"paused": paused}, as_json, lambda: "Quầy tạm dừng." if paused else "Quầy đã mở.")


@queue.command(name="list")
@common
def list_(data: Path, as_json: bool) -> None:
    """Mọi số của hôm nay, theo thứ tự lấy."""
    from desk_app.operations.queue import tickets_today

    with opened(data) as desk:
        tickets = tickets_today(desk)
    values = [_ticket(one) for one in tickets]
    show(values, as_json, lambda: "\n".join(map(_words, tickets)) or "Hôm nay chưa có ai lấy số.")


def _ticket(one: Ticket) -> dict[str, Any]:
    return {
        "turn": one.turn,
        "day": one.day,
        "service": one.service,
        "priority": one.priority,
        "state": str(one.state),
        "counter": one.counter,
        "bound": one.bound,
        "calls": one.calls,
        "taken_at": one.taken_at,
        "called_at": one.called_at,
        "waited_seconds": one.waited,
        "served_seconds": one.served,
    }


def _words(one: Ticket) -> str:
    at = f"  quầy {one.counter}" if one.counter else ""
    first = f"  ưu tiên: {one.priority}" if one.priority else ""
    return f"{one.turn}  {one.state.label}{at}{first}"
