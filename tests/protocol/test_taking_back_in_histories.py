"""Random histories between units with revoked and cloned desks: what counts is the same in every unit."""

from __future__ import annotations

import os

import pytest
from hypothesis import Phase, settings
from hypothesis import strategies as st
from hypothesis.stateful import initialize, rule, run_state_machine_as_test

import sync.journal.carriage
import sync.journal.genuine
from sync.journal.bounds import Bound, bound_body
from sync.journal.own import Draft
from sync.model import kinds
from sync.model.entry import Entry, JournalId, Tip
from tests.protocol.sequences import QUICK, SEARCH
from tests.protocol.units import UNITS, UnitDesk
from tests.protocol.units_machine import STATUSES, Between
from tests.protocol.world import DAY, NOON

FEWER = settings(QUICK, max_examples=25, phases=[Phase.generate])
FOUND = settings(SEARCH, max_examples=60)


class Revoking(Between):
    """`Between`, where desks are revoked at any place, admitted by name, and copied by thieves."""

    @initialize(count=st.integers(2, 3))
    def start(self, count: int) -> None:
        super().start(count)
        self.thieves: list[UnitDesk] = []
        home = self.desks[0]
        self.dossiers.append(home.take_in(1))
        home.forward(self.dossiers[0], UNITS[1])
        self.units.heal(1)

    @rule(pick=st.integers(0, 2))
    def restore_desk(self, pick: int) -> None:
        """A desk goes back, unless it is revoked: nobody gives it again what it wrote."""
        if not self.is_revoked(self.desk(pick)):
            super().restore_desk(pick)

    def is_revoked(self, desk: UnitDesk) -> bool:
        return self.units.center.ledger.bounds(desk.keys.node) is not None

    def forgotten(self, entry: Entry) -> bool:
        """What the center wrote, lost to a restore, and only a desk has that was revoked since; what a thief
        still has."""
        return entry.journal.node == self.units.center.keys.node

    def order(
        self, desk: UnitDesk, kind: str, places: dict[JournalId, frozenset[Tip]], carried: bool
    ) -> None:
        center = self.units.center
        bound = Bound(desk.keys.node, places, NOON, "Lê Văn Quản", "máy bị mất")
        with center.writing() as own:
            draft = Draft(kind, bound_body(bound), personal=False)
            for entry in own.append(desk.channel, [draft], DAY.toordinal()).entries:
                own.ledger.obey(entry)
        if carried:
            center.carry()

    @rule(pick=st.integers(0, 2), back=st.integers(0, 6), carried=st.booleans())
    def revoke(self, pick: int, back: int, carried: bool) -> None:
        """A desk is revoked at a sealed place of each of its journals, the last or one before it."""
        desk = self.desk(pick)
        places: dict[JournalId, frozenset[Tip]] = {}
        rows = self.units.center.ledger.rows
        for row, journal in rows.journals(desk.channel):
            seals = rows.seals(row, 0, 2**40) if journal.node == desk.keys.node else ()
            if seals:
                places[journal] = frozenset({seals[max(0, len(seals) - 1 - back)].tip})
        self.order(desk, kinds.REVOCATION, places, carried)

    @rule(pick=st.integers(0, 2), which=st.integers(0, 9), carried=st.booleans())
    def admit(self, pick: int, which: int, carried: bool) -> None:
        """Somebody lets some of what is in quarantine count."""
        desk = self.desk(pick)
        rows = self.units.center.ledger.rows
        ends = [
            (journal, seal.tip)
            for row, journal in rows.journals(desk.channel)
            if journal.node == desk.keys.node
            for _entry, seal in rows.quarantined(row)
            if seal is not None
        ]
        if ends:
            journal, tip = ends[which % len(ends)]
            self.order(desk, kinds.ADMITTED, {journal: frozenset({tip})}, carried)

    @rule(pick=st.integers(0, 2), which=st.integers(0, 20), to=st.sampled_from(STATUSES))
    def steal(self, pick: int, which: int, to: str) -> None:
        """A copy of a desk writes on from where the desk stands, and brings it to the center."""
        desk = self.desk(pick)
        dossier = self.dossier(desk, which)
        if dossier is None:
            return
        thief = UnitDesk("T", desk.keys, desk.store.copied(), self.units.chance)
        thief.unit, thief.upstream = desk.unit, self.units.center.keys
        thief.move(dossier, to)
        thief.exchange(self.units.center)
        self.thieves.append(thief)

    @rule(pick=st.integers(0, 2), which=st.integers(0, 20), to=st.sampled_from(STATUSES))
    def find_out(self, pick: int, which: int, to: str) -> None:
        """What a thief wrote has been carried when the desk is revoked at the place before."""
        desk = self.desk(pick)
        desk.drain(self.units.center)
        rows = self.units.center.ledger.rows
        before = {
            journal: rows.tips(row)
            for row, journal in rows.journals(desk.channel)
            if journal.node == desk.keys.node
        }
        self.steal(pick, which, to)
        self.order(desk, kinds.REVOCATION, before, carried=False)

    def teardown(self) -> None:
        if not hasattr(self, "units"):
            return
        for thief in self.thieves:
            thief.drain(self.units.center)
        super().teardown()
        ledger = self.units.center.ledger
        for channel, dossier in sorted(self.units.center.store.tables.by_dossier):
            found = ledger.dossier(channel, dossier)
            for event in found.history if found is not None else ():
                own = event.unit == channel.partition(":")[2]
                assert own or not event.carried, "what was carried is not proved"


def test_what_counts_at_home_counts_in_every_unit_whoever_is_revoked() -> None:
    run_state_machine_as_test(Revoking, settings=FEWER)


@pytest.mark.proof
def test_many_long_histories_with_revoked_desks() -> None:
    examples = int(os.environ.get("MOTCUA_HISTORIES", "2000"))
    long = settings(QUICK, max_examples=examples, stateful_step_count=60, derandomize=False)
    run_state_machine_as_test(Revoking, settings=long)


def test_not_following_the_quarantine_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sync.journal.carriage, "take_back", lambda *_: frozenset())
    with pytest.raises((AssertionError, ExceptionGroup)):
        run_state_machine_as_test(Revoking, settings=FOUND)


def test_carrying_without_ways_is_caught(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sync.journal.carriage, "_ways_to_seals", lambda *_: [])
    with pytest.raises((AssertionError, ExceptionGroup)):
        run_state_machine_as_test(Revoking, settings=FOUND)
