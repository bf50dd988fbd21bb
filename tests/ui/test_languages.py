"""The interface in English: every text translated, the compiled file up to date, the switch at once."""

from __future__ import annotations

import importlib.util
import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from types import ModuleType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desk_app.devices.appearance import Appearance, read_appearance
from desk_app.ui.settings_appearance import AppearanceSection
from desk_app.ui.settings_page import SettingsPage
from desk_app.ui.style import look_of_the_application
from desk_app.ui.tongue import mark, speak, told, tr
from tests.ui.steps import Counter, type_in

TOOL = Path(__file__).resolve().parents[1] / "tools" / "interface_texts.py"
HOLE = re.compile(r"\{[^}]*\}")


@pytest.fixture(scope="module")
def texts() -> ModuleType:
    spec = importlib.util.spec_from_file_location("interface_texts", TOOL)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def in_vietnamese_again() -> Iterator[None]:
    """The language and look as they ship, after a test changed them."""
    yield
    speak("vi")
    look = look_of_the_application()
    assert look is not None
    look.choose(Appearance())


def test_no_text_an_officer_reads_bypasses_the_translator(texts: ModuleType) -> None:
    found = [(path.name, line, text) for path in texts.sources() for text, line in texts.untranslated(path)]
    assert found == []


def test_every_text_has_its_english_words(texts: ModuleType) -> None:
    held = texts.read_ts(texts.TRANSLATIONS / "desk_en.ts")
    wanted = texts.wanted()
    assert [text for text in wanted if text not in held] == []
    assert [text for text in held if text not in wanted] == [], "no longer used"


def test_what_is_filled_in_is_the_same_in_both_languages(texts: ModuleType) -> None:
    held = texts.read_ts(texts.TRANSLATIONS / "desk_en.ts")
    wrong = {vi: en for vi, en in held.items() if sorted(HOLE.findall(vi)) != sorted(HOLE.findall(en))}
    assert wrong == {}


def test_the_compiled_translation_is_up_to_date(texts: ModuleType, tmp_path: Path) -> None:
    ts = texts.TRANSLATIONS / "desk_en.ts"
    assert ts.read_text("utf-8") == texts.ts_of("en", texts.read_ts(ts)), "run tests/tools/interface_texts.py"
    texts.compiled(ts, tmp_path / "again.qm")
    assert (tmp_path / "again.qm").read_bytes() == (texts.TRANSLATIONS / "desk_en.qm").read_bytes()


@pytest.mark.usefixtures("in_vietnamese_again")
def test_a_table_read_before_a_language_was_chosen_is_shown_in_it() -> None:
    table = {"F2": mark("Tiếp nhận"), "F8": mark("Đồng bộ")}
    speak("en")
    assert told(table) == {"F2": "Intake", "F8": "Sync"}
    assert told((mark("Lưu"), "xyz")) == ("Save", "xyz")
    assert tr("không có trong bảng") == "không có trong bảng"
    speak("vi")
    assert told(table) is table


def test_a_language_without_a_file_is_refused() -> None:
    with pytest.raises(FileNotFoundError):
        speak("xx")
    assert tr("Tiếp nhận") == "Tiếp nhận"


def section(counter: Counter) -> AppearanceSection:
    page = counter.window.page("F10")
    assert isinstance(page, SettingsPage)
    found = page.section(AppearanceSection.title)
    assert isinstance(found, AppearanceSection)
    return found


@pytest.mark.usefixtures("in_vietnamese_again")
def test_english_holds_at_once_is_remembered_and_keeps_what_was_typed(counter: Counter) -> None:
    counter.intake.form.note.setPlainText("Gọi trước khi trả")
    counter.go(Qt.Key.Key_F10)
    section(counter).choices["language", "en"].click()
    counter.until(lambda: counter.window.rail.buttons["F2"].text() == "F2  Intake")
    counter.until(lambda: read_appearance() == replace(Appearance(), language="en"))
    assert section(counter).isVisible()
    shown = [one.text() for one in counter.window.findChildren(QPushButton) if one.isVisible()]
    assert not [text for text in shown if "Tiếp nhận" in text]
    counter.go(Qt.Key.Key_F2)
    counter.until(lambda: counter.intake.form.note.toPlainText() == "Gọi trước khi trả")
    assert counter.intake.button.text() == "F9  Receive and print"


@pytest.mark.usefixtures("in_vietnamese_again")
def test_larger_type_holds_at_once_and_is_remembered(counter: Counter) -> None:
    counter.go(Qt.Key.Key_F10)
    before = counter.window.rail.width()
    section(counter).choices["size", 125].click()
    counter.until(lambda: counter.window.rail.width() > before)
    counter.until(lambda: read_appearance().size == 125)
    label = next(one for one in section(counter).findChildren(QLabel) if one.isVisible())
    label.ensurePolished()
    assert label.font().pixelSize() in (19, 20, 18)


@pytest.mark.usefixtures("in_vietnamese_again")
def test_dark_holds_at_once_without_making_the_pages_anew(counter: Counter) -> None:
    counter.go(Qt.Key.Key_F10)
    page = counter.window.page("F10")
    section(counter).choices["shade", "dark"].click()
    look = look_of_the_application()
    assert look is not None
    counter.until(lambda: look.dark)
    counter.until(lambda: read_appearance().shade == "dark")
    assert counter.window.page("F10") is page


def test_a_damaged_memory_is_no_trouble(own_home: Path) -> None:
    from desk_app.devices.appearance import appearance_file

    path = appearance_file()
    path.parent.mkdir(parents=True, exist_ok=True)
    for kept in ("", "[]", '{"shade": "pink", "size": 7, "language": "xx"}', "{"):
        path.write_text(kept)
        assert read_appearance() == Appearance()
    path.write_text('{"size": 125}')
    assert read_appearance() == replace(Appearance(), size=125)


def test_fractions_of_a_scale_are_kept() -> None:
    policy = QApplication.highDpiScaleFactorRoundingPolicy()
    assert policy == Qt.HighDpiScaleFactorRoundingPolicy.PassThrough


def test_typing_into_the_palette_finds_in_both_languages(counter: Counter) -> None:
    assert counter.window.aids is not None
    counter.window.aids.open_palette()
    type_in("dbn")
    palette = counter.window.aids.palette
    assert palette.list.item(0).text().startswith("Đồng bộ ngay")
    palette.put_away()
