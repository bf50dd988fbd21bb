"""A channel that began from a checkpoint: works at once, and is filled up from the heads downwards.

Its journals hold an unbroken run from each head down to a *place below*, whose entry is still to come:
each run that comes in ends exactly there, so chain and heads prove every entry. What the checkpoint says of
dossiers whose journals are not filled so far down lies apart, as entries *lent* on the center's signature;
an entry that comes in by its journal takes the place of the one lent. Lent entries are in no head, no sum
and no message of ours. A dossier is folded only when its history is closed: it has a first entry, and every
entry that one of its entries names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from itertools import takewhile
from typing import TYPE_CHECKING

import msgspec

from sync.identity.keys import NotGenuine
from sync.identity.seals import Seal, check_seal
from sync.journal.port import Place
from sync.journal.purged import stripped
from sync.journal.segments import Segment, SegmentRefused, check_chain
from sync.journal.sums import kept_sums, recount
from sync.model.entry import Entry, JournalId, Tip
from sync.model.heads import Heads

if TYPE_CHECKING:
    from sync.journal.ledger import Ledger
    from sync.journal.port import Rows

LATER = "later"
"""A refusal that begins so says: not before the journal is filled down to there."""


class Below(msgspec.Struct, array_like=True, frozen=True):
    """The place in a journal whose entry is the next to come; the one above it, held, is of date `day`."""

    node: bytes
    incarnation: bytes
    seq: int
    digest: bytes
    day: int


class Filling(msgspec.Struct, array_like=True, frozen=True):
    """How far a channel is filled.

    `since`: the date (ordinal) from which on what was touched is in the checkpoint. `cursor`: what of the
    checkpoint has come, as the center named it; `lent`: all of it has. `below`: where journals go on.
    """

    since: int
    cursor: bytes = b""
    lent: bool = False
    below: list[Below] = []

    def places(self, journal: JournalId) -> list[Below]:
        """Where this journal goes on: one place, several after a fork, none when it is whole."""
        name = journal.node, journal.incarnation
        return [one for one in self.below if (one.node, one.incarnation) == name]

    @property
    def complete_since(self) -> int:
        """The date (ordinal) from which on every dossier is here that was touched then or later."""
        return min([self.since, *([max(one.day for one in self.below)] if self.below else [])])


def _key(channel: str) -> str:
    return f"filling:{channel}"


def filling_of(rows: Rows, channel: str) -> Filling | None:
    """How far the channel is filled; None for one that is whole, or came from its first entry on."""
    raw = rows.note(_key(channel))
    return msgspec.msgpack.decode(raw, type=Filling) if raw else None


def keep_filling(rows: Rows, channel: str, filling: Filling | None) -> None:
    """Writes how far the channel is filled."""
    rows.put_note(_key(channel), msgspec.msgpack.encode(filling) if filling is not None else None)


def filling_at(rows: Rows, journal: JournalId) -> Filling | None:
    """How far the journal's channel is filled, while older entries of this very journal are to come."""
    filling = filling_of(rows, journal.channel) if rows.loans is not None else None
    return filling if filling is not None and filling.places(journal) else None


# -- the beginning -----------------------------------------------------------------------------------


def may_begin(heads: Heads, node: bytes) -> bool:
    """Whether a channel with these heads is new to `node`: nobody else's journal is in it."""
    return all(journal.node == node for journal in heads)


def begin(
    ledger: Ledger, channel: str, node: bytes, heads: Heads, tops: Sequence[Segment], since: int
) -> list[Entry]:
    """Puts a channel at the heads of a checkpoint that was found genuine; returns the entries taken in.

    `tops` are the runs that end at the heads, one for each. Journals of our own (`node`'s) that are here
    stay as they are. Does nothing in a channel that has begun. Raises `SegmentRefused`.
    """
    rows = ledger.rows
    rows.lock(channel)
    if filling_of(rows, channel) is not None or not may_begin(rows.heads(channel), node):
        return []
    here = rows.heads(channel)
    fresh = {journal: tips for journal, tips in heads.items() if journal not in here}
    runs = {(top.journal, top.tip): top for top in tops if top.entries}
    if kept_sums(rows, channel) is None:
        recount(rows, channel)
    taken: list[Entry] = []
    below: list[Below] = []
    for journal in sorted(fresh):
        row = rows.journal_row(journal, create=True)
        assert row is not None
        held: set[bytes] = set()
        for tip in sorted(fresh[journal]):
            top = runs.get((journal, tip))
            if top is None or journal.channel != channel:
                raise SegmentRefused("checkpoint: a head without its entries")
            check_chain(journal, top.entries)
            new = _above(top.entries, held)
            _count(ledger, row, new)
            rows.insert_seals(row, _genuine(ledger, top, strict=False))
            held |= {entry.digest for entry in new}
            taken += new
            below += _next_below(top.entries, new)
        rows.set_tips(row, fresh[journal])
        below = [one for one in below if one.digest not in held]
    keep_filling(rows, channel, Filling(since, below=_single(below)))
    for journal in fresh:
        _abide(ledger, journal)
    return taken


def _count(ledger: Ledger, row: int, entries: Sequence[Entry]) -> None:
    """Puts entries into a journal, out of the quarantine where they lay there."""
    if entries and ledger.bounds(entries[0].journal.node) is not None:
        ledger.rows.unquarantine(row, [entry.tip for entry in entries])
    ledger.insert(row, entries)


def _abide(ledger: Ledger, journal: JournalId, run: Sequence[Entry] = ()) -> list[bytes]:
    """What a bound says of a journal of which more became known; dossiers touched.

    `run` was filled in: below a place that counts all counts, and only between branches that lie beside one
    another is there something to be found out.
    """
    bounds = ledger.bounding(journal.node)
    row = ledger.rows.journal_row(journal, create=False)
    if bounds is None or row is None:
        return []
    filled = run and filling_at(ledger.rows, journal) is not None
    if filled and (len(ledger.rows.tips(row)) == 1 or _alone(ledger.rows, row, run)):
        return []
    return ledger.abide(row, journal, bounds)


def _alone(rows: Rows, row: int, run: Sequence[Entry]) -> bool:
    """Whether no other branch has anything beside a run that is in the journal, or may follow it."""
    last = run[-1].seq
    beside = takewhile(lambda one: one.seq <= last, rows.entries_after(row, run[0].seq - 1))
    names = {entry.digest for entry in run}
    lowest, highest = rows.quarantined_span(row)
    return all(one.digest in names for one in beside) and (not highest or lowest > last + 1)


def _above(entries: Sequence[Entry], held: Iterable[bytes] | Mapping[bytes, int]) -> list[Entry]:
    """The end of a run, down to the first entry that is held."""
    known = set(held)
    fresh: list[Entry] = []
    for entry in reversed(entries):
        if entry.digest in known:
            break
        fresh.insert(0, entry)
    return fresh


def _next_below(entries: Sequence[Entry], new: Sequence[Entry]) -> list[Below]:
    """Where it goes on below a run, unless the run met what is held, or the journal's first entry."""
    if len(new) < len(entries) or new[0].seq == 1:
        return []
    first = new[0]
    return [Below(first.journal.node, first.journal.incarnation, first.seq - 1, first.prev, first.day)]


def _single(below: Iterable[Below]) -> list[Below]:
    return list({(one.node, one.incarnation, one.digest): one for one in below}.values())


def _genuine(ledger: Ledger, segment: Segment, *, strict: bool = True) -> list[Seal]:
    """The seals of a run. A false one is refused (`strict`) or left out; one of a writer not known is kept
    only where the center's own word stands for it (not `strict`).
    """
    node = segment.journal.node
    record = ledger.rows.node(node)
    keys = ledger.trusted.get(node) or (record.keys if record is not None else None)
    if keys is None:
        return [] if strict else list(segment.seals)
    good: list[Seal] = []
    for one in segment.seals:
        try:
            check_seal(keys.sign, segment.journal, one)
        except NotGenuine as error:
            if strict:
                raise SegmentRefused("seal: wrong signature") from error
            continue
        good.append(one)
    return good


# -- what is lent --------------------------------------------------------------------------------------


def lend(ledger: Ledger, channel: str, entries: Sequence[Entry]) -> list[Entry]:
    """Takes in entries on the word of a center whose signature was checked; returns those new here.

    To be called with whole dossiers, for they are folded at once: with what journals brought of them too.
    """
    rows, loans = ledger.rows, ledger.rows.loans
    if loans is None or filling_of(rows, channel) is None:
        return []
    fresh = loans.lend(channel, stripped(rows, entries))
    for entry in entries:
        ledger.learn(entry)
    loans.repaid(channel, [entry.digest for entry in _beyond(ledger, entries)])
    ids = dict.fromkeys(one.dossier for one in entries if one.dossier)
    ledger.refold(channel, ids, news=False, given=True)
    return fresh


def _beyond(ledger: Ledger, entries: Iterable[Entry], *, held: bool = False) -> list[Entry]:
    """Those that the bounds known here do not let count. `held`: by what of their journals is here, too."""
    found: list[Entry] = []
    journals: dict[JournalId, list[Entry]] = {}
    for entry in entries:
        if ledger.bounding(entry.journal.node) is not None:
            journals.setdefault(entry.journal, []).append(entry)
    for journal, some in journals.items():
        bounds = ledger.bounding(journal.node)
        assert bounds is not None
        row = ledger.rows.journal_row(journal, create=False) if held else None
        places = {one.digest: one for one in ledger.rows.index(row)} if row is not None else {}
        places |= {one.digest: Place(one.seq, one.digest, one.prev) for one in some}
        counted = bounds.counted(journal, places)
        found += [one for one in some if one.digest not in counted]
    return found


def recall(ledger: Ledger, channel: str, node: bytes) -> list[bytes]:
    """A bound of the node became known: what was lent of it beyond counts no more; dossiers touched."""
    loans = ledger.rows.loans
    if loans is None or filling_of(ledger.rows, channel) is None:
        return []
    gone = _beyond(ledger, loans.lent_of(channel, node), held=True)
    loans.repaid(channel, [entry.digest for entry in gone])
    return list(dict.fromkeys(entry.dossier for entry in gone if entry.dossier))


def prune(ledger: Ledger, row: int, journal: JournalId) -> None:
    """Forgets places below that nothing in the journal leads to any more, or that are here.

    Where nothing is left of it, the journal comes from its first entry on, like any that is new here.
    """
    filling = filling_at(ledger.rows, journal)
    if filling is None:
        return
    index = ledger.rows.index(row)
    wanted = {place.prev for place in index} - {place.digest for place in index}
    mine = filling.places(journal)
    below = [one for one in filling.below if one not in mine or one.digest in wanted]
    if below != filling.below:
        keep_filling(ledger.rows, journal.channel, msgspec.structs.replace(filling, below=below))


# -- filling up ----------------------------------------------------------------------------------------


def fill(ledger: Ledger, segment: Segment) -> list[Entry]:
    """Takes in a run that ends at a place below; returns the entries new here. Raises `SegmentRefused`."""
    channel = segment.journal.channel
    ledger.rows.lock(channel)
    filling = filling_of(ledger.rows, channel)
    ends = {one.digest for one in filling.places(segment.journal)} if filling is not None else set()
    if filling is None or not segment.entries or segment.entries[-1].digest not in ends:
        raise SegmentRefused(f"{LATER}: nothing goes on below there")
    new = _fill(ledger, filling, segment)
    _touched(ledger, channel, new)
    return new


def fill_below(ledger: Ledger, filling: Filling, segment: Segment) -> tuple[list[Entry], Segment | None]:
    """What a run that came by any way says below the heads, taken in; and what is left of it to admit.

    The run's chain and seals were checked. Raises `SegmentRefused` where it lies below a gap.
    """
    ends = {one.digest for one in filling.places(segment.journal)}
    at = next((i for i, entry in enumerate(segment.entries) if entry.digest in ends), -1)
    lower = Segment(segment.journal, segment.entries[: at + 1], segment.seals)
    new = _fill(ledger, filling, lower) if at >= 0 else []
    rest = segment.entries[at + 1 :]
    if not rest:
        return new, None
    if at < 0:
        row = ledger.rows.journal_row(segment.journal, create=True)
        assert row is not None
        held = ledger.rows.seqs(row, [rest[0].prev, *(entry.digest for entry in rest)])
        first = next((entry for entry in rest if entry.digest not in held), None)
        if first is not None and first.prev not in held:
            refuse_below(ledger.rows, first)
    return new, Segment(segment.journal, rest, segment.seals)


def refuse_below(rows: Rows, first: Entry) -> None:
    """Raises `SegmentRefused` for a run from `first` on, which joins nothing, if it lies below a gap."""
    filling = filling_at(rows, first.journal)
    if filling is not None and first.seq <= max(one.seq for one in filling.places(first.journal)):
        raise SegmentRefused(f"{LATER}: older entries of this journal are still to come")


def _fill(ledger: Ledger, filling: Filling, segment: Segment) -> list[Entry]:
    rows, journal = ledger.rows, segment.journal
    check_chain(journal, segment.entries)
    row = rows.journal_row(journal, create=True)
    assert row is not None
    new = _above(segment.entries, rows.seqs(row, [entry.digest for entry in segment.entries]))
    seals = _genuine(ledger, segment)
    _count(ledger, row, new)
    names = {entry.digest for entry in new}
    rows.insert_seals(row, [one for one in seals if one.tip.digest in names])
    below = [one for one in filling.below if one.digest not in names and one.digest != segment.tip.digest]
    for one in _next_below(segment.entries, new) if new else []:
        held = rows.seqs(row, [one.digest])
        below += [] if held else [one]
    keep_filling(rows, journal.channel, msgspec.structs.replace(filling, below=_single(below)))
    for entry in new:
        ledger.learn(entry)
    aside = _abide(ledger, journal, new)
    if aside:
        ledger.refold(journal.channel, aside, given=True)
    return new


def _touched(ledger: Ledger, channel: str, entries: Iterable[Entry]) -> None:
    ledger.refold(channel, dict.fromkeys(one.dossier for one in entries if one.dossier), news=False)


def next_below(filling: Filling, most: int) -> list[Below]:
    """Where to go on: the journals whose latest day is nearest, so that dates come newest first."""
    return sorted(filling.below, key=lambda one: (-one.day, one.node, one.incarnation, one.seq))[:most]


def tip_of(below: Below) -> Tip:
    """The place as a tip."""
    return Tip(below.seq, below.digest)
