"""An toàn (F11): the audit log and its filters, the check of the journals and of a printed closing sheet."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desk_app.operations.closing_sheet import closing_sheet
from desk_app.operations.receive import receive
from desk_app.ui.safety_checking import CheckingSection
from desk_app.ui.safety_log import LogSection
from desk_app.ui.safety_page import SafetyPage
from tests.offices import OFFICER, request
from tests.ui.results import desk_of
from tests.ui.steps import Counter, press, type_in


@pytest.fixture
def page(counter: Counter) -> SafetyPage:
    receive(desk_of(counter), [request(), request()], OFFICER)
    counter.go(Qt.Key.Key_F11)
    made = counter.window.page("F11")
    assert isinstance(made, SafetyPage)
    return made


@pytest.fixture
def log(counter: Counter, page: SafetyPage) -> LogSection:
    section = page.section("Nhật ký")
    assert isinstance(section, LogSection)
    counter.until(lambda: section.first.hasFocus() and len(section.rows.lines) == 3)
    return section


def test_the_log_shows_what_was_done_and_is_narrowed_by_keyboard(counter: Counter, log: LogSection) -> None:
    newest = log.rows.index(0, 3).data()
    assert newest.startswith("Tiếp nhận")
    assert "Trạng thái: – → Được tiếp nhận" in newest
    assert "Quầy 1" in log.rows.index(0, 1).data()
    assert not log.more.isEnabled()
    for _field in range(3):
        press(Qt.Key.Key_Tab)
    type_in(log.rows.lines[0].subject)
    press(Qt.Key.Key_Return)
    counter.until(lambda: len(log.rows.lines) == 1)
    assert "1 dòng" in log.state.text()


def test_a_day_that_is_none_is_said_and_nothing_is_read(counter: Counter, log: LogSection) -> None:
    type_in("31/02/2026")
    press(Qt.Key.Key_Return)
    counter.until(lambda: "23/11/2026" in log.state.text())
    assert log.first.hasFocus()
    assert len(log.rows.lines) == 3


def test_the_log_is_saved_as_a_table_and_as_paper(counter: Counter, log: LogSection, tmp_path: Path) -> None:
    for ending, begins in (("csv", b"\xef\xbb\xbf"), ("pdf", b"%PDF")):
        target = tmp_path / f"log.{ending}"
        log.state.setText("")
        log.keep(str(target), ending)
        counter.until(lambda: "Đã lưu" in log.state.text())
        assert target.read_bytes().startswith(begins)


@pytest.fixture
def checking(counter: Counter, page: SafetyPage) -> CheckingSection:
    section = page.section("Kiểm tra")
    assert isinstance(section, CheckingSection)
    counter.until(section.start.hasFocus)
    return section


def test_the_check_says_in_one_sentence_that_all_is_well(counter: Counter, checking: CheckingSection) -> None:
    press(Qt.Key.Key_Space)
    counter.until(lambda: "Sổ gốc đúng: 3 mục, 2 hồ sơ" in checking.outcome.text())
    assert checking.start.isEnabled()
    assert checking.found.text() == ""


def test_a_printed_sheet_is_held_against_the_journal_typed_or_as_a_picture(
    counter: Counter, checking: CheckingSection, tmp_path: Path
) -> None:
    checking.compare.click()
    counter.until(lambda: "quét mã QR" in checking.verdict.text())
    checking.sheet.setPlainText(closing_sheet(desk_of(counter)).heads[0].text)
    checking.compare.click()
    counter.until(lambda: checking.verdict.text().startswith("Khớp: sổ gốc đúng như"))
    target = tmp_path / "sheet.pdf"
    checking.keep(str(target))
    counter.until(lambda: "Đã lưu" in checking.told.text())
    checking.verdict.setText("")
    checking.compare_picture(str(target))
    counter.until(lambda: checking.verdict.text().startswith("Khớp"))
