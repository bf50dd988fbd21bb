"""Rebuilding the projections from the journals, to compare them with what stands or to replace it."""

from __future__ import annotations

from collections.abc import Iterator

from sqlcipher3 import dbapi2

from desk_app.store.driver import Connection
from desk_app.store.projections import COLUMNS, save_dossiers
from desk_app.store.scan_rows import scan_rows_of
from desk_app.store.schema import migrate
from sync.journal.filling import filling_of
from sync.journal.ledger import Ledger
from sync.journal.wholeness import is_partial
from sync.model.fold import FOLD_VERSION, stands
from sync.reports.facts import FACTS_VERSION

_BATCH = 500
REFOLDED = "refolded"
_VERSION = FOLD_VERSION * 1000 + FACTS_VERSION
"""Of rows: the fold's, and that of what figures count."""
_ALL = 2**62
"""Beyond every row: from here on all rows are written by the fold of the note's version."""


def _dossiers(connection: Connection) -> Iterator[tuple[str, list[bytes]]]:
    """Every (channel, some dossiers) that has entries."""
    query = (  # what a checkpoint lent counts; what is not yet whole has no projection
        "SELECT j.channel, e.dossier FROM entries e JOIN journals j ON j.id = e.journal"
        " WHERE e.dossier IS NOT NULL UNION SELECT channel, dossier FROM lent WHERE dossier IS NOT NULL"
        " ORDER BY 1, 2"
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
    for channel, found_ids in _dossiers(connection):
        ids = found_ids
        scratch = dbapi2.connect(":memory:", isolation_level=None)
        migrate(scratch)
        entries = ledger.rows.dossier_entries(channel, ids)
        if filling_of(ledger.rows, channel) is not None:
            waiting = [one for one in ids if is_partial(ledger.rows, channel, one)]
            ids = [one for one in ids if one not in set(waiting)]
            total += _count(connection, channel, waiting)
        folded = [ledger.fold(channel, one, entries[one]) for one in ids]
        save_dossiers(scratch, channel, [one for one in folded if stands(one)])
        marks = ",".join("?" * len(ids))
        query = f"SELECT {COLUMNS} FROM dossiers WHERE dossier IN ({marks}) AND channel = ?"
        rebuilt = {row[0]: row for row in scratch.execute(query, (*ids, channel))}
        standing = {row[0]: row for row in connection.execute(query, (*ids, channel))}
        for found, rows in (
            (rebuilt, scan_rows_of(scratch, channel, ids)),
            (standing, scan_rows_of(connection, channel, ids)),
        ):
            for one, scans in rows.items():
                found[one] = (*found.get(one, ()), *scans)
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


def _count(connection: Connection, channel: str, ids: list[bytes]) -> int:
    """How many of these dossiers have a row, from before something of them was seen to be missing."""
    marks = ",".join("?" * len(ids))
    query = f"SELECT count(*) FROM dossiers WHERE dossier IN ({marks}) AND channel = ?"
    return int(connection.execute(query, (*ids, channel)).fetchone()[0])


def refold_some(connection: Connection, ledger: Ledger, limit: int) -> int:
    """Folds up to `limit` dossiers anew whose rows an older fold wrote; how many it did (0: none is left).

    Where it got to is a note: rows behind it are of this fold, and so is every row written meanwhile.
    """
    raw = ledger.rows.note(REFOLDED)
    version, upto = (int(part) for part in raw.split()) if raw else (0, 0)
    upto = upto if version == _VERSION else 0
    rows = connection.execute(
        "SELECT id, channel, dossier FROM dossiers WHERE id > ? ORDER BY id LIMIT ?", (upto, limit)
    ).fetchall()
    by_channel: dict[str, list[bytes]] = {}
    for _row, channel, dossier in rows:
        by_channel.setdefault(channel, []).append(dossier)
    for channel, ids in by_channel.items():
        ledger.refold(channel, ids)
    if len(rows) == limit:
        ledger.rows.put_note(REFOLDED, b"%d %d" % (_VERSION, rows[-1][0]))
    else:
        set_refolded(ledger)
    return len(rows)


def set_refolded(ledger: Ledger) -> None:
    """Notes that all rows are of the present fold, as in a store just made."""
    ledger.rows.put_note(REFOLDED, b"%d %d" % (_VERSION, _ALL))


def refolding_due(ledger: Ledger) -> bool:
    """Whether rows of an older fold are left."""
    return ledger.rows.note(REFOLDED) != b"%d %d" % (_VERSION, _ALL)
