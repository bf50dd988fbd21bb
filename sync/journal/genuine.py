"""What a store can prove of carried entries by the seals of their writers.

The carrier's own seal says that the center carried them; that was checked when its journal came. Whether an
original is its writer's is proved by that writer's seal: at the very entry, at the end of the way along its
journal that was carried with it, or at an entry that follows it. A seal that does not hold proves a forgery.
An original without any seal stands on the center's word, and is shown so.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from sync.identity.keys import NotGenuine, PublicKeys
from sync.identity.seals import Seal, check_seal
from sync.journal.port import Rows
from sync.model import kinds
from sync.model.carried import MAX_STEPS, Proofs, Unpacked, unpacked
from sync.model.entry import Entry, JournalId, Tip
from sync.model.fold import NOTHING_PROVED


class Judge:
    """Looks at seals with the keys that a store knows; keys once looked up are kept for its transaction."""

    def __init__(self, rows: Rows, trusted: Mapping[bytes, PublicKeys]) -> None:
        self._rows = rows
        self._keys: dict[bytes, PublicKeys | None] = dict(trusted)

    def knows(self, node: bytes) -> bool:
        """Whether the node's keys are known here."""
        if node not in self._keys:
            record = self._rows.node(node)
            if record is None:
                return False
            self._keys[node] = record.keys
        return True

    def proofs(self, channel: str, entries: Sequence[Entry], roles: Mapping[bytes, str]) -> Proofs:
        """What is proved of the carried originals of a dossier in a channel, and what is refused."""
        if not any(entry.kind == kinds.CARRIED for entry in entries):
            return NOTHING_PROVED
        return self.weighed(unpacked(entries, roles), channel)

    def weighed(self, made: Unpacked, channel: str) -> Proofs:
        """`proofs` of a dossier that is unpacked already."""
        proved: set[bytes] = set()
        refused: set[bytes] = set()
        every = {**made.recalled, **made.found}  # a seal holds also where its entry does not count now
        for digest, one in every.items():
            node, journal = one.entry.journal.node, one.entry.journal
            if node == one.carrier:
                proved.add(digest)  # of its own entries the carrier's seal is the writer's
            elif not self.knows(node):
                continue
            elif one.signature:
                sealed = self._sealed(journal, one.entry.tip, one.signature)
                (proved if sealed else refused).add(digest)
            else:
                for way in made.ways.get(digest, ()):
                    if self._sealed(journal, way.places[-1], way.signature):
                        proved |= {place.digest for place in way.places}
        for one in sorted(every.values(), key=lambda one: -one.entry.seq):
            if one.entry.digest in proved:
                proved.add(one.entry.prev)  # what is proved names its predecessor
        for digest, one in every.items():
            if one.entry.journal.channel == channel and digest not in proved:
                refused.add(digest)  # what was written here is here; brought back, it needs its writer's seal
        return Proofs(frozenset(proved & every.keys()), frozenset(refused - proved))

    def _sealed(self, journal: JournalId, tip: Tip, signature: bytes) -> bool:
        keys = self._keys[journal.node]
        assert keys is not None
        try:
            check_seal(keys.sign, journal, Seal(tip, signature))
        except NotGenuine:
            return False
        return True


def way_from(rows: Rows, entry: Entry) -> tuple[Sequence[Entry], bytes] | None:
    """The entries from one to the next seal behind it, the sealed one last, and that seal's signature.

    None when it is sealed itself, or no seal follows near enough, or it is in no journal here.
    """
    row = rows.journal_row(entry.journal, create=False)
    if row is None:
        return None
    upto = entry.seq + MAX_STEPS
    seals = {one.tip.digest: one.signature for one in rows.seals(row, entry.seq - 1, upto)}
    if entry.digest in seals or not seals:
        return None
    paths: dict[bytes, list[Entry]] = {entry.digest: []}
    for step in rows.entries_after(row, entry.seq):
        if step.seq > upto:
            break
        before = paths.get(step.prev)
        if before is None:
            continue
        paths[step.digest] = [*before, step]
        if step.digest in seals:
            return paths[step.digest], seals[step.digest]
    return None
