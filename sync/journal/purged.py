"""What a store remembers of purges: which bodies it may not keep, and which are missing without a purge.

Notes of a channel: ``purges:``, whether dossiers (``d``) or entries (``e``) were ever purged there;
``purged:``, what is kept of a purged dossier; ``purged-entry:``; ``bare:``, an entry that came without its
body although no purge is known. A relay could have cut that off: such an entry is in no sum, so that proofs
find it missing, and its body is taken when somebody brings it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from sync.journal.segments import Segment
from sync.journal.sums import BARE
from sync.model.entry import PERSONAL, Entry, trusted_entry
from sync.model.purge import Purge, kept_of

if TYPE_CHECKING:
    from sync.journal.port import Rows

_ANY, _DOSSIER, _ENTRY = "purges:", "purged:", "purged-entry:"
_BARE_HERE = "bare-here:"


def purged_of(rows: Rows, channel: str, dossier: bytes) -> bytes | None:
    """What is kept of a purged dossier (`sync.model.purge.purged_dossier`); None for one that stands."""
    return rows.note(f"{_DOSSIER}{channel}:{dossier.hex()}")


def purges_of(rows: Rows, channel: str) -> list[tuple[bytes, bytes]]:
    """Every purged dossier of a channel with what is kept of it, by id."""
    prefix = f"{_DOSSIER}{channel}:"
    return [(bytes.fromhex(key[len(prefix) :]), raw) for key, raw in rows.notes(prefix)]


def is_purged(rows: Rows, entry: Entry) -> bool:
    """Whether an entry's body is one that may not be kept here."""
    channel = entry.journal.channel
    words = rows.note(_ANY + channel)
    if words is None or not entry.flags & PERSONAL:
        return False
    if b"d" in words and entry.dossier and purged_of(rows, channel, entry.dossier) is not None:
        return True
    return b"e" in words and rows.note(f"{_ENTRY}{channel}:{entry.digest.hex()}") is not None


def stripped(rows: Rows, entries: Sequence[Entry]) -> Sequence[Entry]:
    """The entries, of one channel, as this store may keep them."""
    if not entries or rows.note(_ANY + entries[0].journal.channel) is None:
        return entries
    return [
        trusted_entry(one.envelope, None) if one.body is not None and is_purged(rows, one) else one
        for one in entries
    ]


def stripped_segment(rows: Rows, segment: Segment) -> Segment:
    """A run as this store may keep it."""
    entries = stripped(rows, segment.entries)
    if entries is segment.entries:
        return segment
    return Segment(segment.journal, tuple(entries), segment.seals)


# -- entries without a body -----------------------------------------------------------------------------


def countable(rows: Rows, channel: str, entries: Sequence[Entry]) -> Sequence[Entry]:
    """Those of freshly added entries that count in sums; one that is bare without a purge is noted."""
    if all(one.body is not None for one in entries):
        return entries
    found: list[Entry] = []
    for one in entries:
        if one.body is None and not is_purged(rows, one):
            rows.put_note(_BARE_HERE + channel, b"1")
            rows.put_note(f"{BARE}{channel}:{one.digest.hex()}", one.day.to_bytes(4, "big"))
        else:
            found.append(one)
    return found


def uncountable(rows: Rows, channel: str, entries: Sequence[Entry]) -> list[Entry]:
    """Those of entries that leave their journal which the sums hold; notes of the bare ones go."""
    found: list[Entry] = []
    for one in entries:
        key = f"{BARE}{channel}:{one.digest.hex()}"
        if one.body is None and rows.note(key) is not None:
            rows.put_note(key, None)
        else:
            found.append(one)
    return found


def any_bare(rows: Rows, channel: str) -> bool:
    """Whether an entry ever came to this channel without a body that nobody had purged."""
    return rows.note(_BARE_HERE + channel) is not None


def bare_notes(rows: Rows, channel: str) -> dict[bytes, int]:
    """Digest and day (ordinal) of the entries of a channel whose body is missing for no known reason."""
    prefix = f"{BARE}{channel}:"
    found = rows.notes(prefix) if any_bare(rows, channel) else ()
    return {bytes.fromhex(key[len(prefix) :]): int.from_bytes(raw, "big") for key, raw in found}


def is_whole(rows: Rows, channel: str, digest: bytes) -> None:
    """The entry is as it should be: its body came, or its purge."""
    rows.put_note(f"{BARE}{channel}:{digest.hex()}", None)


def remember(rows: Rows, channel: str, purge: Purge) -> None:
    """Notes what a purge names, so that nothing of it is taken in again."""
    words = rows.note(_ANY + channel) or b""
    more = (b"d" if purge.dossiers and b"d" not in words else b"") + (
        b"e" if purge.entries and b"e" not in words else b""
    )
    if more:
        rows.put_note(_ANY + channel, words + more)
    for dossier in purge.dossiers:
        key, kept = f"{_DOSSIER}{channel}:{dossier.hex()}", kept_of(purge, dossier)
        before = rows.note(key)
        if before is None or kept < before:  # of several the same one everywhere, in whatever order they came
            rows.put_note(key, kept)
    for digest in purge.entries:
        rows.put_note(f"{_ENTRY}{channel}:{digest.hex()}", b"1")
