"""What a store gives others of its journals: places to find common ground by, and the runs beyond them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from sync.identity.seals import Seal
from sync.journal.branches import unbranched
from sync.journal.filling import filling_at
from sync.journal.port import Place, Rows
from sync.journal.segments import Segment
from sync.model.entry import Entry, JournalId, Tip

_READ_AHEAD = 256
"""Entries of a branch fetched at once."""


class Reading:
    """The reading half of a ledger, over the `rows` of its transaction."""

    rows: Rows

    def ladder(self, journal: JournalId) -> list[Tip]:
        """Places 0, 1, 2, 4, 8 … back from each tip: what a peer that knows no tip is shown."""
        row = self.rows.journal_row(journal, create=False)
        if row is None:
            return []
        places = {place.digest: place for place in self.rows.index(row)}
        rungs: dict[bytes, Tip] = {}
        for tip in self.rows.tips(row):
            at: bytes = tip.digest
            step, wanted = 0, 0
            while at in places:
                place = places[at]
                if step == wanted or place.seq == 1:
                    rungs[at] = Tip(place.seq, at)
                    wanted = wanted * 2 or 1
                at, step = place.prev, step + 1
        return sorted(rungs.values(), reverse=True)

    def beyond(self, journal: JournalId, known: Iterable[Tip], budget: int) -> tuple[list[Segment], bool]:
        """What follows the places a peer is known to hold, cut at seals, about `budget` bytes.

        Returns the runs and whether more follows them. A peer whose places are all unknown here
        gets nothing: it is ahead of us, or stands on another branch and a ladder will tell.
        """
        row = self.rows.journal_row(journal, create=False)
        places = list(known)
        if row is None:
            return [], False
        held = self.rows.seqs(row, [tip.digest for tip in places]) if places else {}
        if places and not held:
            return [], False
        if len(self.rows.tips(row)) > 1:
            if filling_at(self.rows, journal) is not None:
                return [], False  # what is behind the fork has yet to come
            return self._branches(row, journal, set(held), budget)
        after = max(held.values(), default=0)
        return self._run(row, journal, after, budget)

    def _run(self, row: int, journal: JournalId, after: int, budget: int) -> tuple[list[Segment], bool]:
        entries: list[Entry] = []
        size, more = 0, False
        seals: Sequence[Seal] = ()
        for entry in self.rows.entries_after(row, after):
            if size >= budget:
                # only a sealed stretch may leave; a stretch is at most SEAL_EVERY entries long
                seals = self.rows.seals(row, after, entries[-1].seq)
                if seals:
                    more = True
                    break
            if entry.seq != after + len(entries) + 1:
                break  # what is between has yet to come
            entries.append(entry)
            size += len(entry.envelope) + len(entry.body or b"")
        if not entries:
            return [], False
        seals = seals or self.rows.seals(row, after, entries[-1].seq)
        if not seals:
            return [], False
        sealed = seals[-1].tip.seq
        entries = entries[: sealed - after]
        return [Segment(journal, tuple(entries), tuple(seals))], more

    def _branches(
        self, row: int, journal: JournalId, held: set[bytes], budget: int
    ) -> tuple[list[Segment], bool]:
        """`beyond` in a forked journal: everything that is no ancestor of what the peer holds.

        A run that ends before a fork may have no seal there; its unsealed end then travels once
        more in front of each branch, whose own seal stands for it.
        """
        segments: list[Segment] = []
        tails: dict[bytes, list[Place]] = {}
        for run in unbranched(self.rows.index(row), held):
            places = tails.get(run[0].prev, []) + run
            names = {place.digest for place in places}
            seals = [
                one for one in self.rows.seals(row, places[0].seq - 1, run[-1].seq) if one.tip.digest in names
            ]
            sealed = seals[-1].tip.seq - places[0].seq + 1 if seals else 0
            if sealed < len(places):
                tails[run[-1].digest] = places[sealed:]
            at = 0
            while at < sealed:
                if budget <= 0:
                    return segments, True
                segment, size = self._stretch(row, journal, places[at:sealed], seals, budget)
                segments.append(segment)
                budget -= size
                at += len(segment.entries)
        return segments, False

    def _stretch(
        self, row: int, journal: JournalId, places: Sequence[Place], seals: Sequence[Seal], budget: int
    ) -> tuple[Segment, int]:
        """The first entries of a run up to a seal, about `budget` bytes, and their size."""
        ends = {one.tip.digest for one in seals}
        entries: list[Entry] = []
        size = 0
        for start in range(0, len(places), _READ_AHEAD):
            some = places[start : start + _READ_AHEAD]
            held = self.rows.entries(row, [place.digest for place in some])
            for place in some:
                entry = held[place.digest]
                entries.append(entry)
                size += len(entry.envelope) + len(entry.body or b"")
                if size >= budget and place.digest in ends:
                    names = {one.digest for one in entries}
                    inside = tuple(one for one in seals if one.tip.digest in names)
                    return Segment(journal, tuple(entries), inside), size
        names = {one.digest for one in entries}
        return Segment(journal, tuple(entries), tuple(one for one in seals if one.tip.digest in names)), size
