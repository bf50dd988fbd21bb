"""The interface in English: every text translated, the compiled file up to date, the switch at once."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QPushButton

from desk_app.devices.appearance import Appearance, read_appearance
from desk_app.domain.mistakes import DeskError, Mistake
from desk_app.ui.settings_appearance import AppearanceSection
from desk_app.ui.settings_page import SettingsPage
from desk_app.ui.style import look_of_the_application
from desk_app.ui.tongue import CITIZENS, mark, said_trouble, speak, told, tr
from tests.tools import interface_texts as texts
from tests.tools import spoken_sentences
from tests.ui.steps import Counter, type_in

HOLE = re.compile(r"\{[^}]*\}")
ENGLISH = texts.TRANSLATIONS / "desk_en.ts"


@pytest.fixture
def in_vietnamese_again() -> Iterator[None]:
    """The language and look as they ship, after a test changed them."""
    yield
    speak("vi")
    CITIZENS.speak("vi")
    look = look_of_the_application()
    assert look is not None
    look.choose(Appearance())


def test_no_text_on_a_screen_bypasses_the_translator() -> None:
    found = [(path.name, line, text) for path in texts.sources() for text, line in texts.untranslated(path)]
    assert found == []


def test_every_text_has_its_english_words() -> None:
    held = texts.read_ts(ENGLISH)
    wanted = texts.all_wanted()
    for context, here in wanted.items():
        assert [text for text in here if text not in held[context]] == [], context
        assert [text for text in held[context] if text not in here] == [], "no longer used"


def test_every_sentence_the_rooms_below_say_has_its_english_words() -> None:
    said = texts.read_ts(ENGLISH)["said"]
    for path in spoken_sentences.sources():
        missing = [(line, words) for words, line in spoken_sentences.sentences(path) if words not in said]
        assert missing == [], path.name


def test_what_a_room_newly_says_is_found(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(spoken_sentences, "ROOT", tmp_path)
    module = tmp_path / "new.py"
    module.write_text(
        '''"""Mô-đun."""\ndef refuse(n):\n    raise DeskError(f"Máy in {n} hỏng.", "Gọi thợ.")\n'''
    )
    assert {words for words, _ in spoken_sentences.sentences(module)} == {"Gọi thợ.", "Máy in {0} hỏng."}


def test_what_is_filled_in_is_the_same_in_both_languages() -> None:
    for pairs in texts.read_ts(ENGLISH).values():
        wrong = {vi: en for vi, en in pairs.items() if sorted(HOLE.findall(vi)) != sorted(HOLE.findall(en))}
        wrong.pop("Phải là đối tượng {tên phí: số tiền}.", None)  # a brace of JSON, nothing to fill in
        assert wrong == {}


def test_the_compiled_translation_is_up_to_date(tmp_path: Path) -> None:
    again = "run python -m tests.tools.interface_texts"
    assert ENGLISH.read_text("utf-8") == texts.ts_of("en", texts.read_ts(ENGLISH)), again
    assert texts.TEMPLATES.read_text("utf-8") == texts.templates_file(), again
    texts.compiled(ENGLISH, tmp_path / "again.qm")
    assert (tmp_path / "again.qm").read_bytes() == (texts.TRANSLATIONS / "desk_en.qm").read_bytes()


@pytest.mark.usefixtures("in_vietnamese_again")
def test_an_error_is_told_in_the_windows_language_with_what_was_filled_in() -> None:
    def trouble() -> DeskError:
        return DeskError(
            "Không có hồ sơ mã “H15.01” ở quầy này.",
            "Kiểm tra lại mã, hoặc đồng bộ rồi tìm lại.",
            [Mistake("reason", "Dài quá 500 ký tự.")],
        )

    assert said_trouble(trouble()).sentence == trouble().sentence
    speak("en")
    told_so = said_trouble(trouble())
    assert told_so.sentence == (
        "There is no dossier H15.01 at this desk. Check the number, or sync and search again."
    )
    assert told_so.mistakes == (Mistake("reason", "At most 500 characters."),)


@pytest.mark.usefixtures("in_vietnamese_again")
def test_the_public_screen_speaks_its_own_language() -> None:
    speak("en")
    assert CITIZENS.tr("Giờ làm việc") == "Giờ làm việc"
    CITIZENS.speak("en")
    speak("vi")
    assert (CITIZENS.tr("Giờ làm việc"), tr("Giờ làm việc")) == ("Working hours", "Giờ làm việc")
    assert CITIZENS.said("Nghỉ Thứ Ba 24/11/2026 (Ngày Văn hóa Việt Nam)") == (
        "Closed on Tuesday 24/11/2026 (Vietnam Culture Day)"
    )


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
