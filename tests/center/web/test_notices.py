"""The pages of notices: the list with the calls beside it, the texts, the ways; and in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from sqlalchemy import select, update

from sync.center.notices.mail import MailWay
from sync.center.notices.sending import send_some
from sync.center.notices.ways import MAIL_KEY, set_ways
from sync.center.notices.wording import DEFAULT, wording_of
from sync.center.staff.record import lines
from sync.center.staff.roles import Role
from sync.center.store.notice_tables import citizen_notices
from sync.center.store.noticing import ways_of
from sync.center.store.occasions import OCCASIONS
from sync.center.store.opening import Center
from sync.center.units.tree import center_rows
from sync.journal.own import Draft
from sync.model import kinds
from sync.model.bodies import intake_out, officer_out, pack
from sync.model.dossier import Officer
from sync.model.moment import iso_minute
from tests.center.places import UNIT, MemoryDesk, intake
from tests.center.web.browsing import log_in, look, page_of, tab_to
from tests.center.web.conftest import ONE, OTHER
from tests.center.web.visitor import Visitor, hire

Enter = Callable[..., Visitor]
TEXTS = {f"{one}-{part}": text for one in OCCASIONS for part, text in DEFAULT[one].items()}
WAYS = {
    "first": "email",
    "lookup": "https://motcua.example.vn/tra-cuu",
    "on": ["email"],
    "host": "smtp.example.vn",
    "port": "587",
    "security": "starttls",
    "user": "motcua",
    "sender": "motcua@example.vn",
    "sender_name": "Một cửa",
}


@pytest.fixture
def told(center: Center) -> str:
    """A notice of a dossier, which no server took, and a call about it; the dossier's path."""
    set_ways(center, MailWay("127.0.0.1", 1, "none", "motcua@example.vn"), None)
    desk, one = MemoryDesk(center, known=True), b"a" * 16
    made = intake(ONE, center.clock())
    person = replace(made.applicant, email="dao.nguyen@example.vn")
    by = {"at": iso_minute(center.clock()), "by": officer_out(Officer("1", "Trần Văn Bình"))}
    call = {**by, "phone": "0912345678", "to": "Nguyễn Thị Đào", "outcome": "no-answer"}
    desk.write(
        Draft(kinds.RECEIVED, intake_out(replace(made, applicant=person, owner=person)), one),
        Draft(kinds.CALLED, pack(call), one),
    )
    desk.push()
    state(center, "doubtful")
    return f"/ho-so/{UNIT}/{one.hex()}"


def state(center: Center, to: str) -> None:
    with center.store.transaction() as ledger:
        problem = "cut" if to == "doubtful" else ""
        center_rows(ledger).execute(update(citizen_notices).values(state=to, problem=problem))


def test_the_list_shows_what_was_sent_where_and_the_calls_beside_it(told: str, enter: Enter) -> None:
    one = enter(Role.RECEPTION)
    assert one.open("/thong-bao") == 200
    notices, calls = one.text.split("Cuộc gọi từ quầy đã ghi")
    assert "d•••@example.vn" in notices
    assert "Chưa rõ đã gửi" in notices
    assert told in notices
    assert "09•••••678" in calls
    assert "không nghe máy" in calls
    assert "Trần Văn Bình" in calls
    for private in ("dao.nguyen", "0912345678", "Nguyễn Thị Đào"):
        assert private not in one.text
    for query, shown in (
        (f"ma={ONE.lower()}", True),
        ("ma=H99", False),
        ("dip=received", True),
        ("dip=late", False),
        ("trang-thai=doubtful", True),
        ("trang-thai=sent", False),
        ("truoc=1", False),
    ):
        one.open(f"/thong-bao?{query}")
        assert ("d•••@example.vn" in one.text) is shown, query


def test_another_units_staff_see_none_of_it_and_change_none_of_it(
    center: Center, told: str, enter: Enter
) -> None:
    stranger = enter(Role.RECEPTION, Role.LEADER, unit=OTHER)
    stranger.open("/thong-bao")
    assert ONE not in stranger.text
    assert "không nghe máy" not in stranger.text
    stranger.open("/mat-khau")
    assert stranger.send("/thong-bao/gui-lai", go="again", one="1", state="doubtful") == 409
    with center.store.snapshot() as ledger:
        states = center_rows(ledger).connection.scalars(select(citizen_notices.c.state)).all()
    assert states == ["doubtful"]


def test_a_doubtful_notice_is_sent_again_by_hand_once(center: Center, told: str, enter: Enter) -> None:
    one = enter(Role.RECEPTION)
    one.open("/thong-bao")
    assert one.send("/thong-bao/gui-lai", go="again") == 303
    assert one.location == "/thong-bao?xong=notice-again"
    one.open("/mat-khau")
    assert one.send("/thong-bao/gui-lai", go="again", one="1", state="doubtful") == 409
    assert "vừa đổi trạng thái" in one.text
    assert [line.what for line in lines(center) if line.act == "notice-again"] == [ONE]
    assert send_some(center).states == {"waiting": 1}, "nobody listens there"


def test_an_auditor_looks_and_does_nothing(told: str, enter: Enter) -> None:
    one = enter(Role.AUDITOR)
    assert one.open("/thong-bao") == 200
    assert "Gửi lại" not in one.text
    one.open("/mat-khau")
    assert one.send("/thong-bao/gui-lai", go="again", one="1", state="doubtful") == 403


def test_texts_are_tried_saved_and_refused_with_nothing_typed_lost(center: Center, enter: Enter) -> None:
    one = enter(Role.ADMINISTRATOR)
    one.open("/thong-bao/mau")
    hidden = one.hidden()
    mine = {**TEXTS, "ready-sms": "Xã báo: hồ sơ {so_ho_so} xong rồi."}
    assert one.send("/thong-bao/mau", hidden, **mine, go="look") == 200
    assert "hồ sơ H26.22-261123-0007 xong rồi." in one.text
    wrong = {**mine, "late-mail": "Kính gửi {ho_ten}"}
    assert one.send("/thong-bao/mau", hidden, **wrong, go="save") == 422
    assert "Không có trường “ho_ten”" in one.text
    assert "Kính gửi {ho_ten}" in one.text
    assert "Xã báo" in one.text
    assert one.send("/thong-bao/mau", hidden, **mine, go="save") == 303
    with center.store.snapshot() as ledger:
        assert wording_of(center, ledger).texts["ready"]["sms"].startswith("Xã báo")
    assert one.send("/thong-bao/mau", hidden, **TEXTS, go="save") == 409, "somebody else saved meanwhile"
    one.open("/thong-bao/mau")
    assert one.send("/thong-bao/mau", **mine, go="shipped:ready") == 200
    assert "Xã báo" not in one.text


def test_the_ways_are_checked_and_kept_and_hold_no_key(
    center: Center, enter: Enter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv(MAIL_KEY, "khong-ai-duoc-biet")
    one = enter(Role.ADMINISTRATOR)
    one.open("/thong-bao/cach-gui")
    hidden = one.hidden()
    wrong = {**WAYS, "security": "none", "sender": "motcua", "host": "a b", "lookup": "x"}
    assert one.send("/thong-bao/cach-gui", hidden, **wrong) == 422
    for name in ("host", "security", "sender", "lookup"):
        assert f'id="m-{name}"' in one.text, name
    assert 'value="a b"' in one.text
    assert one.send("/thong-bao/cach-gui", hidden, **WAYS) == 303
    with center.store.snapshot() as ledger:
        ways = ways_of(center_rows(ledger))
    assert ways.on == ("email",)
    assert "khong-ai" not in ways.raw.decode()
    assert ways.since == center.clock()
    one.open("/thong-bao/cach-gui")
    assert "✓ Máy chủ này có khóa" in one.text
    assert "khong-ai" not in one.text
    assert one.send("/thong-bao/cach-gui", hidden, **WAYS) == 409
    one.open("/thong-bao/cach-gui")
    assert one.send("/thong-bao/cach-gui", first="email") == 303
    with center.store.snapshot() as ledger:
        assert ways_of(center_rows(ledger)).on == ()


def test_the_pages_in_a_browser(center: Center, told: str, address: str, browser: Any) -> None:
    hire(center, "quan.tri", Role.ADMINISTRATOR, Role.RECEPTION)
    for screen in ("desk", "phone"):
        with page_of(browser, address, screen) as page:
            log_in(page, "quan.tri")
            for path in ("/thong-bao", "/thong-bao/mau", "/thong-bao/cach-gui"):
                page.goto(path)
                look(page, f"notices{path}", screen)
    with page_of(browser, address, "desk") as page:
        log_in(page, "quan.tri")
        tab_to(page, "Thông báo")
        page.keyboard.press("Enter")
        page.wait_for_url("**/thong-bao")
        tab_to(page, "Gửi lại")
        page.keyboard.press("Enter")
        page.wait_for_url("**xong=notice-again")
        assert "Chờ gửi" in page.inner_text("table")
