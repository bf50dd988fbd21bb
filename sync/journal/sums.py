"""Sums over what a store holds: per channel and day count and sum of entry digests, and one over the folds.

They prove at equal heads that two stores really hold the same: an entry lost to a damaged disk changes no
head, but it changes its day's sum. They are kept in the transaction of the entry; what is really there is
counted again now and then (`recount`), for a row that vanished behind the store's back tells nobody.
Until a channel was counted once (a store from before the sums, a channel just opened) none are kept.
"""

from __future__ import annotations

import struct
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import TYPE_CHECKING

from sync.model.dossier import Dossier
from sync.model.entry import Entry
from sync.model.fold import FOLD_VERSION

if TYPE_CHECKING:
    from sync.journal.port import Rows

BARE = "bare:"
"""Notes of entries that are held without their body although nobody purged them: they count as missing."""
_MODULUS = 1 << 256
_KEPT = struct.Struct(">Q32sHQ32sII")
_CHECK = struct.Struct(">8sH6s")
CHECK_BYTES = _CHECK.size


@dataclass(frozen=True, slots=True)
class Sum:
    """How many digests, and their sum modulo 2^256."""

    count: int = 0
    total: int = 0

    def plus(self, digest: bytes) -> Sum:
        """With one more."""
        return Sum(self.count + 1, (self.total + int.from_bytes(digest, "big")) % _MODULUS)

    def minus(self, digest: bytes) -> Sum:
        """With one less."""
        return Sum(self.count - 1, (self.total - int.from_bytes(digest, "big")) % _MODULUS)

    def joined(self, other: Sum) -> Sum:
        """Both together."""
        return Sum(self.count + other.count, (self.total + other.total) % _MODULUS)

    def without(self, other: Sum) -> Sum:
        """The rest when `other` is taken out."""
        return Sum(self.count - other.count, (self.total - other.total) % _MODULUS)

    @property
    def raw(self) -> bytes:
        """The sum itself, 32 bytes."""
        return self.total.to_bytes(32, "big")

    def check(self, size: int) -> bytes:
        """A short digest of both numbers."""
        return sha256(self.count.to_bytes(8, "big") + self.raw).digest()[:size]


def sum_of(count: int, raw: bytes) -> Sum:
    """The inverse of `Sum.count` and `Sum.raw`."""
    return Sum(int(count), int.from_bytes(raw, "big"))


@dataclass(frozen=True, slots=True)
class Folded:
    """What a projection says of a dossier: `due` in whole minutes since 1970, 0 for none."""

    dossier: bytes
    number: str
    status: str
    due: int
    version: int

    @property
    def digest(self) -> bytes:
        """The same at every store that folded the same, whatever text its database can keep."""
        number = self.number.encode("utf-8", "replace").replace(b"\0", "\N{REPLACEMENT CHARACTER}".encode())
        text = self.dossier + self.due.to_bytes(8, "big", signed=True) + self.status.encode() + b"\0" + number
        return sha256(text).digest()


def due_minutes(due: datetime | None) -> int:
    """A due time as the sums see it."""
    return 0 if due is None else int(due.timestamp() // 60)


def folded_of(dossier: Dossier, version: int = FOLD_VERSION) -> Folded:
    """What a store's projection of a dossier will say."""
    due = due_minutes(dossier.due_at)
    return Folded(dossier.id, dossier.number, str(dossier.status), due, version)


@dataclass(frozen=True, slots=True)
class Kept:
    """A channel's sums in short: all its entries, and its folds of one `version` (0: not known now).

    `hour` and `day` say when a day was last counted again, and which.
    """

    entries: Sum = Sum()
    version: int = 0
    folds: Sum = Sum()
    hour: int = 0
    day: int = 0

    @property
    def check(self) -> bytes:
        """What travels: a short digest of the entries' sum, and the folds' with their version."""
        folds = self.folds.check(6) if self.version else bytes(6)
        return _CHECK.pack(self.entries.check(8), self.version, folds)


def same_entries(one: bytes, other: bytes) -> bool:
    """Whether two checks say the same of the entries."""
    return one[:8] == other[:8]


def same_folds(one: bytes, other: bytes) -> bool:
    """Whether two checks agree on the folds, or cannot be compared: another version, or not known."""
    version, others = one[8:10], other[8:10]
    return version != others or version == bytes(2) or one[10:] == other[10:]


def _key(channel: str) -> str:
    return f"sums:{channel}"


def kept_sums(rows: Rows, channel: str) -> Kept | None:
    """A channel's sums as kept; None while it has not been counted yet."""
    raw = rows.note(_key(channel))
    if raw is None or len(raw) != _KEPT.size:
        return None
    count, total, version, folds, folded, hour, day = _KEPT.unpack(raw)
    return Kept(sum_of(count, total), version, sum_of(folds, folded), hour, day)


def keep_sums(rows: Rows, channel: str, kept: Kept) -> None:
    """Writes a channel's sums in short."""
    entries, folds = kept.entries, kept.folds
    raw = _KEPT.pack(entries.count, entries.raw, kept.version, folds.count, folds.raw, kept.hour, kept.day)
    rows.put_note(_key(channel), raw)


def count_entries(rows: Rows, channel: str, entries: Iterable[Entry]) -> None:
    """Counts entries in that this transaction has just added."""
    _change(rows, channel, entries, Sum.joined)


def uncount_entries(rows: Rows, channel: str, entries: Iterable[Entry]) -> None:
    """Takes entries out that this transaction has just put into quarantine."""
    _change(rows, channel, entries, Sum.without)


def _change(rows: Rows, channel: str, entries: Iterable[Entry], by: Callable[[Sum, Sum], Sum]) -> None:
    kept = kept_sums(rows, channel)
    if kept is None:
        return
    days, whole = _by_day(entries)
    before = rows.day_sums(channel, list(days))
    rows.put_day_sums(channel, {day: by(before.get(day, Sum()), one) for day, one in days.items()})
    keep_sums(rows, channel, replace(kept, entries=by(kept.entries, whole)))


def _by_day(entries: Iterable[Entry]) -> tuple[dict[int, Sum], Sum]:
    days: dict[int, Sum] = {}
    whole = Sum()
    for entry in entries:
        days[entry.day] = days.get(entry.day, Sum()).plus(entry.digest)
        whole = whole.plus(entry.digest)
    return days, whole


def count_folds(rows: Rows, channel: str, dossiers: Iterable[Dossier], gone: Sequence[bytes] = ()) -> None:
    """Counts folded dossiers in, and those `gone` out; called before their projections are written over
    what stood there.
    """
    kept = kept_sums(rows, channel)
    if kept is None or not kept.version:
        return
    fresh = [folded_of(dossier) for dossier in dossiers]
    folds, version = kept.folds, kept.version
    for old in rows.folded(channel, [*(one.dossier for one in fresh), *gone]):
        folds = folds.minus(old.digest)
        version = version if old.version == kept.version else 0
    for one in fresh:
        folds = folds.plus(one.digest)
    if kept.version != FOLD_VERSION:
        version = 0  # of another program; counted anew when all of them are of this one
    if (folds, version) != (kept.folds, kept.version):
        keep_sums(rows, channel, replace(kept, folds=folds, version=version))


def digests_here(rows: Rows, channel: str, days: Sequence[int] | None) -> Iterable[tuple[int, bytes]]:
    """(day, digest) of every entry that is here and whole, or purged, of some days or all."""
    prefix = f"{BARE}{channel}:"
    bare = {bytes.fromhex(key[len(prefix) :]) for key, _day in rows.notes(prefix)}
    found = rows.digests_of(channel, days)
    return ((day, digest) for day, digest in found if digest not in bare) if bare else found


def recount(rows: Rows, channel: str, days: Iterable[int] | None = None) -> list[int]:
    """Counts what is really there, of some days or all, and keeps that; returns the days that were wrong.

    Counting all counts the folds too. A channel that was never counted has no wrong days.
    """
    kept = kept_sums(rows, channel)
    wanted = None if kept is None or days is None else sorted(set(days))
    real: dict[int, Sum] = {}
    for day, digest in digests_here(rows, channel, wanted):
        real[day] = real.get(day, Sum()).plus(digest)
    before = rows.day_sums(channel, wanted)
    changed = {
        day: real.get(day, Sum())
        for day in sorted({*before, *real})
        if real.get(day, Sum()) != before.get(day, Sum())
    }
    rows.put_day_sums(channel, changed)
    whole = Sum()
    if wanted is None:
        for one in real.values():
            whole = whole.joined(one)
    elif kept is not None:
        whole = kept.entries
        for day, one in changed.items():
            whole = whole.without(before.get(day, Sum())).joined(one)
    now = replace(kept or Kept(), entries=whole)
    if wanted is None:
        version, folds = _count_folds(rows, channel)
        now = replace(now, version=version, folds=folds)
    if now != kept:
        keep_sums(rows, channel, now)
    return list(changed) if kept is not None else []


def recount_folds(rows: Rows, channel: str) -> bool:
    """Counts the folds anew from the projections; whether the kept sum was wrong."""
    kept = kept_sums(rows, channel)
    if kept is None:
        return False
    version, folds = _count_folds(rows, channel)
    if (version, folds) == (kept.version, kept.folds):
        return False
    keep_sums(rows, channel, replace(kept, version=version, folds=folds))
    return True


def _count_folds(rows: Rows, channel: str) -> tuple[int, Sum]:
    folds, version = Sum(), FOLD_VERSION
    for one in rows.folded(channel, None):
        folds = folds.plus(one.digest)
        version = version if one.version == FOLD_VERSION else 0
    return version, folds


def count_in_turn(rows: Rows, channel: str, time: int) -> Kept:
    """The channel's sums; once an hour the newest day and the next in turn are counted again first.

    `time` is seconds since 1970. A channel met for the first time is counted whole.
    """
    hour = time // 3600 % 2**32
    kept = kept_sums(rows, channel)
    if kept is not None and kept.hour == hour:
        return kept
    rows.lock(channel)
    kept = kept_sums(rows, channel)
    if kept is None:
        recount(rows, channel)
        kept = kept_sums(rows, channel) or Kept()
        keep_sums(rows, channel, replace(kept, hour=hour))
    elif kept.hour != hour:
        days = sorted(rows.day_sums(channel, None))
        behind = [day for day in days if day > kept.day] or days
        turn = behind[0] if behind else 0
        recount(rows, channel, {turn, *days[-1:]} - {0})
        if kept.version != FOLD_VERSION:
            recount_folds(rows, channel)
        keep_sums(rows, channel, replace(kept_sums(rows, channel) or kept, hour=hour, day=turn))
    return kept_sums(rows, channel) or Kept()


def different_days(mine: Mapping[int, Sum], theirs: Mapping[int, bytes], size: int) -> list[int]:
    """The days whose short digest here is not the one told."""
    return [
        day
        for day in sorted({*mine, *theirs})
        if (mine[day].check(size) if day in mine else b"") != theirs.get(day, b"")
    ]
