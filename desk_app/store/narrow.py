"""A reading connection that shows no citizen: for who may look after the desk and not into its dossiers.

SQLite itself asks, for every column a statement reads, when the statement is prepared; what is not named here
is refused. The unit's own entries (settings, accounts, ratings) are read through views of their own, because
their bodies stand in one table with those of dossiers.
"""

from __future__ import annotations

from typing import Final

from desk_app.store.driver import Connection

_OK: Final = 0
_DENY: Final = 1
_READ: Final = 20
"""SQLite's code of reading a column (sqlite3.h: SQLITE_READ)."""
_BODIES: Final = frozenset({"unit_bodies", "lent_bodies"})
"""Views through which bodies about no dossier are read."""
_WHOLE: Final = frozenset(
    {
        *("journals", "tips", "seals", "nodes", "leases", "notes", "issued", "officers", "settings"),
        *("payments", "unit_entries", "tickets", "scan_states", "day_sums", "sqlite_schema", "sqlite_master"),
        *("login_waits", "login_tries", "access_log", "print_jobs", *_BODIES),
    }
)
"""Tables in which nobody's name, number, phone or paper stands (a job of printing names a number only)."""
_DOSSIERS: Final = frozenset(
    {
        *("id", "dossier", "channel", "unit", "number", "status", "procedure", "procedure_name"),
        *("received_at", "due_at", "officer", "desk", "flags", "ended_at", "fold_version", "field"),
        *("status_since", "ready_at", "returned_at", "returned_way", "renewed", "fee", "paid", "annulled"),
        *("away_state", "away_at", "counted", "way", "outcome", "officer_name", "assignee_name", "step_name"),
    }
)
"""What figures count; not owner, person, phone, holder, place, result and the look-up code."""


def narrow(connection: Connection) -> Connection:
    """The connection, from now on without citizens."""
    connection.set_authorizer(_allowed)
    return connection


def _allowed(code: int, table: str | None, column: str | None, _base: str | None, view: str | None) -> int:
    if code != _READ or table in _WHOLE or not column:
        return _OK
    if table == "dossiers" and column in _DOSSIERS:
        return _OK
    if table in {"entries", "lent"} and (column != "body" or view in _BODIES):
        return _OK
    return _DENY
