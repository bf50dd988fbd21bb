"""An officer's window in a process of its own, whose power goes in the middle of one step.

``python -m tests.ui.stories.power FOLDER STEP before|after``: does the step by keys and scans up to its
deciding key. The process is killed (SIGKILL, nothing gets to tidy up) in the transaction that writes the step
down, just before or just after its COMMIT; a print just before or just after the paper leaves the printer.
Prints ``shown`` should the window claim the step as done before that.
"""

from __future__ import annotations

import os
import signal
import sys
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any, Final, NoReturn

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from desk_app.ui.style import dressed_application
from tests.ui.following import ask_for, chord, opened_page, write
from tests.ui.results import day, desk_of, returning
from tests.ui.steps import CARD, Counter, press, scan, type_in

TURN_MS: Final = 20
BEFORE, AFTER = "before", "after"
PAPER: Final = "paper.txt"
"""Beside the data: a line for each paper that left the printer."""
NOTE: Final = "Hẹn chiều mai lấy"
PLACE: Final = "Tủ 2, ngăn 3"


class Alone:
    """What `Counter` asks of pytest-qt, where there is no test. The test that waits outside has the limit."""

    def addWidget(self, widget: QWidget) -> None:
        """It lives as long as the process."""

    def waitExposed(self, widget: QWidget, timeout: int) -> AbstractContextManager[None]:
        """The first key waits for the page anyway."""
        return nullcontext()

    def waitUntil(self, true: Callable[[], bool], timeout: int) -> None:
        while not true():
            QTest.qWait(TURN_MS)


class CutConnection:
    """The writer's connection, with the cut at the first COMMIT that adds to (or takes from) a table."""

    def __init__(self, connection: Any, table: str, when: str) -> None:
        self._connection, self._table, self._when = connection, table, when
        self._before = self._state()

    def _state(self) -> object:
        rows = self._connection.execute(f"SELECT COUNT(*) FROM {self._table}")
        return rows.fetchone()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._connection, name)

    def execute(self, statement: str, *values: Any) -> Any:
        if statement != "COMMIT" or self._state() == self._before:
            return self._connection.execute(statement, *values)
        if self._when == AFTER:
            self._connection.execute(statement)
        die()


def die() -> NoReturn:
    """The power goes."""
    os.kill(os.getpid(), signal.SIGKILL)
    raise AssertionError("still alive")


def cut(counter: Counter, table: str, when: str) -> None:
    """From here on the next change of the table is the last."""
    store = desk_of(counter).store
    with store.transaction():
        pass  # nobody is in the middle of writing while the connection is changed
    with store._writing:
        store._writer = CutConnection(store._writer, table, when)


def typing(counter: Counter, when: str) -> Callable[[], object]:
    cut(counter, "drafts", when)
    counter.intake.form.note.setFocus()
    type_in(NOTE)
    return lambda: "tự lưu" in counter.intake.saved.text()


def filled(counter: Counter) -> None:
    if not counter.intake.form.untouched:
        return  # what was typed before the power went stands here again
    scan(CARD)
    type_in("dkks")
    counter.until(lambda: counter.intake.form.procedure.search.open)
    press(Qt.Key.Key_Return)
    counter.until(lambda: not counter.intake.form.applicant.empty)
    counter.until(lambda: "tự lưu" in counter.intake.saved.text())


def receiving(counter: Counter, when: str) -> Callable[[], object]:
    filled(counter)
    cut(counter, "entries", when)
    press(Qt.Key.Key_F9)
    return lambda: "Đã tiếp nhận" in counter.intake.said.text() or counter.intake.form.untouched


def printing(counter: Counter, when: str) -> Callable[[], object]:
    page = opened_page(counter)

    def out(_pdf: bytes, title: str) -> None:
        if when == AFTER:
            with (desk_of(counter).paths.data.parent / PAPER).open("a", encoding="utf-8") as paper:
                paper.write(f"{title}\n")
        die()

    counter.printing = out
    page.reprint.click()
    return lambda: "Đã gửi in" in counter.window.status.printer.text()


def acting(name: str, text: str) -> Callable[[Counter, str], Callable[[], object]]:
    def act(counter: Counter, when: str) -> Callable[[], object]:
        page = opened_page(counter)
        ask_for(counter, page.pane, name)
        write(text)
        cut(counter, "entries", when)
        chord(Qt.Key.Key_Return)
        return lambda: page.said.text().startswith("✓")

    return act


def giving(counter: Counter, when: str) -> Callable[[], object]:
    press(Qt.Key.Key_F4)
    page = returning(counter)
    counter.until(page.search.hasFocus)
    type_in("0001")
    counter.until(lambda: page.search.open)
    press(Qt.Key.Key_Return)
    counter.until(lambda: page.part.found is not None)
    scan(CARD)
    QTest.keyClick(counter.window, Qt.Key.Key_M, Qt.KeyboardModifier.AltModifier)
    counter.until(page.part.collector.lines["reason"].hasFocus)
    type_in("Để quên phiếu")
    cut(counter, "entries", when)
    press(Qt.Key.Key_F9)
    return lambda: page.said.text().startswith("✓")


def counting(counter: Counter, when: str) -> Callable[[], object]:
    page = day(counter)
    press(Qt.Key.Key_F5)
    counter.until(lambda: page._today is not None)
    QTest.keyClick(counter.window, Qt.Key.Key_K, Qt.KeyboardModifier.AltModifier)
    counter.until(lambda: "shift" in page._panes and page._panes["shift"].counted.hasFocus())
    pane = page._panes["shift"]
    counter.until(pane.expected.text)
    type_in("8000")
    counter.until(lambda: pane.difference.text() == "✓ Khớp với sổ")
    cut(counter, "entries", when)
    press(Qt.Key.Key_F9)
    return lambda: "Đã kết ca" in page.said.text()


STEPS: Final[dict[str, Callable[[Counter, str], Callable[[], object]]]] = {
    "draft": typing,
    "intake": receiving,
    "print": printing,
    "payment": acting("thu phi", "8.000"),
    "return": giving,
    "act": acting("ghi noi de", PLACE),
    "shift": counting,
}


def main(folder: Path, step: str, when: str) -> None:
    """Works until the power goes."""
    application = dressed_application([])
    counter = Counter(Alone(), folder).read()  # type: ignore[arg-type]
    claimed = STEPS[step](counter, when)
    counter.until(claimed)
    sys.stdout.write("shown\n")
    sys.stdout.flush()
    application.exec()


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2], sys.argv[3])
