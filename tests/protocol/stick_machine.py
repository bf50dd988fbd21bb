"""The random histories with sticks: exported, taken in, lost, stale, twice, in any order, beside the line."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from datetime import timedelta
from io import BytesIO
from typing import TYPE_CHECKING, Any
from unittest.mock import patch

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from sync.journal.own import OwnJournals
from sync.protocol import carrying, receipts, returning, unloading
from sync.protocol.bundles import NOT_FOR_US, BundleRefused
from sync.protocol.carrying import pack_bundle, recipients
from sync.protocol.receipts import Receipt, own_journals
from sync.protocol.returning import pack_answer, receive_bundle
from sync.protocol.unloading import open_bundle, take_bundle
from tests.protocol.machine import Histories, OnTheWay
from tests.protocol.planting import Mistakes
from tests.protocol.world import CHANNEL, UNIT, Center, Crash, Desk

if TYPE_CHECKING:
    from sync.protocol.engine import Question

SIZES = (700, 4_000, carrying.MOST_BYTES)


@dataclass
class Stick:
    """A bundle in somebody's pocket. `life`: that of the center that answers with it; 0 and up."""

    raw: bytes
    home: bool = False
    life: int = 0


class StickHistories(Histories):
    """`Histories` with sticks; at the end all is healed by the line, by sticks alone, or by both at once."""

    @initialize(healing=st.sampled_from(["line", "stick", "stick", "both"]))
    def carry(self, healing: str) -> None:
        self.healing = healing
        self.sticks: list[Stick] = []

    def answered(self, desk: Desk, question: Question) -> OnTheWay:
        self.center.clock += timedelta(seconds=1)
        return super().answered(desk, question)

    # -- carrying -----------------------------------------------------------------------------------

    @rule(pick=st.integers(0, 5), most=st.sampled_from(SIZES), crash=st.booleans())
    def export(self, pick: int, most: int, crash: bool) -> None:
        """A desk fills a stick; the machine may die right after the file is whole."""
        desk = self.desk(pick)
        desk.store.crash_at = int(crash and pick == 5)
        file = BytesIO()
        try:
            pack_bundle(
                desk.store, desk.keys, desk.upstream.public, desk.clock, file, most=most, entropy=desk.chance
            )
        except Crash:
            pass
        finally:
            desk.store.crash_at = 0
        self.sticks = [*self.sticks[-7:], Stick(file.getvalue())]

    @precondition(lambda self: bool(getattr(self, "sticks", None)))
    @rule(which=st.integers(0, 9), crash=st.sampled_from([0, 0, 0, 1, 2]), most=st.sampled_from(SIZES))
    def center_takes(self, which: int, crash: int, most: int) -> None:
        """The center takes in any bundle ever made that is still around, and answers."""
        stick = self.sticks[which % len(self.sticks)]
        answer = self.answer_to(stick, crash, most)
        if answer is not None:
            self.sticks = [*self.sticks[-7:], answer]

    def answer_to(self, stick: Stick, crash: int = 0, most: int = carrying.MOST_BYTES) -> Stick | None:
        center = self.center
        if stick.home:
            return None
        center.clock += timedelta(seconds=1)
        center.store.crash_at = crash
        try:
            answer = answered_by(center, stick.raw, most)
            return Stick(answer, home=True, life=self.life) if answer is not None else None
        except Crash:
            return None
        finally:
            center.store.crash_at = 0

    @precondition(lambda self: bool(getattr(self, "sticks", None)))
    @rule(pick=st.integers(0, 5), which=st.integers(0, 9), crash=st.sampled_from([0, 0, 0, 1, 2]))
    def desk_takes(self, pick: int, which: int, crash: int) -> None:
        """Any desk takes in any bundle: its answer, another's answer, another's bundle, its own again."""
        self.desk_takes_in(self.desk(pick), self.sticks[which % len(self.sticks)], crash)

    @rule(pick=st.integers(0, 5), crash=st.sampled_from([0, 0, 1, 2, 3]))
    def there_and_back(self, pick: int, crash: int) -> None:
        """One trip to the center and home, with a power cut there, or none."""
        self.export(pick, carrying.MOST_BYTES, crash=False)
        self.center_takes(len(self.sticks) - 1, crash, carrying.MOST_BYTES)
        self.desk_takes_in(self.desk(pick), self.sticks[-1])

    def desk_takes_in(self, desk: Desk, stick: Stick, crash: int = 0) -> None:
        desk.store.crash_at = crash
        before = desk.ledger.rows.note(f"heard:{desk.upstream.node.hex()}")
        try:
            reader = open_bundle(desk.store, desk.keys, BytesIO(stick.raw))
            take_bundle(desk.store, desk.keys, desk.upstream.public, reader)
        except Crash:
            pass
        except BundleRefused as refused:
            # whoever made it knew of the desk's revocation, be it that the center has forgotten since
            if refused.reason != NOT_FOR_US or desk.keys.node not in self.ever_revoked:
                raise
        finally:
            desk.store.crash_at = 0
        fate = self.fates[id(desk)]
        if desk.ledger.rows.note(f"heard:{desk.upstream.node.hex()}") != before:
            fate.heard = max(fate.heard, stick.life)
        if OwnJournals(desk.ledger, desk.keys, desk.chance).must_reopen(CHANNEL):
            fate.undetected = False

    # -- at the end -----------------------------------------------------------------------------------

    def drained(self, desk: Desk) -> None:
        """In the end the network may never come back: then sticks do it all."""
        if getattr(self, "ending", "") in ("stick", "both"):
            self.carried(desk)
        if getattr(self, "ending", "") != "stick":
            super().drained(desk)

    def carried(self, desk: Desk) -> None:
        for _trip in range(4):
            file = BytesIO()
            pack_bundle(desk.store, desk.keys, desk.upstream.public, desk.clock, file, entropy=desk.chance)
            answer = self.answer_to(Stick(file.getvalue()))
            if desk.keys.node in self.revoked():
                assert answer is None, "a revoked node was answered"
                break
            assert answer is not None
            self.desk_takes_in(desk, answer)
            if desk.pending == 0 and desk.root() == self.center.root():
                break

    def teardown(self) -> None:
        self.ending = getattr(self, "healing", "line")
        self.line_returns = self.ending != "stick"
        if hasattr(self, "world"):
            for stick in getattr(self, "sticks", [])[-2:]:  # and old ones turn up when all is over
                for desk in self.desks:
                    self.desk_takes_in(desk, stick)
                self.answer_to(stick)
        super().teardown()


def taken_in(center: Center, raw: bytes, most: int = carrying.MOST_BYTES) -> bytes:
    """The center takes a bundle in; the bytes of its answer."""
    answer = answered_by(center, raw, most)
    assert answer is not None
    return answer


def answered_by(center: Center, raw: bytes, most: int) -> bytes | None:
    """`taken_in`; None for a revoked maker."""
    reader = open_bundle(center.store, center.keys, BytesIO(raw))
    received = receive_bundle(
        center.store, center.keys, reader, center.clock, center.after_admit, center.chance
    )
    if received.revoked:
        return None
    file = BytesIO()
    receivers = recipients(center.ledger, UNIT)
    pack_answer(
        center.store, center.keys, received, receivers, center.clock, file, most=most, entropy=center.chance
    )
    return file.getvalue()


# -- mistakes a stick could make -------------------------------------------------------------------

PLANTED = Mistakes()
plant, planted = PLANTED.plant, PLANTED.planted


@plant
def on_the_stick_is_acknowledged(stack: ExitStack) -> None:
    """What was copied to the stick is believed to have arrived."""
    pack = carrying.pack_bundle

    def optimist(store: Any, keys: Any, receiver: Any, *rest: Any, **more: Any) -> Any:
        made = pack(store, keys, receiver, *rest, **more)
        with store.transaction() as ledger:
            heads = {journal: ledger.rows.tips(row) for row, journal in own_journals(ledger, keys.node)}
            receipt = Receipt(receiver.node, bytes(8), keys.node, 0, 0, {}, heads, bytes(64))
            receipts.keep_receipt(ledger, receipt, direct=True)
        return made

    stack.enter_context(patch("tests.protocol.stick_machine.pack_bundle", optimist))


@plant
def every_answer_is_the_latest(stack: ExitStack) -> None:
    """A stick forgotten in a drawer brings an old receipt back."""
    stack.enter_context(patch.object(unloading, "answers_the_latest", lambda *_: True))
    keep = receipts.keep_receipt
    stack.enter_context(
        patch.object(
            unloading, "keep_receipt", lambda ledger, receipt, direct: keep(ledger, receipt, direct=True)
        )
    )


@plant
def answers_leave_before_commit(stack: ExitStack) -> None:
    """The answer is on the stick although the center's commit failed."""
    receive = returning.receive_bundle

    def hasty(store: Any, *rest: Any) -> Any:
        if not store.crash_at:
            return receive(store, *rest)
        store.crash_at = 0
        before = store.tables.copied()
        received = receive(store, *rest)
        store.tables = before
        return received

    stack.enter_context(patch("tests.protocol.stick_machine.receive_bundle", hasty))


@plant
def nothing_is_wanted_by_stick(stack: ExitStack) -> None:
    """A restored center that is reached by sticks only never asks for what it lost."""
    stack.enter_context(patch.object(returning, "_wants", lambda *_: []))


@plant
def only_own_heads_are_looked_at(stack: ExitStack) -> None:
    """The answer's receipts are kept, but what the maker lacks of other journals is not put in."""
    stack.enter_context(patch.object(returning, "_lacking", lambda *_: {}))
