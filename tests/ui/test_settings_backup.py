"""Cài đặt – Sao lưu, what is due by itself, the status line and the day's warning."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk_app.operations.backup import back_up_everywhere
from desk_app.operations.backup_plan import Plan, plan_of, set_plan
from desk_app.operations.mirror_plan import standing
from desk_app.operations.mirror_reading import find_mirror, mirror_key, read_mirror
from desk_app.operations.outcome import Changes
from desk_app.operations.receive import receive
from desk_app.ui.settings_backup import BackupSection
from desk_app.ui.settings_page import SettingsPage
from tests.offices import OFFICER, request
from tests.ui.results import day, desk_of
from tests.ui.steps import Counter, press


@pytest.fixture
def place(tmp_path: Path) -> Path:
    folder = tmp_path / "volume"
    folder.mkdir()
    return folder


@pytest.fixture
def section(counter: Counter) -> BackupSection:
    counter.go(Qt.Key.Key_F10)
    page = counter.window.page("F10")
    assert isinstance(page, SettingsPage)
    made = page.section("Sao lưu")
    assert isinstance(made, BackupSection)
    counter.until(lambda: made.boxes["hours"].text() == str(Plan().hours))
    return made


def _started(counter: Counter) -> list[Path]:
    """What would be started from now on."""
    backups, started = counter.running.backups, list[Path]()
    assert backups is not None
    backups._begin = started.append
    return started


def test_a_place_is_chosen_backed_up_to_and_dropped(
    counter: Counter, section: BackupSection, place: Path
) -> None:
    started: list[Path] = []
    section._start = started.append
    assert not section.run.isEnabled()
    section.add_place(str(place))
    counter.until(lambda: section.places.count() == 1)
    assert "Chưa sao lưu" in section.places.item(0).text()
    section.run.click()
    assert started == [desk_of(counter).paths.data]
    made, troubles = back_up_everywhere(desk_of(counter))
    assert (len(made), troubles) == (1, [])
    counter.until(lambda: "Vừa sao lưu" in section.places.item(0).text())
    section.drop.click()
    counter.until(lambda: section.places.count() == 0)
    assert made[0].copy.folder.exists()


def test_a_place_inside_the_data_is_refused_in_words(counter: Counter, section: BackupSection) -> None:
    section.add_place(str(desk_of(counter).paths.data))
    counter.until(lambda: "không được nằm trong" in section.said.text())
    assert plan_of(desk_of(counter)).places == ()


def test_how_often_and_how_many_are_kept_is_saved(counter: Counter, section: BackupSection) -> None:
    box = section.boxes["hours"]
    box.setFocus(Qt.FocusReason.OtherFocusReason)
    box.selectAll()
    QTest.keyClicks(box, "6")
    section.save.click()
    counter.until(lambda: plan_of(desk_of(counter)).hours == 6)
    assert plan_of(desk_of(counter)).weeks == Plan().weeks


def test_a_code_is_shown_once_and_gone_with_the_section(counter: Counter, section: BackupSection) -> None:
    section.code.click()
    counter.until(section.printed.text)
    assert desk_of(counter).paths.envelope.exists()
    section.leave()
    assert section.printed.text() == ""


def test_the_day_warns_and_the_status_line_says_how_old_the_last_backup_is(
    counter: Counter, place: Path
) -> None:
    started = _started(counter)
    page = day(counter)
    press(Qt.Key.Key_F5)
    counter.until(lambda: "Chưa chọn nơi sao lưu" in page.backup.text())
    desk, status, backups = desk_of(counter), counter.window.status, counter.running.backups
    assert backups is not None
    assert status.backup.isHidden()
    (place / f"motcua-{_id(desk.paths.identity)}").mkdir()
    set_plan(desk, Plan((str(place),)))
    backups.look()
    counter.until(lambda: started == [desk.paths.data])
    assert status.backup.text() == "! Chưa sao lưu"
    back_up_everywhere(desk)
    backups.look()
    counter.until(lambda: status.backup.text() == "Vừa sao lưu")
    counter.running.lanes.announce(Changes(settings=True))
    counter.until(page.backup.isHidden)
    counter.now += timedelta(days=3)
    backups.look()
    counter.until(lambda: status.backup.text() == "! Sao lưu 3 ngày trước")
    counter.running.lanes.announce(Changes(settings=True))
    counter.until(lambda: "Bản sao lưu tốt gần nhất" in page.backup.text())


def test_a_window_that_is_closed_begins_the_days_last_backup(counter: Counter, place: Path) -> None:
    started, desk = _started(counter), desk_of(counter)
    (place / f"motcua-{_id(desk.paths.identity)}").mkdir()
    set_plan(desk, Plan((str(place),)))
    back_up_everywhere(desk)
    backups = counter.running.backups
    assert backups is not None
    backups.look()
    counter.until(lambda: counter.window.status.backup.text() == "Vừa sao lưu")
    assert started == []
    counter.now += timedelta(hours=2)
    counter.close()
    assert started == [desk.paths.data]


def _id(identity: Path) -> str:
    import json

    return str(json.loads(identity.read_bytes())["desk"])


def test_a_mirror_that_was_chosen_follows_what_is_received(
    counter: Counter, section: BackupSection, place: Path
) -> None:
    _started(counter)
    box, desk, backups = section.mirror, desk_of(counter), counter.running.backups
    assert backups is not None
    assert not box.end.isEnabled()
    box.choose_place(str(place))
    counter.until(lambda: box.place.text() == str(place))
    counter.until(lambda: backups.mirror.worker is not None)
    counter.until(lambda: not standing(desk).behind)
    counter.running.lanes.write(lambda: receive(desk, [request()], OFFICER))
    counter.until(lambda: desk.store.reader().execute("SELECT 1 FROM dossiers").fetchone() is not None)
    counter.until(lambda: not standing(desk).behind)
    section._read()
    counter.until(lambda: "Đã chép đủ" in box.stands.text())
    found = find_mirror(place)
    assert found is not None
    assert len(read_mirror(found, mirror_key(found, "")).dossiers) == 1
    box.end.click()
    counter.until(box.place.isHidden)
    assert "Chưa bật" in box.stands.text()


def test_the_status_line_says_how_far_a_mirror_on_a_stick_that_is_out_is_behind(
    counter: Counter, section: BackupSection, place: Path
) -> None:
    _started(counter)
    desk, backups, status = desk_of(counter), counter.running.backups, counter.window.status
    assert backups is not None
    section.mirror.choose_place(str(place))
    counter.until(lambda: bool(standing(desk).place) and not standing(desk).behind)
    away = place.rename(place.with_name("out"))
    counter.running.lanes.write(lambda: receive(desk, [request()], OFFICER))
    counter.until(lambda: status.mirror.text() == "! Sổ dự phòng thiếu 1 ghi nhận")
    away.rename(place)
    assert backups.mirror.worker is not None
    backups.mirror.worker.request()
    counter.until(status.mirror.isHidden)


def test_a_mirror_inside_the_data_is_refused_in_words(counter: Counter, section: BackupSection) -> None:
    section.mirror.choose_place(str(desk_of(counter).paths.data))
    counter.until(lambda: "không được nằm trong" in section.mirror.stands.text())
