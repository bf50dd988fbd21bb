"""What one dossier adds to the figures: whether it counts, how it came, how it ended against its due time.

Sources: NĐ 61/2018 and the data rules of QĐ 766/QĐ-TTg: the limit ends with the result (or with a refusal, a
stop or a withdrawal), never with the citizen's coming for it; what was asked to be supplemented more than
once is late.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from sync.model import kinds
from sync.model.dossier import Dossier, Event
from sync.model.moment import day_of
from sync.model.status import CLOCK_ENDED, Status

FACTS_VERSION = 2
"""Counted up when the same dossier adds something else than before: every sum is then counted anew."""
ONCE = 1
"""Requests for a supplement that a dossier may have and still be in time (NĐ 61 Đ.17, QĐ 766)."""


class Outcome(StrEnum):
    """How a dossier ended: on an earlier day than due, in time, late, or without a due time."""

    OPEN = ""
    EARLY = "early"
    ON_TIME = "on_time"
    LATE = "late"
    UNDATED = "undated"


WITHOUT_RESULT = frozenset({Status.REFUSED, Status.WITHDRAWN, Status.STOPPED})
"""Ended, but with no result for the citizen."""
RUNNING = frozenset({Status.REGISTERED, Status.RECEIVED, Status.PROCESSING})
"""The time limit runs."""
WAITING = frozenset({Status.SUPPLEMENT, Status.FEE_DUE})
"""The citizen is waited for: the limit stands still."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What lists do not hold but figures need; `counts` False: the dossier is in no figure.

    `finished_at`: when its time limit ended; None while it is open.
    """

    counts: bool
    field: str = ""
    way: str = ""
    outcome: Outcome = Outcome.OPEN
    finished_at: datetime | None = None


def facts_of(dossier: Dossier) -> Facts:
    """The facts of a dossier: a function of the fold alone."""
    intake = dossier.intake
    if intake is None or dossier.annulled is not None:
        return Facts(False)
    finished = finished_at(dossier)
    if dossier.purged is not None and finished is not None:
        return Facts(True, intake.procedure.field, intake.channel, _kept(dossier.purged.outcome), finished)
    outcome = Outcome.OPEN if finished is None else _outcome(dossier, finished)
    return Facts(True, intake.procedure.field, intake.channel, outcome, finished)


def _kept(word: str) -> Outcome:
    """How a purged dossier had ended; a word that no program of ours wrote counts as without a due time."""
    return next((one for one in Outcome if one and one == word), Outcome.UNDATED)


def finished_at(dossier: Dossier) -> datetime | None:
    """When the time limit ended: with the result, or without one; None while it runs or waits."""
    return dossier.ended_at if dossier.status in CLOCK_ENDED else None


def _outcome(dossier: Dossier, finished: datetime) -> Outcome:
    if asked(dossier.history) > ONCE:
        return Outcome.LATE
    return outcome_at(finished, dossier.due_at)


def outcome_at(ended: datetime, due: datetime | None) -> Outcome:
    """How an end stands to a due time; both are aware."""
    if due is None:
        return Outcome.UNDATED
    if ended > due:
        return Outcome.LATE
    return Outcome.EARLY if day_of(ended) < day_of(due) else Outcome.ON_TIME


def asked(history: Iterable[Event]) -> int:
    """How many times a supplement was asked for, as far as it took effect."""
    return sum(
        one.effective and one.act == kinds.STATUS and one.details.get("to") == Status.SUPPLEMENT
        for one in history
    )
