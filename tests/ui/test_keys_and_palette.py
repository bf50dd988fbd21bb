"""F1 shows every key there is; Ctrl+K finds everything that can be done, with the keyboard alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLabel

from desk_app.ui.keys import acts_of, declared
from desk_app.ui.palette import Palette, matches
from desk_app.ui.sync_page import SyncPage
from desk_app.ui.window import PAGES
from desk_app.ui.window_aids import WindowAids
from tests.ui.steps import BIRTH, CARD, Counter, focus, press, scan, type_in


def aids(counter: Counter) -> WindowAids:
    assert counter.window.aids is not None
    return counter.window.aids


def open_palette(counter: Counter) -> Palette:
    QTest.keyClick(focus(), Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    palette = aids(counter).palette
    counter.until(palette.isVisible)
    return palette


def shown_keys(counter: Counter) -> set[str]:
    one = aids(counter).map
    assert one is not None
    body = one.area.widget()
    assert body is not None
    return {label.text() for label in body.findChildren(QLabel)}


@pytest.mark.parametrize("page", PAGES)
def test_f1_shows_every_key_of_the_page_and_of_the_window(counter: Counter, page: str) -> None:
    counter.window.go(page)
    shortcuts = counter.window.page(page).findChildren(QShortcut) + [
        one for one in counter.window.findChildren(QShortcut) if one.parent() is counter.window
    ]
    wanted = {one.key().toString() for one in shortcuts}
    QTest.keyClick(counter.window, Qt.Key.Key_F1)
    counter.until(lambda: aids(counter).showing)
    hidden = {  # keys of parts that are not in sight now
        key.keys
        for keys in counter.window.page(page).findChildren(type(aids(counter).keys))
        if keys not in declared(counter.window.page(page))
        for key in keys.keys
    }
    assert wanted - hidden <= shown_keys(counter)


def test_f1_again_opens_the_manual_at_the_page_and_again_the_page(counter: Counter) -> None:
    counter.go(Qt.Key.Key_F8)
    sync = counter.window.page("F8")
    assert isinstance(sync, SyncPage)
    counter.until(lambda: not sync.button.isEnabled())  # a desk by itself; the focus has gone on
    before = focus()
    for _ in range(2):
        QTest.keyClick(counter.window, Qt.Key.Key_F1)
    manual = aids(counter).manual
    assert manual is not None
    assert manual.isVisible()
    assert manual.chapters[manual.list.currentRow()].key == "F8"
    QTest.keyClick(counter.window, Qt.Key.Key_F1)
    assert counter.window.page("F8").isVisible()
    assert focus() is before


def test_escape_leaves_keys_and_manual_for_what_was_being_typed(counter: Counter) -> None:
    search = counter.intake.form.procedure.search
    type_in("kh")
    for times in (1, 2):
        for _ in range(times):
            QTest.keyClick(counter.window, Qt.Key.Key_F1)
        counter.until(lambda: aids(counter).showing)
        press(Qt.Key.Key_Escape)
        counter.until(counter.intake.isVisible)
        assert focus() is search
    assert search.text() == "kh"


def test_every_page_has_its_chapter(counter: Counter) -> None:
    aids(counter).open_manual()
    manual = aids(counter).manual
    assert manual is not None
    assert set(PAGES) <= {one.key for one in manual.chapters}


def test_the_manual_is_saved_where_the_dialog_says(counter: Counter, tmp_path: Path) -> None:
    aids(counter).open_manual()
    manual = aids(counter).manual
    assert manual is not None
    manual.save.click()
    [dialog] = manual.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "hướng dẫn.pdf"))
    dialog.reject()
    assert "Đã lưu" in manual.said.text()
    assert (tmp_path / "hướng dẫn.pdf").read_bytes().startswith(b"%PDF-")


@pytest.mark.parametrize(
    ("typed", "words", "fits"),
    [
        ("dong bo", "Đồng bộ ngay", 3),
        ("bo ngay", "Đồng bộ ngay", 2),
        ("ngay do", "Đồng bộ ngay", 1),
        ("dbn", "Đồng bộ ngay", 1),
        ("ĐỒNG", "Đồng bộ ngay", 3),
        ("", "Đồng bộ ngay", 1),
        ("x", "Đồng bộ ngay", 0),
        ("dong in", "Đồng bộ ngay", 0),
    ],
)
def test_any_syllables_find_an_act(typed: str, words: str, fits: int) -> None:
    assert matches(typed, words) == fits


def test_a_page_is_gone_to_from_the_palette(counter: Counter) -> None:
    palette = open_palette(counter)
    type_in("dong bo trang")
    press(Qt.Key.Key_Return)
    counter.until(counter.window.page("F8").isVisible)
    assert not palette.isVisible()


def test_a_section_of_the_settings_is_opened(counter: Counter) -> None:
    open_palette(counter)
    type_in("may quet cai dat")
    press(Qt.Key.Key_Return)
    page = counter.window.page("F10")
    counter.until(page.isVisible)
    assert page.tabs.tabText(page.tabs.currentIndex()) == "Máy quét"  # type: ignore[attr-defined]


def test_an_act_of_the_page_in_front_is_done(counter: Counter) -> None:
    open_palette(counter)
    type_in("nhap nhieu tu bang")
    press(Qt.Key.Key_Return)
    counter.until(lambda: not counter.intake.panes.on_form)


def test_a_recent_dossier_is_opened_by_part_of_a_name(counter: Counter) -> None:
    type_in(BIRTH)
    counter.until(lambda: counter.intake.form.procedure.search.open)
    press(Qt.Key.Key_Return)
    scan(CARD)
    counter.until(lambda: not counter.intake.form.applicant.empty)
    press(Qt.Key.Key_F9)
    counter.until(lambda: counter.printed)
    palette = open_palette(counter)
    type_in("van mau")
    counter.until(lambda: "Nguyễn Văn Mẫu" in palette.list.item(0).text())
    press(Qt.Key.Key_Return)
    counter.until(counter.finding.dossier.isVisible)


def test_the_next_number_is_called_from_any_page(counter: Counter) -> None:
    from desk_app.operations.queue import take

    assert counter.running.desk is not None
    take(counter.running.desk)
    open_palette(counter)
    type_in("goi so tiep")
    press(Qt.Key.Key_Return)
    queue = counter.window.page("F7").queue  # type: ignore[attr-defined]
    counter.until(lambda: queue.turn.text() != "–")


def test_escape_gives_the_focus_back(counter: Counter) -> None:
    before = focus()
    palette = open_palette(counter)
    type_in("khong co gi nhu vay")
    assert palette.list.item(0).text().startswith("Không có gì khớp")
    press(Qt.Key.Key_Return)
    assert palette.isVisible(), "nothing to do, nothing done"
    press(Qt.Key.Key_Escape)
    assert not palette.isVisible()
    assert focus() is before


def test_the_arrows_walk_while_one_types(counter: Counter) -> None:
    palette = open_palette(counter)
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Down)
    assert palette.list.currentRow() == 2
    press(Qt.Key.Key_Up)
    assert palette.list.currentRow() == 1
    assert palette.search.hasFocus()


def test_what_cannot_be_done_now_is_not_offered(counter: Counter) -> None:
    counter.go(Qt.Key.Key_F8)
    page = counter.window.page("F8")
    # this desk has no center: the button goes off as soon as that was read
    counter.until(lambda: "Đồng bộ ngay" not in [act.words for act in acts_of(page)])
    assert acts_of(page)
