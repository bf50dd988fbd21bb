"""The tree of units, invitations, machines and their revocation, in the pages."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from sync.center.staff.roles import Role
from sync.center.store.opening import Center
from sync.center.store.trouble import CenterError
from sync.center.units.clocks import note_clock
from sync.center.units.fleet import nodes
from sync.center.units.invitations import invite
from sync.center.units.standing import SILENT, Scans, invitations, machines, scans_behind
from sync.center.units.tree import add_unit, center_rows, units
from sync.center.web.unit_pages import tree_of
from sync.identity.certificates import read_invitation
from sync.protocol.engine import EnrolRefused
from tests.center.places import UNIT, Clock, EnrolledDesk, MemoryDesk
from tests.center.web.conftest import OTHER
from tests.center.web.scanned import attach_scan
from tests.center.web.visitor import Visitor

Enter = Callable[..., Visitor]
ADDRESS = "http://127.0.0.1:1"


def enrolled(center: Center, unit: str = UNIT) -> EnrolledDesk:
    desk = EnrolledDesk(center, invite(center, unit, ADDRESS))
    desk.enrol()
    return desk


def test_the_tree_has_every_unit_under_its_parent(center: Center, enter: Enter) -> None:
    boss = enter(Role.ADMINISTRATOR)
    assert boss.fill("/don-vi/them", code="h99.99", name="Huyện Ví Dụ", parent="") == 303
    assert boss.fill(f"/don-vi/mot/{UNIT}/sua", name="UBND xã Ví Dụ", parent="H99.99") == 303
    assert boss.follow() == 200
    assert "Huyện Ví Dụ (H99.99)" in boss.text
    depths = {one.unit.code: one.depth for one in tree_of(units(center))}
    assert depths == {"H99.99": 0, UNIT: 1, OTHER: 0}
    assert boss.open("/don-vi") == 200
    assert boss.text.index("Huyện Ví Dụ") < boss.text.index("UBND xã Ví Dụ")


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"code": "sai mã", "name": "Xã Mới"}, "code"),
        ({"code": "", "name": "Xã Mới"}, "code"),
        ({"code": UNIT, "name": "Xã Mới"}, "code"),
        ({"code": "H99.99.009", "name": " "}, "name"),
        ({"code": "H99.99.009", "name": "x" * 201}, "name"),
    ],
)
def test_a_wrong_unit_is_named_and_nothing_is_overwritten(
    center: Center, enter: Enter, values: dict[str, str], field: str
) -> None:
    boss = enter(Role.ADMINISTRATOR)
    before = units(center)
    assert boss.fill("/don-vi/them", **values, parent="") == 422
    assert f'id="m-{field}"' in boss.answer.text
    assert units(center) == before


def test_a_circle_of_units_is_refused_in_words(center: Center, enter: Enter) -> None:
    add_unit(center, "H99.99", "Huyện", None)
    add_unit(center, UNIT, "Xã", "H99.99")
    boss = enter(Role.ADMINISTRATOR)
    assert boss.fill("/don-vi/mot/H99.99/sua", name="Huyện", parent=UNIT) == 422
    assert "không thể đứng dưới chính nó" in boss.text


def test_the_second_of_two_who_rename_a_unit_is_told(center: Center, enter: Enter) -> None:
    one, other = enter(Role.ADMINISTRATOR), enter(Role.ADMINISTRATOR)
    path = f"/don-vi/mot/{UNIT}/sua"
    one.open(path)
    other.open(path)
    assert one.send(path, name="Xã Một", parent="") == 303
    assert other.send(path, name="Xã Hai", parent="") == 409
    assert "Xã Một" in other.text
    assert 'value="Xã Hai"' in other.text


def test_an_invitation_is_shown_once_with_a_code_that_enrols(center: Center, enter: Enter) -> None:
    boss = enter(Role.ADMINISTRATOR)
    path = f"/don-vi/mot/{UNIT}/thu-moi"
    assert boss.fill(path, role="desk", desk="2", days="7", address=ADDRESS) == 200
    line = boss.text.partition("readonly>")[2].partition("<")[0]
    invitation = read_invitation(line)
    assert (invitation.unit, invitation.address) == (UNIT, ADDRESS)
    assert invitation.fingerprint in boss.text
    side = int(re.findall(r'viewBox="0 0 (\d+) ', boss.answer.text)[0])
    drawn = Image.new("L", (side * 4, side * 4), 255)
    pen = ImageDraw.Draw(drawn)
    areas = re.findall(r"M(\d+) (\d+)h(\d+)v(\d+)h-\d+z", boss.answer.text.rpartition('<path d="')[2])
    for x, y, wide, high in [[4 * int(part) for part in area] for area in areas]:
        pen.rectangle((x, y, x + wide - 1, y + high - 1), fill=0)
    # among random modules a reader may believe to see the bars of another code
    codes = zxingcpp.read_barcodes(
        drawn, formats=zxingcpp.BarcodeFormats(zxingcpp.BarcodeFormat.QRCode), is_pure=True
    )
    assert [code.text for code in codes] == [line], "the QR code says the same"
    boss.open(f"/don-vi/mot/{UNIT}")
    assert line not in boss.text
    assert "quầy 2" in boss.text
    desk = EnrolledDesk(center, invitation)
    assert desk.enrol().desk == 2
    boss.open(f"/don-vi/mot/{UNIT}")
    assert "Không có thư mời nào đang chờ" in boss.text


@pytest.mark.parametrize(
    ("values", "words"),
    [
        ({"days": "0"}, 'id="m-days"'),
        ({"days": "x"}, 'id="m-days"'),
        ({"days": "366"}, 'id="m-days"'),
        ({"days": "7", "desk": "9"}, 'id="m-desk"'),
        ({"days": "7", "address": "ftp://x"}, "Địa chỉ của trung tâm không đúng"),
    ],
)
def test_a_wrong_invitation_is_not_made(
    center: Center, enter: Enter, values: dict[str, str], words: str
) -> None:
    boss = enter(Role.ADMINISTRATOR)
    assert boss.fill(f"/don-vi/mot/{UNIT}/thu-moi", **{"role": "desk", "desk": "0", **values}) == 422
    assert words in boss.answer.text
    assert not invitations(center, UNIT)


def test_an_invitation_taken_back_enrols_nobody(center: Center, enter: Enter) -> None:
    invitation = invite(center, UNIT, ADDRESS)
    [waiting] = invitations(center, UNIT)
    boss = enter(Role.ADMINISTRATOR)
    path = f"/don-vi/mot/{UNIT}/thu-moi/{waiting.code_hash.hex()}/thu-lai"
    assert boss.fill(path) == 303
    with pytest.raises(EnrolRefused):
        EnrolledDesk(center, invitation).enrol()
    assert boss.fill(path) == 400, "it is no longer there"


def test_an_expired_invitation_is_not_listed(center: Center, clock: Clock) -> None:
    invite(center, UNIT, ADDRESS, days=1)
    assert len(invitations(center, UNIT)) == 1
    clock.advance(days=1, minutes=1)
    assert not invitations(center, UNIT)


def test_a_merger_is_asked_twice_and_carries_on(center: Center, enter: Enter) -> None:
    boss = enter(Role.ADMINISTRATOR)
    path = f"/don-vi/mot/{UNIT}/sap-nhap"
    assert boss.fill(path, into=OTHER, code="", name="") == 422
    assert 'id="m-sure"' in boss.answer.text
    assert boss.send(path, into="", code="", name="", sure="yes") == 422
    assert boss.send(path, into=OTHER, code="H99.99.010", name="Xã Mới", sure="yes") == 422
    assert boss.send(path, into="", code="H99.99.010", name="Xã Mới", sure="yes") == 303
    assert boss.follow() == 200
    assert "Xã Ví Dụ (H99.99.001)" in boss.text
    boss.open(f"/don-vi/mot/{UNIT}")
    assert "đã sáp nhập vào" in boss.text


def test_machines_stand_as_the_slower_reading_says(center: Center) -> None:
    desks = [enrolled(center), enrolled(center, OTHER)]
    for number, desk in enumerate(desks):
        desk.receive(*(f"{desk.unit}-261123-{number}{one:03d}" for one in range(1, 9)))
        desk.exchange()
    slow = {one["node"]: one for one in nodes(center)}
    found = machines(center)
    assert len(found) == 2
    for one in found:
        said = slow[one.node.hex()]
        assert (one.unit, one.desk, one.version, one.heard_at) == (
            said["unit"],
            said["desk"],
            said["version"],
            said["last_contact"],
        )
        assert one.entries == said["entries"] > 8
        assert (one.forked, one.apart, one.revoked) == (False, 0, False)
    assert [one.unit for one in machines(center, [OTHER])] == [OTHER]


def test_a_machine_that_needs_care_comes_first_and_says_why(
    center: Center, clock: Clock, enter: Enter
) -> None:
    late, wrong, well = enrolled(center), enrolled(center), enrolled(center, OTHER)
    late.exchange()
    clock.advance(seconds=SILENT.total_seconds() + 60)
    for one in (wrong, well):
        one.exchange()
    with center.store.transaction() as ledger:
        note_clock(center_rows(ledger), wrong.keys.node, 10_000, 10_000 - 7200)
    boss = enter(Role.ADMINISTRATOR)
    boss.open("/may-quay")
    assert "2 máy cần xem" in boss.text
    assert "lâu không liên lạc" in boss.text
    assert "đồng hồ sai" in boss.text
    assert "nhanh 2 giờ" in boss.text
    places = [boss.answer.text.index(one.keys.node.hex()) for one in (late, wrong, well)]
    assert max(places[:2]) < places[2]
    boss.open("/may-quay?loc=can-xem")
    assert well.keys.node.hex() not in boss.answer.text


def test_a_fork_is_pointed_out(center: Center, enter: Enter) -> None:
    desk = enrolled(center)
    desk.receive(f"{UNIT}-261123-0001")
    desk.exchange()
    twin = desk.clone()
    for number, one in enumerate((desk, twin)):
        one.receive(f"{UNIT}-261123-001{number}")
        one.push()
    [machine] = machines(center)
    assert machine.forked
    boss = enter(Role.ADMINISTRATOR)
    boss.open(f"/may-quay/mot/{desk.keys.node.hex()}")
    assert "hai nhánh" in boss.text
    assert "sổ chạy trên hai máy" in boss.text


def test_revoking_asks_why_and_what_comes_later_waits_for_a_person(
    center: Center, clock: Clock, enter: Enter
) -> None:
    desk = enrolled(center)
    desk.receive(f"{UNIT}-261123-0001")
    desk.exchange()
    boss = enter(Role.ADMINISTRATOR)
    path = f"/may-quay/mot/{desk.keys.node.hex()}/thu-hoi"
    assert boss.fill(path, reason="", ranges_from="2026-11-23", sure="") == 422
    assert 'id="m-reason"' in boss.answer.text
    assert 'id="m-sure"' in boss.answer.text
    assert boss.send(path, reason="Mất máy", ranges_from="2026-11-23", sure="yes") == 422
    assert "phải sau hôm nay" in boss.text
    assert boss.send(path, reason="Mất máy", ranges_from="ngày mai", sure="yes") == 422
    assert boss.send(path, reason="Mất máy", ranges_from="2026-12-01", sure="yes") == 303
    assert boss.follow() == 200
    assert "Lê Văn Cường (can.bo.1)" in boss.text
    assert "Thu hồi máy</a>" not in boss.text
    assert boss.fill(path, reason="Mất máy", ranges_from="", sure="yes") == 422
    desk.receive(f"{UNIT}-261123-0002")
    desk.push()
    [machine] = machines(center)
    assert machine.apart == 1
    assert boss.open("/may-quay/cach-ly") == 200
    assert f"{UNIT}-261123-0002" in boss.text
    place = boss.answer.text.partition('name="place" value="')[2].partition('"')[0]
    assert boss.send("/may-quay/cach-ly", place=place, reason="") == 422
    assert "checked" in boss.answer.text
    assert boss.send("/may-quay/cach-ly", place="x y z w", reason="Giấy hẹn") == 422
    assert boss.send("/may-quay/cach-ly", place=place, reason="Đã xem giấy hẹn") == 303
    assert machines(center)[0].apart == 0


def test_scans_that_have_not_come_are_counted(center: Center, clock: Clock, enter: Enter) -> None:
    desk = MemoryDesk(center, known=True)
    [dossier] = desk.receive(f"{UNIT}-261123-0001")
    attach_scan(center, desk, dossier)
    assert scans_behind(center, UNIT) == Scans(0, "")
    attach_scan(center, desk, dossier, pages=3, come=False)
    assert scans_behind(center, UNIT) == Scans(1, "2026-11-23T09:15+07:00")
    boss = enter(Role.ADMINISTRATOR)
    clock.advance(seconds=timedelta(minutes=5).total_seconds())
    boss.open(f"/don-vi/mot/{UNIT}")
    assert "1 bản, lâu nhất của hồ sơ tiếp nhận 09:15 23/11/2026" in boss.text
    me = enter(Role.SPECIALIST)
    me.open(f"/ho-so/{UNIT}/{dossier.hex()}")
    assert "chưa về tới trung tâm" in me.text
    assert "xem được" in me.text


@pytest.mark.parametrize("wrong", ["x", "ff" * 16, "H77.77", "%00"])
def test_what_is_not_there_is_a_page_in_words(enter: Enter, wrong: str) -> None:
    boss = enter(Role.ADMINISTRATOR)
    for path in (f"/may-quay/mot/{wrong}", f"/may-quay/mot/{wrong}/thu-hoi", f"/don-vi/mot/{wrong}"):
        assert boss.open(path) == 404
    assert boss.fill(f"/don-vi/mot/{UNIT}/thu-moi/{wrong}/thu-lai") in (400, 404)


def test_the_center_itself_is_no_machine(center: Center) -> None:
    from sync.center.units.standing import open_machine

    with pytest.raises(CenterError):
        open_machine(center, center.keys.node)
