"""The register as officers print it: a year's bound book, a month's extract, numbered without a gap."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.acting import act_on
from desk_app.operations.desk import Desk
from desk_app.operations.forms import make_form
from desk_app.operations.receive import receive
from desk_app.operations.register import register_of
from tests.documents.pages import pages, said
from tests.offices import OFFICER, MovedClock, new_desk, request


@pytest.fixture
def desk(tmp_path: Path, clock: MovedClock) -> Iterator[Desk]:
    """A desk with three dossiers."""
    opened = new_desk(tmp_path, clock)
    receive(opened, [request(), request(), request()], OFFICER)
    yield opened
    opened.close()


NUMBER = "H99.99.001-261123-0002"


def test_a_running_year_has_a_book_without_a_closing_line(desk: Desk) -> None:
    book = register_of(desk)
    assert (book.year, book.bound, book.closed) == (2026, True, None)
    assert [row.order for row in book.rows] == [1, 2, 3]
    assert "Khóa sổ" not in said(make_form(desk, "register", None))


def test_a_year_that_is_over_is_closed_on_its_last_day(desk: Desk, clock: MovedClock) -> None:
    clock.forward(days=60)
    assert register_of(desk).rows == ()
    book = register_of(desk, "2026")
    assert book.closed == book.last == date(2026, 12, 31)
    cover, inside = pages(make_form(desk, "register", "2026"))
    assert "Năm 2026" in cover
    text = " ".join(inside.split())
    assert "Sổ này có 1 trang, ghi 03 hồ sơ, từ số thứ tự 01 đến số thứ tự 03" in text
    assert "Khóa sổ ngày 31 tháng 12 năm 2026" in text
    assert "Trang 1/1" in text


def test_a_month_is_an_extract(desk: Desk) -> None:
    extract = register_of(desk, "2026-11")
    assert (extract.first, extract.last) == (date(2026, 11, 1), date(2026, 11, 23))
    assert not extract.bound
    assert len(extract.rows) == 3
    assert register_of(desk, "2026-10").last == date(2026, 10, 31)
    assert register_of(desk, "2025-12").last == date(2025, 12, 31)


def test_a_dossiers_number_finds_the_book_it_stands_in(desk: Desk, clock: MovedClock) -> None:
    clock.forward(days=60)
    assert len(register_of(desk, NUMBER).rows) == 3


def test_the_book_says_where_a_dossier_went_and_when_its_result_came(desk: Desk, clock: MovedClock) -> None:
    clock.forward(days=1)
    act_on(desk, NUMBER, "handover", {"to": "Công chức tư pháp"}, OFFICER)
    clock.forward(days=1)
    act_on(desk, NUMBER, "refuse", {"reasons": ["Không thuộc thẩm quyền"]}, OFFICER)
    row = register_of(desk).rows[1]
    assert (row.resolver, row.forwarded) == ("Công chức tư pháp", date(2026, 11, 24))
    assert (row.result_received, row.returned, row.return_way) == (date(2026, 11, 25), None, "Tại quầy")


@pytest.mark.parametrize("of", ["2026-13", "năm nay", "2027", "2026-12", "H99.99.001-261123-9999"])
def test_what_is_no_year_month_or_number_is_refused_in_words(desk: Desk, of: str) -> None:
    with pytest.raises(DeskError) as caught:
        register_of(desk, of)
    assert caught.value.title
    assert caught.value.advice


def test_a_control_sheet_says_who_gave_and_whether_the_day_was_kept(desk: Desk, clock: MovedClock) -> None:
    act_on(desk, NUMBER, "handover", {"to": "Công chức tư pháp"}, OFFICER)
    running = said(make_form(desk, "control-sheet", NUMBER))
    assert "1. Giao: Trung tâm Phục vụ hành chính công" in running
    assert "Trước hạn 1." not in running
    clock.forward(days=1)
    act_on(desk, NUMBER, "refuse", {"reasons": ["Không thuộc thẩm quyền"]}, OFFICER)
    assert "Trước hạn" in said(make_form(desk, "control-sheet", NUMBER)).replace("(Trước hạn", "")


def test_a_receipt_names_who_collected_and_the_moment_it_was_given_out(desk: Desk, clock: MovedClock) -> None:
    act_on(desk, NUMBER, "handover", {"to": "Công chức tư pháp"}, OFFICER)
    clock.forward(days=1)
    act_on(desk, NUMBER, "arrive", {"number": "15/UBND", "date": "2026-11-23", "from": "Tư pháp"}, OFFICER)
    given = {
        "collector": {"full_name": "Lê Thị Mẫu", "id_number": "990300000009"},
        "relation": "authorised",
        "authority": "Giấy ủy quyền ngày 20/11/2026",
        "checked": "Thẻ căn cước",
    }
    act_on(desk, NUMBER, "return", given, OFFICER)
    moment = f"{clock.now:%H giờ %M phút, ngày %d tháng 11 năm 2026}"
    clock.forward(days=3)
    text = said(make_form(desk, "receipt", NUMBER))
    assert "Người nhận kết quả: Lê Thị Mẫu" in text
    assert "Giấy ủy quyền ngày 20/11/2026" in text
    assert moment in text
    row = register_of(desk).rows[1]
    assert (row.result_received, row.returned) == (date(2026, 11, 24), date(2026, 11, 24))
