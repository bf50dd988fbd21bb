"""Carrying a dossier between channels: what one unit wrote about it becomes readable in the other's.

Only a center does, which alone reads both. All that any channel of a dossier holds belongs into each of
them; what is missing is worked out anew from the entries themselves, so that it is carried exactly once
however often this is asked, in whatever order entries came, and after a crash or a restore as before.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from sync.identity.seals import Seal
from sync.journal.control import certificate_body
from sync.journal.genuine import way_from
from sync.journal.own import Draft, OwnJournals
from sync.journal.port import Rows
from sync.journal.purged import purged_of
from sync.journal.purging import repeat_elsewhere
from sync.journal.taking_back import take_back
from sync.journal.travelling import is_carried, keep_ways, to_be_carried, wait_for_unit, ways_of
from sync.model import kinds
from sync.model.carried import (
    PIECE_BYTES,
    Original,
    Proofs,
    Way,
    carried_texts,
    digests_in,
    originals,
    unpacked,
    way_text,
)
from sync.model.entry import Entry
from sync.model.fold import fold

AT_ONCE = 50
"""Dossiers carried in one transaction."""
Knows = Callable[[str], bool]
"""Whether there is a unit of that code below this center."""


def carry(own: OwnJournals, day: int, knows: Knows, wanted: Collection[bytes] | None = None) -> int:
    """Carries what waits of some dossiers (`None`: of up to `AT_ONCE`), in the caller's transaction; how many
    it looked at.

    The channels of all of them are locked in sorted order before anything is read.
    """
    rows = own.rows
    waiting = [one for one in to_be_carried(rows) if wanted is None or one in wanted][:AT_ONCE]
    ways = {one: _ways(own, one, knows) for one in waiting}
    for channel in sorted({channel for some in ways.values() for channel in some}):
        rows.lock(channel)
    for dossier in waiting:
        # read again under the locks: another process may have added a way
        found = _ways(own, dossier, knows)
        if found <= ways[dossier]:
            if not repeat_elsewhere(own, dossier, found, day):
                _carry_one(own, dossier, sorted(found), day)
                keep_ways(rows, dossier, found)
            is_carried(rows, dossier)
    return len(waiting)


def _ways(own: OwnJournals, dossier: bytes, knows: Knows) -> set[str]:
    """Every channel that is to have the dossier."""
    ways = ways_of(own.rows, dossier)
    entries: dict[bytes, Entry] = {}
    refused: set[bytes] = set()
    while True:
        ledger = own.ledger
        for channel in ways:
            held = own.rows.dossier_entries(channel, [dossier]).get(dossier, ())
            refused |= ledger.judge.proofs(channel, held, ledger.roles).refused
            entries |= {entry.digest: entry for entry in held}
        folded = fold(dossier, entries.values(), ledger.roles, Proofs(refused=frozenset(refused)))
        wanted = {f"unit:{folded.unit}"} if folded.unit else set()
        for unit in folded.sent_to:
            if knows(unit):
                wanted.add(f"unit:{unit}")
            else:
                wait_for_unit(own.rows, unit, dossier)
        if wanted <= ways:
            return ways
        ways = ways | wanted


def _carry_one(own: OwnJournals, dossier: bytes, ways: Sequence[str], day: int) -> None:
    rows, roles = own.rows, own.ledger.roles
    aside = take_back(own, dossier, ways, day)
    held = {channel: rows.dossier_entries(channel, [dossier]).get(dossier, ()) for channel in ways}
    whole: dict[bytes, Original] = {}
    for channel in ways:
        signatures = _signatures(rows, held[channel])
        for one in originals(held[channel], roles, signatures):
            there_is = whole.get(one.entry.digest)
            if one.entry.digest in aside:
                continue  # what does not count at home goes no further
            if there_is is None or there_is.carrier:  # what is there itself rather than a copy of it
                whole[one.entry.digest] = one
    known = {digest: one for channel in ways for digest, one in unpacked(held[channel], roles).ways.items()}
    for channel in ways:
        if purged_of(rows, channel, dossier) is not None:
            continue  # that unit's copy is gone, for good
        there = digests_in(held[channel], roles)
        lacking = [
            one
            for digest, one in whole.items()
            # never back to where it was written: what is not there was lost, and comes from its writer, or
            # lies beyond the bounds of a revoked one; our own that a restore lost nobody else brings back
            if digest not in there
            and (one.entry.journal.channel != channel or one.entry.journal.node == own.keys.node)
        ]
        drafts = _introductions(own, channel, lacking)
        for one in sorted(lacking, key=lambda one: one.entry.order):
            drafts += [Draft(kinds.CARRIED, text, dossier) for text in carried_texts(one)]
        drafts += [Draft(kinds.CARRIED, text, dossier) for text in _ways_to_seals(own, lacking, whole, known)]
        if drafts:
            own.append(channel, drafts, day)


def _signatures(rows: Rows, entries: Sequence[Entry]) -> dict[bytes, bytes]:
    """The seals' signatures that stand at the very entries, by the entry's digest."""
    found: dict[bytes, bytes] = {}
    for entry in entries:
        if entry.kind == kinds.CARRIED:
            continue
        row = rows.journal_row(entry.journal, create=False)
        seals: Sequence[Seal] = rows.seals(row, entry.seq - 1, entry.seq) if row is not None else ()
        found |= {one.tip.digest: one.signature for one in seals if one.tip == entry.tip}
    return found


def _ways_to_seals(
    own: OwnJournals,
    carried: Sequence[Original],
    whole: Mapping[bytes, Original],
    known: Mapping[bytes, Sequence[Way]],
) -> list[bytes]:
    """What proves those of the originals that no seal stands at: the way to the next one, for each run once.

    One that another of the dossier follows in its journal is proved by that one's seal or way.
    """
    followed = {one.entry.prev for one in whole.values()}
    texts: list[bytes] = []
    for one in carried:
        if one.signature or one.entry.digest in followed or one.entry.journal.node == own.keys.node:
            continue
        way = way_from(own.rows, one.entry)
        if way is not None:
            texts.append(way_text(one.entry.digest, *way))
        else:  # its journal is not here: as it was brought
            texts += [found.text for found in known.get(one.entry.digest, ())[:1]]
    return [text for text in texts if len(text) <= PIECE_BYTES]


def _introductions(own: OwnJournals, channel: str, carried: Sequence[Original]) -> list[Draft]:
    """The certificates of writers nobody in the channel has heard of, each once: their slips are verified by
    them, and their seals."""
    drafts: list[Draft] = []
    for node in dict.fromkeys(one.entry.journal.node for one in carried):
        record, note = own.rows.node(node), f"introduced:{channel}:{node.hex()}"
        if record is None or not record.certificate or record.role == kinds.CENTER:
            continue
        if channel not in record.reads and own.rows.note(note) is None:
            own.rows.put_note(note, b"1")
            drafts.append(Draft(kinds.CERTIFICATE, certificate_body(record.certificate), personal=False))
    return drafts
