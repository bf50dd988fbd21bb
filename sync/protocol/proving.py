"""The proof that two stores hold the same: sums compared at equal roots, and only what differs repaired.

Equal heads already prove equal entries, so different sums mean damage: rows that a disk lost. The
answering side shows its days, the asking side names the entries of those that differ, each sends what
the other lacks. Sums of folds differ only by a fault of a program: refold, report, send nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Annotated

import msgspec
from msgspec import Meta

from sync.journal.filling import filling_of
from sync.journal.ledger import Ledger
from sync.journal.mending import stretches
from sync.journal.port import JournalStore, NodeRecord
from sync.journal.segments import Segment
from sync.journal.sums import (
    Kept,
    count_in_turn,
    different_days,
    digests_here,
    kept_sums,
    recount,
    recount_folds,
    same_entries,
    same_folds,
)
from sync.model.entry import Entry
from sync.protocol import limits
from sync.protocol.messages import SAME, DayNames, Doubt, Request
from sync.protocol.serving import Served

NAME_BYTES = 16
"""An entry of a day is named by so much of its digest."""
DAY_CHECK_BYTES = 8
_DAYS_AT_ONCE = 16
_REFOLD_AT_ONCE = 200
_NEWS = "proof-news"
_KEPT_NEWS = 32


# -- what the officer is told ----------------------------------------------------------------------


class News(msgspec.Struct, array_like=True, frozen=True):
    """What a proof found: `here` entries of a channel's `day` came back, `there` were sent to the other.

    `day` 0: the folds of the channel did not agree and were made anew. `time` is seconds since 1970.
    """

    time: int
    channel: str
    day: int
    here: int = 0
    there: int = 0


def proof_news(ledger: Ledger) -> list[News]:
    """What proofs found lately, the latest last."""
    raw = ledger.rows.note(_NEWS)
    try:
        return msgspec.msgpack.decode(raw, type=list[News]) if raw else []
    except msgspec.DecodeError:
        return []


def tell(ledger: Ledger, news: Iterable[News]) -> None:
    """Adds to what proofs found."""
    fresh = list(news)
    if fresh:
        kept = [*proof_news(ledger), *fresh][-_KEPT_NEWS:]
        ledger.rows.put_note(_NEWS, msgspec.msgpack.encode(kept))


def news_of(time: int, channel: str, here: Iterable[Entry]) -> list[News]:
    """One line for each day of entries that came back."""
    days: dict[int, int] = {}
    for entry in here:
        days[entry.day] = days.get(entry.day, 0) + 1
    return [News(time, channel, day, count) for day, count in sorted(days.items())]


# -- the answering side ----------------------------------------------------------------------------


@dataclass(slots=True)
class Proven:
    """The proof's part of a reply."""

    time: int
    budget: int
    doubts: list[Doubt] = field(default_factory=list)
    mends: list[Segment] = field(default_factory=list)


def prove(ledger: Ledger, record: NodeRecord, request: Request, served: Served, time: int) -> Proven:
    """Compares the sums of the channels whose roots are equal, and finds what either side lost."""
    proven = Proven(time, served.out.budget)
    named = {one.channel: one for one in request.channels}
    for at, (ask, state) in enumerate(zip(request.channels, served.states, strict=True)):
        if state.code != SAME or ask.channel not in record.reads or named[ask.channel] is not ask:
            continue
        if filling_of(ledger.rows, ask.channel) is not None:
            continue
        kept = count_in_turn(ledger.rows, ask.channel, time)
        lists = [one for one in request.names if one.channel == ask.channel]
        proof = request.proofs[at] if at < len(request.proofs) else b""
        if lists:
            _compare_days(ledger, ask.channel, lists, proven)
        elif proof:
            _compare(ledger, ask.channel, kept, proof, proven)
    return proven


def _compare(ledger: Ledger, channel: str, kept: Kept, proof: bytes, proven: Proven) -> None:
    rows = ledger.rows
    if not same_entries(kept.check, proof):
        recount(rows, channel)
        kept = kept_sums(rows, channel) or kept
        if not same_entries(kept.check, proof):
            sums = rows.day_sums(channel, None)
            days = b"".join(
                day.to_bytes(4, "big") + sums[day].check(DAY_CHECK_BYTES)
                for day in sorted(sums)[-limits.MAX_DAYS :]
            )
            proven.doubts.append(Doubt(channel, days))
            return  # what the damage did to the folds goes with it
    if not same_folds(kept.check, proof):
        recount_folds(rows, channel)
        kept = kept_sums(rows, channel) or kept
        if not same_folds(kept.check, proof):
            proven.doubts.append(Doubt(channel, folds=True))
            mark_refold(ledger, [channel], proven.time)


def _compare_days(ledger: Ledger, channel: str, lists: Sequence[DayNames], proven: Proven) -> None:
    wants: list[DayNames] = []
    for one in lists[:_DAYS_AT_ONCE]:
        theirs = set(_split(one.names))
        mine = {digest[:NAME_BYTES]: digest for _day, digest in digests_here(ledger.rows, channel, [one.day])}
        lacking = [digest for name, digest in mine.items() if name not in theirs]
        runs = stretches(ledger, channel, lacking, proven.budget)
        proven.mends += runs
        proven.budget -= sum(len(one.envelope) + len(one.body or b"") for run in runs for one in run.entries)
        if lacking:
            tell(ledger, [News(proven.time, channel, one.day, there=len(lacking))])
        lost = sorted(theirs - mine.keys())
        if lost:
            wants.append(DayNames(channel, one.day, b"".join(lost)))
    if wants:
        proven.doubts.append(Doubt(channel, wants=wants))


def _split(names: bytes) -> list[bytes]:
    return [names[at : at + NAME_BYTES] for at in range(0, len(names), NAME_BYTES)]


# -- the asking side -------------------------------------------------------------------------------

DoubtList = Annotated[list[Doubt], Meta(max_length=limits.MAX_CHANNELS)]


def read_doubts(raw: bytes | None) -> list[Doubt]:
    """The doubts noted at the last answer."""
    try:
        return msgspec.msgpack.decode(raw, type=DoubtList) if raw else []
    except msgspec.DecodeError:
        return []


def proof_of(ledger: Ledger, channel: str) -> bytes:
    """What is said of a channel's sums; empty while it has not been counted, or is not whole."""
    if filling_of(ledger.rows, channel) is not None:
        return b""
    kept = kept_sums(ledger.rows, channel)
    return kept.check if kept is not None else b""


def names_for(ledger: Ledger, doubts: Iterable[Doubt]) -> list[DayNames]:
    """The entries of the days that differ, to be compared one by one."""
    named: list[DayNames] = []
    for doubt in doubts:
        sums = ledger.rows.day_sums(doubt.channel, None)
        for day in different_days(sums, _told(doubt), DAY_CHECK_BYTES):
            digests = sorted(digest for _day, digest in digests_here(ledger.rows, doubt.channel, [day]))
            names = b"".join(digest[:NAME_BYTES] for digest in digests[: limits.MAX_NAMES])
            named.append(DayNames(doubt.channel, day, names))
            if len(named) == _DAYS_AT_ONCE:
                return named
    return named


def _told(doubt: Doubt) -> dict[int, bytes]:
    step = 4 + DAY_CHECK_BYTES
    parts = [doubt.days[at : at + step] for at in range(0, len(doubt.days), step)]
    return {int.from_bytes(part[:4], "big"): part[4:] for part in parts} if doubt.days else {}


def mends_for(ledger: Ledger, doubts: Iterable[Doubt], budget: int) -> list[Segment]:
    """The short runs that hold what the other side lost."""
    found: list[Segment] = []
    for doubt in doubts:
        for want in doubt.wants:
            names = set(_split(want.names))
            digests = [
                digest
                for _day, digest in digests_here(ledger.rows, doubt.channel, [want.day])
                if digest[:NAME_BYTES] in names
            ]
            found += stretches(ledger, doubt.channel, digests, budget)
    return found


def look_again(ledger: Ledger, doubts: Sequence[Doubt], allowed: frozenset[str]) -> list[Doubt]:
    """Counts doubted channels anew here; returns the doubts that remain to be worked on."""
    left: list[Doubt] = []
    for doubt in doubts:
        if doubt.channel not in allowed or len(doubt.days) % (4 + DAY_CHECK_BYTES):
            continue
        if doubt.days:
            recount(ledger.rows, doubt.channel)
            sums = ledger.rows.day_sums(doubt.channel, None)
            if not different_days(sums, _told(doubt), DAY_CHECK_BYTES):
                continue  # what was wrong was our own sum
        if doubt.days or doubt.wants:
            left.append(doubt)
    return left


# -- folds -----------------------------------------------------------------------------------------


def refold_marked(store: JournalStore, *, most: int | None = None) -> int:
    """Folds the dossiers of marked channels anew, a bounded number in each transaction; how many.

    `most`: stop after about so many; the mark remembers where, and the next call goes on.
    """
    with store.snapshot() as ledger:
        marks = [(key.removeprefix("refold:"), at) for key, at in ledger.rows.notes("refold:")]
    done = 0
    for channel, mark in marks:
        at = mark
        while most is None or done < most:
            with store.transaction() as ledger:
                ids = sorted(one.dossier for one in ledger.rows.folded(channel, None) if one.dossier > at)
                ledger.refold(channel, ids[:_REFOLD_AT_ONCE])
                done += len(ids[:_REFOLD_AT_ONCE])
                if len(ids) <= _REFOLD_AT_ONCE:
                    recount_folds(ledger.rows, channel)
                    ledger.rows.put_note(f"refold:{channel}", None)
                    break
                at = ids[_REFOLD_AT_ONCE - 1]
                ledger.rows.put_note(f"refold:{channel}", at)
    return done


def mark_refold(ledger: Ledger, channels: Iterable[str], time: int) -> None:
    """Marks channels whose folds do not agree, once a day, and tells."""
    for channel in channels:
        day = (time // 86_400).to_bytes(8, "big")
        if ledger.rows.note(f"refolded:{channel}") == day:
            continue
        ledger.rows.put_note(f"refolded:{channel}", day)
        ledger.rows.put_note(f"refold:{channel}", b"\0")
        tell(ledger, [News(time, channel, 0)])
