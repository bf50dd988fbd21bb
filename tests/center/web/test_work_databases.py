"""A day of work by steps in the pages, the same on each database."""

from __future__ import annotations

from pathlib import Path

import pytest
from starlette.applications import Starlette

from sync.center.staff.roles import Role
from sync.center.store.dialect import Engines
from sync.center.store.opening import Center, introduce
from sync.center.store.store import CenterStore
from sync.center.units.tree import add_unit
from sync.center.work.checking import verify
from sync.center.work.processes import processes
from sync.identity.keys import NodeKeys
from tests.center.places import UNIT, Clock, MemoryDesk
from tests.center.web.conftest import ONE, OTHER
from tests.center.web.visitor import Visitor, hire


@pytest.fixture
def center(tmp_path: Path, engines: Engines) -> Center:
    """A center on each database."""
    keys = NodeKeys.generate()
    lock = tmp_path / "lock" if engines.is_sqlite else None
    store = CenterStore(engines, {keys.node: keys.public}, lock=lock)
    store.migrate()
    center = Center(tmp_path, "H00", "Trung tâm", keys, store, Clock())
    introduce(center)
    for code, name in ((UNIT, "Xã Ví Dụ"), (OTHER, "Xã Láng Giềng")):
        add_unit(center, code, name)
    return center


def test_a_day_of_work_by_steps(center: Center, app: Starlette) -> None:
    people: dict[Role, Visitor] = {}
    for role in (Role.RECEPTION, Role.SPECIALIST, Role.LEADER, Role.ADMINISTRATOR):
        hire(center, f"nguoi.{role}", role, unit="" if role is Role.ADMINISTRATOR else UNIT)
        people[role] = Visitor(app)
        assert people[role].log_in(f"nguoi.{role}") == 303
    admin, leader, desk = people[Role.ADMINISTRATOR], people[Role.LEADER], MemoryDesk(center, known=True)
    steps = {"kind-0": "receive", "limit-0": "4 giờ", "kind-1": "resolve", "limit-1": "2 ngày làm việc"}
    steps |= {"kind-2": "return", "limit-2": "4 giờ", "whose": UNIT, "procedure": "1.004873", "go": "save"}
    assert admin.fill(f"/quy-trinh/dat?cho={UNIT}&thu-tuc=1.004873", **steps) == 303
    assert [len(one.process.steps) for one in processes(center, UNIT)] == [3]
    [dossier] = desk.receive(ONE)
    desk.push()
    one, at = f"/ho-so/{UNIT}/{dossier.hex()}", people[Role.RECEPTION]
    assert at.fill("/viec/nhan-ban-giao", scanned=ONE, list="1/DS", go="check") == 200
    assert at.send("/viec/nhan-ban-giao", scanned=ONE, list="1/DS", to="nguoi.specialist", go="take") == 200
    leader.open(one + "/phan-cong-lai")
    assert people[Role.SPECIALIST].fill(one + "/tham-dinh", outcome="grant", text="Đủ") == 303
    assert leader.send(one + "/phan-cong-lai", to="nguoi.leader", why="load") == 409
    assert leader.send(one + "/phan-cong-lai", to="nguoi.leader", why="load") == 303
    assert leader.fill(one + "/phe-duyet", outcome="grant", number="15/QĐ") == 303
    for page in ("/", *(f"/viec?ds={name}" for name in ("mine", "unit", "late", "soon", "return"))):
        assert leader.open(page) == 200, page
    assert leader.open(one + "/kiem-soat") == 200
    assert admin.open(f"/viec/ban-giao-nguoi?don-vi={UNIT}") == 200
    assert verify(center)["ok"]
