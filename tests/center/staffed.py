"""A center with staff, on a database of either kind, and a commune whose desk sends it dossiers."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from sync.acts.counter import forward
from sync.acts.move import Move
from sync.center.exchange.carrying import carry_waiting
from sync.center.store.dialect import Engines
from sync.center.store.opening import Center, introduce
from sync.center.store.store import CenterStore
from sync.center.units.invitations import invite
from sync.center.units.tree import add_unit
from sync.center.work.acting import Acted, Wanted, act, work_of
from sync.center.work.rights import Actor
from sync.identity.keys import NodeKeys
from sync.journal.own import Draft
from sync.model.dossier import Dossier, Officer
from tests.center.places import UNIT, Clock, EnrolledDesk

HANH = Actor(Officer("hanh", "Phạm Thị Hạnh"), frozenset({"reception"}))
HAI = Actor(Officer("hai", "Lê Văn Hai"), frozenset({"specialist"}))
BA = Actor(Officer("ba", "Trần Thị Ba"), frozenset({"leader"}))
NAM = Actor(Officer("nam", "Hoàng Văn Năm"), frozenset({"leader"}))
TU = Actor(Officer("tu", "Vũ Thị Tư"), frozenset({"records"}))
ADMIN = Actor(Officer("quan", "Đỗ Quân"), frozenset({"administrator"}))
AUDITOR = Actor(Officer("kiem", "Ngô Kiểm"), frozenset({"auditor"}))
EVERYBODY = (HANH, HAI, BA, TU, ADMIN, AUDITOR)
OTHER_UNIT = "H99.99.002"


def person(actor: Actor) -> dict[str, str]:
    """A person as the fields of a verb name one."""
    return {"id": actor.officer.id, "name": actor.officer.name}


@dataclass
class Staffed:
    """The center, its clock, and an enrolled desk of the commune."""

    center: Center
    clock: Clock
    desk: EnrolledDesk

    def receive(self, *last: int, name: str = "Nguyễn Thị Đào") -> list[str]:
        """Dossiers received at the desk and sent up, none of them forwarded; their numbers."""
        numbers = [f"{UNIT}-261123-{one:04d}" for one in last]
        self.desk.receive(*numbers, name=name)
        self.desk.exchange()
        return numbers

    def forwarded(self, *last: int) -> list[str]:
        """Dossiers received at the desk and forwarded to the center; their numbers."""
        numbers = self.receive(*last)
        for number in numbers:
            self.forward(number)
        self.desk.exchange()
        return numbers

    def forward(self, number: str, to: str = "", name: str = "Trung tâm") -> None:
        """The desk forwards a dossier."""
        dossier = self.dossier(number)
        made = forward(dossier, to, name, officer=Officer("1", "Bình"), now=self.clock())
        assert isinstance(made, Move)
        self.desk.write(Draft(made.kind, made.body, dossier.id))

    def dossier(self, number: str) -> Dossier:
        """As whoever may see everything sees it."""
        return work_of(self.center, Actor(Officer("x", "x"), frozenset(), unbound=True), number).dossier

    def do(self, actor: Actor, number: str, verb: str, /, **given: Any) -> Dossier:
        """Does it; an act that is refused fails the test."""
        done = self.tried(actor, number, verb, **given)
        assert done.done, done.mistakes
        assert done.dossier is not None
        return done.dossier

    def tried(self, actor: Actor, number: str, verb: str, /, *, seen: str = "", **given: Any) -> Acted:
        """What comes of trying."""
        return act(self.center, actor, Wanted(number, seen), verb, given)

    def through(self, number: str) -> Dossier:
        """A forwarded dossier from the delivery to the result on its way home."""
        self.do(HANH, number, "take", list="01/DS")
        self.do(BA, number, "assign", to=person(HAI), office="Phòng Tư pháp")
        self.do(HAI, number, "appraise", text="Đủ điều kiện", to=person(BA))
        self.do(BA, number, "approve", number="15/QĐ", to=person(TU))
        self.do(TU, number, "seal", number="15/QĐ-TTPVHCC")
        return self.do(TU, number, "send-back")


def staffed(engines: Engines, folder: Path) -> Staffed:
    """A new center on an empty database."""
    keys, clock = NodeKeys.generate(), Clock()
    lock = folder / "lock" if engines.is_sqlite else None
    store = CenterStore(engines, {keys.node: keys.public}, lock=lock, carries=True)
    store.migrate()
    center = Center(folder, "H00", "Trung tâm PVHCC", keys, store, clock)
    introduce(center)
    add_unit(center, UNIT, "UBND xã Minh Châu")
    add_unit(center, OTHER_UNIT, "UBND xã Yên Bình")
    desk = EnrolledDesk(center, invite(center, UNIT, "http://127.0.0.1:1"))
    desk.enrol()
    desk.exchange()
    carry_waiting(center)
    return Staffed(center, clock, desk)
