"""The port every store fills: rows of journals inside one transaction.

`Rows` are primitives without rules; the rules stand once, in `sync.journal.ledger`. Desk, center on
SQLite, center on PostgreSQL and the memory store pass the same contract tests.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

from sync.identity.certificates import Certificate
from sync.identity.keys import PublicKeys
from sync.identity.seals import Seal
from sync.model import kinds
from sync.model.dossier import Dossier
from sync.model.entry import Entry, JournalId, Tip
from sync.model.heads import Heads
from sync.model.number import Lease
from sync.model.status import Status

if TYPE_CHECKING:
    from sync.journal.ledger import Ledger
    from sync.journal.sums import Folded, Sum


@dataclass(frozen=True, slots=True)
class NodeRecord:
    """What a store knows of a node. `certificate` is empty for a center or a not yet adopted desk."""

    keys: PublicKeys
    role: str
    unit: str
    desk: int = 0
    reads: tuple[str, ...] = ()
    writes: tuple[str, ...] = ()
    certificate: bytes = b""

    @property
    def node(self) -> bytes:
        """The node's id."""
        return self.keys.node


def record_of(certificate: Certificate, raw: bytes) -> NodeRecord:
    """What a certificate says of its node; `raw` is how it travels."""
    return NodeRecord(
        certificate.keys,
        certificate.role,
        certificate.unit,
        certificate.desk,
        certificate.reads,
        certificate.writes,
        raw,
    )


@dataclass(frozen=True, slots=True)
class Place:
    """A journal's entry without its content; `prev` says what it continues."""

    seq: int
    digest: bytes
    prev: bytes


class Loans(Protocol):
    """Room for entries lent ahead of their journals by a checkpoint (see `sync.journal.filling`).

    `Rows.dossier_entries` gives them beside those of journals; nothing else does.
    """

    def lend(self, channel: str, entries: Sequence[Entry]) -> list[Entry]:
        """Keeps entries that are neither in a journal nor lent here; returns those."""

    def repaid(self, channel: str, digests: Sequence[bytes]) -> None:
        """Drops those of the entries that are lent."""

    def lent(self, channel: str, most: int) -> Sequence[Entry]:
        """Up to `most` of the entries that are lent, in any order."""

    def lent_of(self, channel: str, node: bytes) -> Sequence[Entry]:
        """All entries that are lent of a node's journals, in any order."""


class Recent(Protocol):
    """What a checkpoint is made of."""

    def dossiers(self, channel: str, since: int) -> Iterable[tuple[bool, int, bytes]]:
        """(open, latest day from `since` on or 0, id) of the dossiers open or touched since that day."""

    def control(self, channel: str, since: int) -> Iterable[Entry]:
        """Entries about no dossier: those of that day or later, and of `CONTROL` whatever their day."""


CONTROL = (
    kinds.JOURNAL,
    kinds.CERTIFICATE,
    kinds.LEASE,
    kinds.REVOCATION,
    kinds.ADMITTED,
    kinds.PURGE,
    kinds.CLOCK,
    kinds.SETTING,
    kinds.ACCOUNT,
    kinds.UNIT,
    kinds.RELEASE,
    kinds.MESSAGE,
    kinds.READ,
)
"""Kinds about no dossier that a desk needs to work, however old they are."""
FINISHED = (Status.RETURNED, Status.WITHDRAWN, Status.REFUSED, Status.STOPPED)
"""Statuses after which a dossier is open no more."""


class Rows(Protocol):
    """Primitives over one open transaction. `row` is the store's own number of a journal."""

    @property
    def loans(self) -> Loans | None:
        """Room for what a checkpoint lends; None where journals are taken whole."""

    @property
    def recent(self) -> Recent | None:
        """What checkpoints are made of; None where nobody is answered."""

    def lock(self, channel: str) -> None:
        """Makes this transaction the channel's one writer until it ends."""

    def channels(self) -> Sequence[str]:
        """Every channel with a journal, sorted."""

    def journals(self, channel: str) -> Sequence[tuple[int, JournalId]]:
        """The journals of a channel, in the order they were first seen."""

    def journal_row(self, journal: JournalId, *, create: bool) -> int | None:
        """The journal's row; None when it is not there and not to be created."""

    def heads(self, channel: str) -> Heads:
        """The tips of every journal of the channel."""

    def tips(self, row: int) -> frozenset[Tip]:
        """The journal's tips: one, or several after a fork, or none while it is empty."""

    def set_tips(self, row: int, tips: frozenset[Tip]) -> None:
        """Replaces the journal's tips."""

    def seqs(self, row: int, digests: Sequence[bytes]) -> Mapping[bytes, int]:
        """Those of the digests that this journal holds, with their seq."""

    def index(self, row: int) -> Sequence[Place]:
        """Every place of the journal, by seq."""

    def entries_after(self, row: int, seq: int) -> Iterator[Entry]:
        """The entries with a higher seq, by seq (both branches of a fork)."""

    def dossiers_after(self, row: int, seq: int) -> set[bytes]:
        """The dossiers of the entries with a higher seq."""

    def entries(self, row: int, digests: Sequence[bytes]) -> Mapping[bytes, Entry]:
        """The named entries."""

    def seals(self, row: int, after: int, upto: int) -> Sequence[Seal]:
        """Seals with after < seq <= upto, by seq."""

    def insert_entries(self, row: int, entries: Sequence[Entry]) -> None:
        """Adds entries that are known not to be there."""

    def insert_seals(self, row: int, seals: Sequence[Seal]) -> None:
        """Adds seals; one that is there already is left."""

    def dossier_entries(self, channel: str, dossiers: Sequence[bytes]) -> Mapping[bytes, Sequence[Entry]]:
        """All entries of the named dossiers in the channel; a dossier without any is left out."""

    def save_dossiers(self, channel: str, dossiers: Sequence[Dossier]) -> None:
        """Writes the projections of folded dossiers over what stood there."""

    def day_sums(self, channel: str, days: Sequence[int] | None) -> Mapping[int, Sum]:
        """The kept sums of entries by day (`None`: of every day); a day without any is left out."""

    def put_day_sums(self, channel: str, sums: Mapping[int, Sum]) -> None:
        """Keeps the sums of some days; one without entries is dropped."""

    def digests_of(self, channel: str, days: Sequence[int] | None) -> Iterable[tuple[int, bytes]]:
        """(day, digest) of every entry that is really there, of some days or all."""

    def folded(self, channel: str, dossiers: Sequence[bytes] | None) -> Iterable[Folded]:
        """What the projections of some dossiers, or of all in the channel, say now."""

    def drop_dossiers(self, channel: str, dossiers: Sequence[bytes]) -> None:
        """Removes the projections of dossiers of which no entry counts any more."""

    def purge(self, channel: str, dossiers: Sequence[bytes], digests: Sequence[bytes]) -> set[bytes]:
        """Deletes the personal bodies of these dossiers and entries in a channel, in journals, loans and
        quarantine, and whatever else this store keeps of the people in them but projections.

        Returns the dossiers of the entries named.
        """

    def give_body(self, row: int, entry: Entry) -> None:
        """Puts back the body of an entry that is held without it."""

    def quarantine(self, row: int, entries: Sequence[Entry], seals: Sequence[Seal]) -> None:
        """Keeps entries and seals of a journal apart, verbatim; those that counted here are taken out.

        What is there already is left, but for a seal that it lacked.
        """

    def quarantined(self, row: int) -> Sequence[tuple[Entry, Seal | None]]:
        """What is kept apart of a journal, by seq and digest, with the seal at that place."""

    def quarantined_among(self, row: int, places: Sequence[Tip]) -> frozenset[Tip]:
        """Those of the places that are kept apart of a journal."""

    def quarantined_span(self, row: int) -> tuple[int, int]:
        """The lowest and the highest seq that is kept apart of a journal; 0, 0 for none."""

    def unquarantine(self, row: int, places: Sequence[Tip]) -> None:
        """Drops what is to count now; the caller inserts it."""

    def quarantined_bytes(self, node: bytes) -> int:
        """Bytes of envelopes and bodies kept apart of all journals of a node."""

    def park(self, row: int, node: bytes, first: Place, raw: bytes) -> bool:
        """Keeps a run whose predecessor is missing; False when the node's room is full."""

    def parked(self, row: int) -> Sequence[tuple[bytes, bytes]]:
        """(prev, raw) of the runs parked for the journal."""

    def unpark(self, row: int, prev: bytes) -> None:
        """Drops the runs parked behind `prev`."""

    def node(self, node: bytes) -> NodeRecord | None:
        """What is known of the node."""

    def save_node(self, record: NodeRecord) -> None:
        """Adds or replaces a node."""

    def roles(self) -> Mapping[bytes, str]:
        """The role of every known node."""

    def save_lease(self, channel: str, lease: Lease) -> None:
        """Adds a lease; the same lease again changes nothing."""

    def leases(self, channel: str) -> Sequence[Lease]:
        """Every lease of the channel, in the order they came."""

    def note(self, key: str) -> bytes | None:
        """A value of the protocol's own small memory (receipts, what peers hold)."""

    def put_note(self, key: str, value: bytes | None) -> None:
        """Sets a note, or removes it."""

    def notes(self, prefix: str) -> Iterable[tuple[str, bytes]]:
        """The notes whose key begins so, sorted by key."""


class JournalStore(Protocol):
    """A store of journals: transactions to write in and snapshots to read from."""

    def transaction(self) -> AbstractContextManager[Ledger]:
        """A writing transaction: durable when the block ends, undone when it raises."""

    def snapshot(self) -> AbstractContextManager[Ledger]:
        """A reading one, consistent in itself; what it hands out is committed."""
