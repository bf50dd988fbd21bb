"""What to do next, in order; calls logged, apologies printed, the shift closed, all by keyboard."""

from __future__ import annotations

import os
from datetime import timedelta

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QTableView

from desk_app.operations import releases
from desk_app.operations.acting import record_payment
from desk_app.operations.outcome import Changes
from desk_app.operations.unit_words import cash_to_count, shifts
from desk_app.ui.ending_pane import EndingPane
from desk_app.ui.order import reading_order
from desk_app.ui.today_page import TodayPage
from sync.acts.counter import Taken
from sync.model.dossier import Dossier
from sync.model.moment import day_of
from sync.model.procedure import Procedure
from sync.model.words import dong, short_date
from tests.offices import OFFICER
from tests.ui.results import COPY, THU, asked, day, desk_of, do, finished, now, received, returning
from tests.ui.steps import Counter, focus, press, type_in
from tests.ui.test_look import cut_off


def alt(counter: Counter, letter: str) -> None:
    QTest.keyClick(counter.window, getattr(Qt.Key, f"Key_{letter}"), Qt.KeyboardModifier.AltModifier)


def shown(counter: Counter, rows: int) -> TodayPage:
    page = day(counter)
    press(Qt.Key.Key_F5)
    counter.until(lambda: page.isVisible() and len(page.rows.rows) == rows and page.table.hasFocus())
    return page


def overdue(counter: Counter) -> Dossier:
    """A dossier whose due time is past."""
    late = received(counter, asked(person=THU))
    counter.now += timedelta(days=2)
    return late


def says(page: TodayPage, words: str) -> bool:
    return words in page.said.text()


def kinds(page: TodayPage) -> list[str]:
    return [kind for kind, _ in page.rows.rows]


def text_of(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    try:
        return " ".join(" ".join(page.get_textpage().get_text_range().split()) for page in document)
    finally:
        document.close()


def test_the_day_stands_in_the_order_of_what_to_do_first(counter: Counter) -> None:
    late = overdue(counter)
    ready = finished(counter)
    waiting = received(counter)
    do(counter, waiting, "supplement", items=["Bản sao"], reason="Thiếu")
    today = received(counter)
    page = shown(counter, 4)
    assert kinds(page) == ["overdue", "due-today", "supplement", "to-collect"]
    assert [task.row.id for _, task in page.rows.rows] == [late.id, today.id, waiting.id, ready.id]
    listed = [page.lists.item(at).text() for at in range(page.lists.count())]
    assert listed[0] == "Tất cả, theo thứ tự  (4)"
    assert "Quá hạn  (1)" in listed
    assert "Bản in cần xem lại  (0)" in listed
    press(Qt.Key.Key_Left)
    assert page.lists.hasFocus()
    press(Qt.Key.Key_Down)
    assert kinds(page) == ["overdue"]
    press(Qt.Key.Key_Return)
    assert page.table.hasFocus()
    press(Qt.Key.Key_Return)
    counter.until(counter.finding.dossier.isVisible)
    assert counter.finding.dossier.title.text() == late.number


def test_an_empty_day_says_so(counter: Counter) -> None:
    page = day(counter)
    press(Qt.Key.Key_F5)
    counter.until(lambda: says(page, "Hôm nay không còn việc nào chờ."))
    assert not page.open.isEnabled()
    assert page.shift.isEnabled()


def test_a_result_to_be_collected_leads_to_its_returning(counter: Counter) -> None:
    ready = finished(counter)
    shown(counter, 1)
    alt(counter, "T")
    counter.until(lambda: returning(counter).isVisible() and returning(counter).part.found is not None)
    found = returning(counter).part.found
    assert found is not None
    assert found.dossier.id == ready.id


def test_a_call_is_logged_by_one_key_and_said_the_next_time(counter: Counter) -> None:
    ready = finished(counter)
    page = shown(counter, 1)
    alt(counter, "G")
    counter.until(lambda: page.stack.currentWidget() is not page.work)
    pane = page._panes["call"]
    counter.until(lambda: pane.before.text() == "Chưa gọi lần nào.")
    assert pane.number.text() == "0900000001"
    press(Qt.Key.Key_2)
    counter.until(lambda: says(page, "Đã ghi cuộc gọi cho Nguyễn Văn Mẫu: không nghe máy."))
    assert page.table.hasFocus()
    assert any("không nghe máy" in event.text for event in now(counter, ready).history)
    alt(counter, "G")
    counter.until(lambda: "không nghe máy" in pane.before.text())
    press(Qt.Key.Key_Escape)
    assert page.table.hasFocus()


def test_a_call_without_a_number_asks_for_it(counter: Counter) -> None:
    from dataclasses import replace

    finished(counter, asked(person=replace(THU, phone="")))
    page = shown(counter, 1)
    alt(counter, "G")
    counter.until(lambda: "call" in page._panes and page._panes["call"].phone.hasFocus())
    pane = page._panes["call"]
    pane.record("reached")
    assert "Cần ghi số điện thoại" in pane.mistake.text()
    type_in("0911222333")
    counter.until(lambda: pane.number.text() == "0911222333")
    pane.outcomes["reached"].setFocus()
    press(Qt.Key.Key_Space)
    counter.until(lambda: says(page, "đã báo"))


def test_an_apology_is_prefilled_recorded_and_printed(counter: Counter) -> None:
    late = overdue(counter)
    page = shown(counter, 1)
    alt(counter, "X")
    counter.until(lambda: "apology" in page._panes and page._panes["apology"].reason.hasFocus())
    pane = page._panes["apology"]
    counter.until(lambda: pane.due.text().startswith("Hẹn trả"))
    before = pane.due.text()
    assert "30/11/2026" in before, "three working days from today, not from the day that was missed"
    pane.days.setFocus()
    press(Qt.Key.Key_Up)
    counter.until(lambda: pane.due.text() != before)
    press(Qt.Key.Key_F9)
    counter.until(lambda: says(page, "Đã hẹn lại"))
    assert now(counter, late).renewed is not None
    counter.until(lambda: counter.printed)
    assert "Trần Thị Thử" in text_of(counter.printed[0][1])
    counter.until(lambda: not page.apology.isEnabled())


def test_an_apology_without_a_reason_is_not_made(counter: Counter) -> None:
    late = overdue(counter)
    page = shown(counter, 1)
    alt(counter, "X")
    counter.until(lambda: "apology" in page._panes and page._panes["apology"].reason.hasFocus())
    pane = page._panes["apology"]
    pane.reason.clear()
    press(Qt.Key.Key_F9)
    counter.until(lambda: "lý do" in pane.mistake.text())
    assert now(counter, late).renewed is None


def test_what_the_sync_brings_is_said_calmly_and_the_marked_row_stays(counter: Counter) -> None:
    finished(counter)
    kept = finished(counter, asked(person=THU))
    page = shown(counter, 2)
    press(Qt.Key.Key_Down)
    finished(counter)
    finished(counter)
    assert counter.running.session is not None
    counter.running.session.teller.synced(Changes(dossiers=True))
    counter.until(lambda: page.news.text() == "Có 2 kết quả mới từ trung tâm")
    assert len(page.rows.rows) == 4
    assert page.rows.rows[page.table.currentIndex().row()][1].row.id == kept.id


def test_what_is_done_at_this_desk_is_no_news(counter: Counter) -> None:
    page = shown_empty(counter)
    finished(counter)
    assert counter.running.session is not None
    counter.running.session.counter.lanes.announce(Changes(dossiers=True))
    counter.until(lambda: len(page.rows.rows) == 1)
    assert page.news.text() == ""


def shown_empty(counter: Counter) -> TodayPage:
    page = day(counter)
    press(Qt.Key.Key_F5)
    counter.until(lambda: page._today is not None)
    return page


def test_the_list_of_the_day_is_printed_with_telephones(counter: Counter) -> None:
    finished(counter)
    page = shown(counter, 1)
    alt(counter, "I")
    counter.until(lambda: counter.printed)
    text = text_of(counter.printed[0][1])
    assert "DANH SÁCH VIỆC TRONG NGÀY" in text
    assert "0900000001" in text
    assert says(page, "Đang in danh sách")


# ------------------------------------------------------------------------------------------------ the shift


def cash_taken(counter: Counter) -> int:
    dossier = received(counter, asked(COPY, pages=3))
    assert dossier.intake is not None
    record_payment(desk_of(counter), dossier.id, Taken(dossier.intake.fee), OFFICER)
    return dossier.intake.fee


def closing(counter: Counter) -> TodayPage:
    page = shown_empty(counter)
    alt(counter, "K")
    counter.until(lambda: "shift" in page._panes and page._panes["shift"].counted.hasFocus())
    counter.until(page._panes["shift"].expected.text)
    return page


def test_a_shift_that_agrees_is_closed_by_its_sum_and_a_key(counter: Counter) -> None:
    fee = cash_taken(counter)
    page = closing(counter)
    pane = page._panes["shift"]
    assert "1 khoản tiền mặt" in pane.since.text()
    assert "tiếp nhận" in pane.work.text(), "the officers' work stands below"
    assert pane.work_title.isVisible()
    type_in(str(fee))
    counter.until(lambda: pane.difference.text() == "✓ Khớp với sổ")
    assert not pane.note.isVisible()
    press(Qt.Key.Key_F9)
    counter.until(lambda: says(page, "Đã kết ca"))
    assert cash_to_count(desk_of(counter)).expected == 0
    counter.until(lambda: counter.printed)
    text = text_of(counter.printed[0][1])
    assert "PHIẾU KẾT CA" in text
    assert "Chứng thực" in text
    assert "Nguyễn Văn Mẫu" not in text, "procedures and sums only"


def test_a_difference_wants_a_word(counter: Counter) -> None:
    fee = cash_taken(counter)
    page = closing(counter)
    pane = page._panes["shift"]
    press(Qt.Key.Key_F9)
    assert "Ghi số tiền mặt đếm được" in pane.mistake.text()
    type_in(str(fee - 1000))
    counter.until(lambda: "Thiếu 1.000" in pane.difference.text())
    press(Qt.Key.Key_F9)
    assert "ghi lý do" in pane.mistake.text()
    assert pane.note.hasFocus()
    type_in("Thối nhầm")
    counter.until(lambda: pane.note.text() == "Thối nhầm")
    press(Qt.Key.Key_F9)
    counter.until(lambda: says(page, "Đã kết ca"))
    today = day_of(counter.now)
    [shift] = shifts(desk_of(counter), today, today)
    assert (shift.expected, shift.counted, shift.note) == (fee, fee - 1000, "Thối nhầm")


def test_money_that_comes_while_one_counts_is_counted_in(counter: Counter) -> None:
    page = closing(counter)
    pane = page._panes["shift"]
    assert "0 khoản" in pane.since.text()
    fee = cash_taken(counter)
    assert counter.running.session is not None
    counter.running.session.counter.lanes.announce(Changes(dossiers=True))
    counter.until(lambda: "1 khoản" in pane.since.text())
    assert dong(fee) in pane.expected.text()


# ------------------------------------------------------------------------------------------------- the look


@pytest.mark.parametrize("size", [(1366, 728), (1024, 728), (1024, 600), (960, 540)])
def test_nothing_of_page_and_panes_is_cut_off(counter: Counter, size: tuple[int, int]) -> None:
    counter.window.resize(*size)
    overdue(counter)
    cash_taken(counter)
    finished(counter)
    press(Qt.Key.Key_F5)
    page = day(counter)
    counter.until(lambda: page.rows.rows)
    counter.until(lambda: cut_off(counter.window) == [])
    for name in ("call", "apology", "shift"):
        page._over(name)
        if name == "shift":
            page._panes[name].counted.setText("1")
        counter.until(lambda: cut_off(counter.window) == [])
        page._back()


def test_tab_follows_reading_and_each_letter_leads_to_one_place(counter: Counter) -> None:
    finished(counter)
    page = shown(counter, 1)
    wanted = [one for one in reading_order(page.work) if one.isVisible() and one.isEnabled()]
    wanted[0].setFocus()
    walked = []
    for _ in wanted:
        walked.append(focus())
        press(Qt.Key.Key_Tab)
    assert walked == wanted
    letters = [
        one.text()[one.text().index("&") + 1].lower()
        for one in page.work.findChildren(QAbstractButton)
        if "&" in one.text()
    ]
    assert sorted(set(letters)) == sorted(letters)
    assert isinstance(page.table, QTableView)


def test_procedures_that_end_soon_are_told_and_listed_by_keyboard(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = shown(counter, 0)
    assert not page.ending.isVisible()
    last = day_of(counter.now) + timedelta(days=9)
    ending = Procedure("1.004873", "Cấp Giấy xác nhận tình trạng hôn nhân", effective_to=last)
    after = Procedure("1.000419", "Đăng ký khai tử", effective_to=last, replaced_by="9.900001")
    monkeypatch.setattr(releases, "ending_soon", lambda _desk: [ending, after])
    session = counter.running.session
    assert session is not None
    session.counter.lanes.announce(Changes(catalogue=True))
    counter.until(page.ending.isVisible)
    assert "2 thủ tục" in page.ending.text()
    alt(counter, "H")
    counter.until(lambda: page.stack.currentWidget() is not page.work)
    pane = page.stack.currentWidget()
    assert isinstance(pane, EndingPane)
    counter.until(pane.list.hasFocus)
    said = [pane.list.item(at).text() for at in range(pane.list.count())]
    assert f"đến hết {short_date(last)} (còn 9 ngày)" in said[0]
    assert said[1].endswith("thay bằng 9.900001")
    assert cut_off(pane) == []
    shot = os.environ.get("MOTCUA_SHOTS")
    if shot:
        counter.window.grab().save(f"{shot}/ending.png")
    press(Qt.Key.Key_Escape)
    counter.until(page.table.hasFocus)
    if shot:
        counter.window.grab().save(f"{shot}/today.png")
