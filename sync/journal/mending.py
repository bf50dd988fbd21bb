"""Putting back entries that a damaged disk lost out of the middle of a journal whose heads still stand."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from sync.journal.filling import LATER, filling_at
from sync.journal.ledger import Ledger
from sync.journal.purged import countable, stripped
from sync.journal.purging import give_bodies
from sync.journal.segments import Segment, SegmentRefused, check_segment
from sync.journal.sums import recount
from sync.model.entry import Entry, JournalId

_LONGEST = 64
"""Entries from a lost one to the next seal on its branch: a writer seals every 16th."""


def mend(ledger: Ledger, segment: Segment) -> list[Entry]:
    """Puts back what is missing of a sealed run; heads do not move. Returns what was put back.

    Only an entry that something held here follows, or that is one of the journal's tips, was lost;
    anything else is news and comes by `Ledger.admit`. Raises `SegmentRefused`.
    """
    rows, channel = ledger.rows, segment.journal.channel
    keys = ledger.writer(segment)
    check_segment(segment, keys.sign)
    rows.lock(channel)
    row = rows.journal_row(segment.journal, create=False)
    if row is None:
        raise SegmentRefused("mend: journal not held here")
    if filling_at(rows, segment.journal) is not None:
        raise SegmentRefused(f"{LATER}: what is missing was never here")
    index = rows.index(row)
    given = give_bodies(ledger, row, segment.entries)
    held = {place.digest for place in index}
    followed = {place.prev for place in index} | {tip.digest for tip in rows.tips(row)}
    lost: list[Entry] = []
    for entry in reversed(segment.entries):
        if entry.digest not in held and entry.digest in followed:
            lost.insert(0, entry)
            followed.add(entry.prev)
    if lost:
        lost = list(stripped(rows, lost))
        rows.insert_entries(row, lost)
        countable(rows, channel, lost)
        rows.insert_seals(row, segment.seals)
        recount(rows, channel, {entry.day for entry in lost})
        ledger.refold(channel, dict.fromkeys(entry.dossier for entry in lost if entry.dossier))
    return [*given, *lost]


def stretches(ledger: Ledger, channel: str, digests: Collection[bytes], budget: int) -> list[Segment]:
    """Short sealed runs of a channel's journals that hold the named entries, about `budget` bytes.

    What is not held here, or what no seal follows here, is left out.
    """
    found: list[Segment] = []
    rows, wanted = ledger.rows, list(digests)
    for row, journal in rows.journals(channel):
        covered: set[bytes] = set()
        for digest, seq in sorted(rows.seqs(row, wanted).items(), key=lambda one: one[1]):
            if digest in covered or budget <= 0:
                continue
            run = _run_from(ledger, row, journal, digest, seq)
            if run is not None:
                found.append(run)
                covered |= {entry.digest for entry in run.entries}
                budget -= sum(len(one.envelope) + len(one.body or b"") for one in run.entries)
    return found


def _run_from(ledger: Ledger, row: int, journal: JournalId, digest: bytes, seq: int) -> Segment | None:
    """The run from an entry to the first seal at or behind it, on whichever branch has one."""
    seals = {one.tip.digest: one for one in ledger.rows.seals(row, seq - 1, seq + _LONGEST)}
    paths: dict[bytes, list[Entry]] = {}
    for entry in _near(ledger.rows.entries_after(row, seq - 1), seq + _LONGEST):
        before = paths.get(entry.prev)
        if entry.digest != digest and before is None:
            continue
        path = paths[entry.digest] = [*(before or ()), entry]
        if entry.digest in seals:
            return Segment(journal, tuple(path), (seals[entry.digest],))
    return None


def _near(entries: Iterable[Entry], upto: int) -> Iterable[Entry]:
    for entry in entries:
        if entry.seq > upto:
            return
        yield entry
