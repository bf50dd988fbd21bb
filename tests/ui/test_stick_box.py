"""The Sync page's stick: written, looked into and taken in by an officer, every trouble said in words."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk_app.operations.attaching import attach, attachments_of, files_of
from desk_app.operations.receipts import sync_state
from desk_app.operations.receive import receive
from desk_app.ui.stick_box import StickBox
from desk_app.ui.sync_page import SyncPage
from sync.center.exchange.sticks import take_stick, write_history
from sync.center.work.listing import dossiers
from tests.attachments.papers import small_jpeg
from tests.offices import OFFICER, request
from tests.patience import WAIT
from tests.ui.centers import WiredCenter
from tests.ui.steps import UNIT, Counter, found_office


@pytest.fixture
def pocket(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


@pytest.fixture
def at_desk(
    qtbot: QtBot, tmp_path: Path, wired: WiredCenter, pocket: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[tuple[Counter, StickBox]]:
    """An officer on the Sync page of an enrolled desk without a line; the stick is in the machine."""
    monkeypatch.setattr("desk_app.operations.drives.drives", lambda: [pocket])
    data = found_office(tmp_path / "desk")
    wired.adopt(data)
    wired.cut = True
    counter = Counter(qtbot, data, post=wired.post).ready()
    counter.go(Qt.Key.Key_F8)
    page = counter.window.page("F8")
    assert isinstance(page, SyncPage)
    qtbot.waitUntil(page.stick.export.isEnabled, timeout=WAIT)
    yield counter, page.stick
    counter.close()


def with_a_scan(counter: Counter) -> str:
    """A dossier with a scan, by another window's work."""
    assert counter.running.desk is not None
    desk = counter.running.desk
    number = receive(desk, [request()], OFFICER).value[0].number
    attach(desk, number, small_jpeg(), "Tờ khai", OFFICER)
    return number


def test_a_scan_goes_along_and_its_confirmation_comes_home(
    qtbot: QtBot, at_desk: tuple[Counter, StickBox], wired: WiredCenter, pocket: Path
) -> None:
    counter, box = at_desk
    with_a_scan(counter)
    press(box.export)
    qtbot.waitUntil(lambda: "Có thể rút thẻ nhớ. Kèm 1 bản chụp." in box.result.text(), timeout=WAIT)
    qtbot.waitUntil(lambda: "· 1 bản chụp" in box.waiting.text(), timeout=WAIT)
    qtbot.waitUntil(lambda: "Kèm 1 bản chụp (" in box.preview.text(), timeout=WAIT)
    [path] = list(pocket.glob("*.mcb"))
    take_stick(wired.center, path, pocket)
    path.unlink()
    box.put_folder(pocket)
    qtbot.waitUntil(lambda: "Trung tâm trả lời gói của quầy này" in box.preview.text(), timeout=WAIT)
    press(box.take)
    qtbot.waitUntil(lambda: "trung tâm xác nhận thêm 1 bản chụp" in box.result.text(), timeout=WAIT)
    qtbot.waitUntil(lambda: box.waiting.text() == "Trung tâm đã xác nhận tất cả", timeout=WAIT)


def test_a_scan_that_is_lost_here_is_said_before_the_stick_is_carried_away(
    qtbot: QtBot, at_desk: tuple[Counter, StickBox]
) -> None:
    counter, box = at_desk
    number = with_a_scan(counter)
    assert counter.running.desk is not None
    [one] = attachments_of(counter.running.desk, number)
    files_of(counter.running.desk).remove(one.scan.name)
    press(box.export)
    qtbot.waitUntil(lambda: "1 bản chụp thiếu hoặc hỏng ở máy này" in box.result.text(), timeout=WAIT)
    qtbot.waitUntil(lambda: "1 bản chụp thiếu hoặc hỏng ở máy ghi" in box.preview.text(), timeout=WAIT)


def press(button: object) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]


def test_out_to_the_center_and_home_again_by_buttons_alone(
    qtbot: QtBot, at_desk: tuple[Counter, StickBox], wired: WiredCenter, pocket: Path
) -> None:
    counter, box = at_desk
    assert box.folder == pocket
    assert not box.take.isEnabled()
    press(box.export)
    assert not box.export.isEnabled()
    qtbot.waitUntil(lambda: "Có thể rút thẻ nhớ" in box.result.text(), timeout=WAIT)
    [path] = list(pocket.glob("*.mcb"))
    qtbot.waitUntil(lambda: "Chính quầy này ghi" in box.preview.text(), timeout=WAIT)

    visit = take_stick(wired.center, path, pocket)
    path.unlink()
    box.put_folder(pocket)
    qtbot.waitUntil(lambda: "Trung tâm trả lời gói của quầy này" in box.preview.text(), timeout=WAIT)
    assert box.bundles.currentData() == visit.reply
    assert box.take.isEnabled()
    press(box.take)
    qtbot.waitUntil(lambda: "Đã nhập" in box.result.text(), timeout=WAIT)
    assert "còn 0 chờ xác nhận" in box.result.text()
    qtbot.waitUntil(lambda: box.waiting.text() == "Trung tâm đã xác nhận tất cả", timeout=WAIT)
    assert counter.window.isVisible()
    assert dossiers(wired.center, "", None) == []


def test_a_units_history_is_named_before_it_is_taken(
    qtbot: QtBot, at_desk: tuple[Counter, StickBox], wired: WiredCenter, pocket: Path
) -> None:
    _counter, box = at_desk
    write_history(wired.center, UNIT, pocket)
    box.put_folder(pocket)
    qtbot.waitUntil(lambda: "Gói lịch sử: trung tâm ghi" in box.preview.text(), timeout=WAIT)
    qtbot.waitUntil(box.take.isEnabled, timeout=WAIT)
    press(box.take)
    qtbot.waitUntil(lambda: "Đã nhập" in box.result.text(), timeout=WAIT)


def test_a_file_that_is_no_bundle_is_named_and_cannot_be_taken(
    qtbot: QtBot, at_desk: tuple[Counter, StickBox], pocket: Path
) -> None:
    _counter, box = at_desk
    (pocket / "virus.mcb").write_bytes(b"MZ\x90 this program cannot be run")
    box.put_folder(pocket)
    qtbot.waitUntil(lambda: "không phải gói dữ liệu Một cửa" in box.preview.text(), timeout=WAIT)
    assert not box.take.isEnabled()
    assert box.export.isEnabled()


def test_a_stick_pulled_out_is_said_and_the_window_goes_on(
    qtbot: QtBot, at_desk: tuple[Counter, StickBox], pocket: Path
) -> None:
    _counter, box = at_desk
    pocket.rmdir()
    press(box.export)
    qtbot.waitUntil(lambda: "Không thấy thư mục hoặc thẻ nhớ" in box.result.text(), timeout=WAIT)
    assert box.export.isEnabled()
    assert not box.progress.isVisible()


def test_without_a_stick_nothing_is_offered(
    qtbot: QtBot, at_desk: tuple[Counter, StickBox], monkeypatch: pytest.MonkeyPatch, pocket: Path
) -> None:
    _counter, box = at_desk
    pocket.rmdir()
    box.put_drives([])
    assert "Chưa thấy thẻ nhớ" in box.place.currentText()
    assert not box.export.isEnabled()
    assert not box.take.isEnabled()


def test_every_control_has_a_name_and_its_place_in_the_order(at_desk: tuple[Counter, StickBox]) -> None:
    _counter, box = at_desk
    for one in (box.place, box.choose, box.export, box.bundles, box.take, box.progress):
        assert one.accessibleName()
    order, at = [], box.place
    for _ in range(12):
        order.append(at)
        at = at.nextInFocusChain()  # type: ignore[assignment]
    wanted = [box.place, box.choose, box.export, box.bundles, box.take]
    assert [one for one in order if one in wanted] == wanted


def test_what_a_comparison_found_is_said_on_the_page(at_desk: tuple[Counter, StickBox]) -> None:
    from dataclasses import replace

    counter, _box = at_desk
    page = counter.window.page("F8")
    assert isinstance(page, SyncPage)
    assert counter.running.desk is not None
    state = sync_state(counter.running.desk)
    page.put(state, offline=False, running=False)
    assert not page.proof.isVisible()
    page.put(replace(state, proof="Ngày 23/11/2026: máy này mất 1 ghi nhận"), offline=False, running=False)
    assert page.proof.isVisible()
    assert "23/11/2026" in page.proof.text()
