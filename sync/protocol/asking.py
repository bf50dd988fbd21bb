"""The asking side of an exchange, first half: `ask` makes the question. Sans-I/O.

Nothing is remembered about a question on the way but the `Question` itself: lose it, and the next
one says the same again.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from hashlib import sha256

import msgspec

from sync.identity.boxes import RequestBox
from sync.identity.keys import NodeKeys, PublicKeys
from sync.journal.bounds import revoked_nodes
from sync.journal.ledger import Ledger
from sync.journal.own import PROGRAM
from sync.journal.port import JournalStore, NodeRecord
from sync.journal.quarantine import quarantined_tips
from sync.journal.segments import Segment
from sync.model.entry import JournalId, Tip
from sync.model.heads import Heads, root_of
from sync.model.moment import day_of
from sync.protocol import limits
from sync.protocol.borrowing import fills_for
from sync.protocol.codec import ZSTD, name_in, name_out, pack, points_in, points_out, preferred, segment_out
from sync.protocol.messages import ChannelAsk, Condition, FillAsk, JournalPoints, NameList, Request
from sync.protocol.peers import Outgoing, held_places, kept_points, seals_lacking
from sync.protocol.ports import CAST_OUT
from sync.protocol.proving import mends_for, names_for, proof_of, read_doubts
from sync.protocol.receipts import Receipt, latest_receipt, own_journals, pending_entries
from sync.protocol.relaying import marks_wanted

REQUEST_CONTEXT = b"motcua request v1"


class NotEnrolled(ValueError):
    """This store holds no certificate for its own node: there is nobody to exchange with."""


@dataclass(frozen=True, slots=True)
class Aside:
    """The ends told of what is in quarantine here, by journal; `mark` stands for all of it."""

    mark: bytes = b""
    tips: Mapping[JournalId, frozenset[Tip]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Question:
    """A sealed request (`sealed` is what to POST) and what is needed to understand its answer.

    `sent` entries are in it; `more`: some did not fit. `own` are the heads of our own journals that
    the request stated, by the roots of `channels` or by name. `coding` is the highest it was made with.
    `proofs` are the checks of our sums that it told; `mending`: it holds what the other had lost; `aside`:
    what it told of the quarantine here; `fills` is what it asks of checkpoints.
    `left`: so many of our entries it said to wait beyond those in it.
    """

    box: RequestBox
    keys: NodeKeys
    receiver: PublicKeys
    sent: int
    more: bool
    channels: tuple[tuple[str, bytes], ...]
    own: Heads
    program: str
    heard: bytes
    coding: int = ZSTD
    scans: frozenset[bytes] = frozenset()
    proofs: Mapping[str, bytes] = field(default_factory=dict)
    mending: bool = False
    aside: Aside = Aside()
    fills: tuple[FillAsk, ...] = ()
    left: int = 0

    @property
    def sealed(self) -> bytes:
        """What travels to the receiver."""
        return self.box.sealed


class RefusedJournals(msgspec.Struct, array_like=True, frozen=True):
    """The journals refused, by whom it may be, and under what they stay so: the day and a mark."""

    day: int
    mark: str
    names: NameList


class RefusedCoding(msgspec.Struct, array_like=True, frozen=True):
    """The dictionary the other end did not know, and the day: on another it may have been updated."""

    day: int
    coding: int


def note_key(name: str, receiver: bytes) -> str:
    """The key of a note about an upstream."""
    return f"{name}:{receiver.hex()}"


@dataclass(slots=True)
class _Draft:
    """A request in the making, inside one snapshot."""

    ledger: Ledger
    node: bytes
    receiver: PublicKeys
    day: int
    reads: tuple[str, ...]
    receipt: Receipt | None
    out: Outgoing
    heads: dict[str, Heads] = field(default_factory=dict)
    ladders: dict[JournalId, list[Tip]] = field(default_factory=dict)

    def note(self, name: str) -> bytes | None:
        return self.ledger.rows.note(note_key(name, self.receiver.node))

    def points(self, name: str) -> dict[JournalId, frozenset[Tip]]:
        return points_in(kept_points(self.ledger, note_key(name, self.receiver.node)), self.node)

    def channels(self) -> list[ChannelAsk]:
        asked = set((self.note("asked") or b"").decode("ascii", "replace").split())
        shown = self.points("shown")
        asks: list[ChannelAsk] = []
        for channel in self.reads:
            heads = self.heads[channel] = self.ledger.heads(channel)
            points = None
            if channel in asked:
                points = [points_out(one, tips, self.node) for one, tips in sorted(heads.items())]
                for journal, tips in shown.items():
                    if journal.channel == channel:
                        self.climb(journal, tips)
            asks.append(ChannelAsk(channel, root_of(heads), points))
        return asks

    def climb(self, journal: JournalId, shown: Iterable[Tip]) -> None:
        """Shows our ladder of a journal where the other named a place that is not here."""
        places = frozenset(shown)
        if places and held_places(self.ledger, journal, places) != places:
            rungs = self.ledger.ladder(journal)
            if rungs:
                self.ladders[journal] = rungs

    def refused(self, name: str, mark: str) -> set[JournalId]:
        raw = self.note(name)
        try:
            kept = msgspec.msgpack.decode(raw, type=RefusedJournals) if raw else None
        except msgspec.DecodeError:
            return set()
        if kept is None or (kept.day, kept.mark) != (self.day, mark):
            return set()
        return {name_in(one, self.node) for one in kept.names}

    def coding(self) -> int:
        """The coding to ask in: the newest, or the one before that which was not understood today."""
        raw = self.note("plain")
        try:
            kept = msgspec.msgpack.decode(raw, type=RefusedCoding) if raw else None
        except msgspec.DecodeError:
            kept = None
        return preferred(kept.coding if kept is not None and kept.day == self.day else None)

    def push(self) -> list[JournalPoints]:
        """Gathers what the other lacks and wants; returns the own heads that have to be named.

        Heads that the last run of the journal in this very message shows need no naming.
        """
        own: dict[JournalId, frozenset[Tip]] = {}
        targets: dict[JournalId, frozenset[Tip]] = {}
        for row, journal in own_journals(self.ledger, self.node):
            told = self.receipt.heads.get(journal, frozenset()) if self.receipt else frozenset()
            if self.note(CAST_OUT) is not None:
                told = frozenset()  # no receipt comes any more: what is wanted says where the other stands
            tips = self.ledger.rows.tips(row)
            if tips and (tips != told or journal.channel not in self.heads):
                own[journal] = tips
            if tips != told:
                targets[journal] = told
                self.climb(journal, told)
        for journal, places in self.points("wanted").items():
            if self.may_have(journal):
                targets[journal] = targets.get(journal, frozenset()) | places
                self.climb(journal, places)
        for journal in self.refused("refused", self.refusal_mark()):
            targets.pop(journal, None)
        for journal in sorted(targets, key=self.urgency):
            runs = self.out.add(journal, targets[journal])
            if journal.node != self.node:
                self.out.add_aside(journal, targets[journal])
            if runs and journal.channel in self.heads and own.get(journal) == frozenset({runs[-1].tip}):
                del own[journal]
        return [points_out(journal, tips, self.node) for journal, tips in own.items()]

    def wants(self) -> list[JournalPoints]:
        """What the other had and was not sent yet, and seals that are lacking here."""
        gaps = kept_points(self.ledger, note_key("gaps", self.receiver.node))
        known = points_in(gaps, self.node)
        lacking = seals_lacking(self.ledger, self.node, self.heads)
        more = [points_out(one, lacking[one], self.node) for one in sorted(lacking) if one not in known]
        return [*gaps, *more][: limits.MAX_POINTS]

    def aside(self) -> Aside:
        """What is in quarantine here, unless the other has said that it wants no more of it."""
        rows = self.ledger.rows
        sizes = {node: rows.quarantined_bytes(node) for node in revoked_nodes(rows) if node != self.node}
        said = self.receipt.incarnation if self.receipt else b""
        mark = sha256(b"".join((said, *(node + b"%d;" % sizes[node] for node in sizes)))).digest()[:16]
        if not any(sizes.values()) or self.note("aside") == mark:
            return Aside()
        refused = self.refused("refused", self.refusal_mark())
        tips = {
            journal: quarantined_tips(self.ledger, row)
            for node, size in sizes.items()
            if size
            for row, journal in own_journals(self.ledger, node)
            if self.may_have(journal) and journal not in refused
        }
        return Aside(mark, {journal: ends for journal, ends in tips.items() if ends})

    def may_have(self, journal: JournalId) -> bool:
        """Whether the other may be given a journal: centers we trust, and nodes that read the channel."""
        if journal.node == self.node or self.receiver.node in self.ledger.trusted:
            return True
        record = self.ledger.rows.node(self.receiver.node)
        return record is not None and journal.channel in record.reads

    def urgency(self, journal: JournalId) -> tuple[bool, bool, JournalId]:
        """Centers' journals first, for they certify the others; what is only for the record last."""
        return journal.channel.startswith("audit:"), journal.node not in self.ledger.trusted, journal

    def stated(self, own: Sequence[JournalPoints]) -> Heads:
        """The heads of our own journals that the request states, by a root or by name."""
        heads = {one: tips for held in self.heads.values() for one, tips in held.items()}
        heads |= points_in((one for one in own if one.channel not in self.heads), self.node)
        return {one: tips for one, tips in heads.items() if one.node == self.node}

    def refusal_mark(self) -> str:
        """What the other's refusals stand under besides the day: its version and our certificate."""
        record = self.ledger.rows.node(self.node)
        issued = record.certificate[:8].hex() if record else ""
        return (self.note("program") or b"").decode("utf-8", "replace") + issued


def ask(
    store: JournalStore,
    keys: NodeKeys,
    receiver: PublicKeys,
    now: datetime,
    budget: int = limits.FIRST_BUDGET,
    program: str = PROGRAM,
    scans: Sequence[bytes] = (),
    conditions: Sequence[Condition] = (),
) -> Question:
    """The next question to `receiver`: what it lacks of ours, and what we hold.

    `budget` is how many bytes of entries to send and to accept (see `retry.Pace`); `scans` are names to be
    told about, at most `limits.MAX_SCANS`; `conditions` say how we stand, but for our entries, which are
    counted here. Raises `NotEnrolled` while `keys`' node has no certificate.
    """
    budget = min(max(budget, 1), limits.MAX_BUDGET)
    with store.snapshot() as ledger:
        record, draft = _drafted(ledger, keys.node, receiver, now, budget)
        channels = draft.channels()
        own = draft.push()
        sent, aside = draft.out.segments, draft.aside()
        request = Request(
            program=program,
            clock=max(0, int(now.timestamp())),
            budget=budget,
            channels=channels,
            own=own,
            segments=[segment_out(one, keys.node) for one in sent],
            ladders=[points_out(one, rungs, keys.node) for one, rungs in sorted(draft.ladders.items())],
            wants=draft.wants(),
            refuses=[name_out(one, keys.node) for one in sorted(draft.refused("refuses", program))],
            certificate=record.certificate if draft.note("stranger") else b"",
            scans=list(scans),
            aside=[points_out(one, ends, keys.node) for one, ends in sorted(aside.tips.items())],
        )
        request = _with_proof(ledger, draft, request, record)
        fills = fills_for(ledger, keys.node, receiver.node, draft.reads)
        said = _counted(ledger, keys.node, receiver.node, conditions, sent)
        request = msgspec.structs.replace(request, fills=fills, conditions=said[: limits.MAX_RELAYED])
        coding, heard = draft.coding(), draft.note("heard") or b""
        stated = draft.stated(own)
    return Question(
        box=seal_request(keys, receiver, request, coding),
        keys=keys,
        receiver=receiver,
        sent=sum(len(one.entries) for one in sent),
        more=draft.out.more,
        channels=tuple((one.channel, one.root) for one in channels),
        own=stated,
        program=program,
        heard=heard,
        coding=coding,
        scans=frozenset(scans),
        proofs={one.channel: proof for one, proof in zip(channels, request.proofs, strict=True)},
        mending=bool(request.mends),
        aside=aside,
        fills=tuple(fills),
        left=sum(one.entries for one in said if not one.node),
    )


def _counted(
    ledger: Ledger, node: bytes, receiver: bytes, said: Sequence[Condition], sent: Sequence[Segment]
) -> list[Condition]:
    """The conditions with what waits of our own entries beyond those in this request."""
    if not any(not one.node for one in said):
        return list(said)
    pending = pending_entries(ledger, node, receiver)
    left = max(0, pending.entries - sum(len(one.entries) for one in sent if one.journal.node == node))
    oldest = pending.oldest_at if left else None
    since = max(0, int(oldest.timestamp())) if oldest is not None else 0
    return [
        msgspec.structs.replace(one, entries=left, entries_since=since) if not one.node else one
        for one in said
    ]


def _drafted(
    ledger: Ledger, node: bytes, receiver: PublicKeys, now: datetime, budget: int
) -> tuple[NodeRecord, _Draft]:
    """Our own record and a draft; raises `NotEnrolled`."""
    record = ledger.rows.node(node)
    if record is None or not record.certificate:
        raise NotEnrolled("no certificate")
    return record, _Draft(
        ledger,
        node,
        receiver,
        day_of(now).toordinal(),
        tuple(sorted(set(record.reads))),
        latest_receipt(ledger, receiver.node),
        Outgoing(ledger, budget),
    )


def _with_proof(ledger: Ledger, draft: _Draft, request: Request, record: NodeRecord) -> Request:
    """The request with the checks of our sums, what the last reply's doubts ask for, and whose receipts."""
    doubts = read_doubts(draft.note("doubts"))
    mends = mends_for(ledger, doubts, request.budget)
    return msgspec.structs.replace(
        request,
        proofs=[proof_of(ledger, one.channel) for one in request.channels],
        names=names_for(ledger, [one for one in doubts if one.days]),
        mends=[segment_out(one, draft.node) for one in mends],
        receipts=marks_wanted(ledger, record, draft.receiver.node),
    )


def seal_request(
    keys: NodeKeys, receiver: PublicKeys, request: msgspec.Struct, coding: int = ZSTD
) -> RequestBox:
    """Signs a request for this receiver alone and seals it to it."""
    frame = pack(request, coding)
    signature = keys.sign(REQUEST_CONTEXT, receiver.node + frame)
    return RequestBox(receiver, signature + keys.node + frame)
