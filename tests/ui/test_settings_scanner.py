"""Settings: a scanner is tried with the sheet of codes, and what is wrong with it is told with its remedy."""

from __future__ import annotations

from pathlib import Path
from threading import Event

import pypdfium2
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog

from desk_app.domain.scanner_settings import ScannerPort, ScannerSettings
from desk_app.domain.scanner_test import TEST_CODES
from desk_app.operations.outcome import NOTHING, Outcome
from desk_app.operations.scanners import scanner_settings, set_scanners
from desk_app.ui.settings_page import SettingsPage
from desk_app.ui.settings_scanner import ALL_RIGHT, ScannerSection
from tests.ui.steps import CARD, Counter, burst, press, scan, type_in


@pytest.fixture
def section(counter: Counter) -> ScannerSection:
    counter.go(Qt.Key.Key_F10)
    page = counter.window.page("F10")
    assert isinstance(page, SettingsPage)
    made = page.section("Máy quét")
    assert isinstance(made, ScannerSection)
    assert made.box.hasFocus()
    return made


def remembered(counter: Counter) -> ScannerSettings:
    assert counter.running.desk is not None
    return scanner_settings(counter.running.desk)


def by_telex(text: str) -> None:
    """The keys of a scan as a Telex input method passes them on: "aa" taken back and typed as "â"."""
    for at, character in enumerate(text):
        if character == "a" and text[at - 1 : at].lower() == "a":
            press(Qt.Key.Key_Backspace)
            burst("Â" if text[at - 1].isupper() else "â")
        elif character not in "sS":  # a tone without a vowel before it is swallowed here
            burst(character)
    press(Qt.Key.Key_Return)


def test_every_code_of_the_sheet_scanned_right_ends_the_test(
    counter: Counter, section: ScannerSection
) -> None:
    for code in TEST_CODES:
        scan(code.text)
        assert "✓" in section.advice.text()
    assert section.advice.text() == ALL_RIGHT
    assert section.isVisible(), "a card on the sheet opens no page"
    assert section.box.text() == ""


def test_a_code_is_known_whichever_is_scanned(section: ScannerSection) -> None:
    scan(TEST_CODES[3].text)
    assert TEST_CODES[3].title in section.advice.text()
    assert "đúng" in section.codes.item(3).text()
    assert section.codes.currentRow() == 0


def test_telex_is_heard_and_named_with_its_remedy(section: ScannerSection) -> None:
    section.codes.setCurrentRow(2)
    by_telex(TEST_CODES[2].text)
    assert "(Telex) đang bật" in section.advice.text()
    assert "sai" in section.codes.item(2).text()


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("]C0" + TEST_CODES[0].text, "AIM ID prefix"),
        ("à&é\"'(-è_çà&é\"'(-è_ç"[:20], "AZERTY"),
        ("~" + TEST_CODES[0].text, "“~” ở đầu mã"),
    ],
)
def test_what_is_wrong_is_said_with_how_to_mend_it(section: ScannerSection, typed: str, said: str) -> None:
    scan(typed)
    assert said in section.advice.text()


def test_a_missing_enter_is_noticed_by_silence(counter: Counter, section: ScannerSection) -> None:
    burst(TEST_CODES[0].text)
    counter.until(lambda: "không gửi phím Enter" in section.advice.text())


def test_the_sheet_is_printed_and_saved(counter: Counter, section: ScannerSection, tmp_path: Path) -> None:
    section.print.click()
    counter.until(lambda: counter.printed)
    [(title, pdf)] = counter.printed
    assert title == "Tờ kiểm tra máy quét"
    section.save.click()
    [dialog] = section.findChildren(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "to.pdf"))
    dialog.reject()
    counter.until(lambda: "Đã lưu" in section.state.text())
    assert (tmp_path / "to.pdf").read_bytes() == pdf
    assert TEST_CODES[1].text in pypdfium2.PdfDocument(pdf)[0].get_textpage().get_text_bounded()


def test_a_prefix_is_remembered_and_makes_any_burst_a_scan(counter: Counter, section: ScannerSection) -> None:
    section.choices.prefix.setFocus()
    type_in("~")
    press(Qt.Key.Key_Tab)
    counter.until(lambda: remembered(counter).prefix == "~")
    counter.until(
        lambda: counter.running.session is not None and counter.running.session._scanner_settings.prefix
    )
    counter.until(lambda: section._settings.prefix == "~")
    section.box.setFocus()
    scan("~" + TEST_CODES[0].text)
    assert section.advice.text().startswith("✓"), "the prefix that is set is no mistake"
    counter.go(Qt.Key.Key_F2)
    scan("~" + CARD)
    counter.until(lambda: counter.intake.form.applicant.person().full_name == "Nguyễn Văn Mẫu")


def test_a_doubtful_prefix_is_said_and_an_impossible_one_refused(section: ScannerSection) -> None:
    section.choices.prefix.setFocus()
    type_in("ab")
    press(Qt.Key.Key_Tab)
    assert "Bộ gõ tiếng Việt" in section.choices.doubt.text()
    section.choices.prefix.setFocus()
    section.choices.prefix.setText("đ")
    press(Qt.Key.Key_Tab)
    assert "không dùng được" in section.choices.mistake.text()


def test_the_wrong_terminator_is_named(counter: Counter, section: ScannerSection) -> None:
    section.choices.end.setFocus()
    for _ in range(2):
        press(Qt.Key.Key_Down)
    counter.until(lambda: remembered(counter).end == "tab")
    counter.until(lambda: section._settings.end == "tab")
    section.box.setFocus()
    scan(TEST_CODES[0].text)
    assert "đang chờ phím Tab" in section.advice.text()


def test_a_choice_is_not_taken_back_by_what_was_read_before_it(
    counter: Counter, section: ScannerSection
) -> None:
    """On a slow machine the settings come when the officer has already begun to choose."""
    read_before = remembered(counter)
    go_on = Event()
    counter.running.lanes.write(lambda: Outcome(go_on.wait(), NOTHING))
    section.choices.end.setFocus()
    press(Qt.Key.Key_Down)
    section.choices.put(read_before)
    press(Qt.Key.Key_Down)
    go_on.set()
    counter.until(lambda: remembered(counter).end == "tab")
    counter.until(lambda: section._settings.end == "tab")
    assert section.choices.end.currentData() == "tab"


def test_a_scanner_at_a_port_is_ticked_and_remembered(
    counter: Counter, section: ScannerSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    port = ScannerPort("serial", "COM7")
    monkeypatch.setattr("desk_app.ui.scanner_choices.found_scanners", lambda: ([(port, "USB Serial")], []))
    section.choices.again.click()
    choices = section.choices
    counter.until(lambda: choices.ports.count() and choices.ports.item(0).text() == "Cổng COM7 · USB Serial")
    choices.ports.setFocus()
    press(Qt.Key.Key_Space)
    counter.until(lambda: remembered(counter).ports == (port,))
    counter.until(lambda: "chưa nghe được" in choices.ports.item(0).text())
    choices.speed.setFocus()
    press(Qt.Key.Key_Down)
    counter.until(lambda: remembered(counter).ports == (ScannerPort("serial", "COM7", 19200),))


def test_a_desk_without_such_scanners_says_so(
    counter: Counter, section: ScannerSection, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("desk_app.ui.scanner_choices.found_scanners", lambda: ([], []))
    section.choices.again.click()
    counter.until(lambda: "Không thấy máy quét nào" in section.choices.state.text())
    assert counter.running.desk is not None
    set_scanners(counter.running.desk, ScannerSettings())
