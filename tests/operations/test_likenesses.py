"""The same matter twice is noticed; another person, another matter or an old one is not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from desk_app.operations.desk import Desk
from desk_app.operations.likenesses import WITHIN_DAYS, likenesses, same_person
from desk_app.operations.receive import receive
from sync.model.dossier import Person
from tests.offices import MAU, OFFICER, THU, MovedClock, new_desk, request

COPY = "2.000815"


@pytest.fixture
def desk(tmp_path: Path, clock: MovedClock) -> Iterator[Desk]:
    made = new_desk(tmp_path / "desk", clock)
    yield made
    made.close()


def test_the_same_person_and_procedure_are_noticed_with_number_and_status(desk: Desk) -> None:
    [done] = receive(desk, [request()], OFFICER).value
    [found] = likenesses(desk, request())
    assert (found.number, found.dossier) == (done.number, done.dossier_id)
    assert found.status.label == "Được tiếp nhận"


@pytest.mark.parametrize(
    "person",
    [
        Person("Tên gõ khác", "990099000001"),
        Person("Nguyen Van Mau", phone="0900 000 001"),
        Person("nguyễn văn mẫu", date_of_birth=date(1999, 2, 1)),
    ],
)
def test_number_telephone_or_name_with_birth_date_tell_a_person(desk: Desk, person: Person) -> None:
    receive(desk, [request(replace(MAU, date_of_birth=date(1999, 2, 1)))], OFFICER)
    assert len(likenesses(desk, request(person))) == 1


def test_the_owner_is_known_whoever_hands_it_in(desk: Desk) -> None:
    receive(desk, [replace(request(THU), owner=MAU)], OFFICER)
    assert likenesses(desk, request(MAU))
    assert likenesses(desk, replace(request(Person("Ai đó")), owner=MAU))


@pytest.mark.parametrize(
    "other",
    [
        request(THU),
        request(procedure="1.001193"),
        request(Person("Nguyễn Văn Mẫu")),
        request(Person("Nguyễn Văn Mẫu", date_of_birth=date(2001, 2, 1))),
        request(replace(MAU, id_number="990099000009")),
    ],
)
def test_another_person_or_matter_is_not_taken_for_it(desk: Desk, other: object) -> None:
    receive(desk, [request(replace(MAU, date_of_birth=date(1999, 2, 1)))], OFFICER)
    assert likenesses(desk, other) == ()  # type: ignore[arg-type]


def test_an_open_matter_is_noticed_however_old(desk: Desk, clock: MovedClock) -> None:
    receive(desk, [request()], OFFICER)
    clock.forward(days=WITHIN_DAYS * 4)
    assert len(likenesses(desk, request())) == 1


def test_copies_settled_on_the_spot_are_noticed_the_same_day_only(desk: Desk, clock: MovedClock) -> None:
    asked = replace(request(procedure=COPY), pages=1)
    receive(desk, [asked], OFFICER, and_return=True)
    assert len(likenesses(desk, asked)) == 1
    clock.forward(days=1)
    assert likenesses(desk, asked) == ()


def test_at_most_three_are_told_the_newest_first(desk: Desk, clock: MovedClock) -> None:
    numbers = []
    for _ in range(5):
        clock.forward(minutes=1)
        numbers.append(receive(desk, [request()], OFFICER).value[0].number)
    assert [one.number for one in likenesses(desk, request())] == numbers[:1:-1]


def test_two_identity_numbers_are_two_people_with_one_telephone() -> None:
    assert not same_person(MAU, replace(THU, phone=MAU.phone, id_kind=MAU.id_kind))
    assert same_person(MAU, Person("Mẫu", phone=MAU.phone))
