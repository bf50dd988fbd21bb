"""What an officer may want to look at again in an intake; said beside the field, never in the way.

Numbers: `domain/06` 6.2. Who may act for whom: Bộ luật Dân sự 2015 (Đ.21 minors, Đ.134-140 representation),
Luật Hộ tịch 2014 Đ.6 with TT 04/2020/TT-BTP Đ.2 (what may not be left to another; relatives without
certification).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Final

from sync.acts.mistakes import Mistake
from sync.acts.requests import IntakeRequest
from sync.model.dossier import ROLES, Person
from sync.model.moment import day_of
from sync.model.text import fold

EXAMPLES: Final = "990"
"""First digits of the numbers of examples and training, which no one has."""
_PROVINCES: Final = frozenset(
    """001 002 004 006 008 010 011 012 014 015 017 019 020 022 024 025 026 027 030 031 033 034 035 036 037 038
    040 042 044 045 046 048 049 051 052 054 056 058 060 062 064 066 067 068 070 072 074 075 077 079 080 082
    083 084 086 087 089 091 092 093 094 095 096""".split()  # noqa: SIM905 - as published, to compare
)
_TAX_WEIGHTS: Final = (31, 29, 23, 19, 17, 13, 7, 5, 3)
_IN_PERSON: Final = frozenset(
    "1.000894 1.004746 1.000593 2.000806 2.000513 1.000094 1.001022 1.000689 2.000779 1.000080".split()  # noqa: SIM905
)
"""Marriage, and recognition of a parent or child: not to be left to another (TT 04/2020/TT-BTP Đ.2)."""
NEEDED: Final = {
    "authorised": ("authorisation", "Cần văn bản ủy quyền có công chứng hoặc chứng thực."),
    "relative": (
        "kinship",
        "Người thân (ông bà, cha mẹ, con, vợ chồng, anh chị em ruột) cần giấy tờ chứng minh quan hệ.",
    ),
    "parent": ("kinship", "Cần giấy khai sinh hoặc giấy tờ khác chứng minh là cha, mẹ."),
    "guardian": ("guardianship", "Cần quyết định hoặc giấy tờ chứng minh là người giám hộ."),
    "legal": ("introduction", "Cần giấy tờ chứng minh là người đại diện theo pháp luật của tổ chức."),
    "introduced": ("introduction", "Cần giấy giới thiệu hoặc văn bản ủy quyền của tổ chức."),
}
"""By what right one acts for another -> the paper of `SHOWN_PAPERS` to be looked at, and the sentence."""


def doubts(request: IntakeRequest, now: datetime) -> tuple[Mistake, ...]:
    """Everything odd, by field as mistakes are named; empty for an intake without oddities."""
    today = day_of(now)
    found: list[Mistake] = []
    for role in ROLES:
        person: Person | None = getattr(request, role)
        if person is not None:
            found += [Mistake(f"{role}.{name}", said) for name, said in of_person(person, today)]
    found += [Mistake(name, said) for name, said in _of_acting(request, today)]
    return tuple(found)


def of_person(person: Person, today: date) -> Iterator[tuple[str, str]]:
    """(field, sentence) of what is odd in one person."""
    digits = person.id_number.replace(" ", "").replace(".", "")
    if person.kind == "person":
        yield from _of_citizen(person, digits)
        if len(person.full_name.split()) == 1 and person.full_name.isalpha():
            yield "full_name", "Họ tên chỉ có một chữ: xem lại giấy tờ."
    else:
        yield from _of_organisation(digits)
    if person.phone and (said := phone_doubt(person.phone)):
        yield "phone", said
    if person.date_of_birth and (today.year - person.date_of_birth.year) > 110:
        yield "date_of_birth", "Trên 110 tuổi: xem lại năm sinh."


def _of_citizen(person: Person, digits: str) -> Iterator[tuple[str, str]]:
    field = "id_number"
    if digits.isdigit() and digits and len(digits) not in (9, 12):
        yield field, f"Số căn cước có 12 chữ số, số CMND có 9; ở đây có {len(digits)}."
        return
    if not re.fullmatch(r"\d{12}", digits):
        return
    province = digits[:3]
    if province not in _PROVINCES and province[0] not in "123" and province != EXAMPLES:
        yield field, f"Ba chữ số đầu ({province}) không phải mã tỉnh hay mã nước nào: xem lại số."
    century, female = divmod(int(digits[3]), 2)
    if person.gender and (female == 1) != (person.gender == "Nữ"):
        yield "gender", f"Chữ số thứ 4 của số định danh là của {'nữ' if female else 'nam'}: xem lại trên thẻ."
    year = 1900 + 100 * century + int(digits[4:6])
    if person.date_of_birth and person.date_of_birth.year != year:
        yield "date_of_birth", f"Số định danh là của người sinh năm {year}: xem lại trên thẻ."


def _of_organisation(digits: str) -> Iterator[tuple[str, str]]:
    """Ten digits, the last of which checks the others, and three of a branch."""
    code = digits.replace("-", "")
    if not code or not code.isdigit() or len(code) == 12:  # a household business bears its owner's own number
        return
    if len(code) not in (10, 13):
        yield "id_number", f"Mã số thuế có 10 hoặc 13 chữ số; ở đây có {len(code)}."
        return
    total = sum(int(digit) * weight for digit, weight in zip(code[:9], _TAX_WEIGHTS, strict=True))
    if 10 - total % 11 != int(code[9]):
        yield "id_number", "Mã số thuế sai chữ số kiểm tra: xem lại từng số."


def phone_doubt(phone: str) -> str:
    """What is odd in a phone number's shape; empty for Vietnamese numbers and for foreign ones."""
    digits = re.sub(r"\D", "", phone)
    if phone.strip().startswith("+") and not digits.startswith("84"):
        return ""
    if digits.startswith("84") and len(digits) > 10:
        digits = "0" + digits[2:]
    if re.fullmatch(r"0[35789]\d{8}|02\d{8,9}|1[89]00\d{4,6}", digits):
        return ""
    if len(digits) != 10 and not digits.startswith("02"):
        return f"Số di động có 10 chữ số; ở đây có {len(digits)}."
    return "Đầu số điện thoại lạ: hỏi lại công dân."


def _of_acting(request: IntakeRequest, today: date) -> Iterator[tuple[str, str]]:
    acting, applicant = request.representative, request.applicant
    if applicant.kind != "person" and acting is None:
        yield "applicant", "Tổ chức, cơ quan nộp hồ sơ qua một người: thêm “Người được ủy quyền”."
    if applicant.kind == "person" and applicant.date_of_birth and acting is None:
        yield from _of_minor(applicant.date_of_birth, today)
    if acting is None:
        return
    if acting.kind == "person" and acting.date_of_birth and years(acting.date_of_birth, today) < 18:
        yield (
            "representative",
            "Người được ủy quyền chưa đủ 18 tuổi: chỉ nhận việc luật không đòi người đã thành niên.",
        )
    if request.procedure in _IN_PERSON and request.representation in ("authorised", "relative"):
        yield "representation", "Việc này phải tự đi làm, không được ủy quyền (TT 04/2020/TT-BTP, Điều 2)."
        return
    if not request.representation:
        yield "representation", "Chọn căn cứ đại diện để biết cần giấy tờ gì."
        return
    paper, said = NEEDED[request.representation]
    shown = any(one.role == "representative" and one.paper == paper for one in request.shown)
    if not shown and not _handed_in(request):
        yield "representation", said


def _of_minor(born: date, today: date) -> Iterator[tuple[str, str]]:
    age = years(born, today)
    if age < 6:
        yield "applicant", "Trẻ dưới 6 tuổi: cha, mẹ hoặc người giám hộ nộp thay."
    elif age < 15:
        yield "applicant", "Người dưới 15 tuổi: cần cha, mẹ hoặc người giám hộ đồng ý."
    elif age < 18:
        yield (
            "applicant",
            "Chưa đủ 18 tuổi: việc về nhà đất, tài sản phải đăng ký cần cha, mẹ hoặc người giám hộ đồng ý.",
        )


def _handed_in(request: IntakeRequest) -> bool:
    """Whether a paper of authorisation lies among those handed in."""
    wanted = ("uy quyen", "giam ho", "gioi thieu", "dai dien", "khai sinh")
    names = (fold(paper.name) for paper in request.papers or () if _counted(paper))
    return any(word in name for name in names for word in wanted)


def _counted(paper: object) -> bool:
    return any(getattr(paper, sort) for sort in ("originals", "certified_copies", "copies"))


def years(born: date, today: date) -> int:
    """Full years of age on a day."""
    return today.year - born.year - ((today.month, today.day) < (born.month, born.day))
