"""Revocation at a center: by place, kept apart, let in by name; ranges, certificates and sticks."""

from __future__ import annotations

from datetime import date, timedelta
from io import BytesIO
from pathlib import Path

import pytest

from sync.center.exchange.sticks import take_stick
from sync.center.store.opening import Center
from sync.center.store.trouble import CenterError
from sync.center.units.fleet import nodes
from sync.center.units.invitations import invite
from sync.center.units.renewal import RENEW_AFTER
from sync.center.units.revoking import admit, quarantine, revoke
from sync.center.work.checking import verify
from sync.center.work.listing import dossiers
from sync.identity.certificates import read_certificate
from sync.model.moment import day_of
from sync.protocol.bundles import BundleReader, BundleRefused
from sync.protocol.carrying import pack_bundle
from sync.protocol.enrolling import EnrolRefused
from tests.center.places import UNIT, EnrolledDesk, Place

ADDRESS = "http://127.0.0.1:8443"
WHO = ("Lê Văn Quản", "máy bị mất")


def number(n: int) -> str:
    return f"{UNIT}-261123-{n:04d}"


def enrolled(center: Center, desk: int) -> EnrolledDesk:
    made = EnrolledDesk(center, invite(center, UNIT, ADDRESS, desk=desk), wish=desk)
    made.enrol()
    made.exchange()
    return made


def numbers(center: Center) -> set[str]:
    return {one["number"] for one in dossiers(center)}


def shown(desk: EnrolledDesk) -> set[str]:
    return {one.number for one in desk.store.tables.dossiers.values()}


def test_what_came_before_counts_and_what_comes_after_is_kept_apart(tmp_path: Path) -> None:
    with Place(tmp_path).open() as center:
        lost, other = enrolled(center, 1), enrolled(center, 2)
        lost.receive(number(1), number(2))
        lost.exchange()
        other.exchange()
        done = revoke(center, f"{UNIT}/1", *WHO)
        assert (done.desk, done.quarantined, done.dossiers) == (1, 0, {"received": 2})
        lost.receive(number(3))
        heard = lost.exchange()
        assert (heard.problem, heard.received) == ("revoked", 0)
        assert numbers(center) == {number(1), number(2)}
        [waiting] = quarantine(center)
        assert (waiting.desk, waiting.entries, waiting.numbers) == (1, 1, (number(3),))
        other.exchange()
        assert shown(other) == {number(1), number(2)}
        assert not other.store.tables.aside[0]
        assert shown(lost) == {number(1), number(2), number(3)}, "the desk keeps its data"
        assert verify(center)["ok"]
        sent = lost.exchange().sent
        assert sent == 0, "what is kept there is not sent again"


def test_what_a_thief_wrote_is_taken_out_everywhere_and_let_in_by_name(tmp_path: Path) -> None:
    with Place(tmp_path).open() as center:
        lost, other = enrolled(center, 1), enrolled(center, 2)
        lost.receive(number(1))
        lost.exchange()
        last = nodes(center, UNIT)[0]["journals"][0]
        lost.receive(number(2), number(3))
        lost.exchange()
        other.exchange()
        assert shown(other) == {number(1), number(2), number(3)}
        done = revoke(center, f"{UNIT}/1", *WHO, last={last["incarnation"]: last["last"]})
        assert done.quarantined == 2
        assert numbers(center) == {number(1)}
        other.exchange()
        assert shown(other) == {number(1)}
        [waiting] = quarantine(center)
        with pytest.raises(CenterError, match="cách ly"):
            admit(center, f"{UNIT}/1", waiting.incarnation, waiting.last, "00" * 8, *WHO)
        count = admit(center, f"{UNIT}/1", waiting.incarnation, waiting.last, waiting.digest, *WHO)
        assert count == 2
        assert numbers(center) == {number(1), number(2), number(3)}
        other.exchange()
        assert shown(other) == {number(1), number(2), number(3)}
        assert quarantine(center) == []
        assert verify(center)["ok"]
        assert other.exchange().rounds == 1


def test_what_only_another_desk_has_of_it_comes_up_and_not_down(tmp_path: Path) -> None:
    with Place(tmp_path).open() as center:
        lost, other, third = (enrolled(center, desk) for desk in (1, 2, 3))
        lost.receive(number(1))
        with other.store.transaction() as ledger:  # over a hub, while the line was down
            for segment in lost.segments():
                ledger.admit(segment)
        revoke(center, f"{UNIT}/1", *WHO)
        assert shown(other) == {number(1)}
        other.exchange()
        assert shown(other) == set()
        [waiting] = quarantine(center)
        assert waiting.numbers == (number(1),)
        third.exchange()
        assert not any(third.store.tables.aside.values())
        assert other.exchange().sent == 0


def test_the_list_says_what_was_on_the_machine_and_names_nobody(tmp_path: Path) -> None:
    with Place(tmp_path).open() as center:
        lost = enrolled(center, 1)
        [one] = lost.receive(number(1))
        lost.status(one, "processing")
        lost.receive(number(2))
        lost.exchange()
        revoke(center, nodes(center)[0]["node"][:8], *WHO, ranges_from=date(2026, 12, 1))
        [said] = nodes(center, UNIT)
        assert said["version"] == "motcua 1"
        assert said["last_contact"].startswith("2026-11-23T09:15")
        assert said["revoked"]["dossiers"] == {"processing": 1, "received": 1}
        assert (said["revoked"]["by"], said["revoked"]["ranges_from"]) == (WHO[0], "2026-12-01")
        assert "Nguyễn" not in repr(said)


def test_a_node_is_named_without_doubt_and_a_revocation_by_a_person(tmp_path: Path) -> None:
    with Place(tmp_path).open() as center:
        enrolled(center, 1)
        for wrong in (f"{UNIT}/4", "ffffffff", "ab", "H00.1/1", ""):
            with pytest.raises(CenterError):
                revoke(center, wrong, *WHO)
        for who in (("", "mất"), ("Quản", " ")):
            with pytest.raises(CenterError, match="Thiếu"):
                revoke(center, f"{UNIT}/1", *who)
        with pytest.raises(CenterError, match="sau hôm nay"):
            revoke(center, f"{UNIT}/1", *WHO, ranges_from=day_of(center.clock()))
        with pytest.raises(CenterError, match="không có sổ"):
            revoke(center, f"{UNIT}/1", *WHO, last={"ffffffff": 1})
        assert nodes(center)[0]["revoked"] is None


def test_its_range_is_leased_again_only_from_the_day_named(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with place.open() as center:
        lost = enrolled(center, 1)
        lost.receive(number(1))
        lost.exchange()
        mine = {(one.first, one.last) for one in lost.leases()}
        assert (1, 999) in mine
        revoke(center, f"{UNIT}/1", *WHO, ranges_from=day_of(center.clock()) + timedelta(days=3))
        after = enrolled(center, 1)
        after.receive(number(2))
        after.exchange()
        assert not {(one.first, one.last) for one in after.leases()} & mine
        place.clock.advance(days=3)
        revoke(center, after.keys.node.hex(), *WHO)
        third = enrolled(center, 1)
        third.receive(number(3))
        third.exchange()
        assert (1, 999) in {(one.first, one.last) for one in third.leases()}
        assert all(one.since >= day_of(center.clock()) for one in third.leases())
        assert len(lost.leases()) == len(mine), "it was given nothing more"


def test_a_revoked_key_does_not_enrol_again(tmp_path: Path) -> None:
    with Place(tmp_path).open() as center:
        lost = enrolled(center, 1)
        revoke(center, f"{UNIT}/1", *WHO)
        again = EnrolledDesk(center, invite(center, UNIT, ADDRESS), keys=lost.keys)
        with pytest.raises(EnrolRefused, match="revoked"):
            again.enrol()


def test_a_revoked_desks_stick_is_taken_in_and_not_answered(tmp_path: Path) -> None:
    with Place(tmp_path).open() as center:
        lost, other = enrolled(center, 1), enrolled(center, 2)
        revoke(center, f"{UNIT}/1", *WHO)
        lost.receive(number(1))
        stick = tmp_path / "a.mcb"
        (tmp_path / "reply").mkdir()
        with stick.open("wb") as file:
            pack_bundle(lost.store, lost.keys, lost.trusted, center.clock(), file)
        visit = take_stick(center, stick, tmp_path / "reply")
        assert (visit.revoked, visit.reply, visit.received) == (True, None, 0)
        assert [one.numbers for one in quarantine(center)] == [(number(1),)]
        other.exchange()
        other.receive(number(2))
        held = BytesIO()
        pack_bundle(other.store, other.keys, other.trusted, center.clock(), held)
        with pytest.raises(BundleRefused, match="not for this node"):
            BundleReader(held, lost.keys, lambda *_: True)
        stick.write_bytes(held.getvalue())
        answer = take_stick(center, stick, tmp_path / "reply").reply
        assert answer is not None
        with answer.open("rb") as sealed, pytest.raises(BundleRefused):
            BundleReader(sealed, lost.keys, lambda *_: True)


def test_a_certificate_is_renewed_at_an_exchange_by_the_centers_clock(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with place.open() as center:
        desk = enrolled(center, 1)
        first = nodes(center)[0]["certified"]
        place.clock.advance(days=RENEW_AFTER.days - 1)
        desk.exchange()
        assert nodes(center)[0]["certified"] == first
        place.clock.advance(days=1)
        desk.receive(number(1))
        assert desk.exchange().pending == 0, "an overdue node delivers"
        renewed = nodes(center)[0]["certified"]
        assert renewed > first
        with desk.store.snapshot() as ledger:
            kept = ledger.rows.note("certificate")
        assert kept is not None
        assert read_certificate(kept, desk.trusted).issued_at == renewed
        assert desk.exchange().rounds == 1
        assert nodes(center)[0]["certified"] == renewed
