"""In English no page says a Vietnamese word of its own; names, places and the catalogue stay as they are."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QWidget
from pytestqt.exceptions import TimeoutError

from desk_app.devices.appearance import Appearance
from desk_app.domain.banks import BANKS
from desk_app.operations.acting import acts_possible
from desk_app.operations.find import find, show
from desk_app.operations.officers import officers
from desk_app.ui.return_page import ReturnPage
from desk_app.ui.style import Look
from desk_app.ui.today_page import TodayPage
from sync.resources import read_resource
from sync.synthetic.people import person
from sync.synthetic.places import sample_commune
from tests.ui.fitting import unfitting
from tests.ui.own_words import own_words, strings_in
from tests.ui.steps import Counter
from tests.ui.test_every_view import fits, sample, walk

__all__ = ["sample"]


WHOLE_BELOW = "ChoiceBox: 08:55 23/11/2026 · "
"""What is taken back may be a note of any length: the whole of it stands below the choice."""
WAITING = ("Nguyễn Thị Mẫu", "Giấy chứng sinh")
"""Whom the sample office put away, and what is missing."""
HEADINGS = ("Thủ tục", "Họ và tên", "Ngày sinh", "Địa chỉ", "Điện thoại")
"""Of a table to take in, as they stand in its file."""
NAMED = ("MẪU", "Đăng ký khai sinh", "Giao diện", "15/QĐ-UBND")
"""What papers and the catalogue call things, where it is talked about; how decisions are numbered."""
NOTED = ("Chiều to lấy",)
"""What an officer noted: the log's line turns a word in it that it knows."""


def data_of(counter: Counter) -> set[str]:
    """What is written on the desk by people: dossiers, officers, the unit; and the catalogue."""
    desk = counter.running.desk
    assert desk is not None
    rows = find(desk, "", 100)
    records = [
        *(show(desk, row.number).dossier for row in rows),
        *rows,
        *desk.catalogue,
        *officers(desk),
        *BANKS,
        desk.settings,
    ]
    citizen = person(random.Random(1).random, sample_commune())  # whose card the walk scans
    return {*strings_in(records), *strings_in(citizen), *WAITING, *HEADINGS, *NAMED, *NOTED, *laws()}


def laws() -> set[str]:
    """Kinds of records and the laws they are kept by, as the rules of retention name them."""
    return set(strings_in(json.loads(read_resource("retention", "rules.json"))))


def english(window: QWidget, data: set[str]) -> bool:
    return own_words(window, data) == []


def test_no_page_says_a_vietnamese_word_of_its_own(sample: Counter, look: Look) -> None:
    data = data_of(sample)
    look.choose(replace(Appearance(), language="en"))
    sample.window.resize(1366, 768)
    wrong: dict[str, list[str]] = {}
    for view in walk(sample).views():
        with suppress(TimeoutError):  # all views are named at once
            sample.qtbot.waitUntil(partial(english, sample.window, data), timeout=2_000)
        if not english(sample.window, data):
            wrong[view] = own_words(sample.window, data)
    assert sorted({one for some in wrong.values() for one in some}) == []


def each_possible_act(counter: Counter, number: str) -> Iterator[str]:
    """The list of acts of a dossier, then each act's form, asked for in vain with every field empty."""
    desk, page = counter.running.desk, counter.finding
    assert desk is not None
    dossier = show(desk, number).dossier
    page.open_dossier(dossier.id)
    counter.until(lambda: page.dossier.dossier_id == dossier.id and page.dossier.reprint.isVisible())
    pane = page.dossier.pane
    pane.open_list()
    counter.until(pane.list.isVisible)
    yield f"{number} acts"
    for act in [one.act.name for one in acts_possible(desk, dossier) if one.now and one.act.name != "return"]:
        pane.choose(act)
        counter.until(pane.form.isVisible)
        for line in pane.form.findChildren(QLineEdit):
            line.clear()
        for box in pane.form.findChildren(QPlainTextEdit):
            box.clear()
        yield f"{number} {act}"
        pane.back()
    pane.back()


def test_no_act_asks_or_refuses_in_vietnamese(sample: Counter, look: Look) -> None:
    data, desk = data_of(sample), sample.running.desk
    assert desk is not None
    look.choose(replace(Appearance(), language="en"))
    sample.go(Qt.Key.Key_F3)
    sample.until(sample.finding.rows.rowCount)
    numbers = {show(desk, row.number).dossier.status: row.number for row in find(desk, "", 100)}
    wrong: dict[str, list[str]] = {}
    for number in numbers.values():
        for view in each_possible_act(sample, number):
            if not english(sample.window, data):
                wrong[view] = own_words(sample.window, data)
    assert sorted({one for some in wrong.values() for one in some}) == []


@pytest.mark.parametrize("language", ["vi", "en"])
def test_no_act_asks_in_words_that_are_cut_off(sample: Counter, look: Look, language: str) -> None:
    desk = sample.running.desk
    assert desk is not None
    look.choose(replace(Appearance(), language=language))
    sample.window.resize(960, 540)
    sample.go(Qt.Key.Key_F3)
    sample.until(sample.finding.rows.rowCount)
    wrong: dict[str, list[str]] = {}
    for row in find(desk, "", 3):
        for view in each_possible_act(sample, row.number):
            with suppress(TimeoutError):  # all views are named at once
                sample.qtbot.waitUntil(partial(fits, sample.window), timeout=500)
            if left := [one for one in unfitting(sample.window) if not one.startswith(WHOLE_BELOW)]:
                wrong[view] = left
    assert wrong == {}


def test_the_panes_of_the_day_and_the_return_speak_english(sample: Counter, look: Look) -> None:
    data, desk = data_of(sample), sample.running.desk
    assert desk is not None
    look.choose(replace(Appearance(), language="en"))
    wrong: dict[str, list[str]] = {}

    def look_at(view: str) -> None:
        if not english(sample.window, data):
            wrong[view] = own_words(sample.window, data)

    sample.go(Qt.Key.Key_F5)
    today = sample.window.page("F5")
    assert isinstance(today, TodayPage)
    sample.until(today.rows.rowCount)
    for name in ("call", "apology", "shift"):
        getattr(today, name).click()
        sample.until(lambda: today.stack.currentWidget() is not today.work)
        look_at(f"today {name}")
        today._back()
    sample.go(Qt.Key.Key_F4)
    page = sample.window.page("F4")
    assert isinstance(page, ReturnPage)

    def found(wanted: bytes) -> bool:
        return page.part.found is not None and page.part.found.dossier.id == wanted

    for row in find(desk, "", 100):
        page.open_dossier(row.id)
        sample.until(partial(found, row.id))
        look_at(f"return {row.status}")
    assert sorted({one for some in wrong.values() for one in some}) == []
