"""What an act would do, before it is done: new due time and fee, or its mistakes. Nothing is written."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desk_app.domain.act_request import ActFields
from desk_app.domain.mistakes import DeskError, Mistake
from desk_app.domain.rights import PRESENT
from desk_app.operations.acts import ACTS
from desk_app.operations.desk import Desk
from desk_app.operations.doors import needs
from desk_app.operations.find import show
from sync.acts.move import Move
from sync.model import kinds
from sync.model.bodies import intake_in, unpack
from sync.model.dossier import Intake, Officer
from sync.model.moment import parse_moment


@dataclass(frozen=True, slots=True)
class Foreseen:
    """`due` is the due time the act would set, None where it leaves it; `late`: an apology that comes after
    its last moment (one working day before the due time, NĐ 61/2018 Điều 19.9); `mistakes` what stops it;
    `intake` what a correction would make of the reception."""

    due: datetime | None = None
    late: bool = False
    mistakes: tuple[Mistake, ...] = ()
    intake: Intake | None = None


@needs(PRESENT)
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
    at = parse_moment(due) if isinstance(due, str) else None
    return Foreseen(
        at, body.get("late") is True, intake=_corrected(body) if made.kind == kinds.CORRECTED else None
    )


def _corrected(body: Mapping[str, Any]) -> Intake:
    return intake_in({**body, "at": body["received"], "by": body["received_by"]})
