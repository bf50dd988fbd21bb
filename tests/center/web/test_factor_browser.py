"""The second factor in a real browser: set up from the picture, its codes shown, asked for at the log-in."""

from __future__ import annotations

import base64
from typing import Any

import pytest

from sync.center.staff.roles import Role
from sync.center.staff.totp import PERIOD, code_at
from sync.center.store.opening import Center
from tests.center.places import Clock
from tests.center.web.browsing import focused, log_in, look, page_of, tab_to
from tests.center.web.visitor import PASSWORD, hire


@pytest.mark.parametrize("screen", ["desk", "phone"])
def test_it_is_set_up_and_asked_for_by_keyboard(
    center: Center, clock: Clock, address: str, browser: Any, screen: str
) -> None:
    hire(center, "quan.tri", Role.ADMINISTRATOR, name="Phạm Thị Quản Trị")
    with page_of(browser, address, screen) as page:
        log_in(page, "quan.tri")
        page.goto("/hai-buoc")
        look(page, "factor-none", screen)
        tab_to(page, "Bật xác nhận hai bước")
        page.keyboard.press("Enter")
        page.wait_for_url("**/hai-buoc/bat")
        look(page, "factor-on", screen)
        secret = base64.b32decode(page.inner_text("main .code").replace(" ", ""))
        tab_to(page, "Mã sáu số")
        page.keyboard.type(code_at(secret, int(clock().timestamp()) // PERIOD))
        page.keyboard.press("Enter")
        page.wait_for_selector(".codes")
        look(page, "factor-codes", screen)
        tab_to(page, "Đã cất mã")
        page.keyboard.press("Enter")
        page.wait_for_selector(".said.good")
        look(page, "factor-state", screen)
        clock.advance(seconds=PERIOD)
        page.click("text=Đăng xuất")
        page.wait_for_url("**/dang-nhap?xong=logout")
        page.goto("/dang-nhap")
        focused(page, "f-login")
        page.keyboard.type("quan.tri")
        page.keyboard.press("Tab")
        page.keyboard.type(PASSWORD)
        page.keyboard.press("Enter")
        page.wait_for_selector("#f-code")
        focused(page, "f-code")
        look(page, "second-step", screen)
        page.keyboard.type(code_at(secret, int(clock().timestamp()) // PERIOD))
        page.keyboard.press("Enter")
        page.wait_for_selector("text=Tổng quan")
        page.goto("/xac-nhan")
        look(page, "confirm", screen)
