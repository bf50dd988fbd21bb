"""Frozen statements of the migration that takes annulled receptions out of the indexes of open dossiers."""

from __future__ import annotations

from typing import Final

_HOME = "channel = 'unit:' || unit"
_OPEN = (
    "(status || '') IN ('registered', 'received', 'processing', 'supplement', 'fee_due', 'done')"
    " AND (counted <> 0 OR ended_at = '')"
)
_NAME = "(substr(search, length(number) + 2, 80)){c}"
ANNULLED: Final = (
    "DROP INDEX dossiers_open_due",
    "DROP INDEX dossiers_open_unit",
    "DROP INDEX dossiers_open_people",
    f"""CREATE INDEX dossiers_open_due ON dossiers
        (due_at, id, status, unit, channel, counted, ended_at)
        WHERE {_HOME} AND {_OPEN}""",
    f"""CREATE INDEX dossiers_open_unit ON dossiers
        (unit, due_at, id, status, channel, counted, ended_at)
        WHERE {_HOME} AND {_OPEN}""",
    f"""CREATE INDEX dossiers_open_people ON dossiers
        ({_NAME}, id, unit, status, due_at, channel, counted, ended_at)
        WHERE {_HOME} AND {_OPEN}""",
)
