"""Cài đặt – Phí by keyboard: a fee of the province written down, asked for at the next intake, taken back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desk_app.operations.local_fees import local_fees
from desk_app.ui.settings_fees import FeesSection
from desk_app.ui.settings_page import SettingsPage
from tests.ui.steps import Counter, focus, press, type_in

TAB, ENTER = Qt.Key.Key_Tab, Qt.Key.Key_Return


@pytest.fixture
def section(office: Path, opened: Callable[..., Counter]) -> tuple[Counter, FeesSection]:
    counter = opened(office).ready()
    counter.go(Qt.Key.Key_F10)
    page = counter.window.page("F10")
    assert isinstance(page, SettingsPage)
    made = page.section("Phí")
    assert isinstance(made, FeesSection)
    counter.until(lambda: made._index is not None)
    return counter, made


def written(counter: Counter, section: FeesSection, amount: str = "8.000") -> None:
    """By keys: procedure, fee as offered, amount, per dossier, from, legal basis."""
    section.procedure.setFocus()
    type_in("1.004873")
    counter.until(lambda: section.procedure.open)
    press(ENTER)
    counter.until(lambda: section.fee.currentText() == "Lệ phí hộ tịch")
    for words in ("", amount, "", "01/11/2026", "Nghị quyết 12/2026/NQ-HĐND", ""):
        press(TAB)
        type_in(words)
    press(TAB)
    assert focus() is section.save
    press(Qt.Key.Key_Space)


def test_a_fee_is_written_down_and_taken_back_by_keyboard(section: tuple[Counter, FeesSection]) -> None:
    counter, made = section
    written(counter, made)
    counter.until(lambda: made.list.count() == 1)
    words = made.list.item(0).text()
    assert "Lệ phí hộ tịch: 8.000 đ mỗi hồ sơ, từ 01/11/2026" in words
    assert words.endswith("✓ đang áp dụng")
    assert made.said.text().startswith("✓ Đã lưu")
    made.drop.click()
    counter.until(lambda: made.list.count() == 0)
    assert counter.running.desk is not None
    assert local_fees(counter.running.desk) == []


def test_a_mistake_is_said_beside_what_was_typed(section: tuple[Counter, FeesSection]) -> None:
    counter, made = section
    made.save.click()
    assert "Chọn thủ tục" in made.wrong.text()
    written(counter, made, "tám nghìn")
    assert "Số tiền phải là số đồng" in made.wrong.text()
    assert made.amount.text() == "tám nghìn"
    assert made.list.count() == 0
