"""An toàn (F11): the register of requests about personal data, and the text for technicians."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desk_app.operations.subjects import subject_requests
from desk_app.ui.safety_page import SafetyPage
from desk_app.ui.safety_people import PeopleSection
from desk_app.ui.safety_support import SupportSection
from tests.ui.results import desk_of
from tests.ui.steps import Counter, press, type_in


@pytest.fixture
def page(counter: Counter) -> SafetyPage:
    counter.go(Qt.Key.Key_F11)
    made = counter.window.page("F11")
    assert isinstance(made, SafetyPage)
    return made


@pytest.fixture
def people(counter: Counter, page: SafetyPage) -> PeopleSection:
    section = page.section("Dữ liệu cá nhân")
    assert isinstance(section, PeopleSection)
    counter.until(section.name.hasFocus)
    return section


def entered(counter: Counter, people: PeopleSection) -> str:
    """A request typed by keyboard alone; its code."""
    type_in("Nguyễn Văn Mẫu")
    press(Qt.Key.Key_Tab)
    type_in("001099000011")
    people.enter.click()
    counter.until(lambda: people.list.count() == 1)
    [held] = subject_requests(desk_of(counter))
    return held.request.id


def test_a_request_is_entered_answered_and_its_copy_saved(
    counter: Counter, people: PeopleSection, tmp_path: Path
) -> None:
    name = entered(counter, people)
    counter.until(lambda: name in people.said.text())
    assert "trả lời trước" in people.list.item(0).text()
    assert people.name.text() == ""
    target = tmp_path / "copy.json"
    counter.until(people.copy.isEnabled)
    people.save_copy(str(target))
    counter.until(lambda: "Đã lưu bản sao" in people.said.text())
    assert json.loads(target.read_bytes())["requests"][0]["id"] == name

    people.outcome.setCurrentIndex(people.outcome.findData("refused"))
    people.reply.click()
    counter.until(lambda: "quyền khiếu nại" in people.said.text())
    people.reason.setText("Không có quyền đại diện")
    people.reply.click()
    counter.until(lambda: "đã trả lời: Từ chối" in people.list.item(0).text())
    assert not people.reply.isEnabled()


def test_what_is_missing_is_said_beside_the_fields(counter: Counter, people: PeopleSection) -> None:
    people.enter.click()
    counter.until(people.wrong.isVisible)
    assert "họ và tên" in people.wrong.text()
    entered(counter, people)
    assert not people.wrong.isVisible()


def test_the_support_text_is_read_before_it_is_saved(
    counter: Counter, page: SafetyPage, tmp_path: Path
) -> None:
    section = page.section("Hỗ trợ")
    assert isinstance(section, SupportSection)
    counter.until(section.save.isEnabled)
    shown = section.text.toPlainText()
    assert "số dòng dossiers: 0" in shown
    assert section.text.isReadOnly()
    target = tmp_path / "support.txt"
    section.keep(str(target))
    counter.until(lambda: "Đã lưu" in section.said.text())
    assert target.read_text("utf-8") == shown
