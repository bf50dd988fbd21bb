"""The catalogue in a real browser: a table published by keyboard, axe-core on every page, three screens."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from sync.catalogue.catalogue import load_shipped
from sync.center.publishing.in_force import chain_of
from sync.center.staff.roles import Role
from sync.center.store.opening import Center
from tests.center.web.browsing import SCREENS, fits, log_in, look, page_of, tab_to
from tests.center.web.released import CODE, NEW_CODE, OTHER_CODE, amended, xlsx
from tests.center.web.visitor import hire


@pytest.fixture
def table(tmp_path: Path) -> Path:
    """A decision with a change of every kind and a row that is wrong."""
    path = tmp_path / "858-QD-BTP.xlsx"
    names = {code: found.name for code in (CODE, OTHER_CODE) if (found := load_shipped().get(code))}
    path.write_bytes(
        xlsx(
            amended(names[CODE]),
            [NEW_CODE, "Xác nhận thông tin thử nghiệm theo mẫu mới", "Hộ tịch", "2 ngày làm việc", "", ""],
            [OTHER_CODE, names[OTHER_CODE], "", "", "Thay thế", NEW_CODE],
            ["1.00", "Mã sai", "", "", "", ""],
        )
    )
    return path


def test_a_decision_is_published_by_keyboard_and_taken_back(
    center: Center, address: str, browser: Any, table: Path
) -> None:
    hire(center, "chi.ba", Role.LEADER)
    with page_of(browser, address, "desk") as page:
        log_in(page, "chi.ba")
        tab_to(page, "Danh mục")
        page.keyboard.press("Enter")
        page.wait_for_url("**/danh-muc")
        look(page, "catalogue-empty", "desk")
        tab_to(page, "Soạn bản công bố")
        page.keyboard.press("Enter")
        page.wait_for_url("**/soan")
        look(page, "catalogue-prepare", "desk")
        tab_to(page, "Số quyết định công bố")
        page.keyboard.type("858/QĐ-BTP")
        page.set_input_files("#f-file", table)
        tab_to(page, "So với danh mục đang áp dụng")
        page.keyboard.press("Enter")
        page.wait_for_url("**/ban-soan/*")
        look(page, "catalogue-draft", "desk")
        tab_to(page, "Công bố…")
        page.keyboard.press("Enter")
        page.wait_for_url("**/cong-bo")
        look(page, "catalogue-publish", "desk")
        tab_to(page, "Đã xem các thay đổi")
        page.keyboard.press("Space")
        tab_to(page, "Công bố")
        page.keyboard.press("Enter")
        page.wait_for_url("**xong=published")
        assert chain_of(center).sequence == 1
        look(page, "catalogue", "desk")
        page.goto("/danh-muc/ban/1/thu-hoi")
        look(page, "catalogue-undo", "desk")
        tab_to(page, "Số quyết định thu hồi")
        page.keyboard.type("900/QĐ-BTP\n")
        page.wait_for_url("**/ban-soan/*")
        assert "thu hồi" in page.inner_text("main").lower()


def test_the_pages_of_the_catalogue_fit_every_screen(
    center: Center, address: str, browser: Any, table: Path
) -> None:
    hire(center, "chi.ba", Role.LEADER)
    with page_of(browser, address, "small") as page:
        log_in(page, "chi.ba")
        page.goto("/danh-muc/soan")
        look(page, "catalogue-prepare", "small")
        page.fill("#f-decision", "858/QĐ-BTP")
        page.set_input_files("#f-file", table)
        page.click("main form button[type=submit]")
        page.wait_for_url("**/ban-soan/*")
        look(page, "catalogue-draft", "small")
        draft = page.url
        page.goto(draft + "/cong-bo")
        fits(page, "catalogue-publish", "small")
        page.click("#sure")
        page.click("main form button")
        page.wait_for_url("**xong=published")
        page.goto("/danh-muc/ban-da-ky")
        look(page, "catalogue-signed", "small")
        for path in ("/danh-muc", "/danh-muc/ban/1", "/danh-muc/ban/1/thu-hoi", "/may-quay"):
            for screen, (wide, high) in (SCREENS | {"old": (1024, 768)}).items():
                page.set_viewport_size({"width": wide, "height": high})
                page.goto(path)
                fits(page, path, screen)


def test_a_refused_table_says_why_in_a_page_that_is_accessible(
    center: Center, address: str, browser: Any, tmp_path: Path
) -> None:
    hire(center, "quan.tri", Role.ADMINISTRATOR)
    wrong = tmp_path / "wrong.xlsx"
    wrong.write_bytes(xlsx(["1.00", "Mã sai", "", "", "", ""]))
    with page_of(browser, address, "phone") as page:
        log_in(page, "quan.tri")
        page.goto("/danh-muc/soan")
        page.fill("#f-decision", "858/QĐ-BTP")
        page.set_input_files("#f-file", wrong)
        page.click("main form button[type=submit]")
        page.wait_for_selector("#m-file")
        look(page, "catalogue-refused", "phone")
        assert "Dòng 2" in page.inner_text("main")
        assert page.input_value("#f-decision") == "858/QĐ-BTP"


@pytest.mark.parametrize("screen", ["desk", "phone"])
def test_words_of_forms_and_days_are_seen_before_they_are_published(
    center: Center, address: str, browser: Any, tmp_path: Path, screen: str
) -> None:
    hire(center, "chi.ba", Role.LEADER)
    words = tmp_path / "loi-van.csv"
    words.write_text(
        "Mẫu;Vị trí;Lời văn\nrating;body.regards.sentences;Trân trọng cảm ơn Ông/Bà đã góp ý!\nphieu;x;y\n",
        "utf-8",
    )
    with page_of(browser, address, screen) as page:
        log_in(page, "chi.ba")
        page.goto("/danh-muc/soan")
        with page.expect_download() as downloaded:
            page.get_by_role("link", name="Lời văn biểu mẫu").click()
        assert downloaded.value.suggested_filename.startswith("wording-")
        look(page, "catalogue-prepare-tables", screen)
        page.fill("#f-decision", "12/QĐ-UBND")
        page.set_input_files("#f-file", words)
        page.get_by_role("button", name="So với danh mục đang áp dụng").click()
        page.wait_for_url("**/ban-soan/*")
        assert page.locator("ins").inner_text() == "Trân trọng cảm ơn Ông/Bà đã góp ý!"
        assert "không có biểu mẫu này" in page.inner_text("main")
        look(page, "catalogue-draft-words", screen)
