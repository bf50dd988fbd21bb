"""What a ``purge`` does to a store: bodies go, envelopes stay, and nothing of it is taken in again.

It takes effect where a trusted center wrote it, or the store's own node: what a lost or stolen desk asks for
is not done at others before its center, which may have revoked it, has repeated it. Until then a note
``purge-asked:`` holds it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from sync.journal.port import Place
from sync.journal.purged import (
    any_bare,
    bare_notes,
    is_purged,
    is_whole,
    purged_of,
    remember,
    stripped_segment,
)
from sync.journal.quarantine import is_own
from sync.journal.segments import pack_segment, unpack_segment
from sync.journal.sums import count_entries, recount
from sync.journal.travelling import carry_purge
from sync.model import kinds
from sync.model.bodies import Unreadable
from sync.model.entry import Entry, JournalId
from sync.model.purge import Purge, purge_bodies, purge_kept, read_purge

if TYPE_CHECKING:
    from sync.journal.ledger import Ledger
    from sync.journal.own import OwnJournals
    from sync.journal.port import Rows

_ASKED = "purge-asked:"


def give_bodies(ledger: Ledger, row: int, entries: Sequence[Entry]) -> list[Entry]:
    """Takes the bodies of entries that are held without; returns those that were given theirs."""
    if not entries or not any_bare(ledger.rows, entries[0].journal.channel):
        return []
    rows, channel = ledger.rows, entries[0].journal.channel
    bare = bare_notes(rows, channel)
    some = [one for one in entries if one.body is not None and one.digest in bare]
    held = rows.seqs(row, [one.digest for one in some])
    given = [one for one in some if one.digest in held]
    for one in given:
        rows.give_body(row, one)
        is_whole(rows, channel, one.digest)
    if given:
        count_entries(rows, channel, given)
        ledger.refold(channel, dict.fromkeys(one.dossier for one in given if one.dossier))
        for one in given:
            ledger.learn(one)
    return given


# -- purging ------------------------------------------------------------------------------------------------


def heed_purge(ledger: Ledger, entry: Entry) -> None:
    """A ``purge`` came in, or was written here: it is carried out, or kept until its center repeats it."""
    try:
        purge = read_purge(entry.text or b"")
    except Unreadable:
        return  # kept as bytes; `verify` names it
    node, channel = entry.journal.node, entry.journal.channel
    own = ledger.rows.note("own-node") == node or is_own(ledger, node)
    if own or node in ledger.trusted:
        carry_out(ledger, channel, purge)
    elif ledger.roles.get(node) == kinds.DESK:
        ledger.rows.put_note(f"{_ASKED}{channel}:{entry.digest.hex()}", entry.text)


def carry_out(ledger: Ledger, channel: str, purge: Purge) -> None:
    """Deletes what a purge names, here and now, in this transaction."""
    rows = ledger.rows
    rows.lock(channel)
    remember(rows, channel, purge)
    named = list(purge.dossiers)
    touched = rows.purge(channel, named, list(purge.entries))
    for row, journal in rows.journals(channel):
        _repark(rows, row, journal)
    _bare_no_more(rows, channel)
    if ledger.carries:
        for one in named:
            carry_purge(rows, one)
    ledger.refold(channel, dict.fromkeys((*named, *sorted(touched))), news=False)


def _repark(rows: Rows, row: int, journal: JournalId) -> None:
    """What waits behind a gap keeps no body either."""
    waiting = list(rows.parked(row))
    for prev in dict.fromkeys(prev for prev, _raw in waiting):
        rows.unpark(row, prev)
    for _prev, raw in waiting:
        segment = stripped_segment(rows, unpack_segment(journal, raw))
        first = segment.entries[0]
        rows.park(row, journal.node, Place(first.seq, first.digest, first.prev), pack_segment(segment))


def _bare_no_more(rows: Rows, channel: str) -> None:
    """Entries that came without a body are as they should be, now that their purge is known."""
    bare, days = bare_notes(rows, channel), set()
    if not bare:
        return
    for row, _journal in rows.journals(channel):
        for digest, entry in rows.entries(row, list(bare)).items():
            if is_purged(rows, entry):
                is_whole(rows, channel, digest)
                days.add(bare[digest])
    if days:
        recount(rows, channel, days)


def write_purge(own: OwnJournals, channel: str, purge: Purge, day: int) -> tuple[Entry, ...]:
    """Writes a purge into a channel, on the date `day` (ordinal), and carries it out here."""
    from sync.journal.own import Draft

    drafts = [Draft(kinds.PURGE, body, personal=False) for body in purge_bodies(purge)]
    written = own.append(channel, drafts, day).entries
    for entry in written:
        carry_out(own.ledger, channel, read_purge(entry.text or b""))
    return written


def repeat_purges(own: OwnJournals, channels: Iterable[str], day: int) -> int:
    """A center repeats what desks asked for in these channels, and so it is done everywhere; how many."""
    done = 0
    for channel in channels:
        for key, raw in list(own.rows.notes(f"{_ASKED}{channel}:")):
            write_purge(own, channel, read_purge(raw), day)
            own.rows.put_note(key, None)
            done += 1
    return done


def repeat_elsewhere(own: OwnJournals, dossier: bytes, ways: Iterable[str], day: int) -> bool:
    """Repeats the purge of a dossier, done in its home, in the other channels it was carried to.

    False where it was not purged at home: there is something to carry, perhaps.
    """
    rows, everywhere = own.rows, sorted(ways)
    kept = {channel: purged_of(rows, channel, dossier) for channel in everywhere}
    for channel, raw in kept.items():
        purge = purge_kept(raw, dossier) if raw is not None else None
        left = purge.dossiers[dossier] if purge is not None else None
        if purge is None or left is None or channel != f"unit:{left.unit}":
            continue
        for other in everywhere:
            if kept[other] is None:
                write_purge(own, other, purge, day)
        return True
    return False
