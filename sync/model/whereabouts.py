"""Where a dossier is while it is not, or not only, the business of the unit that received it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from sync.model.dossier import Dossier
from sync.model.moment import day_of
from sync.model.status import Status
from sync.model.words import clock, short_date

FOR, SENT, THERE, BACK = "for", "sent", "there", "back"
"""Received for another unit and not sent yet; sent and not accepted; there; on its way home."""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """`state` is a constant here, `name` the other unit's, `since` the moment it began."""

    state: str
    name: str
    since: datetime


def whereabouts(dossier: Dossier) -> Whereabouts | None:
    """Where it is; None for one that is, and belongs, where it was received."""
    if dossier.annulled is not None or dossier.status is Status.RETURNED:
        return None
    away, intake = dossier.away, dossier.intake
    if away is not None:
        if away.back_at is not None:
            return Whereabouts(BACK, away.name, away.back_at)
        if away.accepted_at is not None:
            return Whereabouts(THERE, away.name, away.accepted_at)
        return Whereabouts(SENT, away.name, away.sent_at)
    if intake is not None and intake.for_unit and dossier.status is Status.RECEIVED:
        return Whereabouts(FOR, intake.for_unit_name or intake.for_unit, intake.received_at)
    return None


def at_unit(dossier: Dossier) -> str:
    """Whose business the dossier is now: the code of the unit it was sent to (empty: the center), or of
    the one that received it."""
    away = dossier.away
    return dossier.unit if away is None or away.back_at is not None else away.unit


def when(since: datetime, now: datetime) -> str:
    """A time of today, or with its day."""
    return clock(since) if day_of(since) == day_of(now) else f"{clock(since)} {short_date(since)}"
