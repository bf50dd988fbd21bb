"""Administration of accounts in the pages."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from sync.center.staff.accounts import member
from sync.center.staff.roles import Role
from sync.center.store.opening import Center
from tests.center.places import UNIT
from tests.center.web.visitor import PASSWORD, Visitor, hire

Enter = Callable[..., Visitor]
NEW = {"name": "Lê Thị Hương", "login": "chi.huong", "roles": ["specialist", "records"], "unit": ""}


def test_a_new_person_gets_a_link_and_chooses_a_password(center: Center, enter: Enter) -> None:
    boss = enter(Role.ADMINISTRATOR)
    assert boss.fill("/tai-khoan/them", **NEW) == 200
    found = re.search(r"/lien-ket/[a-z2-7]{32}", boss.text)
    assert found is not None
    her = Visitor(boss.app)
    assert her.fill(found[0], password=PASSWORD, again=PASSWORD) == 303
    assert her.follow() == 200
    assert "Đã đặt mật khẩu" in her.text
    assert her.log_in("chi.huong") == 303
    assert her.open("/ho-so") == 200
    one = member(center, "chi.huong")
    assert one is not None
    assert one.roles == {Role.SPECIALIST, Role.RECORDS}


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", " "),
        ("name", "x" * 101),
        ("name", "a\x01bc"),
        ("login", "Có Dấu"),
        ("login", "a"),
        ("login", "can.bo.1"),
        ("roles", []),
        ("roles", ["emperor"]),
        ("unit", "H77.77"),
    ],
)
def test_a_wrong_field_is_named_and_the_rest_kept(enter: Enter, field: str, value: object) -> None:
    boss = enter(Role.ADMINISTRATOR)
    assert boss.fill("/tai-khoan/them", **{**NEW, field: value}) == 422
    assert f'id="m-{field}"' in boss.answer.text
    if field != "name":
        assert 'value="Lê Thị Hương"' in boss.text
    if field != "roles":
        assert 'value="records" checked' in boss.text


def test_an_administrator_is_of_the_whole_center(enter: Enter) -> None:
    boss = enter(Role.ADMINISTRATOR)
    assert boss.fill("/tai-khoan/them", **{**NEW, "roles": ["administrator"], "unit": UNIT}) == 422
    assert 'id="m-unit"' in boss.answer.text


def test_the_second_of_two_administrators_sees_what_the_first_saved(center: Center, enter: Enter) -> None:
    first, second = enter(Role.ADMINISTRATOR), enter(Role.ADMINISTRATOR)
    hire(center, "chi.huong", Role.SPECIALIST, name="Chị Hương")
    path = "/tai-khoan/mot/chi.huong"
    first.open(path)
    second.open(path)
    assert first.send(path, name="Lê Thị Hương", roles=["specialist"], unit="") == 303
    assert second.send(path, name="Chị Hương", roles=["leader"], unit="") == 409
    assert "Hiện đang lưu: Lê Thị Hương" in second.text
    assert 'value="leader" checked' in second.text, "what was chosen is still there"
    one = member(center, "chi.huong")
    assert one is not None
    assert one.roles == {Role.SPECIALIST}
    assert second.send(path, name="Lê Thị Hương", roles=["leader"], unit="") == 303


def test_the_last_administrator_stays(center: Center, enter: Enter) -> None:
    boss = enter(Role.ADMINISTRATOR)
    assert boss.fill("/tai-khoan/mot/can.bo.1", name="Lê Cường", roles=["leader"], unit="") == 422
    assert boss.fill("/tai-khoan/mot/can.bo.1/ngung") == 422
    enter(Role.ADMINISTRATOR)
    assert boss.fill("/tai-khoan/mot/can.bo.1", name="Lê Cường", roles=["leader"], unit="") == 303


def test_who_leaves_is_out_at_once_and_may_come_back(center: Center, enter: Enter) -> None:
    boss, her = enter(Role.ADMINISTRATOR), enter(Role.SPECIALIST)
    assert her.open("/ho-so") == 200
    assert boss.fill("/tai-khoan/mot/can.bo.2/ngung") == 303
    assert her.open("/ho-so") == 401
    assert her.log_in("can.bo.2") == 422
    assert boss.fill("/tai-khoan/mot/can.bo.2/lien-ket") == 400
    assert boss.fill("/tai-khoan/mot/can.bo.2/dung-lai") == 303
    assert her.log_in("can.bo.2") == 303


def test_what_was_done_stands_in_the_record(enter: Enter) -> None:
    boss = enter(Role.ADMINISTRATOR)
    boss.fill("/tai-khoan/them", **NEW)
    boss.open("/nhat-ky")
    assert "Thêm tài khoản" in boss.text
    assert "chi.huong" in boss.text
    boss.open("/nhat-ky?ai=khong.co")
    assert "Chưa có gì." in boss.text


def test_an_unknown_account_is_a_page_in_words(enter: Enter) -> None:
    boss = enter(Role.ADMINISTRATOR)
    for path in ("", "/lien-ket", "/ngung", "/dung-lai"):
        assert boss.open(f"/tai-khoan/mot/khong.co{path}") == 404
