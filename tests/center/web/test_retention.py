"""The page of what is past its term: shown by unit, purged only by who types how much."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from sync.center.citizens.looking import look_up
from sync.center.staff.record import lines
from sync.center.staff.roles import Role
from sync.center.store.opening import Center
from sync.center.units.tree import add_unit
from sync.journal.own import Draft
from sync.model import kinds
from sync.model.bodies import intake_out
from sync.model.dossier import ProcedureRef
from tests.center.places import UNIT, Clock, MemoryDesk, intake
from tests.center.web.conftest import ONE
from tests.center.web.visitor import Visitor

Enter = Callable[..., Visitor]
PATH = "/don-vi/bao-quan"
WHY = "Quyết định 15/QĐ-UBND"


@pytest.fixture
def dossier(center: Center, clock: Clock) -> bytes:
    """One that was withdrawn three years ago, of a sort that is kept two."""
    add_unit(center, UNIT, "Xã Ví Dụ")
    desk = MemoryDesk(center, known=True)
    ref = ProcedureRef("2.000884", "Chứng thực chữ ký", "Chứng thực")
    one = bytes(range(16))
    desk.write(Draft(kinds.RECEIVED, intake_out(replace(intake(ONE, clock.now), procedure=ref)), one))
    desk.status(one, "withdrawn")
    desk.push()
    clock.advance(days=3 * 366)
    return one


def purged(center: Center, dossier: bytes) -> bool:
    with center.store.snapshot() as ledger:
        found = ledger.dossier(f"unit:{UNIT}", dossier)
    assert found is not None
    return found.purged is not None


def test_what_was_shown_is_purged_once_its_count_is_typed(
    center: Center, dossier: bytes, enter: Enter
) -> None:
    boss = enter(Role.ADMINISTRATOR)
    assert boss.open(PATH) == 200
    assert ONE in boss.text
    assert "NĐ 23/2015" in boss.text
    assert "Nguyễn Thị Đào" not in boss.text
    for wrong in ({"reason": WHY, "typed": "hủy"}, {"reason": "", "typed": "HỦY 1"}):
        assert boss.fill(PATH, **wrong) == 422
        assert not purged(center, dossier)
    assert boss.fill(PATH, reason=WHY, typed="HỦY 1") == 303
    boss.follow()
    assert "Đã hủy hồ sơ hết thời hạn" in boss.text
    assert "Không có hồ sơ nào" in boss.text
    assert purged(center, dossier)
    assert lines(center)[0].words == "Hủy hồ sơ hết thời hạn bảo quản"


def test_more_than_was_shown_is_not_purged(center: Center, dossier: bytes, enter: Enter) -> None:
    boss = enter(Role.ADMINISTRATOR)
    assert boss.fill(PATH, reason=WHY, typed="HỦY 7", count="7") == 409
    assert not purged(center, dossier)


def test_a_citizen_who_looks_it_up_is_told_no_more_than_before(
    center: Center, dossier: bytes, enter: Enter
) -> None:
    boss, before = enter(Role.ADMINISTRATOR), look_up(center, ONE, "192.0.2.7")
    assert before is not None
    boss.fill(PATH, reason=WHY, typed="HỦY 1")
    assert purged(center, dossier)
    assert look_up(center, ONE, "192.0.2.7") == before
