"""Scans on the dossier's page: attached by file, by dropping, as the scanner wrote it; seen; taken off."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtWidgets import QPushButton

from desk_app.operations.attaching import attachments_of, files_of
from desk_app.operations.outcome import Changes
from desk_app.operations.receive import receive
from desk_app.operations.scan_settings import set_scans
from desk_app.ui.scans_part import ScansPart
from tests.attachments.papers import heavy_png, small_jpeg
from tests.offices import OFFICER, request
from tests.ui.steps import UNIT, Counter

NUMBER = f"{UNIT}-261123-0001"


@pytest.fixture
def part(counter: Counter) -> ScansPart:
    """The card of scans of a dossier just received."""
    desk = counter.running.desk
    assert desk is not None
    receive(desk, [request(procedure="1.001193")], OFFICER)
    counter.go(Qt.Key.Key_F3)
    counter.finding.open_dossier(NUMBER)
    counter.until(lambda: counter.finding.dossier.isVisible() and counter.finding.dossier.dossier_id)
    return counter.finding.dossier.scans


def shown(part: ScansPart) -> str:
    """All that the card says."""
    from PySide6.QtWidgets import QLabel

    return "\n".join(label.text() for label in part.findChildren(QLabel) if label.isVisibleTo(part))


def buttons(part: ScansPart, name: str) -> list[QPushButton]:
    return [
        one
        for one in part.findChildren(QPushButton)
        if one.accessibleName() == name and one.isVisibleTo(part)
    ]


def click(counter: Counter, part: ScansPart, name: str) -> None:
    """On the one button of that name; its row may be in the making."""
    counter.until(lambda: len(buttons(part, name)) == 1)
    buttons(part, name)[0].click()


def saved(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


def test_a_file_is_attached_under_its_title(counter: Counter, part: ScansPart, tmp_path: Path) -> None:
    part.title.setText("Tờ khai đăng ký khai sinh")
    part.attach([saved(tmp_path, "scan0001.jpg", small_jpeg())])
    counter.until(lambda: "Đã đính kèm" in part.said.text())
    counter.until(lambda: "Tờ khai đăng ký khai sinh\n" in shown(part))
    assert "chờ gửi" in shown(part)
    assert "1 trang" in shown(part)
    assert part.title.text() == ""


def test_dropped_files_are_attached_one_after_the_other(
    counter: Counter, part: ScansPart, tmp_path: Path
) -> None:
    paths = [saved(tmp_path, f"to-{n}.jpg", small_jpeg(n)) for n in range(3)]
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    part.dropEvent(
        QDropEvent(
            QPointF(5, 5),
            Qt.DropAction.CopyAction,
            dropped,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
    )
    counter.until(lambda: all(f"to-{n}" in shown(part) for n in range(3)))


def test_the_newest_file_of_the_scanner_is_one_key_away(
    counter: Counter, part: ScansPart, tmp_path: Path
) -> None:
    desk = counter.running.desk
    assert desk is not None
    folder = tmp_path / "scanner"
    folder.mkdir()
    assert not part.newest.isEnabled()
    set_scans(desk, folder=str(folder))
    part.of(counter.finding.dossier.dossier_id)
    counter.until(part._watcher.directories)
    saved(folder, "Quét_0007.png", heavy_png(size=(300, 400)))
    counter.until(lambda: "Quét_0007" in part.newest.text())
    part.newest.click()
    counter.until(lambda: "Quét_0007" in shown(part) and "chờ gửi" in shown(part))


def test_what_is_no_scan_is_said_in_words(counter: Counter, part: ScansPart, tmp_path: Path) -> None:
    part.attach([saved(tmp_path, "virus.pdf", b"MZ not a scan"), tmp_path / "gone.jpg"])
    counter.until(lambda: "Không đọc được tệp gone.jpg" in part.said.text())
    desk = counter.running.desk
    assert desk is not None
    assert attachments_of(desk, NUMBER) == []


def test_pages_are_shown_as_pictures_and_a_lost_file_is_said(
    counter: Counter, part: ScansPart, tmp_path: Path
) -> None:
    part.attach([saved(tmp_path, "to-khai.jpg", small_jpeg())])
    counter.until(lambda: "to-khai\n" in shown(part))
    click(counter, part, "Xem bản chụp to-khai")
    counter.until(lambda: len(part.pages.pages) == 1)
    assert part.pages.pages[0].width() > 300
    part.shut.click()
    assert not part.pages.isVisible()
    desk = counter.running.desk
    assert desk is not None
    [name] = files_of(desk).names()
    files_of(desk).remove(name)
    click(counter, part, "Xem bản chụp to-khai")
    counter.until(lambda: "chưa có ở máy này" in part.pages.words)
    counter.until(lambda: "thiếu tệp" in shown(part))


def test_the_focus_stays_on_a_scan_when_something_else_changes(
    counter: Counter, part: ScansPart, tmp_path: Path
) -> None:
    part.attach([saved(tmp_path, "to-khai.jpg", small_jpeg())])
    counter.until(lambda: "to-khai\n" in shown(part))
    counter.until(lambda: buttons(part, "Xem bản chụp to-khai"))
    [look] = buttons(part, "Xem bản chụp to-khai")
    look.setFocus()
    counter.running.lanes.announce(Changes(dossiers=True, sync=True))
    answered: list[None] = []
    counter.running.lanes.read(lambda: None, answered.append)  # behind what the announcement asked for
    counter.until(lambda: answered)
    assert look.hasFocus()
    assert buttons(part, "Xem bản chụp to-khai") == [look]


def test_taking_off_needs_a_reason_and_stays_in_the_history(
    counter: Counter, part: ScansPart, tmp_path: Path
) -> None:
    part.attach([saved(tmp_path, "nham.jpg", small_jpeg())])
    counter.until(lambda: "nham\n" in shown(part))
    click(counter, part, "Gỡ bản chụp nham")
    part.remove.click()
    counter.until(lambda: "lý do" in part.said.text().lower() and part.said.property("role") == "mistake")
    part.reason.setText("Nhầm hồ sơ")
    part.remove.click()
    counter.until(lambda: "việc gỡ được ghi" in part.said.text())
    counter.until(lambda: "nham\n" not in shown(part))


def test_every_control_of_the_card_has_a_name(part: ScansPart) -> None:
    from PySide6.QtWidgets import QLineEdit

    for control in (*part.findChildren(QPushButton), *part.findChildren(QLineEdit), part.pages):
        assert control.accessibleName(), control.objectName()
