"""Settings: every form as it will print, on every paper it may have; wrong wording is named."""

from __future__ import annotations

import json
import threading
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from desk_app.devices.printing import page_images
from desk_app.documents.form_layout import DEFAULT_SET
from desk_app.documents.forms import FORMS, PAPERS
from desk_app.domain.mistakes import DeskError
from desk_app.operations import forms as operations
from desk_app.ui.order import reading_order
from desk_app.ui.pages_view import MOST_PAGES, Room, first_pages
from desk_app.ui.print_words import PAPER_NAMES
from desk_app.ui.settings_forms import SETS, FormsSection
from desk_app.ui.settings_page import SettingsPage
from sync.typeset.layout import COMMON, form_sets, set_folder
from tests.ui.steps import CARD, Counter, focus, press, scan
from tests.ui.test_look import cut_off

WIDTHS = {"a5": 148, "2xa5": 297, "a4": 210, "80mm": 80, "58mm": 58}
LYING = {"register", "handover"}


def shown(counter: Counter) -> FormsSection:
    page = counter.window.page("F10")
    assert isinstance(page, SettingsPage)
    section = page.section("Mẫu giấy")
    assert isinstance(section, FormsSection)
    counter.until(lambda: section.choice is not None)
    return section


def settled(counter: Counter, page: FormsSection) -> None:
    """Waits until what is chosen is what is seen."""
    wanted = page.choice
    assert wanted is not None
    said = f"{wanted.title}, {PAPER_NAMES[wanted.paper]}, "
    counter.until(lambda: page.view.accessibleDescription().startswith(said) and page.view.pages)


@pytest.fixture
def page(counter: Counter) -> FormsSection:
    press(Qt.Key.Key_F10)
    made = shown(counter)
    settled(counter, made)
    return made


def wording_file(counter: Counter, name: str, value: Any) -> Path:
    assert counter.running.desk is not None
    folder = operations.wording_folder(counter.running.desk)
    folder.mkdir(exist_ok=True)
    text = value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
    (folder / name).write_text(text, encoding="utf-8")
    return folder


def inked(picture: QImage) -> bool:
    """Whether there is black on the paper, not only the grey of the word across it."""
    grey = picture.convertToFormat(QImage.Format.Format_Grayscale8)
    lines: list[Any] = [grey.constScanLine(row) for row in range(grey.height())]
    return sum(line[: grey.width()].tobytes().count(0) for line in lines) > 50


def as_printed(counter: Counter, page: FormsSection) -> list[QImage]:
    """The pages of the sample's PDF, drawn at the resolution of those shown."""
    choice, desk = page.choice, counter.running.desk
    assert choice is not None
    assert desk is not None
    pdf = operations.make_form(
        desk, choice.name, None, form_set=choice.form_set, paper=choice.paper, sample=True
    )
    wide = next(page_images(pdf, 24.0)).width() / 24.0
    return list(page_images(pdf, page.view.room(page.size_shown.currentData()).dots(wide)))


def test_every_paper_and_every_set_has_a_name_here() -> None:
    assert set(PAPER_NAMES) == set(PAPERS)
    assert {set_folder(name) for name in SETS} == set(form_sets(COMMON))
    assert SETS[0] == DEFAULT_SET


@pytest.mark.parametrize("form_set", SETS)
def test_every_form_previews_on_every_paper(counter: Counter, page: FormsSection, form_set: str) -> None:
    page.form_set.setCurrentIndex(SETS.index(form_set))
    assert [page.list.item(row).text() for row in range(page.list.count())] == [
        form.title for form in FORMS.values()
    ]
    for row, form in enumerate(FORMS.values()):
        page.list.setCurrentRow(row)
        papers = [page.paper.itemData(at) for at in range(page.paper.count())]
        assert tuple(papers) == form.papers
        for at, paper in enumerate(papers):
            page.paper.setCurrentIndex(at)
            counter.until(lambda: page.state.text() != "Đang vẽ…")
            settled(counter, page)
            first = page.view.pages[0].deviceIndependentSize()
            wide, lying = first.width() / first.height(), form.name in LYING or paper == "2xa5"
            assert inked(page.view.pages[0]), (form.name, paper)
            if not paper.endswith("mm"):
                assert wide == pytest.approx(2**0.5 if lying else 2**-0.5, rel=0.01), (form.name, paper)
            most = page.view.viewport().width()
            assert first.width() <= min(most, WIDTHS[paper if not lying else "2xa5"] / 25.4 * 96 * 1.25 + 2)
            assert page.state.text().startswith(f"{len(page.view.pages)} trang")


def test_the_preview_is_what_the_printer_gets_dot_for_dot(counter: Counter, page: FormsSection) -> None:
    for name, paper in (("slip", "a5"), ("register", "a4"), ("ticket", "58mm")):
        page.list.setCurrentRow(list(FORMS).index(name))
        page.paper.setCurrentIndex(FORMS[name].papers.index(paper))
        settled(counter, page)
        assert list(page.view.pages) == as_printed(counter, page)


def test_pages_are_drawn_in_the_lane_of_paper(
    counter: Counter, page: FormsSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    threads: list[str] = []

    def watched(pdf: bytes, room: Room) -> Any:
        threads.append(threading.current_thread().name)
        return first_pages(pdf, room)

    monkeypatch.setattr("desk_app.ui.settings_forms.first_pages", watched)
    for _ in range(3):
        press(Qt.Key.Key_Down)
    settled(counter, page)
    assert set(threads) == {"lane-paper"}


def test_all_of_it_by_keyboard(counter: Counter, page: FormsSection, tmp_path: Path) -> None:
    assert page.list.hasFocus()
    press(Qt.Key.Key_Down)
    assert page.choice is not None
    assert page.choice.name == "supplement"
    wanted = [widget for widget in reading_order(page) if widget.isEnabled()]
    walked: list[QWidget] = []
    for _ in wanted:
        walked.append(focus())
        if focus() is page.paper:
            press(Qt.Key.Key_End)
        elif focus() is page.form_set:
            press(Qt.Key.Key_Down)
        elif focus() is page.view:
            settled(counter, page)
            press(Qt.Key.Key_PageDown)
            assert page.view.verticalScrollBar().value() > 0
            press(Qt.Key.Key_End)
            assert page.view.verticalScrollBar().value() == page.view.verticalScrollBar().maximum()
            press(Qt.Key.Key_Home)
            assert page.view.verticalScrollBar().value() == 0
        elif focus() is page.try_print:
            press(Qt.Key.Key_Space)
        elif focus() is page.save:
            press(Qt.Key.Key_Space)
            [dialog] = page.findChildren(QFileDialog)
            dialog.fileSelected.emit(str(tmp_path / "mẫu.pdf"))
            dialog.reject()
            counter.until(lambda: page.state.text() == "Đã lưu mẫu thành tệp PDF.")
            counter.window.activateWindow()
            page.save.setFocus()
            counter.until(page.save.hasFocus)
        press(Qt.Key.Key_Tab)
    assert walked == wanted
    assert (page.choice.name, page.choice.paper, page.choice.form_set) == ("supplement", "58mm", "TT 01/2018")
    counter.until(lambda: counter.printed)
    [(title, pdf)] = counter.printed
    assert title == f"MẪU {FORMS['supplement'].title}"
    desk = counter.running.desk
    assert desk is not None
    choice = page.choice
    made = operations.make_form(
        desk, choice.name, None, form_set=choice.form_set, paper=choice.paper, sample=True
    )
    assert pdf == made == (tmp_path / "mẫu.pdf").read_bytes()


def test_letters_with_alt_lead_to_each_choice(counter: Counter, page: FormsSection) -> None:
    places = {Qt.Key.Key_G: page.paper, Qt.Key.Key_B: page.form_set, Qt.Key.Key_C: page.size_shown}
    for key, widget in {**places, Qt.Key.Key_M: page.list}.items():
        QTest.keyClick(counter.window, key, Qt.KeyboardModifier.AltModifier)
        assert widget.hasFocus()
    QTest.keyClick(counter.window, Qt.Key.Key_I, Qt.KeyboardModifier.AltModifier)
    counter.until(lambda: counter.printed)


def test_a_wrong_wording_file_is_named_and_the_form_still_shows(counter: Counter, page: FormsSection) -> None:
    counter.until(lambda: "Chưa có tệp nào" in page.wording.toPlainText())
    folder = wording_file(counter, "rating.json", {"body": {"regards": {"sentence": 3}}})
    wording_file(counter, "slip.json", '{"body"')
    wording_file(counter, "phieu-la.json", {})
    counter.go(Qt.Key.Key_F10)
    counter.until(lambda: page.wording_state.text() == "! Lời văn riêng của xã: 3 lỗi")
    said = page.wording.toPlainText().splitlines()
    assert said[0] == f"Thư mục: {folder}"
    assert "✕ slip.json: không đọc được JSON: sai cú pháp ở dòng 1, cột 8" in said
    assert "✕ phieu-la.json: không có mẫu nào tên là “phieu-la”" in said
    assert "✕ rating.json: body.regards.sentence: không có mục này" in said
    page.list.setCurrentRow(list(FORMS).index("rating"))
    settled(counter, page)
    for path in folder.glob("*.json"):
        path.unlink()
    counter.go(Qt.Key.Key_F10)
    counter.until(lambda: page.wording_state.text() == "Lời văn riêng của xã")


def test_own_wording_that_was_just_changed_is_seen_on_coming_back(
    counter: Counter, page: FormsSection
) -> None:
    page.list.setCurrentRow(list(FORMS).index("ticket"))
    settled(counter, page)
    before = page.view.pages[0]
    wording_file(counter, "common.json", {"head": {"sample": "BẢN THỬ"}})
    press(Qt.Key.Key_F2)
    counter.go(Qt.Key.Key_F10)
    counter.until(lambda: page.view.pages[0] != before)
    counter.until(lambda: "✓ Đang dùng, không có lỗi." in page.wording.toPlainText())


def test_a_form_that_cannot_be_made_says_why_and_the_next_one_shows(
    counter: Counter, page: FormsSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    make = operations.make_form

    def some(desk: Any, name: str, *rest: Any, **more: Any) -> bytes:
        if name == "supplement":
            raise DeskError("Bố cục mẫu có lỗi: x.json.", "Sửa tệp đó.")
        return make(desk, name, *rest, **more)

    monkeypatch.setattr(operations, "make_form", some)
    press(Qt.Key.Key_Down)
    counter.until(lambda: "x.json" in page.view.words)
    assert page.view.pages == ()
    assert not page.save.isEnabled()
    assert not page.try_print.isEnabled()
    press(Qt.Key.Key_Down)
    settled(counter, page)
    assert page.view.words == ""
    assert page.try_print.isEnabled()


def test_a_form_its_set_does_not_have_says_where_it_is_from(counter: Counter, page: FormsSection) -> None:
    page.list.setCurrentRow(list(FORMS).index("stopping"))
    page.form_set.setCurrentIndex(SETS.index("TT 01/2018"))
    counter.until(lambda: "không có mẫu này, dùng mẫu của bộ TT 03/2025" in page.state.text())


def test_going_to_and_fro_ends_with_the_words_of_what_is_seen(counter: Counter, page: FormsSection) -> None:
    said = page.state.text()
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Up)
    counter.until(lambda: page.state.text() == said)


def test_a_paper_stays_chosen_where_the_next_form_has_it(counter: Counter, page: FormsSection) -> None:
    page.paper.setCurrentIndex(PAPERS.index("80mm"))
    page.list.setCurrentRow(list(FORMS).index("ticket"))
    assert page.paper.currentText() == "Cuộn 80 mm"
    page.list.setCurrentRow(list(FORMS).index("register"))
    assert page.paper.currentText() == "A4"
    settled(counter, page)


def test_a_larger_size_scrolls_both_ways_and_keeps_the_place(counter: Counter, page: FormsSection) -> None:
    bar = page.view.verticalScrollBar()
    bar.setValue(bar.maximum() // 2)
    before = page.view.pages[0].width()
    page.size_shown.setCurrentText("200 %")
    counter.until(lambda: page.view.pages[0].width() > before)
    assert page.view.pages[0].deviceIndependentSize().width() == pytest.approx(148 / 25.4 * 192, abs=2)
    assert bar.value() == pytest.approx(bar.maximum() / 2, rel=0.02)
    page.view.setFocus()
    press(Qt.Key.Key_Right)
    assert page.view.horizontalScrollBar().value() > 0


def long_enough(page: FormsSection) -> bool:
    """Whether each title of the list has the room its words need."""
    for row in range(page.list.count()):
        item = page.list.item(row)
        seen = page.list.visualItemRect(item)
        room = QRect(0, 0, seen.width() - 16, 1_000)
        needed = page.list.fontMetrics().boundingRect(room, int(Qt.TextFlag.TextWordWrap), item.text())
        if needed.height() > seen.height() or needed.width() > room.width() or seen.height() < 36:
            return False
    return True


@pytest.mark.parametrize("size", [(1366, 728), (1024, 728), (1024, 600), (960, 540)])
def test_nothing_is_cut_off_whatever_it_says(
    counter: Counter, page: FormsSection, size: tuple[int, int]
) -> None:
    counter.window.resize(*size)
    wording_file(counter, "slip.json", '{"body"')
    counter.go(Qt.Key.Key_F10)
    page.form_set.setCurrentIndex(SETS.index("TT 01/2018"))
    page.list.setCurrentRow(list(FORMS).index("stopping"))
    counter.until(lambda: "không có mẫu này" in page.state.text())
    counter.until(lambda: page.wording_state.text().startswith("!"))
    counter.until(lambda: not cut_off(counter.window))
    counter.until(partial(long_enough, page))
    assert page.wording.horizontalScrollBar().maximum() == 0
    fitting = page.view.room(None).width
    counter.until(lambda: page.view.pages[0].deviceIndependentSize().width() <= fitting + 1)


def test_the_chosen_form_stays_in_sight_when_its_list_shrinks(counter: Counter, page: FormsSection) -> None:
    page.list.setCurrentRow(page.list.count() - 1)
    counter.until(lambda: "Chưa có tệp nào" in page.wording.toPlainText())
    high = page.list.height()
    wording_file(counter, "label.json", "[]")
    counter.go(Qt.Key.Key_F10)
    counter.until(lambda: page.list.height() < high)
    chosen = page.list.visualItemRect(page.list.currentItem())
    assert page.list.viewport().rect().contains(chosen)


def test_the_preview_has_a_name_and_says_what_is_seen(counter: Counter, page: FormsSection) -> None:
    assert page.view.accessibleName() == "Xem trước mẫu giấy"
    assert page.view.accessibleDescription() == f"{FORMS['slip'].title}, A5, 2 trang"


def test_a_long_book_shows_its_first_pages_only(monkeypatch: pytest.MonkeyPatch) -> None:
    def pages(_pdf: bytes, _dots: float) -> Any:
        for _ in range(500):
            yield QImage(10, 14, QImage.Format.Format_Grayscale8)

    monkeypatch.setattr("desk_app.devices.printing.page_images", pages)
    shown_pages, more = first_pages(b"", Room(500, 1.0))
    assert (len(shown_pages), more) == (MOST_PAGES, True)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_pages_are_as_fine_as_the_screen(ratio: float) -> None:
    room = Room(560, ratio)
    assert room.dots(148 / 25.4) == pytest.approx(ratio * 560 / (148 / 25.4))
    assert room.dots(58 / 25.4) == pytest.approx(ratio * 96 * 1.25)
    assert Room(560, ratio, 2.0).dots(1.0) == ratio * 192


def test_a_scan_on_this_page_goes_where_it_belongs(counter: Counter, page: FormsSection) -> None:
    scan(CARD)
    counter.until(counter.intake.isVisible)
    assert not page.isVisible()
