"""The dossier's page: what it says, how it is marked, and nothing cut off beside the acts."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QScrollArea

from desk_app.ui.dossier_cards import due_words
from desk_app.ui.order import reading_order
from sync.model.dossier import Dossier
from sync.model.status import Status
from tests.ui.following import acted, ask_for, chord, do, now, opened_page, received, words
from tests.ui.steps import AN_INTAKE, NINE_FIFTEEN, Counter, press, type_in
from tests.ui.test_look import cut_off

DUE = NINE_FIFTEEN + timedelta(days=2)
A_DOSSIER = Dossier(b"\0" * 16, AN_INTAKE.unit, Status.RECEIVED, AN_INTAKE, AN_INTAKE.number, DUE)


@pytest.mark.parametrize(
    ("status", "at", "mark"),
    [
        (Status.RECEIVED, DUE + timedelta(minutes=1), "! Quá hạn"),
        (Status.PROCESSING, DUE - timedelta(hours=1), "◷ Hôm nay đến hạn"),
        (Status.PROCESSING, DUE - timedelta(days=1), "◷ Ngày mai đến hạn"),
        (Status.SUPPLEMENT, DUE + timedelta(days=9), "Ⅱ Tạm dừng"),
        (Status.FEE_DUE, DUE + timedelta(days=9), "Ⅱ Tạm dừng"),
        (Status.RECEIVED, DUE - timedelta(days=2), "Hạn trả 09:15"),
        (Status.DONE, DUE + timedelta(days=9), "Hạn trả 09:15"),
    ],
)
def test_a_due_time_that_presses_is_marked_in_words(status: Status, at: object, mark: str) -> None:
    said, _role = due_words(replace(A_DOSSIER, status=status), at)  # type: ignore[arg-type]
    assert said.startswith(mark)
    assert "25/11/2026" in said


def test_the_page_says_who_holds_the_papers_where_they_lie_and_what_was_paid(
    office: Path, opened: Callable[..., Counter]
) -> None:
    received(office)
    acted(office, "handover", {"to": "Tư pháp", "receiver": "Lê Thị Hai"})
    acted(office, "locate", {"place": "Tủ 2, ngăn 3"})
    acted(office, "payment", {"amount": 8000, "way": "transfer", "proof": "FT123", "payer": "Mẹ"})
    acted(office, "call", {"phone": "0900000001", "to": "Chị Một", "outcome": "no-answer"})
    counter = opened(office).ready()
    page = opened_page(counter)
    said = words(page)
    for one in ("Lê Thị Hai", "Tủ 2, ngăn 3", "8.000 đ, chuyển khoản", "FT123", "người nộp Mẹ"):
        assert one in said
    assert "Gọi điện Chị Một 0900000001 – không nghe máy" in said
    assert page.state.text().startswith("Đang xử lý")
    assert "chờ gửi" in page.synced.text()


def test_money_is_taken_from_the_money_card(office: Path, opened: Callable[..., Counter]) -> None:
    received(office)
    acted(office, "fee", {"amount": 30_000, "reason": "Lệ phí"})
    counter = opened(office).ready()
    page = opened_page(counter)
    assert page.money is not None
    assert "! 30.000 đ" in words(page.money)  # type: ignore[arg-type]
    page.money.pay.setFocus()
    press(Qt.Key.Key_Space)
    assert page.pane.form.given()["amount"] == 30_000
    do(counter, page)
    assert now(counter).paid == 30_000
    counter.until(lambda: "✓ Đã thu đủ" in words(page))


def test_an_annulled_intake_says_so_in_its_head_and_offers_nothing_else(
    office: Path, opened: Callable[..., Counter]
) -> None:
    received(office, 2)
    acted(office, "annul", {"reason": "Nhập trùng", "instead_of": "000.01.06.H99-261123-0002"})
    counter = opened(office).ready()
    press(Qt.Key.Key_F3)
    counter.until(counter.finding.rows.rowCount)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    page = counter.finding.dossier
    counter.until(page.reprint.hasFocus)
    assert page.state.text().startswith("✕ Đã hủy tiếp nhận")
    assert "dùng hồ sơ 000.01.06.H99-261123-0002" in page.state.text()
    chord(Qt.Key.Key_M)
    possible = [name for name in page.pane.list.names if "\n" not in page.pane.list.words(name)]
    assert possible == ["undo"]


def test_the_page_stays_where_it_was_scrolled_when_it_is_read_again(
    office: Path, opened: Callable[..., Counter]
) -> None:
    counter = opened(received(office)).ready()
    page = opened_page(counter)
    bar = page._scroll.verticalScrollBar()
    counter.until(lambda: bar.maximum() > 100)
    bar.setValue(100)
    ask_for(counter, page.pane, "ghi chu")
    type_in("Một ghi chú")
    do(counter, page)
    counter.until(lambda: "Ghi chú: Một ghi chú" in words(page))
    assert bar.value() == 100


@pytest.mark.parametrize("size", [(1366, 728), (1024, 728), (1024, 600), (960, 540)])
def test_no_words_are_cut_off_on_the_page_nor_beside_it(
    office: Path, opened: Callable[..., Counter], size: tuple[int, int]
) -> None:
    received(office)
    acted(office, "payment", {"amount": 8000, "way": "cash"})
    counter = opened(office).ready()
    counter.window.resize(*size)
    page = opened_page(counter)
    whole = partial(nothing_cut_off, counter)
    counter.until(whole)
    for act in ("ban giao", "thu phi", "dinh chinh", "hoan tac"):
        ask_for(counter, page.pane, act)
        counter.until(whole)
        counter.until(partial(as_wide_as_its_view, page._scroll))
        counter.until(partial(as_wide_as_its_view, page.pane.form.area))
        press(Qt.Key.Key_Escape)
        press(Qt.Key.Key_Escape)
    press(Qt.Key.Key_Escape)
    chord(Qt.Key.Key_L)
    counter.until(whole)


def as_wide_as_its_view(area: QScrollArea) -> bool:
    inside = area.widget()
    return inside is not None and inside.width() <= area.viewport().width()


def nothing_cut_off(counter: Counter) -> bool:
    return cut_off(counter.window) == []


def test_every_field_of_every_form_has_a_name_and_tab_goes_as_one_reads(
    office: Path, opened: Callable[..., Counter]
) -> None:
    counter = opened(received(office)).ready()
    page = opened_page(counter)
    chord(Qt.Key.Key_M)
    names = [name for name in page.pane.list.names if "\n" not in page.pane.list.words(name)]
    for name in names:
        if name == "return":
            continue
        page.pane.choose(name)
        wanted = [one for one in reading_order(page.pane.form) if one.isVisible() and one.isEnabled()]
        for widget in wanted:
            seen = QAccessible.queryAccessibleInterface(widget)
            assert seen.text(QAccessible.Text.Name).strip(), name
        wanted[0].setFocus()
        walked = []
        for _ in wanted:
            walked.append(counter.window.focusWidget())
            press(Qt.Key.Key_Tab)
        assert walked == wanted, name
