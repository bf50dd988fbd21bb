"""Taking back what was carried of a revoked node, and giving it back when a named person lets it count.

Which entries those are follows from the quarantine and from the channels themselves, so that it is the same
after a crash, a restore, or a second revocation.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, datetime, time

from sync.journal.ledger import Ledger
from sync.journal.own import Draft, OwnJournals
from sync.journal.port import Place
from sync.model import kinds
from sync.model.carried import unpacked
from sync.model.dossier import Officer
from sync.model.entry import Entry, JournalId
from sync.model.moment import VIETNAM
from sync.model.recalled import MAX_RECALLED, Recall, recall_body, turns


def take_back(own: OwnJournals, dossier: bytes, ways: Sequence[str], day: int) -> frozenset[bytes]:
    """Writes of the dossier's carried entries, beside their originals' channel, what does not count any more,
    and what does again; returns the names of those whose originals are in quarantine here.

    The channels of `ways` are locked by the caller, who carries what is written here to the others.
    """
    ledger, rows = own.ledger, own.rows
    carried: dict[bytes, Entry] = {}
    said: dict[bytes, int] = {}
    for channel in ways:
        held = rows.dossier_entries(channel, [dossier]).get(dossier, ())
        made = unpacked(held, ledger.roles)
        for one in (*made.found.values(), *made.recalled.values()):
            carried[one.entry.digest] = one.entry
        for digest, turn in turns(made.entries, made.roles(ledger.roles)).items():
            said[digest] = max(turn, said.get(digest, 0))
    aside = not_counted(own.ledger, carried.values())
    changed: dict[tuple[JournalId, bool], dict[bytes, int]] = defaultdict(dict)
    for digest, entry in carried.items():
        turn = said.get(digest, 0)
        back = turn % 2 and ledger.knows(entry.journal, digest)
        if (digest in aside and not turn % 2) or back:
            changed[entry.journal, bool(back)][digest] = turn + 1
    for (journal, again), named in sorted(changed.items()):
        if journal.channel in ways:
            drafts = [
                Draft(kinds.RECALLED, body, dossier) for body in _bodies(own, journal, named, again, day)
            ]
            own.append(journal.channel, drafts, day)
    return aside


def not_counted(ledger: Ledger, entries: Iterable[Entry]) -> frozenset[bytes]:
    """The names of those of the entries that lie beyond the bounds of their revoked writers: in quarantine
    here, or lost here."""
    found: set[bytes] = set()
    for entry in entries:
        bounds, place = ledger.bounds(entry.journal.node), Place(entry.seq, entry.digest, entry.prev)
        if bounds is None or ledger.knows(entry.journal, entry.digest):
            continue
        row = ledger.rows.journal_row(entry.journal, create=False)
        held = ledger.rows.quarantined(row) if row is not None else ()
        beyond = entry.digest not in bounds.counted(entry.journal, {entry.digest: place})
        if beyond or any(one.digest == entry.digest for one, _seal in held):
            found.add(entry.digest)
    return frozenset(found)


def _bodies(
    own: OwnJournals, journal: JournalId, named: Mapping[bytes, int], again: bool, day: int
) -> Iterator[bytes]:
    """The bodies that name these entries; who and why are those of the revocation, or of the admission."""
    record, bounds = own.rows.node(journal.node), own.ledger.bounds(journal.node)
    ruled = (bounds.admitted or bounds.revoked) if bounds and again else bounds.revoked if bounds else ()
    last = max(ruled, key=lambda one: (one.at, one.by), default=None)
    names = sorted(named)
    for start in range(0, len(names), MAX_RECALLED):
        yield recall_body(
            Recall(
                turns={one: named[one] for one in names[start : start + MAX_RECALLED]},
                machine=f"{record.unit}/{record.desk}" if record else journal.node.hex()[:8],
                at=last.at if last else datetime.combine(date.fromordinal(day), time(0), VIETNAM),
                by=Officer("center", last.by if last else ""),
                reason=last.reason if last else "",
            )
        )
