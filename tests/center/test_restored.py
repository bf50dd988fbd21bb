"""A restored center goes on in new incarnations, takes back what it lacks, and leases nothing twice."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sync.center.store.opening import Center
from sync.center.store.trouble import CenterError
from sync.center.units.invitations import invite
from sync.center.units.restored import waive
from sync.center.work.checking import verify
from sync.center.work.deciding import decide
from sync.center.work.listing import dossiers
from sync.journal.own import OwnJournals
from sync.protocol.engine import Receipt, latest_receipt
from sync.protocol.enrolling import EnrolRefused
from tests.center.places import CHANNEL, UNIT, EnrolledDesk, Place

ADDRESS = "http://127.0.0.1:8443"


def number(n: int) -> str:
    return f"{UNIT}-261123-{n:04d}"


def incarnation(center: Center) -> bytes:
    with center.store.snapshot() as ledger:
        now = OwnJournals(ledger, center.keys, center.entropy).current(CHANNEL)
    assert now is not None
    return now[0].incarnation


def receipt_of(desk: EnrolledDesk) -> Receipt:
    with desk.store.snapshot() as ledger:
        receipt = latest_receipt(ledger, desk.trusted.node)
    assert receipt is not None
    return receipt


def put_back(place: Place, copy: Path) -> None:
    shutil.rmtree(place.data)
    shutil.copytree(copy, place.data)


def test_a_center_put_back_from_a_copy_gets_everything_again(tmp_path: Path) -> None:
    place = Place(tmp_path)
    center = place.open()
    desk = EnrolledDesk(center, invite(center, UNIT, ADDRESS))
    desk.enrol()
    desk.receive(number(1))
    desk.exchange()
    before = incarnation(center)
    center.close()
    shutil.copytree(place.data, tmp_path / "copy")
    with place.open() as center:
        desk.center = center
        desk.receive(number(2))
        decide(center, number(1), "processing")
        assert desk.exchange().pending == 0
        late = EnrolledDesk(center, invite(center, UNIT, ADDRESS))
        late.enrol()
        desk.exchange()
    put_back(place, tmp_path / "copy")
    with place.open() as center:
        assert center.restored
        assert incarnation(center) != before
        desk.center = center
        assert [one["number"] for one in dossiers(center)] == [number(1)]
        assert desk.exchange().pending == 0
        found = {one["number"]: one["status"] for one in dossiers(center)}
        assert found == {number(1): "processing", number(2): "received"}
        assert verify(center)["ok"]
        decide(center, number(2), "processing")
        desk.exchange()
        assert desk.exchange().rounds == 1


def test_nothing_is_acknowledged_by_a_receipt_from_before_the_restore(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with place.open() as center:
        desk = EnrolledDesk(center, invite(center, UNIT, ADDRESS))
        desk.enrol()
        desk.receive(number(1))
        desk.exchange()
    shutil.copytree(place.data, tmp_path / "copy")
    with place.open() as center:
        desk.center = center
        desk.receive(number(2))
        assert desk.exchange().pending == 0
        before = receipt_of(desk)
    put_back(place, tmp_path / "copy")
    with place.open() as center:
        desk.center = center
        # one round: the receipt went back, and what it no longer covers waits again
        assert desk.exchange(1).pending == 1
        assert receipt_of(desk).incarnation != before.incarnation
        assert desk.exchange().pending == 0
        assert len(dossiers(center)) == 2


def test_it_leases_and_invites_only_where_it_has_heard_every_node_again(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with place.open() as center:
        desks = [EnrolledDesk(center, invite(center, UNIT, ADDRESS)) for _ in range(2)]
        for desk in desks:
            desk.enrol()
            desk.receive()
            desk.exchange()
        unused = invite(center, UNIT, ADDRESS)
    shutil.rmtree(tmp_path / "marks-1")
    shutil.rmtree(tmp_path / "marks-2")
    with place.open() as center:
        assert center.restored
        for desk in desks:
            desk.center = center
        with pytest.raises(CenterError, match=r"quầy (1, 2|2, 1)"):
            invite(center, UNIT, ADDRESS)
        with pytest.raises(EnrolRefused, match="center_restored"):
            EnrolledDesk(center, unused).enrol()
        invite(center, "H99.99.002", ADDRESS)
        desks[0].exchange(1)
        with pytest.raises(CenterError, match=r"quầy (1, 2|2, 1)"):
            invite(center, UNIT, ADDRESS)  # one message says not yet all that a desk knows
        desks[0].exchange()
        desks[0].exchange()
        with pytest.raises(CenterError, match="quầy 2"):
            invite(center, UNIT, ADDRESS)
        desks[1].exchange()
        desks[1].exchange()
        invite(center, UNIT, ADDRESS)
        assert EnrolledDesk(center, unused).enrol().desk == 3


def test_an_administrator_may_waive_it_by_name(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with place.open() as center:
        EnrolledDesk(center, invite(center, UNIT, ADDRESS)).enrol()
    shutil.rmtree(tmp_path / "marks-1")
    shutil.rmtree(tmp_path / "marks-2")
    with place.open() as center:
        with pytest.raises(CenterError, match="tên người"):
            waive(center, UNIT, " ")
        waive(center, UNIT, "Lê Văn Cường")
        invite(center, UNIT, ADDRESS)


def test_a_code_used_after_the_copy_was_made_is_not_given_to_another_key(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with place.open() as center:
        witness = EnrolledDesk(center, invite(center, UNIT, ADDRESS))
        witness.enrol()
        witness.exchange()
        invitation = invite(center, UNIT, ADDRESS)
    shutil.copytree(place.data, tmp_path / "copy")
    with place.open() as center:
        desk = EnrolledDesk(center, invitation)
        desk.enrol()
        witness.center = center
        witness.exchange()
    put_back(place, tmp_path / "copy")
    with place.open() as center:
        witness.center = desk.center = center
        for _ in range(2):
            witness.exchange()
            desk.exchange()
        with pytest.raises(EnrolRefused, match="code_used"):
            EnrolledDesk(center, invitation).enrol()


def test_a_lost_mark_of_two_is_not_a_restore(tmp_path: Path) -> None:
    place = Place(tmp_path)
    place.open().close()
    shutil.rmtree(tmp_path / "marks-2")
    with place.open() as center:
        assert not center.restored


def test_a_restore_that_took_the_marks_along_is_noticed_by_what_a_desk_holds(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with place.open() as center:
        desk = EnrolledDesk(center, invite(center, UNIT, ADDRESS))
        desk.enrol()
        desk.receive(number(1))
        desk.exchange()
    shutil.copytree(tmp_path, tmp_path.with_name(tmp_path.name + "-snapshot"))
    with place.open() as center:
        desk.center = center
        decide(center, number(1), "processing")
        desk.exchange()
    snapshot = Place(tmp_path.with_name(tmp_path.name + "-snapshot"))
    for name in ("center", "marks-1", "marks-2"):
        shutil.rmtree(tmp_path / name)
        shutil.copytree(snapshot.root / name, tmp_path / name)
    with place.open() as center:
        assert not center.restored, "nothing on this machine can tell"
        before = incarnation(center)
        desk.center = center
        desk.exchange()
        desk.exchange()
        assert incarnation(center) != before
        assert dossiers(center)[0]["status"] == "processing"
        assert verify(center)["ok"]
