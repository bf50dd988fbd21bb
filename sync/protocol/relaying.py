"""Receipts of the center that travel by a hub: only a center's word acknowledges, whoever carries it.

A hub asks its center for the receipts of the unit's desks along with its own, keeps them, and hands
each desk its own when the desk comes by. A receipt is signed whole, so nobody on the way is believed.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from sync.identity.keys import NotGenuine
from sync.journal.ledger import Ledger
from sync.journal.port import NodeRecord
from sync.model import kinds
from sync.protocol import limits
from sync.protocol.messages import ReceiptMark
from sync.protocol.receipts import Receipt, keep_receipt, latest_receipt, read_receipt

FRESH_SECONDS = 600
"""One that says nothing new is passed on all the same when it is so much younger: "as of" is its time."""


def relay_note(node: bytes) -> str:
    """The note under which a hub keeps the center's latest receipt for a desk."""
    return f"relayed:{node.hex()}"


def marks_wanted(ledger: Ledger, record: NodeRecord, receiver: bytes) -> list[ReceiptMark]:
    """What an asking node says it holds: a hub of its unit's desks, a desk (to a hub) of itself."""
    if receiver not in ledger.trusted:
        kept = [latest_receipt(ledger, center) for center in ledger.trusted]
        # after a change of key the one in force is still the old key's, and that was counted apart
        ours = (one for one in kept if one is not None and one.node == record.keys.node)
        return [_mark(b"", next(ours, None))]
    if record.role != kinds.HUB:
        return []
    found = []
    for node, role in sorted(ledger.rows.roles().items()):
        of = ledger.rows.node(node) if role == kinds.DESK else None
        if of is not None and of.unit == record.unit:
            found.append(_mark(node, _relayed(ledger, node)))
    return found[: limits.MAX_RELAYED]


def receipts_for(
    ledger: Ledger,
    record: NodeRecord,
    marks: Sequence[ReceiptMark],
    make: Callable[[NodeRecord], Receipt] | None,
) -> list[bytes]:
    """The receipts to pass on to the node of `record`; `make` is a center's own pen, None at a hub."""
    found: list[bytes] = []
    for mark in marks:
        node = mark.node or record.node
        if make is None:
            receipt = _relayed(ledger, node) if node == record.node else None
        else:
            of = ledger.rows.node(node) if record.role == kinds.HUB else None
            ours = of is not None and of.role == kinds.DESK and of.unit == record.unit
            receipt = make(of) if of is not None and ours else None
        if receipt is not None and _news(receipt, mark):
            found.append(receipt.encode())
    return found


def take_receipts(ledger: Ledger, record: NodeRecord, raws: Sequence[bytes], *, direct: bool) -> None:
    """Keeps what came along: a desk its own, a hub those of its unit. What no center signed is left out.

    `direct`: the answer to the question asked last, from the center itself, so whatever it says stands.
    """
    for raw in raws:
        try:
            receipt = read_receipt(raw)
            center = ledger.trusted.get(receipt.center)
            if center is None:
                continue
            receipt.check(center)
        except NotGenuine:
            continue  # a hub that lies about receipts changes nothing here; the desk's own contact will tell
        if receipt.node == record.keys.node:
            keep_receipt(ledger, receipt, direct=False)
        elif record.role == kinds.HUB:
            kept = _relayed(ledger, receipt.node)
            if kept is None or direct or _news(receipt, _mark(receipt.node, kept)):
                ledger.rows.put_note(relay_note(receipt.node), raw)


def _relayed(ledger: Ledger, node: bytes) -> Receipt | None:
    raw = ledger.rows.note(relay_note(node))
    return read_receipt(raw) if raw else None


def _mark(node: bytes, receipt: Receipt | None) -> ReceiptMark:
    if receipt is None:
        return ReceiptMark(node)
    return ReceiptMark(node, receipt.incarnation, receipt.counter, receipt.time)


def _news(receipt: Receipt, mark: ReceiptMark) -> bool:
    if receipt.incarnation != mark.incarnation:
        return True
    return receipt.counter > mark.counter or receipt.time >= mark.time + FRESH_SECONDS
