"""What lay on a stolen machine: counted to its last contact, names shortened, files, and who looked."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable

import pytest

from sync.center.staff.record import lines
from sync.center.staff.roles import Role
from sync.center.store.opening import Center
from sync.center.units.exposed import exposed, held, shortened
from tests.center.places import UNIT, Clock, EnrolledDesk, MemoryDesk
from tests.center.web.conftest import OTHER
from tests.center.web.test_units import enrolled
from tests.center.web.visitor import Visitor

Enter = Callable[..., Visitor]


@pytest.fixture
def stolen(center: Center, clock: Clock) -> EnrolledDesk:
    """A desk that sent a dossier, and another five days later."""
    desk = enrolled(center)
    desk.receive(f"{UNIT}-261123-0001", name="Nguyễn Thị Đào")
    desk.exchange()
    clock.advance(days=5)
    desk.receive(f"{UNIT}-261128-0002", name="Lê =Văn Tám")
    desk.exchange()
    return desk


def test_it_is_what_the_machine_read_up_to_its_last_contact(
    center: Center, stolen: EnrolledDesk, clock: Clock
) -> None:
    name = stolen.keys.node.hex()
    found = exposed(center, name)
    assert (found.dossiers, found.scans, found.unit, found.desk) == (2, 0, UNIT, 1)
    clock.advance(days=1)
    other = MemoryDesk(center, desk=2, known=True)
    other.receive(f"{UNIT}-261129-0003")
    other.push()
    assert exposed(center, name).dossiers == 2, "what came later it never saw"
    assert exposed(center, f"{UNIT}/1").dossiers == 2
    [late] = held(center, exposed(center, name, days=3))
    assert late.number == f"{UNIT}-261128-0002"
    assert late.people == ("L. =. Tám",)


def test_the_list_stands_at_the_revocation_and_after_it_and_who_looks_is_recorded(
    center: Center, stolen: EnrolledDesk, enter: Enter
) -> None:
    boss = enter(Role.ADMINISTRATOR)
    path = f"/may-quay/mot/{stolen.keys.node.hex()}"
    assert boss.open(path + "/thu-hoi") == 200
    assert "2 hồ sơ, 0 bản chụp" in boss.text
    assert boss.send(path + "/thu-hoi", reason="Mất trộm", ranges_from="", sure="yes") == 303
    boss.follow()
    assert path + "/ho-so" in boss.text
    assert boss.open(path + "/ho-so") == 200
    assert "N. T. Đào" in boss.text
    assert "Nguyễn Thị Đào" not in boss.text
    assert boss.open(path + "/ho-so?ngay=3") == 200
    assert "N. T. Đào" not in boss.text
    acts = [(one.login, one.act) for one in lines(center)][:2]
    assert acts == [("can.bo.1", "exposed-read")] * 2
    assert enter(Role.SPECIALIST).open(path + "/ho-so") == 403
    assert enter(Role.LEADER, unit=OTHER).open(path + "/ho-so") == 404
    assert enter(Role.LEADER, unit=OTHER).open(path + "/ho-so/tep") == 404


def test_it_is_taken_away_as_csv_and_pdf(center: Center, stolen: EnrolledDesk, enter: Enter) -> None:
    boss = enter(Role.AUDITOR)
    path = f"/may-quay/mot/{stolen.keys.node.hex()}/ho-so/tep"
    assert boss.open(path + "?dang=csv") == 200
    assert boss.answer.headers["cache-control"] == "no-store"
    assert "attachment" in boss.answer.headers["content-disposition"]
    rows = list(csv.reader(io.StringIO(boss.answer.content.decode("utf-8-sig")), delimiter=";"))
    assert len(rows) == 3
    assert rows[0][0] == "Mã hồ sơ"
    assert boss.open(path + "?dang=pdf") == 200
    assert boss.answer.content.startswith(b"%PDF")
    assert boss.open(path + "?dang=exe") == 404
    assert [one.act for one in lines(center)][:2] == ["exposed-exported"] * 2


def test_a_machine_that_was_never_heard_holds_nothing_that_is_known(center: Center, enter: Enter) -> None:
    desk = MemoryDesk(center, known=True)
    found = exposed(center, desk.keys.node.hex())
    assert (found.heard_at, found.dossiers, list(held(center, found))) == ("", 0, [])
    boss = enter(Role.ADMINISTRATOR)
    assert boss.open(f"/may-quay/mot/{desk.keys.node.hex()}/ho-so") == 200
    assert "chưa liên lạc" in boss.text


@pytest.mark.parametrize(
    ("name", "short"),
    [("Nguyễn Thị Đào", "N. T. Đào"), ("Đào", "Đào"), ("", ""), ("  Ủy ban  xã ", "Ủ. b. xã")],
)
def test_names_are_shortened(name: str, short: str) -> None:
    assert shortened(name) == short
