"""People, places and officers that no synthetic commune has: what a dictionary cannot have seen.

Nobody of them can exist: citizen numbers begin with 997, a province that is none, telephones with 0100.
"""

from __future__ import annotations

from dataclasses import replace
from random import Random

from sync.model.dossier import Intake, Officer, Person
from sync.synthetic.people import PHONES
from sync.synthetic.pools import pool
from tests.protocol.traffic import Exchange, Line, commune_traffic, dossiers

SURNAMES = pool("Đậu, Tiêu, Lục, Cái, Cung, Hàn, Thiều, Khúc, Nhan, Phương, Kha, Lều, Mông, Tòng")
MIDDLES = pool("Nguyệt, Trúc, Hạ, Vĩnh, Phi, Sao, Thục, Lập, Tất, Hiển, Vân, Song")
GIVEN = pool(
    """Khuyên, Triết, Nghi, Thoa, Huân, Tường, Lĩnh, Chương, Thạc, Khuê, Thuyên, Đoan, Nhạn, Trầm, Quyến,
    Mịch, Vịnh, Khiêm"""
)
PLACES = pool(
    """Suối Cạn, Rạch Giồng, Gò Sặt, Kênh Xáng, Bàu Trăn, Cồn Lợi, Đồi Chè, Vạn Giã, Hố Nai, Tam Bố,
    Láng Tròn, Cây Gáo"""
)
OFFICER = Officer("2", "Cung Vĩnh Khiêm")


def of_strangers(intake: Intake, random: Random, home: str) -> Intake:
    """The same dossier brought by others, who live in the commune `home`."""
    applicant = _stranger(intake.applicant, random, home)
    assert applicant is not None
    same = intake.owner == intake.applicant
    owner = applicant if same else _stranger(intake.owner, random, home)
    assert owner is not None
    return replace(
        intake,
        applicant=applicant,
        owner=owner,
        representative=_stranger(intake.representative, random, home),
        officer=OFFICER,
    )


def _stranger(person: Person | None, random: Random, home: str) -> Person | None:
    if person is None:
        return None
    place = random.choice(("Thôn {}", "Ấp {}", "Tổ {}", "Số 1{}")).format(
        random.choice((*PLACES, "3", "7", "12"))
    )
    name = " ".join(random.choice(words) for words in (SURNAMES, MIDDLES, GIVEN))
    return replace(
        person,
        full_name=name if person.kind == "person" else person.full_name,
        id_number=f"997{person.id_number[3:]}" if person.id_kind == "citizen_card" else person.id_number,
        phone=person.phone.replace(PHONES, "0100"),
        address=f"{place}, xã {home}, tỉnh Lâm Đồng",
    )


def strangers_traffic(seed: int, lone: int, batches: tuple[int, ...]) -> list[Exchange]:
    """The traffic of a commune that is in no training, of people who are in none."""
    random = Random(f"strangers {seed}")
    home, unit = random.choice(PLACES), f"H36.{seed % 90 + 10}.07"
    plain = dossiers(seed, lone + 1 + sum(batches), unit)
    return list(
        commune_traffic(
            Line(unit, seed, "H36"), [of_strangers(one, random, home) for one in plain], lone, batches
        )
    )
