"""What is odd is said by field and never stands in the way; who may act for whom is told."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime

import pytest

from sync.acts.doubts import doubts, phone_doubt
from sync.acts.requests import IntakeRequest
from sync.model.dossier import REPRESENTATIONS, Paper, Person, Shown
from sync.model.moment import VIETNAM
from sync.synthetic.people import people, tax_code

NOW = datetime(2026, 11, 23, 9, 15, tzinfo=VIETNAM)
MAU = Person("Nguyễn Văn Mẫu", "990099000001", "citizen_card", gender="Nam", date_of_birth=date(1999, 2, 1))
THU = Person("Trần Thị Thử", "990300000002", "citizen_card", gender="Nữ", date_of_birth=date(2000, 2, 29))
FIRM = Person("Công ty TNHH Thử", tax_code(1234567), "tax_code", kind="organisation")
MARRIAGE = "1.000894"


def found(person: Person = MAU, **request: object) -> dict[str, str]:
    asked = IntakeRequest("1.004873", person, **request)  # type: ignore[arg-type]
    return {one.field: one.message for one in doubts(asked, NOW)}


def test_an_ordinary_citizen_raises_no_doubt() -> None:
    assert found() == {}


def test_no_citizen_of_the_invented_communes_raises_a_doubt() -> None:
    stream = people(7)
    odd = [one for one in (next(stream) for _ in range(400)) if found(one)]
    assert odd == []


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"gender": "Nữ"}, "gender"),
        ({"date_of_birth": date(1998, 2, 1)}, "date_of_birth"),
        ({"id_number": "99009900000"}, "id_number"),
        ({"id_number": "997099000001"}, "id_number"),
        ({"full_name": "Mẫu"}, "full_name"),
        ({"phone": "090000001"}, "phone"),
    ],
)
def test_what_does_not_fit_is_told_beside_its_field(changes: dict[str, object], field: str) -> None:
    assert list(found(replace(MAU, **changes))) == [f"applicant.{field}"]  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "phone", ["0900000001", "0900 000 001", "+84 900000001", "02043999999", "19001234", "+1 202 555 0100"]
)
def test_a_phone_as_numbers_are_is_no_doubt(phone: str) -> None:
    assert phone_doubt(phone) == ""


@pytest.mark.parametrize("phone", ["090000001", "0100000001", "09000000011", "12345678"])
def test_a_phone_of_another_shape_is_told(phone: str) -> None:
    assert phone_doubt(phone) != ""


def test_a_tax_code_checks_itself() -> None:
    good = found(FIRM, representative=MAU, representation="introduced")
    assert "applicant.id_number" not in good
    wrong = FIRM.id_number[:9] + str((int(FIRM.id_number[9]) + 1) % 10)
    assert "sai chữ số kiểm tra" in found(replace(FIRM, id_number=wrong))["applicant.id_number"]


def test_an_organisation_needs_someone_who_comes() -> None:
    assert "qua một người" in found(FIRM)["applicant"]
    assert "applicant" not in found(FIRM, representative=MAU)


@pytest.mark.parametrize(("born", "said"), [(2024, "dưới 6"), (2015, "dưới 15"), (2010, "Chưa đủ 18")])
def test_a_minor_needs_parent_or_guardian(born: int, said: str) -> None:
    child = Person("Nguyễn Văn Mẫu", date_of_birth=date(born, 2, 1))
    assert said in found(child)["applicant"]
    assert "applicant" not in found(child, representative=MAU, representation="parent")


@pytest.mark.parametrize("right", REPRESENTATIONS)
def test_each_right_to_act_says_its_paper_until_it_was_seen(right: str) -> None:
    from sync.acts.doubts import NEEDED

    assert found(representative=THU, representation=right)["representation"] == NEEDED[right][1]
    seen = (Shown("representative", NEEDED[right][0]),)
    assert "representation" not in found(representative=THU, representation=right, shown=seen)


def test_an_authorisation_among_the_papers_is_enough() -> None:
    papers = (Paper("Văn bản ủy quyền", originals=1),)
    assert "representation" not in found(representative=THU, representation="authorised", papers=papers)
    none = (Paper("Văn bản ủy quyền"),)
    assert "representation" in found(representative=THU, representation="authorised", papers=none)


def test_marriage_is_not_left_to_another() -> None:
    asked = IntakeRequest(MARRIAGE, MAU, representative=THU, representation="authorised")
    assert any("không được ủy quyền" in one.message for one in doubts(asked, NOW))


def test_one_who_acts_must_be_of_age() -> None:
    young = Person("Trần Thị Thử", date_of_birth=date(2011, 1, 1))
    assert "chưa đủ 18" in found(representative=young, representation="authorised")["representative"]
