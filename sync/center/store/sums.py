"""The sums by channel and day, and what they are counted from, on the center's databases."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import delete, select

from sync.center.store import tables
from sync.center.store.dialect import insert_into
from sync.center.store.register import RegisterRows
from sync.journal.sums import Folded, Sum, due_minutes, sum_of

_CHUNK = 500


class SumRows(RegisterRows):
    """`Rows`, the part that proves what is held."""

    def day_sums(self, channel: str, days: Sequence[int] | None) -> Mapping[int, Sum]:
        t = tables.day_sums.c
        query = select(t.day, t.count, t.total).where(t.channel == channel)
        return {
            int(day): sum_of(count, bytes(total))
            for part in _parts(query, t.day, days)
            for day, count, total in self.connection.execute(part)
        }

    def put_day_sums(self, channel: str, sums: Mapping[int, Sum]) -> None:
        t = tables.day_sums
        values = [
            {"channel": channel, "day": day, "count": one.count, "total": one.raw}
            for day, one in sums.items()
            if one.count
        ]
        if values:
            add = insert_into(self.connection, t)
            new = {"count": add.excluded["count"], "total": add.excluded["total"]}
            self._write(add.on_conflict_do_update(index_elements=["channel", "day"], set_=new), values)
        for day, one in sums.items():
            if not one.count:
                self._write(delete(t).where(t.c.channel == channel, t.c.day == day))

    def digests_of(self, channel: str, days: Sequence[int] | None) -> Iterable[tuple[int, bytes]]:
        e, j, c = tables.entries.c, tables.journals.c, tables.channels.c
        joined = tables.channels.join(tables.journals, j.channel == c.id).join(
            tables.entries, e.journal == j.id
        )
        query = select(e.day, e.digest).select_from(joined).where(c.name == channel)
        return [
            (int(day), bytes(digest))
            for part in _parts(query, e.day, days)
            for day, digest in self.connection.execute(part)
        ]

    def folded(self, channel: str, dossiers: Sequence[bytes] | None) -> Iterable[Folded]:
        t = tables.dossiers.c
        query = select(t.id, t.number, t.status, t.due_at, t.fold_version).where(t.channel == channel)
        return [
            Folded(
                bytes(one),
                number,
                status,
                due_minutes(datetime.fromisoformat(due) if due else None),
                int(version),
            )
            for part in _parts(query, t.id, dossiers)
            for one, number, status, due, version in self.connection.execute(part)
        ]


def _parts(query: Any, column: Any, named: Sequence[Any] | None) -> Iterable[Any]:
    """The query for all, or for the named rows in parts that every database takes."""
    if named is None:
        return [query]
    return [query.where(column.in_(named[at : at + _CHUNK])) for at in range(0, len(named), _CHUNK)]
