"""The window of a locked desk: one line for a password or the code; Cài đặt locks, unlocks and prints the
sheet."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from desk_app.operations.founding import read_identity
from desk_app.operations.key_files import KeyPlace
from desk_app.operations.key_wraps import lock_with, new_code, status_of
from desk_app.paths import DeskPaths
from desk_app.ui.key_page import KeyPage
from desk_app.ui.safety_keys import KeySection
from tests.offices import reopened
from tests.ui.steps import Counter

PASSWORD = "mot cau rat de nho"


@pytest.fixture
def code(office: Path) -> str:
    """The printed code of the office, locked with a password."""
    with reopened(office) as desk:
        made = new_code(desk)
        lock_with(desk, None, PASSWORD)
    return made


def key_page(counter: Counter) -> KeyPage:
    """The page that asks."""
    counter.until(lambda: bool(counter.window.findChildren(KeyPage)))
    return counter.window.findChildren(KeyPage)[-1]


@pytest.mark.parametrize("by_code", [False, True])
def test_a_locked_desk_opens_by_a_password_or_the_code(
    office: Path, code: str, opened: Callable[..., Counter], by_code: bool
) -> None:
    counter = opened(office)
    page = key_page(counter)
    assert "khóa" in page.title.text()
    page.line.setText("khong phai mat khau")
    page.enter.click()
    counter.until(lambda: "không mở được dữ liệu" in page.wrong.text())
    page.line.setText(code if by_code else PASSWORD)
    page.enter.click()
    counter.ready()


def test_with_the_wraps_lost_the_window_asks_for_the_code(
    office: Path, code: str, opened: Callable[..., Counter]
) -> None:
    for file in KeyPlace(read_identity(DeskPaths(office))).files:
        file.write_bytes(b"")
    counter = opened(office)
    page = key_page(counter)
    assert "tệp khóa" in page.title.text()
    page.line.setText(code)
    page.enter.click()
    counter.ready()


def section_of(counter: Counter) -> KeySection:
    """The section, at the front."""
    assert counter.running.session is not None
    counter.running.session.open_section(KeySection.title, "F11")
    counter.until(lambda: bool(counter.window.findChildren(KeySection)))
    section = counter.window.findChildren(KeySection)[-1]
    counter.until(lambda: bool(section.state.text()))
    return section


def test_the_settings_lock_only_with_a_sheet_and_unlock_again(
    counter: Counter, office: Path, tmp_path: Path
) -> None:
    section = section_of(counter)
    section.password.setText(PASSWORD)
    section.lock.click()
    counter.until(lambda: "Chưa in tờ khôi phục" in section.said.text())
    section.save_to(str(tmp_path / "to.pdf"))
    counter.until(lambda: "Đã in" in section.printed.text())
    assert (tmp_path / "to.pdf").read_bytes().startswith(b"%PDF-")
    section.lock.click()
    counter.until(section.unlock.isVisible)
    assert section.password.text() == ""
    found = status_of(office)
    assert (found.mode, found.unattended) == ("password", False)
    section.unlock.click()
    counter.until(lambda: not section.unlock.isVisible())
    assert status_of(office).unattended
    section.password.setText("x")
    section.leave()
    assert section.password.text() == ""
