"""Frozen statement of the migration that lays out what ended by unit and time: lists behind figures."""

from __future__ import annotations

from typing import Final

FINISHED: Final = (
    """CREATE INDEX dossiers_finished_unit ON dossiers (unit, finished_at, id, outcome)
        WHERE counted > 0 AND outcome <> ''""",
)
