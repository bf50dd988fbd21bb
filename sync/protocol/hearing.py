"""The asking side of an exchange, second half: `hear` takes in the answer. Sans-I/O.

A reply counts only if it opens with the question's own key, is signed by the receiver over the
question's digest, and its receipt, spelled out from what the question stated, is signed too.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime

import msgspec

from sync.identity.keys import SIGNATURE_BYTES
from sync.journal.filling import filling_of
from sync.journal.ledger import Ledger
from sync.journal.mending import mend
from sync.journal.port import JournalStore
from sync.journal.quarantine import is_own
from sync.journal.segments import Segment, SegmentRefused
from sync.journal.sums import count_in_turn, same_entries
from sync.model.entry import EntryRefused, JournalId, Tip
from sync.model.moment import day_of
from sync.protocol import limits, messages
from sync.protocol.asking import Question, RefusedCoding, RefusedJournals, note_key
from sync.protocol.borrowing import borrow, filling_up
from sync.protocol.codec import (
    ZSTD,
    MessageRefused,
    name_in,
    name_out,
    points_in,
    points_out,
    segment_in,
    unpack,
)
from sync.protocol.cutting import pieces
from sync.protocol.messages import JournalPoints, Reply, WireSegment
from sync.protocol.peers import keep_points, notice_fork
from sync.protocol.ports import CAST_OUT
from sync.protocol.proving import NAME_BYTES, News, look_again, mark_refold, news_of, proof_of, tell
from sync.protocol.receipts import Receipt, keep_receipt, pending_entries
from sync.protocol.relaying import take_receipts

REPLY_CONTEXT = b"motcua reply v1"
PASSING = ("gap", "writer")
"""Refusals that say "not yet", as long as more is to come: a gap may fill, a writer may be certified."""


@dataclass(frozen=True, slots=True)
class Heard:
    """What an exchange brought.

    `sent` entries left with the question, `received` are new here. `acknowledged` and `pending` count
    our own entries against the receipt now in force. `more`: another exchange has something to do at
    once. `problem` is a word of `messages.PROBLEMS` or empty. `forks`: channels in which our next
    entry opens a new incarnation, seen now. `refused` by the other, with reasons; `refusals` of ours.
    `time` is the receiver's clock, in seconds since 1970 (0: unknown), `incarnation` its receipts' own.
    Of the scans asked about the receiver holds `scans_held`; it lacks, and would take, `scans_wanted`.
    `mended` entries that were lost here came back (see `proving.proof_news`). `wanted` are the
    places the receiver asks to be sent on from (None: from the beginning). `filling`: entries from
    before a checkpoint are still to come.
    """

    sent: int = 0
    received: int = 0
    acknowledged: int = 0
    pending: int = 0
    more: bool = False
    problem: str = ""
    forks: tuple[str, ...] = ()
    refused: tuple[tuple[JournalId, str], ...] = ()
    refusals: tuple[tuple[JournalId, str], ...] = ()
    dossiers: frozenset[tuple[str, bytes]] = frozenset()
    time: int = 0
    incarnation: bytes = b""
    scans_held: frozenset[bytes] = frozenset()
    scans_wanted: frozenset[bytes] = frozenset()
    mended: int = 0
    wanted: frozenset[tuple[JournalId, Tip | None]] = frozenset()
    filling: bool = False


def hear(store: JournalStore, question: Question, sealed: bytes, now: datetime) -> Heard:
    """Takes in the answer to a question. Raises `NotGenuine` or `MessageRefused` when it is none.

    Entries are admitted in transactions of a bounded size, the receipt and what else is remembered in
    the last: a crash in between costs nothing but sending them again.
    """
    reply = _open(question, sealed)
    if reply.problem:
        return _problem(store, question, reply, day_of(now).toordinal())
    if reply.receipt is None or len(reply.states) != len(question.channels):
        raise MessageRefused("reply: incomplete")
    receipt = _spelled_out(question, reply)
    receipt.check(question.receiver)
    took = _Taken(question)
    for piece in pieces(reply.segments, question.keys.node, took.refusals):
        with store.transaction() as ledger:
            took.admit(ledger, piece)
    for wire in reply.mends:
        with store.transaction() as ledger:
            took.mend(ledger, wire, receipt.time)
    channels = [channel for channel, _root in question.channels]
    got = borrow(store, question.keys.node, question.receiver, question.fills, reply, channels)
    took.new += got.new
    took.dossiers |= got.dossiers
    took.refusals += got.refusals
    with store.transaction() as ledger:
        return _Closing(ledger, question, reply, took, day_of(now).toordinal()).close(receipt)


def _open(question: Question, sealed: bytes) -> Reply:
    if len(sealed) > limits.MAX_SEALED:
        raise MessageRefused("reply: too large")
    text = question.box.open_answer(sealed)
    signature, frame = text[:SIGNATURE_BYTES], text[SIGNATURE_BYTES:]
    question.receiver.verify(REPLY_CONTEXT, question.box.digest + frame, signature)
    return unpack(frame, Reply)


def _problem(store: JournalStore, question: Question, reply: Reply, day: int) -> Heard:
    """Notes what the next question does about it; `more` while that is something else than this one did."""
    again, problem = False, reply.problem
    with store.transaction() as ledger:
        if problem == messages.UNKNOWN_NODE:
            key = note_key("stranger", question.receiver.node)
            again = ledger.rows.note(key) is None
            ledger.rows.put_note(key, b"1")
        elif problem == messages.UNKNOWN_CODING:
            again = question.coding > ZSTD  # each time a lower one, so it ends
            kept = msgspec.msgpack.encode(RefusedCoding(day, question.coding))
            ledger.rows.put_note(note_key("plain", question.receiver.node), kept)
        elif problem == messages.REVOKED:
            wanted = note_key("wanted", question.receiver.node)
            known = ledger.rows.note(wanted)
            if is_own(ledger, question.keys.node):  # not where another process changed the key meanwhile
                ledger.rows.put_note(note_key(CAST_OUT, question.receiver.node), b"%d" % day)
            keep_points(ledger, wanted, reply.wants)
            # what we have goes there all the same, for a person to look at
            again = question.more or ledger.rows.note(wanted) != known
        pending = pending_entries(ledger, question.keys.node, question.receiver.node)
    return Heard(pending=pending.entries, acknowledged=pending.covered, more=again, problem=problem)


def _spelled_out(question: Question, reply: Reply) -> Receipt:
    """The receipt in full: what the question stated, but for what the reply says otherwise."""
    assert reply.receipt is not None
    wire, node = reply.receipt, question.keys.node
    stands = {
        channel: state.code for (channel, _root), state in zip(question.channels, reply.states, strict=True)
    }
    stated = (messages.SAME, messages.SENT, None)
    heads = {journal: tips for journal, tips in question.own.items() if stands.get(journal.channel) in stated}
    for journal, tips in points_in(wire.heads, node).items():
        if journal.node != node:
            raise MessageRefused("receipt: of another node's journal")
        heads[journal] = tips
    roots = {
        channel: state.root or root
        for (channel, root), state in zip(question.channels, reply.states, strict=True)
        if state.code != messages.NOT_YOURS
    }
    return Receipt(
        center=question.receiver.node,
        incarnation=wire.incarnation,
        node=node,
        counter=wire.counter,
        time=wire.time,
        roots=roots,
        heads={journal: tips for journal, tips in heads.items() if tips},
        signature=wire.signature,
    )


class _Taken:
    """What has been admitted of one reply."""

    def __init__(self, question: Question) -> None:
        self.question = question
        self.channels = frozenset(channel for channel, _root in question.channels)
        self.new = 0
        self.mended = 0
        self.parked: set[JournalId] = set()
        self.ours: set[JournalId] = set()
        self.refusals: list[tuple[JournalId, str]] = []
        self.dossiers: set[tuple[str, bytes]] = set()

    def admit(self, ledger: Ledger, piece: Sequence[Segment]) -> None:
        """Admits segments; what is refused is noted and blocks nothing else."""
        for segment in piece:
            journal = segment.journal
            try:
                if journal.channel not in self.channels and journal.node != self.question.keys.node:
                    raise SegmentRefused("channel: not read here")
                admission = ledger.admit(segment)
            except SegmentRefused as error:
                self.refusals.append((journal, str(error)))
                continue
            self.new += admission.new
            self.dossiers |= {(journal.channel, dossier) for dossier in admission.dossiers}
            if admission.parked:
                self.parked.add(journal)
            if admission.new and journal.node == self.question.keys.node:
                self.ours.add(journal)

    def mend(self, ledger: Ledger, wire: WireSegment, time: int) -> None:
        """Puts back entries that were lost here."""
        node = self.question.keys.node
        try:
            segment = segment_in(wire, node)
            if segment.journal.channel not in self.channels:
                raise SegmentRefused("channel: not read here")
            lost = mend(ledger, segment)
        except (EntryRefused, MessageRefused, SegmentRefused) as error:
            self.refusals.append((name_in(wire, node), f"mend: {error}"))
            return
        self.mended += len(lost)
        self.dossiers |= {(segment.journal.channel, entry.dossier) for entry in lost if entry.dossier}
        tell(ledger, news_of(time, segment.journal.channel, lost))


@dataclass(slots=True)
class _Closing:
    """The last transaction of an exchange: the receipt, and what the next question must know."""

    ledger: Ledger
    question: Question
    reply: Reply
    took: _Taken
    day: int
    uncounted: bool = False
    doubts: list[messages.Doubt] = field(default_factory=list)

    def close(self, receipt: Receipt) -> Heard:
        """Writes it all and sums up."""
        forks = self.forks(receipt)
        self.prove(receipt.time)
        direct = (self.note("heard") or b"") == self.question.heard
        keep_receipt(self.ledger, receipt, direct=direct)
        record = self.ledger.rows.node(self.question.keys.node)
        if record is not None:
            take_receipts(self.ledger, record, self.reply.receipts, direct=direct)
        if direct:
            self.remember()
        heard = int.from_bytes(self.note("heard") or b"", "big") + 1
        self.put("heard", heard.to_bytes(8, "big"))
        node = self.question.keys.node
        pending = pending_entries(self.ledger, node, self.question.receiver.node)
        return Heard(
            sent=self.question.sent,
            received=self.took.new,
            acknowledged=pending.covered,
            pending=pending.entries,
            more=self.more(),
            forks=tuple(sorted(forks)),
            refused=tuple((name_in(one.journal, node), one.reason) for one in self.reply.refused),
            refusals=tuple(self.took.refusals),
            dossiers=frozenset(self.took.dossiers),
            time=receipt.time,
            incarnation=receipt.incarnation,
            scans_held=frozenset(self.reply.scans_held) & self.question.scans,
            scans_wanted=frozenset(self.reply.scans_wanted),
            mended=self.took.mended,
            wanted=frozenset(
                (journal, tip)
                for journal, tips in points_in(self.reply.wants, node).items()
                for tip in (tips or (None,))
            ),
            filling=self.filling,
        )

    def prove(self, time: int) -> None:
        """Counts our own in turn where the roots are equal, and notes what the other doubts."""
        rows = self.ledger.rows
        for (channel, _root), state in zip(self.question.channels, self.reply.states, strict=True):
            if state.code == messages.SAME and filling_of(rows, channel) is None:
                count_in_turn(rows, channel, time)
                proof = proof_of(self.ledger, channel)
                told = self.question.proofs.get(channel, b"")
                self.uncounted |= bool(told) and not same_entries(proof, told)
        doubts = self.reply.doubts
        mark_refold(self.ledger, [one.channel for one in doubts if one.folds], time)
        self.doubts = look_again(self.ledger, doubts, self.took.channels)
        if not self.question.mending:
            news = [
                News(time, one.channel, want.day, there=len(want.names) // NAME_BYTES)
                for one in self.doubts
                for want in one.wants
            ]
            tell(self.ledger, news)
        self.put("doubts", msgspec.msgpack.encode(self.doubts) if self.doubts else None)

    def forks(self, receipt: Receipt) -> set[str]:
        """The channels where the answer shows our current incarnation beyond what we wrote."""
        shown: dict[JournalId, set[Tip]] = {}
        node = self.question.keys.node
        for points in (receipt.heads, self.points(), points_in(self.reply.wants, node)):
            for journal, tips in points.items():
                shown.setdefault(journal, set()).update(tips)
        noticed = {
            journal.channel
            for journal, tips in shown.items()
            if notice_fork(self.ledger, self.question.keys, journal, tips)
        }
        note = self.ledger.rows.note
        return noticed | {
            one.channel for one in self.took.ours if note(f"own:{one.channel}") == one.incarnation
        }

    def points(self) -> dict[JournalId, frozenset[Tip]]:
        """The receiver's heads, where it gave them."""
        node = self.question.keys.node
        return {
            journal: tips
            for state in self.reply.states
            for journal, tips in points_in(state.points, node).items()
        }

    def remember(self) -> None:
        """What the receiver asked for and refused, for the next question."""
        asked = [
            channel
            for (channel, _root), state in zip(self.question.channels, self.reply.states, strict=True)
            if state.code == messages.POINTS
        ]
        self.put(CAST_OUT, None)
        wanted = points_in(self.reply.wants, self.question.keys.node)
        if self.question.aside.mark and not wanted.keys() & self.question.aside.tips.keys():
            self.put("aside", self.question.aside.mark)
        self.put("asked", " ".join(asked).encode("ascii") if asked else None)
        self.keep("shown", [one for state in self.reply.states for one in state.points])
        self.keep("wanted", self.reply.wants)
        self.keep("gaps", self.gaps())
        self.put("stranger", None)
        self.put("program", self.reply.program.encode("utf-8"))
        theirs = {
            name_in(one.journal, self.question.keys.node)
            for one in self.reply.refused
            if not (one.reason.startswith(PASSING) and self.question.more)
        }
        certificate = self.ledger.rows.node(self.question.keys.node)
        issued = certificate.certificate[:8].hex() if certificate else ""
        self.refuse("refused", self.reply.program + issued, theirs)
        ours = {
            journal
            for journal, reason in self.took.refusals
            if not (reason.startswith(PASSING) and self.reply.more)
            and filling_of(self.ledger.rows, journal.channel) is None
        }
        self.refuse("refuses", self.question.program, ours)

    def gaps(self) -> list[JournalPoints]:
        """Wants for the journals of which something came whose predecessor is not here."""
        wants = []
        for journal in sorted(self.took.parked):
            row = self.ledger.rows.journal_row(journal, create=False)
            tips = self.ledger.rows.tips(row) if row is not None else frozenset()
            wants.append(points_out(journal, tips, self.question.keys.node))
        return wants

    def more(self) -> bool:
        """Whether another exchange would have something to do at once."""
        asked = any(state.code == messages.POINTS for state in self.reply.states)
        proof = self.uncounted or bool(self.doubts) or self.filling
        return self.reply.more or self.question.more or asked or bool(self.reply.wants) or proof

    @property
    def filling(self) -> bool:
        """Whether older entries, or pieces of a checkpoint, are still to be asked of the receiver."""
        if self.ledger.rows.loans is None or self.question.receiver.node not in self.ledger.trusted:
            return False
        return filling_up(self.ledger, [channel for channel, _root in self.question.channels])

    def note(self, name: str) -> bytes | None:
        return self.ledger.rows.note(note_key(name, self.question.receiver.node))

    def put(self, name: str, value: bytes | None) -> None:
        if self.note(name) != value:
            self.ledger.rows.put_note(note_key(name, self.question.receiver.node), value)

    def keep(self, name: str, points: Sequence[JournalPoints]) -> None:
        keep_points(self.ledger, note_key(name, self.question.receiver.node), points)

    def refuse(self, name: str, mark: str, journals: set[JournalId]) -> None:
        """Adds to the journals refused today; yesterday's are tried again."""
        raw = self.note(name)
        node = self.question.keys.node
        kept: list[JournalId] = []
        if raw:
            try:
                old = msgspec.msgpack.decode(raw, type=RefusedJournals)
                if (old.day, old.mark) == (self.day, mark):
                    kept = [name_in(one, node) for one in old.names]
            except msgspec.DecodeError:
                kept = []
        names = [name_out(one, node) for one in sorted({*kept, *journals})][: limits.MAX_POINTS]
        self.put(name, msgspec.msgpack.encode(RefusedJournals(self.day, mark, names)) if names else None)
