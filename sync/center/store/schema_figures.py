"""Frozen statements of the migration for figures: sums kept with every change of a dossier."""

from __future__ import annotations

from typing import Final

_NUMBERS = "{int} NOT NULL"
_KEY = "kind TEXT{c} NOT NULL, day {int} NOT NULL, unit TEXT{c} NOT NULL, name TEXT{c} NOT NULL"
_FLOW = f"""CREATE TABLE flow_sums ({_KEY}, received {_NUMBERS}, online {_NUMBERS}, early {_NUMBERS},
    on_time {_NUMBERS}, late {_NUMBERS}, undated {_NUMBERS}, without_result {_NUMBERS},
    PRIMARY KEY (kind, day, unit, name))"""
_BACKLOG = f"""CREATE TABLE backlog_sums ({_KEY}, running {_NUMBERS}, waiting {_NUMBERS},
    PRIMARY KEY (kind, day, unit, name))"""
_RATINGS = f"""CREATE TABLE rating_sums (day {_NUMBERS}, unit TEXT{{c}} NOT NULL, field TEXT{{c}} NOT NULL,
    desk {_NUMBERS}, level_1 {_NUMBERS}, level_2 {_NUMBERS}, level_3 {_NUMBERS}, level_4 {_NUMBERS},
    level_5 {_NUMBERS}, PRIMARY KEY (day, unit, field, desk))"""

FIGURES: Final = (
    # projected from the fold; `counted` is the version of what was added to the sums, -1: nothing was yet
    "ALTER TABLE dossiers ADD COLUMN field TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE dossiers ADD COLUMN way TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE dossiers ADD COLUMN outcome TEXT NOT NULL DEFAULT ''",
    # when the time limit ended; `ended_at` of what was collected is the day of collecting
    "ALTER TABLE dossiers ADD COLUMN finished_at TEXT{c} NOT NULL DEFAULT ''",
    "ALTER TABLE dossiers ADD COLUMN counted {int} NOT NULL DEFAULT -1",
    # on SQLite the key is the table: a range of days is read in one stretch
    *(f"sqlite only: {table}{{strict}}, WITHOUT ROWID" for table in (_FLOW, _BACKLOG, _RATINGS)),
    *(f"postgresql only: {table}" for table in (_FLOW, _BACKLOG, _RATINGS)),
    # the list behind the figure of late ones; they are few
    """CREATE INDEX dossiers_finished_late ON dossiers (finished_at, id, unit)
        WHERE counted > 0 AND outcome = 'late'""",
)
