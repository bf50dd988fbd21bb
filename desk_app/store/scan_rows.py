"""The projection of scans: which files dossiers name, rebuildable from the journals."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from desk_app.store.driver import Connection
from sync.model import kinds
from sync.model.dossier import Dossier

_SCAN_ACTS = (kinds.ATTACHED, kinds.DETACHED)
_COLUMNS = "channel, dossier, name, entry, node, plain, length"


def save_scans(connection: Connection, channel: str, dossiers: Sequence[Dossier]) -> None:
    """Writes the rows of folded dossiers over what stood there; costs nothing where none ever had a scan.

    One taken off again stays a part of the record. A purged body has no row, so its file is swept.
    """
    for dossier in dossiers:
        if not any(event.act in _SCAN_ACTS for event in dossier.history):
            continue
        connection.execute("DELETE FROM scans WHERE channel = ? AND dossier = ?", (channel, dossier.id))
        connection.executemany(
            f"INSERT INTO scans ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?)",
            [
                (
                    channel,
                    dossier.id,
                    scan.name,
                    scan.entry,
                    scan.node,
                    scan.file.plain,
                    scan.file.length,
                )
                for scan in (*dossier.scans, *dossier.detached)
            ],
        )


def scan_rows_of(connection: Connection, channel: str, dossiers: Sequence[bytes]) -> dict[bytes, list[Any]]:
    """The projection's rows by dossier, to compare."""
    marks = ",".join("?" * len(dossiers))
    query = f"SELECT {_COLUMNS} FROM scans WHERE channel = ? AND dossier IN ({marks}) ORDER BY entry"
    found: dict[bytes, list[Any]] = {}
    for row in connection.execute(query, (channel, *dossiers)):
        found.setdefault(row[1], []).append(tuple(row))
    return found
