"""What a checkpoint is made of, from the center's tables."""

from __future__ import annotations

from collections.abc import Iterable

from sqlalchemy import Connection, func, select

from sync.center.store import tables
from sync.journal.port import CONTROL, FINISHED
from sync.model.entry import Entry, trusted_entry
from sync.model.status import Status


class CenterRecent:
    """`sync.journal.port.Recent` on one connection."""

    def __init__(self, connection: Connection) -> None:
        self.connection = connection

    def dossiers(self, channel: str, since: int) -> Iterable[tuple[bool, int, bytes]]:
        e, j, c, d = tables.entries.c, tables.journals.c, tables.channels.c, tables.dossiers.c
        latest = (
            select(e.dossier, func.max(e.day))
            .join_from(tables.entries, tables.journals, e.journal == j.id)
            .join(tables.channels, j.channel == c.id)
            .where(c.name == channel, e.day >= since, e.dossier.is_not(None))
            .group_by(e.dossier)
        )
        touched = {bytes(one): int(day) for one, day in self.connection.execute(latest)}
        unfinished_ones = [str(one) for one in Status if one not in FINISHED]
        open_ones = select(d.id).where(d.channel == channel, d.status.in_(unfinished_ones))
        unfinished = {bytes(one) for (one,) in self.connection.execute(open_ones)}
        for one in {*touched, *unfinished}:
            yield one in unfinished, touched.get(one, 0), one

    def control(self, channel: str, since: int) -> Iterable[Entry]:
        e, j, c = tables.entries.c, tables.journals.c, tables.channels.c
        about_none = (
            select(e.envelope, e.body)
            .join_from(tables.entries, tables.journals, e.journal == j.id)
            .join(tables.channels, j.channel == c.id)
            .where(c.name == channel, e.dossier.is_(None))
        )
        # two searches: one for either would read all that is about no dossier
        rows = [
            *self.connection.execute(about_none.where(e.kind.in_(CONTROL))),
            *self.connection.execute(about_none.where(e.kind.not_in(CONTROL), e.day >= since)),
        ]
        return [
            trusted_entry(bytes(envelope), None if body is None else bytes(body)) for envelope, body in rows
        ]
