"""Heads: which places of which journals a store holds, and the short digests compared first."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256

from sync.model.entry import JournalId, Tip

Heads = Mapping[JournalId, frozenset[Tip]]
"""The tips of each journal of one channel; more than one where the journal forked."""

ROOT_BYTES = 16
EMPTY_ROOT = sha256(b"").digest()[:ROOT_BYTES]


def root_of(heads: Heads) -> bytes:
    """16 bytes of SHA-256 over the sorted heads of a channel; equal roots mean equal entries."""
    lines = sorted(
        journal.node + journal.incarnation + tip.seq.to_bytes(8, "big") + tip.digest
        for journal, tips in heads.items()
        for tip in tips
    )
    return sha256(b"".join(lines)).digest()[:ROOT_BYTES]


def flatten(heads: Heads) -> Iterable[tuple[JournalId, Tip]]:
    """Every (journal, tip), in a fixed order."""
    for journal in sorted(heads):
        for tip in sorted(heads[journal]):
            yield journal, tip


def gather(points: Iterable[tuple[JournalId, Tip]]) -> dict[JournalId, frozenset[Tip]]:
    """The inverse of `flatten`."""
    heads: dict[JournalId, set[Tip]] = {}
    for journal, tip in points:
        heads.setdefault(journal, set()).add(tip)
    return {journal: frozenset(tips) for journal, tips in heads.items()}
