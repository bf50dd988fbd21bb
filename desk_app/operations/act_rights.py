"""By which right each act on a dossier may be done: asked before it is offered and before it is written.

One table for both, so a page says in words what an attempt would be told. It follows from what an act writes
(`KIND_RIGHTS`); giving a result out is the counter's alone, whatever it writes.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from desk_app.domain.rights import COUNTER, KIND_RIGHTS, RIGHTS
from desk_app.operations.desk import Desk
from desk_app.operations.rights import RightRefused, refusal, rights_now
from sync.model import kinds

ACT_KINDS: Final[Mapping[str, str]] = {
    "return": kinds.STATUS,
    "arrive": kinds.ARRIVED,
    "finish": kinds.STATUS,
    "handover": kinds.HANDOVER,
    "accept": kinds.ACCEPTED,
    "send-home": kinds.FORWARDED,
    "forward": kinds.FORWARDED,
    "supplement": kinds.STATUS,
    "supplemented": kinds.STATUS,
    "fee": kinds.STATUS,
    "payment": kinds.PAYMENT,
    "apology": kinds.APOLOGY,
    "call": kinds.CALLED,
    "locate": kinds.LOCATED,
    "note": kinds.NOTED,
    "reissue": kinds.CORRECTED,
    "refuse": kinds.STATUS,
    "stop": kinds.STATUS,
    "withdraw": kinds.STATUS,
    "reopen": kinds.STATUS,
    "annul": kinds.ANNULLED,
    "undo": kinds.UNDONE,
    "take": kinds.DELIVERED,
    "assign": kinds.ASSIGNED,
    "appraise": kinds.APPRAISED,
    "consult": kinds.CONSULTED,
    "answer": kinds.ANSWERED,
    "approve": kinds.APPROVED,
    "rework": kinds.REWORKED,
    "seal": kinds.SEALED,
}
"""The kind of entry that each act writes, by the act's name."""
_ORDER: Final = tuple(RIGHTS)


def rights_for(name: str) -> frozenset[str]:
    """Any one of which rights an act may be done by; none for an act that is in no table."""
    if name == "return":
        return frozenset({COUNTER})
    return KIND_RIGHTS.get(ACT_KINDS.get(name, ""), frozenset())


def why_not_permitted(desk: Desk, name: str) -> str:
    """Why the one who is logged in may not do the act, in words; empty: may, as everybody at an open desk."""
    refused = _refused(desk, name)
    return refused.title if refused is not None else ""


def require_act(desk: Desk, name: str) -> None:
    """Raises `RightRefused` unless the act may be done by the one who is logged in."""
    refused = _refused(desk, name)
    if refused is not None:
        raise refused


def _refused(desk: Desk, name: str) -> RightRefused | None:
    wanted = rights_for(name)
    if wanted & rights_now(desk):
        return None
    return refusal(desk, min(wanted, key=_ORDER.index))
