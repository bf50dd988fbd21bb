"""Công khai (F7) by keyboard: the queue, the public screen, and the rating nobody is forced to give."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from desk_app.domain.mistakes import DeskError
from desk_app.domain.queue import TicketState
from desk_app.operations.desk import Desk, open_desk
from desk_app.operations.public_screen import Reception, public_screen
from desk_app.operations.queue import QueueSettings, put_queue_settings, queue_settings, take, tickets_today
from desk_app.ui.order import reading_order
from desk_app.ui.public_page import PublicPage
from desk_app.ui.public_section import PublicScreenSection
from desk_app.ui.rating_panel import RatingPanel
from desk_app.ui.window import PAGES
from tests.patience import WAIT
from tests.ui.steps import Counter, focus, press, type_in
from tests.ui.test_look import cut_off

ON_TWO_MONITORS = """
import sys
from pathlib import Path
from dataclasses import replace
from PySide6.QtCore import QTimer, qInstallMessageHandler
from desk_app.main import Running
from desk_app.operations.desk import open_desk
from desk_app.operations.public_screen import public_screen, put_public_screen
from desk_app.ui.style import dressed_application
from tests.ui.steps import NINE_FIFTEEN
said = []
qInstallMessageHandler(lambda kind, context, text: said.append(text))
app = dressed_application([])
data = Path(sys.argv[1])
desk = open_desk(data, lambda: NINE_FIFTEEN)
put_public_screen(desk, replace(public_screen(desk), on=True))
desk.close()
running = Running(data, clock=lambda: NINE_FIFTEEN, online=lambda: False)
running.window.resize(1200, 728)
running.window.show()

def look():
    screen = running.session and running.session.public.screen
    if not screen or not screen.pages:
        return
    own = running.window.geometry()
    print(screen.isFullScreen(), screen.geometry().getRect(), screen.geometry().intersects(own),
          [text for text in said if "propagateSizeHints" not in text], flush=True)
    ticking.stop()
    running.window.close()

ticking = QTimer()
ticking.timeout.connect(look)
ticking.start(20)
QTimer.singleShot(120_000, lambda: app.exit(1))
sys.exit(app.exec())
"""


@pytest.fixture
def page(counter: Counter) -> PublicPage:
    assert counter.running.session is not None
    press(Qt.Key.Key_F7)
    made = counter.window.page("F7")
    assert isinstance(made, PublicPage)
    counter.until(lambda: made.queue.counts.text() and made.queue.priority.count() > 1)
    counter.until(made.monitor.count)
    return made


def standing_in_a_cell(text: str) -> bool:
    line = focus()
    return isinstance(line, QLineEdit) and line.text() == text


def said_by(page: PublicPage, beginning: str) -> bool:
    return page.queue.said.text().startswith(beginning)


def desk_of(counter: Counter) -> Desk:
    assert counter.running.desk is not None
    return counter.running.desk


def alt(counter: Counter, letter: str) -> None:
    key = getattr(Qt.Key, f"Key_{letter}")
    QTest.keyClick(counter.window, key, Qt.KeyboardModifier.AltModifier)


def states(counter: Counter) -> list[str]:
    return [f"{one.turn} {one.state}" for one in tickets_today(desk_of(counter))]


def test_a_turn_from_taking_to_intake_by_keyboard_alone(counter: Counter, page: PublicPage) -> None:
    assert page.queue.next.hasFocus()
    alt(counter, "S")
    counter.until(lambda: page.queue.said.text() == "Số A001 – không có ai chờ trước.")
    alt(counter, "T")
    counter.until(lambda: page.queue.turn.text() == "A001")
    alt(counter, "L")
    counter.until(lambda: "gọi 2 lần" in page.queue.state.text())
    alt(counter, "P")
    counter.until(counter.intake.isVisible)
    counter.until(lambda: counter.intake.said.text() == "Đang phục vụ số A001.")
    assert states(counter) == ["A001 serving"]
    press(Qt.Key.Key_F7)
    counter.until(lambda: "đang phục vụ" in page.queue.state.text())
    alt(counter, "X")
    counter.until(lambda: page.queue.turn.text() == "–")
    assert states(counter) == ["A001 served"]


def test_a_ticket_is_taken_and_printed_and_its_number_stays(counter: Counter, page: PublicPage) -> None:
    page.queue.priority.setFocus()
    press(Qt.Key.Key_Down)
    alt(counter, "I")
    counter.until(lambda: counter.printed)
    assert [title for title, _ in counter.printed] == ["A001"]
    [ticket] = tickets_today(desk_of(counter))
    assert ticket.priority == "Người cao tuổi"
    counter.until(lambda: page.queue.priority.currentData() == "")


def test_a_printer_without_paper_leaves_the_turn_and_offers_the_same_paper(
    counter: Counter, page: PublicPage
) -> None:
    def jam(_pdf: bytes, _title: str) -> None:
        raise DeskError("Hết giấy.", "Lắp giấy.")

    counter.printing = jam
    alt(counter, "I")
    counter.until(lambda: "Hết giấy" in counter.window.status.printer.text())
    assert states(counter) == ["A001 waiting"]
    assert "A001" in page.queue.said.text()


def test_who_missed_the_call_is_called_from_the_list_with_enter(counter: Counter, page: PublicPage) -> None:
    take(desk_of(counter))
    take(desk_of(counter))
    alt(counter, "T")
    counter.until(lambda: page.queue.turn.text() == "A001")
    alt(counter, "V")
    counter.until(lambda: page.queue.list.count() == 2 and page.queue.turn.text() == "–")
    page.queue.list.setFocus()
    press(Qt.Key.Key_End)
    assert "vắng mặt" in page.queue.list.currentItem().text()
    press(Qt.Key.Key_Return)
    counter.until(lambda: page.queue.turn.text() == "A001")


def test_a_number_taken_by_another_process_shows_without_a_key(counter: Counter, page: PublicPage) -> None:
    other = open_desk(desk_of(counter).paths.data, lambda: counter.now)
    take(other)
    other.close()
    counter.until(lambda: page.queue.list.count() == 1)
    assert page.queue.list.item(0).text() == "A001 · chờ dưới 1 phút"


def test_a_counter_pauses_and_opens_with_the_same_key(counter: Counter, page: PublicPage) -> None:
    take(desk_of(counter))
    alt(counter, "D")
    counter.until(lambda: not page.queue.next.isEnabled())
    assert "tạm dừng" in page.queue.state.text()
    counter.until(lambda: page.queue.pause.text().startswith("Mở lại"))
    alt(counter, "D")
    counter.until(page.queue.next.isEnabled)


def test_a_ticket_goes_to_another_counter(counter: Counter, page: PublicPage) -> None:
    put_queue_settings(desk_of(counter), QueueSettings(counters=("Quầy 1", "Quầy 2")))
    take(desk_of(counter))
    counter.until(page.queue.transfer.isVisible)
    alt(counter, "T")
    counter.until(page.queue.transfer.isEnabled)
    alt(counter, "C")
    counter.until(
        lambda: page.queue.list.count() == 1 and "chuyển đến quầy 2" in page.queue.list.item(0).text()
    )


def test_what_the_queue_refuses_is_said_and_nothing_else_happens(counter: Counter, page: PublicPage) -> None:
    alt(counter, "T")
    counter.until(lambda: page.queue.said.text().startswith("Không còn ai đang chờ."))
    assert page.queue.said.property("role") == "caution"


def test_the_screen_opens_and_closes_and_turns_its_pages(counter: Counter, page: PublicPage) -> None:
    session = counter.running.session
    assert session is not None
    alt(counter, "M")
    counter.until(lambda: session.public.screen is not None and session.public.screen.pages)
    screen = session.public.screen
    assert screen is not None
    assert "xem thử" in page.state.text(), "one monitor only: a small window, never over the officer's"
    assert public_screen(desk_of(counter)).on
    counter.window.activateWindow()
    before = screen.page
    alt(counter, "R")
    counter.until(lambda: screen.page is not before)
    alt(counter, "N")
    counter.until(lambda: screen.grab().toImage().pixelColor(3, 3).lightness() < 128)
    take(desk_of(counter))
    alt(counter, "T")
    counter.until(lambda: "Mời số A001 đến Quầy 1" in screen.accessibleDescription())
    alt(counter, "M")
    counter.until(lambda: session.public.screen is None)
    assert not public_screen(desk_of(counter)).on


def test_with_one_monitor_the_screen_does_not_come_by_itself(
    office: Path, opened: Callable[..., Counter]
) -> None:
    first = opened(office).ready()
    press(Qt.Key.Key_F7)
    alt(first, "M")
    first.until(lambda: public_screen(desk_of(first)).on)
    first.close()
    again = opened(office).ready()
    session = again.running.session
    assert session is not None
    again.until(lambda: session.public.settings is not None and session.public.settings.on)
    assert session.public.screen is None


def test_with_two_monitors_it_fills_the_second_and_takes_no_focus(office: Path, tmp_path: Path) -> None:
    monitors = tmp_path / "monitors.json"
    places = [(0, 1366, 768), (1366, 1920, 1080)]
    screens = [
        {"name": f"M{x}", "x": x, "y": 0, "width": width, "height": height} for x, width, height in places
    ]
    monitors.write_text(json.dumps({"screens": screens}))
    done = subprocess.run(
        [sys.executable, "-c", ON_TWO_MONITORS, str(office)],
        env={**os.environ, "QT_QPA_PLATFORM": f"offscreen:configfile={monitors}"},
        capture_output=True,
        text=True,
        timeout=180,
        check=False,
    )
    assert (done.returncode, done.stdout.strip()) == (0, "True (1366, 0, 1920, 1080) False []"), done.stderr


# ----------------------------------------------------------------------------------------------------- rating


def rated(qtbot: QtBot) -> tuple[RatingPanel, list[tuple[int, tuple[str, ...]]]]:
    given: list[tuple[int, tuple[str, ...]]] = []
    panel = RatingPanel(lambda level, reasons: given.append((level, reasons)))
    qtbot.addWidget(panel)
    panel.resize(872, 600)
    with qtbot.waitExposed(panel, timeout=WAIT):
        panel.show()
    panel.activateWindow()
    panel.begin()
    qtbot.waitUntil(panel.levels[5].hasFocus, timeout=WAIT)
    return panel, given


def test_a_rating_is_two_keys(qtbot: QtBot) -> None:
    panel, given = rated(qtbot)
    press(Qt.Key.Key_4)
    with qtbot.waitSignal(panel.done, timeout=WAIT):
        press(Qt.Key.Key_Return)
        panel.give()
    assert given == [(4, ())], "once, however often it is sent"


def test_reasons_are_reached_by_tab_and_given_by_space(qtbot: QtBot) -> None:
    panel, given = rated(qtbot)
    type_in("2")
    panel.levels[2].setFocus()
    while focus() is not panel.reasons["attitude"]:
        press(Qt.Key.Key_Tab)
    press(Qt.Key.Key_Space)
    press(Qt.Key.Key_Return)
    assert given == [(2, ("attitude",))]
    assert panel.title.text() == "Xin cảm ơn Ông/Bà."


def test_a_rating_by_mouse_or_finger(qtbot: QtBot) -> None:
    panel, given = rated(qtbot)
    for button in (panel.levels[1], panel.levels[5], panel.reasons["time"], panel.send):
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    assert given == [(5, ("time",))]


def test_nobody_is_forced_to_rate(qtbot: QtBot) -> None:
    for leave in (Qt.Key.Key_Escape, None):
        panel, given = rated(qtbot)
        assert not panel.send.isEnabled()
        press(Qt.Key.Key_Return)
        type_in("3")
        with qtbot.waitSignal(panel.done, timeout=WAIT):
            press(leave) if leave else QTest.mouseClick(panel.skip, Qt.MouseButton.LeftButton)
        assert given == []


def test_who_walks_away_has_said_what_was_chosen_and_nothing_more(qtbot: QtBot) -> None:
    for chosen, said in (("", []), ("3", [(3, ())])):
        panel, given = rated(qtbot)
        type_in(chosen)
        panel._patience.setInterval(1)
        panel._leaving.setInterval(1)
        with qtbot.waitSignal(panel.done, timeout=WAIT):
            panel._patience.start()
        assert given == said


def test_while_nothing_records_ratings_none_is_asked_for(counter: Counter, page: PublicPage) -> None:
    assert counter.running.session is not None
    counter.running.session.public.on_rated = None
    counter.running.session.public.changed.emit()
    assert not page.rate.isVisible()
    page.ask_rating()
    assert page.rating is None


def test_the_officer_invites_and_comes_back_to_the_page(counter: Counter, page: PublicPage) -> None:
    given: list[int] = []
    assert counter.running.session is not None
    counter.running.session.public.on_rated = lambda level, _: given.append(level)
    counter.running.session.public.changed.emit()
    alt(counter, "G")
    counter.until(lambda: page.rating is not None)
    assert page.rating is not None
    counter.until(page.rating.levels[5].hasFocus)
    press(Qt.Key.Key_5)
    press(Qt.Key.Key_Return)
    counter.until(lambda: page.rating is None)
    assert given == [5]
    assert page.queue.next.hasFocus()


# ------------------------------------------------------------------------------------------------------- look


@pytest.mark.parametrize("size", [(1366, 728), (1024, 728), (1024, 600), (960, 540)])
def test_nothing_of_page_and_rating_is_cut_off(
    counter: Counter, page: PublicPage, size: tuple[int, int]
) -> None:
    counter.window.resize(*size)
    session, desk = counter.running.session, desk_of(counter)
    assert session is not None
    session.public.on_rated = lambda level, reasons: None
    session.public.changed.emit()
    names = tuple(f"Quầy {at} – Hộ tịch, chứng thực" for at in (1, 2, 3))
    put_queue_settings(desk, QueueSettings(("Hộ tịch – Tư pháp", "Chứng thực và xác nhận"), counters=names))
    counter.until(page.queue.transfer.isVisible)
    for priority in ("Người đi cùng trẻ nhỏ", "", ""):
        take(desk, priority=priority)
    alt(counter, "T")
    counter.until(lambda: page.queue.turn.text() == "A001")
    counter.until(lambda: not cut_off(counter.window))
    page.ask_rating()
    type_in("1")
    counter.until(lambda: not cut_off(counter.window))


def test_tab_follows_reading_through_the_page(counter: Counter, page: PublicPage) -> None:
    wanted = [one for one in reading_order(page.work) if one.isVisible() and one.isEnabled()]
    wanted[0].setFocus()
    walked: list[QWidget] = []
    for _ in wanted:
        walked.append(focus())
        press(Qt.Key.Key_Tab)
    assert walked == wanted


def test_each_letter_with_alt_leads_to_one_place(counter: Counter, page: PublicPage) -> None:
    buttons = [one.text() for one in page.findChildren(QAbstractButton) if "&" in one.text()]
    letters = [text[text.index("&") + 1].lower() for text in buttons]
    assert sorted(set(letters)) == sorted(letters)
    assert "F7" in PAGES


# --------------------------------------------------------------------------------------------------- settings


def test_the_section_keeps_what_was_typed_and_the_screen_shows_it(
    counter: Counter, page: PublicPage, qtbot: QtBot
) -> None:
    assert counter.running.session is not None
    section = PublicScreenSection(counter.running.session.counter)
    qtbot.addWidget(section)
    section.resize(620, 1100)
    section.show()
    section.activateWindow()
    counter.until(section.priorities.toPlainText)
    QTest.mouseClick(section.add_line, Qt.MouseButton.LeftButton)
    for at, text in enumerate(("Chủ tịch UBND xã", "Thứ Năm, 8:00", "Phòng 101")):
        if at:
            section.calendar.setCurrentCell(0, at)
            section.calendar.setFocus()
        type_in(text)  # its last letter is held back a moment, for it might begin a scan
        counter.until(partial(standing_in_a_cell, text))
        press(Qt.Key.Key_Return)
        counter.until(section.calendar.hasFocus)
    section.complaints.setFocus()
    type_in("Hòm thư góp ý")
    section.services.setFocus()
    type_in("Hộ tịch")
    section.regions["procedures"].setChecked(False)
    section.save.click()
    counter.until(lambda: section.said.text() == "Đã lưu.")
    kept = public_screen(desk_of(counter))
    assert kept.reception == (Reception("Chủ tịch UBND xã", "Thứ Năm, 8:00", "Phòng 101"),)
    assert (kept.complaints, "procedures" in kept.show) == ("Hòm thư góp ý", False)
    assert queue_settings(desk_of(counter)).services == ("Hộ tịch",)
    assert cut_off(section) == []
    section.services.setPlainText("\n".join("abcde"))
    section.save.click()
    counter.until(lambda: section.said.text().startswith("Có nhiều nhất 4 nhóm dịch vụ."))
    assert public_screen(desk_of(counter)) == kept


def test_no_ticket_is_lost_when_the_window_is_closed_in_the_middle(
    office: Path, opened: Callable[..., Counter]
) -> None:
    first = opened(office).ready()
    press(Qt.Key.Key_F7)
    page = first.window.page("F7")
    assert isinstance(page, PublicPage)
    first.until(page.queue.counts.text)
    for taken in (1, 2):
        alt(first, "S")
        first.until(partial(said_by, page, f"Số A00{taken}"))
    page.queue.next.click()
    first.close()
    second = opened(office).ready()
    assert [one.state for one in tickets_today(desk_of(second))] == [TicketState.CALLED, TicketState.WAITING]
