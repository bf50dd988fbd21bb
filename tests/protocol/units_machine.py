"""Random histories of three units under one center: dossiers sent to and fro, lines cut, disks put back.

What must hold: a dossier is the same in every unit that has it, no entry counts twice, nothing is lost, and
whoever it was sent to has it.
"""

from __future__ import annotations

from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from sync.journal.travelling import to_be_carried
from sync.model import kinds
from sync.model.entry import Entry
from sync.protocol.answering import forget_incarnation
from tests.protocol.machine import digests
from tests.protocol.units import UNITS, UnitDesk, Units
from tests.protocol.world import DAY, Crash, projections, rebuilt

STATUSES = ("processing", "supplement", "stopped", "done", "returned", "withdrawn")


class Between(RuleBasedStateMachine):
    """The machine; at the end everything is healed and looked at."""

    @initialize(count=st.integers(2, 3))
    def start(self, count: int) -> None:
        self.units = Units(count)
        self.dossiers: list[bytes] = []
        self.copies = {desk.name: desk.store.copied() for desk in self.desks}
        self.center_copy = self.units.center.store.copied()

    @property
    def desks(self) -> list[UnitDesk]:
        return self.units.desks

    def desk(self, pick: int) -> UnitDesk:
        return self.desks[pick % len(self.desks)]

    def dossier(self, desk: UnitDesk, which: int) -> bytes | None:
        known = [one for one in self.dossiers if desk.knows(one)]
        return known[which % len(known)] if known else None

    # -- people -----------------------------------------------------------------------------------

    @rule(pick=st.integers(0, 2), to=st.integers(0, 3))
    def receive(self, pick: int, to: int) -> None:
        """A dossier comes in, for this unit or another, a known one or not."""
        desk = self.desk(pick)
        unit = ("", *UNITS)[to]
        self.dossiers.append(desk.take_in(len(self.dossiers) + 1, for_unit="" if unit == desk.unit else unit))

    @rule(pick=st.integers(0, 2), which=st.integers(0, 20), to=st.integers(0, 2))
    def forward(self, pick: int, which: int, to: int) -> None:
        """Papers go to another unit, or back home."""
        desk = self.desk(pick)
        dossier = self.dossier(desk, which)
        if dossier is not None and UNITS[to] != desk.unit:
            desk.forward(dossier, UNITS[to])

    @rule(pick=st.integers(0, 2), which=st.integers(0, 20))
    def accept(self, pick: int, which: int) -> None:
        """A unit says that it has the papers."""
        desk = self.desk(pick)
        dossier = self.dossier(desk, which)
        if dossier is not None:
            desk.accept(dossier)

    @rule(pick=st.integers(0, 2), which=st.integers(0, 20), to=st.sampled_from(STATUSES))
    def move(self, pick: int, which: int, to: str) -> None:
        """Any unit decides, whether it may or not."""
        desk = self.desk(pick)
        dossier = self.dossier(desk, which)
        if dossier is not None:
            desk.move(dossier, to)

    @rule(pick=st.integers(0, 2), which=st.integers(0, 20), last=st.integers(1, 3))
    def take_back(self, pick: int, which: int, last: int) -> None:
        """One of the unit's own acts is undone."""
        desk = self.desk(pick)
        dossier = self.dossier(desk, which)
        if dossier is None:
            return
        mine = [one for one in desk.state(dossier).history if one.node == desk.keys.node.hex()]
        if len(mine) >= last:
            desk.write(dossier, kinds.UNDONE, entry=mine[-last].entry, reason="Nhầm")

    @rule(which=st.integers(0, 20))
    def center_notes(self, which: int) -> None:
        """The center writes about a dossier in its home channel."""
        center = self.units.center
        known = sorted(center.store.tables.by_dossier)
        if known:
            channel, dossier = known[which % len(known)]
            body = b'{"at":"2026-11-23T12:00+07:00","by":["1","T"],"text":"n"}'
            center.append(kinds.NOTED, body, dossier, channel)
            center.carry()

    # -- lines and disks --------------------------------------------------------------------------

    @rule(
        pick=st.integers(0, 2),
        fault=st.sampled_from(["", "", "request", "reply", "twice", "center", "carry"]),
    )
    def exchange(self, pick: int, fault: str) -> None:
        """One exchange over a bad line, or with a center that dies before or after its commit."""
        desk, center = self.desk(pick), self.units.center
        question = desk.ask()
        if fault == "request":
            return
        center.store.crash_at = int(fault == "center")
        center.crash_before_carrying = fault == "carry"
        try:
            sealed = center.answer(question.sealed)
            if fault == "twice":
                sealed = center.answer(question.sealed)
        except Crash:
            return
        finally:
            center.store.crash_at = 0
            center.crash_before_carrying = False
        if fault != "reply":
            desk.hear(question, sealed)

    @rule(pick=st.integers(0, 2))
    def back_up(self, pick: int) -> None:
        """Copies are put aside."""
        self.copies[self.desk(pick).name] = self.desk(pick).store.copied()
        self.center_copy = self.units.center.store.copied()

    @rule(pick=st.integers(0, 2))
    def restore_desk(self, pick: int) -> None:
        """A desk goes back, after it had sent all it wrote, and goes on in a new incarnation."""
        desk = self.desk(pick)
        desk.drain(self.units.center)
        desk.store = self.copies[desk.name].copied()
        with desk.writing() as own:
            own.reopen(desk.channel, DAY.toordinal())

    @rule()
    def restore_center(self) -> None:
        """The center goes back; its desks bring again what it lacks."""
        center = self.units.center
        for desk in self.desks:
            desk.drain(center)
        center.store = self.center_copy.copied()
        with center.store.transaction() as ledger:
            forget_incarnation(ledger)
        for desk in self.desks:
            with center.writing() as own:
                own.reopen(desk.channel, DAY.toordinal())

    # -- what a center that revokes overrides --------------------------------------------------------

    def is_revoked(self, _desk: UnitDesk) -> bool:
        """Whether the center has revoked a desk."""
        return False

    def forgotten(self, _entry: Entry) -> bool:
        """Whether nobody promised to keep an entry."""
        return False

    # -- what holds -------------------------------------------------------------------------------

    @invariant()
    def projections_are_a_rebuild(self) -> None:
        if not hasattr(self, "units"):
            return
        for node in (self.units.center, *self.desks):
            assert projections(node) == rebuilt(node), f"{node.name}: incremental differs from rebuilt"
            for dossier in node.store.tables.dossiers.values():
                entries = [event.entry for event in dossier.history]
                assert len(entries) == len(set(entries)), "an entry counted twice"

    def teardown(self) -> None:
        if not hasattr(self, "units"):
            return
        written = {
            entry.digest
            for node in (self.units.center, *self.desks)
            for entry in node.entries().values()
            if entry.dossier and entry.kind != kinds.CARRIED and not self.forgotten(entry)
        }
        for _round in range(4):
            self.units.heal(1)
            if self.units.settled():
                break
        center = self.units.center
        for desk in (one for one in self.desks if not self.is_revoked(one)):
            assert digests(desk, desk.channel) == digests(center, desk.channel), "a day's digest differs"
        assert to_be_carried(center.ledger.rows) == []
        assert written <= center.entries().keys() | center.aside().keys(), "an entry was lost"
        by_unit = {desk.unit: desk for desk in self.desks if not self.is_revoked(desk)}
        for dossier in self.dossiers:
            folds = self.units.folds(dossier)
            if not folds:
                continue  # its only desk was put back before anybody heard of it
            assert len({repr((one.status, one.flags, one.tips, one.away)) for one in folds.values()}) == 1
            [first, *others] = folds.values()
            assert all(one == first for one in others), "two units read another dossier"
            for unit in (first.unit, *first.sent_to):
                if unit in by_unit:
                    assert by_unit[unit].state(dossier) == first, "a unit it was sent to does not have it"
        self.projections_are_a_rebuild()
