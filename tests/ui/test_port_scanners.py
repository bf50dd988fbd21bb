"""A scanner at a serial port is heard wherever the focus is; pulled out and plugged in again it is back."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from desk_app.domain.scanner_settings import ScannerPort, ScannerSettings
from desk_app.domain.scanner_test import TEST_CODES
from desk_app.operations.desk import open_desk
from desk_app.operations.scanners import set_scanners
from desk_app.ui.settings_page import SettingsPage
from desk_app.ui.settings_scanner import ScannerSection
from tests.ui.steps import CARD, NINE_FIFTEEN, Counter

pytest.importorskip("serial", reason="pyserial comes with the extra `scanners`")
pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="pseudo-terminals are a Unix thing")


class Socket:
    """Where a scanner is plugged in: a name that leads to a pseudo-terminal while it is."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._ends: tuple[int, int] | None = None

    def plug(self) -> None:
        self._ends = os.openpty()
        self.path.symlink_to(os.ttyname(self._ends[1]))

    def pull(self) -> None:
        self.path.unlink(missing_ok=True)
        for end in self._ends or ():
            os.close(end)
        self._ends = None

    def send(self, text: str) -> None:
        assert self._ends is not None
        os.write(self._ends[0], text.encode() + b"\r")


@pytest.fixture
def socket(tmp_path: Path) -> Iterator[Socket]:
    made = Socket(tmp_path / "ttyACM0")
    made.plug()
    yield made
    made.pull()


@pytest.fixture
def counter(office: Path, socket: Socket, opened: Callable[..., Counter]) -> Counter:
    """A window whose settings name the scanner."""
    desk = open_desk(office, lambda: NINE_FIFTEEN)
    set_scanners(desk, ScannerSettings(prefix="~", ports=(ScannerPort("serial", str(socket.path)),)))
    desk.close()
    made = opened(office, scanner_retry=0.02).ready()
    made.until(lambda: made.window.status.scanner.text() == "Máy quét ✓")
    return made


def test_a_scan_from_a_port_arrives_wherever_the_focus_is(counter: Counter, socket: Socket) -> None:
    counter.go(Qt.Key.Key_F3)
    socket.send(CARD)
    counter.until(counter.intake.isVisible)
    counter.until(lambda: counter.intake.form.applicant.person().full_name == "Nguyễn Văn Mẫu")


def test_a_scanner_pulled_out_is_said_calmly_and_back_when_plugged_in(
    counter: Counter, socket: Socket
) -> None:
    status = counter.window.status.scanner
    socket.pull()
    counter.until(lambda: status.text() == "! Mất kết nối máy quét")
    socket.plug()
    counter.until(lambda: status.text() == "Máy quét đã nối lại ✓")
    socket.send("~" + CARD)
    counter.until(lambda: counter.intake.form.applicant.person().full_name == "Nguyễn Văn Mẫu")


def test_a_port_no_longer_chosen_is_let_go_of(counter: Counter, socket: Socket) -> None:
    session = counter.running.session
    assert session is not None
    desk = counter.running.desk
    assert desk is not None
    counter.running.lanes.write(lambda: set_scanners(desk, ScannerSettings()))
    counter.until(lambda: not counter.window.status.scanner.isVisible())
    counter.running.lanes.write(
        lambda: set_scanners(desk, ScannerSettings(ports=(ScannerPort("serial", str(socket.path), 19200),)))
    )
    counter.until(lambda: counter.window.status.scanner.text() == "Máy quét ✓")
    socket.send(CARD)
    counter.until(lambda: counter.intake.form.applicant.person().full_name == "Nguyễn Văn Mẫu")


def test_the_self_test_hears_a_port_too(counter: Counter, socket: Socket) -> None:
    counter.go(Qt.Key.Key_F10)
    page = counter.window.page("F10")
    assert isinstance(page, SettingsPage)
    section = page.section("Máy quét")
    assert isinstance(section, ScannerSection)
    counter.until(lambda: section._settings.prefix)
    socket.send(TEST_CODES[3].text)
    counter.until(lambda: TEST_CODES[3].title in section.advice.text())
    assert section.isVisible()
