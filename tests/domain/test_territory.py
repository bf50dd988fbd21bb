"""Communes are found by any syllables or initials; old addresses lead to what they are now."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from desk_app.domain.territory import Territory, with_old_name
from desk_app.operations.territory import province_of, territory
from sync.model.text import fold, tokens
from sync.resources import read_resource

NEW = """# notice
98 Tỉnh Thử Nghiệm
99001 x Ví Dụ
99002 p Ví Dụ
99003 x Minh Họa
99 Thành phố Mẫu
99101 x Minh Hoà
99102 k Đảo Thử
"""
OLD = """# notice
=Tỉnh Cũ|Huyện Mẫu
Xã Xưa>99001
Xã Chia>99003,99001
=Tỉnh Cũ|
Huyện Đảo>99102
"""


def small() -> Territory:
    return Territory(NEW, lambda: OLD)


def test_the_shipped_list_has_every_province_and_commune_in_force() -> None:
    lines = read_resource("territory", "communes.txt").decode("utf-8").splitlines()[1:]
    codes = [line.partition(" ")[0] for line in lines]
    kinds = Counter(line.split(" ")[1] for line in lines if len(line.partition(" ")[0]) == 5)
    assert sum(len(code) == 2 for code in codes) == 34
    assert kinds == {"x": 2621, "p": 687, "k": 13}
    assert len(set(codes)) == len(codes)
    assert len(territory()) == 3321


def test_every_old_commune_became_communes_in_force() -> None:
    known = territory()
    lines = read_resource("territory", "old_communes.txt").decode("utf-8").splitlines()[1:]
    became = [line.partition(">")[2].split(",") for line in lines if not line.startswith("=")]
    assert len(became) == 10_040
    assert [code for codes in became for code in codes if known.commune(code) is None] == []


def test_every_new_commune_took_in_an_old_one() -> None:
    text = read_resource("territory", "old_communes.txt").decode("utf-8")
    taken = {code for line in text.splitlines() if ">" in line for code in line.partition(">")[2].split(",")}
    assert len(taken) == 3321


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("vi du", "99001"),
        ("VÍ DỤ", "99001"),
        ("xvd", "99001"),
        ("pvd", "99002"),
        ("vd tn", "99001"),
        ("vdtn", "99001"),
        ("xvdtn", "99001"),
        ("minh thu", "99003"),
        ("minh mau", "99101"),
        ("dao", "99102"),
    ],
)
def test_a_commune_is_found_by_syllables_or_initials(typed: str, first: str) -> None:
    assert small().find(typed)[0].code == first


def test_nothing_is_found_for_nothing_and_for_no_place() -> None:
    assert small().find(" , ") == []
    assert small().find("khongcodau") == []


def test_the_own_province_comes_first() -> None:
    assert [one.code for one in small().find("minh")] == ["99003", "99101"]
    assert [one.code for one in small().find("minh", near="Thành phố Mẫu")] == ["99101", "99003"]


@given(st.data())
def test_each_commune_is_found_by_its_whole_name_without_marks(data: st.DataObject) -> None:
    known = territory()
    code = data.draw(st.sampled_from(sorted(known.codes)))
    commune = known.commune(code)
    assert commune is not None
    typed = " ".join(tokens(fold(commune.full_name).replace("'", "")))
    assert commune in known.find(typed)


def test_a_new_address_is_placed() -> None:
    place = small().place("Số 5, Thôn 1, xã Ví Dụ, tỉnh Thử Nghiệm")
    assert (place.before, [one.code for one in place.communes], place.old) == (
        "Số 5, Thôn 1",
        ["99001"],
        None,
    )


@pytest.mark.parametrize(
    "address",
    ["Thôn 1, X. Xưa, H. Mẫu, T. Cũ", "Thôn 1, xã xưa, huyện mẫu, tỉnh cũ", "Thôn 1, Xưa, Mẫu, Cũ"],
)
def test_an_old_address_leads_to_the_new_commune(address: str) -> None:
    place = small().place(address)
    assert place.before == "Thôn 1"
    assert [one.full_name for one in place.communes] == ["Xã Ví Dụ, Tỉnh Thử Nghiệm"]
    assert place.old is not None
    assert place.old.full_name == "Xã Xưa, Huyện Mẫu, Tỉnh Cũ"


def test_of_a_divided_commune_all_parts_are_told_the_main_one_first() -> None:
    assert [one.code for one in small().place("Xã Chia, Huyện Mẫu, Tỉnh Cũ").communes] == ["99003", "99001"]


def test_names_that_differ_in_kind_only_are_told_apart_or_left_open() -> None:
    assert [one.code for one in small().place("Phường Ví Dụ, Thử Nghiệm").communes] == ["99002"]
    assert small().place("Ví Dụ, Thử Nghiệm").communes == ()


@pytest.mark.parametrize("address", ["", "Thôn 1", "Xã Không Có, Tỉnh Thử Nghiệm", "a, b, c, d, e", ",,,"])
def test_an_unknown_place_stays_as_it_was_typed(address: str) -> None:
    place = small().place(address)
    assert (place.before, place.communes, place.old) == (address, (), None)


def test_an_address_with_its_old_name_behind_reads_back() -> None:
    known = small()
    old = known.place("Thôn 1, Xã Xưa, Huyện Mẫu, Tỉnh Cũ")
    assert old.old is not None
    text = with_old_name(old.before, old.communes[0], old.old.full_name)
    assert text == "Thôn 1, Xã Ví Dụ, Tỉnh Thử Nghiệm (trước đây: Xã Xưa, Huyện Mẫu, Tỉnh Cũ)"
    assert known.place(text).communes == old.communes


def test_the_offices_address_tells_its_province() -> None:
    assert province_of("Thôn 1, xã Vĩnh Bảo, thành phố Hải Phòng") == "Thành phố Hải Phòng"
    assert province_of("Thôn 1, xã Ví Dụ, tỉnh Thử Nghiệm") == ""


def test_old_communes_are_found_by_their_old_district() -> None:
    assert [one.name for one in small().find_old("xua mau")] == ["Xã Xưa"]
    assert [one.name for one in small().find_old("dao cu")] == ["Huyện Đảo"]


@given(st.text(max_size=40))
def test_any_text_may_be_looked_for(text: str) -> None:
    known = small()
    assert isinstance(known.find(text), list)
    assert isinstance(known.find_old(text), list)
    assert known.place(text).before is not None
