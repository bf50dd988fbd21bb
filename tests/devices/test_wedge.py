"""Keyboard scanners are told from typing wherever the focus is, and typing is never swallowed."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QTableWidget,
    QTableWidgetItem,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot
from shiboken6 import delete

from desk_app.devices.wedge import OWN_EAR, WedgeFilter
from desk_app.domain.scans import looks_like_scan
from tests.patience import WAIT

CARD = "990099000001||Nguyễn Văn Mẫu|01021999|Nam|Thôn 1, Xã Ví Dụ, Tỉnh Thử Nghiệm|15062021"
NUMBER = "000.00.06.H56-261123-0042"


class Bench:
    """A window with one of each control, and a scanner whose speed is ours to set."""

    def __init__(self, qtbot: QtBot) -> None:
        self.now = 0.0
        self.window = QWidget()
        self.line, self.text, self.tick = QLineEdit(), QPlainTextEdit(), QCheckBox("x")
        column = QVBoxLayout(self.window)
        for widget in (self.line, self.text, self.tick):
            column.addWidget(widget)
        qtbot.addWidget(self.window)
        with qtbot.waitExposed(self.window, timeout=WAIT):
            self.window.show()
        self.window.activateWindow()
        self.heard: list[str] = []
        self.filter = WedgeFilter(looks_like_scan, clock=lambda event: self.now, parent=self.window)
        self.filter.scanned.connect(self.heard.append)
        self.entered: list[str] = []
        self.line.returnPressed.connect(lambda: self.entered.append(self.line.text()))
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self.filter.listen(application, self.window)

    def press(self, key: Qt.Key, text: str = "") -> None:
        target = QApplication.focusWidget() or self.window
        for kind in (QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
            QCoreApplication.sendEvent(target, QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, text))

    def keys(self, text: str, gap: float) -> None:
        for character in text:
            self.now += gap
            code = Qt.Key(ord(character.upper())) if character.isascii() else Qt.Key.Key_unknown
            self.press(code, character)

    def scan(self, text: str, gap: float = 3.0, end: Qt.Key = Qt.Key.Key_Return) -> None:
        self.now += 1000
        self.keys(text, gap)
        self.now += gap
        self.press(end, "\r" if end == Qt.Key.Key_Return else "\t")


@pytest.fixture
def bench(qtbot: QtBot) -> Iterator[Bench]:
    made = Bench(qtbot)
    yield made
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    made.filter.deafen(application)


def test_a_scan_into_a_line_leaves_it_as_it_was(bench: Bench) -> None:
    bench.line.setText("khai sinh")
    bench.line.setFocus()
    bench.line.setSelection(0, 4)
    bench.scan(CARD)
    assert bench.heard == [CARD]
    assert (bench.line.text(), bench.line.selectedText()) == ("khai sinh", "khai")
    assert not bench.entered


def test_a_scan_into_a_note_leaves_it_as_it_was(bench: Bench) -> None:
    bench.text.setPlainText("dòng một\ndòng hai")
    bench.text.setFocus()
    bench.scan(CARD)
    assert bench.heard == [CARD]
    assert bench.text.toPlainText() == "dòng một\ndòng hai"


def test_a_scanned_space_presses_nothing(bench: Bench) -> None:
    bench.tick.setFocus()
    bench.scan(CARD)
    assert bench.heard == [CARD]
    assert not bench.tick.isChecked()


@pytest.mark.parametrize("end", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab])
def test_any_usual_terminator_ends_a_scan(bench: Bench, end: Qt.Key) -> None:
    bench.line.setFocus()
    bench.scan(NUMBER, end=end)
    assert bench.heard == [NUMBER]
    assert bench.line.hasFocus()


def test_fast_words_and_numbers_are_left_where_they_were_typed(bench: Bench) -> None:
    bench.line.setFocus()
    bench.scan("Nguyễn Văn Mẫu")
    bench.line.selectAll()
    bench.scan("990099000001")
    assert bench.heard == []
    assert bench.entered == ["Nguyễn Văn Mẫu", "990099000001"]


def test_a_dossier_number_typed_by_hand_is_typing(bench: Bench) -> None:
    bench.line.setFocus()
    bench.scan(NUMBER, gap=130.0)
    assert bench.heard == []
    assert bench.entered == [NUMBER]


def test_a_fast_typist_is_not_a_scanner(bench: Bench) -> None:
    bench.line.setFocus()
    bench.scan(NUMBER, gap=60.0)
    assert bench.heard == []
    assert bench.entered == [NUMBER]


def test_what_was_typed_before_a_scan_stays(bench: Bench) -> None:
    bench.line.setFocus()
    bench.keys("khai", 150.0)
    bench.scan(NUMBER)
    assert bench.heard == [NUMBER]
    assert bench.line.text() == "khai"


def test_an_input_methods_corrections_are_followed(bench: Bench) -> None:
    bench.line.setFocus()
    bench.now += 1000
    bench.keys("000.00.06.H5", 3)
    bench.keys("x", 3)
    bench.press(Qt.Key.Key_Backspace, "\b")
    bench.keys("6-261123-0042", 3)
    bench.press(Qt.Key.Key_Return, "\r")
    assert bench.heard == [NUMBER]
    assert bench.line.text() == ""
    assert bench.filter.corrected
    bench.scan(NUMBER)
    assert not bench.filter.corrected


def test_held_back_keys_go_where_they_were_meant_to(bench: Bench, qtbot: QtBot) -> None:
    bench.tick.setFocus()
    bench.now += 1000
    bench.press(Qt.Key.Key_Space, " ")
    assert bench.tick.isChecked()
    seen: list[str] = []

    class Listener(QWidget):
        def keyPressEvent(self, event: QKeyEvent) -> None:
            seen.append(event.text())

    listener = Listener(bench.window)
    listener.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    listener.show()
    listener.setFocus()
    bench.now += 1000
    bench.keys("ab", 5)
    qtbot.waitUntil(lambda: seen == ["a", "b"], timeout=WAIT)


def test_an_endless_burst_is_no_scan(bench: Bench) -> None:
    bench.line.setFocus()
    bench.scan("9" * 5000, gap=1.0)
    assert bench.heard == []


# ------------------------------------------------------------------------------------- prefix and terminator


def test_a_prefix_makes_any_burst_a_scan_and_is_left_off(bench: Bench) -> None:
    bench.filter.configure("~", "both")
    bench.line.setFocus()
    bench.scan("~1234")
    bench.scan("~Nguyễn Văn Mẫu", gap=70.0)  # a slow wireless scanner
    assert bench.heard == ["1234", "Nguyễn Văn Mẫu"]
    assert bench.line.text() == ""
    assert bench.entered == []


def test_a_second_scanner_without_the_prefix_is_still_heard(bench: Bench) -> None:
    bench.filter.configure("~", "both")
    bench.tick.setFocus()
    bench.scan(CARD)
    assert bench.heard == [CARD]


def test_a_prefix_typed_by_hand_is_typing(bench: Bench) -> None:
    bench.filter.configure("~", "both")
    bench.line.setFocus()
    bench.scan("~1234", gap=130.0)
    assert bench.heard == []
    assert bench.entered == ["~1234"]


def test_only_the_terminator_that_is_set_ends_a_scan(bench: Bench) -> None:
    bench.filter.configure("", "enter")
    bench.line.setFocus()
    bench.scan(NUMBER, end=Qt.Key.Key_Tab)
    assert bench.heard == []
    assert bench.text.hasFocus()
    bench.line.clear()
    bench.line.setFocus()
    bench.scan(NUMBER)
    assert bench.heard == [NUMBER]


def test_without_a_terminator_silence_ends_a_scan(bench: Bench, qtbot: QtBot) -> None:
    bench.filter.configure("", "none")
    bench.line.setFocus()
    bench.now += 1000
    bench.keys(NUMBER, 3)
    qtbot.waitUntil(lambda: bench.heard == [NUMBER], timeout=WAIT)
    assert bench.line.text() == ""
    bench.scan("khai sinh")
    qtbot.waitUntil(lambda: bench.entered == ["khai sinh"], timeout=WAIT)
    assert bench.heard == [NUMBER]


def test_a_widget_with_its_own_ear_gets_every_key(bench: Bench) -> None:
    bench.line.setProperty(OWN_EAR, True)
    bench.line.setFocus()
    bench.scan(CARD)
    assert bench.heard == []
    assert bench.entered == [CARD]


def test_a_key_held_back_for_a_control_that_has_gone_troubles_nobody(bench: Bench, qtbot: QtBot) -> None:
    """Its page may have closed while the key waited to see whether it begins a scan."""
    bench.tick.setFocus()
    bench.keys("5", 3.0)
    delete(bench.tick)
    qtbot.wait(200)
    assert bench.heard == []


def test_fast_letters_that_open_a_cell_all_stand_in_it(bench: Bench, qtbot: QtBot) -> None:
    table = QTableWidget(1, 1)
    qtbot.addWidget(table)
    table.setItem(0, 0, QTableWidgetItem(""))
    table.show()
    qtbot.waitExposed(table, timeout=WAIT)
    table.activateWindow()
    table.setCurrentCell(0, 0)
    table.setFocus()
    qtbot.waitUntil(table.hasFocus, timeout=WAIT)
    bench.keys("phong 101", 3.0)

    def standing() -> list[str]:
        return [line.text() for line in table.findChildren(QLineEdit)]

    qtbot.waitUntil(lambda: standing() == ["phong 101"], timeout=WAIT)
