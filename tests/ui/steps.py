"""What the window's tests share: an office with real data, a window on it, and an officer's hands."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from pathlib import Path
from threading import Event
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from desk_app.main import Running
from desk_app.operations.desk import set_up
from desk_app.ui.find_page import FindPage
from desk_app.ui.intake_page import IntakePage
from sync.model.dossier import Intake, Officer, Paper, Person, ProcedureRef
from sync.model.moment import VIETNAM
from tests.patience import WAIT
from tests.ui import hands

NINE_FIFTEEN = datetime(2026, 11, 23, 9, 15, tzinfo=VIETNAM)
UNIT = "000.01.06.H99"
CARD = "990099000001||Nguyễn Văn Mẫu|01021999|Nam|Thôn 1, Xã Ví Dụ, Tỉnh Thử Nghiệm|15062021"
OTHER_CARD = "990300000002|012345678|Trần Thị Thử|29022000|Nữ|Số 5, Phường Ví Dụ, Tỉnh Thử Nghiệm|20082022"
BIRTH = "1.001193"
burst, focus, press, scan, type_in = hands.burst, hands.focus, hands.press, hands.scan, hands.type_in
keyboard = hands.keyboard

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


def found_office(data: Path, officer: str = "Trần Thị Thử", since: datetime = NINE_FIFTEEN) -> Path:
    """A stand-alone commune's data folder, set up four days before `since`."""
    before = since - timedelta(days=4)
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
        self.now: datetime = settings.pop("now", NINE_FIFTEEN)
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

    def read(self) -> Counter:
        """Waits until the intake page knows the procedures; a draft that was left stands there then."""
        self.until(lambda: self.running.session is not None)
        self.until(lambda: self.intake.asking.index is not None)
        return self

    def ready(self) -> Counter:
        """Waits until the intake page, with no draft on it, takes its first key."""
        self.read()
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


@contextmanager
def slow(counter: Counter) -> Iterator[None]:
    """Nothing that is read from the store comes before the end of this."""
    go_on = Event()
    counter.running.lanes.read(go_on.wait, lambda _: None)
    try:
        yield
    finally:
        go_on.set()
