"""The center's commands for the work on dossiers by steps, for scripts and for trying things out."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desk_app.cli.center import center, open_center
from desk_app.cli.dossiers import bytes_of, step_value
from desk_app.cli.frame import common, moment_words, officer_option, show
from desk_app.domain.mistakes import DeskError
from sync.model.dossier import Officer

if TYPE_CHECKING:
    from sync.center.store.opening import Center
    from sync.center.work.acting import Acted
    from sync.center.work.processes import ProcessSet
    from sync.center.work.rights import Actor
    from sync.model.process import Process

UNIT = click.option("--unit", default="", help="Mã đơn vị mà người làm thuộc về; trống: chính trung tâm.")


def _actor(opened: Center, officer: str | None, unit: str) -> Actor:
    """Whoever sits at the center's own machine: bound by no role, but by the rules of the steps."""
    from sync.center.work.rights import Actor

    by = Officer(officer, officer) if officer else Officer("center", opened.title)
    return Actor(by, frozenset(), unit.strip().upper(), unbound=True)


@center.command(name="act")
@common
@officer_option
@UNIT
@click.option(
    "--data-json", type=click.Path(path_type=Path, allow_dash=True), help="Tệp JSON nội dung của việc."
)
@click.option("--seen", default="", help="Phiên bản hồ sơ đã xem; hồ sơ đổi sau đó thì không ghi.")
@click.argument("number")
@click.argument("verb", metavar="VERB")
def center_act(
    data: Path,
    as_json: bool,
    officer: str | None,
    unit: str,
    data_json: Path | None,
    seen: str,
    number: str,
    verb: str,
) -> None:
    """Làm một việc với hồ sơ tại trung tâm: take, assign, reassign, appraise, consult, answer, approve,
    rework, seal, send-back, supplement, supplemented, fee, apology, refuse, stop, withdraw, reopen,
    forward, call, note, undo. NUMBER có thể là nhiều mã, cách nhau dấu phẩy."""
    from desk_app.domain.request import read_json
    from sync.center.work.acting import Wanted, act, act_many

    given = read_json(bytes_of(data_json)) if data_json else {}
    if not isinstance(given, dict):
        raise DeskError("Nội dung của việc phải là một đối tượng JSON.")
    numbers = [one for one in number.split(",") if one.strip()]
    with open_center(data) as opened:
        actor = _actor(opened, officer, unit)
        if len(numbers) != 1:
            found = act_many(opened, actor, [Wanted(one) for one in numbers], verb, given)
        else:
            found = (act(opened, actor, Wanted(number, seen), verb, given),)
    if len(found) == 1 and not found[0].done:
        raise _refused(found[0])
    values = [_acted_value(one) for one in found]
    show(values[0] if len(numbers) == 1 else values, as_json, lambda: "\n".join(map(_acted_words, found)))
    if not all(one.done for one in found):
        raise click.exceptions.Exit(1)


def _refused(one: Acted) -> DeskError:
    """What stopped the act, with what had changed."""
    changed = "; ".join(f"{moment_words(e.at)} {e.officer.name}: {e.text}" for e in one.changed)
    advice = f"Đã thay đổi: {changed}" if changed else ""
    first = one.mistakes[0]
    return DeskError(f"Chưa làm được: {first.field}: {first.message}", advice, one.mistakes)


def _acted_value(one: Acted) -> dict[str, Any]:
    from sync.model.version import version_of

    value: dict[str, Any] = {"wanted": one.wanted.dossier, "done": one.done}
    if one.dossier is not None:
        value |= {
            "number": one.dossier.number,
            "status": str(one.dossier.status),
            "due_at": one.dossier.due_at,
            "step": step_value(one.dossier),
            "flags": list(one.dossier.flags),
            "version": version_of(one.dossier),
        }
    if one.mistakes:
        value["fields"] = [{"field": m.field, "message": m.message} for m in one.mistakes]
    if one.changed:
        value["changed"] = [{"at": e.at, "officer": e.officer.name, "text": e.text} for e in one.changed]
    return value


def _acted_words(one: Acted) -> str:
    if not one.done or one.dossier is None:
        return f"{one.wanted.dossier}: {one.sentence}"
    return f"{one.dossier.number}: {one.dossier.label} – {one.dossier.history[-1].text}"


@center.command(name="tasks")
@common
@officer_option
@UNIT
@click.option(
    "--hours", type=click.IntRange(1, 9999), default=4, show_default=True, help="Số giờ coi là sắp."
)
@click.option(
    "--limit", type=click.IntRange(1, 500), default=50, show_default=True, help="Số hồ sơ mỗi trang."
)
@click.option("--after", default="", help="Vị trí cuối của trang trước.")
@click.argument("which", metavar="LIST")
def center_tasks(
    data: Path,
    as_json: bool,
    officer: str | None,
    unit: str,
    hours: int,
    limit: int,
    after: str,
    which: str,
) -> None:
    """Danh sách việc: mine, unit, unassigned, late, soon, coming, waiting, return."""
    from sync.center.work.tasks import tasks

    with open_center(data) as opened:
        page = tasks(opened, _actor(opened, officer, unit), which, hours=hours, after=after, limit=limit)
    value = {"tasks": [asdict(one) for one in page.tasks], "after": page.after}
    lines = [
        f"{one.number}  {one.step_name or '–'}  {one.assignee_name or 'chưa phân công'}"
        f"  hạn {moment_words(one.act_by) if one.act_by else '–'}  {one.owner}"
        for one in page.tasks
    ]
    show(value, as_json, lambda: "\n".join(lines) or "Không có việc nào.")


@center.group(name="process")
def process() -> None:
    """Quy trình xử lý theo thủ tục: xem, đặt, bỏ."""


@process.command(name="show")
@common
@UNIT
@click.option("--limit", default="", help="Thời hạn của thủ tục, để xem quy trình mặc định.")
def process_show(data: Path, as_json: bool, unit: str, limit: str) -> None:
    """Các quy trình đã đặt; với --limit: quy trình mặc định cho thời hạn đó."""
    from sync.center.work.processes import ProcessSet, processes
    from sync.model.process import default_process

    if limit:
        found = [ProcessSet("default", unit, default_process(limit, unit))]
    else:
        with open_center(data) as opened:
            found = processes(opened, unit)
    show(
        [_process_value(one) for one in found],
        as_json,
        lambda: "\n".join(map(_process_words, found)) or "Chưa đặt quy trình nào; dùng quy trình mặc định.",
    )


@process.command(name="set")
@common
@officer_option
@UNIT
@click.option("--procedure", default="", help="Mã thủ tục; trống: mọi thủ tục chưa có quy trình riêng.")
@click.option("--below", is_flag=True, help="Cho mọi xã chưa tự đặt, không phải cho trung tâm.")
@click.option("--drop", is_flag=True, help="Bỏ quy trình đã đặt.")
@click.argument("file", type=click.Path(path_type=Path, allow_dash=True), required=False)
def process_set(
    data: Path,
    as_json: bool,
    officer: str | None,
    unit: str,
    procedure: str,
    below: bool,
    drop: bool,
    file: Path | None,
) -> None:
    """Đặt quy trình từ tệp JSON: các bước (kind, name, role, office, limit); tổng thời hạn được kiểm tra."""
    from desk_app.domain.request import read_json
    from sync.center.work.processes import set_process

    if (file is None) != drop:
        raise click.UsageError("Cần tệp quy trình, hoặc --drop.")
    raw = read_json(bytes_of(file)) if file is not None else None
    with open_center(data) as opened:
        actor = _actor(opened, officer, "")
        made = set_process(opened, actor, procedure, raw, unit=unit, below=below)
    if isinstance(made, tuple):
        raise DeskError(f"Chưa đặt được: {made[0].field}: {made[0].message}", "", made)
    show(_process_value(made), as_json, lambda: _process_words(made))


def _process_value(one: ProcessSet) -> dict[str, Any]:
    return {"key": one.key, "unit": one.unit, "caution": one.caution, **one.process.to_dict()}


def _process_words(one: ProcessSet) -> str:
    return "\n".join(part for part in (one.key, *_step_lines(one.process), one.caution) if part)


def _step_lines(process: Process) -> list[str]:
    from sync.model.process import ROLE_LABELS

    return [
        f"  {at}. {step.name} – {ROLE_LABELS.get(step.role, step.role)}"
        f"{f', {step.office}' if step.office else ''}: {step.limit or 'theo hạn trả'}"
        for at, step in enumerate(process.steps, 1)
    ]
