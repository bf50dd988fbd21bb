"""Enrolment and leases: one code, one key, one answer; no number can be given twice."""

from __future__ import annotations

import os
from datetime import timedelta
from itertools import combinations
from pathlib import Path

import pytest

from sync.center.store.trouble import CenterError
from sync.center.units.invitations import invite, remember_address
from sync.center.units.tree import Unit, add_unit, units
from sync.center.work.checking import verify
from sync.center.work.listing import dossiers
from sync.identity.certificates import read_invitation
from sync.journal.memory import MemoryStore
from sync.journal.own import OwnJournals
from sync.model.moment import day_of
from sync.model.number import Lease, main_range
from sync.protocol.enrolling import EnrolRefused
from tests.center.places import CHANNEL, START, UNIT, Clock, EnrolledDesk, Place

ADDRESS = "http://127.0.0.1:8443"


def test_an_invitation_holds_address_unit_code_and_the_centers_keys(tmp_path: Path) -> None:
    with Place(tmp_path).open() as center:
        remember_address(center, ADDRESS)
        found = read_invitation(invite(center, UNIT, name="UBND xã Minh Châu").encode())
        assert (found.address, found.unit, found.center) == (ADDRESS, UNIT, center.keys.public)
        assert units(center) == [Unit(UNIT, "UBND xã Minh Châu")]


@pytest.mark.parametrize("address", ["", "ftp://x", "http://", "http://x:99999", "http://a b", "x" * 600])
def test_an_invitation_without_a_sound_address_is_refused(tmp_path: Path, address: str) -> None:
    with Place(tmp_path).open() as center:
        with pytest.raises(CenterError, match="ịa chỉ"):
            invite(center, UNIT, address)
        assert units(center) == []


def test_a_new_desk_gets_its_place_and_numbers_at_its_first_exchange(tmp_path: Path) -> None:
    with Place(tmp_path).open() as center:
        desk = EnrolledDesk(center, invite(center, UNIT, ADDRESS))
        certificate = desk.enrol()
        assert (certificate.desk, certificate.reads, certificate.writes) == (
            1,
            (CHANNEL, center.channel),
            (CHANNEL, f"audit:{UNIT}"),
        )
        desk.receive()  # opens its journal
        assert desk.exchange().pending == 0
        main = [one for one in desk.leases() if not one.spare]
        assert [(one.first, one.last, one.incarnation) for one in main] == [
            (1, 999, desk.journal().incarnation)
        ]
        assert len([one for one in desk.leases() if one.spare]) == 3
        assert desk.exchange().rounds == 1, "nothing more to say"
        assert verify(center)["ok"]


def test_the_same_key_gets_the_same_answer_for_ever_and_another_none(tmp_path: Path) -> None:
    clock = Clock()
    with Place(tmp_path, clock).open() as center:
        invitation = invite(center, UNIT, ADDRESS)
        desk = EnrolledDesk(center, invitation)
        first = desk.enrol()
        clock.advance(days=400)
        assert desk.enrol() == first
        with pytest.raises(EnrolRefused, match="code_used"):
            EnrolledDesk(center, invitation).enrol()
        with center.store.snapshot() as ledger:
            assert len(ledger.rows.leases(CHANNEL)) == 3


def test_a_code_expires_by_the_centers_clock(tmp_path: Path) -> None:
    clock = Clock()
    with Place(tmp_path, clock).open() as center:
        invitation = invite(center, UNIT, ADDRESS)
        clock.advance(days=14, minutes=1)
        with pytest.raises(EnrolRefused, match="code_expired"):
            EnrolledDesk(center, invitation).enrol()


def test_a_guessed_code_is_unknown(tmp_path: Path) -> None:
    with Place(tmp_path).open() as center:
        invitation = invite(center, UNIT, ADDRESS)
        object.__setattr__(invitation, "code", bytes(10))
        with pytest.raises(EnrolRefused, match="code_unknown"):
            EnrolledDesk(center, invitation).enrol()


def test_a_desk_gets_the_number_it_wishes_if_it_is_free(tmp_path: Path) -> None:
    with Place(tmp_path).open() as center:
        got = [
            EnrolledDesk(center, invite(center, UNIT, ADDRESS), wish=wish).enrol().desk
            for wish in (3, 3, 0, 9, 6, 0)
        ]
        assert got == [3, 1, 2, 4, 6, 5]
        with pytest.raises(EnrolRefused, match="no_desk_left"):
            EnrolledDesk(center, invite(center, UNIT, ADDRESS)).enrol()


def test_leases_of_a_unit_never_overlap(tmp_path: Path) -> None:
    with Place(tmp_path).open() as center:
        desks = [EnrolledDesk(center, invite(center, UNIT, ADDRESS)) for _ in range(6)]
        for desk in desks:
            desk.enrol()
            desk.receive()
            desk.exchange()
        with center.store.snapshot() as ledger:
            leases = ledger.rows.leases(CHANNEL)
        assert len(leases) == 6 * 4
        for one, other in combinations(leases, 2):
            assert one.last < other.first or other.last < one.first


def test_a_stand_alone_desk_is_adopted_with_its_journal_and_range(tmp_path: Path) -> None:
    with Place(tmp_path).open() as center:
        EnrolledDesk(center, invite(center, UNIT, ADDRESS)).enrol()
        desk = EnrolledDesk(center, invite(center, UNIT, ADDRESS), wish=2)
        desk.certificate = b""
        desk.receive(f"{UNIT}-261123-1001", f"{UNIT}-261123-1002")
        assert desk.enrol().desk == 2
        assert desk.exchange().pending == 0
        bound = [(one.first, one.last, one.incarnation) for one in desk.leases() if not one.spare]
        assert bound == [(*main_range(2), desk.journal().incarnation)]
        assert [one["number"][-4:] for one in dossiers(center)] == ["1002", "1001"]
        assert verify(center)["ok"]


def test_a_stand_alone_desk_of_another_unit_is_not_taken_in(tmp_path: Path) -> None:
    with Place(tmp_path).open() as center:
        desk = EnrolledDesk(center, invite(center, UNIT, ADDRESS))
        desk.channel = "unit:H99.99.002"
        desk.receive("H99.99.002-261123-0001")
        desk.unit = "H99.99.002"
        with pytest.raises(EnrolRefused, match="unit_differs"):
            desk.enrol()


def test_two_machines_from_one_disk_end_with_different_ranges(tmp_path: Path) -> None:
    with Place(tmp_path).open() as center:
        desk = EnrolledDesk(center, invite(center, UNIT, ADDRESS))
        desk.enrol()
        desk.receive(f"{UNIT}-261123-0001")
        desk.exchange()
        twin = desk.clone()
        desk.receive(f"{UNIT}-261123-0002")
        twin.receive(f"{UNIT}-261123-0003")
        for one in (desk, twin, desk, twin):
            one.exchange()
        for one in (desk, twin):
            one.receive()
            one.exchange()
        assert desk.journal() != twin.journal()
        with center.store.snapshot() as ledger:
            held = {one.incarnation: one for one in ledger.rows.leases(CHANNEL) if not one.spare}
        mine, other = held[desk.journal().incarnation], held[twin.journal().incarnation]
        assert (mine.first, mine.last) != (other.first, other.last)
        assert {one["number"][-1] for one in dossiers(center)} == {"1", "2", "3"}
        assert verify(center)["ok"]


def test_a_restored_desk_that_took_a_spare_block_gets_another_spare(tmp_path: Path) -> None:
    with Place(tmp_path).open() as center:
        desk = EnrolledDesk(center, invite(center, UNIT, ADDRESS))
        desk.enrol()
        desk.receive(f"{UNIT}-261123-0001")
        desk.exchange()
        block = next(one for one in desk.leases() if one.spare)
        with desk.store.transaction() as ledger:
            own = OwnJournals(ledger, desk.keys, os.urandom)
            own.reopen(CHANNEL, day_of(START).toordinal(), takes=block)
        desk.exchange()
        with center.store.snapshot() as ledger:
            leases = ledger.rows.leases(CHANNEL)
        assert len([one for one in leases if one.spare]) == 4, "three at hand, one taken"
        assert len([one for one in leases if not one.spare]) == 1, "the block it took is its range"


def test_the_tree_of_units_refuses_circles_unknown_parents_and_wrong_codes(tmp_path: Path) -> None:
    with Place(tmp_path).open() as center:
        add_unit(center, "H99", "Tỉnh")
        add_unit(center, "h99.01", "Xã", "H99")
        assert add_unit(center, "H99.01", "Xã Minh Châu") == Unit("H99.01", "Xã Minh Châu", "H99")
        with pytest.raises(CenterError, match="dưới chính nó"):
            add_unit(center, "H99", "Tỉnh", "H99.01")
        with pytest.raises(CenterError, match="cấp trên"):
            add_unit(center, "H99.02", "Xã", "H98")
        with pytest.raises(CenterError, match="mã định danh"):
            add_unit(center, "x'; DROP TABLE units", "Xã")
        assert [one.code for one in units(center)] == ["H99", "H99.01"]


def test_an_invitations_life_is_bounded(tmp_path: Path) -> None:
    with Place(tmp_path).open() as center, pytest.raises(CenterError, match="Thời hạn"):
        invite(center, UNIT, ADDRESS, days=int(timedelta(days=1000).days))


def test_memory_of_leases_survives_on_the_desk(tmp_path: Path) -> None:
    """A lease is an entry: a second store that reads the channel knows the same ranges."""
    with Place(tmp_path).open() as center:
        desk = EnrolledDesk(center, invite(center, UNIT, ADDRESS))
        desk.enrol()
        desk.receive()
        desk.exchange()
        other = EnrolledDesk(
            center, desk.invitation, keys=desk.keys, store=MemoryStore({center.keys.node: center.keys.public})
        )
        other.enrol()
        other.exchange()
        assert sorted(_key(one) for one in other.leases()) == sorted(_key(one) for one in desk.leases())


def _key(lease: Lease) -> tuple[int, bytes]:
    return lease.first, lease.incarnation
