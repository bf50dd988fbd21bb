"""Scans by way of a hub: whole at the center whatever is killed or cut, each byte up the line once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from desk_app.operations.attaching import attachments_of, files_of, open_attachment
from desk_app.operations.desk import Desk
from desk_app.operations.enrolment import enrol
from desk_app.operations.find import find
from desk_app.operations.hubs import SETTING
from desk_app.operations.receive import receive
from desk_app.operations.synchronise import SyncReport, synchronise
from desk_app.store.tables import tables_of
from sync.center.api.serving import EmbeddedServer
from sync.center.exchange.answering import enrolment, exchange
from sync.center.exchange.hub_scans import scans_below
from sync.center.exchange.scans import scan_files, tell_of_scans, uploads_of
from sync.center.exchange.upstream import Forwarded, forward, open_hub
from sync.center.store.opening import Center
from sync.center.units.invitations import invite
from sync.center.work.checking import verify
from sync.links.carrying import Answer
from sync.links.tus import ScanLink
from sync.model import kinds
from sync.protocol.ports import EXCHANGE_PATH, UNREACHABLE, LinkFailed, Post
from sync.protocol.retry import Pace
from tests.attachments.papers import heavy_png, small_jpeg
from tests.center.places import UNIT, Clock, Place
from tests.center.scanned import attach_to
from tests.offices import OFFICER, request

CHANNEL = f"unit:{UNIT}"


class Line:
    """A way for scans that counts what it carries, and breaks after `left` bytes (None: never)."""

    def __init__(self, link: ScanLink) -> None:
        self.link = link
        self.up = True
        self.left: int | None = None
        self.bytes_up = self.bytes_down = 0

    def __call__(self, method: str, url: str, headers: Mapping[str, str], body: bytes = b"") -> Answer:
        if not self.up:
            raise LinkFailed(UNREACHABLE, "down")
        if method == "PATCH" and self.left is not None and len(body) > self.left:
            if self.left:
                self.link.request(method, url, headers, body[: self.left])
                self.bytes_up += self.left
            self.left, self.up = 0, False
            raise LinkFailed(UNREACHABLE, "cut")
        if method == "PATCH" and self.left is not None:
            self.left -= len(body)
        self.bytes_up += len(body)
        answer = self.link.request(method, url, headers, body)
        self.bytes_down += len(answer.body)
        return answer


class Commune:
    """A center and a hub that are served, two desks; `wan` and `lan` are the lines."""

    def __init__(self, root: Path) -> None:
        self.root, self.clock = root, Clock()
        self.center = Place(root, self.clock).open()
        self.place = Place(root / "commune", self.clock, "hub")
        self.online, self.papers = True, 0
        line = invite(self.center, UNIT, "http://center.example", role=kinds.HUB, name="Xã Ví Dụ").encode()
        self.invitation = line
        self.hub = self.open_hub()
        self.servers = [EmbeddedServer(self.center), EmbeddedServer(self.hub)]
        for one in self.servers:
            one.__enter__()
        self.wan, self.lan = (Line(ScanLink(one.address)) for one in self.servers)
        self.desks = [self.new_desk(at) for at in (1, 2)]
        self.forward()

    def open_hub(self) -> Center:
        return open_hub(
            self.place.data,
            self.invitation,
            self.place.secrets,
            self.clock,
            marks=self.place.marks,
            post=self.to_center,
        )

    def new_desk(self, number: int) -> Desk:
        line = invite(self.center, UNIT, "http://center.example").encode()
        desk = enrol(self.root / f"desk-{number}", line, clock=self.clock, wished=number, post=self.to_center)
        with desk.writing() as ledger:
            value = {"node": self.hub.keys.node.hex(), "address": "http://hub.example"}
            tables_of(ledger).put_setting(SETTING, value)
        return desk

    def to_center(self, path: str, sealed: bytes) -> bytes:
        if not self.online:
            raise LinkFailed(UNREACHABLE, "down")
        return (exchange if path == EXCHANGE_PATH else enrolment)(self.center, sealed).sealed

    def to_hub(self, path: str, sealed: bytes) -> bytes:
        if not self.lan.up:
            raise LinkFailed(UNREACHABLE, "down")
        return (exchange if path == EXCHANGE_PATH else enrolment)(self.hub, sealed).sealed

    def cut(self) -> None:
        self.online = self.wan.up = False

    def heal(self) -> None:
        self.online = self.wan.up = True
        self.wan.left = None

    def sync(self, desk: Desk, *, direct: bool = False) -> SyncReport:
        post: Post = self.to_center
        return synchronise(desk, post, self.wan, hub_post=self.to_hub, hub_wire=self.lan, direct=direct).value

    def forward(self, **more: object) -> Forwarded:
        return forward(self.hub, self.to_center, Pace(), self.wan, **more)  # type: ignore[arg-type]

    def restart_hub(self) -> None:
        """It was killed, and comes back from its disk at another address."""
        self.servers.pop().__exit__(None, None, None)
        self.hub.close()
        self.hub = self.open_hub()
        again = EmbeddedServer(self.hub)
        again.__enter__()
        self.servers.append(again)
        self.lan.link = ScanLink(again.address)

    def received(self, desk: Desk) -> str:
        return receive(desk, [request()], OFFICER).value[0].number

    def close(self) -> None:
        for one in (self.wan.link, self.lan.link):
            one.close()
        for server in self.servers:
            server.__exit__(None, None, None)
        for desk in self.desks:
            desk.close()
        self.hub.close()
        self.center.close()


@pytest.fixture
def commune(tmp_path: Path) -> Iterator[Commune]:
    made = Commune(tmp_path)
    yield made
    made.close()


def left_at_hub(commune: Commune, desk: Desk, scan: bytes) -> str:
    """The number of a dossier whose scan the hub alone has: the commune's line is down."""
    number = commune.received(desk)
    attach_to(desk, number, scan)
    commune.cut()
    commune.sync(desk)
    return number


def length_of(desk: Desk, number: str) -> int:
    return sum(one.scan.file.length for one in attachments_of(desk, number))


def whole_at(center: Center, desk: Desk, number: str) -> bool:
    files = scan_files(center, CHANNEL)
    found = attachments_of(desk, number)
    return all(files.state(one.scan.name, one.scan.file.length, deep=True) == "whole" for one in found)


def states(desk: Desk, number: str) -> list[str]:
    return [one.state for one in attachments_of(desk, number)]


def test_a_scan_goes_to_the_neighbour_by_the_hub_while_the_line_is_down(commune: Commune) -> None:
    first, second = commune.desks
    number = commune.received(first)
    attach_to(first, number, small_jpeg())
    commune.cut()
    report = commune.sync(first)
    assert (report.via, report.scans_to_hub, report.scans_sent, report.scans_pending) == ("hub", 1, 0, 1)
    assert states(first, number) == ["at-hub"], "said for what it is: the hub's, not confirmed"
    assert commune.sync(first).scans_to_hub == 0
    commune.sync(second)
    assert states(second, number) == ["elsewhere"]
    with pytest.raises(Exception, match="chưa có ở máy này"):
        open_attachment(second, number, 1)
    commune.sync(second)
    assert open_attachment(second, number, 1)[1] == open_attachment(first, number, 1)[1]
    assert verify(commune.hub)["ok"]


def test_the_hub_carries_scans_up_and_the_center_alone_confirms_them(commune: Commune) -> None:
    first, _second = commune.desks
    number = left_at_hub(commune, first, small_jpeg())
    commune.heal()
    assert scans_below(commune.hub) == 1
    assert commune.forward().scans == 1
    assert scans_below(commune.hub) == 0
    assert whole_at(commune.center, first, number)
    assert commune.wan.bytes_up == length_of(first, number)
    commune.clock.advance(minutes=6)
    report = commune.sync(first)
    assert (report.scans_sent, report.scans_pending) == (0, 0), "asked, not sent again"
    assert states(first, number) == ["sent"]
    assert commune.wan.bytes_up == length_of(first, number)
    assert verify(commune.center)["ok"]


def test_what_the_hub_has_is_not_sent_up_the_thin_line_twice(commune: Commune) -> None:
    first, _second = commune.desks
    number = commune.received(first)
    attach_to(first, number, small_jpeg())
    report = commune.sync(first, direct=True)
    assert (report.scans_to_hub, report.scans_sent, commune.wan.bytes_up) == (1, 0, 0)
    commune.clock.advance(hours=25)
    assert commune.sync(first, direct=True).scans_sent == 1, "the hub had its day"
    assert commune.forward().scans == 0


def test_a_desk_whose_hub_died_sends_its_scans_itself(commune: Commune) -> None:
    first, _second = commune.desks
    number = left_at_hub(commune, first, small_jpeg())
    commune.heal()
    commune.lan.up = False
    report = commune.sync(first)
    assert (report.via, report.scans_sent, report.scans_pending) == ("center", 1, 0)
    assert whole_at(commune.center, first, number)


def test_a_hub_killed_while_a_scan_comes_goes_on_from_the_byte(commune: Commune) -> None:
    first, _second = commune.desks
    number = commune.received(first)
    attach_to(first, number, heavy_png())
    total = length_of(first, number)
    commune.cut()
    commune.lan.left = total // 3
    assert commune.sync(first).scans_to_hub == 0
    [upload] = uploads_of(commune.hub).open_ones()
    stood = uploads_of(commune.hub).offset(upload)
    assert 0 < stood < total
    commune.restart_hub()
    commune.lan.up, commune.lan.left = True, None
    assert commune.sync(first).scans_to_hub == 1
    assert commune.lan.bytes_up == total, "no byte that lay on the hub's disk came again"
    assert whole_at(commune.hub, first, number)


@settings(max_examples=8, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(cuts=st.lists(st.tuples(st.integers(0, 1000), st.booleans()), min_size=1, max_size=3))
def test_between_hub_and_center_no_acknowledged_byte_travels_again(
    commune: Commune, cuts: list[tuple[int, bool]]
) -> None:
    """The line is cut after any byte, the hub is killed or not, and again: each time another paper."""
    first = commune.desks[0]
    commune.heal()
    commune.papers += 1
    number = commune.received(first)
    attach_to(first, number, heavy_png(commune.papers, (200, 250)))
    total, before = length_of(first, number), commune.wan.bytes_up
    commune.cut()
    commune.sync(first)
    for thousandths, hub_dies in cuts:
        commune.heal()
        commune.wan.left = total * thousandths // (1000 * len(cuts))
        commune.forward()
        if hub_dies:
            commune.restart_hub()
    commune.heal()
    commune.forward()
    assert whole_at(commune.center, first, number)
    assert commune.wan.bytes_up - before == total
    assert scans_below(commune.hub) == 0
    assert verify(commune.center)["ok"]


def test_entries_of_a_desk_come_before_the_scans_that_wait(commune: Commune) -> None:
    first, _second = commune.desks
    number = left_at_hub(commune, first, heavy_png())
    commune.heal()
    turns = iter([True, False])
    assert commune.forward(allow=lambda: next(turns)).scans == 0
    assert commune.forward().scans == 1
    assert commune.wan.bytes_up == length_of(first, number)


def test_a_day_s_bytes_of_scans_are_kept_and_the_rest_goes_tomorrow(commune: Commune) -> None:
    first, _second = commune.desks
    number = commune.received(first)
    attach_to(first, number, heavy_png())
    total = length_of(first, number)
    commune.cut()
    commune.sync(first)
    commune.heal()
    commune.forward(daily_bytes=total - 1000)
    assert commune.wan.bytes_up == total - 1000
    commune.forward(daily_bytes=total - 1000)
    assert commune.wan.bytes_up == total - 1000
    commune.clock.advance(days=1)
    assert commune.forward(daily_bytes=total - 1000).scans == 1
    assert commune.wan.bytes_up == total


def test_a_scan_that_went_past_the_hub_is_brought_by_the_neighbour_who_has_it(commune: Commune) -> None:
    """It was sent before there was a hub, and now there is no line."""
    first, second = commune.desks
    number = commune.received(first)
    attach_to(first, number, small_jpeg())
    commune.lan.up = False
    commune.sync(first)
    assert states(first, number) == ["sent"]
    commune.lan.up = True
    commune.sync(first)
    commune.cut()
    commune.sync(second)
    with pytest.raises(Exception, match="chưa có ở máy này"):
        open_attachment(second, number, 1)
    commune.sync(second)
    [scan] = attachments_of(second, number)
    assert "hỏi các quầy khác" in scan.problem
    assert commune.sync(first).scans_to_hub == 1
    commune.sync(second)
    assert open_attachment(second, number, 1)
    assert attachments_of(second, number)[0].problem == ""
    assert commune.sync(first).scans_to_hub == 0, "and once is enough"


def test_a_scan_that_no_neighbour_has_comes_from_the_center_at_once(commune: Commune) -> None:
    first, second = commune.desks
    number = commune.received(first)
    attach_to(first, number, small_jpeg())
    commune.lan.up = False
    commune.sync(first)
    commune.lan.up = True
    commune.sync(second, direct=True)
    with pytest.raises(Exception, match="chưa có ở máy này"):
        open_attachment(second, number, 1)
    commune.sync(second)
    assert open_attachment(second, number, 1)


@pytest.mark.parametrize("harm", ["missing", "damaged"])
def test_a_scan_the_hub_lost_is_said_there_and_brought_again(commune: Commune, harm: str) -> None:
    first, _second = commune.desks
    number = left_at_hub(commune, first, small_jpeg())
    [one] = attachments_of(first, number)
    path = scan_files(commune.hub, CHANNEL).path(one.scan.name)
    if harm == "missing":
        path.unlink()
    else:
        path.write_bytes(bytes(one.scan.file.length))
    commune.heal()
    commune.forward()
    assert not whole_at(commune.center, first, number), "nothing that is not the file ever counts"
    assert commune.wan.bytes_up == 0
    commune.cut()
    assert commune.sync(first).scans_to_hub == 1
    commune.heal()
    assert commune.forward().scans == 1
    assert whole_at(commune.center, first, number)
    assert verify(commune.hub)["ok"]


def test_a_restored_center_is_brought_every_scan_again(commune: Commune) -> None:
    from sync.protocol.answering import forget_incarnation

    first, _second = commune.desks
    number = commune.received(first)
    [name] = [attach_to(first, number, small_jpeg())]
    commune.sync(first)
    commune.forward()
    assert scans_below(commune.hub) == 0
    scan_files(commune.center, CHANNEL).remove(name)
    with commune.center.store.transaction() as ledger:
        forget_incarnation(ledger)
    commune.forward()
    assert commune.forward().scans + int(whole_at(commune.center, first, number)) >= 1
    assert whole_at(commune.center, first, number)


def test_nobody_outside_the_unit_is_told_or_given_anything_by_the_hub(commune: Commune) -> None:
    first, _second = commune.desks
    number = commune.received(first)
    name = attach_to(first, number, small_jpeg())
    commune.sync(first)
    link = commune.lan.link
    for token in ("", "rubbish"):
        headers = {"Authorization": f"Motcua {token}"}
        assert link.request("GET", f"/v1/scans/held/{name.hex()}", headers).status == 403
    assert find(first, number)
    assert files_of(first).state(name, length_of(first, number)) == "whole"


def test_a_lying_hub_confirms_nothing(commune: Commune, monkeypatch: pytest.MonkeyPatch) -> None:
    from sync.journal.ledger import Ledger
    from sync.protocol.answering import Visit

    first, _second = commune.desks
    number = commune.received(first)
    attach_to(first, number, small_jpeg())

    def boast(center: Center, ledger: Ledger, visit: Visit) -> None:
        if center is commune.hub:
            visit.scans_held += visit.scans
        else:
            tell_of_scans(center, ledger, visit)

    monkeypatch.setattr("sync.center.exchange.answering.tell_of_scans", boast)
    commune.cut()
    report = commune.sync(first)
    assert (report.scans_pending, states(first, number)) == (1, ["at-hub"])
    commune.heal()
    commune.clock.advance(hours=25)
    assert commune.sync(first).scans_pending == 0, "the center lacked it, and got it from the desk itself"
    assert whole_at(commune.center, first, number)
