"""Keys of other systems in the pages: shown once, recorded, revoked; mistakes beside their fields."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from starlette.applications import Starlette
from starlette.testclient import TestClient

from sync.center.staff.keys import key_of, keys
from sync.center.staff.record import lines
from sync.center.staff.roles import Role
from sync.center.store.opening import Center
from tests.center.places import UNIT, Clock
from tests.center.web.visitor import Visitor

Enter = Callable[..., Visitor]
FORM = {"name": "cong-tinh", "scopes": ["catalogue"], "unit": UNIT, "days": "90", "per_minute": "60"}


def given(boss: Visitor) -> str:
    """The key that the page shows."""
    found = re.search(r"mck_[a-z2-7]{32}", boss.text)
    assert found is not None
    return found[0]


def test_a_key_is_shown_once_opens_the_api_and_its_use_is_seen(
    center: Center, app: Starlette, enter: Enter, clock: Clock
) -> None:
    boss = enter(Role.ADMINISTRATOR)
    assert boss.fill("/tai-khoan/khoa/them", **FORM) == 200
    secret = given(boss)
    assert boss.answer.headers["cache-control"] == "no-store"
    assert boss.open("/tai-khoan/khoa") == 200
    assert secret not in boss.text
    assert "chưa lần nào" in boss.text
    other = TestClient(app)
    answer = other.get("/api/v1/procedures?limit=1", headers={"Authorization": f"Bearer {secret}"})
    assert answer.status_code == 200
    clock.advance(hours=3)
    boss = enter(Role.ADMINISTRATOR)
    boss.open("/tai-khoan/khoa")
    assert "3 giờ trước" in boss.text
    assert [line.act for line in lines(center) if line.act.startswith("api-key")] == ["api-key-added"]


def test_a_revoked_key_opens_nothing_any_more(center: Center, enter: Enter) -> None:
    boss = enter(Role.ADMINISTRATOR)
    boss.fill("/tai-khoan/khoa/them", **FORM)
    secret = given(boss)
    [key] = keys(center)
    assert boss.fill(f"/tai-khoan/khoa/mot/{key.id}/thu-hoi") == 303
    boss.follow()
    assert "Đã thu hồi khóa" in boss.text
    assert key_of(center, secret) is None
    assert boss.open("/tai-khoan/khoa/mot/99/thu-hoi") == 404


@pytest.mark.parametrize(
    ("values", "field"),
    [
        ({"name": "Cổng Tỉnh"}, "name"),
        ({"scopes": []}, "scopes"),
        ({"scopes": ["people"]}, "scopes"),
        ({"scopes": ["everything"]}, "scopes"),
        ({"days": "0"}, "days"),
        ({"days": "9999999999"}, "days"),
        ({"per_minute": "nhiều"}, "per_minute"),
        ({"unit": "H00.00"}, "unit"),
    ],
)
def test_a_mistake_is_named_beside_its_field_and_nothing_typed_is_lost(
    center: Center, enter: Enter, values: dict[str, object], field: str
) -> None:
    boss = enter(Role.ADMINISTRATOR)
    assert boss.fill("/tai-khoan/khoa/them", **{**FORM, **values}) == 422
    assert f'id="m-{field}"' in boss.answer.text
    assert f'value="{({**FORM, **values})["name"]}"' in boss.text
    assert keys(center) == []


def test_a_key_that_ends_soon_is_marked(enter: Enter, clock: Clock) -> None:
    boss = enter(Role.ADMINISTRATOR)
    boss.fill("/tai-khoan/khoa/them", **FORM)
    boss.open("/tai-khoan/khoa")
    assert "sắp hết hạn" not in boss.text
    clock.advance(days=70)
    boss = enter(Role.ADMINISTRATOR)
    boss.open("/tai-khoan/khoa")
    assert "sắp hết hạn" in boss.text
    clock.advance(days=30)
    boss = enter(Role.ADMINISTRATOR)
    boss.open("/tai-khoan/khoa")
    assert "✕ hết hạn" in boss.text
