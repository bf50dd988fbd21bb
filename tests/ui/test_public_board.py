"""The public screen's words: wrapped, on as many pages as they need, read from afar, never clipped."""

from __future__ import annotations

import itertools
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QRectF
from PySide6.QtGui import QColor
from pytestqt.qtbot import QtBot

from desk_app.domain.queue import Ticket, TicketState
from desk_app.operations.desk import Desk
from desk_app.operations.public_screen import Board, PublicScreen, Ready, Reception, board
from desk_app.operations.queue import CounterState, QueueView
from desk_app.ui import public_screen
from desk_app.ui.public_board import LEAST_SIZE, Block, Line, Page, Section, in_turn, pages_of
from desk_app.ui.public_display import Place, place_of
from tests.offices import MONDAY, MovedClock, new_desk
from tests.ui.test_look import TOKENS, contrast

LONG = "Thủ tục cấp, gia hạn, điều chỉnh giấy phép đối với trường hợp chuyển mục đích sử dụng đất " * 8
ADDRESS = "https://congdichvucong.tinhthunghiem.gov.vn/" + "phananhkiennghi" * 8
SIZES = [(1920, 1080), (1366, 768), (1024, 768), (1080, 1920)]
ROOM = QRectF(40, 100, 900, 700)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    made = new_desk(tmp_path)
    yield made
    made.close()


def ticket(serial: int, seconds_ago: int = 60) -> Ticket:
    called = MONDAY - timedelta(seconds=seconds_ago)
    return Ticket(
        serial,
        MONDAY.date(),
        "A",
        serial,
        called,
        called,
        state=TicketState.CALLED,
        counter=serial,
        called_at=called,
    )


def queue(*called: Ticket, name: str = "Quầy số {} – Hộ tịch và chứng thực") -> QueueView:
    counters = tuple(CounterState(one.counter, name.format(one.counter), False, one) for one in called)
    return QueueView((), (), called, counters, max(1, len(called)), 0, 0)


def shown(
    qtbot: QtBot, size: tuple[int, int], what: Board, view: QueueView | None = None
) -> public_screen.PublicScreen:
    screen = public_screen.PublicScreen(MovedClock())
    qtbot.addWidget(screen)
    screen.resize(*size)
    screen.put_queue(view)
    screen.put_board(what)
    return screen


def clipped(page: Page, room: QRectF) -> list[str]:
    return [
        one.line.text
        for one in page.placed
        if not room.adjusted(-1, -1, 1, 1).contains(one.rect)
        or one.natural_width() > one.rect.width() + 1
        or one.words.boundingRect().height() > one.rect.height() + 1
    ]


def full(desk: Desk) -> Board:
    """Everything there is, and the longest of it."""
    posted = board(desk)
    long = replace(posted.procedures[0], name=LONG)
    settings = PublicScreen(
        reception=(Reception("Chủ tịch Ủy ban nhân dân xã", "Thứ Năm hằng tuần", LONG),) * 3,
        complaints=ADDRESS,
    )
    ready = tuple(Ready(f"•••{serial:04d}", "H. T. … V. D***") for serial in range(50))
    return replace(
        posted, settings=settings, procedures=(*posted.procedures, long), ready=ready, complaints=(ADDRESS,)
    )


@pytest.mark.parametrize("size", SIZES)
def test_no_word_is_clipped_on_any_page_of_any_screen(
    qtbot: QtBot, desk: Desk, size: tuple[int, int]
) -> None:
    for view in (None, queue(ticket(1), ticket(2), ticket(3))):
        screen = shown(qtbot, size, full(desk), view)
        room = screen.page_room()
        assert {text for page in screen.pages for text in clipped(page, room)} == set()
        assert len({page.title for page in screen.pages}) == 5


@pytest.mark.parametrize("size", SIZES)
def test_every_procedure_comes_by_once_a_round(qtbot: QtBot, desk: Desk, size: tuple[int, int]) -> None:
    what = full(desk)
    screen = shown(qtbot, size, what)
    said = [one.line.text for page in screen.pages for one in page.placed if one.line.bold]
    names = sorted(one.name for one in what.procedures)
    assert sorted(text for text in said if text in set(names)) == names


@pytest.mark.parametrize("size", SIZES[:2])
def test_the_smallest_type_is_read_from_five_metres(qtbot: QtBot, desk: Desk, size: tuple[int, int]) -> None:
    """1/30 of the height: 18 mm on a 43-inch screen; the number called is five times that."""
    ordinary = replace(board(desk), ready=(Ready("•••0042", "N. V. M***"),))
    screen = shown(qtbot, size, ordinary, queue(ticket(1)))
    sizes = [one.words.font().pixelSize() for page in screen.pages for one in page.placed]
    assert min(sizes) >= size[1] / 30
    assert LEAST_SIZE * screen.unit >= size[1] / 30


def test_a_block_higher_than_a_page_is_set_smaller_until_it_fits() -> None:
    section = Section("x", (Block((Line(LONG * 4),)), Block((Line("Ngắn"),))))
    placed = [(page, one) for page in pages_of(section, ROOM, 1.0) for one in page.placed]
    assert [one.line.text for _, one in placed] == [LONG * 4, "Ngắn"]
    assert [text for page, _ in placed for text in clipped(page, ROOM)] == []
    high, low = (one.words.font().pixelSize() for _, one in placed)
    assert high < low


def test_pages_are_numbered_and_nothing_makes_no_page() -> None:
    pages = pages_of(Section("Kết quả", tuple(Block((Line(str(at)),)) for at in range(60)), 2), ROOM, 1.0)
    assert [(page.number, page.of) for page in pages] == [(at, len(pages)) for at in range(1, len(pages) + 1)]
    assert [one.line.text for page in pages for one in page.placed] == [str(at) for at in range(60)]
    assert pages_of(Section("Trống", ()), ROOM, 1.0) == []


def test_results_come_again_before_all_procedures_were_shown() -> None:
    short = pages_of(Section("Kết quả", (Block((Line("1"),)),)), ROOM, 1.0)
    long = pages_of(Section("Thủ tục", tuple(Block((Line("x" * 9, 300),)) for _ in range(14))), ROOM, 1.0)
    order = in_turn(short, long)
    assert [page for page in order if page in long] == long
    between = [len(list(run)) for kind, run in itertools.groupby(order, lambda page: page in long) if kind]
    assert max(between) == 3
    assert in_turn(short, []) == short


def test_a_region_that_is_off_or_empty_is_not_shown(qtbot: QtBot, desk: Desk) -> None:
    what = replace(full(desk), settings=PublicScreen(show=("hours", "results")), ready=())
    screen = shown(qtbot, SIZES[0], what, queue(ticket(1)))
    assert {page.title for page in screen.pages} == {"Giờ làm việc"}
    assert screen.queue_room().isEmpty()
    assert "Mời số" not in screen.grab().toImage().text()


@pytest.mark.parametrize("dark", [False, True])
def test_a_number_just_called_stands_on_a_filled_ground(qtbot: QtBot, desk: Desk, dark: bool) -> None:
    what = replace(board(desk), settings=PublicScreen(dark=dark))
    tokens = TOKENS["dark" if dark else "light"]
    for seconds, ground in ((3, "primary"), (60, "surface")):
        screen = shown(qtbot, SIZES[1], what, queue(ticket(1, seconds)))
        room = screen.queue_room()
        seen = screen.grab().toImage().pixelColor(int(room.left()) + 6, int(room.top()) + 60)
        assert seen == QColor(tokens[ground])
    assert contrast(tokens["on-primary"], tokens["primary"]) >= 4.5


def test_what_is_shown_is_read_aloud_too(qtbot: QtBot, desk: Desk) -> None:
    screen = shown(qtbot, SIZES[1], full(desk), queue(ticket(7), name="Quầy {}"))
    assert screen.accessibleName() == "Màn hình công khai"
    assert screen.accessibleDescription().startswith(
        "Mời số A007 đến Quầy 7\nĐã có kết quả, mời đến nhận\n•••0000"
    )


def test_the_page_in_sight_stays_when_the_board_is_read_again(qtbot: QtBot, desk: Desk) -> None:
    what = full(desk)
    screen = shown(qtbot, SIZES[0], what)
    for _ in range(6):
        screen.turn()
    before = screen.page
    assert before is not None
    screen.put_board(replace(what, days_off=("Nghỉ Thứ Ba 24/11/2026",)))
    assert screen.page is not None
    assert (screen.page.title, screen.page.number) == (before.title, before.number)


def test_the_officers_own_monitor_is_never_covered() -> None:
    own, second, third = Place("A", True), Place("B", False), Place("C", False)
    assert place_of([own, second, third], "") == 1
    assert place_of([own, second, third], "C") == 2
    assert place_of([second, own], "A") == 0
    assert place_of([own, second], "gone") == 1
    assert place_of([own], "A") is None
