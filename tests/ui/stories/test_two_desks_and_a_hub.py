"""Two desks and a hub in one commune: the line is down, the hub dies, and the counter goes on."""

from __future__ import annotations

import json
import threading
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from itertools import count
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from desk_app.operations.desk import open_desk
from desk_app.operations.enrolment import enrol
from desk_app.operations.find import find, show
from desk_app.operations.hubs import use_hub
from desk_app.operations.receipts import sync_state
from sync.center.api.app import who
from sync.center.exchange.answering import enrolment, exchange
from sync.center.exchange.upstream import forward, open_hub
from sync.center.units.invitations import invite
from sync.center.work.checking import verify
from sync.center.work.listing import dossiers
from sync.links.carrying import Answer, Wire
from sync.model import kinds
from sync.model.status import Status
from sync.protocol.ports import EXCHANGE_PATH, UNREACHABLE, LinkFailed, Post
from sync.protocol.retry import Pace
from tests.center.places import Place
from tests.ui.centers import WiredCenter
from tests.ui.following import ask_for, do, write
from tests.ui.results import desk_of, returning
from tests.ui.steps import NINE_FIFTEEN, UNIT, Counter, found_office, press, type_in

HUB = "http://192.168.1.10:8443"
ADDRESS = "http://127.0.0.1:9"
LOOKS = 25
"""Looks at what is waited for between two exchanges that are asked for."""


def no_scan(method: str, url: str, headers: Mapping[str, str], body: bytes = b"") -> Answer:
    raise LinkFailed(UNREACHABLE, f"{method} {url}: nobody answers")


class Commune(WiredCenter):
    """A center behind a wire (`cut`: the line of the commune is down), and the commune's hub (`alive`)."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        place = Place(root / "commune", self.center.clock, "hub")  # type: ignore[arg-type]
        line = invite(self.center, UNIT, ADDRESS, role=kinds.HUB).encode()
        self.hub = open_hub(
            place.data, line, place.secrets, self.center.clock, marks=place.marks, post=self.post
        )
        self.alive = True
        self.answering = threading.Lock()

    def to_hub(self, path: str, sealed: bytes) -> bytes:
        with self.answering:
            if not self.alive:
                raise LinkFailed(UNREACHABLE, "nobody answers")
            return (exchange if path == EXCHANGE_PATH else enrolment)(self.hub, sealed).sealed

    def ways_to(self, address: str, pins: object = ()) -> tuple[Post, Wire]:
        """What stands in for the network inside the house; no scan travels in this story."""
        return (self.to_hub if address == HUB else self.post), no_scan

    def forward(self) -> None:
        """The hub and the center exchange."""
        assert forward(self.hub, self.post, Pace()).reached

    def found_desk(self, data: Path, officer: str) -> Path:
        """A desk of the commune, enrolled while the line was still up, that knows the hub."""
        if officer:
            line = invite(self.center, UNIT, ADDRESS).encode()
            enrol(data, line, clock=lambda: NINE_FIFTEEN, officer=officer, post=self.post).close()
        else:
            self.adopt(found_office(data))
        desk = open_desk(data, lambda: NINE_FIFTEEN)
        use_hub(desk, HUB, look=lambda _address: json.dumps(who(self.hub)).encode())
        desk.close()
        return data

    def kill_hub(self) -> None:
        with self.answering:
            self.alive = False
            self.hub.close()

    def close(self) -> None:
        if self.alive:
            self.kill_hub()
        super().close()


@pytest.fixture
def commune(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Commune]:
    made = Commune(tmp_path / "center")
    monkeypatch.setattr("desk_app.operations.synchronise.ways_to", made.ways_to)
    yield made
    made.close()


def sit_at(counter: Counter) -> Counter:
    """The next keys go to this window."""
    counter.window.activateWindow()
    counter.until(lambda: QApplication.activeWindow() is counter.window)
    return counter


def ask(counter: Counter) -> None:
    """What the timer does: an exchange now, or right after the running one."""
    assert counter.running.worker is not None
    counter.running.worker.request()


def receive_at(counter: Counter, name: str) -> str:
    """A citizen without a card, all by keys."""
    form = sit_at(counter).intake.form
    counter.go(Qt.Key.Key_F2)
    counter.until(form.procedure.search.hasFocus)
    type_in("dkks")
    counter.until(lambda: form.procedure.search.open)
    press(Qt.Key.Key_Return)
    type_in(name)
    press(Qt.Key.Key_Return)
    press(Qt.Key.Key_F9)
    counter.until(lambda: find(desk_of(counter), name))
    number = find(desk_of(counter), name)[0].number
    counter.until(lambda: number in dict(counter.printed))
    return number


def status_at(counter: Counter, number: str) -> Status | None:
    rows = [row for row in find(desk_of(counter), number) if row.number == number]
    return show(desk_of(counter), rows[0].id).dossier.status if rows else None


def exchanging_until(true: Callable[[], object], *counters: Counter) -> None:
    """These desks exchange now and then until it is so: the other has it only when it was given first."""
    looks = count()

    def looked() -> bool:
        if true():
            return True
        if next(looks) % LOOKS == 0:
            for counter in counters:
                ask(counter)
        return False

    counters[0].until(looked)


def passed_on(there: Counter, here: Counter, number: str, status: Status) -> None:
    """What was done there comes here by exchanges alone."""
    exchanging_until(lambda: status_at(here, number) is status, here, there)


def return_at(counter: Counter, number: str, name: str) -> None:
    """The result lies at the desk (an act by its name), and is given out on the identity check."""
    sit_at(counter)
    assert counter.running.session is not None
    counter.running.session.open_dossier(find(desk_of(counter), number)[0].id)
    page = counter.finding.dossier
    counter.until(lambda: page.title.text() == number and page.reprint.isVisible())
    page.reprint.setFocus()
    ask_for(counter, page.pane, "da co ket qua")
    write("Giấy khai sinh")
    do(counter, page)
    counter.until(lambda: status_at(counter, number) is Status.DONE)
    counter.go(Qt.Key.Key_F4)
    giving = returning(counter)
    counter.until(giving.search.hasFocus)
    type_in(number[-4:])
    counter.until(lambda: giving.search.open)
    press(Qt.Key.Key_Return)
    counter.until(lambda: giving.part.found is not None and giving.part.found.dossier.number == number)
    QTest.keyClick(counter.window, Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    lines = giving.part.collector.lines
    counter.until(lines["checked"].hasFocus)
    type_in("CCCD 990199000123")
    press(Qt.Key.Key_Tab)
    counter.until(lines["reason"].hasFocus)
    type_in(f"{name} để quên phiếu")
    press(Qt.Key.Key_F9)
    counter.until(lambda: status_at(counter, number) is Status.RETURNED)


def all_acknowledged(counter: Counter) -> bool:
    return sync_state(desk_of(counter)).pending == 0


def says_acknowledged(counter: Counter) -> bool:
    return "đã nhận" in counter.window.status.sync.text()


def returned_times(counter: Counter, number: str) -> int:
    history = show(desk_of(counter), number).dossier.history
    return sum(one.details.get("to") == Status.RETURNED for one in history)


def test_a_dossier_received_at_one_desk_is_returned_at_the_other_without_line_and_without_hub(
    tmp_path: Path, commune: Commune, opened: Callable[..., Counter]
) -> None:
    places = commune.found_desk(tmp_path / "one", ""), commune.found_desk(tmp_path / "two", "Lê Văn Hai")
    commune.forward()
    commune.cut = True
    first, second = (opened(data, post=commune.post).ready() for data in places)

    # The line is down, the hub carries: received here, returned there, seen here again.
    by_hub = receive_at(first, "Đỗ Thị Hạnh")
    passed_on(first, second, by_hub, Status.RECEIVED)
    return_at(second, by_hub, "Đỗ Thị Hạnh")
    passed_on(second, first, by_hub, Status.RETURNED)
    assert sync_state(desk_of(first)).pending > 0, "a hub's word acknowledges nothing"
    assert dossiers(commune.center) == []

    # The hub dies too: each desk carries on alone, with numbers of its own.
    commune.kill_hub()
    alone = receive_at(first, "Lý Văn Tư")
    also = receive_at(second, "Hồ Thị Năm")
    assert len({by_hub, alone, also}) == 3
    ask(first)
    first.until(lambda: "Ngoại tuyến – 2 hồ sơ chờ gửi" in first.window.status.sync.text())
    assert status_at(second, alone) is None

    # The line is back, the hub is not: the desks call the center themselves.
    commune.cut = False
    exchanging_until(lambda: all(map(all_acknowledged, (first, second))), first, second)
    passed_on(first, second, alone, Status.RECEIVED)
    return_at(second, alone, "Lý Văn Tư")
    passed_on(second, first, alone, Status.RETURNED)
    passed_on(second, first, also, Status.RECEIVED)
    for counter in (first, second):
        assert [returned_times(counter, number) for number in (by_hub, alone, also)] == [1, 1, 0]
        ask(counter)
        counter.until(partial(says_acknowledged, counter))
    held = {row["number"]: row["status"] for row in dossiers(commune.center)}
    assert held == {by_hub: "returned", alone: "returned", also: "received"}
    assert verify(commune.center)["ok"]
