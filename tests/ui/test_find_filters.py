"""The list narrowed by keys: filters behind Ctrl+L, chips that Delete takes away."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from sync.model.status import Status
from tests.ui.following import FIRST, acted, chord, opened_list, received
from tests.ui.steps import BIRTH, NINE_FIFTEEN, Counter, focus, press, type_in

DOWN, TAB = Qt.Key.Key_Down, Qt.Key.Key_Tab


@pytest.fixture
def counter(office: Path, opened: Callable[..., Counter]) -> Counter:
    """Three dossiers of marriage and two of birth; the first waits for a paper; a day later."""
    received(office, 3)
    received(office, 2, BIRTH)
    acted(office, "supplement", {"items": ["Bản án"]})
    window = opened(office)
    window.now = NINE_FIFTEEN + timedelta(days=1)
    return opened_list(window.ready())


def unfolded(counter: Counter) -> None:
    """Ctrl+L, and the choices read."""
    chord(Qt.Key.Key_L)
    counter.until(counter.finding.filters.status.hasFocus)
    counter.until(lambda: counter.finding.filters.field.count() > 1)


def count(counter: Counter, rows: int) -> None:
    counter.until(lambda: counter.finding.rows.rowCount() == rows)


def walk(counter: Counter, widget: QWidget) -> None:
    """Tab as far as that widget, which its layout may be about to show."""
    counter.until(widget.isVisible)
    for _ in range(12):
        if focus() is widget:
            return
        press(TAB)
    raise AssertionError(f"Tab does not reach it, but stands at {focus().accessibleName()}")


def test_filters_lie_folded_behind_one_key_and_keep_narrowing_when_folded(counter: Counter) -> None:
    page = counter.finding
    assert not page.filters.isVisible()
    unfolded(counter)
    for _ in range(list(Status).index(Status.SUPPLEMENT) + 1):
        press(DOWN)
    count(counter, 1)
    assert page.rows.index(0, 0).data() == FIRST
    press(Qt.Key.Key_Escape)
    assert not page.filters.isVisible()
    assert page.search.hasFocus()
    assert list(page.chips.buttons) == ["status"]
    count(counter, 1)


def test_a_chip_says_its_filter_and_delete_takes_it_away(counter: Counter) -> None:
    page = counter.finding
    unfolded(counter)
    for _ in range(list(Status).index(Status.RECEIVED) + 1):
        press(DOWN)
    walk(counter, page.filters.overdue)
    press(Qt.Key.Key_Space)
    count(counter, 2)  # births are due within the day they were received
    assert page.chips.buttons["status"].text().startswith("Trạng thái: Được tiếp nhận")
    walk(counter, page.chips.buttons["status"])
    press(Qt.Key.Key_Delete)
    assert list(page.chips.buttons) == ["overdue"]
    assert page.chips.buttons["overdue"].hasFocus()
    press(Qt.Key.Key_Return)
    assert not page.chips.isVisible()
    count(counter, 5)


@pytest.mark.parametrize(
    ("line", "day", "rows"),
    [
        ("due_to", "23112026", 2),
        ("due_from", "24/11/2026", 3),
        ("received_from", "24/11/2026", 0),
        ("received_to", "23/11/2026", 5),
    ],
)
def test_a_typed_day_narrows_the_list(counter: Counter, line: str, day: str, rows: int) -> None:
    unfolded(counter)
    walk(counter, counter.finding.filters.days[line])
    type_in(day)
    count(counter, rows)
    assert list(counter.finding.chips.buttons) == [line]


def test_a_day_that_is_none_is_said_and_narrows_nothing(counter: Counter) -> None:
    unfolded(counter)
    walk(counter, counter.finding.filters.days["due_from"])
    type_in("99/99/2026")
    assert counter.finding.filters.mistake.text() == "✕ Ghi ngày dạng 23/11/2026."
    assert counter.finding.chips.buttons == {}
    count(counter, 5)


def test_procedure_field_and_officer_narrow_and_words_narrow_further(counter: Counter) -> None:
    page = counter.finding
    unfolded(counter)
    press(TAB)
    press(DOWN)
    walk(counter, page.filters.procedure)
    type_in("dkks")
    counter.until(lambda: page.filters.procedure.open)
    press(Qt.Key.Key_Return)
    count(counter, 2)
    assert set(page.chips.buttons) == {"officer", "procedure"}
    page.begin()
    type_in("nguyen 2")
    count(counter, 1)
    assert page.rows.index(0, 2).data() == "Đăng ký khai sinh"


def test_all_filters_go_at_once(counter: Counter) -> None:
    page = counter.finding
    unfolded(counter)
    press(DOWN)
    walk(counter, page.filters.overdue)
    press(Qt.Key.Key_Space)
    count(counter, 0)
    assert page.count.text() == "Không có hồ sơ nào khớp"
    walk(counter, page.chips.buttons["overdue"])
    press(TAB)
    assert focus().accessibleName() == "Bỏ hết lọc"
    press(Qt.Key.Key_Space)
    count(counter, 5)
    assert not page.chips.isVisible()


def test_a_waiting_dossier_is_not_called_overdue(counter: Counter) -> None:
    rows = counter.finding.rows
    marks = {rows.index(at, 0).data(): rows.index(at, 4).data() for at in range(rows.rowCount())}
    assert marks[FIRST].startswith("Ⅱ Tạm dừng")
    assert sum(mark.startswith("! Quá hạn") for mark in marks.values()) == 2
