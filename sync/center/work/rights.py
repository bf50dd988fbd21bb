"""Who among the staff may do what to a dossier, as one table; and whose business a dossier is now."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Final

from sync.model.dossier import Dossier, Officer
from sync.model.process import LEADER, RECEPTION, RECORDS, SPECIALIST
from sync.model.whereabouts import at_unit

ADMINISTRATOR, AUDITOR = "administrator", "auditor"
STAFF_ROLES: Final = (RECEPTION, SPECIALIST, LEADER, RECORDS, ADMINISTRATOR, AUDITOR)
STAFF_ROLE_LABELS: Final[Mapping[str, str]] = {
    RECEPTION: "Bộ phận một cửa",
    SPECIALIST: "Chuyên viên",
    LEADER: "Lãnh đạo",
    RECORDS: "Văn thư",
    ADMINISTRATOR: "Quản trị",
    AUDITOR: "Kiểm tra",
}
_ALL_WHO_WORK = frozenset({RECEPTION, SPECIALIST, LEADER, RECORDS})

RIGHTS: Final[Mapping[str, frozenset[str]]] = {
    "take": _ALL_WHO_WORK,
    "assign": frozenset({RECEPTION, LEADER}),
    "reassign": frozenset({LEADER, ADMINISTRATOR}),
    "appraise": frozenset({SPECIALIST, LEADER}),
    "consult": frozenset({SPECIALIST, LEADER}),
    "answer": frozenset({RECEPTION, SPECIALIST, LEADER}),
    "approve": frozenset({LEADER}),
    "rework": frozenset({LEADER, RECORDS}),
    "seal": frozenset({RECORDS}),
    "send-back": frozenset({RECEPTION, RECORDS, LEADER}),
    "supplement": frozenset({SPECIALIST, LEADER}),
    "supplemented": frozenset({RECEPTION}),
    "fee": frozenset({SPECIALIST, LEADER}),
    "apology": frozenset({LEADER}),
    "refuse": frozenset({LEADER}),
    "stop": frozenset({LEADER}),
    "withdraw": frozenset({RECEPTION}),
    "reopen": frozenset({LEADER, RECORDS}),
    "forward": _ALL_WHO_WORK,
    "call": _ALL_WHO_WORK,
    "note": _ALL_WHO_WORK,
    "undo": _ALL_WHO_WORK,
    "process": frozenset({ADMINISTRATOR}),
}
"""Roles by verb. An administrator hands dossiers over and sets processes, but decides nothing; an
auditor reads."""
IN_ONES_OWN_HANDS: Final = frozenset({"appraise", "approve", "rework", "seal", "supplement"})
"""Verbs that only the one responsible may do while there is one: anybody else is given the dossier first."""
BY_THE_RECEIVER_TOO: Final = frozenset({"supplemented", "withdraw", "call", "note"})
"""Verbs of the unit that received a dossier, wherever it is worked on: the citizen stands there."""
CENTER_UNIT: Final = ""
"""The center's own offices, where a unit's code stands otherwise."""


@dataclass(frozen=True, slots=True)
class Actor:
    """One of the staff, as logged in: who, with which roles, of which unit (`CENTER_UNIT`, or a
    commune's code) and office. `unbound`: the administrator of the machine itself, on its command line."""

    officer: Officer
    roles: frozenset[str]
    unit: str = CENTER_UNIT
    office: str = ""
    unbound: bool = False

    def may(self, verb: str) -> bool:
        """Whether one of the roles may do that."""
        return self.unbound or bool(RIGHTS.get(verb, frozenset()) & self.roles)


def why_not(actor: Actor, verb: str, dossier: Dossier, ours: Collection[str]) -> str:
    """Why this person may not do that to this dossier; empty where he may. `ours` are the codes of his
    unit and of those merged into it."""
    if not actor.may(verb):
        roles = ", ".join(STAFF_ROLE_LABELS[one] for one in STAFF_ROLES if one in RIGHTS.get(verb, ()))
        return f"Việc này của: {roles or 'không ai'}."
    received_here = dossier.unit in ours and verb in BY_THE_RECEIVER_TOO
    if at_unit(dossier) not in ours and not received_here:
        away = dossier.away
        where = away.name if away is not None and away.back_at is None else "đơn vị tiếp nhận"
        return f"Hồ sơ đang ở {where}."
    holder = dossier.work.officer
    held = holder is not None and holder.id != actor.officer.id and not actor.unbound
    if held and holder is not None and verb in IN_ONES_OWN_HANDS:
        return f"Hồ sơ đang do {holder.name} xử lý; phân công lại trước khi làm thay."
    return ""
