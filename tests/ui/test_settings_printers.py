"""Settings: sections by keyboard; each form's printer is remembered; one that is gone is said in words."""

from __future__ import annotations

import socket
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from desk_app.devices.choosing import open_driver
from desk_app.devices.driver import Driver
from desk_app.operations.printing import PrinterChoice, add_printer, added_printers, choose_printer, printers
from desk_app.ui.settings_page import SECTIONS, SettingsPage
from desk_app.ui.settings_printers import PrintersSection
from desk_app.ui.settings_typeface import TypefaceSection
from sync.typeset import installed
from tests.ui.steps import Counter, focus, press, type_in
from tests.ui.test_look import cut_off


def settings(counter: Counter) -> SettingsPage:
    counter.go(Qt.Key.Key_F10)
    page = counter.window.page("F10")
    assert isinstance(page, SettingsPage)
    return page


def printing(counter: Counter) -> PrintersSection:
    section = settings(counter).section("Máy in")
    assert isinstance(section, PrintersSection)
    counter.until(lambda: section.forms.count() and "Đang xem" not in section.told)
    return section


def chosen(counter: Counter) -> dict[str, PrinterChoice]:
    assert counter.running.desk is not None
    return printers(counter.running.desk)


def a_dead_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


@pytest.fixture
def folder(counter: Counter, tmp_path: Path) -> str:
    """A printer added by address: a folder."""
    (tmp_path / "giay").mkdir()
    address = f"file:{tmp_path / 'giay'}"
    assert counter.running.desk is not None
    add_printer(counter.running.desk, address)
    return address


def test_sections_are_made_when_first_shown_and_turned_by_keys(counter: Counter) -> None:
    page = settings(counter)
    assert page.findChildren(PrintersSection) == []
    for _ in range([one.title for one in SECTIONS].index("Máy in")):
        QTest.keyClick(focus(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert [one.isVisible() for one in page.findChildren(PrintersSection)] == [True]
    page.tabs.setFocus()
    press(Qt.Key.Key_Right)
    press(Qt.Key.Key_Right)
    assert page.tabs.hasFocus()
    assert page.tabs.tabText(page.tabs.currentIndex()) == "Kiểu chữ"
    press(Qt.Key.Key_Tab)
    assert page.section("Kiểu chữ").isAncestorOf(focus())
    for _ in range(len(SECTIONS) - page.tabs.currentIndex()):
        QTest.keyClick(focus(), Qt.Key.Key_PageDown, Qt.KeyboardModifier.ControlModifier)
    assert page.tabs.currentIndex() == 0
    assert page.tabs.count() == len(SECTIONS)


def test_a_form_keeps_its_printer_tray_and_paper(counter: Counter, folder: str) -> None:
    section = printing(counter)
    for box, value in ((section.printer, folder), (section.tray, "tray-2"), (section.paper, "2xa5")):
        box.setFocus()
        while box.currentData() != value:
            press(Qt.Key.Key_Down)
        counter.until(partial(lambda value: value in str(chosen(counter).get("slip")), value))
    assert chosen(counter) == {"slip": PrinterChoice(folder, "tray-2", "2xa5")}
    counter.until(lambda: "Khay 2 · Hai A5 / A4" in section.forms.item(0).text())


def test_a_printer_is_added_by_its_address_and_tried(
    counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    section = printing(counter)
    section.address.setFocus()
    type_in("laser")
    press(Qt.Key.Key_Return)
    counter.until(section.mistake.isVisible)
    assert "không phải địa chỉ" in section.mistake.text()
    section.address.clear()
    type_in(f"file:{tmp_path}")
    press(Qt.Key.Key_Return)
    counter.until(lambda: section.known.count() == 1)
    assert "sẵn sàng" in section.known.item(0).text()
    assert not section.mistake.isVisible()
    sent: list[PrinterChoice] = []
    paper = counter.running.session.counter.paper  # type: ignore[union-attr]
    monkeypatch.setattr(paper, "_print_page", None)

    def opened_driver(address: str, tray: str = "") -> Driver:
        sent.append(PrinterChoice(address, tray))
        return open_driver(address, tray)

    monkeypatch.setattr("desk_app.devices.choosing.open_driver", opened_driver)
    section.try_print.setFocus()
    press(Qt.Key.Key_Space)
    counter.until(lambda: "Đã gửi trang thử ✓" in section.told)
    assert sent == [PrinterChoice(f"file:{tmp_path}")]
    [made] = tmp_path.glob("In_th*.pdf")
    assert made.read_bytes().startswith(b"%PDF")


def test_a_printer_that_is_gone_is_said_with_what_to_do(counter: Counter) -> None:
    address = f"escpos://127.0.0.1:{a_dead_port()}"
    assert counter.running.desk is not None
    choose_printer(counter.running.desk, "ticket", address)
    section = printing(counter)
    counter.until(lambda: section.known.count() == 1)
    assert "Không nối được máy in" in section.known.item(0).text()
    rows = [
        row for row in range(section.forms.count()) if "Phiếu số thứ tự" in section.forms.item(row).text()
    ]
    section.forms.setCurrentRow(rows[0])
    assert section.forms.item(rows[0]).text().endswith("! Máy in nhiệt 127.0.0.1")
    assert "chọn máy khác cho mẫu này" in section.state.text()
    assert not section.tray.isEnabled()
    section.forget.click()
    counter.until(lambda: "1 mẫu in ở đó nay in ở máy in mặc định" in section.told)
    assert chosen(counter) == {}
    counter.until(lambda: section.known.count() == 0)


def test_a_try_on_a_printer_that_is_gone_speaks_of_no_dossier(
    counter: Counter, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert counter.running.desk is not None
    add_printer(counter.running.desk, f"escpos://127.0.0.1:{a_dead_port()}")
    section = printing(counter)
    counter.until(lambda: section.known.count() == 1)
    monkeypatch.setattr(counter.running.session.counter.paper, "_print_page", None)  # type: ignore[union-attr]
    section.try_print.click()
    counter.until(lambda: section.told.startswith("! Không nối được máy in"))
    assert "Hồ sơ" not in section.told
    assert added_printers(counter.running.desk)


def test_the_typeface_is_chosen_and_its_lack_is_told(
    counter: Counter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installed, "font_folders", lambda: (tmp_path / "none",))
    installed.look_again()
    section = settings(counter).section("Kiểu chữ")
    assert isinstance(section, TypefaceSection)
    counter.until(lambda: section.view.pages)
    assert section.choices["shipped"].isChecked()
    assert section.state.text().startswith("✓")
    press(Qt.Key.Key_Right)
    section.choices["times"].click()
    counter.until(lambda: "chưa cài phông Times New Roman" in section.state.text())
    assert counter.running.desk is not None
    assert counter.running.desk.settings.typeface == "times"
    installed.look_again()


@pytest.mark.parametrize("size", [(1366, 728), (1024, 728), (1024, 600), (960, 540)])
def test_no_section_is_cut_off(counter: Counter, folder: str, size: tuple[int, int]) -> None:
    counter.window.resize(*size)
    page = settings(counter)
    for title in [one.title for one in SECTIONS]:
        section = page.section(title)
        if isinstance(section, PrintersSection):
            counter.until(section.known.count)
        elif isinstance(section, TypefaceSection):
            counter.until(partial(getattr, section.view, "pages"))
        counter.until(lambda: not cut_off(counter.window))
