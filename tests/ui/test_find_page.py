"""Finding and following: instant, a page at a time, and the slip again."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt

from desk_app.domain.intake import IntakeRequest
from desk_app.operations.desk import open_desk
from desk_app.operations.officers import officers
from desk_app.operations.receive import receive
from sync.model.dossier import Person
from tests.ui.steps import BIRTH, NINE_FIFTEEN, Counter, press, slow, type_in


@pytest.fixture
def full(office: Path) -> Path:
    desk = open_desk(office, lambda: NINE_FIFTEEN)
    people = [Person(f"Người Thứ {at}", phone=f"09000001{at:02d}") for at in range(69)]
    people.append(Person("Trần Thị Thử", id_number="990300000002"))
    receive(desk, [IntakeRequest(BIRTH, person) for person in people], officers(desk)[0])
    desk.close()
    return office


@pytest.fixture
def finding(full: Path, opened: Callable[..., Counter]) -> Counter:
    counter = opened(full).ready()
    press(Qt.Key.Key_F3)
    counter.until(counter.finding.rows.rowCount)
    return counter


def test_everything_is_listed_newest_first_a_page_at_a_time(finding: Counter) -> None:
    rows = finding.finding.rows
    assert rows.rowCount() == 50
    assert rows.index(0, 1).data() == "Trần Thị Thử"
    assert "cuộn" in finding.finding.count.text()
    finding.finding.table.scrollToBottom()
    finding.until(lambda: rows.rowCount() == 70)
    assert finding.finding.count.text() == "70 hồ sơ"
    numbers = [rows.index(at, 0).data() for at in range(70)]
    assert len(set(numbers)) == 70


def test_the_list_follows_every_key(finding: Counter) -> None:
    type_in("tran thu")
    finding.until(lambda: finding.finding.rows.rowCount() == 1)
    assert finding.finding.count.text() == "1 hồ sơ"
    type_in("zzz")
    finding.until(lambda: finding.finding.count.text() == "Không có hồ sơ nào khớp")


def test_enter_opens_and_escape_goes_back(finding: Counter) -> None:
    type_in("tran thu")
    finding.until(lambda: finding.finding.rows.rowCount() == 1)
    press(Qt.Key.Key_Return)
    finding.until(finding.finding.dossier.isVisible)
    page = finding.finding.dossier
    words = " ".join(label.text() for label in page.findChildren(type(page.title)))
    for said in (
        "Trần Thị Thử",
        "990300000002",
        "Đăng ký khai sinh",
        "Tờ khai",
        "Tiếp nhận hồ sơ",
        "chờ gửi",
    ):
        assert said in words
    press(Qt.Key.Key_Escape)
    assert finding.finding.list.isVisible()
    assert finding.finding.table.hasFocus()


def test_enter_before_the_list_has_followed_opens_what_was_typed_not_what_still_stands_there(
    finding: Counter,
) -> None:
    """On a slow machine the first row is one of the search before, and its dossier another citizen's."""
    with slow(finding):
        type_in("nguoi thu 7")
        press(Qt.Key.Key_Return)
        assert not finding.finding.dossier.isVisible()
    finding.until(finding.finding.dossier.isVisible)
    page = finding.finding.dossier
    assert "Người Thứ 7" in " ".join(label.text() for label in page.findChildren(type(page.title)))


def test_enter_for_what_nobody_has_opens_nothing_later(finding: Counter) -> None:
    with slow(finding):
        type_in("zzz")
        press(Qt.Key.Key_Return)
    finding.until(lambda: finding.finding.count.text() == "Không có hồ sơ nào khớp")
    for _ in "zzz":
        press(Qt.Key.Key_Backspace)
    finding.until(lambda: finding.finding.rows.rowCount() == 50)
    assert finding.finding.list.isVisible()


def test_a_page_of_the_search_before_is_not_added_to_another(finding: Counter) -> None:
    rows = finding.finding.rows
    with slow(finding):
        type_in("nguoi thu")
        finding.until(lambda: not finding.finding._later.isActive())
        finding.finding.table.scrollToBottom()
        finding.until(lambda: not rows.canFetchMore(QModelIndex()))
    finding.until(lambda: rows.index(0, 1).data() == "Người Thứ 68")
    assert rows.rowCount() == 50
    finding.finding.table.scrollToBottom()
    finding.until(lambda: rows.rowCount() == 69)
    assert len({rows.index(at, 0).data() for at in range(69)}) == 69


def test_the_slip_is_printed_again(finding: Counter) -> None:
    press(Qt.Key.Key_Down)
    press(Qt.Key.Key_Return)
    finding.until(finding.finding.dossier.isVisible)
    assert finding.finding.dossier.reprint.hasFocus()
    press(Qt.Key.Key_Space)
    finding.until(lambda: finding.printed)
    assert finding.printed[0][0] == finding.finding.dossier.title.text()
    assert finding.printed[0][1].startswith(b"%PDF")


def test_the_slip_is_saved_where_the_officer_wants_it(finding: Counter, tmp_path: Path) -> None:
    press(Qt.Key.Key_Return)
    finding.until(finding.finding.dossier.isVisible)
    page, said = finding.finding.dossier, list[str]()
    assert finding.running.session is not None
    paper = finding.running.session.counter.paper
    paper.save_slip(page.dossier_id, str(tmp_path / "phiếu.pdf"), said.append)
    finding.until(lambda: said)
    assert (tmp_path / "phiếu.pdf").read_bytes().startswith(b"%PDF")
    paper.save_slip(page.dossier_id, str(tmp_path / "missing" / "x.pdf"), said.append)
    finding.until(lambda: len(said) == 2)
    assert "Chưa lưu được" in said[1]


def test_what_this_window_receives_appears_by_itself(finding: Counter) -> None:
    assert finding.running.session is not None
    desk, officer = finding.running.desk, finding.running.session.counter.officer
    assert desk is not None
    request = IntakeRequest(BIRTH, Person("Người Vừa Đến"))
    finding.running.lanes.write(lambda: receive(desk, [request], officer))
    finding.until(lambda: finding.finding.rows.index(0, 1).data() == "Người Vừa Đến")
