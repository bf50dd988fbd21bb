"""What revoked nodes wrote beyond their bounds, on the center's databases: kept, and counted nowhere."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, func, select, update

from sync.center.store import tables
from sync.center.store.dialect import insert_into
from sync.center.store.sums import SumRows
from sync.center.store.tally import tally_ratings
from sync.identity.seals import Seal
from sync.journal.apart import bytes_apart, keep_bytes_apart
from sync.model.entry import Entry, Tip, trusted_entry

_CHUNK = 500


class QuarantineRows(SumRows):
    """`Rows`, the part that is set apart."""

    def quarantine(self, row: int, entries: Sequence[Entry], seals: Sequence[Seal]) -> None:
        """Keeps entries and seals apart; those that counted here are taken out."""
        t, e, s = tables.quarantine, tables.entries.c, tables.seals.c
        if entries:
            there = self.quarantined_among(row, [one.tip for one in entries])
            fresh = {one.tip: len(one.envelope) + len(one.body or b"") for one in entries}
            more = sum(size for place, size in fresh.items() if place not in there)
            node = entries[0].journal.node
            keep_bytes_apart(self, node, self.quarantined_bytes(node) + more)
            add = insert_into(self.connection, t).on_conflict_do_nothing()
            self._write(
                add,
                [
                    {
                        "journal": row,
                        "seq": one.seq,
                        "digest": one.digest,
                        "envelope": one.envelope,
                        "body": one.body,
                        "size": len(one.envelope) + len(one.body or b""),
                    }
                    for one in entries
                ],
            )
        for at in range(0, len(entries), _CHUNK):
            some = [one.digest for one in entries[at : at + _CHUNK]]
            held = self.connection.scalars(select(e.digest).where(e.journal == row, e.digest.in_(some)))
            counted = {bytes(one) for one in held}
            tally_ratings(self, [one for one in entries[at : at + _CHUNK] if one.digest in counted], sign=-1)
            self._write(delete(tables.entries).where(e.journal == row, e.digest.in_(some)))
        for seal in seals:
            here = (t.c.journal == row) & (t.c.seq == seal.tip.seq) & (t.c.digest == seal.tip.digest)
            self._write(update(t).where(here, t.c.signature.is_(None)).values(signature=seal.signature))
            self._write(delete(tables.seals).where(s.journal == row, s.digest == seal.tip.digest))

    def quarantined(self, row: int) -> Sequence[tuple[Entry, Seal | None]]:
        """What is kept apart of a journal, by seq and digest."""
        t = tables.quarantine.c
        rows = self.connection.execute(
            select(t.envelope, t.body, t.signature).where(t.journal == row).order_by(t.seq, t.digest)
        )
        found: list[tuple[Entry, Seal | None]] = []
        for envelope, body, signature in rows:
            one = trusted_entry(bytes(envelope), None if body is None else bytes(body))
            seal = Seal(Tip(one.seq, one.digest), bytes(signature)) if signature is not None else None
            found.append((one, seal))
        return found

    def quarantined_among(self, row: int, places: Sequence[Tip]) -> frozenset[Tip]:
        """Those of the places that are kept apart of a journal."""
        return frozenset(self._sizes(row, places))

    def _sizes(self, row: int, places: Sequence[Tip]) -> dict[Tip, int]:
        t, wanted = tables.quarantine.c, frozenset(places)
        found: dict[Tip, int] = {}
        for at in range(0, len(places), _CHUNK):
            seqs = {one.seq for one in places[at : at + _CHUNK]}
            here = select(t.seq, t.digest, t.size).where(t.journal == row, t.seq.in_(seqs))
            for seq, digest, size in self.connection.execute(here):
                found[Tip(int(seq), bytes(digest))] = int(size)
        return {one: size for one, size in found.items() if one in wanted}

    def quarantined_span(self, row: int) -> tuple[int, int]:
        """The lowest and the highest seq that is kept apart of a journal; 0, 0 for none."""
        t = tables.quarantine.c
        lowest = self.connection.scalar(select(func.min(t.seq)).where(t.journal == row))
        highest = self.connection.scalar(select(func.max(t.seq)).where(t.journal == row))
        return int(lowest or 0), int(highest or 0)

    def unquarantine(self, row: int, places: Sequence[Tip]) -> None:
        """Drops what is to count now."""
        t, j = tables.quarantine, tables.journals.c
        there = self._sizes(row, places)
        if not there:
            return
        node = bytes(self.connection.scalar(select(j.node).where(j.id == row)) or b"")
        keep_bytes_apart(self, node, self.quarantined_bytes(node) - sum(there.values()))
        for one in there:
            here = (t.c.journal == row) & (t.c.seq == one.seq) & (t.c.digest == one.digest)
            self._write(delete(t).where(here))

    def quarantined_bytes(self, node: bytes) -> int:
        """Bytes kept apart of all journals of a node."""
        kept = bytes_apart(self, node)
        if kept is not None:
            return kept
        t, j = tables.quarantine.c, tables.journals.c
        total = select(func.coalesce(func.sum(t.size), 0)).join_from(
            tables.quarantine, tables.journals, t.journal == j.id
        )
        return int(self.connection.scalar(total.where(j.node == node)) or 0)
