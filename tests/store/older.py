"""Stores as an earlier program left them."""

from __future__ import annotations

from sqlcipher3 import dbapi2

from desk_app.operations.desk import Desk
from desk_app.store import schema
from desk_app.store.driver import Connection
from desk_app.store.rebuild import REFOLDED
from desk_app.store.tables import connection_of


def columns_of(connection: Connection, table: str) -> set[str]:
    """The names of a table's columns."""
    return {name for _id, name, *_more in connection.execute(f"PRAGMA table_info({table})").fetchall()}


def as_of_schema(desk: Desk, version: int) -> None:
    """Takes down what came after a schema's version: tables, indexes, columns, and the notes about them."""
    before = dbapi2.connect(":memory:", isolation_level=None)
    for step in schema.STEPS[:version]:
        before.executescript(step)
    made = dict(before.execute("SELECT name, sql FROM sqlite_master").fetchall())
    columns = {table: columns_of(before, table) for table in ("dossiers", "officers")}
    before.close()
    with desk.store.transaction(marked=False) as ledger:
        connection = connection_of(ledger)
        triggers = "SELECT name, sql FROM sqlite_master WHERE type = 'trigger'"
        for name, sql in connection.execute(triggers).fetchall():
            if made.get(name) != sql:  # one that names a later table hinders all that follows
                connection.execute(f"DROP TRIGGER {name}")
        for kind in ("view", "index", "table"):
            query = "SELECT name FROM sqlite_master WHERE type = ? AND name NOT LIKE '%sqlite%'"
            for (name,) in connection.execute(query, (kind,)).fetchall():
                if name not in made:
                    connection.execute(f"DROP {kind} {name}")
        for table, known in columns.items():
            for name in columns_of(connection, table) - known:
                connection.execute(f"ALTER TABLE {table} DROP COLUMN {name}")
        held = {name for (name,) in connection.execute("SELECT name FROM sqlite_master")}
        for name, sql in made.items():
            if name not in held and sql and sql.startswith(("CREATE INDEX", "CREATE TRIGGER")):
                connection.execute(sql)
        connection.execute("UPDATE dossiers SET fold_version = 1")
        later = "CAST(substr(name, 2) AS INTEGER) > ?"
        connection.execute(f"DELETE FROM _sqlite_migrations WHERE {later}", (version,))
        ledger.rows.put_note(REFOLDED, None)
        connection.execute(f"PRAGMA user_version = {version}")
