"""Rebuilding the projections from the journals, to compare them with what stands or to replace it."""

from __future__ import annotations

from collections.abc import Iterator

from sqlcipher3 import dbapi2

from desk_app.store.driver import Connection
from desk_app.store.projections import COLUMNS, save_dossiers
from desk_app.store.schema import migrate
from sync.journal.ledger import Ledger
from sync.model.fold import fold

_BATCH = 500


def _dossiers(connection: Connection) -> Iterator[tuple[str, list[bytes]]]:
    """Every (channel, some dossiers) that has entries."""
    query = (
        "SELECT DISTINCT j.channel, e.dossier FROM entries e JOIN journals j ON j.id = e.journal"
        " WHERE e.dossier IS NOT NULL ORDER BY j.channel, e.id"
    )
    channel = ""
    batch: list[bytes] = []
    for name, dossier in connection.execute(query).fetchall():
        if name != channel or len(batch) == _BATCH:
            if batch:
                yield channel, batch
            channel, batch = name, []
        batch.append(dossier)
    if batch:
        yield channel, batch


def projection_differences(connection: Connection, ledger: Ledger) -> tuple[int, list[str]]:
    """How many dossiers a rebuild gives, and a line for each whose projection here is another.

    The rebuild goes into a store in memory, batch by batch, and is compared as values.
    """
    total = 0
    problems: list[str] = []
    roles = ledger.rows.roles()
    for channel, ids in _dossiers(connection):
        scratch = dbapi2.connect(":memory:", isolation_level=None)
        migrate(scratch)
        entries = ledger.rows.dossier_entries(channel, ids)
        save_dossiers(scratch, channel, [fold(one, entries[one], roles) for one in ids])
        marks = ",".join("?" * len(ids))
        query = f"SELECT {COLUMNS} FROM dossiers WHERE dossier IN ({marks}) AND channel = ?"
        rebuilt = {row[0]: row for row in scratch.execute(query, (*ids, channel))}
        standing = {row[0]: row for row in connection.execute(query, (*ids, channel))}
        scratch.close()
        total += len(rebuilt)
        problems += [
            f"Hồ sơ {one.hex()[:8]}: bảng tra cứu khác sổ gốc"
            for one in ids
            if rebuilt.get(one) != standing.get(one)
        ]
    count = int(connection.execute("SELECT count(*) FROM dossiers").fetchone()[0])
    if count != total:
        problems.append(f"Bảng tra cứu có {count} hồ sơ, sổ gốc có {total}")
    for table in ("names", "fragments"):
        indexed = int(connection.execute(f"SELECT count(*) FROM {table}").fetchone()[0])
        if indexed != count:
            problems.append(f"Chỉ mục {table} có {indexed} dòng, cần {count}")
    return total, problems
