"""Years of a busy commune, written straight into a center: what a new desk would have to fetch."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta
from heapq import heappop, heappush

from desk_app.operations.desk import Desk
from sync.catalogue.catalogue import load_shipped
from sync.center.store.opening import Center
from sync.identity.seals import SEAL_EVERY, seal
from sync.journal.control import journal_body
from sync.journal.own import PROGRAM
from sync.journal.segments import Segment
from sync.model import kinds
from sync.model.bodies import intake_out, officer_out, pack
from sync.model.dossier import Intake
from sync.model.entry import PERSONAL, Entry, JournalId, Tip, new_entry
from sync.model.moment import day_of, iso_minute
from sync.synthetic.intakes import intakes
from sync.synthetic.lives import lives
from tests.offices import UNIT

PER_DAY = 160
"""200,000 dossiers in five years of 250 working days."""
BUSY = 1.01
"""What a synthetic office receives of that on the average, Mondays and all: the years shall end today."""
_AT_ONCE = 4_096


Turn = tuple[datetime, int, str, bytes]
"""When, which dossier, kind and body of an entry."""


def history(count: int, end: datetime) -> Iterator[Turn]:
    """`count` dossiers received up to about `end`, and their fates, in order of time.

    Only what is still to come of the dossiers under way is in memory.
    """
    weeks = int(count / (5 * PER_DAY * BUSY)) + 1
    start = day_of(end) - timedelta(weeks=weeks)
    waiting: list[Turn] = []
    for at, one in enumerate(intakes(7, count, tuple(load_shipped()), start=start, per_day=PER_DAY, desks=2)):
        while waiting and waiting[0][0] < one.received_at:
            yield heappop(waiting)
        for turn in _turns(at, one):
            if turn[0] < end:
                heappush(waiting, turn)
    while waiting:
        yield heappop(waiting)


def _turns(at: int, intake: Intake) -> Iterator[Turn]:
    ours = replace(intake, unit=UNIT, number=f"{UNIT}-{intake.number.split('-', 1)[1]}")
    yield intake.received_at, at, kinds.RECEIVED, intake_out(ours)
    for turn in lives(intake):
        when = intake.received_at + turn.delay
        by = officer_out(intake.officer)
        said = {"at": iso_minute(when), "by": by, "to": str(turn.status), "reason": turn.reason}
        yield when, at, kinds.STATUS, pack({**said, "result": turn.result})


def write(center: Center, desk: Desk, turns: Iterable[Turn]) -> int:
    """Writes it all as one journal of `desk` into the center; how many entries."""
    journal = JournalId(desk.keys.node, f"unit:{UNIT}", b"longyear")
    with desk.reading() as ledger:
        certificate = ledger.rows.note("certificate") or b""
    body = journal_body(desk.keys.public, certificate, None, None, PROGRAM)
    first = new_entry(journal, None, kind=kinds.JOURNAL, body=body, day=date(2021, 1, 4).toordinal())
    entries, known, written = [first], dict[int, tuple[bytes, int]](), 1
    for count, (when, at, kind, raw) in enumerate(turns):
        seen, height = known.get(at, (b"", 0))
        entry = new_entry(
            journal,
            entries[-1].tip,
            kind=kind,
            body=count.to_bytes(16, "big") + raw,
            day=day_of(when).toordinal(),
            flags=PERSONAL,
            dossier=at.to_bytes(16, "big"),
            seen=(seen,) if seen else (),
            height=height + 1,
        )
        known[at] = entry.digest, height + 1
        entries.append(entry)
        written += 1
        if len(entries) == _AT_ONCE:
            _put(center, desk, entries)
            entries = entries[-1:]
    _put(center, desk, entries)
    ids = [at.to_bytes(16, "big") for at in known]
    for start in range(0, len(ids), _AT_ONCE):
        with center.store.transaction() as ledger:
            ledger.refold(journal.channel, ids[start : start + _AT_ONCE])
    return written


def _put(center: Center, desk: Desk, entries: Sequence[Entry]) -> None:
    """The next entries, sealed; each dossier is folded when all is there, not with each of its entries."""
    fresh = entries if entries[0].seq == 1 else entries[1:]
    if not fresh:
        return
    journal = fresh[0].journal
    tips: list[Tip] = [entry.tip for entry in fresh[SEAL_EVERY - 1 : -1 : SEAL_EVERY]]
    seals = [seal(desk.keys, journal, tip) for tip in (*tips, fresh[-1].tip)]
    with center.store.transaction() as ledger:
        if fresh[0].seq == 1:
            ledger.admit(Segment(journal, tuple(fresh), tuple(seals)))
            return
        row = ledger.rows.journal_row(journal, create=True)
        assert row is not None
        ledger.insert(row, fresh)
        ledger.rows.insert_seals(row, seals)
        ledger.rows.set_tips(row, frozenset({fresh[-1].tip}))


__all__ = ["history", "write"]
