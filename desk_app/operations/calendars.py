"""The commune's own calendar: taken in from a table, and what it would have changed."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from desk_app.domain.mistakes import DeskError
from desk_app.domain.rights import READ, SETTINGS
from desk_app.operations.desk import CALENDAR, Desk
from desk_app.operations.doors import needs
from desk_app.operations.outcome import Changes, Outcome
from desk_app.store import search
from desk_app.store.tables import tables_of
from sync.model.calendar import Calendar, CalendarEnds, CalendarWrong
from sync.model.due import due_at
from sync.model.limit import Limit, LimitUnknown

MAX_BYTES = 2 * 1024 * 1024
PAGE = 500


@dataclass(frozen=True, slots=True)
class Affected:
    """An open dossier that the new calendar would have given another due time; it stands as printed."""

    number: str
    due_at: datetime
    would_be: datetime


@needs(SETTINGS)
def import_calendar(desk: Desk, table: bytes) -> Outcome[tuple[Affected, ...]]:
    """Puts a calendar in force for dossiers received from now on.

    A due time already printed never moves: the open dossiers it would have changed come back, for a reissued
    slip. Raises `DeskError` naming the field of a wrong table.
    """
    try:
        raw = json.loads(table.decode("utf-8-sig"))
        calendar = Calendar.from_table(raw)
    except CalendarWrong as error:
        raise DeskError(f"{error.title}.", error.advice) from error
    except (ValueError, TypeError, RecursionError) as error:
        raise DeskError(
            "Tệp lịch không phải JSON đúng cách.", "Xuất lịch hiện có làm mẫu rồi sửa."
        ) from error
    with desk.writing() as ledger:
        tables_of(ledger).put_setting(CALENDAR, calendar.to_table())
    return Outcome(tuple(affected(desk, desk.calendar)), Changes(settings=True))


def overlaid(base: Calendar, own: Mapping[str, Any]) -> Calendar:
    """A calendar with an office's own ``hours`` (``sessions``, ``weekday_sessions``, ``same_day_cutoff``) and
    ``days`` (rows by date) over it; its version names their ``stamp``.

    Days of years the calendar does not know are left out. Raises `CalendarWrong`.
    """
    if not own.get("stamp"):
        return base
    table = base.to_table() | dict(own.get("hours", {}))
    days = {row["date"]: row for row in table["days"]}
    days |= {day: row for day, row in own.get("days", {}).items() if day[:4] in table["years"]}
    table |= {"days": list(days.values()), "version": f"{base.version}+{own['stamp']}"}
    return Calendar.from_table(table)


@needs(SETTINGS, READ)
def affected(desk: Desk, calendar: Calendar) -> list[Affected]:
    """The open dossiers that a calendar would have given another due time."""
    found: list[Affected] = []
    with desk.reading() as ledger:
        for row in search.open_rows(desk.store.reader()):
            dossier = ledger.dossier(row.channel, row.id)
            intake = dossier.intake if dossier else None
            if dossier is None or intake is None or dossier.due_at is None or not intake.limit:
                continue
            cutoff = desk.settings.cutoff
            try:
                limit = Limit.parse(intake.limit)
                would_be = due_at(intake.received_at, limit, calendar, intake.policy, cutoff)  # type: ignore[arg-type]
            except (CalendarEnds, LimitUnknown, ValueError):
                continue
            if would_be != dossier.due_at:
                found.append(Affected(dossier.number, dossier.due_at, would_be))
    return found
