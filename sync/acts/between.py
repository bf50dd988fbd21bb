"""Acts between units: taking over what was forwarded here, and sending it home when it is worked on.

Sources: NĐ 61/2018 Điều 18.3 and 19.6-19.7 (the desk that received a dossier answers for it to the citizen;
what another unit resolved goes back to that desk), TT 01/2018 Điều 9 (the control sheet goes along).
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sync.acts.move import Checked, Made, written
from sync.model import kinds
from sync.model.dossier import Dossier, Officer
from sync.model.status import CLOCK_ENDED, Status


def why_not_accept(dossier: Dossier, ours: Collection[str]) -> str:
    """Why this unit (`ours`: its code, and those of units merged into it) may not take the dossier over."""
    if dossier.unit in ours:
        return "Hồ sơ do chính đơn vị này tiếp nhận."
    away = dossier.away
    if away is not None and away.unit in ours and away.accepted_at is not None and away.back_at is None:
        return "Đơn vị này đã nhận hồ sơ."
    if dossier.status in CLOCK_ENDED:
        return f"Hồ sơ {dossier.number} đang là “{dossier.label}”, không nhận nữa."
    return ""


def accept(
    dossier: Dossier,
    ours: Collection[str],
    name: str,
    note: str = "",
    *,
    officer: Officer,
    now: datetime,
) -> Made:
    """The papers came from another unit and are worked on here; `name` is this unit's."""
    say = Checked(dossier)
    if why := why_not_accept(dossier, ours):
        say.wrong("status", why)
    fields = {"name": say.line(name, "name", longest=200), "note": say.line(note, "note")}
    return say.mistakes or written(kinds.ACCEPTED, officer, now, **fields)


def why_not_send_home(dossier: Dossier, ours: Collection[str]) -> str:
    """Why this unit may not send the dossier back to where it was received."""
    if dossier.unit in ours:
        return "Hồ sơ do chính đơn vị này tiếp nhận."
    if dossier.status in (Status.RETURNED, Status.WITHDRAWN):
        return f"Hồ sơ {dossier.number} đang là “{dossier.label}”."
    if dossier.away is None or dossier.away.unit not in ours or dossier.away.accepted_at is None:
        return "Đơn vị này chưa nhận hồ sơ."
    return "Đã chuyển về nơi tiếp nhận." if dossier.away.back_at is not None else ""


def send_home(
    dossier: Dossier,
    ours: Collection[str],
    home_name: str,
    *,
    papers: Sequence[str] = (),
    note: str = "",
    officer: Officer,
    now: datetime,
) -> Made:
    """The result (or the dossier as it is) goes back to the unit that received it, whose name is given."""
    say = Checked(dossier)
    if why := why_not_send_home(dossier, ours):
        say.wrong("status", why)
    fields = {
        "to": dossier.unit,
        "name": say.line(home_name, "name", longest=200),
        "papers": say.lines(papers, "papers"),
        "note": say.line(note, "note"),
    }
    return say.mistakes or written(kinds.FORWARDED, officer, now, **fields)
