"""The hands of these tests type and scan alike on every machine, and no window flashes up unseen."""

from __future__ import annotations

import itertools

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from desk_app.ui.parts import Words
from tests.patience import WAIT
from tests.ui.steps import CARD, UNIT, Counter, keyboard, press, scan, type_in
from tests.ui.unasked import UnaskedWindows

SECOND_NS = 1_000_000_000


@pytest.fixture(params=["fast", "stalling"])
def machine(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """A machine that is done with a key in no time, and one that needs a second for each."""
    ticks = itertools.count(keyboard.clock(), SECOND_NS if request.param == "stalling" else 0)
    monkeypatch.setattr(keyboard, "clock", lambda: next(ticks))


@pytest.mark.usefixtures("machine")
def test_a_scan_is_a_scan_and_typing_is_typing_on_every_machine(counter: Counter) -> None:
    type_in("khai si")
    scan(CARD)
    form = counter.intake.form
    assert form.procedure.search.text() == "khai si"
    assert form.applicant.person().full_name == "Nguyễn Văn Mẫu"
    counter.go(Qt.Key.Key_F3)
    counter.until(counter.finding.search.hasFocus)
    number = f"{UNIT}-261123-0999"
    type_in(number)
    press(Qt.Key.Key_Return)
    assert counter.finding.search.text() == number, "typed, not scanned: a scan leaves no letter behind"


def test_a_row_that_lost_its_page_is_seen_when_it_flashes_up(qtbot: QtBot) -> None:
    """Its layout shows it in a later turn, whoever its parent is by then."""
    page = QWidget()
    qtbot.addWidget(page)
    watch = UnaskedWindows(lambda widget: widget is page)
    page.installEventFilter(watch)
    page.show()
    row = Words("Tờ khai")
    row.installEventFilter(watch)
    column = QVBoxLayout(page)
    column.addWidget(row)
    qtbot.waitUntil(row.isVisible, timeout=WAIT)
    assert watch.names == []
    other = Words("Giấy chứng sinh")
    other.installEventFilter(watch)
    column.addWidget(other)
    other.setParent(None)
    qtbot.addWidget(other)  # meant, as far as this test's own watch goes
    qtbot.waitUntil(lambda: bool(watch.names), timeout=WAIT)
    assert watch.names == ["Words Giấy chứng sinh"]
