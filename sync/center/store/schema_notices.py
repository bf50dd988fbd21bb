"""Frozen statements of the migration for notices to citizens and messages to units (`schema.MIGRATIONS`)."""

from __future__ import annotations

from typing import Final

NOTICES: Final = (
    # one row for a dossier and an occasion, whatever is folded again or started again; `address` is masked,
    # the true one is read from the dossier when the notice leaves; `due` and `claimed` are seconds since 1970
    """CREATE TABLE citizen_notices (
        id {id}, channel TEXT{c} NOT NULL, dossier {blob} NOT NULL, unit TEXT{c} NOT NULL,
        number TEXT{c} NOT NULL, occasion TEXT{c} NOT NULL, way TEXT NOT NULL, address TEXT NOT NULL,
        occurred TEXT NOT NULL, state TEXT NOT NULL CHECK (state IN ('waiting', 'sending', 'sent', 'failed',
            'doubtful', 'dropped')),
        at TEXT NOT NULL, problem TEXT NOT NULL, tries {int} NOT NULL, due {int} NOT NULL,
        claimed {int} NOT NULL, UNIQUE (channel, dossier, occasion)){strict}""",
    """CREATE INDEX citizen_notices_open ON citizen_notices (state, due, id)
        WHERE state IN ('waiting', 'sending')""",
    "CREATE INDEX citizen_notices_by_unit ON citizen_notices (unit, id)",
    "CREATE INDEX citizen_notices_by_number ON citizen_notices (number, id)",
    # dossiers whose people do not want to be told any more
    """CREATE TABLE citizen_notices_off (
        channel TEXT{c} NOT NULL, dossier {blob} NOT NULL, at TEXT NOT NULL,
        PRIMARY KEY (channel, dossier)){strict}""",
    "CREATE INDEX entries_called ON entries (id) WHERE kind = 'called'",
    "CREATE INDEX entries_messages ON entries (id) WHERE kind IN ('message', 'read')",
)
