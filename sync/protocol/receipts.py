"""Receipts: a center's signed word on what it holds; all that may be called acknowledged.

A receipt is true for anyone and may come by any way. Kept is the latest of each incarnation of a
center; in force is the one heard last: when a restored center's receipt goes back, the outbox,
which is nothing but "my journals beyond the receipt in force", grows again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date as day_type
from datetime import datetime, time
from hashlib import sha256
from typing import Annotated

import msgspec
from msgspec import Meta

from sync.identity.keys import NodeKeys, NotGenuine, PublicKeys
from sync.journal.ledger import Ledger
from sync.journal.port import NodeRecord
from sync.model.bodies import Unreadable, moment, unpack
from sync.model.entry import INCARNATION_BYTES, Entry, JournalId, Tip
from sync.model.heads import Heads, flatten
from sync.model.moment import VIETNAM
from sync.protocol.codec import points_in, points_out
from sync.protocol.messages import Channel, Incarnation, JournalPoints, Node, Root, Seconds, Signature

_CONTEXT = b"motcua receipt v1"


class _Spelled(msgspec.Struct, array_like=True, frozen=True):
    """A receipt spelled out: what is signed, and with the signature what is kept and passed on."""

    center: Node
    incarnation: Incarnation
    node: Node
    counter: Annotated[int, Meta(ge=0)]
    time: Seconds
    roots: list[tuple[Channel, Root]]
    heads: list[JournalPoints]
    signature: Signature | None = None


@dataclass(frozen=True, slots=True)
class Receipt:
    """`center` (in its `incarnation`) held these `heads` of `node`'s journals at `time`.

    `roots` are the center's roots of the channels the node reads. `counter` grows with every change
    of what the receipt says; `time` is seconds since 1970 by the center's clock.
    """

    center: bytes
    incarnation: bytes
    node: bytes
    counter: int
    time: int
    roots: Mapping[str, bytes]
    heads: Heads
    signature: bytes = b""

    def _spelled(self, signature: bytes | None) -> bytes:
        heads: dict[JournalId, list[Tip]] = {}
        for journal, tip in flatten(self.heads):
            heads.setdefault(journal, []).append(tip)
        return msgspec.msgpack.encode(
            _Spelled(
                self.center,
                self.incarnation,
                self.node,
                self.counter,
                self.time,
                sorted(self.roots.items()),
                [points_out(journal, tips, self.node) for journal, tips in heads.items()],
                signature,
            )
        )

    def signed(self, keys: NodeKeys) -> Receipt:
        """The same, signed by the center."""
        signature = keys.sign(_CONTEXT, self._spelled(None))
        return Receipt(
            self.center,
            self.incarnation,
            self.node,
            self.counter,
            self.time,
            self.roots,
            self.heads,
            signature,
        )

    def check(self, center: PublicKeys) -> None:
        """Raises `NotGenuine` unless signed by `center`, whose receipt it says it is."""
        if self.center != center.node:
            raise NotGenuine("receipt: of another center")
        center.verify(_CONTEXT, self._spelled(None), self.signature)

    def encode(self) -> bytes:
        """As it is kept and passed on."""
        return self._spelled(self.signature)

    @property
    def at(self) -> datetime:
        """The receipt's own time, in Vietnam."""
        return datetime.fromtimestamp(self.time, VIETNAM)


def read_receipt(raw: bytes) -> Receipt:
    """The inverse of `Receipt.encode`; the signature is not checked. Raises `NotGenuine`."""
    try:
        wire = msgspec.msgpack.decode(raw, type=_Spelled)
        return Receipt(
            wire.center,
            wire.incarnation,
            wire.node,
            wire.counter,
            wire.time,
            dict(wire.roots),
            points_in(wire.heads, wire.node),
            wire.signature or b"",
        )
    except (msgspec.DecodeError, ValueError) as error:
        raise NotGenuine("receipt: unreadable") from error


def _key(receipt: Receipt) -> str:
    return f"receipt:{receipt.center.hex()}:{receipt.incarnation.hex()}"


def latest_receipt(ledger: Ledger, center: bytes) -> Receipt | None:
    """The receipt in force: the one of that center heard last."""
    incarnation = ledger.rows.note(f"receipt-in-force:{center.hex()}")
    raw = ledger.rows.note(f"receipt:{center.hex()}:{incarnation.hex()}") if incarnation else None
    return read_receipt(raw) if raw else None


def keep_receipt(ledger: Ledger, receipt: Receipt, *, direct: bool) -> bool:
    """Keeps a checked receipt; whether it is now in force.

    `direct`: it answers the question asked last, so it is the center's present word, whatever it
    said before. One that came another way, or late, counts only if the same incarnation said it later, by
    its counter and not earlier by its own clock.
    """
    kept = latest_receipt(ledger, receipt.center)
    if not direct and kept is not None and kept.node == receipt.node:  # another key's were counted apart
        if kept.incarnation != receipt.incarnation:
            return False
        if receipt.counter <= kept.counter or receipt.time < kept.time:
            return (
                False  # a center put back behind everybody's back counts from where it was: its clock tells
            )
    ledger.rows.put_note(_key(receipt), receipt.encode())
    ledger.rows.put_note(f"receipt-in-force:{receipt.center.hex()}", receipt.incarnation)
    return True


class _Counted(msgspec.Struct, array_like=True, frozen=True):
    """The counter of a node's receipts and the digest of what the last of them said."""

    counter: int
    said: bytes


def sign_receipt(
    ledger: Ledger,
    keys: NodeKeys,
    record: NodeRecord,
    roots: Mapping[str, bytes],
    heads: Mapping[str, Heads],
    time: int,
    entropy: Callable[[int], bytes],
) -> Receipt:
    """Our word, as a center, on what we hold of a node's journals; to leave after COMMIT only.

    `heads`: ours by channel; what they say of other nodes' journals is left out.
    """
    rows, node = ledger.rows, record.node
    own = {
        journal: tips
        for channel in sorted(heads)
        for journal, tips in heads[channel].items()
        if journal.node == node
    }
    incarnation = rows.note("incarnation")
    if incarnation is None:
        incarnation = entropy(INCARNATION_BYTES)
        rows.put_note("incarnation", incarnation)
    plain = Receipt(keys.node, incarnation, node, 0, 0, roots, own)
    said = sha256(plain.encode()).digest()[:16]
    raw = rows.note(f"receipts:{node.hex()}")
    last = msgspec.msgpack.decode(raw, type=_Counted) if raw else _Counted(0, b"")
    if last.said != said:
        last = _Counted(last.counter + 1, said)
        rows.put_note(f"receipts:{node.hex()}", msgspec.msgpack.encode(last))
    return Receipt(keys.node, incarnation, node, last.counter, time, roots, own).signed(keys)


# -- what is acknowledged ------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Pending:
    """Our own entries against the receipt in force.

    `entries` wait, `covered` are acknowledged; `oldest` is the first one that waits. `as_of` is the
    receipt's own time, None before the first.
    """

    entries: int = 0
    covered: int = 0
    oldest: Entry | None = None
    as_of: datetime | None = None

    @property
    def oldest_at(self) -> datetime | None:
        """When the oldest waiting entry was written, as it says itself (else its day)."""
        return None if self.oldest is None else written_at(self.oldest)


def written_at(entry: Entry) -> datetime:
    """The time an entry's body gives, or the beginning of the day in its envelope."""
    try:
        return moment(unpack(entry.text or b""), "at")
    except Unreadable:
        return datetime.combine(day_type.fromordinal(entry.day), time(0), VIETNAM)


def own_journals(ledger: Ledger, node: bytes) -> Sequence[tuple[int, JournalId]]:
    """The journals a node wrote that are here, by channel."""
    rows = ledger.rows
    return [
        (row, journal)
        for channel in rows.channels()
        for row, journal in rows.journals(channel)
        if journal.node == node
    ]


@dataclass(slots=True)
class Coverage:
    """Answers, entry by entry, what the receipt in force of a center covers.

    Only a node's own entries need a receipt: those of others came from the center itself.
    """

    ledger: Ledger
    node: bytes
    receipt: Receipt | None
    _upto: dict[JournalId, int] = field(default_factory=dict)
    _behind: dict[JournalId, frozenset[bytes]] = field(default_factory=dict)

    def covers(self, entry: Entry) -> bool:
        """Whether the entry is acknowledged."""
        journal = entry.journal
        if journal.node != self.node:
            return True
        if journal not in self._upto:
            row = self.ledger.rows.journal_row(journal, create=False)
            if row is None:
                return False
            self._look(row, journal)
        behind = self._behind.get(journal)
        return entry.digest in behind if behind is not None else entry.seq <= self._upto[journal]

    def waiting(self, row: int, journal: JournalId) -> tuple[int, int]:
        """(entries that wait, entries covered) of one own journal."""
        self._look(row, journal)
        behind = self._behind.get(journal)
        if behind is not None:
            return len(self.ledger.rows.index(row)) - len(behind), len(behind)
        last = max((tip.seq for tip in self.ledger.rows.tips(row)), default=0)
        return last - self._upto[journal], self._upto[journal]

    def _look(self, row: int, journal: JournalId) -> None:
        rows = self.ledger.rows
        told = self.receipt.heads.get(journal, frozenset()) if self.receipt else frozenset()
        held = rows.seqs(row, [tip.digest for tip in told]) if told else {}
        self._upto[journal] = max(held.values(), default=0)
        if len(rows.tips(row)) > 1:
            prev_of = {place.digest: place.prev for place in rows.index(row)}
            behind: set[bytes] = set()
            for digest in held:
                at = digest
                while at in prev_of and at not in behind:
                    behind.add(at)
                    at = prev_of[at]
            self._behind[journal] = frozenset(behind)


def coverage(ledger: Ledger, node: bytes, center: bytes) -> Coverage:
    """What `center`'s receipt in force covers of `node`'s (our own) entries."""
    return Coverage(ledger, node, latest_receipt(ledger, center))


def pending_entries(ledger: Ledger, node: bytes, center: bytes | None) -> Pending:
    """Counts our own (`node`'s) entries beyond `center`'s receipt in force; without a center all wait."""
    receipt = latest_receipt(ledger, center) if center else None
    cover = Coverage(ledger, node, receipt)
    entries = covered = 0
    oldest: Entry | None = None
    for row, journal in own_journals(ledger, node):
        waits, has = cover.waiting(row, journal)
        entries, covered = entries + waits, covered + has
        if waits:
            first = _first(ledger, row, journal, cover)
            if first is not None and (oldest is None or written_at(first) < written_at(oldest)):
                oldest = first
    return Pending(entries, covered, oldest, receipt.at if receipt else None)


def _first(ledger: Ledger, row: int, journal: JournalId, cover: Coverage) -> Entry | None:
    after = 0 if journal in cover._behind else cover._upto[journal]
    return next((entry for entry in ledger.rows.entries_after(row, after) if not cover.covers(entry)), None)


def pending_dossiers(ledger: Ledger, node: bytes, center: bytes | None) -> set[bytes]:
    """The dossiers with an own entry that no receipt covers yet."""
    cover = Coverage(ledger, node, latest_receipt(ledger, center) if center else None)
    found: set[bytes] = set()
    for row, journal in own_journals(ledger, node):
        if not cover.waiting(row, journal)[0]:
            continue
        if journal in cover._behind:
            entries = ledger.rows.entries_after(row, 0)
            found.update(entry.dossier for entry in entries if entry.dossier and not cover.covers(entry))
        else:
            found |= ledger.rows.dossiers_after(row, cover._upto[journal])
    return found
