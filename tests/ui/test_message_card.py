"""Messages of the center in the day: read with Enter, one after another, and then the day goes on."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTableView

from desk_app.operations.messages import mark_read, unread
from desk_app.operations.outcome import Changes
from desk_app.ui.message_card import MessageCard
from desk_app.ui.order import reading_order
from desk_app.ui.today_page import TodayPage
from tests.offices import OFFICER, another_writes
from tests.ui.results import day, desk_of, finished
from tests.ui.steps import Counter, press
from tests.ui.test_look import cut_off

TEXT = ["Các đơn vị gửi lịch trực lễ về trung tâm.", "", "Mỗi ca ít nhất một người.", *["Dòng nữa."] * 8]


def told(counter: Counter, name: str, title: str, sort: str = "message", due: str = "") -> None:
    said = {"name": name * 32, "title": title, "text": TEXT, "sort": sort, "due": due}
    another_writes(desk_of(counter), "message", "center", b"", **said)


def exchanged(counter: Counter) -> None:
    """As after an exchange."""
    assert counter.running.session is not None
    counter.running.session.counter.lanes.announce(Changes(sync=True))


def shown(counter: Counter) -> tuple[TodayPage, MessageCard]:
    page = day(counter)
    press(Qt.Key.Key_F5)
    counter.until(lambda: page.isVisible() and page.messages.isVisible() and page.messages.read.hasFocus())
    return page, page.messages


def test_messages_are_read_one_after_another_with_enter_and_the_day_goes_on(counter: Counter) -> None:
    finished(counter)
    told(counter, "a", "Gửi lịch trực lễ", sort="instruction", due="2026-11-25")
    told(counter, "b", "Họp giao ban")
    page, card = shown(counter)
    assert card.title.text() == "Gửi lịch trực lễ"
    assert card.sort.text().startswith("! Chỉ đạo của trung tâm (1/2) · Quầy khác")
    assert "hạn Thứ Tư 25/11/2026" in card.sort.text()
    assert card.text.toPlainText() == "\n".join(TEXT)
    press(Qt.Key.Key_Return)
    counter.until(lambda: card.title.text() == "Họp giao ban" and card.read.hasFocus())
    assert "hạn" not in card.sort.text()
    press(Qt.Key.Key_Return)
    counter.until(lambda: not card.isVisible() and page.table.hasFocus())
    assert unread(desk_of(counter)) == ()


def test_without_a_message_the_day_is_as_ever(counter: Counter) -> None:
    finished(counter)
    page = day(counter)
    press(Qt.Key.Key_F5)
    counter.until(lambda: page.table.hasFocus() and len(page.rows.rows) == 1)
    counter.until(lambda: page.messages.asked_by is None)
    assert not page.messages.isVisible()
    assert page.table.hasFocus()


def test_a_message_that_comes_meanwhile_takes_no_focus_and_one_read_elsewhere_goes(counter: Counter) -> None:
    finished(counter)
    page = day(counter)
    press(Qt.Key.Key_F5)
    counter.until(lambda: page.table.hasFocus() and len(page.rows.rows) == 1)
    counter.until(lambda: page.messages.asked_by is None)
    told(counter, "a", "Họp giao ban")
    exchanged(counter)
    counter.until(page.messages.isVisible)
    assert page.table.hasFocus()
    mark_read(desk_of(counter), "a" * 32, OFFICER)
    exchanged(counter)
    counter.until(lambda: not page.messages.isVisible())


def test_the_card_stands_in_the_reading_order_before_the_lists(counter: Counter) -> None:
    finished(counter)
    told(counter, "a", "Họp giao ban")
    page, card = shown(counter)
    order = reading_order(page.work)
    assert order.index(card.text) < order.index(card.read) < order.index(page.lists)
    assert isinstance(page.table, QTableView)
    assert card.read.accessibleName() == "Đã đọc  (Enter)"
    assert card.text.accessibleName()


@pytest.mark.parametrize(("width", "height"), [(1024, 700), (1366, 728)])
def test_nothing_of_the_card_is_cut_off(counter: Counter, width: int, height: int) -> None:
    finished(counter)
    told(counter, "a", "Gửi lịch trực lễ và danh sách người trực của từng bộ phận " * 3, sort="instruction")
    counter.window.resize(width, height)
    page, _card = shown(counter)
    counter.until(lambda: page.width() > width // 2)
    assert not list(cut_off(page))
