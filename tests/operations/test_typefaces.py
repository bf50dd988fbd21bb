"""The typeface of a desk's papers is its own choice, and the shipped serif is always there."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pypdfium2
import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.desk import Desk, open_desk, read_settings
from desk_app.operations.find import show
from desk_app.operations.forms import make_form
from desk_app.operations.outcome import Changes
from desk_app.operations.receive import receive
from desk_app.operations.slips import slip_pdf_of
from desk_app.operations.typefaces import choose_typeface, chosen_typeface
from sync.typeset import installed
from sync.typeset.fonts import SERIF
from tests.offices import OFFICER, MovedClock, new_desk, request


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The machine's one folder of fonts, empty."""
    path = tmp_path / "fonts"
    path.mkdir()
    monkeypatch.setattr(installed, "font_folders", lambda: (path,))
    installed.look_again()
    yield path
    installed.look_again()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    opened = new_desk(tmp_path, MovedClock())
    yield opened
    opened.close()


def install(folder: Path) -> None:
    """Four faces that can be told from the shipped ones: each takes the other slant's file."""
    regular, bold, italic, both = SERIF.files
    for path, name in (
        (italic, "times.ttf"),
        (both, "timesbd.ttf"),
        (regular, "timesi.ttf"),
        (bold, "timesbi.ttf"),
    ):
        shutil.copyfile(path, folder / name)


def in_times(pdf: bytes) -> bool:
    """Whether it is set in the installed faces: a slip has no bold italic of its own."""
    return b"/BaseFont /AAAAAA+LiberationSerif-BoldItalic " in pdf


def test_a_desk_prints_in_the_shipped_serif_until_it_is_told_otherwise(desk: Desk, folder: Path) -> None:
    install(folder)
    assert chosen_typeface(desk).typeface is SERIF
    assert read_settings({"unit": "H99.99.001", "unit_name": "x", "desk": 1}).typeface == "shipped"


def test_every_paper_is_set_in_the_chosen_typeface(desk: Desk, folder: Path) -> None:
    install(folder)
    (received,) = receive(desk, [request()], OFFICER).value
    dossier = show(desk, received.number).dossier
    before = make_form(desk, "slip", None, sample=True), slip_pdf_of(desk, dossier)
    assert not any(map(in_times, before))
    outcome = choose_typeface(desk, "times")
    assert (outcome.value.problem, outcome.changes) == ("", Changes(settings=True))
    after = make_form(desk, "slip", None, sample=True), slip_pdf_of(desk, dossier)
    assert all(map(in_times, after))
    assert after == (make_form(desk, "slip", None, sample=True), slip_pdf_of(desk, dossier))
    for pdf in after:
        document = pypdfium2.PdfDocument(pdf)
        assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in document[0].get_textpage().get_text_range()
        document.close()
    choose_typeface(desk, "shipped")
    assert (make_form(desk, "slip", None, sample=True), slip_pdf_of(desk, dossier)) == before


def test_the_choice_is_kept_and_used_as_soon_as_the_font_is_there(desk: Desk, folder: Path) -> None:
    assert "chưa cài" in choose_typeface(desk, "times").value.problem
    assert not in_times(make_form(desk, "slip", None, sample=True))
    install(folder)
    installed.look_again()  # as the next start does
    data = desk.paths.data
    desk.close()
    again = open_desk(data, MovedClock())
    try:
        assert again.settings.typeface == "times"
        assert in_times(make_form(again, "slip", None, sample=True))
    finally:
        again.close()


def test_a_name_that_is_none_is_refused(desk: Desk) -> None:
    with pytest.raises(DeskError, match="Không có kiểu phông"):
        choose_typeface(desk, "arial")
    assert desk.settings.typeface == "shipped"
