"""The migration for the work on dossiers by steps: what the lists of tasks are read from."""

from __future__ import annotations

WORK: tuple[str, ...] = (
    # projected from the fold; `inbox` is empty for a dossier that is nobody's task (ended, or carried here)
    "ALTER TABLE dossiers ADD COLUMN version TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE dossiers ADD COLUMN inbox TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE dossiers ADD COLUMN at_unit TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE dossiers ADD COLUMN step TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE dossiers ADD COLUMN step_name TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE dossiers ADD COLUMN step_since TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE dossiers ADD COLUMN act_by TEXT{c} NOT NULL DEFAULT ''",
    "ALTER TABLE dossiers ADD COLUMN assignee TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE dossiers ADD COLUMN assignee_name TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE dossiers ADD COLUMN office TEXT NOT NULL DEFAULT ''",
    """CREATE INDEX dossiers_of_assignee ON dossiers (assignee, act_by, id)
        WHERE inbox <> '' AND assignee <> ''""",
    "CREATE INDEX dossiers_of_inbox ON dossiers (at_unit, inbox, act_by, id) WHERE inbox <> ''",
    # settings are read whole, and seldom; a channel's other entries are many
    "CREATE INDEX entries_of_settings ON entries (journal) WHERE kind = 'setting'",
)
