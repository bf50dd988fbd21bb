"""The pages in a real browser: a day by keyboard alone, axe-core on every page, two sizes of screen."""

from __future__ import annotations

import importlib.util
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import resources
from pathlib import Path
from typing import Any

import pytest

from sync.center.api.serving import EmbeddedServer
from sync.center.staff.links import first_link
from sync.center.staff.roles import Role
from sync.center.store.opening import Center
from sync.center.units.invitations import invite
from sync.center.work.listing import dossiers
from tests.center.places import UNIT, EnrolledDesk, MemoryDesk
from tests.center.web.conftest import ONE
from tests.center.web.scanned import attach_scan
from tests.center.web.visitor import PASSWORD, hire

SCREENS = {"desk": (1366, 768), "phone": (390, 844), "small": (320, 568)}
NOISE = ("error", "warning")
PATIENCE = 120_000
"""Milliseconds: the machine may have much else to do."""
ARGUMENTS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking"),
    *("--disable-component-update", "--disable-sync"),
]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    """A headless Chromium, Debian's."""
    if importlib.util.find_spec("playwright") is None:
        pytest.skip("playwright is not installed (extra test-browser)")
    program = shutil.which("chromium")
    if program is None:
        pytest.skip("Chromium is not installed (Debian: chromium)")
    from playwright.sync_api import sync_playwright

    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=ARGUMENTS)
        yield opened
        opened.close()


@pytest.fixture
def address(center: Center) -> Iterator[str]:
    with EmbeddedServer(center) as server:
        yield server.address


@contextmanager
def page_of(browser: Any, address: str, screen: str) -> Iterator[Any]:
    """A fresh page; what the browser complains of (a refused style, a missing file) fails the test."""
    wide, high = SCREENS[screen]
    context = browser.new_context(viewport={"width": wide, "height": high}, locale="vi-VN", base_url=address)
    context.set_default_timeout(PATIENCE)
    page = context.new_page()
    complaints: list[str] = []
    page.on(
        "console", lambda said: complaints.append(said.text) if said.type in ("error", "warning") else None
    )
    page.on("pageerror", lambda error: complaints.append(str(error)))
    yield page
    context.close()
    # the browser notes every answer that is not a success; those are looked at by the tests themselves
    assert not [one for one in complaints if "the server responded with a status of" not in one]


def log_in(page: Any, login: str) -> None:
    """By keyboard: the first field has the focus."""
    page.goto("/dang-nhap")
    focused(page, "f-login")
    page.keyboard.type(login)
    page.keyboard.press("Tab")
    page.keyboard.type(PASSWORD)
    page.keyboard.press("Enter")
    page.wait_for_url("**/")


def focused(page: Any, name: str) -> None:
    """Waits until a control has the focus that the page gives it."""
    page.wait_for_function("name => document.activeElement.id === name", arg=name)


def tab_to(page: Any, words: str, *, back: bool = False) -> None:
    """Presses Tab until the control with these words has the focus, which must be seen."""
    said = (
        "(() => { const it = document.activeElement; const label = it.labels && it.labels[0];"
        " return (label ? label.innerText : it.innerText || '').trim(); })()"
    )
    for _ in range(80):
        page.keyboard.press("Shift+Tab" if back else "Tab")
        if words in page.evaluate(said):
            seen = page.evaluate("getComputedStyle(document.activeElement).outlineStyle")
            assert seen != "none", f"the focus on {words!r} cannot be seen"
            return
    raise AssertionError(f"not to be reached by Tab: {words!r}")


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
        page.wait_for_url("**/dang-nhap")
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
    machine = EnrolledDesk(center, invite(center, UNIT, "http://127.0.0.1:1"))
    machine.enrol()
    machine.exchange()
    invite(center, UNIT, "http://127.0.0.1:1")
    hire(center, "le.cuong", Role.SPECIALIST, Role.LEADER, Role.AUDITOR)
    hire(center, "quan.tri", Role.ADMINISTRATOR)
    one, node = f"/ho-so/{UNIT}/{dossier.hex()}", desk.keys.node.hex()
    unit = f"/don-vi/mot/{UNIT}"
    return {
        "": ["/dang-nhap", "/tra-cuu", "/tra-cuu?lang=en", "/khong-co", "/lien-ket/x"],
        "le.cuong": [
            *("/", "/ho-so", "/ho-so?han=overdue", "/ho-so?tim=khong.co", "/mat-khau", "/nhat-ky"),
            *(one, one + "/quyet-dinh", one + "/chuyen", f"{one}/ban-chup/{scan.name.hex()[:32]}"),
        ],
        "quan.tri": [
            *("/", "/don-vi", "/don-vi/them", unit, unit + "/sua", unit + "/sap-nhap", unit + "/thu-moi"),
            *("/may-quay", f"/may-quay/mot/{node}", f"/may-quay/mot/{node}/thu-hoi", "/may-quay/cach-ly"),
            *("/tai-khoan", "/tai-khoan/them", "/tai-khoan/mot/le.cuong", "/tai-khoan/mot/le.cuong/ngung"),
            *("/tai-khoan/mot/le.cuong/lien-ket", "/dang-xuat", "/khong-co"),
        ],
    }


def look(page: Any, name: str, screen: str) -> None:
    """No finding of axe-core worth a thought, and nothing beyond the edge of the screen."""
    fits(page, name, screen)
    source = resources.files("axe_playwright_python").joinpath("axe.min.js").read_text("utf-8")
    page.evaluate(source)
    found = page.evaluate("axe.run().then(done => done.violations)")
    serious = [
        (one["id"], [node["html"][:160] for node in one["nodes"]])
        for one in found
        if one["impact"] in ("serious", "critical", "moderate")
    ]
    assert not serious, name


def fits(page: Any, name: str, screen: str) -> None:
    """Nothing beyond the screen's edge."""
    over = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    assert over <= 0, f"{name}: {over} pixels beyond the edge"
    folder = os.environ.get("MOTCUA_SHOTS")
    if folder:
        Path(folder).mkdir(parents=True, exist_ok=True)
        plain = "".join(letter if letter.isalnum() else "-" for letter in name)
        page.screenshot(path=Path(folder) / f"{screen}{plain[:80]}.png", full_page=True)


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


def test_mistakes_and_changes_are_accessible_too(
    filled: dict[str, list[str]], address: str, browser: Any
) -> None:
    path = filled["le.cuong"][7]
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
