"""A disk that fills: said before a citizen's words are typed, never when they are to be saved."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from desk_app.background.room_watch import RoomWatch
from desk_app.store.places import RESERVED_BYTES, WARNED_BYTES, MiB, Room
from desk_app.store.store import Store
from tests.ui.steps import Counter, press, type_in

FULL = Room(RESERVED_BYTES - MiB, ballast=True)
PLENTY = Room(WARNED_BYTES, ballast=True)


@pytest.fixture
def room(monkeypatch: pytest.MonkeyPatch) -> list[Room]:
    """What the disk says; a test puts another in its place."""
    now = [PLENTY]
    monkeypatch.setattr(Store, "room", lambda _self: now[0])
    return now


def test_no_dossier_is_begun_on_a_full_disk_and_the_page_opens_again_by_itself(
    room: list[Room], counter: Counter
) -> None:
    page = counter.intake
    page.room._again.setInterval(50)
    room[0] = FULL
    press(Qt.Key.Key_F3)
    press(Qt.Key.Key_F2)
    counter.until(lambda: page.room.stopped)
    assert not page.form.isEnabled()
    assert "chưa nhận hồ sơ mới" in page.said.text()
    assert "Hồ sơ đã nhận vẫn còn nguyên" in page.said.text()
    press(Qt.Key.Key_F9)
    assert not counter.printed

    room[0] = PLENTY
    counter.until(page.form.isEnabled)
    assert page.said.text() == ""
    counter.until(page.form.procedure.search.hasFocus)


def test_what_is_being_typed_when_the_disk_fills_is_still_received(
    room: list[Room], counter: Counter
) -> None:
    page = counter.intake
    type_in("kh sinh")
    counter.until(lambda: page.form.procedure.search.open)
    press(Qt.Key.Key_Return)
    type_in("Đỗ Thị Hạnh")
    press(Qt.Key.Key_Return)
    room[0] = FULL
    seen: list[Room | None] = []
    page.room.look()
    counter.running.lanes.read(lambda: FULL, seen.append)
    counter.until(lambda: seen)
    assert page.form.isEnabled()
    press(Qt.Key.Key_F9)
    counter.until(lambda: counter.printed)
    counter.until(lambda: page.room.stopped)
    assert not page.form.isEnabled(), "the next citizen is told before a word is typed"


def test_the_status_line_warns_while_there_is_time(room: list[Room], counter: Counter) -> None:
    [watch] = counter.running.findChildren(RoomWatch)
    disk = counter.window.status.disk
    room[0] = Room(120 * MiB, ballast=True)
    watch.look()
    counter.until(disk.isVisible)
    assert disk.text() == "! Ổ đĩa sắp đầy, còn 120 MB"
    room[0] = PLENTY
    watch.look()
    counter.until(lambda: not disk.isVisible())
