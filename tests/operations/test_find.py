"""Finding: by whole codes and pieces of them, by words and their beginnings, never by a false likeness."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desk_app.operations import receipts
from desk_app.operations.desk import Desk
from desk_app.operations.find import find, find_household, find_people
from desk_app.operations.receipts import sync_state
from desk_app.operations.receive import receive
from tests.offices import MAU, OFFICER, THU, MovedClock, new_desk, request

COUSIN = replace(MAU, full_name="Nguyễn Văn Mậu", id_number="990088000001", phone="0911000001")
"""Whose card ends as Mẫu's does, and whose telephone too."""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = new_desk(tmp_path / "desk")
    receive(desk, [request(MAU), request(COUSIN), request(THU)], OFFICER)
    return desk


@pytest.mark.parametrize(
    ("typed", "owners"),
    [
        (MAU.id_number, ["Nguyễn Văn Mẫu"]),
        (COUSIN.id_number, ["Nguyễn Văn Mậu"]),
        ("99008800000", ["Nguyễn Văn Mậu"]),
        ("88000001", ["Nguyễn Văn Mậu"]),
        ("8000001", ["Nguyễn Văn Mậu"]),
        ("000001", ["Nguyễn Văn Mậu", "Nguyễn Văn Mẫu"]),
        ("0900000001", ["Nguyễn Văn Mẫu"]),
        ("990077000001", []),
        (f"mau {MAU.id_number}", ["Nguyễn Văn Mẫu"]),
        (f"{MAU.id_number} 0911000001", []),
    ],
)
def test_a_long_code_is_found_whole_and_by_any_piece(desk: Desk, typed: str, owners: list[str]) -> None:
    assert [row.owner for row in find(desk, typed)] == owners


@pytest.mark.parametrize("typed", ["-0002", "1123-0002", "261123-0002", "001-261123-0002"])
def test_a_number_is_found_by_its_end(desk: Desk, typed: str) -> None:
    assert [row.owner for row in find(desk, typed)] == ["Nguyễn Văn Mậu"]


@pytest.mark.parametrize("typed", ["n", "ng v", "nguyen", "nguyễn văn mậ", "NGUYEN V M"])
def test_words_are_found_by_their_beginnings_of_any_length(desk: Desk, typed: str) -> None:
    assert "Nguyễn Văn Mậu" in [row.owner for row in find(desk, typed)]


def test_pages_of_a_long_code_follow_each_other(desk: Desk) -> None:
    for _ in range(3):
        receive(desk, [request(COUSIN), request(MAU)], OFFICER)
    whole = [row.row for row in find(desk, MAU.id_number)]
    paged, before = [], None
    while some := find(desk, MAU.id_number, 2, before):
        paged += [row.row for row in some]
        before = some[-1].row
    assert paged == whole
    assert len(whole) == 4


def test_returning_applicants_are_told_apart_by_the_whole_code(desk: Desk) -> None:
    assert [one.full_name for one in find_people(desk, COUSIN.id_number)] == ["Nguyễn Văn Mậu"]
    assert [one.full_name for one in find_people(desk, "nguyen van")] == ["Nguyễn Văn Mậu", "Nguyễn Văn Mẫu"]


def test_very_many_waiting_entries_are_not_read_for_the_state(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    exact = sync_state(desk)
    monkeypatch.setattr(receipts, "MOST_COUNTED", 0)
    assert (exact.pending_dossiers, exact.total) == (3, 3)
    assert sync_state(desk) == exact


def test_a_household_is_found_by_address_or_telephone_without_the_asker(desk: Desk) -> None:
    home = "Số 7, Thôn 1, Xã Ví Dụ, Tỉnh Thử Nghiệm"
    wife = replace(THU, full_name="Lê Thị Thử", id_number="990300000009", phone="0900000009", address=home)
    receive(desk, [request(wife)], OFFICER)
    husband = replace(
        MAU, id_number="990099000008", phone="", address="so 7 thon 1, xa vi du, tinh thu nghiem"
    )
    assert [one.full_name for one in find_household(desk, husband)] == ["Lê Thị Thử"]
    by_phone = replace(husband, address="", phone="0900 000 009")
    assert [one.full_name for one in find_household(desk, by_phone)] == ["Lê Thị Thử"]
    assert find_household(desk, wife) == []
    assert find_household(desk, replace(husband, address="Xã Ví Dụ", phone="")) == []
    assert find_household(desk, replace(husband, full_name="")) == []


def test_a_household_comes_with_its_last_data_the_latest_first(tmp_path: Path) -> None:
    clock = MovedClock()
    desk = new_desk(tmp_path / "desk", clock)
    home = "Số 7, Thôn 1, Xã Ví Dụ, Tỉnh Thử Nghiệm"
    first = replace(THU, address=home, phone="0900000002")
    second = replace(COUSIN, address=home)
    for one in (first, second, replace(first, phone="0911111111")):
        receive(desk, [request(one)], OFFICER)
        clock.forward(minutes=5)
    found = find_household(desk, replace(MAU, address=home))
    assert [one.phone for one in found] == ["0911111111", COUSIN.phone]
    desk.close()
