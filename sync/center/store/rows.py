"""`Rows` over SQLAlchemy Core: the same statements on SQLite and PostgreSQL.

One object lives as long as one transaction, on one connection. Small things that a transaction asks
again and again (channel and journal numbers, nodes, roles) are remembered for its length.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, delete, insert, select, tuple_

from sync.center.store import tables
from sync.center.store.changes import forget_changes, note_changes
from sync.center.store.dialect import insert_into
from sync.center.store.noticing import note_occasions
from sync.center.store.projection import projected
from sync.center.store.purging import PurgeRows
from sync.center.store.recent import CenterRecent
from sync.center.store.scans import save_scans
from sync.center.store.tally import tally_ratings, tally_rows
from sync.identity.seals import Seal
from sync.journal.port import Place
from sync.model.dossier import Dossier
from sync.model.entry import Entry, JournalId, Tip, trusted_entry
from sync.model.heads import Heads

_CHUNK = 500
_PAGE = 256


def _chunks(items: Sequence[bytes]) -> Iterator[Sequence[bytes]]:
    return (items[at : at + _CHUNK] for at in range(0, len(items), _CHUNK))


class CenterRows(PurgeRows):
    """The rows of one transaction. `changed` tells whether it wrote anything."""

    def __init__(self, connection: Connection, *, beside: bool = False) -> None:
        super().__init__(connection, beside=beside)
        self._channels: dict[str, int] = {}
        self._locked: set[str] = set()
        self._journals: dict[JournalId, int] = {}
        self._ids: dict[int, JournalId] = {}
        self._fresh: dict[bytes, Entry] = {}

    @property
    def loans(self) -> None:
        """A center, a hub too, takes journals whole: it must be able to pass them on."""

    @property
    def recent(self) -> CenterRecent:
        """What checkpoints are made of."""
        return CenterRecent(self.connection)

    # -- channels and journals ----------------------------------------------------------------

    def lock(self, channel: str) -> None:
        """The channel's row, held until the transaction ends: whoever appends there comes one at a time."""
        if channel in self._locked:
            return
        add = insert_into(self.connection, tables.channels).on_conflict_do_nothing(index_elements=["name"])
        row = select(tables.channels.c.id).where(tables.channels.c.name == channel).with_for_update()
        found = self.connection.scalar(row)
        if found is None:
            self._write(add, {"name": channel})
            found = self.connection.scalar(row)
        self._channels[channel] = int(found or 0)
        self._locked.add(channel)
        # what was remembered before the lock may have been overtaken
        self._journals.clear()
        self._sums.clear()

    def _channel(self, channel: str) -> int | None:
        if channel not in self._channels:
            found = self.connection.scalar(
                select(tables.channels.c.id).where(tables.channels.c.name == channel)
            )
            if found is None:
                return None
            self._channels[channel] = int(found)
        return self._channels[channel]

    def channels(self) -> Sequence[str]:
        joined = tables.channels.join(tables.journals, tables.journals.c.channel == tables.channels.c.id)
        names = select(tables.channels.c.name).select_from(joined).distinct()
        return sorted(name for (name,) in self.connection.execute(names))

    def journals(self, channel: str) -> Sequence[tuple[int, JournalId]]:
        at = self._channel(channel)
        if at is None:
            return []
        t = tables.journals.c
        rows = self.connection.execute(
            select(t.id, t.node, t.incarnation).where(t.channel == at).order_by(t.id)
        )
        found = [(int(row), JournalId(bytes(node), channel, bytes(inc))) for row, node, inc in rows]
        for row, journal in found:
            self._journals[journal], self._ids[row] = row, journal
        return found

    def journal_row(self, journal: JournalId, *, create: bool) -> int | None:
        row = self._journals.get(journal)
        if row is not None:
            return row
        at = self._channel(journal.channel)
        if at is None:
            if not create:
                return None
            self.lock(journal.channel)
            at = self._channels[journal.channel]
        t = tables.journals.c
        where = (t.channel == at) & (t.node == journal.node) & (t.incarnation == journal.incarnation)
        row = self.connection.scalar(select(t.id).where(where))
        if row is None:
            if not create:
                return None
            values = {"channel": at, "node": journal.node, "incarnation": journal.incarnation}
            add = insert_into(self.connection, tables.journals).on_conflict_do_nothing()
            self._write(add, values)
            row = self.connection.scalar(select(t.id).where(where))
            assert row is not None
        self._journals[journal], self._ids[int(row)] = int(row), journal
        return int(row)

    def _journal(self, row: int) -> JournalId:
        if row not in self._ids:
            t, c = tables.journals.c, tables.channels.c
            node, name, incarnation = self.connection.execute(
                select(t.node, c.name, t.incarnation)
                .join_from(tables.journals, tables.channels, t.channel == c.id)
                .where(t.id == row)
            ).one()
            self._ids[row] = JournalId(bytes(node), name, bytes(incarnation))
        return self._ids[row]

    # -- heads ----------------------------------------------------------------------------------

    def heads(self, channel: str) -> Heads:
        at = self._channel(channel)
        if at is None:
            return {}
        j, t = tables.journals.c, tables.tips.c
        rows = self.connection.execute(
            select(j.node, j.incarnation, t.seq, t.digest)
            .join_from(tables.journals, tables.tips, t.journal == j.id)
            .where(j.channel == at)
        )
        found: dict[JournalId, set[Tip]] = {}
        for node, incarnation, seq, digest in rows:
            journal = JournalId(bytes(node), channel, bytes(incarnation))
            found.setdefault(journal, set()).add(Tip(int(seq), bytes(digest)))
        return {journal: frozenset(tips) for journal, tips in found.items()}

    def tips(self, row: int) -> frozenset[Tip]:
        t = tables.tips.c
        rows = self.connection.execute(select(t.seq, t.digest).where(t.journal == row))
        return frozenset(Tip(int(seq), bytes(digest)) for seq, digest in rows)

    def set_tips(self, row: int, tips: frozenset[Tip]) -> None:
        self._write(delete(tables.tips).where(tables.tips.c.journal == row))
        if tips:
            values = [{"journal": row, "seq": tip.seq, "digest": tip.digest} for tip in tips]
            self._write(insert(tables.tips), values)

    # -- entries ----------------------------------------------------------------------------------

    def seqs(self, row: int, digests: Sequence[bytes]) -> Mapping[bytes, int]:
        t = tables.entries.c
        found: dict[bytes, int] = {}
        for some in _chunks(digests):
            # the journal is compared here: beside many digests SQLite would rather go through all of it
            rows = self.connection.execute(select(t.digest, t.seq, t.journal).where(t.digest.in_(some)))
            found.update((bytes(digest), int(seq)) for digest, seq, journal in rows if journal == row)
        return found

    def index(self, row: int) -> Sequence[Place]:
        t = tables.entries.c
        rows = self.connection.execute(
            select(t.seq, t.digest, t.prev).where(t.journal == row).order_by(t.seq, t.digest)
        )
        return [Place(int(seq), bytes(digest), bytes(prev)) for seq, digest, prev in rows]

    def entries_after(self, row: int, seq: int) -> Iterator[Entry]:
        t = tables.entries.c
        page = select(t.envelope, t.body).where(t.journal == row).order_by(t.seq, t.digest).limit(_PAGE)
        some = self.connection.execute(page.where(t.seq > seq)).all()
        while some:
            entry: Entry | None = None
            for envelope, body in some:
                entry = _entry(envelope, body)
                yield entry
            if entry is None or len(some) < _PAGE:
                return
            beyond = tuple_(t.seq, t.digest) > (entry.seq, entry.digest)
            some = self.connection.execute(page.where(beyond)).all()

    def dossiers_after(self, row: int, seq: int) -> set[bytes]:
        t = tables.entries.c
        found = self.connection.execute(select(t.dossier).where(t.journal == row, t.seq > seq))
        return {bytes(dossier) for (dossier,) in found if dossier}

    def first_entry(self, row: int) -> Entry | None:
        """Entry 1 of the journal, which says who writes it and what it closes."""
        t = tables.entries.c
        first = select(t.envelope, t.body).where(t.journal == row, t.seq == 1).limit(1)
        found = self.connection.execute(first).one_or_none()
        return None if found is None else _entry(found.envelope, found.body)

    def entries(self, row: int, digests: Sequence[bytes]) -> Mapping[bytes, Entry]:
        t = tables.entries.c
        found: dict[bytes, Entry] = {}
        for some in _chunks(digests):
            rows = self.connection.execute(select(t.envelope, t.body, t.journal).where(t.digest.in_(some)))
            for envelope, body, journal in rows:
                if journal == row:
                    entry = _entry(envelope, body)
                    found[entry.digest] = entry
        return found

    def insert_entries(self, row: int, entries: Sequence[Entry]) -> None:
        self._write(
            insert(tables.entries),
            [
                {
                    "journal": row,
                    "seq": entry.seq,
                    "digest": entry.digest,
                    "prev": entry.prev,
                    "day": entry.day,
                    "kind": entry.kind,
                    "dossier": entry.dossier or None,
                    "envelope": entry.envelope,
                    "body": entry.body,
                }
                for entry in entries
            ],
        )
        tally_ratings(self, entries)
        for entry in entries:
            if entry.dossier:
                self._fresh[entry.digest] = entry

    def seals(self, row: int, after: int, upto: int) -> Sequence[Seal]:
        t = tables.seals.c
        rows = self.connection.execute(
            select(t.seq, t.digest, t.signature)
            .where(t.journal == row, t.seq > after, t.seq <= upto)
            .order_by(t.seq, t.digest)
        )
        return [Seal(Tip(int(seq), bytes(digest)), bytes(signature)) for seq, digest, signature in rows]

    def insert_seals(self, row: int, seals: Sequence[Seal]) -> None:
        if not seals:
            return
        add = insert_into(self.connection, tables.seals).on_conflict_do_nothing()
        self._write(
            add,
            [
                {"journal": row, "seq": s.tip.seq, "digest": s.tip.digest, "signature": s.signature}
                for s in seals
            ],
        )

    # -- dossiers ---------------------------------------------------------------------------------

    def dossier_entries(self, channel: str, dossiers: Sequence[bytes]) -> Mapping[bytes, Sequence[Entry]]:
        at = self._channel(channel)
        if at is None:
            return {}
        t, j = tables.entries.c, tables.journals.c
        journals = {int(row) for (row,) in self.connection.execute(select(j.id).where(j.channel == at))}
        names = select(
            t.id, t.dossier, t.digest, t.journal
        )  # joined, all of the channel would be gone through
        found: dict[bytes, list[Entry]] = {}
        missing: dict[int, bytes] = {}
        for some in _chunks(list(dict.fromkeys(dossiers))):
            rows = self.connection.execute(names.where(t.dossier.in_(some))).all()
            for entry_id, dossier, digest, journal in rows:
                if journal not in journals:
                    continue
                # what this transaction wrote is at hand: not read, decrypted and decoded once more
                fresh = self._fresh.get(bytes(digest))
                if fresh is not None:
                    found.setdefault(fresh.dossier, []).append(fresh)
                else:
                    missing[int(entry_id)] = bytes(dossier)
        ids = list(missing)
        for start in range(0, len(ids), _CHUNK):
            part = ids[start : start + _CHUNK]
            bodies = select(t.id, t.envelope, t.body).where(t.id.in_(part))
            for entry_id, envelope, body in self.connection.execute(bodies).all():
                found.setdefault(missing[int(entry_id)], []).append(_entry(envelope, body))
        return found

    def save_dossiers(self, channel: str, dossiers: Sequence[Dossier]) -> None:
        if not dossiers:
            return
        fresh = [projected(channel, dossier) for dossier in dossiers]
        tally_rows(self, channel, fresh, [])
        add = insert_into(self.connection, tables.dossiers)
        columns = {c.name: add.excluded[c.name] for c in tables.dossiers.c if not c.primary_key}
        add = add.on_conflict_do_update(index_elements=["channel", "id"], set_=columns)
        self._write(add, fresh)
        save_scans(self.connection, channel, dossiers)
        note_changes(self.connection, channel, dossiers)
        note_occasions(self, channel, dossiers)

    def drop_dossiers(self, channel: str, dossiers: Sequence[bytes]) -> None:
        tally_rows(self, channel, [], dossiers)
        d, s = tables.dossiers, tables.scans
        for some in _chunks(dossiers):
            self._write(delete(d).where(d.c.channel == channel, d.c.id.in_(some)))
            self._write(delete(s).where(s.c.channel == channel, s.c.dossier.in_(some)))
        forget_changes(self.connection, channel, dossiers)


def _entry(envelope: Any, body: Any) -> Entry:
    return trusted_entry(bytes(envelope), None if body is None else bytes(body))
