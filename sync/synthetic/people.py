"""Invented people and organisations: names by region, gender and generation, numbers that no one can have."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from random import Random
from typing import Final

from sync.model.dossier import Person
from sync.synthetic import words
from sync.synthetic.places import Commune, address, sample_commune
from sync.synthetic.pools import Draw, pick, pool

NO_PROVINCE: Final = "990"
"""First digits of every citizen number here: not the code of any province or country."""
NO_TAX_OFFICE: Final = "99"
PHONES: Final = "0900"

TODAY: Final = date(2026, 1, 1)
"""The day ages are reckoned from where the caller gives none."""

_ORGANISATIONS = pool(
    """Công ty TNHH {} 8, Công ty Cổ phần {} 4, Hợp tác xã nông nghiệp {} 4, Hộ kinh doanh {} 5,
    Doanh nghiệp tư nhân {}, Công ty TNHH Một thành viên Xây dựng {} 2, Hội Người cao tuổi {},
    Nhà văn hóa {}, Tổ hợp tác {} 2"""
)
_AGENCIES = pool(
    """Trường Tiểu học {} 3, Trường Mầm non {} 3, Trạm Y tế {} 2, Trường Trung học cơ sở {} 2,
    Hạt Kiểm lâm {}"""
)
_TAX_WEIGHTS = (31, 29, 23, 19, 17, 13, 7, 5, 3)
_MAIL = ("thu.example", "mau.example", "vidu.example")


def people(seed: int, commune: Commune | None = None, today: date = TODAY) -> Iterator[Person]:
    """People of a commune without end, the same for the same seed."""
    draw = Random(f"people {seed}").random
    where = commune or sample_commune()
    while True:
        yield person(draw, where, today)


def person(draw: Draw, commune: Commune, today: date = TODAY, least: int = 18, most: int = 88) -> Person:
    """One person between `least` and `most` years old on `today`."""
    gender = "Nam" if draw() < 0.5 else "Nữ"
    # Those who come to the desk are mostly 25 to 60: the mean of two draws.
    age = least + (most - least) * (draw() + draw()) / 2
    born = today - timedelta(days=int(age * 365.25))
    kind, number = identity(draw, born, gender)
    fate = draw()
    return Person(
        full_name=full_name(draw, commune.region, gender, born.year),
        id_number=number,
        id_kind=kind,
        date_of_birth=born,
        gender=gender,
        address=address(draw, commune),
        phone=f"{PHONES}{int(draw() * 1_000_000):06d}" if fate < 0.93 else "",
        email=f"nguoidan{int(draw() * 100_000)}@{pick(draw, _MAIL)}" if fate < 0.06 else "",
    )


def full_name(draw: Draw, region: str, gender: str, born: int) -> str:
    """A name as the region and the generation give it; one in fifty is typed in capitals."""
    fate = draw()
    if region == "highland" and fate < 0.6:
        name = _ede(draw, gender) if fate < 0.2 else _highland(draw, gender)
    else:
        generation = 0 if born < 1965 else 1 if born < 1995 else 2
        man = gender == "Nam"
        surname = pick(draw, words.SURNAMES.get(region, words.SURNAMES["north"]))
        middle = pick(draw, (words.MIDDLE_MEN if man else words.MIDDLE_WOMEN)[generation])
        given = pick(draw, (words.GIVEN_MEN if man else words.GIVEN_WOMEN)[generation])
        name = f"{surname} {given}" if given == middle else f"{surname} {middle} {given}"
    return name.upper() if fate > 0.98 else name


def _highland(draw: Draw, gender: str) -> str:
    before, given = words.HIGHLAND[gender]
    return f"{pick(draw, before)} {pick(draw, given)}"


def _ede(draw: Draw, gender: str) -> str:
    before, given = words.EDE[gender]
    return f"{before}{'' if gender == 'Nữ' else ' '}{pick(draw, given)} {pick(draw, words.CLANS)}"


def identity(draw: Draw, born: date, gender: str) -> tuple[str, str]:
    """(kind, number) of an identity paper: mostly a citizen card, whose number fits birth and gender."""
    fate = draw()
    if fate < 0.965:
        return "citizen_card", citizen_number(born, gender, int(draw() * 1_000_000))
    if fate < 0.985 and born.year < 1995:
        return "old_card", f"{NO_PROVINCE}{int(draw() * 1_000_000):06d}"
    if fate < 0.99:
        return "passport", f"ZZ{int(draw() * 10_000_000):07d}"
    return "", ""


def citizen_number(born: date, gender: str, serial: int) -> str:
    """Twelve digits: 990, gender and century, two of the year, six of `serial` (``domain/06`` 6.2)."""
    return f"{NO_PROVINCE}{(born.year // 100 - 19) * 2 + (gender == 'Nữ')}{born.year % 100:02d}{serial:06d}"


def organisation(draw: Draw, commune: Commune) -> Person:
    """An organisation or an agency, with a tax code whose check digit is right and whose office is none."""
    agency = draw() < 0.2
    pattern = pick(draw, _AGENCIES if agency else _ORGANISATIONS)
    name = commune.name if agency else full_name(draw, "north", "Nữ", 1990).title().split(" ", 1)[1]
    return Person(
        full_name=pattern.format(name),
        id_number=tax_code(int(draw() * 10_000_000)),
        id_kind="tax_code",
        kind="agency" if agency else "organisation",
        address=address(draw, commune),
        phone=f"{PHONES}{int(draw() * 1_000_000):06d}",
        email=f"lienhe{int(draw() * 10_000)}@{pick(draw, _MAIL)}" if draw() < 0.4 else "",
    )


def tax_code(serial: int) -> str:
    """Ten digits from seven of `serial` (or the next ones that have a check digit)."""
    while True:
        nine = f"{NO_TAX_OFFICE}{serial % 10_000_000:07d}"
        check = 10 - sum(int(digit) * weight for digit, weight in zip(nine, _TAX_WEIGHTS, strict=True)) % 11
        if check < 10:
            return f"{nine}{check}"
        serial += 1


def card_text(someone: Person, issued: date = date(2021, 6, 15)) -> str:
    """What the QR code of the person's citizen card says (``domain/06`` 6.1).

    Raises `ValueError` for somebody without a citizen card.
    """
    if someone.id_kind != "citizen_card" or someone.date_of_birth is None:
        raise ValueError("no citizen card")
    return "|".join(
        (
            *(someone.id_number, "", someone.full_name, f"{someone.date_of_birth:%d%m%Y}"),
            *(someone.gender, someone.address, f"{issued:%d%m%Y}"),
        )
    )
