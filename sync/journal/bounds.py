"""How far a revoked node's journals count: by places named in entries of a center, never by a time.

A ``revocation`` names, for each of the node's journals, the last places admitted; an ``admitted`` entry lets
more of them count. Stores may hear of these in any order and any number of times, and of the journals before
or after: what counts follows from what is known alone.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime

import msgspec

from sync.journal.port import Place, Rows
from sync.model import kinds
from sync.model.bodies import Unreadable, moment, pack, text, unpack
from sync.model.entry import DIGEST_BYTES, INCARNATION_BYTES, MAX_SEQ, NODE_BYTES, Entry, JournalId, Tip
from sync.model.moment import iso_minute

Places = Mapping[JournalId, frozenset[Tip]]


@dataclass(frozen=True, slots=True)
class Bound:
    """The body of a ``revocation`` or ``admitted`` entry: the last places of `node`'s journals that count.

    A journal that a revocation does not name counts not at all. `by` and `reason` are a person's words;
    `ranges_from` is the first date for which the node's number ranges may be leased again (None: never);
    `successor` the node that goes on in its place, where it only changed its key.
    """

    node: bytes
    places: Places
    at: datetime
    by: str
    reason: str
    ranges_from: date | None = None
    successor: bytes = b""


def places_out(places: Places) -> list[list[object]]:
    """Places in journals of one node, as a body holds them."""
    return [
        [journal.channel, journal.incarnation.hex(), [[tip.seq, tip.digest.hex()] for tip in sorted(tips)]]
        for journal, tips in sorted(places.items())
    ]


def places_in(node: bytes, listed: object) -> Places:
    """The inverse, of `node`'s journals. Raises `Unreadable`, `ValueError` or `TypeError`."""
    if not isinstance(listed, list):
        raise Unreadable("places: not a list")
    places = {}
    for channel, incarnation, tips in listed:
        journal = JournalId(node, str(channel), bytes.fromhex(incarnation))
        named = frozenset(Tip(int(seq), bytes.fromhex(digest)) for seq, digest in tips)
        if len(journal.incarnation) != INCARNATION_BYTES or any(
            tip.seq < 1 or len(tip.digest) != DIGEST_BYTES for tip in named
        ):
            raise Unreadable("places: wrong place")
        places[journal] = named
    return places


def bound_body(bound: Bound) -> bytes:
    """The bound as a body, without salt."""
    return pack(
        {
            "at": iso_minute(bound.at),
            "by": bound.by,
            "reason": bound.reason,
            "node": bound.node.hex(),
            "journals": places_out(bound.places),
            "successor": bound.successor.hex(),
            "ranges_from": bound.ranges_from.isoformat() if bound.ranges_from else None,
        }
    )


def read_bound(raw: bytes) -> Bound:
    """The inverse of `bound_body`. Raises `Unreadable`."""
    body = unpack(raw)
    try:
        node = bytes.fromhex(text(body, "node", None))
        if len(node) != NODE_BYTES:
            raise Unreadable("bound: wrong node")
        places = places_in(node, body.get("journals", []))  # what is empty is not written
        since = body.get("ranges_from")
        return Bound(
            node=node,
            places=places,
            at=moment(body, "at"),
            by=text(body, "by"),
            reason=text(body, "reason"),
            ranges_from=date.fromisoformat(since) if since is not None else None,
            successor=bytes.fromhex(text(body, "successor")),
        )
    except (ValueError, TypeError, AttributeError, OverflowError) as error:
        raise Unreadable("bound: unreadable") from error


@dataclass(frozen=True, slots=True)
class Bounds:
    """All that is known here of one revoked node: what revocations named, and what was admitted since."""

    revoked: tuple[Bound, ...]
    admitted: tuple[Bound, ...] = ()

    def counted(self, journal: JournalId, places: Mapping[bytes, Place]) -> set[bytes]:
        """Those of the journal's places that count: what every revocation names, and what was admitted.

        While a named place has not come, everything as far as its seq counts; when it comes, only what
        leads to it.
        """
        parts = [_reached(one.places.get(journal, ()), places) for one in self.revoked]
        found = set.intersection(*parts) if parts else set(places)
        for one in self.admitted:
            found |= _reached(one.places.get(journal, ()), places)
        return found

    def named(self, journal: JournalId) -> list[bytes]:
        """The digests of all places of a journal that a bound names."""
        tips = (one.places.get(journal, ()) for one in (*self.revoked, *self.admitted))
        return list(dict.fromkeys(tip.digest for some in tips for tip in some))

    def counted_upto(self, journal: JournalId, added: Mapping[bytes, int], held: Collection[bytes]) -> int:
        """`counted` for what is `added` (digest to seq) at the end of a journal that has no branches: the
        last seq that counts. `held` are those of the named places that were here before.
        """

        def reach(tips: Iterable[Tip]) -> int:
            ends = [added.get(tip.digest, tip.seq) for tip in tips if tip.digest not in held]
            return max(ends, default=0)

        upto = min((reach(one.places.get(journal, ())) for one in self.revoked), default=MAX_SEQ)
        return max([upto, *(reach(one.places.get(journal, ())) for one in self.admitted)])


def _reached(tips: Iterable[Tip], places: Mapping[bytes, Place]) -> set[bytes]:
    """The named places and all that leads to them."""
    found: set[bytes] = set()
    for tip in tips:
        at, seq = tip.digest, tip.seq
        while at in places and at not in found:
            found.add(at)
            seq, at = places[at].seq - 1, places[at].prev
        if at not in places and seq > 0:  # not here yet, or lost to a disk: the way to it is not known
            found |= {digest for digest, place in places.items() if place.seq <= seq}
    return found


class _Kept(msgspec.Struct, array_like=True, frozen=True):
    """An entry that bounds a node: its kind, name and body."""

    kind: str
    digest: bytes
    body: bytes


_PREFIX = "bounds:"


def _kept(rows: Rows, node: bytes) -> list[_Kept]:
    raw = rows.note(_PREFIX + node.hex())
    return msgspec.msgpack.decode(raw, type=list[_Kept]) if raw else []


def keep_bound(rows: Rows, entry: Entry) -> Bound | None:
    """Remembers what the entry says; the bound if that is news here. Raises `Unreadable`."""
    if entry.text is None:
        raise Unreadable("body: purged")
    bound = read_bound(entry.text)
    kept = _kept(rows, bound.node)
    if any(one.digest == entry.digest for one in kept):
        return None
    kept = sorted([*kept, _Kept(entry.kind, entry.digest, entry.text)], key=lambda one: one.digest)
    rows.put_note(_PREFIX + bound.node.hex(), msgspec.msgpack.encode(kept))
    return bound


def bounds_of(rows: Rows, node: bytes) -> Bounds | None:
    """What bounds the node's journals here; None: nothing, it was not revoked."""
    kept = _kept(rows, node)
    revoked = tuple(read_bound(one.body) for one in kept if one.kind == kinds.REVOCATION)
    if not revoked:
        return None
    return Bounds(revoked, tuple(read_bound(one.body) for one in kept if one.kind == kinds.ADMITTED))


def revoked_nodes(rows: Rows) -> list[bytes]:
    """Every node of which a revocation is known here, sorted."""
    nodes = [bytes.fromhex(key.removeprefix(_PREFIX)) for key, _raw in rows.notes(_PREFIX)]
    return [node for node in nodes if bounds_of(rows, node) is not None]
