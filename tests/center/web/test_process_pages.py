"""Processes per procedure in the browser: the sum is checked, mistakes stand beside their field, nobody
overwrites another."""

from __future__ import annotations

from collections.abc import Callable, Sequence

import pytest

from sync.center.staff.roles import Role
from sync.center.store.opening import Center
from sync.center.work.processes import processes, set_process
from sync.center.work.rights import Actor
from sync.model.dossier import Officer
from tests.center.places import UNIT
from tests.center.web.visitor import Visitor

Enter = Callable[..., Visitor]
FORM = "/quy-trinh/dat"
MARRIAGE = "1.004873"
"""Three working days in the shipped catalogue."""
FIVE = (
    ("receive", "4 giờ"),
    ("appraise", "1 ngày làm việc"),
    ("approve", "4 giờ"),
    ("seal", "4 giờ"),
    ("return", "4 giờ"),
)
ADMIN = Actor(Officer("quan", "Đỗ Quân"), frozenset({"administrator"}))


def typed(steps: Sequence[tuple[str, str]], **more: str) -> dict[str, str]:
    """A form with these steps."""
    cells = {f"kind-{at}": kind for at, (kind, _limit) in enumerate(steps)}
    cells |= {f"limit-{at}": limit for at, (_kind, limit) in enumerate(steps)}
    return {"procedure": MARRIAGE, "whose": "", "go": "save", **cells, **more}


def set_for(center: Center, unit: str = "") -> dict[str, int]:
    """Hours by key."""
    return {one.key: one.process.hours for one in processes(center, unit)}


def test_the_form_begins_with_what_is_in_force(enter: Enter) -> None:
    me = enter(Role.ADMINISTRATOR)
    assert me.open(f"{FORM}?thu-tuc={MARRIAGE}") == 200
    assert me.text.count('name="kind-') == 5
    assert "thời hạn 3 ngày làm việc" in me.text
    assert "Các bước cộng lại 3 ngày làm việc" in me.text
    assert me.open(FORM) == 200, "of all other procedures: nothing is known of their limits"


def test_a_process_is_saved_shown_and_taken_back(center: Center, enter: Enter) -> None:
    me = enter(Role.ADMINISTRATOR)
    values = typed(FIVE, basis="Quyết định 12/QĐ-UBND", supplement="EXTEND")
    assert me.fill(f"{FORM}?thu-tuc={MARRIAGE}", **values) == 303
    assert set_for(center) == {f"process.{MARRIAGE}": 24}
    me.follow()
    assert "Đã lưu quy trình" in me.text
    assert "Quyết định 12/QĐ-UBND" in me.text
    assert "Thẩm định – Chuyên viên: 1 ngày làm việc" in me.text
    assert enter(Role.LEADER).open("/quy-trinh") == 200
    assert me.fill(f"{FORM}?thu-tuc={MARRIAGE}", procedure=MARRIAGE, whose="", go="off") == 303
    assert set_for(center) == {}


def test_communes_have_their_own_or_one_for_all(center: Center, enter: Enter) -> None:
    me = enter(Role.ADMINISTRATOR)
    assert me.fill(f"{FORM}?cho=below", **typed(FIVE, procedure="", whose="below")) == 303
    assert me.fill(f"{FORM}?cho={UNIT}", **typed(FIVE, whose=UNIT)) == 303
    assert set_for(center) == {"process-below.any": 24}
    assert set_for(center, UNIT) == {f"process.{MARRIAGE}": 24}
    own = enter(Role.LEADER, unit=UNIT)
    own.open("/quy-trinh")
    assert MARRIAGE in own.text
    assert "Mọi xã" not in own.text
    assert own.open(FORM) == 403


@pytest.mark.parametrize(
    ("at", "cells", "field", "words"),
    [
        (1, {"limit-1": ""}, "limit-1", "không được để trống"),
        (1, {"limit-1": "vài hôm"}, "limit-1", "4 giờ"),
        (1, {"kind-1": "", "name-1": "Xác minh"}, "kind-1", "Phải là một trong"),
        (1, {"limit-1": "9 ngày làm việc"}, "steps", "quá thời hạn của thủ tục"),
        (0, {"kind-0": "gone"}, "steps", "tiếp nhận"),
        (3, {"kind-3": "return"}, "steps", "trả kết quả"),
    ],
)
def test_a_mistake_is_beside_its_step_and_nothing_typed_is_lost(
    center: Center, enter: Enter, at: int, cells: dict[str, str], field: str, words: str
) -> None:
    me = enter(Role.ADMINISTRATOR)
    values = {**typed(FIVE, basis="Quyết định 12"), f"name-{at}": "Xem xét", **cells}
    assert me.fill(f"{FORM}?thu-tuc={MARRIAGE}", **values) == 422
    assert f'href="#f-{field}"' in me.answer.text
    assert words.lower() in me.text.lower()
    assert 'value="Quyết định 12"' in me.text
    assert set_for(center) == {}


def test_rows_are_added_and_left_out_and_the_sum_is_told_without_saving(center: Center, enter: Enter) -> None:
    me = enter(Role.ADMINISTRATOR)
    assert me.fill(f"{FORM}?thu-tuc={MARRIAGE}", **typed(FIVE, go="more")) == 200
    assert me.text.count('name="kind-') == 6
    assert me.send(FORM, **typed((*FIVE[:3], ("gone", ""), *FIVE[4:]), go="check")) == 200
    assert me.text.count('name="kind-') == 4
    assert "còn dư 4 giờ" in me.text
    assert me.send(FORM, **typed(FIVE * 5, go="more")) == 422
    assert set_for(center) == {}


@pytest.mark.parametrize("values", [{"procedure": "abc"}, {"whose": "H77"}, {"seen": ""}])
def test_what_is_not_offered_is_not_saved(center: Center, enter: Enter, values: dict[str, str]) -> None:
    me = enter(Role.ADMINISTRATOR)
    me.open(f"{FORM}?thu-tuc={MARRIAGE}")
    assert me.send(FORM, **{**typed(FIVE), **values}) == 422
    assert set_for(center) == {}


def test_the_second_of_two_sees_what_the_first_set(center: Center, enter: Enter) -> None:
    first, second = enter(Role.ADMINISTRATOR), enter(Role.ADMINISTRATOR)
    for one in (first, second):
        one.open(f"{FORM}?thu-tuc={MARRIAGE}")
    three = (("receive", "4 giờ"), ("resolve", "2 ngày làm việc"), ("return", "4 giờ"))
    assert first.send(FORM, **typed(three)) == 303
    assert second.send(FORM, **typed(FIVE, basis="Quyết định 12")) == 409
    assert "Người khác vừa đặt quy trình này" in second.text
    assert "Quy trình hiện đang đặt" in second.text
    assert "Giải quyết – Chuyên viên: 2 ngày làm việc" in second.text
    assert 'value="Quyết định 12"' in second.text
    [stands] = processes(center)
    assert len(stands.process.steps) == 3
    assert second.send(FORM, **typed(FIVE, basis="Quyết định 12")) == 303
    [stands] = processes(center)
    assert len(stands.process.steps) == 5


def test_a_process_set_on_what_stands_no_longer_is_refused(center: Center) -> None:
    raw = {"steps": [{"kind": kind, "limit": limit} for kind, limit in FIVE]}
    done = set_process(center, ADMIN, MARRIAGE, raw, seen="")
    assert not isinstance(done, tuple)
    again = set_process(center, ADMIN, MARRIAGE, raw, seen="")
    assert isinstance(again, tuple)
    assert again[0].field == "seen"
    assert not isinstance(set_process(center, ADMIN, MARRIAGE, None, seen=done.process.version), tuple)
    assert set_for(center) == {}
