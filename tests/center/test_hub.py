"""A hub in the commune: desks see each other with the line down, and only the center's word acknowledges."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from sync.center.exchange.answering import enrolment, exchange
from sync.center.exchange.upstream import Forwarder, enrolled, forward, open_hub
from sync.center.store.opening import Center
from sync.center.store.trouble import CenterError
from sync.center.units.invitations import invite
from sync.center.work.checking import verify
from sync.center.work.deciding import decide
from sync.center.work.listing import dossiers
from sync.identity.certificates import read_invitation
from sync.identity.keys import NodeKeys
from sync.model import kinds
from sync.protocol.draining import Drained, drain
from sync.protocol.ports import EXCHANGE_PATH, UNREACHABLE, LinkFailed
from sync.protocol.receipts import latest_receipt, pending_entries, read_receipt
from sync.protocol.relaying import relay_note, take_receipts
from sync.protocol.retry import Pace
from tests.center.places import UNIT, EnrolledDesk, Place

ADDRESS = "http://center.example"


class Commune:
    """A center, a hub enrolled at it, and desks; `wan` and `lan` say which lines are up."""

    def __init__(self, folder: Path, center: Center) -> None:
        self.folder, self.center = folder, center
        self.wan = self.lan = True
        self.place = Place(folder / "commune", center.clock, "hub")  # type: ignore[arg-type]
        self.hub = self.new_hub(self.place)
        self.desks: list[EnrolledDesk] = []

    def new_hub(self, place: Place) -> Center:
        line = invite(self.center, UNIT, ADDRESS, role=kinds.HUB).encode()
        return open_hub(
            place.data, line, place.secrets, self.center.clock, marks=place.marks, post=self.to_center
        )

    def to_center(self, path: str, sealed: bytes) -> bytes:
        if not self.wan:
            raise LinkFailed(UNREACHABLE, "down")
        return (exchange if path == EXCHANGE_PATH else enrolment)(self.center, sealed).sealed

    def to_hub(self, path: str, sealed: bytes) -> bytes:
        if not self.lan:
            raise LinkFailed(UNREACHABLE, "down")
        return (exchange if path == EXCHANGE_PATH else enrolment)(self.hub, sealed).sealed

    def desk(self) -> EnrolledDesk:
        invitation = read_invitation(invite(self.center, UNIT, ADDRESS).encode())
        desk = EnrolledDesk(self.center, invitation, post=self.to_center)
        desk.enrol()
        desk.exchange()
        self.desks.append(desk)
        return desk

    def meet(self, desk: EnrolledDesk, rounds: int = 20) -> Drained:
        """A desk and the hub exchange."""
        clock, hub = self.center.clock, self.hub.keys.public
        return drain(desk.store, desk.keys, hub, self.to_hub, clock, Pace(), max_rounds=rounds)

    def forward(self) -> Drained:
        """The hub and the center exchange."""
        return forward(self.hub, self.to_center, Pace()).entries

    def pending(self, desk: EnrolledDesk) -> int:
        """Entries of a desk that no receipt of the center covers."""
        with desk.store.snapshot() as ledger:
            return pending_entries(ledger, desk.keys.node, self.center.keys.node).entries


@pytest.fixture
def commune(tmp_path: Path) -> Iterator[Commune]:
    with opened(tmp_path) as found:
        yield found


@contextmanager
def opened(folder: Path) -> Iterator[Commune]:
    with Place(folder).open() as center:
        found = Commune(folder, center)
        try:
            yield found
        finally:
            found.hub.close()


def seen(desk: EnrolledDesk, dossier: bytes) -> str:
    """A dossier's status as a desk sees it; empty when it does not."""
    with desk.store.snapshot() as ledger:
        found = ledger.dossier(desk.channel, dossier)
    return str(found.status) if found else ""


def test_desks_see_each_others_dossiers_while_the_line_is_down(commune: Commune) -> None:
    first, second = commune.desk(), commune.desk()
    commune.forward()
    commune.wan = False
    (dossier,) = first.receive("H26.16.05-260105-0001")
    assert commune.meet(first).reached
    assert commune.meet(second).reached
    assert seen(second, dossier) == "received"
    second.status(dossier, "done")
    second.status(dossier, "returned")
    commune.meet(second)
    commune.meet(first)
    assert seen(first, dossier) == "returned"
    assert commune.pending(first) > 0, "a hub's word acknowledges nothing"


def test_the_hub_passes_journals_up_and_the_centers_receipts_down(commune: Commune) -> None:
    first, second = commune.desk(), commune.desk()
    numbers = [f"H26.16.05-260105-{at:04d}" for at in range(1, 121)]
    ids = first.receive(*numbers)
    commune.meet(first)
    commune.meet(second)
    second.status(ids[0], "done")
    commune.meet(second)
    assert dossiers(commune.center) == []
    commune.forward()
    held = {one["number"]: one["status"] for one in dossiers(commune.center)}
    assert set(held) == set(numbers)
    assert held[numbers[0]] == "done"
    # nobody but the hub has spoken with the center since; yet its word reaches the desks
    commune.forward()
    for desk in (first, second):
        commune.meet(desk)
        assert commune.pending(desk) == 0
        with desk.store.snapshot() as ledger:
            assert latest_receipt(ledger, commune.center.keys.node) is not None
    assert verify(commune.center)["ok"]
    assert verify(commune.hub)["ok"]


def test_a_decision_of_the_center_reaches_the_desk_through_the_hub(commune: Commune) -> None:
    desk = commune.desk()
    number = "H26.16.05-260105-0001"
    (dossier,) = desk.receive(number)
    commune.meet(desk)
    commune.forward()
    decide(commune.center, number, "processing", "Giao công chức tư pháp")
    commune.forward()
    commune.meet(desk)
    assert seen(desk, dossier) == "processing"


def test_desks_carry_on_alone_when_the_hub_dies_and_a_new_hub_learns_everything(commune: Commune) -> None:
    first, second = commune.desk(), commune.desk()
    (early,) = first.receive("H26.16.05-260105-0001")
    commune.meet(first)
    commune.lan = False
    (late,) = first.receive("H26.16.05-260105-0002")
    assert not commune.meet(first).reached
    first.exchange()
    assert commune.pending(first) == 0
    commune.hub.close()
    commune.hub = commune.new_hub(Place(commune.folder / "commune", commune.center.clock, "again"))  # type: ignore[arg-type]
    commune.lan = True
    commune.forward()
    commune.meet(second)
    assert (seen(second, early), seen(second, late)) == ("received", "received")


def test_a_hub_enrols_leases_and_invites_nobody(commune: Commune) -> None:
    with pytest.raises(CenterError, match="đầu mối"):
        invite(commune.hub, UNIT, ADDRESS)
    desk = commune.desk()
    commune.meet(desk)
    with commune.hub.store.snapshot() as ledger:
        own = [one for channel in ledger.rows.channels() for _row, one in ledger.rows.journals(channel)]
    assert commune.hub.keys.node not in {one.node for one in own}
    assert enrolled(commune.hub)


def test_an_enrolment_at_the_hub_is_the_centers(commune: Commune, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sync.center.exchange.upstream.post_to", lambda _upstream: commune.to_center)
    invitation = read_invitation(invite(commune.center, UNIT, ADDRESS).encode())
    desk = EnrolledDesk(commune.center, invitation, post=commune.to_hub)
    desk.enrol()
    assert commune.meet(desk).problem == ""
    commune.wan = False
    with pytest.raises(CenterError, match="trung tâm"):
        EnrolledDesk(commune.center, invitation, post=commune.to_hub).enrol()


def test_a_receipt_that_no_center_signed_is_worth_nothing_whoever_carries_it(commune: Commune) -> None:
    desk = commune.desk()
    desk.receive("H26.16.05-260105-0001")
    commune.meet(desk)
    commune.forward()
    commune.forward()
    with commune.hub.store.snapshot() as ledger:
        raw = ledger.rows.note(relay_note(desk.keys.node))
    assert raw is not None
    true = read_receipt(raw)
    stranger = NodeKeys.generate()
    for forged in (
        true.signed(stranger).encode(),
        raw[:-1] + bytes((raw[-1] ^ 1,)),
        raw[:40],
        b"",
    ):
        with desk.store.transaction() as ledger:
            take_receipts(ledger, desk.record_of(ledger), [forged], direct=True)
        assert commune.pending(desk) > 0
    with desk.store.transaction() as ledger:
        take_receipts(ledger, desk.record_of(ledger), [raw], direct=False)
    assert commune.pending(desk) == 0


def test_a_hubs_folder_opens_again_with_the_same_invitation_and_no_other_center(
    commune: Commune, tmp_path: Path
) -> None:
    commune.hub.close()
    place = commune.place
    line = invite(commune.center, UNIT, ADDRESS, role=kinds.HUB).encode()
    again = open_hub(place.data, line, place.secrets, commune.center.clock, marks=place.marks)
    again.close()
    with Place(tmp_path / "other").open() as other:
        foreign = invite(other, UNIT, ADDRESS, role=kinds.HUB).encode()
    with pytest.raises(CenterError, match="trung tâm khác"):
        open_hub(place.data, foreign, place.secrets, commune.center.clock, marks=place.marks)
    commune.hub = open_hub(place.data, line, place.secrets, commune.center.clock, marks=place.marks)


def test_a_desks_invitation_makes_no_hub(commune: Commune, tmp_path: Path) -> None:
    line = invite(commune.center, UNIT, ADDRESS).encode()
    place = Place(tmp_path / "wrong", commune.center.clock, "hub")  # type: ignore[arg-type]
    with pytest.raises(CenterError, match="role_differs"):
        open_hub(
            place.data,
            line,
            place.secrets,
            commune.center.clock,
            marks=place.marks,
            post=commune.to_center,
        )


def test_the_hub_goes_on_calling_whatever_comes_of_it(commune: Commune) -> None:
    asked = threading.Semaphore(0)
    troubles = iter([LinkFailed(UNREACHABLE, "down")])

    def post(path: str, sealed: bytes) -> bytes:
        asked.release()
        for trouble in troubles:
            raise trouble
        return commune.to_center(path, sealed)

    forwarder = Forwarder(commune.hub, post, every=0.05)
    forwarder.start()
    try:
        for _turn in range(4):
            assert asked.acquire(timeout=30)
    finally:
        forwarder.stop()


def test_something_new_at_the_hub_is_passed_on_soon(commune: Commune) -> None:
    desk = commune.desk()
    answered = threading.Semaphore(0)

    def post(path: str, sealed: bytes) -> bytes:
        answer = commune.to_center(path, sealed)
        answered.release()
        return answer

    forwarder = Forwarder(commune.hub, post, every=3600.0)
    forwarder.start()
    try:
        desk.receive("H26.16.05-260105-0001")
        commune.meet(desk)
        while not dossiers(commune.center):
            assert answered.acquire(timeout=30)
        assert [one["number"] for one in dossiers(commune.center)] == ["H26.16.05-260105-0001"]
    finally:
        forwarder.stop()
