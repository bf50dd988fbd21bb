"""Random lives of a real center and its desks: lost messages, copies put back, cloned machines."""

from __future__ import annotations

import os
import random
import shutil
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from sync.center.exchange.answering import enrolment, exchange
from sync.center.store.opening import Center
from sync.center.store.trouble import CenterError
from sync.center.units.invitations import invite
from sync.center.work.checking import verify
from sync.center.work.deciding import decide
from sync.center.work.listing import dossiers
from sync.journal.memory import MemoryStore
from sync.journal.own import OwnJournals
from sync.journal.port import JournalStore
from sync.model.moment import day_of
from sync.protocol.engine import EXCHANGE_PATH, LinkFailed
from sync.protocol.ports import UNREACHABLE
from tests.center.places import CHANNEL, START, UNIT, EnrolledDesk, Place

STEPS = 45
DESKS = 3


@dataclass
class World:
    """A center on disk, desks in memory, and a line between them that loses and doubles."""

    place: Place
    chance: random.Random
    center: Center
    desks: list[EnrolledDesk] = field(default_factory=list)
    copies: list[tuple[EnrolledDesk, MemoryStore]] = field(default_factory=list)
    acknowledged: set[str] = field(default_factory=set)
    written: int = 0
    faulty: bool = True

    def post(self, path: str, sealed: bytes) -> bytes:
        """The line."""
        luck = self.chance.random() if self.faulty else 1.0
        if luck < 0.15:
            raise LinkFailed(UNREACHABLE, "request lost")
        answer = exchange if path == EXCHANGE_PATH else enrolment
        reply = answer(self.center, sealed).sealed
        if luck < 0.3:
            raise LinkFailed(UNREACHABLE, "reply lost")
        if luck < 0.4:
            reply = answer(self.center, sealed).sealed
        return reply

    def receive(self, desk: EnrolledDesk) -> None:
        self.written += 1
        desk.receive(f"{UNIT}-261123-{self.written:04d}")

    def exchange(self, desk: EnrolledDesk) -> None:
        done = desk.exchange(self.chance.choice((1, 1, 2, 20)))
        if done.failure is None and done.pending == 0:
            self.acknowledged |= numbers(desk)

    def decide(self) -> None:
        held = dossiers(self.center)
        if held:
            try:
                decide(
                    self.center, self.chance.choice(held)["id"], self.chance.choice(("processing", "done"))
                )
            except CenterError:
                pass  # not permitted from there

    def copy_desk(self, desk: EnrolledDesk) -> None:
        self.copies.append((desk, desk.store.copied()))

    def put_desk_back(self) -> None:
        """By the wizard: it knows that it was restored, and goes on in a new incarnation."""
        if self.copies:
            desk, copy = self.chance.choice(self.copies)
            desk.store = copy.copied()
            with desk.store.transaction() as ledger:
                OwnJournals(ledger, desk.keys, os.urandom).reopen(CHANNEL, day_of(START).toordinal())

    def clone(self, desk: EnrolledDesk) -> None:
        if len(self.desks) < DESKS + 2:
            self.desks.append(desk.clone())

    def copy_center(self) -> None:
        self.center.close()
        shutil.rmtree(self.place.root / "copy", ignore_errors=True)
        shutil.copytree(self.place.data, self.place.root / "copy")
        self.reopen()

    def put_center_back(self) -> None:
        if (self.place.root / "copy").exists():
            self.center.close()
            shutil.rmtree(self.place.data)
            shutil.copytree(self.place.root / "copy", self.place.data)
            self.acknowledged.clear()  # until the desks have brought it again
            self.reopen()

    def reopen(self) -> None:
        self.center = self.place.open(create=False)
        for desk in self.desks:
            desk.center = self.center

    def step(self) -> None:
        desk = self.chance.choice(self.desks)
        roll = self.chance.random()
        if roll < 0.35:
            self.receive(desk)
        elif roll < 0.75:
            self.exchange(desk)
        elif roll < 0.85:
            self.decide()
        else:
            rare = (
                lambda: self.copy_desk(desk),
                self.put_desk_back,
                lambda: self.clone(desk),
                self.copy_center,
                self.put_center_back,
                self.reopen_center,
            )
            self.chance.choice(rare)()

    def reopen_center(self) -> None:
        self.center.close()
        self.reopen()

    def heal(self) -> None:
        self.faulty = False
        for _ in range(4):
            for desk in self.desks:
                desk.exchange(40)
                self.receive(desk)
        # a restored center gives what it owes only after everybody was heard out, and that must spread too
        for _ in range(6):
            for desk in self.desks:
                assert desk.exchange(40).failure is None


def numbers(desk: EnrolledDesk) -> set[str]:
    """The numbers the desk itself gave, as far as it remembers."""
    tables = desk.store.tables
    own = {
        one.dossier
        for held in tables.entries.values()
        for one in held.values()
        if one.journal.node == desk.keys.node
    }
    return {dossier.number for (_channel, one), dossier in tables.dossiers.items() if one in own}


def digests(store: JournalStore) -> set[bytes]:
    with store.snapshot() as ledger:
        rows = ledger.rows
        return {place.digest for row, _journal in rows.journals(CHANNEL) for place in rows.index(row)}


@pytest.mark.parametrize("seed", range(10))
def test_every_history_ends_with_all_holding_the_same(tmp_path: Path, seed: int) -> None:
    chance = random.Random(seed)
    place = Place(tmp_path)
    world = World(place, chance, place.open())
    world.faulty = False
    for _ in range(DESKS):
        desk = EnrolledDesk(world.center, invite(world.center, UNIT, "http://127.0.0.1:1"), post=world.post)
        desk.enrol()
        world.receive(desk)
        desk.exchange()
        world.desks.append(desk)
    world.faulty = True
    for _ in range(STEPS):
        world.step()
    assert world.acknowledged <= {one["number"] for one in dossiers(world.center)}
    everything = digests(world.center.store).union(*(digests(desk.store) for desk in world.desks))
    world.heal()
    report = verify(world.center)
    assert report["ok"], report["problems"][:3]
    held = digests(world.center.store)
    assert everything <= held
    for desk in world.desks:
        assert digests(desk.store) == held
    check_leases(world)
    world.center.close()


def check_leases(world: World) -> None:
    """A range has one holder for ever, and every incarnation written now has a range of its own."""
    with world.center.store.snapshot() as ledger:
        leases = ledger.rows.leases(CHANNEL)
    holders: dict[tuple[int, int], set[bytes]] = {}
    bound: dict[tuple[int, int], set[bytes]] = {}
    for lease in leases:
        holders.setdefault((lease.first, lease.last), set()).add(lease.node)
        if lease.incarnation:
            bound.setdefault((lease.first, lease.last), set()).add(lease.incarnation)
    assert all(len(nodes) == 1 for nodes in holders.values())
    assert all(len(names) == 1 for names in bound.values())
    for desk in world.desks:
        assert {desk.journal().incarnation} <= set().union(*bound.values())
