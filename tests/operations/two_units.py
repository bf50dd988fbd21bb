"""Two communes under one real center, each with a desk; the line is a function call."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from desk_app.operations.acting import act_on
from desk_app.operations.desk import Desk
from desk_app.operations.enrolment import enrol
from desk_app.operations.find import find, show
from desk_app.operations.receive import receive
from desk_app.operations.synchronise import synchronise
from desk_app.store.search import DossierRow
from sync.acts.requests import IntakeRequest
from sync.center.exchange.answering import enrolment, exchange
from sync.center.store.dialect import Engines
from sync.center.store.opening import Center, introduce
from sync.center.store.store import CenterStore
from sync.center.units.invitations import invite
from sync.identity.keys import NodeKeys
from sync.model.dossier import Dossier
from sync.protocol.ports import EXCHANGE_PATH
from tests.center.places import Place
from tests.offices import OFFICER, MovedClock, request

A, B, NEW = "H99.99.001", "H99.99.002", "H99.99.009"
NAMES = {A: "UBND xã An Bình", B: "UBND xã Bình Minh", NEW: "UBND xã Minh An"}
ADDRESS = "http://center.example"


class TwoUnits:
    """`desk_a` and `desk_b` are enrolled desks of `A` and `B`."""

    def __init__(self, folder: Path, engines: Engines | None = None) -> None:
        """`engines`: the center's database, empty; a file of its own in place of that."""
        self.folder, self.clock = folder, MovedClock()
        self.place = Place(folder / "center", self.clock)  # type: ignore[arg-type]
        self.center: Center = self.place.open() if engines is None else self._center_on(engines)
        self.desk_a = self.enrolled(A)
        self.desk_b = self.enrolled(B)
        self.open = [self.desk_a, self.desk_b]
        self.sync(2)

    def _center_on(self, engines: Engines) -> Center:
        keys = NodeKeys.generate()
        store = CenterStore(engines, {keys.node: keys.public}, carries=True)
        store.migrate()
        data = self.folder / "center"
        data.mkdir()
        center = Center(data, "H99", "Trung tâm", keys, store, self.clock)
        introduce(center)
        return center

    def post(self, path: str, body: bytes) -> bytes:
        """The line to the center."""
        return (exchange if path == EXCHANGE_PATH else enrolment)(self.center, body).sealed

    def enrolled(self, unit: str, name: str = "") -> Desk:
        """One more desk of a unit."""
        line = invite(self.center, unit, ADDRESS, name=NAMES[unit]).encode()
        return enrol(self.folder / (name or unit), line, clock=self.clock, post=self.post)

    def sync(self, rounds: int = 2, *desks: Desk) -> None:
        """Exchanges until both sides have what the other wrote."""
        for _ in range(rounds):
            for desk in desks or self.open:
                report = synchronise(desk, self.post).value
                assert (report.reached, report.problem) == (True, "")

    def received(self, desk: Desk, for_unit: str = "") -> str:
        """A dossier received at a desk; its number."""
        asked: IntakeRequest = request()
        return receive(desk, [replace(asked, for_unit=for_unit)], OFFICER).value[0].number

    def act(self, desk: Desk, number: str, act: str, /, **given: object) -> Dossier:
        """An act of an officer."""
        return act_on(desk, number, act, given, OFFICER).value

    def close(self) -> None:
        for desk in self.open:
            desk.close()
        self.center.close()


def row(desk: Desk, number: str) -> DossierRow:
    """The dossier as a list shows it."""
    [one] = find(desk, number)
    return one


def state(desk: Desk, number: str) -> Dossier:
    """The dossier as its page shows it."""
    return show(desk, number).dossier
