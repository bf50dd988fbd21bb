"""An toàn – Lưu giữ: terms are shown and set, what reached its term is listed, and destroyed on purpose."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desk_app.operations.find import show
from desk_app.operations.retention import rules_of, standing
from desk_app.ui import safety_retention
from desk_app.ui.safety_page import SafetyPage
from desk_app.ui.safety_retention import RetentionSection
from tests.ui.old_records import LONG_AGO, TODAY, digits_of, old_records
from tests.ui.results import desk_of
from tests.ui.steps import Counter, found_office, press, type_in

Opened = Callable[..., Counter]


@pytest.fixture
def numbers(tmp_path: Path) -> list[str]:
    found_office(tmp_path / "desk", since=LONG_AGO)
    return old_records(tmp_path / "desk")


@pytest.fixture
def counter(tmp_path: Path, numbers: list[str], opened: Opened) -> Counter:
    return opened(tmp_path / "desk", now=TODAY).ready()


def retention_of(counter: Counter) -> RetentionSection:
    """The section, in front."""
    counter.go(Qt.Key.Key_F11)
    page = counter.window.page("F11")
    assert isinstance(page, SafetyPage)
    found = page.section("Lưu giữ")
    assert isinstance(found, RetentionSection)
    return found


@pytest.fixture
def section(counter: Counter) -> RetentionSection:
    found = retention_of(counter)
    counter.until(lambda: found.rules.count() and found.list.count())
    return found


def rule(section: RetentionSection, words: str) -> int:
    """The row of a rule."""
    texts = [section.rules.item(at).text() for at in range(section.rules.count())]
    return next(at for at, text in enumerate(texts) if text.startswith(words))


def confirm(section: RetentionSection, words: str = "huy 3") -> None:
    """Decision, reason and the phrase, by keyboard."""
    box = section.purge
    box.decision.setFocus()
    type_in("15/QĐ-UBND ngày 05/01/2030")
    press(Qt.Key.Key_Tab)
    type_in("Hết thời hạn bảo quản")
    press(Qt.Key.Key_Tab)
    type_in(words)


def destroyed(counter: Counter, section: RetentionSection) -> None:
    """All three are purged; the clock stood still for years, so the date is confirmed."""
    confirm(section)
    press(Qt.Key.Key_Return)
    counter.until(section.purge.date_is_right.isVisible)
    section.purge.date_is_right.click()
    counter.until(lambda: "Biên bản đã lưu" in section.purge.said.text())


def test_every_kind_is_shown_with_its_term_its_law_and_books_are_kept_for_ever(
    section: RetentionSection,
) -> None:
    signature = section.rules.item(rule(section, "Chứng thực chữ ký")).text()
    assert "2 năm, luật định · ! 3 hết hạn" in signature
    assert "NĐ 23/2015/NĐ-CP" in signature
    section.rules.setCurrentRow(rule(section, "Sổ hộ tịch"))
    assert "giữ mãi, không hủy" in section.rules.currentItem().text()
    assert "không bao giờ đưa ra hủy" in section.set_why.text()
    assert not section.set.isEnabled()
    section.rules.setCurrentRow(rule(section, "Chứng thực chữ ký"))
    assert not section.years.isEnabled()


def test_the_unit_sets_the_term_the_law_leaves_open(
    tmp_path: Path, numbers: list[str], opened: Opened
) -> None:
    counter = opened(tmp_path / "desk", now=LONG_AGO).ready()
    section = retention_of(counter)
    counter.until(section.rules.count)
    assert "Chưa có mục nào" in section.count.text()
    at = rule(section, "Hồ sơ thủ tục hành chính khác")
    section.rules.setCurrentRow(at)
    section.years.setFocus()
    type_in("mười")
    press(Qt.Key.Key_Return)
    assert "số năm" in section.wrong.text()
    section.years.clear()
    type_in("10")
    press(Qt.Key.Key_Return)
    counter.until(lambda: "10 năm, đơn vị đặt" in section.rules.item(at).text())
    assert {one.code: one.years for one in rules_of(desk_of(counter))}["general"] == 10


def test_nothing_is_destroyed_without_decision_reason_and_the_typed_count(
    counter: Counter, section: RetentionSection
) -> None:
    box = section.purge
    box.typed.setText("HỦY 4")
    assert not box.button.isEnabled()
    box.typed.setText("HỦY 3")
    box.button.click()
    assert "quyết định" in box.wrong.text()
    assert box.decision.hasFocus()
    box.decision.setText("15/QĐ-UBND")
    box.button.click()
    assert "lý do" in box.wrong.text()
    assert len(standing(desk_of(counter)).due) == 3


def test_a_purge_destroys_what_was_listed_and_leaves_its_report(
    counter: Counter, section: RetentionSection, numbers: list[str], tmp_path: Path
) -> None:
    destroyed(counter, section)
    box = section.purge
    counter.until(lambda: section.list.count() == 0)
    assert "Không có mục nào" in box.ask.text()
    dossier = show(desk_of(counter), numbers[0]).dossier
    assert dossier.purged is not None
    assert dossier.purged.reason == "Quyết định 15/QĐ-UBND ngày 05/01/2030 (Hết thời hạn bảo quản)"
    [kept] = (tmp_path / "desk" / "purges").glob("*.pdf")
    assert kept.read_bytes().startswith(b"%PDF")
    box.keep(str(tmp_path / "report.pdf"))
    counter.until((tmp_path / "report.pdf").exists)
    box.print.click()
    counter.until(lambda: any("Biên bản hủy" in title for title, _pdf in counter.printed))


def test_a_long_list_is_paged(
    counter: Counter, section: RetentionSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(safety_retention, "PAGE", 2)
    section._list_anew()
    assert (section.list.count(), section.at.text()) == (2, "Trang 1/2")
    section.on.setFocus()
    press(Qt.Key.Key_Space)
    assert (section.list.count(), section.at.text()) == (1, "Trang 2/2")
    assert section.list.hasFocus()


def test_a_destroyed_dossier_says_so_at_its_page_its_slip_and_in_lists(
    counter: Counter, section: RetentionSection, numbers: list[str], tmp_path: Path
) -> None:
    digits = digits_of(tmp_path / "desk", numbers[0])
    destroyed(counter, section)
    counter.running.session.take_scan(digits)  # type: ignore[union-attr]
    page = counter.finding.dossier
    counter.until(lambda: page.isVisible() and "Phiếu thật" in page.said.text())
    assert "không còn dữ liệu" in page.said.text()
    assert "đã được hủy khi hết thời hạn bảo quản" in page.state.text()
    assert not page.reprint.isEnabled()
    assert not page.acts.isEnabled()
    counter.running.session.counter.paper.print_slip(page.dossier_id, numbers[0])  # type: ignore[union-attr]
    counter.until(lambda: "hủy khi hết thời hạn" in counter.window.status.printer.text())
    page.left.emit()
    counter.finding.search.setText(numbers[0])
    rows = counter.finding.rows
    counter.until(lambda: rows.rowCount() == 1)
    words = [str(rows.index(0, column).data()) for column in range(7)]
    assert words[1] == ""
    assert words[4] == ""
    assert words[5].replace("\n", " ") == "Đã hủy theo thời hạn bảo quản"
