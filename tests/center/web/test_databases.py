"""The same day on each database, and from several processes on one of them."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from sync.center.api.app import build_app
from sync.center.citizens.looking import look_up
from sync.center.staff.links import first_link
from sync.center.staff.record import lines
from sync.center.staff.roles import Role
from sync.center.staff.tries import Rate, tried
from sync.center.store.dialect import Engines
from sync.center.store.opening import Center, introduce
from sync.center.store.store import CenterStore
from sync.center.units.standing import machines, scans_behind
from sync.center.units.tree import add_unit
from sync.center.work.checking import verify
from sync.identity.keys import NodeKeys
from tests.center.places import UNIT, Clock, MemoryDesk, Place
from tests.center.web.conftest import ONE, OTHER
from tests.center.web.scanned import attach_scan
from tests.center.web.visitor import PASSWORD, Visitor, hire


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


def test_a_whole_day_in_the_pages(center: Center, visitor: Visitor) -> None:
    path = first_link(center)
    assert path is not None
    values = {"name": "Quản Trị", "login": "quan.tri", "password": PASSWORD, "again": PASSWORD}
    assert visitor.fill(path, **values) == 303
    assert visitor.log_in("quan.tri") == 303
    new = {"name": "Lê Thị Hương", "login": "chi.huong", "roles": ["specialist", "auditor"], "unit": UNIT}
    assert visitor.fill("/tai-khoan/them", **new) == 200
    link = visitor.text.partition("readonly>")[2].partition("<")[0]
    for page in ("/", "/don-vi", f"/don-vi/mot/{UNIT}", "/may-quay", "/tai-khoan", "/nhat-ky"):
        assert visitor.open(page) == 200, page
    desk = MemoryDesk(center, known=True)
    [dossier, *_more] = desk.receive(*(f"{UNIT}-261123-{number:04d}" for number in range(1, 80)))
    attach_scan(center, desk, dossier)
    desk.push()
    her = Visitor(visitor.app)
    assert her.fill(link, password=PASSWORD, again=PASSWORD) == 303
    assert her.log_in("chi.huong") == 303
    one = f"/ho-so/{UNIT}/{dossier.hex()}"
    for page in ("/", "/ho-so", "/ho-so?han=open", f"/ho-so?tim={ONE}", "/ho-so?han=visiting", one):
        assert her.open(page) == 200, page
    assert her.fill(one + "/quyet-dinh", status="supplement", reason="Thiếu giấy") == 303
    other = Visitor(visitor.app)
    hire(center, "anh.ba", Role.LEADER)
    other.log_in("anh.ba")
    other.open(one + "/chuyen")
    assert her.fill(one + "/quyet-dinh", status="processing", reason="") == 303
    assert other.send(one + "/chuyen", unit=OTHER, note="") == 409
    assert other.send(one + "/chuyen", unit=OTHER, note="") == 303
    shown = look_up(center, ONE, "192.0.2.1")
    assert shown is not None
    assert shown.state == "processing"
    assert [one.entries > 79 for one in machines(center)] == [True]
    assert scans_behind(center, UNIT).behind == 0
    assert {"login", "decided", "forwarded", "dossier-opened", "link"} <= {one.act for one in lines(center)}
    assert verify(center)["ok"]


def test_tries_at_once_are_all_counted(center: Center) -> None:
    rate = Rate("x", 8, 60)
    found: list[bool] = []

    def ask() -> None:
        found.extend(tried(center, rate, "192.0.2.1") for _ in range(3))

    threads = [threading.Thread(target=ask) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(found) == [False] * 4 + [True] * 8


def test_what_one_process_let_in_another_knows(tmp_path: Path) -> None:
    place = Place(tmp_path)
    with place.open() as one, place.open(create=False) as other:
        hire(one, "chi.huong", Role.SPECIALIST)
        here, there = Visitor(build_app(one)), Visitor(build_app(other))
        assert here.log_in("chi.huong") == 303
        there.client.cookies = here.client.cookies
        assert there.open("/ho-so") == 200
        here.open("/mat-khau")
        token = here.hidden()
        assert there.send("/dang-xuat", token) == 303, "a form given by one is taken by the other"
        assert here.open("/ho-so") == 401
