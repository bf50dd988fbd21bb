"""What a store remembers of another: its last two heads per channel, so that one round trip does.

All of it may be lost or wrong at no harm: a root that matches nothing remembered costs one more
round trip, in which the heads themselves are exchanged.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import msgspec

from sync.identity.keys import NodeKeys
from sync.journal.bounds import revoked_nodes
from sync.journal.ledger import Ledger
from sync.journal.own import OwnJournals
from sync.journal.quarantine import known_places, quarantined_runs, quarantined_tips
from sync.journal.segments import Segment, cut
from sync.model.entry import JournalId, Tip
from sync.model.heads import EMPTY_ROOT, Heads, root_of
from sync.protocol.codec import points_in, points_out
from sync.protocol.messages import JournalPoints, PointsList
from sync.protocol.receipts import own_journals

_REMEMBERED = 2
_STRETCH = 16
"""Entries of a quarantined run put into a message at once."""


class _Memory(msgspec.Struct, array_like=True, frozen=True):
    root: bytes
    heads: list[JournalPoints]


class _Shelf(msgspec.Struct, array_like=True, frozen=True):
    memories: list[_Memory]


def keep_points(ledger: Ledger, key: str, points: Sequence[JournalPoints]) -> None:
    """Keeps a list of places under a note, or removes the note when it is empty."""
    held = ledger.rows.note(key)
    new = msgspec.msgpack.encode(points) if points else None
    if held != new:
        ledger.rows.put_note(key, new)


def kept_points(ledger: Ledger, key: str) -> list[JournalPoints]:
    """The inverse of `keep_points`; nothing when the note is not there or not readable."""
    raw = ledger.rows.note(key)
    try:
        return msgspec.msgpack.decode(raw, type=PointsList) if raw else []
    except msgspec.DecodeError:
        return []


def remembered(
    ledger: Ledger, node: bytes, channel: str
) -> list[tuple[bytes, dict[JournalId, frozenset[Tip]]]]:
    """(root, heads) that `node` is known to have had in the channel, the latest first; at most two."""
    raw = ledger.rows.note(f"known:{node.hex()}:{channel}")
    try:
        shelf = msgspec.msgpack.decode(raw, type=_Shelf).memories if raw else []
        return [(one.root, points_in(one.heads, node)) for one in shelf]
    except (msgspec.DecodeError, ValueError):
        return []


def remember(ledger: Ledger, node: bytes, channel: str, heads: Sequence[Heads]) -> None:
    """Keeps what `node` holds, or will once it has our answer: the latest first."""
    shelf: dict[bytes, _Memory] = {}
    for one in heads:
        root = root_of(one)
        points = [points_out(journal, one[journal], node) for journal in sorted(one)]
        shelf.setdefault(root, _Memory(root, points))
    ledger.rows.put_note(
        f"known:{node.hex()}:{channel}",
        msgspec.msgpack.encode(_Shelf(list(shelf.values())[:_REMEMBERED])),
    )


def heads_behind(
    ledger: Ledger, node: bytes, channel: str, root: bytes, own: Mapping[JournalId, frozenset[Tip]]
) -> dict[JournalId, frozenset[Tip]] | None:
    """The heads of `node` in the channel, from their root alone; None when nothing remembered fits.

    `own` are the places the node's own journals have reached since.
    """
    if root == EMPTY_ROOT:
        return {}
    fresh = {journal: tips for journal, tips in own.items() if journal.channel == channel}
    for known, heads in [*remembered(ledger, node, channel), (EMPTY_ROOT, {})]:
        if known == root:
            return heads
        grown = {**heads, **fresh}
        if fresh and root_of(grown) == root:
            return grown
    return None


def grown(tips: frozenset[Tip], sent: Iterable[Segment]) -> frozenset[Tip]:
    """A journal's tips once `sent` has been admitted."""
    after = set(tips)
    for segment in sent:
        passed = {entry.prev for entry in segment.entries}
        after = {tip for tip in after if tip.digest not in passed} | {segment.tip}
    return frozenset(after)


@dataclass(slots=True)
class Outgoing:
    """Segments gathered for one message, within a budget of bytes of entries; `more` did not fit."""

    ledger: Ledger
    budget: int
    segments: list[Segment] = field(default_factory=list)
    more: bool = False

    def add(self, journal: JournalId, places: Iterable[Tip]) -> list[Segment]:
        """Adds what follows the places of a journal, as far as it fits; returns what was added."""
        known = list(places)
        if self.budget <= 0:
            # Full: only look whether anything is left.
            self.more = self.more or bool(self.ledger.beyond(journal, known, 1)[0])
            return []
        runs, more = self.ledger.beyond(journal, known, self.budget)
        for run in runs:
            self.segments.append(run)
            self.budget -= sum(len(one.envelope) + len(one.body or b"") for one in run.entries)
        self.more |= more
        return runs

    def add_aside(self, journal: JournalId, places: Iterable[Tip]) -> None:
        """Adds what is in quarantine of a journal beyond the places; only ever for an upstream."""
        row = self.ledger.rows.journal_row(journal, create=False)
        if row is None or self.ledger.bounds(journal.node) is None:
            return
        for run in quarantined_runs(self.ledger, row, journal, places):
            for part in cut(run, _STRETCH):
                if self.budget <= 0:
                    self.more = True
                    return
                self.segments.append(part)
                self.budget -= sum(len(one.envelope) + len(one.body or b"") for one in part.entries)


def holds_any(ledger: Ledger, journal: JournalId, places: Iterable[Tip]) -> bool:
    """Whether one of the places of a journal is held here."""
    return bool(held_places(ledger, journal, places))


def held_places(ledger: Ledger, journal: JournalId, places: Iterable[Tip]) -> frozenset[Tip]:
    """Those of the places of a journal that are held here, be it in quarantine."""
    row = ledger.rows.journal_row(journal, create=False)
    named = list(places)
    if row is None or not named:
        return frozenset()
    if ledger.bounds(journal.node) is not None:
        return known_places(ledger, row, named)
    held = ledger.rows.seqs(row, [tip.digest for tip in named])
    return frozenset(tip for tip in named if held.get(tip.digest) == tip.seq)


def seals_lacking(ledger: Ledger, node: bytes, channels: Iterable[str]) -> dict[JournalId, frozenset[Tip]]:
    """Journals of revoked nodes whose end bears no seal here, and the places from which on it is wanted.

    A bound may fall between two seals, of what came in longer runs than it was drawn by; what ends without
    a seal could be given to nobody. `node` is ours.
    """
    rows, named = ledger.rows, set(channels)
    found: dict[JournalId, frozenset[Tip]] = {}
    for other in revoked_nodes(rows):
        if other == node:
            continue
        for row, journal in own_journals(ledger, other):
            tips = rows.tips(row) if journal.channel in named else frozenset()
            ends = {one.tip for tip in tips for one in rows.seals(row, tip.seq - 1, tip.seq)}
            if not tips <= ends:
                below = [one.tip for one in rows.seals(row, 0, max(tips).seq)] if len(tips) == 1 else []
                found[journal] = frozenset(below[-1:])
    return found


def _no_chance(_size: int) -> bytes:
    raise AssertionError("noticing a fork draws nothing")


def known_tips(ledger: Ledger, journal: JournalId) -> frozenset[Tip]:
    """Where we stand in a journal, with the ends of what is in quarantine of it."""
    row = ledger.rows.journal_row(journal, create=False)
    if row is None:
        return frozenset()
    aside = quarantined_tips(ledger, row) if ledger.bounds(journal.node) is not None else frozenset()
    return ledger.rows.tips(row) | aside


def notice_fork(ledger: Ledger, keys: NodeKeys, journal: JournalId, shown: Iterable[Tip]) -> bool:
    """Somebody showed places of a journal: if it is the one we write now and they are not in it, it forked.

    Our next entry then opens a new incarnation. Returns whether this is news.
    """
    if journal.node != keys.node:
        return False
    own = OwnJournals(ledger, keys, _no_chance)
    now = own.current(journal.channel)
    if now is None or now[0] != journal or own.must_reopen(journal.channel):
        return False
    places = frozenset(shown)
    if held_places(ledger, journal, places) == places:
        return False
    own.report_fork(journal.channel)
    return True
