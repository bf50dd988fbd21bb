"""In English no page says a Vietnamese word of its own; names, places and the catalogue stay as they are."""

from __future__ import annotations

import random
from contextlib import suppress
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget
from pytestqt.exceptions import TimeoutError

from desk_app.devices.appearance import Appearance
from desk_app.domain.banks import BANKS
from desk_app.operations.find import find, show
from desk_app.operations.officers import officers
from desk_app.ui.style import Look
from sync.synthetic.people import person
from sync.synthetic.places import sample_commune
from tests.ui.own_words import own_words, strings_in
from tests.ui.steps import Counter
from tests.ui.test_every_view import look, sample, walk

__all__ = ["look", "sample"]


WAITING = ("Nguyễn Thị Mẫu", "Giấy chứng sinh")
"""Whom the sample office put away, and what is missing."""
HEADINGS = ("Thủ tục", "Họ và tên", "Ngày sinh", "Địa chỉ", "Điện thoại")
"""Of a table to take in, as they stand in its file."""
NAMED = ("MẪU", "Đăng ký khai sinh", "Giao diện")
"""What papers and the catalogue call things, where it is talked about."""


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
    return {*strings_in(records), *strings_in(citizen), *WAITING, *HEADINGS, *NAMED}


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
    assert wrong == {}
