"""A real center and the real desks of one commune, in a test's folder; the line between them may be cut."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from desk_app.operations.desk import Desk
from desk_app.operations.enrolment import enrol
from desk_app.operations.hubs import SETTING
from desk_app.operations.receive import receive
from desk_app.operations.synchronise import SyncReport, synchronise
from desk_app.store.tables import tables_of
from sync.center.exchange.answering import enrolment, exchange
from sync.center.exchange.upstream import forward, open_hub
from sync.center.store.opening import Center
from sync.center.units.invitations import invite
from sync.journal.port import JournalStore
from sync.model import kinds
from sync.model.heads import root_of
from sync.protocol.engine import ENROL_PATH
from sync.protocol.ports import LinkFailed
from sync.protocol.retry import Pace
from tests.center.places import Clock, Place
from tests.offices import OFFICER, UNIT, MovedClock, request


@dataclass
class Commune:
    """`center` and enrolled `desks`; `cut`: there is no line."""

    root: Path
    count: int = 2
    clock: MovedClock = field(default_factory=MovedClock)
    cut: bool = False
    center: Center = field(init=False)
    desks: list[Desk] = field(init=False, default_factory=list)

    def __post_init__(self) -> None:
        place = Place(self.root)
        place.clock = Clock(self.clock.now)
        self.center_clock = place.clock
        self.center = place.open()
        self.desks = [self.enrolled(number) for number in range(1, self.count + 1)]
        for _round in range(2):
            for desk in self.desks:
                self.sync(desk)

    def enrolled(self, number: int) -> Desk:
        line = invite(self.center, UNIT, "http://127.0.0.1:9", name="Ủy ban nhân dân xã Ví Dụ").encode()
        folder = self.root / f"desk-{number}"
        return enrol(folder, line, clock=self.clock, wished=number, post=self.post)

    def post(self, path: str, body: bytes) -> bytes:
        if self.cut:
            raise LinkFailed("unreachable")
        return (enrolment if path == ENROL_PATH else exchange)(self.center, body).sealed

    def sync(self, desk: Desk) -> SyncReport:
        return synchronise(desk, self.post).value

    def received(self, desk: Desk, count: int = 1) -> list[str]:
        return [one.number for one in receive(desk, [request() for _ in range(count)], OFFICER).value]

    def forward(self, **amount: float) -> None:
        self.clock.forward(**amount)
        self.center_clock.advance(**amount)

    def roots(self) -> set[bytes]:
        """One when everybody holds the same."""
        found = set()
        stores: list[JournalStore] = [self.center.store, *(desk.store for desk in self.desks)]
        for store in stores:
            with store.snapshot() as ledger:
                found.add(root_of(ledger.heads(f"unit:{UNIT}")))
        return found

    def close(self) -> None:
        for desk in self.desks:
            desk.close()
        self.center.close()


@dataclass
class HubCommune(Commune):
    """The same with a hub between; `cut`: there is no line out of the commune, `lan`: the hub is reached."""

    lan: bool = True
    hub: Center = field(init=False)

    def __post_init__(self) -> None:
        super().__post_init__()
        place = Place(self.root / "hub", self.center_clock, "hub")
        line = invite(self.center, UNIT, "http://127.0.0.1:9", role=kinds.HUB).encode()
        self.hub = open_hub(
            place.data, line, place.secrets, self.center_clock, marks=place.marks, post=self.post
        )
        for desk in self.desks:
            self.sync(desk)  # brings the hub's certificate
            with desk.writing() as ledger:
                kept = {"node": self.hub.keys.node.hex(), "address": "http://127.0.0.1:9"}
                tables_of(ledger).put_setting(SETTING, kept)
        self.forward_up()
        for desk in self.desks:
            self.sync(desk)

    def to_hub(self, path: str, body: bytes) -> bytes:
        if not self.lan:
            raise LinkFailed("unreachable")
        return exchange(self.hub, body).sealed

    def sync(self, desk: Desk) -> SyncReport:
        return synchronise(desk, self.post, hub_post=self.to_hub).value

    def forward_up(self) -> None:
        """The hub and its center exchange, if they can."""
        forward(self.hub, self.post, Pace())

    def close(self) -> None:
        super().close()
        self.hub.close()
