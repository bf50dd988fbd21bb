"""Receiving, finding and showing dossiers, and their slips."""

from __future__ import annotations

import sys
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desk_app.cli.frame import common, moment_words, motcua, officer_option, opened, show
from desk_app.domain.mistakes import DeskError
from sync.model.moment import iso_minute

if TYPE_CHECKING:
    from desk_app.operations.find import DossierRow, DossierView
    from desk_app.operations.receive import Received
    from sync.model.dossier import Dossier, Event

EVERYTHING = 100_000_000


@motcua.command()
@common
@officer_option
@click.option("--date-confirmed", is_flag=True, help="Xác nhận ngày giờ của máy đang đúng.")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True))
def receive(data: Path, as_json: bool, officer: str | None, date_confirmed: bool, file: Path) -> None:
    """Tiếp nhận hồ sơ từ tệp JSON (“-”: đọc từ đầu vào chuẩn) và lập phiếu hẹn."""
    from desk_app.domain.request import read_requests
    from desk_app.operations.officers import officer_named
    from desk_app.operations.receive import receive as receive_all

    requests, many = read_requests(bytes_of(file))
    with opened(data) as desk:
        by = officer_named(desk, officer)
        received = receive_all(desk, requests, by, date_confirmed=date_confirmed).value if requests else ()
    values = [_received(one) for one in received]
    show(values if many else values[0], as_json, lambda: "\n".join(map(_received_words, received)))


def bytes_of(file: Path) -> bytes:
    """A file's content, or standard input for “-”; one byte too many is enough to be refused."""
    from desk_app.domain.request import MAX_BYTES

    if str(file) == "-":
        return sys.stdin.buffer.read(MAX_BYTES + 1)
    with open(file, "rb") as opened_file:
        return opened_file.read(MAX_BYTES + 1)


def _received(one: Received) -> dict[str, Any]:
    value: dict[str, Any] = {
        "number": one.number,
        "received_at": one.received_at,
        "due_at": one.due_at,
        "fee": one.fee,
        "slip": one.slip,
    }
    if one.fees_open:
        value["fees_open"] = list(one.fees_open)
    if one.slip_problem:
        value["slip_problem"] = one.slip_problem
    return value


def _received_words(one: Received) -> str:
    fee = f"{one.fee:,} đ".replace(",", ".")
    slip = one.slip or one.slip_problem
    return f"{one.number}  hẹn trả {moment_words(one.due_at)}  phí {fee}  {slip}"


@motcua.command()
@common
@click.argument("number")
@click.option("-o", "--output", type=click.Path(path_type=Path), required=True, help="Tệp PDF sẽ ghi.")
def slip(data: Path, as_json: bool, number: str, output: Path) -> None:
    """Ghi phiếu hẹn của một hồ sơ ra tệp PDF."""
    from desk_app.operations.find import show as show_one
    from desk_app.operations.slips import slip_pdf_of
    from desk_app.store.store import write_atomically

    with opened(data) as desk:
        pdf = slip_pdf_of(desk, show_one(desk, number).dossier)
    write_atomically(output, pdf)
    show({"number": number, "slip": output}, as_json, lambda: str(output))


@motcua.command()
@common
@click.argument("text", required=False, default="")
@click.option("--limit", type=click.IntRange(1, EVERYTHING), default=None, help="Số hồ sơ nhiều nhất.")
def find(data: Path, as_json: bool, text: str, limit: int | None) -> None:
    """Tìm hồ sơ theo mã, tên, số giấy tờ, điện thoại (không cần dấu); trống: tất cả, mới nhất trước."""
    from desk_app.operations.find import find as find_all

    with opened(data) as desk:
        rows = find_all(desk, text, limit or EVERYTHING)
    show(
        [_row(one) for one in rows],
        as_json,
        lambda: "\n".join(map(_row_words, rows)) or "Không có hồ sơ nào.",
    )


def _row(one: DossierRow) -> dict[str, Any]:
    return {
        "number": one.number,
        "status": str(one.status),
        "unit": one.unit,
        "procedure": one.procedure,
        "procedure_name": one.procedure_name,
        "owner": one.owner,
        "received_at": one.received_at,
        "due_at": one.due_at,
        "acknowledged": one.acknowledged,
        "flags": list(one.flags),
    }


def _row_words(one: DossierRow) -> str:
    return f"{one.number}  {one.label}  {one.owner}  {one.procedure_name}  hẹn {moment_words(one.due_at)}"


@motcua.command(name="show")
@common
@click.argument("number")
def show_command(data: Path, as_json: bool, number: str) -> None:
    """Một hồ sơ và toàn bộ quá trình của nó."""
    from desk_app.operations.find import show as show_one

    with opened(data) as desk:
        view = show_one(desk, number)
    show(dossier_value(view), as_json, lambda: _dossier_words(view))


def dossier_value(view: DossierView) -> dict[str, Any]:
    """A dossier as `show --json` prints it."""
    from sync.model.bodies import person_out

    dossier, intake = view.dossier, view.dossier.intake
    if intake is None:
        raise DeskError("Hồ sơ này chưa có lần tiếp nhận nào.", "Đồng bộ để lấy phần còn thiếu.")
    people = {
        name: person_out(getattr(intake, name))
        for name in ("applicant", "owner", "representative", "payer", "collector")
        if getattr(intake, name)
    }
    return {
        "number": dossier.number,
        "status": str(dossier.status),
        "status_label": dossier.label,
        "unit": dossier.unit,
        "procedure": intake.procedure.code,
        "procedure_name": intake.procedure.name,
        "case": intake.procedure.case,
        "catalogue": intake.procedure.version,
        **people,
        "representation": intake.representation,
        "shown": [{"role": one.role, "paper": one.paper} for one in intake.shown],
        "papers": [asdict(one) for one in intake.papers],
        "fee": intake.fee,
        "fees": [{"name": f.name, "amount": f.amount, "kind": f.kind} for f in intake.fees],
        "fees_open": list(intake.fees_open),
        "sets": intake.sets,
        "return_by": intake.return_by,
        "return_to": intake.return_to,
        "channel": intake.channel,
        "note": intake.note,
        "limit": intake.limit,
        "policy": intake.policy,
        "calendar": intake.calendar,
        "form_set": intake.form_set,
        "desk": intake.desk,
        "officer": {"id": intake.officer.id, "name": intake.officer.name},
        "received_at": intake.received_at,
        "due_at": dossier.due_at,
        "ended_at": dossier.ended_at and iso_minute(dossier.ended_at),
        "annulled": dossier.annulled is not None,
        "holder": dossier.holder,
        "place": dossier.place,
        "paid": dossier.paid,
        "step": step_value(dossier),
        "ready_at": dossier.ready_at and iso_minute(dossier.ready_at),
        "result": dossier.result,
        "reason": dossier.reason,
        "flags": list(dossier.flags),
        "acknowledged": view.acknowledged,
        "history": [_event(event) for event in dossier.history],
    }


def step_value(dossier: Dossier) -> dict[str, Any] | None:
    """The step a dossier is at, as JSON; None for one nobody works on by steps."""
    work = dossier.work
    if not work.step:
        return None
    return {
        "code": work.step,
        "name": work.step_name,
        "officer": work.officer.name if work.officer else "",
        "office": work.office,
        "since": work.since and iso_minute(work.since),
        "due": work.due and iso_minute(work.due),
        "missing": list(work.missing),
    }


def _event(event: Event) -> dict[str, Any]:
    return {
        "at": event.at,
        "act": event.act,
        "officer": event.officer.name,
        "unit": event.unit,
        "node": event.node,
        "text": event.text,
    }


def _dossier_words(view: DossierView) -> str:
    dossier, intake = view.dossier, view.dossier.intake
    if intake is None or dossier.due_at is None:
        return f"{dossier.number or dossier.id.hex()}: chưa có lần tiếp nhận nào."
    lines = [
        f"{dossier.number} – {dossier.label}",
        f"Thủ tục: {intake.procedure.name} ({intake.procedure.code})",
        f"Chủ hồ sơ: {intake.owner.full_name}",
        f"Tiếp nhận: {moment_words(intake.received_at)} · Hẹn trả: {moment_words(dossier.due_at)}",
        "Trung tâm đã nhận đủ." if view.acknowledged else "Trung tâm chưa xác nhận.",
    ]
    lines += [f"  {moment_words(event.at)}  {event.officer.name}: {event.text}" for event in dossier.history]
    return "\n".join(lines)


@motcua.command()
@common
@officer_option
@click.option("--date-confirmed", is_flag=True, help="Xác nhận ngày giờ của máy đang đúng.")
@click.option(
    "--data-json", type=click.Path(path_type=Path, allow_dash=True), help="Tệp JSON nội dung của việc."
)
@click.argument("number")
@click.argument("name", metavar="ACT")
def act(
    data: Path,
    as_json: bool,
    officer: str | None,
    date_confirmed: bool,
    data_json: Path | None,
    number: str,
    name: str,
) -> None:
    """Làm một việc với hồ sơ: return, arrive, finish, handover, accept, send-home, forward, supplement,
    supplemented, fee, payment, apology, call, locate, note, reissue, refuse, stop, withdraw, reopen, annul,
    undo; theo từng bước: take, assign, appraise, consult, answer, approve, rework, seal.

    Đính chính (reissue) ghi ở “changes” những trường khác đi, như khi tiếp nhận: procedure, case, applicant,
    papers, pages, copies, fee_amounts, exemption…; phí theo trang, theo bản được tính lại.
    """
    from desk_app.domain.request import read_json
    from desk_app.operations.acting import act_on
    from desk_app.operations.find import show as show_one
    from desk_app.operations.officers import officer_named

    given = read_json(bytes_of(data_json)) if data_json else {}
    with opened(data) as desk:
        by = officer_named(desk, officer)
        act_on(desk, number, name, given, by, date_confirmed=date_confirmed)
        view = show_one(desk, number)
    show(dossier_value(view), as_json, lambda: _dossier_words(view))
