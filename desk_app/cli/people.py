"""People's own data: the register of their requests, the copy they are given; a text for technicians."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from desk_app.cli.frame import common, moment_words, motcua, officer_option, opened, show
from desk_app.domain.mistakes import DeskError

if TYPE_CHECKING:
    from desk_app.operations.subjects import Registered

_DAY = click.DateTime(["%Y-%m-%d", "%d/%m/%Y"])


@motcua.group()
def person() -> None:
    """Dữ liệu cá nhân: sổ yêu cầu của người dân, bản sao dữ liệu của một người."""


@person.command()
@common
@officer_option
@click.option("--name", "full_name", required=True, help="Họ và tên người yêu cầu.")
@click.option("--id-number", default="", help="Số giấy tờ.")
@click.option("--phone", default="", help="Số điện thoại.")
@click.option("--text", default="", help="Lời của người yêu cầu.")
@click.argument("wish")
def ask(
    data: Path,
    as_json: bool,
    officer: str | None,
    full_name: str,
    id_number: str,
    phone: str,
    text: str,
    wish: str,
) -> None:
    """Ghi một yêu cầu vào sổ: access, correct, annotate, restrict, object, withdraw, erase."""
    from desk_app.operations.officers import officer_named
    from desk_app.operations.subjects import Registered, ask_for
    from sync.model.dossier import Person

    with opened(data) as desk:
        who = Person(full_name, id_number=id_number, phone=phone)
        held = Registered(ask_for(desk, who, wish, text, officer_named(desk, officer)).value)
    show(_value(held), as_json, lambda: _words(held))


@person.command()
@common
@officer_option
@click.option("--text", default="", help="Lý do; bắt buộc khi không đáp ứng trọn vẹn.")
@click.option("--until", type=_DAY, default=None, help="Ngày trả lời mới, khi gia hạn (extended).")
@click.argument("code")
@click.argument("outcome")
def answer(
    data: Path, as_json: bool, officer: str | None, text: str, until: datetime | None, code: str, outcome: str
) -> None:
    """Ghi trả lời cho một yêu cầu: granted, partly, refused, extended."""
    from desk_app.operations.officers import officer_named
    from desk_app.operations.subjects import answer_to

    with opened(data) as desk:
        by = officer_named(desk, officer)
        held = answer_to(desk, code, outcome, text, by, until.date() if until else None).value
    show(_value(held), as_json, lambda: _words(held))


@person.command()
@common
def register(data: Path, as_json: bool) -> None:
    """Sổ yêu cầu về dữ liệu cá nhân: chưa trả lời trước, theo hạn."""
    from desk_app.operations.subjects import subject_requests

    with opened(data) as desk:
        held = subject_requests(desk)
    show([_value(one) for one in held], as_json, lambda: "\n".join(map(_words, held)))


@person.command()
@common
@click.option("--id-number", default="", help="Số giấy tờ của người được sao.")
@click.option("--name", "full_name", default="", help="Họ tên, khi không có số giấy tờ; cần thêm --born.")
@click.option("--born", type=_DAY, default=None, help="Ngày sinh.")
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), required=True, help="Tệp .pdf hoặc .json sẽ ghi."
)
def copy(
    data: Path, as_json: bool, id_number: str, full_name: str, born: datetime | None, output: Path
) -> None:
    """Bản sao mọi dữ liệu đơn vị giữ về một người, để giao cho chính người đó."""
    from desk_app.operations import person_copy as copies
    from desk_app.store.store import write_atomically

    kind = output.suffix.lower()
    if kind not in (".pdf", ".json"):
        raise DeskError(f"Chưa biết ghi tệp “{output.name[-40:]}”.", "Đặt tên tệp .pdf hoặc .json.")
    with opened(data) as desk:
        wanted = copies.Wanted(id_number.strip(), full_name.strip(), born.date() if born else None)
        made = copies.person_copy(desk, wanted)
        unit = desk.settings.unit_name
    write_atomically(output, copies.as_json(made, unit) if kind == ".json" else copies.as_paper(made, unit))
    value = {
        "dossiers": len(made.parts),
        "refusals": len(made.refused),
        "requests": len(made.requests),
        "file": output,
    }
    show(value, as_json, lambda: f"{len(made.parts)} hồ sơ: {output}")


@motcua.command()
@common
@click.option(
    "-o", "--output", type=click.Path(path_type=Path), default=None, help="Tệp sẽ ghi; không có: in ra."
)
def support(data: Path, as_json: bool, output: Path | None) -> None:
    """Gói hỗ trợ cho người phụ trách kỹ thuật: số đếm và loại lỗi, không có dữ liệu của ai.

    Đọc hết trước khi gửi.
    """
    from desk_app.operations.support import support_text
    from desk_app.paths import log_file
    from desk_app.store.store import write_atomically

    with opened(data) as desk:
        text = support_text(desk, log_file())
    if output is not None:
        write_atomically(output, text.encode("utf-8"))
    show({"file": output, "text": text}, as_json, lambda: str(output) if output else text)


def _value(held: Registered) -> dict[str, Any]:
    request, answer = held.request, held.answer
    return {
        "id": request.id,
        "at": request.at,
        "wish": request.wish,
        "full_name": request.person.full_name,
        "text": request.text,
        "answer_by": request.answer_by,
        "done_by": request.done_by,
        "due": held.due,
        "answer": answer.outcome if answer else None,
        "answer_text": answer.text if answer else "",
    }


def _words(held: Registered) -> str:
    request = held.request
    state = f"trả lời trước {moment_words(held.due)}" if held.due else "đã trả lời"
    return f"{request.id}  {request.wish}  {request.person.full_name}  {state}"
