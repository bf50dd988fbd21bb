"""What a revoked node wrote beyond its bounds: kept verbatim, passed up, and counted nowhere.

It is in no head, fold, sum or receipt. An entry moves between the journal and the quarantine when a bound
becomes known, and when a missing piece of a journal shows on which side of it the entry lies; so every store
that knows the same entries counts the same, in whatever order they came.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING

from sync.identity.certificates import read_certificate
from sync.identity.seals import Seal
from sync.journal.bounds import Bounds
from sync.journal.filling import prune, refuse_below
from sync.journal.port import Place
from sync.journal.purged import uncountable
from sync.journal.segments import Segment, SegmentRefused
from sync.journal.sums import uncount_entries
from sync.model.entry import Entry, JournalId, Tip

if TYPE_CHECKING:
    from sync.journal.ledger import Admission, Ledger

MAX_QUARANTINED_BYTES = 16 * 1024 * 1024
"""What one revoked node may add to the quarantine; what had counted here before is kept beyond that."""


def is_own(ledger: Ledger, node: bytes) -> bool:
    """Whether the node is this store's own: a revoked desk keeps what it wrote, and its lists stand."""
    raw = ledger.rows.note("certificate")
    return raw is not None and read_certificate(raw, None).node == node


def known_places(ledger: Ledger, row: int, places: Sequence[Tip]) -> frozenset[Tip]:
    """Those of the places that are here, counted or in quarantine."""
    held = ledger.rows.seqs(row, [one.digest for one in places])
    found = frozenset(one for one in places if held.get(one.digest) == one.seq)
    missing = [one for one in places if one.digest not in held]
    return found | ledger.rows.quarantined_among(row, missing)


def admit_bounded(ledger: Ledger, row: int, segment: Segment, bounds: Bounds, admission: Admission) -> None:
    """`Ledger.admit` for a run of a revoked node: each entry on its side of the bound.

    Raises `SegmentRefused`, before anything is written, when the quarantine is full.
    """
    known = known_places(ledger, row, [one.tip for one in segment.entries])
    fresh = [one for one in segment.entries if one.tip not in known]
    if not fresh:
        _keep_seals(ledger, row, segment.seals)
        return
    if fresh[0].seq > 1:
        _check_joint(ledger, row, fresh[0])
        if not known_places(ledger, row, [Tip(fresh[0].seq - 1, fresh[0].prev)]):
            refuse_below(ledger.rows, fresh[0])
            ledger.park(row, segment, fresh[0], admission)
            return
    if not append_bounded(ledger, row, segment.journal, bounds, admission, fresh, segment.seals):
        settle(ledger, row, segment.journal, bounds, admission, fresh, segment.seals)


def _check_joint(ledger: Ledger, row: int, first: Entry) -> None:
    before = ledger.rows.seqs(row, [first.prev]).get(first.prev)
    if before is not None and before != first.seq - 1:
        raise SegmentRefused("segment: broken chain")


def _keep_seals(ledger: Ledger, row: int, seals: Sequence[Seal]) -> None:
    """Keeps seals of entries that are here, each beside its entry."""
    aside = ledger.rows.quarantined_among(row, [one.tip for one in seals])
    ledger.rows.quarantine(row, (), [one for one in seals if one.tip in aside])
    ledger.rows.insert_seals(row, [one for one in seals if one.tip not in aside])


def append_bounded(
    ledger: Ledger,
    row: int,
    journal: JournalId,
    bounds: Bounds,
    admission: Admission,
    fresh: Sequence[Entry],
    seals: Sequence[Seal],
) -> bool:
    """`settle` where nothing that is here can change its side, without reading what is here; else False.

    So it is when the run goes on at the one end of a journal with nothing in quarantine; or at an entry
    in quarantine, names no place of a bound, and nothing that is here can follow it.
    """
    rows, first = ledger.rows, fresh[0]
    if fresh[-1].seq - first.seq + 1 != len(fresh):
        return False
    tips, highest = rows.tips(row), rows.quarantined_span(row)[1]
    named, places = bounds.named(journal), {one.digest: one.seq for one in fresh}
    if not highest:
        if tips != (frozenset({Tip(first.seq - 1, first.prev)}) if first.seq > 1 else frozenset()):
            return False
        upto = bounds.counted_upto(journal, places, rows.seqs(row, named))
    else:
        top = max(highest, *(tip.seq for tip in tips), 0)
        within = rows.quarantined_among(row, [Tip(first.seq - 1, first.prev)])
        if not within or fresh[-1].seq < top or not places.keys().isdisjoint(named):
            return False
        upto = 0
    entered = [one for one in fresh if one.seq <= upto]
    kept = fresh[len(entered) :]
    _check_room(ledger, journal, kept)
    ledger.insert(row, entered)
    rows.insert_seals(row, [one for one in seals if one.tip.seq <= upto and one.tip.digest in places])
    rows.quarantine(row, kept, [one for one in seals if one.tip.seq > upto and one.tip.digest in places])
    if entered:
        rows.set_tips(row, frozenset({entered[-1].tip}))
    admission.new += len(entered)
    admission.quarantined += len(kept)
    for one in entered:
        if one.dossier:
            admission.dossiers.setdefault(one.dossier)
    return True


def settle(
    ledger: Ledger,
    row: int,
    journal: JournalId,
    bounds: Bounds,
    admission: Admission,
    fresh: Sequence[Entry] = (),
    seals: Sequence[Seal] = (),
) -> None:
    """Puts every entry of a journal, and `fresh` ones with `seals`, where the bounds say; tips follow.

    The dossiers touched are noted in `admission`; folding them anew is the caller's.
    """
    rows = ledger.rows
    places = {place.digest: place for place in rows.index(row)}
    held = set(places)
    aside = {one.digest: (one, mark) for one, mark in rows.quarantined(row)}
    for one in (*(entry for entry, _mark in aside.values()), *fresh):
        places[one.digest] = Place(one.seq, one.digest, one.prev)
    counted = _joined(bounds.counted(journal, places), held, places)
    kept = [one for one in fresh if one.digest not in counted]
    _check_room(ledger, journal, kept)
    removed = list(rows.entries(row, sorted(held - counted)).values())
    returned = [one for digest, (one, _mark) in aside.items() if digest in counted]
    marks = [mark for digest, (_one, mark) in aside.items() if digest in counted and mark is not None]
    entered = sorted(
        [*returned, *(one for one in fresh if one.digest in counted)], key=lambda one: (one.seq, one.digest)
    )
    if removed:
        away = {one.digest for one in removed}
        last = max(one.seq for one in removed)
        rows.quarantine(row, removed, [one for one in rows.seals(row, 0, last) if one.tip.digest in away])
        uncount_entries(rows, journal.channel, uncountable(rows, journal.channel, removed))
    beyond = [one for one in seals if one.tip.digest in places and one.tip.digest not in counted]
    rows.quarantine(row, kept, beyond)
    rows.unquarantine(row, [one.tip for one in returned])
    ledger.insert(row, entered)
    rows.insert_seals(row, [*marks, *(one for one in seals if one.tip.digest in counted)])
    _set_tips(ledger, row, [places[digest] for digest in counted], admission)
    admission.new += sum(1 for one in fresh if one.digest in counted)
    admission.quarantined += len(kept)
    for one in (*removed, *entered):
        if one.dossier:
            admission.dossiers.setdefault(one.dossier)
    prune(ledger, row, journal)


def _joined(counted: set[bytes], held: set[bytes], places: Mapping[bytes, Place]) -> set[bytes]:
    """What counts and is in the journal, or joins it without a gap: a piece of a journal of which the older
    part was never here waits for that part.
    """
    joined = counted & held
    for place in sorted((places[digest] for digest in counted - held), key=lambda one: one.seq):
        if place.seq == 1 or place.prev in joined:
            joined.add(place.digest)
    return joined


def _check_room(ledger: Ledger, journal: JournalId, kept: Sequence[Entry]) -> None:
    if not kept:
        return
    size = sum(len(one.envelope) + len(one.body or b"") for one in kept)
    if ledger.rows.quarantined_bytes(journal.node) + size > MAX_QUARANTINED_BYTES:
        raise SegmentRefused("quarantine: too much is waiting for this node")


def _set_tips(ledger: Ledger, row: int, counted: Sequence[Place], admission: Admission) -> None:
    before = ledger.rows.tips(row)
    followed = {place.prev for place in counted}
    tips = frozenset(Tip(one.seq, one.digest) for one in counted if one.digest not in followed)
    if tips != before:
        ledger.rows.set_tips(row, tips)
        admission.forked |= len(tips) > max(1, len(before))


def quarantined_tips(ledger: Ledger, row: int) -> frozenset[Tip]:
    """The quarantined places of a journal that none in quarantine follows."""
    entries = [one for one, _seal in ledger.rows.quarantined(row)]
    followed = {one.prev for one in entries}
    return frozenset(one.tip for one in entries if one.digest not in followed)


def quarantined_runs(ledger: Ledger, row: int, journal: JournalId, known: Iterable[Tip]) -> list[Segment]:
    """What is in quarantine of a journal beyond the places, as sealed runs, parents before children.

    An end that no seal follows here stays here.
    """
    held = {one.digest: (one, mark) for one, mark in ledger.rows.quarantined(row)}
    done: set[bytes] = set()
    for tip in known:
        at = tip.digest
        while at in held and at not in done:
            done.add(at)
            at = held[at][0].prev
    runs: list[Segment] = []
    for entry, mark in held.values():
        if mark is None or entry.digest in done:
            continue
        chain: list[Entry] = []
        at = entry.digest
        while at in held and at not in done:
            done.add(at)
            chain.insert(0, held[at][0])
            at = held[at][0].prev
        last = runs[-1] if runs else None
        if last is not None and last.entries[-1].digest == chain[0].prev:
            runs[-1] = Segment(journal, (*last.entries, *chain), (*last.seals, mark))
        else:
            runs.append(Segment(journal, tuple(chain), (mark,)))
    return runs
