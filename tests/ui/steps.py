"""What the window's tests share: an office with real data, a window on it, and an officer's hands."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from desk_app.main import Running
from desk_app.operations.desk import set_up
from desk_app.ui.find_page import FindPage
from desk_app.ui.intake_page import IntakePage
from sync.model.dossier import Intake, Officer, Paper, Person, ProcedureRef
from sync.model.moment import VIETNAM
from tests.patience import WAIT

NINE_FIFTEEN = datetime(2026, 11, 23, 9, 15, tzinfo=VIETNAM)
UNIT = "000.01.06.H99"
CARD = "990099000001||Nguyễn Văn Mẫu|01021999|Nam|Thôn 1, Xã Ví Dụ, Tỉnh Thử Nghiệm|15062021"
OTHER_CARD = "990300000002|012345678|Trần Thị Thử|29022000|Nữ|Số 5, Phường Ví Dụ, Tỉnh Thử Nghiệm|20082022"
BIRTH = "1.001193"
SCANNER_MS = 5
"""Between two keys of a scanner."""
PERSON_MS = 150
"""Between two keys of an officer, and before a scan; no scanner is that slow."""

AN_INTAKE = Intake(
    number=f"{UNIT}-261123-0042",
    received_at=NINE_FIFTEEN,
    due_at=NINE_FIFTEEN + timedelta(hours=8),
    procedure=ProcedureRef(BIRTH, "Đăng ký khai sinh", "Hộ tịch"),
    owner=Person("Nguyễn Văn Mẫu"),
    applicant=Person("Nguyễn Văn Mẫu", date_of_birth=date(1999, 2, 1)),
    officer=Officer("1", "Trần Thị Thử"),
    desk=1,
    unit=UNIT,
    papers=(Paper("Tờ khai đăng ký khai sinh", originals=1),),
    limit="trong ngày",
)


def found_office(data: Path, officer: str = "Trần Thị Thử") -> Path:
    """A stand-alone commune's data folder, set up the evening before."""
    before = NINE_FIFTEEN - timedelta(days=4)
    set_up(
        data, unit=UNIT, name="Ủy ban nhân dân xã Ví Dụ", officer=officer, place="Ví Dụ", clock=lambda: before
    ).close()
    return data


class Counter:
    """A window on an office, and what came out of its printer."""

    def __init__(self, qtbot: QtBot, data: Path, **settings: Any) -> None:
        self.qtbot = qtbot
        self.printed: list[tuple[str, bytes]] = []
        self.printing: Callable[[bytes, str], None] = lambda pdf, title: None
        self.now = NINE_FIFTEEN
        self.running = Running(
            data, clock=lambda: self.now, online=lambda: False, print_page=self._print, **settings
        )
        self.window = self.running.window
        qtbot.addWidget(self.window)
        self.window.resize(1366, 728)
        with qtbot.waitExposed(self.window, timeout=WAIT):
            self.window.show()
        self.window.activateWindow()
        self.until(self.window.isActiveWindow)

    def _print(self, pdf: bytes, title: str) -> str:
        self.printing(pdf, title)
        self.printed.append((title, pdf))
        return "Máy in thử"

    def until(self, true: Callable[[], object]) -> None:
        self.qtbot.waitUntil(lambda: bool(true()), timeout=WAIT)

    def ready(self) -> Counter:
        """Waits until the intake page takes its first key."""
        self.until(lambda: self.running.session is not None)
        self.until(self.intake.form.procedure.search.hasFocus)
        return self

    @property
    def intake(self) -> IntakePage:
        page = self.window.page("F2")
        assert isinstance(page, IntakePage)
        return page

    @property
    def finding(self) -> FindPage:
        page = self.window.page("F3")
        assert isinstance(page, FindPage)
        return page

    def go(self, key: Qt.Key) -> None:
        QTest.keyClick(self.window, key)

    def close(self) -> None:
        self.window.close()


def focus() -> QWidget:
    """Where a key goes."""
    widget = QApplication.focusWidget()
    assert widget is not None
    return widget


def press(key: Qt.Key) -> None:
    """One key without a letter."""
    QTest.keyClick(focus(), key)


class _Keyboard:
    """When keys are pressed, in ms: no earlier than now, and as far apart as those who press them do.

    A key bears this time, as it does in a real window system; so typing stays typing and a scan a scan,
    however fast or slow the machine is just then.
    """

    def __init__(self) -> None:
        self._last = 0
        self.clock = time.monotonic_ns

    def after(self, pause: int) -> int:
        """The time of a key `pause` after the one before it."""
        self._last = max(self._last, self.clock() // 1_000_000) + pause
        return self._last

    def strike(self, character: str, at: int) -> None:
        """Presses the key of a character (also one no test keyboard has, and Enter) and lets it go."""
        key = Qt.Key.Key_Return if character == "\r" else Qt.Key.Key_unknown
        self._last = at
        pressed = focus()
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character)
            event.setTimestamp(at)
            QCoreApplication.sendEvent(QApplication.focusWidget() or pressed, event)


keyboard = _Keyboard()


def type_in(text: str) -> None:
    """An officer's letters, one by one."""
    for character in text:
        keyboard.strike(character, keyboard.after(PERSON_MS))


def burst(text: str) -> None:
    """A keyboard scanner's keys, all at once, without an end."""
    start = keyboard.after(PERSON_MS)
    for place, character in enumerate(text):
        keyboard.strike(character, start + place * SCANNER_MS)


def scan(text: str) -> None:
    """A keyboard scanner: the keys in one burst, then Enter."""
    burst(text + "\r")
