"""Frozen statements of the migration for other systems that read and send dossiers (`schema.MIGRATIONS`)."""

from __future__ import annotations

from typing import Final

FILL_CHANGES: Final = """INSERT INTO dossier_changes (channel, dossier, unit, turn, at)
    SELECT channel, id, unit, 0, 0 FROM dossiers WHERE channel = 'unit:' || unit"""
"""Every dossier counts as changed before anything else was."""
KEYS_USED: Final = ("ALTER TABLE api_keys ADD COLUMN used_at TEXT NOT NULL DEFAULT ''",)
"""Frozen statements of the migration for the last use of a key: ISO 8601 to the minute, empty: never."""

API: Final = (
    # of a key only the hash is kept; `expires` is in seconds since 1970; `name` is the system's
    """CREATE TABLE api_keys (
        id {id}, name TEXT{c} NOT NULL, hash {blob} NOT NULL UNIQUE, scopes TEXT NOT NULL,
        unit TEXT NOT NULL, per_minute {int} NOT NULL, created_at TEXT NOT NULL, expires {int} NOT NULL,
        revoked_at TEXT NOT NULL){strict}""",
    # what a system sent, by its own id; `digest` of the content, so that a repetition is known
    """CREATE TABLE api_imports (
        system TEXT{c} NOT NULL, message TEXT{c} NOT NULL, digest {blob} NOT NULL, unit TEXT NOT NULL,
        dossier {blob} NOT NULL, number TEXT{c} NOT NULL UNIQUE, at TEXT NOT NULL,
        PRIMARY KEY (system, message)){strict}""",
    # when a dossier's row was last written: `turn` rises in the order in which changes can be seen, `at` is
    # the database's own clock in seconds since 1970
    """CREATE TABLE dossier_changes (
        channel TEXT{c} NOT NULL, dossier {blob} NOT NULL, unit TEXT{c} NOT NULL, turn {int} NOT NULL,
        at {int} NOT NULL, PRIMARY KEY (channel, dossier)){strict}""",
    "CREATE INDEX dossier_changes_by_turn ON dossier_changes (turn, dossier, channel, at)",
    "CREATE INDEX dossier_changes_by_unit ON dossier_changes (unit, turn, dossier, channel, at)",
    FILL_CHANGES,
)
