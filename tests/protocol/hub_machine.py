"""The random histories with a hub: met, cut off, killed, put back, replaced; beside the line or instead."""

from __future__ import annotations

from contextlib import ExitStack
from copy import copy
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any
from unittest.mock import patch

from hypothesis import strategies as st
from hypothesis.stateful import initialize, precondition, rule

from sync.identity.certificates import Certificate, sign_certificate
from sync.identity.keys import NodeKeys
from sync.journal.port import NodeRecord
from sync.model import kinds
from sync.protocol import engine, hearing, relaying
from sync.protocol.draining import IDLE_ROUNDS
from sync.protocol.engine import Question
from sync.protocol.receipts import keep_receipt, latest_receipt
from tests.protocol.machine import BUDGETS, Histories, OnTheWay
from tests.protocol.planting import Mistakes
from tests.protocol.world import ALL, CHANNEL, KEYS, NOON, UNIT, Crash, CrashingStore, Desk, Node, World

ROUNDS = 40


class Hub(Node):
    """A hub: it answers desks and asks its center, and writes nothing of its own."""

    def answer(self, sealed: bytes) -> bytes:
        return engine.answer(self.store, self.keys, sealed, self.clock, None, self.chance)


@dataclass
class HubWorld(World):
    """A center, desks, and a hub between them."""

    hub: Hub = field(init=False)

    def __post_init__(self) -> None:
        super().__post_init__()
        self.hub = self.new_hub(KEYS[6])

    def new_hub(self, keys: NodeKeys) -> Hub:
        """An empty hub that the center certified."""
        center = self.center
        raw = sign_certificate(
            center.keys,
            Certificate(
                keys=keys.public,
                unit=UNIT,
                role=kinds.HUB,
                desk=0,
                reads=(CHANNEL, ALL),
                writes=(),
                issuer=center.keys.node,
                issued_at=NOON.isoformat(),
            ),
        )
        with center.store.transaction() as ledger:
            center.certify_in(ledger, raw, keys)
        hub = Hub("H", keys, CrashingStore({center.keys.node: center.keys.public}), self.chance)
        with hub.store.transaction() as ledger:
            ledger.certified(raw, keys.node)
            ledger.rows.save_node(NodeRecord(center.keys.public, kinds.CENTER, UNIT))
            ledger.rows.put_note("certificate", raw)
        return hub

    @property
    def nodes(self) -> list[Node]:
        return [*super().nodes, self.hub]

    def copied(self) -> HubWorld:
        other = super().copied()
        assert isinstance(other, HubWorld)
        other.hub = copy(self.hub).copied(other.chance)
        return other


class HubHistories(Histories):
    """`Histories` with a hub; at the end all is healed by the line, by the hub alone, or by both."""

    world: HubWorld

    @initialize(count=st.integers(2, 3), healing=st.sampled_from(["line", "hub", "hub", "both"]))
    def start(self, count: int, healing: str = "line") -> None:
        self.healing = healing
        self.lived = {int(NOON.timestamp()): 0}
        Histories.start(self, count)

    def founded(self, count: int) -> World:
        return HubWorld(count)

    def open_for_business(self) -> None:
        super().open_for_business()
        self.forwarded()

    @property
    def hub(self) -> Hub:
        return self.world.hub

    # -- the center's clock tells its words apart ---------------------------------------------------

    def tick(self) -> None:
        self.center.clock += timedelta(seconds=1)
        self.lived[int(self.center.clock.timestamp())] = self.life

    def answered(self, desk: Desk, question: Question) -> OnTheWay:
        self.tick()
        return super().answered(desk, question)

    def heard_of(self, desk: Desk) -> None:
        """Of which life of the center a word has come, whoever brought it."""
        receipt = latest_receipt(desk.ledger, self.center.keys.node)
        fate = self.fates[id(desk)]
        if receipt is not None:
            fate.heard = max(fate.heard, self.lived.get(receipt.time, 0))

    # -- desks and their hub ------------------------------------------------------------------------

    @rule(
        pick=st.integers(0, 5),
        budget=st.sampled_from(BUDGETS),
        fault=st.sampled_from(["", "", "", "request", "reply", "twice", "hub", "desk"]),
        at=st.integers(1, 3),
    )
    def meet_hub(self, pick: int, budget: int, fault: str, at: int) -> None:
        """One exchange with the hub, or what a power cut makes of it."""
        self.met(self.desk(pick), budget, fault, at)

    @rule(pick=st.integers(0, 5))
    def all_by_hub(self, pick: int) -> None:
        """The commune's own network is a good one."""
        self.gathered(self.desk(pick))

    def met(self, desk: Desk, budget: int = 64 * 1024, fault: str = "", at: int = 1) -> bool:
        """One exchange of a desk and the hub; whether another has something to bring."""
        hub = self.hub
        question = engine.ask(desk.store, desk.keys, hub.keys.public, desk.clock, budget)
        if fault == "request":
            return False
        try:
            hub.store.crash_at = int(fault == "hub")
            sealed = hub.answer(question.sealed)
            if fault == "twice":
                sealed = hub.answer(question.sealed)
            if fault == "reply":
                return False
            desk.store.crash_at = at if fault == "desk" else 0
            return desk.hear(question, sealed).more
        except Crash:
            return False
        finally:
            hub.store.crash_at = desk.store.crash_at = 0
            self.heard_of(desk)

    def gathered(self, desk: Desk) -> None:
        idle, before = 0, b""
        while idle < IDLE_ROUNDS and self.met(desk):
            now = desk.root() + self.hub.root()
            idle, before = (idle + 1 if now == before else 0), now

    # -- the hub and its center ---------------------------------------------------------------------

    @rule(
        budget=st.sampled_from(BUDGETS),
        fault=st.sampled_from(["", "", "", "request", "reply", "twice", "center", "hub"]),
        at=st.integers(1, 3),
    )
    def hub_calls(self, budget: int, fault: str, at: int) -> None:
        """One exchange of the hub with its center."""
        self.called(budget, fault, at)

    @rule()
    def hub_forwards(self) -> None:
        """All that waits at the hub goes up."""
        self.forwarded()

    def called(self, budget: int = 64 * 1024, fault: str = "", at: int = 1) -> bool:
        hub, center = self.hub, self.center
        question = engine.ask(hub.store, hub.keys, center.keys.public, hub.clock, budget)
        if fault == "request":
            return False
        try:
            center.store.crash_at = int(fault == "center")
            self.tick()
            sealed = center.answer(question.sealed)
            if fault == "twice":
                self.tick()
                sealed = center.answer(question.sealed)
            if fault == "reply":
                return False
            hub.store.crash_at = at if fault == "hub" else 0
            aside = frozenset(center.aside())
            known = hub.entries().keys() | hub.aside().keys()
            more = engine.hear(hub.store, question, sealed, hub.clock).more
            fresh = (hub.entries().keys() | hub.aside().keys()) - known
            assert not fresh & aside, "quarantined entries were passed down"
            return more
        except Crash:
            return False
        finally:
            center.store.crash_at = hub.store.crash_at = 0

    def forwarded(self) -> None:
        for _round in range(ROUNDS):
            if not self.called():
                break

    # -- what befalls a hub -------------------------------------------------------------------------

    @rule()
    def hub_is_backed_up(self) -> None:
        """A copy is put aside."""
        self.keep(self.hub)

    @rule(which=st.integers(0, 5))
    def hub_is_put_back(self, which: int) -> None:
        """From a backup; nobody is told."""
        copies = [one for one in self.copies["H"] if one.keys == self.hub.keys]
        if copies:
            self.hub.store = copies[which % len(copies)].store.copied()

    @precondition(lambda self: hasattr(self, "world") and self.hub.keys is KEYS[6])
    @rule()
    def hub_burns(self) -> None:
        """Another one, empty and under another key, takes its place."""
        self.world.hub = self.world.new_hub(KEYS[7])

    # -- at the end -----------------------------------------------------------------------------------

    def heal_round(self) -> None:
        ending = self.healing
        if ending != "line":
            for desk in self.desks:
                self.gathered(desk)
            self.forwarded()
            self.forwarded()  # and its center's word about what came just now
            for desk in self.desks:
                self.gathered(desk)
        for desk in self.desks:
            if ending != "hub" or self.put_back(desk):
                self.drained(desk)
        if ending == "line":
            self.forwarded()

    def put_back(self, desk: Desk) -> bool:
        """The center was put back, or has said nothing yet: its counters may stand lower than what was heard,
        so its word by way of a hub waits until it was heard itself.
        """
        return self.life > 0 or latest_receipt(desk.ledger, self.center.keys.node) is None


# -- mistakes with a hub ------------------------------------------------------------------------------

PLANTED = Mistakes()
plant, planted = PLANTED.plant, PLANTED.planted


@plant
def a_hubs_word_is_the_centers(stack: ExitStack) -> None:
    """What a hub holds is called acknowledged."""
    keep = keep_receipt

    def credulous(ledger: Any, receipt: Any, *, direct: bool) -> bool:
        center = next(iter(ledger.trusted))
        return keep(ledger, receipt.__class__(center, *_rest(receipt)), direct=direct)

    stack.enter_context(patch.object(hearing, "keep_receipt", credulous))


@plant
def old_words_are_handed_on(stack: ExitStack) -> None:
    """A receipt that a hub kept from before counts as the center's latest word."""
    stack.enter_context(
        patch.object(
            relaying,
            "keep_receipt",
            lambda ledger, receipt, direct: keep_receipt(ledger, receipt, direct=True),
        )
    )
    stack.enter_context(patch.object(relaying, "_news", lambda *_: True))


@plant
def a_hub_keeps_what_it_heard_to_itself(stack: ExitStack) -> None:
    """No receipts are handed on: by the hub alone nothing is ever acknowledged."""
    stack.enter_context(patch("sync.protocol.answering.receipts_for", lambda *_: []))


def _rest(receipt: Any) -> tuple[Any, ...]:
    names = ("incarnation", "node", "counter", "time", "roots", "heads", "signature")
    return tuple(getattr(receipt, name) for name in names)
