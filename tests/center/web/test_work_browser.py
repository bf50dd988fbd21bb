"""Working by steps in a real browser: a matter by keyboard alone, axe-core on every page, two screens."""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import replace
from typing import Any

import pytest

from sync.center.staff.roles import Role
from sync.center.store.opening import Center
from sync.center.work.acting import act
from sync.center.work.rights import Actor
from sync.journal.own import Draft
from sync.model import kinds
from sync.model.bodies import intake_out
from sync.model.dossier import Officer, Paper
from tests.center.places import UNIT, MemoryDesk, intake
from tests.center.web.browsing import choose, fits, log_in, look, page_of, tab_to
from tests.center.web.conftest import ONE
from tests.center.web.visitor import hire

TWO = f"{UNIT}-261123-0002"
STAFF = {
    "chi.hanh": ("Phạm Thị Hạnh", Role.RECEPTION),
    "anh.hai": ("Lê Văn Hai", Role.SPECIALIST),
    "chi.ba": ("Trần Thị Ba", Role.LEADER),
    "chi.tu": ("Vũ Thị Tư", Role.RECORDS),
}


@pytest.fixture
def paths(center: Center) -> list[str]:
    """Two dossiers with papers, and the people of the commune."""
    desk = MemoryDesk(center, known=True)
    papers = (Paper("Tờ khai cấp giấy xác nhận tình trạng hôn nhân", originals=1), Paper("Giấy khai sinh"))
    ids = [bytes([at]) * 16 for at in (1, 2)]
    for number, one in zip((ONE, TWO), ids, strict=True):
        made = replace(intake(number, center.clock()), papers=papers)
        desk.write(Draft(kinds.RECEIVED, intake_out(made), one))
    desk.push()
    for login, (name, role) in STAFF.items():
        hire(center, login, role, unit=UNIT, name=name)
    hire(center, "quan.tri", Role.ADMINISTRATOR)
    return [f"/ho-so/{UNIT}/{one.hex()}" for one in ids]


def person(login: str) -> dict[str, str]:
    return {"id": login, "name": STAFF[login][0]}


def acted(center: Center, login: str, dossier: str, verb: str, /, **given: Any) -> None:
    """Brings a dossier to where a page is worth looking at."""
    name, role = STAFF[login]
    actor = Actor(Officer(login, name), frozenset({str(role)}), UNIT)
    done = act(center, actor, dossier.removeprefix("/ho-so/"), verb, given)
    assert done.done, done.mistakes


def test_a_matter_from_hand_to_hand_by_keyboard_alone(
    center: Center, paths: list[str], address: str, browser: Any
) -> None:
    with ExitStack() as pages:
        hanh, hai, ba = (pages.enter_context(page_of(browser, address, "desk")) for _ in range(3))
        log_in(hanh, "chi.hanh")
        tab_to(hanh, "Việc")
        hanh.keyboard.press("Enter")
        hanh.wait_for_url("**/viec")
        tab_to(hanh, "Nhận bàn giao theo danh sách")
        hanh.keyboard.press("Enter")
        hanh.wait_for_url("**/nhan-ban-giao")
        tab_to(hanh, "Mã hồ sơ")
        hanh.keyboard.type(f"{ONE}\n{TWO}\n")  # as a scanner types
        choose(hanh, "Giao ngay cho", "Lê Văn Hai")
        tab_to(hanh, "Kiểm danh sách")
        hanh.keyboard.press("Enter")
        hanh.wait_for_selector("fieldset")
        tab_to(hanh, "Thiếu: Giấy khai sinh")
        hanh.keyboard.press("Space")
        look(hanh, "delivery-checked", "desk")
        tab_to(hanh, "Nhận 2 hồ sơ")
        hanh.keyboard.press("Enter")
        hanh.wait_for_selector("caption:has-text('Từng hồ sơ')")
        assert "Đã ghi 2 trên 2 hồ sơ" in hanh.inner_text("main")
        look(hanh, "delivery-outcomes", "desk")
        log_in(hai, "anh.hai")
        tab_to(hai, "việc của tôi")
        hai.keyboard.press("Enter")
        hai.wait_for_url("**ds=mine")
        tab_to(hai, ONE)
        hai.keyboard.press("Enter")
        hai.wait_for_url("**" + paths[0])
        tab_to(hai, "Thẩm định")
        hai.keyboard.press("Enter")
        hai.wait_for_url("**/tham-dinh")
        tab_to(hai, "Nội dung thẩm định")
        hai.keyboard.type("Đủ điều kiện")
        choose(hai, "Trình", "Trần Thị Ba")
        tab_to(hai, "Thẩm định")
        hai.keyboard.press("Enter")
        hai.wait_for_url("**xong=worked")
        assert "Bước\tPhê duyệt" in hai.inner_text("main")
        log_in(ba, "chi.ba")
        ba.goto("/viec")
        tab_to(ba, "Chọn cả trang")
        ba.keyboard.press("Enter")
        ba.wait_for_url("**chon=het**")
        choose(ba, "Với các hồ sơ đã chọn", "Phê duyệt")
        tab_to(ba, "Tiếp tục")
        ba.keyboard.press("Enter")
        ba.wait_for_url("**/viec/chon")
        tab_to(ba, "Số quyết định, văn bản")
        ba.keyboard.type("15/QĐ")
        look(ba, "bulk", "desk")
        ba.keyboard.press("Enter")
        ba.wait_for_selector("caption:has-text('Từng hồ sơ')")
        assert "Đã ghi 1 trên 1 hồ sơ" in ba.inner_text("main")


@pytest.fixture
def addresses(center: Center, paths: list[str]) -> dict[str, list[str]]:
    """Every page of the work by who may open it, one dossier well on its way, one at its beginning."""
    one, other = paths
    acted(center, "chi.hanh", one, "take", list="7/DS", missing=["Giấy khai sinh"], to=person("anh.hai"))
    acted(center, "anh.hai", one, "consult", office="Công an xã", question="Xác minh nơi cư trú", days=2)
    acted(center, "anh.hai", one, "appraise", despite="Đã có sổ gốc", text="Đủ", to=person("chi.ba"))
    acted(center, "chi.ba", one, "approve", number="15/QĐ", to=person("chi.tu"))
    lists = [f"/viec?ds={name}" for name in ("mine", "unit", "soon")]
    return {
        "chi.tu": [one + "/dong-dau", "/"],
        "chi.hanh": [
            *(other, other + "/nhan-ban-giao", other + "/cong-dan-rut", other + "/goi-dien"),
            *("/viec/nhan-ban-giao", one + "/tra-loi-y-kien"),
        ],
        "anh.hai": [other + "/tham-dinh", other + "/yeu-cau-bo-sung", other + "/lay-y-kien"],
        "chi.ba": [
            *lists,
            *("/viec/ban-giao-nguoi", "/viec/chon", one, one + "/kiem-soat", one + "/phan-cong-lai"),
            *(
                one + "/tra-lai-lam-lai",
                other + "/xin-loi",
                other + "/dung",
                other + "/phe-duyet",
                "/quy-trinh",
            ),
        ],
        "quan.tri": ["/viec/ban-giao-nguoi", "/quy-trinh", "/quy-trinh/dat?thu-tuc=1.004873"],
    }


@pytest.mark.parametrize("screen", ["desk", "phone"])
def test_every_page_of_the_work_is_accessible_and_fits_its_screen(
    addresses: dict[str, list[str]], address: str, browser: Any, screen: str
) -> None:
    for login, some in addresses.items():
        with page_of(browser, address, screen) as page:
            log_in(page, login)
            for path in some:
                page.goto(path)
                (look if screen == "desk" else fits)(page, f"{login}{path}", screen)


def test_the_control_sheet_prints_without_the_page_around_it(
    addresses: dict[str, list[str]], paths: list[str], address: str, browser: Any
) -> None:
    with page_of(browser, address, "desk") as page:
        log_in(page, "chi.ba")
        page.goto(paths[0] + "/kiem-soat")
        page.emulate_media(media="print")
        for hidden in (".top", "footer", ".acts", ".noprint"):
            assert not page.is_visible(hidden), hidden
        assert page.is_visible(".sheet table")


def test_mistakes_and_changes_of_a_verb_are_accessible_too(
    center: Center, addresses: dict[str, list[str]], paths: list[str], address: str, browser: Any
) -> None:
    with page_of(browser, address, "phone") as page:
        log_in(page, "chi.ba")
        page.goto(paths[1] + "/dung")
        page.evaluate("document.querySelector('main form').noValidate = true")
        page.fill("#f-basis", "Điều 5")
        page.click("main button")
        page.wait_for_selector("#m-reason")
        look(page, "verb-mistake", "phone")
        page.click(".said.bad a")
        assert page.evaluate("document.activeElement.id") == "f-reason"
        page.fill("#f-reason", "Trùng hồ sơ")
        acted(center, "chi.hanh", paths[1], "note", text="Công dân gọi hỏi")
        page.click("main button")
        page.wait_for_selector(".said.warn")
        look(page, "verb-changed", "phone")
        assert page.input_value("#f-reason") == "Trùng hồ sơ"
        assert "Công dân gọi hỏi" in page.inner_text("main")
