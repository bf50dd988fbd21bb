"""Báo cáo (F6) by keyboard: figures with their picture, the dossiers behind a number, files and paper."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible

from desk_app.operations.desk import open_desk
from desk_app.operations.officers import officers
from desk_app.operations.unit_words import rate
from desk_app.ui import report_page
from desk_app.ui.report_choice import PAPERS
from desk_app.ui.report_page import ReportPage
from tests.ui.following import acted, chord, received
from tests.ui.steps import BIRTH, NINE_FIFTEEN, Counter, focus, press, type_in

DOWN, RIGHT, TAB, ENTER = Qt.Key.Key_Down, Qt.Key.Key_Right, Qt.Key.Key_Tab, Qt.Key.Key_Return


@pytest.fixture
def page(office: Path, opened: Callable[..., Counter]) -> tuple[Counter, ReportPage]:
    """F6 of an office with three dossiers of marriage and two of birth; one waits for a paper."""
    received(office, 3)
    received(office, 2, BIRTH)
    acted(office, "supplement", {"items": ["Bản án"]})
    desk = open_desk(office, lambda: NINE_FIFTEEN)
    rate(desk, "Hộ tịch", 5)
    assert officers(desk)
    desk.close()
    counter = opened(office)
    counter.now = NINE_FIFTEEN + timedelta(days=1)
    counter.ready()
    counter.go(Qt.Key.Key_F6)
    made = counter.window.page("F6")
    assert isinstance(made, ReportPage)
    counter.until(made.choice.kind.hasFocus)
    stands(counter, made, "linh-vuc")
    return counter, made


def stands(counter: Counter, page: ReportPage, code: str, words: str = "") -> None:
    """The report and its picture are there."""
    counter.until(
        lambda: page.made is not None and page.made.kind.code == code and words in page.title.text()
    )
    if page.made is not None and page.made.report.lines:
        counter.until(lambda: page.title.text().partition(",")[0] in page.picture.accessibleName())


def cells(page: ReportPage) -> list[list[str]]:
    rows = page.rows
    return [[rows.index(r, c).data() for c in range(rows.columnCount())] for r in range(rows.rowCount())]


def is_saved(page: ReportPage, path: Path, words: str) -> bool:
    return path.exists() and words in page.note.text()


def has_printed(counter: Counter, count: int) -> bool:
    return len(counter.printed) == count


def test_the_first_report_stands_there_with_its_picture(page: tuple[Counter, ReportPage]) -> None:
    counter, made = page
    assert made.title.text() == "Đúng hạn theo lĩnh vực, tháng 11/2026"
    assert [line[:3] for line in cells(made)] == [["Hộ tịch", "5", "0"], ["Tổng cộng", "5", "0"]]
    assert made.picture.accessibleName().startswith("Biểu đồ: Đúng hạn theo lĩnh vực, tháng 11/2026.")
    assert made.picture.drawn
    seen = QAccessible.queryAccessibleInterface(made.table)
    read = [seen.child(at).text(QAccessible.Text.Name) for at in range(seen.childCount())]
    assert "Hộ tịch, Tiếp nhận: 5" in read
    press(DOWN)
    stands(counter, made, "thu-tuc")
    assert {line[0].split()[0]: line[1] for line in cells(made)} == {
        "1.001193": "2",
        "1.004873": "3",
        "Tổng": "5",
    }


def test_enter_on_a_number_opens_its_dossiers_and_a_chip_takes_that_away(
    page: tuple[Counter, ReportPage],
) -> None:
    counter, made = page
    press(DOWN)
    stands(counter, made, "thu-tuc")
    made.table.setFocus()
    row = next(at for at, line in enumerate(cells(made)) if line[0].startswith(BIRTH))
    for _ in range(row):
        press(DOWN)
    assert made.open.isEnabled()
    press(ENTER)
    finding = counter.finding
    counter.until(finding.isVisible)
    counter.until(lambda: finding.rows.rowCount() == 2)
    chip = finding.chips.buttons["behind"]
    assert chip.accessibleName().startswith(f"Bỏ lọc Tiếp nhận, {BIRTH}")
    chip.setFocus()
    press(Qt.Key.Key_Delete)
    counter.until(lambda: finding.rows.rowCount() == 5)


def test_a_share_leads_nowhere(page: tuple[Counter, ReportPage]) -> None:
    _counter, made = page
    made.table.setFocus()
    for _ in range(5):
        press(RIGHT)
    assert made.table.currentIndex().column() == 6
    assert not made.open.isEnabled()
    press(ENTER)
    assert made.isVisible()


def test_days_are_typed_and_days_that_are_none_are_said(page: tuple[Counter, ReportPage]) -> None:
    counter, made = page
    made.choice.kind.setCurrentIndex(made.choice.kind.findData("vao-ra"))
    made.choice.period.setFocus()
    press(Qt.Key.Key_End)
    stands(counter, made, "vao-ra", "từ 01/11/2026 đến 24/11/2026")
    assert cells(made)[0][0] == "23/11"
    press(TAB)
    assert focus() is made.choice.first
    made.choice.first.selectAll()
    type_in("25/11/2026")
    assert made.made is None
    assert "ngày đầu không sau ngày cuối" in made.title.text()
    assert not made.print.isEnabled()
    made.choice.first.selectAll()
    type_in("23/11/2026")
    stands(counter, made, "vao-ra", "từ 23/11/2026 đến 24/11/2026")
    assert cells(made)[-1][1] == "5"


def test_what_is_received_meanwhile_is_counted(page: tuple[Counter, ReportPage], office: Path) -> None:
    counter, made = page
    received(office, 1)
    counter.go(Qt.Key.Key_F5)
    counter.go(Qt.Key.Key_F6)
    counter.until(lambda: made.made is not None and cells(made)[0][1] == "6")


def test_a_report_is_printed_and_saved_as_what_was_asked(
    page: tuple[Counter, ReportPage], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    counter, made = page
    chord(Qt.Key.Key_P)
    counter.until(lambda: counter.printed)
    title, pdf = counter.printed[0]
    assert title == "Đúng hạn theo lĩnh vực"
    assert pdf.startswith(b"%PDF")

    def ask(
        _over: object, _title: str, name: str, _kinds: str, taken: Callable[[str], object], _e: str
    ) -> None:
        taken(str(tmp_path / name))

    monkeypatch.setattr(report_page, "ask_where_to_save", ask)
    for ending, words in (("csv", "Đã lưu báo cáo."), ("xlsx", "Đã lưu báo cáo."), ("pdf", "tệp PDF")):
        made.saves[ending].click()
        path = tmp_path / f"bao-cao-linh-vuc-2026-11.{ending}"
        counter.until(partial(is_saved, made, path, words))
    assert "Hộ tịch;5;0" in (tmp_path / "bao-cao-linh-vuc-2026-11.csv").read_text("utf-8-sig")


def test_the_registers_are_printed_from_the_same_page(page: tuple[Counter, ReportPage]) -> None:
    counter, made = page
    for at, paper in enumerate(("register", "day")):
        made.choice.kind.setCurrentIndex(made.choice.kind.findData(paper))
        assert made.title.text() == PAPERS[paper]
        assert not made.saves["csv"].isEnabled()
        chord(Qt.Key.Key_P)
        counter.until(partial(has_printed, counter, at + 1))
        assert counter.printed[at][1].startswith(b"%PDF")


def test_a_low_screen_shows_the_table_or_the_picture(page: tuple[Counter, ReportPage]) -> None:
    counter, made = page
    assert made.area.isVisible()
    assert made.table.isVisible()
    counter.window.resize(960, 540)
    counter.until(lambda: made.area.isVisible() and not made.table.isVisible())
    made.turn.click()
    counter.until(lambda: made.table.isVisible() and not made.area.isVisible())
