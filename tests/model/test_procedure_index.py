"""Finding a procedure as an officer types."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sync.model.procedure import Procedure
from sync.model.procedure_index import ProcedureIndex

BIRTH = Procedure("1.001193", "Đăng ký khai sinh", "Hộ tịch")
BIRTH_AGAIN = Procedure("1.004884", "Đăng ký lại khai sinh", "Hộ tịch")
DEATH = Procedure("1.000656", "Thủ tục đăng ký khai tử", "Hộ tịch")
SINGLE = Procedure("1.004873", "Cấp Giấy xác nhận tình trạng hôn nhân", "Hộ tịch")
COPY = Procedure("2.000815", "Chứng thực bản sao từ bản chính", "Chứng thực")
CLUB = Procedure("1.013703", "Thành lập hội", "Hội")
ENROL = Procedure("3.000182", "Tuyển sinh trung học cơ sở", "Giáo dục")
ALL = (CLUB, ENROL, COPY, SINGLE, DEATH, BIRTH_AGAIN, BIRTH)
INDEX = ProcedureIndex(ALL)


@pytest.mark.parametrize(
    "typed",
    [
        *("kh sinh", "khai sinh", "KHAI SINH", "sinh khai", "dkks", "DKKS", "đkks", "dk ks", "dk khai sinh"),
        *(
            "đăng ký khai sinh",
            "dang ky khai",
            "Đăng ký khai",
            "khaisinh",
            "1.001193",
            "001193",
            "  kh   sinh ",
        ),
        "đăng ký khai sinh",
    ],
)
def test_birth_registration_comes_first_however_it_is_typed(typed: str) -> None:
    assert INDEX.find(typed)[0] == BIRTH


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("khai tu", DEATH),
        ("dkkt", DEATH),
        ("tt hn", SINGLE),
        ("trạng hôn", SINGLE),
        ("xac nhan", SINGLE),
        ("sao ban", COPY),
        ("ctbs", COPY),
        ("ang thai", None),
        ("uyển si", ENROL),
        ("giao duc", ENROL),
        ("2.000815", COPY),
    ],
)
def test_any_part_finds(typed: str, first: Procedure | None) -> None:
    found = INDEX.find(typed)
    assert (found[0] if found else None) == first


def test_diacritics_that_were_typed_put_their_own_first() -> None:
    both = ProcedureIndex([Procedure("1.000001", "Hồ bơi"), Procedure("1.000002", "Hộ đê")])
    assert [found.code for found in both.find("hộ")] == ["1.000002", "1.000001"]
    assert [found.code for found in both.find("hồ")] == ["1.000001", "1.000002"]


def test_the_most_used_come_first() -> None:
    used = INDEX.with_usage({BIRTH_AGAIN.code: 5, COPY.code: 9})
    assert used.find("khai sinh")[:2] == [BIRTH_AGAIN, BIRTH]
    assert used.find("")[:2] == [COPY, BIRTH_AGAIN]
    assert len(used.find("")) == len(used) == len(ALL)
    assert INDEX.find("khai sinh")[0] == BIRTH


def test_an_exact_code_comes_before_anything_used() -> None:
    twin = Procedure("2.001193", "Việc 1.001193")
    index = ProcedureIndex([*ALL, twin], {twin.code: 100})
    assert index.find("1.001193") == [BIRTH, twin]


def test_loose_meetings_never_come_before_what_was_meant() -> None:
    used = INDEX.with_usage({CLUB.code: 50})
    found = used.find("ho")
    assert found[0] == CLUB
    assert found.index(SINGLE) < found.index(BIRTH)  # by a word of its name, before by its field


def test_the_order_of_the_catalogue_does_not_matter() -> None:
    for typed in ("", "d", "sinh", "ho tich", "khai"):
        assert ProcedureIndex(reversed(ALL)).find(typed) == INDEX.find(typed)


@given(st.text(max_size=30), st.integers(-1, 10))
def test_any_text_finds_without_failing_and_within_the_limit(typed: str, limit: int) -> None:
    found = INDEX.find(typed, limit)
    assert len(found) <= max(0, limit)
    assert len({procedure.code for procedure in found}) == len(found)


@pytest.mark.parametrize("typed", ["xyzxyz", "\x00", "\ud800", "!!!", "-"])
def test_text_that_is_no_text_finds_nothing(typed: str) -> None:
    assert INDEX.find(typed) == []


def test_an_empty_catalogue_finds_nothing() -> None:
    assert ProcedureIndex(()).find("a") == []
    assert ProcedureIndex(()).find("") == []


@given(st.permutations(["dang", "ky", "khai", "sinh"]), st.lists(st.integers(1, 5), min_size=4, max_size=4))
def test_syllables_in_any_order_and_only_begun_find_the_procedure(parts: list[str], cuts: list[int]) -> None:
    typed = " ".join(part[:cut] for part, cut in zip(parts, cuts, strict=True))
    assert BIRTH in INDEX.find(typed)
