"""Frozen statements of the migrations about the center's staff and their pages (`schema.MIGRATIONS`)."""

from __future__ import annotations

from typing import Final

STAFF: Final = (
    # `verifier` is empty until a person has followed a link; `changed` counts up with every change
    """CREATE TABLE staff (
        id {id}, login TEXT{c} NOT NULL UNIQUE, name TEXT NOT NULL, roles TEXT NOT NULL, unit TEXT NOT NULL,
        verifier TEXT NOT NULL, failures {int} NOT NULL, locked_until {int} NOT NULL,
        disabled_at TEXT NOT NULL, created_at TEXT NOT NULL, changed {int} NOT NULL){strict}""",
    # times are seconds since 1970; `kept` is a form that a session ended before it was sent
    """CREATE TABLE staff_sessions (
        token {blob} NOT NULL PRIMARY KEY, staff {int} NOT NULL REFERENCES staff(id), began {int} NOT NULL,
        seen {int} NOT NULL, kept_path TEXT NOT NULL, kept TEXT NOT NULL){strict}""",
    "CREATE INDEX staff_sessions_by_staff ON staff_sessions (staff)",
    # `staff` 0: whoever follows it becomes the first administrator
    """CREATE TABLE staff_links (
        code {blob} NOT NULL PRIMARY KEY, staff {int} NOT NULL, expires {int} NOT NULL){strict}""",
    """CREATE TABLE staff_log (
        id {id}, at TEXT NOT NULL, staff {int} NOT NULL, login TEXT NOT NULL, act TEXT NOT NULL,
        what TEXT NOT NULL){strict}""",
    "CREATE INDEX staff_log_by_staff ON staff_log (staff, id)",
    """CREATE TABLE tries (
        key TEXT{c} NOT NULL PRIMARY KEY, since {int} NOT NULL, count {int} NOT NULL){strict}""",
    "CREATE INDEX tries_by_time ON tries (since)",
)

_HOME = "channel = 'unit:' || unit"
# as an expression the status is no reason to read along the index of statuses, and sort
_OPEN = "(status || '') IN ('registered', 'received', 'processing', 'supplement', 'fee_due', 'done')"
# the people of a dossier: `search` is its number, a blank, the names, …
_NAME = "(substr(search, length(number) + 2, 80)){c}"
INBOX: Final = (
    # a dossier carried into another unit's channel is listed there only: the lists by home leave it out
    "DROP INDEX dossiers_by_time",
    f"CREATE INDEX dossiers_home_time ON dossiers (received_at, id) WHERE {_HOME}",
    f"CREATE INDEX dossiers_home_unit ON dossiers (unit, received_at, id) WHERE {_HOME}",
    f"CREATE INDEX dossiers_home_status ON dossiers (status, received_at, id) WHERE {_HOME}",
    f"CREATE INDEX dossiers_home_both ON dossiers (unit, status, received_at, id) WHERE {_HOME}",
    # with all that a count or a filter looks at, so that it never reads the rows
    f"""CREATE INDEX dossiers_open_due ON dossiers
        (due_at, id, status, unit, channel) WHERE {_HOME} AND {_OPEN}""",
    f"""CREATE INDEX dossiers_open_unit ON dossiers
        (unit, due_at, id, status, channel) WHERE {_HOME} AND {_OPEN}""",
    f"""CREATE INDEX dossiers_open_people ON dossiers
        ({_NAME}, id, unit, status, due_at, channel) WHERE {_HOME} AND {_OPEN}""",
    f"CREATE INDEX dossiers_flagged ON dossiers (received_at, id) WHERE {_HOME} AND flags <> ''",
    f"CREATE INDEX dossiers_home_people ON dossiers ({_NAME}, id) WHERE {_HOME}",
    f"CREATE INDEX dossiers_unit_people ON dossiers (unit, {_NAME}, id) WHERE {_HOME}",
    # of a text without this collation PostgreSQL cannot use the index, not even for "equal"
    "sqlite only: DROP INDEX dossiers_by_number",
    f"CREATE INDEX dossiers_home_number ON dossiers (number{{c}}, id) WHERE {_HOME}",
    "CREATE INDEX dossiers_visiting ON dossiers (channel, received_at, id) WHERE channel <> 'unit:' || unit",
)
