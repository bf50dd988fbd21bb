"""The order in which dossiers changed, so that another system can go on where it stopped and misses nothing.

A number counted up by writers would not do: on PostgreSQL of two transactions the one that began later may
be seen first, and a reader would have gone past the other. There a change bears its transaction's number, and
only those older than every transaction still open are shown. SQLite has one writer at a time.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Connection, delete, literal_column, text

from sync.center.store.api_tables import dossier_changes
from sync.center.store.dialect import insert_into, write_many
from sync.center.store.schema_api import FILL_CHANGES
from sync.model.dossier import Dossier

_TURN = "pg_current_xact_id()::text::bigint"
_SETTLED = "pg_snapshot_xmin(pg_current_snapshot())::text::bigint"
_NOW = {
    "sqlite": "CAST(strftime('%s', 'now') AS INTEGER)",
    "postgresql": "floor(extract(epoch FROM statement_timestamp()))::bigint",
}
_AT_ONCE = 500


def note_changes(connection: Connection, channel: str, dossiers: Sequence[Dossier]) -> None:
    """Writes that these dossiers, of their home channel, changed now."""
    ids = [one.id for one in dossiers if channel == f"unit:{one.unit}"]
    if not ids:
        return
    turn, at = connection.execute(text(f"SELECT {_turn(connection)}, {_NOW[connection.dialect.name]}")).one()
    add = insert_into(connection, dossier_changes)
    again = {"turn": add.excluded.turn, "at": add.excluded.at}
    unit = channel.partition(":")[2]
    rows = [
        {"channel": channel, "dossier": one, "unit": unit, "turn": int(turn), "at": int(at)} for one in ids
    ]
    write_many(connection, add.on_conflict_do_update(index_elements=["channel", "dossier"], set_=again), rows)


def _turn(connection: Connection) -> str:
    if connection.dialect.name == "postgresql":
        return _TURN
    return "(SELECT coalesce(max(turn), 0) + 1 FROM dossier_changes)"


def forget_changes(connection: Connection, channel: str, dossiers: Sequence[bytes]) -> None:
    """What is dropped changed no more."""
    c = dossier_changes.c
    for start in range(0, len(dossiers), _AT_ONCE):
        some = dossiers[start : start + _AT_ONCE]
        connection.execute(delete(dossier_changes).where(c.channel == channel, c.dossier.in_(some)))


def settled(connection: Connection) -> Any:
    """The condition of changes before which no other can still appear."""
    if connection.dialect.name == "postgresql":
        return dossier_changes.c.turn < literal_column(_SETTLED)
    return dossier_changes.c.turn >= 0


def begin_anew(connection: Connection) -> None:
    """After a restore: another database's order means nothing here."""
    connection.execute(delete(dossier_changes))
    connection.exec_driver_sql(FILL_CHANGES)
