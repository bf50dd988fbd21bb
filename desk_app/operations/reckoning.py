"""Answers that need no dossier: a due time, a list of procedures; with or without a desk in the folder."""

from __future__ import annotations

from datetime import datetime, time
from pathlib import Path

from desk_app.domain.mistakes import DeskError
from desk_app.operations.desk import Desk, open_desk, shipped_calendar
from desk_app.paths import DeskPaths
from sync.catalogue.catalogue import load_shipped
from sync.model.calendar import Calendar, CalendarEnds
from sync.model.due import Due
from sync.model.due import due as reckon
from sync.model.limit import Limit, LimitUnknown
from sync.model.procedure import Procedure

MOST_PROCEDURES = 100_000


def _desk(data: Path, now: datetime) -> Desk | None:
    return open_desk(data, lambda: now) if DeskPaths(data).identity.exists() else None


def reckon_due(data: Path, received: datetime, limit: str, policy: str | None, cutoff: time | None) -> Due:
    """When a dossier received then would be due, by the commune's calendar and policy or the shipped ones.

    `cutoff` means policy P2. Raises `DeskError`.
    """
    desk = _desk(data, received)
    try:
        calendar = desk.calendar if desk else shipped_calendar()
        chosen = policy or ("P2" if cutoff else desk.settings.policy if desk else "P1")
        at = cutoff or (desk.settings.cutoff if desk and chosen == "P2" else None)
        return reckon(received, Limit.parse(limit), calendar, chosen, at)  # type: ignore[arg-type]
    except (LimitUnknown, CalendarEnds) as error:
        raise DeskError(f"{error.title}.", error.advice) from error
    finally:
        if desk:
            desk.close()


def calendar_of(data: Path, now: datetime) -> Calendar:
    """The commune's calendar as it holds then, or the shipped one where there is no desk."""
    desk = _desk(data, now)
    if desk is None:
        return shipped_calendar()
    try:
        return desk.calendar
    finally:
        desk.close()


def find_procedures(data: Path, text: str, now: datetime) -> list[Procedure]:
    """Procedures in force then by any part of name, initials or code; everything for an empty text."""
    desk = _desk(data, now)
    try:
        catalogue = desk.catalogue if desk else load_shipped()
        if not text.strip():
            return list(catalogue)
        return catalogue.index(desk.tables.usage(desk.settings.desk) if desk else None).find(
            text, MOST_PROCEDURES
        )
    finally:
        if desk:
            desk.close()
