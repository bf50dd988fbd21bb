"""The pages of messages to units: written, sent once, and who has read them; and in a real browser."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from typing import Any

from sync.center.notices.messages import told
from sync.center.staff.record import lines
from sync.center.staff.roles import Role
from sync.center.store.opening import Center
from sync.journal.own import Draft
from sync.model import kinds
from sync.model.bodies import officer_out, pack
from sync.model.dossier import Officer
from sync.model.moment import iso_minute
from tests.center.places import START, UNIT, Clock, MemoryDesk
from tests.center.web.browsing import log_in, look, page_of, tab_to
from tests.center.web.conftest import OTHER
from tests.center.web.visitor import Visitor, hire

Enter = Callable[..., Visitor]
MINE = {
    "sort": "instruction",
    "title": "Gửi lịch trực lễ",
    "text": "Mỗi ca một người.\n\nGửi trước 17 giờ.",
    "due": "2026-11-25",
}


def receipt(center: Center, name: str) -> None:
    """Somebody of the first commune has read it."""
    desk = MemoryDesk(center, known=True)
    by = {"at": iso_minute(center.clock()), "by": officer_out(Officer("1", "Trần Văn Bình"))}
    desk.write(Draft(kinds.READ, pack({**by, "name": name, "desk": 1})))
    desk.push()


def test_a_message_is_written_sent_once_and_its_reading_seen(
    center: Center, clock: Clock, enter: Enter
) -> None:
    one = enter(Role.LEADER)
    one.open("/tin-don-vi/viet")
    hidden = one.hidden()
    for _twice in range(2):
        assert one.send("/tin-don-vi/viet", hidden, **MINE, units=["all"]) == 303
    [sent] = told(center, None)
    assert sent.units == [UNIT, OTHER]
    assert [line.what.split()[1] for line in lines(center) if line.act == "message-sent"] == ["2"]
    receipt(center, sent.message.name)
    one.open("/tin-don-vi")
    assert "1/2 đơn vị" in one.text
    assert "quá hạn" not in one.text
    clock.now = START + timedelta(days=3)
    one = enter(Role.AUDITOR)
    one.open("/tin-don-vi")
    assert "! 1 đơn vị quá hạn chưa đọc" in one.text
    assert "Viết thông báo" not in one.text
    one.open(f"/tin-don-vi/mot/{sent.message.name}/{sent.place}")
    late, read = one.text.split("<tbody>")[1].split("<tr>")[1:]
    assert "Xã Láng Giềng" in late
    assert "Quá hạn chưa đọc" in late
    assert "Trần Văn Bình, quầy 1" in read
    assert "09:15 23/11/2026" in read
    for wrong in (f"{'b' * 32}/{sent.place}", f"{sent.message.name}/1", "x/y"):
        assert one.open(f"/tin-don-vi/mot/{wrong}") == 404


def test_what_is_wrong_stands_beside_its_field_with_nothing_typed_lost(center: Center, enter: Enter) -> None:
    one = enter(Role.LEADER)
    one.open("/tin-don-vi/viet")
    hidden = one.hidden()
    wrong = {**MINE, "title": " ", "due": "2026-11-01", "sort": "x"}
    assert one.send("/tin-don-vi/viet", hidden, **wrong, units=[UNIT]) == 422
    for name in ("title", "due", "sort"):
        assert f'id="m-{name}"' in one.text, name
    assert "Gửi trước 17 giờ." in one.text
    assert f'value="{UNIT}" checked' in one.text
    assert one.send("/tin-don-vi/viet", hidden, **MINE) == 422
    assert 'id="m-units"' in one.text
    assert one.send("/tin-don-vi/viet", hidden, **MINE, units=["H11.11.111"]) == 422
    assert one.send("/tin-don-vi/viet", hidden, **{**MINE, "due": "mai"}, units=[UNIT]) == 422
    assert told(center, None) == []


def test_a_commune_sees_what_went_to_it_and_writes_to_nobody_else(center: Center, enter: Enter) -> None:
    leader = enter(Role.LEADER, unit=OTHER)
    leader.open("/tin-don-vi/viet")
    assert "Xã Ví Dụ" not in leader.text
    assert leader.send("/tin-don-vi/viet", **MINE, units=[UNIT]) == 422
    whole = enter(Role.ADMINISTRATOR)
    whole.open("/tin-don-vi/viet")
    assert whole.send("/tin-don-vi/viet", **MINE, units=[UNIT]) == 303
    leader.open("/tin-don-vi")
    assert "Gửi lịch trực lễ" not in leader.text


def test_the_pages_in_a_browser(center: Center, address: str, browser: Any) -> None:
    hire(center, "chi.ba", Role.LEADER)
    with page_of(browser, address, "desk") as page:
        log_in(page, "chi.ba")
        tab_to(page, "Chỉ đạo")
        page.keyboard.press("Enter")
        page.wait_for_url("**/tin-don-vi")
        tab_to(page, "Viết thông báo, chỉ đạo")
        page.keyboard.press("Enter")
        page.wait_for_url("**/viet")
        tab_to(page, "Tiêu đề")
        page.keyboard.type("Họp giao ban")
        tab_to(page, "Nội dung")
        page.keyboard.type("Tám giờ thứ Hai.")
        tab_to(page, "Mọi đơn vị")
        page.keyboard.press("Space")
        look(page, "message-new", "desk")
        tab_to(page, "Gửi")
        page.keyboard.press("Enter")
        page.wait_for_url("**xong=message-sent")
        look(page, "messages", "desk")
        receipt(center, told(center, None)[0].message.name)
        tab_to(page, "Họp giao ban")
        page.keyboard.press("Enter")
        page.wait_for_url("**/tin-don-vi/mot/**")
        assert "1/2 đơn vị đã đọc" in page.inner_text("caption")
        look(page, "message", "desk")
        path = page.url
    with page_of(browser, address, "phone") as page:
        log_in(page, "chi.ba")
        for one in ("/tin-don-vi", "/tin-don-vi/viet", path):
            page.goto(one)
            look(page, "message-" + one.rpartition("/")[2][:8], "phone")
