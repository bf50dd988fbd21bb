"""Going on under another key: asking for it, answering as a center, and the step from one to the other.

The step is one transaction, taken only when the center has acknowledged all that the old key wrote, so
nothing of it is left to be sent; until then the desk writes, numbers and exchanges under the old key.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from itertools import islice

from sync.identity.keys import KEY_BYTES, NodeKeys
from sync.journal.bounds import Bound
from sync.journal.ledger import Ledger
from sync.journal.own import Draft, OwnJournals
from sync.journal.port import NodeRecord
from sync.journal.rekeying import (
    BEGUN,
    NextKey,
    asked_keys,
    followed,
    follows_out,
    next_key_body,
)
from sync.model import kinds
from sync.model.entry import INCARNATION_BYTES, NODE_BYTES
from sync.model.number import Lease
from sync.protocol.ports import CAST_OUT
from sync.protocol.receipts import own_journals, pending_entries

NEXT = "next-key"
"""Note of a desk: the next key's secret (64 bytes) and the incarnation it will write in."""
GIVEN = "rekey-given:"
"""Notes of a center: this node (hex) was certified to follow another, named in the value."""
_OF_PEERS = ("wanted:", "shown:", "asked:", "refused:", "refuses:", "aside:", "stranger:", "heard:")
"""Notes about exchanges in which an empty name means the old key."""


@dataclass(frozen=True, slots=True)
class Asking:
    """Who asks for another key, why, and when."""

    by: str
    reason: str
    at: datetime


def ask_next_key(own: OwnJournals, channel: str, asking: Asking, day: int) -> NodeKeys:
    """Draws another key and asks for its certificate in an entry; the key that waits already, if one does."""
    raw = own.rows.note(NEXT)
    if raw is not None:
        return NodeKeys(raw[: 2 * KEY_BYTES])
    fresh, incarnation = NodeKeys.generate(own.entropy), own.entropy(INCARNATION_BYTES)
    asked = NextKey(fresh.public, incarnation, asking.at, asking.by, asking.reason)
    body = next_key_body(fresh, own.keys.node, asked)
    own.append(channel, [Draft(kinds.REKEY, body, personal=False)], day)
    own.rows.put_note(NEXT, fresh.secret + incarnation)
    return fresh


def next_key_waits_for(ledger: Ledger, keys: NodeKeys, center: bytes) -> str | None:
    """Why the next key is not used yet: ``certificate``, ``receipt`` or ``fork``; empty: it may be. None: no
    key was asked for.
    """
    raw = ledger.rows.note(NEXT)
    if raw is None:
        return None
    record = ledger.rows.node(NodeKeys(raw[: 2 * KEY_BYTES]).node)
    if record is None or not record.certificate or any(True for _one in ledger.rows.notes(f"{CAST_OUT}:")):
        return "certificate"
    if pending_entries(ledger, keys.node, center).entries:
        return "receipt"
    channels = [key.removeprefix("own:") for key, _value in ledger.rows.notes("own:")]
    own = OwnJournals(ledger, keys, bytes)
    return "fork" if any(own.must_reopen(channel) for channel in channels) else ""


def take_next_key(
    ledger: Ledger, keys: NodeKeys, center: bytes, entropy: Callable[[int], bytes], day: int
) -> NodeKeys | None:
    """The step: from here on this store writes as the new node. None when it is not time yet."""
    raw = ledger.rows.note(NEXT)
    if raw is None or next_key_waits_for(ledger, keys, center) != "":
        return None
    rows = ledger.rows
    fresh, incarnation = NodeKeys(raw[: 2 * KEY_BYTES]), raw[2 * KEY_BYTES :]
    record = rows.node(fresh.node)
    assert record is not None
    places = {journal: rows.tips(row) for row, journal in own_journals(ledger, keys.node)}
    for prefix in ("own:", "own-tip:", "forked:", *_OF_PEERS):
        for key in [key for key, _value in rows.notes(prefix)]:
            rows.put_note(key, None)
    rows.put_note(NEXT, None)
    rows.put_note("certificate", record.certificate)
    own = OwnJournals(ledger, fresh, entropy)
    own.begin(f"unit:{record.unit}", incarnation, follows_out(keys.node, places), day)
    return fresh


# -- the center's side ---------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Given:
    """A change of key to be certified: `asked` by the node of `old`; the `leases` move to it."""

    old: NodeRecord
    asked: NextKey
    leases: tuple[Lease, ...]


def keys_to_give(ledger: Ledger, unit: str) -> list[Given]:
    """What nodes of the unit ask for and may have; what may never be had is forgotten."""
    rows, found = ledger.rows, []
    for note, node, incarnation, asked in asked_keys(rows):
        old = rows.node(node)
        known = rows.node(asked.keys.node)
        fits = known is None or (old is not None and known.unit == old.unit and known.role == old.role)
        if old is None or old.role != kinds.DESK or ledger.bounds(node) is not None or not fits:
            rows.put_note(note, None)
        elif old.unit == unit:
            held = [
                one
                for one in rows.leases(f"unit:{unit}")
                if one.node == node and one.incarnation == incarnation
            ]
            moved = tuple(
                Lease(one.identifier, one.first, one.last, asked.keys.node, asked.incarnation, one.since)
                for one in held
            )
            found.append(Given(old, asked, () if known else moved))
            rows.put_note(note, None)
            rows.put_note(f"{GIVEN}{asked.keys.node.hex()}", node + asked.by.encode("utf-8"))
    return found


def keys_to_close(ledger: Ledger, unit: str, at: datetime, ranges_from: date | None) -> list[Bound]:
    """The bounds of the unit's nodes that were asked to be followed and now are: what is here, and what the
    follower names as their last places.
    """
    rows, found = ledger.rows, []
    for note, incarnation in rows.notes(BEGUN):
        node = bytes.fromhex(note.removeprefix(BEGUN))
        record, given = rows.node(node), rows.note(f"{GIVEN}{node.hex()}")
        if record is None or given is None or record.unit != unit:
            continue
        rows.put_note(note, None)
        firsts = [
            followed(entry)
            for row, journal in own_journals(ledger, node)
            if journal.incarnation == incarnation
            for entry in islice(rows.entries_after(row, 0), 1)
        ]
        said = next((one for one in firsts if one is not None), None)
        old = given[:NODE_BYTES]
        if said is None or said[0] != old or ledger.bounds(old) is not None:
            continue
        places = dict(said[1])
        for row, journal in own_journals(ledger, old):
            places[journal] = places.get(journal, frozenset()) | rows.tips(row)
        by = given[NODE_BYTES:].decode("utf-8", "replace")
        found.append(Bound(old, places, at, by, "đổi khóa", ranges_from, node))
    return found
