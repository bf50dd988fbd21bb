"""Deleting bodies for good in the center's databases: `Rows.purge`."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import ColumnElement, Table, delete, func, select, update

from sync.center.store import tables
from sync.center.store.notice_tables import citizen_notices, citizen_notices_off
from sync.center.store.quarantine import QuarantineRows
from sync.model.entry import PERSONAL, Entry, trusted_entry

_CHUNK = 400
_FLAGS = (bytes((PERSONAL,)), bytes((PERSONAL | 1,)))
"""Byte 2 of an envelope, of entries whose body is personal."""


def _personal(table: Table) -> ColumnElement[bool]:
    return func.substr(table.c.envelope, 2, 1).in_(_FLAGS)


class PurgeRows(QuarantineRows):
    """`Rows`, the part that deletes."""

    _fresh: dict[bytes, Entry]

    def purge(self, channel: str, dossiers: Sequence[bytes], digests: Sequence[bytes]) -> set[bytes]:
        """Deletes the personal bodies of these dossiers and entries, with their scans' and notices' rows."""
        e, j, c = tables.entries, tables.journals.c, tables.channels.c
        here = select(j.id).join_from(tables.journals, tables.channels, j.channel == c.id)
        here = here.where(c.name == channel)
        bare = update(e).where(e.c.journal.in_(here), _personal(e)).values(body=None)
        for some in _chunks(dossiers):
            self._write(bare.where(e.c.dossier.in_(some)))
            for table in (tables.scans, citizen_notices, citizen_notices_off):
                self._write(delete(table).where(table.c.channel == channel, table.c.dossier.in_(some)))
        touched: set[bytes] = set()
        for some in _chunks(digests):
            named = select(e.c.dossier).where(e.c.journal.in_(here), e.c.digest.in_(some))
            touched |= {bytes(one) for (one,) in self.connection.execute(named) if one}
            self._write(bare.where(e.c.digest.in_(some)))
        self._purge_apart(here, frozenset(dossiers), frozenset(digests))
        self._fresh.clear()  # what this transaction wrote is read anew, without its bodies
        return touched

    def _purge_apart(self, here: Any, dossiers: frozenset[bytes], digests: frozenset[bytes]) -> None:
        q = tables.quarantine
        query = select(q.c.journal, q.c.seq, q.c.digest, q.c.envelope)
        query = query.where(q.c.journal.in_(here), q.c.body.is_not(None), _personal(q))
        for row in self.connection.execute(query).all():
            if bytes(row.digest) in digests or trusted_entry(bytes(row.envelope), None).dossier in dossiers:
                one = (q.c.journal == row.journal) & (q.c.seq == row.seq) & (q.c.digest == bytes(row.digest))
                self._write(update(q).where(one).values(body=None))

    def give_body(self, row: int, entry: Entry) -> None:
        """Puts back the body of an entry that is held without it."""
        e = tables.entries
        here = (e.c.digest == entry.digest) & (e.c.journal == row)
        self._write(update(e).where(here).values(body=entry.body))
        if entry.dossier:
            self._fresh[entry.digest] = entry


def _chunks(items: Sequence[bytes]) -> list[Sequence[bytes]]:
    return [items[at : at + _CHUNK] for at in range(0, len(items), _CHUNK)]
