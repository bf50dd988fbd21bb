"""Years of a busy commune, written straight into a center: what a new desk would have to fetch."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, datetime, timedelta

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
_AT_ONCE = 1_024


def history(count: int, end: datetime) -> list[tuple[datetime, int, str, bytes]]:
    """(when, which dossier, kind, body) of `count` dossiers received up to about `end`, and their fates."""
    weeks = count // (5 * PER_DAY) + 1
    start = day_of(end) - timedelta(weeks=weeks)
    drawn = intakes(7, count, tuple(load_shipped()), start=start, per_day=PER_DAY, desks=2)
    found = [turn for at, one in enumerate(drawn) for turn in _turns(at, one) if turn[0] < end]
    return sorted(found)


def _turns(at: int, intake: Intake) -> Iterator[tuple[datetime, int, str, bytes]]:
    ours = replace(intake, unit=UNIT, number=f"{UNIT}-{intake.number.split('-', 1)[1]}")
    yield intake.received_at, at, kinds.RECEIVED, intake_out(ours)
    for turn in lives(intake):
        when = intake.received_at + turn.delay
        by = officer_out(intake.officer)
        said = {"at": iso_minute(when), "by": by, "to": str(turn.status), "reason": turn.reason}
        yield when, at, kinds.STATUS, pack({**said, "result": turn.result})


def write(center: Center, desk: Desk, turns: Sequence[tuple[datetime, int, str, bytes]]) -> int:
    """Writes it all as one journal of `desk` into the center; how many entries."""
    journal = JournalId(desk.keys.node, f"unit:{UNIT}", b"longyear")
    with desk.reading() as ledger:
        certificate = ledger.rows.note("certificate") or b""
    body = journal_body(desk.keys.public, certificate, None, None, PROGRAM)
    first = new_entry(journal, None, kind=kinds.JOURNAL, body=body, day=date(2021, 1, 4).toordinal())
    entries, known = [first], dict[int, tuple[bytes, int]]()
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
        if len(entries) == _AT_ONCE:
            _admit(center, desk, entries)
            entries = entries[-1:]
    _admit(center, desk, entries)
    return len(turns) + 1


def _admit(center: Center, desk: Desk, entries: Sequence[Entry]) -> None:
    fresh = list(entries)
    if fresh[0].seq > 1:
        fresh = fresh[1:]
    if not fresh:
        return
    tips: list[Tip] = [entry.tip for entry in fresh[SEAL_EVERY - 1 : -1 : SEAL_EVERY]]
    seals = [seal(desk.keys, fresh[0].journal, tip) for tip in (*tips, fresh[-1].tip)]
    with center.store.transaction() as ledger:
        ledger.admit(Segment(fresh[0].journal, tuple(fresh), tuple(seals)))


__all__ = ["history", "write"]
