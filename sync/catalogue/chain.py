"""Which releases count, and what they say together on a day.

Pure: the same for whoever holds the same releases and pinned the same publisher, whatever order they came in.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from sync.catalogue.releases import ABOLISHED, AMENDED, NO_BASE, Change, ReleaseRefused, Signed


@dataclass(frozen=True)
class Chain:
    """The releases that count, in their sequence, from the first; `waiting` hang on one that is not there,
    `stray` are genuine and not of this chain: another publisher's, or a second of one sequence."""

    releases: tuple[Signed, ...] = ()
    waiting: tuple[Signed, ...] = ()
    stray: tuple[Signed, ...] = ()

    @property
    def sequence(self) -> int:
        """The sequence of the newest; 0 before the first."""
        return self.releases[-1].release.sequence if self.releases else 0

    @property
    def tip(self) -> bytes:
        """The digest that the next release must name as its base."""
        return self.releases[-1].digest if self.releases else NO_BASE

    @property
    def key(self) -> bytes:
        """The key that must sign the next release; empty before the first."""
        return next_key_of(self.releases[-1]) if self.releases else b""

    def expired(self, day: date) -> bool:
        """Whether even the newest is past its term: news may have been withheld."""
        return bool(self.releases) and self.releases[-1].release.expires < day


def next_key_of(one: Signed) -> bytes:
    """The key that signs what stands on this release."""
    return one.release.next_key or one.key


def follow(found: Sequence[Signed], pinned: bytes) -> Chain:
    """The chain of a publisher: it begins with the `pinned` key, each release on the one before.

    Of two genuine ones with one base the longer continuation counts, of equal ones the smaller digest: the
    same wherever all of them are. Nobody but the holder of the publishing key can make two.
    """
    unique = {one.digest: one for one in found}
    on: dict[bytes, list[Signed]] = {}
    for one in unique.values():
        on.setdefault(one.release.base, []).append(one)
    length: dict[bytes, int] = {}
    for one in sorted(unique.values(), key=lambda one: -one.release.sequence):
        after = (length[other.digest] for other in on.get(one.digest, ()) if _stands_on(other, one))
        length[one.digest] = 1 + max(after, default=0)
    taken: list[Signed] = []
    tip, key, sequence = NO_BASE, pinned, 1
    while candidates := [
        one for one in on.get(tip, ()) if one.key == key and one.release.sequence == sequence
    ]:
        best = min(candidates, key=lambda one: (-length[one.digest], one.digest))
        taken.append(best)
        tip, key, sequence = best.digest, next_key_of(best), sequence + 1
    held = {one.digest for one in taken}
    left = [one for digest, one in sorted(unique.items()) if digest not in held]
    waits = [one for one in left if one.release.sequence > sequence - 1 and one.release.base not in unique]
    hanging = {one.digest for one in waits}
    for one in sorted(left, key=lambda one: one.release.sequence):
        if one.release.base in hanging:
            hanging.add(one.digest)
    return Chain(
        tuple(taken),
        tuple(one for one in left if one.digest in hanging),
        tuple(one for one in left if one.digest not in hanging),
    )


def _stands_on(one: Signed, below: Signed) -> bool:
    return one.key == next_key_of(below) and one.release.sequence == below.release.sequence + 1


# ------------------------------------------------------------------------------------------ what holds

State = Mapping[tuple[str, str], Mapping[str, Any]]
"""Fields by (table, key)."""
AT_ONCE: Final = ("effective_to", "replaced_by")
"""Fields that are days to come themselves, or go with one: known as soon as they are held."""


def state_on(releases: Iterable[Signed], day: date, *, but: int = 0) -> dict[tuple[str, str], dict[str, Any]]:
    """What the releases say on a day: each holds from its first day, of a field the later one counts.

    The days of the calendar, and `AT_ONCE`, hold as soon as they are here. `but`: as if the release of
    that sequence were not.
    """
    found: dict[tuple[str, str], dict[str, Any]] = {}
    ordered = sorted(releases, key=lambda one: (one.release.effective, one.release.sequence))
    for one in ordered:
        if one.release.sequence == but:
            continue
        begun = one.release.effective <= day
        for change in one.release.changes:
            whole = begun or (change.table == "calendar" and change.key[:1].isdigit())
            said = {n: v for n, v in change.fields.items() if whole or n in AT_ONCE}
            if said:
                held = found.setdefault((change.table, change.key), {})
                held.update(said)
                for name in [name for name, value in said.items() if value is None]:
                    del held[name]
    return {key: fields for key, fields in found.items() if fields}


def undoing(releases: Sequence[Signed], sequence: int, day: date) -> tuple[date, tuple[Change, ...]]:
    """The first day and the changes of a release that takes another back, and nothing that came later.

    Raises `ReleaseRefused` where there is none, or nothing of it is left.
    """
    target = next((one.release for one in releases if one.release.sequence == sequence), None)
    if target is None:
        raise ReleaseRefused(f"Chưa có bản công bố số {sequence}.")
    begins = max(day, target.effective)
    present, without = state_on(releases, begins), state_on(releases, begins, but=sequence)
    changes = []
    for one in target.changes:
        where = one.table, one.key
        now, then = present.get(where, {}), without.get(where, {})
        fields = {name: then.get(name) for name in one.fields if now.get(name) != then.get(name)}
        if fields:
            changes.append(Change(one.table, one.key, AMENDED if then else ABOLISHED, fields))
    if not changes:
        raise ReleaseRefused(f"Bản công bố số {sequence} không còn gì để thu hồi.")
    return begins, tuple(changes)
