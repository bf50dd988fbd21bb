"""Settings that the unit's desks share, the officers, and practising: by keyboard, in words."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, Qt
from PySide6.QtTest import QTest

from desk_app.main import LOCK_NAME, Training
from desk_app.operations.desk import Desk
from desk_app.operations.officers import officers
from desk_app.operations.shared_facts import own_days
from desk_app.operations.training import training_folder
from desk_app.ui.settings_office import OfficeSection
from desk_app.ui.settings_page import SettingsPage
from desk_app.ui.settings_section import Section
from desk_app.ui.settings_time import TimeSection
from desk_app.ui.settings_training import TrainingSection
from desk_app.ui.start_pages import NotePage
from sync.model.number import TRAINING_UNIT
from tests.ui.steps import CARD, UNIT, Counter, press, scan, type_in
from tests.ui.test_look import cut_off


def section(counter: Counter, title: str) -> Section:
    counter.go(Qt.Key.Key_F10)
    page = counter.window.page("F10")
    assert isinstance(page, SettingsPage)
    return page.section(title)


def desk_of(counter: Counter) -> Desk:
    assert counter.running.desk is not None
    return counter.running.desk


@pytest.fixture
def office_section(counter: Counter) -> OfficeSection:
    made = section(counter, "Quầy")
    assert isinstance(made, OfficeSection)
    counter.until(lambda: made.facts["place"].text() == "Ví Dụ")
    return made


@pytest.fixture
def times(counter: Counter) -> TimeSection:
    made = section(counter, "Thời gian")
    assert isinstance(made, TimeSection)
    counter.until(made.sessions.text)
    return made


def test_the_offices_facts_are_typed_and_stand_on_the_next_paper(
    counter: Counter, office_section: OfficeSection
) -> None:
    assert f"Quầy số 1 · Ủy ban nhân dân xã Ví Dụ · mã {UNIT}" in office_section.about.text()
    office_section.facts["upstream_title"].setFocus()
    type_in("Ủy ban nhân dân Tỉnh Thử")
    office_section.save.setFocus()
    press(Qt.Key.Key_Space)
    counter.until(lambda: office_section.said.text().startswith("✓"))
    assert desk_of(counter).settings.office.upstream_title == "Ủy ban nhân dân Tỉnh Thử"


def test_all_that_is_wrong_is_said_at_once_beside_its_field(
    counter: Counter, office_section: OfficeSection
) -> None:
    for fact in ("place", "phone"):
        office_section.facts[fact].setText("x" * 201)
    office_section.save.click()
    counter.until(office_section.wrongs["phone"].text)
    assert "200" in office_section.wrongs["place"].text()
    assert not office_section.wrongs["address"].text()
    assert desk_of(counter).settings.place == "Ví Dụ"


def test_officers_are_added_renamed_and_let_go(counter: Counter, office_section: OfficeSection) -> None:
    names = lambda: [one.name for one in officers(desk_of(counter))]  # noqa: E731
    office_section.name.setFocus()
    type_in("Lê Văn Hai")
    press(Qt.Key.Key_Return)
    counter.until(lambda: office_section.officers.count() == 2)
    office_section.officers.setCurrentRow(1)
    type_in("Lê Văn Ba")
    office_section.rename.click()
    counter.until(lambda: names() == ["Trần Thị Thử", "Lê Văn Ba"])
    counter.until(lambda: office_section.officers.item(1).text() == "Lê Văn Ba")
    office_section.officers.setCurrentRow(0)
    office_section.retire.click()
    assert "đang ngồi tại quầy" in office_section.wrong_name.text()
    office_section.officers.setCurrentRow(1)
    office_section.retire.click()
    counter.until(lambda: names() == ["Trần Thị Thử"])


def test_hours_and_the_cut_off_are_set_and_what_is_wrong_is_said(
    counter: Counter, times: TimeSection
) -> None:
    assert not times.cutoff.isEnabled()
    times.policy.setFocus()
    press(Qt.Key.Key_Down)
    times.cutoff.setFocus()
    type_in("15h30")
    times.sessions.setFocus()
    times.sessions.selectAll()
    type_in("8:00-11:00")
    times.saturday.setFocus()
    type_in("7h30-11h00, 10h-12h")
    times.save.click()
    assert "không chồng nhau" in times.wrong.text()
    times.saturday.setFocus()
    times.saturday.selectAll()
    type_in("7h30 – 11h00")
    times.save.click()
    counter.until(lambda: times.said.text().startswith("✓"))
    desk = desk_of(counter)
    assert (desk.settings.policy, str(desk.settings.cutoff)) == ("P2", "15:30:00")
    table = desk.calendar.to_table()
    assert table["sessions"] == [["08:00", "11:00"]]
    assert table["weekday_sessions"] == {"saturday": [["07:30", "11:00"]]}
    counter.until(lambda: times.saturday.text() == "07:30–11:00")


def test_a_day_of_the_communes_own_is_added_and_taken_back(counter: Counter, times: TimeSection) -> None:
    times.day.setFocus()
    type_in("31/2/2026")
    times.add.click()
    assert "không có trong lịch" in times.wrong_day.text()
    times.day.selectAll()
    type_in("25/11/2026")
    times.name.setFocus()
    type_in("Ngày hội của xã")
    times.add.click()
    counter.until(lambda: times.days.count() == 1)
    assert times.days.item(0).text() == "25/11/2026 · Nghỉ · Ngày hội của xã (dự kiến)"
    times.drop.setFocus()
    press(Qt.Key.Key_Space)
    counter.until(lambda: own_days(desk_of(counter)) == [] and times.days.count() == 0)


@pytest.mark.parametrize("title", ["Quầy", "Thời gian", "Tập dùng"])
@pytest.mark.parametrize("size", [(1024, 768), (1366, 768)])
def test_the_sections_fit_small_screens(counter: Counter, title: str, size: tuple[int, int]) -> None:
    counter.window.resize(*size)
    made = section(counter, title)
    QTest.qWait(50)
    assert cut_off(made) == []


def test_practising_is_opened_in_a_program_of_its_own(
    counter: Counter, office: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[list[str]] = []

    def start(_program: str, words: list[str]) -> tuple[bool, int]:
        started.append(list(words))
        return True, 1

    monkeypatch.setattr(QProcess, "startDetached", staticmethod(start))
    made = section(counter, "Tập dùng")
    assert isinstance(made, TrainingSection)
    made.begin()
    press(Qt.Key.Key_Space)
    made.anew.click()
    here = ["-m", "desk_app", "desk", "--data", str(office), "--training"]
    assert started == [here, [*here, "--reset"]]


def test_a_window_to_practise_says_so_and_prints_marked_slips(
    office: Path, opened: Callable[..., Counter]
) -> None:
    counter = opened(office, training=Training()).ready()
    assert counter.window.banner is not None
    counter.until(counter.window.banner.isVisible)
    assert counter.window.banner.text().startswith("ĐANG TẬP")
    assert counter.running.worker is None, "it has no one to exchange with"
    assert desk_of(counter).paths.data == training_folder(office)
    type_in("khai sinh")
    counter.until(lambda: counter.intake.form.procedure.search.rows)
    press(Qt.Key.Key_Return)
    scan(CARD)
    counter.until(lambda: counter.intake.form.applicant.person().full_name == "Nguyễn Văn Mẫu")
    counter.go(Qt.Key.Key_F9)
    counter.until(lambda: counter.printed)
    title, _pdf = counter.printed[-1]
    assert TRAINING_UNIT in title
    counter.close()
    assert (training_folder(office) / "desk.json").exists()


def test_practising_begins_anew_only_when_its_window_is_shut(
    office: Path, opened: Callable[..., Counter]
) -> None:
    first = opened(office, training=Training()).ready()
    second = opened(office, training=Training(reset=True))
    second.until(
        lambda: any(
            page.isVisible() and page.retry.isVisible() for page in second.window.findChildren(NotePage)
        )
    )
    assert (training_folder(office) / LOCK_NAME).exists()
    assert desk_of(first).tables.officers()
    first.close()
    [page] = [one for one in second.window.findChildren(NotePage) if one.retry.isVisible()]
    page.retry.click()
    second.ready()
