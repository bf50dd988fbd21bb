"""Splits and the history of units, in the pages: the register, the scope of staff, mistakes, who may."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from sync.center.staff.accounts import member
from sync.center.staff.record import lines
from sync.center.staff.roles import Role
from sync.center.store.opening import Center
from sync.center.units.tree import Unit, add_unit, center_rows, channels_of, units
from tests.center.places import UNIT, Clock, MemoryDesk
from tests.center.web.conftest import ONE, OTHER
from tests.center.web.visitor import Visitor, hire

Enter = Callable[..., Visitor]
SPLIT = f"/don-vi/mot/{UNIT}/tach"
NEW, NEWER = "H99.98.011", "H99.98.012"


@pytest.fixture
def district(center: Center) -> str:
    """The first commune stands under a district."""
    add_unit(center, "H99.98", "Khu vực Ví Dụ")
    add_unit(center, UNIT, "Xã Ví Dụ", "H99.98")
    return "H99.98"


def known(center: Center) -> dict[str, Unit]:
    return {one.code: one for one in units(center)}


def test_a_part_becomes_a_unit_of_its_own_and_the_old_one_keeps_its_register(
    center: Center, district: str, enter: Enter
) -> None:
    boss = enter(Role.ADMINISTRATOR)
    assert boss.fill(SPLIT, code1=NEW.lower(), name1="Xã Mới", keeper="", sure="yes") == 303
    assert boss.follow() == 200
    assert "Đã tách đơn vị" in boss.text
    now = known(center)
    assert now[NEW] == Unit(NEW, "Xã Mới", district)
    assert now[UNIT].successor == ""
    assert lines(center)[0].words == "Tách đơn vị"


def test_a_part_that_takes_the_register_over_has_the_dossiers_and_the_staff(
    center: Center, district: str, enter: Enter
) -> None:
    desk = MemoryDesk(center, known=True)
    [dossier] = desk.receive(ONE)
    desk.push()
    hire(center, "cu.nhan.vien", Role.SPECIALIST, unit=UNIT)
    hire(center, "noi.khac", Role.SPECIALIST, unit=OTHER)
    boss = enter(Role.ADMINISTRATOR)
    sent = boss.fill(SPLIT, code1=NEW, name1="Xã Một", code2=NEWER, name2="Xã Hai", keeper="2", sure="yes")
    assert sent == 303
    assert known(center)[UNIT].successor == NEWER
    with center.store.snapshot() as ledger:
        assert channels_of(center_rows(ledger), NEWER) == [f"unit:{NEWER}", f"unit:{UNIT}"]
    moved, other = member(center, "cu.nhan.vien"), member(center, "noi.khac")
    assert moved is not None
    assert other is not None
    assert (moved.unit, other.unit) == (NEWER, OTHER)
    me = enter(Role.SPECIALIST, unit=NEWER)
    assert me.open(f"/ho-so/{UNIT}/{dossier.hex()}") == 200
    assert enter(Role.SPECIALIST, unit=NEW).open(f"/ho-so/{UNIT}/{dossier.hex()}") == 404


def test_accounts_of_a_merged_unit_go_on_in_the_new_one_and_log_in_anew(center: Center, enter: Enter) -> None:
    me = enter(Role.SPECIALIST, unit=OTHER)
    boss = enter(Role.ADMINISTRATOR)
    assert boss.fill(f"/don-vi/mot/{OTHER}/sap-nhap", into=UNIT, code="", name="", sure="yes") == 303
    assert me.open("/") == 401, "the session was of another scope"
    moved = member(center, "can.bo.1")
    assert moved is not None
    assert moved.unit == UNIT
    assert [line.act for line in lines(center)[:2]] == ["units-merged", "staff-changed"]


@pytest.mark.parametrize(
    ("values", "said"),
    [
        ({}, 'id="m-code1"'),
        ({"code1": "sai mã", "name1": "Xã"}, 'id="m-code1"'),
        ({"name1": "Xã không mã"}, 'id="m-code1"'),
        ({"code1": NEW, "name1": "Xã", "code2": NEW, "name2": "Xã"}, 'id="m-code2"'),
        ({"code1": NEW, "name1": "x" * 201}, 'id="m-name1"'),
        ({"code1": NEW, "name1": "Xã", "keeper": "3"}, 'id="m-keeper"'),
        ({"code1": NEW, "name1": "Xã", "sure": ""}, 'id="m-sure"'),
        ({"code1": NEW}, "Ghi tên của đơn vị mới"),
        ({"code1": UNIT, "name1": "Xã"}, "là đơn vị bị tách"),
        ({"code1": "H99.98", "name1": "Khu vực"}, "là cấp trên của"),
    ],
)
def test_a_wrong_split_is_named_and_changes_nothing(
    center: Center, district: str, enter: Enter, values: dict[str, str], said: str
) -> None:
    boss = enter(Role.ADMINISTRATOR)
    before = units(center)
    assert boss.fill(SPLIT, **{"keeper": "", "sure": "yes", **values}) == 422
    assert said in boss.answer.text
    for name, value in values.items():
        if name not in ("sure", "keeper"):
            assert f'name="{name}" type="text" value="{value}"' in boss.text
    assert units(center) == before


def test_the_second_of_two_who_change_a_unit_is_told(center: Center, district: str, enter: Enter) -> None:
    one, other = enter(Role.ADMINISTRATOR), enter(Role.ADMINISTRATOR)
    one.open(SPLIT)
    other.fill(f"/don-vi/mot/{UNIT}/sua", name="Xã Tên Mới", parent=district)
    assert one.send(SPLIT, code1=NEW, name1="Xã Mới", keeper="", sure="yes") == 409
    assert "Xã Tên Mới" in one.text
    assert NEW not in known(center)


def test_a_unit_has_a_history_of_names_places_splits_and_mergers(
    center: Center, district: str, enter: Enter, clock: Clock
) -> None:
    boss = enter(Role.ADMINISTRATOR)
    boss.fill(f"/don-vi/mot/{UNIT}/sua", name="Phường Ví Dụ", parent=district)
    clock.advance(minutes=5)
    boss.fill(SPLIT, code1=NEW, name1="Xã Mới", keeper="", sure="yes")
    clock.advance(minutes=5)
    boss.fill(f"/don-vi/mot/{OTHER}/sap-nhap", into=UNIT, code="", name="", sure="yes")
    told = [
        "Tiếp nhận Xã Láng Giềng (H99.99.002) sáp nhập vào.",
        f"Tách một phần cho Xã Mới ({NEW}).",
        "Đổi tên “Xã Ví Dụ” thành “Phường Ví Dụ”.",
        "Chuyển sang trực thuộc Khu vực Ví Dụ (H99.98).",
        "Có trong cây đơn vị với tên “Xã Ví Dụ”.",
    ]
    me = enter(Role.AUDITOR)
    assert me.open(f"/don-vi/mot/{UNIT}/lich-su") == 200
    places = [me.text.index(words) for words in told]
    assert places == sorted(places)
    me.open(f"/don-vi/mot/{NEW}/lich-su")
    assert "Nhận phần tách ra từ Phường Ví Dụ" in me.text
    me.open(f"/don-vi/mot/{OTHER}/lich-su")
    assert "Sáp nhập vào Phường Ví Dụ" in me.text


def test_staff_of_a_unit_see_the_history_of_their_own_alone(
    center: Center, district: str, enter: Enter
) -> None:
    me = enter(Role.LEADER, unit=OTHER)
    assert me.open(f"/don-vi/mot/{OTHER}/lich-su") == 200
    assert me.open(f"/don-vi/mot/{UNIT}/lich-su") == 404
    assert me.open(SPLIT) == 403
