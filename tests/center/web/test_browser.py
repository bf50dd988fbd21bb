"""The pages in a real browser: a day by keyboard alone, axe-core on every page, two sizes of screen."""

from __future__ import annotations

from typing import Any

import pytest

from sync.center.staff.keys import KeyScope, WantedKey, add_key
from sync.center.staff.links import first_link
from sync.center.staff.roles import Role
from sync.center.store.opening import Center
from sync.center.units.invitations import invite
from sync.center.work.listing import dossiers
from tests.center.places import UNIT, EnrolledDesk, MemoryDesk
from tests.center.web.browsing import fits, focused, log_in, look, page_of, tab_to
from tests.center.web.conftest import ONE
from tests.center.web.scanned import attach_scan
from tests.center.web.visitor import PASSWORD, hire


def test_a_specialists_day_by_keyboard_alone(
    center: Center, dossier: str, address: str, browser: Any
) -> None:
    hire(center, "le.cuong", Role.SPECIALIST)
    with page_of(browser, address, "desk") as page:
        log_in(page, "le.cuong")
        tab_to(page, "Đến nội dung chính")
        page.keyboard.press("Enter")
        assert page.evaluate("document.activeElement.id") == "content"
        tab_to(page, "tiếp nhận hôm nay")
        page.keyboard.press("Enter")
        page.wait_for_url("**/ho-so")
        tab_to(page, "Mã hồ sơ hoặc họ tên")
        page.keyboard.type("nguyen thi dao")
        page.keyboard.press("Enter")
        page.wait_for_url("**/ho-so?*")
        tab_to(page, ONE)
        page.keyboard.press("Enter")
        page.wait_for_url("**" + dossier)
        tab_to(page, "Chuyển trạng thái")
        page.keyboard.press("Enter")
        page.wait_for_url("**/quyet-dinh")
        tab_to(page, "Đang xử lý")
        page.keyboard.press("ArrowDown")
        page.keyboard.press("Tab")
        page.keyboard.type("Thiếu bản sao giấy khai sinh")
        page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("**xong=decided")
        assert "Yêu cầu bổ sung giấy tờ" in page.inner_text("main")
        tab_to(page, "Đăng xuất")
        page.keyboard.press("Enter")
        page.wait_for_url("**/dang-nhap?xong=logout")
    assert dossiers(center)[0]["status"] == "supplement"


def test_an_administrators_day_by_keyboard_alone(center: Center, address: str, browser: Any) -> None:
    path = first_link(center)
    with page_of(browser, address, "desk") as page:
        page.goto(str(path))
        focused(page, "f-name")
        for words in ("Phạm Thị Quản Trị", "quan.tri", PASSWORD, PASSWORD):
            page.keyboard.type(words)
            page.keyboard.press("Tab")
        page.keyboard.press("Enter")
        page.wait_for_url("**/dang-nhap*")
        log_in(page, "quan.tri")
        tab_to(page, "Tài khoản")
        page.keyboard.press("Enter")
        page.wait_for_url("**/tai-khoan")
        tab_to(page, "Thêm tài khoản")
        page.keyboard.press("Enter")
        page.wait_for_url("**/them")
        tab_to(page, "Họ và tên")
        page.keyboard.type("Lê Thị Hương")
        tab_to(page, "Tên đăng nhập")
        page.keyboard.type("chi.huong")
        tab_to(page, "Chuyên viên")
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
        page.wait_for_selector("#link")
        assert "/lien-ket/" in page.input_value("#link")
        tab_to(page, "Đơn vị", back=True)
        page.keyboard.press("Enter")
        page.wait_for_url("**/don-vi")
        tab_to(page, "Xã Ví Dụ")
        page.keyboard.press("Enter")
        page.wait_for_url(f"**/{UNIT}")
        tab_to(page, "Lập thư mời")
        page.keyboard.press("Enter")
        page.wait_for_url("**/thu-moi")
        tab_to(page, "Số ngày có hiệu lực")
        page.keyboard.press("Enter")
        page.wait_for_selector("#code")
        assert page.input_value("#code").startswith("MC1-")


@pytest.fixture
def filled(center: Center) -> dict[str, list[str]]:
    """Addresses of every page, by who opens it: nobody, a leader, an administrator."""
    desk = MemoryDesk(center, known=True)
    [dossier, *_more] = desk.receive(ONE, *(f"{UNIT}-261123-{number:04d}" for number in range(2, 70)))
    scan = attach_scan(center, desk, dossier)
    desk.status(dossier, "supplement")
    attach_scan(center, desk, dossier, pages=3)
    machine = EnrolledDesk(center, invite(center, UNIT, "http://127.0.0.1:1"))
    machine.enrol()
    machine.exchange()
    invite(center, UNIT, "http://127.0.0.1:1")
    hire(center, "le.cuong", Role.SPECIALIST, Role.LEADER, Role.AUDITOR)
    hire(center, "quan.tri", Role.ADMINISTRATOR)
    key, _secret = add_key(center, WantedKey("cong-tinh", frozenset({KeyScope.CATALOGUE})))
    one, node = f"/ho-so/{UNIT}/{dossier.hex()}", desk.keys.node.hex()
    unit = f"/don-vi/mot/{UNIT}"
    return {
        "": ["/dang-nhap", "/tra-cuu", "/tra-cuu?lang=en", "/khong-co", "/lien-ket/x"],
        "le.cuong": [
            *("/", "/ho-so", "/ho-so?han=overdue", "/ho-so?tim=khong.co", "/mat-khau", "/nhat-ky"),
            *(
                "/bao-cao",
                "/bao-cao?loai=vao-ra",
                "/bao-cao?loai=ton",
                "/bao-cao/ho-so?nao=chua-xong&ma=" + UNIT,
                "/bao-cao/bieu-mau?bieu=ii06b",
                "/bao-cao/bieu-mau?bieu=chi-so",
            ),
            *(
                one,
                one + "/quyet-dinh",
                one + "/chuyen",
                one + "/bo-sung",
                f"{one}/ban-chup/{scan.name.hex()[:32]}",
            ),
        ],
        "quan.tri": [
            *("/", "/don-vi", "/don-vi/them", unit, unit + "/sua", unit + "/sap-nhap", unit + "/thu-moi"),
            *(unit + "/tach", unit + "/lich-su"),
            *("/may-quay", f"/may-quay/mot/{node}", f"/may-quay/mot/{node}/thu-hoi", "/may-quay/cach-ly"),
            *("/tai-khoan", "/tai-khoan/them", "/tai-khoan/mot/le.cuong", "/tai-khoan/mot/le.cuong/ngung"),
            *("/tai-khoan/khoa", "/tai-khoan/khoa/them", f"/tai-khoan/khoa/mot/{key.id}/thu-hoi"),
            *("/tai-khoan/mot/le.cuong/lien-ket", "/dang-xuat", "/khong-co"),
            *("/hai-buoc", "/hai-buoc/tat", "/phien", "/phien/ket-thuc", "/xac-nhan", "/nhat-ky"),
            *("/tai-khoan/hai-buoc", "/tai-khoan/mot/le.cuong/hai-buoc", f"/may-quay/mot/{node}/ho-so"),
        ],
    }


@pytest.mark.parametrize("screen", ["desk", "phone"])
def test_every_page_is_accessible_and_fits_its_screen(
    filled: dict[str, list[str]], address: str, browser: Any, screen: str
) -> None:
    for login, paths in filled.items():
        with page_of(browser, address, screen) as page:
            if login:
                log_in(page, login)
            for path in paths:
                page.goto(path)
                # what is in a page is the same on a phone: there only its size is in question
                (look if screen == "desk" else fits)(page, path, screen)


def test_a_key_is_given_out_by_keyboard_and_what_is_wrong_is_found(
    center: Center, address: str, browser: Any
) -> None:
    hire(center, "quan.tri", Role.ADMINISTRATOR)
    with page_of(browser, address, "desk") as page:
        log_in(page, "quan.tri")
        page.goto("/tai-khoan/khoa/them")
        tab_to(page, "Tên hệ thống")
        page.keyboard.type("cong-tinh")
        tab_to(page, "Thông tin cá nhân trong hồ sơ")
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
        page.wait_for_selector("#m-scopes")
        look(page, "key-mistake", "desk")
        tab_to(page, "Hồ sơ, không có thông tin cá nhân")
        page.keyboard.press("Space")
        page.keyboard.press("Enter")
        page.wait_for_selector("#key")
        look(page, "key-given", "desk")
        assert page.input_value("#key").startswith("mck_")


def test_mistakes_and_changes_are_accessible_too(
    filled: dict[str, list[str]], address: str, browser: Any
) -> None:
    path = next(one for one in filled["le.cuong"] if one.endswith("/quyet-dinh"))
    with page_of(browser, address, "phone") as page:
        log_in(page, "le.cuong")
        page.goto(path)
        page.check("input[value=stopped]")
        page.click("main button")
        page.wait_for_selector("#m-reason")
        look(page, "mistake", "phone")
        assert page.get_attribute("#f-reason", "aria-invalid") == "true"
        page.click(".said.bad a")
        assert page.evaluate("document.activeElement.id") == "f-reason"
        assert page.is_checked("input[value=stopped]")
        page.evaluate("document.querySelector('[name=seen]').value = 'x.y'")
        page.fill("#f-reason", "Trùng hồ sơ")
        page.click("main button")
        page.wait_for_selector(".said.warn")
        look(page, "changed", "phone")
        assert page.input_value("#f-reason") == "Trùng hồ sơ"


def test_the_citizens_page_works_on_the_smallest_phone(
    filled: dict[str, list[str]], address: str, browser: Any
) -> None:
    with page_of(browser, address, "small") as page:
        page.goto("/tra-cuu")
        look(page, "lookup", "small")
        page.fill("#f-ma", ONE)
        page.keyboard.press("Enter")
        page.wait_for_selector(".answer")
        look(page, "answer", "small")
        page.fill("#f-ma", "H99.99.001-261123-8888")
        page.keyboard.press("Enter")
        page.wait_for_selector("[role=alert]")
        look(page, "none", "small")
        page.click(".language a")
        page.wait_for_url("**lang=en")
        assert page.inner_text("h1") == "Check an application"
        look(page, "english", "small")
