"""Invented people: nobody real, true to their own numbers, and named with every letter there is."""

from __future__ import annotations

import unicodedata
from datetime import date, timedelta
from itertools import islice
from random import Random

import pytest

from sync.model.dossier import GENDERS, ID_KINDS, Person
from sync.model.text import nfc_line
from sync.synthetic.people import card_text, citizen_number, organisation, people, tax_code
from sync.synthetic.places import communes, sample_commune

PLAIN = "abcdđeghiklmnopqrstuvxyăâêôơư"
TONES = "\u0300\u0301\u0309\u0303\u0323"
VOWELS = "aăâeêioôơuưy"
LETTERS = set(PLAIN) | {unicodedata.normalize("NFC", v + tone) for v in VOWELS for tone in TONES}
TODAY = date(2026, 1, 1)


def some(count: int, seed: int = 1, order: int = 1) -> list[Person]:
    commune = communes(order)[-1]
    return list(islice(people(seed, commune, TODAY), count))


def test_the_same_seed_gives_the_same_people_and_another_seed_others() -> None:
    assert some(200) == some(200)
    assert some(200) != some(200, seed=2)


def test_names_use_every_letter_of_the_alphabet_with_every_tone() -> None:
    assert len(LETTERS) == 89
    used = {letter for person in some(20_000) for letter in person.full_name.lower()}
    assert used >= LETTERS


def test_names_are_as_they_would_be_stored() -> None:
    for person in (person for order in range(1, 13) for person in some(300, order=order)):
        assert person.full_name == nfc_line(person.full_name)
        assert person.address == nfc_line(person.address)
        assert 2 <= len(person.full_name.split()) <= 5


def test_the_commonest_surname_is_as_common_as_it_is() -> None:
    found = some(5_000)
    share = sum(person.full_name.lower().startswith("nguyễn ") for person in found) / len(found)
    assert 0.25 < share < 0.42


def test_people_of_the_highlands_keep_their_own_names() -> None:
    order = next(i for i, one in enumerate(communes(40), start=1) if one.region == "highland")
    names = [person.full_name for person in some(500, order=order)]
    assert any(name.startswith("Y ") for name in names)
    assert any(name.startswith("H’") for name in names)
    assert any(name.startswith("Giàng A ") for name in names)


def test_a_citizen_number_agrees_with_birth_and_gender_and_belongs_to_no_province() -> None:
    seen = 0
    for person in some(3_000):
        assert person.gender in GENDERS
        assert person.date_of_birth is not None
        assert TODAY - timedelta(days=89 * 366) < person.date_of_birth < TODAY - timedelta(days=18 * 365)
        assert bool(person.id_kind) == bool(person.id_number)
        if person.id_kind == "citizen_card":
            seen += 1
            number, born = person.id_number, person.date_of_birth
            assert len(number) == 12
            assert number.isdecimal()
            assert number.startswith("990")
            assert int(number[3]) % 2 == (person.gender == "Nữ")
            assert int(number[3]) // 2 == born.year // 100 - 19
            assert number[4:6] == f"{born.year % 100:02d}"
        else:
            assert person.id_kind in ("", *ID_KINDS)
            assert person.id_number.startswith(("990", "ZZ")) or not person.id_number
    assert seen > 2_700


def test_the_examples_of_the_number_hold() -> None:
    assert citizen_number(date(1999, 2, 1), "Nam", 1) == "990099000001"
    assert citizen_number(date(2000, 2, 29), "Nữ", 2) == "990300000002"


def test_telephones_ring_nowhere() -> None:
    phones = [person.phone for person in some(2_000) if person.phone]
    assert len(phones) > 1_700
    assert all(len(phone) == 10 and phone.startswith("0900") for phone in phones)


def test_an_organisation_has_a_tax_code_with_its_check_digit() -> None:
    weights = (31, 29, 23, 19, 17, 13, 7, 5, 3)
    random = Random(5)
    for _ in range(200):
        one = organisation(random.random, sample_commune())
        assert one.kind in ("organisation", "agency")
        assert one.id_kind == "tax_code"
        assert one.id_number.startswith("99")
        total = sum(int(d) * w for d, w in zip(one.id_number[:9], weights, strict=True))
        assert 10 - total % 11 == int(one.id_number[9])
    assert tax_code(1) != tax_code(2)


def test_a_card_says_what_the_person_is() -> None:
    person = next(one for one in some(50) if one.id_kind == "citizen_card")
    fields = card_text(person).split("|")
    assert len(fields) == 7
    assert fields[0] == person.id_number
    assert fields[2] == person.full_name
    assert person.date_of_birth is not None
    assert fields[3] == person.date_of_birth.strftime("%d%m%Y")
    with pytest.raises(ValueError, match="citizen card"):
        card_text(Person("Không thẻ"))
