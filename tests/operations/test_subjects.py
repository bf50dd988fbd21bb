"""The register of requests about personal data: its two-day clock, its terms, and two desks that share it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desk_app.domain.mistakes import DeskError
from desk_app.operations.person_copy import Wanted, person_copy
from desk_app.operations.subjects import answer_to, ask_for, rights, subject_requests
from desk_app.operations.unit_words import share_setting
from sync.model.bodies import Unreadable
from sync.model.dossier import Person
from sync.model.subject_requests import answer_in, request_in
from tests.offices import OFFICER, new_desk, request

WHO = Person("Nguyễn Văn Mẫu", id_number="001099000011")


def test_two_working_days_are_counted_by_the_communes_calendar(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    held = ask_for(desk, WHO, "access", "Xin bản sao", OFFICER).value
    # Monday 23/11/2026; Tuesday the 24th is a holiday
    assert held.at.date() == date(2026, 11, 23)
    assert held.answer_by.date() == date(2026, 11, 26)
    assert held.done_by == date(2026, 12, 3)
    [one] = subject_requests(desk)
    assert not one.late(one.request.answer_by)
    assert one.late(one.request.answer_by.replace(day=27))
    extended = answer_to(desk, held.id, "extended", "Chờ lưu trữ", OFFICER, date(2026, 12, 9)).value
    assert extended.due is not None
    assert (extended.due.date(), extended.due.hour) == (date(2026, 12, 9), 17)
    with pytest.raises(DeskError, match="Chỉ được gia hạn một lần"):
        answer_to(desk, held.id, "extended", "Nữa", OFFICER, date(2026, 12, 10))
    done = answer_to(desk, held.id, "granted", "", OFFICER).value
    assert done.over
    assert done.due is None
    desk.close()


def test_an_extension_has_its_longest(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    held = ask_for(desk, WHO, "erase", "", OFFICER).value
    for until in (None, date(2026, 11, 23), date(2026, 12, 12)):
        with pytest.raises(DeskError, match="muộn nhất 11/12/2026"):
            answer_to(desk, held.id, "extended", "Chờ", OFFICER, until)
    desk.close()


def test_the_unit_sets_terms_of_its_own(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    share_setting(
        desk,
        "people.rights",
        {"answer": {"limit": "1 ngày làm việc"}, "wishes": {"erase": {"days": 3}}},
        OFFICER,
    )
    held = ask_for(desk, WHO, "erase", "", OFFICER).value
    assert (held.answer_by.date(), held.done_by) == (date(2026, 11, 25), date(2026, 11, 26))
    assert rights(desk)["wishes"]["access"]["days"] == 10
    share_setting(desk, "people.rights", {"answer": {"limit": "hai ngày"}}, OFFICER)
    with pytest.raises(DeskError, match="chưa đúng"):
        ask_for(desk, WHO, "access", "", OFFICER)
    desk.close()


def test_the_copy_knows_people_apart(tmp_path: Path) -> None:
    desk = new_desk(tmp_path)
    from desk_app.operations.receive import receive

    born = date(1999, 2, 1)
    receive(desk, [request(Person("Nguyễn Văn Mẫu", id_number="001099000011", date_of_birth=born))], OFFICER)
    receive(desk, [request(Person("Nguyễn Văn Mẫu", id_number="001099000099", date_of_birth=born))], OFFICER)
    receive(desk, [request(Person("Nguyen Van Mau", date_of_birth=born))], OFFICER)
    assert len(person_copy(desk, Wanted("001099000011")).parts) == 1
    assert len(person_copy(desk, Wanted(full_name="Nguyễn Văn Mẫu", date_of_birth=born)).parts) == 3
    assert person_copy(desk, Wanted("001099000012")).empty
    desk.close()


@pytest.mark.parametrize(
    "wrong", [{}, {"id": "DL-A"}, {"id": "DL-A", "wish": "rule"}, {"id": "", "wish": "access"}]
)
def test_bodies_that_say_too_little_have_no_effect(wrong: dict[str, str]) -> None:
    with pytest.raises(Unreadable):
        request_in(wrong)
    with pytest.raises(Unreadable):
        answer_in({**wrong, "outcome": wrong.get("wish", "")})
