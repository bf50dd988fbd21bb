"""A picture chosen, a picture dropped, a code before the webcam: each is a scan like any other."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from desk_app.ui.scan_strip import HOW, ScanStrip
from tests.ui.films import card_pdf, film
from tests.ui.steps import CARD, Counter, focus, press, scan


def strip(counter: Counter) -> ScanStrip:
    session = counter.running.session
    assert session is not None
    return session.strip


def filled(counter: Counter) -> bool:
    return counter.intake.form.applicant.person().full_name == "Nguyễn Văn Mẫu"


def control_o(counter: Counter) -> ScanStrip:
    QTest.keyClick(counter.window, Qt.Key.Key_O, Qt.KeyboardModifier.ControlModifier)
    assert strip(counter).isVisible()
    return strip(counter)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "thẻ.pdf"
    path.write_bytes(card_pdf(CARD))
    return path


def test_a_picture_is_chosen_by_keyboard(counter: Counter, picture: Path) -> None:
    before = focus()
    opened = control_o(counter)
    assert opened.words.text() == HOW
    assert opened.files.hasFocus()
    press(Qt.Key.Key_Space)
    [dialog] = opened.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(picture))
    dialog.reject()
    counter.until(lambda: filled(counter))
    assert not opened.isVisible()
    counter.window.activateWindow()
    counter.until(counter.window.isActiveWindow)
    control_o(counter)
    press(Qt.Key.Key_Escape)
    assert not opened.isVisible()
    assert before.isVisible()


def dropped(target: QWidget, *paths: Path) -> bool:
    """A file manager's drop over a widget, as the window gets it; whether it was taken as a picture."""
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    window = target.window()
    at = target.mapTo(window, QPoint(3, 3))
    drag = QDragEnterEvent(at, Qt.DropAction.CopyAction, mime, buttons, keys)
    drag.ignore()
    QApplication.sendEvent(window.windowHandle(), drag)
    if not drag.isAccepted():
        return False
    drop = QDropEvent(QPointF(at), Qt.DropAction.CopyAction, mime, buttons, keys)
    QApplication.sendEvent(window.windowHandle(), drop)
    return drop.isAccepted()


def test_a_picture_dropped_on_a_field_is_scanned_and_not_written_there(
    counter: Counter, picture: Path
) -> None:
    counter.go(Qt.Key.Key_F3)
    assert dropped(counter.finding.search, picture)
    counter.until(lambda: filled(counter))
    assert counter.finding.search.text() == ""


def test_a_picture_without_a_code_says_so_and_stays_open_for_another(
    counter: Counter, tmp_path: Path
) -> None:
    blank = tmp_path / "trắng.png"
    from PIL import Image

    Image.new("L", (200, 200), 255).save(blank)
    assert dropped(counter.window, blank)
    counter.until(lambda: strip(counter).words.text().startswith("! Không thấy mã nào trong ảnh."))
    strip(counter).take_picture(str(tmp_path / "không có.png"))
    counter.until(lambda: "Không mở được tệp ảnh" in strip(counter).words.text())


def test_other_drops_are_none_of_ours(counter: Counter, tmp_path: Path, picture: Path) -> None:
    assert not dropped(counter.window, tmp_path / "x.exe")
    assert not dropped(counter.window, picture, picture)
    assert not strip(counter).isVisible()


def test_a_code_before_the_webcam_is_a_scan(
    counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("cv2", reason="OpenCV comes with the extra `webcam`")
    opened = control_o(counter)
    seen: list[Any] = []
    monkeypatch.setattr(opened.view, "put", seen.append)
    opened.watch(str(film(tmp_path / "phim.avi", card_pdf(CARD))))
    counter.until(lambda: filled(counter))
    assert any(not picture.isNull() for picture in seen)
    assert opened.webcam.text() == "Bật webcam"
    assert not opened.isVisible()


def test_a_webcam_that_ends_or_is_missing_is_said(
    counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    pytest.importorskip("cv2", reason="OpenCV comes with the extra `webcam`")
    opened = control_o(counter)
    opened.watch(str(film(tmp_path / "phim.avi", None)))
    counter.until(lambda: "Webcam không gửi hình nữa." in opened.words.text())
    assert not opened.view.isVisible()
    monkeypatch.setitem(sys.modules, "cv2", None)
    opened.webcam.click()
    counter.until(lambda: "motcua[webcam]" in opened.words.text())


def test_a_refused_scan_is_said_on_pages_without_a_place_for_it(counter: Counter) -> None:
    counter.go(Qt.Key.Key_F8)
    scan("https://example.com/la-gi-day")
    counter.until(lambda: "chương trình không mở" in strip(counter).words.text())
    scan(CARD)
    counter.until(lambda: filled(counter))
    assert not strip(counter).isVisible()
