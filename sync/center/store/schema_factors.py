"""Frozen statements of the migration for the staff's second factor and what sessions tell."""

from __future__ import annotations

from typing import Final

FACTORS: Final = (
    # the secret is sealed under a key that no database holds; `step`: period of the code taken last
    """CREATE TABLE staff_factors (
        staff {int} NOT NULL PRIMARY KEY REFERENCES staff(id), sealed {blob} NOT NULL, since TEXT NOT NULL,
        step {int} NOT NULL){strict}""",
    # recovery codes, hashed; `used_at` empty: not used yet
    """CREATE TABLE staff_codes (
        staff {int} NOT NULL REFERENCES staff(id), hash {blob} NOT NULL, used_at TEXT NOT NULL,
        PRIMARY KEY (staff, hash)){strict}""",
    # `stage` empty: whole; `proved`: seconds since 1970 when its owner proved last who he is
    "ALTER TABLE staff_sessions ADD COLUMN stage TEXT NOT NULL DEFAULT ''",
    "ALTER TABLE staff_sessions ADD COLUMN proved {int} NOT NULL DEFAULT 0",
    "ALTER TABLE staff_sessions ADD COLUMN device TEXT NOT NULL DEFAULT ''",
)
