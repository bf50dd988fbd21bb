"""The answering side of an exchange: open a request, respond inside a transaction, seal the reply.

`answer` does all three. A server that groups commits opens and seals outside its lane and calls
`respond` for several requests inside one transaction (one savepoint each). In all cases what
`seal_reply` made leaves only after COMMIT.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from sync.identity.boxes import AnswerBox
from sync.identity.keys import SIGNATURE_BYTES, NodeKeys, NotGenuine
from sync.journal.ledger import Ledger
from sync.journal.mending import mend
from sync.journal.own import PROGRAM
from sync.journal.port import JournalStore, NodeRecord
from sync.journal.segments import Segment, SegmentRefused
from sync.model.entry import NODE_BYTES, EntryRefused, JournalId, Tip
from sync.model.heads import root_of
from sync.protocol import limits, messages
from sync.protocol.asking import REQUEST_CONTEXT
from sync.protocol.codec import (
    PLAIN,
    ZSTD,
    MessageRefused,
    MessageTooLarge,
    UnknownCoding,
    UnknownVersion,
    name_in,
    name_out,
    older_out,
    pack,
    points_in,
    points_out,
    segment_in,
    segment_out,
    unpack,
)
from sync.protocol.hearing import REPLY_CONTEXT
from sync.protocol.lending import give
from sync.protocol.messages import Condition, Refusal, Reply, Request
from sync.protocol.peers import held_places, known_tips, notice_fork
from sync.protocol.proving import news_of, prove, tell
from sync.protocol.receipts import Receipt, own_journals, sign_receipt
from sync.protocol.relaying import receipts_for
from sync.protocol.serving import Served, serve_channels

Chance = Callable[[int], bytes]
"""`entropy(n)`: n random bytes."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A request as it arrived; whether its signature holds is known only beside the node's keys.

    `request` is None when the frame names a version or dictionary unknown here; `problem` says so.
    """

    box: AnswerBox
    node: bytes
    signature: bytes
    frame: bytes
    request: Request | None
    problem: str = ""
    coding: int = ZSTD


@dataclass(slots=True)
class Visit:
    """What is known of an exchange when its entries have been admitted, for the caller's own bookkeeping.

    `clock` is the node's clock, `time` ours, both seconds since 1970; `program` is the node's version.
    `admitted` entries were new, `mended` ones came back that were lost here, `forked` journals have gained
    a branch, `dossiers` were touched. `scans` are asked about; the caller says which of them are held and
    which are wanted, for it knows where files lie. `made`: when a bundle was made, by its maker's
    clock (0: it came by a line). `conditions`: how the node, and those behind it, say that
    they stand.
    """

    record: NodeRecord
    program: str
    clock: int
    time: int
    admitted: int = 0
    parked: int = 0
    mended: int = 0
    forked: set[JournalId] = field(default_factory=set)
    dossiers: set[tuple[str, bytes]] = field(default_factory=set)
    refused: list[tuple[JournalId, str]] = field(default_factory=list)
    scans: tuple[bytes, ...] = ()
    conditions: tuple[Condition, ...] = ()
    made: int = 0
    scans_held: list[bytes] = field(default_factory=list)
    scans_wanted: list[bytes] = field(default_factory=list)


AfterAdmit = Callable[[Ledger, Visit], None]
"""Runs inside the transaction, after admission and before the reply is put together: leases and
adoptions it writes leave in this very reply. It may append only to the unit's own channel."""


def open_request(keys: NodeKeys, sealed: bytes) -> Opened:
    """Opens and decodes; touches no store. Raises `MessageRefused`."""
    if len(sealed) > limits.MAX_SEALED:
        raise MessageTooLarge("request: too large")
    try:
        box = AnswerBox(keys, sealed)
    except NotGenuine as error:
        raise MessageRefused(str(error)) from error
    text = box.message
    start = SIGNATURE_BYTES + NODE_BYTES
    if len(text) < start + 2:
        raise MessageRefused("request: truncated")
    signature, node, frame = text[:SIGNATURE_BYTES], text[SIGNATURE_BYTES:start], text[start:]
    try:
        return Opened(box, node, signature, frame, unpack(frame, Request), coding=max(frame[1], ZSTD))
    except UnknownVersion:
        return Opened(box, node, signature, frame, None, messages.UNKNOWN_VERSION, PLAIN)
    except UnknownCoding:
        return Opened(box, node, signature, frame, None, messages.UNKNOWN_CODING, PLAIN)


def respond(
    ledger: Ledger,
    keys: NodeKeys,
    opened: Opened,
    now: datetime,
    after_admit: AfterAdmit | None = None,
    entropy: Chance = os.urandom,
) -> Reply:
    """Admits what came and puts the reply together, inside the caller's transaction.

    Raises `MessageRefused`, before anything is written, when the signature does not hold.
    """
    if opened.request is None:
        return Reply(problem=opened.problem, program=PROGRAM)
    record = _known(ledger, keys, opened)
    if record is None:
        return Reply(problem=messages.UNKNOWN_NODE, program=PROGRAM)
    answer = _Answer(ledger, keys, record, opened.request, int(now.timestamp()), entropy)
    if ledger.bounds(record.node) is not None:
        return answer.put_aside()
    answer.admit()
    if after_admit is not None:
        after_admit(ledger, answer.visit)
    return answer.reply()


def seal_reply(keys: NodeKeys, opened: Opened, reply: Reply) -> bytes:
    """What travels back. Call it after COMMIT, or hold back what it made until then."""
    frame = pack(reply, opened.coding)
    signature = keys.sign(REPLY_CONTEXT, opened.box.digest + frame)
    return opened.box.seal_answer(signature + frame)


def answer(
    store: JournalStore,
    keys: NodeKeys,
    sealed: bytes,
    now: datetime,
    after_admit: AfterAdmit | None = None,
    entropy: Chance = os.urandom,
) -> bytes:
    """The sealed answer to a sealed request; all it says is committed. Raises `MessageRefused`."""
    opened = open_request(keys, sealed)
    with store.transaction() as ledger:
        reply = respond(ledger, keys, opened, now, after_admit, entropy)
    return seal_reply(keys, opened, reply)


def forget_incarnation(ledger: Ledger) -> None:
    """This center is a restored copy: receipts from now on are another incarnation's."""
    ledger.rows.put_note("incarnation", None)


def _known(ledger: Ledger, keys: NodeKeys, opened: Opened) -> NodeRecord | None:
    """The record of the asking node, its signature checked; None when nobody here knows it."""
    assert opened.request is not None
    record = ledger.rows.node(opened.node)
    fresh = None
    if record is None and opened.request.certificate:
        try:
            fresh = record = ledger.vouched(opened.request.certificate, opened.node)
        except SegmentRefused:
            return None
    if record is None:
        return None
    try:
        record.keys.verify(REQUEST_CONTEXT, keys.node + opened.frame, opened.signature)
    except NotGenuine as error:
        raise MessageRefused(str(error)) from error
    if fresh is not None:
        ledger.rows.save_node(fresh)
    return record


class _Answer:
    """One answer in the making."""

    def __init__(
        self,
        ledger: Ledger,
        keys: NodeKeys,
        record: NodeRecord,
        request: Request,
        time: int,
        entropy: Chance,
    ) -> None:
        self.ledger = ledger
        self.keys = keys
        self.record = record
        self.request = request
        self.entropy = entropy
        self.visit = Visit(record, request.program, request.clock, time, scans=tuple(request.scans))
        self.visit.conditions = tuple(request.conditions)
        self.wire_refused: list[Refusal] = []
        self.brought: dict[JournalId, frozenset[Tip]] = {}

    # -- admitting ------------------------------------------------------------------------------

    def admit(self) -> None:
        """Takes in the segments; each stands or falls alone."""
        segments: list[Segment] = []
        for wire in self.request.segments:
            try:
                segments.append(segment_in(wire, self.record.node))
            except (EntryRefused, MessageRefused) as error:
                self.refuse(name_in(wire, self.record.node), f"segment: {error}")
        self.brought = {
            one.journal: frozenset({one.tip}) for one in segments if one.journal.node == self.record.node
        }
        trusted = self.ledger.trusted
        segments.sort(key=lambda one: one.journal.node not in trusted)  # they certify the others
        for channel in sorted({one.journal.channel for one in segments}):
            self.ledger.rows.lock(channel)
        for segment in segments:
            try:
                self.admit_one(segment)
            except SegmentRefused as error:
                self.refuse(segment.journal, str(error))
        for wire in self.request.mends:
            self.mend(wire)
        for points in (*(one.points or [] for one in self.request.channels), self.request.ladders):
            for journal, tips in points_in(points, self.record.node).items():
                self.shown(journal, tips)

    def put_aside(self) -> Reply:
        """A revoked node: what it brings is taken in, on its side of the bound; it gets nothing."""
        for channel in sorted({wire.channel for wire in self.request.segments}):
            self.ledger.rows.lock(channel)
        for wire in self.request.segments:
            try:
                self.ledger.admit(segment_in(wire, self.record.node))
            except (EntryRefused, MessageRefused, SegmentRefused) as error:
                self.refuse(name_in(wire, self.record.node), f"segment: {error}")
        rungs = points_in(self.request.ladders, self.record.node)
        wants = [
            points_out(
                journal,
                known_tips(self.ledger, journal) | held_places(self.ledger, journal, rungs.get(journal, ())),
                self.record.node,
            )
            for _row, journal in own_journals(self.ledger, self.record.node)
        ]
        return Reply(problem=messages.REVOKED, program=PROGRAM, wants=wants[: limits.MAX_POINTS])

    def admit_one(self, segment: Segment) -> None:
        journal = segment.journal
        brings = journal.node == self.record.node or journal.channel in self.record.reads
        if not brings:
            raise SegmentRefused("channel: this node does not read it")
        self.shown(journal, [segment.tip])
        admission = self.ledger.admit(segment)
        self.visit.admitted += admission.new
        self.visit.parked += admission.parked
        self.visit.dossiers |= {(journal.channel, dossier) for dossier in admission.dossiers}
        if admission.forked:
            self.visit.forked.add(journal)

    def mend(self, wire: messages.WireSegment) -> None:
        """Puts back what we lost and the node still has."""
        node = self.record.node
        try:
            segment = segment_in(wire, node)
            if segment.journal.node != node and segment.journal.channel not in self.record.reads:
                raise SegmentRefused("channel: this node does not read it")
            lost = mend(self.ledger, segment)
        except (EntryRefused, MessageRefused, SegmentRefused) as error:
            self.refuse(name_in(wire, node), f"mend: {error}")
            return
        self.visit.mended += len(lost)
        tell(self.ledger, news_of(self.visit.time, segment.journal.channel, lost))

    def shown(self, journal: JournalId, tips: Iterable[Tip]) -> None:
        """Somebody holds places of our own writing that we do not: we are a restored copy."""
        if notice_fork(self.ledger, self.keys, journal, tips):
            forget_incarnation(self.ledger)

    def refuse(self, journal: JournalId, reason: str) -> None:
        self.visit.refused.append((journal, reason))
        self.wire_refused.append(Refusal(name_out(journal, self.record.node), reason[: limits.MAX_TEXT]))

    # -- replying -------------------------------------------------------------------------------

    def reply(self) -> Reply:
        """The reply to what was asked, as the store now stands."""
        skip = {journal for journal, _reason in self.visit.refused}
        served = serve_channels(self.ledger, self.record, self.request, self.brought, skip)
        proven = prove(self.ledger, self.record, self.request, served, self.visit.time)
        given = give(
            self.ledger,
            self.keys,
            self.record,
            self.request,
            served.begun,
            proven.budget,
            self.visit.time,
        )
        receipt = self.receipt(served, self.record, dict(served.roots))
        pen = self.pen(served) if self.keys.node in self.ledger.trusted else None
        return Reply(
            program=PROGRAM,
            receipt=messages.WireReceipt(
                receipt.incarnation,
                receipt.counter,
                receipt.time,
                served.exceptions(receipt.heads),
                receipt.signature,
            ),
            states=served.states,
            segments=[segment_out(one, self.record.node) for one in served.out.segments],
            wants=served.wants,
            refused=self.wire_refused,
            more=served.out.more or given.more,
            scans_held=self.visit.scans_held[: limits.MAX_SCANS],
            scans_wanted=self.visit.scans_wanted[: limits.MAX_SCANS],
            doubts=proven.doubts,
            mends=[segment_out(one, self.record.node) for one in proven.mends],
            receipts=receipts_for(self.ledger, self.record, self.request.receipts, pen),
            loans=given.loans,
            fills=[older_out(one, self.record.node) for one in given.fills],
        )

    def pen(self, served: Served) -> Callable[[NodeRecord], Receipt]:
        """Writes receipts for other nodes than the one that asks, as if they had asked for all they read."""

        def write(record: NodeRecord) -> Receipt:
            roots = {channel: root_of(served.heads(channel)) for channel in sorted(record.reads)}
            return self.receipt(served, record, roots)

        return write

    def receipt(self, served: Served, record: NodeRecord, roots: dict[str, bytes]) -> Receipt:
        """What we hold of a node's journals, signed."""
        heads = {channel: served.heads(channel) for channel in {*record.reads, *record.writes}}
        return sign_receipt(self.ledger, self.keys, record, roots, heads, self.visit.time, self.entropy)
