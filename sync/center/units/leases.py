"""Number leases: which serials a desk may number, given as entries of the center.

A range belongs to one incarnation of one node until that node is revoked; it is leased again only for dates
after the one an administrator named in the revocation. A desk's first incarnation gets its main range, a
later one (after a restore or a fork) a spare block; each desk keeps three spare blocks at hand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from sync.center.store.opening import Center
from sync.center.store.rows import CenterRows
from sync.center.units.restored import active_nodes_of
from sync.center.units.tree import center_rows
from sync.journal.bounds import bounds_of
from sync.journal.control import ControlBody, lease_body, read_control
from sync.journal.ledger import Ledger
from sync.journal.own import Draft, OwnJournals
from sync.journal.port import NodeRecord
from sync.model import kinds
from sync.model.bodies import Unreadable
from sync.model.moment import day_of
from sync.model.number import MAIN_DESKS, SPARE_BLOCKS, Lease, main_range, spare_range

SPARES = 3
"""Spare blocks a desk keeps at hand."""


def desk_for(rows: CenterRows, unit: str, node: bytes, wished: Iterable[int]) -> int | None:
    """The desk number for a node: its own, the first free one wished, the first free one; None: all taken."""
    taken = {record.desk: record.node for record in active_nodes_of(rows, unit) if record.desk}
    for desk, holder in taken.items():
        if holder == node:
            return desk
    leased = {
        (one.first, one.last): one.node
        for one in rows.leases(f"unit:{unit}")
        if one.identifier == unit and bounds_of(rows, one.node) is None
    }
    numbers: list[int] = [*wished, *range(1, MAIN_DESKS + 1)]
    for wish in numbers:
        if 1 <= wish <= MAIN_DESKS and wish not in taken and leased.get(main_range(wish), node) == node:
            return wish
    return None


def grant(
    center: Center, ledger: Ledger, record: NodeRecord, incarnations: Sequence[bytes] = ()
) -> list[Lease]:
    """Leases the node lacks, written as entries; returns them.

    `incarnations` are open ones known from elsewhere (an enrolment) besides those of its journals
    here. Every open incarnation gets its own range: two images of one machine do too. Needs no lock
    beforehand.
    """
    if record.role != kinds.DESK or not record.desk:
        return []
    rows = center_rows(ledger)
    channel = f"unit:{record.unit}"
    rows.lock(channel)
    if bounds_of(rows, record.node) is not None:
        return []
    since = day_of(center.clock())
    ever = [one for one in rows.leases(channel) if one.identifier == record.unit]
    ends = {one.node: _again_from(rows, one.node) for one in ever}
    # a range that may be leased again today is as if nobody had held it
    leased = [one for one in ever if (ends[one.node] or date.max) > since]
    opened, taken = _opened(rows, channel, record.node)
    free = _free_blocks(center, leased, taken)
    mine = [one for one in leased if one.node == record.node]
    bound = {one.incarnation for one in mine} | set(taken)
    new: list[Lease] = []
    for incarnation in dict.fromkeys((*opened, *incarnations)):
        if incarnation in bound:
            continue
        lease = _range(record, incarnation, since, leased + new, free)
        if lease is not None:
            new.append(lease)
    used = {(one.first, one.last) for one in mine if one.incarnation} | set(taken.values())
    waiting = [one for one in mine if one.spare and (one.first, one.last) not in used]
    for _ in range(min(SPARES - len(waiting), len(free))):
        first, last = spare_range(free.pop())
        new.append(Lease(record.unit, first, last, record.node, b"", since))
    if new:
        drafts = [Draft(kinds.LEASE, lease_body(one), personal=False) for one in new]
        OwnJournals(ledger, center.keys, center.entropy).append(channel, drafts, since.toordinal())
        for one in new:
            rows.save_lease(channel, one)
    return new


def _again_from(rows: CenterRows, node: bytes) -> date | None:
    """From when a revoked node's ranges may be leased again: the latest date named; None: they may not."""
    bounds = bounds_of(rows, node)
    named = [one.ranges_from for one in bounds.revoked] if bounds is not None else []
    return max((one for one in named if one is not None), default=None) if all(named) else None


def _range(
    record: NodeRecord, incarnation: bytes, since: date, leased: Sequence[Lease], free: list[int]
) -> Lease | None:
    """The main range if nobody ever held it, else a spare block of its own, else none is left."""
    first, last = main_range(record.desk)
    if not any((one.first, one.last) == (first, last) for one in leased):
        return Lease(record.unit, first, last, record.node, incarnation, since)
    if not free:
        return None
    first, last = spare_range(free.pop())
    return Lease(record.unit, first, last, record.node, incarnation, since)


def _free_blocks(center: Center, leased: Sequence[Lease], taken: dict[bytes, tuple[int, int]]) -> list[int]:
    """The blocks nobody ever held, in an order drawn at random: a restored center that drew before
    the same way would draw the same blocks again."""
    held = {(one.first, one.last) for one in leased} | set(taken.values())
    free = [block for block in range(SPARE_BLOCKS) if spare_range(block) not in held]
    return sorted(free, key=lambda _block: center.entropy(8))


def open_incarnations(rows: CenterRows, channel: str, node: bytes) -> list[bytes]:
    """The node's incarnations in the channel that no other closes."""
    return _opened(rows, channel, node)[0]


def _opened(rows: CenterRows, channel: str, node: bytes) -> tuple[list[bytes], dict[bytes, tuple[int, int]]]:
    """The node's incarnations that no other closes, and the blocks that some took by themselves."""
    heads: dict[bytes, ControlBody] = {}
    for row, journal in rows.journals(channel):
        if journal.node != node:
            continue
        first = rows.first_entry(row)
        if first is None:
            continue
        try:
            heads[journal.incarnation] = read_control(first)
        except Unreadable:
            heads[journal.incarnation] = ControlBody()
    closed = {control.closes[0] for control in heads.values() if control.closes}
    taken = {name: control.takes for name, control in heads.items() if control.takes}
    return [name for name in heads if name not in closed], taken
