"""Desks of several units under one center, in memory: what one unit writes is carried to the others."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from sync.identity.certificates import Certificate, sign_certificate
from sync.journal.carriage import carry
from sync.journal.control import certificate_body
from sync.journal.ledger import Ledger
from sync.journal.memory import MemoryRows
from sync.journal.own import Draft, OwnJournals, Written
from sync.journal.port import NodeRecord
from sync.journal.travelling import to_be_carried
from sync.model import kinds
from sync.model.bodies import intake_out, officer_out, pack
from sync.model.dossier import Dossier
from sync.model.moment import iso_minute
from tests.protocol import world
from tests.protocol.world import ALL, DAY, KEYS, NOON, OFFICER, Chance, Crash, CrashingStore, Desk, Node

UNITS = ("H99.99.001", "H99.99.002", "H99.99.003")
NAMES = dict(zip(UNITS, ("Xã A", "Xã B", "Xã C"), strict=True))


class CarryingStore(CrashingStore):
    """The store of a center: what is to be carried is noted."""

    @contextmanager
    def transaction(self) -> Iterator[Ledger]:
        with super().transaction() as ledger:
            yield Ledger(ledger.rows, self.trusted, carries=True)

    def copied(self) -> CarryingStore:
        other = CarryingStore(self.trusted)
        other.tables = self.tables.copied()
        return other


class UnitDesk(Desk):
    """A desk of one of `UNITS`."""

    unit = UNITS[0]

    @property
    def channel(self) -> str:
        return f"unit:{self.unit}"

    def write(self, dossier: bytes, kind: str, **fields: object) -> Written:
        """An act of an officer of this desk, in the channel of its unit."""
        body = pack({"at": iso_minute(NOON), "by": officer_out(OFFICER), **fields})
        return self.append(kind, body, dossier, self.channel)

    def take_in(self, serial: int, for_unit: str = "") -> bytes:
        """Receives a dossier, of its own unit or for another; returns its id."""
        dossier = self.chance(16)
        one = replace(
            world.intake(f"{self.unit}-261123-{serial:04d}", serial=serial),
            unit=self.unit,
            for_unit=for_unit,
            for_unit_name=NAMES.get(for_unit, ""),
        )
        self.append(kinds.RECEIVED, intake_out(one), dossier, self.channel)
        return dossier

    def forward(self, dossier: bytes, unit: str) -> Written:
        """Sends the papers to another unit."""
        return self.write(dossier, kinds.FORWARDED, to=unit, name=NAMES.get(unit, unit))

    def accept(self, dossier: bytes) -> Written:
        """Has the papers now."""
        return self.write(dossier, kinds.ACCEPTED, name=NAMES[self.unit])

    def move(self, dossier: bytes, to: str) -> Written:
        """Moves it to another status."""
        return self.write(dossier, kinds.STATUS, to=to)

    def state(self, dossier: bytes) -> Dossier:
        """The dossier as this desk reads it."""
        found = self.ledger.dossier(self.channel, dossier)
        assert found is not None
        return found

    def knows(self, dossier: bytes) -> bool:
        """Whether anything of it is here."""
        return self.ledger.dossier(self.channel, dossier) is not None


class UnitsCenter(world.Center):
    """The center above the units. `known` are those it knows."""

    leases = False
    known: frozenset[str] = frozenset(UNITS)
    crash_before_carrying = False

    def answer(self, sealed: bytes) -> bytes:
        made = super().answer(sealed)
        if self.crash_before_carrying:
            raise Crash
        self.carry()
        return made

    def carry(self) -> None:
        """Carries what waits, in a transaction of its own."""
        with self.writing() as own:
            carry(own, DAY.toordinal(), lambda unit: unit in self.known)

    def welcome(self, desk: UnitDesk, number: int) -> None:
        """Certifies a desk of a unit."""
        raw = sign_certificate(
            self.keys,
            Certificate(
                keys=desk.keys.public,
                unit=desk.unit,
                role=kinds.DESK,
                desk=number,
                reads=(desk.channel, ALL),
                writes=(desk.channel,),
                issuer=self.keys.node,
                issued_at=NOON.isoformat(),
            ),
        )
        with self.store.transaction() as ledger:
            ledger.certified(raw, desk.keys.node)
            draft = Draft(kinds.CERTIFICATE, certificate_body(raw), personal=False)
            OwnJournals(ledger, self.keys, self.chance).append(desk.channel, [draft], DAY.toordinal())
        with desk.store.transaction() as ledger:
            ledger.certified(raw, desk.keys.node)
            ledger.rows.put_note("certificate", raw)


@dataclass
class Units:
    """A center and one desk in each of `count` units."""

    count: int = 2
    chance: Chance = field(default_factory=Chance)
    center: UnitsCenter = field(init=False)
    desks: list[UnitDesk] = field(init=False)

    def __post_init__(self) -> None:
        keys = KEYS[0]
        store = CarryingStore({keys.node: keys.public})
        with store.transaction() as ledger:
            ledger.rows.save_node(NodeRecord(keys.public, kinds.CENTER, "H99"))
        self.center = UnitsCenter("C", keys, store, self.chance)
        self.desks = [self.desk(at) for at in range(self.count)]

    def desk(self, at: int) -> UnitDesk:
        desk = UnitDesk("ABD"[at], KEYS[at + 1], CrashingStore({KEYS[0].node: KEYS[0].public}), self.chance)
        desk.unit, desk.upstream = UNITS[at], self.center.keys
        self.center.welcome(desk, 1)
        return desk

    def heal(self, rounds: int = 3) -> None:
        """Everybody exchanges until nothing is left."""
        self.center.crash_before_carrying = False
        for _round in range(rounds):
            for desk in self.desks:
                desk.drain(self.center)

    def settled(self) -> bool:
        """Whether every desk and the center hold the same of its channel, and nothing waits to be carried."""
        center = self.center
        return not to_be_carried(center.ledger.rows) and all(
            desk.root(desk.channel) == center.root(desk.channel) for desk in self.desks
        )

    def folds(self, dossier: bytes) -> dict[str, Dossier]:
        """The dossier as it is folded in each channel, at the center."""
        ledger = self.center.ledger
        rows = ledger.rows
        assert isinstance(rows, MemoryRows)
        channels = [channel for channel, one in rows.tables.by_dossier if one == dossier]
        return {one: found for one in sorted(channels) if (found := ledger.dossier(one, dossier))}


__all__ = ["NAMES", "UNITS", "Node", "UnitDesk", "Units", "UnitsCenter"]
