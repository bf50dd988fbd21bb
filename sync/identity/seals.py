"""Seals: a writer's signature over a place of its journal, so that anyone may carry the journal."""

from __future__ import annotations

from dataclasses import dataclass

from sync.identity.keys import NodeKeys, verify
from sync.model.entry import JournalId, Tip

SEAL_EVERY = 16
"""A seal stands at least every 16 entries (and where a batch ends)."""

_CONTEXT = b"motcua seal v1"


@dataclass(frozen=True, slots=True)
class Seal:
    """`signature` (64 bytes) of the journal's writer over (journal, seq, digest)."""

    tip: Tip
    signature: bytes


def _message(journal: JournalId, tip: Tip) -> bytes:
    return (
        journal.node + journal.incarnation + journal.channel.encode("ascii") + b"\0"
        + tip.seq.to_bytes(8, "big") + tip.digest
    )  # fmt: skip


def seal(keys: NodeKeys, journal: JournalId, tip: Tip) -> Seal:
    """The seal of the journal's own writer at `tip`."""
    return Seal(tip, keys.sign(_CONTEXT, _message(journal, tip)))


def check_seal(sign_key: bytes, journal: JournalId, one: Seal) -> None:
    """Raises `NotGenuine` unless `one` is by the holder of `sign_key`."""
    verify(sign_key, _CONTEXT, _message(journal, one.tip), one.signature)
