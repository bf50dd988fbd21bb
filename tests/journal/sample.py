"""Small journals for tests: keys, entries and sealed runs made from nothing."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import count

from sync.identity.certificates import Certificate, sign_certificate
from sync.identity.keys import NodeKeys, PublicKeys
from sync.identity.seals import seal
from sync.journal.port import NodeRecord
from sync.journal.segments import Segment
from sync.model import kinds
from sync.model.entry import PERSONAL, Entry, JournalId, Tip, new_entry

CENTER = NodeKeys(bytes(range(64)))
DESK = NodeKeys(bytes(range(64, 128)))
STRANGER = NodeKeys(bytes(range(128, 192)))
TRUSTED: dict[bytes, PublicKeys] = {CENTER.node: CENTER.public}
CHANNEL = "unit:H15.50.05.13"
OTHER_CHANNEL = "unit:H15.50.05.14"
DAY = 739_943
JOURNAL = JournalId(DESK.node, CHANNEL, b"incarn-1")

RECORD = NodeRecord(DESK.public, kinds.DESK, "H15.50.05.13", 1, (CHANNEL,), (CHANNEL,), b"certificate")


def run(
    length: int,
    after: Entry | None = None,
    journal: JournalId = JOURNAL,
    word: bytes = b"",
    dossier: bytes = b"",
) -> list[Entry]:
    """`length` entries that follow `after`."""
    entries: list[Entry] = []
    for _ in range(length):
        last = after.tip if after else None
        number = last.seq + 1 if last else 1
        after = new_entry(
            journal,
            last,
            kind="test.note",
            body=bytes(16) + b"entry %d " % number + word,
            day=DAY,
            flags=PERSONAL,
            dossier=dossier,
            height=number if dossier else 0,
        )
        entries.append(after)
    return entries


def sealed(
    entries: Sequence[Entry], at: Sequence[int] = (-1,), keys: NodeKeys = DESK, journal: JournalId = JOURNAL
) -> Segment:
    """A run with seals at the entries of the given indexes."""
    places = sorted({entries[index].tip for index in at})
    return Segment(journal, tuple(entries), tuple(seal(keys, journal, tip) for tip in places))


def certificate(
    keys: NodeKeys = DESK,
    by: NodeKeys = CENTER,
    reads: tuple[str, ...] = (CHANNEL,),
    writes: tuple[str, ...] = (CHANNEL,),
    issued_at: str = "2026-11-23T08:00:00+07:00",
) -> bytes:
    """A certificate as it travels."""
    return sign_certificate(
        by,
        Certificate(keys.public, "H15.50.05.13", kinds.DESK, 1, reads, writes, by.node, issued_at),
    )


def tip(seq: int, fill: int = 7) -> Tip:
    """A place that no journal has."""
    return Tip(seq, bytes([fill]) * 32)


class Counting:
    """Reproducible "random" bytes."""

    def __init__(self) -> None:
        self._numbers = count(1)

    def __call__(self, size: int) -> bytes:
        return next(self._numbers).to_bytes(size, "big")
