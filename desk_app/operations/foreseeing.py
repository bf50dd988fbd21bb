"""What an act would do, before it is done: the new due time, or its mistakes. Nothing is written."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desk_app.domain.act_request import ActFields
from desk_app.domain.mistakes import DeskError, Mistake
from desk_app.operations.acts import ACTS
from desk_app.operations.desk import Desk
from desk_app.operations.find import show
from sync.acts.move import Move
from sync.model.bodies import unpack
from sync.model.dossier import Officer
from sync.model.moment import parse_moment


@dataclass(frozen=True, slots=True)
class Foreseen:
    """`due` is the due time the act would set, None where it leaves it; `late`: an apology that comes after
    its last moment (one working day before the due time, NĐ 61/2018 Điều 19.9); `mistakes` what stops it."""

    due: datetime | None = None
    late: bool = False
    mistakes: tuple[Mistake, ...] = ()


def foresee(desk: Desk, wanted: str | bytes, name: str, given: Any, officer: Officer) -> Foreseen:
    """Makes the act and throws it away. Raises `DeskError` for an unknown act or dossier."""
    act = ACTS.get(name)
    if act is None:
        raise DeskError(f"Không có việc “{name[:40]}”.", f"Các việc: {', '.join(ACTS)}.")
    fields = ActFields(given)
    made = act.make(desk, show(desk, wanted).dossier, fields, officer)
    mistakes = fields.mistakes or fields.unknown(act.title)
    if mistakes:
        return Foreseen(mistakes=mistakes)
    if not isinstance(made, Move):
        return Foreseen(mistakes=made)
    body = unpack(made.body)
    due = body.get("due")
    return Foreseen(parse_moment(due) if isinstance(due, str) else None, body.get("late") is True)
